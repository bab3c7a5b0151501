#include "app/accounts/renewal.h"
#include "app/sandbox/sandbox.h"
#include "tests/support/faultproxy.h"
#include "tests/unit/signinrun.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

#include <optional>

Q_DECLARE_METATYPE(tests::Fault)

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using accounts::OAuthAddresses;
using accounts::OAuthApp;
using accounts::OAuthTokens;
using accounts::Renewal;
using accounts::SignInError;
using accounts::SignInFailure;
using tests::Fault;
using tests::LogBook;
using Verdict = sandbox::Authorization::Verdict;
namespace fault = tests::fault;
namespace script = tests::script;

namespace {

struct RenewalRun
{
    RenewalRun(const OAuthApp &app, const OAuthTokens &before, const QUrl &baseUrl,
               const support::Clock &clock)
        : renewal(app, before, OAuthAddresses::of(baseUrl), clock)
        , succeeded(&renewal, &Renewal::succeeded)
        , failed(&renewal, &Renewal::failed)
    {
    }

    [[nodiscard]] qsizetype ends() const { return succeeded.size() + failed.size(); }
    [[nodiscard]] OAuthTokens tokens() const
    {
        return succeeded.value(0).value(0).value<OAuthTokens>();
    }
    [[nodiscard]] SignInFailure failure() const
    {
        return failed.value(0).value(0).value<SignInFailure>();
    }

    Renewal renewal;
    QSignalSpy succeeded;
    QSignalSpy failed;
};

} // namespace

class TestRenewal : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theRefreshTokenStays();
    void aNewRefreshToken();
    void noRefreshTokenInTheAnswer();
    void anyRefreshTokenArrivesAsItIs();
    void revoked();
    void thereIsNone();
    void trouble_data();
    void trouble();
    void hangs();
    void destroyed();
    void onlyWhereTheSecretMayGo();

private:
    void signIn(sandbox::AuthorizationOptions options = {});
    [[nodiscard]] std::unique_ptr<RenewalRun> makeRun() const;
    [[nodiscard]] QUrlQuery form() const;

    tests::FixedClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<tests::FaultProxy> m_proxy;
    OAuthApp m_app;
    OAuthTokens m_tokens;
    std::optional<LogBook> m_log;
};

void TestRenewal::init()
{
    StrictTest::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_log.emplace();
}

void TestRenewal::cleanup()
{
    for (const QByteArray &secret : {m_app.clientSecret, m_tokens.access, m_tokens.refresh}) {
        QVERIFY2(!LogBook::holds(QString::fromUtf8(secret)), secret.constData());
    }
    m_log.reset();
    m_proxy.reset();
    m_sandbox.reset();
}

/// Leaves m_tokens, and 29 minutes later.
void TestRenewal::signIn(sandbox::AuthorizationOptions options)
{
    m_app = {options.clientId, options.clientSecret, {u"crm.objects.contacts.read"_s}};
    sandbox::Options all;
    all.authorization = std::move(options);
    m_clock = {};
    m_sandbox = std::make_unique<sandbox::Sandbox>(m_folder->filePath(u"sandbox.json"_s), m_clock,
                                                   std::move(all));
    QVERIFY(m_sandbox->start());
    tests::SignInRun run(m_app, m_sandbox->baseUrl(), m_clock);
    run.signIn.start();
    QTRY_COMPARE(run.succeeded.size(), 1);
    m_tokens = run.tokens();
    m_clock.time = m_clock.time.addSecs(29 * 60);
    m_proxy = std::make_unique<tests::FaultProxy>(m_sandbox->baseUrl());
}

std::unique_ptr<RenewalRun> TestRenewal::makeRun() const
{
    return std::make_unique<RenewalRun>(m_app, m_tokens, m_proxy->url(), m_clock);
}

QUrlQuery TestRenewal::form() const
{
    return QUrlQuery(QString::fromLatin1(m_proxy->requests().back().body));
}

void TestRenewal::theRefreshTokenStays()
{
    signIn();
    const auto run = makeRun();
    run->renewal.start();
    QCOMPARE(run->ends(), 0);
    QTRY_COMPARE(run->ends(), 1);
    QCOMPARE(run->failure().words, QString());
    const OAuthTokens renewed = run->tokens();
    QVERIFY(renewed.access != m_tokens.access);
    QCOMPARE(renewed.refresh, m_tokens.refresh);
    QCOMPARE(renewed.expiresAt, m_clock.time.addSecs(1800));
    QCOMPARE(m_sandbox->authorization()->judge(renewed.access, m_clock.time.addSecs(1799)),
             Verdict::Valid);
    const QStringList names{u"client_id"_s, u"client_secret"_s, u"grant_type"_s,
                            u"refresh_token"_s};
    QStringList sent;
    for (const auto &[name, value] : form().queryItems()) {
        sent += name;
    }
    QCOMPARE(sent, names);
    QVERIFY(!LogBook::holds(QString::fromLatin1(renewed.access)));
}

void TestRenewal::aNewRefreshToken()
{
    sandbox::AuthorizationOptions options;
    options.rotates = true;
    signIn(options);
    const auto run = makeRun();
    run->renewal.start();
    QTRY_COMPARE(run->succeeded.size(), 1);
    QVERIFY(run->tokens().refresh != m_tokens.refresh);
    QVERIFY(run->tokens().refresh.startsWith("refresh-"));
    m_tokens = run->tokens();
    const auto next = makeRun();
    next->renewal.start();
    QTRY_COMPARE(next->succeeded.size(), 1);
}

void TestRenewal::noRefreshTokenInTheAnswer()
{
    signIn();
    m_proxy->setRule([](const tests::ReceivedRequest &) {
        return fault::instead(script::message(
            200, {}, R"({"access_token":"new","expires_in":60,"token_type":"Bearer"})"));
    });
    const auto run = makeRun();
    run->renewal.start();
    QTRY_COMPARE(run->succeeded.size(), 1);
    QCOMPARE(run->tokens(), (OAuthTokens{"new", m_tokens.refresh, m_clock.time.addSecs(60)}));
}

void TestRenewal::anyRefreshTokenArrivesAsItIs()
{
    signIn();
    m_tokens.refresh = "a+b/c=&d%2B";
    const auto run = makeRun();
    run->renewal.start();
    QTRY_COMPARE(run->ends(), 1);
    // As a server reads a form, whose "+" is a space.
    const QByteArray body = m_proxy->requests().back().body;
    QVERIFY2(body.contains("refresh_token=a%2Bb%2Fc%3D%26d%252B"), body.constData());
}

void TestRenewal::revoked()
{
    signIn();
    m_sandbox->authorization()->revoke();
    const auto run = makeRun();
    run->renewal.start();
    QTRY_COMPARE(run->ends(), 1);
    QCOMPARE(run->failure().error, SignInError::Refused);
    QCOMPARE(run->failure().words, u"missing or invalid refresh token"_s);
}

void TestRenewal::thereIsNone()
{
    signIn();
    m_tokens.refresh.clear();
    const auto run = makeRun();
    run->renewal.start();
    QCOMPARE(run->ends(), 0);
    QTRY_COMPARE(run->ends(), 1);
    QCOMPARE(run->failure().error, SignInError::Refused);
    QVERIFY(m_proxy->requests().empty());
}

void TestRenewal::trouble_data()
{
    QTest::addColumn<Fault>("what");
    QTest::newRow("closed without an answer") << fault::dropped();
    QTest::newRow("answer lost") << fault::answerLost();
    QTest::newRow("answer cut") << fault::truncated(20);
    QTest::newRow("no HTTP") << fault::instead("garbage\r\n\r\n");
    QTest::newRow("not JSON") << fault::instead(script::message(200, {}, "access_token=secret"));
    QTest::newRow("elsewhere") << fault::instead(
        script::message(307, {{"Location", "http://127.0.0.1:1/oauth/2026-03/token"}}, {}));
    QTest::newRow("out of order") << fault::instead(script::message(503, {}, {}));
}

void TestRenewal::trouble()
{
    QFETCH(Fault, what);
    signIn();
    m_proxy->setRule([&what](const tests::ReceivedRequest &) { return what; });
    const auto run = makeRun();
    run->renewal.start();
    QTRY_COMPARE(run->ends(), 1);
    QCOMPARE(run->failed.size(), 1);
    QCOMPARE(run->failure().error, SignInError::NotReached);
    QCOMPARE(m_proxy->count("POST"), 1);
}

void TestRenewal::hangs()
{
    signIn();
    m_proxy->setRule(
        [](const tests::ReceivedRequest &) { return fault::dropped(Fault::Ending::KeepOpen); });
    const auto run = makeRun();
    run->renewal.setTimeout(100ms);
    run->renewal.start();
    QTRY_COMPARE(run->ends(), 1);
    QCOMPARE(run->failure().error, SignInError::NotReached);
}

void TestRenewal::destroyed()
{
    signIn();
    auto run = makeRun();
    m_proxy->setRule([&run](const tests::ReceivedRequest &) {
        run.reset();
        return fault::none();
    });
    run->renewal.start();
    QTRY_VERIFY(!run);

    m_proxy->setRule({});
    auto renewal =
        std::make_unique<Renewal>(m_app, m_tokens, OAuthAddresses::of(m_proxy->url()), m_clock);
    connect(renewal.get(), &Renewal::succeeded, this, [&renewal] { renewal.reset(); });
    renewal->start();
    QTRY_VERIFY(!renewal);
}

void TestRenewal::onlyWhereTheSecretMayGo()
{
    signIn();
    RenewalRun run(m_app, m_tokens, QUrl(u"http://hubspot.example"_s), m_clock);
    run.renewal.start();
    QTRY_COMPARE(run.ends(), 1);
    QCOMPARE(run.failure().error, SignInError::NotReached);
    QVERIFY(run.failure().words.contains(u"may not go"_s));
}

TEST_MAIN(QCoreApplication, TestRenewal)
#include "tst_renewal.moc"
