#pragma once

#include "app/accounts/account.h"
#include "app/history/store.h"
#include "app/limits/document.h"
#include "app/submission/reconciler.h"
#include "app/submission/runner.h"

#include <QObject>
#include <QTimer>

namespace ui::history {
class HistoryPanel;
}
namespace ui::results {
class ResultsPanel;
}
namespace ui::review {
class Submitter;
}

namespace ui::mainwindow {

/// What the results panel and the history show of submissions: the latest of this session as it
/// goes on, or a past one; and what can be done with the one that is shown.
class SubmissionView final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        submission::Runner &runner;
        submission::Reconciler &reconciler;
        review::Submitter &submitter;
        results::ResultsPanel &results;
        history::HistoryPanel &history;
        const limits::Document &document;
    };

    /// All of the parts must outlive this.
    explicit SubmissionView(const Parts &parts, QObject *parent = nullptr);

    /// Where past records are; it must outlive this. What was cut short is shown at once.
    void setStore(::history::Store *store);
    /// The current account. A copy is kept.
    void setAccount(const ::accounts::Account &account);

    /// Why nothing can be sent now; empty: it can.
    [[nodiscard]] QString blocked() const;
    /// Shows a record and selects it in the history.
    void show(const QUuid &id);

Q_SIGNALS:
    /// blocked() may have another value.
    void blockedChanged();
    /// A record cannot be read.
    void unreadable(const ::history::StoreError &error);

private:
    /// Why nothing can be read back now: nothing of the account is changed by that.
    [[nodiscard]] QString checkBlocked() const;
    /// The last one that was submitted in this session; without an id where there was none.
    [[nodiscard]] const ::history::Record &latest() const;
    void begin();
    void showLatest();
    void showPast(const QUuid &id);
    /// Of the record shown: the note and the pin, which the runner knows nothing of, and the
    /// submissions that it takes back or that take it back.
    void readNote();
    void readRelated();
    void showRunning();
    void showRun();
    void showReconciled(const ::history::Record &record);
    void updateActions();
    void check();

    Parts m_parts;
    ::history::Store *m_store = nullptr;
    ::accounts::Account m_account;
    QUuid m_latestId;
    ::history::Record m_latest; ///< while the runner has another one
    QTimer m_soon;              ///< answers come faster than they can be read
};

} // namespace ui::mainwindow
