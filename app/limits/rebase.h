#pragma once

#include "app/limits/live.h"
#include "app/limits/plan.h"

#include <optional>
#include <vector>

namespace limits {

/// How an edit stands against the account's limit as it was read just now.
enum class Standing : quint8 {
    Ready,    ///< to be sent as it was made
    Unseen,   ///< the live limit could not be read: it would be sent without knowing it
    Done,     ///< the account has the wanted limit already
    Conflict, ///< somebody changed the limit since the edit was made, to another one
};

/// What becomes of a conflict: the edit is sent all the same, or the account's limit stays.
enum class Decision : quint8 { Open, KeepMine, TakeTheirs };

struct RebasedEdit
{
    /// `live` is what was read just now; so are `label` and `unlabeled`, where the types were read.
    Edit edit;
    Standing standing = Standing::Ready;
    Decision decision = Decision::Open; ///< of a conflict; open elsewhere
    /// False where the account's types were read whole and this is none of them.
    bool listed = true;

    bool operator==(const RebasedEdit &) const = default;
};

/// Whether the limit is known to become lower; from "Many" every number is.
[[nodiscard]] bool lowers(const Edit &edit);

/// Ready, unseen, or a conflict in which mine is kept.
[[nodiscard]] bool isSent(const RebasedEdit &rebased);

/// Edits held against what the account has now.
struct Rebase
{
    std::vector<RebasedEdit> edits; ///< one for each edit, in their order

    [[nodiscard]] qsizetype count(Standing standing) const;
    /// Conflicts without a decision.
    [[nodiscard]] qsizetype openConflicts() const;
    /// For the plan: all edits that are sent.
    [[nodiscard]] std::vector<Edit> toSend() const;
    /// Edits that are over without being sent: done already, or theirs was taken.
    [[nodiscard]] std::vector<Edit> settled() const;

    bool operator==(const Rebase &) const = default;
};

/// `fresh` has what was read of each direction; a direction that is not in it is unknown.
[[nodiscard]] Rebase rebase(const std::vector<Edit> &edits, const std::vector<LivePair> &fresh);

/// A label that would stand above the unlabeled type of its direction, which HubSpot refuses.
struct RuleBreak
{
    Pair pair;
    Category category = Category::UserDefined;
    qint32 typeId = 0;
    QString label;
    qint32 limit = 0;          ///< that the label would have
    qint32 unlabeledLimit = 0; ///< that the unlabeled type would have
    bool labelIsSent = false;  ///< false: only the unlabeled type is changed, to below the label

    bool operator==(const RuleBreak &) const = default;
};

/// What HubSpot would refuse if `sent` were written to an account that stands as `fresh`: the table
/// was checked against what was known when it was edited. Limits that are not known break nothing.
[[nodiscard]] std::vector<RuleBreak> ruleBreaks(const std::vector<Edit> &sent,
                                                const std::vector<LivePair> &fresh);

} // namespace limits
