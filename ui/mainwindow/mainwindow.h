#pragma once

#include "app/accounts/account.h"
#include "app/api/reader.h"
#include "app/history/store.h"
#include "app/limits/draftkeeper.h"
#include "app/submission/runner.h"
#include "app/support/settings.h"

#include <QMainWindow>

QT_BEGIN_NAMESPACE
class QComboBox;
class QSplitter;
QT_END_NAMESPACE

namespace ui::accounts {
class AccountStrip;
}
namespace ui::editor {
class LimitsPanel;
class PairSelector;
} // namespace ui::editor
namespace ui::history {
class HistoryPanel;
}
namespace ui::results {
class ResultsPanel;
}
namespace ui::review {
class Submitter;
}
namespace ui::widgets {
class Banner;
}

namespace ui::mainwindow {

/// What the window works with; all of it outlives the window.
struct Services
{
    const support::Clock &clock;
    const limits::ObjectTypes &objectTypes;
    limits::Document &document;
    limits::DraftKeeper &drafts;
    submission::Runner &runner;
    api::Reader &reader;
    support::Settings &settings;
};

/// Puts the three places together: what is edited, what came back, what happened before.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(const Services &services, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// The accounts to choose from and the one to begin with.
    void setAccounts(std::vector<::accounts::Account> accounts, const QString &currentId);
    void openPair(const limits::ObjectType &from, const limits::ObjectType &to);

    /// The history to show; it must outlive the window.
    void setHistory(::history::Store *store);
    /// There is none, so nothing can be submitted.
    void setHistoryUnavailable(const ::history::StoreError &error);
    /// A sentence about the program itself, above all places.
    void showNotice(const QString &title, const QString &words);

Q_SIGNALS:
    /// Once, after the window was painted for the first time.
    void painted();
    void resetSandboxRequested();

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void makeToolBar();
    void makePlaces();
    void makeMenus();
    void connectPlaces();

    [[nodiscard]] const ::accounts::Account *account() const;
    void changeAccount();
    void showAccount();
    /// False where the drafts that are open can't be saved: then they stay.
    bool choosePair(const limits::ObjectType &from, const limits::ObjectType &to);
    void updateSubmit();
    void review();
    void showLatest();
    void showPast(const QUuid &id);
    void focusNextPlace();
    void confirmReset();

    Services m_services;
    std::vector<::accounts::Account> m_accounts;
    limits::ObjectType m_from;
    limits::ObjectType m_to;
    ::history::Store *m_store = nullptr;
    int m_shownAccount = -1;
    bool m_past = false;
    bool m_painted = false;

    QComboBox *m_accountBox;
    accounts::AccountStrip *m_strip;
    widgets::Banner *m_notice;
    widgets::Banner *m_connect;
    editor::PairSelector *m_pair;
    editor::LimitsPanel *m_limits;
    results::ResultsPanel *m_results;
    history::HistoryPanel *m_history;
    review::Submitter *m_submitter;
    QSplitter *m_columns;
    QSplitter *m_rows;
};

} // namespace ui::mainwindow
