#include "app/submission/outcomes.h"
#include "app/submission/runner.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using history::Exchange;
using history::Record;
using submission::Outcome;
using submission::Runner;
using submission::Submission;
namespace script = tests::script;

namespace {

const QByteArray stored =
    R"({"status":"COMPLETE","results":[{"category":"USER_DEFINED","typeId":1,)"
    R"("userEnforcedMaxToObjectIds":5},{"category":"USER_DEFINED","typeId":2,)"
    R"("userEnforcedMaxToObjectIds":5}]})";

/// `count` limits, two a request.
Submission makeSubmission(const QUrl &url, int count)
{
    const limits::Pair pair{u"0-1"_s, u"0-2"_s};
    std::vector<limits::Edit> edits;
    for (int i = 0; i < count; ++i) {
        edits.push_back({pair, limits::Category::UserDefined, i + 1, {}, false, {}, {}, 5});
    }
    return {u"test"_s,     u"Test account"_s, {url, "token"}, limits::makePlan(pair, edits, 2),
            u"Contacts"_s, u"Companies"_s};
}

/// A history, a transport and a runner over them.
struct Bench
{
    QTemporaryDir folder;
    support::SystemClock clock;
    std::unique_ptr<history::Store> store =
        std::move(history::Store::open(folder.path(), clock)).value();
    api::Transport transport;
    Runner runner{transport, clock};

    Bench()
    {
        transport.setTimeouts({500ms, 2000ms});
        runner.setStore(store.get());
    }
    [[nodiscard]] Record kept() const { return store->read(runner.record().id).value(); }
};

} // namespace

Q_DECLARE_METATYPE(tests::Script)

class TestRunner : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void recordIsInTheHistoryBeforeTheFirstByte();
    void requestsGoOutOneAfterTheOther();
    void cancelFinishesTheRequestUnderWay();
    void whatGoesWrong_data();
    void whatGoesWrong();
    void withoutAHistoryNothingIsSent();
    void twoAtOnceAreRefused();
    void historyThatCannotBeWrittenStopsTheSubmission();
};

void TestRunner::recordIsInTheHistoryBeforeTheFirstByte()
{
    Bench bench;
    tests::ScriptedServer server({script::answer(201, stored)});
    Record atArrival;
    connect(&server, &tests::ScriptedServer::requestCame, &bench.runner,
            [&] { atArrival = bench.kept(); });
    QSignalSpy finished(&bench.runner, &Runner::finished);
    QVERIFY(bench.runner.start(makeSubmission(server.url(), 2)).hasValue());
    // Nothing has been sent yet, and the record is there.
    QCOMPARE(bench.kept(), bench.runner.record());
    QCOMPARE(bench.kept().state, Record::State::InFlight);
    QCOMPARE(server.requests().size(), size_t(0));
    QVERIFY(finished.wait());
    QCOMPARE(atArrival.exchanges.at(0).state, Exchange::State::Sent);
    QVERIFY(atArrival.exchanges.at(0).sentAt);
    QCOMPARE(server.requests().at(0).body, atArrival.exchanges.at(0).body);
    QCOMPARE(server.requests().at(0).target(), atArrival.exchanges.at(0).path);
}

void TestRunner::requestsGoOutOneAfterTheOther()
{
    Bench bench;
    tests::ScriptedServer server({script::answer(201, stored)});
    QSignalSpy finished(&bench.runner, &Runner::finished);
    QSignalSpy progress(&bench.runner, &Runner::progress);
    QVERIFY(bench.runner.start(makeSubmission(server.url(), 5)).hasValue());
    QVERIFY(bench.runner.isRunning());
    QVERIFY(finished.wait());
    QVERIFY(!bench.runner.isRunning());
    QCOMPARE(server.count("POST"), 3);
    QCOMPARE(progress, (QList<QVariantList>{{0, 3}, {1, 3}, {2, 3}, {3, 3}}));
    const Record record = bench.kept();
    QCOMPARE(record, bench.runner.record());
    QCOMPARE(record.state, Record::State::Finished);
    for (const Exchange &exchange : record.exchanges) {
        QCOMPARE(exchange.state, Exchange::State::Answered);
        QCOMPARE(exchange.reply->httpStatus, 201);
    }
    // It is over: nothing comes after.
    QCOMPARE(finished.count(), 1);
}

void TestRunner::cancelFinishesTheRequestUnderWay()
{
    Bench bench;
    tests::ScriptedServer server({script::answer(201, stored)});
    connect(&server, &tests::ScriptedServer::requestCame, &bench.runner, &Runner::cancel);
    QSignalSpy finished(&bench.runner, &Runner::finished);
    QVERIFY(bench.runner.start(makeSubmission(server.url(), 5)).hasValue());
    QVERIFY(finished.wait());
    QCOMPARE(server.count("POST"), 1);
    const auto counts = submission::countsOf(submission::outcomesOf(bench.kept()));
    QCOMPARE(counts.stored, 2);
    QCOMPARE(counts.notSent, 3);
}

void TestRunner::whatGoesWrong_data()
{
    QTest::addColumn<tests::Script>("script");
    QTest::addColumn<Outcome>("first"); // of the request that met the script
    const QByteArray refusal = R"({"status":"error","message":"no","category":"VALIDATION_ERROR"})";
    QTest::newRow("400") << script::answer(400, refusal) << Outcome::Failed;
    QTest::newRow("401") << script::answer(401, refusal) << Outcome::Failed;
    QTest::newRow("403") << script::answer(403, refusal) << Outcome::Failed;
    QTest::newRow("429") << script::answer(429, refusal) << Outcome::Failed;
    QTest::newRow("500") << script::answer(500, refusal) << Outcome::Unknown;
    QTest::newRow("not JSON") << script::answer(201, "<html>") << Outcome::Unknown;
    QTest::newRow("empty") << script::answer(201, {}) << Outcome::Unknown;
    QTest::newRow("wrong types") << script::answer(201, R"({"results":[{"typeId":"1"}]})")
                                 << Outcome::Unknown;
    QTest::newRow("truncated") << script::truncated(201, stored, 10) << Outcome::Unknown;
    QTest::newRow("closed") << script::closesAfterRequest() << Outcome::Unknown;
    QTest::newRow("reset") << script::resetsAfterRequest() << Outcome::Unknown;
    QTest::newRow("hangs") << script::hangs() << Outcome::Unknown;
    QTest::newRow("garbage") << script::garbage("SSH-2.0-nothing\r\n\r\n") << Outcome::Unknown;
    QTest::newRow("redirect") << script::redirect(307, QUrl(u"http://127.0.0.1:1/elsewhere"_s))
                              << Outcome::Unknown;
}

void TestRunner::whatGoesWrong()
{
    QFETCH(tests::Script, script);
    QFETCH(Outcome, first);
    Bench bench;
    tests::ScriptedServer server({script});
    QSignalSpy finished(&bench.runner, &Runner::finished);
    QVERIFY(bench.runner.start(makeSubmission(server.url(), 3)).hasValue());
    QVERIFY(finished.wait());
    // Once, and nothing after it.
    QCOMPARE(server.count("POST"), 1);
    QCOMPARE(bench.kept(), bench.runner.record());
    const auto outcomes = submission::outcomesOf(bench.kept());
    QCOMPARE(outcomes.size(), size_t(3));
    QCOMPARE(outcomes.at(0).outcome, first);
    QCOMPARE(outcomes.at(1).outcome, first);
    QCOMPARE(outcomes.at(2).outcome, Outcome::NotSent);
}

void TestRunner::withoutAHistoryNothingIsSent()
{
    Bench bench;
    tests::ScriptedServer server({script::answer(201, stored)});
    bench.runner.setStore(nullptr);
    const auto started = bench.runner.start(makeSubmission(server.url(), 1));
    QVERIFY(!started.hasValue());
    QCOMPARE(started.error().error, submission::StartError::NoHistory);
    QVERIFY(!bench.runner.isRunning());
}

void TestRunner::twoAtOnceAreRefused()
{
    Bench bench;
    tests::ScriptedServer server({script::answer(201, stored)});
    QSignalSpy finished(&bench.runner, &Runner::finished);
    QVERIFY(bench.runner.start(makeSubmission(server.url(), 1)).hasValue());
    const auto second = bench.runner.start(makeSubmission(server.url(), 1));
    QVERIFY(!second.hasValue());
    QCOMPARE(second.error().error, submission::StartError::AlreadyRunning);
    QVERIFY(finished.wait());
    QCOMPARE(server.count("POST"), 1);
}

void TestRunner::historyThatCannotBeWrittenStopsTheSubmission()
{
    Bench bench;
    tests::ScriptedServer server({script::answer(201, stored)});
    QSignalSpy finished(&bench.runner, &Runner::finished);
    QSignalSpy failed(&bench.runner, &Runner::historyFailed);
    // The store goes away under the submission, as a disk may.
    connect(&bench.runner, &Runner::progress, &bench.runner, [&bench](qsizetype answered) {
        if (answered == 1) {
            bench.store.reset();
        }
    });
    QVERIFY(bench.runner.start(makeSubmission(server.url(), 5)).hasValue());
    QVERIFY(finished.wait());
    QCOMPARE(server.count("POST"), 1);
    QVERIFY(failed.count() >= 1);
    QCOMPARE(submission::countsOf(submission::outcomesOf(bench.runner.record())).stored, 2);
}

TEST_MAIN(QCoreApplication, TestRunner)
#include "tst_runner.moc"
