#pragma once

#include "app/history/store.h"
#include "app/submission/runner.h"

#include <QString>

namespace ui::mainwindow {

/// "Saved 4 of 5 limits. 1 needs your attention."
[[nodiscard]] QString finishText(const ::history::Counts &counts);

/// Why a submission was not begun.
[[nodiscard]] QString refusalText(const submission::Refusal &refusal);

/// What is wrong with the history, with the system's words.
[[nodiscard]] QString storeErrorText(const ::history::StoreError &error);

/// A damaged history file was moved to `path`.
[[nodiscard]] QString setAsideText(const QString &path);

[[nodiscard]] QString aboutText();

} // namespace ui::mainwindow
