#pragma once

#include "app/api/batch.h"
#include "app/history/record.h"

#include <QLocale>
#include <QString>

#include <chrono>
#include <optional>

namespace ui::results {

/// The times of one exchange: three by HubSpot's clock, two by this computer's. The clocks are
/// never held against each other, they may differ by hours.
struct BatchTimes
{
    std::optional<api::ServerTime> requested;
    std::optional<api::ServerTime> started;
    std::optional<api::ServerTime> completed;
    std::optional<std::chrono::milliseconds> roundTrip; ///< from sending to the whole answer

    bool operator==(const BatchTimes &) const = default;
};

[[nodiscard]] BatchTimes batchTimes(const api::BatchResponse *response,
                                    const ::history::Exchange &exchange);

/// The way from one time to the next.
struct Span
{
    enum class Kind : quint8 {
        Measured, ///< `length` is not negative
        Reversed, ///< the later one came first by the server's clock; `length` is how much
        Unknown,  ///< one of the two is not reported
    };
    Kind kind = Kind::Unknown;
    std::chrono::milliseconds length{0};
    QString text; ///< "queued 340 ms"; empty where Unknown

    bool operator==(const Span &) const = default;
};

/// What is written on the timeline.
struct TimelineText
{
    Span queue;          ///< requested to started
    Span run;            ///< started to completed
    Span both;           ///< requested to completed; Unknown unless `started` is what is missing
    QString roundTrip;   ///< "round trip 1.40 s"; empty where not measured
    QString description; ///< all of it in words

    bool operator==(const TimelineText &) const = default;
};

[[nodiscard]] TimelineText timelineText(const BatchTimes &times, const QLocale &locale);

} // namespace ui::results
