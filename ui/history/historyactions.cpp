#include "ui/history/historyactions.h"

#include "ui/history/historymodel.h"

#include <QAction>
#include <QListView>

#include <algorithm>

namespace ui::history {

HistoryActions::HistoryActions(QListView &list, const HistoryModel &model, QObject *parent)
    : QObject(parent)
    , m_list(list)
    , m_model(model)
{
    m_menu.setToolTipsVisible(true);
    add(Command::Show, tr("&Show"));
    add(Command::Compare, tr("&Compare"));
    m_menu.addSeparator();
    add(Command::Pin, tr("&Pin"), Qt::Key_P);
    add(Command::Note, tr("&Note…"), Qt::Key_N);
    m_menu.addSeparator();
    add(Command::Load, tr("&Load as drafts"));
    add(Command::Revert, tr("&Revert this submission…"));
    m_menu.addSeparator();
    add(Command::Export, tr("&Export…"));
    add(Command::Import, tr("&Import…"));
    m_menu.addSeparator();
    add(Command::Delete, tr("&Delete…"), QKeySequence::Delete);
    m_menu.addSeparator();
    add(Command::Storage, tr("S&torage…"));

    list.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&list, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        m_menu.popup(m_list.viewport()->mapToGlobal(position));
    });
    connect(list.selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HistoryActions::update);
    // The selection model forgets a reset model's rows without a word.
    connect(&model, &QAbstractItemModel::modelReset, this, &HistoryActions::update);
    connect(&model, &QAbstractItemModel::dataChanged, this, &HistoryActions::update);
    update();
}

HistoryActions::~HistoryActions() = default;

void HistoryActions::add(Command command, const QString &text, const QKeySequence &key)
{
    auto *action = new QAction(text, this);
    m_menu.addAction(action);
    m_list.addAction(action);
    action->setShortcut(key);
    // A letter alone: everywhere else it is to be typed.
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, command] { Q_EMIT triggered(command); });
    m_actions.emplace(command, action);
}

Selection HistoryActions::selection() const
{
    std::vector<const Entry *> entries;
    for (const QItemSelectionRange &range : m_list.selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            entries.push_back(&m_model.entry(row));
        }
    }
    // Not as they are shown: a pinned one stands above newer ones.
    std::ranges::sort(entries, std::ranges::greater(), &Entry::place);
    Selection selection;
    for (const Entry *entry : entries) {
        selection.ids.push_back(entry->id);
        selection.pinned += entry->pinned ? 1 : 0;
        selection.inFlight += entry->state == ::history::Record::State::InFlight ? 1 : 0;
    }
    return selection;
}

void HistoryActions::setState(bool opened, const QString &cannotWrite)
{
    m_opened = opened;
    m_cannotWrite = cannotWrite;
    update();
}

void HistoryActions::enable(Command command, bool enabled, const QString &why)
{
    QAction &changed = action(command);
    changed.setEnabled(enabled && why.isEmpty());
    changed.setToolTip(why.isEmpty() ? changed.text().remove(u'&') : why);
}

void HistoryActions::update()
{
    const Selection selected = selection();
    const auto count = int(selected.ids.size());
    const QString flying =
        selected.inFlight == count && count > 0 ? tr("It is being submitted") : QString();

    enable(Command::Show, count == 1);
    enable(Command::Compare, count == 1 || count == 2,
           count > 2 ? tr("Select one or two submissions to compare") : QString());
    //: Compare the submission with the account as it is now.
    action(Command::Compare).setText(count == 2 ? tr("&Compare the two") : tr("&Compare with now"));
    const bool unpins = count > 0 && selected.pinned == count;
    action(Command::Pin).setText(unpins ? tr("Un&pin") : tr("&Pin"));
    enable(Command::Pin, count > 0, m_cannotWrite);
    enable(Command::Note, count == 1, m_cannotWrite);
    enable(Command::Load, count == 1);
    enable(Command::Revert, count == 1, flying);
    enable(Command::Export, m_opened);
    enable(Command::Import, m_opened, m_cannotWrite);
    enable(Command::Delete, count > 0, m_cannotWrite.isEmpty() ? flying : m_cannotWrite);
    enable(Command::Storage, m_opened);
}

} // namespace ui::history
