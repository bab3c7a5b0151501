#include "app/submission/revert.h"

namespace submission {

using limits::LiveLimit;

Revert revertEdits(const history::Record &record, const limits::AssociationTypes &known)
{
    Revert revert;
    for (LimitEffect &limit : effectsOf(record, known)) {
        if (limit.outcome == Outcome::Pending) {
            revert.left.push_back({std::move(limit), Unrevertible::Pending});
        } else if (limit.effect == Effect::None) {
            revert.left.push_back({std::move(limit), Unrevertible::Unchanged});
        } else if (!limit.before.known) {
            revert.left.push_back({std::move(limit), Unrevertible::BeforeUnknown});
        } else {
            const LiveLimit base = limit.after.known ? limit.after : LiveLimit::of(limit.asked);
            revert.edits.push_back({.pair = limit.pair,
                                    .category = limit.category,
                                    .typeId = limit.typeId,
                                    .label = limit.label,
                                    .unlabeled = limit.unlabeled,
                                    .base = base,
                                    .live = base,
                                    .wanted = limit.before.limit});
        }
    }
    return revert;
}

} // namespace submission
