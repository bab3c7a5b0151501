#include "tests/support/testmain.h"
#include "tests/unit/historyrecords.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using history::Record;
using history::Removal;
using history::Retention;
using history::Store;
using history::StoreErrorKind;

class TestHistoryUpkeep : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void usage();
    void byAge();
    void bySize();
    void byNeither();
    void isGivenUp();
    void compacting();
    void backingUp();

private:
    /// A record a day, the newest of today; every tenth is pinned.
    void fill(int days, qsizetype bodySize = 10) const;
    [[nodiscard]] QDateTime daysAgo(int days) const { return m_clock.now().addDays(-days); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Store> m_store;
    tests::FixedClock m_clock;
};

void TestHistoryUpkeep::init()
{
    StrictTest::init();
    m_store.reset();
    m_home = std::make_unique<QTemporaryDir>();
    m_store = *Store::open(m_home->filePath(u"history"_s), m_clock);
}

void TestHistoryUpkeep::fill(int days, qsizetype bodySize) const
{
    for (int day = 0; day < days; ++day) {
        Record record = tests::recordInFlight();
        record.state = Record::State::Finished;
        record.createdAt = daysAgo(day);
        record.pinned = day % 10 == 9;
        record.exchanges[0].body = QByteArray(bodySize, 'x');
        QVERIFY(m_store->add(record, {.stored = day}));
    }
}

void TestHistoryUpkeep::usage()
{
    fill(20, 100'000);
    const auto usage = m_store->usage();
    QVERIFY(usage);
    QCOMPARE(usage->records, 20);
    QCOMPARE(usage->pinned, 2);
    QVERIFY(usage->bytes > 2'000'000);
    QVERIFY(usage->free < 100'000);
}

void TestHistoryUpkeep::byAge()
{
    fill(50);
    Record inFlight = tests::recordInFlight();
    inFlight.createdAt = daysAgo(100);
    QVERIFY(m_store->add(inFlight, tests::countsInFlight));
    const Retention retention{.olderThan = daysAgo(30), .aboveBytes = {}};
    const auto said = m_store->wouldRemove(retention);
    QVERIFY(said);
    const Removal expected{17, daysAgo(48), daysAgo(31)}; // 31 to 49, but for 39 and 49
    QVERIFY(*said == expected);
    QCOMPARE(*m_store->count(), 51);
    QVERIFY(*m_store->prune(retention) == *said);
    QCOMPARE(*m_store->count(), 51 - 17);
    QVERIFY(m_store->read(inFlight.id));
    QCOMPARE(m_store->page({}, {}, 100)->front().counts.stored, 9); // the pinned ones stay
    QCOMPARE(m_store->wouldRemove(retention)->records, 0);
}

void TestHistoryUpkeep::bySize()
{
    fill(500, 20'000);
    QVERIFY(m_store->compact());
    const qint64 before = m_store->usage()->bytes;
    const Retention retention{.olderThan = {}, .aboveBytes = before / 2};
    const auto said = m_store->wouldRemove(retention);
    QVERIFY(said->records > 150 && said->records < 350);
    QVERIFY(*m_store->prune(retention) == *said);
    QCOMPARE(*m_store->count(), 500 - said->records);
    // The oldest went.
    const auto kept = m_store->page({}, {}, 1000);
    QVERIFY(kept->back().createdAt > *said->newest);
    QVERIFY(m_store->compact());
    QVERIFY(m_store->usage()->bytes < before * 6 / 10);
}

void TestHistoryUpkeep::byNeither()
{
    fill(5);
    QVERIFY(*m_store->wouldRemove({}) == Removal());
    QVERIFY(*m_store->prune({}) == Removal());
    QVERIFY(*m_store->prune({.olderThan = {}, .aboveBytes = 1'000'000'000}) == Removal());
    QCOMPARE(*m_store->count(), 5);
}

void TestHistoryUpkeep::isGivenUp()
{
    fill(500);
    int steps = 0;
    const auto removed = m_store->prune({.olderThan = m_clock.now(), .aboveBytes = {}},
                                        [&steps] { return ++steps <= 1; });
    QCOMPARE(removed->records, 200);
    QCOMPARE(*m_store->count(), 300);
}

void TestHistoryUpkeep::compacting()
{
    fill(200, 20'000);
    QVERIFY(m_store->prune({.olderThan = daysAgo(20), .aboveBytes = {}}));
    const auto before = m_store->usage();
    QVERIFY(before->free > 2'000'000);
    QVERIFY(m_store->compact());
    const auto after = m_store->usage();
    QCOMPARE(after->free, 0);
    QVERIFY(after->bytes < before->bytes - 2'000'000);
    QCOMPARE(after->records, before->records);
    QCOMPARE(*m_store->count({.text = u"contacts"_s}), after->records);
}

void TestHistoryUpkeep::backingUp()
{
    fill(30);
    const QString folder = m_home->filePath(u"backup"_s);
    QVERIFY(QDir().mkdir(folder));
    const QString path = folder + u"/history.sqlite"_s;
    const auto other = *Store::open(m_store->folder(), m_clock); // is open as well
    QVERIFY(m_store->backUp(path));
    QVERIFY(!(QFileInfo(path).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    const auto again = m_store->backUp(path);
    QCOMPARE(again.error().kind, StoreErrorKind::CannotWrite);
    QCOMPARE(m_store->backUp(m_home->filePath(u"none/history.sqlite"_s)).error().kind,
             StoreErrorKind::CannotWrite);

    const auto copy = *Store::open(folder, m_clock);
    QVERIFY(copy && !copy->setAside());
    QVERIFY(*copy->page({}, {}, 100) == *m_store->page({}, {}, 100));
    const QUuid id = m_store->page({}, {}, 1)->front().id;
    QVERIFY(*copy->read(id) == *m_store->read(id));
    QVERIFY(copy->add(tests::recordInFlight(), {}));
}

TEST_MAIN(QCoreApplication, TestHistoryUpkeep)
#include "tst_historyupkeep.moc"
