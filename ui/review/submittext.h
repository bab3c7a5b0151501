#pragma once

#include "app/history/record.h"
#include "app/submission/runner.h"

#include <QString>

namespace ui::review {

/// "Saved 4 of 5 limits. 1 needs your attention."
[[nodiscard]] QString finishText(const ::history::Counts &counts);

/// "Checked: 4 stored, 1 unknown."
[[nodiscard]] QString checkText(const ::history::Counts &counts);

/// Why a submission was not begun.
[[nodiscard]] QString refusalText(const submission::Refusal &refusal);

} // namespace ui::review
