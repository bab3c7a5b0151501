#pragma once

#include "app/limits/rebase.h"
#include "ui/review/changesmodel.h"

namespace ui::review {

// What the review says of an edit, in words.

/// "5", "Many", "unknown".
[[nodiscard]] QString limitText(const limits::LiveLimit &limit);
/// The label, or words for the association without one; empty where no name is known.
[[nodiscard]] QString labelText(const limits::Edit &edit);
/// "from 5 to 3", "from 3 to Many (limit removed)".
[[nodiscard]] QString changeText(const limits::Edit &edit);
/// "Create", "Update", "Remove", "Nothing", "Undecided".
[[nodiscard]] QString actionText(const limits::RebasedEdit &rebased);
/// What is to be said of how it stands, in sentences; may be empty.
[[nodiscard]] QStringList standingTexts(const limits::RebasedEdit &rebased);
/// "Keep mine: 3. Chosen."
[[nodiscard]] QString choiceText(const limits::RebasedEdit &rebased, limits::Decision decision);
/// Said where a limit is lowered to `limit`.
[[nodiscard]] QString notRetroactiveText(qint32 limit);
/// How many records have reached `limit` already, as far as it is known.
[[nodiscard]] QString recordsText(const RecordsRead &records, qint32 limit);
/// Why HubSpot would refuse it, in one sentence that names the label.
[[nodiscard]] QString ruleBreakText(const limits::RuleBreak &broken);

} // namespace ui::review
