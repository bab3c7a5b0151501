#include "app/accounts/renewal.h"
#include "app/api/transport.h"
#include "tests/support/connectproxy.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/tlsfiles.h"
#include "tests/unit/signinrun.h"

#include <QTest>
#include <QUrlQuery>

// The client secret and the tokens of OAuth go the way that the network settings give.

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using accounts::OAuthTokens;
using accounts::RenewalOutcome;
using accounts::SignInError;
using api::NetworkSettings;
using api::Proxy;
using tests::ConnectProxy;
using tests::ScriptedServer;
namespace script = tests::script;

namespace {

/// A name the server's certificate is for and that no one resolves (RFC 6761): only a proxy gets
/// there.
const QUrl behindProxy(u"https://limits.invalid"_s);
const accounts::OAuthApp app{u"client"_s, "se+cret/1", {u"crm.objects.contacts.read"_s}};
const QByteArray answer = R"({"token_type":"bearer","access_token":"new-access",)"
                          R"("refresh_token":"new-refresh","expires_in":1800})";
const QByteArray credentials = "ada:correct horse";

NetworkSettings throughProxy(quint16 port)
{
    return {.proxy = {Proxy::Use::Own, u"127.0.0.1"_s, port, u"ada"_s, u"correct horse"_s},
            .caFile = tests::tlsFile(u"authority.pem"_s)};
}

std::optional<RenewalOutcome> renewed(const accounts::StartRenewal &start, const QUrl &baseUrl)
{
    const tests::FixedClock clock;
    QObject owner;
    std::optional<RenewalOutcome> outcome;
    start(app, {"old-access", "old-refresh", clock.now()}, baseUrl, clock, &owner,
          [&outcome](const RenewalOutcome &ended) { outcome = ended; });
    const bool ended = QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 40'000);
    return ended ? outcome : std::nullopt;
}

} // namespace

class TestOAuthRoute : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void signIn();
    void renewal();
    void theRouteIsAskedForAtItsTime();
    void unknownAuthority();
    void theProxyRefuses();
    void noProxyToThisMachine();
};

void TestOAuthRoute::signIn()
{
    const ScriptedServer server({script::answer(200, answer)}, tests::serverTls(u"server"_s));
    const ConnectProxy proxy(server.port(), {.credentials = credentials});
    api::Transport transport;
    QVERIFY(transport.setNetworkSettings(throughProxy(proxy.port())).hasValue());
    const tests::FixedClock clock;
    tests::SignInRun run(app, behindProxy, clock);
    run.opensBrowser = false;
    run.signIn.setRoute(transport.route());
    run.signIn.start();

    const QUrlQuery asked(run.address);
    QUrl back(run.signIn.redirectUri());
    back.setQuery({{u"code"_s, u"the-code"_s}, {u"state"_s, asked.queryItemValue(u"state"_s)}});
    run.browser.open(back);
    QTRY_COMPARE(run.ends(), 1);

    QCOMPARE(run.failure().words, QString());
    QCOMPARE(run.tokens().access, "new-access");
    QCOMPARE(proxy.tunnelCount(), 1);
    QCOMPARE(server.count("POST"), 1);
    for (const QByteArray &head : proxy.heads()) {
        QVERIFY(head.startsWith("CONNECT limits.invalid:443 HTTP/1.1\r\n"));
    }
}

void TestOAuthRoute::renewal()
{
    const ScriptedServer server({script::answer(200, answer)}, tests::serverTls(u"server"_s));
    const ConnectProxy proxy(server.port(), {.credentials = credentials});
    api::Transport transport;
    QVERIFY(transport.setNetworkSettings(throughProxy(proxy.port())).hasValue());

    const auto outcome =
        renewed(accounts::renewing([&transport] { return transport.route(); }), behindProxy);

    QVERIFY(outcome && outcome->hasValue());
    QCOMPARE((*outcome)->access, "new-access");
    QCOMPARE(proxy.tunnelCount(), 1);
    QCOMPARE(server.count("POST"), 1);
}

/// Settings that change are for the renewals that come then.
void TestOAuthRoute::theRouteIsAskedForAtItsTime()
{
    const ScriptedServer server({script::answer(200, answer)}, tests::serverTls(u"server"_s));
    const ConnectProxy proxy(server.port(), {.credentials = credentials});
    api::Transport transport;
    const accounts::StartRenewal start =
        accounts::renewing([&transport] { return transport.route(); });
    QVERIFY(transport.setNetworkSettings(throughProxy(proxy.port())).hasValue());

    const auto outcome = renewed(start, behindProxy);

    QVERIFY(outcome && outcome->hasValue());
    QCOMPARE(server.count("POST"), 1);
}

/// Trusted is what the settings say: without the file nothing is sent.
void TestOAuthRoute::unknownAuthority()
{
    const ScriptedServer server({script::answer(200, answer)}, tests::serverTls(u"server"_s));
    const ConnectProxy proxy(server.port(), {});
    NetworkSettings settings = throughProxy(proxy.port());
    settings.caFile.clear();
    api::Transport transport;
    QVERIFY(transport.setNetworkSettings(settings).hasValue());

    const auto outcome =
        renewed(accounts::renewing([&transport] { return transport.route(); }), behindProxy);

    QVERIFY(outcome && !outcome->hasValue());
    QCOMPARE(outcome->error().error, SignInError::NotReached);
    QCOMPARE(server.requests().size(), size_t(0));
}

void TestOAuthRoute::theProxyRefuses()
{
    const ScriptedServer server({script::answer(200, answer)}, tests::serverTls(u"server"_s));
    const ConnectProxy proxy(server.port(), {.credentials = "somebody:else"});
    api::Transport transport;
    QVERIFY(transport.setNetworkSettings(throughProxy(proxy.port())).hasValue());

    const auto outcome =
        renewed(accounts::renewing([&transport] { return transport.route(); }), behindProxy);

    QVERIFY(outcome && !outcome->hasValue());
    QCOMPARE(outcome->error().error, SignInError::NotReached);
    QVERIFY(!outcome->error().words.isEmpty());
    QCOMPARE(server.connectionCount(), 0);
}

void TestOAuthRoute::noProxyToThisMachine()
{
    const ScriptedServer server({script::answer(200, answer)});
    const ConnectProxy proxy(server.port(), {});
    api::Transport transport;
    QVERIFY(transport.setNetworkSettings(throughProxy(proxy.port())).hasValue());

    const auto outcome =
        renewed(accounts::renewing([&transport] { return transport.route(); }), server.url());

    QVERIFY(outcome && outcome->hasValue());
    QCOMPARE(proxy.heads().size(), size_t(0));
}

TEST_MAIN(QCoreApplication, TestOAuthRoute)
#include "tst_oauthroute.moc"
