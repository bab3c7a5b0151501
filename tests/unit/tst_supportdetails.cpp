#include "app/accounts/accountfacts.h"
#include "app/support/logging.h"
#include "app/support/supportdetails.h"
#include "tests/support/testmain.h"

#include <QGuiApplication>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using accounts::Account;
using support::Log;
using support::Settings;
namespace keys = support::settings;

class TestSupportDetails : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void versionsAndSystem();
    void settingsWithoutSecrets();
    void accountsWithoutTokens();
    void theLastFiftyRequests();
    void theSameInGerman();
    void nothingSecretWhereverItIs();

private:
    QTemporaryDir m_home;
    support::SystemClock m_clock;
};

void TestSupportDetails::versionsAndSystem()
{
    const Log log(m_clock);
    const QString text = supportDetails(log, Settings(m_home.filePath(u"1.ini"_s)), {});
    QVERIFY(text.contains(u"- Association Limits: " ASSOCIATION_LIMITS_VERSION u"\n"_s));
    QVERIFY(text.contains(u"- Qt: %1 (built with %2), "_s.arg(QString::fromLatin1(qVersion()),
                                                              QStringLiteral(QT_VERSION_STR))));
    QVERIFY(text.contains("- Platform plugin: offscreen\n"_L1));
    QVERIFY(text.contains("- SQLite: 3."_L1));
    QVERIFY(text.contains("- OpenSSL: OpenSSL "_L1));
    QVERIFY(text.contains(QRegularExpression(u"- Screens: \\d+×\\d+ at 1\n"_s)));
    QVERIFY(text.contains(QSysInfo::kernelVersion()));
    QVERIFY(text.contains(
        QRegularExpression(u"- Written: \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\n"_s)));
    QVERIFY(text.contains("\n### Accounts\n\n\n### Last requests\n\n```\n```\n"_L1));
}

void TestSupportDetails::settingsWithoutSecrets()
{
    const QString path = m_home.filePath(u"2.ini"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[network]\nproxyPassword=Sx9\n[window]\ngeometry=@ByteArray(Sx9)\n"
               "[last]\npairs=0-1 0-2, \"a\\nb\"\n");
    file.close();
    Settings settings(path);
    settings.setValue(keys::inputsPerRequest, 7);
    const QString text = supportDetails(Log(m_clock), settings, {});
    QVERIFY(text.contains("\n- submission/inputsPerRequest: 7\n"_L1));
    QVERIFY(text.contains("\n- network/idleTimeoutSeconds: 30\n"_L1));
    QVERIFY(text.contains("\n- window/language: (empty)\n"_L1));
    QVERIFY(text.contains("\n- last/pairs: 0-1 0-2, a\\nb\n"_L1));
    QVERIFY(!text.contains("Sx9"_L1));
}

void TestSupportDetails::accountsWithoutTokens()
{
    Account sandbox{u"sandbox"_s, u"Sandbox"_s, accounts::Kind::Sandbox, {}};
    sandbox.endpoint = {QUrl(u"http://127.0.0.1:8080"_s), "Sx9token"};
    Account locked{u"hubspot"_s, u"Acme & <b>"_s, accounts::Kind::Standard, {}};
    locked.endpoint = {QUrl(u"https://user:Sx9@api.hubapi.com/Sx9?Sx9"_s),
                       std::make_shared<const api::Key>(QByteArray(), api::Key::Use::ReadOnly)};
    locked.method = accounts::SignInMethod::OAuth;
    const QString text = supportDetails(Log(m_clock), Settings(m_home.filePath(u"3.ini"_s)),
                                        {accounts::factsOf(sandbox), accounts::factsOf(locked)});
    QVERIFY(text.contains("\n- Sandbox: the sandbox inside the program, http://127.0.0.1:8080, "
                          "token, has a token, may be written to\n"_L1));
    QVERIFY(text.contains("\n- Acme & <b>: standard, https://api.hubapi.com, OAuth, no token, "
                          "read-only\n"_L1));
    QVERIFY(!text.contains("Sx9"_L1));
}

void TestSupportDetails::theLastFiftyRequests()
{
    const Log log(m_clock);
    for (int i = 1; i <= 60; ++i) {
        qCDebug(support::lcApi).noquote() << "GET /x" << i;
        QTest::ignoreMessage(QtWarningMsg, "another");
        qCWarning(support::lcDrafts) << "another";
    }
    const QString text = supportDetails(log, Settings(m_home.filePath(u"4.ini"_s)), {});
    QCOMPARE(text.count("limits.api GET /x "_L1), 50);
    QVERIFY(!text.contains("GET /x 10\n"_L1));
    QVERIFY(text.endsWith("GET /x 60\n```\n"_L1));
    QVERIFY(!text.contains("another"_L1));
}

void TestSupportDetails::theSameInGerman()
{
    const Settings settings(m_home.filePath(u"5.ini"_s));
    const Log log(m_clock);
    qCDebug(support::lcApi).noquote() << "GET /x";
    const auto withoutWhatDiffers = [&] {
        return supportDetails(log, settings, {})
            .remove(QRegularExpression(u"- (Written|Locale): [^\n]*"_s));
    };
    const QLocale before;
    const QString english = withoutWhatDiffers();
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const QString german = withoutWhatDiffers();
    QVERIFY(supportDetails(log, settings, {}).contains("- Locale: de_DE"_L1));
    QLocale::setDefault(before);
    QCOMPARE(german, english);
}

void TestSupportDetails::nothingSecretWhereverItIs()
{
    Log log(m_clock);
    log.setSecrets([](const Log::Tell &tell) { tell("Sx9secret123456"); });
    Settings settings(m_home.filePath(u"6.ini"_s));
    settings.setValue(keys::lastAccount, u"pat-na1-Sx9secret"_s);
    const QString text =
        supportDetails(log, settings, {{u"Sx9secret123456"_s, {}, {}, {}, false, false}});
    QVERIFY(text.contains("\n- last/account: [removed]\n"_L1));
    QVERIFY(text.contains("\n- [removed]: "_L1));
    QVERIFY(!text.contains("Sx9"_L1));
}

TEST_MAIN(QGuiApplication, TestSupportDetails)
#include "tst_supportdetails.moc"
