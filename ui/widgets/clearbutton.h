#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace ui::widgets {

/// Gives a field the button that clears it, when for the first time there is something to clear:
/// Qt searches the desktop's themes for the button's icon and loads image formats for it, which was
/// measured to take a tenth of the program's start.
void offerToClear(QLineEdit &field);

} // namespace ui::widgets
