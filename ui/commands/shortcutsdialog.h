#pragma once

#include "ui/commands/command.h"

#include <QDialog>

#include <utility>
#include <vector>

QT_BEGIN_NAMESPACE
class QTreeWidget;
QT_END_NAMESPACE

namespace ui::commands {

/// What can be done by keys: the commands that have some, by their menus, and what is no command.
class ShortcutsDialog final : public QDialog
{
    Q_OBJECT
public:
    /// Words and the keys for them.
    using Further = std::vector<std::pair<QString, QString>>;

    /// `further`: keys of a table, which are no commands of a menu.
    ShortcutsDialog(const std::vector<Command> &commands, const Further &further,
                    QWidget *parent = nullptr);

private:
    void add(const QString &group, const QString &text, const QString &keys);

    QTreeWidget *m_tree;
};

} // namespace ui::commands
