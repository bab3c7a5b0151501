#include "app/history/recordrows.h"

#include "app/history/names.h"

#include <QStringList>

namespace history {

using namespace Qt::StringLiterals;
using support::Unexpected;

namespace {

Unexpected<StoreError> notFound(const QUuid &id)
{
    return Unexpected{StoreError{StoreErrorKind::NotFound, id.toString(QUuid::WithoutBraces)}};
}

/// The same for texts that differ in case or in how an accent is encoded.
QString folded(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).toCaseFolded();
}

/// What a search looks at; the line breaks keep it from matching across two of them.
QString searchText(const Record &record)
{
    return folded(QStringList{record.fromName, record.pair.from, record.toName, record.pair.to,
                              record.accountName}
                      .join(u'\n'));
}

constexpr auto summaryColumns =
    "id, created_at, account_id, account_name, from_id, to_id, from_name, to_name, state, "
    "stored, stored_differently, failed, missing, unknown, not_sent, pending, not_stored"_L1;

/// A row of summaryColumns that starts at `first`.
Result<Summary> summaryFrom(const Statement &row, int first)
{
    const QUuid id = QUuid::fromString(row.text(first));
    const auto state = recordStateNamed(row.text(first + 8));
    if (id.isNull() || !state) {
        return Unexpected{
            StoreError{StoreErrorKind::Damaged,
                       u"unreadable record: %1, %2"_s.arg(row.text(first), row.text(first + 8))}};
    }
    return Summary{
        .id = id,
        .createdAt = QDateTime::fromMSecsSinceEpoch(row.value(first + 1).toLongLong(), Qt::UTC),
        .accountId = row.text(first + 2),
        .accountName = row.text(first + 3),
        .pair = {row.text(first + 4), row.text(first + 5)},
        .fromName = row.text(first + 6),
        .toName = row.text(first + 7),
        .state = *state,
        .counts = {.stored = row.number(first + 9),
                   .storedDifferently = row.number(first + 10),
                   .failed = row.number(first + 11),
                   .missing = row.number(first + 12),
                   .unknown = row.number(first + 13),
                   .notSent = row.number(first + 14),
                   .pending = row.number(first + 15),
                   .notStored = row.number(first + 16)},
    };
}

} // namespace

Summary summaryOf(const Record &record, const Counts &counts)
{
    return {record.id,          record.createdAt, record.accountId,
            record.accountName, record.pair,      record.fromName,
            record.toName,      record.state,     counts};
}

Result<qint64> insertRecord(const QSqlDatabase &database, const Record &record,
                            const Counts &counts, const QString &instance)
{
    Statement insert(database,
                     u"INSERT INTO submission (%1, base_url, search_text, instance) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(
                         summaryColumns));
    if (!insert.run({record.id.toString(QUuid::WithoutBraces),
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
                     record.baseUrl,
                     searchText(record),
                     instance})) {
        return Unexpected{insert.failure()};
    }
    return insert.insertedId().toLongLong();
}

Result<qint64> updateRecord(const QSqlDatabase &database, const Record &record,
                            const Counts &counts)
{
    const QString id = record.id.toString(QUuid::WithoutBraces);
    Statement select(database, u"SELECT seq FROM submission WHERE id = ?"_s);
    if (!select.run({id}) || !select.next()) {
        return select.failed() ? Unexpected{select.failure()} : notFound(record.id);
    }
    const QVariant seq = select.value(0);
    Statement update(database, u"UPDATE submission SET state = ?, stored = ?, "
                               "stored_differently = ?, failed = ?, missing = ?, unknown = ?, "
                               "not_sent = ?, pending = ?, not_stored = ? WHERE seq = ?"_s);
    if (!update.run({nameOf(record.state), counts.stored, counts.storedDifferently, counts.failed,
                     counts.missing, counts.unknown, counts.notSent, counts.pending,
                     counts.notStored, seq})) {
        return Unexpected{update.failure()};
    }
    return seq.toLongLong();
}

Result<std::pair<Record, qint64>> selectRecord(const QSqlDatabase &database, const QUuid &id)
{
    Statement select(
        database, u"SELECT seq, base_url, %1 FROM submission WHERE id = ?"_s.arg(summaryColumns));
    if (!select.run({id.toString(QUuid::WithoutBraces)}) || !select.next()) {
        return select.failed() ? Unexpected{select.failure()} : notFound(id);
    }
    const auto summary = summaryFrom(select, 2);
    if (!summary) {
        return Unexpected{summary.error()};
    }
    return std::pair{Record{.id = summary->id,
                            .createdAt = summary->createdAt,
                            .accountId = summary->accountId,
                            .accountName = summary->accountName,
                            .baseUrl = select.text(1),
                            .pair = summary->pair,
                            .fromName = summary->fromName,
                            .toName = summary->toName,
                            .state = summary->state,
                            .exchanges = {},
                            .readBacks = {}},
                     select.value(0).toLongLong()};
}

Result<std::vector<Summary>> selectSummaries(const QSqlDatabase &database,
                                             const std::optional<Summary> &before, int limit,
                                             const QString &text)
{
    QStringList conditions;
    QVariantList values;
    if (before) {
        // Where that record is gone its time alone counts.
        conditions << u"(created_at, seq) < (?, (SELECT seq FROM submission WHERE id = ?))"_s;
        values << before->createdAt.toMSecsSinceEpoch()
               << before->id.toString(QUuid::WithoutBraces);
    }
    if (!text.isEmpty()) {
        conditions << u"instr(search_text, ?) > 0"_s;
        values << folded(text);
    }
    const QString where =
        conditions.isEmpty() ? QString() : u"WHERE "_s + conditions.join(u" AND "_s);
    Statement select(
        database, u"SELECT %1 FROM submission %2 ORDER BY created_at DESC, seq DESC LIMIT ?"_s.arg(
                      summaryColumns, where));
    values << std::max(0, limit);

    std::vector<Summary> summaries;
    for (bool found = select.run(values) && select.next(); found; found = select.next()) {
        auto summary = summaryFrom(select, 0);
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

} // namespace history
