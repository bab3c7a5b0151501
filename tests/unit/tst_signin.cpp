#include "app/sandbox/sandbox.h"
#include "tests/support/faultproxy.h"
#include "tests/unit/signinrun.h"

#include <QFile>
#include <QNetworkInterface>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

#include <optional>

Q_DECLARE_METATYPE(tests::Fault)

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using accounts::OAuthAddresses;
using accounts::OAuthApp;
using accounts::SignIn;
using accounts::SignInError;
using tests::Fault;
using tests::LogBook;
using tests::SignInRun;
using Person = sandbox::AuthorizationOptions::Person;
namespace fault = tests::fault;
namespace script = tests::script;

namespace {

QString value(const QUrlQuery &query, const char *name)
{
    return query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
}

QByteArray get(const QByteArray &target, quint16 port)
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost:" + QByteArray::number(port) +
           "\r\n\r\n";
}

quint16 portOf(const SignIn &signIn)
{
    return static_cast<quint16>(QUrl(signIn.redirectUri()).port());
}

const QByteArray goodAnswer = R"({"access_token":"a","refresh_token":"r","expires_in":1800,)"
                              R"("token_type":"bearer"})";

} // namespace

class TestSignIn : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void addresses_data();
    void addresses();
    void theWholeFlow();
    void anySecretArrivesAsItIs();
    void twoAtOnce();
    void noPortIsFree();
    void usualPorts();
    void listensOnLoopbackOnly();
    void otherRequests_data();
    void otherRequests();
    void endlessRequest();
    void inPieces();
    void wrongState();
    void wrongStates_data();
    void wrongStates();
    void refusals_data();
    void refusals();
    void nobodyComesBack();
    void usedCode();
    void wrongSecret();
    void tokenTrouble_data();
    void tokenTrouble();
    void tokenRedirect_data();
    void tokenRedirect();
    void hangs();
    void repeatedSecret();
    void cancelled();
    void destroyed();
    void onlyWhereTheSecretMayGo();

private:
    void setUp(sandbox::AuthorizationOptions options);
    QByteArray ask(quint16 port, const QByteArray &bytes);
    [[nodiscard]] std::unique_ptr<SignInRun> makeRun() const;
    [[nodiscard]] QUrlQuery form() const;

    tests::FixedClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<tests::FaultProxy> m_proxy; ///< between everybody and the sandbox
    OAuthApp m_app;
    std::optional<LogBook> m_log;
};

void TestSignIn::init()
{
    StrictTest::init();
    m_folder = std::make_unique<QTemporaryDir>();
    setUp({});
    m_log.emplace();
}

void TestSignIn::setUp(sandbox::AuthorizationOptions options)
{
    m_app = {options.clientId,
             options.clientSecret,
             {u"crm.objects.contacts.read"_s, u"crm.objects.deals.read"_s}};
    sandbox::Options all;
    all.authorization = std::move(options);
    m_sandbox = std::make_unique<sandbox::Sandbox>(m_folder->filePath(u"sandbox.json"_s), m_clock,
                                                   std::move(all));
    QVERIFY(m_sandbox->start());
    m_proxy = std::make_unique<tests::FaultProxy>(m_sandbox->baseUrl());
}

void TestSignIn::cleanup()
{
    // Whatever happened: nothing secret that anybody sent to the token endpoint was logged.
    for (const tests::ReceivedRequest &request : m_proxy->requests()) {
        const QUrlQuery query(request.method() == "POST"
                                  ? QString::fromLatin1(request.body)
                                  : QString::fromLatin1(request.target()).section(u'?', 1));
        for (const char *name : {"client_secret", "code", "code_verifier", "state"}) {
            QVERIFY2(!LogBook::holds(value(query, name)), name);
        }
        QVERIFY(!request.target().contains(m_app.clientSecret.toPercentEncoding()));
    }
    m_log.reset();
    m_proxy.reset();
    m_sandbox.reset();
}

std::unique_ptr<SignInRun> TestSignIn::makeRun() const
{
    return std::make_unique<SignInRun>(m_app, m_proxy->url(), m_clock);
}

/// What was sent to the token endpoint last.
QUrlQuery TestSignIn::form() const
{
    QByteArray body;
    for (const tests::ReceivedRequest &request : m_proxy->requests()) {
        body = request.method() == "POST" ? request.body : body;
    }
    return QUrlQuery(QString::fromLatin1(body));
}

/// What the listener answers; empty where it says nothing.
QByteArray TestSignIn::ask(quint16 port, const QByteArray &bytes)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    socket.write(bytes);
    QSignalSpy closed(&socket, &QTcpSocket::disconnected);
    closed.wait();
    return socket.readAll();
}

void TestSignIn::addresses_data()
{
    QTest::addColumn<QUrl>("baseUrl");
    QTest::addColumn<QUrl>("authorize");
    QTest::addColumn<QUrl>("token");
    QTest::newRow("HubSpot") << QUrl(u"https://api.hubapi.com"_s)
                             << QUrl(u"https://app.hubspot.com/oauth/authorize"_s)
                             << QUrl(u"https://api.hubapi.com/oauth/2026-03/token"_s);
    QTest::newRow("another") << QUrl(u"http://127.0.0.1:8080"_s)
                             << QUrl(u"http://127.0.0.1:8080/oauth/authorize"_s)
                             << QUrl(u"http://127.0.0.1:8080/oauth/2026-03/token"_s);
}

void TestSignIn::addresses()
{
    QFETCH(QUrl, baseUrl);
    QFETCH(QUrl, authorize);
    QFETCH(QUrl, token);
    QCOMPARE(OAuthAddresses::of(baseUrl).authorize, authorize);
    QCOMPARE(OAuthAddresses::of(baseUrl).token, token);
}

void TestSignIn::theWholeFlow()
{
    const auto run = makeRun();
    QCOMPARE(run->signIn.redirectUri(), QString());
    run->signIn.start();
    QTRY_COMPARE(run->ends(), 1);
    QCOMPARE(run->failure().words, QString());
    QCOMPARE(run->succeeded.size(), 1);

    const QUrlQuery asked(run->address);
    QCOMPARE(value(asked, "response_type"), u"code"_s);
    QCOMPARE(value(asked, "client_id"), m_app.clientId);
    QCOMPARE(value(asked, "redirect_uri"), run->signIn.redirectUri());
    QCOMPARE(value(asked, "scope"), m_app.scopes.join(u' '));
    QCOMPARE(value(asked, "code_challenge_method"), u"S256"_s);
    QCOMPARE(value(asked, "code_challenge").size(), 43); // 256 bits
    QCOMPARE(value(asked, "state").size(), 64);          // as well
    QCOMPARE(m_proxy->count("POST"), 1);
    QCOMPARE(form().queryItems().size(), 6);
    QCOMPARE(value(form(), "code_verifier").size(), 86); // 64 bytes
    QCOMPARE(value(form(), "client_secret"), QString::fromUtf8(m_app.clientSecret));

    const accounts::OAuthTokens tokens = run->tokens();
    QCOMPARE(tokens.expiresAt, m_clock.time.addSecs(1800));
    QCOMPARE(m_sandbox->authorization()->judge(tokens.access, m_clock.time),
             sandbox::Authorization::Verdict::Valid);
    QVERIFY(tokens.refresh.startsWith("refresh-"));
    QTRY_COMPARE(run->browser.pages().size(), 1U);
    QCOMPARE(run->browser.pages().front().status, 200);
    QVERIFY(run->browser.pages().front().body.contains("You can close this page"));

    QVERIFY(LogBook::size() > 0); // Qt's own lines: the book is open
    QVERIFY(!LogBook::holds(QString::fromLatin1(tokens.access)));
    QVERIFY(!LogBook::holds(QString::fromLatin1(tokens.refresh)));
    QVERIFY(!LogBook::holds(value(asked, "state")));
}

void TestSignIn::anySecretArrivesAsItIs()
{
    sandbox::AuthorizationOptions options;
    options.clientId = u"id+of &app=%2B"_s;
    options.clientSecret = "a+b c&d=e%2Bf/\xc3\xa9";
    setUp(options);
    const auto run = makeRun();
    run->signIn.start();
    QTRY_COMPARE(run->ends(), 1);
    QCOMPARE(run->failure().words, QString());
    QCOMPARE(run->succeeded.size(), 1);
}

void TestSignIn::twoAtOnce()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const quint16 taken = other.serverPort();
    const auto first = makeRun();
    const auto second = makeRun();
    first->opensBrowser = false;
    second->opensBrowser = false;
    first->signIn.setPorts({taken, 0});
    second->signIn.setPorts({taken, 0});
    first->signIn.start();
    second->signIn.start();
    QVERIFY(portOf(first->signIn) != portOf(second->signIn));
    QVERIFY(portOf(first->signIn) != taken);
    QVERIFY(value(QUrlQuery(first->address), "state") !=
            value(QUrlQuery(second->address), "state"));
    QVERIFY(value(QUrlQuery(first->address), "code_challenge") !=
            value(QUrlQuery(second->address), "code_challenge"));

    // The answer for one at the address of the other is not its own.
    second->browser.open(second->address);
    QTRY_COMPARE(second->ends(), 1);
    QCOMPARE(second->succeeded.size(), 1);
    const QByteArray code = value(form(), "code").toLatin1();
    const QByteArray state = value(QUrlQuery(second->address), "state").toLatin1();
    ask(portOf(first->signIn),
        get("/oauth/callback?code=" + code + "&state=" + state, portOf(first->signIn)));
    QTRY_COMPARE(first->ends(), 1);
    QCOMPARE(first->failure().error, SignInError::WrongState);
    QCOMPARE(second->ends(), 1);
}

void TestSignIn::noPortIsFree()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const auto run = makeRun();
    run->signIn.setPorts({other.serverPort()});
    run->signIn.start();
    QCOMPARE(run->ends(), 0); // not yet
    QTRY_COMPARE(run->ends(), 1);
    QCOMPARE(run->failure().error, SignInError::NoListener);
    QVERIFY(!run->failure().words.isEmpty());
    QVERIFY(run->address.isEmpty());
}

void TestSignIn::usualPorts()
{
    const QStringList expected{u"http://localhost:28471/oauth/callback"_s,
                               u"http://localhost:28472/oauth/callback"_s,
                               u"http://localhost:28473/oauth/callback"_s};
    QCOMPARE(SignIn::redirectUris(), expected);
    SignIn signIn(m_app, OAuthAddresses::of(m_proxy->url()), m_clock);
    signIn.start();
    // Tests that run beside this one may have all of them.
    QVERIFY(signIn.redirectUri().isEmpty() || expected.contains(signIn.redirectUri()));
}

void TestSignIn::listensOnLoopbackOnly()
{
    const auto run = makeRun();
    run->opensBrowser = false;
    run->signIn.start();
    const quint16 port = portOf(run->signIn);
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (address != QHostAddress::LocalHost) {
            QTcpSocket socket;
            socket.connectToHost(address, port);
            QVERIFY2(!socket.waitForConnected(), qPrintable(address.toString()));
        }
    }
#ifdef Q_OS_LINUX
    const QByteArray ending = ':' + QByteArray::number(port, 16).toUpper().rightJustified(4, '0');
    QList<QByteArray> listening;
    for (const QString &name : {u"/proc/net/tcp"_s, u"/proc/net/tcp6"_s}) {
        QFile file(name);
        if (file.open(QIODevice::ReadOnly)) {
            for (const QByteArray &line : file.readAll().split('\n')) {
                const QList<QByteArray> words = line.simplified().split(' ');
                if (words.value(1).endsWith(ending) && words.value(3) == "0A") {
                    listening.append(words.at(1));
                }
            }
        }
    }
    QCOMPARE(listening, QList<QByteArray>{"0100007F" + ending}); // 127.0.0.1
#endif
}

void TestSignIn::otherRequests_data()
{
    QTest::addColumn<QByteArray>("request"); // PORT and STATE stand for those of the sign-in
    QTest::addColumn<QByteArray>("answer");
    const QByteArray host = " HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n";
    const QByteArray good = "GET /oauth/callback?code=c&state=STATE";
    const auto add = [](const char *name, const QByteArray &request, const QByteArray &answer) {
        QTest::newRow(name) << request << answer;
    };
    add("foreign host", good + " HTTP/1.1\r\nHost: evil.example:PORT\r\n\r\n", "403 ");
    add("foreign port", good + " HTTP/1.1\r\nHost: localhost\r\n\r\n", "403 ");
    add("no host", good + " HTTP/1.1\r\n\r\n", "403 ");
    add("two hosts", good + " HTTP/1.1\r\nHost: localhost:PORT\r\nHost: localhost:PORT\r\n\r\n",
        "403 ");
    add("POST", "POST" + good.sliced(3) + host, "405 ");
    add("HEAD", "HEAD" + good.sliced(3) + host, "405 ");
    add("favicon", "GET /favicon.ico" + host, "404 ");
    add("like the path", "GET /oauth/callback2?code=c&state=STATE" + host, "404 ");
    add("no query", "GET /oauth/callback" + host, "404 ");
    add("another query", "GET /oauth/callback?q=1" + host, "404 ");
    add("absolute", "GET http://localhost:PORT/oauth/callback?code=c&state=STATE" + host, "404 ");
    add("no words", "\r\n\r\n", "400 ");
    add("short line", "GET /\r\n\r\n", "400 ");
    add("another protocol", "GET / SPDY/1\r\n\r\n", "400 ");
    add("binary", QByteArray("\x16\x03\x01\0\xff\r\n\r\n", 9), "400 ");
}

void TestSignIn::otherRequests()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, answer);
    const auto run = makeRun();
    run->opensBrowser = false;
    run->signIn.start();
    request.replace("PORT", QByteArray::number(portOf(run->signIn)));
    request.replace("STATE", value(QUrlQuery(run->address), "state").toLatin1());
    const QByteArray said = ask(portOf(run->signIn), request);
    QVERIFY2(said.startsWith("HTTP/1.1 " + answer), said.constData());
    QCOMPARE(run->ends(), 0);
    run->browser.open(run->address); // and the right one is still awaited
    QTRY_COMPARE(run->succeeded.size(), 1);
}

void TestSignIn::endlessRequest()
{
    const auto run = makeRun();
    run->opensBrowser = false;
    run->signIn.start();
    const QByteArray said =
        ask(portOf(run->signIn), "GET /" + QByteArray(64 * 1024, 'a')); // no end of the line
    QVERIFY2(said.isEmpty() || said.startsWith("HTTP/1.1 431 "), said.constData());
    QCOMPARE(run->ends(), 0);
}

void TestSignIn::inPieces()
{
    const auto run = makeRun();
    run->opensBrowser = false;
    run->signIn.start();
    const QByteArray request = get("/oauth/callback?error=access_denied&state=" +
                                       value(QUrlQuery(run->address), "state").toLatin1(),
                                   portOf(run->signIn));
    QTcpSocket socket;
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket.connectToHost(QHostAddress::LocalHost, portOf(run->signIn));
    for (const char letter : request) {
        QCOMPARE(run->ends(), 0);
        socket.write(&letter, 1);
        QTRY_COMPARE(socket.bytesToWrite(), 0);
    }
    QTRY_COMPARE(run->ends(), 1);
    QCOMPARE(run->failure().error, SignInError::Denied);
}

void TestSignIn::wrongState()
{
    m_sandbox->authorization()->setPerson(Person::IsLedElsewhere);
    const auto run = makeRun();
    run->signIn.start();
    QTRY_COMPARE(run->ends(), 1);
    QCOMPARE(run->failure().error, SignInError::WrongState);
    QTRY_COMPARE(run->browser.pages().size(), 1U);
    QVERIFY(run->browser.pages().front().body.contains("does not belong"));
    QCOMPARE(m_proxy->count("POST"), 0);
}

void TestSignIn::wrongStates_data()
{
    QTest::addColumn<QByteArray>("query"); // STATE stands for the right one
    QTest::newRow("none") << QByteArray("code=c");
    QTest::newRow("empty") << QByteArray("code=c&state=");
    QTest::newRow("longer") << QByteArray("code=c&state=STATE0");
    QTest::newRow("twice") << QByteArray("code=c&state=STATE&state=STATE");
    QTest::newRow("the right one second") << QByteArray("code=c&state=0&state=STATE");
    QTest::newRow("Qt's own") << QByteArray("code=c&state=-");
    QTest::newRow("refused") << QByteArray("error=access_denied&state=0");
}

void TestSignIn::wrongStates()
{
    QFETCH(QByteArray, query);
    const auto run = makeRun();
    run->opensBrowser = false;
    run->signIn.start();
    query.replace("STATE", value(QUrlQuery(run->address), "state").toLatin1());
    ask(portOf(run->signIn), get("/oauth/callback?" + query, portOf(run->signIn)));
    QTRY_COMPARE(run->ends(), 1);
    QCOMPARE(run->failure().error, SignInError::WrongState);
    QCOMPARE(m_proxy->count("POST"), 0);
}

void TestSignIn::refusals_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("words");
    QTest::newRow("no state") << QByteArray("error=access_denied") << u"access_denied"_s;
    QTest::newRow("words")
        << QByteArray("error=access_denied&error_description=It+is%20no%2C+really&state=STATE")
        << u"It is no, really"_s;
    QTest::newRow("with a code") << QByteArray("error=e&code=c&state=STATE") << u"e"_s;
    QTest::newRow("no code") << QByteArray("state=STATE") << QString();
    QTest::newRow("empty code") << QByteArray("code=&state=STATE") << QString();
    QTest::newRow("two codes") << QByteArray("code=a&code=b&state=STATE") << QString();
}

void TestSignIn::refusals()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, words);
    const auto run = makeRun();
    run->opensBrowser = false;
    run->signIn.start();
    query.replace("STATE", value(QUrlQuery(run->address), "state").toLatin1());
    const QByteArray page =
        ask(portOf(run->signIn), get("/oauth/callback?" + query, portOf(run->signIn)));
    QVERIFY2(page.contains("did not give access"), page.constData());
    QTRY_COMPARE(run->ends(), 1);
    QCOMPARE(run->failure().error, SignInError::Denied);
    QCOMPARE(run->failure().words, words);
    QCOMPARE(m_proxy->count("POST"), 0);
}

void TestSignIn::nobodyComesBack()
{
    m_sandbox->authorization()->setPerson(Person::Dawdles);
    const auto run = makeRun();
    run->signIn.setPatience(50ms);
    run->signIn.start();
    const quint16 port = portOf(run->signIn);
    QTRY_COMPARE(run->ends(), 1);
    QCOMPARE(run->failure().error, SignInError::TimedOut);
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    QVERIFY(!socket.waitForConnected()); // nobody listens any more
}

void TestSignIn::usedCode()
{
    const auto first = makeRun();
    first->signIn.start();
    QTRY_COMPARE(first->succeeded.size(), 1);
    const QByteArray code = value(form(), "code").toLatin1();

    const auto second = makeRun();
    second->opensBrowser = false;
    second->signIn.start();
    const QByteArray state = value(QUrlQuery(second->address), "state").toLatin1();
    ask(portOf(second->signIn),
        get("/oauth/callback?code=" + code + "&state=" + state, portOf(second->signIn)));
    QTRY_COMPARE(second->ends(), 1);
    QCOMPARE(second->failure().error, SignInError::Refused);
    QCOMPARE(second->failure().words, u"missing or unknown auth code"_s);
}

void TestSignIn::wrongSecret()
{
    m_app.clientSecret = "not-the-secret";
    const auto run = makeRun();
    run->signIn.start();
    QTRY_COMPARE(run->ends(), 1);
    QCOMPARE(run->failure().error, SignInError::Refused);
    QCOMPARE(run->failure().words, u"missing or invalid client secret"_s);
    QCOMPARE(m_proxy->count("POST"), 1);
}

void TestSignIn::tokenTrouble_data()
{
    QTest::addColumn<Fault>("what");
    QTest::addColumn<SignInError>("error");
    QTest::addColumn<QString>("words"); // a part of them
    const auto lost = [](const char *name, const Fault &what, const QString &words = {}) {
        QTest::newRow(name) << what << SignInError::NotReached << words;
    };
    lost("closed without an answer", fault::dropped(), u"Connection closed"_s);
    lost("reset", fault::dropped(Fault::Ending::Reset));
    lost("answer lost", fault::answerLost());
    lost("answer cut", fault::truncated(20));
    lost("no HTTP", fault::instead("SSH-2.0-OpenSSH\r\n"));
    const auto says = [lost](const char *name, int status, const QByteArray &body,
                             const QString &words, const tests::Headers &headers = {}) {
        lost(name, fault::instead(script::message(status, headers, body)), words);
    };
    says("a gateway's page", 502, "<html><title>Bad gateway</title></html>",
         u"HTTP 502 Bad gateway"_s, {{"Content-Type", "text/html"}});
    says("a proxy's refusal", 403, "<html><title>Blocked</title></html>", u"HTTP 403 Blocked"_s,
         {{"Content-Type", "text/html"}});
    says("too many", 429, R"({"message":"Slow down"})", u"HTTP 429 Slow down"_s);
    says("created", 201, goodAnswer, u"HTTP 201"_s);
    says("too large", 200, QByteArray(300 * 1024, ' '), u"exceeds"_s);
    says("not JSON", 200, "access_token=a&expires_in=1", u"not a JSON object"_s);
    says("a list", 200, "[" + goodAnswer + "]", u"not a JSON object"_s);
    says("empty", 200, "", u"not a JSON object"_s);
    const auto spoilt = [says](const char *name, const QByteArray &from, const QByteArray &to,
                               const QString &words) {
        says(name, 200, QByteArray(goodAnswer).replace(from, to), words);
    };
    spoilt("no token", R"("access_token")", R"("x")", u"access_token: missing"_s);
    spoilt("no text", R"("access_token":"a")", R"("access_token":1)", u"access_token: not text"_s);
    spoilt("empty token", R"("access_token":"a")", R"("access_token":"")", u"not a token"_s);
    spoilt("no header's", R"("access_token":"a")", R"("access_token":"a\r\nb")", u"not a token"_s);
    spoilt("no refresh", R"("refresh_token")", R"("x")", u"refresh_token: missing"_s);
    spoilt("no life", R"("expires_in")", R"("x")", u"expires_in: missing"_s);
    spoilt("text", "1800", R"("1800")", u"expires_in: not a whole number"_s);
    spoilt("dead", "1800", "0", u"expires_in: out of range"_s);
    spoilt("unborn", "1800", "-1", u"expires_in: out of range"_s);
    spoilt("eternal", "1800", "9007199254740991", u"expires_in: out of range"_s);
    spoilt("another type", "bearer", "mac", u"token_type: not bearer"_s);

    const auto refuses = [](const char *name, int status, const QByteArray &body,
                            const QString &words, const tests::Headers &headers = {}) {
        QTest::newRow(name) << fault::instead(script::message(status, headers, body))
                            << SignInError::Refused << words;
    };
    refuses("HubSpot's words", 400, R"({"status":"BAD_CLIENT_ID","message":"bad id"})",
            u"bad id"_s);
    refuses("OAuth's words", 400, R"({"error":"invalid_grant","error_description":"It is old"})",
            u"It is old"_s);
    refuses("OAuth's word", 400, R"({"error":"invalid_grant"})", u"invalid_grant"_s);
    refuses("who are you", 401, R"({"error":"invalid_client"})", u"invalid_client"_s,
            {{"WWW-Authenticate", "Basic realm=\"x\""}});
}

void TestSignIn::tokenTrouble()
{
    QFETCH(Fault, what);
    QFETCH(SignInError, error);
    QFETCH(QString, words);
    m_proxy->setRule([&what](const tests::ReceivedRequest &request) {
        return request.method() == "POST" ? what : fault::none();
    });
    const auto run = makeRun();
    run->signIn.start();
    QTRY_COMPARE(run->ends(), 1);
    QCOMPARE(run->failed.size(), 1);
    QCOMPARE(run->failure().error, error);
    QVERIFY2(run->failure().words.contains(words), qPrintable(run->failure().words));
    QVERIFY2(!run->failure().words.contains(u"://"_s), qPrintable(run->failure().words));
    QCOMPARE(m_proxy->count("POST"), 1);
}

void TestSignIn::tokenRedirect_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d", status) << status;
    }
}

void TestSignIn::tokenRedirect()
{
    QFETCH(int, status);
    tests::ScriptedServer other(std::vector<tests::Script>{script::answer(200, goodAnswer)});
    const QByteArray location = other.url().toEncoded() + "/oauth/2026-03/token";
    m_proxy->setRule([status, location](const tests::ReceivedRequest &request) {
        return request.method() == "POST"
                   ? fault::instead(script::message(status, {{"Location", location}}, goodAnswer))
                   : fault::none();
    });
    const auto run = makeRun();
    run->signIn.start();
    QTRY_COMPARE(run->ends(), 1);
    QCOMPARE(run->failure().error, SignInError::NotReached);
    QCOMPARE(other.connectionCount(), 0);
    QCOMPARE(m_proxy->count("POST"), 1);
}

void TestSignIn::hangs()
{
    m_proxy->setRule([](const tests::ReceivedRequest &request) {
        return request.method() == "POST" ? fault::dropped(Fault::Ending::KeepOpen) : fault::none();
    });
    const auto run = makeRun();
    run->signIn.setTimeout(100ms);
    run->signIn.start();
    QTRY_COMPARE(run->ends(), 1);
    QCOMPARE(run->failure().error, SignInError::NotReached);
    QCOMPARE(run->failure().words, u"Not done after 0.1 seconds."_s);
}

void TestSignIn::repeatedSecret()
{
    m_proxy->setRule([](const tests::ReceivedRequest &request) {
        const QUrlQuery sent(QString::fromLatin1(request.body));
        const QString words = value(sent, "client_secret") + u'|' + value(sent, "code") + u'|' +
                              value(sent, "code_verifier");
        return request.method() == "POST"
                   ? fault::instead(
                         script::message(400, {}, R"({"message":")" + words.toUtf8() + "\"}"))
                   : fault::none();
    });
    const auto run = makeRun();
    run->signIn.start();
    QTRY_COMPARE(run->ends(), 1);
    QCOMPARE(run->failure().error, SignInError::Refused);
    QCOMPARE(run->failure().words, u"[token removed]|[token removed]|[token removed]"_s);
}

void TestSignIn::cancelled()
{
    const auto early = makeRun();
    early->signIn.cancel();
    early->signIn.start();
    QCOMPARE(early->ends(), 0);
    QTRY_COMPARE(early->ends(), 1);
    QCOMPARE(early->failure().error, SignInError::Cancelled);
    QVERIFY(early->address.isEmpty());

    const auto waiting = makeRun();
    waiting->opensBrowser = false;
    waiting->signIn.start();
    waiting->signIn.cancel();
    waiting->signIn.cancel();
    waiting->browser.open(waiting->address); // too late
    QTRY_COMPARE(waiting->browser.pages().size(), 1U);
    QCOMPARE(waiting->ends(), 1);
    QCOMPARE(waiting->failure().error, SignInError::Cancelled);
    QCOMPARE(m_proxy->count("POST"), 0);

    const auto asking = makeRun();
    m_proxy->setRule([&asking](const tests::ReceivedRequest &request) {
        if (request.method() == "POST") {
            asking->signIn.cancel();
        }
        return fault::none();
    });
    asking->signIn.start();
    QTRY_COMPARE(asking->ends(), 1);
    QCOMPARE(asking->failure().error, SignInError::Cancelled);
    m_proxy->setRule({});

    const auto done = makeRun();
    done->signIn.start();
    QTRY_COMPARE(done->ends(), 1);
    done->signIn.cancel();
    QCOMPARE(done->succeeded.size(), 1);
    QCOMPARE(asking->ends(), 1); // its answer came long ago
    QCOMPARE(done->ends(), 1);
}

void TestSignIn::destroyed()
{
    auto waiting = makeRun();
    waiting->opensBrowser = false;
    waiting->signIn.start();
    waiting.reset();

    auto asking = makeRun();
    m_proxy->setRule([&asking](const tests::ReceivedRequest &request) {
        if (request.method() == "POST") {
            asking.reset();
        }
        return fault::none();
    });
    asking->signIn.start();
    QTRY_VERIFY(!asking);
    m_proxy->setRule({});

    auto ending = std::make_unique<SignIn>(m_app, OAuthAddresses::of(m_proxy->url()), m_clock);
    tests::Browser browser;
    ending->setPorts({0});
    connect(ending.get(), &SignIn::browserNeeded, this,
            [&browser](const QUrl &address) { browser.open(address); });
    connect(ending.get(), &SignIn::succeeded, this, [&ending] { ending.reset(); });
    ending->start();
    QTRY_VERIFY(!ending);
    QTRY_COMPARE(browser.pages().size(), 1U);
}

void TestSignIn::onlyWhereTheSecretMayGo()
{
    SignInRun run(m_app, QUrl(u"http://hubspot.example"_s), m_clock);
    run.signIn.start();
    QTRY_COMPARE(run.ends(), 1);
    QCOMPARE(run.failure().error, SignInError::NotReached);
    QVERIFY(run.failure().words.contains(u"may not go"_s));
    QVERIFY(run.address.isEmpty());
}

TEST_MAIN(QCoreApplication, TestSignIn)
#include "tst_signin.moc"
