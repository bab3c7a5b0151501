#pragma once

#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace ui::widgets {

/// Asks before something that cannot be undone, over `parent`, without blocking. `accepted` is
/// called when the person presses the button `accept`; the other button leaves things as they are.
void ask(QWidget &parent, const QString &title, const QString &text, const QString &accept,
         const std::function<void()> &accepted);

} // namespace ui::widgets
