#include "ui/results/progressrow.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/errortext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace ui::results {

using namespace Qt::StringLiterals;
using submission::Phase;

ProgressRow::ProgressRow(const support::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_words(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    widgets::setStableName(*m_bar, "Progress"_L1);
    m_words->setTextFormat(Qt::PlainText);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(m_bar->fontMetrics().height());
    QSizePolicy policy = m_bar->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_bar->setSizePolicy(policy);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->addWidget(m_words);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_cancel);
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, [this] { m_words->setText(words()); });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancelling = true;
        showState();
        Q_EMIT cancelRequested();
    });
    showState();
}

void ProgressRow::setRun(const Run &run)
{
    m_cancelling = m_cancelling && run.phase == m_run.phase;
    m_run = run;
    showState();
}

void ProgressRow::setProgress(qsizetype answered, qsizetype total)
{
    m_answered = answered;
    m_total = total;
    showState();
}

void ProgressRow::showState()
{
    const Phase phase = m_run.phase;
    setVisible(phase != Phase::Idle);
    if (phase == Phase::Waiting) {
        m_second.start();
    } else {
        m_second.stop();
    }
    m_words->setText(words());

    // Nought of nought is Qt's way to say "busy".
    const bool counts = phase == Phase::Sending && m_total > 1;
    m_bar->setRange(0, counts ? int(m_total) : 0);
    m_bar->setValue(counts ? int(m_answered) : 0);
    m_bar->setVisible(phase != Phase::Waiting);

    m_cancel->setVisible(phase != Phase::Sending || m_total > 1);
    m_cancel->setEnabled(!m_cancelling);
    const bool sending = phase == Phase::Sending;
    widgets::setStableName(*m_cancel, "Cancel"_L1,
                           sending ? tr("Send no further requests") : tr("Stop reading back"));
    m_cancel->setToolTip(sending ? tr("Send no further requests. What was sent stays sent.")
                                 : tr("Stop reading back. What was sent stays sent."));
}

QString ProgressRow::words() const
{
    switch (m_run.phase) {
    case Phase::Idle:
        return {};
    case Phase::Sending:
        return m_cancelling  ? tr("Stopping after the requests that are on their way")
               : m_total > 1 ? tr("%1 of %2 requests answered").arg(m_answered).arg(m_total)
                             : tr("Waiting for HubSpot's answer");
    case Phase::ReadingBack:
        return tr("Reading the limits back");
    case Phase::Waiting: {
        const qint64 left = m_clock.now().msecsTo(m_run.lookAgainAt.value_or(m_clock.now()));
        const QString wait = widgets::waitText(int((std::max<qint64>(0, left) + 999) / 1000));
        //: %1 is "5 s".
        return m_run.readBackFailed
                   ? tr("The limits could not be read back; looking again in %1").arg(wait)
                   : tr("HubSpot still shows something else; looking again in %1").arg(wait);
    }
    }
    Q_UNREACHABLE();
}

} // namespace ui::results
