#pragma once

#include "app/history/record.h"
#include "app/limits/associationtypes.h"
#include "app/limits/plan.h"
#include "app/submission/effects.h"

#include <vector>

namespace submission {

/// Why a limit of a submission can't be taken back.
enum class Unrevertible : quint8 {
    Unchanged,     ///< the submission did not change it
    BeforeUnknown, ///< nobody knows what was there before
    Pending,       ///< it is still on its way
};

struct LeftAsIs
{
    LimitEffect limit;
    Unrevertible reason = Unrevertible::Unchanged;
};

/// How to take a submission back.
struct Revert
{
    /// Back to what was there before, for each limit that was or may have been changed. `base` and
    /// `live` are what the submission left, or what it asked for where that is unknown: where the
    /// account has another limit now, somebody changed it since.
    std::vector<limits::Edit> edits;
    std::vector<LeftAsIs> left; ///< the others
};

/// In the order in which the record's requests name the limits first. `known` tells the unlabeled
/// types that HubSpot defines.
[[nodiscard]] Revert revertEdits(const history::Record &record,
                                 const limits::AssociationTypes &known);

} // namespace submission
