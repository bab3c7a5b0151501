#include "app/history/record.h"

namespace history {

std::optional<RecordOutcome> outcomeOf(const Counts &counts)
{
    if (counts.pending > 0) {
        return std::nullopt;
    }
    if (counts.unknown + counts.missing > 0) {
        return RecordOutcome::Unknown;
    }
    if (counts.stored == counts.total()) {
        return RecordOutcome::AllStored;
    }
    return counts.stored + counts.storedDifferently == 0 ? RecordOutcome::Failed
                                                         : RecordOutcome::SomeFailed;
}

} // namespace history
