#include "app/history/storefile.h"

#include "app/history/instance.h"
#include "app/history/schema.h"
#include "app/support/logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <cerrno>
#include <chrono>
#include <tuple>

namespace history {

using namespace Qt::StringLiterals;
using support::Done;
using support::Unexpected;

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr std::chrono::milliseconds repairPatience{5000};

QString fileIn(const QString &folder)
{
    return folder + u"/history.sqlite"_s;
}

QString verdictIn(const QString &folder)
{
    return folder + u"/history.sqlite.is-damaged"_s;
}

Unexpected<StoreError> cannotOpen(const QString &detail)
{
    return Unexpected{StoreError{StoreErrorKind::CannotOpen, detail}};
}

Unexpected<StoreError> damaged(const QString &detail)
{
    return Unexpected{StoreError{StoreErrorKind::Damaged, detail}};
}

Result<Done> ensureFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir()) {
        return Done{};
    }
    if (QDir().mkpath(QFileInfo(folder).path()) &&
        QDir().mkdir(folder, ownerOnly | QFile::ExeOwner)) {
        return Done{};
    }
    return cannotOpen(folder + u": "_s + qt_error_string(errno));
}

/// SQLite gives -wal and -shm the mode of the file.
Result<Done> ensurePrivateFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile()) {
        return damaged(u"%1 is not a file"_s.arg(path));
    }
    // SQLite deletes a -wal without a database, and with it the only copy of what is in it.
    if (info.size() == 0 && QFileInfo(path + u"-wal"_s).size() > 0) {
        return damaged(u"%1 is empty, its -wal is not"_s.arg(path));
    }
    QFile file(path);
    if (!info.exists() && !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly) &&
        !file.exists()) {
        return cannotOpen(file.errorString());
    }
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        const QFileInfo existing(path + suffix);
        if (existing.exists() && (existing.permissions() & (QFile::ReadGroup | QFile::ReadOther))) {
            QFile::setPermissions(path + suffix, ownerOnly);
        }
    }
    return Done{};
}

Result<std::unique_ptr<Connection>> openSound(const QString &folder)
{
    if (QFile::exists(verdictIn(folder))) {
        return damaged(u"an earlier write found it so"_s);
    }
    const QString path = fileIn(folder);
    if (auto file = ensurePrivateFile(path); !file) {
        return Unexpected{file.error()};
    }
    auto connection = Connection::open(path);
    if (!connection) {
        return connection;
    }
    if (auto ready = prepareSchema((*connection)->database(), migrations()); !ready) {
        return Unexpected{ready.error()};
    }
    if (auto done = interruptOrphans((*connection)->database(), folder); !done) {
        return Unexpected{done.error()};
    }
    return connection;
}

/// Renames the file with its companions; they keep their suffixes, so that SQLite can still open
/// what was set aside.
Result<QString> setAside(const QString &folder, const support::Clock &clock)
{
    const QString path = fileIn(folder);
    const QString plain = path + u".damaged-"_s + clock.now().toString(u"yyyyMMdd-HHmmss"_s);
    QString aside = plain;
    for (int number = 2; QFile::exists(aside) || QFile::exists(aside + u"-wal"_s); ++number) {
        aside = u"%1-%2"_s.arg(plain).arg(number);
    }
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QFile file(path + suffix);
        if (file.exists() && !file.rename(aside + suffix)) {
            return cannotOpen(file.errorString());
        }
    }
    QFile::remove(verdictIn(folder));
    return aside;
}

/// Two programs that find the damage at once must not set aside each other's new file.
class RepairLock
{
public:
    explicit RepairLock(const QString &folder)
        : m_lock(folder + u"/repair.lock"_s)
    {
        m_lock.setStaleLockTime(0);
        // A dead process's lock looks alive to QLockFile when its process ID is in use again.
        m_held = m_lock.tryLock(int(repairPatience.count())) ||
                 (m_lock.removeStaleLockFile() && m_lock.tryLock());
    }
    [[nodiscard]] bool held() const { return m_held; }

private:
    QLockFile m_lock;
    bool m_held = false;
};

Result<OpenedFile> replaceDamaged(const QString &folder, const support::Clock &clock)
{
    const RepairLock lock(folder);
    if (!lock.held()) {
        return cannotOpen(u"another program is repairing %1"_s.arg(folder));
    }
    auto connection = openSound(folder);
    std::optional<QString> aside;
    if (!connection && connection.error().kind == StoreErrorKind::Damaged) {
        qCInfo(support::lcHistory) << "setting the history aside:" << connection.error().detail;
        const auto moved = setAside(folder, clock);
        if (!moved) {
            return Unexpected{moved.error()};
        }
        aside = *moved;
        connection = openSound(folder);
    }
    if (!connection) {
        return Unexpected{connection.error()};
    }
    return OpenedFile{*std::move(connection), aside};
}

} // namespace

Result<OpenedFile> openStoreFile(const QString &folder, const support::Clock &clock)
{
    if (auto ready = ensureFolder(folder); !ready) {
        return Unexpected{ready.error()};
    }
    auto connection = openSound(folder);
    if (connection) {
        return OpenedFile{*std::move(connection), std::nullopt};
    }
    if (connection.error().kind == StoreErrorKind::Damaged) {
        return replaceDamaged(folder, clock);
    }
    return Unexpected{connection.error()};
}

void condemnStoreFile(const QString &folder)
{
    // If it cannot be made, the next write finds the damage again.
    QFile verdict(verdictIn(folder));
    std::ignore = verdict.open(QIODevice::WriteOnly, ownerOnly);
}

} // namespace history
