#include "app/history/schema.h"
#include "tests/support/testmain.h"
#include "tests/unit/historyrecords.h"
#include "tests/unit/historyversiontwo.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>

// The histories that earlier versions of the program wrote, as it opens them today.

using namespace Qt::StringLiterals;
using history::Counts;
using history::Exchange;
using history::Record;
using history::Store;
using history::Summary;

namespace {

using Expected = std::vector<std::pair<Record, Counts>>;

/// What tests/data/history-v1.sql has; that version kept neither labels' limits before nor more
/// than one attempt.
Expected recordsOfVersionOne()
{
    using limits::Category;
    using limits::Operation;
    const limits::Pair there{u"0-1"_s, u"0-2"_s};
    const limits::Pair pets{u"0-3"_s, u"2-77"_s};
    const auto time = [](qint64 milliseconds) {
        return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
    };
    const auto exchange = [](Operation operation, const limits::Pair &pair,
                             std::vector<limits::Change> changes, Exchange::State state) {
        Exchange made;
        made.request = {operation, pair, std::move(changes), 0};
        made.method = "POST";
        made.path = "/crm/associations/2026-03/definitions/configurations/" + pair.from.toUtf8() +
                    '/' + pair.to.toUtf8() + "/batch/" +
                    QByteArray(limits::wireName(operation).data());
        made.body = R"({"inputs":[]})";
        made.state = state;
        return made;
    };

    Record first;
    first.id = QUuid::fromString(u"6f1f2a52-8b0c-4c1e-9d3a-0a2b3c4d5e6f");
    first.createdAt = time(1793710925678);
    first.accountId = u"environment"_s;
    first.accountName = u"HubSpot"_s;
    first.baseUrl = u"https://api.hubapi.com"_s;
    first.pair = there;
    first.fromName = u"Contacts"_s;
    first.toName = u"Companies"_s;
    first.state = Record::State::Finished;
    first.exchanges = {exchange(Operation::Create, there,
                                {{Category::HubSpotDefined, 279, 5, {}},
                                 {Category::UserDefined, 28, 12, u"Billing contact"_s}},
                                Exchange::State::Answered),
                       exchange(Operation::Create, there, {{Category::Work, 7, {}, {}}},
                                Exchange::State::Answered)};
    first.exchanges[0].sentAt = time(1793710925700);
    first.exchanges[0].answeredAt = time(1793710926100);
    first.exchanges[0].reply = api::Reply{207,
                                          "Multi-Status",
                                          {{"Content-Type", "application/json"}},
                                          R"({"status":"COMPLETE"})",
                                          std::nullopt,
                                          {}};
    first.exchanges[1].sentAt = time(1793710926200);
    first.exchanges[1].answeredAt = time(1793710926300);
    first.exchanges[1].reply =
        api::Reply{0, {}, {}, {}, api::ErrorKind::ConnectionLost, u"Connection closed"_s};

    Record second = first;
    second.id = QUuid::fromString(u"7a2b6f10-1f2e-4d3c-8b4a-1a2b3c4d5e6f");
    second.createdAt = time(1793710999000);
    second.accountId = u"sandbox"_s;
    second.accountName = u"Sandbox"_s;
    second.baseUrl = u"http://127.0.0.1:8080"_s;
    second.pair = pets;
    second.fromName = u"Deals"_s;
    second.toName = u"Pets"_s;
    second.state = Record::State::Interrupted;
    second.exchanges = {exchange(Operation::Update, pets, {{Category::UserDefined, 5, 9, u"Vet"_s}},
                                 Exchange::State::Sent),
                        exchange(Operation::Purge, {pets.to, pets.from},
                                 {{Category::IntegratorDefined, 6, {}, {}}},
                                 Exchange::State::NotSent)};
    second.exchanges[0].sentAt = time(1793710999100);

    Record third = second;
    third.id = QUuid::fromString(u"8b3c7f21-2f3e-4e4d-9c5b-2a2b3c4d5e6f");
    third.createdAt = time(1793711000000);
    third.state = Record::State::InFlight;
    third.exchanges = {exchange(Operation::Purge, pets, {{Category::UserDefined, 5, {}, u"Vet"_s}},
                                Exchange::State::Answered),
                       exchange(Operation::Update, pets, {{Category::UserDefined, 7, 2, {}}},
                                Exchange::State::Sent),
                       exchange(Operation::Update, pets, {{Category::UserDefined, 8, 10'000, {}}},
                                Exchange::State::Planned)};
    third.exchanges[0].sentAt = time(1793711000100);
    third.exchanges[0].answeredAt = time(1793711000200);
    third.exchanges[0].reply = api::Reply{204, {}, {}, {}, std::nullopt, {}};
    third.exchanges[1].sentAt = time(1793711000300);

    return {{first, {.stored = 1, .failed = 1, .unknown = 1}},
            {second, {.unknown = 1, .notSent = 1}},
            {third, {.stored = 1, .pending = 2}}};
}

} // namespace

Q_DECLARE_METATYPE(Expected)

class TestHistoryMigration : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyRecordIsTheSame_data();
    void everyRecordIsTheSame();
    void theNewestSchemaIsThatOfANewFile_data();
    void theNewestSchemaIsThatOfANewFile();

private:
    /// Makes the history from the SQL of tests/data.
    void restore(const QString &script) const;
    [[nodiscard]] QStringList schema() const;

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
    tests::FixedClock m_clock;
};

void TestHistoryMigration::init()
{
    StrictTest::init();
    m_home = std::make_unique<QTemporaryDir>();
    m_folder = m_home->filePath(u"history"_s);
}

void TestHistoryMigration::restore(const QString &script) const
{
    QFile sql(QStringLiteral(TEST_DATA_DIR "/") + script);
    QFile file(m_folder + u"/history.sqlite"_s);
    QVERIFY(QDir().mkpath(m_folder));
    QVERIFY(sql.open(QIODevice::ReadOnly) && file.open(QIODevice::WriteOnly));
    file.close();
    const auto connection = history::Connection::open(file.fileName());
    const QString all = QString::fromUtf8(sql.readAll());
    for (const QString &one : all.split(u";\n"_s, Qt::SkipEmptyParts)) {
        history::Statement statement((*connection)->database(), one);
        QVERIFY2(statement.run(), qPrintable(one + statement.failure().detail));
    }
}

QStringList TestHistoryMigration::schema() const
{
    const auto connection = history::Connection::open(m_folder + u"/history.sqlite"_s);
    history::Statement select((*connection)->database(),
                              u"SELECT type, name, sql FROM sqlite_schema ORDER BY type, name"_s);
    QStringList all;
    for (bool found = select.run() && select.next(); found; found = select.next()) {
        all << select.text(0) + u' ' + select.text(1) + u' ' + select.text(2);
    }
    return all;
}

void TestHistoryMigration::everyRecordIsTheSame_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<Expected>("expected");
    QTest::newRow("version 1") << u"history-v1.sql"_s << recordsOfVersionOne();
    QTest::newRow("version 2") << u"history-v2.sql"_s << tests::recordsOfVersionTwo();
}

void TestHistoryMigration::everyRecordIsTheSame()
{
    QFETCH(const QString, script);
    QFETCH(Expected, expected);
    restore(script);
    // The program of the last one is dead: of what it had sent nobody knows.
    auto &[dead, counts] = expected.back();
    QCOMPARE(dead.state, Record::State::InFlight);
    dead.state = Record::State::Interrupted;
    for (Exchange &exchange : dead.exchanges) {
        if (exchange.state == Exchange::State::Planned) {
            exchange.state = Exchange::State::NotSent;
        }
    }
    counts.pending = 0;
    counts.unknown = 1;
    counts.notSent = 1;

    // Twice: as it is brought to this version, and as it is opened again.
    for (int start = 0; start < 2; ++start) {
        const auto opened = Store::open(m_folder, m_clock);
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
        const Store &store = **opened;
        QVERIFY(!store.setAside());
        QVERIFY(!store.isReadOnly());
        QCOMPARE(*store.count(), qint64(expected.size()));
        const auto page = store.page({}, {}, 100);
        QVERIFY(page);
        QCOMPARE(page->size(), expected.size());
        QVERIFY(std::ranges::is_sorted(*page, std::ranges::greater(), &Summary::place));
        QVERIFY(std::ranges::is_sorted(*page, std::ranges::greater(), &Summary::createdAt));
        for (const auto &[meant, meantCounts] : expected) {
            const auto record = store.read(meant.id);
            QVERIFY2(record, qPrintable(record ? QString() : record.error().detail));
            QCOMPARE(record->exchanges, meant.exchanges);
            QCOMPARE(record->readBacks, meant.readBacks);
            QVERIFY(*record == meant);
            const auto summary = std::ranges::find(*page, meant.id, &Summary::id);
            QVERIFY(summary != page->end());
            QCOMPARE(summary->createdAt, meant.createdAt);
            QCOMPARE(summary->pair, meant.pair);
            QCOMPARE(summary->state, meant.state);
            QCOMPARE(summary->counts, meantCounts);
            QVERIFY(!summary->pinned && summary->note.isEmpty() && summary->reverts.isNull());
            // It takes part in what the earlier version did not have.
            const limits::PlannedRequest &request = meant.exchanges.front().request;
            const auto story =
                store.story({meant.accountId, request.pair, request.changes.front().category,
                             request.changes.front().typeId},
                            {}, 100);
            QVERIFY(story);
            QVERIFY(std::ranges::find(*story, meant.id, &Record::id) != story->end());
            history::Filter filter;
            filter.text = meant.accountName;
            filter.from = meant.createdAt;
            filter.until = meant.createdAt.addSecs(1);
            const auto found = store.page(filter, {}, 100);
            QVERIFY(found);
            QVERIFY(std::ranges::find(*found, meant.id, &Summary::id) != found->end());
        }
    }
    const auto opened = Store::open(m_folder, m_clock);
    for (const auto &[meant, meantCounts] : expected) {
        QVERIFY((*opened)->setNote(meant.id, u"Seen"_s));
        QCOMPARE((*opened)->read(meant.id)->note, u"Seen"_s);
    }
    QVERIFY((*opened)->add(tests::recordInFlight(), tests::countsInFlight));
}

void TestHistoryMigration::theNewestSchemaIsThatOfANewFile_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("version 1") << u"history-v1.sql"_s;
    QTest::newRow("version 2") << u"history-v2.sql"_s;
}

void TestHistoryMigration::theNewestSchemaIsThatOfANewFile()
{
    QVERIFY(Store::open(m_folder, m_clock));
    const QStringList fresh = schema();
    QVERIFY(!fresh.isEmpty());
    QVERIFY(QDir(m_folder).removeRecursively());
    QFETCH(const QString, script);
    restore(script);
    QVERIFY(schema() != fresh);
    QVERIFY(Store::open(m_folder, m_clock));
    QCOMPARE(schema(), fresh);
}

TEST_MAIN(QCoreApplication, TestHistoryMigration)
#include "tst_historymigration.moc"
