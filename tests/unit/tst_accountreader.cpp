#include "app/live/accountreader.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using api::ErrorKind;
using limits::ObjectTypes;
using live::AccountPart;
using live::AccountReader;
using live::AccountReading;
using tests::Script;
using tests::ScriptedServer;
namespace script = tests::script;

namespace {

const QByteArray details = R"({"portalId":62515,"accountType":"STANDARD"})";
const QByteArray enablement = R"({"enablementByObjectTypeId":{"0-3":true,"0-5":false}})";
const QByteArray schemas =
    R"({"results":[{"objectTypeId":"2-7001","name":"pets","fullyQualifiedName":"p62515_pets",
        "labels":{"singular":"Pet","plural":"Pets"}}]})";

const AccountReading whole{api::AccountDetails{62515, u"STANDARD"_s, {}, {}, {}},
                           api::Enablement{{u"0-3"_s, true}, {u"0-5"_s, false}},
                           std::vector<api::CustomObject>{{u"2-7001"_s, u"pets"_s, u"p62515_pets"_s,
                                                           u"Pet"_s, u"Pets"_s, false}},
                           {}};

tests::Route detailsRoute(const Script &script)
{
    return {"/account-info/2026-03/details", {script}};
}

tests::Route enablementRoute(const Script &script)
{
    return {"/enablement", {script}};
}

tests::Route schemasRoute(const Script &script)
{
    return {"/schemas?includePropertyDefinitions=false&includeAssociationDefinitions=false"
            "&includeAuditMetadata=false",
            {script}};
}

struct Bench
{
    support::SystemClock clock;
    api::Transport transport;
    api::Gate gate{clock, {0, 0}, {20ms, 40ms, 20ms}};
    api::Reader reader{transport, gate, {3, 10ms}};
    AccountReader account{reader};
    QSignalSpy finished{&account, &AccountReader::finished};

    Bench() { transport.setTimeouts({300ms, 900ms}); }

    void read(const ScriptedServer &server) { account.read({server.url(), "pat-secret"}); }
    [[nodiscard]] AccountReading reading() const
    {
        return finished.front().front().value<AccountReading>();
    }
};

ObjectTypes threeStandard()
{
    return ObjectTypes({{u"0-1"_s, u"Contact"_s, u"Contacts"_s},
                        {u"0-3"_s, u"Deal"_s, u"Deals"_s},
                        {u"0-5"_s, u"Ticket"_s, u"Tickets"_s}});
}

QStringList shown(const ObjectTypes &types)
{
    QStringList names;
    for (const limits::ObjectType &type : types.all()) {
        names.append(limits::displayName(type));
    }
    return names;
}

} // namespace

Q_DECLARE_METATYPE(Script)

class TestAccountReader : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void readsAllAtOnce();
    void oneFault_data();
    void oneFault();
    void namesMissingScopes();
    void allFail();
    void isReplacedOrCancelled();
    void choosesObjectTypes_data();
    void choosesObjectTypes();
    void namesCustomTypes();
};

void TestAccountReader::readsAllAtOnce()
{
    ScriptedServer server({detailsRoute(script::answer(200, details)),
                           enablementRoute(script::answer(200, enablement)),
                           schemasRoute(script::answer(200, schemas))});
    Bench bench;
    bench.read(server);
    QVERIFY(bench.account.isReading());
    QVERIFY(bench.finished.wait());
    QVERIFY(!bench.account.isReading());
    QCOMPARE(bench.reading(), whole);
    QCOMPARE(bench.finished.size(), 1);
    QCOMPARE(server.requests().size(), 3U);
    QCOMPARE(server.connectionCount(), 3);
}

void TestAccountReader::oneFault_data()
{
    QTest::addColumn<AccountPart>("part");
    QTest::addColumn<Script>("script");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("requests"); // all together
    const std::pair<AccountPart, const char *> parts[] = {{AccountPart::Details, "details"},
                                                          {AccountPart::Enablement, "enablement"},
                                                          {AccountPart::Schemas, "schemas"}};
    for (const auto &[part, name] : parts) {
        const auto row = [part = part, name = name](const char *fault, const Script &script,
                                                    ErrorKind kind, int attempts) {
            QTest::addRow("%s: %s", name, fault) << part << script << kind << 2 + attempts;
        };
        row("401", script::answer(401, "{}"), ErrorKind::Unauthorized, 1);
        row("403", script::answer(403, "{}"), ErrorKind::Forbidden, 1);
        row("404 HTML", script::answer(404, "<html>", {{"Content-Type", "text/html"}}),
            ErrorKind::NotFound, 1);
        row("429", script::answer(429, "{}"), ErrorKind::RateLimited, 3);
        row("500", script::answer(500, "{}"), ErrorKind::ServerError, 3);
        row("timeout", script::hangs(), ErrorKind::TimedOut, 3);
        row("truncated", script::truncated(200, "{}", 5), ErrorKind::Truncated, 3);
        row("garbage", script::answer(200, "\x01{"), ErrorKind::NotJson, 1);
        row("empty", script::answer(200, {}), ErrorKind::NotJson, 1);
        row("wrong shape",
            script::answer(200, R"({"results":1,"enablementByObjectTypeId":1,"portalId":"x"})"),
            ErrorKind::UnexpectedShape, 1);
        row("redirect", script::redirect(302, QUrl(u"http://127.0.0.1:9/"_s)),
            ErrorKind::Redirected, 1);
    }
}

// One part fails; the others are read, and it is not.
void TestAccountReader::oneFault()
{
    QFETCH(AccountPart, part);
    QFETCH(Script, script);
    QFETCH(ErrorKind, kind);
    QFETCH(int, requests);
    const auto scriptOf = [part, &script](AccountPart one, const QByteArray &good) {
        return one == part ? script : script::answer(200, good);
    };
    ScriptedServer server({detailsRoute(scriptOf(AccountPart::Details, details)),
                           enablementRoute(scriptOf(AccountPart::Enablement, enablement)),
                           schemasRoute(scriptOf(AccountPart::Schemas, schemas))});
    Bench bench;
    bench.read(server);
    QVERIFY(bench.finished.wait());
    const AccountReading reading = bench.reading();
    QCOMPARE(reading.details, part == AccountPart::Details ? std::nullopt : whole.details);
    QCOMPARE(reading.enablement, part == AccountPart::Enablement ? std::nullopt : whole.enablement);
    QCOMPARE(reading.schemas, part == AccountPart::Schemas ? std::nullopt : whole.schemas);
    QCOMPARE(reading.errors.size(), 1U);
    QCOMPARE(reading.errors.front().part, part);
    QCOMPARE(reading.errors.front().error.kind, kind);
    QCOMPARE(int(server.requests().size()), requests);
}

void TestAccountReader::namesMissingScopes()
{
    ScriptedServer server({detailsRoute(script::answer(200, details)),
                           enablementRoute(script::answer(403, R"({"category":"MISSING_SCOPES",
             "errors":[{"context":{"requiredGranularScopes":["crm.objects.contacts.read"]}}]})")),
                           schemasRoute(script::answer(403, R"({"category":"MISSING_SCOPES",
             "context":{"missingScopes":["crm.schemas.custom.read"]}})"))});
    Bench bench;
    bench.read(server);
    QVERIFY(bench.finished.wait());
    const AccountReading reading = bench.reading();
    QCOMPARE(reading.errors.size(), 2U);
    QCOMPARE(reading.errors[0].part, AccountPart::Enablement);
    QCOMPARE(reading.errors[0].error.missingScopes, QStringList{u"crm.objects.contacts.read"_s});
    QCOMPARE(reading.errors[1].part, AccountPart::Schemas);
    QCOMPARE(reading.errors[1].error.missingScopes, QStringList{u"crm.schemas.custom.read"_s});
}

void TestAccountReader::allFail()
{
    ScriptedServer server({script::answer(401, R"({"category":"EXPIRED_AUTHENTICATION"})")});
    Bench bench;
    bench.read(server);
    QVERIFY(bench.finished.wait());
    const AccountReading reading = bench.reading();
    QCOMPARE(reading.errors.size(), 3U);
    QVERIFY(!reading.details && !reading.enablement && !reading.schemas);
    QCOMPARE(shown(live::objectTypesOf(threeStandard(), reading)), shown(threeStandard()));
}

void TestAccountReader::isReplacedOrCancelled()
{
    ScriptedServer refusing({script::answer(500, "{}")});
    QSignalSpy came(&refusing, &ScriptedServer::requestCame);
    ScriptedServer server({detailsRoute(script::answer(200, details)),
                           enablementRoute(script::answer(200, enablement)),
                           schemasRoute(script::answer(200, schemas))});
    Bench bench;
    bench.read(refusing);
    while (came.size() < 3) {
        QVERIFY(came.wait());
    }
    bench.read(server);
    QVERIFY(bench.finished.wait());
    QCOMPARE(bench.reading(), whole);
    bench.read(server);
    bench.account.cancel();
    QVERIFY(!bench.account.isReading());
    QVERIFY(!bench.finished.wait(60));
    QCOMPARE(refusing.requests().size(), 3U);
    QCOMPARE(server.requests().size(), 3U);
}

void TestAccountReader::choosesObjectTypes_data()
{
    QTest::addColumn<AccountReading>("reading");
    QTest::addColumn<QStringList>("types");
    const QString contacts = u"Contacts (0-1)"_s;
    const QString deals = u"Deals (0-3)"_s;
    const QString tickets = u"Tickets (0-5)"_s;
    const QString pets = u"Pets (2-7001)"_s;
    const QString before = u"Cars (2-1)"_s;
    // Contacts are not among what can be switched off, and so they stay.
    QTest::newRow("all read") << whole << QStringList{contacts, deals, pets};
    AccountReading reading = whole;
    reading.enablement.reset();
    QTest::newRow("enablement not read") << reading << QStringList{contacts, deals, tickets, pets};
    reading = whole;
    reading.schemas.reset();
    QTest::newRow("schemas not read") << reading << QStringList{contacts, deals, before};
    QTest::newRow("nothing read") << AccountReading()
                                  << QStringList{contacts, deals, tickets, before};
    reading = whole;
    reading.schemas->clear();
    QTest::newRow("no custom types") << reading << QStringList{contacts, deals};
    reading = whole;
    reading.schemas->front().archived = true;
    QTest::newRow("archived") << reading << QStringList{contacts, deals};
    reading = whole;
    reading.enablement = api::Enablement{
        {u"0-1"_s, false}, {u"0-3"_s, false}, {u"0-5"_s, false}, {u"0-999"_s, true}};
    QTest::newRow("all switched off") << reading << QStringList{pets};
}

void TestAccountReader::choosesObjectTypes()
{
    QFETCH(AccountReading, reading);
    const ObjectTypes before({{u"0-1"_s, u"Contact"_s, u"Contacts"_s},
                              {u"2-1"_s, u"Car"_s, u"Cars"_s, u"p62515_cars"_s}});
    QTEST(shown(live::objectTypesOf(threeStandard(), reading, before)), "types");
}

void TestAccountReader::namesCustomTypes()
{
    AccountReading reading;
    reading.schemas = std::vector<api::CustomObject>{
        {u"2-1"_s, u"pets"_s, u"p1_pets"_s, u"Pet"_s, u"Pets"_s, false},
        {u"2-2"_s, u"cars"_s, {}, u"Car"_s, {}, false},
        {u"2-3"_s, u"trees"_s, {}, {}, {}, false},
        {u"2-4"_s, {}, {}, {}, {}, false}};
    const std::vector<limits::ObjectType> expected{{u"2-1"_s, u"Pet"_s, u"Pets"_s, u"p1_pets"_s},
                                                   {u"2-2"_s, u"Car"_s, u"Car"_s},
                                                   {u"2-3"_s, u"trees"_s, u"trees"_s},
                                                   {u"2-4"_s, {}, {}}};
    QCOMPARE(live::objectTypesOf({}, reading).all(), expected);
}

TEST_MAIN(QCoreApplication, TestAccountReader)
#include "tst_accountreader.moc"
