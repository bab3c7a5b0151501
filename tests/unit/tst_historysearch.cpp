#include "app/history/database.h"
#include "app/history/searchtext.h"
#include "app/history/storefile.h"
#include "app/history/textrows.h"
#include "tests/support/testmain.h"
#include "tests/unit/historyrecords.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using history::Counts;
using history::Filter;
using history::Record;
using history::RecordOutcome;
using history::Store;
using history::Summary;

/// Each search is made twice: while no text is in the index, and when all of it is.
class TestHistorySearch : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void texts_data();
    void texts();
    void filters_data();
    void filters();
    void outcomesAgree();
    void whatChangesIsFoundAnew();
    void whatIsRemovedIsFoundNoLonger();
    void aDamagedRecordHidesNoOther();
    void pagesOfASearchAreWhole();
    void aSearchIsGivenUp();
    void agreesWithLookingThrough();
    void storyOfALimit();
    void searchTextHasEachLineOnce();

private:
    void indexAll() const;
    [[nodiscard]] QList<int> found(const Filter &filter) const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Store> m_store;
    tests::FixedClock m_clock;
};

namespace {

/// A finished record with one request; `number` goes into its counts to tell it from others.
Record made(const QDateTime &time)
{
    Record record = tests::recordInFlight();
    record.createdAt = time;
    record.state = Record::State::Finished;
    record.exchanges.resize(1);
    record.exchanges[0].state = history::Exchange::State::Answered;
    record.exchanges[0].answeredAt = time;
    return record;
}

api::Reply answer(const QByteArray &body, const QByteArray &correlation = {})
{
    std::vector<api::Header> headers{{"Content-Type", "application/json"}};
    if (!correlation.isEmpty()) {
        headers.push_back({"X-HubSpot-Correlation-Id", correlation});
    }
    return {200, "OK", headers, body, {}, {}};
}

} // namespace

void TestHistorySearch::init()
{
    StrictTest::init();
    m_store.reset();
    m_home = std::make_unique<QTemporaryDir>();
    auto store = Store::open(m_home->path(), m_clock);
    QVERIFY(store);
    m_store = *std::move(store);
}

void TestHistorySearch::indexAll() const
{
    const auto connection = history::Connection::open(history::storeFileIn(m_home->path()));
    QVERIFY(connection);
    for (auto more = history::indexSome((*connection)->database()); more && *more;
         more = history::indexSome((*connection)->database())) {
    }
}

QList<int> TestHistorySearch::found(const Filter &filter) const
{
    QList<int> numbers;
    const auto page = m_store->page(filter, {}, 1000);
    for (const Summary &summary : *page) {
        numbers << summary.counts.stored;
    }
    return *m_store->count(filter) == numbers.size() ? numbers : QList{-1};
}

void TestHistorySearch::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("numbers");
    QTest::newRow("nothing typed") << u""_s << QList{4, 3, 2, 1};
    QTest::newRow("a name's middle") << u"ONTACTS"_s << QList{1};
    QTest::newRow("target name") << u"haus t"_s << QList{2};
    QTest::newRow("other case of an umlaut") << u"\u00e4rzte"_s << QList{2};
    QTest::newRow("decomposed umlaut") << u"A\u0308RZTE"_s << QList{2};
    QTest::newRow("source id") << u"2-77"_s << QList{2};
    QTest::newRow("target id") << u"P1_PETS"_s << QList{3};
    QTest::newRow("account") << u"100% test"_s << QList{3};
    QTest::newRow("percent is no wildcard") << u"1%t"_s << QList<int>{};
    QTest::newRow("underscore is no wildcard") << u"p_p"_s << QList<int>{};
    QTest::newRow("star is no wildcard") << u"pet*"_s << QList<int>{};
    QTest::newRow("double quotes") << u"\"status\": \"complete\""_s << QList{3};
    QTest::newRow("a word of the index's language") << u"one NOT two"_s << QList<int>{};
    QTest::newRow("backslash") << u"\\"_s << QList<int>{};
    QTest::newRow("one letter of a name") << u"'"_s << QList{1};
    QTest::newRow("two letters of a name") << u"ze"_s << QList<int>{};
    QTest::newRow("two letters of another") << u"TZ"_s << QList<int>{};
    QTest::newRow("two letters with an umlaut") << u"\u00e4R"_s << QList{2};
    QTest::newRow("not across fields") << u"contacts0-1"_s << QList<int>{};
    QTest::newRow("no such text") << u"xyz"_s << QList<int>{};
    QTest::newRow("label") << u"billing"_s << QList{4};
    QTest::newRow("a type ID of two digits") << u"28"_s << QList{4};
    QTest::newRow("a type ID of one digit") << u"7"_s << QList{3, 2};
    QTest::newRow("a type ID of three digits") << u"279"_s << QList{1};
    QTest::newRow("request body") << u"maxToObjectIds\": 12"_s << QList{4};
    QTest::newRow("answer's message") << u"above the HIGH"_s << QList{2};
    QTest::newRow("answer's escaped letters") << u"L\u00d6SCHEN"_s << QList{2};
    QTest::newRow("correlation id in a header") << u"C0FFEE-1"_s << QList{3};
    QTest::newRow("correlation id of a read-back") << u"c0ffee-2"_s << QList{4};
    QTest::newRow("not what a read-back lists") << u"nowhere else"_s << QList<int>{};
    QTest::newRow("refused attempt") << u"ten_secondly"_s << QList{1};
    QTest::newRow("note") << u"agreed with"_s << QList{1};
    QTest::newRow("a surrogate pair and two more") << u"\U0001F600ab"_s << QList{1};
}

void TestHistorySearch::texts()
{
    const QDateTime now = m_clock.now();
    Record one = made(now.addDays(-3));
    one.accountName = u"D'Or"_s;
    one.exchanges[0].request.changes[0].typeId = 279;
    one.exchanges[0].refused = {{now, now, answer(R"({"policyName":"TEN_SECONDLY_ROLLING"})")}};
    one.note = u"Agreed with sales\n\U0001F600ab"_s;
    Record two = made(now.addDays(-2));
    two.pair = {u"2-77"_s, u"2-78"_s};
    two.fromName = u"\u00c4rzte"_s;
    two.toName = u"Krankenhaus T"_s;
    two.accountName.clear();
    two.exchanges[0].request.changes = {{limits::Category::UserDefined, 7, 5, {}}};
    two.exchanges[0].reply =
        answer(R"({"message":"Above the high limit, l\u00f6schen","status":"error"})");
    Record three = made(now.addDays(-1));
    three.pair = {u"0-3"_s, u"p1_pets"_s};
    three.fromName = u"Deals"_s;
    three.toName.clear();
    three.accountName = u"100% Test"_s;
    three.exchanges[0].request.changes = {{limits::Category::Work, 7, {}, {}}};
    three.exchanges[0].reply = answer(R"({"status":"COMPLETE"})", "c0ffee-1");
    Record four = made(now);
    four.pair = {u"0-5"_s, u"0-3"_s};
    four.fromName = u"Tickets"_s;
    four.toName = u"Deals"_s;
    four.accountName = u"Sandbox"_s;
    four.exchanges[0].request.changes = {
        {limits::Category::UserDefined, 28, 12, u"Billing contact"_s}};
    four.exchanges[0].body = R"({"inputs":[{"typeId":28,"maxToObjectIds":12}]})";
    four.readBacks = {
        {four.pair, "/", {now, now, answer(R"({"name":"nowhere else"})", "c0ffee-2")}}};
    // Deals stands in two of them; the rows above that look for other words do not meet it.
    int number = 0;
    for (const Record &record : {one, two, three, four}) {
        QVERIFY(m_store->add(record, {.stored = ++number}));
    }
    QFETCH(const QString, text);
    QTEST(found({.text = text}), "numbers");
    indexAll();
    QTEST(found({.text = text}), "numbers");
}

void TestHistorySearch::filters_data()
{
    QTest::addColumn<Filter>("filter");
    QTest::addColumn<QList<int>>("numbers");
    const QDateTime now = m_clock.now();
    using limits::Operation;
    const auto row = [](const char *name, const Filter &filter, const QList<int> &numbers) {
        QTest::newRow(name) << filter << numbers;
    };
    row("none", {}, {5, 4, 3, 2, 1, 0});
    row("account", {.accountId = u"other"_s}, {4, 2, 0});
    row("an unknown account", {.accountId = u"nobody"_s}, {});
    row("all stored", {.outcome = RecordOutcome::AllStored}, {5, 2, 1});
    row("some failed", {.outcome = RecordOutcome::SomeFailed}, {3});
    row("failed", {.outcome = RecordOutcome::Failed}, {0});
    row("unknown", {.outcome = RecordOutcome::Unknown}, {4});
    row("created", {.kind = Operation::Create}, {4, 1});
    row("updated", {.kind = Operation::Update}, {5, 2, 1});
    row("removed", {.kind = Operation::Purge}, {3, 0});
    row("from", {.from = now.addDays(-2)}, {5, 4, 3});
    row("until", {.until = now.addDays(-2)}, {2, 1, 0});
    row("a day", {.from = now.addDays(-3), .until = now.addDays(-2)}, {2});
    row("an empty day", {.from = now.addDays(1), .until = now.addDays(2)}, {});
    row("text and account", {.text = u"contacts"_s, .accountId = u"other"_s}, {4, 2, 0});
    row("text, kind and dates",
        {.text = u"contacts"_s, .kind = Operation::Update, .from = now.addDays(-4)}, {5, 2, 1});
    row("short text and outcome", {.text = u"28"_s, .outcome = RecordOutcome::AllStored}, {5, 1});
}

void TestHistorySearch::filters()
{
    using limits::Operation;
    const std::vector<std::vector<Operation>> kinds{
        {Operation::Purge},  {Operation::Create, Operation::Update},
        {Operation::Update}, {Operation::Purge},
        {Operation::Create}, {Operation::Update}};
    const std::vector<Counts> counts{{.failed = 2},
                                     {.stored = 1},
                                     {.stored = 2},
                                     {.stored = 3, .failed = 1},
                                     {.stored = 4, .missing = 1},
                                     {.stored = 5}};
    for (int number = 0; number < 6; ++number) {
        Record record = made(m_clock.now().addDays(number - 5));
        record.accountId = number % 2 == 0 ? u"other"_s : u"sandbox"_s;
        record.exchanges.resize(kinds[size_t(number)].size(), record.exchanges[0]);
        for (size_t i = 0; i < record.exchanges.size(); ++i) {
            record.exchanges[i].request.operation = kinds[size_t(number)][i];
            record.exchanges[i].request.changes[0].typeId = number % 2 == 0 ? 279 : 28;
        }
        QVERIFY(m_store->add(record, counts[size_t(number)]));
    }
    QFETCH(const Filter, filter);
    QTEST(found(filter), "numbers");
    indexAll();
    QTEST(found(filter), "numbers");
}

// The store's own column and outcomeOf() say the same of all counts.
void TestHistorySearch::outcomesAgree()
{
    QHash<QUuid, std::optional<RecordOutcome>> expected;
    for (int bits = 1; bits < 256; ++bits) {
        const auto bit = [bits](int at) { return (bits >> at) & 1; };
        const Counts counts{bit(0), bit(1), bit(2), bit(3), bit(4), bit(5), bit(6), bit(7)};
        const Record record = made(m_clock.now());
        expected.insert(record.id, outcomeOf(counts));
        QVERIFY(m_store->add(record, counts));
    }
    size_t seen = 0;
    for (const auto outcome : {RecordOutcome::AllStored, RecordOutcome::SomeFailed,
                               RecordOutcome::Failed, RecordOutcome::Unknown}) {
        const auto page = m_store->page({.outcome = outcome}, {}, 1000);
        for (const Summary &summary : *page) {
            QVERIFY(expected.value(summary.id) == outcome);
            ++seen;
        }
    }
    // What is pending has no outcome yet.
    QCOMPARE(seen, size_t(127));
}

void TestHistorySearch::whatChangesIsFoundAnew()
{
    Record record = made(m_clock.now());
    QVERIFY(m_store->add(record, {.stored = 1}));
    indexAll();
    QCOMPARE(found({.text = u"brand new"_s}), QList<int>());
    QVERIFY(m_store->setNote(record.id, u"Brand new note"_s));
    QCOMPARE(found({.text = u"brand new"_s}), QList{1});
    indexAll();
    QCOMPARE(found({.text = u"brand new"_s}), QList{1});
    QVERIFY(m_store->setNote(record.id, u"Another one"_s));
    QCOMPARE(found({.text = u"brand new"_s}), QList<int>());
    indexAll();
    QCOMPARE(found({.text = u"brand new"_s}), QList<int>());
    QVERIFY(m_store->setPinned(record.id, true));
    QCOMPARE(found({.text = u"another"_s}), QList{1});
    record.exchanges[0].reply = answer(R"({"message":"late answer"})");
    QVERIFY(m_store->saveExchanges(record, {0}, {.stored = 1}));
    QCOMPARE(found({.text = u"late ANSWER"_s}), QList{1});
    indexAll();
    QCOMPARE(found({.text = u"late ANSWER"_s}), QList{1});
}

void TestHistorySearch::whatIsRemovedIsFoundNoLonger()
{
    Record record = made(m_clock.now());
    record.exchanges[0].request.changes[0].typeId = 7;
    QVERIFY(m_store->add(record, {.stored = 1}));
    indexAll();
    QCOMPARE(*m_store->remove({record.id}), 1);
    QCOMPARE(found({.text = u"contacts"_s}), QList<int>());
    // And none of its text is left in the index: the same place is free for another record.
    Record other = made(m_clock.now());
    other.fromName = u"Deals"_s;
    QVERIFY(m_store->add(other, {.stored = 2}));
    indexAll();
    QCOMPARE(found({.text = u"contacts"_s}), QList<int>());
    QCOMPARE(found({.text = u"deals"_s}), QList{2});
    QCOMPARE(found({.text = u"7"_s}), QList<int>());
}

void TestHistorySearch::aDamagedRecordHidesNoOther()
{
    QVERIFY(m_store->add(made(m_clock.now()), {.stored = 1}));
    const Record damaged = made(m_clock.now().addDays(1));
    QVERIFY(m_store->add(damaged, {.stored = 2}));
    {
        const auto connection = history::Connection::open(history::storeFileIn(m_home->path()));
        history::Statement damage((*connection)->database(),
                                  u"UPDATE exchange SET state = 'rubbish' WHERE submission = "
                                  "(SELECT seq FROM submission WHERE id = ?)"_s);
        QVERIFY(damage.run({damaged.id.toString(QUuid::WithoutBraces)}));
    }
    QCOMPARE(found({.text = u"contacts"_s}), QList{1});
    indexAll();
    QCOMPARE(*m_store->unindexed(), 0);
    QCOMPARE(found({.text = u"contacts"_s}), QList{1});
    QCOMPARE(found({}), (QList{2, 1}));
}

void TestHistorySearch::pagesOfASearchAreWhole()
{
    QList<int> expected;
    for (int number = 0; number < 300; ++number) {
        Record record = made(m_clock.now().addSecs(number * 86'400));
        record.note = number % 3 == 0 ? u"every third"_s : QString();
        record.pinned = number % 50 == 0;
        QVERIFY(m_store->add(record, {.stored = number}));
        if (number == 200) {
            indexAll();
        }
    }
    for (const bool pinned : {true, false}) {
        for (int number = 299; number >= 0; --number) {
            if (number % 3 == 0 && (number % 50 == 0) == pinned) {
                expected << number;
            }
        }
    }
    for (const int size : {1, 7, 100, 1000}) {
        QList<int> seen;
        const Filter filter{.text = u"THIRD"_s};
        for (auto page = m_store->page(filter, {}, size); !page->empty();
             page = m_store->page(filter, page->back(), size)) {
            for (const Summary &summary : *page) {
                seen << summary.counts.stored;
            }
        }
        QCOMPARE(seen, expected);
    }
    QCOMPARE(*m_store->count({.text = u"THIRD"_s}), expected.size());
}

void TestHistorySearch::aSearchIsGivenUp()
{
    QVERIFY(m_store->add(made(m_clock.now()), {.stored = 1}));
    indexAll();
    const auto never = [] { return false; };
    QVERIFY(m_store->page({.text = u"contacts"_s}, {}, 10, never)->empty());
    QCOMPARE(*m_store->count({.text = u"contacts"_s}, never), 0);
    const auto always = [] { return true; };
    QCOMPARE(m_store->page({.text = u"contacts"_s}, {}, 10, always)->size(), size_t(1));
}

// Random texts out of random records: the index finds what looking through each record finds.
void TestHistorySearch::agreesWithLookingThrough()
{
    QRandomGenerator random(20261124);
    const QStringList words{u"primary"_s, u"Firma"_s, u"\u00c4rzte"_s, u"\"x\""_s,
                            u"0-1"_s,     u"a b"_s,   u"%_*"_s,        u"\u4e2d\u6587\u5b57"_s};
    std::vector<std::pair<QUuid, QString>> records;
    for (int number = 0; number < 150; ++number) {
        Record record = made(m_clock.now().addSecs(random.bounded(100'000)));
        for (int i = random.bounded(6); i > 0; --i) {
            record.note += words.at(random.bounded(int(words.size())));
        }
        record.pinned = random.bounded(10) == 0;
        QVERIFY(m_store->add(record, {}));
        records.emplace_back(record.id, history::searchText(record));
        if (number == 100) {
            indexAll();
        }
    }
    for (int round = 0; round < 100; ++round) {
        const QString &source = records.at(size_t(random.bounded(int(records.size())))).second;
        QString text =
            source.mid(random.bounded(int(source.size())), 3 + random.bounded(6)).toUpper();
        text = text.section(u'\n', 0, 0);
        if (history::folded(text).toUcs4().size() < 3) {
            continue;
        }
        QSet<QUuid> expected;
        for (const auto &[id, whole] : records) {
            if (whole.contains(history::folded(text))) {
                expected.insert(id);
            }
        }
        QSet<QUuid> seen;
        const auto page = m_store->page({.text = text}, {}, 1000);
        for (const Summary &summary : *page) {
            seen.insert(summary.id);
        }
        QVERIFY2(seen == expected, qPrintable(text));
        QCOMPARE(*m_store->count({.text = text}), expected.size());
    }
}

void TestHistorySearch::storyOfALimit()
{
    const limits::Pair pair{u"0-1"_s, u"0-2"_s};
    const history::LimitKey key{u"sandbox"_s, pair, limits::Category::UserDefined, 28};
    std::vector<QUuid> expected;
    for (int day = 0; day < 5; ++day) {
        Record record = tests::recordInFlight(); // its second request names type 28
        record.createdAt = m_clock.now().addDays(day);
        record.readBacks = {{pair, "/", {record.createdAt, {}, {}}},
                            {{u"0-2"_s, u"0-1"_s}, "/", {record.createdAt, {}, {}}}};
        record.state = Record::State::Finished; // for the index
        QVERIFY(m_store->add(record, {}));
        expected.insert(expected.begin(), record.id);
        if (day == 2) {
            indexAll();
        }
    }
    Record other = made(m_clock.now()); // another type
    QVERIFY(m_store->add(other, {}));
    other = tests::recordInFlight();
    other.accountId = u"other"_s;
    QVERIFY(m_store->add(other, {}));
    other = tests::recordInFlight();
    other.exchanges[1].request.pair = {u"0-2"_s, u"0-1"_s};
    QVERIFY(m_store->add(other, {}));
    other = tests::recordInFlight();
    other.exchanges[1].request.changes[0].category = limits::Category::Work;
    QVERIFY(m_store->add(other, {}));

    // Half of them in the index, then all.
    for (int round = 0; round < 2; ++round) {
        std::vector<QUuid> seen;
        std::optional<QUuid> before;
        for (;;) {
            const auto story = m_store->story(key, before, 2);
            QVERIFY(story);
            if (story->empty()) {
                break;
            }
            for (const Record &record : *story) {
                seen.push_back(record.id);
                QCOMPARE(record.exchanges.size(), size_t(1));
                QCOMPARE(record.exchanges[0].request.changes[0].typeId, 28);
                QCOMPARE(record.readBacks.size(), size_t(1));
            }
            before = seen.back();
        }
        QVERIFY(seen == expected);
        indexAll();
    }
    QCOMPARE(m_store->story(key, QUuid::createUuid(), 2).error().kind,
             history::StoreErrorKind::NotFound);
}

void TestHistorySearch::searchTextHasEachLineOnce()
{
    Record record = made(m_clock.now());
    record.exchanges[0].body = R"({"a":1,"b":[{"c":"X"},{"c":"X"}]})";
    const QStringList lines = history::searchText(record).split(u'\n', Qt::SkipEmptyParts);
    QStringList unique = lines;
    unique.removeDuplicates();
    QCOMPARE(lines, unique);
    QVERIFY(lines.contains(u"\"c\": \"x\""_s));
    QVERIFY(lines.contains(u"contacts"_s));
    record.exchanges[0].body = QByteArray(history::mostSearchedBytes + 1000, 'y');
    const auto longest = history::searchText(record).split(u'\n');
    QVERIFY(std::ranges::any_of(
        longest, [](const QString &line) { return line.size() == history::mostSearchedBytes; }));
}

TEST_MAIN(QCoreApplication, TestHistorySearch)
#include "tst_historysearch.moc"
