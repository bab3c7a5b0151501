#pragma once

#include "app/submission/outcomes.h"

namespace submission {

/// The limits of one exchange held against a 2xx that could be read. `unmatched` takes the errors
/// that could not be told to concern one of them.
[[nodiscard]] std::vector<LimitOutcome> matchResponse(std::vector<LimitOutcome> asked,
                                                      const api::BatchResponse &response,
                                                      int httpStatus,
                                                      std::vector<api::ErrorDetail> &unmatched);

/// Which of the limits an error is about, as indices: those its context names, else the one its
/// message names. Empty where it names none, or more than can be told apart.
[[nodiscard]] std::vector<size_t> concernedBy(const api::ErrorDetail &error,
                                              const std::vector<LimitOutcome> &limits);

} // namespace submission
