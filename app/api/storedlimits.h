#pragma once

#include "app/api/batch.h"
#include "app/api/jsonfields.h"

#include <vector>

namespace api {

/// The `results` of a body: of a batch and of the configurations of a pair they are the same.
/// `typeId` is required in each, and so is the list itself.
[[nodiscard]] std::vector<StoredLimit> storedLimitsOf(const Fields &body);

} // namespace api
