#include "app/accounts/checkup.h"
#include "app/sandbox/sandbox.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using accounts::Checkup;
using accounts::CheckupReport;
using accounts::NeededRead;
using api::ErrorKind;
using tests::ScriptedServer;
namespace script = tests::script;

namespace {

const QByteArray details = R"({"portalId":62515,"accountType":"STANDARD"})";
const QByteArray nearLimit = R"({"limit":5,"totalRecordsAtLimit":0,"totalRecordsNearLimit":0,
    "atLimitFromRecordSamples":[],"nearLimitFromRecordSamples":[]})";

/// Every read of a server that answers as HubSpot does, but for one path.
std::vector<tests::Route> serverBut(const QByteArray &end, const tests::Script &script)
{
    return {{end, {script}},
            {"/details", {script::answer(200, details)}},
            {"/labels", {script::answer(200, R"({"results":[]})")}},
            {"/configurations/0-1/0-2", {script::answer(200, R"({"results":[]})")}},
            {"includeAuditMetadata=false", {script::answer(200, R"({"results":[]})")}},
            {"/enablement", {script::answer(200, R"({"enablementByObjectTypeId":{}})")}},
            {"/records/0-1/0-2", {script::answer(200, nearLimit)}}};
}

tests::Script refusal(const QByteArray &scopes)
{
    return script::answer(403, R"({"status":"error","category":"MISSING_SCOPES","message":"No.",
        "errors":[{"message":"No.","context":{"requiredGranularScopes":[)" +
                                   scopes + "]}}]}");
}

struct Bench
{
    support::SystemClock clock;
    api::Transport transport;
    api::Gate gate{clock, {0, 0}, {20ms, 40ms, 20ms}};
    api::Reader reader{transport, gate, {2, 10ms}};

    Bench() { transport.setTimeouts({300ms, 900ms}); }

    [[nodiscard]] CheckupReport check(const api::Endpoint &endpoint)
    {
        Checkup checkup(reader, endpoint);
        QSignalSpy finished(&checkup, &Checkup::finished);
        checkup.start();
        if (!finished.isEmpty() || !finished.wait() || finished.size() != 1) {
            return {};
        }
        return finished.front().front().value<CheckupReport>();
    }
};

/// The kinds of the errors, in the order of the reads; nullopt: none.
std::vector<std::optional<ErrorKind>> kinds(const CheckupReport &report)
{
    std::vector<std::optional<ErrorKind>> kinds;
    for (const accounts::ReadResult &result : report.reads) {
        kinds.push_back(result.error ? std::optional(result.error->kind) : std::nullopt);
    }
    return kinds;
}

} // namespace

class TestCheckup : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void allIsAllowed();
    void oneFault_data();
    void oneFault();
    void unauthorized();
    void mergesMissingScopes();
    void canBeDropped();
};

// By the sandbox inside the program, and with a key that only reads.
void TestCheckup::allIsAllowed()
{
    Bench bench;
    const QTemporaryDir folder;
    sandbox::Sandbox sandbox(folder.filePath(u"sandbox.json"_s), bench.clock);
    QVERIFY(sandbox.start());
    const auto key = std::make_shared<api::Key>(sandbox.token(), api::Key::Use::ReadOnly);
    const CheckupReport report = bench.check({sandbox.baseUrl(), key});
    QCOMPARE(report.reads.size(), 6U);
    QCOMPARE(kinds(report), std::vector<std::optional<ErrorKind>>(6));
    for (std::size_t index = 0; index < report.reads.size(); ++index) {
        QCOMPARE(report.reads[index].read, NeededRead(index));
    }
    QVERIFY(report.details);
    QVERIFY(report.details->accountType);
    QCOMPARE(report.missingScopes, QStringList());
}

void TestCheckup::oneFault_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<int>("read");
    const auto row = [](const char *end, NeededRead read) {
        QTest::newRow(end) << QByteArray(end) << int(read);
    };
    row("/details", NeededRead::AccountDetails);
    row("/0-1/0-2/labels", NeededRead::Labels);
    row("/configurations/0-1/0-2", NeededRead::Limits);
    row("includeAuditMetadata=false", NeededRead::CustomObjects);
    row("/enablement", NeededRead::Enablement);
    row("/records/0-1/0-2", NeededRead::RecordsNearLimit);
}

void TestCheckup::oneFault()
{
    QFETCH(QByteArray, end);
    QFETCH(int, read);
    const std::pair<tests::Script, ErrorKind> faults[] = {
        {refusal(R"("a.read")"), ErrorKind::Forbidden},
        {script::answer(200, "<html>"), ErrorKind::NotJson},
        {script::answer(200, R"({"portalId":"x","results":7})"), ErrorKind::UnexpectedShape},
        {script::hangs(), ErrorKind::TimedOut}};
    for (const auto &[fault, kind] : faults) {
        ScriptedServer server(serverBut(end, fault));
        Bench bench;
        const CheckupReport report = bench.check({server.url(), "pat-secret"});
        std::vector<std::optional<ErrorKind>> expected(6);
        expected[std::size_t(read)] = kind;
        QCOMPARE(kinds(report), expected);
        QCOMPARE(bool(report.details), read != int(NeededRead::AccountDetails));
        QCOMPARE(report.missingScopes,
                 kind == ErrorKind::Forbidden ? QStringList{u"a.read"_s} : QStringList());
        QCOMPARE(server.count("GET"), kind == ErrorKind::TimedOut ? 7 : 6);
    }
}

void TestCheckup::unauthorized()
{
    ScriptedServer server({script::answer(401, R"({"message":"Expired."})")});
    Bench bench;
    const CheckupReport report = bench.check({server.url(), "pat-secret"});
    QCOMPARE(kinds(report),
             std::vector<std::optional<ErrorKind>>(6, std::optional(ErrorKind::Unauthorized)));
    QVERIFY(!report.details);
    QCOMPARE(report.reads.front().error->message, u"Expired."_s);

    // Without a key nothing is sent, and there is a report all the same.
    const CheckupReport keyless = bench.check({server.url(), QByteArray()});
    QCOMPARE(kinds(keyless),
             std::vector<std::optional<ErrorKind>>(6, std::optional(ErrorKind::InvalidRequest)));
    QCOMPARE(server.count("GET"), 6);
}

void TestCheckup::mergesMissingScopes()
{
    auto routes = serverBut("/enablement", refusal(R"("b.read","a.read")"));
    routes.insert(routes.begin(), {"/labels", {refusal(R"("a.read","c.read")")}});
    ScriptedServer server(std::move(routes));
    Bench bench;
    const CheckupReport report = bench.check({server.url(), "pat-secret"});
    QCOMPARE(report.missingScopes, (QStringList{u"a.read"_s, u"c.read"_s, u"b.read"_s}));
}

void TestCheckup::canBeDropped()
{
    ScriptedServer server({script::hangs()});
    Bench bench;
    auto checkup =
        std::make_unique<Checkup>(bench.reader, api::Endpoint{server.url(), "pat-secret"});
    checkup->start();
    QSignalSpy came(&server, &ScriptedServer::requestCame);
    QVERIFY(came.wait());
    checkup.reset();
    const CheckupReport report = bench.check({server.url(), "pat-secret"});
    QCOMPARE(report.reads.size(), 6U);
}

TEST_MAIN(QCoreApplication, TestCheckup)
#include "tst_checkup.moc"
