#include "tests/support/keyring.h"
#include "tests/unit/accountbench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

// The book's secrets with GNOME's keyring.

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using accounts::AccountBook;
using accounts::Credentials;
using accounts::Kind;
using accounts::SecretPlace;
using accounts::SignInError;
using tests::AccountBench;
using tests::dataOf;

namespace {

SecretPlace placeOf(const AccountBench &bench, const QString &id)
{
    return bench.book.find(id)->place;
}

QByteArray tokenOf(const AccountBench &bench, const QString &id)
{
    return bench.book.find(id)->endpoint.token();
}

} // namespace

class TestAccountSecrets : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void areThereAgain();
    void areKeptWhenTheProgramEnds();
    void areForgotten();
    void areRemovedWithTheirAccount();
    void anAddressHasItsOwn();
    void theOtherCopyFollows();
    void anAnswerThatIsOvertaken();
    void aKeychainThatDoesNotAnswer();
    void aDeadKeychainBringsNothingBack();
    void areRemovedWhenTheKeychainIsThereAgain();
    void aLockedKeychainIsAskedAgain();
    void renewedTokensAreKept();
    void anExpiredTokenIsRenewedFirst();
    void anExpiredTokenThatIsNot();

private:
    [[nodiscard]] QString file() const { return m_home->filePath(u"data/accounts.json"_s); }

    tests::Keyring m_keyring;
    std::unique_ptr<QTemporaryDir> m_home;
};

void TestAccountSecrets::init()
{
    StrictTest::init();
    m_home = std::make_unique<QTemporaryDir>();
    m_keyring.start();
    tests::forgetDeadSession();
}

void TestAccountSecrets::cleanup()
{
    m_keyring.stop();
    QVERIFY(QDir(qEnvironmentVariable("XDG_DATA_HOME") + u"/keyrings"_s).removeRecursively());
}

void TestAccountSecrets::areThereAgain()
{
    AccountBench bench(file());
    const QString pasted = *bench.book.add(dataOf(u"Pasted"_s));
    const QString signedIn = *bench.book.add(dataOf(u"Signed in"_s));
    QCOMPARE(placeOf(bench, pasted), SecretPlace::Nowhere);
    const Credentials oauth = tests::signedIn(bench.clock);
    bench.book.setCredentials(pasted, {"pat-1", {}, {}});
    bench.book.setCredentials(signedIn, oauth);
    QCOMPARE(placeOf(bench, pasted), SecretPlace::MemoryOnly);
    QTRY_COMPARE(placeOf(bench, pasted), SecretPlace::Keychain);
    QTRY_COMPARE(placeOf(bench, signedIn), SecretPlace::Keychain);
    QCOMPARE(bench.book.credentials(signedIn), oauth);

    AccountBench again(file());
    QVERIFY(!again.book.open());
    const api::Endpoint endpoint = again.book.find(pasted)->endpoint;
    QCOMPARE(placeOf(again, pasted), SecretPlace::Reading);
    QVERIFY(!endpoint.hasToken());
    QSignalSpy changed(&again.book, &AccountBook::changed);
    QTRY_COMPARE(placeOf(again, pasted), SecretPlace::Keychain);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(endpoint.token(), "pat-1");
    QTRY_COMPARE(tokenOf(again, signedIn), "access-1");
    QCOMPARE(again.book.credentials(signedIn), oauth);
    QCOMPARE(again.book.credentials(pasted), Credentials());
}

void TestAccountSecrets::areKeptWhenTheProgramEnds()
{
    QString id;
    {
        AccountBench bench(file());
        id = *bench.book.add(dataOf(u"Acme"_s));
        bench.book.setCredentials(id, {"pat-1", {}, {}});
        QVERIFY(bench.vault.finish(20s));
    }
    AccountBench again(file());
    QVERIFY(!again.book.open());
    QTRY_COMPARE(placeOf(again, id), SecretPlace::Keychain);
    QCOMPARE(tokenOf(again, id), "pat-1");
}

void TestAccountSecrets::areForgotten()
{
    AccountBench bench(file());
    const QString id = *bench.book.add(dataOf(u"Acme"_s));
    bench.book.setCredentials(id, {"pat-1", {}, {}});
    bench.book.forgetCredentials(id); // while it is being written
    QVERIFY(bench.settle());
    QCOMPARE(placeOf(bench, id), SecretPlace::Nowhere);
    QTRY_COMPARE(tests::keychainItems(), 0);
    AccountBench again(file());
    QVERIFY(!again.book.open());
    QCOMPARE(placeOf(again, id), SecretPlace::Nowhere);
    bench.book.setCredentials(id, {"pat-2", {}, {}});
    QTRY_COMPARE(placeOf(bench, id), SecretPlace::Keychain);
    QCOMPARE(tests::keychainItems(), 1);
}

void TestAccountSecrets::areRemovedWithTheirAccount()
{
    AccountBench bench(file());
    const QString id = *bench.book.add(dataOf(u"Acme"_s));
    bench.book.setCredentials(id, {"pat-1", {}, {}});
    QTRY_COMPARE(placeOf(bench, id), SecretPlace::Keychain);
    QVERIFY(bench.book.remove(id));
    QVERIFY(bench.settle());
    QTRY_COMPARE(tests::keychainItems(), 0);
}

// Whoever writes another address into the file gets no secret sent there.
void TestAccountSecrets::anAddressHasItsOwn()
{
    QString id;
    {
        AccountBench bench(file());
        id = *bench.book.add(dataOf(u"Acme"_s));
        bench.book.setCredentials(id, {"pat-1", {}, {}});
        QTRY_COMPARE(placeOf(bench, id), SecretPlace::Keychain);
    }
    QFile written(file());
    QVERIFY(written.open(QIODevice::ReadWrite));
    const QByteArray bytes = written.readAll();
    QVERIFY(bytes.contains("api.hubapi.com"));
    written.resize(0);
    written.seek(0);
    written.write(QByteArray(bytes).replace("api.hubapi.com", "api.example.com"));
    written.close();
    AccountBench again(file());
    QVERIFY(!again.book.open());
    QTRY_COMPARE(placeOf(again, id), SecretPlace::Nowhere);
    QVERIFY(!again.book.find(id)->endpoint.hasToken());
}

void TestAccountSecrets::theOtherCopyFollows()
{
    AccountBench one(file());
    AccountBench two(file());
    QVERIFY(!one.book.open());
    QVERIFY(!two.book.open());
    const QString id = *one.book.add(dataOf(u"Acme"_s));
    one.book.setCredentials(id, {"pat-1", {}, {}});
    QTRY_VERIFY(two.book.find(id) && tokenOf(two, id) == "pat-1");
    QCOMPARE(placeOf(two, id), SecretPlace::Keychain);
    const api::Endpoint endpoint = two.book.find(id)->endpoint;
    two.book.setCredentials(id, {"pat-2", {}, {}});
    QTRY_COMPARE(tokenOf(one, id), "pat-2");
    // At once: both end with the one that the keychain has.
    one.book.setCredentials(id, {"pat-3", {}, {}});
    two.book.setCredentials(id, {"pat-4", {}, {}});
    QTRY_VERIFY(placeOf(one, id) == SecretPlace::Keychain &&
                placeOf(two, id) == SecretPlace::Keychain && tokenOf(one, id) == tokenOf(two, id));
    one.book.forgetCredentials(id);
    QTRY_COMPARE(placeOf(two, id), SecretPlace::Nowhere);
    QVERIFY(!endpoint.hasToken());
}

void TestAccountSecrets::anAnswerThatIsOvertaken()
{
    QString id;
    {
        AccountBench bench(file());
        id = *bench.book.add(dataOf(u"Acme"_s));
        bench.book.setCredentials(id, {"old", {}, {}});
        QTRY_COMPARE(placeOf(bench, id), SecretPlace::Keychain);
    }
    AccountBench again(file());
    QVERIFY(!again.book.open());
    again.book.setCredentials(id, {"new", {}, {}}); // while the old one is being read
    QTRY_COMPARE(placeOf(again, id), SecretPlace::Keychain);
    QCOMPARE(tokenOf(again, id), "new");
}

void TestAccountSecrets::aKeychainThatDoesNotAnswer()
{
    QString id;
    {
        AccountBench bench(file());
        id = *bench.book.add(dataOf(u"Acme"_s));
        bench.book.setCredentials(id, {"pat-1", {}, {}});
        QTRY_COMPARE(placeOf(bench, id), SecretPlace::Keychain);
    }
    m_keyring.pause();
    {
        AccountBench waiting(file());
        QVERIFY(!waiting.book.open());
        QVERIFY(waiting.book.setLock(id, accounts::Lock::Locked));
        QCOMPARE(placeOf(waiting, id), SecretPlace::Reading);
    }
    m_keyring.goOn();
    AccountBench again(file());
    QVERIFY(!again.book.open());
    QTRY_COMPARE(placeOf(again, id), SecretPlace::Keychain);
}

// What was replaced or forgotten while the keychain was away is not used at the next start.
void TestAccountSecrets::aDeadKeychainBringsNothingBack()
{
    QString replaced;
    QString forgotten;
    {
        AccountBench bench(file());
        replaced = *bench.book.add(dataOf(u"Replaced"_s));
        forgotten = *bench.book.add(dataOf(u"Forgotten"_s));
        bench.book.setCredentials(replaced, {"pat-1", {}, {}});
        bench.book.setCredentials(forgotten, {"pat-2", {}, {}});
        QTRY_COMPARE(placeOf(bench, replaced), SecretPlace::Keychain);
        QTRY_COMPARE(placeOf(bench, forgotten), SecretPlace::Keychain);
        m_keyring.stop();
        QSignalSpy failed(&bench.book, &AccountBook::keychainFailed);
        bench.book.setCredentials(replaced, {"pat-3", {}, {}});
        bench.book.forgetCredentials(forgotten);
        QVERIFY(bench.settle());
        QCOMPARE(placeOf(bench, replaced), SecretPlace::MemoryOnly);
        QCOMPARE(tokenOf(bench, replaced), "pat-3");
        QCOMPARE(placeOf(bench, forgotten), SecretPlace::Nowhere);
        QCOMPARE(failed.size(), 1);
    }
    m_keyring.start();
    AccountBench again(file());
    QVERIFY(!again.book.open());
    QCOMPARE(placeOf(again, replaced), SecretPlace::Nowhere);
    QCOMPARE(placeOf(again, forgotten), SecretPlace::Nowhere);
    QVERIFY(again.vault.finish(20s));
    QCOMPARE(tests::keychainItems(), 0);
}

// Also of an account that is gone, and of an address that was left.
void TestAccountSecrets::areRemovedWhenTheKeychainIsThereAgain()
{
    const auto due = [this] {
        QFile written(file());
        return written.open(QIODevice::ReadOnly)
                   ? QJsonDocument::fromJson(written.readAll())["secretsToRemove"_L1].toArray()
                   : QJsonArray{u"cannot be read"_s};
    };
    QString moved;
    {
        AccountBench bench(file());
        const QString removed = *bench.book.add(dataOf(u"Removed"_s));
        moved = *bench.book.add(dataOf(u"Moved"_s));
        bench.book.setCredentials(removed, {"pat-1", {}, {}});
        bench.book.setCredentials(moved, {"pat-2", {}, {}});
        QVERIFY(bench.vault.finish(20s));
        QCOMPARE(tests::keychainItems(), 2);
        m_keyring.stop();
        QVERIFY(bench.book.remove(removed));
        QVERIFY(bench.book.change(moved, dataOf(u"Moved"_s, u"https://api.example.com"_s)));
        QVERIFY(bench.vault.finish(20s));
        QCOMPARE(due().size(), 2);
        QVERIFY(due().contains(removed + u" https://api.hubapi.com"_s));
    }
    m_keyring.start();
    {
        AccountBench again(file());
        QVERIFY(!again.book.open());
        QVERIFY(again.vault.finish(20s));
        QCOMPARE(tests::keychainItems(), 0);
        QCOMPARE(due(), QJsonArray());
        again.book.setCredentials(moved, {"pat-3", {}, {}});
        QVERIFY(again.vault.finish(20s));
        m_keyring.stop();
        again.book.setCredentials(moved, {"pat-4", {}, {}});
        QVERIFY(again.vault.finish(20s));
        QCOMPARE(due().size(), 1);
        m_keyring.start();
        // A secret that is there anew is not to be removed.
        again.book.setCredentials(moved, {"pat-5", {}, {}});
        QVERIFY(again.vault.finish(20s));
        QCOMPARE(due(), QJsonArray());
    }
    AccountBench last(file());
    QVERIFY(!last.book.open());
    QTRY_COMPARE(tokenOf(last, moved), "pat-5");
}

// It says that it has removed what it has not.
void TestAccountSecrets::aLockedKeychainIsAskedAgain()
{
    {
        AccountBench bench(file());
        const QString id = *bench.book.add(dataOf(u"Acme"_s));
        bench.book.setCredentials(id, {"pat-1", {}, {}});
        QVERIFY(bench.vault.finish(20s));
        m_keyring.stop();
        m_keyring.start(tests::Keyring::Door::Locked);
        tests::forgetDeadSession();
        bench.book.forgetCredentials(id);
        QVERIFY(bench.vault.finish(20s));
    }
    m_keyring.stop();
    m_keyring.start();
    tests::forgetDeadSession();
    QCOMPARE(tests::keychainItems(), 1);
    AccountBench again(file());
    QVERIFY(!again.book.open());
    QVERIFY(again.vault.finish(20s));
    QCOMPARE(tests::keychainItems(), 0);
}

void TestAccountSecrets::renewedTokensAreKept()
{
    AccountBench one(file());
    AccountBench two(file());
    QVERIFY(!one.book.open());
    QVERIFY(!two.book.open());
    const QString id = *one.book.add(dataOf(u"Acme"_s));
    one.book.setCredentials(id, tests::signedIn(one.clock));
    one.book.setKind(id, Kind::DeveloperTest);
    QTRY_VERIFY(two.book.find(id) && tokenOf(two, id) == "access-1");
    QSignalSpy failed(&one.book, &AccountBook::renewalFailed);

    one.clock.advance(25min);
    QTRY_COMPARE(one.renewals.started.size(), 1U);
    one.renewals.fail(SignInError::NotReached);
    QCOMPARE(failed, (QList<QVariantList>{{id, u"its words"_s}}));
    QCOMPARE(tokenOf(one, id), "access-1");
    one.clock.advance(1min);
    QTRY_COMPARE(one.renewals.started.size(), 2U);
    one.renewals.succeed({"access-2", "refresh-2", one.clock.now().addSecs(1'800)});
    QCOMPARE(tokenOf(one, id), "access-2");
    QCOMPARE(placeOf(one, id), SecretPlace::Keychain);
    QCOMPARE(one.book.find(id)->kind, Kind::DeveloperTest); // it is the same account
    QTRY_COMPARE(tokenOf(two, id), "access-2");
    QCOMPARE(two.book.credentials(id).tokens.refresh, "refresh-2");
}

void TestAccountSecrets::anExpiredTokenIsRenewedFirst()
{
    QString id;
    {
        AccountBench bench(file());
        id = *bench.book.add(dataOf(u"Acme"_s));
        bench.book.setCredentials(id, tests::signedIn(bench.clock));
        QTRY_COMPARE(placeOf(bench, id), SecretPlace::Keychain);
    }
    AccountBench again(file());
    again.clock.advance(1h);
    QVERIFY(!again.book.open());
    QTRY_COMPARE(again.renewals.started.size(), 1U);
    QCOMPARE(placeOf(again, id), SecretPlace::Reading);
    QCOMPARE(tokenOf(again, id), "");
    again.renewals.succeed({"access-2", {}, again.clock.now().addSecs(1'800)});
    QCOMPARE(placeOf(again, id), SecretPlace::Keychain);
    QCOMPARE(tokenOf(again, id), "access-2");
}

void TestAccountSecrets::anExpiredTokenThatIsNot()
{
    QString id;
    {
        AccountBench bench(file());
        id = *bench.book.add(dataOf(u"Acme"_s));
        bench.book.setCredentials(id, tests::signedIn(bench.clock));
        QTRY_COMPARE(placeOf(bench, id), SecretPlace::Keychain);
    }
    AccountBench again(file());
    again.clock.advance(1h);
    QVERIFY(!again.book.open());
    QSignalSpy failed(&again.book, &AccountBook::renewalFailed);
    QTRY_COMPARE(again.renewals.started.size(), 1U);
    again.renewals.fail(SignInError::Refused);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(placeOf(again, id), SecretPlace::Keychain);
    QCOMPARE(tokenOf(again, id), "access-1"); // so that HubSpot says that it has expired
}

int main(int argc, char **argv)
{
    const tests::Sanctuary sanctuary;
    const tests::Bus bus;
    QCoreApplication application(argc, argv);
    TestAccountSecrets test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_accountsecrets.moc"
