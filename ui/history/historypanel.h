#pragma once

#include "app/history/finder.h"
#include "app/history/store.h"
#include "app/support/clock.h"
#include "app/support/settings.h"
#include "ui/history/historyactions.h"

#include <QPointer>
#include <QSet>
#include <QUuid>
#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QListView;
class QStackedWidget;
QT_END_NAMESPACE

namespace ui::widgets {
class Banner;
class EmptyState;
class MenuButton;
} // namespace ui::widgets

namespace ui::history {

class FilterBar;
class HistoryEdits;
class HistoryModel;
class WorkRow;

/// What happened before: the submissions, newest first, with a search, filters and what can be done
/// with them.
class HistoryPanel : public QWidget
{
    Q_OBJECT
public:
    /// `clock` and `settings` must outlive the panel.
    HistoryPanel(const support::Clock &clock, support::Settings &settings,
                 QWidget *parent = nullptr);
    ~HistoryPanel() override;

    /// Both must outlive the panel or be taken away with nullptr. Until they are there, the panel
    /// says that the history is being opened.
    void setHistory(::history::Store *store, ::history::Finder *finder);
    /// Entries of other accounts show their account's name.
    void setCurrentAccount(const QString &accountId);
    /// There is no history in this run; the words say why and what is lost.
    void setUnavailable(const QString &words);
    /// A line above the list, for example that a damaged file was set aside; empty takes it away.
    void setNotice(const QString &words);

    /// Selects the record as soon as it is among what is shown. Neither of these emits
    /// recordActivated().
    void select(const QUuid &id);
    void clearSelection();

    /// What a menu offers for this place, in its order, with separators.
    [[nodiscard]] QList<QAction *> menuActions() const;

Q_SIGNALS:
    /// A person selected one entry, by keyboard or mouse, or wants to see it.
    void recordActivated(const QUuid &id);
    /// Two submissions are to be compared, the older one first.
    void compareRequested(const QUuid &older, const QUuid &newer);
    /// A submission is to be compared with the account as it is now.
    void compareWithNowRequested(const QUuid &id);
    /// What the submission asked for is to become drafts.
    void loadRequested(const QUuid &id);
    /// What the submission changed is to be taken back.
    void revertRequested(const QUuid &id);
    /// `shown`: how many records the filter lets through. `selected` may be empty.
    void exportRequested(const ::history::Filter &filter, qint64 shown,
                         const std::vector<QUuid> &selected);
    void importRequested();

private:
    void makeHeader();
    void makeSearchActions();
    void makeList();
    void connectFilter();
    void connectModel();
    void run(Command command);
    void openStorage();
    void showState();
    void showEmpty();
    void showTrouble(const QString &title, const QString &words);
    void showCount();
    void keepSelection(int first, int last);
    void takeSelection();

    const support::Clock &m_clock;
    support::Settings &m_settings;
    QPointer<::history::Store> m_store;
    QPointer<::history::Finder> m_finder;
    HistoryModel *m_model;
    FilterBar *m_filter;
    widgets::MenuButton *m_more;
    widgets::Banner *m_notice;
    widgets::Banner *m_trouble;
    WorkRow *m_work;
    QStackedWidget *m_stack;
    QListView *m_list;
    widgets::EmptyState *m_empty;
    HistoryActions *m_actions = nullptr;
    HistoryEdits *m_edits;
    QAction *m_findAction;
    QAction *m_filterAction;
    QAction *m_line; ///< between these and what can be done with submissions
    QString m_unavailable;
    QSet<QUuid> m_chosen;      ///< to be selected, whether they are shown or not
    bool m_unreadable = false; ///< the last search ended with an error
    bool m_selecting = false;  ///< by the program, not a person
};

} // namespace ui::history
