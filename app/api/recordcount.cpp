#include "app/api/recordcount.h"

#include <algorithm>

namespace api {

RecordCount recordsReaching(const RecordsNearLimit &records, qint32 limit)
{
    if (records.limit <= limit) {
        // Counted against another limit than the one that is lowered: those at it have reached this
        // one only where the two are the same.
        return {records.limit == limit ? qint64(records.atLimit) : 0, records.limit == limit};
    }
    const auto isBetween = [&records, limit](const RecordSample &sample) {
        return sample.usage && *sample.usage >= limit && *sample.usage < records.limit;
    };
    const qint64 named = std::ranges::count_if(records.nearLimitSamples, isBetween);
    const bool allNamed = std::ssize(records.nearLimitSamples) >= records.nearLimit &&
                          std::ranges::all_of(records.nearLimitSamples, [](const RecordSample &s) {
                              return s.usage.has_value();
                          });
    // Every record from 80 % on is at the limit or near it. An absurd limit is no less so where its
    // eighty-fold is still a number.
    const qint64 eighty = 80 * std::min(records.limit, qint64(1) << 52);
    const bool counted = 100 * qint64(limit) >= eighty;
    if (counted && allNamed) {
        return {records.atLimit + named, true};
    }
    const bool allReach = 100 * qint64(limit) <= eighty;
    return {std::max(records.atLimit + named, allReach ? qint64(records.nearLimit) : 0), false};
}

} // namespace api
