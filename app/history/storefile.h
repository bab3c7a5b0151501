#pragma once

#include "app/history/database.h"
#include "app/support/clock.h"

#include <QString>

#include <memory>
#include <optional>

namespace history {

/// A connection to the folder's history, its schema ready, what was in flight in dead programs
/// interrupted.
struct OpenedFile
{
    std::unique_ptr<Connection> connection;
    std::optional<QString> setAside; ///< where the damaged file that was there went
    bool readOnly = false;           ///< a newer version's
};

[[nodiscard]] QString storeFileIn(const QString &folder);

/// Makes the folder (0700) and the file (0600) where they are missing, and replaces a damaged file.
[[nodiscard]] Result<OpenedFile> openStoreFile(const QString &folder, const support::Clock &clock);

/// Has the next opening set the file aside. For damage that only a write came upon: without this
/// the program could never write its history again.
void condemnStoreFile(const QString &folder);

} // namespace history
