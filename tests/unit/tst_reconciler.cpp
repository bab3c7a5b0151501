#include "app/submission/outcomes.h"
#include "app/submission/reconciler.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using history::Record;
using limits::LiveLimit;
using submission::Outcome;
using submission::Reconciler;
using tests::ScriptedServer;
namespace script = tests::script;

namespace {

const limits::Pair pair{u"0-1"_s, u"0-2"_s};
const QByteArray refusal = R"({"status":"error","message":"no","category":"MISSING_SCOPES"})";

QByteArray limitsAre(int limit)
{
    return R"({"results":[{"category":"USER_DEFINED","typeId":1,"userEnforcedMaxToObjectIds":)" +
           QByteArray::number(limit) + "}]}";
}

submission::Submission submissionTo(const QUrl &url, const QString &account)
{
    const limits::Change change{limits::Category::UserDefined, 1, 5, {}, LiveLimit::of(3)};
    return {account,        u"Test account"_s,
            {url, "token"}, {pair, {{limits::Operation::Update, pair, {change}, 0}}},
            u"Contacts"_s,  u"Companies"_s};
}

/// The program until it is killed in the middle of a submission: the record's id.
QUuid cutShort(const QString &folder, const QUrl &url, const QString &account,
               const std::function<bool()> &until)
{
    support::SystemClock clock;
    auto store = std::move(history::Store::open(folder, clock)).value();
    api::Transport transport;
    api::Gate gate(clock, {1, 0});
    api::Reader reader(transport, gate, {1, 1ms});
    submission::Runner runner(transport, gate, reader, clock);
    runner.setLookAgainDelays({});
    runner.setStore(store.get());
    const bool started = runner.start(submissionTo(url, account)).hasValue();
    return started && QTest::qWaitFor(until) ? runner.record().id : QUuid();
}

/// The next start.
struct Start
{
    explicit Start(const QString &folder)
        : store(std::move(history::Store::open(folder, clock)).value())
    {
        reconciler.setStore(store.get());
    }

    support::SystemClock clock;
    std::unique_ptr<history::Store> store;
    api::Transport transport;
    api::Gate gate{clock, {5, 0}};
    api::Reader reader{transport, gate, {1, 1ms}};
    Reconciler reconciler{transport, gate, reader, clock};
    QSignalSpy checked{&reconciler, &Reconciler::checked};
};

Outcome outcomeOf(const history::Store &store, const QUuid &id)
{
    return submission::outcomesOf(store.read(id).value()).front().outcome;
}

} // namespace

class TestReconciler : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        StrictTest::init();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void readsBackWhatWasCutShort_data();
    void readsBackWhatWasCutShort();
    void leavesAloneWhatWasReadBack();
    void eachAccountByItsOwnKey();
    void notAtAnotherServer();
    void givesUpWhatCantBeRead();
    void oneAfterTheOther();
    void nothingWithoutAToken();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestReconciler::readsBackWhatWasCutShort_data()
{
    QTest::addColumn<int>("found");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("it was carried out") << 5 << Outcome::Stored;
    QTest::newRow("it was not") << 3 << Outcome::NotStored;
    QTest::newRow("somebody else was faster") << 7 << Outcome::StoredDifferently;
}

void TestReconciler::readsBackWhatWasCutShort()
{
    QFETCH(int, found);
    QFETCH(Outcome, outcome);
    ScriptedServer server({script::hangs(), script::answer(200, limitsAre(found))});
    const QUuid id = cutShort(m_folder->path(), server.url(), u"a"_s,
                              [&server] { return server.count("POST") == 1; });
    QVERIFY(!id.isNull());
    Start start(m_folder->path());
    QCOMPARE(outcomeOf(*start.store, id), Outcome::Unknown);
    QSignalSpy checking(&start.reconciler, &Reconciler::checking);
    start.reconciler.look(u"a"_s, {server.url(), "token"});
    QCOMPARE(checking.front().front().toUuid(), id);
    QVERIFY(start.reconciler.isChecking(id));
    QVERIFY(start.checked.wait());
    QVERIFY(!start.reconciler.isChecking(id));
    QCOMPARE(outcomeOf(*start.store, id), outcome);
    QCOMPARE(start.checked.front().front().value<Record>(), start.store->read(id).value());
    QCOMPARE(server.count("POST"), 1);
}

void TestReconciler::leavesAloneWhatWasReadBack()
{
    // The one after its answer, in the middle of reading back; read back at the next start.
    ScriptedServer server({script::answer(201, "{\"status\":\"COMPLETE\"," + limitsAre(5).mid(1)),
                           script::hangs(), script::answer(200, limitsAre(5))});
    const QUuid id = cutShort(m_folder->path(), server.url(), u"a"_s,
                              [&server] { return server.count("GET") == 1; });
    for (const int expected : {1, 0}) {
        Start start(m_folder->path());
        start.reconciler.look(u"a"_s, {server.url(), "token"});
        QVERIFY(expected == 0 || start.checked.wait());
        QCOMPARE(start.checked.count(), expected);
        QVERIFY(!start.reconciler.isChecking(id));
        QCOMPARE(outcomeOf(*start.store, id), Outcome::Stored);
        // Nor again within one start.
        start.reconciler.look(u"a"_s, {server.url(), "token"});
        QVERIFY(!start.reconciler.isChecking(id));
    }
    QCOMPARE(server.requests().size(), 3U);
}

void TestReconciler::eachAccountByItsOwnKey()
{
    ScriptedServer server({script::hangs(), script::hangs(), script::answer(200, limitsAre(5))});
    const QUuid a = cutShort(m_folder->path(), server.url(), u"a"_s,
                             [&server] { return server.count("POST") == 1; });
    const QUuid b = cutShort(m_folder->path(), server.url(), u"b"_s,
                             [&server] { return server.count("POST") == 2; });
    Start start(m_folder->path());
    start.reconciler.look(u"b"_s, {server.url(), "of-b"});
    QVERIFY(start.checked.wait());
    QCOMPARE(outcomeOf(*start.store, a), Outcome::Unknown);
    QCOMPARE(outcomeOf(*start.store, b), Outcome::Stored);
    QCOMPARE(server.requests().back().header("authorization"), "Bearer of-b");
}

void TestReconciler::notAtAnotherServer()
{
    ScriptedServer server({script::hangs()});
    const QUuid id = cutShort(m_folder->path(), server.url(), u"a"_s,
                              [&server] { return server.count("POST") == 1; });
    Start start(m_folder->path());
    start.reconciler.look(u"a"_s, {QUrl(u"https://api.hubapi.invalid"_s), "token"});
    QVERIFY(!start.reconciler.isChecking(id));
    QCOMPARE(outcomeOf(*start.store, id), Outcome::Unknown);
}

void TestReconciler::givesUpWhatCantBeRead()
{
    ScriptedServer server({script::hangs(), script::answer(403, refusal)});
    const QUuid id = cutShort(m_folder->path(), server.url(), u"a"_s,
                              [&server] { return server.count("POST") == 1; });
    for (int starts = 0; starts < 5; ++starts) {
        Start start(m_folder->path());
        start.reconciler.look(u"a"_s, {server.url(), "token"});
        QVERIFY(starts >= 3 || start.checked.wait());
        QVERIFY(!start.reconciler.isChecking(id));
        QCOMPARE(outcomeOf(*start.store, id), Outcome::Unknown);
    }
    QCOMPARE(server.count("GET"), 3);
}

void TestReconciler::oneAfterTheOther()
{
    ScriptedServer server(
        {script::hangs(), script::hangs(), script::hangs(), script::answer(200, limitsAre(5))});
    QList<QUuid> ids;
    for (int i = 1; i <= 3; ++i) {
        ids.append(cutShort(m_folder->path(), server.url(), u"a"_s,
                            [&server, i] { return server.count("POST") == i; }));
    }
    Start start(m_folder->path());
    start.reconciler.look(u"a"_s, {server.url(), "token"});
    QTRY_COMPARE(start.checked.count(), 3);
    for (const QUuid &id : ids) {
        QCOMPARE(outcomeOf(*start.store, id), Outcome::Stored);
    }
}

void TestReconciler::nothingWithoutAToken()
{
    ScriptedServer server({script::hangs(), script::answer(200, limitsAre(5))});
    const QUuid id = cutShort(m_folder->path(), server.url(), u"a"_s,
                              [&server] { return server.count("POST") == 1; });
    Start start(m_folder->path());
    start.reconciler.look(u"a"_s, {server.url(), QByteArray()});
    QVERIFY(!start.reconciler.isChecking(id));
    // As soon as there is one.
    start.reconciler.look(u"a"_s, {server.url(), "token"});
    QVERIFY(start.checked.wait());
    QCOMPARE(outcomeOf(*start.store, id), Outcome::Stored);
}

TEST_MAIN(QCoreApplication, TestReconciler)
#include "tst_reconciler.moc"
