#include "app/history/instance.h"

#include "app/history/names.h"

#include <QDir>
#include <QHash>
#include <QUuid>

#include <cerrno>
#include <vector>

namespace history {

using namespace Qt::StringLiterals;
using support::Done;
using support::Unexpected;

namespace {

QString lockPath(const QString &folder, const QString &instance)
{
    return u"%1/instance-%2.lock"_s.arg(folder, instance);
}

// A record bears the id only once its instance holds the lock, so no lock means dead. On every
// system removeStaleLockFile() asks the kernel, which refuses while the file is locked; the test
// QLockFile makes by itself is fooled by a process ID that is in use again, the rule in a
// container.
bool isDead(const QString &folder, const QString &instance)
{
    const QString path = lockPath(folder, instance);
    return !QFile::exists(path) || QLockFile(path).removeStaleLockFile();
}

/// Ends a record whose program died: what was sent may have arrived, the rest was never sent.
Result<Done> interrupt(const QSqlDatabase &database, qint64 seq)
{
    Statement planned(database,
                      u"SELECT count(*) FROM limit_change JOIN exchange ON exchange = exchange.id "
                      "WHERE exchange.submission = ? AND state = 'planned'"_s);
    if (!planned.run({seq}) || !planned.next()) {
        return Unexpected{planned.failure()};
    }
    const QVariant notSent = planned.value(0);
    Statement record(database,
                     u"UPDATE submission SET state = 'interrupted', "
                     "not_sent = not_sent + min(pending, ?), "
                     "unknown = unknown + max(pending - ?, 0), pending = 0 WHERE seq = ?"_s);
    if (!record.run({notSent, notSent, seq})) {
        return Unexpected{record.failure()};
    }
    Statement exchanges(database, u"UPDATE exchange SET state = 'not_sent' "
                                  "WHERE submission = ? AND state = 'planned'"_s);
    if (!exchanges.run({seq})) {
        return Unexpected{exchanges.failure()};
    }
    return Done{};
}

struct InFlight
{
    qint64 seq;
    QString instance;
};

Result<std::vector<InFlight>> recordsInFlight(const QSqlDatabase &database)
{
    std::vector<InFlight> records;
    Statement select(database, u"SELECT seq, instance FROM submission "
                               "WHERE state = 'in_flight'"_s);
    for (bool found = select.run() && select.next(); found; found = select.next()) {
        records.push_back({select.value(0).toLongLong(), select.text(1)});
    }
    if (select.failed()) {
        return Unexpected{select.failure()};
    }
    return records;
}

Result<Done> interruptDead(const QSqlDatabase &database, const QString &folder)
{
    Transaction transaction(database, Transaction::Kind::Write);
    if (auto begun = transaction.begun(); !begun) {
        return begun;
    }
    // Read anew: another opening may have been faster.
    const auto records = recordsInFlight(database);
    if (!records) {
        return Unexpected{records.error()};
    }
    QHash<QString, bool> dead;
    for (const auto &[seq, instance] : *records) {
        if (!dead.contains(instance)) {
            dead.insert(instance, isDead(folder, instance));
        }
        if (!dead.value(instance)) {
            continue;
        }
        if (auto done = interrupt(database, seq); !done) {
            return done;
        }
    }
    return transaction.commit();
}

/// Those that no record needs: their programs died after their records were finished. The gentle
/// test suffices, and it cannot take a lock away that is just being made.
void removeDeadLocks(const QString &folder)
{
    const QStringList names = QDir(folder).entryList({u"instance-*.lock"_s}, QDir::Files);
    for (const QString &name : names) {
        QLockFile lock(folder + u'/' + name);
        lock.setStaleLockTime(0);
        if (lock.tryLock(0)) {
            lock.unlock();
        }
    }
}

} // namespace

Instance::Instance(const QString &folder)
    : m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_lock(lockPath(folder, m_id))
{
    m_lock.setStaleLockTime(0);
}

Result<Done> Instance::hold()
{
    if (m_lock.isLocked() || m_lock.tryLock(0)) {
        return Done{};
    }
    return Unexpected{StoreError{StoreErrorKind::CannotWrite,
                                 u"cannot make a lock file: "_s + qt_error_string(errno)}};
}

Result<Done> interruptOrphans(const QSqlDatabase &database, const QString &folder)
{
    const auto records = recordsInFlight(database);
    if (!records) {
        return Unexpected{records.error()};
    }
    if (!records->empty()) {
        if (auto done = interruptDead(database, folder); !done) {
            return done;
        }
    }
    removeDeadLocks(folder);
    return Done{};
}

} // namespace history
