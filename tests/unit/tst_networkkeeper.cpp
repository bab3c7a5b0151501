#include "app/accounts/networkkeeper.h"
#include "app/accounts/vault.h"
#include "app/api/transport.h"
#include "tests/support/keyring.h"
#include "tests/support/tlsfiles.h"

#include <QDirIterator>
#include <QSignalSpy>

// The network settings as they are kept, with GNOME's keyring.

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using accounts::NetworkKeeper;
using accounts::SecretPlace;
using accounts::Vault;
using api::NetworkSettings;
using api::NetworkSettingsError;
using api::Proxy;
using Kind = NetworkSettingsError::Kind;
namespace keys = support::settings;

namespace {

const QString password = u"a proxy's s\u00e4cret"_s;

/// One start of the program.
struct Start
{
    explicit Start(const QString &file)
        : stored(file)
    {
    }

    support::Settings stored;
    Vault vault;
    api::Transport transport;
    NetworkKeeper keeper{transport, stored, vault};

    [[nodiscard]] QString passwordInForce() const
    {
        return transport.networkSettings().proxy.password;
    }
    /// Waits until the keychain has answered what it was asked before.
    [[nodiscard]] bool settle()
    {
        bool isAnswered = false;
        QObject context;
        vault.read(accounts::proxySecret, &context, [&](const auto &) { isAnswered = true; });
        return QTest::qWaitFor([&] { return isAnswered; }, 20'000);
    }
};

Proxy own(const QString &host = u"proxy.example.com"_s, quint16 port = 8080,
          const QString &user = u"somebody"_s)
{
    return {.use = Proxy::Use::Own, .host = host, .port = port, .user = user};
}

/// None of them the default.
NetworkSettings decided()
{
    return {.timeouts = {7s, 70s, 17s},
            .answerCap = qint64(9) * 1024 * 1024,
            .proxy = own(),
            .caFile = tests::tlsFile(u"authority.pem"_s)};
}

NetworkSettings with(const Proxy &proxy)
{
    NetworkSettings settings = decided();
    settings.proxy = proxy;
    return settings;
}

} // namespace

Q_DECLARE_METATYPE(api::NetworkSettings)
Q_DECLARE_METATYPE(api::NetworkSettingsError)
Q_DECLARE_METATYPE(api::NetworkSettingsError::Kind)
Q_DECLARE_METATYPE(api::Proxy)

class TestNetworkKeeper : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void firstStart();
    void areThereAgain();
    void areTidied_data();
    void areTidied();
    void refusedOnesChangeNothing_data();
    void refusedOnesChangeNothing();
    void unusableAtTheStart();
    void unreadableProxyAtTheStart();
    void passwordIsInTheKeychainAlone();
    void passwordIsInMemoryWhereThereIsNoKeychain();
    void aDeadKeychainBringsNothingBack();
    void isForgotten();
    void anotherProxyDoesNotGetIt_data();
    void anotherProxyDoesNotGetIt();
    void anotherProxyInTheFileDoesNotGetIt();
    void staysForTheSameProxy();
    void staysWhileTheProxyIsNotUsed();
    void anAnswerThatIsOvertaken_data();
    void anAnswerThatIsOvertaken();
    void anAnswerOvertakesNothing();
    void theKeychainIsNotAskedForNothing();

private:
    [[nodiscard]] QString file() const { return m_home->filePath(u"settings.ini"_s); }
    /// A start in which the password was given and kept.
    void keepPassword() const;

    tests::Keyring m_keyring;
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestNetworkKeeper::init()
{
    StrictTest::init();
    m_home = std::make_unique<QTemporaryDir>();
    m_keyring.start();
    tests::forgetDeadSession();
}

void TestNetworkKeeper::cleanup()
{
    m_keyring.stop();
    QVERIFY(QDir(qEnvironmentVariable("XDG_DATA_HOME") + u"/keyrings"_s).removeRecursively());
}

void TestNetworkKeeper::keepPassword() const
{
    Start start(file());
    start.keeper.open();
    QVERIFY(start.keeper.change(decided(), password).hasValue());
    QTRY_COMPARE(start.keeper.passwordPlace(), SecretPlace::Keychain);
}

void TestNetworkKeeper::firstStart()
{
    {
        Start start(file());
        const QSignalSpy unusable(&start.keeper, &NetworkKeeper::unusable);
        start.keeper.open();
        QVERIFY(unusable.isEmpty());
        QVERIFY(start.keeper.settings() == NetworkSettings());
        QVERIFY(start.transport.networkSettings() == NetworkSettings());
        QCOMPARE(start.keeper.passwordPlace(), SecretPlace::Nowhere);
    }
    QVERIFY(!QFile::exists(file()));
}

void TestNetworkKeeper::areThereAgain()
{
    {
        Start start(file());
        start.keeper.open();
        const QSignalSpy changed(&start.keeper, &NetworkKeeper::changed);
        QVERIFY(start.keeper.change(decided()).hasValue());
        QCOMPARE(changed.size(), 1);
        QVERIFY(start.keeper.settings() == decided());
        QVERIFY(start.transport.networkSettings() == decided());
    }
    Start again(file());
    again.keeper.open();
    QVERIFY(again.keeper.settings() == decided());
    QVERIFY(again.transport.networkSettings() == decided());
    QVERIFY(again.keeper.change({}).hasValue());
    QVERIFY(again.transport.networkSettings() == NetworkSettings());
}

void TestNetworkKeeper::areTidied_data()
{
    QTest::addColumn<Proxy>("given");
    QTest::addColumn<Proxy>("kept");
    QTest::newRow("spaces") << own(u" proxy.example.com "_s, 80, u" somebody\n"_s)
                            << own(u"proxy.example.com"_s, 80);
    QTest::newRow("letters") << own(u"Proxy.Example.COM"_s) << own();
    QTest::newRow("IPv6") << own(u"::1"_s) << own(u"::1"_s);
    QTest::newRow("IPv6 in brackets") << own(u"[::1]"_s) << own(u"::1"_s);
    QTest::newRow("not used") << Proxy{Proxy::Use::None, u"proxy"_s, 80, {}, {}}
                              << Proxy{Proxy::Use::None, u"proxy"_s, 80, {}, {}};
    QTest::newRow("not used and none") << Proxy{Proxy::Use::None, u"a proxy"_s, 80, {}, {}}
                                       << Proxy{Proxy::Use::None, {}, 0, {}, {}};
}

void TestNetworkKeeper::areTidied()
{
    QFETCH(const Proxy, given);
    QFETCH(const Proxy, kept);
    {
        Start start(file());
        start.keeper.open();
        QVERIFY(start.keeper.change(with(given)).hasValue());
        QVERIFY(start.keeper.settings().proxy == kept);
        QVERIFY(start.transport.networkSettings().proxy == kept);
    }
    Start again(file());
    again.keeper.open();
    QVERIFY(again.keeper.settings().proxy == kept);
}

void TestNetworkKeeper::refusedOnesChangeNothing_data()
{
    QTest::addColumn<NetworkSettings>("wrong");
    QTest::addColumn<Kind>("kind");
    const auto row = [](const char *name, Kind kind, const auto &spoil) {
        NetworkSettings settings;
        spoil(settings);
        QTest::newRow(name) << settings << kind;
    };
    row("no such file", Kind::CaFileUnreadable, [](auto &s) { s.caFile = u"/nonexistent"_s; });
    row("not PEM", Kind::CaFileNotPem,
        [](auto &s) { s.caFile = tests::tlsFile(u"unknown.key"_s); });
    row("no host", Kind::ProxyIncomplete, [](auto &s) { s.proxy = own({}); });
    row("no port", Kind::ProxyIncomplete, [](auto &s) { s.proxy = own(u"proxy"_s, 0); });
    row("an address", Kind::ProxyMalformed, [](auto &s) { s.proxy = own(u"http://proxy"_s); });
    row("a path", Kind::ProxyMalformed, [](auto &s) { s.proxy = own(u"proxy/path"_s); });
    row("two words", Kind::ProxyMalformed, [](auto &s) { s.proxy = own(u"a proxy"_s); });
    row("no time", Kind::OutOfBounds, [](auto &s) { s.timeouts.connect = 0s; });
    row("too long", Kind::OutOfBounds, [](auto &s) { s.timeouts.total = 3601s; });
    row("too short", Kind::OutOfBounds, [](auto &s) { s.timeouts.idle = 999ms; });
    row("too large", Kind::OutOfBounds, [](auto &s) { s.answerCap *= 1000; });
}

void TestNetworkKeeper::refusedOnesChangeNothing()
{
    QFETCH(const NetworkSettings, wrong);
    QFETCH(const Kind, kind);
    keepPassword();
    {
        Start start(file());
        start.keeper.open();
        QTRY_COMPARE(start.passwordInForce(), password);
        const NetworkSettings before = start.transport.networkSettings();
        const QSignalSpy changed(&start.keeper, &NetworkKeeper::changed);
        const auto refused = start.keeper.change(wrong, u"another"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, kind);
        QVERIFY(start.settle());
        QVERIFY(changed.isEmpty());
        QVERIFY(start.keeper.settings() == decided());
        QVERIFY(start.transport.networkSettings() == before);
    }
    Start again(file());
    again.keeper.open();
    QVERIFY(again.keeper.settings() == decided());
    QTRY_COMPARE(again.passwordInForce(), password);
}

void TestNetworkKeeper::unusableAtTheStart()
{
    keepPassword();
    const QString missing = m_home->filePath(u"missing.pem"_s);
    support::Settings(file()).setValue(keys::caFile, missing);
    Start start(file());
    QSignalSpy unusable(&start.keeper, &NetworkKeeper::unusable);
    start.keeper.open();
    QCOMPARE(unusable.size(), 1);
    QCOMPARE(unusable.front().front().value<NetworkSettingsError>().kind, Kind::CaFileUnreadable);
    QVERIFY(start.keeper.problem().has_value());
    QVERIFY(start.transport.networkSettings() == NetworkSettings());
    QCOMPARE(start.keeper.settings().caFile, missing);
    QCOMPARE(start.keeper.settings().timeouts, decided().timeouts);
    // The password waits for the settings to be mended.
    QTRY_COMPARE(start.keeper.passwordPlace(), SecretPlace::Keychain);
    QVERIFY(start.transport.networkSettings() == NetworkSettings());
    QVERIFY(start.keeper.change(decided()).hasValue());
    QVERIFY(!start.keeper.problem());
    QCOMPARE(start.passwordInForce(), password);
    QCOMPARE(unusable.size(), 1);
}

void TestNetworkKeeper::unreadableProxyAtTheStart()
{
    support::Settings(file()).setValue(keys::proxy, u"somebody:secret@proxy"_s);
    Start start(file());
    QSignalSpy unusable(&start.keeper, &NetworkKeeper::unusable);
    start.keeper.open();
    QCOMPARE(unusable.size(), 1);
    QCOMPARE(start.keeper.problem()->kind, Kind::ProxyIncomplete);
    QCOMPARE(start.keeper.settings().proxy.use, Proxy::Use::Own);
}

void TestNetworkKeeper::passwordIsInTheKeychainAlone()
{
    {
        Start start(file());
        start.keeper.open();
        QVERIFY(start.keeper.change(decided(), password).hasValue());
        QCOMPARE(start.passwordInForce(), password);
        QCOMPARE(start.keeper.password(), password);
        QCOMPARE(start.keeper.settings().proxy.password, QString());
        QCOMPARE(start.keeper.passwordPlace(), SecretPlace::MemoryOnly);
        QSignalSpy changed(&start.keeper, &NetworkKeeper::changed);
        QTRY_COMPARE(start.keeper.passwordPlace(), SecretPlace::Keychain);
        QCOMPARE(changed.size(), 1);
    }
    QCOMPARE(tests::keychainItems(), 1);
    Start again(file());
    again.keeper.open();
    QCOMPARE(again.keeper.passwordPlace(), SecretPlace::Reading);
    QCOMPARE(again.passwordInForce(), QString());
    QVERIFY(again.transport.networkSettings() == decided());
    QTRY_COMPARE(again.keeper.passwordPlace(), SecretPlace::Keychain);
    QCOMPARE(again.passwordInForce(), password);

    int files = 0;
    for (const QString &folder : {m_home->path(), qEnvironmentVariable("XDG_DATA_HOME"),
                                  qEnvironmentVariable("XDG_CONFIG_HOME")}) {
        QDirIterator iterator(folder, QDir::Files, QDirIterator::Subdirectories);
        while (iterator.hasNext()) {
            QFile written(iterator.next());
            QVERIFY(written.open(QIODevice::ReadOnly));
            const QByteArray bytes = written.readAll();
            for (const QByteArray &form :
                 {password.toUtf8(), password.toUtf8().toBase64(), password.toLatin1(),
                  QByteArray("a proxy's s\\xe4cret")}) {
                QVERIFY2(!bytes.contains(form), qPrintable(written.fileName()));
            }
            ++files;
        }
    }
    QVERIFY(files >= 2); // the settings and the keyring
}

void TestNetworkKeeper::passwordIsInMemoryWhereThereIsNoKeychain()
{
    m_keyring.stop();
    {
        Start start(file());
        start.keeper.open();
        QVERIFY(start.keeper.change(decided(), password).hasValue());
        QSignalSpy changed(&start.keeper, &NetworkKeeper::changed);
        QVERIFY(changed.wait());
        QCOMPARE(start.keeper.passwordPlace(), SecretPlace::MemoryOnly);
        QCOMPARE(start.passwordInForce(), password);
    }
    Start again(file());
    again.keeper.open();
    QCOMPARE(again.keeper.passwordPlace(), SecretPlace::Nowhere);
    QVERIFY(again.settle());
    QCOMPARE(again.passwordInForce(), QString());
}

// A proxy that is sent a replaced password time and again locks its user out.
void TestNetworkKeeper::aDeadKeychainBringsNothingBack()
{
    keepPassword();
    for (const QString &next : {u"another"_s, QString()}) {
        {
            Start start(file());
            start.keeper.open();
            QVERIFY(start.settle());
            m_keyring.stop();
            QVERIFY(start.keeper.change(decided(), next).hasValue());
            QVERIFY(start.settle());
            QCOMPARE(start.passwordInForce(), next);
            m_keyring.start();
            tests::forgetDeadSession();
            QCOMPARE(tests::keychainItems(), 1);
        }
        Start again(file());
        again.keeper.open();
        QVERIFY(again.settle());
        QCOMPARE(again.passwordInForce(), QString());
        QCOMPARE(again.keeper.passwordPlace(), SecretPlace::Nowhere);
        QCOMPARE(tests::keychainItems(), 0);
        QVERIFY(again.keeper.change(decided(), password).hasValue());
        QTRY_COMPARE(again.keeper.passwordPlace(), SecretPlace::Keychain);
    }
}

void TestNetworkKeeper::isForgotten()
{
    keepPassword();
    {
        Start start(file());
        start.keeper.open();
        QTRY_COMPARE(start.passwordInForce(), password);
        QVERIFY(start.keeper.change(decided(), QString()).hasValue());
        QCOMPARE(start.keeper.passwordPlace(), SecretPlace::Nowhere);
        QCOMPARE(start.passwordInForce(), QString());
        QTRY_COMPARE(tests::keychainItems(), 0);
        QTRY_COMPARE(start.stored.value(keys::proxyEntry), 0);
    }
    Start again(file());
    again.keeper.open();
    QCOMPARE(again.keeper.passwordPlace(), SecretPlace::Nowhere);
    QVERIFY(again.keeper.settings() == decided());
}

void TestNetworkKeeper::anotherProxyDoesNotGetIt_data()
{
    QTest::addColumn<Proxy>("proxy");
    QTest::newRow("host") << own(u"other.example.com"_s);
    QTest::newRow("port") << own(u"proxy.example.com"_s, 8081);
    QTest::newRow("user") << own(u"proxy.example.com"_s, 8080, u"somebody else"_s);
    QTest::newRow("no user") << own(u"proxy.example.com"_s, 8080, {});
    QTest::newRow("the system's") << Proxy();
}

void TestNetworkKeeper::anotherProxyDoesNotGetIt()
{
    QFETCH(const Proxy, proxy);
    keepPassword();
    Start start(file());
    start.keeper.open();
    QTRY_COMPARE(start.passwordInForce(), password);
    QVERIFY(!start.keeper.isSameProxy(proxy));
    QVERIFY(start.keeper.change(with(proxy)).hasValue());
    QCOMPARE(start.passwordInForce(), QString());
    QCOMPARE(start.keeper.password(), QString());
    QCOMPARE(start.keeper.passwordPlace(), SecretPlace::Nowhere);
    QTRY_COMPARE(tests::keychainItems(), 0);
    // Nor is it back with the proxy.
    QVERIFY(start.keeper.change(decided()).hasValue());
    QVERIFY(start.settle());
    QCOMPARE(start.passwordInForce(), QString());
    // Of its own, it has one; but not without a user.
    QVERIFY(start.keeper.change(with(proxy), u"its own"_s).hasValue());
    QCOMPARE(start.passwordInForce(), proxy.user.isEmpty() ? QString() : u"its own"_s);
    QVERIFY(start.settle());
    QCOMPARE(tests::keychainItems(), proxy.user.isEmpty() ? 0 : 1);
}

// Whoever writes another proxy into the file gets no password sent there.
void TestNetworkKeeper::anotherProxyInTheFileDoesNotGetIt()
{
    keepPassword();
    support::Settings(file()).setValue(keys::proxy, u"other.example.com:8080"_s);
    {
        Start start(file());
        start.keeper.open();
        QTRY_COMPARE(start.keeper.passwordPlace(), SecretPlace::Nowhere);
        QCOMPARE(start.passwordInForce(), QString());
    }
    support::Settings(file()).setValue(keys::proxy, u"proxy.example.com:8080"_s);
    support::Settings(file()).setValue(keys::proxyUser, u"somebody else"_s);
    Start start(file());
    start.keeper.open();
    QTRY_COMPARE(start.keeper.passwordPlace(), SecretPlace::Nowhere);
    QCOMPARE(start.passwordInForce(), QString());
}

void TestNetworkKeeper::staysForTheSameProxy()
{
    keepPassword();
    Start start(file());
    start.keeper.open();
    QTRY_COMPARE(start.passwordInForce(), password);
    NetworkSettings next = with(own(u" PROXY.example.com"_s));
    next.timeouts.idle = 8s;
    next.caFile.clear();
    next.proxy.password = u"does not count"_s;
    QVERIFY(start.keeper.isSameProxy(next.proxy));
    QVERIFY(start.keeper.change(next).hasValue());
    QCOMPARE(start.passwordInForce(), password);
    QCOMPARE(start.keeper.passwordPlace(), SecretPlace::Keychain);
    QCOMPARE(start.transport.networkSettings().timeouts.idle, 8000ms);
    QCOMPARE(tests::keychainItems(), 1);
}

void TestNetworkKeeper::staysWhileTheProxyIsNotUsed()
{
    keepPassword();
    Proxy unused = own();
    unused.use = Proxy::Use::None;
    {
        Start start(file());
        start.keeper.open();
        QTRY_COMPARE(start.passwordInForce(), password);
        QVERIFY(start.keeper.change(with(unused)).hasValue());
    }
    Start again(file());
    again.keeper.open();
    QVERIFY(again.keeper.settings() == with(unused));
    QCOMPARE(again.keeper.passwordPlace(), SecretPlace::Keychain);
    QVERIFY(again.settle());
    QCOMPARE(again.keeper.password(), QString()); // it is not asked for before it is needed
    QVERIFY(again.keeper.change(decided()).hasValue());
    QTRY_COMPARE(again.passwordInForce(), password);
}

void TestNetworkKeeper::anAnswerThatIsOvertaken_data()
{
    QTest::addColumn<Proxy>("proxy");
    QTest::addColumn<QString>("given");
    QTest::newRow("by another password") << own() << u"new"_s;
    QTest::newRow("by forgetting it") << own() << QString();
    QTest::newRow("by another proxy") << own(u"other.example.com"_s) << u"new"_s;
}

void TestNetworkKeeper::anAnswerThatIsOvertaken()
{
    QFETCH(const Proxy, proxy);
    QFETCH(const QString, given);
    keepPassword();
    {
        Start start(file());
        start.keeper.open();
        QCOMPARE(start.keeper.passwordPlace(), SecretPlace::Reading);
        QVERIFY(start.keeper.change(with(proxy), given).hasValue()); // while it is being read
        QVERIFY(start.settle());
        QCOMPARE(start.passwordInForce(), given);
        const SecretPlace place = given.isEmpty() ? SecretPlace::Nowhere : SecretPlace::Keychain;
        QCOMPARE(start.keeper.passwordPlace(), place);
        // One write overtakes another.
        QVERIFY(start.keeper.change(with(proxy), u"newer"_s).hasValue());
        QVERIFY(start.keeper.change(with(proxy), QString()).hasValue());
        QVERIFY(start.keeper.change(with(proxy), given).hasValue());
        QVERIFY(start.settle());
        QCOMPARE(start.keeper.passwordPlace(), place);
    }
    Start again(file());
    again.keeper.open();
    QVERIFY(again.settle());
    QCOMPARE(again.passwordInForce(), given);
}

// What was changed while the password was being read, and does not concern it.
void TestNetworkKeeper::anAnswerOvertakesNothing()
{
    keepPassword();
    Start start(file());
    start.keeper.open();
    QCOMPARE(start.keeper.passwordPlace(), SecretPlace::Reading);
    NetworkSettings next = decided();
    next.timeouts = {8s, 80s, 18s};
    next.caFile.clear();
    QVERIFY(start.keeper.change(next).hasValue());
    QCOMPARE(start.keeper.passwordPlace(), SecretPlace::Reading);
    QTRY_COMPARE(start.keeper.passwordPlace(), SecretPlace::Keychain);
    QVERIFY(start.keeper.settings() == next);
    next.proxy.password = password;
    QVERIFY(start.transport.networkSettings() == next);
}

// It may be locked, and would ask its owner for a password.
void TestNetworkKeeper::theKeychainIsNotAskedForNothing()
{
    m_keyring.stop();
    for (const Proxy &proxy : {Proxy(), own(u"proxy"_s, 80, {}), own(), own()}) {
        Start start(file());
        const QSignalSpy failed(&start.vault, &Vault::failed);
        start.keeper.open();
        QVERIFY(start.keeper.change(with(proxy)).hasValue());
        // Whatever was asked before has failed before.
        std::optional<qsizetype> failures;
        start.vault.read(accounts::proxySecret, this,
                         [&](const auto &) { failures = failed.size(); });
        QTRY_VERIFY(failures.has_value());
        QCOMPARE(*failures, 0);
        QCOMPARE(start.keeper.passwordPlace(), SecretPlace::Nowhere);
    }
}

int main(int argc, char **argv)
{
    const tests::Sanctuary sanctuary;
    const tests::Bus bus;
    QCoreApplication application(argc, argv);
    TestNetworkKeeper test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_networkkeeper.moc"
