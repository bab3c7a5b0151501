#include "app/accounts/networkkeeper.h"
#include "app/accounts/vault.h"
#include "app/support/settings.h"
#include "tests/e2e/assistant.h"
#include "tests/e2e/clipboard.h"
#include "tests/e2e/desktop.h"
#include "tests/e2e/echoinghubspot.h"
#include "tests/e2e/person.h"
#include "tests/e2e/program.h"
#include "tests/e2e/secretsearch.h"
#include "tests/support/browser.h"
#include "tests/support/connectproxy.h"
#include "tests/support/keyring.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>
#include <QStringEncoder>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <functional>
#include <memory>
#include <optional>
#include <tuple>

using namespace Qt::StringLiterals;
using tests::EchoingHubSpot;
using tests::Person;
using tests::Role;
namespace weather = tests::weather;

namespace {

// What HubSpot gives: of a private app, of an older kind, and of an app for OAuth. The last two
// have characters that a URL, a form or JSON writes otherwise.
const QByteArray refusedToken = "pat-na1-6f1c0a94-30d2-4a53-8b7e-51c9e0d7a2b4";
const QByteArray token = "pat-eu1-c27e5d18-94bb-4f0e-a6d3-0b8f7e6c1d95";
const QByteArray environmentToken = "CNy5+Q/7Mx8SAQEYs/gD+IGOBii1hQ==";
const QByteArray clientSecret = "7d+Xk/9aQ==b2~f4/c8+e1";
const QByteArray proxyPassword = "Lm4+w/Zt8=Rk2";

const QString clientId = u"an-app-of-our-own"_s;
const QString tokenAccount = u"By token"_s;
const QString oauthAccount = u"By sign-in"_s;

bool writeScript(const QString &path, const QByteArray &script)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(script) == script.size() &&
           file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
}

QByteArray encoded(QStringConverter::Encoding encoding, const QByteArray &text)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::Stateless);
    return encoder(QString::fromUtf8(text));
}

} // namespace

Q_DECLARE_METATYPE(tests::EchoingHubSpot::Weather)

/// A whole day with the real program, in which everything is done that has to do with secrets and
/// everything that writes something anywhere: no secret may be in what was written, printed or
/// copied. Each function goes on where the one before has ended, and what there is is looked
/// through after each.
class TestSecrets : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

    void findsWhatItLooksFor_data();
    void findsWhatItLooksFor();

    void pastesATokenAndReplacesIt();
    void signsInByOAuth();
    void readsAndWrites();
    void failsInAllWays_data();
    void failsInAllWays();
    void exportsTheHistory_data();
    void exportsTheHistory();
    void asksForSupport();
    void isKilled_data();
    void isKilled();
    void goesThroughAProxy();
    void forgetsTheSecrets();

    void theSecretsWereInUse();
    void allOfItWasSearched();

private:
    void learnSecrets();
    [[nodiscard]] bool start(const QStringList &arguments = {}, const QByteArray &token = {});
    [[nodiscard]] bool quit();
    [[nodiscard]] QString path(const QString &name) const { return m_home.filePath(name); }
    [[nodiscard]] bool copies(const std::function<bool()> &action);
    [[nodiscard]] bool copies(const QString &button);
    [[nodiscard]] bool pasteSecret(const QString &field, const QByteArray &secret);
    [[nodiscard]] bool openAccounts() const;
    [[nodiscard]] bool addAccount(const QString &name) const;
    [[nodiscard]] bool testsConnection(const QString &verdict) const;
    [[nodiscard]] bool signIn();
    [[nodiscard]] bool readsWith(const QByteArray &token, const std::function<bool()> &action);
    [[nodiscard]] bool goesOn(const QString &account, const QString &next);
    [[nodiscard]] bool unlock() const;
    [[nodiscard]] bool enterNextLimit();
    [[nodiscard]] bool review() const;
    [[nodiscard]] bool submit();
    [[nodiscard]] bool comesTo(const QString &outcome) const;
    [[nodiscard]] QString newestEntry() const;
    [[nodiscard]] bool closes() const;
    [[nodiscard]] bool saveAs(const QString &name) const;
    void photograph(const QString &name) const;

    tests::Desktop m_desktop;
    std::unique_ptr<tests::Assistant> m_assistant;
    std::unique_ptr<Person> m_person;
    std::unique_ptr<tests::Clipboard> m_clipboard;
    tests::Keyring m_keyring;
    std::unique_ptr<EchoingHubSpot> m_hubSpot;
    tests::Browser m_browser;
    QTemporaryDir m_home; ///< with all that the program may write
    std::unique_ptr<tests::Program> m_program;
    tests::SecretSearch m_search;
    QSet<QString> m_searched;
    int m_limit = 20; ///< the next one to be entered
    bool m_hasFailed = false;
};

// --- The day's beginning and end

void TestSecrets::initTestCase()
{
    const auto started = m_desktop.start();
    QVERIFY2(started, qPrintable(started ? QString() : started.error()));
    m_assistant = std::make_unique<tests::Assistant>(m_desktop.sessionAddress());
    m_person = std::make_unique<Person>(m_desktop, *m_assistant);
    m_clipboard = std::make_unique<tests::Clipboard>(m_desktop);
    QVERIFY(QDir().mkpath(QStringLiteral(SCREENSHOTS)));

    // The keychain of this desktop, where the program and this test find it.
    qputenv("XDG_CURRENT_DESKTOP", "GNOME");
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_desktop.sessionAddress().toUtf8());
    m_keyring.start();

    sandbox::AuthorizationOptions app;
    app.clientId = clientId;
    app.clientSecret = clientSecret;
    app.lifetime = std::chrono::seconds(20);
    m_hubSpot = std::make_unique<EchoingHubSpot>(token, app);
    const auto reached = m_hubSpot->start();
    QVERIFY2(reached, qPrintable(reached ? QString() : reached.error()));

    for (const QString &folder : {u"bin"_s, u"run"_s, u"tmp"_s}) {
        QVERIFY(QDir().mkpath(path(folder)));
    }
    QVERIFY(QFile::setPermissions(path(u"run"_s),
                                  QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    // The browser: it writes down all it is told.
    QVERIFY(writeScript(path(u"bin/xdg-open"_s), "#!/bin/sh\n{ env; echo \"$@\"; } >> \"" +
                                                     path(u"browser.txt"_s).toUtf8() + "\"\n"));
    m_program = std::make_unique<tests::Program>(m_desktop, m_home.path());
    m_program->setVariable(u"PATH"_s, path(u"bin"_s) + u':' + qEnvironmentVariable("PATH"));
    m_program->setVariable(u"TMPDIR"_s, path(u"tmp"_s));
    m_program->setVariable(u"XDG_RUNTIME_DIR"_s, path(u"run"_s));
    // All but the two that say nothing, and that many times a second.
    m_program->setVariable(u"QT_LOGGING_RULES"_s,
                           u"*=true;qt.widgets.painting=false;qt.text.layout=false"_s);
    m_program->keepOutput(path(u"output.txt"_s));

    m_search.add(u"refused token"_s, refusedToken);
    m_search.add(u"token"_s, token);
    m_search.add(u"token of the environment"_s, environmentToken);
    m_search.add(u"client secret"_s, clientSecret);
    m_search.add(u"proxy password"_s, proxyPassword);
}

void TestSecrets::init()
{
    StrictTest::init();
    QVERIFY2(!m_hasFailed, "The day has ended before.");
}

void TestSecrets::cleanup()
{
    if (QTest::currentTestFailed()) {
        if (!std::exchange(m_hasFailed, true)) {
            photograph(u"failed-"_s + QString::fromLatin1(QTest::currentTestFunction()));
            QFile output(path(u"output.txt"_s));
            if (output.open(QIODevice::ReadOnly) && output.size() > 0) {
                output.seek(std::max(output.size() - 3000, qint64(0)));
                qInfo("%s, and the last it printed is:\n%s", qPrintable(m_program->state()),
                      output.readAll().constData());
            }
        }
        return;
    }
    learnSecrets();
    const QStringList found = m_search.findBelow(m_home.path(), m_searched) +
                              m_search.findIn(m_clipboard->everything(), u"the clipboard"_s);
    m_hasFailed = !found.isEmpty();
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestSecrets::cleanupTestCase()
{
    m_program.reset();
    m_clipboard.reset();
    m_keyring.stop();
    m_assistant.reset();
}

/// Those that came and went between the program and the account.
void TestSecrets::learnSecrets()
{
    for (const QString &field : {u"access_token"_s, u"refresh_token"_s}) {
        for (const QByteArray &value : m_hubSpot->given(field)) {
            m_search.add(field, value);
        }
    }
    for (const QString &field : {u"code"_s, u"code_verifier"_s}) {
        for (const QByteArray &value : m_hubSpot->asked(field)) {
            m_search.add(field, value);
        }
    }
}

/// Starts the program and waits until the window is ready.
bool TestSecrets::start(const QStringList &arguments, const QByteArray &environment)
{
    if (!m_program->start(
            QStringList{u"--language"_s, u"en"_s, u"--log-file"_s, path(u"program.log"_s)} +
                arguments,
            environment)) {
        return false;
    }
    m_assistant->setProgram(m_program->processId());
    const auto isReady = [this] {
        return m_assistant->isActive() && m_assistant->isEnabled(Role::Button, u"Add type ID"_s);
    };
    return Person::waitFor([&] { return !m_program->isRunning() || isReady(); }) &&
           m_program->isRunning();
}

bool TestSecrets::quit()
{
    return m_person->press({u"ctrl+q"_s}) &&
           Person::waitFor([this] { return m_program->hasEndedWell(); });
}

void TestSecrets::photograph(const QString &name) const
{
    QVERIFY(m_desktop.picture().save(QStringLiteral(SCREENSHOTS) + u'/' + name + u".png"_s));
}

// --- What is done more than once

/// Does something, and waits until something was copied by it.
bool TestSecrets::copies(const std::function<bool()> &action)
{
    const qsizetype before = m_clipboard->count();
    return action() && Person::waitFor([&] { return m_clipboard->count() > before; });
}

bool TestSecrets::copies(const QString &button)
{
    return copies([&] { return m_person->press(Role::Button, button); });
}

bool TestSecrets::pasteSecret(const QString &field, const QByteArray &secret)
{
    return m_clipboard->copy(QString::fromUtf8(secret)) && m_person->paste(Role::Password, field);
}

bool TestSecrets::openAccounts() const
{
    return m_person->choose(u"alt+f"_s, u"Accounts…"_s, u"a"_s) &&
           m_person->sees(Role::Button, u"Add account"_s);
}

bool TestSecrets::addAccount(const QString &name) const
{
    return m_person->press(Role::Button, u"Add account"_s) &&
           m_person->focusComesTo(Role::Text, u"Account name"_s) &&
           m_person->write(u"Account name"_s, name) &&
           m_person->write(u"Base URL"_s, m_hubSpot->url().toString()) &&
           m_person->press({u"Tab"_s});
}

/// Tests the connection and waits for what comes of it.
bool TestSecrets::testsConnection(const QString &verdict) const
{
    return m_person->press(Role::Button, u"Test connection"_s) &&
           Person::waitFor([&] { return m_assistant->text(u"Test results"_s).contains(verdict); });
}

/// Presses the button, and goes where the browser is sent.
bool TestSecrets::signIn()
{
    const size_t pages = m_browser.pages().size();
    if (!m_person->press(Role::Button, u"Sign in"_s) || !copies(u"Copy address"_s)) {
        return false;
    }
    m_browser.open(QUrl(m_clipboard->lastText()));
    return Person::waitFor([&] { return m_browser.pages().size() > pages; }) &&
           m_person->sees(Role::Button, u"Sign in"_s);
}

/// Does something, and waits until the account is read with a token because of it.
bool TestSecrets::readsWith(const QByteArray &itsToken, const std::function<bool()> &action)
{
    const qsizetype before = m_hubSpot->countWith(itsToken);
    return action() && Person::waitFor([&] { return m_hubSpot->countWith(itsToken) > before; });
}

/// Goes from one account to the one below it.
bool TestSecrets::goesOn(const QString &account, const QString &next)
{
    // To the box that is named by what is chosen in it.
    return m_person->press({u"ctrl+l"_s, u"shift+Tab"_s}) &&
           m_person->focusComesTo(Role::ComboBox, account) && m_person->press({u"Down"_s}) &&
           m_person->focusComesTo(Role::ComboBox, next);
}

bool TestSecrets::unlock() const
{
    return m_person->press(Role::Button, u"Unlock"_s) &&
           m_person->focusComesTo(Role::Button, u"Cancel"_s) && m_person->press({u"alt+u"_s}) &&
           m_person->sees(Role::Button, u"Lock"_s);
}

/// Changes the limit of the first row to one that it never had.
bool TestSecrets::enterNextLimit()
{
    const QString limit = QString::number(m_limit++);
    return Person::waitFor([this] { return m_assistant->rows(u"Limits"_s).size() == 6; }) &&
           m_person->choose(u"alt+g"_s, u"Limits"_s, u"l"_s) &&
           m_person->focusComesTo(Role::Table, u"Limits"_s) &&
           m_person->press({u"ctrl+Home"_s, u"End"_s, u"Left"_s}) && m_desktop.type(limit) &&
           m_person->press({u"Return"_s}) && Person::waitFor([&] {
               return m_assistant->rows(u"Limits"_s).value(0).contains(u", "_s + limit);
           });
}

bool TestSecrets::review() const
{
    // While what was submitted before is read back, nothing else is.
    return Person::waitFor([this] { return m_assistant->isEnabled(Role::Button, u"Review"_s); }) &&
           m_person->press({u"ctrl+Return"_s}) &&
           Person::waitFor([this] { return m_assistant->isEnabled(Role::CheckBox, u"Confirm"_s); });
}

/// From the review on, until the submission is in the history.
bool TestSecrets::submit()
{
    const qsizetype before = m_assistant->entries(u"History"_s).size();
    return m_person->press(Role::CheckBox, u"Confirm"_s) &&
           m_person->press(Role::Button, u"Submit"_s) &&
           Person::waitFor([&] { return m_assistant->entries(u"History"_s).size() > before; });
}

/// Waits until a submission has ended so, and what is stored since is shown.
bool TestSecrets::comesTo(const QString &outcome) const
{
    const QString stored = u"Limit now, (any association), %1"_s.arg(m_limit - 1);
    return Person::waitFor([&] { return newestEntry().contains(outcome); }) &&
           (outcome != "1 stored"_L1 || Person::waitFor([&] {
                return m_assistant->rows(u"Limits"_s).value(0).contains(stored);
            }));
}

QString TestSecrets::newestEntry() const
{
    return m_assistant->entries(u"History"_s).value(0);
}

/// Types the name of a file into the dialog that asks for it.
bool TestSecrets::saveAs(const QString &name) const
{
    const QString field = u"File name:"_s;
    return m_person->focusComesTo(Role::Text, field) && m_person->write(field, path(name)) &&
           m_person->press({u"Return"_s}) && m_person->seesNoMore(Role::Text, field) &&
           Person::waitFor([&] { return QFile::exists(path(name)); });
}

/// Closes a dialog, and waits for the window to be active again.
bool TestSecrets::closes() const
{
    return m_person->press(Role::Button, u"Close"_s) &&
           m_person->seesNoMore(Role::Button, u"Close"_s) &&
           Person::waitFor([this] { return m_assistant->isActive(); });
}

// --- The search itself

void TestSecrets::findsWhatItLooksFor_data()
{
    QTest::addColumn<QByteArray>("secret");
    for (const auto &[name, secret] :
         {std::pair("refused token", refusedToken), std::pair("token", token),
          std::pair("token of the environment", environmentToken),
          std::pair("client secret", clientSecret), std::pair("proxy password", proxyPassword)}) {
        QTest::newRow(name) << secret;
    }
}

void TestSecrets::findsWhatItLooksFor()
{
    QFETCH(const QByteArray, secret);
    const QByteArray before = "what stands before ";
    const QByteArray text = before + secret + " and behind";
    QByteArray escaped = secret;
    escaped.replace('/', "\\/");
    const std::vector<std::pair<QString, QByteArray>> writings{
        {u"it is"_s, text},
        {u"UTF-16LE"_s, encoded(QStringConverter::Utf16LE, text)},
        {u"UTF-16BE"_s, encoded(QStringConverter::Utf16BE, text)},
        {u"Base64"_s, text.toBase64()},
        {u"Base64"_s, text.sliced(1).toBase64()},
        {u"Base64"_s, text.sliced(2).toBase64()},
        {u"Base64"_s, text.toBase64(QByteArray::Base64UrlEncoding)},
        {u"Base64"_s, text.sliced(1).toBase64(QByteArray::Base64UrlEncoding)},
        {u"Base64"_s, text.sliced(2).toBase64(QByteArray::Base64UrlEncoding)},
        {u"Base64"_s, secret.toBase64()},
        {u""_s, text.toPercentEncoding()},
        {u""_s, "https://127.0.0.1/?a=" + text.toPercentEncoding()},
        {u""_s, R"({"a":")" + before + escaped + "\"}"},
        {u"hexadecimal"_s, text.toHex()},
        {u"hexadecimal"_s, text.toHex().toUpper()},
    };
    for (const auto &[spelling, bytes] : writings) {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(u"below"_s));
        QFile file(folder.filePath(u"below/.planted"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();
        QSet<QString> searched;
        const QString found = m_search.findBelow(folder.path(), searched).join(u'\n');
        const QString what = QString::fromLatin1(QTest::currentDataTag()) + u" as "_s + spelling;
        QVERIFY2(found.contains(what), qPrintable(what + u" is not among:\n"_s + found));
        QVERIFY(searched.contains(u"below/.planted"_s));
    }
}

// --- The day

void TestSecrets::pastesATokenAndReplacesIt()
{
    QVERIFY(start({u"--base-url"_s, m_hubSpot->url().toString()}, environmentToken));
    QVERIFY(openAccounts());
    QVERIFY(addAccount(tokenAccount));
    QVERIFY(pasteSecret(u"Access token"_s, refusedToken));
    QVERIFY(m_person->press(Role::Button, u"Save token"_s));
    QVERIFY(testsConnection(u"Nothing can be read"_s));
    QVERIFY(copies(u"Copy test results"_s));
    QVERIFY2(m_clipboard->lastText().contains(u"[token removed]"_s),
             qPrintable(m_clipboard->lastText()));

    QVERIFY(pasteSecret(u"Access token"_s, token));
    QVERIFY(m_person->press(Role::Button, u"Save token"_s));
    QVERIFY(testsConnection(u"Everything the program needs can be read"_s));
    QVERIFY(copies(u"Copy test results"_s));
    QTRY_COMPARE(tests::keychainItems(), 1);
    QVERIFY(closes());
}

void TestSecrets::signsInByOAuth()
{
    QVERIFY(openAccounts());
    QVERIFY(addAccount(oauthAccount));
    QVERIFY(m_person->press({u"Tab"_s, u"Tab"_s}));
    QVERIFY(m_person->focusComesTo(Role::ComboBox, u"Token"_s));
    QVERIFY(m_person->press({u"Down"_s}));
    QVERIFY(m_person->sees(Role::Button, u"Sign in"_s));
    QVERIFY(m_person->write(u"Client ID"_s, clientId));
    QVERIFY(pasteSecret(u"Client secret"_s, clientSecret));
    QVERIFY(copies(u"Copy redirect address"_s));

    m_hubSpot->refuseSignIn();
    QVERIFY(signIn());
    QCOMPARE(m_hubSpot->asked(u"code"_s).size(), 1);
    QCOMPARE(m_hubSpot->given(u"access_token"_s).size(), 0);
    QVERIFY(signIn());
    QVERIFY(m_person->reads(u"Signed in. The sign-in is renewed by itself."_s));
    QCOMPARE(m_hubSpot->given(u"access_token"_s).size(), 1);
    QVERIFY(testsConnection(u"Everything the program needs can be read"_s));
    QTRY_COMPARE(tests::keychainItems(), 2);
    // Renewed by itself.
    QTRY_VERIFY_WITH_TIMEOUT(m_hubSpot->given(u"access_token"_s).size() > 1, 30'000);
    QVERIFY(closes());
}

void TestSecrets::readsAndWrites()
{
    const QString environmentAccount = u"HubSpot at 127.0.0.1:%1"_s.arg(m_hubSpot->url().port());
    QVERIFY(goesOn(environmentAccount, oauthAccount));
    QVERIFY(readsWith(token, [this] { return goesOn(oauthAccount, tokenAccount); }));
    QVERIFY(unlock());
    QVERIFY(enterNextLimit());
    QVERIFY(review());
    QVERIFY(m_assistant->activate(Role::PageTab, u"Requests (1)"_s));
    QVERIFY(copies(u"Copy as JSON"_s));
    QVERIFY(m_clipboard->lastText().contains(u"maxToObjectIds"_s));
    QVERIFY(copies(u"Copy as cURL"_s));
    QVERIFY(m_clipboard->lastText().contains(u"HUBSPOT_ACCESS_TOKEN"_s));
    QVERIFY(submit());
    QVERIFY2(comesTo(u"1 stored"_s), qPrintable(newestEntry()));

    for (const auto &[tab, words] : {std::pair(u"Request"_s, u"maxToObjectIds"_s),
                                     std::pair(u"Response"_s, u"completedAt"_s)}) {
        QVERIFY(m_assistant->activate(Role::PageTab, tab));
        QVERIFY(copies(u"Copy"_s));
        QVERIFY2(m_clipboard->lastText().contains(words), qPrintable(m_clipboard->lastText()));
    }
    QVERIFY(m_assistant->activate(Role::PageTab, u"Details"_s));
    QVERIFY(m_person->tabTo(Role::Table, u"Details"_s));
    QVERIFY(copies([this] { return m_person->press({u"ctrl+a"_s, u"ctrl+c"_s}); }));
    QVERIFY2(m_clipboard->lastText().contains(u"[token removed]"_s),
             qPrintable(m_clipboard->lastText()));
    QVERIFY(m_assistant->activate(Role::PageTab, u"Results"_s));
}

void TestSecrets::failsInAllWays_data()
{
    QTest::addColumn<EchoingHubSpot::Weather>("write");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("unauthorised") << weather::refused(401, "INVALID_AUTHENTICATION")
                                  << u"1 failed"_s;
    QTest::newRow("a scope is missing") << weather::refused(403, "MISSING_SCOPES") << u"1 failed"_s;
    QTest::newRow("not valid") << weather::refused(400, "VALIDATION_ERROR") << u"1 failed"_s;
    QTest::newRow("one is refused") << weather::oneRefused() << u"1 failed"_s;
    QTest::newRow("too many") << weather::tooMany() << u"1 stored"_s;
    QTest::newRow("a server's mistake")
        << weather::refused(500, "INTERNAL_ERROR") << u"1 not stored"_s;
    QTest::newRow("a page") << weather::page() << u"1 not stored"_s;
    QTest::newRow("garbage") << weather::garbage() << u"1 not stored"_s;
    QTest::newRow("the answer is lost") << weather::answerLost() << u"1 stored"_s;
    QTest::newRow("the answer is cut") << weather::answerCut() << u"1 not stored"_s;
}

void TestSecrets::failsInAllWays()
{
    QFETCH(const EchoingHubSpot::Weather, write);
    QFETCH(const QString, outcome);
    const qsizetype before = m_hubSpot->writeCount();
    m_hubSpot->meetNextWriteWith(write);
    QVERIFY(enterNextLimit());
    QVERIFY(review());
    QVERIFY(submit());
    QVERIFY2(comesTo(outcome), qPrintable(newestEntry()));
    QVERIFY(m_hubSpot->writeCount() > before);
    QVERIFY(m_assistant->activate(Role::PageTab, u"Response"_s));
    photograph(u"secrets-"_s + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
}

void TestSecrets::exportsTheHistory_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("file");
    QTest::newRow("JSON") << u"JSON"_s << u"export.json"_s;
    QTest::newRow("CSV") << u"CSV"_s << u"export.csv"_s;
    QTest::newRow("Markdown") << u"Markdown"_s << u"export.md"_s;
}

void TestSecrets::exportsTheHistory()
{
    QFETCH(const QString, format);
    QFETCH(const QString, file);
    const QString actions = u"History actions"_s;
    QVERIFY(m_person->press(Role::Button, actions));
    QVERIFY(Person::waitFor([&] { return m_assistant->isPressed(Role::Button, actions); }));
    QVERIFY(m_person->press({u"e"_s}));
    QVERIFY(m_person->press(Role::RadioButton, format));
    QVERIFY(m_person->press(Role::Button, u"Choose file"_s));
    QVERIFY(saveAs(file));
    QVERIFY(closes());
    QVERIFY(QFileInfo(path(file)).size() > 0);
}

void TestSecrets::asksForSupport()
{
    QVERIFY(copies(
        [this] { return m_person->choose(u"alt+h"_s, u"Copy details for support"_s, u"c"_s); }));
    QVERIFY(m_clipboard->lastText().contains(u"Last requests"_s));

    QVERIFY(m_assistant->activate(Role::PageTab, u"Results"_s)); // which has no other "Copy"
    QVERIFY(m_person->choose(u"alt+h"_s, u"Show log…"_s, u"l"_s));
    QVERIFY(m_person->sees(Role::Table, u"Log"_s));
    QVERIFY(copies(u"Copy"_s));
    QVERIFY(m_clipboard->lastText().contains(u" debug "_s));
    QVERIFY(m_person->press(Role::Button, u"Save"_s));
    QVERIFY(saveAs(u"saved.log"_s));
    QVERIFY(closes());
}

void TestSecrets::isKilled_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("kill") << SIGKILL;
    QTest::newRow("segmentation fault") << SIGSEGV;
    QTest::newRow("abort") << SIGABRT;
}

void TestSecrets::isKilled()
{
    QFETCH(const int, signal);
    const qsizetype before = m_hubSpot->writeCount();
    m_hubSpot->meetNextWriteWith(weather::silence());
    QVERIFY(enterNextLimit());
    QVERIFY(review());
    QVERIFY(submit());
    QTRY_COMPARE_WITH_TIMEOUT(m_hubSpot->writeCount(), before + 1, 30'000);
    QVERIFY(newestEntry().contains(u"waiting"_s));
    QVERIFY(m_program->crash(signal));
    // The keychain has kept the token.
    QVERIFY(readsWith(token, [this] { return start(); }));
    QVERIFY2(comesTo(u"1 not stored"_s), qPrintable(newestEntry()));
}

void TestSecrets::goesThroughAProxy()
{
    QVERIFY(quit());
    tests::ConnectProxy proxy(quint16(m_hubSpot->url().port()),
                              {.credentials = "somebody:" + proxyPassword});
    {
        support::Settings settings(path(u"config/association-limits/settings.ini"_s));
        api::Transport transport;
        accounts::Vault vault;
        accounts::NetworkKeeper network(transport, settings, vault);
        network.open();
        const api::Proxy own{api::Proxy::Use::Own, u"127.0.0.1"_s, proxy.port(), u"somebody"_s};
        QVERIFY(network.change({.proxy = own}, QString::fromLatin1(proxyPassword)));
        QTRY_COMPARE(network.passwordPlace(), accounts::SecretPlace::Keychain);
    }

    // Nobody but the proxy finds it, and there is nothing to be read there: it speaks no TLS.
    QVERIFY(start({u"--account"_s, u"hubspot"_s, u"--base-url"_s, u"https://limits.invalid"_s},
                  environmentToken));
    QVERIFY(Person::waitFor([&proxy] { return proxy.tunnelCount() > 0; }));
    QVERIFY(quit());
}

void TestSecrets::forgetsTheSecrets()
{
    QVERIFY(start());
    QCOMPARE(tests::keychainItems(), 3);
    QVERIFY(openAccounts());
    QVERIFY(m_person->focusComesTo(Role::List, u"Accounts"_s));
    QVERIFY(m_person->press({u"End"_s}));
    QVERIFY(m_person->press(Role::Button, u"Forget token"_s));
    QVERIFY(m_person->press(Role::Button, u"Forget"_s));
    QTRY_COMPARE(tests::keychainItems(), 2);
    QVERIFY(m_person->focusComesTo(Role::List, u"Accounts"_s));
    QVERIFY(m_person->press({u"Up"_s}));
    QVERIFY(m_person->press(Role::Button, u"Sign out"_s));
    QVERIFY(m_person->focusComesTo(Role::Button, u"Cancel"_s));
    QVERIFY(m_person->press({u"alt+o"_s}));
    QTRY_COMPARE(tests::keychainItems(), 1);
    QVERIFY(closes());
    QVERIFY(quit());
}

// --- Whether it proves anything

void TestSecrets::theSecretsWereInUse()
{
    for (const QByteArray &secret : {refusedToken, token, environmentToken, clientSecret,
                                     m_hubSpot->given(u"access_token"_s).front()}) {
        QVERIFY2(m_hubSpot->hasReceived(secret), secret.constData());
    }
}

void TestSecrets::allOfItWasSearched()
{
    QStringList missing;
    for (const QString &name :
         {u"output.txt"_s, u"program.log"_s, u"browser.txt"_s, u"export.json"_s, u"export.csv"_s,
          u"export.md"_s, u"saved.log"_s, u"config/association-limits/settings.ini"_s,
          u"data/association-limits/accounts.json"_s, u"data/association-limits/history.sqlite"_s,
          u"data/association-limits/history.sqlite-wal"_s}) {
        if (!m_searched.contains(name)) {
            missing.append(name);
        }
    }
    const QStringList all = QStringList(m_searched.cbegin(), m_searched.cend());
    if (std::ranges::none_of(all,
                             [](const QString &name) { return name.contains("/drafts/"_L1); })) {
        missing.append(u"drafts"_s);
    }
    QVERIFY2(missing.isEmpty(),
             qPrintable(missing.join(u", "_s) + u" not in:\n"_s + all.join(u'\n')));
}

int main(int argc, char **argv)
{
    if (const std::optional<int> result = tests::Clipboard::serve(argc, argv)) {
        return *result;
    }
    const tests::Sanctuary sanctuary;
    QCoreApplication application(argc, argv);
    TestSecrets test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_secrets.moc"
