#pragma once

#include "app/history/record.h"
#include "app/limits/associationtypes.h"
#include "app/limits/live.h"
#include "app/submission/effects.h"

#include <optional>
#include <vector>

namespace submission {

/// What one record says of a limit.
struct ComparedSide
{
    limits::LiveLimit before;         ///< unknown where the record does not ask for it
    std::optional<LimitEffect> asked; ///< nullopt: the record does not ask for this limit
    /// After the submission. Of a limit that was not asked for it is known where it was read back.
    limits::LiveLimit after;
};

/// A limit that at least one of two records asks for.
struct ComparedLimit
{
    limits::Pair pair;
    limits::Category category = limits::Category::UserDefined;
    qint32 typeId = 0;
    QString label;          ///< may be empty
    bool unlabeled = false; ///< as far as is known
    ComparedSide earlier;
    ComparedSide later;

    /// Whether the two left another limit, or it is not known that they did not.
    [[nodiscard]] bool differs() const;
};

/// How what the account has now stands to what a record left.
enum class Since : quint8 {
    AsLeft,
    Changed, ///< by somebody, or another submission
    Unknown, ///< what was left, or what is there now, is not known
};

/// A limit of a record beside the one the account has now.
struct LimitNow
{
    LimitEffect limit;
    limits::LiveLimit now;
    Since since = Since::Unknown;
};

/// The limits that either of them asks for, each once: by direction, the earlier record's pair
/// first; within it unlabeled types first, then by label and type ID.
[[nodiscard]] std::vector<ComparedLimit> compare(const history::Record &earlier,
                                                 const history::Record &later,
                                                 const limits::AssociationTypes &known);

/// The limits that the record asks for, in the same order. `now` has what was read of each
/// direction; one that is not in it is unknown.
[[nodiscard]] std::vector<LimitNow> compareWithNow(const history::Record &record,
                                                   const std::vector<limits::LivePair> &now,
                                                   const limits::AssociationTypes &known);

} // namespace submission
