#pragma once

#include "app/history/database.h"

namespace history {

// The table read_back. Each call runs inside the caller's transaction.

[[nodiscard]] Result<support::Done> insertReadBack(const QSqlDatabase &database, qint64 submission,
                                                   const ReadBack &readBack);

/// In the order they were inserted.
[[nodiscard]] Result<std::vector<ReadBack>> selectReadBacks(const QSqlDatabase &database,
                                                            qint64 submission);

} // namespace history
