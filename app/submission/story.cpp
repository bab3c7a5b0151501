#include "app/submission/story.h"

#include "app/submission/effects.h"

#include <algorithm>

namespace submission {

using history::Record;
using limits::LiveLimit;

namespace {

StoryStep stepOf(const Record &record, const history::LimitKey &key, const LimitOutcome &limit)
{
    const history::Exchange &exchange = record.exchanges.at(size_t(limit.exchange));
    const bool back = key.pair != record.pair;
    return {.time = exchange.sentAt.value_or(record.createdAt),
            .record = record.id,
            .limit = limit,
            .after = afterOf(limit),
            .reverts = record.reverts,
            .accountName = record.accountName,
            .fromName = back ? record.toName : record.fromName,
            .toName = back ? record.fromName : record.toName};
}

/// What is certain not to have changed is still what was there before, though nobody looked.
bool isUntouched(Outcome outcome)
{
    return outcome == Outcome::Failed || outcome == Outcome::NotSent ||
           outcome == Outcome::NotStored;
}

} // namespace

std::vector<StoryStep> storySteps(const std::vector<Record> &records, const history::LimitKey &key)
{
    std::vector<StoryStep> steps;
    for (const Record &record : records) {
        const std::vector<LimitOutcome> outcomes = outcomesOf(record);
        for (auto limit = outcomes.rbegin(); limit != outcomes.rend(); ++limit) {
            const bool named =
                limit->asked.category == key.category && limit->asked.typeId == key.typeId &&
                record.exchanges.at(size_t(limit->exchange)).request.pair == key.pair;
            if (named) {
                steps.push_back(stepOf(record, key, *limit));
            }
        }
    }
    return steps;
}

std::vector<StoryPoint> storyPoints(const std::vector<StoryStep> &newestFirst)
{
    std::vector<StoryPoint> points;
    LiveLimit level;
    for (size_t i = newestFirst.size(); i-- > 0;) {
        const StoryStep &step = newestFirst[i];
        const LiveLimit &seen = step.limit.asked.before;
        StoryPoint point;
        point.time = step.time;
        point.step = i;
        point.changedBetween = level.known && seen.known && seen != level;
        point.before = seen.known ? seen : level;
        const bool carries = !step.after.known && isUntouched(step.limit.outcome);
        point.after = carries ? point.before : step.after;
        level = point.after;
        points.push_back(point);
    }
    return points;
}

} // namespace submission
