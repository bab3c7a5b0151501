#pragma once

#include <QtGlobal>

#include <vector>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace ui::mainwindow {

/// Focuses the place after the one that has the focus, after the last and from elsewhere the first.
/// A place with nothing in it yet has nothing to focus and is passed over.
void focusNextPlace(std::vector<QWidget *> places);

} // namespace ui::mainwindow
