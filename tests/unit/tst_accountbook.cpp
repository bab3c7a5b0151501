#include "app/accounts/accountbook.h"
#include "app/accounts/vault.h"
#include "tests/support/testmain.h"
#include "tests/unit/accountbench.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

// The book with a vault that has no keychain, so that secrets are in memory; tst_accountsecrets has
// one with a keychain.

using namespace Qt::StringLiterals;
using accounts::Account;
using accounts::AccountBook;
using accounts::AccountData;
using accounts::Color;
using accounts::Kind;
using accounts::Lock;
using accounts::SecretPlace;
using accounts::SignInMethod;
using tests::AccountBench;
using tests::dataOf;

namespace {

const QByteArray token = "pat-eu1-very-secret";

QStringList names(const AccountBook &book)
{
    QStringList names;
    for (const Account &account : book.accounts()) {
        names.append(account.name);
    }
    return names;
}

bool isReadOnly(const AccountBook &book, const QString &id)
{
    return book.find(id)->endpoint.isReadOnly();
}

} // namespace

class TestAccountBook : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keepsAccounts();
    void isForTheOwnerAlone();
    void idsAreNeverReused();
    void refusesBadData_data();
    void refusesBadData();
    void changesAndRemoves();
    void locks();
    void noAccountBecomesTheSandbox();
    void builtIns();
    void secretsHoldAtOnce();
    void theKeychainIsLeftAloneWithoutSecrets();
    void secretsAreInNoFile();
    void aNewAddressTakesTheSecretAway();
    void anotherSecretMayBeOfAnotherAccount();
    void saysWhoseIdentityIsLost();
    void twoBooksOnOneFile();
    void aChangeThatWasNotSeenYet();
    void aLockThatIsHeld();
    void damagedFiles_data();
    void damagedFiles();
    void damagedWhileOpen();
    void vanishedWhileOpen();
    void newerFile();
    void cannotBeSaved();

private:
    [[nodiscard]] QJsonObject json() const
    {
        QFile read(file());
        return read.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(read.readAll()).object()
                                              : QJsonObject();
    }
    [[nodiscard]] QString file() const { return m_home->filePath(u"data/accounts.json"_s); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_home->filePath(u"data"_s)).entryList(QDir::Files, QDir::Name);
    }
    void write(const QByteArray &bytes)
    {
        QDir().mkpath(m_home->filePath(u"data"_s));
        QFile written(file());
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(bytes);
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestAccountBook::init()
{
    StrictTest::init();
    m_home = std::make_unique<QTemporaryDir>();
}

void TestAccountBook::keepsAccounts()
{
    AccountBench bench(file());
    QVERIFY(!bench.book.open());
    QVERIFY(!QFileInfo::exists(file()));
    const AccountData data{u"  Acme \u00c4rzte "_s, QUrl(u"https://api.hubapi.com"_s), Color::Teal,
                           Lock::Unlocked, SignInMethod::OAuth};
    const auto acme = bench.book.add(data);
    QVERIFY(acme);
    const auto beta = bench.book.add(dataOf(u"Beta"_s, u"http://localhost:8080"_s));
    QVERIFY(beta);
    bench.book.setKind(*acme, Kind::DeveloperTest);

    AccountBench again(file());
    QVERIFY(!again.book.open());
    QCOMPARE(names(again.book), (QStringList{u"Acme \u00c4rzte"_s, u"Beta"_s}));
    const Account &kept = again.book.accounts().front();
    QCOMPARE(kept.id, *acme);
    QCOMPARE(kept.endpoint.baseUrl, data.baseUrl);
    QCOMPARE(kept.color, Color::Teal);
    QCOMPARE(kept.lock, Lock::Unlocked);
    QCOMPARE(kept.method, SignInMethod::OAuth);
    QCOMPARE(kept.kind, Kind::DeveloperTest);
    QCOMPARE(kept.place, SecretPlace::Nowhere);
    QVERIFY(!kept.isBuiltIn);
    QCOMPARE(again.book.find(*beta)->endpoint.baseUrl, QUrl(u"http://localhost:8080"_s));
    QCOMPARE(again.book.find(*beta)->lock, Lock::ByKind);
    QCOMPARE(again.book.find(u"hubspot"_s), nullptr);
}

void TestAccountBook::isForTheOwnerAlone()
{
    AccountBench bench(file());
    QVERIFY(bench.book.add(dataOf(u"Acme"_s)));
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                          QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(file()) & others));
    QVERIFY(!(QFile::permissions(QFileInfo(file()).path()) & others));
    QCOMPARE(files(), QStringList{u"accounts.json"_s});
}

void TestAccountBook::idsAreNeverReused()
{
    AccountBench bench(file());
    QSet<QString> ids{accounts::hubSpotId, accounts::sandboxId};
    for (int round = 0; round < 20; ++round) {
        const auto id = bench.book.add(dataOf(u"Acme"_s));
        QVERIFY(id);
        QVERIFY(id->startsWith("hubspot-"_L1));
        QVERIFY(!ids.contains(*id));
        ids.insert(*id);
        QVERIFY(bench.book.remove(*id));
    }
}

void TestAccountBook::refusesBadData_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("baseUrl");
    QTest::addColumn<QString>("words");
    const QString url = u"https://api.hubapi.com"_s;
    const QString address = u"The address has to be https://, without a path."_s;
    QTest::newRow("no name") << u" \t"_s << url << u"The account needs a name."_s;
    QTest::newRow("name twice") << u" aCME "_s << url
                                << u"There is another account of this name."_s;
    QTest::newRow("name of a built-in one")
        << u"sandbox"_s << url << u"There is another account of this name."_s;
    QTest::newRow("no address") << u"Beta"_s << QString() << address;
    QTest::newRow("plain HTTP") << u"Beta"_s << u"http://api.hubapi.com"_s << address;
    QTest::newRow("path") << u"Beta"_s << u"https://api.hubapi.com/x"_s << address;
}

void TestAccountBook::refusesBadData()
{
    QFETCH(QString, name);
    QFETCH(QString, baseUrl);
    AccountBench bench(file());
    bench.book.addBuiltIn({accounts::sandboxId, u"Sandbox"_s, Kind::Sandbox, {}}, "built-in");
    QVERIFY(bench.book.add(dataOf(u"Acme"_s)));
    const auto other = bench.book.add(dataOf(u"Other"_s));
    const QJsonObject before = json();
    const auto added = bench.book.add(dataOf(name, baseUrl));
    QVERIFY(!added);
    QTEST(added.error(), "words");
    const auto changed = bench.book.change(*other, dataOf(name, baseUrl));
    QVERIFY(!changed);
    QTEST(changed.error(), "words");
    QCOMPARE(json(), before);
    QCOMPARE(names(bench.book), (QStringList{u"Sandbox"_s, u"Acme"_s, u"Other"_s}));
}

void TestAccountBook::changesAndRemoves()
{
    AccountBench bench(file());
    const auto id = bench.book.add(dataOf(u"Acme"_s, u"https://api.hubapi.com/"_s));
    QVERIFY(id);
    QCOMPARE(bench.book.find(*id)->endpoint.baseUrl, QUrl(u"https://api.hubapi.com"_s));
    QSignalSpy changed(&bench.book, &AccountBook::changed);
    AccountData data = dataOf(u"acme"_s); // its own name in another case
    data.color = Color::Red;
    QVERIFY(bench.book.change(*id, data));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(bench.book.find(*id)->name, u"acme"_s);
    QCOMPARE(bench.book.find(*id)->color, Color::Red);

    const api::Endpoint endpoint = bench.book.find(*id)->endpoint;
    bench.book.setCredentials(*id, {token, {}, {}});
    QCOMPARE(endpoint.token(), token);
    QVERIFY(bench.book.remove(*id));
    QCOMPARE(bench.book.find(*id), nullptr);
    QVERIFY(!endpoint.hasToken());
    for (const auto &refused : {bench.book.remove(*id), bench.book.change(*id, data),
                                bench.book.setLock(*id, Lock::Locked)}) {
        QVERIFY(!refused);
        QCOMPARE(refused.error(), u"The account is not there any more."_s);
    }
    bench.book.setKind(*id, Kind::Standard);
    bench.book.setCredentials(*id, {token, {}, {}});
    bench.book.forgetCredentials(*id);
}

void TestAccountBook::locks()
{
    AccountBench bench(file());
    const QString id = *bench.book.add(dataOf(u"Acme"_s));
    const api::Endpoint endpoint = bench.book.find(id)->endpoint;
    QVERIFY(endpoint.isReadOnly()); // nobody knows what it is
    bench.book.setKind(id, Kind::HubSpotSandbox);
    QVERIFY(!endpoint.isReadOnly());
    bench.book.setKind(id, Kind::Standard);
    QVERIFY(endpoint.isReadOnly());
    QVERIFY(bench.book.setLock(id, Lock::Unlocked));
    QVERIFY(!endpoint.isReadOnly());
    bench.book.setKind(id, Kind::Unknown);
    QVERIFY(!endpoint.isReadOnly());
    QVERIFY(bench.book.setLock(id, Lock::Locked));
    bench.book.setKind(id, Kind::DeveloperTest);
    QVERIFY(endpoint.isReadOnly());
    QVERIFY(bench.book.setLock(id, Lock::ByKind));
    QVERIFY(!endpoint.isReadOnly());
    QCOMPARE(bench.book.find(id)->endpoint, endpoint);

    AccountData data = dataOf(u"Acme"_s);
    data.lock = Lock::Locked;
    QVERIFY(bench.book.change(id, data));
    QVERIFY(endpoint.isReadOnly());
    AccountBench again(file());
    QVERIFY(!again.book.open());
    QVERIFY(isReadOnly(again.book, id));
}

// It would be unlocked whatever it is.
void TestAccountBook::noAccountBecomesTheSandbox()
{
    AccountBench bench(file());
    bench.book.addBuiltIn({accounts::sandboxId, u"Sandbox"_s, Kind::Sandbox, {}}, "built-in");
    bench.book.addBuiltIn({accounts::hubSpotId, u"HubSpot"_s, Kind::Unknown, {}}, token);
    const QString id = *bench.book.add(dataOf(u"Acme"_s));
    const QJsonObject before = json();
    for (const QString &other : {id, QString(accounts::hubSpotId)}) {
        bench.book.setKind(other, Kind::Sandbox);
        QCOMPARE(bench.book.find(other)->kind, Kind::Unknown);
        QVERIFY(isReadOnly(bench.book, other));
    }
    QCOMPARE(json(), before);
    bench.book.setKind(accounts::sandboxId, Kind::Standard); // whatever it imitates
    QCOMPARE(bench.book.find(accounts::sandboxId)->kind, Kind::Sandbox);
}

void TestAccountBook::builtIns()
{
    const auto addBoth = [](AccountBook &book) {
        book.addBuiltIn({accounts::sandboxId,
                         u"Sandbox"_s,
                         Kind::Sandbox,
                         {QUrl(u"http://127.0.0.1:9"_s), QByteArray()}},
                        "of the sandbox");
        book.addBuiltIn({accounts::hubSpotId, u"HubSpot"_s, Kind::Unknown, {}}, {});
    };
    AccountBench bench(file());
    QVERIFY(bench.book.add(dataOf(u"Acme"_s)));
    addBoth(bench.book);
    QCOMPARE(names(bench.book), (QStringList{u"Sandbox"_s, u"HubSpot"_s, u"Acme"_s}));
    const Account &sandbox = *bench.book.find(accounts::sandboxId);
    QVERIFY(sandbox.isBuiltIn);
    QCOMPARE(sandbox.place, SecretPlace::Environment);
    QCOMPARE(sandbox.endpoint.token(), "of the sandbox");
    QCOMPARE(sandbox.endpoint.baseUrl, QUrl(u"http://127.0.0.1:9"_s));
    QVERIFY(!sandbox.endpoint.isReadOnly());
    QCOMPARE(bench.book.find(accounts::hubSpotId)->place, SecretPlace::Nowhere);
    QVERIFY(isReadOnly(bench.book, accounts::hubSpotId));
    bench.book.setKind(accounts::hubSpotId, Kind::DeveloperTest);
    QVERIFY(!isReadOnly(bench.book, accounts::hubSpotId));

    QVERIFY(bench.book.setLock(accounts::sandboxId, Lock::Locked));
    QVERIFY(isReadOnly(bench.book, accounts::sandboxId));
    QVERIFY(bench.book.setLock(accounts::hubSpotId, Lock::Unlocked));
    QVERIFY(!bench.book.remove(accounts::sandboxId));
    QVERIFY(!bench.book.change(accounts::sandboxId, dataOf(u"Mine"_s)));
    bench.book.setCredentials(accounts::sandboxId, {token, {}, {}});
    bench.book.forgetCredentials(accounts::sandboxId);
    QCOMPARE(bench.book.find(accounts::sandboxId)->endpoint.token(), "of the sandbox");
    QCOMPARE(json()["accounts"_L1].toArray().size(), 1);

    AccountBench again(file());
    QVERIFY(!again.book.open());
    QCOMPARE(names(again.book), QStringList{u"Acme"_s});
    addBoth(again.book);
    QVERIFY(isReadOnly(again.book, accounts::sandboxId));
    QVERIFY(!isReadOnly(again.book, accounts::hubSpotId));
}

void TestAccountBook::secretsHoldAtOnce()
{
    AccountBench bench(file());
    const QString id = *bench.book.add(dataOf(u"Acme"_s));
    const api::Endpoint endpoint = bench.book.find(id)->endpoint;
    QVERIFY(!endpoint.hasToken());
    QSignalSpy keychainFailed(&bench.book, &AccountBook::keychainFailed);
    bench.book.setCredentials(id, {token, {}, {}});
    QCOMPARE(endpoint.token(), token);
    QCOMPARE(bench.book.find(id)->place, SecretPlace::MemoryOnly);
    QCOMPARE(bench.book.credentials(id), accounts::Credentials());
    QVERIFY(keychainFailed.wait());
    QVERIFY(!keychainFailed.front().front().toString().isEmpty());
    QCOMPARE(bench.book.find(id)->place, SecretPlace::MemoryOnly);
    QCOMPARE(endpoint.token(), token);

    bench.book.setCredentials(id, {"another", {}, {}});
    QCOMPARE(endpoint.token(), "another");
    bench.book.forgetCredentials(id);
    QVERIFY(!endpoint.hasToken());
    QCOMPARE(bench.book.find(id)->place, SecretPlace::Nowhere);
    QVERIFY(bench.settle());
    QVERIFY(!endpoint.hasToken());
    QCOMPARE(bench.book.find(id)->place, SecretPlace::Nowhere);
    QCOMPARE(bench.book.find(id)->endpoint, endpoint);
}

// Whoever has no keychain hears of it when there is a secret to be kept, and not at each start.
void TestAccountBook::theKeychainIsLeftAloneWithoutSecrets()
{
    {
        AccountBench bench(file());
        QVERIFY(bench.book.add(dataOf(u"Empty"_s)));
        const QString id = *bench.book.add(dataOf(u"Acme"_s));
        const QString other = *bench.book.add(dataOf(u"Gone"_s));
        QSignalSpy failed(&bench.book, &AccountBook::keychainFailed);
        bench.book.setCredentials(id, {token, {}, {}});
        bench.book.setCredentials(other, {token, {}, {}});
        QVERIFY(bench.vault.finish(std::chrono::seconds(20)));
        QCOMPARE(failed.size(), 1);
        bench.book.forgetCredentials(id);
        QVERIFY(bench.book.remove(other));
        QVERIFY(bench.vault.finish(std::chrono::seconds(20)));
    }
    AccountBench again(file());
    QSignalSpy failed(&again.book, &AccountBook::keychainFailed);
    QVERIFY(!again.book.open());
    QVERIFY(again.vault.finish(std::chrono::seconds(20)));
    QVERIFY(failed.isEmpty());
}

void TestAccountBook::secretsAreInNoFile()
{
    AccountBench bench(file());
    const QString id = *bench.book.add(dataOf(u"Acme"_s));
    bench.book.setCredentials(id, {token, {}, {}});
    const QString other = *bench.book.add(dataOf(u"Signed in"_s));
    bench.book.setCredentials(other, tests::signedIn(bench.clock));
    QVERIFY(bench.settle());
    QVERIFY(bench.book.setLock(id, Lock::Locked));
    int count = 0;
    QDirIterator iterator(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        QFile searched(iterator.next());
        QVERIFY(searched.open(QIODevice::ReadOnly));
        const QByteArray bytes = searched.readAll();
        for (const QByteArray &secret :
             {token, QByteArray("access-1"), QByteArray("refresh-1"), QByteArray("app-s3cret")}) {
            QVERIFY(!bytes.contains(secret));
            QVERIFY(!bytes.contains(secret.toBase64()));
        }
        ++count;
    }
    QVERIFY(count > 0);
}

void TestAccountBook::aNewAddressTakesTheSecretAway()
{
    AccountBench bench(file());
    const QString id = *bench.book.add(dataOf(u"Acme"_s));
    bench.book.setCredentials(id, {token, {}, {}});
    bench.book.setKind(id, Kind::DeveloperTest);
    QVERIFY(bench.settle());
    const api::Endpoint old = bench.book.find(id)->endpoint;
    QVERIFY(bench.book.change(id, dataOf(u"Acme"_s, u"https://api.example.com"_s)));
    QVERIFY(!old.hasToken());
    const Account &moved = *bench.book.find(id);
    QVERIFY(moved.endpoint != old);
    QCOMPARE(moved.endpoint.baseUrl, QUrl(u"https://api.example.com"_s));
    QVERIFY(!moved.endpoint.hasToken());
    QCOMPARE(moved.place, SecretPlace::Nowhere);
    QCOMPARE(moved.kind, Kind::Unknown);
    QVERIFY(moved.endpoint.isReadOnly());
    QVERIFY(bench.book.change(id, dataOf(u"Acme"_s)));
    QVERIFY(bench.settle());
    QVERIFY(!bench.book.find(id)->endpoint.hasToken()); // nor does it come back
}

void TestAccountBook::anotherSecretMayBeOfAnotherAccount()
{
    AccountBench bench(file());
    const QString id = *bench.book.add(dataOf(u"Acme"_s));
    bench.book.setCredentials(id, {token, {}, {}});
    bench.book.setKind(id, Kind::DeveloperTest);
    bench.book.setCredentials(id, {token, {}, {}});
    QVERIFY(!isReadOnly(bench.book, id));
    bench.book.setCredentials(id, {"of production", {}, {}});
    QCOMPARE(bench.book.find(id)->kind, Kind::Unknown);
    QVERIFY(isReadOnly(bench.book, id));
}

void TestAccountBook::saysWhoseIdentityIsLost()
{
    AccountBench bench(file());
    const QString id = *bench.book.add(dataOf(u"Acme"_s));
    QVERIFY(bench.book.add(dataOf(u"Beta"_s)));
    QSignalSpy lost(&bench.book, &AccountBook::identityLost);
    QByteArray tokenThen; // of requests that whoever hears of it sends
    connect(&bench.book, &AccountBook::identityLost, this, [&](const QString &whose) {
        const Account *account = bench.book.find(whose);
        tokenThen = account ? account->endpoint.token() : QByteArray("gone");
    });
    bench.book.setCredentials(id, {token, {}, {}});
    QCOMPARE(lost.size(), 1);
    QCOMPARE(tokenThen, token);
    bench.book.setCredentials(id, {token, {}, {}});
    QVERIFY(bench.book.setLock(id, Lock::Unlocked));
    bench.book.setKind(id, Kind::Standard);
    QVERIFY(bench.book.change(id, dataOf(u"Other name"_s)));
    QCOMPARE(lost.size(), 1);
    bench.book.setCredentials(id, {"another", {}, {}});
    QCOMPARE(lost.size(), 2);
    QCOMPARE(tokenThen, "another");
    QVERIFY(bench.book.change(id, dataOf(u"Acme"_s, u"https://api.example.com"_s)));
    QCOMPARE(lost.size(), 3);
    QCOMPARE(tokenThen, "");
    QVERIFY(bench.book.remove(id));
    QCOMPARE(lost.size(), 4);
    QCOMPARE(tokenThen, "gone");
    for (const QVariantList &whose : lost) {
        QCOMPARE(whose, QVariantList{id});
    }
}

// What one changes the other follows, again and again.
void TestAccountBook::twoBooksOnOneFile()
{
    AccountBench one(file());
    AccountBench two(file());
    QVERIFY(!one.book.open());
    QVERIFY(!two.book.open());
    const QString id = *one.book.add(dataOf(u"Acme"_s));
    QTRY_COMPARE(names(two.book), QStringList{u"Acme"_s});
    const api::Endpoint endpoint = two.book.find(id)->endpoint;
    QVERIFY(endpoint.isReadOnly());
    for (int round = 0; round < 3; ++round) {
        one.book.setKind(id, Kind::AppDeveloper);
        QTRY_VERIFY(!endpoint.isReadOnly());
        QVERIFY(two.book.setLock(id, Lock::Locked));
        QTRY_VERIFY(isReadOnly(one.book, id));
        QVERIFY(one.book.setLock(id, Lock::ByKind));
        QTRY_VERIFY(!endpoint.isReadOnly());
        QVERIFY(two.book.change(id, dataOf(u"Round %1"_s.arg(round))));
        QTRY_COMPARE(names(one.book), QStringList{u"Round %1"_s.arg(round)});
    }
    QCOMPARE(two.book.find(id)->endpoint, endpoint);
    two.book.setCredentials(id, {token, {}, {}});
    QVERIFY(one.book.remove(id));
    QTRY_COMPARE(names(two.book), QStringList());
    QVERIFY(!endpoint.hasToken());
}

void TestAccountBook::aChangeThatWasNotSeenYet()
{
    AccountBench one(file());
    AccountBench two(file());
    QVERIFY(!one.book.open());
    QVERIFY(!two.book.open());
    const QString acme = *one.book.add(dataOf(u"Acme"_s));
    const auto taken = two.book.add(dataOf(u"acme"_s));
    QVERIFY(!taken);
    const QString beta = *two.book.add(dataOf(u"Beta"_s));
    QVERIFY(one.book.setLock(beta, Lock::Locked));
    QCOMPARE(names(one.book), (QStringList{u"Acme"_s, u"Beta"_s}));
    QCOMPARE(names(two.book), (QStringList{u"Acme"_s, u"Beta"_s}));
}

void TestAccountBook::aLockThatIsHeld()
{
    AccountBench bench(file());
    QVERIFY(bench.book.add(dataOf(u"Acme"_s)));
    QLockFile lock(file() + u".lock"_s);
    QVERIFY(lock.tryLock());
    const auto added = bench.book.add(dataOf(u"Beta"_s));
    QVERIFY(!added);
    QCOMPARE(added.error(), u"Another copy of the program is changing the accounts."_s);
    QCOMPARE(names(bench.book), QStringList{u"Acme"_s});
    lock.unlock();
    QVERIFY(bench.book.add(dataOf(u"Beta"_s)));
}

void TestAccountBook::damagedFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, const QByteArray &bytes) {
        QTest::newRow(name) << bytes;
    };
    row("empty", {});
    row("cut off", R"({"version":1,"accounts":[{"id":"hub)");
    row("binary", QByteArray("\0\xff\0{", 4));
    row("list", "[]");
    row("no version", R"({"accounts":[]})");
    row("no accounts", R"({"version":1})");
    row("no id", R"({"version":1,"accounts":[{"name":"A","baseUrl":"https://a.b"}]})");
    row("no name", R"({"version":1,"accounts":[{"id":"a","baseUrl":"https://a.b"}]})");
    row("an address a token may not go to",
        R"({"version":1,"accounts":[{"id":"a","name":"A","baseUrl":"http://a.b"}]})");
    row("one id twice", R"({"version":1,"accounts":[{"id":"a","name":"A","baseUrl":"https://a.b"},
                           {"id":"a","name":"B","baseUrl":"https://a.b"}]})");
    row("too large", QByteArray(5'000'000, ' ') + R"({"version":1,"accounts":[]})");
}

void TestAccountBook::damagedFiles()
{
    QFETCH(QByteArray, bytes);
    write(bytes);
    AccountBench bench(file());
    const auto aside = bench.book.open();
    QVERIFY(aside);
    QCOMPARE(aside->path, file() + u".damaged-20261103-140200"_s);
    QVERIFY(!aside->reason.isEmpty());
    QFile moved(aside->path);
    QVERIFY(moved.open(QIODevice::ReadOnly));
    QCOMPARE(moved.readAll(), bytes);
    QVERIFY(!QFileInfo::exists(file()));
    QVERIFY(bench.book.accounts().empty());
    QVERIFY(bench.book.add(dataOf(u"Acme"_s)));

    write(bytes);
    AccountBench again(file());
    QCOMPARE(again.book.open()->path, file() + u".damaged-20261103-140200-2"_s);
}

// What somebody breaks meanwhile is set aside, and nothing that was known is lost.
void TestAccountBook::damagedWhileOpen()
{
    AccountBench bench(file());
    QVERIFY(!bench.book.open());
    QVERIFY(bench.book.add(dataOf(u"Acme"_s)));
    write("{");
    QVERIFY(bench.settle());
    QCOMPARE(names(bench.book), QStringList{u"Acme"_s});
    QVERIFY(bench.book.add(dataOf(u"Beta"_s)));
    QCOMPARE(json()["accounts"_L1].toArray().size(), 2);
    QCOMPARE(files().size(), 2);
}

void TestAccountBook::vanishedWhileOpen()
{
    AccountBench bench(file());
    QVERIFY(!bench.book.open());
    QVERIFY(bench.book.add(dataOf(u"Acme"_s)));
    QVERIFY(QFile::remove(file()));
    QVERIFY(bench.settle());
    QVERIFY(bench.book.add(dataOf(u"Beta"_s)));
    QCOMPARE(json()["accounts"_L1].toArray().size(), 2);
}

void TestAccountBook::newerFile()
{
    write(R"({"version":2,"theme":"dark","builtInLocks":{"sandbox":"byHour","other":"locked"},
             "accounts":[
                {"id":"a","name":"A","baseUrl":"https://a.b","color":"pink","lock":"byHour",
                 "method":"passkey","kind":"SANDBOX_2","team":[1,2],"secretRevision":3},
                {"id":"b","endpoints":["https://a.b","https://c.d"]}]})");
    AccountBench bench(file());
    QVERIFY(!bench.book.open());
    QCOMPARE(names(bench.book), QStringList{u"A"_s});
    QCOMPARE(bench.book.find(u"a"_s)->lock, Lock::Locked); // better than open
    QVERIFY(isReadOnly(bench.book, u"a"_s));
    const QJsonObject before = json();
    QVERIFY(bench.book.add(dataOf(u"Acme"_s)));
    QJsonObject after = json();
    QCOMPARE(after["version"_L1], before["version"_L1]);
    QCOMPARE(after["theme"_L1], before["theme"_L1]);
    QCOMPARE(after["builtInLocks"_L1], before["builtInLocks"_L1]);
    const QJsonArray accounts = after["accounts"_L1].toArray();
    QCOMPARE(accounts.size(), 3);
    QJsonObject known = before["accounts"_L1].toArray().at(0).toObject();
    known.insert("hasSecret"_L1, true);
    QVERIFY(accounts.contains(known));
    QVERIFY(accounts.contains(before["accounts"_L1].toArray().at(1)));

    QVERIFY(bench.book.setLock(u"a"_s, Lock::Unlocked));
    bench.book.addBuiltIn({accounts::sandboxId, u"Sandbox"_s, Kind::Sandbox, {}}, "built-in");
    QVERIFY(isReadOnly(bench.book, accounts::sandboxId));
    QVERIFY(bench.book.setLock(accounts::sandboxId, Lock::ByKind));
    known.insert("lock"_L1, u"unlocked"_s);
    after = json();
    QVERIFY(after["accounts"_L1].toArray().contains(known));
    QCOMPARE(after["builtInLocks"_L1]["sandbox"_L1].toString(), u"byKind"_s);
    QCOMPARE(after["builtInLocks"_L1]["other"_L1].toString(), u"locked"_s);
}

// A file is in the way of the folder.
void TestAccountBook::cannotBeSaved()
{
    QFile inTheWay(m_home->filePath(u"data"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    AccountBench bench(file());
    QVERIFY(!bench.book.open());
    const auto added = bench.book.add(dataOf(u"Acme"_s));
    QVERIFY(!added);
    QCOMPARE(added.error(), u"The folder of the accounts can't be written to."_s);
    QVERIFY(bench.book.accounts().empty());
    QVERIFY(inTheWay.remove());
    QVERIFY(bench.book.add(dataOf(u"Acme"_s)));

    // The disk is full.
    const QString id = bench.book.accounts().front().id;
    const QJsonObject before = json();
    {
        const tests::FullDisk full;
        const auto locked = bench.book.setLock(id, Lock::Unlocked);
        QVERIFY(!locked);
        QVERIFY(!locked.error().isEmpty());
        QVERIFY(locked.error() != added.error()); // the lock file has room
        QVERIFY(isReadOnly(bench.book, id));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"the accounts are not saved: .+"_s));
        bench.book.setKind(id, Kind::DeveloperTest); // it holds, if only here
        QVERIFY(!isReadOnly(bench.book, id));
    }
    QCOMPARE(json(), before);
    QCOMPARE(files(), QStringList{u"accounts.json"_s});
}

int main(int argc, char **argv)
{
    const tests::Sanctuary sanctuary;
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QCoreApplication application(argc, argv);
    TestAccountBook test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_accountbook.moc"
