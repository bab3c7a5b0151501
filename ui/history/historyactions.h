#pragma once

#include <QMenu>
#include <QObject>
#include <QUuid>

#include <map>
#include <vector>

QT_BEGIN_NAMESPACE
class QAction;
class QListView;
QT_END_NAMESPACE

namespace ui::history {

class HistoryModel;

/// What can be done with a submission of the history, or with several.
enum class Command : quint8 {
    Show,
    Compare,
    Pin,
    Note,
    Load,
    Revert,
    Export,
    Import,
    Delete,
    Storage
};

/// The selected submissions, newest first.
struct Selection
{
    std::vector<QUuid> ids;
    int pinned = 0;
    int inFlight = 0; ///< being submitted still
};

/// The commands of the history as actions: in a menu, in the list's context menu and by keys while
/// the list has the focus. Each is enabled only where it has a point, else its tool tip says why.
class HistoryActions : public QObject
{
    Q_OBJECT
public:
    HistoryActions(QListView &list, const HistoryModel &model, QObject *parent = nullptr);
    ~HistoryActions() override;

    [[nodiscard]] QMenu &menu() { return m_menu; }
    [[nodiscard]] QAction &action(Command command) const { return *m_actions.at(command); }
    [[nodiscard]] Selection selection() const;

    /// `opened`: there is a history. `cannotWrite` says why it cannot be changed; empty: it can.
    void setState(bool opened, const QString &cannotWrite);

Q_SIGNALS:
    void triggered(ui::history::Command command);

private:
    void add(Command command, const QString &text, const QKeySequence &key = {});
    void enable(Command command, bool enabled, const QString &why = {});
    void update();

    QListView &m_list;
    const HistoryModel &m_model;
    QMenu m_menu;
    std::map<Command, QAction *> m_actions;
    bool m_opened = false;
    QString m_cannotWrite;
};

} // namespace ui::history
