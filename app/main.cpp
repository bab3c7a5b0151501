#include "app/accounts/accountbook.h"
#include "app/accounts/accountfacts.h"
#include "app/accounts/networkkeeper.h"
#include "app/accounts/vault.h"
#include "app/options.h"
#include "app/sandbox/sandbox.h"
#include "app/support/clock.h"
#include "app/support/hardening.h"
#include "app/support/log.h"
#include "app/support/logging.h"
#include "ui/diagnostics/diagnostics.h"
#include "ui/history/retentionsettings.h"
#include "ui/mainwindow/demonstration.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/widgets/icons.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTranslator>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace settings = support::settings;

namespace {

/// Takes the token out of the environment, so that no program started from here inherits it.
QByteArray takeToken()
{
    const QByteArray token = qgetenv("HUBSPOT_ACCESS_TOKEN").trimmed();
    qunsetenv("HUBSPOT_ACCESS_TOKEN");
    return token;
}

void print(const QString &text, FILE *stream)
{
    std::fputs(qPrintable(text), stream);
}

/// Everything the program is made of, in the order it depends on each other.
class Program : public QObject
{
    Q_DECLARE_TR_FUNCTIONS(Program)
public:
    Program(Options options, QByteArray token, const QString &dataFolder, support::Settings &stored,
            const limits::ObjectTypes &objectTypes, support::Log &log)
        : m_options(std::move(options))
        , m_token(std::move(token))
        , m_dataFolder(dataFolder)
        , m_settings(stored)
        , m_objectTypes(objectTypes)
        , m_log(log)
        , m_draftStore(QDir(dataFolder).filePath(u"drafts"_s))
        , m_drafts(m_document, m_draftStore)
        , m_accountCache(QDir(dataFolder).filePath(u"accounts"_s))
        , m_accounts(QDir(dataFolder).filePath(u"accounts.json"_s), m_vault, m_clock,
                     {accounts::renewing([this] { return m_transport.route(); })})
        , m_runner(m_transport, m_gate, m_reader, m_clock)
        , m_reconciler(m_transport, m_gate, m_reader, m_clock)
        , m_window({m_clock, m_objectTypes, m_associationTypes, m_document, m_drafts, m_gate,
                    m_reader, m_accountCache, m_runner, m_reconciler, m_settings, m_network})
    {
        connect(&m_window, &ui::mainwindow::MainWindow::painted, this, &Program::begin);
        connect(&m_window, &ui::mainwindow::MainWindow::resetSandboxRequested, this,
                &Program::resetSandbox);
        using ui::diagnostics::Diagnostics;
        connect(&m_window, &ui::mainwindow::MainWindow::logRequested, &m_diagnostics,
                &Diagnostics::showLog);
        connect(&m_window, &ui::mainwindow::MainWindow::supportDetailsRequested, &m_diagnostics,
                &Diagnostics::copySupportDetails);
        m_log.setSecrets([this](const support::Log::Tell &tell) {
            tell(m_token);
            tell(m_network.password().toUtf8());
            for (const accounts::Account &account : m_accounts.accounts()) {
                tell(account.endpoint.token());
                const accounts::Credentials credentials = m_accounts.credentials(account.id);
                if (credentials.app) {
                    tell(credentials.app->clientSecret);
                    tell(credentials.tokens.refresh);
                }
            }
        });
    }
    ~Program() override { m_log.setSecrets({}); }
    Q_DISABLE_COPY_MOVE(Program)

    void show() { m_window.show(); }

    /// When the window has closed: secrets that are still being written or removed are not lost
    /// because somebody is quick. A keychain that waits for its owner is not waited for.
    void finish()
    {
        if (!m_vault.finish(5s)) {
            qCWarning(support::lcSettings) << "the keychain has not answered in time";
        }
    }

private:
    void begin()
    {
        // Not before the first paint: the icon is drawn in many sizes.
        QApplication::setWindowIcon(ui::widgets::applicationIcon());
        m_associationTypes = limits::AssociationTypes::hubSpotDefined();
        m_network.open();
        openHistory();
        openAccounts();
        m_window.openPair(objectType(m_options.from, settings::lastFrom, u"0-1"_s),
                          objectType(m_options.to, settings::lastTo, u"0-2"_s));
        if (!m_options.demo.isEmpty()) {
            m_demonstration = std::make_unique<ui::mainwindow::Demonstration>(
                m_window, m_document, m_runner, m_options.demo);
        }
    }

    /// As asked for, else as last time, else the one of a first start.
    limits::ObjectType objectType(const std::optional<limits::ObjectType> &asked,
                                  const support::Key<QString> &last, const QString &first)
    {
        const auto remembered = m_objectTypes.parse(m_settings.value(last));
        return asked ? *asked : remembered ? *remembered : m_objectTypes.byId(first).value();
    }

    void openHistory()
    {
        auto store = history::Store::open(m_dataFolder, m_clock);
        if (!store) {
            m_window.setHistoryUnavailable(store.error());
            return;
        }
        m_store = std::move(store).value();
        m_runner.setStore(m_store.get());
        m_reconciler.setStore(m_store.get());
        m_finder = std::make_unique<history::Finder>(m_store->folder(), m_clock);
        m_window.setHistory(*m_store, *m_finder);
        if (!m_store->isReadOnly()) {
            ui::history::applyRetention(m_dataFolder, m_clock, m_settings, this);
        }
    }

    void openAccounts()
    {
        accounts::Account sandbox{accounts::sandboxId, tr("Sandbox"), accounts::Kind::Sandbox, {}};
        // Not before the first paint: its server loads OpenSSL, a tenth of the start.
        m_sandbox.emplace(QDir(m_dataFolder).filePath(u"sandbox.json"_s), m_clock);
        QByteArray sandboxToken;
        if (const auto started = m_sandbox->start(); !started) {
            m_window.showNotice(tr("The sandbox could not be started."), started.error());
        } else {
            sandbox.endpoint = {m_sandbox->baseUrl(), QByteArray()};
            sandboxToken = m_sandbox->token();
        }
        if (const auto setAside = m_accounts.open()) {
            m_window.showNotice(
                setAside->path.isEmpty()
                    ? tr("The accounts could not be read.")
                    : tr("The accounts could not be read. Their file is kept at %1.")
                          .arg(setAside->path),
                setAside->reason);
        }
        m_accounts.addBuiltIn(sandbox, sandboxToken);
        m_window.setAccountBook(m_accounts, accountToBeginWith());
        connect(&m_accounts, &accounts::AccountBook::changed, this, &Program::reconcile);
        connect(&m_network, &accounts::NetworkKeeper::changed, this, &Program::reconcile);
        reconcile();
    }

    /// Tokens come from the keychain by and by, and so does the proxy's password.
    void reconcile()
    {
        if (m_network.passwordPlace() == accounts::SecretPlace::Reading) {
            return;
        }
        for (const accounts::Account &account : m_accounts.accounts()) {
            m_reconciler.look(account.id, account.endpoint);
        }
    }

    /// An account's id. HubSpot is the one whose token is in the environment, for this start;
    /// without one it is the user's first.
    QString accountToBeginWith()
    {
        const bool wantsHubSpot = m_options.account == accounts::hubSpotId;
        if (!m_token.isEmpty()) {
            const QString id = accounts::hubSpotIdFor(m_options.baseUrl);
            m_accounts.addBuiltIn({id,
                                   accounts::hubSpotNameFor(m_options.baseUrl),
                                   accounts::Kind::Unknown,
                                   {m_options.baseUrl, QByteArray()}},
                                  m_token);
            if (wantsHubSpot) {
                return id;
            }
        } else if (wantsHubSpot) {
            const std::vector<accounts::Account> &all = m_accounts.accounts();
            const auto first = std::ranges::find(all, false, &accounts::Account::isBuiltIn);
            if (first != all.end()) {
                return first->id;
            }
            const auto added =
                m_accounts.add({accounts::hubSpotNameFor(m_options.baseUrl), m_options.baseUrl});
            return added ? *added : QString();
        }
        return m_options.account.isEmpty() ? m_settings.value(settings::lastAccount)
                                           : m_options.account;
    }

    [[nodiscard]] std::vector<support::AccountFacts> facts() const
    {
        std::vector<support::AccountFacts> facts;
        for (const accounts::Account &account : m_accounts.accounts()) {
            facts.push_back(accounts::factsOf(account));
        }
        return facts;
    }

    void resetSandbox()
    {
        if (const auto reset = m_sandbox->reset(); !reset) {
            m_window.showNotice(tr("The sandbox could not be reset."), reset.error());
        }
    }

    Options m_options;
    QByteArray m_token;
    QString m_dataFolder;
    support::SystemClock m_clock;
    support::Settings &m_settings;
    const limits::ObjectTypes &m_objectTypes;
    support::Log &m_log;
    limits::AssociationTypes m_associationTypes{{}}; ///< none before the first paint
    limits::Document m_document{m_associationTypes};
    limits::DraftStore m_draftStore;
    limits::DraftKeeper m_drafts;
    live::AccountCache m_accountCache;
    api::Transport m_transport;
    accounts::Vault m_vault;
    accounts::NetworkKeeper m_network{m_transport, m_settings, m_vault};
    accounts::AccountBook m_accounts;
    std::unique_ptr<history::Store> m_store;
    std::unique_ptr<history::Finder> m_finder;
    api::Gate m_gate{m_clock};
    api::Reader m_reader{m_transport, m_gate};
    submission::Runner m_runner;
    submission::Reconciler m_reconciler;
    std::optional<sandbox::Sandbox> m_sandbox; ///< from the first paint on
    ui::mainwindow::MainWindow m_window;
    ui::diagnostics::Diagnostics m_diagnostics{m_log, m_settings, [this] { return facts(); },
                                               m_window};
    std::unique_ptr<ui::mainwindow::Demonstration> m_demonstration;
};

/// Our texts and Qt's own, in one language.
class Translations
{
public:
    Translations()
    {
        QCoreApplication::installTranslator(&m_qts);
        QCoreApplication::installTranslator(&m_ours);
    }

    /// Loads the language asked for, else the system's, else English, whose file holds the forms of
    /// the plurals. What is no language counts as not asked for.
    void load(const QString &asked)
    {
        const QLocale system = QLocale::system();
        const QLocale wanted(asked);
        const bool isAsked = wanted.language() != QLocale::C;
        // Numbers and dates stay those of the system's country wherever its language is shown.
        QLocale::setDefault(isAsked && wanted.language() != system.language() ? wanted : system);

        // QTranslator takes the German file for somebody who prefers en_GB and then de.
        QStringList languages = (isAsked ? wanted : system).uiLanguages();
        languages.append(u"en"_s);
        const auto language = std::ranges::find_if(languages, [this](const QString &name) {
            return m_ours.load(u"association-limits_"_s + name.section(u'-', 0, 0), u":/i18n"_s);
        });
        // Where it fails Qt's own texts stay English.
        (void)m_qts.load(QLocale(*language), u"qtbase"_s, u"_"_s,
                         QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    }

private:
    QTranslator m_ours;
    QTranslator m_qts;
};

/// Asked for nothing but words, it does without a display.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    constexpr std::array words{"--help"_L1, "--help-all"_L1, "-h"_L1, "--version"_L1, "-v"_L1};
    if (argc == 2 && std::ranges::find(words, QLatin1StringView(argv[1])) != words.end()) {
        return std::make_unique<QCoreApplication>(argc, argv);
    }
    return std::make_unique<QApplication>(argc, argv);
}

} // namespace

int main(int argc, char **argv)
{
#ifdef NDEBUG
    support::keepSecretsOutOfDumps();
#endif
    QByteArray token = takeToken();
    const support::SystemClock clock;
    support::Log log(clock);
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv);
    QApplication::setApplicationName(u"association-limits"_s);
    QApplication::setApplicationDisplayName(u"Association Limits"_s);
    QApplication::setApplicationVersion(QStringLiteral(ASSOCIATION_LIMITS_VERSION));
    QApplication::setDesktopFileName(u"io.github.associationlimits.AssociationLimits"_s);

    Translations translations;
    translations.load({});
    const limits::ObjectTypes objectTypes = limits::ObjectTypes::standard();
    const auto options = parseOptions(QApplication::arguments(), objectTypes);
    if (!options) {
        print(options.error().text, options.error().exitCode == 0 ? stdout : stderr);
        return options.error().exitCode;
    }
    if (!options->logFile.isEmpty()) {
        if (const auto opened = log.openFile(options->logFile); !opened) {
            const Halt halt = refusedLogFile(options->logFile, opened.error());
            print(halt.text, stderr);
            return halt.exitCode;
        }
    }
    // A demonstration leaves the user's own drafts, history and settings alone.
    const auto demoFolder =
        options->demo.isEmpty() ? nullptr : std::make_unique<const QTemporaryDir>();
    support::Settings stored(demoFolder ? demoFolder->filePath(u"settings.ini"_s) : QString());
    translations.load(options->language.isEmpty() ? stored.value(settings::language)
                                                  : options->language);
    Program program(*options, std::move(token),
                    demoFolder ? demoFolder->path()
                               : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation),
                    stored, objectTypes, log);
    program.show();
    const int exitCode = QApplication::exec();
    program.finish();
    return exitCode;
}
