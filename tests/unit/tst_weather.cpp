#include "app/live/accountreader.h"
#include "app/live/pairreader.h"
#include "app/sandbox/sandbox.h"
#include "app/submission/outcomes.h"
#include "app/submission/runner.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <optional>

// Every fault at every stage, between the program's parts and the sandbox: what is known after it,
// what was sent, and what is in the record.

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using api::ErrorKind;
using history::Record;
using live::AccountPart;
using live::AccountReading;
using live::PairReading;
using tests::Fault;
using tests::FaultProxy;
using tests::ReceivedRequest;
namespace fault = tests::fault;
namespace script = tests::script;

namespace {

const limits::Pair pair{u"0-1"_s, u"0-2"_s};

/// What happens to requests, and what the program makes of it.
struct Weather
{
    const char *name;
    Fault fault{};
    /// What the request ends with; nullopt: it succeeds in the end.
    std::optional<ErrorKind> kind{};
    int reads = 1; ///< GETs for one read that is hit
    /// Outcomes of a submission of two requests, the first of them hit, when it was read back:
    /// S stored, F failed, X not stored, N not sent.
    const char *written = "";
    int writes = 1;       ///< POSTs of the request that is hit
    bool once = false;    ///< only the first request is hit
    bool refused = false; ///< no connection comes about
};

std::vector<Weather> allWeather(const QUrl &elsewhere)
{
    const tests::Headers html{{"Content-Type", "text/html"}};
    const auto says = [](int status, const QByteArray &body, const tests::Headers &headers = {}) {
        return fault::instead(script::message(status, headers, body));
    };
    const auto otherType = [](QByteArray message) {
        return message.replace("application/json", "text/html");
    };
    const QByteArray scopes = R"({"category":"MISSING_SCOPES","errors":[{"context":)"
                              R"({"requiredGranularScopes":["crm.objects.contacts.read"]}}]})";
    const Fault garbage{.answer = [](const QByteArray &) { return "SSH-2.0-nothing\r\n\r\n"_ba; },
                        .ending = Fault::Ending::Close};
    using Ending = Fault::Ending;
    return {
        {.name = "refused",
         .kind = ErrorKind::ConnectionRefused,
         .reads = 0,
         .written = "FFN",
         .writes = 0,
         .refused = true},
        {"closed", fault::dropped(), ErrorKind::ConnectionLost, 2, "XXN"},
        {"reset", fault::dropped(Ending::Reset), ErrorKind::ConnectionLost, 2, "XXN"},
        {"answer lost", fault::answerLost(), ErrorKind::ConnectionLost, 2, "SSN"},
        {"answer lost by a reset", fault::answerLost(Ending::Reset), ErrorKind::ConnectionLost, 2,
         "SSN"},
        {"truncated", fault::truncated(9), ErrorKind::Truncated, 2, "SSN"},
        {"garbage", garbage, ErrorKind::ConnectionLost, 2, "SSN"},
        {"401", says(401, R"({"category":"INVALID_AUTHENTICATION"})"), ErrorKind::Unauthorized, 1,
         "FFN"},
        {"403", says(403, scopes), ErrorKind::Forbidden, 1, "FFN"},
        {"404 HTML", says(404, "<html>", html), ErrorKind::NotFound, 1, "FFN"},
        {"429 once", says(429, R"({"policyName":"TEN_SECONDLY_ROLLING"})"), {}, 2, "SSS", 2, true},
        {"429 for the day", says(429, R"({"policyName":"DAILY"})"), ErrorKind::RateLimited, 1,
         "FFN"},
        {"477", says(477, {}, {{"Retry-After", "3600"}}), ErrorKind::Moving, 1, "FFN"},
        {"500 instead", says(500, "<html>", html), ErrorKind::ServerError, 2, "XXN"},
        {"500 afterwards", fault::afterwards(script::message(500, {}, {})), ErrorKind::ServerError,
         2, "SSN"},
        {"wrong content type", {.answer = otherType}, ErrorKind::NotJson, 1, "SSN"},
        {"wrong shape",
         fault::afterwards(script::message(200, {}, R"({"results":[{"typeId":"1"}]})")),
         ErrorKind::UnexpectedShape, 1, "SSN"},
        {"redirect", says(307, {}, {{"Location", elsewhere.toEncoded()}}), ErrorKind::Redirected, 1,
         "XXN"},
        {"hangs", fault::dropped(Ending::KeepOpen), ErrorKind::TimedOut, 2, "XXN"},
        {"hangs when it is done", fault::answerLost(Ending::KeepOpen), ErrorKind::TimedOut, 2,
         "SSN"},
    };
}

/// Which requests are hit.
using Aim = std::function<bool(const ReceivedRequest &)>;

Aim aimAt(QByteArrayView method, const QByteArray &end)
{
    return [method, end](const ReceivedRequest &request) {
        return request.method() == method && request.target().split('?').constFirst().endsWith(end);
    };
}

const Aim labels = aimAt("GET", "/0-1/0-2/labels");
const Aim configurations = aimAt("GET", "/configurations/0-1/0-2");
const Aim schemas = aimAt("GET", "/schemas");
const Aim writes = aimAt("POST", "/batch/create");

/// The sandbox, the weather before it, and the program's parts beyond.
struct World
{
    QTemporaryDir folder;
    support::SystemClock clock;
    sandbox::Sandbox sandbox{folder.filePath(u"sandbox.json"_s), clock};
    const bool started = sandbox.start().hasValue();
    FaultProxy proxy{sandbox.baseUrl()};
    const api::Endpoint endpoint{proxy.url(), sandbox.token()};

    std::unique_ptr<history::Store> store =
        std::move(history::Store::open(folder.path(), clock)).value();
    api::Transport transport;
    api::Gate gate{clock, {5, 0}, {10ms, 20ms, 10ms}};
    api::Reader reader{transport, gate, {2, 5ms}};
    limits::AssociationTypes known = limits::AssociationTypes::hubSpotDefined();
    live::PairReader pairReader{reader, known};
    live::AccountReader accountReader{reader};
    submission::Runner runner{transport, gate, reader, clock};

    World()
    {
        transport.setTimeouts({300ms, 2s});
        runner.setStore(store.get());
        runner.setLookAgainDelays({5ms});
    }

    /// Where connections are refused, that is from the first request on that is aimed at: whoever
    /// sent it tries again, and in vain.
    void set(const Weather &weather, const Aim &aim, const Aim &lost = {})
    {
        proxy.setRule([this, weather, aim, lost, hits = 0](const ReceivedRequest &request) mutable {
            if (lost && lost(request)) {
                return fault::answerLost();
            }
            if (!aim(request) || (weather.once && hits++ > 0)) {
                return fault::none();
            }
            if (weather.refused) {
                proxy.refuseConnections();
            }
            return weather.fault;
        });
    }

    void clearUp()
    {
        proxy.setRule({});
        if (proxy.isRefusing()) {
            proxy.acceptConnections();
        }
    }

    [[nodiscard]] PairReading readPair(const QUrl &url)
    {
        QSignalSpy finished(&pairReader, &live::PairReader::finished);
        pairReader.read({url, endpoint.token()}, {pair});
        return finished.wait(10'000) ? finished.front().front().value<PairReading>()
                                     : PairReading();
    }

    [[nodiscard]] AccountReading readAccount()
    {
        QSignalSpy finished(&accountReader, &live::AccountReader::finished);
        accountReader.read(endpoint);
        return finished.wait(10'000) ? finished.front().front().value<AccountReading>()
                                     : AccountReading();
    }

    /// Two labels at once, and the unlabeled type after them.
    [[nodiscard]] bool submit()
    {
        using limits::Category;
        using limits::LiveLimit;
        const LiveLimit many = LiveLimit::many();
        const std::vector<limits::Edit> edits{
            {pair, Category::HubSpotDefined, 1, {}, false, many, many, 3},
            {pair, Category::UserDefined, 30, {}, false, many, many, 2},
            {pair, Category::HubSpotDefined, 279, {}, true, many, many, 5}};
        QSignalSpy finished(&runner, &submission::Runner::finished);
        const limits::Plan plan = limits::makePlan(pair, edits, 100);
        return runner.start({u"a"_s, {}, endpoint, plan, {}, {}}).hasValue() &&
               finished.wait(20'000);
    }

    [[nodiscard]] bool checkAgain()
    {
        QSignalSpy finished(&runner, &submission::Runner::finished);
        const auto record = store->read(runner.record().id);
        return record && runner.check(*record, endpoint).hasValue() && finished.wait(10'000);
    }

    [[nodiscard]] qsizetype requestsOf(const Aim &aim) const
    {
        return std::ranges::count_if(proxy.requests(), aim);
    }
};

std::optional<qint32> limitIn(const limits::LivePair &read, qint32 typeId)
{
    const auto type = std::ranges::find(read.types, typeId, &limits::LiveType::typeId);
    return type == read.types.end() ? std::nullopt : type->limit.limit;
}

QString letters(const Record &record)
{
    QString text;
    for (const submission::LimitOutcome &outcome : submission::outcomesOf(record)) {
        text += QLatin1StringView("SDFMUNPX").at(qsizetype(outcome.outcome));
    }
    return text;
}

} // namespace

Q_DECLARE_METATYPE(Weather)

class TestWeather : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void objectTypes_data() { addWeather(); }
    void objectTypes();
    void labelsOfAPair_data() { addWeather(); }
    void labelsOfAPair();
    void limitsOfAPair_data() { addWeather(); }
    void limitsOfAPair();
    void submit_data() { addWeather(); }
    void submit();
    void readBack_data() { addWeather(); }
    void readBack();

private:
    void addWeather();

    tests::ScriptedServer m_elsewhere{{script::answer(200, "{}")}};
    std::unique_ptr<World> m_world;
};

void TestWeather::init()
{
    StrictTest::init();
    m_world = std::make_unique<World>();
    QVERIFY(m_world->started);
}

void TestWeather::cleanup()
{
    // Whatever the weather: the token goes to one address, and to no other.
    QCOMPARE(m_elsewhere.connectionCount(), 0);
    for (const ReceivedRequest &request : m_world->proxy.requests()) {
        QCOMPARE(request.header("authorization"), "Bearer " + m_world->endpoint.token());
    }
    m_world.reset();
}

void TestWeather::addWeather()
{
    QTest::addColumn<Weather>("weather");
    for (const Weather &weather : allWeather(m_elsewhere.url())) {
        QTest::newRow(weather.name) << weather;
    }
}

void TestWeather::objectTypes()
{
    QFETCH(const Weather, weather);
    const AccountReading fair = m_world->readAccount();
    QVERIFY(fair.errors.empty());
    const qsizetype before = m_world->requestsOf(schemas);
    m_world->set(weather, schemas);
    if (weather.refused) {
        m_world->proxy.refuseConnections();
    }
    const AccountReading reading = m_world->readAccount();
    QCOMPARE(m_world->requestsOf(schemas) - before, weather.reads);
    if (!weather.kind) {
        QCOMPARE(reading, fair);
        return;
    }
    QVERIFY(!reading.schemas);
    QCOMPARE(reading.errors.back().part, AccountPart::Schemas);
    QCOMPARE(reading.errors.back().error.kind, *weather.kind);
    QCOMPARE(reading.errors.size(), size_t(weather.refused ? 3 : 1));
    QCOMPARE(reading.enablement.has_value(), !weather.refused);
    if (weather.kind == ErrorKind::Forbidden) {
        QCOMPARE(reading.errors.back().error.missingScopes,
                 QStringList{u"crm.objects.contacts.read"_s});
    }
    // What was known until then stays.
    const limits::ObjectTypes standard = limits::ObjectTypes::standard();
    const limits::ObjectTypes known = live::objectTypesOf(standard, fair);
    QVERIFY(known.byId(u"2-7001"));
    QCOMPARE(live::objectTypesOf(standard, reading, known).byId(u"2-7001"), known.byId(u"2-7001"));
}

void TestWeather::labelsOfAPair()
{
    QFETCH(const Weather, weather);
    const PairReading fair = m_world->readPair(m_world->sandbox.baseUrl());
    m_world->set(weather, labels);
    if (weather.refused) {
        m_world->proxy.refuseConnections();
    }
    const PairReading reading = m_world->readPair(m_world->proxy.url());
    QCOMPARE(m_world->requestsOf(labels), weather.reads);
    if (!weather.kind) {
        QCOMPARE(reading, fair);
        return;
    }
    QCOMPARE(reading.pairs.size(), size_t(1));
    QVERIFY(!reading.pairs.front().typesRead);
    QCOMPARE(reading.pairs.front().limitsRead, !weather.refused);
    QCOMPARE(reading.errors.front().part, live::Part::Labels);
    QCOMPARE(reading.errors.front().error.kind, *weather.kind);
    if (!weather.refused) {
        QCOMPARE(limitIn(reading.pairs.front(), 28), 1); // it has one, and so it is there
    }
}

void TestWeather::limitsOfAPair()
{
    QFETCH(const Weather, weather);
    const PairReading fair = m_world->readPair(m_world->sandbox.baseUrl());
    m_world->set(weather, configurations);
    if (weather.refused) {
        m_world->proxy.refuseConnections();
    }
    const PairReading reading = m_world->readPair(m_world->proxy.url());
    QCOMPARE(m_world->requestsOf(configurations), weather.reads);
    if (!weather.kind) {
        QCOMPARE(reading, fair);
        return;
    }
    const limits::LivePair &read = reading.pairs.front();
    QVERIFY(!read.limitsRead);
    QCOMPARE(read.typesRead, !weather.refused);
    QCOMPARE(read.types.size(), weather.refused ? size_t(0) : fair.pairs.front().types.size());
    for (const limits::LiveType &type : read.types) {
        QVERIFY(!type.limit.known); // not "Many"
    }
    QCOMPARE(reading.errors.back().part, live::Part::Limits);
    QCOMPARE(reading.errors.back().error.kind, *weather.kind);
}

void TestWeather::submit()
{
    QFETCH(const Weather, weather);
    bool isFirst = true;
    m_world->set(weather, [&isFirst, &weather](const ReceivedRequest &request) {
        return writes(request) && (weather.once || std::exchange(isFirst, false));
    });
    if (weather.refused) {
        m_world->proxy.refuseConnections();
    }
    QVERIFY(m_world->submit());
    const Record &record = m_world->runner.record();
    QCOMPARE(letters(record), QLatin1StringView(weather.written));
    QCOMPARE(*m_world->store->read(record.id), record);

    // No request is sent twice but those HubSpot refused before any work.
    const QByteArray body = record.exchanges.front().body;
    QCOMPARE(m_world->requestsOf(
                 [&body](const ReceivedRequest &request) { return request.body == body; }),
             weather.writes);
    QCOMPARE(record.exchanges.front().refused.size(), size_t(std::max(weather.writes - 1, 0)));
    const auto result = submission::resultOf(record.exchanges.front(), record.state);
    QCOMPARE(result.error.has_value(), weather.kind.has_value());
    if (result.error) {
        QCOMPARE(result.error->kind, *weather.kind);
    }

    // What is on record is what is so.
    const PairReading truth = m_world->readPair(m_world->sandbox.baseUrl());
    const bool stored = weather.written[0] == 'S';
    QCOMPARE(limitIn(truth.pairs.front(), 1), stored ? std::optional(3) : std::nullopt);
    QCOMPARE(limitIn(truth.pairs.front(), 30), stored ? std::optional(2) : std::nullopt);
    QCOMPARE(limitIn(truth.pairs.front(), 279).has_value(), weather.written[2] == 'S');
}

void TestWeather::readBack()
{
    QFETCH(const Weather, weather);
    m_world->set(weather, configurations, writes);
    QVERIFY(m_world->submit());
    const Record record = m_world->runner.record();
    QCOMPARE(m_world->requestsOf(writes), 1);
    // Without a look at what is there, nothing is proven.
    QCOMPARE(letters(record), weather.kind ? u"UUN"_s : u"SSN"_s);
    QCOMPARE(*m_world->store->read(record.id), record);
    QVERIFY(!record.readBacks.empty());
    const auto found = api::decodeConfigurations(*record.readBacks.back().attempt.reply);
    QCOMPARE(found.hasValue(), !weather.kind);
    if (weather.kind) {
        QCOMPARE(found.error().kind, *weather.kind);
        QCOMPARE(record.readBacks.size(), size_t(api::mayPass(found.error()) ? 2 : 1));
    }

    m_world->clearUp();
    QVERIFY(m_world->checkAgain());
    QCOMPARE(letters(m_world->runner.record()), u"SSN"_s);
    QCOMPARE(letters(*m_world->store->read(record.id)), u"SSN"_s);
    QCOMPARE(m_world->requestsOf(writes), 1);
}

TEST_MAIN(QCoreApplication, TestWeather)
#include "tst_weather.moc"
