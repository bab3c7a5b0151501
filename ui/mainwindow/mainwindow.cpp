#include "ui/mainwindow/mainwindow.h"

#include "ui/accounts/accountstrip.h"
#include "ui/editor/limitspanel.h"
#include "ui/editor/limitstext.h"
#include "ui/editor/pairloader.h"
#include "ui/editor/pairselector.h"
#include "ui/history/historypanel.h"
#include "ui/history/transfer.h"
#include "ui/mainwindow/accountcommands.h"
#include "ui/mainwindow/helpcommands.h"
#include "ui/mainwindow/historycommands.h"
#include "ui/mainwindow/openpair.h"
#include "ui/mainwindow/places.h"
#include "ui/mainwindow/programtext.h"
#include "ui/mainwindow/settingscommands.h"
#include "ui/mainwindow/statusfields.h"
#include "ui/mainwindow/submissionview.h"
#include "ui/mainwindow/toolbar.h"
#include "ui/mainwindow/waitrow.h"
#include "ui/mainwindow/windowmemory.h"
#include "ui/results/resultspanel.h"
#include "ui/review/submitter.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/question.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QSplitter>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui::mainwindow {

using namespace Qt::StringLiterals;
using ::accounts::Account;
using ::history::Record;
using submission::Runner;
namespace settings = support::settings;

MainWindow::MainWindow(const Services &services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_pairReader(services.reader, services.associationTypes)
    , m_keeper(services.reader, services.accountCache, services.objectTypes)
    , m_toolBar(new ToolBar(services.objectTypes, this))
    , m_strip(new accounts::AccountStrip(this))
    , m_wait(new WaitRow(services.gate, services.clock, this))
    , m_notice(new widgets::Banner(this))
    , m_limits(new editor::LimitsPanel(services.document, this))
    , m_loader(
          new editor::PairLoader(m_pairReader, services.document, *m_limits, services.clock, this))
    , m_open(new OpenPair({services.drafts, services.document, services.settings, *m_toolBar,
                           *m_limits, *m_loader, m_keeper},
                          services.objectTypes, this))
    , m_accounts(
          new AccountCommands({*this, *m_open, *m_strip, services.reader, services.clock}, this))
    , m_help(new HelpCommands(*this, this))
    , m_results(new results::ResultsPanel(services.clock, this))
    , m_history(new history::HistoryPanel(services.clock, services.settings, this))
    , m_submitter(new review::Submitter(services.drafts, services.runner, services.reader,
                                        services.associationTypes, *this))
    , m_submissions(new SubmissionView({services.runner, services.reconciler, *m_submitter,
                                        *m_results, *m_history, services.document},
                                       this))
    , m_commands(
          new HistoryCommands({*this, *m_open, services.document, *m_limits, *m_loader, *m_results,
                               *m_submissions, *m_submitter, services.runner, services.reader,
                               services.associationTypes, services.settings},
                              this))
    , m_settings(new SettingsCommands(*this, services.network, this))
    , m_status(new StatusFields(this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_rows(new QSplitter(Qt::Vertical, this))
{
    setWindowTitle(tr("Association Limits"));
    addToolBar(m_toolBar);
    makePlaces();
    makeMenus();
    connectPlaces();
    connectSubmission();
    restoreLayout(*this, *m_columns, *m_rows, m_services.settings);
    updateSubmit();
    m_limits->setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::makePlaces()
{
    m_notice->hide();
    m_rows->addWidget(m_limits);
    m_rows->addWidget(m_results);
    m_columns->addWidget(m_rows);
    m_columns->addWidget(m_history);
    for (QSplitter *splitter : {m_rows, m_columns}) {
        splitter->setChildrenCollapsible(false);
    }
    auto *places = new QWidget(this);
    auto *layout = new QVBoxLayout(places);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_wait);
    layout->addWidget(m_notice);
    layout->addWidget(&m_accounts->keychainBanner());
    layout->addWidget(&m_accounts->connectBanner());
    layout->addWidget(m_columns, 1);
    setCentralWidget(places);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addPermanentWidget(m_status);
}

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&Accounts…"), this, &MainWindow::manageAccounts);
    file->addAction(&m_settings->action());
    file->addAction(&m_strip->lockAction());
    file->addAction(&m_strip->resetAction());
    file->addSeparator();
    file->addAction(tr("&Quit"), Qt::CTRL | Qt::Key_Q, this, &QWidget::close);
    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions(m_limits->editActions());
    edit->addActions({&m_results->submitAgainAction(), &m_results->checkAction()});
    QMenu *go = menuBar()->addMenu(tr("&Go"));
    go->addAction(tr("&Source object type"), Qt::CTRL | Qt::Key_L, &m_toolBar->pair(),
                  &editor::PairSelector::focusFrom);
    go->addAction(tr("S&wap source and target"), Qt::CTRL | Qt::SHIFT | Qt::Key_X,
                  &m_toolBar->pair(), &editor::PairSelector::swap);
    go->addAction(&m_toolBar->bothDirections());
    go->addAction(&m_toolBar->refresh());
    go->addAction(&m_limits->stopAction());
    go->addSeparator();
    go->addAction(tr("&Limits"), this, [this] { m_limits->setFocus(Qt::ShortcutFocusReason); });
    go->addAction(tr("Res&ults"), this, [this] { m_results->setFocus(Qt::ShortcutFocusReason); });
    go->addAction(tr("&History"), Qt::CTRL | Qt::Key_H, this,
                  [this] { m_history->setFocus(Qt::ShortcutFocusReason); });
    go->addAction(tr("&Next place"), Qt::Key_F6, this, [this] {
        focusNextPlace({m_limits, m_results, m_history});
    });
    go->addSeparator();
    go->addAction(&m_help->commandsAction());
    QMenu *past = menuBar()->addMenu(tr("Hi&story"));
    past->addActions(m_history->menuActions());
    past->insertAction(past->actions().value(2), &m_results->backAction());
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addActions({&m_help->shortcutsAction(), &m_help->documentationAction()});
    help->addSeparator();
    help->addAction(tr("Show &log…"), this, &MainWindow::logRequested);
    help->addAction(tr("&Copy details for support"), this, &MainWindow::supportDetailsRequested);
    help->addSeparator();
    help->addAction(&m_help->aboutAction());
    // They say why something can't be done now.
    edit->setToolTipsVisible(true);
    past->setToolTipsVisible(true);
}

void MainWindow::connectPlaces()
{
    connect(m_strip, &accounts::AccountStrip::resetSandboxRequested, this,
            &MainWindow::confirmReset);
    connect(m_open, &OpenPair::accountChanged, this, &MainWindow::showAccount);
    connect(m_toolBar, &ToolBar::manageAccountsRequested, this, &MainWindow::manageAccounts);
    connect(m_accounts, &AccountCommands::notice, this, &MainWindow::showNotice);
    connect(m_settings, &SettingsCommands::notice, this, &MainWindow::showNotice);
    // Also when the proxy's password comes from the keychain: what was asked for before was
    // refused.
    connect(&m_services.network, &::accounts::NetworkKeeper::changed, this, [this] {
        if (m_open->account() != nullptr) {
            m_open->readAnew();
        }
    });
    connect(m_help, &HelpCommands::notice, this, &MainWindow::showNotice);
    connect(m_loader, &editor::PairLoader::readAtChanged, m_status, &StatusFields::setReadAt);
    connect(&m_services.gate, &api::Gate::rateChanged, m_status, &StatusFields::setRate);
    connect(m_wait, &WaitRow::cancelRequested, this, [this] {
        m_loader->stop();
        m_services.runner.cancel();
    });
    connect(m_limits, &editor::LimitsPanel::reviewRequested, this, [this] { review(); });
    connect(m_results, &results::ResultsPanel::submitAgainRequested, this,
            [this](const std::vector<results::AskedLimit> &limits) { review(&limits); });
    connect(&m_services.drafts, &limits::DraftKeeper::failed, this, [this](const QString &words) {
        showNotice(tr("The drafts could not be saved. They stay in this window."), words);
    });
    connect(&m_services.drafts, &limits::DraftKeeper::recovered, m_notice, &QWidget::hide);
}

void MainWindow::connectSubmission()
{
    using review::Submitter;
    connect(m_submitter, &Submitter::started, m_notice, &QWidget::hide);
    connect(m_submitter, &Submitter::finished, m_open, &OpenPair::refresh);
    connect(m_submitter, &Submitter::refused, this, &MainWindow::showNotice);
    connect(m_submitter, &Submitter::message, statusBar(),
            [this](const QString &text) { statusBar()->showMessage(text); });
    connect(m_submitter, &Submitter::liveRead, &m_services.document, &limits::Document::setLive);

    using history::HistoryPanel;
    connect(m_history, &HistoryPanel::compareRequested, m_commands, &HistoryCommands::compare);
    connect(m_history, &HistoryPanel::compareWithNowRequested, m_commands,
            &HistoryCommands::compareWithNow);
    connect(m_history, &HistoryPanel::loadRequested, m_commands, &HistoryCommands::loadAsDrafts);
    connect(m_history, &HistoryPanel::revertRequested, m_commands, &HistoryCommands::revert);
    connect(m_commands, &HistoryCommands::notice, this, &MainWindow::showNotice);
    connect(m_commands, &HistoryCommands::message, statusBar(),
            [this](const QString &text) { statusBar()->showMessage(text); });

    connect(m_submissions, &SubmissionView::blockedChanged, this, &MainWindow::updateSubmit);
    connect(m_submissions, &SubmissionView::unreadable, this,
            [this](const ::history::StoreError &error) {
                showNotice(tr("This record can't be read."), storeErrorText(error));
            });
    connect(&m_services.runner, &Runner::historyFailed, this,
            [this](const ::history::StoreError &error) {
                showNotice(tr("Nothing further is sent, since the history could not be written. "
                              "What came back so far is shown below."),
                           storeErrorText(error));
            });
}

void MainWindow::setAccountBook(::accounts::AccountBook &book, const QString &currentId)
{
    m_accounts->setBook(book, currentId);
}

void MainWindow::manageAccounts()
{
    m_accounts->manage();
}

void MainWindow::setBrowser(std::function<bool(const QUrl &)> openBrowser)
{
    m_accounts->setBrowser(openBrowser);
    m_help->setBrowser(std::move(openBrowser));
}

void MainWindow::openPair(const limits::ObjectType &from, const limits::ObjectType &to)
{
    m_open->open(from, to);
}

void MainWindow::showAccount()
{
    const Account &account = *m_open->account();
    if (std::exchange(m_shownAccount, account.id) != account.id) {
        m_history->setCurrentAccount(account.id);
        m_status->setRate({});
    }
    m_submissions->setAccount(account);
    updateSubmit();
}

void MainWindow::setHistory(::history::Store &store, ::history::Finder &finder)
{
    m_commands->setHistory(&store, &finder);
    auto *transfer = new history::Transfer(store.folder(), m_services.clock, *this);
    connect(m_history, &history::HistoryPanel::exportRequested, transfer,
            &history::Transfer::exportRecords);
    connect(m_history, &history::HistoryPanel::importRequested, transfer,
            &history::Transfer::importRecords);
    connect(transfer, &history::Transfer::imported, &finder, &::history::Finder::look);
    m_history->setHistory(&store, &finder);
    m_history->setNotice(store.setAside() ? setAsideText(*store.setAside()) : QString());
    m_submissions->setStore(&store);
    updateSubmit();
}

void MainWindow::setHistoryUnavailable(const ::history::StoreError &error)
{
    m_history->setUnavailable(storeErrorText(error));
    updateSubmit();
}

void MainWindow::showNotice(const QString &title, const QString &words)
{
    m_notice->setMessage({widgets::Tone::Bad, title, words, {}, {}, {}});
    m_notice->show();
}

void MainWindow::updateSubmit()
{
    m_limits->setSubmitBlocked(m_submissions->blocked());
}

void MainWindow::review(const std::vector<results::AskedLimit> *only)
{
    const limits::Document &document = m_services.document;
    std::vector<limits::Edit> edits = document.edits();
    if (only != nullptr) {
        std::erase_if(edits, [only](const limits::Edit &edit) {
            const results::AskedLimit limit{edit.pair, edit.category, edit.typeId};
            return std::ranges::find(*only, limit) == only->end();
        });
        if (edits.empty()) {
            statusBar()->showMessage(tr("Nothing is left to submit of these rows."));
            return;
        }
    }
    const Account &account = *m_open->account();
    const QStringList warnings = editor::warningsOfChanges(document, edits);
    m_submitter->review({account.id, account.name, account.kind, account.endpoint, document.pair(),
                         m_open->fromName(), m_open->toName(), std::move(edits), warnings,
                         m_services.settings.value(settings::inputsPerRequest)});
}

void MainWindow::confirmReset()
{
    widgets::ask(*this, tr("Reset the sandbox?"),
                 tr("The sandbox's limits go back to what they were at the first start. Drafts and "
                    "history stay."),
                 tr("&Reset"), [this] { Q_EMIT resetSandboxRequested(); });
}

bool MainWindow::event(QEvent *event)
{
    const bool handled = QMainWindow::event(event);
    if (event->type() == QEvent::Paint && !m_painted) {
        m_painted = true;
        // After the paint has reached the screen, so that nothing read from disk delays it.
        QTimer::singleShot(0, this, &MainWindow::painted);
    }
    return handled;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_limits->commitEditor();
    const submission::Phase phase = m_services.runner.phase();
    if (phase != submission::Phase::Idle) {
        event->ignore();
        const auto stopAndClose = [this] {
            connect(m_submitter, &review::Submitter::finished, this, &QWidget::close,
                    Qt::QueuedConnection);
            m_services.runner.cancel();
        };
        if (phase != submission::Phase::Sending) {
            stopAndClose(); // nothing is lost: it can be read back from the history at any time
            return;
        }
        widgets::ask(*this, tr("A submission is running"),
                     tr("The request under way is finished first, so that its answer is not lost. "
                        "The rest is not sent. Close then?"),
                     tr("&Stop and close"), stopAndClose);
        return;
    }
    saveLayout(*this, *m_columns, *m_rows, m_services.settings);
    m_services.drafts.save();
    event->accept();
}

} // namespace ui::mainwindow
