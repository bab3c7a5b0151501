#include "app/history/storefile.h"

#include "app/history/instance.h"
#include "app/history/schema.h"
#include "app/support/logging.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QtEndian>

#include <cerrno>
#include <chrono>
#include <tuple>

namespace history {

using namespace Qt::StringLiterals;
using support::Done;
using support::Unexpected;

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr std::chrono::milliseconds creationPatience{5000};

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
    const QFileInfo info(folder);
    if (info.isDir()) {
        return Done{};
    }
    if (QDir().mkpath(info.path()) && QDir().mkdir(folder, ownerOnly | QFile::ExeOwner)) {
        return Done{};
    }
    const QString reason = qt_error_string(errno);
    // Another program that starts just now may have been faster.
    return QFileInfo(folder).isDir() ? Result<Done>(Done{}) : cannotOpen(folder + u": "_s + reason);
}

/// What SQLite would silently make good, losing what is there: it overwrites a file of one byte,
/// reads half a last page as zeros, and deletes a -wal beside an empty file.
Result<Done> checkSize(const QString &path)
{
    QFile file(path);
    const bool hasWal = QFileInfo(path + u"-wal"_s).size() > 0;
    if (file.size() == 0) {
        return hasWal ? Result<Done>(damaged(u"%1 is empty, its -wal is not"_s.arg(path))) : Done{};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return cannotOpen(file.errorString());
    }
    constexpr qsizetype headerSize = 100;
    const QByteArray header = file.read(headerSize);
    const qint64 pageSize =
        header.size() < headerSize ? 0 : qFromBigEndian<quint16>(header.constData() + 16);
    // 65536 is written as 1. With a -wal the last page may be in there whole.
    if (pageSize == 0 || (pageSize > 1 && !hasWal && file.size() % pageSize != 0)) {
        return damaged(u"%1 was cut off"_s.arg(path));
    }
    return Done{};
}

Result<Done> ensurePrivateFile(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile()) {
        return damaged(u"%1 is not a file"_s.arg(path));
    }
    if (!info.exists()) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly) && !file.exists()) {
            return cannotOpen(file.errorString());
        }
    }
    // SQLite makes -wal and -shm with the mode of the file.
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        const QFileInfo existing(path + suffix);
        if (existing.permissions() & (QFile::ReadGroup | QFile::ReadOther)) {
            QFile::setPermissions(path + suffix, ownerOnly);
        }
    }
    return checkSize(path);
}

Result<std::unique_ptr<Connection>> openSound(const QString &folder)
{
    if (QFile::exists(verdictIn(folder))) {
        return damaged(u"an earlier write found it so"_s);
    }
    const QString path = storeFileIn(folder);
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
    const QString path = storeFileIn(folder);
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

/// Held to begin a new file. Two programs that find damage at once must not set aside each other's
/// new file; and two that switch an empty file to WAL at once get "database is locked", which no
/// busy timeout helps against (measured).
class CreationLock
{
public:
    explicit CreationLock(const QString &folder)
        : m_lock(folder + u"/creation.lock"_s)
    {
        m_lock.setStaleLockTime(0);
        // A dead process's lock looks alive to QLockFile when its process ID is in use again.
        m_held = m_lock.tryLock(int(creationPatience.count())) ||
                 (m_lock.removeStaleLockFile() && m_lock.tryLock());
    }
    [[nodiscard]] bool held() const { return m_held; }

private:
    QLockFile m_lock;
    bool m_held = false;
};

Result<OpenedFile> createOrReplace(const QString &folder, const support::Clock &clock)
{
    const CreationLock lock(folder);
    if (!lock.held()) {
        return cannotOpen(u"another program is making %1"_s.arg(storeFileIn(folder)));
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
    return OpenedFile{*std::move(connection), aside, false};
}

Result<OpenedFile> openNewer(const QString &folder)
{
    auto connection = Connection::open(storeFileIn(folder), Connection::Access::Read);
    if (!connection) {
        return Unexpected{connection.error()};
    }
    if (auto readable = checkNewer((*connection)->database()); !readable) {
        return Unexpected{readable.error()};
    }
    return OpenedFile{*std::move(connection), std::nullopt, true};
}

} // namespace

QString storeFileIn(const QString &folder)
{
    return folder + u"/history.sqlite"_s;
}

Result<OpenedFile> openStoreFile(const QString &folder, const support::Clock &clock)
{
    if (auto ready = ensureFolder(folder); !ready) {
        return Unexpected{ready.error()};
    }
    if (QFileInfo(storeFileIn(folder)).size() > 0) {
        auto connection = openSound(folder);
        if (connection) {
            return OpenedFile{*std::move(connection), std::nullopt, false};
        }
        if (connection.error().kind == StoreErrorKind::NewerVersion) {
            return openNewer(folder);
        }
        if (connection.error().kind != StoreErrorKind::Damaged) {
            return Unexpected{connection.error()};
        }
    }
    return createOrReplace(folder, clock);
}

void condemnStoreFile(const QString &folder)
{
    // If it cannot be made, the next write finds the damage again.
    QFile verdict(verdictIn(folder));
    std::ignore = verdict.open(QIODevice::WriteOnly, ownerOnly);
}

} // namespace history
