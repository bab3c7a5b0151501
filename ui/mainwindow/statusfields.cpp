#include "ui/mainwindow/statusfields.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/timetext.h"

#include <QHBoxLayout>
#include <QLabel>

namespace ui::mainwindow {

using namespace Qt::StringLiterals;

StatusFields::StatusFields(QWidget *parent)
    : QWidget(parent)
    , m_rate(new QLabel(this))
    , m_readAt(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(16);
    for (QLabel *label : {m_rate, m_readAt}) {
        label->setTextFormat(Qt::PlainText);
        layout->addWidget(label);
    }
    widgets::setStableName(*m_rate, "Requests left"_L1);
    widgets::setStableName(*m_readAt, "Refreshed at"_L1);
}

void StatusFields::setReadAt(const QDateTime &readAt)
{
    const QDateTime local = readAt.toLocalTime();
    m_readAt->setText(
        readAt.isValid()
            ? tr("refreshed %1").arg(locale().toString(local.time(), QLocale::ShortFormat))
            : QString());
    m_readAt->setToolTip(readAt.isValid() ? widgets::dateTimeText(readAt, locale()) + u' ' +
                                                widgets::zoneText(readAt)
                                          : QString());
}

void StatusFields::setRate(const api::RateStatus &rate)
{
    // The day's count is what runs out; the ten seconds' is the program's own care.
    m_rate->setText(rate.dailyRemaining ? tr("%L1 requests left today").arg(*rate.dailyRemaining)
                    : rate.remaining    ? tr("%L1 requests left").arg(*rate.remaining)
                                        : QString());
    QStringList details;
    if (rate.remaining && rate.max && rate.intervalMilliseconds) {
        details.append(tr("%L1 of %L2 requests left in %3 s")
                           .arg(*rate.remaining)
                           .arg(*rate.max)
                           .arg(*rate.intervalMilliseconds / 1000));
    }
    if (rate.dailyRemaining && rate.daily) {
        details.append(
            tr("%L1 of %L2 requests left today").arg(*rate.dailyRemaining).arg(*rate.daily));
    }
    m_rate->setToolTip(details.join(u'\n'));
}

} // namespace ui::mainwindow
