#pragma once

#include "app/history/record.h"
#include "app/submission/outcomes.h"

#include <QDateTime>
#include <QUuid>

#include <vector>

namespace submission {

/// One time a limit was asked for.
struct StoryStep
{
    QDateTime time; ///< UTC: when its request was sent, else when it was submitted
    QUuid record;
    LimitOutcome limit;      ///< with what was there before and what was asked for
    limits::LiveLimit after; ///< see afterOf()
    QUuid reverts;           ///< the record that it took back; null: none
    QString accountName;     ///< as they were called then
    QString fromName;        ///< of the limit's own direction
    QString toName;

    bool operator==(const StoryStep &) const = default;
};

/// Newest first, from records as history::Store::story() gives them: newest first, and what they
/// say of other limits does not count.
[[nodiscard]] std::vector<StoryStep> storySteps(const std::vector<history::Record> &records,
                                                const history::LimitKey &key);

/// A point of the chart of a limit over time.
struct StoryPoint
{
    QDateTime time;
    /// Just before: as it was known then, else what the point before left.
    limits::LiveLimit before;
    /// From then on. A change that failed leaves what was there before; unknown is unknown.
    limits::LiveLimit after;
    /// What was there before is not what the point before left: it was changed in between, in
    /// another way.
    bool changedBetween = false;
    size_t step = 0; ///< index of its step

    bool operator==(const StoryPoint &) const = default;
};

/// One for each step, oldest first.
[[nodiscard]] std::vector<StoryPoint> storyPoints(const std::vector<StoryStep> &newestFirst);

} // namespace submission
