#pragma once

#include "app/history/store.h"

#include <QString>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace ui::mainwindow {

/// What is wrong with the history, with the system's words.
[[nodiscard]] QString storeErrorText(const ::history::StoreError &error);

/// A damaged history file was moved to `path`.
[[nodiscard]] QString setAsideText(const QString &path);

/// Which version of the program this is, and what it is for.
void showAbout(QWidget &window);

} // namespace ui::mainwindow
