#include "app/limits/row.h"

namespace limits {

using namespace Qt::StringLiterals;

void Row::parse(std::span<const AssociationType> known)
{
    ownIssues = {};
    typeId.reset();
    category.reset();
    limit.reset();
    if (const auto id = parseTypeId(draft.typeId)) {
        typeId = *id;
    } else {
        ownIssues |= id.error();
    }
    if (!draft.category.isEmpty()) {
        category = parseCategory(draft.category);
        ownIssues.setFlag(Issue::CategoryUnknown, !category);
    } else if (typeId) {
        category = defaultCategory(known, *typeId);
    }
    hasEntry = false;
    if (draft.limit.isEmpty()) {
        // A row nobody has filled in yet is no mistake, and neither is one of the account.
        if (!ofAccount && draft.typeId.isEmpty()) {
            ownIssues &= ~Issues(Issue::TypeIdMissing);
        } else {
            ownIssues.setFlag(Issue::NothingToSend, !ofAccount);
        }
        return;
    }
    const auto entered = parseLimit(draft.limit);
    if (!entered) {
        ownIssues |= entered.error();
        return;
    }
    limit = *entered;
    hasEntry = true;
    ownIssues.setFlag(Issue::AboveUsualHighest, limit > usualHighestLimit);
    if (!isChange()) {
        ownIssues |= Issue::AlreadySo;
    } else if (draft.base.known && live.known && draft.base != live) {
        ownIssues |= Issue::ChangedMeanwhile;
    }
}

void Row::become(const LiveType &type)
{
    ofAccount = true;
    unlabeled = type.unlabeled;
    live = type.limit;
    label = type.label;
    draft.typeId = QString::number(type.typeId);
    draft.category = wireName(type.category);
}

LiveLimit Row::effective() const
{
    return hasEntry ? LiveLimit::of(limit) : live;
}

} // namespace limits
