#include "app/history/recordrows.h"

#include "app/history/exchangerows.h"
#include "app/history/names.h"
#include "app/history/readbackrows.h"
#include "app/history/searchtext.h"

#include <QStringList>

namespace history {

using namespace Qt::StringLiterals;
using support::Unexpected;

namespace {

Unexpected<StoreError> notFound(const QUuid &id)
{
    return Unexpected{StoreError{StoreErrorKind::NotFound, id.toString(QUuid::WithoutBraces)}};
}

// A second has this many places before it takes those of the next one.
constexpr qint64 placesPerSecond = 64;

/// The first place that is free from the record's time on.
Result<qint64> freePlace(const QSqlDatabase &database, const QDateTime &time)
{
    Statement select(database, u"SELECT seq + 1 FROM submission AS taken WHERE seq >= ? AND "
                               "EXISTS (SELECT 1 FROM submission WHERE seq = ?) AND NOT EXISTS "
                               "(SELECT 1 FROM submission AS next WHERE next.seq = taken.seq + 1) "
                               "ORDER BY seq LIMIT 1"_s);
    const qint64 first = firstPlaceAt(time);
    if (select.run({first, first}) && select.next()) {
        return select.value(0).toLongLong();
    }
    if (select.failed()) {
        return Unexpected{select.failure()};
    }
    return first;
}

int kindsOf(const Record &record)
{
    int kinds = 0;
    for (const Exchange &exchange : record.exchanges) {
        kinds |= kindBit(exchange.request.operation);
    }
    return kinds;
}

QVariant idOrNull(const QUuid &id)
{
    return id.isNull() ? QVariant() : QVariant(id.toString(QUuid::WithoutBraces));
}

} // namespace

qint64 firstPlaceAt(const QDateTime &time)
{
    return time.toSecsSinceEpoch() * placesPerSecond;
}

int kindBit(limits::Operation operation)
{
    switch (operation) {
    case limits::Operation::Create:
        return 1;
    case limits::Operation::Update:
        return 2;
    case limits::Operation::Purge:
        return 4;
    }
    Q_UNREACHABLE();
}

Result<Summary> summaryFrom(const Statement &row, int first)
{
    const QUuid id = QUuid::fromString(row.text(first + 1));
    const auto state = recordStateNamed(row.text(first + 9));
    if (id.isNull() || !state) {
        return Unexpected{StoreError{
            StoreErrorKind::Damaged,
            u"unreadable record: %1, %2"_s.arg(row.text(first + 1), row.text(first + 9))}};
    }
    return Summary{
        .place = row.value(first).toLongLong(),
        .id = id,
        .createdAt = QDateTime::fromMSecsSinceEpoch(row.value(first + 2).toLongLong(), Qt::UTC),
        .accountId = row.text(first + 3),
        .accountName = row.text(first + 4),
        .pair = {row.text(first + 5), row.text(first + 6)},
        .fromName = row.text(first + 7),
        .toName = row.text(first + 8),
        .state = *state,
        .counts = {.stored = row.number(first + 10),
                   .storedDifferently = row.number(first + 11),
                   .failed = row.number(first + 12),
                   .missing = row.number(first + 13),
                   .unknown = row.number(first + 14),
                   .notSent = row.number(first + 15),
                   .pending = row.number(first + 16),
                   .notStored = row.number(first + 17)},
        .reverts = QUuid::fromString(row.text(first + 18)),
        .note = row.text(first + 19),
        .pinned = row.number(first + 20) != 0,
    };
}

Result<std::vector<Summary>> summariesFrom(Statement &select, const QVariantList &values)
{
    std::vector<Summary> summaries;
    for (bool found = select.run(values) && select.next(); found; found = select.next()) {
        auto summary = summaryFrom(select);
        if (!summary) {
            return Unexpected{summary.error()};
        }
        summaries.push_back(*std::move(summary));
    }
    if (select.failed()) {
        return Unexpected{select.failure()};
    }
    return summaries;
}

Result<qint64> insertRecord(const QSqlDatabase &database, const Record &record,
                            const Counts &counts, const QString &instance)
{
    const auto place = freePlace(database, record.createdAt);
    if (!place) {
        return place;
    }
    Statement insert(
        database,
        u"INSERT INTO submission (%1, base_url, search_text, instance, kinds) VALUES "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(
            summaryColumns));
    if (!insert.run({*place,
                     record.id.toString(QUuid::WithoutBraces),
                     record.createdAt.toMSecsSinceEpoch(),
                     record.accountId,
                     record.accountName,
                     record.pair.from,
                     record.pair.to,
                     record.fromName,
                     record.toName,
                     nameOf(record.state),
                     counts.stored,
                     counts.storedDifferently,
                     counts.failed,
                     counts.missing,
                     counts.unknown,
                     counts.notSent,
                     counts.pending,
                     counts.notStored,
                     idOrNull(record.reverts),
                     record.note,
                     int(record.pinned),
                     record.baseUrl,
                     searchNames(record),
                     instance,
                     kindsOf(record)})) {
        return Unexpected{insert.failure()};
    }
    return *place;
}

Result<qint64> updateRecord(const QSqlDatabase &database, const Record &record,
                            const Counts &counts)
{
    const auto place = placeOf(database, record.id);
    if (!place) {
        return place;
    }
    Statement update(database, u"UPDATE submission SET state = ?, stored = ?, "
                               "stored_differently = ?, failed = ?, missing = ?, unknown = ?, "
                               "not_sent = ?, pending = ?, not_stored = ?, indexed = 0 "
                               "WHERE seq = ?"_s);
    if (!update.run({nameOf(record.state), counts.stored, counts.storedDifferently, counts.failed,
                     counts.missing, counts.unknown, counts.notSent, counts.pending,
                     counts.notStored, *place})) {
        return Unexpected{update.failure()};
    }
    return *place;
}

Result<qint64> placeOf(const QSqlDatabase &database, const QUuid &id)
{
    Statement select(database, u"SELECT seq FROM submission WHERE id = ?"_s);
    if (select.run({id.toString(QUuid::WithoutBraces)}) && select.next()) {
        return select.value(0).toLongLong();
    }
    return select.failed() ? Unexpected{select.failure()} : notFound(id);
}

Result<Record> selectRecord(const QSqlDatabase &database, qint64 place)
{
    Statement select(database,
                     u"SELECT base_url, %1 FROM submission WHERE seq = ?"_s.arg(summaryColumns));
    if (!select.run({place}) || !select.next()) {
        return Unexpected{select.failure()};
    }
    const auto summary = summaryFrom(select, 1);
    if (!summary) {
        return Unexpected{summary.error()};
    }
    auto exchanges = selectExchanges(database, place);
    if (!exchanges) {
        return Unexpected{exchanges.error()};
    }
    auto readBacks = selectReadBacks(database, place);
    if (!readBacks) {
        return Unexpected{readBacks.error()};
    }
    return Record{.id = summary->id,
                  .createdAt = summary->createdAt,
                  .accountId = summary->accountId,
                  .accountName = summary->accountName,
                  .baseUrl = select.text(0),
                  .pair = summary->pair,
                  .fromName = summary->fromName,
                  .toName = summary->toName,
                  .state = summary->state,
                  .exchanges = *std::move(exchanges),
                  .readBacks = *std::move(readBacks),
                  .reverts = summary->reverts,
                  .note = summary->note,
                  .pinned = summary->pinned};
}

} // namespace history
