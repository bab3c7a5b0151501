#pragma once

#include "app/limits/category.h"
#include "app/limits/plan.h"
#include "app/sandbox/answer.h"
#include "app/support/expected.h"

#include <QByteArray>

#include <vector>

namespace sandbox {

/// One of the `inputs[]` of a batch.
struct BatchInput
{
    limits::Category category = limits::Category::HubSpotDefined;
    qint32 typeId = 0;
    qint32 maxToObjectIds = 0; ///< not read in a purge
};

/// HubSpot documents no highest number of inputs; this is the sandbox's own.
inline constexpr qsizetype mostInputs = 1000;

/// The inputs, or the 400 HubSpot answers to a body it cannot read. One wrong input refuses the
/// whole request: what breaks a rule is told by its input, what is no input at all is not.
[[nodiscard]] support::Expected<std::vector<BatchInput>, Answer>
readBatch(const QByteArray &body, limits::Operation operation);

} // namespace sandbox
