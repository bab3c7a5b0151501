#include "app/api/batch.h"
#include "app/api/transport.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "tests/support/tlsfiles.h"

#include <QSignalSpy>
#include <QSslConfiguration>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using api::ErrorKind;
using tests::Script;
using tests::ScriptedServer;

namespace {

const QByteArray token = "pat-na1-0123456789abcdef";
const QByteArray json = R"({"status":"COMPLETE","results":[]})";
constexpr api::Timeouts patient{20s, 40s, 20s};
constexpr api::Timeouts impatient{400ms, 1200ms};

api::Request post()
{
    return {"POST", "/crm/write", R"({"inputs":[]})"};
}

api::Request get()
{
    return {"GET", "/crm/read?a=b%20c", {}};
}

/// The reply of one request, in no more time than its total deadline and some.
api::Reply replyOf(api::Transport &transport, const QUrl &server, const api::Request &request)
{
    api::Job *job = transport.send({server, token}, request);
    QSignalSpy finished(job, &api::Job::finished);
    if (finished.count() != 0 || !finished.wait(60'000)) {
        return {};
    }
    return finished.front().front().value<api::Reply>();
}

QSslConfiguration selfSigned()
{
    return tests::serverTls(u"self-signed"_s);
}

} // namespace

Q_DECLARE_METATYPE(Script)
Q_DECLARE_METATYPE(api::ErrorKind)
Q_DECLARE_METATYPE(api::Timeouts)

class TestTransport : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void sendsWhatItShould();
    void answers_data();
    void answers();
    void faults_data();
    void faults();
    void hasTwoDeadlines();
    void aWriteNeverMeetsAnOldConnection_data();
    void aWriteNeverMeetsAnOldConnection();
    void redirects_data();
    void redirects();
    void cutsTheTokenOut_data();
    void cutsTheTokenOut();
    void cutsATokenInTwo();
    void refusesToSend_data();
    void refusesToSend();
    void noServer();
    void noSuchHost();
    void tls_data();
    void tls();
    void tlsThatIsTrusted();
    void cancelsBeforeAnythingLeft();
    void cancelsAWriteUnderWay();
    void cancelsARead();
    void cancelsNothing();
    void survivesItsEnd_data();
    void survivesItsEnd();
    void manyAtOnce();
    void keepsNoCookies();
};

void TestTransport::sendsWhatItShould()
{
    ScriptedServer server({tests::script::answer(200, json)});
    api::Transport transport;
    QCOMPARE(replyOf(transport, server.url(), post()).body, json);
    QCOMPARE(replyOf(transport, server.url(), get()).body, json);
    QCOMPARE(server.requests().size(), 2U);
    const auto &write = server.requests().front();
    QCOMPARE(write.method(), "POST");
    QCOMPARE(write.target(), "/crm/write");
    QCOMPARE(write.body, post().body);
    const auto &read = server.requests().back();
    QCOMPARE(read.method(), "GET");
    QCOMPARE(read.target(), "/crm/read?a=b%20c");
    QCOMPARE(read.body, "");
    for (const auto &request : server.requests()) {
        QCOMPARE(request.header("authorization"), "Bearer " + token);
        QCOMPARE(request.header("content-type"), "application/json");
        QCOMPARE(request.header("accept"), "application/json");
        QCOMPARE(request.header("user-agent"), "AssociationLimits/" ASSOCIATION_LIMITS_VERSION);
        QCOMPARE(request.header("host"), "127.0.0.1:" + QByteArray::number(server.port()));
        QVERIFY(!request.head.contains("Upgrade"));
    }
}

void TestTransport::answers_data()
{
    using namespace tests::script;
    QTest::addColumn<Script>("script");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const QByteArray big = '"' + QByteArray(5'000'000, 'x') + '"';

    for (const int status : {200, 201, 207, 400, 403, 404, 409, 422, 423, 429, 437, 477, 500, 502,
                             503, 504, 521, 524}) {
        QTest::addRow("%d", status) << answer(status, json) << status << json;
    }
    QTest::newRow("204") << Script{awaitRequest(), send("HTTP/1.1 204 No Content\r\n\r\n")} << 204
                         << QByteArray();
    QTest::newRow("empty") << answer(200, {}) << 200 << QByteArray();
    QTest::newRow("chunked") << chunked(200, {"{\"a\"", ":1}"}) << 200 << QByteArray("{\"a\":1}");
    QTest::newRow("dripped") << dripped(message(200, {}, json), 1ms, 7) << 200 << json;
    QTest::newRow("gzip") << answer(200, gzip(json), {{"Content-Encoding", "gzip"}}) << 200 << json;
    QTest::newRow("5 MB") << answer(200, big) << 200 << big;
    QTest::newRow("5 MB gzip") << answer(200, gzip(big), {{"Content-Encoding", "gzip"}}) << 200
                               << big;
    QTest::newRow("invalid UTF-8")
        << answer(200, "\"\xff\xfe\"") << 200 << QByteArray("\"\xff\xfe\"");
    QTest::newRow("latin-1") << answer(200, "\"\xe4\"",
                                       {{"Content-Type", "application/json; charset=latin1"}})
                             << 200 << QByteArray("\"\xe4\"");
    QTest::newRow("HTML") << answer(502, "<html>", {{"Content-Type", "text/html"}}) << 502
                          << QByteArray("<html>");
    // Qt answers a challenge by asking for credentials, and some by sending again.
    for (const QByteArray challenge : {"Bearer realm=\"x\"", "Basic realm=\"x\"",
                                       "Digest realm=\"x\", nonce=\"y\"", "NTLM", "Negotiate"}) {
        QTest::addRow("401 %s", challenge.constData())
            << answer(401, json, {{"WWW-Authenticate", challenge}}) << 401 << json;
    }
    QTest::newRow("401 bare") << answer(401, json) << 401 << json;
}

void TestTransport::answers()
{
    QFETCH(Script, script);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    for (const api::Request &request : {post(), get()}) {
        ScriptedServer server({script});
        api::Transport transport;
        transport.setTimeouts(patient);
        const api::Reply reply = replyOf(transport, server.url(), request);
        QCOMPARE(reply.failureText, QString());
        QVERIFY(!reply.failure);
        QCOMPARE(reply.httpStatus, status);
        QCOMPARE(reply.body.size(), body.size());
        QCOMPARE(reply.body, body);
        QCOMPARE(server.requests().size(), 1U);
    }
}

void TestTransport::faults_data()
{
    using namespace tests::script;
    QTest::addColumn<Script>("script");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("unknown");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("seen");
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    const QByteArray big(10'000'000, 'x');

    QTest::newRow("closes before the request")
        << closesBeforeRequest() << ErrorKind::ConnectionLost << true << 0 << 0;
    QTest::newRow("closes after the head")
        << Script{awaitHead(), close()} << ErrorKind::ConnectionLost << true << 0 << 1;
    QTest::newRow("closes after the request")
        << closesAfterRequest() << ErrorKind::ConnectionLost << true << 0 << 1;
    QTest::newRow("resets after the request")
        << resetsAfterRequest() << ErrorKind::ConnectionLost << true << 0 << 1;
    QTest::newRow("resets within the request")
        << Script{awaitBytes(20), reset()} << ErrorKind::ConnectionLost << true << 0 << 1;
    QTest::newRow("hangs") << hangs() << ErrorKind::TimedOut << true << 0 << 1;
    QTest::newRow("hangs within the head")
        << Script{awaitRequest(), send(head), hang()} << ErrorKind::TimedOut << true << 0 << 1;
    QTest::newRow("hangs within the body")
        << Script{awaitRequest(), send(head + "Content-Length: 100\r\n\r\n{\"a\""), hang()}
        << ErrorKind::TimedOut << true << 200 << 1;
    QTest::newRow("drips for ever") << dripped(message(200, {}, QByteArray(100'000, ' ')), 20ms)
                                    << ErrorKind::TimedOut << true << 0 << 1;
    QTest::newRow("drips a body for ever")
        << Script{awaitRequest(), send(head + "Content-Length: 100000\r\n\r\n"),
                  drip(QByteArray(100'000, ' '), 20ms)}
        << ErrorKind::TimedOut << true << 200 << 1;
    QTest::newRow("truncated") << truncated(200, json, 10) << ErrorKind::Truncated << true << 200
                               << 1;
    QTest::newRow("truncated before the body")
        << truncated(200, {}, 10) << ErrorKind::Truncated << true << 200 << 1;
    QTest::newRow("truncated 404")
        << truncated(404, json, 10) << ErrorKind::Truncated << true << 404 << 1;
    QTest::newRow("truncated 500")
        << truncated(500, json, 10) << ErrorKind::Truncated << true << 500 << 1;
    QTest::newRow("truncated within a chunk")
        << Script{awaitRequest(), send(head + "Transfer-Encoding: chunked\r\n\r\n20\r\n{\"a\""),
                  close()}
        << ErrorKind::Truncated << true << 200 << 1;
    QTest::newRow("truncated between chunks")
        << Script{awaitRequest(),
                  send(head + "Transfer-Encoding: chunked\r\n\r\n7\r\n{\"a\":1}\r\n"), close()}
        << ErrorKind::Truncated << true << 200 << 1;
    QTest::newRow("reset within the body")
        << Script{awaitRequest(), send(head + "Content-Length: 100\r\n\r\n{\"a\""), pause(50ms),
                  reset()}
        << ErrorKind::Truncated << true << 200 << 1;
    QTest::newRow("closed within the head")
        << Script{awaitRequest(), send("HTTP/1.1 200 OK\r\nContent-"), close()}
        << ErrorKind::ConnectionLost << true << 0 << 1;
    QTest::newRow("10 MB") << answer(200, big) << ErrorKind::AnswerTooLarge << true << 200 << 1;
    QTest::newRow("10 MB chunked")
        << chunked(200, {big}) << ErrorKind::AnswerTooLarge << true << 200 << 1;
    QTest::newRow("gzip bomb") << answer(200, gzip(QByteArray(20'000'000, ' ')),
                                         {{"Content-Encoding", "gzip"}})
                               << ErrorKind::AnswerTooLarge << true << 200 << 1;
    QTest::newRow("not gzip") << answer(200, json, {{"Content-Encoding", "gzip"}})
                              << ErrorKind::Truncated << true << 200 << 1;
    // Qt 6.4.2 tells an answer that is not HTTP from no answer by no sign.
    QTest::newRow("garbage") << garbage("SSH-2.0-OpenSSH_9.2p1\r\n") << ErrorKind::ConnectionLost
                             << true << 0 << 1;
    QTest::newRow("binary garbage") << garbage(QByteArray(300, '\x80') + "\r\n\r\n")
                                    << ErrorKind::ConnectionLost << true << 0 << 1;
    QTest::newRow("garbage status")
        << garbage("HTTP/1.1 two hundred\r\n\r\n") << ErrorKind::ConnectionLost << true << 0 << 1;
    QTest::newRow("garbage, kept open")
        << Script{awaitRequest(), send("SSH-2.0-OpenSSH_9.2p1\r\n\r\n"), hang()}
        << ErrorKind::ConnectionLost << true << 0 << 1;
    QTest::newRow("a chunk without a size")
        << Script{awaitRequest(), send(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"), hang()}
        << ErrorKind::TimedOut << true << 200 << 1;
    QTest::newRow("304") << answer(304, {}) << ErrorKind::Redirected << true << 304 << 1;
    QTest::newRow("300 without an address")
        << answer(300, {}) << ErrorKind::Redirected << true << 300 << 1;
}

void TestTransport::faults()
{
    QFETCH(Script, script);
    QFETCH(ErrorKind, kind);
    QFETCH(bool, unknown);
    QFETCH(int, status);
    QFETCH(int, seen);
    for (const api::Request &request : {post(), get()}) {
        ScriptedServer server({script});
        api::Transport transport;
        transport.setTimeouts(kind == ErrorKind::TimedOut ? impatient : patient);
        const api::Reply reply = replyOf(transport, server.url(), request);
        QVERIFY(reply.failure);
        QCOMPARE(*reply.failure, kind);
        QCOMPARE(api::outcomeUnknown(*reply.failure), unknown);
        QCOMPARE(reply.httpStatus, status);
        QVERIFY(!reply.failureText.contains("://"_L1));
        QVERIFY(reply.body.size() <= 8 * 1024 * 1024);
        QCOMPARE(server.requests().size(), std::size_t(seen));
    }
}

void TestTransport::hasTwoDeadlines()
{
    using namespace tests::script;
    api::Transport transport;
    ScriptedServer silent({hangs()});
    transport.setTimeouts({300ms, 50s});
    QCOMPARE(replyOf(transport, silent.url(), post()).failure, ErrorKind::TimedOut);

    ScriptedServer dripping(
        {{awaitRequest(), send("HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n"),
          drip(QByteArray(99'999, ' '), 20ms)}});
    transport.setTimeouts({50s, 1s});
    const api::Reply slow = replyOf(transport, dripping.url(), post());
    QCOMPARE(slow.failure, ErrorKind::TimedOut);
    QVERIFY(!slow.body.isEmpty());

    // What comes slowly and steadily outlives the idle deadline.
    ScriptedServer steady({{awaitRequest(), send("HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n"),
                            drip(QByteArray(30, ' '), 100ms)}});
    transport.setTimeouts({2s, 50s});
    QCOMPARE(replyOf(transport, steady.url(), post()).body.size(), 30);
}

void TestTransport::aWriteNeverMeetsAnOldConnection_data()
{
    using namespace tests::script;
    QTest::addColumn<Script>("first");
    const QByteArray whole = message(200, {}, json);
    QTest::newRow("kept open") << answer(200, json);
    QTest::newRow("closed at once") << Script{awaitRequest(), send(whole), close()};
    QTest::newRow("closed soon") << Script{awaitRequest(), send(whole), pause(2ms), close()};
    QTest::newRow("reset soon") << Script{awaitRequest(), send(whole), pause(2ms), reset()};
    QTest::newRow("closed when used again")
        << Script{awaitRequest(), send(whole), awaitBytes(1 << 20), close()};
}

void TestTransport::aWriteNeverMeetsAnOldConnection()
{
    QFETCH(Script, first);
    ScriptedServer server({first});
    api::Transport transport;
    transport.setTimeouts(patient);
    for (int i = 0; i < 10; ++i) {
        const api::Reply reply = replyOf(transport, server.url(), post());
        QVERIFY2(!reply.failure, qPrintable(reply.failureText));
        QCOMPARE(reply.body, json);
    }
    QCOMPARE(server.count("POST"), 10);
    QCOMPARE(server.connectionCount(), 10);
}

void TestTransport::redirects_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("otherOrigin");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d to the same origin", status) << status << false;
        QTest::addRow("%d to another origin", status) << status << true;
    }
}

void TestTransport::redirects()
{
    QFETCH(int, status);
    QFETCH(bool, otherOrigin);
    ScriptedServer other({tests::script::answer(200, json)});
    for (const api::Request &request : {post(), get()}) {
        QUrl target(u"/elsewhere"_s);
        if (otherOrigin) {
            target = other.url().resolved(target);
        }
        ScriptedServer server({tests::script::redirect(status, target)});
        api::Transport transport;
        const api::Reply reply = replyOf(transport, server.url(), request);
        QCOMPARE(reply.failure, ErrorKind::Redirected);
        QCOMPARE(reply.httpStatus, status);
        QVERIFY(!reply.failureText.contains("://"_L1));
        QCOMPARE(server.requests().size(), 1U);
    }
    QCOMPARE(other.connectionCount(), 0);
}

void TestTransport::cutsTheTokenOut_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("spelling");
    QTest::newRow("as it is") << token << token;
    QTest::newRow("as JSON") << QByteArray("a/b\"c") << QByteArray(R"(a\/b\"c)");
    QTest::newRow("as a URL") << QByteArray("a/b+c==") << QByteArray("a%2Fb%2Bc%3D%3D");
}

void TestTransport::cutsTheTokenOut()
{
    QFETCH(QByteArray, secret);
    QFETCH(QByteArray, spelling);
    ScriptedServer server(
        {{tests::script::awaitRequest(),
          tests::script::send("HTTP/1.1 400 " + spelling + "\r\nX-Echo: Bearer " + spelling +
                              "\r\nContent-Length: " + QByteArray::number(2 * spelling.size() + 1) +
                              "\r\n\r\n" + spelling + ' ' + spelling)}});
    api::Transport transport;
    QSignalSpy finished(transport.send({server.url(), secret}, post()), &api::Job::finished);
    QTRY_COMPARE(finished.count(), 1);
    const auto reply = finished.front().front().value<api::Reply>();
    QVERIFY(!reply.failure);
    QCOMPARE(reply.body, "[token removed] [token removed]");
    QCOMPARE(reply.header("x-echo"), "Bearer [token removed]");
    QCOMPARE(reply.reasonPhrase, "[token removed]");
}

void TestTransport::cutsATokenInTwo()
{
    ScriptedServer server({tests::script::truncated(200, "Bearer " + token.chopped(3), 100)});
    api::Transport transport;
    const api::Reply reply = replyOf(transport, server.url(), post());
    QCOMPARE(reply.failure, ErrorKind::Truncated);
    QCOMPARE(reply.body, "Bearer [token removed]");
}

void TestTransport::refusesToSend_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QString>("base"); // with %1 for the server's port
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    const QString local = u"http://127.0.0.1:%1"_s;
    QTest::newRow("no token") << QByteArray() << local << QByteArray("GET") << QByteArray("/a")
                              << QByteArray();
    for (const QByteArray secret : {"a b", "a\r\nX: y", "\xc3\xa4", "a\x7f", " a", "a\n"}) {
        QTest::addRow("token %s", secret.toHex().constData())
            << secret << local << QByteArray("GET") << QByteArray("/a") << QByteArray();
    }
    for (const QString &base : {u"http://0.0.0.0:%1"_s, u"http://example.com:%1"_s,
                                u"ftp://127.0.0.1:%1"_s, u"http://u:p@127.0.0.1:%1"_s,
                                u"http://127.0.0.1:%1/path"_s, u"127.0.0.1:%1"_s, QString()}) {
        QTest::addRow("base %s", qPrintable(base))
            << token << base << QByteArray("GET") << QByteArray("/a") << QByteArray();
    }
    for (const QByteArray path :
         {"", "a", "@example.com/", ".example.com/", ":1/", "/a b", "/a\r\nX: y", "/a#b", "/../a",
          "/a/./b", "/a\\b", "/%", "/\xc3\xa4"}) {
        QTest::addRow("path %s", path.toPercentEncoding().constData())
            << token << local << QByteArray("GET") << path << QByteArray();
    }
    QTest::newRow("GET with a body")
        << token << local << QByteArray("GET") << QByteArray("/a") << QByteArray("{}");
    QTest::newRow("POST without a body")
        << token << local << QByteArray("POST") << QByteArray("/a") << QByteArray();
    QTest::newRow("DELETE") << token << local << QByteArray("DELETE") << QByteArray("/a")
                            << QByteArray();
}

void TestTransport::refusesToSend()
{
    QFETCH(QByteArray, secret);
    QFETCH(QString, base);
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    ScriptedServer server({tests::script::answer(200, json)});
    api::Transport transport;
    const QUrl url(base.contains(u'%') ? base.arg(server.port()) : base);
    QSignalSpy finished(transport.send({url, secret}, {method, path, body}), &api::Job::finished);
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(finished.count(), 1);
    const auto reply = finished.front().front().value<api::Reply>();
    QCOMPARE(reply.failure, ErrorKind::InvalidRequest);
    QCOMPARE(reply.httpStatus, 0);
    QVERIFY(!reply.failureText.isEmpty());
    QCOMPARE(server.connectionCount(), 0);
}

void TestTransport::noServer()
{
    QUrl url;
    {
        ScriptedServer server({tests::script::hangs()});
        url = server.url();
    }
    api::Transport transport;
    const api::Reply reply = replyOf(transport, url, post());
    QCOMPARE(reply.failure, ErrorKind::ConnectionRefused);
    QCOMPARE(reply.failureText, u"Connection refused"_s);
    QVERIFY(!api::outcomeUnknown(*reply.failure));
}

void TestTransport::noSuchHost()
{
    api::Transport transport;
    // ".invalid" is kept free of names for good (RFC 6761).
    const api::Reply reply = replyOf(transport, QUrl(u"https://limits.invalid"_s), post());
    QCOMPARE(reply.failure, ErrorKind::HostNotFound);
    QVERIFY(!api::outcomeUnknown(*reply.failure));
}

void TestTransport::tls_data()
{
    QTest::addColumn<bool>("speaksTls");
    QTest::addColumn<Script>("script");
    using namespace tests::script;
    QTest::newRow("self-signed") << true << answer(200, json);
    QTest::newRow("plain HTTP") << false
                                << Script{awaitBytes(1), send(message(200, {}, json)), close()};
    QTest::newRow("closes within the handshake") << false << Script{awaitBytes(1), close()};
    QTest::newRow("hangs within the handshake") << false << Script{awaitBytes(1), hang()};
    QTest::newRow("resets within the handshake") << false << Script{awaitBytes(1), reset()};
}

void TestTransport::tls()
{
    QFETCH(bool, speaksTls);
    QFETCH(Script, script);
    const auto server =
        speaksTls ? std::make_unique<ScriptedServer>(std::vector<Script>{script}, selfSigned())
                  : std::make_unique<ScriptedServer>(std::vector<Script>{script});
    QUrl url = server->url();
    url.setScheme(u"https"_s);
    api::Transport transport;
    transport.setTimeouts({1s, 2s});
    const api::Reply reply = replyOf(transport, url, post());
    QVERIFY(reply.failure);
    QCOMPARE(*reply.failure, script.back().kind == tests::Step::Kind::Hang
                                 ? ErrorKind::ConnectionRefused
                                 : ErrorKind::Tls);
    QCOMPARE(reply.httpStatus, 0);
    QVERIFY(!reply.failureText.contains("://"_L1));
    for (const auto &request : server->requests()) {
        QVERIFY(!request.bytes.contains(token));
    }
    QCOMPARE(server->count("POST"), 0);
}

void TestTransport::tlsThatIsTrusted()
{
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    const auto restore =
        qScopeGuard([before] { QSslConfiguration::setDefaultConfiguration(before); });
    QSslConfiguration trusting = before;
    trusting.addCaCertificate(selfSigned().localCertificate());
    QSslConfiguration::setDefaultConfiguration(trusting);

    for (const api::Request &request : {post(), get()}) {
        ScriptedServer server({tests::script::answer(200, json)}, selfSigned());
        api::Transport transport;
        transport.setTimeouts(patient);
        QCOMPARE(replyOf(transport, server.url(), request).body, json);

        ScriptedServer closing({tests::script::closesAfterRequest()}, selfSigned());
        const api::Reply lost = replyOf(transport, closing.url(), request);
        QCOMPARE(lost.failure, ErrorKind::ConnectionLost);
        QCOMPARE(closing.requests().size(), 1U);
    }
}

void TestTransport::cancelsBeforeAnythingLeft()
{
    ScriptedServer server({tests::script::answer(200, json)});
    api::Transport transport;
    api::Job *job = transport.send({server.url(), token}, post());
    QSignalSpy finished(job, &api::Job::finished);
    job->cancel();
    job->cancel();
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.front().front().value<api::Reply>().failure, ErrorKind::Cancelled);
    QCOMPARE(server.count("POST"), 0);
}

void TestTransport::cancelsAWriteUnderWay()
{
    ScriptedServer server({tests::script::hangs()});
    api::Transport transport;
    QPointer<api::Job> job = transport.send({server.url(), token}, post());
    QSignalSpy finished(job, &api::Job::finished);
    QTRY_COMPARE(server.count("POST"), 1);
    job->cancel();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.front().front().value<api::Reply>().failure, ErrorKind::ConnectionLost);
    QTRY_VERIFY(!job);
    QCOMPARE(finished.count(), 1);
}

void TestTransport::cancelsARead()
{
    ScriptedServer server({tests::script::hangs()});
    api::Transport transport;
    api::Job *job = transport.send({server.url(), token}, get());
    QSignalSpy finished(job, &api::Job::finished);
    QTRY_COMPARE(server.count("GET"), 1);
    job->cancel();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.front().front().value<api::Reply>().failure, ErrorKind::Cancelled);
}

void TestTransport::cancelsNothing()
{
    api::Transport transport;
    api::Job *job = transport.send({}, post());
    QSignalSpy finished(job, &api::Job::finished);
    job->cancel();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished.front().front().value<api::Reply>().failure, ErrorKind::InvalidRequest);
}

void TestTransport::survivesItsEnd_data()
{
    QTest::addColumn<bool>("inReceiver");
    QTest::newRow("while a job is under way") << false;
    QTest::newRow("within finished") << true;
}

void TestTransport::survivesItsEnd()
{
    QFETCH(bool, inReceiver);
    ScriptedServer server(
        {tests::script::hangs(), tests::script::hangs(), tests::script::answer(200, json)});
    auto transport = std::make_unique<api::Transport>();
    int finished = 0;
    const auto send = [&](const api::Request &request) {
        connect(transport->send({server.url(), token}, request), &api::Job::finished, this, [&] {
            ++finished;
            transport.reset();
        });
    };
    send(post());
    send(get());
    QTRY_COMPARE(server.requests().size(), 2U);
    if (inReceiver) {
        send(post());
        QTRY_VERIFY(!transport);
        QCOMPARE(finished, 1);
    } else {
        transport.reset();
        QCOMPARE(finished, 0);
    }
}

void TestTransport::manyAtOnce()
{
    ScriptedServer server({tests::script::answer(200, json)});
    api::Transport transport;
    int answered = 0;
    for (int i = 0; i < 20; ++i) {
        connect(transport.send({server.url(), token}, i % 2 == 0 ? post() : get()),
                &api::Job::finished, this,
                [&answered](const api::Reply &reply) { answered += reply.body == json ? 1 : 0; });
    }
    QTRY_COMPARE(answered, 20);
    QCOMPARE(server.count("POST"), 10);
    QCOMPARE(server.count("GET"), 10);
    QVERIFY(transport.findChildren<api::Job *>().size() <= 20);
    QTRY_COMPARE(transport.findChildren<api::Job *>().size(), 0);
}

void TestTransport::keepsNoCookies()
{
    ScriptedServer server({tests::script::answer(200, json, {{"Set-Cookie", "a=b; Path=/"}})});
    api::Transport transport;
    for (int i = 0; i < 2; ++i) {
        const api::Reply reply = replyOf(transport, server.url(), get());
        QVERIFY(!reply.failure);
        QVERIFY(reply.header("set-cookie").isEmpty());
        QVERIFY(!reply.header("content-type").isEmpty());
    }
    for (const auto &request : server.requests()) {
        QVERIFY(request.header("cookie").isEmpty());
    }
}

TEST_MAIN(QCoreApplication, TestTransport)

#include "tst_transport.moc"
