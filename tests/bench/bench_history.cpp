#include "app/history/recordrows.h"
#include "app/history/searchtext.h"
#include "app/history/storefile.h"
#include "tests/bench/historygenerator.h"
#include "tests/bench/ratio.h"
#include "tests/bench/sqlitecommand.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <chrono>

// The store with years of records in it against the sqlite3 command line on the same file, and
// against itself with a thousand. HISTORY_RECORDS says how many there are.

using namespace Qt::StringLiterals;
using history::Filter;
using history::Record;
using history::Store;

namespace {

constexpr int usualRecords = 100'000;
constexpr int fewRecords = 1'000;
constexpr int pageSize = 100;
constexpr int runs = 9;
constexpr int queriesPerRun = 3;
constexpr int searchRuns = 3;
constexpr int appends = 300;

constexpr double commandLineBound = 2;
constexpr double growthBound = 1.5;
constexpr double bareInsertBound = 1.5;
constexpr double appendGrowthBound = 1.3;
// Nobody can tell what takes less than that from nothing, and there a search costs more than one
// query: it looks at the pinned records first, and at those the index has not.
constexpr double noticeable = 1'000; // microseconds

[[noreturn]] void give(const QString &reason)
{
    std::fprintf(stderr, "%s\n", qPrintable(reason));
    std::exit(EXIT_FAILURE);
}

std::unique_ptr<Store> openStore(const QString &folder)
{
    static const support::SystemClock clock;
    auto store = Store::open(folder, clock);
    if (!store) {
        give(store.error().detail);
    }
    return *std::move(store);
}

size_t firstPage(const Store &store, const Filter &filter)
{
    const auto page = store.page(filter, {}, pageSize);
    if (!page) {
        give(page.error().detail);
    }
    return page->size();
}

/// Microseconds of processor time: the median of some runs.
double pageCost(const Store &store, const Filter &filter)
{
    std::vector<double> costs;
    for (int query = 0; query < queriesPerRun; ++query) {
        costs.push_back(bench::cost([&] { (void)firstPage(store, filter); }));
    }
    return bench::median(std::move(costs));
}

QByteArray columns()
{
    return QByteArray(history::summaryColumns.data(), history::summaryColumns.size());
}

/// The pinned ones first, by an index each.
QByteArray listQuery()
{
    const auto part = [](const QByteArray &condition) {
        return "SELECT * FROM (SELECT " + columns() + " FROM submission WHERE " + condition +
               " ORDER BY seq DESC LIMIT 100)";
    };
    return part("pinned = 1") + " UNION ALL " + part("pinned = 0") + " LIMIT 100";
}

/// The text in SQL's single quotes.
QByteArray quoted(QByteArray text)
{
    return '\'' + text.replace("'", "''") + '\'';
}

QByteArray searchQuery(const QString &text)
{
    const QByteArray folded = history::folded(text).toUtf8();
    if (text.size() < 3) { // no trigram in it
        return "SELECT " + columns() + " FROM submission WHERE instr(search_text, " +
               quoted(folded) + ") > 0 ORDER BY seq DESC LIMIT 100";
    }
    return "SELECT " + columns() +
           " FROM submission_text CROSS JOIN submission ON seq = submission_text.rowid "
           "WHERE submission_text MATCH " +
           quoted('"' + folded + '"') + " ORDER BY submission_text.rowid DESC LIMIT 100";
}

struct Histories
{
    QString few;
    QString many;
    int count = 0;

    [[nodiscard]] QString manyFile() const { return history::storeFileIn(many); }
};

bool opening(const Histories &histories)
{
    const auto openAndPage = [](const QString &folder) {
        return bench::cost([&] { (void)firstPage(*openStore(folder), {}); });
    };
    const double toCommandLine = bench::ratioOfCosts(
        runs, [&] { return openAndPage(histories.many); },
        [&] { return bench::sqliteCostWithStart(histories.manyFile(), listQuery()); });
    const double toFew = bench::ratioOfCosts(
        runs, [&] { return openAndPage(histories.many); },
        [&] { return openAndPage(histories.few); });
    const auto store = openStore(histories.many);
    const double again = bench::ratioOfCosts(
        runs, [&] { return pageCost(*store, {}); },
        [&] { return bench::sqliteCost(histories.manyFile(), listQuery(), queriesPerRun); });
    bool good = bench::report("open the history and show its first page", toCommandLine,
                              "starting sqlite3 for the same", commandLineBound);
    good &= bench::report("open the history and show its first page", toFew,
                          "the same with 1,000 records", growthBound);
    good &= bench::report("show the first page again", again, "sqlite3", commandLineBound);
    return good;
}

bool search(const Histories &histories, const Store &store, const char *what, const QString &text)
{
    const QByteArray query = searchQuery(text);
    std::vector<double> costs;
    std::vector<double> references;
    for (int run = 0; run < searchRuns; ++run) {
        costs.push_back(pageCost(store, {.text = text}));
        references.push_back(bench::sqliteCost(histories.manyFile(), query, queriesPerRun));
    }
    const double ours = bench::median(std::move(costs));
    const double reference = bench::median(std::move(references));
    std::printf("%s \"%s\", %d found: %.2f ms, sqlite3 %.2f ms\n", what, qPrintable(text),
                int(firstPage(store, {.text = text})), ours / 1000, reference / 1000);
    return bench::report("  of that, what can be noticed",
                         std::max(ours, noticeable) / std::max(reference, noticeable), "sqlite3",
                         commandLineBound);
}

bool searching(const Histories &histories)
{
    const auto store = openStore(histories.many);
    const Record middle = bench::generatedRecord(histories.count / 2, histories.count).record;
    QString rare;
    for (const history::Exchange &exchange : middle.exchanges) {
        if (exchange.reply && !exchange.reply->headers.empty()) {
            rare = QString::fromLatin1(exchange.reply->header("x-hubspot-correlation-id"));
        }
    }
    bool good = search(histories, *store, "a rare text", rare);
    good &= search(histories, *store, "none", u"no such text"_s);
    good &= search(histories, *store, "none, of frequent trigrams", u"contacts companies"_s);
    const QString common = u"primary company"_s;
    for (qsizetype length = 1; length <= common.size(); ++length) {
        good &= search(histories, *store, "a common text, typed", common.first(length));
    }
    return good;
}

double microsecondsOf(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start)
        .count();
}

/// A record as it is when it is added, of now; and every byte in it that is not the same in each.
Record newRecord(int number)
{
    Record record = bench::generatedRecord(number, appends * 4).record;
    record.id = QUuid::createUuid();
    record.createdAt = QDateTime::currentDateTimeUtc();
    record.state = Record::State::Finished;
    record.pinned = false;
    return record;
}

QByteArray bytesOf(const Record &record)
{
    QByteArray bytes = history::searchNames(record).toUtf8() + record.id.toByteArray() +
                       record.accountId.toUtf8() + record.accountName.toUtf8() +
                       record.baseUrl.toUtf8();
    const auto addReply = [&bytes](const std::optional<api::Reply> &reply) {
        if (reply) {
            bytes += reply->reasonPhrase + reply->body;
            for (const api::Header &header : reply->headers) {
                bytes += "[\"" + header.name + "\",\"" + header.value + "\"],";
            }
        }
    };
    for (const history::Exchange &exchange : record.exchanges) {
        bytes += exchange.method + exchange.path + exchange.body;
        addReply(exchange.reply);
        for (const limits::Change &change : exchange.request.changes) {
            bytes += change.label.toUtf8() + QByteArray(24, '0');
        }
    }
    for (const history::ReadBack &readBack : record.readBacks) {
        bytes += readBack.path;
        addReply(readBack.attempt.reply);
    }
    return bytes;
}

/// One table, and the settings of the store.
class BareTable
{
public:
    explicit BareTable(const QString &path)
        : m_path(path)
        , m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, u"bare"_s))
    {
        removeFiles();
        m_database.setDatabaseName(m_path);
        if (!m_database.open()) {
            give(u"no table to compare with"_s);
        }
        for (const QString &sql : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s,
                                   u"CREATE TABLE bare (id INTEGER PRIMARY KEY, bytes BLOB)"_s}) {
            QSqlQuery(m_database).exec(sql);
        }
        m_insert = QSqlQuery(m_database);
        m_insert.prepare(u"INSERT INTO bare (bytes) VALUES (?)"_s);
    }
    ~BareTable()
    {
        m_insert = QSqlQuery();
        m_database.close();
        m_database = {};
        QSqlDatabase::removeDatabase(u"bare"_s);
        removeFiles();
    }
    Q_DISABLE_COPY_MOVE(BareTable)

    void insert(const QByteArray &bytes)
    {
        m_insert.bindValue(0, bytes);
        if (!m_insert.exec()) {
            give(u"no row to compare with"_s);
        }
    }

private:
    void removeFiles() const
    {
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
            QFile::remove(m_path + suffix);
        }
    }

    QString m_path;
    QSqlDatabase m_database;
    QSqlQuery m_insert;
};

/// Time on the wall, since that is what a disk takes.
bool appending(const Histories &histories)
{
    const auto many = openStore(histories.many);
    const auto few = openStore(histories.few);
    BareTable bare(histories.few + u"/bare.sqlite"_s);
    std::vector<QUuid> added;
    std::vector<double> toMany;
    std::vector<double> toFew;
    std::vector<double> toBare;
    const auto addTo = [&added](Store &store, const Record &record) {
        added.push_back(record.id);
        return microsecondsOf([&] {
            if (const auto done = store.add(record, {.stored = 1}); !done) {
                give(done.error().detail);
            }
        });
    };
    for (int number = 0; number < appends; ++number) {
        Record record = newRecord(number);
        const QByteArray bytes = bytesOf(record);
        toMany.push_back(addTo(*many, record));
        record.id = QUuid::createUuid();
        toFew.push_back(addTo(*few, record));
        toBare.push_back(microsecondsOf([&] { bare.insert(bytes); }));
    }
    for (const auto &store : {many.get(), few.get()}) {
        if (!store->remove(added)) {
            give(u"What was added cannot be removed."_s);
        }
    }
    const double ours = bench::median(std::move(toMany));
    const double small = bench::median(std::move(toFew));
    const double reference = bench::median(std::move(toBare));
    std::printf("append a record: %.2f ms, with 1,000 records %.2f ms, a bare insert %.2f ms\n",
                ours / 1000, small / 1000, reference / 1000);
    bool good = bench::report("append a record durably", ours / reference,
                              "a bare insert of its bytes", bareInsertBound);
    good &= bench::report("append a record durably", ours / small, "the same with 1,000 records",
                          appendGrowthBound);
    return good;
}

} // namespace

int main(int argc, char **argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const QCoreApplication application(argc, argv);
    const int wanted = qEnvironmentVariableIntValue("HISTORY_RECORDS");
    Histories histories;
    histories.count = wanted > 0 ? wanted : usualRecords;
    histories.few = bench::generatedHistory(fewRecords);
    histories.many = bench::generatedHistory(histories.count);
    std::printf("The history with %d records\n", histories.count);
    bool good = opening(histories);
    good &= searching(histories);
    good &= appending(histories);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
