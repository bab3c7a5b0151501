#pragma once

#include "app/api/error.h"
#include "app/history/record.h"

#include <QString>
#include <QStringList>

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

/// "Request 1 of 2", "Read back: Contacts → Companies": the record's exchanges, then its
/// read-backs, each in their order.
[[nodiscard]] QStringList lookupNames(const ::history::Record &record);

/// Why a pair's limits could not be read back the last time.
struct ReadBackFailure
{
    limits::Pair pair;
    api::Error error;
};

/// At most one per pair; none where the last look at a pair found its limits.
[[nodiscard]] std::vector<ReadBackFailure> readBackFailures(const ::history::Record &record);

} // namespace ui::results
