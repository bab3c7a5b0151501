#pragma once

#include "app/api/batch.h"
#include "app/history/record.h"
#include "app/submission/outcomes.h"

#include <QMultiHash>

#include <optional>

namespace submission {

/// The limits of a pair as a read-back found them.
class FoundLimits
{
public:
    /// nullopt for one that failed or cannot be read, which proves nothing.
    [[nodiscard]] static std::optional<FoundLimits> in(const history::ReadBack &readBack);

    /// The limit of a type, "Many" where it has none. nullopt where that is not sure: its limit is
    /// not said, it is there twice, or a type of a category unknown here has its number.
    [[nodiscard]] std::optional<limits::LiveLimit> of(limits::Category category,
                                                      qint32 typeId) const;

private:
    QMultiHash<qint32, api::StoredLimit> m_byTypeId;
};

/// An outcome by the answer held against what was found of its type.
[[nodiscard]] LimitOutcome judged(LimitOutcome byAnswer,
                                  const std::optional<limits::LiveLimit> &found);

/// Whether what was found is what the answer makes one expect. HubSpot may be late in showing what
/// it stored, so where it is not, a later look may find something else.
[[nodiscard]] bool isSettled(const LimitOutcome &byAnswer,
                             const std::optional<limits::LiveLimit> &found);

} // namespace submission
