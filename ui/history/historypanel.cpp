#include "ui/history/historypanel.h"

#include "ui/history/filterbar.h"
#include "ui/history/historydelegate.h"
#include "ui/history/historyedits.h"
#include "ui/history/historymodel.h"
#include "ui/history/storagedialog.h"
#include "ui/history/storewords.h"
#include "ui/history/workrow.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/menubutton.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui::history {

using namespace Qt::StringLiterals;
using ::history::Finder;
using ::history::Store;

HistoryPanel::HistoryPanel(const support::Clock &clock, support::Settings &settings,
                           QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_settings(settings)
    , m_model(new HistoryModel(clock, this))
    , m_filter(new FilterBar(clock, this))
    , m_more(new widgets::MenuButton(this))
    , m_notice(new widgets::Banner(this))
    , m_trouble(new widgets::Banner(this))
    , m_work(new WorkRow(this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QListView)
    , m_empty(new widgets::EmptyState)
    , m_edits(new HistoryEdits(clock, *m_work, *this))
    , m_findAction(new QAction(tr("&Find in history"), this))
    , m_filterAction(new QAction(tr("Filter histor&y…"), this))
    , m_line(new QAction(this))
{
    // Before the list has the model: what a selection does when rows come and go, and it tells of
    // each of these, is no person's choice.
    const auto begin = [this] { m_selecting = true; };
    connect(m_model, &QAbstractItemModel::rowsAboutToBeInserted, this, begin);
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, begin);
    connect(m_model, &QAbstractItemModel::rowsAboutToBeMoved, this, begin);
    makeList();
    m_actions = new HistoryActions(*m_list, *m_model, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    makeHeader();
    makeSearchActions();
    layout->addWidget(m_filter);
    layout->addWidget(m_notice);
    layout->addWidget(m_trouble);
    layout->addWidget(m_work);
    layout->addWidget(m_stack, 1);
    m_notice->hide();
    m_trouble->hide();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);

    connectFilter();
    connectModel();
    connect(m_actions, &HistoryActions::triggered, this, &HistoryPanel::run);
    connect(m_edits, &HistoryEdits::failed, this, &HistoryPanel::showTrouble);
    connect(m_edits, &HistoryEdits::busyChanged, this, &HistoryPanel::showState);
    showState();
}

HistoryPanel::~HistoryPanel() = default;

void HistoryPanel::makeHeader()
{
    auto *title = new QLabel(tr("History"), this);
    QFont bold = title->font();
    bold.setWeight(QFont::Bold);
    title->setFont(bold);
    title->setBuddy(m_list);
    //: A button that opens a menu of commands.
    m_more->setText(tr("…"));
    m_more->offer(m_actions->menu());
    m_more->setToolTip(tr("What can be done with the history"));
    widgets::setStableName(*m_more, "History actions"_L1, tr("What can be done with the history"));
    auto *header = new QHBoxLayout;
    header->setContentsMargins(8, 2, 4, 2);
    header->setSpacing(2);
    header->addWidget(title, 1);
    header->addWidget(&m_filter->button());
    header->addWidget(m_more);
    static_cast<QVBoxLayout *>(layout())->addLayout(header);
}

void HistoryPanel::makeSearchActions()
{
    m_line->setSeparator(true);
    m_findAction->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    connect(m_findAction, &QAction::triggered, m_filter, &FilterBar::focusSearch);
    connect(m_filterAction, &QAction::triggered, &m_filter->button(), &QAbstractButton::click);
}

QList<QAction *> HistoryPanel::menuActions() const
{
    QList<QAction *> actions = m_actions->menu().actions();
    actions.prepend(m_line);
    actions.prepend(m_filterAction);
    actions.prepend(m_findAction);
    return actions;
}

void HistoryPanel::makeList()
{
    widgets::setStableName(*m_list, "History"_L1, tr("Submissions, newest first"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HistoryDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setAlternatingRowColors(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    setFocusProxy(m_list);
    // Not the current entry: a list that gets the focus makes its first entry current by itself.
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HistoryPanel::takeSelection);
    // Return on an entry that has the focus without being selected, or that is shown no longer.
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex &entry) {
        const QUuid id = entry.data(HistoryModel::IdRole).toUuid();
        select(id);
        Q_EMIT recordActivated(id);
    });
}

void HistoryPanel::connectFilter()
{
    connect(m_filter, &FilterBar::filterChanged, m_model, &HistoryModel::setFilter);
    connect(m_filter, &FilterBar::dayChanged, m_model, &HistoryModel::updateTimes);
    connect(m_filter, &FilterBar::left, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_filter, &FilterBar::menuOpening, this, [this] {
        // Small, and read only when it is asked for. What cannot be read is no choice.
        if (const auto accounts = m_store->accounts()) {
            m_filter->setAccounts(*accounts);
        }
    });
    connect(m_empty, &widgets::EmptyState::pressed, this, [this] {
        if (m_unreadable) {
            m_model->findAgain();
        } else {
            m_filter->clear();
        }
    });
}

void HistoryPanel::connectModel()
{
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, [this] {
        m_selecting = false;
        showState();
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) {
                m_selecting = false;
                keepSelection(first, last);
            });
    connect(m_model, &QAbstractItemModel::rowsMoved, this, [this] { m_selecting = false; });
    connect(m_model, &QAbstractItemModel::modelReset, this,
            [this] { keepSelection(0, m_model->rowCount() - 1); });
    connect(m_model, &HistoryModel::answered, this, [this] {
        if (m_unreadable) {
            m_unreadable = false;
            m_trouble->hide();
        }
        showState();
    });
    connect(m_model, &HistoryModel::readFailed, this, [this](const ::history::StoreError &error) {
        m_unreadable = true;
        showTrouble(tr("The history could not be read."), troubleText(error));
        showState();
    });
}

void HistoryPanel::setHistory(Store *store, Finder *finder)
{
    if (m_store != nullptr) {
        disconnect(m_store, nullptr, this, nullptr);
    }
    m_store = store;
    m_finder = finder;
    m_unavailable.clear();
    m_unreadable = false;
    m_trouble->hide();
    m_edits->setHistory(store, finder);
    if (store != nullptr && finder != nullptr) {
        // What is written here is to be seen at once.
        connect(store, &Store::written, finder, &Finder::look);
    }
    m_model->setFinder(finder);
    if (store != nullptr && store->isReadOnly()) {
        m_trouble->setMessage({widgets::Tone::Info,
                               tr("The history can only be looked at."),
                               troubleText({::history::StoreErrorKind::NewerVersion, {}}),
                               {},
                               {},
                               {}});
        m_trouble->show();
    }
    showState();
}

void HistoryPanel::setCurrentAccount(const QString &accountId)
{
    m_model->setCurrentAccount(accountId);
}

void HistoryPanel::setUnavailable(const QString &words)
{
    setHistory(nullptr, nullptr);
    m_unavailable = words;
    showState();
}

void HistoryPanel::setNotice(const QString &words)
{
    widgets::Message message;
    message.tone = widgets::Tone::Warning;
    message.words = words;
    m_notice->setVisible(!words.isEmpty());
    m_notice->setMessage(message);
}

void HistoryPanel::showTrouble(const QString &title, const QString &words)
{
    m_trouble->setMessage({widgets::Tone::Bad, title, words, {}, {}, {}});
    m_trouble->show();
}

void HistoryPanel::select(const QUuid &id)
{
    const QScopedValueRollback selecting(m_selecting, true);
    m_chosen = {id};
    const QModelIndex entry = m_model->indexOf(id);
    if (entry.isValid()) {
        m_list->setCurrentIndex(entry);
    } else {
        m_list->selectionModel()->clear();
    }
}

void HistoryPanel::clearSelection()
{
    const QScopedValueRollback selecting(m_selecting, true);
    m_chosen.clear();
    m_list->selectionModel()->clear();
}

/// Takes what the list has selected for what a person chose.
void HistoryPanel::takeSelection()
{
    if (m_selecting) {
        return;
    }
    m_chosen.clear();
    const Selection selection = m_actions->selection();
    for (const QUuid &id : selection.ids) {
        m_chosen.insert(id);
    }
    if (selection.ids.size() == 1) {
        Q_EMIT recordActivated(selection.ids.front());
    }
}

/// Selects what was chosen and is shown again, or is shown only now.
void HistoryPanel::keepSelection(int first, int last)
{
    const QScopedValueRollback selecting(m_selecting, true);
    QItemSelectionModel &selected = *m_list->selectionModel();
    for (int row = first; !m_chosen.isEmpty() && row <= last; ++row) {
        const QModelIndex entry = m_model->index(row);
        if (m_chosen.contains(m_model->entry(row).id) && !selected.isSelected(entry)) {
            if (!selected.currentIndex().isValid()) {
                selected.setCurrentIndex(entry, QItemSelectionModel::NoUpdate);
            }
            selected.select(entry, QItemSelectionModel::Select);
        }
    }
    showState();
}

void HistoryPanel::run(Command command)
{
    const Selection selected = m_actions->selection();
    const QUuid id = selected.ids.empty() ? QUuid() : selected.ids.front();
    switch (command) {
    case Command::Show:
        Q_EMIT recordActivated(id);
        return;
    case Command::Compare:
        if (selected.ids.size() == 2) {
            Q_EMIT compareRequested(selected.ids.back(), id);
        } else {
            Q_EMIT compareWithNowRequested(id);
        }
        return;
    case Command::Pin:
        m_edits->pin(selected, size_t(selected.pinned) < selected.ids.size());
        return;
    case Command::Note:
        m_edits->editNote(id, m_model->aboutText(id));
        return;
    case Command::Load:
        Q_EMIT loadRequested(id);
        return;
    case Command::Revert:
        Q_EMIT revertRequested(id);
        return;
    case Command::Export:
        Q_EMIT exportRequested(m_model->filter(), m_model->matching().value_or(m_model->rowCount()),
                               selected.ids);
        return;
    case Command::Import:
        Q_EMIT importRequested();
        return;
    case Command::Delete:
        m_edits->askAndDelete(selected);
        return;
    case Command::Storage:
        openStorage();
        return;
    }
    Q_UNREACHABLE();
}

void HistoryPanel::openStorage()
{
    auto *dialog = new StorageDialog(*m_store, m_clock, m_settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &StorageDialog::written, m_finder, &Finder::look);
    dialog->open();
}

void HistoryPanel::showState()
{
    const bool opened = m_store != nullptr && m_finder != nullptr;
    const bool any = m_model->rowCount() > 0;
    m_filter->setEnabled(opened);
    m_filter->button().setEnabled(opened);
    m_findAction->setEnabled(opened);
    m_filterAction->setEnabled(opened);
    m_more->setEnabled(opened);
    const QString cannotWrite = !opened || m_store->isReadOnly()
                                    ? troubleText({::history::StoreErrorKind::NewerVersion, {}})
                                : m_edits->isBusy() ? tr("The history is being changed")
                                                    : QString();
    m_actions->setState(opened, cannotWrite);
    m_stack->setCurrentWidget(any ? static_cast<QWidget *>(m_list) : m_empty);
    showCount();
    if (!any) {
        showEmpty();
    }
}

void HistoryPanel::showEmpty()
{
    if (!m_unavailable.isEmpty()) {
        m_empty->setText(tr("The history is not available"), m_unavailable);
    } else if (m_unreadable) {
        m_empty->setText(tr("The history could not be read"), {}, tr("Try again"));
    } else if (!m_model->hasFound()) {
        m_empty->setText(tr("Opening the history"), {});
    } else if (!m_model->filter().isEmpty()) {
        m_empty->setText(tr("Nothing matches"),
                         tr("No submission is like that. A search looks for exactly these "
                            "characters, in capitals or not."),
                         m_filter->choice().text.isEmpty() ? tr("Clear the filters")
                                                           : tr("Clear search and filters"));
    } else {
        m_empty->setText(tr("No submissions yet"),
                         tr("Everything you submit is kept here, with what HubSpot answered."));
    }
}

void HistoryPanel::showCount()
{
    const QLocale locale;
    const bool known = m_model->matching().has_value();
    const qint64 shown = known ? *m_model->matching() : m_model->rowCount();
    const bool exact = known || m_model->isComplete();
    if (!m_model->hasFound()) {
        m_filter->setCount({});
    } else if (!m_model->all()) {
        m_filter->setCount(tr("Counting…"));
    } else if (m_model->filter().isEmpty() && exact) {
        m_filter->setCount(tr("%Ln submissions", nullptr, int(*m_model->all())));
    } else {
        const QString all = locale.toString(*m_model->all());
        //: How many submissions are shown, of how many there are.
        m_filter->setCount(exact ? tr("%1 of %2").arg(locale.toString(shown), all)
                                 //: At least %1 submissions are shown; they are being counted.
                                 : tr("%1+ of %2").arg(locale.toString(shown), all));
    }
}

} // namespace ui::history
