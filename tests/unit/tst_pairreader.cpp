#include "app/live/pairreader.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using api::ErrorKind;
using limits::LiveLimit;
using limits::LivePair;
using live::PairReader;
using live::PairReading;
using live::Part;
using tests::Script;
using tests::ScriptedServer;
namespace script = tests::script;

namespace {

const limits::Pair forth{u"0-1"_s, u"0-2"_s};
const limits::Pair back{u"0-2"_s, u"0-1"_s};

const QByteArray labels = R"({"results":[{"category":"USER_DEFINED","typeId":28,"label":"Billing"},
    {"category":"HUBSPOT_DEFINED","typeId":279,"label":null}]})";
const QByteArray configurations = R"({"results":[
    {"category":"HUBSPOT_DEFINED","typeId":279,"userEnforcedMaxToObjectIds":5}]})";

constexpr QByteArrayView labelsForth = "/0-1/0-2/labels";
constexpr QByteArrayView labelsBack = "/0-2/0-1/labels";
constexpr QByteArrayView limitsForth = "/configurations/0-1/0-2";
constexpr QByteArrayView limitsBack = "/configurations/0-2/0-1";

tests::Route route(QByteArrayView end, std::vector<Script> scripts)
{
    return {end.toByteArray(), std::move(scripts)};
}

struct Bench
{
    support::SystemClock clock;
    api::Transport transport;
    api::Gate gate{clock, {0, 0}, {20ms, 40ms, 20ms}};
    api::Reader reader{transport, gate, {3, 10ms}};
    limits::AssociationTypes known = limits::AssociationTypes::hubSpotDefined();
    PairReader pairs{reader, known};
    QSignalSpy pairRead{&pairs, &PairReader::pairRead};
    QSignalSpy finished{&pairs, &PairReader::finished};

    Bench() { transport.setTimeouts({300ms, 900ms}); }

    void read(const ScriptedServer &server, const std::vector<limits::Pair> &wanted = {forth})
    {
        pairs.read({server.url(), "pat-secret"}, wanted);
    }

    [[nodiscard]] PairReading reading() const
    {
        return finished.front().front().value<PairReading>();
    }
};

/// A fault, and what it is reported as; nullopt where the part is read in the end.
struct Fault
{
    const char *name;
    std::vector<Script> scripts;
    std::optional<ErrorKind> kind;
    int requests = 1;
};

std::vector<Fault> faultsOf(const QByteArray &good, const QUrl &elsewhere)
{
    const tests::Headers html{{"Content-Type", "text/html"}};
    return {
        {"good", {script::answer(200, good)}, {}},
        {"403", {script::answer(403, R"({"category":"MISSING_SCOPES"})")}, ErrorKind::Forbidden},
        {"401", {script::answer(401, "{}")}, ErrorKind::Unauthorized},
        {"404 HTML", {script::answer(404, "<html>", html)}, ErrorKind::NotFound},
        {"429, then good", {script::answer(429, "{}"), script::answer(200, good)}, {}, 2},
        {"429", {script::answer(429, "{}")}, ErrorKind::RateLimited, 3},
        {"429 for the day",
         {script::answer(429, R"({"policyName":"DAILY"})")},
         ErrorKind::RateLimited},
        {"423, then good", {script::answer(423, {}), script::answer(200, good)}, {}, 2},
        {"477", {script::answer(477, {}, {{"Retry-After", "3600"}})}, ErrorKind::Moving},
        {"500", {script::answer(500, "<html>", html)}, ErrorKind::ServerError, 3},
        {"500, then good", {script::answer(500, {}), script::answer(200, good)}, {}, 2},
        {"timeout", {script::hangs()}, ErrorKind::TimedOut, 3},
        {"closed", {script::closesAfterRequest()}, ErrorKind::ConnectionLost, 3},
        {"truncated", {script::truncated(200, good.chopped(9), 9)}, ErrorKind::Truncated, 3},
        {"truncated, then good",
         {script::truncated(200, good.chopped(9), 9), script::answer(200, good)},
         {},
         2},
        {"garbage", {script::answer(200, "\x01\x02{")}, ErrorKind::NotJson},
        {"HTML", {script::answer(200, "<html>", html)}, ErrorKind::NotJson},
        {"wrong shape",
         {script::answer(200, R"({"results":[{"typeId":"1"}]})")},
         ErrorKind::UnexpectedShape},
        {"list", {script::answer(200, "[]")}, ErrorKind::UnexpectedShape},
        {"redirect", {script::redirect(302, elsewhere)}, ErrorKind::Redirected},
        {"redirect for good", {script::redirect(308, elsewhere)}, ErrorKind::Redirected},
        {"empty", {script::answer(200, {})}, ErrorKind::NotJson},
        {"nothing", {script::answer(204, {})}, ErrorKind::NotJson},
    };
}

} // namespace

class TestPairReader : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void readsAPair();
    void readsBothDirectionsAtOnce();
    void announcesEachDirection();
    void readsTheSamePairOnce();
    void oneFault_data();
    void oneFault();
    void bothFail();
    void noServer();
    void noToken();
    void isReplaced();
    void isReplacedByAReceiver();
    void isCancelled();
    void isCancelledByAReceiver();
    void isDestroyed();
    void readsAgain();
};

void TestPairReader::readsAPair()
{
    ScriptedServer server({route(labelsForth, {script::answer(200, labels)}),
                           route(limitsForth, {script::answer(200, configurations)})});
    Bench bench;
    QVERIFY(!bench.pairs.isReading());
    bench.read(server);
    QVERIFY(bench.pairs.isReading());
    QVERIFY(bench.finished.wait());
    QVERIFY(!bench.pairs.isReading());
    const LivePair expected{
        forth,
        true,
        true,
        {{limits::Category::HubSpotDefined, 279, {}, true, LiveLimit::of(5)},
         {limits::Category::UserDefined, 28, u"Billing"_s, false, LiveLimit::many()}},
        {}};
    QCOMPARE(bench.reading(), (PairReading{{expected}, {}}));
    QCOMPARE(bench.pairRead.size(), 1);
    QCOMPARE(bench.pairRead.front().front().value<LivePair>(), expected);
    QCOMPARE(server.requests().size(), 2U);
    for (const tests::ReceivedRequest &request : server.requests()) {
        QCOMPARE(request.method(), "GET");
        QCOMPARE(request.header("authorization"), "Bearer pat-secret");
    }
}

// None of the four is answered before all of them are there.
void TestPairReader::readsBothDirectionsAtOnce()
{
    const Script waits{script::awaitRequest(), script::hang()};
    ScriptedServer server({route(labelsForth, {waits}), route(limitsForth, {waits}),
                           route(labelsBack, {waits}), route(limitsBack, {waits})});
    Bench bench;
    bench.read(server, {forth, back});
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), 4U, 250);
    for (const QByteArrayView end : {labelsForth, limitsForth, labelsBack, limitsBack}) {
        QCOMPARE(server.countOf(end), 1);
    }
}

void TestPairReader::announcesEachDirection()
{
    const Script late{script::awaitRequest(), script::pause(50ms),
                      script::send(script::message(200, {}, labels))};
    ScriptedServer server({route(labelsForth, {late}),
                           route(limitsForth, {script::answer(403, "{}")}),
                           route(labelsBack, {script::answer(200, R"({"results":[]})")}),
                           route(limitsBack, {script::answer(200, R"({"results":[]})")})});
    Bench bench;
    bench.read(server, {forth, back});
    QVERIFY(bench.pairRead.wait());
    QCOMPARE(bench.finished.size(), 0);
    QCOMPARE(bench.pairRead.front().front().value<LivePair>(),
             (LivePair{back, true, true, {}, {}}));
    QVERIFY(bench.finished.wait());
    QCOMPARE(bench.pairRead.size(), 2);
    const PairReading reading = bench.reading();
    QCOMPARE(reading.pairs.size(), 2U);
    QCOMPARE(reading.pairs[0], bench.pairRead[1].front().value<LivePair>());
    QCOMPARE(reading.pairs[1].pair, back);
    QCOMPARE(reading.errors.size(), 1U);
    QCOMPARE(reading.errors.front().pair, forth);
}

void TestPairReader::readsTheSamePairOnce()
{
    const limits::Pair same{u"0-1"_s, u"0-1"_s};
    ScriptedServer server({route("/labels", {script::answer(200, labels)}),
                           route("/0-1", {script::answer(200, configurations)})});
    Bench bench;
    bench.read(server, {same, same});
    QVERIFY(bench.finished.wait());
    QCOMPARE(bench.reading().pairs.size(), 1U);
    QCOMPARE(server.requests().size(), 2U);
}

void TestPairReader::oneFault_data()
{
    QTest::addColumn<Part>("part");
    QTest::addColumn<int>("fault");
    const std::vector<Fault> faults = faultsOf(labels, {});
    for (const Part part : {Part::Labels, Part::Limits}) {
        for (std::size_t i = 0; i < faults.size(); ++i) {
            QTest::addRow("%s: %s", part == Part::Labels ? "labels" : "limits", faults[i].name)
                << part << int(i);
        }
    }
}

// One part fails, the other and the other direction do not: they are known, and it is not.
void TestPairReader::oneFault()
{
    QFETCH(Part, part);
    QFETCH(int, fault);
    const bool ofLabels = part == Part::Labels;
    ScriptedServer elsewhere({script::answer(200, labels)});
    const std::vector<Fault> faults = faultsOf(ofLabels ? labels : configurations, elsewhere.url());
    const Fault &wrong = faults.at(size_t(fault));
    const std::vector<Script> goodLabels{script::answer(200, labels)};
    const std::vector<Script> goodLimits{script::answer(200, configurations)};
    ScriptedServer server({route(labelsForth, ofLabels ? wrong.scripts : goodLabels),
                           route(limitsForth, ofLabels ? goodLimits : wrong.scripts),
                           route(labelsBack, goodLabels), route(limitsBack, goodLimits)});
    Bench bench;
    bench.read(server, {forth, back});
    QVERIFY(bench.finished.wait());

    const PairReading reading = bench.reading();
    QCOMPARE(reading.pairs.size(), 2U);
    const LivePair &pair = reading.pairs.front();
    QCOMPARE(pair.typesRead, !ofLabels || !wrong.kind);
    QCOMPARE(pair.limitsRead, ofLabels || !wrong.kind);
    const LiveLimit five = pair.limitsRead ? LiveLimit::of(5) : LiveLimit::unknown();
    QCOMPARE(pair.types.size(), pair.typesRead ? 2U : 1U);
    QCOMPARE(pair.types.front(),
             (limits::LiveType{limits::Category::HubSpotDefined, 279, {}, true, five}));
    if (pair.typesRead) {
        QCOMPARE(pair.types.back().label, u"Billing"_s);
        QCOMPARE(pair.types.back().limit,
                 pair.limitsRead ? LiveLimit::many() : LiveLimit::unknown());
    }
    QVERIFY(reading.pairs.back().typesRead);
    QVERIFY(reading.pairs.back().limitsRead);
    QCOMPARE(reading.errors.size(), wrong.kind ? 1U : 0U);
    if (wrong.kind) {
        QCOMPARE(reading.errors.front().pair, forth);
        QCOMPARE(reading.errors.front().part, part);
        QCOMPARE(reading.errors.front().error.kind, *wrong.kind);
    }
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.pairRead.size(), 2);
    QCOMPARE(server.countOf(ofLabels ? labelsForth : limitsForth), wrong.requests);
    QCOMPARE(server.countOf(ofLabels ? limitsForth : labelsForth), 1);
    QCOMPARE(server.countOf(labelsBack) + server.countOf(limitsBack), 2);
    QCOMPARE(elsewhere.connectionCount(), 0);
}

void TestPairReader::bothFail()
{
    ScriptedServer server({route(labelsForth, {script::answer(403, R"({"category":"MISSING_SCOPES",
        "errors":[{"context":{"requiredGranularScopes":["crm.objects.contacts.read"]}}]})")}),
                           route(limitsForth, {script::answer(500, {})})});
    Bench bench;
    bench.read(server);
    QVERIFY(bench.finished.wait());
    const PairReading reading = bench.reading();
    QCOMPARE(reading.pairs, (std::vector<LivePair>{{forth, false, false, {}, {}}}));
    QCOMPARE(reading.errors.size(), 2U);
    QCOMPARE(reading.errors[0].part, Part::Labels);
    QCOMPARE(reading.errors[0].error.missingScopes, QStringList{u"crm.objects.contacts.read"_s});
    QCOMPARE(reading.errors[1].part, Part::Limits);
    QCOMPARE(reading.errors[1].error.kind, ErrorKind::ServerError);
}

void TestPairReader::noServer()
{
    Bench bench;
    {
        const ScriptedServer server({script::hangs()});
        bench.read(server);
    }
    QVERIFY(bench.finished.wait());
    QCOMPARE(bench.reading().errors.size(), 2U);
    QCOMPARE(bench.reading().errors.front().error.kind, ErrorKind::ConnectionRefused);
    QVERIFY(!bench.reading().pairs.front().typesRead);
}

void TestPairReader::noToken()
{
    ScriptedServer server({script::answer(200, labels)});
    Bench bench;
    bench.pairs.read({server.url(), QByteArray()}, {forth});
    QVERIFY(bench.finished.wait());
    QCOMPARE(bench.reading().errors.front().error.kind, ErrorKind::InvalidRequest);
    QCOMPARE(server.connectionCount(), 0);
}

void TestPairReader::isReplaced()
{
    ScriptedServer server({route(labelsForth, {script::answer(500, {})}),
                           route(limitsForth, {script::answer(500, {})}),
                           route(labelsBack, {script::answer(200, labels)}),
                           route(limitsBack, {script::answer(200, configurations)})});
    QSignalSpy came(&server, &ScriptedServer::requestCame);
    Bench bench;
    bench.read(server, {forth});
    while (came.size() < 2) {
        QVERIFY(came.wait());
    }
    bench.read(server, {back});
    QVERIFY(bench.finished.wait());
    QCOMPARE(bench.reading().pairs.front().pair, back);
    QVERIFY(bench.reading().errors.empty());
    // What was replaced is not tried again either, nor heard of.
    QVERIFY(!bench.finished.wait(60));
    QCOMPARE(server.requests().size(), 4U);
}

void TestPairReader::isReplacedByAReceiver()
{
    ScriptedServer server({route("/labels", {script::answer(200, labels)}),
                           route("", {script::answer(200, configurations)})});
    Bench bench;
    connect(&bench.pairs, &PairReader::pairRead, this, [&](const LivePair &pair) {
        if (pair.pair == forth) {
            bench.read(server, {back});
        }
    });
    bench.read(server, {forth});
    QVERIFY(bench.finished.wait());
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(bench.pairRead.size(), 2);
    QCOMPARE(bench.reading().pairs.front().pair, back);
}

void TestPairReader::isCancelled()
{
    ScriptedServer server({script::answer(500, {})});
    QSignalSpy came(&server, &ScriptedServer::requestCame);
    Bench bench;
    bench.read(server);
    while (came.size() < 2) {
        QVERIFY(came.wait());
    }
    bench.pairs.cancel();
    QVERIFY(!bench.pairs.isReading());
    bench.read(server);
    bench.pairs.cancel(); // before anything left
    QVERIFY(!bench.finished.wait(60));
    QCOMPARE(bench.pairRead.size(), 0);
    QCOMPARE(server.requests().size(), 2U);
}

void TestPairReader::isCancelledByAReceiver()
{
    ScriptedServer server({route("/labels", {script::answer(200, labels)}),
                           route("", {script::answer(200, configurations)})});
    Bench bench;
    connect(&bench.pairs, &PairReader::pairRead, &bench.pairs, &PairReader::cancel);
    bench.read(server, {forth, back});
    QVERIFY(bench.pairRead.wait());
    QVERIFY(!bench.finished.wait(50));
    QCOMPARE(bench.pairRead.size(), 1);
}

void TestPairReader::isDestroyed()
{
    ScriptedServer server({route("/labels", {script::answer(200, labels)}),
                           route("", {script::answer(200, configurations)})});
    Bench bench;
    for (const bool byAReceiver : {false, true}) {
        auto pairs = std::make_unique<PairReader>(bench.reader, bench.known);
        if (byAReceiver) {
            connect(pairs.get(), &PairReader::pairRead, this,
                    [&pairs] { pairs.release()->deleteLater(); });
        }
        const QPointer<PairReader> alive(pairs.get());
        pairs->read({server.url(), "pat-secret"}, {forth});
        if (!byAReceiver) {
            pairs.reset();
        }
        QTRY_VERIFY(!alive);
    }
    QCOMPARE(server.requests().size(), 2U);
}

void TestPairReader::readsAgain()
{
    ScriptedServer server(
        {route("/labels", {script::answer(200, labels)}),
         route("", {script::answer(403, "{}"), script::answer(200, configurations)})});
    Bench bench;
    connect(&bench.pairs, &PairReader::finished, this, [&](const PairReading &reading) {
        if (!reading.errors.empty()) {
            bench.read(server);
        }
    });
    bench.read(server);
    QTRY_COMPARE(bench.finished.size(), 2);
    QCOMPARE(bench.reading().errors.size(), 1U);
    QVERIFY(bench.finished[1].front().value<PairReading>().errors.empty());
}

TEST_MAIN(QCoreApplication, TestPairReader)
#include "tst_pairreader.moc"
