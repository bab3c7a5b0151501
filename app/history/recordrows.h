#pragma once

#include "app/history/database.h"

#include <optional>
#include <vector>

namespace history {

// The table submission. Each call runs inside the caller's transaction.

[[nodiscard]] Summary summaryOf(const Record &record, const Counts &counts);

/// Writes the record, without its exchanges and read-backs; its row's number.
[[nodiscard]] Result<qint64> insertRecord(const QSqlDatabase &database, const Record &record,
                                          const Counts &counts, const QString &instance);

/// Writes state and counts; the row's number.
[[nodiscard]] Result<qint64> updateRecord(const QSqlDatabase &database, const Record &record,
                                          const Counts &counts);

/// The record, without its exchanges and read-backs, and its row's number.
[[nodiscard]] Result<std::pair<Record, qint64>> selectRecord(const QSqlDatabase &database,
                                                             const QUuid &id);

/// See Store::page().
[[nodiscard]] Result<std::vector<Summary>> selectSummaries(const QSqlDatabase &database,
                                                           const std::optional<Summary> &before,
                                                           int limit, const QString &text);

} // namespace history
