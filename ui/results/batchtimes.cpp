#include "ui/results/batchtimes.h"

#include "ui/widgets/timetext.h"

#include <QCoreApplication>

namespace ui::results {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

struct BatchTimesText
{
    Q_DECLARE_TR_FUNCTIONS(ui::results::BatchTimesText)
};

bool known(const std::optional<api::ServerTime> &time)
{
    return time && time->utc.isValid();
}

struct SpanWords
{
    QString measured; ///< with %1 for the length
    QString reversed;
};

Span span(const std::optional<api::ServerTime> &from, const std::optional<api::ServerTime> &to,
          const SpanWords &words, const QLocale &locale)
{
    if (!known(from) || !known(to)) {
        return {};
    }
    const milliseconds length(from->utc.msecsTo(to->utc));
    if (length.count() < 0) {
        return {Span::Kind::Reversed, -length,
                words.reversed.arg(widgets::durationText(-length, locale))};
    }
    // HubSpot writes times with and without fractions; equal whole seconds are not "0 ms".
    const bool coarse = !from->text.contains(u'.') || !to->text.contains(u'.');
    const QString text = coarse && length.count() == 0 ? BatchTimesText::tr("under 1 s")
                                                       : widgets::durationText(length, locale);
    return {Span::Kind::Measured, length, words.measured.arg(text)};
}

QString describe(const BatchTimes &times, const TimelineText &text)
{
    QStringList sentences;
    for (const Span &one : {text.queue, text.run, text.both}) {
        if (one.kind != Span::Kind::Unknown) {
            sentences.append(one.text);
        }
    }
    const auto missing = [&sentences](const std::optional<api::ServerTime> &time,
                                      const QString &words) {
        if (!known(time)) {
            sentences.append(words);
        }
    };
    missing(times.requested, BatchTimesText::tr("the time of the request is not reported"));
    missing(times.started, BatchTimesText::tr("the start is not reported"));
    missing(times.completed, BatchTimesText::tr("the completion is not reported"));
    if (!text.roundTrip.isEmpty()) {
        sentences.append(text.roundTrip);
    }
    //: Between the parts of "queued 340 ms; ran 1.2 s; round trip 1.8 s".
    return sentences.join(BatchTimesText::tr("; "));
}

} // namespace

BatchTimes batchTimes(const api::BatchResponse *response, const ::history::Exchange &exchange)
{
    BatchTimes times;
    if (response != nullptr) {
        times.requested = response->requestedAt;
        times.started = response->startedAt;
        times.completed = response->completedAt;
    }
    if (exchange.sentAt && exchange.answeredAt) {
        const qint64 ms = exchange.sentAt->msecsTo(*exchange.answeredAt);
        // Negative when this computer's clock was set meanwhile.
        if (ms >= 0) {
            times.roundTrip = milliseconds(ms);
        }
    }
    return times;
}

TimelineText timelineText(const BatchTimes &times, const QLocale &locale)
{
    TimelineText text;
    text.queue = span(
        times.requested, times.started,
        //: How long the batch waited at HubSpot.
        {BatchTimesText::tr("queued %1"), BatchTimesText::tr("started %1 before it was requested")},
        locale);
    text.run =
        span(times.started, times.completed,
             //: How long HubSpot worked on the batch.
             {BatchTimesText::tr("ran %1"), BatchTimesText::tr("completed %1 before it started")},
             locale);
    if (!known(times.started)) {
        text.both = span(times.requested, times.completed,
                         //: Waiting and working together, where they cannot be told apart.
                         {BatchTimesText::tr("queued and ran %1"),
                          BatchTimesText::tr("completed %1 before it was requested")},
                         locale);
    }
    if (times.roundTrip) {
        //: From sending the request to having the whole answer, by this computer's clock.
        text.roundTrip = BatchTimesText::tr("round trip %1")
                             .arg(widgets::durationText(*times.roundTrip, locale));
    }
    text.description = describe(times, text);
    return text;
}

} // namespace ui::results
