#pragma once

#include "app/history/store.h"

#include <QString>

namespace ui::mainwindow {

/// What is wrong with the history, with the system's words.
[[nodiscard]] QString storeErrorText(const ::history::StoreError &error);

/// A damaged history file was moved to `path`.
[[nodiscard]] QString setAsideText(const QString &path);

/// The program, and the versions and licences of what it is made of, as HTML. Takes a few
/// milliseconds: SQLite is asked for its version.
[[nodiscard]] QString aboutText();

} // namespace ui::mainwindow
