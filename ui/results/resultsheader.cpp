#include "ui/results/resultsheader.h"

#include "ui/results/choice.h"
#include "ui/results/owntimesrow.h"
#include "ui/results/timeline.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/timetext.h"
#include "ui/widgets/tones.h"
#include "ui/widgets/valuefield.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::results {

using namespace Qt::StringLiterals;
using widgets::Tone;
using widgets::ValueField;

namespace {

/// A combo box cuts its text without a sign.
class ElidedChooser final : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStyleOptionComboBox option;
        initStyleOption(&option);
        const QRect room = style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                   QStyle::SC_ComboBoxEditField, this);
        option.currentText =
            fontMetrics().elidedText(option.currentText, Qt::ElideRight, room.width() - 2);
        QStylePainter painter(this);
        painter.drawComplexControl(QStyle::CC_ComboBox, option);
        painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    }
};

QLabel *caption(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return label;
}

Tone statusTone(const QString &status)
{
    if (status == "COMPLETE"_L1) {
        return Tone::Good;
    }
    if (status == "PENDING"_L1 || status == "PROCESSING"_L1) {
        return Tone::Info;
    }
    return status == "CANCELED"_L1 ? Tone::Warning : Tone::Quiet;
}

Tone httpTone(int status)
{
    if (status == 207) {
        return Tone::Warning;
    }
    if (status >= 200 && status < 300) {
        return Tone::Good;
    }
    return status == 0 ? Tone::Quiet : Tone::Bad;
}

} // namespace

ResultsHeader::ResultsHeader(QWidget *parent)
    : QWidget(parent)
    , m_firstLine(new QHBoxLayout)
    , m_title(caption(tr("Results"), this))
    , m_choices(new ElidedChooser(this))
    , m_status(new ValueField("Batch status"_L1, this))
    , m_http(new ValueField("HTTP status"_L1, this))
    , m_correlationLabel(caption(tr("Correlation ID"), this))
    , m_correlation(new ValueField("Correlation ID"_L1, this))
    , m_copyCorrelation(new QToolButton(this))
    , m_times(new QWidget(this))
    , m_requested(new ValueField("Requested at"_L1, m_times))
    , m_started(new ValueField("Started at"_L1, m_times))
    , m_completed(new ValueField("Completed at"_L1, m_times))
    , m_timeline(new Timeline(this))
    , m_ownTimes(new OwnTimesRow(this))
{
    m_status->setToolTip(tr("The status of the batch, as HubSpot wrote it"));
    m_http->setToolTip(tr("The HTTP status of the answer"));
    for (ValueField *field : {m_correlation, m_requested, m_started, m_completed}) {
        field->setElastic(true);
    }
    m_copyCorrelation->setIcon(widgets::icon(widgets::IconName::Copy));
    m_copyCorrelation->setAutoRaise(true);
    m_copyCorrelation->setAccessibleName(tr("Copy correlation ID"));
    m_copyCorrelation->setToolTip(tr("Copy correlation ID"));
    m_choices->setAccessibleName(tr("Request shown"));
    // Its longest entry is longer than a small window has room for; the list shows it whole.
    m_choices->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_choices->setMinimumWidth(20 * m_choices->fontMetrics().averageCharWidth());
    for (ValueField *field : {m_status, m_http}) {
        QFont bold = field->font();
        bold.setWeight(QFont::Bold);
        field->setFont(bold);
    }
    QFont bold = m_title->font();
    bold.setWeight(QFont::Bold);
    m_title->setFont(bold);

    m_firstLine->setSpacing(8);
    m_firstLine->addWidget(m_title);
    m_firstLine->addWidget(m_choices);
    m_firstLine->addWidget(m_status);
    m_firstLine->addWidget(m_http);
    m_firstLine->addStretch(1);
    m_firstLine->addWidget(m_correlationLabel);
    m_firstLine->addWidget(m_correlation);
    m_firstLine->addWidget(m_copyCorrelation);

    auto *second = new QHBoxLayout(m_times);
    second->setContentsMargins(0, 0, 0, 0);
    second->setSpacing(4);
    const auto addTime = [this, second](const QString &words, ValueField *field) {
        second->addWidget(caption(words, m_times));
        second->addWidget(field);
    };
    addTime(tr("Requested"), m_requested);
    second->addStretch(1);
    addTime(tr("Started"), m_started);
    second->addStretch(1);
    addTime(tr("Completed"), m_completed);
    m_ownTimes->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 2);
    layout->setSpacing(2);
    layout->addLayout(m_firstLine);
    layout->addWidget(m_ownTimes);
    layout->addWidget(m_times);
    layout->addWidget(m_timeline);

    connect(m_choices, &QComboBox::activated, this, [this](int index) { Q_EMIT chosen(index); });
    connect(m_copyCorrelation, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_correlation->text()); });
    setChoices({});
}

void ResultsHeader::setChoices(const QStringList &names)
{
    m_choices->setVisible(names.size() > 1);
    // What is chosen says what this is about as well, and needs the room.
    m_title->setVisible(names.size() <= 1);
    if (m_names == names) {
        return;
    }
    m_names = names;
    m_choices->clear();
    m_choices->addItems(names);
    QAbstractItemView &list = *m_choices->view();
    list.setMinimumWidth(list.sizeHintForColumn(0));
}

void ResultsHeader::setCurrentChoice(qsizetype index)
{
    m_choices->setCurrentIndex(int(index));
    m_choices->setToolTip(widgets::plainToolTip(m_choices->currentText()));
}

void ResultsHeader::setAttempt(const Sent &sent)
{
    m_status->hide();
    m_times->hide();
    m_timeline->hide();
    m_ownTimes->show();
    m_ownTimes->setSent(sent);
    setHttp(sent);
    setCorrelation(sent.correlationId);
}

void ResultsHeader::setExchange(const ::history::Exchange &exchange,
                                const submission::ExchangeResult &result, const Sent &sent)
{
    const api::BatchResponse *response = result.response ? &*result.response : nullptr;
    const QString absent = sent.state.isEmpty() ? tr("not reported") : sent.state;

    const QString status = response != nullptr ? response->status.value_or(QString()) : QString();
    m_status->setValue(status.isEmpty() ? absent : status);
    m_status->setTone(statusTone(status));
    m_status->show();
    setHttp(sent);
    setCorrelation(sent.correlationId);

    m_ownTimes->hide();
    m_times->show();
    const QDate day = exchange.sentAt ? exchange.sentAt->toLocalTime().date() : QDate();
    const BatchTimes times = batchTimes(response, exchange);
    setTime(*m_requested, times.requested, absent, day);
    setTime(*m_started, times.started, absent, day);
    setTime(*m_completed, times.completed, absent, day);
    m_timeline->setTimes(times);
    // An error has no times to draw, and needs the room for its words.
    m_timeline->setVisible(response != nullptr || !result.error);
}

void ResultsHeader::setHttp(const Sent &sent)
{
    m_http->setValue(sent.status);
    m_http->setTone(httpTone(sent.reply ? sent.reply->httpStatus : 0));
}

void ResultsHeader::setCorrelation(const QString &id)
{
    m_correlation->setValue(id);
    m_correlation->setToolTip(widgets::plainToolTip(
        //: %1 is the correlation ID.
        tr("Correlation ID %1\nHubSpot's support finds the request by this ID").arg(id)));
    m_correlation->setVisible(!id.isEmpty());
    m_copyCorrelation->setVisible(!id.isEmpty());
    fitFirstLine();
}

// The words "Correlation ID" are the first to go where the line is short: the ID has them in its
// tool tip. After them the ID ends in an ellipsis, and then the choice.
void ResultsHeader::fitFirstLine()
{
    const QMargins margins = layout()->contentsMargins();
    int room = width() - margins.left() - margins.right();
    for (int i = 0; i < m_firstLine->count(); ++i) {
        const QWidget *widget = m_firstLine->itemAt(i)->widget();
        if (widget != nullptr && widget != m_correlationLabel && !widget->isHidden()) {
            room -= widget->sizeHint().width() + m_firstLine->spacing();
        }
    }
    m_correlationLabel->setVisible(!m_correlation->isHidden() &&
                                   m_correlationLabel->sizeHint().width() <= room);
    const int least = m_correlation->minimumSizeHint().width();
    const int most = std::max(least, m_correlation->sizeHint().width() + room);
    m_correlation->setMaximumWidth(room < 0 ? most : QWIDGETSIZE_MAX);
}

void ResultsHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitFirstLine();
}

void ResultsHeader::setTime(ValueField &field, const std::optional<api::ServerTime> &time,
                            const QString &absent, const QDate &sent)
{
    if (!time) {
        field.setValue(absent);
        field.setToolTip({});
        field.setTone(Tone::Quiet);
        return;
    }
    field.setTone(std::nullopt);
    if (!time->utc.isValid()) {
        field.setValue(time->text);
        field.setToolTip(tr("HubSpot wrote a time that this program cannot read."));
        return;
    }
    const QLocale locale;
    const QDate day = time->utc.toLocalTime().date();
    const QString date = widgets::dateText(day, locale);
    const QString clock = widgets::timeWithSeconds(time->utc, locale);
    // The day stands in the history and on the ribbon already.
    field.setValue(day == sent ? clock : date + u' ' + clock, time->text);
    field.setToolTip(widgets::plainToolTip(
        //: %1 is a date, %2 a time, %3 its time zone, %4 the time as HubSpot wrote it.
        tr("%1 %2, local time, %3\nHubSpot wrote %4")
            .arg(date, clock, widgets::zoneText(time->utc), time->text)));
}

} // namespace ui::results
