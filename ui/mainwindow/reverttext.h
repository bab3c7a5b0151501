#pragma once

#include "app/submission/revert.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ui::mainwindow {

// What is said of limits that a revert leaves as they are.

/// A sentence for each limit that was or may have been changed and can't be reverted.
[[nodiscard]] QStringList revertWarnings(const std::vector<submission::LeftAsIs> &left);

/// Why none of them can be reverted, in lines.
[[nodiscard]] QString leftText(const std::vector<submission::LeftAsIs> &left);

} // namespace ui::mainwindow
