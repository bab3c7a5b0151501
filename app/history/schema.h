#pragma once

#include "app/history/database.h"

#include <QStringList>

#include <vector>

namespace history {

/// The statements that bring a file from the version before to one more.
using Migration = QStringList;

/// All of them in order: the last one leads to the version this program writes. What was published
/// is never changed, only added to.
[[nodiscard]] const std::vector<Migration> &migrations();

/// Brings the file to the last version, each step in a transaction of its own. NewerVersion where
/// it is beyond that; Damaged where it is no history of ours or its tables cannot be read.
[[nodiscard]] Result<support::Done> prepareSchema(const QSqlDatabase &database,
                                                  const std::vector<Migration> &steps);

/// Of a file of a newer version, read-only: whether its tables can be read all the same. What was
/// published is only added to, so they mostly can.
[[nodiscard]] Result<support::Done> checkNewer(const QSqlDatabase &database);

} // namespace history
