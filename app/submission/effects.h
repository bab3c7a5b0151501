#pragma once

#include "app/history/record.h"
#include "app/limits/associationtypes.h"
#include "app/submission/outcomes.h"

#include <optional>
#include <vector>

namespace submission {

/// What the account has of a limit after it was asked for: as it was found, else as the answer
/// says, else what was there before, where nothing was changed for certain. Unknown elsewhere.
[[nodiscard]] limits::LiveLimit afterOf(const LimitOutcome &limit);

/// The label that HubSpot reports, else the one known when the limit was asked for; may be empty.
[[nodiscard]] QString labelOf(const LimitOutcome &limit);

/// Whether a submission made a limit another one.
enum class Effect : quint8 {
    None,    ///< certainly not: it failed, or the limit is what it was before
    Changed, ///< it is stored, and not known to be what it was before
    Unsure,  ///< nobody knows, or not yet
};

/// What a submission did to one limit, whatever number of its requests name it.
struct LimitEffect
{
    limits::Pair pair;
    limits::Category category = limits::Category::UserDefined;
    qint32 typeId = 0;
    QString label;                      ///< see labelOf()
    bool unlabeled = false;             ///< the plain association, as far as is known
    limits::LiveLimit before;           ///< before the first request that names it
    std::optional<qint32> asked;        ///< by the last of them; nullopt: "Many"
    limits::LiveLimit after;            ///< after the last of them
    Effect effect = Effect::None;       ///< of all of them
    Outcome outcome = Outcome::Pending; ///< of the last of them
};

/// One per limit asked for, in the order in which the requests name them first. `known` tells the
/// unlabeled types that HubSpot defines.
[[nodiscard]] std::vector<LimitEffect> effectsOf(const history::Record &record,
                                                 const limits::AssociationTypes &known);

} // namespace submission
