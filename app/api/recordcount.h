#pragma once

#include "app/api/reads.h"

namespace api {

struct RecordCount
{
    qint64 atLeast = 0;
    bool exact = false; ///< there are no others

    bool operator==(const RecordCount &) const = default;
};

/// How many records have `limit` associations or more, which is lower than the limit that `records`
/// were counted against. HubSpot counts those from 80 % of that on, and names some of them with
/// their number. It does not say whether the ones at the limit are also counted among those near
/// it, so nothing is added up that may be the same.
[[nodiscard]] RecordCount recordsReaching(const RecordsNearLimit &records, qint32 limit);

} // namespace api
