#pragma once

#include "app/history/record.h"
#include "app/submission/outcomes.h"
#include "ui/widgets/banner.h"

#include <optional>

namespace ui::results {

/// What the panel says above a submission's results: what happened, the server's words whole, and
/// what to do next. Nullopt where every limit was stored as asked, or nothing has come back yet.
[[nodiscard]] std::optional<widgets::Message> verdict(const ::history::Record &record,
                                                      const submission::Reading &reading);

} // namespace ui::results
