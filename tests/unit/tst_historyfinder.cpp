#include "app/history/finder.h"
#include "app/history/job.h"
#include "tests/support/testmain.h"
#include "tests/unit/historyrecords.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using history::Changed;
using history::Filter;
using history::Finder;
using history::Job;
using history::Record;
using history::Store;
using history::Summary;

/// What a finder told, as somebody who shows it would keep it.
struct Listener
{
    explicit Listener(Finder &finder)
    {
        QObject::connect(&finder, &Finder::found, &finder,
                         [this](const std::vector<Summary> &page, bool first, bool complete) {
                             if (first) {
                                 entries.clear();
                             }
                             entries.insert(entries.end(), page.begin(), page.end());
                             isComplete = complete;
                             ++pages;
                         });
        QObject::connect(&finder, &Finder::counted, &finder, [this](qint64 some, qint64 total) {
            matching = some;
            all = total;
        });
        QObject::connect(&finder, &Finder::changed, &finder,
                         [this](const std::vector<Changed> &records) {
                             changes.insert(changes.end(), records.begin(), records.end());
                         });
        QObject::connect(&finder, &Finder::removed, &finder, [this] { ++removals; });
    }

    std::vector<Summary> entries;
    std::vector<Changed> changes;
    bool isComplete = false;
    int pages = 0;
    int removals = 0;
    qint64 matching = -1;
    qint64 all = -1;
};

class TestHistoryFinder : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void findsPageByPage();
    void aNewerSearchReplacesTheOneBefore();
    void tellsWhatOthersWrite();
    void tellsWhatIsRemoved();
    void keepsTheIndex();
    void readsAStory();
    void saysWhatFailed();
    void endsWhileSearching();
    void aJobWorksElsewhere();
    void aJobIsCancelled();
    void aJobWithoutAStoreFails();

private:
    Record add(Store &store, const QDateTime &time, const QString &note = {}) const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Store> m_store;
    tests::FixedClock m_clock;
};

void TestHistoryFinder::init()
{
    StrictTest::init();
    m_store.reset();
    m_home = std::make_unique<QTemporaryDir>();
    m_store = *Store::open(m_home->path(), m_clock);
}

Record TestHistoryFinder::add(Store &store, const QDateTime &time, const QString &note) const
{
    Record record = tests::recordInFlight();
    record.createdAt = time;
    record.state = Record::State::Finished;
    record.note = note;
    return store.add(record, {.stored = 3}) ? record : Record();
}

void TestHistoryFinder::findsPageByPage()
{
    for (int number = 0; number < Finder::pageSize + 20; ++number) {
        add(*m_store, m_clock.now().addSecs(number), number % 2 == 0 ? u"even"_s : u"odd"_s);
    }
    Finder finder(m_home->path(), m_clock);
    Listener heard(finder);
    finder.find({});
    finder.findMore(); // the first page is under way
    QTRY_COMPARE(heard.pages, 1);
    QCOMPARE(heard.entries.size(), size_t(Finder::pageSize));
    QVERIFY(!heard.isComplete);
    QTRY_COMPARE(heard.matching, Finder::pageSize + 20);
    finder.findMore();
    QTRY_COMPARE(heard.pages, 2);
    QVERIFY(heard.isComplete);
    QVERIFY(heard.entries == *m_store->page({}, {}, 1000));
    finder.findMore();
    finder.find({.text = u"EVEN"_s});
    QTRY_COMPARE(heard.matching, (Finder::pageSize + 20) / 2);
    QCOMPARE(heard.all, Finder::pageSize + 20);
    QCOMPARE(heard.pages, 3);
    QCOMPARE(heard.entries.size(), size_t(Finder::pageSize + 20) / 2);
}

void TestHistoryFinder::aNewerSearchReplacesTheOneBefore()
{
    add(*m_store, m_clock.now(), u"one"_s);
    add(*m_store, m_clock.now(), u"other"_s);
    Finder finder(m_home->path(), m_clock);
    Listener heard(finder);
    const QString word = u"other"_s;
    for (qsizetype typed = 1; typed <= word.size(); ++typed) {
        finder.find({.text = word.left(typed)});
    }
    QTRY_COMPARE(heard.matching, 1);
    QCOMPARE(heard.pages, 1);
    QCOMPARE(heard.entries.front().note, u"other"_s);
}

void TestHistoryFinder::tellsWhatOthersWrite()
{
    const Record known = add(*m_store, m_clock.now(), u"known"_s);
    Finder finder(m_home->path(), m_clock);
    Listener heard(finder);
    finder.find({.text = u"known"_s});
    QTRY_COMPARE(heard.matching, 1);
    // Another program's store; nobody calls look().
    const auto other = *Store::open(m_home->path(), m_clock);
    const Record added = add(*other, m_clock.now(), u"known too"_s);
    QTRY_COMPARE(heard.changes.size(), size_t(1));
    QCOMPARE(heard.changes[0].summary.id, added.id);
    QVERIFY(heard.changes[0].matches);
    QTRY_COMPARE(heard.matching, 2);
    QVERIFY(other->setNote(known.id, u"another"_s));
    finder.look();
    QTRY_COMPARE(heard.changes.size(), size_t(2));
    QCOMPARE(heard.changes[1].summary.id, known.id);
    QVERIFY(!heard.changes[1].matches);
    QTRY_COMPARE(heard.matching, 1);
    QCOMPARE(heard.all, 2);
    QCOMPARE(heard.removals, 0);
}

void TestHistoryFinder::tellsWhatIsRemoved()
{
    const Record record = add(*m_store, m_clock.now());
    Finder finder(m_home->path(), m_clock);
    Listener heard(finder);
    finder.find({});
    QTRY_COMPARE(heard.all, 1);
    QVERIFY(m_store->remove({record.id}));
    finder.look();
    QTRY_COMPARE(heard.removals, 1);
    finder.find({});
    QTRY_COMPARE(heard.all, 0);
}

void TestHistoryFinder::keepsTheIndex()
{
    for (int number = 0; number < 200; ++number) {
        add(*m_store, m_clock.now(), u"to be indexed"_s);
    }
    Finder finder(m_home->path(), m_clock);
    finder.find({});
    const auto isIndexed = [this] {
        const auto usage = m_store->unindexed();
        return usage && *usage == 0;
    };
    QTRY_VERIFY(isIndexed());
    add(*m_store, m_clock.now(), u"and more"_s);
    QVERIFY(!isIndexed());
    finder.look();
    QTRY_VERIFY(isIndexed());
    QCOMPARE(*m_store->count({.text = u"to be indexed"_s}), 200);
}

void TestHistoryFinder::readsAStory()
{
    const Record record = add(*m_store, m_clock.now());
    Finder finder(m_home->path(), m_clock);
    const QSignalSpy read(&finder, &Finder::storyRead);
    finder.readStory({record.accountId, record.pair, limits::Category::UserDefined, 28});
    QTRY_COMPARE(read.size(), 1);
    const auto records = read[0][1].value<std::vector<Record>>();
    QCOMPARE(records.size(), size_t(1));
    QCOMPARE(records[0].id, record.id);
    QVERIFY(read[0][2].toBool());
}

void TestHistoryFinder::saysWhatFailed()
{
    Finder finder(m_home->path(), m_clock);
    const QSignalSpy failed(&finder, &Finder::failed);
    const QSignalSpy read(&finder, &Finder::storyRead);
    finder.readStory({}, QUuid::createUuid());
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<history::StoreError>().kind, history::StoreErrorKind::NotFound);
    QVERIFY(read.isEmpty());
}

void TestHistoryFinder::endsWhileSearching()
{
    for (int number = 0; number < 50; ++number) {
        add(*m_store, m_clock.now(), u"to be found"_s);
    }
    for (int round = 0; round < 20; ++round) {
        Finder finder(m_home->path(), m_clock);
        finder.find({.text = u"found"_s});
        finder.findMore();
        finder.look();
    }
}

void TestHistoryFinder::aJobWorksElsewhere()
{
    add(*m_store, m_clock.now());
    qint64 count = 0;
    Qt::HANDLE thread = nullptr;
    Job job(m_home->path(), m_clock, [&](Store &store, Job &self) {
        thread = QThread::currentThreadId();
        count = *store.count();
        self.report(1, 2);
        return support::Expected<support::Done, history::StoreError>(support::Done{});
    });
    const QSignalSpy finished(&job, &Job::finished);
    const QSignalSpy progress(&job, &Job::progress);
    job.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(count, 1);
    QVERIFY(thread != nullptr && thread != QThread::currentThreadId());
    QCOMPARE(progress.size(), 1);
    QCOMPARE(progress[0], (QVariantList{qint64(1), qint64(2)}));
}

void TestHistoryFinder::aJobIsCancelled()
{
    std::atomic<bool> ended = false;
    {
        std::atomic<bool> started = false;
        Job job(m_home->path(), m_clock, [&](Store &, Job &self) {
            started = true;
            while (!self.isCancelled()) {
                QThread::yieldCurrentThread();
            }
            ended = true;
            return support::Expected<support::Done, history::StoreError>(support::Done{});
        });
        job.start();
        QTRY_VERIFY(started);
    }
    QVERIFY(ended);
}

void TestHistoryFinder::aJobWithoutAStoreFails()
{
    bool called = false;
    Job job(m_home->filePath(u"history.sqlite/none"_s), m_clock, [&called](Store &, Job &) {
        called = true;
        return support::Expected<support::Done, history::StoreError>(support::Done{});
    });
    bool failed = false;
    connect(&job, &Job::finished, this, [&failed](const auto &result) { failed = !result; });
    job.start();
    QTRY_VERIFY(failed);
    QVERIFY(!called);
}

TEST_MAIN(QCoreApplication, TestHistoryFinder)
#include "tst_historyfinder.moc"
