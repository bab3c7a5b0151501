#pragma once

#include "app/history/record.h"
#include "app/submission/outcomes.h"
#include "ui/widgets/banner.h"

#include <optional>

namespace ui::results {

/// What the panel says above a submission's results: what happened, the server's words whole, what
/// reading back proved or why it failed, and what to do next. Nullopt where every limit was stored
/// as asked, or nothing has come back yet. `readingBack`: the limits are being read back still.
[[nodiscard]] std::optional<widgets::Message> verdict(const ::history::Record &record,
                                                      const submission::Reading &reading,
                                                      bool readingBack = false);

/// The exchange that went wrong: one whose limits are not all stored rather than one whose limits
/// were found all the same. Nullopt where none did.
[[nodiscard]] std::optional<qsizetype> troubledExchange(const submission::Reading &reading);

} // namespace ui::results
