#include "app/submission/outcomes.h"
#include "app/submission/runner.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using history::Exchange;
using history::Record;
using limits::LiveLimit;
using submission::LimitOutcome;
using submission::Outcome;
using submission::Phase;
using submission::Runner;
using submission::Submission;
using tests::Script;
using tests::ScriptedServer;
namespace script = tests::script;

namespace {

using Scripts = std::vector<Script>;

const limits::Pair there{u"0-1"_s, u"0-2"_s};
const limits::Pair back{u"0-2"_s, u"0-1"_s};
const QByteArray refusal = R"({"status":"error","message":"no","category":"VALIDATION_ERROR"})";
const QByteArray tenSecondly = R"({"policyName":"TEN_SECONDLY_ROLLING"})";

/// "results" with the types 1 to `count`, all of one limit.
QByteArray results(int limit, int count = 40)
{
    QByteArray list;
    for (int typeId = 1; typeId <= count; ++typeId) {
        list += (list.isEmpty() ? "" : ",") +
                QByteArray(R"({"category":"USER_DEFINED","typeId":)") + QByteArray::number(typeId) +
                R"(,"userEnforcedMaxToObjectIds":)" + QByteArray::number(limit) + '}';
    }
    return "\"results\":[" + list + ']';
}

QByteArray batch(const QByteArray &results, const QByteArray &status = "COMPLETE")
{
    return R"({"status":")" + status + "\"," + results + '}';
}

/// Answers to a write and to a read that fit each other: every type has the limit 5.
Script written(int status = 201)
{
    return script::answer(status, batch(results(5)));
}

Script found(int limit)
{
    return script::answer(200, '{' + results(limit) + '}');
}

Script foundNothing()
{
    return script::answer(200, R"({"results":[]})");
}

Script after(std::chrono::milliseconds time, int status, const QByteArray &body)
{
    return {script::awaitRequest(), script::pause(time),
            script::send(script::message(status, {}, body))};
}

/// A request for one type each of `typeIds`, to have the limit 5.
limits::PlannedRequest request(std::initializer_list<qint32> typeIds, int stage = 0,
                               const limits::Pair &pair = there,
                               const LiveLimit &before = LiveLimit::unknown())
{
    limits::PlannedRequest planned{limits::Operation::Update, pair, {}, stage};
    for (const qint32 typeId : typeIds) {
        planned.changes.push_back({limits::Category::UserDefined, typeId, 5, {}, before});
    }
    return planned;
}

Submission submissionOf(const QUrl &url, std::vector<limits::PlannedRequest> requests)
{
    return {u"test"_s,     u"Test account"_s, {url, "token"}, {there, std::move(requests)},
            u"Contacts"_s, u"Companies"_s};
}

/// `count` limits, two a request, all of one stage.
Submission makeSubmission(const QUrl &url, int count)
{
    std::vector<limits::PlannedRequest> requests;
    for (qint32 typeId = 1; typeId <= count; typeId += 2) {
        requests.push_back(typeId < count ? request({typeId, typeId + 1}) : request({typeId}));
    }
    return submissionOf(url, std::move(requests));
}

/// A history, a transport and a runner over them. No pace unless it is asked for, and delays a test
/// can wait for.
struct Bench
{
    QTemporaryDir folder;
    support::SystemClock clock;
    std::unique_ptr<history::Store> store =
        std::move(history::Store::open(folder.path(), clock)).value();
    api::Transport transport;
    api::Gate gate;
    api::Reader reader{transport, gate, {2, 5ms}};
    Runner runner{transport, gate, reader, clock};
    QSignalSpy finished{&runner, &Runner::finished};

    explicit Bench(int atOnce = 5)
        : gate(clock, {atOnce, 0}, {20ms, 40ms, 20ms})
    {
        transport.setTimeouts({250ms, 2000ms});
        runner.setStore(store.get());
        runner.setLookAgainDelays({10ms, 20ms, 30ms});
    }
    [[nodiscard]] Record kept() const { return store->read(runner.record().id).value(); }
    /// From start to end.
    [[nodiscard]] bool submit(const Submission &submission)
    {
        return runner.start(submission).hasValue() && finished.wait();
    }
};

// S stored, D stored differently, F failed, M missing, U unknown, N not sent, P pending,
// X not stored.
QString letters(const Record &record)
{
    QString text;
    for (const LimitOutcome &outcome : submission::outcomesOf(record)) {
        text += QLatin1StringView("SDFMUNPX").at(qsizetype(outcome.outcome));
    }
    return text;
}

/// An answer to a write, and what is made of it as long as nothing is read back.
struct Write
{
    const char *name;
    Script script;
    bool stops = true; ///< a whole 2xx does not stop the rest
};

const std::vector<Write> &unknownWrites()
{
    static const std::vector<Write> all{
        {"500", script::answer(500, refusal)},
        {"502 from a gateway", script::answer(502, "<html>", {{"Content-Type", "text/html"}})},
        {"504 empty", script::answer(504, {})},
        {"not JSON", script::answer(201, "<html>")},
        {"empty", script::answer(201, {})},
        {"wrong types", script::answer(201, R"({"results":[{"typeId":"1"}]})")},
        {"truncated", script::truncated(201, batch(results(5)), 10)},
        {"a 429 cut short", script::truncated(429, tenSecondly, 10)},
        {"closed", script::closesAfterRequest()},
        {"reset", script::resetsAfterRequest()},
        {"hangs", script::hangs()},
        {"garbage", script::garbage("SSH-2.0-nothing\r\n\r\n")},
        {"redirect", script::redirect(307, QUrl(u"http://127.0.0.1:1/elsewhere"_s))},
        {"pending", script::answer(201, batch(R"("results":[])", "PENDING")), false},
        {"processing", script::answer(201, batch(R"("results":[])", "PROCESSING")), false},
        {"not in the answer", script::answer(201, batch(R"("results":[])")), false},
    };
    return all;
}

} // namespace

Q_DECLARE_METATYPE(Script)
Q_DECLARE_METATYPE(Scripts)
Q_DECLARE_METATYPE(limits::LiveLimit)
Q_DECLARE_METATYPE(submission::Phase)

class TestRunner : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void recordIsInTheHistoryBeforeTheFirstByte();
    void eachRequestOnce();
    void severalAreUnderWayAtOnce();
    void anAnswerIsWrittenWhileOthersAreAwaited();
    void anAnswerAndTheNextRequestAreWrittenTogether();
    void aLaterStageWaits();
    void aLaterStageIsNotSent_data();
    void aLaterStageIsNotSent();
    void leavesRoomForReads();
    void refusals_data();
    void refusals();
    void stopsWhatIsNotSentYet_data();
    void stopsWhatIsNotSentYet();
    void sendsAgainWhatWasRefusedBeforeWork_data();
    void sendsAgainWhatWasRefusedBeforeWork();
    void doesNotSendAgainForEver();
    void unknownOutcomes_data();
    void unknownOutcomes();
    void storedOutcomes_data();
    void storedOutcomes();
    void whatWasThereBeforeMayBeUnknown();
    void readsBackEachPair();
    void looksAgainOnlyWhereItMust();
    void phases();
    void cancelFinishesTheRequestUnderWay();
    void cancelsInAPause();
    void cancelsTheReadBack();
    void cancelsTheWaiting();
    void cancelsAtOnce();
    void checksAnOldRecord_data();
    void checksAnOldRecord();
    void checksWhatWasLeftUnknown();
    void checkIsRefused();
    void checkWithNothingToRead();
    void withoutAHistoryNothingIsSent();
    void twoAtOnceAreRefused();
    void historyThatGoesAway_data();
    void historyThatGoesAway();
    void runnerThatGoesAway_data();
    void runnerThatGoesAway();
};

void TestRunner::recordIsInTheHistoryBeforeTheFirstByte()
{
    Bench bench;
    ScriptedServer server({written(), found(5)});
    Record atArrival;
    connect(&server, &ScriptedServer::requestCame, &bench.runner, [&] {
        if (server.requests().size() == 1) {
            atArrival = bench.kept();
        }
    });
    QVERIFY(bench.runner.start(makeSubmission(server.url(), 2)).hasValue());
    // Nothing has been sent yet, and the record is there.
    QCOMPARE(bench.kept(), bench.runner.record());
    QCOMPARE(bench.kept().state, Record::State::InFlight);
    QCOMPARE(server.requests().size(), size_t(0));
    QVERIFY(bench.finished.wait());
    QCOMPARE(atArrival.exchanges.at(0).state, Exchange::State::Sent);
    QVERIFY(atArrival.exchanges.at(0).sentAt);
    QCOMPARE(server.requests().at(0).body, atArrival.exchanges.at(0).body);
    QCOMPARE(server.requests().at(0).target(), atArrival.exchanges.at(0).path);
    QCOMPARE(server.requests().at(1).target(), bench.kept().readBacks.at(0).path);
    for (const tests::ReceivedRequest &request : server.requests()) {
        QCOMPARE(request.header("authorization"), "Bearer token");
    }
}

void TestRunner::eachRequestOnce()
{
    Bench bench;
    ScriptedServer server({written(), written(), written(), found(5)});
    QSignalSpy progress(&bench.runner, &Runner::progress);
    QVERIFY(bench.runner.start(makeSubmission(server.url(), 5)).hasValue());
    QVERIFY(bench.runner.isRunning());
    QVERIFY(bench.finished.wait());
    QVERIFY(!bench.runner.isRunning());
    QCOMPARE(server.count("POST"), 3);
    QCOMPARE(progress, (QList<QVariantList>{{0, 3}, {1, 3}, {2, 3}, {3, 3}}));
    const Record record = bench.kept();
    QCOMPARE(record, bench.runner.record());
    QCOMPARE(record.state, Record::State::Finished);
    QByteArrayList bodies;
    for (const Exchange &exchange : record.exchanges) {
        QCOMPARE(exchange.state, Exchange::State::Answered);
        QCOMPARE(exchange.reply->httpStatus, 201);
        bodies.append(exchange.body);
    }
    for (const tests::ReceivedRequest &request : server.requests()) {
        QVERIFY(request.method() == "GET" || bodies.removeOne(request.body));
    }
    QCOMPARE(letters(record), u"SSSSS"_s);
    // The limits were looked at once, and what was found is kept.
    QCOMPARE(server.count("GET"), 1);
    QCOMPARE(record.readBacks.size(), 1U);
    // It is over: nothing comes after.
    QCOMPARE(bench.finished.count(), 1);
}

void TestRunner::severalAreUnderWayAtOnce()
{
    Bench bench(3);
    ScriptedServer server({after(60ms, 201, batch(results(5)))});
    int most = 0;
    connect(&server, &ScriptedServer::requestCame, &bench.runner, [&] {
        const auto sent =
            std::ranges::count(bench.kept().exchanges, Exchange::State::Sent, &Exchange::state);
        most = std::max(most, int(sent));
    });
    QVERIFY(bench.submit(makeSubmission(server.url(), 20)));
    QCOMPARE(server.count("POST"), 10);
    QCOMPARE(most, 3);
    QCOMPARE(bench.kept(), bench.runner.record());
}

// Nothing is left to send whose state could be written with the answer.
void TestRunner::anAnswerIsWrittenWhileOthersAreAwaited()
{
    Bench bench(2);
    ScriptedServer server({written(), after(200ms, 201, batch(results(5)))});
    std::vector<Record> kept;
    connect(&bench.runner, &Runner::progress, &bench.runner, [&](qsizetype answered) {
        if (answered == 1) {
            QTimer::singleShot(20ms, &bench.runner, [&] { kept.push_back(bench.kept()); });
        }
    });
    QVERIFY(bench.submit(submissionOf(server.url(), {request({1}), request({2})})));
    QCOMPARE(kept.size(), 1U);
    QCOMPARE(kept.front().state, Record::State::InFlight);
    QCOMPARE(
        std::ranges::count(kept.front().exchanges, Exchange::State::Answered, &Exchange::state), 1);
    QCOMPARE(bench.store->page({}, {}, 1)->front().counts.stored, 2);
}

// What a submission of many requests costs on disk: one flush per request, not two.
void TestRunner::anAnswerAndTheNextRequestAreWrittenTogether()
{
    Bench bench(1);
    ScriptedServer server({written()});
    QSignalSpy writes(bench.store.get(), &history::Store::written);
    QVERIFY(bench.submit(makeSubmission(server.url(), 20)));
    QCOMPARE(server.count("POST"), 10);
    // The record, each request as it is sent, the end, and the read-back.
    QCOMPARE(writes.count(), 13);
}

void TestRunner::aLaterStageWaits()
{
    Bench bench;
    ScriptedServer server({after(20ms, 201, batch(results(5)))});
    // The pair's stages, in an order of the plan that is not theirs, and another pair beside it.
    const Submission submission =
        submissionOf(server.url(), {request({1}, 0), request({2}, 1), request({3}, 0),
                                    request({4}, 2), request({5}, 1), request({6}, 7, back)});
    QList<qsizetype> early;
    connect(&server, &ScriptedServer::requestCame, &bench.runner, [&] {
        const Record record = bench.kept();
        for (const Exchange &one : record.exchanges) {
            for (const Exchange &other : record.exchanges) {
                if (one.state == Exchange::State::Sent && one.request.pair == other.request.pair &&
                    one.request.stage > other.request.stage &&
                    other.state != Exchange::State::Answered) {
                    early.append(one.request.stage);
                }
            }
        }
    });
    QVERIFY(bench.submit(submission));
    QCOMPARE(early, QList<qsizetype>());
    QCOMPARE(server.count("POST"), 6);
    QCOMPARE(letters(bench.kept()), u"SSSSSS"_s);
    // As much at once as the stages allow: those of the first stages were under way together.
    QDateTime firstAnswer = *bench.kept().exchanges[0].answeredAt;
    for (const size_t i : {0U, 2U, 5U}) {
        QVERIFY(*bench.kept().exchanges[i].sentAt <= firstAnswer);
    }
}

void TestRunner::aLaterStageIsNotSent_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("outcomes");
    const QByteArray one =
        R"("results":[{"category":"USER_DEFINED","typeId":1,"userEnforcedMaxToObjectIds":5}])";
    QTest::newRow("one refused") << script::answer(
                                        207, batch(one + R"(,"errors":[{"message":"type 2"}])"))
                                 << u"SFNS"_s;
    QTest::newRow("one not in the answer") << script::answer(201, batch(one)) << u"SMNS"_s;
    QTest::newRow("one stored differently")
        << script::answer(
               201, batch(R"("results":[{"category":"USER_DEFINED","typeId":1,"maxToObjectIds":5},)"
                          R"({"category":"USER_DEFINED","typeId":2,"maxToObjectIds":4}])"))
        << u"SDNS"_s;
    QTest::newRow("not done yet") << script::answer(200, batch(one, "PROCESSING")) << u"SUNS"_s;
}

// Only what depends on it stays unsent: the other pair goes on.
void TestRunner::aLaterStageIsNotSent()
{
    QFETCH(Script, script);
    QFETCH(QString, outcomes);
    Bench bench(1);
    ScriptedServer server({script, written(), script::answer(403, refusal)});
    QVERIFY(bench.submit(
        submissionOf(server.url(), {request({1, 2}, 0), request({3}, 1), request({4}, 1, back)})));
    QCOMPARE(server.count("POST"), 2);
    QCOMPARE(letters(bench.kept()), outcomes);
    QCOMPARE(bench.kept().exchanges[1].state, Exchange::State::NotSent);
    QCOMPARE(bench.kept(), bench.runner.record());
}

// Whoever reads meanwhile does not wait for the whole submission.
void TestRunner::leavesRoomForReads()
{
    Bench bench(1);
    ScriptedServer server({written()});
    QVERIFY(bench.runner.start(makeSubmission(server.url(), 20)).hasValue());
    QTRY_VERIFY(server.count("POST") > 0);
    QObject owner;
    QSignalSpy read(bench.reader.get({server.url(), "token"}, "/read", &owner),
                    &api::Call::finished);
    QVERIFY(read.wait());
    QVERIFY(server.count("POST") < 5);
    QVERIFY(bench.finished.wait());
}

void TestRunner::refusals_data()
{
    QTest::addColumn<Script>("script");
    for (const int status : {400, 401, 403, 404, 409, 422, 437}) {
        QTest::addRow("%d", status) << script::answer(status, refusal);
    }
    QTest::newRow("477") << script::answer(477, {}, {{"Retry-After", "3600"}});
    QTest::newRow("429 for the day") << script::answer(429, R"({"policyName":"DAILY"})");
    QTest::newRow("429 for an hour") << script::answer(429, tenSecondly, {{"Retry-After", "3600"}});
}

// Nothing was done, so nothing is sent again and nothing is read back.
void TestRunner::refusals()
{
    QFETCH(Script, script);
    Bench bench(1);
    ScriptedServer server({script});
    QVERIFY(bench.submit(makeSubmission(server.url(), 3)));
    QCOMPARE(server.requests().size(), 1U);
    QCOMPARE(letters(bench.kept()), u"FFN"_s);
    QCOMPARE(bench.kept(), bench.runner.record());
    QVERIFY(bench.kept().exchanges[0].refused.empty());
}

void TestRunner::stopsWhatIsNotSentYet_data()
{
    QTest::addColumn<Script>("script");
    QTest::addColumn<QString>("outcomes");
    QTest::newRow("refused") << script::answer(400, refusal) << u"FNNS"_s;
    for (const Write &write : unknownWrites()) {
        // What hangs is not known of before the other one has ended.
        if (write.stops && qstrcmp(write.name, "hangs") != 0) {
            QTest::newRow(write.name) << write.script << u"NNSU"_s;
        }
    }
}

// What is under way is awaited.
void TestRunner::stopsWhatIsNotSentYet()
{
    QFETCH(Script, script);
    QFETCH(QString, outcomes);
    Bench bench(2);
    ScriptedServer server(
        {after(100ms, 201, batch(results(5))), script, script::answer(403, refusal)});
    QVERIFY(bench.submit(submissionOf(
        server.url(), {request({1}), request({2}), request({3}), request({4}, 0, back)})));
    QCOMPARE(server.count("POST"), 2);
    QString seen = letters(bench.kept());
    std::ranges::sort(seen); // either may have met the fault
    QCOMPARE(seen, outcomes);
    QCOMPARE(bench.kept(), bench.runner.record());
}

void TestRunner::sendsAgainWhatWasRefusedBeforeWork_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("429") << script::answer(429, tenSecondly);
    QTest::newRow("429 without a body") << script::answer(429, {});
    QTest::newRow("423") << script::answer(423, {});
}

void TestRunner::sendsAgainWhatWasRefusedBeforeWork()
{
    QFETCH(Script, script);
    Bench bench(1);
    ScriptedServer server({script, written(), written(), found(5)});
    QSignalSpy paused(&bench.gate, &api::Gate::paused);
    QSignalSpy progress(&bench.runner, &Runner::progress);
    QVERIFY(bench.submit(submissionOf(server.url(), {request({1}), request({2}, 1)})));
    QCOMPARE(paused.count(), 1);
    QCOMPARE(server.count("POST"), 3);
    QCOMPARE(server.requests()[0].body, server.requests()[1].body);
    const Record record = bench.kept();
    QCOMPARE(record, bench.runner.record());
    QCOMPARE(letters(record), u"SS"_s);
    const Exchange &first = record.exchanges[0];
    QCOMPARE(first.refused.size(), 1U);
    QVERIFY(first.refused[0].reply->httpStatus == 429 || first.refused[0].reply->httpStatus == 423);
    QVERIFY(first.refused[0].sentAt <= *first.refused[0].answeredAt);
    QVERIFY(*first.refused[0].answeredAt <= *first.sentAt);
    QCOMPARE(first.reply->httpStatus, 201);
    QVERIFY(record.exchanges[1].refused.empty());
    QCOMPARE(progress, (QList<QVariantList>{{0, 2}, {1, 2}, {2, 2}}));
}

void TestRunner::doesNotSendAgainForEver()
{
    Bench bench(1);
    ScriptedServer server({script::answer(423, refusal)});
    QVERIFY(bench.submit(submissionOf(server.url(), {request({1}), request({2})})));
    QCOMPARE(server.count("POST"), 8);
    QCOMPARE(server.count("GET"), 0);
    QCOMPARE(letters(bench.kept()), u"FN"_s);
    QCOMPARE(bench.kept().exchanges[0].refused.size(), 7U);
    QCOMPARE(bench.kept(), bench.runner.record());
}

void TestRunner::unknownOutcomes_data()
{
    QTest::addColumn<Script>("write");
    QTest::addColumn<Scripts>("reads");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<LiveLimit>("readBack");
    QTest::addColumn<int>("looks"); // read-backs that are kept

    struct Read
    {
        const char *name;
        Scripts scripts;
        QString outcome; ///< empty: as the answer has it
        LiveLimit readBack;
        int looks;
        bool always = false; ///< after every kind of write, else after a lost answer only
    };
    const QByteArray noLimit = R"({"results":[{"category":"USER_DEFINED","typeId":1}]})";
    const std::vector<Read> reads{
        {"says what was asked", {found(5)}, u"S"_s, LiveLimit::of(5), 1, true},
        {"says what was before", {found(3)}, u"X"_s, LiveLimit::of(3), 4, true},
        {"says another", {found(9)}, u"D"_s, LiveLimit::of(9), 4, true},
        {"says Many", {foundNothing()}, u"D"_s, LiveLimit::many(), 4},
        {"lags", {found(3), found(3), found(5)}, u"S"_s, LiveLimit::of(5), 3, true},
        {"says another, then what was before", {found(9), found(3)}, u"X"_s, LiveLimit::of(3), 4},
        {"fails, then says what was asked",
         {script::answer(503, {}), script::answer(503, {}), found(5)},
         u"S"_s,
         LiveLimit::of(5),
         2},
        {"says what was before, then fails",
         {found(3), script::answer(503, {})},
         u"X"_s,
         LiveLimit::of(3),
         4},
        {"is refused", {script::answer(403, refusal)}, {}, LiveLimit::unknown(), 1},
        {"has no token any more", {script::answer(401, refusal)}, {}, LiveLimit::unknown(), 1},
        {"fails", {script::answer(503, {})}, {}, LiveLimit::unknown(), 4, true},
        {"is lost", {script::closesAfterRequest()}, {}, LiveLimit::unknown(), 4},
        {"is truncated",
         {script::truncated(200, '{' + results(5) + '}', 9)},
         {},
         LiveLimit::unknown(),
         4},
        {"is not JSON", {script::answer(200, "<html>")}, {}, LiveLimit::unknown(), 1},
        {"has the wrong shape",
         {script::answer(200, R"({"results":[{"typeId":"1"}]})")},
         {},
         LiveLimit::unknown(),
         1},
        {"has the type without its limit",
         {script::answer(200, noLimit)},
         {},
         LiveLimit::unknown(),
         4},
    };
    for (const Write &write : unknownWrites()) {
        const QString byAnswer = qstrcmp(write.name, "not in the answer") == 0 ? u"M"_s : u"U"_s;
        const bool lost = qstrcmp(write.name, "closed") == 0;
        for (const Read &read : reads) {
            if (!read.always && !lost) {
                continue;
            }
            QTest::addRow("%s; read-back %s", write.name, read.name)
                << write.script << read.scripts
                << (read.outcome.isEmpty() ? byAnswer : read.outcome) << read.readBack
                << read.looks;
        }
    }
}

void TestRunner::unknownOutcomes()
{
    QFETCH(Script, write);
    QFETCH(Scripts, reads);
    QFETCH(QString, outcome);
    QFETCH(LiveLimit, readBack);
    QFETCH(int, looks);
    Bench bench;
    reads.insert(reads.begin(), write);
    ScriptedServer server(reads);
    QVERIFY(bench.submit(
        submissionOf(server.url(), {request({1}, 0, there, LiveLimit::of(3)), request({2}, 1)})));
    // Once, and nothing after it.
    QCOMPARE(server.count("POST"), 1);
    QCOMPARE(bench.kept(), bench.runner.record());
    QCOMPARE(letters(bench.kept()), outcome + u'N');
    const LimitOutcome limit = submission::outcomesOf(bench.kept()).front();
    QCOMPARE(limit.readBack.value_or(LiveLimit::unknown()), readBack);
    QCOMPARE(limit.stored, readBack.limit);
    QCOMPARE(int(bench.kept().readBacks.size()), looks);
    const auto counts = bench.store->page({}, {}, 1)->front().counts;
    QCOMPARE(counts, submission::countsOf(submission::outcomesOf(bench.kept())));
}

void TestRunner::storedOutcomes_data()
{
    QTest::addColumn<Scripts>("reads");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<int>("looks");
    QTest::newRow("agrees") << Scripts{found(5)} << u"S"_s << 1;
    QTest::newRow("lags") << Scripts{found(3), foundNothing(), found(5)} << u"S"_s << 3;
    QTest::newRow("differs") << Scripts{found(3)} << u"D"_s << 4;
    QTest::newRow("Many") << Scripts{foundNothing()} << u"D"_s << 4;
    // The answer stands where nothing speaks against it.
    QTest::newRow("fails") << Scripts{script::answer(503, {})} << u"S"_s << 1;
    QTest::newRow("refused") << Scripts{script::answer(403, refusal)} << u"S"_s << 1;
    QTest::newRow("differs, then fails")
        << Scripts{found(3), script::answer(403, refusal)} << u"D"_s << 2;
}

void TestRunner::storedOutcomes()
{
    QFETCH(Scripts, reads);
    QFETCH(QString, outcome);
    QFETCH(int, looks);
    Bench bench;
    reads.insert(reads.begin(), written());
    ScriptedServer server(reads);
    QVERIFY(bench.submit(submissionOf(server.url(), {request({1}, 0, there, LiveLimit::of(3))})));
    QCOMPARE(server.count("POST"), 1);
    QCOMPARE(bench.kept(), bench.runner.record());
    QCOMPARE(letters(bench.kept()), outcome);
    QCOMPARE(int(bench.kept().readBacks.size()), looks);
}

// What cannot be told from what was there before is not said to be as before.
void TestRunner::whatWasThereBeforeMayBeUnknown()
{
    Bench bench;
    ScriptedServer server({script::closesAfterRequest(), found(3)});
    QVERIFY(bench.submit(submissionOf(server.url(), {request({1})})));
    QCOMPARE(letters(bench.kept()), u"D"_s);
    QCOMPARE(submission::outcomesOf(bench.kept()).front().stored, 3);
}

void TestRunner::readsBackEachPair()
{
    Bench bench;
    ScriptedServer server({written(), written(), found(5)});
    QVERIFY(bench.submit(submissionOf(server.url(), {request({1}), request({2}, 0, back)})));
    const auto &readBacks = bench.kept().readBacks;
    QCOMPARE(readBacks.size(), 2U);
    QSet<QByteArray> read;
    for (const tests::ReceivedRequest &request : server.requests()) {
        if (request.method() == "GET") {
            read.insert(request.target());
        }
    }
    QCOMPARE(read,
             (QSet<QByteArray>{"/crm/associations/2026-03/definitions/configurations/0-1/0-2",
                               "/crm/associations/2026-03/definitions/configurations/0-2/0-1"}));
}

// The pair whose limits are as they should be is not read again with the other.
void TestRunner::looksAgainOnlyWhereItMust()
{
    Bench bench(1);
    ScriptedServer server({written(), written(), found(5), found(3), found(5)});
    QVERIFY(bench.submit(submissionOf(server.url(), {request({1}), request({2}, 0, back)})));
    const auto readBacks = bench.kept().readBacks;
    QCOMPARE(readBacks.size(), 3U);
    QCOMPARE(readBacks[0].pair, there);
    QCOMPARE(readBacks[1].pair, back);
    QCOMPARE(readBacks[2].pair, back);
    QCOMPARE(letters(bench.kept()), u"SS"_s);
}

void TestRunner::phases()
{
    Bench bench;
    ScriptedServer server({written(), found(3), found(5)});
    QList<Phase> seen;
    connect(&bench.runner, &Runner::phaseChanged, &bench.runner, [&](Phase phase) {
        seen.append(phase);
        QCOMPARE(bench.runner.phase(), phase);
        QCOMPARE(bench.runner.lookAgainAt().has_value(), phase == Phase::Waiting);
        if (phase == Phase::Waiting) {
            const qint64 left = bench.clock.now().msecsTo(*bench.runner.lookAgainAt());
            QVERIFY(left > 0 && left <= 10);
        }
    });
    QCOMPARE(bench.runner.phase(), Phase::Idle);
    QVERIFY(bench.submit(submissionOf(server.url(), {request({1})})));
    QCOMPARE(seen, (QList{Phase::Sending, Phase::ReadingBack, Phase::Waiting, Phase::ReadingBack,
                          Phase::Idle}));
}

void TestRunner::cancelFinishesTheRequestUnderWay()
{
    Bench bench(1);
    ScriptedServer server({written(), found(5)});
    connect(&server, &ScriptedServer::requestCame, &bench.runner, [&] {
        if (bench.runner.phase() == Phase::Sending) {
            bench.runner.cancel();
            bench.runner.cancel(); // as often as one likes
        }
    });
    QVERIFY(bench.submit(makeSubmission(server.url(), 5)));
    QCOMPARE(server.count("POST"), 1);
    QCOMPARE(letters(bench.kept()), u"SSNNN"_s);
    // What was sent is looked at all the same.
    QCOMPARE(bench.kept().readBacks.size(), 1U);
    QCOMPARE(bench.kept(), bench.runner.record());
}

void TestRunner::cancelsInAPause()
{
    Bench bench(1);
    ScriptedServer server({script::answer(429, tenSecondly, {{"Retry-After", "200"}})});
    connect(&bench.gate, &api::Gate::paused, &bench.runner, &Runner::cancel);
    QVERIFY(bench.submit(makeSubmission(server.url(), 3)));
    QCOMPARE(server.requests().size(), 1U);
    QCOMPARE(letters(bench.kept()), u"NNN"_s);
    QCOMPARE(bench.kept().exchanges[0].refused.size(), 1U);
    QCOMPARE(bench.kept(), bench.runner.record());
}

void TestRunner::cancelsTheReadBack()
{
    Bench bench;
    ScriptedServer server({written(), written(), script::hangs()});
    connect(&server, &ScriptedServer::requestCame, &bench.runner, [&] {
        if (bench.runner.phase() == Phase::ReadingBack) {
            bench.runner.cancel();
            bench.runner.cancel();
        }
    });
    QVERIFY(bench.submit(submissionOf(server.url(), {request({1}), request({2}, 0, back)})));
    QVERIFY(!bench.finished.wait(50));
    QCOMPARE(bench.finished.count(), 1);
    QCOMPARE(letters(bench.kept()), u"SS"_s);
    QVERIFY(bench.kept().readBacks.empty());
    // And the next one is none the worse for it.
    ScriptedServer next({written(), found(5)});
    QVERIFY(bench.submit(submissionOf(next.url(), {request({1})})));
    QCOMPARE(bench.kept().readBacks.size(), 1U);
}

void TestRunner::cancelsTheWaiting()
{
    Bench bench;
    bench.runner.setLookAgainDelays({60s});
    ScriptedServer server({written(), found(3)});
    connect(&bench.runner, &Runner::phaseChanged, &bench.runner, [&](Phase phase) {
        if (phase == Phase::Waiting) {
            bench.runner.cancel();
        }
    });
    QVERIFY(bench.submit(submissionOf(server.url(), {request({1})})));
    QCOMPARE(bench.runner.phase(), Phase::Idle);
    QVERIFY(!bench.runner.lookAgainAt());
    QCOMPARE(letters(bench.kept()), u"D"_s);
}

void TestRunner::cancelsAtOnce()
{
    Bench bench;
    ScriptedServer server({written()});
    QVERIFY(bench.runner.start(makeSubmission(server.url(), 3)).hasValue());
    bench.runner.cancel();
    QVERIFY(bench.finished.isEmpty()); // in a later turn
    QVERIFY(bench.finished.wait());
    QCOMPARE(letters(bench.kept()), u"NNN"_s);
    QCOMPARE(server.connectionCount(), 0);
    bench.runner.cancel(); // nothing
    QVERIFY(!bench.finished.wait(20));
    QCOMPARE(bench.finished.count(), 1);
}

void TestRunner::checksAnOldRecord_data()
{
    QTest::addColumn<Scripts>("reads");
    QTest::addColumn<QString>("outcomes");
    QTest::newRow("stored") << Scripts{found(5)} << u"SSN"_s;
    QTest::newRow("as before") << Scripts{found(3)} << u"DXN"_s;
    QTest::newRow("another") << Scripts{found(7)} << u"DDN"_s;
    QTest::newRow("fails") << Scripts{script::answer(503, {})} << u"SUN"_s;
    QTest::newRow("refused") << Scripts{script::answer(401, {})} << u"SUN"_s;
}

// The program ends while a request is under way. The next one finds it, and looks.
void TestRunner::checksAnOldRecord()
{
    QFETCH(Scripts, reads);
    QFETCH(QString, outcomes);
    const QTemporaryDir folder;
    support::SystemClock clock;
    QUuid id;
    {
        ScriptedServer server({written(), script::hangs()});
        auto store = std::move(history::Store::open(folder.path(), clock)).value();
        api::Transport transport;
        api::Gate gate(clock, {1, 0});
        api::Reader reader(transport, gate);
        Runner runner(transport, gate, reader, clock);
        runner.setStore(store.get());
        QVERIFY(runner
                    .start(submissionOf(
                        server.url(),
                        {request({1}), request({2}, 0, there, LiveLimit::of(3)), request({3}, 1)}))
                    .hasValue());
        id = runner.record().id;
        QTRY_COMPARE(server.count("POST"), 2);
    }
    Bench bench;
    bench.store = std::move(history::Store::open(folder.path(), clock)).value();
    bench.runner.setStore(bench.store.get());
    const Record old = bench.store->read(id).value();
    QCOMPARE(old.state, Record::State::Interrupted);
    QCOMPARE(letters(old), u"SUN"_s);
    ScriptedServer server(reads);
    QList<Phase> seen;
    connect(&bench.runner, &Runner::phaseChanged, &bench.runner,
            [&](Phase phase) { seen.append(phase); });
    QVERIFY(bench.runner.check(old, {server.url(), "token"}).hasValue());
    QVERIFY(bench.runner.isRunning());
    QVERIFY(bench.finished.wait());
    QCOMPARE(seen, (QList{Phase::ReadingBack, Phase::Idle}));
    const Record checked = bench.store->read(id).value();
    QCOMPARE(checked, bench.runner.record());
    QCOMPARE(checked.state, Record::State::Interrupted);
    QCOMPARE(checked.readBacks.size(), 1U);
    QCOMPARE(letters(checked), outcomes);
    QCOMPARE(bench.store->page({}, {}, 1)->front().counts,
             submission::countsOf(submission::outcomesOf(checked)));
    QCOMPARE(server.count("POST"), 0);
}

void TestRunner::checksWhatWasLeftUnknown()
{
    Bench bench;
    bench.runner.setLookAgainDelays({});
    ScriptedServer server({script::closesAfterRequest(), script::answer(403, refusal), found(3),
                           script::answer(503, {}), script::answer(503, {}), found(5)});
    QVERIFY(bench.submit(submissionOf(server.url(), {request({1}, 0, there, LiveLimit::of(3))})));
    QCOMPARE(letters(bench.kept()), u"U"_s);
    // The last look that could be read counts.
    for (const QString &expected : {u"X"_s, u"X"_s, u"S"_s}) {
        QVERIFY(bench.runner.check(bench.kept(), {server.url(), "token"}).hasValue());
        QVERIFY(bench.finished.wait());
        QCOMPARE(letters(bench.kept()), expected);
    }
    QCOMPARE(bench.kept().readBacks.size(), 4U);
    QCOMPARE(server.count("POST"), 1);
}

void TestRunner::checkIsRefused()
{
    Bench bench;
    ScriptedServer server({written(), found(5)});
    QVERIFY(bench.runner.start(makeSubmission(server.url(), 1)).hasValue());
    Record record = bench.runner.record();
    const api::Endpoint endpoint{server.url(), "token"};
    QCOMPARE(bench.runner.check(record, endpoint).error().error,
             submission::StartError::AlreadyRunning);
    QVERIFY(bench.finished.wait());
    QCOMPARE(bench.runner.check(record, endpoint).error().error,
             submission::StartError::StillInFlight);
    record = bench.runner.record();
    QVERIFY(bench.runner.check(record, endpoint).hasValue());
    QCOMPARE(bench.runner.check(record, endpoint).error().error,
             submission::StartError::AlreadyRunning);
    QCOMPARE(bench.runner.start(makeSubmission(server.url(), 1)).error().error,
             submission::StartError::AlreadyRunning);
    QVERIFY(bench.finished.wait());
    bench.runner.setStore(nullptr);
    QCOMPARE(bench.runner.check(record, endpoint).error().error, submission::StartError::NoHistory);
}

void TestRunner::checkWithNothingToRead()
{
    Bench bench;
    ScriptedServer server({script::answer(400, refusal)});
    QVERIFY(bench.submit(makeSubmission(server.url(), 1)));
    QVERIFY(bench.runner.check(bench.kept(), {server.url(), "token"}).hasValue());
    QVERIFY(bench.finished.wait());
    QCOMPARE(bench.finished.count(), 2);
    QCOMPARE(server.requests().size(), 1U);
}

void TestRunner::withoutAHistoryNothingIsSent()
{
    Bench bench;
    ScriptedServer server({written()});
    bench.runner.setStore(nullptr);
    const auto started = bench.runner.start(makeSubmission(server.url(), 1));
    QVERIFY(!started.hasValue());
    QCOMPARE(started.error().error, submission::StartError::NoHistory);
    QVERIFY(!bench.runner.isRunning());
}

void TestRunner::twoAtOnceAreRefused()
{
    Bench bench;
    ScriptedServer server({written(), found(5)});
    QVERIFY(bench.runner.start(makeSubmission(server.url(), 1)).hasValue());
    const auto second = bench.runner.start(makeSubmission(server.url(), 1));
    QVERIFY(!second.hasValue());
    QCOMPARE(second.error().error, submission::StartError::AlreadyRunning);
    QVERIFY(bench.finished.wait());
    QCOMPARE(server.count("POST"), 1);
}

void TestRunner::historyThatGoesAway_data()
{
    QTest::addColumn<Phase>("phase");
    QTest::addColumn<int>("answered"); ///< when it goes away
    QTest::addColumn<int>("posts");
    QTest::addColumn<QString>("outcomes"); ///< in memory
    QTest::newRow("before the first request") << Phase::Sending << 0 << 0 << u"NNN"_s;
    QTest::newRow("between two requests") << Phase::Sending << 1 << 1 << u"SNN"_s;
    QTest::newRow("after the last answer") << Phase::Sending << 3 << 3 << u"SSS"_s;
    QTest::newRow("while reading back") << Phase::ReadingBack << 3 << 3 << u"SSS"_s;
    QTest::newRow("while waiting") << Phase::Waiting << 3 << 3 << u"SSS"_s;
}

// As a disk may. Nothing more is written to HubSpot, what can still be seen is shown.
void TestRunner::historyThatGoesAway()
{
    QFETCH(Phase, phase);
    QFETCH(int, answered);
    QFETCH(int, posts);
    QFETCH(QString, outcomes);
    Bench bench(1);
    Scripts scripts(size_t(posts), written());
    scripts.push_back(found(3));
    scripts.push_back(found(5));
    ScriptedServer server(scripts);
    QSignalSpy failed(&bench.runner, &Runner::historyFailed);
    int seen = 0;
    connect(&bench.runner, &Runner::progress, &bench.runner, [&](qsizetype count) {
        seen = int(count);
        if (phase == Phase::Sending && seen == answered) {
            bench.store.reset();
        }
    });
    connect(&bench.runner, &Runner::phaseChanged, &bench.runner, [&](Phase now) {
        if (now != Phase::Sending && now == phase) {
            bench.store.reset();
        }
    });
    QVERIFY(bench.submit(submissionOf(server.url(), {request({1}), request({2}), request({3})})));
    QVERIFY(!bench.store);
    QCOMPARE(server.count("POST"), posts);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(letters(bench.runner.record()), outcomes);
    QCOMPARE(bench.finished.count(), 1);
}

void TestRunner::runnerThatGoesAway_data()
{
    QTest::addColumn<Phase>("phase");
    QTest::newRow("sending") << Phase::Sending;
    QTest::newRow("reading back") << Phase::ReadingBack;
    QTest::newRow("waiting") << Phase::Waiting;
}

// The window closes in the middle of it.
void TestRunner::runnerThatGoesAway()
{
    QFETCH(Phase, phase);
    Bench bench;
    ScriptedServer server({after(10ms, 201, batch(results(5))), found(3)});
    auto *runner = new Runner(bench.transport, bench.gate, bench.reader, bench.clock);
    QPointer<Runner> alive(runner);
    runner->setStore(bench.store.get());
    runner->setLookAgainDelays({10ms});
    connect(runner, &Runner::phaseChanged, runner, [runner, phase](Phase now) {
        if (now == phase) {
            runner->deleteLater();
        }
    });
    QSignalSpy finished(runner, &Runner::finished);
    QVERIFY(runner->start(submissionOf(server.url(), {request({1})})).hasValue());
    QTRY_VERIFY(!alive);
    const size_t requests = server.requests().size();
    QVERIFY(!finished.wait(40));
    QVERIFY(server.count("POST") <= 1);
    QVERIFY(server.requests().size() <= requests + 1); // what was leaving just then
}

TEST_MAIN(QCoreApplication, TestRunner)
#include "tst_runner.moc"
