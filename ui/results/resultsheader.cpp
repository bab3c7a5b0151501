#include "ui/results/resultsheader.h"

#include "ui/results/timeline.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/timetext.h"
#include "ui/widgets/tones.h"
#include "ui/widgets/valuefield.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::results {

using namespace Qt::StringLiterals;
using widgets::Tone;
using widgets::ValueField;
using State = ::history::Exchange::State;

namespace {

QLabel *caption(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return label;
}

// What stands for a value where there is no answer that could report it; empty where one was to
// come and is there or lost.
QString stateText(const ::history::Exchange &exchange, ::history::Record::State recordState)
{
    const bool inFlight = recordState == ::history::Record::State::InFlight;
    switch (exchange.state) {
    case State::Planned:
        return inFlight ? ResultsHeader::tr("waiting") : ResultsHeader::tr("not sent");
    case State::Sent:
        return inFlight ? ResultsHeader::tr("waiting") : QString();
    case State::NotSent:
        return ResultsHeader::tr("not sent");
    case State::Answered:
        return {};
    }
    Q_UNREACHABLE();
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

QString replyText(const std::optional<api::Reply> &reply)
{
    if (!reply || reply->httpStatus == 0) {
        return ResultsHeader::tr("no answer");
    }
    // HTTP/2 has no reason phrase.
    return (QString::number(reply->httpStatus) + u' ' + QString::fromUtf8(reply->reasonPhrase))
        .trimmed();
}

void ink(ValueField &field, const QColor &color)
{
    QPalette palette = field.palette();
    if (palette.color(QPalette::Text) != color) {
        palette.setColor(QPalette::Text, color);
        field.setPalette(palette);
    }
}

} // namespace

QString httpText(const ::history::Exchange &exchange, ::history::Record::State recordState)
{
    const QString state = stateText(exchange, recordState);
    return state.isEmpty() ? replyText(exchange.reply) : state;
}

QString httpText(const ::history::Attempt &attempt)
{
    return replyText(attempt.reply);
}

ResultsHeader::ResultsHeader(QWidget *parent)
    : QWidget(parent)
    , m_choices(new QComboBox(this))
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
{
    m_status->setToolTip(tr("The status of the batch, as HubSpot wrote it"));
    m_http->setToolTip(tr("The HTTP status of the answer"));
    m_correlation->setToolTip(tr("HubSpot's support finds the request by this ID"));
    for (ValueField *field : {m_correlation, m_requested, m_started, m_completed}) {
        field->setElastic(true);
    }
    m_copyCorrelation->setText(tr("Copy"));
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
    auto *title = caption(tr("Results"), this);
    QFont bold = title->font();
    bold.setWeight(QFont::Bold);
    title->setFont(bold);

    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(title);
    first->addWidget(m_choices);
    first->addWidget(m_status);
    first->addWidget(m_http);
    first->addStretch(1);
    first->addWidget(m_correlationLabel);
    first->addWidget(m_correlation);
    first->addWidget(m_copyCorrelation);

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

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 2);
    layout->setSpacing(2);
    layout->addLayout(first);
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

void ResultsHeader::setReadBack(const ::history::Attempt &attempt)
{
    m_status->hide();
    m_times->hide();
    m_timeline->hide();
    setHttp(httpText(attempt), attempt.reply ? attempt.reply->httpStatus : 0);
    setCorrelation(attempt.reply
                       ? QString::fromUtf8(attempt.reply->header("x-hubspot-correlation-id"))
                       : QString());
}

void ResultsHeader::setExchange(const ::history::Exchange &exchange,
                                const submission::ExchangeResult &result,
                                ::history::Record::State recordState)
{
    const api::BatchResponse *response = result.response ? &*result.response : nullptr;
    const QString waiting = stateText(exchange, recordState);
    const QString absent = waiting.isEmpty() ? tr("not reported") : waiting;

    const QString status = response != nullptr ? response->status.value_or(QString()) : QString();
    m_status->setValue(status.isEmpty() ? absent : status);
    m_status->setProperty("tone", int(statusTone(status)));
    m_status->show();
    setHttp(httpText(exchange, recordState), exchange.reply ? exchange.reply->httpStatus : 0);
    setCorrelation(submission::correlationIdOf(exchange, result));

    m_times->show();
    const QDate sent = exchange.sentAt ? exchange.sentAt->toLocalTime().date() : QDate();
    const BatchTimes times = batchTimes(response, exchange);
    setTime(*m_requested, times.requested, absent, sent);
    setTime(*m_started, times.started, absent, sent);
    setTime(*m_completed, times.completed, absent, sent);
    m_timeline->setTimes(times);
    // An error has no times to draw, and needs the room for its words.
    m_timeline->setVisible(response != nullptr || !result.error);
}

void ResultsHeader::setHttp(const QString &text, int status)
{
    m_http->setValue(text);
    m_http->setProperty("tone", int(httpTone(status)));
    tint();
}

void ResultsHeader::setCorrelation(const QString &id)
{
    m_correlation->setValue(id);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_correlationLabel), static_cast<QWidget *>(m_correlation),
          static_cast<QWidget *>(m_copyCorrelation)}) {
        widget->setVisible(!id.isEmpty());
    }
}

void ResultsHeader::setTime(ValueField &field, const std::optional<api::ServerTime> &time,
                            const QString &absent, const QDate &sent)
{
    if (!time) {
        field.setValue(absent);
        field.setToolTip({});
        ink(field, toneColor(Tone::Quiet, palette()));
        return;
    }
    ink(field, palette().color(QPalette::Text));
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

void ResultsHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tint();
    }
}

void ResultsHeader::tint()
{
    for (ValueField *field : {m_status, m_http}) {
        ink(*field, toneColor(Tone(field->property("tone").toInt()), palette()));
    }
}

} // namespace ui::results
