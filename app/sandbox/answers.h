#pragma once

#include "app/limits/plan.h"
#include "app/sandbox/account.h"
#include "app/sandbox/answer.h"
#include "app/sandbox/batchrun.h"
#include "app/sandbox/catalogue.h"

#include <QDateTime>
#include <QTimeZone>

#include <optional>
#include <vector>

/// The bodies of HubSpot's answers when all is well. The headers all answers share are added where
/// they are sent.
namespace sandbox::answers {

/// The three times of a batch, taken from the clock when they happened.
struct BatchTimes
{
    QDateTime requestedAt;
    QDateTime startedAt;
    QDateTime completedAt;
};

[[nodiscard]] Answer accountDetails(const QTimeZone &zone, const QDateTime &now);
[[nodiscard]] Answer schemas(const Catalogue &catalogue);
[[nodiscard]] Answer enablement(const Catalogue &catalogue);
[[nodiscard]] Answer labels(const limits::Pair &pair, const std::vector<AssociationType> &types);
[[nodiscard]] Answer limitsSet(const std::vector<Limit> &limits);
/// The sandbox has no records. These are made up, always the same share of the limit each, so that
/// some are at the limit and some near it (from 80 %); none where there is no limit.
[[nodiscard]] Answer recordsNearLimit(const CrmObject &from, std::optional<qint32> limit);

[[nodiscard]] Answer batch(limits::Operation operation, const BatchTimes &times,
                           const BatchOutcome &outcome);

} // namespace sandbox::answers
