#pragma once

#include "app/api/reads.h"
#include "app/limits/associationtypes.h"
#include "app/limits/live.h"

#include <optional>
#include <vector>

namespace live {

/// What is known of a direction from its labels and its configurations, each of which may not have
/// been read. A type is found by category and type ID. What was not read leaves its part unknown:
/// without labels only the types that have a limit are there, and of them `known` tells the
/// unlabeled ones that HubSpot defines; without configurations no limit is known, and none is
/// "Many". Nor is a limit known that HubSpot lists without a value, or twice with two.
[[nodiscard]] limits::LivePair
join(const limits::Pair &pair, const std::optional<std::vector<api::TypeLabel>> &labels,
     const std::optional<std::vector<api::StoredLimit>> &configurations,
     const limits::AssociationTypes &known);

} // namespace live
