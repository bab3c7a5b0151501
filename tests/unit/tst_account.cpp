#include "app/accounts/account.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using accounts::Kind;
using accounts::Lock;

class TestAccount : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void knowsKinds_data();
    void knowsKinds();
    void knowsItsOwnSandbox();
    void locks_data();
    void locks();
};

void TestAccount::knowsKinds_data()
{
    QTest::addColumn<QString>("accountType");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("confirmation");
    QTest::newRow("standard") << u"STANDARD"_s << Kind::Standard << true;
    QTest::newRow("sandbox") << u"SANDBOX"_s << Kind::HubSpotSandbox << false;
    QTest::newRow("developer test") << u"DEVELOPER_TEST"_s << Kind::DeveloperTest << false;
    QTest::newRow("app developer") << u"APP_DEVELOPER"_s << Kind::AppDeveloper << false;
    // Whatever is not written exactly so may be production.
    QTest::newRow("new") << u"SANDBOX_2"_s << Kind::Unknown << true;
    QTest::newRow("case") << u"sandbox"_s << Kind::Unknown << true;
    QTest::newRow("nothing") << QString() << Kind::Unknown << true;
}

void TestAccount::knowsKinds()
{
    QFETCH(QString, accountType);
    QTEST(accounts::kindOf(accountType), "kind");
    QTEST(accounts::needsConfirmation(accounts::kindOf(accountType)), "confirmation");
}

void TestAccount::knowsItsOwnSandbox()
{
    QVERIFY(!accounts::needsConfirmation(Kind::Sandbox));
}

void TestAccount::locks_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("byKind");
    QTest::newRow("sandbox") << Kind::Sandbox << false;
    QTest::newRow("unknown") << Kind::Unknown << true;
    QTest::newRow("standard") << Kind::Standard << true;
    QTest::newRow("HubSpot's sandbox") << Kind::HubSpotSandbox << false;
    QTest::newRow("developer test") << Kind::DeveloperTest << false;
    QTest::newRow("app developer") << Kind::AppDeveloper << false;
}

void TestAccount::locks()
{
    QFETCH(Kind, kind);
    QTEST(accounts::isLocked(kind, Lock::ByKind), "byKind");
    // What was decided holds whatever the account turns out to be.
    QVERIFY(accounts::isLocked(kind, Lock::Locked));
    QVERIFY(!accounts::isLocked(kind, Lock::Unlocked));
}

TEST_MAIN(QCoreApplication, TestAccount)
#include "tst_account.moc"
