#include "app/history/names.h"
#include "tests/support/testmain.h"
#include "tests/unit/historyrecords.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using history::Counts;
using history::Exchange;
using history::Record;
using history::Store;
using history::StoreErrorKind;
using history::Summary;

Q_DECLARE_METATYPE(std::optional<api::Reply>)
Q_DECLARE_METATYPE(api::ErrorKind)

class TestHistoryStore : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everythingComesBack_data();
    void everythingComesBack();
    void errorKindsHaveStableNames();
    void anExchangeIsSavedWithItsAnswer();
    void severalExchangesAreSavedAtOnce();
    void refusedAttemptsAreAddedTo();
    void readBacksAreAddedTo();
    void statesAreSaved();
    void whatIsNotThereIsNotFound();
    void anIdIsTakenOnce();
    void pagesAreNewestFirst();
    void pagesKeepTheirPlaceWhileRecordsAreAdded();
    void manyOfOneSecondKeepTheirOrder();
    void signalsTellOfEachWrite();
    void notesAndPins();
    void revertsAreLinkedBothWays();
    void removing();
    void importing();
    void accountsAreListedOnce();
    void onlyTheOwnerMayRead();
    void aLooseModeIsTightened();
    void twoStoresShareTheFile();

private:
    [[nodiscard]] std::unique_ptr<Store> open() const;
    [[nodiscard]] QString file(const QString &suffix = {}) const;
    /// Adds a record; the counts' `stored` tells it from others.
    static Record add(Store &store, const QDateTime &createdAt, int number);
    static Record finished(Record record);
    static QList<int> numbers(const std::vector<Summary> &page);

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
    tests::FixedClock m_clock;
};

void TestHistoryStore::init()
{
    StrictTest::init();
    m_home = std::make_unique<QTemporaryDir>();
    m_folder = m_home->filePath(u"data/history"_s);
}

std::unique_ptr<Store> TestHistoryStore::open() const
{
    auto store = Store::open(m_folder, m_clock);
    return store ? *std::move(store) : nullptr;
}

QString TestHistoryStore::file(const QString &suffix) const
{
    return m_folder + u"/history.sqlite"_s + suffix;
}

Record TestHistoryStore::add(Store &store, const QDateTime &createdAt, int number)
{
    Record record = tests::recordInFlight();
    record.createdAt = createdAt;
    record.state = Record::State::Finished;
    return store.add(record, {.stored = number}) ? record : Record();
}

Record TestHistoryStore::finished(Record record)
{
    record.state = Record::State::Finished;
    return record;
}

QList<int> TestHistoryStore::numbers(const std::vector<Summary> &page)
{
    QList<int> stored;
    for (const Summary &summary : page) {
        stored.append(summary.counts.stored);
    }
    return stored;
}

void TestHistoryStore::everythingComesBack_data()
{
    QTest::addColumn<std::optional<api::Reply>>("reply");
    QByteArray everyByte;
    for (int byte = 0; byte < 256; ++byte) {
        everyByte.append(char(byte));
    }
    const auto row = [](const char *name, std::optional<api::Reply> reply) {
        QTest::newRow(name) << std::move(reply);
    };
    row("no reply", std::nullopt);
    row("whole", api::Reply{201, "Created", {{"Content-Type", "application/json"}}, "{}", {}, {}});
    row("empty", api::Reply{204, {}, {}, {}, {}, {}});
    row("binary", api::Reply{200, everyByte, {{"X", everyByte}, {"X", ""}}, everyByte, {}, {}});
    row("truncated", api::Reply{200,
                                "OK",
                                {{"Content-Length", "9"}},
                                "{\"a",
                                api::ErrorKind::Truncated,
                                u"closed \u2013 early"_s});
    row("lost", api::Reply{0, {}, {}, {}, api::ErrorKind::ConnectionLost, {}});
    row("large", api::Reply{200, "OK", {}, QByteArray(8 * 1024 * 1024, '\xff'), {}, {}});
}

void TestHistoryStore::everythingComesBack()
{
    QFETCH(const std::optional<api::Reply>, reply);
    Record record = tests::recordInFlight();
    record.state = Record::State::Finished;
    record.accountName = u"\u00c4rzte & S\u00f6hne \U0001F600"_s;
    record.toName.clear();
    record.exchanges[0].state = Exchange::State::Answered;
    record.exchanges[0].answeredAt = record.createdAt.addMSecs(1234);
    record.exchanges[0].reply = reply;
    record.exchanges[1].request.operation = limits::Operation::Purge;
    record.exchanges[1].request.stage = 2;
    record.exchanges[1].request.changes[0].before = limits::LiveLimit::of(10'000);
    record.exchanges[1].request.changes[1].before = limits::LiveLimit::many();
    const history::Attempt attempt{record.createdAt.addMSecs(9), record.createdAt.addMSecs(10),
                                   reply};
    record.exchanges[1].refused = {attempt, {record.createdAt, std::nullopt, std::nullopt}};
    record.readBacks = {{record.pair, "/crm/a%20b", attempt},
                        {{u"2-1"_s, u"p1_pets"_s}, {}, {record.createdAt, std::nullopt, {}}}};
    record.exchanges[1].request.pair = {u"2-1"_s, u"p1_pets"_s};
    record.exchanges[1].body = QByteArray("\0\xff", 2);
    record.exchanges[1].state = Exchange::State::NotSent;
    record.reverts = QUuid::createUuid();
    record.note = u"\u00c4rger\nzweite Zeile"_s;
    record.pinned = true;
    const Counts counts{1, 2, 3, 4, 5, 6, 7, 8};
    {
        const auto store = open();
        QVERIFY(store);
        QVERIFY(!store->setAside());
        QVERIFY(store->add(record, counts));
        QVERIFY(*store->read(record.id) == record);
    }
    const auto store = open();
    QVERIFY(store);
    const auto read = store->read(record.id);
    QVERIFY(read);
    QVERIFY(*read == record);
    QCOMPARE(read->createdAt.timeSpec(), Qt::UTC);
    const auto page = store->page({}, {}, 10);
    QVERIFY(page);
    const Summary expected{.place = page->front().place,
                           .id = record.id,
                           .createdAt = record.createdAt,
                           .accountId = record.accountId,
                           .accountName = record.accountName,
                           .pair = record.pair,
                           .fromName = record.fromName,
                           .toName = record.toName,
                           .state = record.state,
                           .counts = counts,
                           .reverts = record.reverts,
                           .note = record.note,
                           .pinned = record.pinned};
    QVERIFY(*page == std::vector{expected});
    QCOMPARE(*store->count(), 1);
}

void TestHistoryStore::errorKindsHaveStableNames()
{
    QCOMPARE(history::nameOf(api::ErrorKind::TimedOut), u"timed_out"_s);
    QVERIFY(!history::errorKindNamed({}));
    QVERIFY(!history::errorKindNamed(u"unheard_of"_s));
    for (int number = 0; number <= int(api::ErrorKind::UnexpectedShape); ++number) {
        const auto kind = api::ErrorKind(number);
        QCOMPARE(history::errorKindNamed(history::nameOf(kind)), std::optional(kind));
    }
}

void TestHistoryStore::anExchangeIsSavedWithItsAnswer()
{
    Record record = tests::recordInFlight();
    const auto store = open();
    QVERIFY(store->add(record, tests::countsInFlight));
    record.exchanges[0].state = Exchange::State::Answered;
    record.exchanges[0].answeredAt = m_clock.now();
    record.exchanges[0].reply = api::Reply{400, "Bad Request", {{"A", "b"}}, "<html>", {}, {}};
    QVERIFY(store->saveExchanges(record, {0}, {.failed = 1, .pending = 2}));
    QVERIFY(*store->read(record.id) == record);
    record.exchanges[1].state = Exchange::State::NotSent;
    record.state = Record::State::Finished;
    QVERIFY(store->saveExchanges(record, {1}, {.failed = 1, .notSent = 2}));
    QVERIFY(*store->read(record.id) == record);
    QCOMPARE(store->page({}, {}, 1)->front().counts, (Counts{.failed = 1, .notSent = 2}));
}

// One flush for the answer of one and the state of the next.
void TestHistoryStore::severalExchangesAreSavedAtOnce()
{
    Record record = tests::recordInFlight();
    record.exchanges.push_back(record.exchanges[1]);
    const auto store = open();
    QVERIFY(store->add(record, tests::countsInFlight));
    const QSignalSpy written(store.get(), &Store::written);
    const Record before = record;
    for (Exchange &exchange : record.exchanges) {
        exchange.state = Exchange::State::Sent;
        exchange.sentAt = m_clock.now();
    }
    // One that is not there, and nothing is written.
    record.exchanges.push_back(record.exchanges[1]);
    QVERIFY(!store->saveExchanges(record, {0, 1, 3}, {.stored = 1}));
    QVERIFY(*store->read(record.id) == before);
    record.exchanges.pop_back();
    record.exchanges[2] = before.exchanges[2];
    QVERIFY(store->saveExchanges(record, {0, 1}, {.stored = 1}));
    QVERIFY(*store->read(record.id) == record);
    QCOMPARE(written.count(), 1);
}

void TestHistoryStore::refusedAttemptsAreAddedTo()
{
    Record record = tests::recordInFlight();
    const auto store = open();
    QVERIFY(store->add(record, tests::countsInFlight));
    for (int number = 1; number <= 3; ++number) {
        const QDateTime time = m_clock.now().addSecs(number);
        const api::Reply reply{429, {}, {{"Retry-After", "1"}}, QByteArray::number(number), {}, {}};
        record.exchanges[0].refused.push_back({time, time.addMSecs(20), reply});
        record.exchanges[0].state = Exchange::State::Planned;
        record.exchanges[0].sentAt.reset();
        QVERIFY(store->saveExchanges(record, {0}, tests::countsInFlight));
        QVERIFY(*store->read(record.id) == record);
    }
}

void TestHistoryStore::readBacksAreAddedTo()
{
    Record record = tests::recordInFlight();
    record.state = Record::State::Interrupted;
    const auto store = open();
    QVERIFY(store->add(record, tests::countsInFlight));
    const auto other = open();
    for (int number = 1; number <= 3; ++number) {
        const QDateTime time = m_clock.now().addSecs(number);
        record.readBacks.push_back({record.pair,
                                    "/path",
                                    {time, time.addMSecs(20),
                                     api::Reply{200, {}, {}, QByteArray::number(number), {}, {}}}});
        // Also when another window of the program looks at the same record.
        QVERIFY((number == 2 ? other : store)->addReadBack(record, {.notStored = number}));
        QVERIFY(*store->read(record.id) == record);
        QCOMPARE(store->page({}, {}, 1)->front().counts, (Counts{.notStored = number}));
    }
    record.id = QUuid::createUuid();
    QCOMPARE(store->addReadBack(record, {}).error().kind, StoreErrorKind::NotFound);
}

void TestHistoryStore::statesAreSaved()
{
    Record record = tests::recordInFlight();
    const auto store = open();
    QVERIFY(store->add(record, tests::countsInFlight));
    record.state = Record::State::Finished;
    record.exchanges[0].state = Exchange::State::Answered;
    record.exchanges[1].state = Exchange::State::NotSent;
    QVERIFY(store->saveExchanges(record, {0, 1}, {.unknown = 1, .notSent = 2}));
    QVERIFY(*store->read(record.id) == record);
    QCOMPARE(store->page({}, {}, 1)->front().counts, (Counts{.unknown = 1, .notSent = 2}));
}

void TestHistoryStore::whatIsNotThereIsNotFound()
{
    const auto store = open();
    Record record = tests::recordInFlight();
    QCOMPARE(store->read(record.id).error().kind, StoreErrorKind::NotFound);
    QCOMPARE(store->saveExchanges(record, {}, {}).error().kind, StoreErrorKind::NotFound);
    QVERIFY(store->add(record, {}));
    record.exchanges.push_back(tests::plannedExchange({}));
    QCOMPARE(store->saveExchanges(record, {0, 2}, {.stored = 1}).error().kind,
             StoreErrorKind::NotFound);
    QCOMPARE(store->page({}, {}, 1)->front().counts.stored, 0);
}

void TestHistoryStore::anIdIsTakenOnce()
{
    const auto store = open();
    const Record record = tests::recordInFlight();
    QVERIFY(store->add(record, {}));
    const auto again = store->add(record, {});
    QCOMPARE(again.error().kind, StoreErrorKind::CannotWrite);
    QVERIFY(!again.error().detail.isEmpty());
    QCOMPARE(*store->count(), 1);
}

void TestHistoryStore::pagesAreNewestFirst()
{
    const auto store = open();
    QVERIFY(store->page({}, {}, 10)->empty());
    const QDateTime now = m_clock.now();
    // 2, 3 and 4 are of the same millisecond; 5 was written last by a clock that went back.
    add(*store, now.addSecs(-9), 1);
    add(*store, now, 2);
    add(*store, now, 3);
    add(*store, now, 4);
    add(*store, now.addSecs(-5), 5);
    add(*store, now.addSecs(9), 6);
    QCOMPARE(numbers(*store->page({}, {}, 100)), (QList{6, 4, 3, 2, 5, 1}));
    for (const int size : {1, 2, 3, 4, 5}) {
        QList<int> seen;
        auto page = store->page({}, {}, size);
        while (!page->empty()) {
            seen += numbers(*page);
            page = store->page({}, page->back(), size);
        }
        QCOMPARE(seen, (QList{6, 4, 3, 2, 5, 1}));
    }
    QVERIFY(store->page({}, {}, 0)->empty());
}

void TestHistoryStore::pagesKeepTheirPlaceWhileRecordsAreAdded()
{
    const auto store = open();
    add(*store, m_clock.now(), 1);
    add(*store, m_clock.now(), 2);
    const auto first = store->page({}, {}, 1);
    add(*store, m_clock.now(), 3);
    QCOMPARE(numbers(*store->page({}, first->back(), 10)), (QList{1}));
    // Also when that one is gone meanwhile.
    QCOMPARE(*store->remove({first->front().id}), 1);
    QCOMPARE(numbers(*store->page({}, first->back(), 10)), (QList{1}));
}

// A second has room for 64; more of them go on in the next one's, still in order.
void TestHistoryStore::manyOfOneSecondKeepTheirOrder()
{
    const auto store = open();
    add(*store, m_clock.now().addSecs(1), 1000);
    for (int number = 0; number < 200; ++number) {
        add(*store, m_clock.now(), number);
    }
    QList<int> expected;
    for (int number = 199; number >= 64; --number) {
        expected << number;
    }
    expected << 1000;
    for (int number = 63; number >= 0; --number) {
        expected << number;
    }
    QCOMPARE(numbers(*store->page({}, {}, 300)), expected);
}

void TestHistoryStore::signalsTellOfEachWrite()
{
    const auto store = open();
    const QSignalSpy written(store.get(), &Store::written);
    Record record = tests::recordInFlight();
    QVERIFY(store->add(record, {.pending = 3}));
    QCOMPARE(written.size(), 1);
    QVERIFY(store->saveExchanges(record, {0}, {.pending = 2}));
    QVERIFY(store->setPinned(record.id, true));
    QVERIFY(store->setNote(record.id, u"A note"_s));
    QCOMPARE(written.size(), 4);
    QVERIFY(!store->add(record, {}));
    record.id = QUuid::createUuid();
    QVERIFY(!store->saveExchanges(record, {}, {}));
    QVERIFY(!store->setPinned(record.id, true));
    QVERIFY(!store->setNote(record.id, {}));
    QCOMPARE(written.size(), 4);
}

void TestHistoryStore::notesAndPins()
{
    const auto store = open();
    const Record first = add(*store, m_clock.now(), 1);
    const Record second = add(*store, m_clock.now().addDays(1), 2);
    add(*store, m_clock.now().addDays(2), 3);
    const Record fourth = add(*store, m_clock.now().addDays(3), 4);
    QVERIFY(store->setPinned(first.id, true));
    QVERIFY(store->setPinned(second.id, true));
    QVERIFY(store->setNote(first.id, u"Agreed with sales\nuntil \u00c4pril"_s));
    // Pinned ones stay on top, and stand there only.
    for (const int size : {1, 2, 3, 10}) {
        QList<int> seen;
        for (auto page = store->page({}, {}, size); !page->empty();
             page = store->page({}, page->back(), size)) {
            seen += numbers(*page);
        }
        QCOMPARE(seen, (QList{2, 1, 4, 3}));
    }
    const Record read = *store->read(first.id);
    QVERIFY(read.pinned);
    QCOMPARE(read.note, u"Agreed with sales\nuntil \u00c4pril"_s);
    QCOMPARE(store->page({}, {}, 10)->at(1).note, read.note);
    QVERIFY(store->setPinned(first.id, false));
    QVERIFY(store->setNote(first.id, {}));
    QVERIFY(*store->read(first.id) == first);
    QCOMPARE(store->setNote(QUuid::createUuid(), {}).error().kind, StoreErrorKind::NotFound);
    QVERIFY(!store->read(fourth.id)->pinned);
}

void TestHistoryStore::revertsAreLinkedBothWays()
{
    const auto store = open();
    const Record first = add(*store, m_clock.now(), 1);
    QVERIFY(store->reverting(first.id)->empty());
    Record second = tests::recordInFlight();
    second.reverts = first.id;
    QVERIFY(store->add(second, {.stored = 2}));
    QCOMPARE(store->read(second.id)->reverts, first.id);
    const auto reverting = store->reverting(first.id);
    QCOMPARE(reverting->size(), size_t(1));
    QCOMPARE(reverting->front().id, second.id);
    QCOMPARE(reverting->front().reverts, first.id);
}

void TestHistoryStore::removing()
{
    const auto store = open();
    const Record kept = add(*store, m_clock.now(), 1);
    const Record gone = add(*store, m_clock.now(), 2);
    const Record inFlight = tests::recordInFlight();
    QVERIFY(store->add(inFlight, tests::countsInFlight));
    QCOMPARE(*store->remove({gone.id, inFlight.id, QUuid::createUuid()}), 1);
    QCOMPARE(store->read(gone.id).error().kind, StoreErrorKind::NotFound);
    QVERIFY(store->read(kept.id) && store->read(inFlight.id));
    QCOMPARE(*store->count(), 2);
}

void TestHistoryStore::importing()
{
    const auto store = open();
    Record known = add(*store, m_clock.now(), 1);
    Record old = finished(tests::recordInFlight());
    old.createdAt = m_clock.now().addYears(-3);
    old.pinned = true;
    old.note = u"From the other machine"_s;
    Record late = finished(tests::recordInFlight());
    late.createdAt = m_clock.now().addSecs(60);
    const Record untouched = known;
    known.note = u"Another note"_s;
    QCOMPARE(*store->import({{late, {.stored = 3}}, {known, {}}, {old, {.stored = 2}}}), 2);
    QCOMPARE(*store->import({{late, {}}, {known, {}}, {old, {}}}), 0);
    QVERIFY(*store->read(old.id) == old);
    QVERIFY(*store->read(late.id) == late);
    QVERIFY(*store->read(known.id) == untouched);
    QCOMPARE(numbers(*store->page({}, {}, 10)), (QList{2, 3, 1}));
}

void TestHistoryStore::accountsAreListedOnce()
{
    const auto store = open();
    QVERIFY(store->accounts()->empty());
    for (const auto &[id, name] : {std::pair{u"b"_s, u"Old"_s},
                                   {u"a"_s, u"Zebra"_s},
                                   {u"b"_s, u"New"_s},
                                   {u"c"_s, u"Middle"_s}}) {
        Record record = tests::recordInFlight();
        record.accountId = id;
        record.accountName = name;
        QVERIFY(store->add(record, {}));
    }
    const std::vector<std::pair<QString, QString>> expected{
        {u"c"_s, u"Middle"_s}, {u"b"_s, u"New"_s}, {u"a"_s, u"Zebra"_s}};
    QVERIFY(*store->accounts() == expected);
}

void TestHistoryStore::onlyTheOwnerMayRead()
{
    const auto store = open();
    QVERIFY(store->add(tests::recordInFlight(), {}));
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                          QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const QString &path : {m_folder, file(), file(u"-wal"_s), file(u"-shm"_s)}) {
        QVERIFY2(QFile::exists(path), qPrintable(path));
        QVERIFY2(!(QFileInfo(path).permissions() & others), qPrintable(path));
    }
}

void TestHistoryStore::aLooseModeIsTightened()
{
    open().reset();
    QVERIFY(QFile::setPermissions(file(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    const auto store = open();
    QVERIFY(!(QFileInfo(file()).permissions() & QFile::ReadOther));
}

void TestHistoryStore::twoStoresShareTheFile()
{
    const auto one = open();
    const auto other = open();
    QVERIFY(one && other);
    const Record first = tests::recordInFlight();
    const Record second = tests::recordInFlight();
    QVERIFY(one->add(first, tests::countsInFlight));
    QVERIFY(other->add(second, tests::countsInFlight));
    QVERIFY(*one->read(second.id) == second);
    QVERIFY(*other->read(first.id) == first);
    QCOMPARE(*one->count(), 2);
}

TEST_MAIN(QCoreApplication, TestHistoryStore)
#include "tst_historystore.moc"
