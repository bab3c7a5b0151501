#pragma once

#include "app/history/database.h"

#include <QLockFile>
#include <QString>

namespace history {

/// This opening of the store, as whose the records in flight are marked. A lock file
/// `instance-<uuid>.lock` in the store's folder tells others that it lives.
class Instance
{
public:
    explicit Instance(const QString &folder);

    [[nodiscard]] const QString &id() const { return m_id; }
    /// Takes the lock, unless it is held already. To be called before a record bears the id. Not
    /// done while opening: it costs a flush to the disk.
    [[nodiscard]] Result<support::Done> hold();

private:
    QString m_id;
    QLockFile m_lock;
};

/// Turns what is in flight in instances that no longer live into Interrupted records, and removes
/// the lock files of the dead.
[[nodiscard]] Result<support::Done> interruptOrphans(const QSqlDatabase &database,
                                                     const QString &folder);

} // namespace history
