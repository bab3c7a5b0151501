#pragma once

#include <QPointer>
#include <QString>

#include <vector>

QT_BEGIN_NAMESPACE
class QAction;
class QMenuBar;
QT_END_NAMESPACE

namespace ui::commands {

/// A command of the window, as the menus have it. The action belongs to whoever made it.
struct Command
{
    QPointer<QAction> action;
    QString menu; ///< where it is, for example "Edit", or "History › Date" in a submenu
    QString text; ///< without its mnemonic
    QString keys; ///< all its shortcuts as a person reads them; may be empty
};

/// What can be reached from the menus, in their order and as they are now: the menus are the only
/// list of commands there is. Neither separators nor what is not shown.
[[nodiscard]] std::vector<Command> commandsOf(const QMenuBar &menus);

/// The text of an action or a menu as it is read: without the mark of its mnemonic.
[[nodiscard]] QString readableText(const QString &text);

} // namespace ui::commands
