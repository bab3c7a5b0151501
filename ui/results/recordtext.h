#pragma once

#include "app/api/error.h"
#include "app/history/record.h"

#include <QString>

#include <vector>

namespace ui::results {

/// The names of a pair's object types, as its record has them.
struct Direction
{
    QString from;
    QString to;

    bool operator==(const Direction &) const = default;
};

[[nodiscard]] Direction directionOf(const ::history::Record &record, const limits::Pair &pair);
/// One per exchange.
[[nodiscard]] std::vector<Direction> directionsOf(const ::history::Record &record);
/// "Contacts → Companies".
[[nodiscard]] QString directionText(const Direction &direction);

/// A time by this computer's clock.
struct OwnTime
{
    QString text;  ///< "3 Nov 2026 14:02:11", local
    QString exact; ///< to copy: UTC, with milliseconds
    QString hint;  ///< both, and the time zone

    bool operator==(const OwnTime &) const = default;
};

[[nodiscard]] OwnTime ownTime(const QDateTime &time);

/// Why a pair's limits could not be read back the last time.
struct ReadBackFailure
{
    limits::Pair pair;
    api::Error error;
};

/// At most one per pair; none where the last look at a pair found its limits.
[[nodiscard]] std::vector<ReadBackFailure> readBackFailures(const ::history::Record &record);

} // namespace ui::results
