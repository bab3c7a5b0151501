#include "app/api/transport.h"
#include "app/api/trust.h"
#include "tests/support/connectproxy.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "tests/support/tlsfiles.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

// How the transport reaches a server: proxies, trust, the time a connection may take.

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using api::ErrorKind;
using api::NetworkSettings;
using api::Proxy;
using tests::ConnectProxy;
using tests::Script;
using tests::ScriptedServer;
namespace script = tests::script;
using SettingsErrorKind = api::NetworkSettingsError::Kind;

namespace {

const QByteArray token = "pat-na1-0123456789abcdef";
const QByteArray json = R"({"status":"COMPLETE","results":[]})";
/// A name the server's certificate is for and that no one resolves (RFC 6761): only a proxy gets
/// there.
const QUrl behindProxy(u"https://limits.invalid"_s);
constexpr api::Timeouts patient{20s, 40s, 20s};

const std::vector<api::Request> &bothRequests()
{
    static const std::vector<api::Request> both{{"POST", "/crm/write", R"({"inputs":[]})"},
                                                {"GET", "/crm/read", {}}};
    return both;
}

NetworkSettings trustingTheTests(const Proxy &proxy = {.use = Proxy::Use::None})
{
    return {.timeouts = patient, .proxy = proxy, .caFile = tests::tlsFile(u"authority.pem"_s)};
}

Proxy own(quint16 port, const QString &user = {}, const QString &password = {})
{
    return {Proxy::Use::Own, u"127.0.0.1"_s, port, user, password};
}

api::Reply replyOf(api::Transport &transport, const QUrl &server, const api::Request &request)
{
    QSignalSpy finished(transport.send({server, token}, request), &api::Job::finished);
    return finished.wait(60'000) ? finished.front().front().value<api::Reply>() : api::Reply();
}

QStringList &logged()
{
    static QStringList lines;
    return lines;
}

void keepLine(QtMsgType, const QMessageLogContext &, const QString &line)
{
    logged().append(line);
}

/// Everything anybody logs, Qt included.
class WholeLog
{
public:
    WholeLog()
        : m_before(qInstallMessageHandler(keepLine))
    {
        logged().clear();
        QLoggingCategory::setFilterRules(u"*=true"_s);
    }
    ~WholeLog()
    {
        QLoggingCategory::setFilterRules({});
        qInstallMessageHandler(m_before);
    }
    Q_DISABLE_COPY_MOVE(WholeLog)

private:
    QtMessageHandler m_before;
};

/// A server that takes no connections: the queue of those it should accept is full.
class FullServer
{
public:
    FullServer()
    {
        m_server.setListenBacklogSize(1);
        if (!m_server.listen(QHostAddress::LocalHost)) {
            qFatal("cannot listen");
        }
        m_server.pauseAccepting();
        do {
            m_fillers.push_back(std::make_unique<QTcpSocket>());
            m_fillers.back()->setProxy(QNetworkProxy::NoProxy);
            m_fillers.back()->connectToHost(m_server.serverAddress(), m_server.serverPort());
        } while (m_fillers.back()->waitForConnected(300) && m_fillers.size() < 100);
    }
    [[nodiscard]] bool isFull() const { return m_fillers.size() < 100; }
    [[nodiscard]] QUrl url() const
    {
        return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
    }

private:
    QTcpServer m_server;
    std::vector<std::unique_ptr<QTcpSocket>> m_fillers;
};

} // namespace

Q_DECLARE_METATYPE(api::NetworkSettingsError::Kind)
Q_DECLARE_METATYPE(std::optional<api::Proxy>)
Q_DECLARE_METATYPE(tests::ConnectProxy::Manner)

class TestTransportSettings : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void proxyTexts_data();
    void proxyTexts();
    void wrongSettingsChangeNothing_data();
    void wrongSettingsChangeNothing();
    void theSystemIsTrustedAsWell();
    void trust_data();
    void trust();
    void ownProxy_data();
    void ownProxy();
    void aProxyThatRefuses_data();
    void aProxyThatRefuses();
    void theSystemsProxy();
    void loopbackHasNoProxy();
    void noConnection_data();
    void noConnection();
    void aConnectionThatStands_data();
    void aConnectionThatStands();
    void answerCap();
};

void TestTransportSettings::proxyTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::optional<Proxy>>("proxy");
    QTest::addColumn<QString>("written");
    const auto row = [](const QString &text, const std::optional<Proxy> &proxy,
                        const QString &written = {}) {
        QTest::addRow("'%s'", qPrintable(text)) << text << proxy << written;
    };
    row({}, Proxy{}, u"system"_s);
    row(u"system"_s, Proxy{}, u"system"_s);
    row(u" None "_s, Proxy{.use = Proxy::Use::None}, u"none"_s);
    row(u"proxy.example.com:8080"_s, Proxy{Proxy::Use::Own, u"proxy.example.com"_s, 8080, {}, {}},
        u"proxy.example.com:8080"_s);
    row(u"http://127.0.0.1:3128/"_s, own(3128), u"127.0.0.1:3128"_s);
    row(u"[::1]:80"_s, Proxy{Proxy::Use::Own, u"::1"_s, 80, {}, {}}, u"[::1]:80"_s);
    for (const QString &text :
         {u"proxy"_s, u"proxy:"_s, u"proxy:0"_s, u"proxy:65536"_s, u":80"_s, u"proxy:80/path"_s,
          u"user:secret@proxy:80"_s, u"user@proxy:80"_s, u"socks5://proxy:80"_s,
          u"https://proxy:80"_s, u"proxy:80?a"_s, u"proxy:80#a"_s, u"a b:80"_s}) {
        row(text, std::nullopt);
    }
}

void TestTransportSettings::proxyTexts()
{
    QFETCH(QString, text);
    QFETCH(std::optional<Proxy>, proxy);
    QFETCH(QString, written);
    const std::optional<Proxy> parsed = api::parseProxy(text);
    QCOMPARE(parsed.has_value(), proxy.has_value());
    if (parsed) {
        QVERIFY(*parsed == *proxy);
        QCOMPARE(api::toText(*parsed), written);
    }
}

void TestTransportSettings::wrongSettingsChangeNothing_data()
{
    QTest::addColumn<QByteArray>("content"); // of the CA file; null: no such file
    QTest::addColumn<SettingsErrorKind>("kind");
    const auto bytesOf = [](const QString &name) {
        QFile file(tests::tlsFile(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray good = bytesOf(u"unknown.pem"_s);
    QTest::newRow("no file") << QByteArray() << SettingsErrorKind::CaFileUnreadable;
    QTest::newRow("empty") << QByteArray("") << SettingsErrorKind::CaFileNotPem;
    QTest::newRow("text") << QByteArray("Trust me.\n") << SettingsErrorKind::CaFileNotPem;
    QTest::newRow("a key") << bytesOf(u"unknown.key"_s) << SettingsErrorKind::CaFileNotPem;
    QTest::newRow("a certificate and a key")
        << good + bytesOf(u"unknown.key"_s) << SettingsErrorKind::CaFileNotPem;
    QTest::newRow("cut short") << good.first(good.size() / 2) << SettingsErrorKind::CaFileNotPem;
    QTest::newRow("a good and a broken one")
        << good + QByteArray(good).replace("MII", "AAA") << SettingsErrorKind::CaFileNotPem;
    QTest::newRow("too large") << good + QByteArray(2'000'000, '\n')
                               << SettingsErrorKind::CaFileNotPem;
}

void TestTransportSettings::wrongSettingsChangeNothing()
{
    QFETCH(QByteArray, content);
    QFETCH(SettingsErrorKind, kind);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ca.pem"_s);
    if (!content.isNull()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    ScriptedServer server({script::answer(200, json)}, tests::serverTls(u"server"_s));
    api::Transport transport;
    QVERIFY(transport.setNetworkSettings(trustingTheTests()).hasValue());
    const NetworkSettings before = transport.networkSettings();

    std::vector<std::pair<NetworkSettings, SettingsErrorKind>> wrong(6, {before, kind});
    wrong[0].first.caFile = path;
    wrong[1] = {before, SettingsErrorKind::CaFileUnreadable};
    wrong[1].first.caFile = folder.path();
    wrong[2] = {before, SettingsErrorKind::ProxyIncomplete};
    wrong[2].first.proxy = {.use = Proxy::Use::Own, .host = u"proxy"_s};
    wrong[3] = {before, SettingsErrorKind::OutOfBounds};
    wrong[3].first.timeouts.connect = 0ms;
    wrong[4] = {before, SettingsErrorKind::OutOfBounds};
    wrong[4].first.answerCap = 0;
    wrong[5] = {before, SettingsErrorKind::ProxyMalformed};
    wrong[5].first.proxy = own(80);
    wrong[5].first.proxy.host = u"http://proxy"_s;
    for (const auto &[settings, expected] : wrong) {
        const auto set = transport.setNetworkSettings(settings);
        QVERIFY(!set);
        QCOMPARE(set.error().kind, expected);
        QVERIFY(!set.error().text.isEmpty());
        QVERIFY(transport.networkSettings() == before);
    }
    QCOMPARE(replyOf(transport, server.url(), bothRequests().front()).body, json);
}

void TestTransportSettings::theSystemIsTrustedAsWell()
{
    const auto configuration = api::trusting(tests::tlsFile(u"authority.pem"_s));
    QVERIFY(configuration.hasValue());
    const QList<QSslCertificate> trusted = configuration->caCertificates();
    const QList<QSslCertificate> systems = QSslConfiguration::systemCaCertificates();
    QVERIFY(!systems.isEmpty());
    QCOMPARE(trusted.size(), systems.size() + 1);
    QCOMPARE(trusted.first(systems.size()), systems);
    QCOMPARE(configuration->peerVerifyMode(), QSslSocket::AutoVerifyPeer);
}

void TestTransportSettings::trust_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("caFile");
    QTest::addColumn<bool>("trusted");
    QTest::newRow("with the authority") << u"server"_s << u"authority.pem"_s << true;
    QTest::newRow("without it") << u"server"_s << QString() << false;
    QTest::newRow("with another") << u"unknown"_s << u"authority.pem"_s << false;
    QTest::newRow("another host's") << u"elsewhere"_s << u"authority.pem"_s << false;
}

void TestTransportSettings::trust()
{
    QFETCH(QString, certificate);
    QFETCH(QString, caFile);
    QFETCH(bool, trusted);
    for (const api::Request &request : bothRequests()) {
        ScriptedServer server({script::answer(200, json)}, tests::serverTls(certificate));
        api::Transport transport;
        NetworkSettings settings = trustingTheTests();
        settings.caFile = caFile.isEmpty() ? QString() : tests::tlsFile(caFile);
        QVERIFY(transport.setNetworkSettings(settings).hasValue());
        const api::Reply reply = replyOf(transport, server.url(), request);
        if (trusted) {
            QVERIFY2(!reply.failure, qPrintable(reply.failureText));
            QCOMPARE(reply.body, json);
            QCOMPARE(server.requests().size(), size_t(1));
        } else {
            QCOMPARE(reply.failure, ErrorKind::Tls);
            QVERIFY(!reply.failureText.isEmpty());
            QCOMPARE(server.requests().size(), size_t(0)); // and so no token
        }
    }
}

void TestTransportSettings::ownProxy_data()
{
    QTest::addColumn<QByteArray>("asked");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("passes");
    QTest::newRow("open to all") << QByteArray() << QString() << QString() << true;
    QTest::newRow("open to all, with a password")
        << QByteArray() << u"ada"_s << u"correct horse"_s << true;
    QTest::newRow("password") << QByteArray("ada:correct horse") << u"ada"_s << u"correct horse"_s
                              << true;
    QTest::newRow("wrong password")
        << QByteArray("ada:correct horse") << u"ada"_s << u"battery staple"_s << false;
    QTest::newRow("no password") << QByteArray("ada:correct horse") << QString() << QString()
                                 << false;
}

void TestTransportSettings::ownProxy()
{
    QFETCH(QByteArray, asked);
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(bool, passes);
    for (const api::Request &request : bothRequests()) {
        ScriptedServer server({script::answer(200, json)}, tests::serverTls(u"server"_s));
        ConnectProxy proxy(server.port(), {.credentials = asked});
        api::Transport transport;
        const auto set =
            transport.setNetworkSettings(trustingTheTests(own(proxy.port(), user, password)));
        QVERIFY(set.hasValue());
        api::Reply reply;
        {
            const WholeLog log;
            reply = replyOf(transport, behindProxy, request);
        }
        QVERIFY(!logged().isEmpty()); // so the log is heard
        const QString said = logged().join(u'\n') + reply.failureText;
        const QByteArray basic = (user + u':' + password).toUtf8().toBase64();
        QVERIFY(password.isEmpty() || !said.contains(password));
        QVERIFY(!said.contains(QString::fromLatin1(basic)));
        QVERIFY(!said.contains(QString::fromLatin1(token)));

        if (passes) {
            QVERIFY2(!reply.failure, qPrintable(reply.failureText));
            QCOMPARE(reply.body, json);
            QCOMPARE(proxy.tunnelCount(), 1);
            QCOMPARE(server.requests().size(), size_t(1));
            QCOMPARE(server.requests().front().header("authorization"), "Bearer " + token);
            QVERIFY(server.requests().front().header("proxy-authorization").isEmpty());
        } else {
            QCOMPARE(reply.failure, ErrorKind::Proxy);
            QVERIFY(!reply.failureText.isEmpty());
            QCOMPARE(proxy.tunnelCount(), 0);
            QCOMPARE(server.connectionCount(), 0);
        }
        QVERIFY(!proxy.heads().empty() && proxy.heads().size() <= 3);
        for (const QByteArray &head : proxy.heads()) {
            QVERIFY(head.startsWith("CONNECT limits.invalid:443 HTTP/1.1\r\n"));
            QVERIFY(!head.contains(token));
        }
    }
}

void TestTransportSettings::aProxyThatRefuses_data()
{
    QTest::addColumn<ConnectProxy::Manner>("manner");
    QTest::addColumn<ErrorKind>("kind");
    using Manner = ConnectProxy::Manner;
    const QByteArray basic = QByteArray("ada:correct horse").toBase64();
    const auto row = [](const char *name, const Manner &manner, ErrorKind kind = ErrorKind::Proxy) {
        QTest::newRow(name) << manner << kind;
    };
    row("403", {.refusal = script::message(403, {}, json)});
    row("200 with a body is a tunnel to garbage", {.refusal = script::message(200, {}, json)},
        ErrorKind::Tls);
    row("404", {.refusal = script::message(404, {}, {})});
    row("503", {.refusal = script::message(503, {}, json)});
    row("redirect", {.refusal = script::message(302, {{"Location", "http://127.0.0.1:1/"}}, {})});
    row("tells the password",
        {.refusal = "HTTP/1.1 403 ada:correct horse " + basic + "\r\nX: correct horse " + basic +
                    "\r\nContent-Length: 13\r\n\r\ncorrect horse"});
    row("garbage", {.refusal = "SSH-2.0-nothing\r\n\r\n"});
    row("digest it cannot mean",
        {.refusal = script::message(407, {{"Proxy-Authenticate", "Unheard-Of realm=x"}}, {})});
    row("hangs", {.hangs = true}, ErrorKind::ConnectionRefused);
}

void TestTransportSettings::aProxyThatRefuses()
{
    QFETCH(ConnectProxy::Manner, manner);
    QFETCH(ErrorKind, kind);
    for (const api::Request &request : bothRequests()) {
        ScriptedServer server({script::answer(200, json)}, tests::serverTls(u"server"_s));
        ConnectProxy proxy(server.port(), manner);
        api::Transport transport;
        NetworkSettings settings =
            trustingTheTests(own(proxy.port(), u"ada"_s, u"correct horse"_s));
        settings.timeouts = {20s, 40s, manner.hangs ? 300ms : 20s};
        QVERIFY(transport.setNetworkSettings(settings).hasValue());
        api::Reply reply;
        {
            const WholeLog log;
            reply = replyOf(transport, behindProxy, request);
        }
        QVERIFY(reply.failure);
        QCOMPARE(*reply.failure, kind);
        QVERIFY(!api::outcomeUnknown(*reply.failure));
        QVERIFY(!reply.failureText.isEmpty());
        // Nothing of the proxy's own words comes further, so neither can the password.
        QVERIFY(reply.body.isEmpty() && reply.headers.empty() && reply.reasonPhrase.isEmpty());
        const QString said = logged().join(u'\n') + reply.failureText;
        QVERIFY(!said.contains(u"correct horse"_s));
        QVERIFY(!said.contains(QString::fromLatin1(QByteArray("ada:correct horse").toBase64())));
        QCOMPARE(server.connectionCount(), 0);
        for (const QByteArray &head : proxy.heads()) {
            QVERIFY(!head.contains(token));
        }
    }
}

void TestTransportSettings::theSystemsProxy()
{
    ScriptedServer server({script::answer(200, json)}, tests::serverTls(u"server"_s));
    ConnectProxy proxy(server.port(), {.credentials = "ada:correct horse"});
    ConnectProxy applications(server.port(), {});
    QNetworkProxy::setApplicationProxy(
        {QNetworkProxy::HttpProxy, u"127.0.0.1"_s, applications.port()});
    qputenv("https_proxy",
            "http://ada:correct%20horse@127.0.0.1:" + QByteArray::number(proxy.port()));
    const auto restore = qScopeGuard([] {
        QNetworkProxy::setApplicationProxy({});
        qunsetenv("https_proxy");
    });
    api::Transport transport;
    for (const api::Request &request : bothRequests()) {
        QVERIFY(transport.setNetworkSettings(trustingTheTests(Proxy{})).hasValue());
        const api::Reply reply = replyOf(transport, behindProxy, request);
        QVERIFY2(!reply.failure, qPrintable(reply.failureText));
        QCOMPARE(reply.body, json);

        QVERIFY(transport.setNetworkSettings(trustingTheTests()).hasValue());
        QCOMPARE(replyOf(transport, behindProxy, request).failure, ErrorKind::HostNotFound);
    }
    QCOMPARE(proxy.tunnelCount(), 2);
    QCOMPARE(server.requests().size(), size_t(2));
    QCOMPARE(applications.heads().size(), size_t(0));
}

void TestTransportSettings::loopbackHasNoProxy()
{
    ScriptedServer plain({script::answer(200, json)});
    ScriptedServer tls({script::answer(200, json)}, tests::serverTls(u"server"_s));
    ConnectProxy proxy(plain.port(), {});
    const QByteArray address = "http://127.0.0.1:" + QByteArray::number(proxy.port());
    qputenv("https_proxy", address);
    qputenv("http_proxy", address);
    const auto restore = qScopeGuard([] {
        qunsetenv("https_proxy");
        qunsetenv("http_proxy");
    });
    api::Transport transport;
    for (const Proxy &way : {Proxy{}, own(proxy.port())}) {
        QVERIFY(transport.setNetworkSettings(trustingTheTests(way)).hasValue());
        for (const api::Request &request : bothRequests()) {
            QCOMPARE(replyOf(transport, plain.url(), request).body, json);
            QCOMPARE(replyOf(transport, tls.url(), request).body, json);
        }
    }
    QCOMPARE(proxy.heads().size(), size_t(0));
}

void TestTransportSettings::noConnection_data()
{
    QTest::addColumn<bool>("full");
    QTest::newRow("nobody accepts it") << true;
    QTest::newRow("the handshake hangs") << false;
}

void TestTransportSettings::noConnection()
{
    QFETCH(bool, full);
    const FullServer fullServer;
    QVERIFY(fullServer.isFull());
    const ScriptedServer silent({{script::awaitBytes(1), script::hang()}});
    QUrl url = silent.url();
    url.setScheme(u"https"_s);
    api::Transport transport;
    // The time without a byte begins when the connection stands.
    transport.setTimeouts({100ms, 30s, 500ms});
    for (const api::Request &request : bothRequests()) {
        QElapsedTimer time;
        time.start();
        const api::Reply reply = replyOf(transport, full ? fullServer.url() : url, request);
        if (full && request.body.isEmpty()) {
            QCOMPARE(reply.failure, ErrorKind::TimedOut); // nothing tells that it does not stand
        } else {
            QCOMPARE(reply.failure, ErrorKind::ConnectionRefused);
            QCOMPARE(reply.failureText, u"No connection after 0.5 seconds."_s);
            QVERIFY(!api::outcomeUnknown(*reply.failure));
        }
        QVERIFY(time.elapsed() >= 450 && time.elapsed() < 10'000);
    }
    for (const tests::ReceivedRequest &request : silent.requests()) {
        QVERIFY(!request.bytes.contains(token));
    }
}

void TestTransportSettings::aConnectionThatStands_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("http") << false;
    QTest::newRow("https") << true;
}

// ... is not cut off by the time it might have taken to come about.
void TestTransportSettings::aConnectionThatStands()
{
    QFETCH(bool, tls);
    const Script late{script::awaitRequest(), script::pause(1500ms),
                      script::send(script::message(200, {}, json))};
    for (const api::Request &request : bothRequests()) {
        const auto server = tls ? std::make_unique<ScriptedServer>(std::vector<Script>{late},
                                                                   tests::serverTls(u"server"_s))
                                : std::make_unique<ScriptedServer>(std::vector<Script>{late});
        api::Transport transport;
        NetworkSettings settings = trustingTheTests();
        settings.timeouts.connect = 1s;
        QVERIFY(transport.setNetworkSettings(settings).hasValue());
        const api::Reply reply = replyOf(transport, server->url(), request);
        QVERIFY2(!reply.failure, qPrintable(reply.failureText));
        QCOMPARE(reply.body, json);
    }
}

void TestTransportSettings::answerCap()
{
    ScriptedServer server({script::answer(200, QByteArray(1001, ' '))});
    api::Transport transport;
    QVERIFY(transport.setNetworkSettings({.timeouts = patient, .answerCap = 1000}).hasValue());
    const api::Reply reply = replyOf(transport, server.url(), bothRequests().front());
    QCOMPARE(reply.failure, ErrorKind::AnswerTooLarge);
    QCOMPARE(reply.body.size(), 1000);
}

TEST_MAIN(QCoreApplication, TestTransportSettings)

#include "tst_transportsettings.moc"
