#include "app/submission/foundlimits.h"

#include "app/api/reads.h"

#include <algorithm>

namespace submission {

using limits::LiveLimit;

std::optional<FoundLimits> FoundLimits::in(const history::ReadBack &readBack)
{
    if (!readBack.attempt.reply) {
        return std::nullopt;
    }
    const auto configurations = api::decodeConfigurations(*readBack.attempt.reply);
    if (!configurations) {
        return std::nullopt;
    }
    FoundLimits found;
    for (const api::StoredLimit &limit : *configurations) {
        found.m_byTypeId.insert(limit.typeId, limit);
    }
    return found;
}

std::optional<LiveLimit> FoundLimits::of(limits::Category category, qint32 typeId) const
{
    std::vector<std::optional<qint32>> certain;
    std::vector<std::optional<qint32>> unsure;
    for (auto it = m_byTypeId.constFind(typeId); it != m_byTypeId.cend() && it.key() == typeId;
         ++it) {
        const auto its = limits::categoryFromWire(it->category);
        if (!its) {
            // Without a category it can be nothing else, where it is the only one of its number.
            (it->category.isEmpty() && m_byTypeId.count(typeId) == 1 ? certain : unsure)
                .push_back(it->limit);
        } else if (*its == category) {
            certain.push_back(it->limit);
        }
    }
    if (certain.empty()) {
        return unsure.empty() ? std::optional(LiveLimit::many()) : std::nullopt;
    }
    const auto &limit = certain.front();
    return limit && std::ranges::count(certain, limit) == std::ssize(certain)
               ? std::optional(LiveLimit::of(limit))
               : std::nullopt;
}

LimitOutcome judged(LimitOutcome byAnswer, const std::optional<LiveLimit> &found)
{
    LimitOutcome limit = std::move(byAnswer);
    if (!found) {
        return limit;
    }
    limit.readBack = found;
    const bool asAsked = *found == LiveLimit::of(limit.asked.limit);
    switch (limit.outcome) {
    case Outcome::Stored:
    case Outcome::StoredDifferently:
        limit.outcome = asAsked ? Outcome::Stored : Outcome::StoredDifferently;
        break;
    case Outcome::Missing:
    case Outcome::Unknown:
        // What was there before, where that is not known, is not known to be there still.
        limit.outcome = asAsked                        ? Outcome::Stored
                        : *found == limit.asked.before ? Outcome::NotStored
                                                       : Outcome::StoredDifferently;
        break;
    case Outcome::Failed:
    case Outcome::NotSent:
    case Outcome::Pending:
    case Outcome::NotStored:
        return limit;
    }
    limit.stored = found->limit;
    return limit;
}

bool isSettled(const LimitOutcome &byAnswer, const std::optional<LiveLimit> &found)
{
    const bool asAsked = found && *found == LiveLimit::of(byAnswer.asked.limit);
    switch (byAnswer.outcome) {
    case Outcome::Stored:
        return !found || asAsked;
    case Outcome::StoredDifferently:
        return !found || asAsked || found->limit == byAnswer.stored;
    case Outcome::Missing:
    case Outcome::Unknown:
        return asAsked;
    case Outcome::Failed:
    case Outcome::NotSent:
    case Outcome::Pending:
    case Outcome::NotStored:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace submission
