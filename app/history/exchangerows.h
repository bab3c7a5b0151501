#pragma once

#include "app/history/database.h"

namespace history {

// The tables exchange and limit_change. Each call runs inside the caller's transaction.

[[nodiscard]] Result<support::Done> insertExchanges(const QSqlDatabase &database, qint64 submission,
                                                    const std::vector<Exchange> &exchanges);

/// What became of the exchange; what was asked stays as it was inserted.
[[nodiscard]] Result<support::Done> updateExchange(const QSqlDatabase &database, qint64 submission,
                                                   qsizetype position, const Exchange &exchange);

/// The states alone.
[[nodiscard]] Result<support::Done> updateExchangeStates(const QSqlDatabase &database,
                                                         qint64 submission,
                                                         const std::vector<Exchange> &exchanges);

[[nodiscard]] Result<std::vector<Exchange>> selectExchanges(const QSqlDatabase &database,
                                                            qint64 submission);

} // namespace history
