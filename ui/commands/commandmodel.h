#pragma once

#include "ui/commands/command.h"

#include <QAbstractListModel>

namespace ui::commands {

/// The commands that have all of the words somebody typed, best first.
class CommandModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role : quint16 {
        MenuRole = Qt::UserRole, ///< where the command is
        KeysRole                 ///< its shortcuts; may be empty
    };

    explicit CommandModel(std::vector<Command> commands, QObject *parent = nullptr);

    /// Words in any order, each of them somewhere in the command's text or menu, in capitals or not
    /// and with or without accents. Commands that begin with what was typed come first, then those
    /// in which all words begin one; otherwise they stay in the order of the menus.
    void setWords(const QString &typed);
    /// The first one that can be run now; invalid: there is none.
    [[nodiscard]] QModelIndex firstEnabled() const;
    /// May be null: an action can go while its command is shown.
    [[nodiscard]] QAction *action(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] const Command &at(const QModelIndex &index) const;

    std::vector<Command> m_commands;
    std::vector<size_t> m_shown; ///< places in the commands
};

} // namespace ui::commands
