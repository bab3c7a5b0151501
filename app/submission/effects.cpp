#include "app/submission/effects.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace submission {

using limits::LiveLimit;

namespace {

/// Whether HubSpot may have written anything for it.
bool mayBeStored(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Stored:
    case Outcome::StoredDifferently:
    case Outcome::Missing:
    case Outcome::Unknown:
    case Outcome::Pending:
        return true;
    case Outcome::Failed:
    case Outcome::NotSent:
    case Outcome::NotStored:
        return false;
    }
    Q_UNREACHABLE();
}

bool isStored(Outcome outcome)
{
    return outcome == Outcome::Stored || outcome == Outcome::StoredDifferently;
}

Effect effectOf(const LimitOutcome &limit)
{
    if (!mayBeStored(limit.outcome)) {
        return Effect::None;
    }
    if (!isStored(limit.outcome)) {
        return Effect::Unsure;
    }
    const LiveLimit after = afterOf(limit);
    return after.known && after == limit.asked.before ? Effect::None : Effect::Changed;
}

/// By the table of names, else by the place of its request in the plan; what has a label is not.
bool isUnlabeled(const limits::PlannedRequest &request, const LimitOutcome &limit,
                 const limits::AssociationTypes &known)
{
    const limits::AssociationType *type =
        known.find(request.pair, limit.asked.category, limit.asked.typeId);
    return type != nullptr ? type->unlabeled
                           : labelOf(limit).isEmpty() && limits::isOfUnlabeled(request);
}

void add(LimitEffect &sum, const LimitOutcome &limit)
{
    const Effect effect = effectOf(limit);
    if (sum.effect == Effect::None || effect == Effect::Changed) {
        sum.effect = effect;
    }
    // One that was not carried out leaves what the one before it left, unless that was found.
    if (mayBeStored(limit.outcome) || limit.readBack) {
        sum.after = afterOf(limit);
    }
    sum.asked = limit.asked.limit;
    sum.outcome = limit.outcome;
    if (sum.label.isEmpty()) {
        sum.label = labelOf(limit);
    }
}

} // namespace

LiveLimit afterOf(const LimitOutcome &limit)
{
    if (limit.readBack) {
        return *limit.readBack;
    }
    switch (limit.outcome) {
    case Outcome::Stored:
        return LiveLimit::of(limit.asked.limit);
    case Outcome::StoredDifferently:
        return limit.stored ? LiveLimit::of(limit.stored) : LiveLimit::unknown();
    case Outcome::Failed:
    case Outcome::NotSent:
    case Outcome::NotStored:
        return limit.asked.before;
    case Outcome::Missing:
    case Outcome::Unknown:
    case Outcome::Pending:
        return LiveLimit::unknown();
    }
    Q_UNREACHABLE();
}

QString labelOf(const LimitOutcome &limit)
{
    return limit.label && !limit.label->isEmpty() ? *limit.label : limit.asked.label;
}

std::vector<LimitEffect> effectsOf(const history::Record &record,
                                   const limits::AssociationTypes &known)
{
    std::vector<LimitEffect> effects;
    std::map<std::tuple<QString, QString, limits::Category, qint32>, size_t> places;
    for (const LimitOutcome &limit : outcomesOf(record)) {
        const limits::PlannedRequest &request = record.exchanges.at(size_t(limit.exchange)).request;
        const auto &[from, to] = request.pair;
        const auto [place, isNew] = places.try_emplace(
            {from, to, limit.asked.category, limit.asked.typeId}, effects.size());
        if (isNew) {
            effects.push_back({.pair = request.pair,
                               .category = limit.asked.category,
                               .typeId = limit.asked.typeId,
                               .label = {},
                               .unlabeled = isUnlabeled(request, limit, known),
                               .before = limit.asked.before,
                               .asked = {},
                               .after = limit.asked.before});
        }
        add(effects[place->second], limit);
    }
    return effects;
}

} // namespace submission
