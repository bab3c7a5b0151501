#include "tests/support/testmain.h"
#include "tests/unit/historyrecords.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using history::Counts;
using history::Exchange;
using history::Record;
using history::Store;

namespace {

constexpr auto childArgument = "--add-and-wait"_L1;

/// What the program in the other process does: it adds a record in flight, says so, and waits.
int addAndWait(const QString &folder, const QUuid &id)
{
    const auto store = Store::open(folder, tests::FixedClock());
    Record record = tests::recordInFlight();
    record.id = id;
    const auto added =
        store ? (*store)->add(record, tests::countsInFlight) : support::Unexpected{store.error()};
    if (!added) {
        std::puts(qPrintable(added.error().detail));
        return 1;
    }
    std::puts("added");
    std::fflush(stdout);
    std::getchar();
    return 0;
}

} // namespace

class TestHistoryCrash : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aDeadProgramsRecordIsInterrupted();
    void aLivingProgramsRecordIsLeftAlone();
    void aProgramThatEndsInOrderLeavesNoLock();
    void aStoreThatClosesLeavesItsRecordInterrupted();
    void anotherStoreOfThisProcessIsLeftAlone();
    void aReusedProcessIdFoolsNobody();
    void countsFollowTheExchanges();
    void whatWasRefusedIsNotSent();
    void aFinishedRecordStaysFinished();
    void manyStartAtOnce_data();
    void manyStartAtOnce();

private:
    [[nodiscard]] std::unique_ptr<Store> open() const;
    [[nodiscard]] bool startChild(QProcess &child, const QUuid &id) const;
    [[nodiscard]] QStringList locks() const;

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
    tests::FixedClock m_clock;
};

void TestHistoryCrash::init()
{
    StrictTest::init();
    m_home = std::make_unique<QTemporaryDir>();
    m_folder = m_home->filePath(u"history"_s);
}

std::unique_ptr<Store> TestHistoryCrash::open() const
{
    auto store = Store::open(m_folder, m_clock);
    return store ? *std::move(store) : nullptr;
}

bool TestHistoryCrash::startChild(QProcess &child, const QUuid &id) const
{
    child.start(QCoreApplication::applicationFilePath(), {childArgument, m_folder, id.toString()});
    while (!child.canReadLine() && child.waitForReadyRead()) {
    }
    return child.readLine() == "added\n";
}

QStringList TestHistoryCrash::locks() const
{
    return QDir(m_folder).entryList({u"*.lock"_s});
}

void TestHistoryCrash::aDeadProgramsRecordIsInterrupted()
{
    const QUuid id = QUuid::createUuid();
    QProcess child;
    QVERIFY(startChild(child, id));
    child.kill();
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    QCOMPARE(locks().size(), 1);

    Record expected = tests::recordInFlight();
    expected.id = id;
    expected.state = Record::State::Interrupted;
    expected.exchanges[1].state = Exchange::State::NotSent;
    for (int start = 0; start < 2; ++start) {
        const auto store = open();
        QVERIFY(store);
        QVERIFY(!store->setAside());
        QVERIFY(*store->read(id) == expected);
        const auto page = store->page({}, {}, 10);
        QCOMPARE(page->size(), size_t(1));
        QCOMPARE(page->front().state, Record::State::Interrupted);
        QCOMPARE(page->front().counts, (Counts{.unknown = 1, .notSent = 2}));
        QCOMPARE(locks(), QStringList());
    }
}

void TestHistoryCrash::aLivingProgramsRecordIsLeftAlone()
{
    const QUuid id = QUuid::createUuid();
    QProcess child;
    QVERIFY(startChild(child, id));
    const auto store = open();
    QVERIFY(store);
    QCOMPARE(store->read(id)->state, Record::State::InFlight);
    QCOMPARE(store->page({}, {}, 1)->front().counts, tests::countsInFlight);
    QCOMPARE(locks().size(), 1);

    // This store has a record of its own in flight when the other program dies.
    const Record own = tests::recordInFlight();
    QVERIFY(store->add(own, tests::countsInFlight));
    child.kill();
    QVERIFY(child.waitForFinished());
    const auto later = open();
    QCOMPARE(later->read(id)->state, Record::State::Interrupted);
    QVERIFY(*later->read(own.id) == own);
    QCOMPARE(locks().size(), 1);
}

void TestHistoryCrash::aProgramThatEndsInOrderLeavesNoLock()
{
    QProcess child;
    QVERIFY(startChild(child, QUuid::createUuid()));
    child.closeWriteChannel();
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitCode(), 0);
    QCOMPARE(locks(), QStringList());
}

void TestHistoryCrash::aStoreThatClosesLeavesItsRecordInterrupted()
{
    const Record record = tests::recordInFlight();
    QVERIFY(open()->add(record, tests::countsInFlight));
    QCOMPARE(open()->read(record.id)->state, Record::State::Interrupted);
}

void TestHistoryCrash::anotherStoreOfThisProcessIsLeftAlone()
{
    const auto first = open();
    const Record record = tests::recordInFlight();
    QVERIFY(first->add(record, tests::countsInFlight));
    const auto second = open();
    QVERIFY(*second->read(record.id) == record);
    QVERIFY(*first->read(record.id) == record);
}

void TestHistoryCrash::aReusedProcessIdFoolsNobody()
{
    const QUuid id = QUuid::createUuid();
    QProcess child;
    QVERIFY(startChild(child, id));
    child.kill();
    QVERIFY(child.waitForFinished());
    // In a container each start may get the same process ID: the dead lock then names this very
    // process, and its name.
    QFile lock(m_folder + u'/' + locks().value(0));
    QVERIFY(lock.open(QIODevice::ReadWrite));
    QList<QByteArray> lines = lock.readAll().split('\n');
    QVERIFY(lines.size() > 2);
    lines[0] = QByteArray::number(QCoreApplication::applicationPid());
    lock.resize(0);
    lock.seek(0);
    lock.write(lines.join('\n'));
    lock.close();

    QCOMPARE(open()->read(id)->state, Record::State::Interrupted);
    QCOMPARE(locks(), QStringList());
}

void TestHistoryCrash::countsFollowTheExchanges()
{
    Record record = tests::recordInFlight();
    record.exchanges.push_back(record.exchanges[0]);
    record.exchanges[2].state = Exchange::State::Answered;
    record.exchanges[2].reply = api::Reply{201, {}, {}, {}, {}, {}};
    QVERIFY(open()->add(record, {.stored = 1, .pending = 3}));
    const auto store = open();
    QCOMPARE(store->page({}, {}, 1)->front().counts,
             (Counts{.stored = 1, .unknown = 1, .notSent = 2}));
    const auto read = store->read(record.id);
    QCOMPARE(read->exchanges[0].state, Exchange::State::Sent);
    QCOMPARE(read->exchanges[1].state, Exchange::State::NotSent);
    QVERIFY(read->exchanges[2] == record.exchanges[2]);
}

// Dead while it waited to send again what was refused: what was refused was never done.
void TestHistoryCrash::whatWasRefusedIsNotSent()
{
    Record record = tests::recordInFlight();
    const api::Reply refused{429, {}, {}, {}, {}, {}};
    record.exchanges[0].refused.push_back({record.createdAt, record.createdAt, refused});
    record.exchanges[0].state = Exchange::State::Planned;
    record.exchanges[0].sentAt.reset();
    QVERIFY(open()->add(record, tests::countsInFlight));
    const auto store = open();
    QCOMPARE(store->page({}, {}, 1)->front().counts, (Counts{.notSent = 3}));
    const auto read = store->read(record.id);
    QCOMPARE(read->exchanges[0].state, Exchange::State::NotSent);
    QCOMPARE(read->exchanges[0].refused, record.exchanges[0].refused);
}

// Dead while it read back: everything was answered and the record finished before.
void TestHistoryCrash::aFinishedRecordStaysFinished()
{
    Record record = tests::recordInFlight();
    QVERIFY(open()->add(record, tests::countsInFlight));
    record.id = QUuid::createUuid();
    {
        const auto store = open();
        QVERIFY(store->add(record, tests::countsInFlight));
        record.state = Record::State::Finished;
        record.exchanges[1].state = Exchange::State::NotSent;
        QVERIFY(store->saveExchanges(record, {1}, {.notSent = 2, .notStored = 1}));
        record.readBacks.push_back({record.pair, "/", {record.createdAt, {}, {}}});
        QVERIFY(store->addReadBack(record, {.notSent = 2, .notStored = 1}));
    }
    const auto store = open();
    QVERIFY(*store->read(record.id) == record);
    QCOMPARE(store->page({}, {}, 1)->front().counts, (Counts{.notSent = 2, .notStored = 1}));
}

void TestHistoryCrash::manyStartAtOnce_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("nothing there") << QByteArray();
    QTest::newRow("rubbish there") << QByteArray("rubbish").repeated(1000);
}

void TestHistoryCrash::manyStartAtOnce()
{
    QFETCH(const QByteArray, before);
    if (!before.isEmpty()) {
        QFile file(m_folder + u"/history.sqlite"_s);
        QVERIFY(QDir().mkdir(m_folder) && file.open(QIODevice::WriteOnly));
        file.write(before);
    }
    std::vector<std::unique_ptr<QProcess>> children;
    for (int number = 0; number < 6; ++number) {
        auto &child = children.emplace_back(std::make_unique<QProcess>());
        child->start(QCoreApplication::applicationFilePath(),
                     {childArgument, m_folder, QUuid::createUuid().toString()});
    }
    for (const auto &child : children) {
        while (!child->canReadLine() && child->waitForReadyRead()) {
        }
        QCOMPARE(child->readLine(), "added\n");
    }
    const auto store = open();
    QVERIFY(!store->setAside());
    QCOMPARE(*store->count(), 6);
    QCOMPARE(QDir(m_folder).entryList({u"*.damaged-*"_s}).size(), before.isEmpty() ? 0 : 1);
    const auto page = store->page({}, {}, 10);
    for (const history::Summary &summary : *page) {
        QCOMPARE(summary.state, Record::State::InFlight);
    }
    for (const auto &child : children) {
        child->kill();
        QVERIFY(child->waitForFinished());
    }
    const auto later = open();
    const auto interrupted = later->page({}, {}, 10);
    QCOMPARE(interrupted->size(), size_t(6));
    for (const history::Summary &summary : *interrupted) {
        QCOMPARE(summary.state, Record::State::Interrupted);
    }
}

int main(int argc, char **argv)
{
    const tests::Sanctuary sanctuary;
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == childArgument) {
        return addAndWait(arguments.value(2), QUuid::fromString(arguments.value(3)));
    }
    TestHistoryCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_historycrash.moc"
