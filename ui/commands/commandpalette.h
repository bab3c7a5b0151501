#pragma once

#include "ui/commands/command.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QListView;
QT_END_NAMESPACE

namespace ui::widgets {
class EmptyState;
}

namespace ui::commands {

class CommandModel;

/// Every command of the menus, to be found by words and run: what is not enabled now is shown, too,
/// but passed over. It keeps nothing of what was typed or run.
class CommandPalette final : public QDialog
{
    Q_OBJECT
public:
    explicit CommandPalette(std::vector<Command> commands, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find(const QString &typed);
    void choose(const QModelIndex &index);
    /// Up and down the commands that can be run, from the end on to the start.
    void step(int rows);
    /// The dialog closes first: the command may open one of its own, or go to a place.
    void run();

    CommandModel *m_model;
    QLineEdit *m_words;
    QListView *m_list;
    widgets::EmptyState *m_none;
};

} // namespace ui::commands
