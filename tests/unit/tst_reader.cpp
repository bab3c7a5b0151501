#include "app/api/reader.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using api::Call;
using api::ErrorKind;
using tests::Script;
using tests::ScriptedServer;
namespace script = tests::script;

namespace {

const QByteArray json = R"({"results":[]})";
const QByteArray daily = R"({"policyName":"DAILY"})";

struct Bench
{
    support::SystemClock clock;
    api::Transport transport;
    api::Gate gate{clock, {0, 0}, {20ms, 40ms, 20ms}};
    api::Reader reader;
    QObject owner; ///< of the calls, which end before the reader

    explicit Bench(const api::RetryPolicy &policy = {3, 10ms})
        : reader(transport, gate, policy)
    {
        transport.setTimeouts({400ms, 1200ms});
    }

    Call *get(const ScriptedServer &server)
    {
        return reader.get({server.url(), "pat-secret"}, "/crm/read", &owner);
    }
};

} // namespace

Q_DECLARE_METATYPE(Script)

class TestReader : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void reads();
    void triesAgain_data();
    void triesAgain();
    void doesNotTryAgain_data();
    void doesNotTryAgain();
    void aServerThatIsNotThere();
    void aTokenThatIsNotThere();
    void cancels_data();
    void cancels();
    void cancelAfterTheEnd();
    void destroyed();
    void takesItsTurn();
};

void TestReader::reads()
{
    ScriptedServer server({script::answer(200, json)});
    Bench bench;
    Call *call = bench.get(server);
    QPointer<Call> alive(call);
    QSignalSpy finished(call, &Call::finished);
    QVERIFY(finished.wait());
    QCOMPARE(finished.front().front().value<api::Reply>().body, json);
    QCOMPARE(server.requests().size(), 1U);
    QCOMPARE(server.requests().front().method(), "GET");
    QCOMPARE(server.requests().front().target(), "/crm/read");
    QCOMPARE(server.requests().front().header("authorization"), "Bearer pat-secret");
    QTRY_VERIFY(!alive);
}

void TestReader::triesAgain_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<int>("status");
    QTest::addColumn<std::optional<ErrorKind>>("failure");
    const auto none = std::optional<ErrorKind>();
    for (const int status : {500, 502, 503, 504, 521, 524}) {
        QTest::addRow("%d", status) << script::answer(status, "<html>") << status << none;
    }
    QTest::newRow("429") << script::answer(429, {}) << 429 << none;
    QTest::newRow("423") << script::answer(423, {}) << 423 << none;
    QTest::newRow("closed") << script::closesAfterRequest() << 0
                            << std::optional(ErrorKind::ConnectionLost);
    QTest::newRow("reset") << script::resetsAfterRequest() << 0
                           << std::optional(ErrorKind::ConnectionLost);
    QTest::newRow("garbage") << script::garbage("SSH-2.0-nothing\r\n\r\n") << 0
                             << std::optional(ErrorKind::ConnectionLost);
    QTest::newRow("hangs") << script::hangs() << 0 << std::optional(ErrorKind::TimedOut);
    QTest::newRow("truncated") << script::truncated(200, json, 9) << 200
                               << std::optional(ErrorKind::Truncated);
}

// Three attempts and no more; where an earlier one succeeds, that is the answer.
void TestReader::triesAgain()
{
    QFETCH(Script, script);
    QFETCH(int, status);
    QFETCH(std::optional<ErrorKind>, failure);
    Bench bench;
    {
        ScriptedServer server({script});
        QSignalSpy finished(bench.get(server), &Call::finished);
        QVERIFY(finished.wait());
        const auto reply = finished.front().front().value<api::Reply>();
        QCOMPARE(reply.httpStatus, status);
        QCOMPARE(reply.failure, failure);
        QCOMPARE(server.requests().size(), 3U);
    }
    ScriptedServer server({script, script, script::answer(200, json)});
    QSignalSpy finished(bench.get(server), &Call::finished);
    QVERIFY(finished.wait());
    QCOMPARE(finished.front().front().value<api::Reply>().body, json);
    QCOMPARE(server.requests().size(), 3U);
}

void TestReader::doesNotTryAgain_data()
{
    QTest::addColumn<Script>("script");
    for (const int status : {204, 400, 401, 403, 404, 409, 422, 437, 477}) {
        QTest::addRow("%d", status) << script::answer(status, status == 204 ? QByteArray() : json);
    }
    QTest::newRow("429 for the day") << script::answer(429, daily);
    QTest::newRow("not JSON") << script::answer(200, "<html>");
    QTest::newRow("redirect") << script::redirect(302, QUrl(u"http://127.0.0.1:1/elsewhere"_s));
}

void TestReader::doesNotTryAgain()
{
    QFETCH(Script, script);
    ScriptedServer server({script});
    Bench bench;
    QSignalSpy finished(bench.get(server), &Call::finished);
    QVERIFY(finished.wait());
    QCOMPARE(server.requests().size(), 1U);
    QCOMPARE(finished.count(), 1);
}

void TestReader::aServerThatIsNotThere()
{
    QUrl url;
    {
        ScriptedServer server({script::hangs()});
        url = server.url();
    }
    Bench bench;
    QSignalSpy finished(bench.reader.get({url, "token"}, "/", &bench.owner), &Call::finished);
    QVERIFY(finished.wait());
    QCOMPARE(finished.front().front().value<api::Reply>().failure, ErrorKind::ConnectionRefused);
}

void TestReader::aTokenThatIsNotThere()
{
    ScriptedServer server({script::answer(200, json)});
    Bench bench;
    QSignalSpy finished(bench.reader.get({server.url(), QByteArray()}, "/", &bench.owner),
                        &Call::finished);
    QVERIFY(finished.wait());
    QCOMPARE(finished.front().front().value<api::Reply>().failure, ErrorKind::InvalidRequest);
    QCOMPARE(server.connectionCount(), 0);
}

void TestReader::cancels_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<unsigned>("requests"); ///< until it is cancelled
    QTest::newRow("queued") << script::hangs() << 0U;
    QTest::newRow("under way") << script::hangs() << 1U;
    QTest::newRow("between two attempts") << script::answer(500, {}) << 1U;
    QTest::newRow("in a pause") << script::answer(429, {}) << 1U;
}

void TestReader::cancels()
{
    QFETCH(Script, script);
    QFETCH(unsigned, requests);
    Bench bench({3, 60s});
    ScriptedServer server({script});
    Call *call = bench.get(server);
    QSignalSpy finished(call, &Call::finished);
    QSignalSpy came(&server, &ScriptedServer::requestCame);
    QSignalSpy answered(&bench.gate, &api::Gate::paused);
    if (requests > 0) {
        QVERIFY(came.wait());
        (void)answered.wait(50); // for the answer, where there is one
    }
    call->cancel();
    QVERIFY(finished.isEmpty()); // in a turn of its own
    QVERIFY(finished.wait());
    QCOMPARE(finished.front().front().value<api::Reply>().failure, ErrorKind::Cancelled);
    QVERIFY(!finished.wait(60));
    QVERIFY(server.requests().size() <= std::max<size_t>(requests, 2));
}

void TestReader::cancelAfterTheEnd()
{
    ScriptedServer server({script::answer(200, json)});
    Bench bench;
    Call *call = bench.get(server);
    QSignalSpy finished(call, &Call::finished);
    connect(call, &Call::finished, call, &Call::cancel);
    QVERIFY(finished.wait());
    QVERIFY(!finished.wait(20));
    QCOMPARE(finished.count(), 1);
    QVERIFY(!finished.front().front().value<api::Reply>().failure);
}

void TestReader::destroyed()
{
    ScriptedServer server({script::hangs(), script::answer(200, json)});
    support::SystemClock clock;
    api::Transport transport;
    api::Gate gate(clock, {1, 0});
    api::Reader reader(transport, gate);
    auto parent = std::make_unique<QObject>();
    const api::Endpoint endpoint{server.url(), "token"};
    reader.get(endpoint, "/under-way", parent.get());
    reader.get(endpoint, "/queued", parent.get());
    QTRY_COMPARE(server.requests().size(), 1U);
    parent.reset();
    // Its turn goes to the next one.
    QObject other;
    QSignalSpy finished(reader.get(endpoint, "/next", &other), &Call::finished);
    QVERIFY(finished.wait());
    QCOMPARE(server.requests().back().target(), "/next");
    QCOMPARE(server.requests().size(), 2U);
}

void TestReader::takesItsTurn()
{
    ScriptedServer server({script::answer(200, json)});
    support::SystemClock clock;
    api::Transport transport;
    api::Gate gate(clock, {1, 0});
    api::Reader reader(transport, gate);
    QObject parent;
    QByteArrayList paths;
    const api::Endpoint endpoint{server.url(), "token"};
    for (const QByteArray path : {"/1", "/2", "/3"}) {
        Call *call = reader.get(endpoint, path, &parent);
        connect(call, &Call::finished, &parent, [&paths, path] { paths.append(path); });
    }
    QTRY_COMPARE(paths, (QByteArrayList{"/1", "/2", "/3"}));
}

TEST_MAIN(QCoreApplication, TestReader)
#include "tst_reader.moc"
