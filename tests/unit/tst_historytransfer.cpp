#include "app/exchange/exporter.h"
#include "app/exchange/importer.h"
#include "app/submission/outcomes.h"
#include "tests/support/testmain.h"
#include "tests/unit/historyrecords.h"
#include "tests/unit/randomrecords.h"

#include <QDir>
#include <QFileInfo>
#include <QSemaphore>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

#include <functional>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using exchange::CsvFile;
using exchange::Exported;
using exchange::Exporter;
using exchange::ExportError;
using exchange::ExportScope;
using exchange::Importer;
using exchange::ImportError;
using exchange::JsonFile;
using exchange::ReadErrorKind;
using exchange::RecordFile;
using history::Filter;
using history::Record;
using history::Store;

class TestHistoryTransfer : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everythingComesBack();
    void nothingComesTwice();
    void countsAreMadeAnew();
    void exportsWhatTheFilterLetsThrough();
    void exportsTheGivenOnes();
    void exportsLines();
    void onlyTheOwnerMayRead();
    void whatIsDamagedIsLeftOut();
    void aRefusedFileAddsNothing();
    void aFileThatIsNotThere();
    void aFolderThatIsNotThere();
    void aStoreThatCannotBeOpened();
    void aFullDiskLeavesTheFileBefore();
    void cancelledExportsLeaveNothing();
    void cancelledImportsStopWhereTheyAre();
    void destroyingCancels();

private:
    [[nodiscard]] QString store(const QString &name) const { return m_home->filePath(name); }
    [[nodiscard]] QString file(const QString &name) const { return m_home->filePath(name); }
    [[nodiscard]] std::unique_ptr<Store> open(const QString &name) const;
    void fill(const QString &name, const std::vector<Record> &records) const;
    void fill(const QString &name, int count) const;
    [[nodiscard]] Exporter::Result
    exported(const QString &from, const QString &to, const ExportScope &scope = Filter(),
             std::unique_ptr<RecordFile> format = std::make_unique<JsonFile>()) const;
    [[nodiscard]] Importer::Result imported(const QString &to, const QString &from) const;
    [[nodiscard]] QByteArray contents(const QString &name) const;
    void write(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QStringList files() const;

    std::unique_ptr<QTemporaryDir> m_home;
    tests::FixedClock m_clock;
};

namespace {

/// Calls back at a record, in the job's thread.
class Watched final : public RecordFile
{
public:
    explicit Watched(std::function<void(int)> atRecord)
        : m_atRecord(std::move(atRecord))
    {
    }
    QByteArray begin(const QDateTime &) override { return "begin\n"; }
    QByteArray record(const Record &) override
    {
        m_atRecord(++m_count);
        return "record\n";
    }
    QByteArray end() override { return "end\n"; }

private:
    std::function<void(int)> m_atRecord;
    int m_count = 0;
};

QByteArray jsonOf(const std::vector<Record> &records)
{
    JsonFile file;
    QByteArray bytes = file.begin(tests::FixedClock().now());
    for (const Record &record : records) {
        bytes += file.record(record);
    }
    return bytes + file.end();
}

template<typename Job> typename Job::Result resultOf(Job &job)
{
    std::optional<typename Job::Result> result;
    int times = 0;
    QObject::connect(&job, &Job::finished, &job, [&result, &times](const auto &finished) {
        result = finished;
        ++times;
    });
    job.start();
    if (!QTest::qWaitFor([&result] { return result.has_value(); }, 60'000) || times != 1) {
        qFatal("the job did not finish once");
    }
    return *result;
}

} // namespace

void TestHistoryTransfer::init()
{
    StrictTest::init();
    m_home = std::make_unique<QTemporaryDir>();
}

std::unique_ptr<Store> TestHistoryTransfer::open(const QString &name) const
{
    auto opened = Store::open(store(name), m_clock);
    return opened ? *std::move(opened) : nullptr;
}

void TestHistoryTransfer::fill(const QString &name, const std::vector<Record> &records) const
{
    std::vector<Store::Import> imports;
    for (const Record &record : records) {
        imports.push_back({record, submission::countsOf(submission::outcomesOf(record))});
    }
    const auto opened = open(name);
    QVERIFY(opened);
    QCOMPARE(opened->import(imports).value(), qint64(records.size()));
}

void TestHistoryTransfer::fill(const QString &name, int count) const
{
    tests::RandomRecords random{quint32(count)};
    std::vector<Record> records;
    for (int i = 0; i < count; ++i) {
        records.push_back(random.next());
    }
    fill(name, records);
}

Exporter::Result TestHistoryTransfer::exported(const QString &from, const QString &to,
                                               const ExportScope &scope,
                                               std::unique_ptr<RecordFile> format) const
{
    Exporter exporter(store(from), m_clock, scope, std::move(format), file(to));
    return resultOf(exporter);
}

Importer::Result TestHistoryTransfer::imported(const QString &to, const QString &from) const
{
    Importer importer(store(to), m_clock, file(from));
    return resultOf(importer);
}

QByteArray TestHistoryTransfer::contents(const QString &name) const
{
    QFile read(file(name));
    return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray("cannot read");
}

void TestHistoryTransfer::write(const QString &name, const QByteArray &bytes) const
{
    QFile written(file(name));
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write(bytes) == bytes.size());
}

QStringList TestHistoryTransfer::files() const
{
    return QDir(m_home->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

void TestHistoryTransfer::everythingComesBack()
{
    // More than a page of the store and a batch of the import.
    fill(u"first"_s, 450);
    const auto out = exported(u"first"_s, u"first.json"_s);
    QVERIFY(out);
    QCOMPARE(out->records, 450);
    QCOMPARE(out->unreadable, 0);
    const auto in = imported(u"second"_s, u"first.json"_s);
    QVERIFY(in);
    QCOMPARE(in->added, 450);
    QCOMPARE(in->present, 0);
    QVERIFY(exported(u"second"_s, u"second.json"_s));
    QVERIFY(contents(u"second.json"_s) == contents(u"first.json"_s));
    QCOMPARE(contents(u"first.json"_s).count('\n'), 452);
    QCOMPARE(files(), (QStringList{u"first.json"_s, u"second.json"_s}));
}

void TestHistoryTransfer::nothingComesTwice()
{
    fill(u"first"_s, 30);
    QVERIFY(exported(u"first"_s, u"file"_s));
    const auto again = imported(u"first"_s, u"file"_s);
    QVERIFY(again);
    QCOMPARE(again->added, 0);
    QCOMPARE(again->present, 30);

    // Some are there, with a note of their own, which stays.
    const std::vector<QUuid> ids{open(u"first"_s)->page({}, {}, 1)->front().id};
    QVERIFY(exported(u"first"_s, u"one"_s, ids));
    QVERIFY(imported(u"second"_s, u"one"_s));
    QVERIFY(open(u"second"_s)->setNote(ids.front(), u"mine"_s));
    const auto rest = imported(u"second"_s, u"file"_s);
    QVERIFY(rest);
    QCOMPARE(rest->added, 29);
    QCOMPARE(rest->present, 1);
    QCOMPARE(open(u"second"_s)->read(ids.front())->note, u"mine"_s);
    QCOMPARE(open(u"second"_s)->count().value(), 30);

    // Twice in one file.
    const Record record = tests::RandomRecords(7).next();
    write(u"twice"_s, jsonOf({record, record}));
    const auto twice = imported(u"third"_s, u"twice"_s);
    QVERIFY(twice);
    QCOMPARE(twice->added, 1);
    QCOMPARE(twice->present, 1);
}

void TestHistoryTransfer::countsAreMadeAnew()
{
    write(u"file"_s, jsonOf({tests::recordInFlight()}));
    QVERIFY(imported(u"store"_s, u"file"_s));
    const auto page = open(u"store"_s)->page({}, {}, 10);
    QVERIFY(page);
    QCOMPARE(page->size(), size_t(1));
    QVERIFY((page->front().counts == history::Counts{.unknown = 1, .notSent = 2}));
    QCOMPARE(int(page->front().state), int(Record::State::Interrupted));
}

void TestHistoryTransfer::exportsWhatTheFilterLetsThrough()
{
    tests::RandomRecords random(11);
    std::vector<Record> records;
    for (int i = 0; i < 250; ++i) {
        records.push_back(random.next());
        records.back().accountId = i % 2 == 0 ? u"even"_s : u"odd"_s;
    }
    fill(u"store"_s, records);
    Filter filter;
    filter.accountId = u"odd"_s;
    const auto out = exported(u"store"_s, u"file"_s, filter);
    QVERIFY(out);
    QCOMPARE(out->records, 125);
    QCOMPARE(contents(u"file"_s).count(R"("account":{"baseUrl":)"), 125);
    QVERIFY(!contents(u"file"_s).contains("\"even\""));
    filter.accountId = u"none"_s;
    QCOMPARE(exported(u"store"_s, u"none"_s, filter)->records, 0);
    QCOMPARE(imported(u"store"_s, u"none"_s)->present, 0);
}

void TestHistoryTransfer::exportsTheGivenOnes()
{
    tests::RandomRecords random(12);
    const std::vector<Record> records{random.next(), random.next(), random.next()};
    fill(u"store"_s, records);
    const std::vector<QUuid> ids{records[2].id, random.next().id, records[0].id};
    const auto out = exported(u"store"_s, u"file"_s, ids);
    QVERIFY(out);
    QCOMPARE(out->records, 2);
    const QByteArray bytes = contents(u"file"_s);
    const auto at = [&bytes](const Record &record) {
        return bytes.indexOf("\"id\":\"" + record.id.toByteArray(QUuid::WithoutBraces));
    };
    QVERIFY(at(records[2]) > 0);
    QVERIFY(at(records[0]) > at(records[2]));
    QCOMPARE(at(records[1]), -1);
}

void TestHistoryTransfer::exportsLines()
{
    fill(u"store"_s, {tests::RandomRecords(13).next()});
    QVERIFY(exported(u"store"_s, u"file.csv"_s, Filter(), std::make_unique<CsvFile>()));
    QVERIFY(contents(u"file.csv"_s).startsWith("\xef\xbb\xbfSubmitted at,"));
    // It is no file to be taken in.
    const auto in = imported(u"store"_s, u"file.csv"_s);
    QVERIFY(!in);
    QCOMPARE(int(in.error().file.kind), int(ReadErrorKind::Foreign));
}

void TestHistoryTransfer::onlyTheOwnerMayRead()
{
    fill(u"store"_s, 1);
    write(u"file"_s, "one that others may read");
    QVERIFY(QFile::setPermissions(file(u"file"_s), QFile::ReadOwner | QFile::WriteOwner |
                                                       QFile::ReadGroup | QFile::ReadOther));
    QVERIFY(exported(u"store"_s, u"file"_s));
    QVERIFY(!(QFileInfo(file(u"file"_s)).permissions() & (QFile::ReadGroup | QFile::ReadOther)));
    QCOMPARE(contents(u"file"_s).count('\n'), 3);
}

void TestHistoryTransfer::whatIsDamagedIsLeftOut()
{
    tests::RandomRecords random(14);
    std::vector<Record> records{random.next(), random.next(), random.next()};
    records[1].exchanges = {tests::plannedExchange({})};
    fill(u"store"_s, records);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"damage"_s);
        database.setDatabaseName(store(u"store"_s) + u"/history.sqlite"_s);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"UPDATE exchange SET operation = 'x' WHERE submission = "
                           "(SELECT submission FROM exchange WHERE path LIKE '/crm%')"_s));
        QCOMPARE(query.numRowsAffected(), 1);
    }
    QSqlDatabase::removeDatabase(u"damage"_s);
    const auto out = exported(u"store"_s, u"file"_s);
    QVERIFY(out);
    QCOMPARE(out->records, 2);
    QCOMPARE(out->unreadable, 1);
    QCOMPARE(imported(u"second"_s, u"file"_s)->added, 2);
}

void TestHistoryTransfer::aRefusedFileAddsNothing()
{
    fill(u"first"_s, 450);
    QVERIFY(exported(u"first"_s, u"whole"_s));
    const QByteArray whole = contents(u"whole"_s);
    QByteArray wrong = whole;
    const qsizetype last = wrong.lastIndexOf("\"createdAt\":\"");
    wrong.insert(last + 13, "9");
    write(u"wrong"_s, wrong);
    write(u"cut"_s, whole.chopped(20));
    for (const QString &name : {u"wrong"_s, u"cut"_s}) {
        const auto in = imported(u"second"_s, name);
        QVERIFY(!in);
        QCOMPARE(int(in.error().kind), int(ImportError::Kind::File));
        QCOMPARE(in.error().file.place.line, 451);
        QCOMPARE(in.error().imported.added, 0);
        QCOMPARE(open(u"second"_s)->count().value(), 0);
    }
}

void TestHistoryTransfer::aFileThatIsNotThere()
{
    const auto in = imported(u"store"_s, u"nowhere"_s);
    QVERIFY(!in);
    QCOMPARE(int(in.error().file.kind), int(ReadErrorKind::CannotRead));
    QVERIFY(!in.error().file.detail.isEmpty());
}

void TestHistoryTransfer::aFolderThatIsNotThere()
{
    fill(u"store"_s, 1);
    const auto out = exported(u"store"_s, u"nowhere/file"_s);
    QVERIFY(!out);
    QCOMPARE(int(out.error().kind), int(ExportError::Kind::File));
    QVERIFY(!out.error().detail.isEmpty());
    QVERIFY(!QFile::exists(file(u"nowhere"_s)));
}

void TestHistoryTransfer::aStoreThatCannotBeOpened()
{
    write(u"store"_s, "a file in the way");
    const auto out = exported(u"store"_s, u"file"_s);
    QVERIFY(!out);
    QCOMPARE(int(out.error().kind), int(ExportError::Kind::Store));
    QVERIFY(!out.error().store.detail.isEmpty());
    const auto in = imported(u"store"_s, u"file"_s);
    QVERIFY(!in);
    QCOMPARE(int(in.error().kind), int(ImportError::Kind::Store));
    QCOMPARE(files(), QStringList{u"store"_s});
}

void TestHistoryTransfer::aFullDiskLeavesTheFileBefore()
{
#ifdef Q_OS_UNIX
    Record record = tests::recordInFlight();
    record.state = Record::State::Interrupted;
    record.exchanges[0].body = QByteArray(3'000'000, 'x');
    fill(u"store"_s, {record});
    write(u"file"_s, "before");
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit unlimited{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &unlimited), 0);
    const rlimit full{1'000'000, unlimited.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);
    const auto out = exported(u"store"_s, u"file"_s);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &unlimited), 0);
    QVERIFY(!out);
    QCOMPARE(int(out.error().kind), int(ExportError::Kind::File));
    QVERIFY2(out.error().detail.contains(qt_error_string(EFBIG)), qPrintable(out.error().detail));
    QCOMPARE(contents(u"file"_s), "before");
    QCOMPARE(files(), QStringList{u"file"_s});
#endif
}

void TestHistoryTransfer::cancelledExportsLeaveNothing()
{
    fill(u"store"_s, 20);
    write(u"file"_s, "before");
    std::unique_ptr<Exporter> exporter;
    int records = 0;
    exporter =
        std::make_unique<Exporter>(store(u"store"_s), m_clock, Filter(),
                                   std::make_unique<Watched>([&exporter, &records](int number) {
                                       records = number;
                                       if (number == 5) {
                                           exporter->cancel();
                                       }
                                   }),
                                   file(u"file"_s));
    const auto out = resultOf(*exporter);
    QVERIFY(!out);
    QCOMPARE(int(out.error().kind), int(ExportError::Kind::Cancelled));
    QCOMPARE(records, 5);
    QCOMPARE(contents(u"file"_s), "before");
    QCOMPARE(files(), QStringList{u"file"_s});

    Exporter early(store(u"store"_s), m_clock, Filter(), std::make_unique<JsonFile>(),
                   file(u"early"_s));
    early.cancel();
    QVERIFY(!resultOf(early));
    QCOMPARE(files(), QStringList{u"file"_s});
}

void TestHistoryTransfer::cancelledImportsStopWhereTheyAre()
{
    fill(u"first"_s, 20);
    QVERIFY(exported(u"first"_s, u"file"_s));
    Importer importer(store(u"second"_s), m_clock, file(u"file"_s));
    importer.cancel();
    const auto in = resultOf(importer);
    QVERIFY(!in);
    QCOMPARE(int(in.error().kind), int(ImportError::Kind::Cancelled));
    QCOMPARE(in.error().imported.added, 0);
    QCOMPARE(open(u"second"_s)->count().value(), 0);
}

void TestHistoryTransfer::destroyingCancels()
{
    fill(u"store"_s, 20);
    QSemaphore begun;
    QSemaphore goOn;
    auto exporter = std::make_unique<Exporter>(store(u"store"_s), m_clock, Filter(),
                                               std::make_unique<Watched>([&](int number) {
                                                   if (number == 1) {
                                                       begun.release();
                                                       goOn.acquire();
                                                   }
                                               }),
                                               file(u"file"_s));
    exporter->start();
    begun.acquire();
    exporter->cancel();
    goOn.release();
    exporter.reset();
    QCOMPARE(files(), QStringList());
}

TEST_MAIN(QCoreApplication, TestHistoryTransfer)
#include "tst_historytransfer.moc"
