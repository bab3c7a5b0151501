#include "app/history/finder.h"
#include "tests/support/testmain.h"
#include "tests/unit/historyfile.h"
#include "tests/unit/historyrecords.h"

#include <QProcess>
#include <QSet>
#include <QTest>

#include <cstdio>
#include <iostream>
#include <string>

// Several programs at work in one history: other processes, which are this program with an
// argument, write, read, search, pin, annotate and remove at the same time, each with a finder that
// keeps the index, while this one has a finder open as well.

using namespace Qt::StringLiterals;
using history::Finder;
using history::Record;
using history::Store;
using history::Summary;

namespace {

constexpr auto childArgument = "--write"_L1;
constexpr int writers = 3;
constexpr int recordsEach = 100;
constexpr int everything = 1'000'000;
// Every tenth is pinned, every seventh annotated, and with every fifth there is one that goes.
constexpr int pinnedEvery = 10;
constexpr int notedEvery = 7;
constexpr int removedEvery = 5;
constexpr int searchedEvery = 4;

bool isPinned(int number)
{
    return number % pinnedEvery == 0;
}

QString noteOf(int number)
{
    return number % notedEvery == 0 ? u"Note %1"_s.arg(number) : QString();
}

/// What writer `writer` writes as its record `number`; no other record has its name in its text.
Record recordOf(int writer, int number, const QString &kind = u"Contacts"_s)
{
    Record record = tests::recordInFlight();
    record.id = QUuid::createUuidV5(QUuid(), u"%1 %2 %3"_s.arg(kind).arg(writer).arg(number));
    record.createdAt = record.createdAt.addMSecs(qint64(number) * writers + writer);
    record.fromName = u"%1 %2-%3"_s.arg(kind).arg(writer).arg(number, 5, 10, QChar(u'0'));
    record.state = Record::State::Finished;
    record.exchanges[0].state = history::Exchange::State::Answered;
    record.exchanges[0].answeredAt = record.createdAt;
    record.exchanges[0].reply = api::Reply{201, "Created", {}, R"({"results":[]})", {}, {}};
    record.exchanges[1].state = history::Exchange::State::NotSent;
    return record;
}

constexpr history::Counts countsOfAll{.missing = 1, .notSent = 2};

QSet<QUuid> keptIds()
{
    QSet<QUuid> ids;
    for (int writer = 0; writer < writers; ++writer) {
        for (int number = 0; number < recordsEach; ++number) {
            ids.insert(recordOf(writer, number).id);
        }
    }
    return ids;
}

history::Filter searchFor(const QString &text)
{
    history::Filter filter;
    filter.text = text;
    return filter;
}

/// Everything that a finder shows from one search on, without being asked to search again.
class Seen
{
public:
    explicit Seen(Finder &finder)
    {
        QObject::connect(&finder, &Finder::found, &finder,
                         [this, &finder](const std::vector<Summary> &page, bool, bool complete) {
                             for (const Summary &summary : page) {
                                 m_ids.insert(summary.id);
                             }
                             if (!complete) {
                                 finder.findMore();
                             }
                         });
        QObject::connect(&finder, &Finder::changed, &finder,
                         [this](const std::vector<history::Changed> &records) {
                             ++m_changes;
                             for (const history::Changed &change : records) {
                                 m_ids.insert(change.summary.id);
                             }
                         });
        // Removals ask for a new search.
        QObject::connect(&finder, &Finder::removed, &finder, [&finder] { finder.find({}); });
    }

    [[nodiscard]] bool hasAll(const QSet<QUuid> &ids) const { return m_ids.contains(ids); }
    [[nodiscard]] int changes() const { return m_changes; }

private:
    QSet<QUuid> m_ids;
    int m_changes = 0;
};

// The other process

/// Whether everything that it tries succeeds; what does not, it says.
class Writer
{
public:
    Writer(Store &store, int number)
        : m_store(store)
        , m_number(number)
    {
    }

    bool writeAll()
    {
        for (int number = 0; number < recordsEach && m_good; ++number) {
            writeOne(number);
        }
        return m_good;
    }

private:
    void writeOne(int number)
    {
        const Record record = recordOf(m_number, number);
        expect("add", m_store.add(record, countsOfAll).hasValue());
        if (isPinned(number)) {
            expect("pin", m_store.setPinned(record.id, true).hasValue());
        }
        if (const QString note = noteOf(number); !note.isEmpty()) {
            expect("note", m_store.setNote(record.id, note).hasValue());
        }
        if (number % removedEvery == 0) {
            const Record other = recordOf(m_number, number, u"Removed"_s);
            expect("add to remove", m_store.add(other, countsOfAll).hasValue());
            const auto removed = m_store.remove({other.id});
            expect("remove", removed && *removed == 1);
            const auto found = m_store.page(searchFor(other.fromName), {}, 10);
            expect("find no more", found && found->empty());
        }
        if (number % searchedEvery == 0) {
            const auto found = m_store.page(searchFor(record.fromName), {}, 10);
            expect("find", found && found->size() == 1 && found->front().id == record.id);
        }
        // Whatever is there, from whichever writer, is whole.
        const auto page = m_store.page({}, {}, 10);
        expect("page", page && !page->empty());
        if (page && !page->empty()) {
            const auto other = m_store.read(page->back().id);
            const bool gone = !other && other.error().kind == history::StoreErrorKind::NotFound;
            expect("read", gone || (other && other->exchanges.size() == 2));
        }
    }

    void expect(const char *what, bool good)
    {
        if (!good) {
            std::printf("failed to %s\n", what);
            m_good = false;
        }
    }

    Store &m_store;
    int m_number;
    bool m_good = true;
};

int writeAndLook(const QString &folder, int number)
{
    const tests::FixedClock clock;
    const auto store = Store::open(folder, clock);
    if (!store) {
        std::puts(qPrintable(store.error().detail));
        return 1;
    }
    Finder finder(folder, clock);
    const Seen seen(finder);
    finder.find({});
    std::puts("ready");
    std::fflush(stdout);
    std::string line;
    std::getline(std::cin, line);
    if (!Writer(**store, number).writeAll()) {
        return 1;
    }
    // And it sees what the others write.
    const QSet<QUuid> all = keptIds();
    QObject::connect(&finder, &Finder::found, QCoreApplication::instance(), [&] {
        if (seen.hasAll(all)) {
            QCoreApplication::quit();
        }
    });
    QObject::connect(&finder, &Finder::changed, QCoreApplication::instance(), [&] {
        if (seen.hasAll(all)) {
            QCoreApplication::quit();
        }
    });
    finder.look();
    return seen.hasAll(all) ? 0 : QCoreApplication::exec();
}

} // namespace

class TestHistoryShared : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void severalProgramsWriteAtOnce();
    void twoFindersKeepOneIndex();

private:
    void expectEachFoundOnce(const Store &store, int writer);

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
    tests::FixedClock m_clock;
};

void TestHistoryShared::init()
{
    StrictTest::init();
    m_home = std::make_unique<QTemporaryDir>();
    m_folder = m_home->filePath(u"history"_s);
}

void TestHistoryShared::expectEachFoundOnce(const Store &store, int writer)
{
    for (int number = 0; number < recordsEach; ++number) {
        const Record record = recordOf(writer, number);
        const auto found = store.page(searchFor(record.fromName), {}, 10);
        QVERIFY(found);
        QCOMPARE(found->size(), size_t(1));
        QCOMPARE(found->front().id, record.id);
        QCOMPARE(*store.count(searchFor(record.fromName)), 1);
    }
}

void TestHistoryShared::severalProgramsWriteAtOnce()
{
    std::vector<std::unique_ptr<QProcess>> children;
    for (int number = 0; number < writers; ++number) {
        auto &child = children.emplace_back(std::make_unique<QProcess>());
        child->start(QCoreApplication::applicationFilePath(),
                     {childArgument, m_folder, QString::number(number)});
    }
    for (const auto &child : children) {
        while (!child->canReadLine() && child->waitForReadyRead()) {
        }
        QCOMPARE(child->readLine(), "ready\n");
    }
    const auto store = Store::open(m_folder, m_clock);
    QVERIFY(store);
    Finder finder(m_folder, m_clock);
    const Seen seen(finder);
    finder.find({});
    for (const auto &child : children) {
        child->write("go\n");
    }
    const QSet<QUuid> all = keptIds();
    for (const auto &child : children) {
        QTRY_COMPARE_WITH_TIMEOUT(child->state(), QProcess::NotRunning, 60'000);
        QCOMPARE(child->readAll(), "");
        QCOMPARE(child->exitCode(), 0);
    }
    QTRY_VERIFY_WITH_TIMEOUT(seen.hasAll(all), 30'000);

    const auto page = (*store)->page({}, {}, everything);
    QVERIFY(page);
    QCOMPARE(page->size(), size_t(all.size()));
    QCOMPARE(*(*store)->count(), qint64(all.size()));
    QSet<QUuid> there;
    QSet<qint64> places;
    for (const Summary &summary : *page) {
        there.insert(summary.id);
        places.insert(summary.place);
    }
    QCOMPARE(there, all);
    QCOMPARE(places.size(), all.size());
    for (int writer = 0; writer < writers; ++writer) {
        for (int number = 0; number < recordsEach; ++number) {
            Record meant = recordOf(writer, number);
            meant.pinned = isPinned(number);
            meant.note = noteOf(number);
            QVERIFY(*(*store)->read(meant.id) == meant);
        }
        expectEachFoundOnce(**store, writer);
    }
    QTRY_COMPARE_WITH_TIMEOUT(*(*store)->unindexed(), 0, 30'000);
    for (int writer = 0; writer < writers; ++writer) {
        expectEachFoundOnce(**store, writer);
    }
    const QStringList faults = tests::faultsOf(m_folder);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));

    // Removals ask for a new search; without one, what somebody else writes is told.
    const int changesBefore = seen.changes();
    const Record late = recordOf(0, recordsEach);
    QVERIFY((*store)->add(late, countsOfAll));
    QTRY_VERIFY(seen.hasAll({late.id}));
    QVERIFY(seen.changes() > changesBefore);
}

void TestHistoryShared::twoFindersKeepOneIndex()
{
    const auto store = Store::open(m_folder, m_clock);
    QVERIFY(store);
    for (int number = 0; number < recordsEach; ++number) {
        QVERIFY((*store)->add(recordOf(0, number), countsOfAll));
    }
    QCOMPARE(*(*store)->unindexed(), recordsEach);
    Finder one(m_folder, m_clock);
    Finder other(m_folder, m_clock);
    one.find({});
    other.find({});
    // What changes while they are at it is indexed anew.
    for (int number = 0; number < recordsEach; ++number) {
        QVERIFY((*store)->setNote(recordOf(0, number).id, u"Remark %1 end"_s.arg(number)));
    }
    one.look();
    other.look();
    QTRY_COMPARE_WITH_TIMEOUT(*(*store)->unindexed(), 0, 30'000);
    expectEachFoundOnce(**store, 0);
    for (int number = 0; number < recordsEach; ++number) {
        QCOMPARE(*(*store)->count(searchFor(u"remark %1 end"_s.arg(number))), 1);
    }
    const QStringList faults = tests::faultsOf(m_folder);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

int main(int argc, char **argv)
{
    const tests::Sanctuary sanctuary;
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == childArgument) {
        return writeAndLook(arguments.value(2), arguments.value(3).toInt());
    }
    TestHistoryShared test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_historyshared.moc"
