#pragma once

#include "app/limits/document.h"
#include "app/live/pairreader.h"
#include "ui/widgets/banner.h"

#include <optional>

namespace ui::editor {

/// What could not be read of the pair and why, and what follows from it; nullopt where all could.
/// Also says what was read and can't be shown. `from` and `to` are the names of the objects.
[[nodiscard]] std::optional<widgets::Message> readProblem(const live::PairReading &reading,
                                                          const limits::Document &document,
                                                          const QString &from, const QString &to);

} // namespace ui::editor
