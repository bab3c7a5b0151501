#include "app/submission/outcomes.h"
#include "app/submission/runner.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

// The key behind an endpoint, locked, unlocked, replaced and taken away while requests wait and are
// under way.

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using api::ErrorKind;
using api::Key;
using tests::Script;
using tests::ScriptedServer;
namespace script = tests::script;

namespace {

const QByteArray json =
    R"({"status":"COMPLETE","results":[{"category":"USER_DEFINED","typeId":1,"userEnforcedMaxToObjectIds":5}]})";
const QByteArray oldToken = "pat-old-0123456789";
const QByteArray newToken = "pat-new-0123456789";
const api::Request writing{"POST", "/crm/writing", R"({"inputs":[]})"};
const api::Request reading{"GET", "/crm/read", {}};

/// Answers the first request late enough for others to be changed meanwhile.
std::vector<Script> lateFirst()
{
    return {{script::awaitRequest(), script::pause(150ms),
             script::send(script::message(200, {}, json))},
            script::answer(200, json)};
}

struct Bench
{
    explicit Bench(std::vector<Script> scripts)
        : server(std::move(scripts))
    {
    }

    /// Through the gate, one after the other. What came, in order.
    void enqueue(const api::Request &request)
    {
        gate.enqueue(endpoint, &context, [this, request] {
            api::Job *job = transport.send(endpoint, request);
            QObject::connect(job, &api::Job::finished, &context,
                             [this](const api::Reply &reply) { replies.push_back(reply); });
            return job;
        });
    }

    [[nodiscard]] QByteArrayList tokens() const
    {
        QByteArrayList tokens;
        for (const tests::ReceivedRequest &request : server.requests()) {
            tokens.append(request.header("authorization").mid(sizeof "Bearer"));
        }
        return tokens;
    }

    ScriptedServer server;
    const std::shared_ptr<Key> key = std::make_shared<Key>(oldToken);
    const api::Endpoint endpoint{server.url(), key};
    support::SystemClock clock;
    QObject context;
    api::Transport transport;
    api::Gate gate{clock, {1, 0}};
    std::vector<api::Reply> replies;
};

struct Submitting : Bench
{
    explicit Submitting(std::vector<Script> scripts)
        : Bench(std::move(scripts))
    {
        runner.setStore(store.get());
        runner.setLookAgainDelays({});
    }

    /// Two requests of one limit each; the second waits at the gate for the first.
    [[nodiscard]] bool start()
    {
        const limits::Pair pair{u"0-1"_s, u"0-2"_s};
        std::vector<limits::PlannedRequest> requests;
        for (const qint32 typeId : {1, 2}) {
            requests.push_back({limits::Operation::Update,
                                pair,
                                {{limits::Category::UserDefined, typeId, 5, {}}}});
        }
        return runner.start({u"a"_s, {}, endpoint, {pair, requests}, {}, {}}).hasValue();
    }

    [[nodiscard]] QString letters() const
    {
        QString text;
        for (const auto &outcome : submission::outcomesOf(runner.record())) {
            text += QLatin1StringView("SDFMUNPX").at(qsizetype(outcome.outcome));
        }
        return text;
    }

    QTemporaryDir folder;
    std::unique_ptr<history::Store> store =
        std::move(history::Store::open(folder.path(), clock)).value();
    api::Reader reader{transport, gate, {1, 5ms}};
    submission::Runner runner{transport, gate, reader, clock};
    QSignalSpy finished{&runner, &submission::Runner::finished};
};

} // namespace

class TestTransportKey : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void aLockedKeyOnlyReads();
    void lockedWhileAWriteWaits();
    void unlockedWhileAWriteWaits();
    void lockedWhileAWriteIsUnderWay();
    void replacedWhileRequestsWait();
    void theOldTokenIsCutOutOfItsAnswer();
    void clearedWhileRequestsWait();
    void submittingWithALockedKey();
    void lockedWithinASubmission();
    void clearedWithinASubmission();
    void replacedWithinASubmission();
};

void TestTransportKey::aLockedKeyOnlyReads()
{
    Bench bench({script::answer(200, json)});
    bench.key->setUse(Key::Use::ReadOnly);
    QVERIFY(bench.endpoint.isReadOnly());
    QSignalSpy finished(bench.transport.send(bench.endpoint, writing), &api::Job::finished);
    QCOMPARE(finished.count(), 0);
    QTRY_COMPARE(finished.count(), 1);
    const auto refused = finished.front().front().value<api::Reply>();
    QCOMPARE(refused.failure, ErrorKind::ReadOnly);
    QVERIFY(!refused.failureText.isEmpty());
    QVERIFY(!api::outcomeUnknown(*refused.failure));
    QCOMPARE(bench.server.connectionCount(), 0);

    bench.enqueue(reading);
    QTRY_COMPARE(bench.replies.size(), size_t(1));
    QCOMPARE(bench.replies.front().body, json);
    QCOMPARE(bench.server.count("GET"), 1);

    bench.key->setUse(Key::Use::ReadAndWrite);
    bench.enqueue(writing);
    QTRY_COMPARE(bench.replies.size(), size_t(2));
    QCOMPARE(bench.replies.back().body, json);
    QCOMPARE(bench.server.count("POST"), 1);
}

void TestTransportKey::lockedWhileAWriteWaits()
{
    Bench bench(lateFirst());
    bench.enqueue(reading);
    bench.enqueue(writing);
    bench.enqueue(reading);
    QTRY_COMPARE(bench.server.count("GET"), 1);
    bench.key->setUse(Key::Use::ReadOnly);
    QTRY_COMPARE(bench.replies.size(), size_t(3));
    QVERIFY(!bench.replies[0].failure);
    QCOMPARE(bench.replies[1].failure, ErrorKind::ReadOnly);
    QVERIFY(!bench.replies[2].failure);
    QCOMPARE(bench.server.count("POST"), 0);
    QCOMPARE(bench.server.count("GET"), 2);
}

void TestTransportKey::unlockedWhileAWriteWaits()
{
    Bench bench(lateFirst());
    bench.key->setUse(Key::Use::ReadOnly);
    bench.enqueue(reading);
    bench.enqueue(writing);
    QTRY_COMPARE(bench.server.count("GET"), 1);
    bench.key->setUse(Key::Use::ReadAndWrite);
    QTRY_COMPARE(bench.replies.size(), size_t(2));
    QVERIFY(!bench.replies[1].failure);
    QCOMPARE(bench.server.count("POST"), 1);
}

void TestTransportKey::lockedWhileAWriteIsUnderWay()
{
    Bench bench(lateFirst());
    bench.enqueue(writing);
    QTRY_COMPARE(bench.server.count("POST"), 1);
    bench.key->setUse(Key::Use::ReadOnly);
    QTRY_COMPARE(bench.replies.size(), size_t(1));
    QCOMPARE(bench.replies.front().body, json); // it has left, and its answer is the truth
}

void TestTransportKey::replacedWhileRequestsWait()
{
    Bench bench(lateFirst());
    bench.enqueue(writing);
    bench.enqueue(writing);
    bench.enqueue(reading);
    QTRY_COMPARE(bench.server.count("POST"), 1);
    bench.key->setToken(newToken);
    QTRY_COMPARE(bench.replies.size(), size_t(3));
    QCOMPARE(bench.tokens(), QByteArrayList({oldToken, newToken, newToken}));
}

void TestTransportKey::theOldTokenIsCutOutOfItsAnswer()
{
    Bench bench({{script::awaitRequest(), script::pause(150ms),
                  script::send(script::message(400, {{"X-Echo", oldToken}}, oldToken))}});
    bench.enqueue(writing);
    QTRY_COMPARE(bench.server.count("POST"), 1);
    bench.key->setToken(newToken);
    QTRY_COMPARE(bench.replies.size(), size_t(1));
    QCOMPARE(bench.replies.front().body, "[token removed]");
    QCOMPARE(bench.replies.front().header("x-echo"), "[token removed]");
}

void TestTransportKey::clearedWhileRequestsWait()
{
    Bench bench(lateFirst());
    bench.enqueue(writing);
    bench.enqueue(writing);
    bench.enqueue(reading);
    QTRY_COMPARE(bench.server.count("POST"), 1);
    bench.key->setToken({});
    QVERIFY(!bench.endpoint.hasToken());
    QTRY_COMPARE(bench.replies.size(), size_t(3));
    QVERIFY(!bench.replies[0].failure);
    QCOMPARE(bench.replies[1].failure, ErrorKind::InvalidRequest);
    QCOMPARE(bench.replies[2].failure, ErrorKind::InvalidRequest);
    QCOMPARE(bench.tokens(), QByteArrayList{oldToken});
    QCOMPARE(bench.server.connectionCount(), 1);
}

void TestTransportKey::submittingWithALockedKey()
{
    Submitting bench({script::answer(200, json)});
    bench.key->setUse(Key::Use::ReadOnly);
    QVERIFY(bench.start());
    QVERIFY(bench.finished.wait());
    QCOMPARE(bench.letters(), u"NN"_s);
    QCOMPARE(bench.server.connectionCount(), 0); // and there is nothing to read back
    QCOMPARE(*bench.store->read(bench.runner.record().id), bench.runner.record());
    const history::Counts counts = bench.store->page({}, {}, 1)->front().counts;
    QCOMPARE(counts.notSent, 2);
    QCOMPARE(counts.total(), 2);
    QCOMPARE(counts.failed, 0);
}

void TestTransportKey::lockedWithinASubmission()
{
    Submitting bench(lateFirst());
    QVERIFY(bench.start());
    QTRY_COMPARE(bench.server.count("POST"), 1);
    bench.key->setUse(Key::Use::ReadOnly);
    QVERIFY(bench.finished.wait());
    QCOMPARE(bench.letters(), u"SN"_s);
    QCOMPARE(bench.server.count("POST"), 1);
    QCOMPARE(bench.server.count("GET"), 1); // the read-back passes
    QCOMPARE(*bench.store->read(bench.runner.record().id), bench.runner.record());
}

void TestTransportKey::clearedWithinASubmission()
{
    Submitting bench(lateFirst());
    QVERIFY(bench.start());
    QTRY_COMPARE(bench.server.count("POST"), 1);
    bench.key->setToken({});
    QVERIFY(bench.finished.wait());
    QCOMPARE(bench.letters(), u"SN"_s);
    QCOMPARE(bench.server.connectionCount(), 1); // and nothing is read back without a token
    const history::Counts counts = bench.store->page({}, {}, 1)->front().counts;
    QCOMPARE(counts.stored, 1);
    QCOMPARE(counts.notSent, 1);
    QCOMPARE(counts.total(), 2);
    QCOMPARE(*bench.store->read(bench.runner.record().id), bench.runner.record());
}

void TestTransportKey::replacedWithinASubmission()
{
    Submitting bench(lateFirst());
    QVERIFY(bench.start());
    QTRY_COMPARE(bench.server.count("POST"), 1);
    bench.key->setToken(newToken);
    QVERIFY(bench.finished.wait());
    QCOMPARE(bench.server.count("POST"), 2);
    QCOMPARE(bench.tokens().first(2), QByteArrayList({oldToken, newToken}));
    QCOMPARE(bench.tokens().last(), newToken);
}

TEST_MAIN(QCoreApplication, TestTransportKey)

#include "tst_transportkey.moc"
