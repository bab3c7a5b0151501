#include "app/api/gate.h"
#include "app/api/reader.h"
#include "app/history/finder.h"
#include "app/submission/outcomes.h"
#include "app/submission/runner.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "tests/unit/historyfile.h"
#include "tests/unit/historyrecords.h"

#include <QFileInfo>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

// A history whose disk is full, or may not be written to, while the program works with it.

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using history::Exchange;
using history::Record;
using history::Store;
using history::StoreErrorKind;
using history::Summary;
using submission::Runner;
using tests::ScriptedServer;
namespace script = tests::script;

namespace {

const limits::Pair contactsToCompanies{u"0-1"_s, u"0-2"_s};
constexpr int requestCount = 3;

/// As long as it lives, no file of this process grows beyond the size of the history's -wal, which
/// SQLite meets where it meets a full disk.
class FullDisk
{
public:
    explicit FullDisk(const QString &folder)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_unlimited);
        const auto size = QFileInfo(folder + u"/history.sqlite-wal"_s).size();
        const rlimit full{rlim_t(size), m_unlimited.rlim_max};
        setrlimit(RLIMIT_FSIZE, &full);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_unlimited); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_unlimited{};
};

/// One limit a request; each of the records has a name of its own.
submission::Submission submissionOf(const QUrl &url, int number)
{
    limits::Plan plan{contactsToCompanies, {}};
    for (qint32 typeId = 1; typeId <= requestCount; ++typeId) {
        plan.requests.push_back({limits::Operation::Update,
                                 contactsToCompanies,
                                 {{limits::Category::UserDefined, typeId, 5, u"Label"_s}},
                                 0});
    }
    return {.accountId = u"test"_s,
            .accountName = u"Test account"_s,
            .endpoint = {url, "token"},
            .plan = std::move(plan),
            .fromName = u"Contacts %1"_s.arg(number, 5, 10, QChar(u'0')),
            .toName = u"Companies"_s};
}

/// Answers every write and every read of submissionOf().
std::vector<tests::Route> fairServer()
{
    QByteArray results;
    for (int typeId = 1; typeId <= requestCount; ++typeId) {
        results += (results.isEmpty() ? "" : ",") +
                   QByteArray(R"({"category":"USER_DEFINED","userEnforcedMaxToObjectIds":5,)") +
                   R"("typeId":)" + QByteArray::number(typeId) + '}';
    }
    const QByteArray body = R"({"status":"COMPLETE","results":[)" + results + "]}";
    return {{"update", {script::answer(200, body)}, 0}, {"0-2", {script::answer(200, body)}, 0}};
}

struct Bench
{
    QTemporaryDir home;
    QString folder = home.filePath(u"history"_s);
    support::SystemClock clock;
    std::unique_ptr<Store> store = std::move(Store::open(folder, clock)).value();
    api::Transport transport;
    api::Gate gate{clock, {1, 0}};
    api::Reader reader{transport, gate, {2, 5ms}};
    Runner runner{transport, gate, reader, clock};
    QSignalSpy finished{&runner, &Runner::finished};
    QSignalSpy failed{&runner, &Runner::historyFailed};
    ScriptedServer server{fairServer()};

    Bench() { runner.setStore(store.get()); }
    [[nodiscard]] QString faults() const { return tests::faultsOf(folder).join(u'\n'); }
    [[nodiscard]] bool reopen()
    {
        runner.setStore(nullptr);
        store.reset();
        auto opened = Store::open(folder, clock);
        store = opened ? *std::move(opened) : nullptr;
        runner.setStore(store.get());
        return store && !store->setAside();
    }
};

} // namespace

class TestHistoryTrouble : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void aDiskThatFillsUpStopsTheSubmission_data();
    void aDiskThatFillsUpStopsTheSubmission();
    void aFullDiskKeepsASubmissionFromStarting();
    void aFullDiskKeepsNobodyFromFinding();
    void aFolderThatMayNotBeWrittenTo();
};

void TestHistoryTrouble::aDiskThatFillsUpStopsTheSubmission_data()
{
    QTest::addColumn<int>("answered"); ///< when the disk is full
    QTest::addColumn<int>("posts");
    QTest::newRow("after the record") << 0 << 0;
    QTest::newRow("after an answer") << 1 << 1;
    QTest::newRow("after the last answer") << 3 << 3;
}

void TestHistoryTrouble::aDiskThatFillsUpStopsTheSubmission()
{
    QFETCH(const int, answered);
    QFETCH(const int, posts);
    Bench bench;
    std::optional<FullDisk> disk;
    Record lastWritten;
    connect(&bench.runner, &Runner::progress, &bench.runner, [&](qsizetype count) {
        if (count == answered) {
            lastWritten = bench.store->read(bench.runner.record().id).value();
            disk.emplace(bench.folder);
        }
    });
    QVERIFY(bench.runner.start(submissionOf(bench.server.url(), 1)));
    QVERIFY(bench.finished.wait());

    // It was said, once; nothing more was sent; what came back is in memory.
    QCOMPARE(bench.failed.count(), 1);
    const auto error = bench.failed[0][0].value<history::StoreError>();
    QCOMPARE(error.kind, StoreErrorKind::CannotWrite);
    QVERIFY(!error.detail.isEmpty());
    QCOMPARE(bench.server.count("POST"), posts);
    const Record inMemory = bench.runner.record();
    QCOMPARE(inMemory.state, Record::State::Finished);
    QCOMPARE(std::ranges::count(inMemory.exchanges, Exchange::State::Answered, &Exchange::state),
             posts);
    QCOMPARE(std::ranges::count(inMemory.exchanges, Exchange::State::NotSent, &Exchange::state),
             requestCount - posts);

    // On disk the record is as it was last written.
    QVERIFY(!lastWritten.id.isNull());
    QVERIFY(*bench.store->read(inMemory.id) == lastWritten);
    QCOMPARE(*bench.store->count(), 1);

    // As soon as there is room, all goes on with the same store.
    disk.reset();
    QVERIFY2(bench.faults().isEmpty(), qPrintable(bench.faults()));
    disconnect(&bench.runner, &Runner::progress, nullptr, nullptr);
    QVERIFY(bench.runner.start(submissionOf(bench.server.url(), 2)));
    QVERIFY(bench.finished.wait());
    QCOMPARE(bench.failed.count(), 1);
    QCOMPARE(bench.server.count("POST"), posts + requestCount);
    QVERIFY(*bench.store->read(bench.runner.record().id) == bench.runner.record());

    // What nobody could write is unknown to the next start, and no more than that.
    QVERIFY(bench.reopen());
    const Record later = bench.store->read(inMemory.id).value();
    QCOMPARE(later.state, Record::State::Interrupted);
    QCOMPARE(*bench.store->count(), 2);
    for (size_t index = 0; index < later.exchanges.size(); ++index) {
        const Exchange &then = lastWritten.exchanges[index];
        QCOMPARE(later.exchanges[index].body, then.body);
        QCOMPARE(later.exchanges[index].reply, then.reply);
        QCOMPARE(later.exchanges[index].state,
                 then.state == Exchange::State::Planned ? Exchange::State::NotSent : then.state);
    }
    QVERIFY2(bench.faults().isEmpty(), qPrintable(bench.faults()));
}

void TestHistoryTrouble::aFullDiskKeepsASubmissionFromStarting()
{
    Bench bench;
    {
        const FullDisk disk(bench.folder);
        const auto refused = bench.runner.start(submissionOf(bench.server.url(), 1));
        QVERIFY(!refused);
        QCOMPARE(refused.error().error, submission::StartError::HistoryRefused);
        QVERIFY(!refused.error().detail.isEmpty());
        QCOMPARE(*bench.store->count(), 0);
    }
    QVERIFY(!bench.runner.isRunning());
    QVERIFY(bench.runner.start(submissionOf(bench.server.url(), 2)));
    QVERIFY(bench.finished.wait());
    QCOMPARE(bench.server.count("POST"), requestCount);
    QCOMPARE(*bench.store->count(), 1);
}

void TestHistoryTrouble::aFullDiskKeepsNobodyFromFinding()
{
    constexpr int count = 40;
    Bench bench;
    const auto nameOf = [](int number) { return submissionOf({}, number).fromName; };
    for (int number = 0; number < count; ++number) {
        Record record = submission::makeRecord(submissionOf({}, number), QUuid::createUuid(),
                                               bench.clock.now());
        record.state = Record::State::Interrupted;
        QVERIFY(bench.store->add(record, {.unknown = requestCount}));
    }
    QLoggingCategory::setFilterRules(u"limits.history.info=true"_s);
    std::optional<FullDisk> disk(bench.folder);
    history::Finder finder(bench.folder, bench.clock);
    QSignalSpy found(&finder, &history::Finder::found);
    QSignalSpy counted(&finder, &history::Finder::counted);
    QSignalSpy failed(&finder, &history::Finder::failed);
    const auto finds = [&](const QString &text, int matches) {
        found.clear();
        counted.clear();
        finder.find({.text = text});
        return counted.wait() && counted.last()[0].toLongLong() == matches &&
               counted.last()[1].toLongLong() == count &&
               int(found.last()[0].value<std::vector<Summary>>().size()) == matches;
    };
    // The index cannot be kept, which is no more than a line in the log.
    QTest::ignoreMessage(QtInfoMsg, QRegularExpression(u"the index is behind"_s));
    QVERIFY(finds(nameOf(count / 2), 1));
    QVERIFY(finds(u"contacts 000"_s, count));
    QVERIFY(finds(u"no such text"_s, 0));
    const qint64 left = *bench.store->unindexed();
    QVERIFY(left > 0);

    // With room again, the next change takes it up where it was.
    disk.reset();
    const QUuid id = bench.store->page({}, {}, 1)->front().id;
    QVERIFY(bench.store->setNote(id, u"Remark"_s));
    finder.look();
    QTRY_COMPARE(*bench.store->unindexed(), 0);
    for (int number = 0; number < count; ++number) {
        QVERIFY(finds(nameOf(number), 1));
    }
    QVERIFY(finds(u"remark"_s, 1));
    QCOMPARE(failed.count(), 0);
    QVERIFY2(bench.faults().isEmpty(), qPrintable(bench.faults()));
    QLoggingCategory::setFilterRules({});
}

void TestHistoryTrouble::aFolderThatMayNotBeWrittenTo()
{
    Bench bench;
    // Root may write anywhere.
    const uid_t user = geteuid();
    constexpr uid_t somebody = 65534;
    const bool isRoot = user == 0;
    const auto give = [&](uid_t owner) {
        const QStringList paths{
            bench.home.path(), bench.folder, bench.folder + u"/history.sqlite"_s,
            bench.folder + u"/history.sqlite-wal"_s, bench.folder + u"/history.sqlite-shm"_s};
        return std::ranges::all_of(paths, [owner](const QString &path) {
            return ::chown(qPrintable(path), owner, gid_t(-1)) == 0;
        });
    };
    if (isRoot && (!give(somebody) || seteuid(somebody) != 0)) {
        QSKIP("Root cannot become anybody else here.");
    }
    ::chmod(qPrintable(bench.folder), S_IRUSR | S_IXUSR);
    const auto refused = bench.runner.start(submissionOf(bench.server.url(), 1));
    const auto another = Store::open(bench.folder, bench.clock);
    const bool anotherIsRefused =
        !another || !(*another)->add(tests::recordInFlight(), tests::countsInFlight);
    ::chmod(qPrintable(bench.folder), S_IRWXU);
    const auto later = bench.runner.start(submissionOf(bench.server.url(), 2));
    const bool ended = bench.finished.wait();
    if (isRoot) {
        QCOMPARE(seteuid(user), 0);
    }
    QVERIFY(!refused);
    QCOMPARE(refused.error().error, submission::StartError::HistoryRefused);
    QVERIFY(!refused.error().detail.isEmpty());
    QVERIFY(anotherIsRefused);
    QVERIFY(!another || !(*another)->setAside());
    QVERIFY(later);
    QVERIFY(ended);
    QCOMPARE(bench.server.count("POST"), requestCount);
    QCOMPARE(*bench.store->count(), 1);
    QVERIFY2(bench.faults().isEmpty(), qPrintable(bench.faults()));
}

TEST_MAIN(QCoreApplication, TestHistoryTrouble)
#include "tst_historytrouble.moc"
