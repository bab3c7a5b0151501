#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace ui::widgets {

/// Gives a field the button that clears it, when for the first time there is something to clear:
/// for the button's icon Qt searches the desktop's themes, which is not for a program's start.
void offerToClear(QLineEdit &field);

} // namespace ui::widgets
