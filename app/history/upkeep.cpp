#include "app/history/upkeep.h"

#include "app/history/recordrows.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <limits>

namespace history {

using namespace Qt::StringLiterals;
using support::Done;
using support::Unexpected;

namespace {

constexpr int recordsPerStep = 200;

Result<qint64> numberFrom(const QSqlDatabase &database, const QString &query,
                          const QVariantList &values = {})
{
    Statement statement(database, query);
    if (statement.run(values) && statement.next()) {
        return statement.value(0).toLongLong();
    }
    return Unexpected{statement.failure()};
}

/// What is filled of the file; the rest is free for what comes next.
Result<std::pair<qint64, qint64>> filledAndFree(const QSqlDatabase &database)
{
    const auto pageSize = numberFrom(database, u"PRAGMA page_size"_s);
    const auto pages = numberFrom(database, u"PRAGMA page_count"_s);
    const auto free = numberFrom(database, u"PRAGMA freelist_count"_s);
    for (const auto *number : {&pageSize, &pages, &free}) {
        if (!*number) {
            return Unexpected{number->error()};
        }
    }
    return std::pair{(*pages - *free) * *pageSize, *free * *pageSize};
}

constexpr auto removable = "pinned = 0 AND state <> 'in_flight'"_L1;

/// Removable records below this place go. By size it is worked out from what records take on
/// average: nobody reads through a store to weigh each.
Result<qint64> cutOf(const QSqlDatabase &database, const Retention &retention)
{
    qint64 cut = std::numeric_limits<qint64>::min();
    if (retention.olderThan) {
        cut = firstPlaceAt(*retention.olderThan);
    }
    if (retention.aboveBytes) {
        const auto bytes = filledAndFree(database);
        const auto records = numberFrom(database, u"SELECT count(*) FROM submission"_s);
        if (!bytes || !records) {
            return Unexpected{bytes ? records.error() : bytes.error()};
        }
        const qint64 excess = bytes->first - *retention.aboveBytes;
        if (excess > 0 && *records > 0) {
            const qint64 each = std::max<qint64>(1, bytes->first / *records);
            const qint64 count = std::min(*records, (excess + each - 1) / each);
            const auto last =
                numberFrom(database,
                           u"SELECT max(seq) FROM (SELECT seq FROM submission WHERE %1 "
                           "ORDER BY seq LIMIT ?)"_s.arg(removable),
                           {count});
            if (!last) {
                return last;
            }
            cut = std::max(cut, *last + 1);
        }
    }
    return cut;
}

Result<Removal> removalBelow(const QSqlDatabase &database, qint64 cut)
{
    Statement select(database, u"SELECT count(*), min(created_at), max(created_at) "
                               "FROM submission WHERE seq < ? AND %1"_s.arg(removable));
    if (!select.run({cut}) || !select.next()) {
        return Unexpected{select.failure()};
    }
    Removal removal{select.value(0).toLongLong(), {}, {}};
    if (removal.records > 0) {
        removal.oldest = QDateTime::fromMSecsSinceEpoch(select.value(1).toLongLong(), Qt::UTC);
        removal.newest = QDateTime::fromMSecsSinceEpoch(select.value(2).toLongLong(), Qt::UTC);
    }
    return removal;
}

} // namespace

Result<Usage> usageOf(const QSqlDatabase &database)
{
    const auto bytes = filledAndFree(database);
    const auto records = numberFrom(database, u"SELECT count(*) FROM submission"_s);
    const auto pinned = numberFrom(database, u"SELECT count(*) FROM submission WHERE pinned = 1"_s);
    if (!bytes || !records || !pinned) {
        return Unexpected{!bytes ? bytes.error() : !records ? records.error() : pinned.error()};
    }
    const QString path = database.databaseName();
    return Usage{*records, *pinned, QFileInfo(path).size() + QFileInfo(path + u"-wal"_s).size(),
                 bytes->second};
}

Result<Removal> wouldRemove(const QSqlDatabase &database, const Retention &retention)
{
    const auto cut = cutOf(database, retention);
    return cut ? removalBelow(database, *cut) : Unexpected{cut.error()};
}

Result<Removal> prune(const QSqlDatabase &database, const Retention &retention,
                      const Store::GoOn &goOn)
{
    const auto cut = cutOf(database, retention);
    if (!cut) {
        return Unexpected{cut.error()};
    }
    auto removal = removalBelow(database, *cut);
    if (!removal) {
        return removal;
    }
    qint64 removed = 0;
    for (int step = recordsPerStep; step == recordsPerStep && (!goOn || goOn()); removed += step) {
        Transaction transaction(database, Transaction::Kind::Write);
        if (auto begun = transaction.begun(); !begun) {
            return Unexpected{begun.error()};
        }
        Statement remove(database,
                         u"DELETE FROM submission WHERE seq IN (SELECT seq FROM submission "
                         "WHERE seq < ? AND %1 ORDER BY seq LIMIT ?)"_s.arg(removable));
        if (!remove.run({*cut, recordsPerStep})) {
            return Unexpected{remove.failure()};
        }
        step = remove.affected();
        if (auto committed = transaction.commit(); !committed) {
            return Unexpected{committed.error()};
        }
    }
    removal->records = removed;
    return removal;
}

Result<qint64> removeRecords(const QSqlDatabase &database, const std::vector<QUuid> &ids)
{
    qint64 removed = 0;
    Statement remove(database, u"DELETE FROM submission WHERE id = ? AND state <> 'in_flight'"_s);
    for (const QUuid &id : ids) {
        if (!remove.run({id.toString(QUuid::WithoutBraces)})) {
            return Unexpected{remove.failure()};
        }
        removed += remove.affected();
    }
    return removed;
}

Result<Done> compact(const QSqlDatabase &database)
{
    for (const QString &step : {
             u"INSERT INTO submission_text (submission_text) VALUES ('optimize')"_s,
             u"VACUUM"_s,
             u"PRAGMA wal_checkpoint(TRUNCATE)"_s,
         }) {
        if (Statement statement(database, step); !statement.run()) {
            return Unexpected{statement.failure()};
        }
    }
    return Done{};
}

Result<Done> backUp(const QSqlDatabase &database, const QString &path)
{
    // Made here, since SQLite would make it readable by everybody.
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                   QFile::ReadOwner | QFile::WriteOwner)) {
        return Unexpected{StoreError{StoreErrorKind::CannotWrite, file.errorString()}};
    }
    file.close();
    Statement copy(database, u"VACUUM INTO ?"_s);
    if (!copy.run({path})) {
        file.remove();
        return Unexpected{copy.failure()};
    }
    return Done{};
}

} // namespace history
