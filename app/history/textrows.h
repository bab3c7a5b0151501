#pragma once

#include "app/history/database.h"

namespace history {

// What records are found by: the full-text index submission_text, a row for each record by its
// place, and type_in_submission, the records that name a type. Both follow the records: a write
// marks its record as not indexed, and until somebody indexes it the record itself is looked at. So
// no writer waits for an index, and no search is wrong for want of it.

/// Indexes the record inside the caller's transaction; `record` is as it stands there.
[[nodiscard]] Result<support::Done> indexRecord(const QSqlDatabase &database, qint64 place,
                                                const Record &record);

/// Indexes some records that want it, newest first and those in flight left alone, in a transaction
/// of its own that lasts some milliseconds. False where none is left.
[[nodiscard]] Result<bool> indexSome(const QSqlDatabase &database);

} // namespace history
