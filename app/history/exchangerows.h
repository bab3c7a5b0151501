#pragma once

#include "app/history/database.h"

namespace history {

// The tables exchange, limit_change and refused_attempt. Each call runs inside the caller's
// transaction.

[[nodiscard]] Result<support::Done> insertExchanges(const QSqlDatabase &database, qint64 submission,
                                                    const std::vector<Exchange> &exchanges);

/// What became of the exchanges at these positions; what was asked stays as it was inserted.
[[nodiscard]] Result<support::Done> updateExchanges(const QSqlDatabase &database, qint64 submission,
                                                    const std::vector<qsizetype> &positions,
                                                    const std::vector<Exchange> &exchanges);

[[nodiscard]] Result<std::vector<Exchange>> selectExchanges(const QSqlDatabase &database,
                                                            qint64 submission);

} // namespace history
