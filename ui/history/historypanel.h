#pragma once

#include "app/support/clock.h"

#include <QUuid>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QListView;
class QStackedWidget;
class QTimer;
QT_END_NAMESPACE

namespace history {
class Store;
} // namespace history

namespace ui::widgets {
class Banner;
class EmptyState;
} // namespace ui::widgets

namespace ui::history {

class HistoryModel;

/// What happened before: the list of submissions, newest first, with a search.
class HistoryPanel : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPanel(const support::Clock &clock, QWidget *parent = nullptr);

    /// The store must outlive the panel or be taken away with nullptr. Until there is one, the
    /// panel says that the history is being opened.
    void setStore(::history::Store *store);
    /// Entries of other accounts show their account's name.
    void setCurrentAccount(const QString &accountId);
    /// There is no history in this run; the words say why and what is lost.
    void setUnavailable(const QString &words);
    /// A line above the list, for example that a damaged file was set aside; empty takes it away.
    void setNotice(const QString &words);

    /// Neither of these emits recordActivated().
    void select(const QUuid &id);
    void clearSelection();

Q_SIGNALS:
    /// A person selected an entry, by keyboard or mouse.
    void recordActivated(const QUuid &id);

private:
    void showState();
    void applySearch();

    QLineEdit *m_search;
    widgets::Banner *m_notice;
    QStackedWidget *m_stack;
    QListView *m_list;
    widgets::EmptyState *m_empty;
    QTimer *m_typing;
    HistoryModel *m_model;
    QString m_unavailable;
    bool m_opened = false;
    bool m_selecting = false; ///< by the program, not a person
};

} // namespace ui::history
