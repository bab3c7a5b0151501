#include "app/sandbox/sandbox.h"
#include "app/support/clock.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::Fault;
using tests::FaultProxy;
using tests::ReceivedRequest;
using tests::ScriptedServer;
namespace fault = tests::fault;
namespace script = tests::script;

Q_DECLARE_METATYPE(tests::Fault)

namespace {

const QByteArray said = script::message(201, {{"X-Server", "yes"}}, R"({"results":[1]})");

QByteArray post(const QByteArray &body)
{
    return "POST /limits HTTP/1.1\r\nHost: a\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

std::unique_ptr<QTcpSocket> connected(const QUrl &url)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->connectToHost(url.host(), quint16(url.port()));
    return socket;
}

bool isOpen(const QTcpSocket &socket)
{
    return socket.state() != QAbstractSocket::UnconnectedState;
}

} // namespace

class TestFaultProxy : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void faults_data();
    void faults();
    void waitsForAnAnswerThatIsLost();
    void requestsOfOneConnection();
    void requestInPieces();
    void delays();
    void serverGivesUp_data();
    void serverGivesUp();
    void noServer();
    void refusesAndAcceptsAgain();
    void refusesFromARequestOn();
    void someInputFails();
    void changedBehindTheClientsBack();
};

void TestFaultProxy::faults_data()
{
    const QByteArray other = script::message(500, {}, "{}");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("forwarded");
    QTest::addColumn<QByteArray>("received");
    QTest::addColumn<bool>("closed");
    const auto row = [](const char *name, const Fault &fault, int forwarded,
                        const QByteArray &received, Fault::Ending ending) {
        QTest::newRow(name) << fault << forwarded << received
                            << (ending != Fault::Ending::KeepOpen);
    };
    row("none", fault::none(), 1, said, Fault::Ending::KeepOpen);
    row("dropped", fault::dropped(), 0, {}, Fault::Ending::Close);
    row("dropped by a reset", fault::dropped(Fault::Ending::Reset), 0, {}, Fault::Ending::Reset);
    row("answer lost", fault::answerLost(), 1, {}, Fault::Ending::Close);
    row("answer lost by a reset", fault::answerLost(Fault::Ending::Reset), 1, {},
        Fault::Ending::Reset);
    row("truncated", fault::truncated(4), 1, said.chopped(4), Fault::Ending::Close);
    row("another answer instead", fault::instead(other), 0, other, Fault::Ending::KeepOpen);
    row("another answer afterwards", fault::afterwards(other), 1, other, Fault::Ending::KeepOpen);
    row("byte by byte at the end",
        {.answer = [](const QByteArray &message) { return message.chopped(5); },
         .dripped = [](const QByteArray &message) { return message.last(5); },
         .dripInterval = 5ms,
         .ending = Fault::Ending::Close},
        1, said, Fault::Ending::Close);
    row("rewritten", fault::rewritten(207, [](const QByteArray &body) { return body + "  "; }), 1,
        script::message(207, {{"X-Server", "yes"}, {"Content-Type", "application/json"}},
                        R"({"results":[1]}  )"),
        Fault::Ending::KeepOpen);
}

void TestFaultProxy::faults()
{
    QFETCH(const Fault, fault);
    QFETCH(const int, forwarded);
    QFETCH(const QByteArray, received);
    QFETCH(const bool, closed);
    ScriptedServer server({{script::awaitRequest(), script::send(said)}});
    FaultProxy proxy(server.url(), [&fault](const ReceivedRequest &) { return fault; });
    const auto socket = connected(proxy.url());
    const QByteArray request = post("{}");
    socket->write(request);
    QTRY_COMPARE(socket->bytesAvailable(), received.size());
    QTRY_COMPARE(isOpen(*socket), !closed);
    QCOMPARE(socket->readAll(), received);
    if (closed) {
        QCOMPARE(socket->error(), QAbstractSocket::RemoteHostClosedError); // of a reset as well
    }
    QCOMPARE(server.count("POST"), forwarded);
    QCOMPARE(proxy.count("POST"), 1);
    QCOMPARE(proxy.requests().front().bytes, request);
    if (forwarded != 0) {
        QCOMPARE(server.requests().front().bytes, request);
    }
}

void TestFaultProxy::waitsForAnAnswerThatIsLost()
{
    ScriptedServer server({{script::awaitRequest(), script::send(said)}});
    FaultProxy proxy(server.url(), [](const ReceivedRequest &request) {
        return request.body == "lost" ? fault::answerLost(Fault::Ending::KeepOpen) : fault::none();
    });
    const auto waiting = connected(proxy.url());
    waiting->write(post("lost"));
    QTRY_COMPARE(server.count("POST"), 1);
    const auto other = connected(proxy.url());
    other->write(post("{}"));
    QTRY_COMPARE(other->bytesAvailable(), said.size());
    QVERIFY(isOpen(*waiting));
    QCOMPARE(waiting->bytesAvailable(), 0);
}

void TestFaultProxy::requestsOfOneConnection()
{
    ScriptedServer server({{script::awaitRequest(), script::send(said)}});
    FaultProxy proxy(server.url());
    const auto socket = connected(proxy.url());
    socket->write(post("1") + post("22") + post("333"));
    QTRY_COMPARE(socket->bytesAvailable(), 3 * said.size());
    QCOMPARE(proxy.count("POST"), 3);
    QCOMPARE(proxy.requests().at(2).body, "333");
    QCOMPARE(proxy.requests().at(2).connection, 0);
    QCOMPARE(server.count("POST"), 3);
}

void TestFaultProxy::requestInPieces()
{
    ScriptedServer server({{script::awaitRequest(), script::send(said)}});
    FaultProxy proxy(server.url());
    const auto socket = connected(proxy.url());
    const QByteArray request = post("{}");
    socket->write(request.first(20));
    QTRY_COMPARE(proxy.requests().size(), std::size_t(1));
    QVERIFY(!proxy.requests().front().whole);
    QCOMPARE(proxy.count("POST"), 0);
    socket->write(request.sliced(20));
    QTRY_COMPARE(socket->bytesAvailable(), said.size());
    QCOMPARE(proxy.count("POST"), 1);
    QCOMPARE(server.requests().front().bytes, request);
}

void TestFaultProxy::delays()
{
    ScriptedServer server({{script::awaitRequest(), script::send(said)}});
    FaultProxy proxy(server.url(), [](const ReceivedRequest &) { return fault::delayed(60ms); });
    const auto socket = connected(proxy.url());
    QElapsedTimer timer;
    timer.start();
    socket->write(post("{}"));
    QTRY_COMPARE(socket->bytesAvailable(), said.size());
    QVERIFY2(timer.elapsed() >= 55, qPrintable(QString::number(timer.elapsed())));
}

void TestFaultProxy::serverGivesUp_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("without a word") << QByteArray();
    QTest::newRow("in the middle") << said.chopped(3);
    QTest::newRow("garbage") << QByteArray("what?");
}

void TestFaultProxy::serverGivesUp()
{
    QFETCH(const QByteArray, sent);
    ScriptedServer server({script::garbage(sent)});
    FaultProxy proxy(server.url());
    const auto socket = connected(proxy.url());
    socket->write(post("{}"));
    QTRY_COMPARE(socket->bytesAvailable(), sent.size());
    QTRY_VERIFY(!isOpen(*socket));
    QCOMPARE(socket->readAll(), sent);
}

void TestFaultProxy::noServer()
{
    QUrl nowhere;
    {
        const ScriptedServer gone({script::hangs()});
        nowhere = gone.url();
    }
    FaultProxy proxy(nowhere);
    const auto socket = connected(proxy.url());
    socket->write(post("{}"));
    QTRY_COMPARE(proxy.count("POST"), 1);
    QTRY_VERIFY(!isOpen(*socket));
}

void TestFaultProxy::refusesAndAcceptsAgain()
{
    ScriptedServer server({{script::awaitRequest(), script::send(said)}});
    FaultProxy proxy(server.url());
    const QUrl url = proxy.url();
    const auto before = connected(url);
    before->write(post("{}"));
    QTRY_COMPARE(before->bytesAvailable(), said.size());

    proxy.refuseConnections();
    QTRY_VERIFY(!isOpen(*before));
    const auto refused = connected(url);
    QTRY_COMPARE(refused->error(), QAbstractSocket::ConnectionRefusedError);

    proxy.acceptConnections();
    QCOMPARE(proxy.url(), url);
    const auto after = connected(url);
    after->write(post("{}"));
    QTRY_COMPARE(after->bytesAvailable(), said.size());
}

void TestFaultProxy::refusesFromARequestOn()
{
    ScriptedServer server({{script::awaitRequest(), script::send(said)}});
    FaultProxy proxy(server.url());
    proxy.setRule([&proxy](const ReceivedRequest &) {
        proxy.refuseConnections();
        return fault::none();
    });
    const auto socket = connected(proxy.url());
    socket->write(post("{}"));
    QTRY_COMPARE(proxy.count("POST"), 1);
    QTRY_VERIFY(!isOpen(*socket));
    QCOMPARE(socket->bytesAvailable(), 0);
    QCOMPARE(server.count("POST"), 0);
}

void TestFaultProxy::someInputFails()
{
    const QByteArray body = R"({"status":"COMPLETE","results":[{"category":"WORK","typeId":4},)"
                            R"({"category":"WORK","typeId":5}]})";
    const QJsonObject partly = QJsonDocument::fromJson(fault::failing(1, u"No."_s)(body)).object();
    QCOMPARE(partly.value("results"_L1).toArray().size(), 1);
    QCOMPARE(partly.value("results"_L1)[0]["typeId"_L1].toInt(), 4);
    QCOMPARE(partly.value("numErrors"_L1).toInt(), 1);
    const QJsonValue error = partly.value("errors"_L1)[0];
    QCOMPARE(error["message"_L1].toString(), u"No."_s);
    QCOMPARE(error["context"_L1]["typeId"_L1], QJsonArray{u"5"_s});
    QCOMPARE(error["context"_L1]["category"_L1], QJsonArray{u"WORK"_s});
}

void TestFaultProxy::changedBehindTheClientsBack()
{
    const QTemporaryDir folder;
    const support::SystemClock clock;
    sandbox::Sandbox sandbox(folder.filePath(u"sandbox.json"_s), clock);
    QVERIFY(sandbox.start());
    const limits::Pair pair{u"0-1"_s, u"0-2"_s};
    FaultProxy proxy(sandbox.baseUrl(), [&sandbox, &pair](const ReceivedRequest &) {
        static_cast<void>(sandbox.apply(limits::Operation::Create, pair,
                                        {{limits::Category::HubSpotDefined, 279, 77}}));
        return fault::none();
    });
    const auto socket = connected(proxy.url());
    socket->write("GET /crm/associations/2026-03/definitions/configurations/0-1/0-2 HTTP/1.1\r\n"
                  "Host: a\r\nAuthorization: Bearer " +
                  sandbox.token() + "\r\n\r\n");
    QTRY_VERIFY(socket->peek(10'000).contains(R"("userEnforcedMaxToObjectIds":77)"));
}

TEST_MAIN(QCoreApplication, TestFaultProxy)
#include "tst_faultproxy.moc"
