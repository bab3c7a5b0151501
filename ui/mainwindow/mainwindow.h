#pragma once

#include "app/accounts/accountbook.h"
#include "app/accounts/networkkeeper.h"
#include "app/api/gate.h"
#include "app/api/reader.h"
#include "app/history/finder.h"
#include "app/history/store.h"
#include "app/limits/draftkeeper.h"
#include "app/live/accountkeeper.h"
#include "app/live/pairreader.h"
#include "app/submission/reconciler.h"
#include "app/submission/runner.h"
#include "app/support/settings.h"

#include <QMainWindow>

#include <functional>

QT_BEGIN_NAMESPACE
class QSplitter;
QT_END_NAMESPACE

namespace ui::accounts {
class AccountStrip;
}
namespace ui::editor {
class LimitsPanel;
class PairLoader;
} // namespace ui::editor
namespace ui::history {
class HistoryPanel;
}
namespace ui::results {
class ResultsPanel;
struct AskedLimit;
} // namespace ui::results
namespace ui::review {
class Submitter;
}
namespace ui::widgets {
class Banner;
}

namespace ui::mainwindow {

class AccountCommands;
class HelpCommands;
class HistoryCommands;
class OpenPair;
class SettingsCommands;
class StatusFields;
class SubmissionView;
class ToolBar;
class WaitRow;

/// What the window works with; all of it outlives the window.
struct Services
{
    const support::Clock &clock;
    const limits::ObjectTypes &objectTypes; ///< HubSpot's standard ones
    const limits::AssociationTypes &associationTypes;
    limits::Document &document;
    limits::DraftKeeper &drafts;
    api::Gate &gate;
    api::Reader &reader;
    live::AccountCache &accountCache;
    submission::Runner &runner;
    submission::Reconciler &reconciler;
    support::Settings &settings;
    ::accounts::NetworkKeeper &network;
};

/// Puts the three places together: what is edited, what came back, what happened before.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const Services &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// The accounts to choose from, which must outlive the window, and the one to begin with: the
    /// first one, where that is not among them. What changes of them shows at once.
    void setAccountBook(::accounts::AccountBook &book, const QString &currentId);
    /// Opens the dialog of the accounts.
    void manageAccounts();
    /// What opens addresses in the system's browser; QDesktopServices by default.
    void setBrowser(std::function<bool(const QUrl &)> openBrowser);
    void openPair(const limits::ObjectType &from, const limits::ObjectType &to);

    /// The history to show, and who looks into it; both must outlive the window.
    void setHistory(::history::Store &store, ::history::Finder &finder);
    /// There is none, so nothing can be submitted.
    void setHistoryUnavailable(const ::history::StoreError &error);
    /// A sentence about the program itself, above all places.
    void showNotice(const QString &title, const QString &words);

Q_SIGNALS:
    /// Once, after the window was painted for the first time.
    void painted();
    void resetSandboxRequested();
    void logRequested();
    void supportDetailsRequested();

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void makePlaces();
    void makeMenus();
    void connectPlaces();
    void connectSubmission();

    void showAccount();
    void updateSubmit();
    /// Rows that would be sent; `only` those, where it is given.
    void review(const std::vector<results::AskedLimit> *only = nullptr);
    void confirmReset();

    Services m_services;
    live::PairReader m_pairReader;
    live::AccountKeeper m_keeper;
    bool m_painted = false;
    QString m_shownAccount; ///< its id

    ToolBar *m_toolBar;
    accounts::AccountStrip *m_strip;
    WaitRow *m_wait;
    widgets::Banner *m_notice;
    editor::LimitsPanel *m_limits;
    editor::PairLoader *m_loader;
    OpenPair *m_open;
    AccountCommands *m_accounts;
    HelpCommands *m_help;
    results::ResultsPanel *m_results;
    history::HistoryPanel *m_history;
    review::Submitter *m_submitter;
    SubmissionView *m_submissions;
    HistoryCommands *m_commands;
    SettingsCommands *m_settings;
    StatusFields *m_status;
    QSplitter *m_columns;
    QSplitter *m_rows;
};

} // namespace ui::mainwindow
