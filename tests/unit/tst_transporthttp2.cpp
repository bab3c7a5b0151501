#include "app/api/transport.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "tests/support/tlsfiles.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

// The transport speaks HTTP/1.1, to a server that would rather speak HTTP/2 as well: networkjob.cpp
// says why.

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::ScriptedServer;
namespace script = tests::script;

namespace {

const QByteArray token = "pat-na1-0123456789abcdef";
const api::Request writing{"POST", "/crm/write", R"({"inputs":[]})"};
const api::Request reading{"GET", "/crm/read", {}};

/// nghttpd, which speaks HTTP/2 over TLS and nothing else.
class Http2Server
{
public:
    /// Empty where it is not installed.
    [[nodiscard]] static QString program()
    {
        const QString found = QStandardPaths::findExecutable(u"nghttpd"_s);
        return found.isEmpty()
                   ? QStandardPaths::findExecutable(u"nghttpd"_s, {u"/usr/sbin"_s, u"/sbin"_s})
                   : found;
    }

    Http2Server()
    {
        {
            QTcpServer free; // nghttpd cannot choose a port by itself
            static_cast<void>(free.listen(QHostAddress::LocalHost));
            m_port = free.serverPort();
        }
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(program(),
                        {u"--verbose"_s, u"--address=127.0.0.1"_s, QString::number(m_port),
                         tests::tlsFile(u"server.key"_s), tests::tlsFile(u"server.pem"_s)});
    }
    ~Http2Server()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Http2Server)

    [[nodiscard]] QUrl url() const { return QUrl(u"https://127.0.0.1:%1/"_s.arg(m_port)); }
    /// Everything it has said of requests and connections.
    [[nodiscard]] const QByteArray &log()
    {
        m_log += m_process.readAll();
        return m_log;
    }

private:
    quint16 m_port = 0;
    QProcess m_process;
    QByteArray m_log;
};

QNetworkRequest http2Request(const QUrl &url)
{
    QNetworkRequest request(url);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromPath(tests::tlsFile(u"authority.pem"_s)));
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, true);
    return request;
}

} // namespace

class TestTransportHttp2 : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void isNeverSpoken();
    void isNeverOffered();
};

void TestTransportHttp2::isNeverSpoken()
{
    if (Http2Server::program().isEmpty()) {
        QSKIP("nghttpd is not installed");
    }
    Http2Server server;
    QTRY_VERIFY_WITH_TIMEOUT(server.log().contains("listen"), 20'000);
    api::Transport transport;
    QVERIFY(transport
                .setNetworkSettings({.timeouts = {20s, 40s, 20s},
                                     .proxy = {.use = api::Proxy::Use::None},
                                     .caFile = tests::tlsFile(u"authority.pem"_s)})
                .hasValue());
    for (const api::Request &request : {writing, reading}) {
        QSignalSpy finished(
            transport.send({server.url().adjusted(QUrl::RemovePath), token}, request),
            &api::Job::finished);
        QVERIFY(finished.wait(60'000));
        const auto reply = finished.front().front().value<api::Reply>();
        QVERIFY(reply.failure);
        QCOMPARE(reply.httpStatus, 0);
    }
    QVERIFY2(!server.log().contains(":method:"), server.log().constData());
    QVERIFY(!server.log().contains(token));

    // Whoever does speak it is heard.
    QNetworkAccessManager manager;
    const std::unique_ptr<QNetworkReply> reply(manager.get(http2Request(server.url())));
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20'000);
    QVERIFY(reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool());
    QTRY_VERIFY(server.log().contains(":method: GET"));
}

// In the first bytes of a connection the client says which protocols it speaks, each with its
// length before it.
void TestTransportHttp2::isNeverOffered()
{
    const QByteArray offer = "\x02h2";
    const tests::Script listens{script::awaitBytes(300), script::close()};
    for (const api::Request &request : {writing, reading}) {
        const ScriptedServer server({listens});
        QUrl url = server.url();
        url.setScheme(u"https"_s);
        api::Transport transport;
        QSignalSpy finished(transport.send({url, token}, request), &api::Job::finished);
        QVERIFY(finished.wait(60'000));
        QCOMPARE(server.requests().size(), size_t(1));
        QVERIFY(server.requests().front().bytes.startsWith("\x16\x03")); // a TLS handshake
        QVERIFY(!server.requests().front().bytes.contains(offer));
    }
    const ScriptedServer server({listens});
    QUrl url = server.url();
    url.setScheme(u"https"_s);
    QNetworkAccessManager manager;
    const std::unique_ptr<QNetworkReply> reply(manager.get(http2Request(url)));
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 20'000);
    QVERIFY(server.requests().front().bytes.contains(offer));
}

TEST_MAIN(QCoreApplication, TestTransportHttp2)

#include "tst_transporthttp2.moc"
