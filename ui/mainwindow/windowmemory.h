#pragma once

#include "app/limits/objecttypes.h"
#include "app/support/settings.h"

#include <vector>

QT_BEGIN_NAMESPACE
class QMainWindow;
class QSplitter;
QT_END_NAMESPACE

namespace ui::mainwindow {

/// The window as it was left, or as it looks at a first start.
void restoreLayout(QMainWindow &window, QSplitter &columns, QSplitter &rows,
                   const support::Settings &settings);
void saveLayout(const QMainWindow &window, const QSplitter &columns, const QSplitter &rows,
                support::Settings &settings);

/// Notes a pair as the last one used. Returns the object types used lately, newest first.
[[nodiscard]] std::vector<limits::ObjectType> rememberPair(const limits::ObjectType &from,
                                                           const limits::ObjectType &to,
                                                           const limits::ObjectTypes &known,
                                                           support::Settings &settings);

} // namespace ui::mainwindow
