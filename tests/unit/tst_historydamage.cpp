#include "app/history/schema.h"
#include "tests/support/testmain.h"
#include "tests/unit/historyrecords.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using history::Counts;
using history::Exchange;
using history::Record;
using history::Store;
using history::StoreErrorKind;

class TestHistoryDamage : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aFileThatIsNoHistoryIsSetAside_data();
    void aFileThatIsNoHistoryIsSetAside();
    void truncationIsSetAside_data();
    void truncationIsSetAside();
    void aFolderInItsPlaceIsSetAside();
    void anEmptyFileIsANewHistory();
    void anEmptyFileKeepsItsWal();
    void setAsideNeverOverwrites();
    void rubbishBesideItIsHarmless_data();
    void rubbishBesideItIsHarmless();
    void damageInsideIsReportedByReading();
    void damageFoundByWritingIsSetAsideNextTime();
    void aNewerVersionIsReadOnly();
    void aNewerVersionOfAnotherShapeIsLeftAlone();
    void anotherProgramsDatabaseIsSetAside();
    void versionOneIsRead();
    void everyKindOfRowOfVersionOneIsRead();
    void aMigrationThatFailsLeavesVersionOne();
    void theSchemaOfVersionOneStays();
    void aFailedMigrationLeavesTheVersionBefore();
    void aFileWhereTheFolderShouldBe();
    void aFullDiskLosesNothing();

private:
    [[nodiscard]] support::Expected<std::unique_ptr<Store>, history::StoreError> open() const;
    [[nodiscard]] QString file(const QString &suffix = {}) const;
    [[nodiscard]] QByteArray contents(const QString &path) const;
    void write(const QString &path, const QByteArray &bytes) const;
    /// A folder with a closed history of some records; the last of them.
    [[nodiscard]] Record makeHistory() const;
    [[nodiscard]] QStringList setAsideNames() const;
    /// Opens, expects the file to be set aside as it was, and a working history in its place.
    void expectSetAside(const QByteArray &bytes);
    /// Runs SQL of the test's own on the file.
    void runOnFile(const QStringList &statements) const;
    [[nodiscard]] QStringList schemaOf(const QString &path) const;

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
    tests::FixedClock m_clock;
};

void TestHistoryDamage::init()
{
    StrictTest::init();
    m_home = std::make_unique<QTemporaryDir>();
    m_folder = m_home->filePath(u"history"_s);
}

support::Expected<std::unique_ptr<Store>, history::StoreError> TestHistoryDamage::open() const
{
    return Store::open(m_folder, m_clock);
}

QString TestHistoryDamage::file(const QString &suffix) const
{
    return m_folder + u"/history.sqlite"_s + suffix;
}

QByteArray TestHistoryDamage::contents(const QString &path) const
{
    QFile in(path);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("cannot read");
}

void TestHistoryDamage::write(const QString &path, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(path).path());
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size());
}

Record TestHistoryDamage::makeHistory() const
{
    const auto store = open();
    Record record;
    for (int number = 0; number < 20; ++number) {
        record = tests::recordInFlight();
        record.state = Record::State::Finished;
        record.exchanges[0].body = QByteArray(3000, 'x');
        if (!*store || !(*store)->add(record, {.stored = number})) {
            return {};
        }
    }
    return record;
}

QStringList TestHistoryDamage::setAsideNames() const
{
    return QDir(m_folder).entryList({u"*damaged*"_s}, QDir::AllEntries, QDir::Name);
}

void TestHistoryDamage::expectSetAside(const QByteArray &bytes)
{
    const QString expected = file(u".damaged-20261103-130205"_s);
    const auto store = open();
    QVERIFY2(store, qPrintable(store ? QString() : store.error().detail));
    QCOMPARE((*store)->setAside(), std::optional(expected));
    QCOMPARE(contents(expected), bytes);
    QCOMPARE(*(*store)->count(), 0);
    QVERIFY((*store)->add(tests::recordInFlight(), {}));
    QCOMPARE(*(*store)->count(), 1);
    const auto again = open();
    QVERIFY(again);
    QVERIFY(!(*again)->setAside());
    QVERIFY(!QFile::exists(m_folder + u"/creation.lock"_s));
}

void TestHistoryDamage::runOnFile(const QStringList &statements) const
{
    const auto connection = history::Connection::open(file());
    for (const QString &sql : statements) {
        history::Statement statement((*connection)->database(), sql);
        QVERIFY2(statement.run(), qPrintable(sql + statement.failure().detail));
    }
}

QStringList TestHistoryDamage::schemaOf(const QString &path) const
{
    QStringList schema;
    const auto connection = history::Connection::open(path);
    history::Statement select((*connection)->database(),
                              u"SELECT sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY name"_s);
    for (bool found = select.run() && select.next(); found; found = select.next()) {
        schema << select.text(0);
    }
    return schema;
}

void TestHistoryDamage::aFileThatIsNoHistoryIsSetAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("one byte") << QByteArray("x");
    QTest::newRow("text") << QByteArray("not a database\n").repeated(100);
    QTest::newRow("zeros") << QByteArray(8192, '\0');
    QTest::newRow("magic alone") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("magic and rubbish")
        << QByteArray("SQLite format 3\0", 16) + QByteArray(9000, 'z');
}

void TestHistoryDamage::aFileThatIsNoHistoryIsSetAside()
{
    QFETCH(const QByteArray, bytes);
    write(file(), bytes);
    expectSetAside(bytes);
}

void TestHistoryDamage::truncationIsSetAside_data()
{
    QTest::addColumn<int>("permille");
    for (const int permille : {1, 5, 100, 250, 500, 750, 999}) {
        QTest::addRow("%d", permille) << permille;
    }
}

void TestHistoryDamage::truncationIsSetAside()
{
    QFETCH(const int, permille);
    QVERIFY(!makeHistory().id.isNull());
    const QByteArray whole = contents(file());
    QVERIFY(whole.size() > 20'000);
    const QByteArray part = whole.first(whole.size() * permille / 1000);
    write(file(), part);
    expectSetAside(part);
}

void TestHistoryDamage::aFolderInItsPlaceIsSetAside()
{
    write(file() + u"/precious"_s, "kept");
    const auto store = open();
    QVERIFY(store);
    QVERIFY((*store)->setAside());
    QCOMPARE(contents(*(*store)->setAside() + u"/precious"_s), "kept");
    QVERIFY((*store)->add(tests::recordInFlight(), {}));
}

void TestHistoryDamage::anEmptyFileIsANewHistory()
{
    write(file(), {});
    const auto store = open();
    QVERIFY(store);
    QVERIFY(!(*store)->setAside());
    QVERIFY((*store)->add(tests::recordInFlight(), {}));
    QCOMPARE(setAsideNames(), QStringList());
}

void TestHistoryDamage::anEmptyFileKeepsItsWal()
{
    write(file(), {});
    write(file(u"-wal"_s), "all that is left");
    expectSetAside({});
    QCOMPARE(contents(file(u".damaged-20261103-130205-wal"_s)), "all that is left");
}

void TestHistoryDamage::setAsideNeverOverwrites()
{
    const QByteArrayList all{"first", "second", "third"};
    for (const QByteArray &bytes : all) {
        write(file(), bytes);
        QVERIFY(open());
    }
    const QString base = u"history.sqlite.damaged-20261103-130205"_s;
    const QStringList names{base, base + u"-2"_s, base + u"-3"_s};
    QCOMPARE(setAsideNames(), names);
    for (int number = 0; number < 3; ++number) {
        QCOMPARE(contents(m_folder + u'/' + names[number]), all[number]);
    }
}

void TestHistoryDamage::rubbishBesideItIsHarmless_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::newRow("wal") << u"-wal"_s;
    QTest::newRow("shm") << u"-shm"_s;
    QTest::newRow("journal") << u"-journal"_s;
}

void TestHistoryDamage::rubbishBesideItIsHarmless()
{
    const Record last = makeHistory();
    QFETCH(const QString, suffix);
    write(file(suffix), QByteArray("rubbish").repeated(5000));
    const auto store = open();
    QVERIFY(store);
    QVERIFY(!(*store)->setAside());
    QCOMPARE(*(*store)->count(), 20);
    QVERIFY(*(*store)->read(last.id) == last);
    QVERIFY((*store)->add(tests::recordInFlight(), {}));
}

void TestHistoryDamage::damageInsideIsReportedByReading()
{
    const Record last = makeHistory();
    QByteArray bytes = contents(file());
    // The oldest record's exchange lies on a page that opening does not look at.
    const qsizetype body = bytes.indexOf(QByteArray(500, 'x'));
    QVERIFY(body > 4096);
    const qsizetype page = body / 4096 * 4096;
    bytes.replace(page, 4096, QByteArray(4096, '\x05'));
    write(file(), bytes);
    const auto store = open();
    QVERIFY(store);
    QVERIFY(!(*store)->setAside());
    const auto page20 = (*store)->page({}, {}, 100);
    QVERIFY(page20);
    QCOMPARE(page20->size(), size_t(20));
    int damaged = 0;
    for (const history::Summary &summary : *page20) {
        const auto read = (*store)->read(summary.id);
        if (!read) {
            QCOMPARE(read.error().kind, StoreErrorKind::Damaged);
            QVERIFY(!read.error().detail.isEmpty());
            ++damaged;
        }
    }
    QVERIFY(damaged > 0 && damaged < 20);
    QVERIFY(*(*store)->read(last.id) == last);
}

void TestHistoryDamage::damageFoundByWritingIsSetAsideNextTime()
{
    const Record last = makeHistory();
    auto store = open();
    QVERIFY(store);
    runOnFile({u"DROP TABLE limit_change"_s});
    QCOMPARE((*store)->add(tests::recordInFlight(), {}).error().kind, StoreErrorKind::Damaged);
    QCOMPARE(*(*store)->count(), 20);
    store->reset();
    const auto next = open();
    QVERIFY(next);
    QVERIFY((*next)->setAside());
    QVERIFY((*next)->add(last, {}));
    QVERIFY(!(*open())->setAside());
}

// It can be looked at, since what was published is only added to.
void TestHistoryDamage::aNewerVersionIsReadOnly()
{
    const Record record = makeHistory();
    runOnFile({u"PRAGMA user_version = 4"_s, u"ALTER TABLE submission ADD COLUMN mood TEXT"_s});
    const QByteArray bytes = contents(file());
    {
        const auto opened = open();
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
        Store &store = **opened;
        QVERIFY(store.isReadOnly());
        QVERIFY(!store.setAside());
        QVERIFY(store.read(record.id));
        QVERIFY(!store.page({}, {}, 10)->empty());
        QVERIFY(!store.page({.text = u"contacts"_s}, {}, 10)->empty());
        QCOMPARE(store.add(tests::recordInFlight(), {}).error().kind, StoreErrorKind::NewerVersion);
        QCOMPARE(store.setNote(record.id, u"x"_s).error().kind, StoreErrorKind::NewerVersion);
        QCOMPARE(store.remove({record.id}).error().kind, StoreErrorKind::NewerVersion);
        QCOMPARE(store.import({}).error().kind, StoreErrorKind::NewerVersion);
        QCOMPARE(store.prune({}).error().kind, StoreErrorKind::NewerVersion);
        QCOMPARE(store.compact().error().kind, StoreErrorKind::NewerVersion);
    }
    QVERIFY(contents(file()) == bytes);
    QVERIFY(QDir(m_folder).entryList({u"*.lock"_s}, QDir::Files).isEmpty());
}

void TestHistoryDamage::aNewerVersionOfAnotherShapeIsLeftAlone()
{
    QVERIFY(!makeHistory().id.isNull());
    runOnFile({u"PRAGMA user_version = 4"_s, u"DROP TABLE read_back"_s});
    const QByteArray bytes = contents(file());
    const auto store = open();
    QVERIFY(!store);
    QCOMPARE(store.error().kind, StoreErrorKind::NewerVersion);
    QVERIFY(store.error().detail.contains(u"read_back"));
    QVERIFY(contents(file()) == bytes);
    QVERIFY(QDir(m_folder).entryList({u"*.damaged-*"_s}, QDir::Files).isEmpty());
}

void TestHistoryDamage::anotherProgramsDatabaseIsSetAside()
{
    write(file(), {});
    runOnFile({u"CREATE TABLE bookmarks (url TEXT)"_s, u"PRAGMA user_version = 70"_s});
    expectSetAside(contents(file()));
}

void TestHistoryDamage::versionOneIsRead()
{
    write(file(), {});
    const QByteArray script = contents(QStringLiteral(TEST_DATA_DIR "/history-v1.sql"));
    runOnFile(QString::fromUtf8(script).split(u";\n"_s, Qt::SkipEmptyParts));
    const auto store = open();
    QVERIFY2(store, qPrintable(store ? QString() : store.error().detail));
    QVERIFY(!(*store)->setAside());
    const auto page = (*store)->page({.text = u"COMPANIES"_s}, {}, 10);
    QCOMPARE(page->size(), size_t(1));
    QCOMPARE(page->front().counts, (Counts{.stored = 1, .failed = 1, .unknown = 1}));
    const auto record = (*store)->read(page->front().id);
    QVERIFY(record);
    QCOMPARE(record->createdAt, QDateTime({2026, 11, 3}, {13, 2, 5, 678}, Qt::UTC));
    QCOMPARE(record->baseUrl, u"https://api.hubapi.com"_s);
    QCOMPARE(record->state, Record::State::Finished);
    QCOMPARE(record->exchanges.size(), size_t(2));
    const Exchange &first = record->exchanges[0];
    // Of what version one did not keep, nothing is known.
    const auto unknown = limits::LiveLimit::unknown();
    QCOMPARE(first.request.changes,
             (std::vector<limits::Change>{
                 {limits::Category::HubSpotDefined, 279, 5, {}, unknown},
                 {limits::Category::UserDefined, 28, 12, u"Billing contact"_s, unknown}}));
    QCOMPARE(first.request.stage, 0);
    QVERIFY(first.refused.empty());
    QVERIFY(record->readBacks.empty());
    QCOMPARE(first.reply->httpStatus, 207);
    QCOMPARE(first.reply->headers,
             (std::vector<api::Header>{{"Content-Type", "application/json"}}));
    QCOMPARE(first.reply->body, R"({"status":"COMPLETE"})");
    QCOMPARE(record->exchanges[1].reply->failure, std::optional(api::ErrorKind::ConnectionLost));
    Record added = tests::recordInFlight();
    added.readBacks.push_back({added.pair, "/", {added.createdAt, {}, {}}});
    QVERIFY((*store)->add(added, {}));
    QVERIFY(*(*store)->read(added.id) == added);
}

void TestHistoryDamage::everyKindOfRowOfVersionOneIsRead()
{
    write(file(), {});
    const QByteArray script = contents(QStringLiteral(TEST_DATA_DIR "/history-v1.sql"));
    runOnFile(QString::fromUtf8(script).split(u";\n"_s, Qt::SkipEmptyParts));
    // Twice: as it is brought to this version, and as it is opened again.
    for (int start = 0; start < 2; ++start) {
        const auto store = open();
        QVERIFY2(store, qPrintable(store ? QString() : store.error().detail));
        const auto page = (*store)->page({.text = u"pets"_s}, {}, 10);
        QCOMPARE(page->size(), size_t(2));
        const auto dead = (*store)->read(page->at(0).id);
        const auto interrupted = (*store)->read(page->at(1).id);
        QVERIFY(dead && interrupted);
        // Its program died before this one was begun.
        QCOMPARE(dead->state, Record::State::Interrupted);
        QCOMPARE(page->at(0).counts, (Counts{.stored = 1, .unknown = 1, .notSent = 1}));
        QCOMPARE(dead->exchanges.size(), size_t(3));
        QCOMPARE(dead->exchanges[0].state, Exchange::State::Answered);
        QCOMPARE(dead->exchanges[0].request.operation, limits::Operation::Purge);
        QCOMPARE(dead->exchanges[0].reply, (api::Reply{204, {}, {}, {}, {}, {}}));
        QCOMPARE(dead->exchanges[1].state, Exchange::State::Sent);
        QVERIFY(!dead->exchanges[1].reply && !dead->exchanges[1].answeredAt);
        QCOMPARE(dead->exchanges[2].state, Exchange::State::NotSent);
        QCOMPARE(interrupted->state, Record::State::Interrupted);
        QCOMPARE(page->at(1).counts, (Counts{.unknown = 1, .notSent = 1}));
        QCOMPARE(interrupted->exchanges[0].sentAt,
                 QDateTime::fromMSecsSinceEpoch(1793710999100, Qt::UTC));
        QCOMPARE(interrupted->exchanges[0].request.changes,
                 (std::vector<limits::Change>{{limits::Category::UserDefined, 5, 9, u"Vet"_s}}));
        QCOMPARE(interrupted->exchanges[1].request.pair, (limits::Pair{u"2-77"_s, u"0-3"_s}));
        QCOMPARE(interrupted->exchanges[1].request.changes,
                 (std::vector<limits::Change>{
                     {limits::Category::IntegratorDefined, 6, std::nullopt, {}}}));
    }
}

void TestHistoryDamage::aMigrationThatFailsLeavesVersionOne()
{
    write(file(), {});
    const QByteArray script = contents(QStringLiteral(TEST_DATA_DIR "/history-v1.sql"));
    runOnFile(QString::fromUtf8(script).split(u";\n"_s, Qt::SkipEmptyParts));
    const QStringList before = schemaOf(file());
    {
        const auto connection = history::Connection::open(file());
        const QSqlDatabase database = (*connection)->database();
        auto steps = history::migrations();
        steps.at(1).append(u"CREATE TABLE half (done"_s);
        QVERIFY(!history::prepareSchema(database, steps));
        history::Statement version(database, u"PRAGMA user_version"_s);
        QVERIFY(version.run() && version.next());
        QCOMPARE(version.number(0), 1);
    }
    QCOMPARE(schemaOf(file()), before);
    QCOMPARE(*(*open())->count(), 3);
}

void TestHistoryDamage::theSchemaOfVersionOneStays()
{
    write(file(), {});
    const QByteArray script = contents(QStringLiteral(TEST_DATA_DIR "/history-v1.sql"));
    runOnFile(QString::fromUtf8(script).split(u";\n"_s, Qt::SkipEmptyParts));
    const QString fresh = m_home->filePath(u"fresh"_s);
    write(fresh, {});
    {
        const auto connection = history::Connection::open(fresh);
        for (const QString &sql : history::migrations().front()) {
            history::Statement statement((*connection)->database(), sql);
            QVERIFY2(statement.run(), qPrintable(sql));
        }
    }
    QCOMPARE(schemaOf(fresh), schemaOf(file()));
}

void TestHistoryDamage::aFailedMigrationLeavesTheVersionBefore()
{
    const Record last = makeHistory();
    const history::Migration good{u"CREATE TABLE second (id INTEGER)"_s};
    const history::Migration bad{u"CREATE TABLE third (id INTEGER)"_s, u"CREATE TABLE third ()"_s};
    {
        const auto connection = history::Connection::open(file());
        const QSqlDatabase database = (*connection)->database();
        auto steps = history::migrations();
        steps.push_back(good);
        steps.push_back(bad);
        QVERIFY(!history::prepareSchema(database, steps));
        history::Statement version(database, u"PRAGMA user_version"_s);
        QVERIFY(version.run() && version.next());
        QCOMPARE(version.number(0), int(history::migrations().size()) + 1);
    }
    const QStringList schema = schemaOf(file());
    QVERIFY(schema.contains(good[0]));
    QVERIFY(!schema.contains(bad[0]));
    runOnFile({u"PRAGMA user_version = %1"_s.arg(history::migrations().size())});
    QVERIFY(*(*open())->read(last.id) == last);
}

void TestHistoryDamage::aFileWhereTheFolderShouldBe()
{
    write(m_folder, "in the way");
    for (const QString &folder : {m_folder, m_folder + u"/deeper"_s}) {
        const auto store = Store::open(folder, m_clock);
        QVERIFY(!store);
        QCOMPARE(store.error().kind, StoreErrorKind::CannotOpen);
        QVERIFY2(store.error().detail.startsWith(folder), qPrintable(store.error().detail));
    }
    QCOMPARE(contents(m_folder), "in the way");
}

void TestHistoryDamage::aFullDiskLosesNothing()
{
#ifdef Q_OS_UNIX
    const Record before = makeHistory();
    auto store = open();
    QVERIFY(store);
    Record record = tests::recordInFlight();
    QVERIFY((*store)->add(record, tests::countsInFlight));
    record.exchanges[0].reply = api::Reply{201, {}, {}, QByteArray(100'000, 'y'), {}, {}};

    // Files cannot grow any more, which SQLite meets where it meets a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit unlimited{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &unlimited), 0);
    const rlimit full{rlim_t(QFileInfo(file(u"-wal"_s)).size()), unlimited.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);
    const auto added = (*store)->add(tests::recordInFlight(), {});
    const auto saved = (*store)->saveExchanges(record, {0}, {.stored = 1});
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &unlimited), 0);

    QCOMPARE(added.error().kind, StoreErrorKind::CannotWrite);
    QVERIFY(!added.error().detail.isEmpty());
    QCOMPARE(saved.error().kind, StoreErrorKind::CannotWrite);
    QCOMPARE(*(*store)->count(), 21);
    QVERIFY(*(*store)->read(before.id) == before);
    QVERIFY(!(*store)->read(record.id)->exchanges[0].reply);
    QVERIFY((*store)->saveExchanges(record, {0}, {.stored = 1}));
    QVERIFY(*(*store)->read(record.id) == record);
    store->reset();
    QCOMPARE(*(*open())->count(), 21);
#endif
}

TEST_MAIN(QCoreApplication, TestHistoryDamage)
#include "tst_historydamage.moc"
