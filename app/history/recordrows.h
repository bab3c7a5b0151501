#pragma once

#include "app/history/database.h"

#include <optional>
#include <utility>
#include <vector>

namespace history {

// The table submission. Each call runs inside the caller's transaction. Its primary key is the
// record's place: the first free number from 64 times the second of its creation on. So the list,
// every range of dates and the full-text index have one order, however late a record came in.

/// The first place of a time, which every record made at or after it has or is beyond. To the
/// second.
[[nodiscard]] qint64 firstPlaceAt(const QDateTime &time);

/// A kind of request in the column `kinds`.
[[nodiscard]] int kindBit(limits::Operation operation);

/// The columns of a summary, in summaryFrom()'s order.
inline constexpr QLatin1StringView summaryColumns{
    "seq, id, created_at, account_id, account_name, from_id, to_id, from_name, to_name, state, "
    "stored, stored_differently, failed, missing, unknown, not_sent, pending, not_stored, reverts, "
    "note, pinned"};
/// Reads summaryColumns, the first of them at `first`.
[[nodiscard]] Result<Summary> summaryFrom(const Statement &row, int first = 0);
/// All rows of a statement that was not run yet.
[[nodiscard]] Result<std::vector<Summary>> summariesFrom(Statement &select,
                                                         const QVariantList &values);

/// Writes the record, without its exchanges and read-backs; its place.
[[nodiscard]] Result<qint64> insertRecord(const QSqlDatabase &database, const Record &record,
                                          const Counts &counts, const QString &instance);

/// Writes state and counts; the record's place. Its text is to be indexed anew.
[[nodiscard]] Result<qint64> updateRecord(const QSqlDatabase &database, const Record &record,
                                          const Counts &counts);

/// NotFound where there is none.
[[nodiscard]] Result<qint64> placeOf(const QSqlDatabase &database, const QUuid &id);

/// The record, whole.
[[nodiscard]] Result<Record> selectRecord(const QSqlDatabase &database, qint64 place);

} // namespace history
