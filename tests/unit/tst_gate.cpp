#include "app/api/gate.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using api::Gate;
using api::Job;
using api::Pace;
using tests::ScriptedServer;
namespace script = tests::script;

namespace {

constexpr Pace unpaced{0, 0};
constexpr api::BackOff quick{80ms, 200ms, 120ms};
const QByteArray ok = "{}";
const QByteArray tenSecondly =
    R"({"errorType":"RATE_LIMIT","policyName":"TEN_SECONDLY_ROLLING","message":"Slow down."})";
const QByteArray daily = R"({"errorType":"RATE_LIMIT","policyName":"DAILY"})";

class FixedClock final : public support::Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);
    }
};

/// A gate, and what went through it.
struct Bench : QObject
{
    FixedClock clock;
    api::Transport transport;
    Gate gate;
    QElapsedTimer time;
    QStringList started;
    std::vector<qint64> startedAt; ///< milliseconds
    QList<int> answers;            ///< HTTP statuses, 0 for a failure
    int underWay = 0;
    int mostUnderWay = 0;
    const std::shared_ptr<const api::Key> key = std::make_shared<api::Key>("token");

    explicit Bench(const Pace &pace, const api::BackOff &backOff = quick)
        : gate(clock, pace, backOff)
    {
        time.start();
    }

    void enqueue(const ScriptedServer &server, const QString &name, QObject *context = nullptr)
    {
        const api::Endpoint endpoint{server.url(), key};
        gate.enqueue(endpoint, context != nullptr ? context : this, [this, endpoint, name] {
            started.append(name);
            startedAt.push_back(time.elapsed());
            mostUnderWay = std::max(mostUnderWay, ++underWay);
            Job *job = transport.send(endpoint, {"GET", "/" + name.toLatin1(), {}});
            connect(job, &Job::finished, this, [this](const api::Reply &reply) {
                --underWay;
                answers.append(reply.httpStatus);
            });
            return job;
        });
    }

    void enqueue(const ScriptedServer &server, int count)
    {
        for (int i = 0; i < count; ++i) {
            enqueue(server, QString::number(i));
        }
    }
};

tests::Script slow(std::chrono::milliseconds time)
{
    return {script::awaitRequest(), script::pause(time),
            script::send(script::message(200, {}, ok))};
}

} // namespace

Q_DECLARE_METATYPE(tests::Script)

class TestGate : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void startsInALaterTurn();
    void startsInOrder();
    void fewAtOnce_data();
    void fewAtOnce();
    void fewASecond();
    void givesATurnBack();
    void aJobThatIsDestroyedGivesItsTurnOn();
    void startsNothingForWhoIsGone();
    void cancelsWhatIsQueued();
    void lanesDoNotWaitForEachOther();
    void oneKeyOneLane();
    void pauses_data();
    void pauses();
    void saysUntilWhen();
    void drawsAPauseOut();
    void backsOffFurtherEachTime();
    void aPauseEndsThoughNothingWaits();
    void doesNotPause_data();
    void doesNotPause();
    void delays();
    void rateHeaders_data();
    void rateHeaders();
    void tellsTheRate();
};

void TestGate::startsInALaterTurn()
{
    ScriptedServer server({script::answer(200, ok)});
    Bench bench(unpaced);
    bench.enqueue(server, u"a"_s);
    QVERIFY(bench.started.isEmpty());
    QTRY_COMPARE(bench.answers, QList<int>{200});
}

void TestGate::startsInOrder()
{
    ScriptedServer server({script::answer(200, ok)});
    Bench bench({1, 0});
    bench.enqueue(server, 5);
    QTRY_COMPARE(bench.answers.size(), 5);
    QCOMPARE(bench.started, (QStringList{u"0"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
    QCOMPARE(bench.mostUnderWay, 1);
}

void TestGate::fewAtOnce_data()
{
    QTest::addColumn<int>("cap");
    QTest::addColumn<int>("most");
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("five") << 5 << 5;
    QTest::newRow("no cap") << 0 << 12;
}

void TestGate::fewAtOnce()
{
    QFETCH(int, cap);
    QFETCH(int, most);
    ScriptedServer server({slow(20ms)});
    Bench bench({cap, 0});
    bench.enqueue(server, 12);
    QTRY_COMPARE(bench.answers.size(), 12);
    QCOMPARE(bench.mostUnderWay, most);
}

void TestGate::fewASecond()
{
    ScriptedServer server({script::answer(200, ok)});
    Bench bench({0, 3});
    bench.enqueue(server, 7);
    QTRY_COMPARE(bench.answers.size(), 7);
    for (size_t i = 3; i < bench.startedAt.size(); ++i) {
        QVERIFY2(bench.startedAt[i] - bench.startedAt[i - 3] >= 999,
                 qPrintable(QString::number(i)));
    }
    // No slower than it must be.
    QVERIFY(bench.startedAt[2] < 500);
}

void TestGate::givesATurnBack()
{
    ScriptedServer server({script::answer(200, ok)});
    Bench bench({1, 1});
    int called = 0;
    bench.gate.enqueue({server.url(), "token"}, &bench, [&called]() -> Job * {
        ++called;
        return nullptr;
    });
    bench.enqueue(server, u"a"_s);
    QTRY_COMPARE(bench.answers, QList<int>{200});
    QCOMPARE(called, 1);
}

void TestGate::aJobThatIsDestroyedGivesItsTurnOn()
{
    ScriptedServer server({script::hangs(), script::answer(200, ok)});
    Bench bench({1, 0});
    auto other = std::make_unique<api::Transport>();
    const api::Endpoint endpoint{server.url(), bench.key};
    bench.gate.enqueue(endpoint, &bench, [&] {
        return other->send(endpoint, {"GET", "/hangs", {}});
    });
    bench.enqueue(server, u"a"_s);
    QTRY_COMPARE(server.requests().size(), 1U);
    QVERIFY(bench.started.isEmpty());
    other.reset();
    QTRY_COMPARE(bench.answers, QList<int>{200});
}

void TestGate::startsNothingForWhoIsGone()
{
    ScriptedServer server({script::answer(200, ok)});
    Bench bench({1, 0});
    auto context = std::make_unique<QObject>();
    bench.enqueue(server, u"a"_s);
    bench.enqueue(server, u"gone"_s, context.get());
    bench.enqueue(server, u"b"_s);
    QTRY_COMPARE(bench.started.size(), 1);
    context.reset();
    QTRY_COMPARE(bench.answers.size(), 2);
    QCOMPARE(bench.started, (QStringList{u"a"_s, u"b"_s}));
}

void TestGate::cancelsWhatIsQueued()
{
    ScriptedServer server({slow(20ms)});
    Bench bench({1, 0});
    QObject one;
    QObject two;
    bench.enqueue(server, u"1"_s, &one);
    bench.enqueue(server, u"2"_s, &two);
    bench.enqueue(server, u"1 again"_s, &one);
    QTRY_COMPARE(bench.started.size(), 1);
    bench.gate.cancel(&one);
    // What was started ends as it would.
    QTRY_COMPARE(bench.answers, (QList<int>{200, 200}));
    QCOMPARE(bench.started, (QStringList{u"1"_s, u"2"_s}));
}

void TestGate::lanesDoNotWaitForEachOther()
{
    ScriptedServer stuck({script::hangs()});
    ScriptedServer server({script::answer(200, ok)});
    Bench bench({1, 0});
    bench.enqueue(stuck, u"stuck"_s);
    bench.enqueue(stuck, u"behind it"_s);
    bench.enqueue(server, u"a"_s);
    QTRY_COMPARE(bench.answers, QList<int>{200});
    QCOMPARE(bench.started, (QStringList{u"stuck"_s, u"a"_s}));
}

// Two accounts of HubSpot's have the same address.
void TestGate::oneKeyOneLane()
{
    ScriptedServer server({script::hangs()});
    Bench bench({1, 0});
    const auto one = std::make_shared<api::Key>("one");
    const auto two = std::make_shared<api::Key>("two");
    for (const auto &key : {one, two, one}) {
        const api::Endpoint endpoint{server.url(), key};
        bench.gate.enqueue(endpoint, &bench, [&bench, endpoint] {
            bench.started.append(QString::fromLatin1(endpoint.token()));
            return bench.transport.send(endpoint, {"GET", "/", {}});
        });
    }
    QTRY_COMPARE(server.requests().size(), 2U);
    QCOMPARE(bench.started, (QStringList{u"one"_s, u"two"_s}));
    QByteArrayList tokens;
    for (const tests::ReceivedRequest &request : server.requests()) {
        tokens.append(request.header("authorization"));
    }
    std::ranges::sort(tokens); // they may arrive in either order
    QCOMPARE(tokens, (QByteArrayList{"Bearer one", "Bearer two"}));
}

void TestGate::pauses_data()
{
    QTest::addColumn<tests::Script>("script");
    QTest::addColumn<int>("atLeast");
    QTest::addColumn<int>("below");
    QTest::newRow("429") << script::answer(429, tenSecondly) << 80 << 400;
    QTest::newRow("429 without a body") << script::answer(429, {}) << 80 << 400;
    QTest::newRow("429, Retry-After: 0")
        << script::answer(429, tenSecondly, {{"Retry-After", "0"}}) << 80 << 400;
    QTest::newRow("429, Retry-After: garbage")
        << script::answer(429, tenSecondly, {{"Retry-After", "soon"}}) << 80 << 400;
    QTest::newRow("429, Retry-After: 1")
        << script::answer(429, tenSecondly, {{"Retry-After", "1"}}) << 1000 << 1500;
    QTest::newRow("423") << script::answer(423, {}) << 120 << 500;
}

void TestGate::pauses()
{
    QFETCH(tests::Script, script);
    QFETCH(int, atLeast);
    QFETCH(int, below);
    ScriptedServer server({script, script::answer(200, ok)});
    Bench bench({1, 0});
    QSignalSpy paused(&bench.gate, &Gate::paused);
    QSignalSpy resumed(&bench.gate, &Gate::resumed);
    bench.enqueue(server, 3);
    QTRY_COMPARE(paused.count(), 1);
    QCOMPARE(bench.started.size(), 1);
    QElapsedTimer waited;
    waited.start();
    QTRY_COMPARE(bench.answers.size(), 3);
    const qint64 between = bench.startedAt[1] - bench.startedAt[0];
    QVERIFY2(between >= atLeast && between < below, qPrintable(QString::number(between)));
    QCOMPARE(paused.count(), 1);
    QCOMPARE(resumed.count(), 1);
    // What was refused is not the gate's to send again.
    QCOMPARE(server.requests().size(), 3U);
}

void TestGate::saysUntilWhen()
{
    ScriptedServer server({script::answer(429, tenSecondly, {{"Retry-After", "7"}})});
    Bench bench(unpaced);
    QSignalSpy paused(&bench.gate, &Gate::paused);
    bench.enqueue(server, 1);
    QVERIFY(paused.wait());
    QCOMPARE(paused.front().at(0).toDateTime(), bench.clock.now().addSecs(7));
    const auto reason = paused.front().at(1).value<api::Error>();
    QCOMPARE(reason.kind, api::ErrorKind::RateLimited);
    QCOMPARE(reason.message, u"Slow down."_s);
}

// Those that were under way come back refused as well; only one that names a time changes anything.
void TestGate::drawsAPauseOut()
{
    const auto refused = [](std::chrono::milliseconds after, const tests::Headers &headers) {
        return tests::Script{script::awaitRequest(), script::pause(after),
                             script::send(script::message(429, headers, tenSecondly))};
    };
    ScriptedServer server({refused(0ms, {{"Retry-After", "1"}}), refused(30ms, {}),
                           refused(60ms, {{"Retry-After", "9"}}),
                           refused(90ms, {{"Retry-After", "1"}})});
    Bench bench(unpaced);
    QSignalSpy paused(&bench.gate, &Gate::paused);
    bench.enqueue(server, 4);
    QTRY_COMPARE(bench.answers.size(), 4);
    QCOMPARE(paused.count(), 2);
    QCOMPARE(paused.back().at(0).toDateTime(), bench.clock.now().addSecs(9));
}

void TestGate::backsOffFurtherEachTime()
{
    const tests::Script refused = script::answer(429, tenSecondly);
    ScriptedServer server({refused, refused, refused, refused, script::answer(200, ok), refused});
    Bench bench({1, 0});
    QSignalSpy paused(&bench.gate, &Gate::paused);
    bench.enqueue(server, 6);
    QTRY_COMPARE(paused.count(), 5);
    const std::array<std::pair<int, int>, 5> bounds{
        {{80, 100}, {160, 200}, {200, 250}, {200, 250}, {80, 100}}};
    for (qsizetype i = 0; i < paused.count(); ++i) {
        const qint64 pause = bench.clock.now().msecsTo(paused.at(i).at(0).toDateTime());
        const auto [least, most] = bounds.at(size_t(i));
        QVERIFY2(pause >= least && pause <= most, qPrintable(QString::number(pause)));
    }
}

void TestGate::aPauseEndsThoughNothingWaits()
{
    ScriptedServer server({script::answer(423, {})});
    Bench bench(unpaced);
    QSignalSpy resumed(&bench.gate, &Gate::resumed);
    bench.enqueue(server, 1);
    QVERIFY(resumed.wait());
    QCOMPARE(bench.answers, QList<int>{423});
}

void TestGate::doesNotPause_data()
{
    QTest::addColumn<tests::Script>("script");
    QTest::newRow("429 for the day") << script::answer(429, daily, {{"Retry-After", "1"}});
    QTest::newRow("429 for an hour") << script::answer(429, tenSecondly, {{"Retry-After", "3600"}});
    QTest::newRow("477") << script::answer(477, {}, {{"Retry-After", "3600"}});
    QTest::newRow("503") << script::answer(503, {}, {{"Retry-After", "3600"}});
    QTest::newRow("429 cut short") << script::truncated(429, tenSecondly, 5);
    QTest::newRow("closed") << script::closesAfterRequest();
}

void TestGate::doesNotPause()
{
    QFETCH(tests::Script, script);
    ScriptedServer server({script, script::answer(200, ok)});
    Bench bench({1, 0}, {60s, 60s, 60s});
    QSignalSpy paused(&bench.gate, &Gate::paused);
    bench.enqueue(server, 2);
    QTRY_COMPARE(bench.answers.size(), 2);
    QCOMPARE(paused.count(), 0);
}

void TestGate::delays()
{
    for (int i = 0; i < 200; ++i) {
        const auto first = api::delayAfter(1, 1s, 30s);
        QVERIFY(first >= 1s && first <= 1250ms);
        const auto third = api::delayAfter(3, 1s, 30s);
        QVERIFY(third >= 4s && third <= 5s);
        const auto far = api::delayAfter(1'000'000, 1s, 30s);
        QVERIFY(far >= 30s && far <= 37'500ms);
    }
    QCOMPARE(api::delayAfter(5, 0ms, 30s), 0ms);
}

void TestGate::rateHeaders_data()
{
    QTest::addColumn<std::vector<api::Header>>("headers");
    QTest::addColumn<api::RateStatus>("status");
    using Headers = std::vector<api::Header>;
    QTest::newRow("none") << Headers{{"Content-Type", "x"}} << api::RateStatus{};
    QTest::newRow("all") << Headers{{"X-HubSpot-RateLimit-Max", "100"},
                                    {"X-HubSpot-RateLimit-Remaining", "99"},
                                    {"X-HubSpot-RateLimit-Interval-Milliseconds", "10000"},
                                    {"X-HubSpot-RateLimit-Daily", "250000"},
                                    {"X-HubSpot-RateLimit-Daily-Remaining", "249999"}}
                         << api::RateStatus{100, 99, 10000, 250000, 249999};
    QTest::newRow("some, in other letters") << Headers{{"x-hubspot-ratelimit-remaining", " 0 "}}
                                            << api::RateStatus{.max = {},
                                                               .remaining = 0,
                                                               .intervalMilliseconds = {},
                                                               .daily = {},
                                                               .dailyRemaining = {}};
    QTest::newRow("nonsense") << Headers{{"X-HubSpot-RateLimit-Max", "many"},
                                         {"X-HubSpot-RateLimit-Remaining", "-1"},
                                         {"X-HubSpot-RateLimit-Daily", ""},
                                         {"X-HubSpot-RateLimit-Daily-Remaining", "99999999999"}}
                              << api::RateStatus{};
}

void TestGate::rateHeaders()
{
    QFETCH(std::vector<api::Header>, headers);
    QFETCH(api::RateStatus, status);
    api::Reply reply;
    reply.headers = headers;
    QCOMPARE(api::rateStatusOf(reply), status);
}

void TestGate::tellsTheRate()
{
    ScriptedServer server({script::answer(200, ok, {{"X-HubSpot-RateLimit-Remaining", "12"}}),
                           script::answer(200, ok),
                           script::answer(429, daily, {{"X-HubSpot-RateLimit-Remaining", "0"}})});
    Bench bench({1, 0});
    QSignalSpy rate(&bench.gate, &Gate::rateChanged);
    bench.enqueue(server, 3);
    QTRY_COMPARE(bench.answers.size(), 3);
    QTRY_COMPARE(rate.count(), 2);
    QCOMPARE(rate.front().front().value<api::RateStatus>().remaining, 12);
    QCOMPARE(rate.back().front().value<api::RateStatus>().remaining, 0);
}

TEST_MAIN(QCoreApplication, TestGate)
#include "tst_gate.moc"
