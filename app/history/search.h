#pragma once

#include "app/history/database.h"
#include "app/history/filter.h"

namespace history {

// Reading the list, through a filter. Each call sees the file as of some moment, and asks between
// steps whether it is still wanted.

/// See Store::page().
[[nodiscard]] Result<std::vector<Summary>> selectPage(const QSqlDatabase &database,
                                                      const Filter &filter,
                                                      const std::optional<Summary> &last, int limit,
                                                      const Store::GoOn &goOn);

/// See Store::count().
[[nodiscard]] Result<qint64> countMatches(const QSqlDatabase &database, const Filter &filter,
                                          const Store::GoOn &goOn);

/// How far the store's changes have come.
struct Version
{
    qint64 revision = 0; ///< of the newest record that was added or changed
    qint64 removals = 0;

    bool operator==(const Version &) const = default;
};

[[nodiscard]] Result<Version> storeVersion(const QSqlDatabase &database);

/// Records added or changed after that revision, at most `limit`.
[[nodiscard]] Result<std::vector<Changed>>
changedSince(const QSqlDatabase &database, qint64 revision, const Filter &filter, int limit);

/// See Store::story().
[[nodiscard]] Result<std::vector<Record>> selectStory(const QSqlDatabase &database,
                                                      const LimitKey &key,
                                                      const std::optional<QUuid> &before,
                                                      int limit);

} // namespace history
