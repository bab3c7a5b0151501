#pragma once

#include "app/history/database.h"

namespace history {

// See Store's functions of these names.

[[nodiscard]] Result<Usage> usageOf(const QSqlDatabase &database);
[[nodiscard]] Result<Removal> wouldRemove(const QSqlDatabase &database, const Retention &retention);
/// Each step is a transaction of its own.
[[nodiscard]] Result<Removal> prune(const QSqlDatabase &database, const Retention &retention,
                                    const Store::GoOn &goOn);
/// Inside the caller's transaction.
[[nodiscard]] Result<qint64> removeRecords(const QSqlDatabase &database,
                                           const std::vector<QUuid> &ids);
[[nodiscard]] Result<support::Done> compact(const QSqlDatabase &database);
[[nodiscard]] Result<support::Done> backUp(const QSqlDatabase &database, const QString &path);

} // namespace history
