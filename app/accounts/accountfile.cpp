#include "app/accounts/accountfile.h"

#include "app/support/logging.h"
#include "app/support/privatefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>

#include <chrono>

namespace accounts {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Done;
using support::Expected;
using support::Unexpected;

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024; // ten thousand accounts
constexpr std::chrono::milliseconds patience = 1s;
/// Gathers what the watcher says of one replacement.
constexpr std::chrono::milliseconds pause = 20ms;

QString lockWords(QLockFile::LockError error)
{
    return error == QLockFile::LockFailedError
               ? QCoreApplication::translate(
                     "Accounts", "Another copy of the program is changing the accounts.")
               : QCoreApplication::translate("Accounts",
                                             "The folder of the accounts can't be written to.");
}

/// For its owner alone, like the files in it; what can't be made shows when a file is written.
void makeFolder(const QString &path)
{
    constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QDir().mkpath(QFileInfo(path).path());
    QDir().mkdir(path, ownerOnly);
}

} // namespace

AccountFile::AccountFile(QString path, const support::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pause);
    connect(&m_soon, &QTimer::timeout, this, &AccountFile::follow);
    const auto soon = [this] { m_soon.start(); };
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, soon);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, soon);
}

std::optional<AccountBook::SetAside> AccountFile::open()
{
    std::optional<AccountBook::SetAside> aside;
    if (auto list = read()) {
        m_list = *std::move(list);
    } else {
        aside = setAside(list.error());
    }
    // Another copy of the program may be the first to have an account.
    makeFolder(QFileInfo(m_path).path());
    watch();
    return aside;
}

Expected<Done, QString> AccountFile::edit(const Change &change)
{
    makeFolder(QFileInfo(m_path).path());
    QLockFile lock(m_path + u".lock"_s);
    lock.setStaleLockTime(0);
    // A dead process's lock looks alive to QLockFile when its process ID is in use again.
    if (!lock.tryLock(int(patience.count())) && !(lock.removeStaleLockFile() && lock.tryLock(0))) {
        return Unexpected{lockWords(lock.error())};
    }
    const QByteArray before = m_bytes;
    auto list = read();
    if (!list) {
        // Damaged since it was read: what was in it is known.
        const auto aside = setAside(list.error());
        if (aside.path.isEmpty()) {
            return Unexpected{aside.reason};
        }
        list = m_list;
    }
    if (auto changed = change(*list); !changed) {
        m_bytes = before;
        m_soon.start();
        return changed;
    }
    const QByteArray json = toJson(*list);
    if (auto written = support::replacePrivateFile(m_path, json); !written) {
        m_bytes = before;
        m_soon.start();
        return written;
    }
    m_list = *std::move(list);
    m_bytes = json;
    watch();
    return Done{};
}

Expected<QByteArray, QString> AccountFile::bytes() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) {
        return Unexpected{file.errorString()};
    }
    // read() takes memory for all that it is allowed to, and this is done every second.
    QByteArray bytes = file.read(std::min(file.size(), largestFile) + 1);
    if (file.error() != QFileDevice::NoError) {
        return Unexpected{file.errorString()};
    }
    if (bytes.size() > largestFile) {
        return Unexpected{u"it is too large"_s};
    }
    return bytes;
}

Expected<AccountList, QString> AccountFile::read()
{
    if (!QFileInfo::exists(m_path)) {
        return m_list;
    }
    auto read = bytes();
    if (!read) {
        return Unexpected{read.error()};
    }
    auto list = accountListFromJson(*read);
    if (list) {
        m_bytes = *std::move(read);
    }
    return list;
}

AccountBook::SetAside AccountFile::setAside(const QString &reason)
{
    const QString plain =
        m_path + u".damaged-"_s + m_clock.now().toUTC().toString(u"yyyyMMdd-HHmmss"_s);
    QString aside = plain;
    for (int number = 2; QFileInfo::exists(aside); ++number) {
        aside = u"%1-%2"_s.arg(plain).arg(number);
    }
    QFile file(m_path);
    if (!file.rename(aside)) {
        return {{}, file.errorString()};
    }
    qCInfo(support::lcSettings) << "the accounts were set aside:" << reason;
    return {aside, reason};
}

void AccountFile::watch()
{
    // The folder, since the file is replaced and the watcher stays with the old one; and the file,
    // which somebody may write into by hand.
    const QString folder = QFileInfo(m_path).path();
    if (m_watcher.directories().isEmpty() && QFileInfo(folder).isDir()) {
        m_watcher.addPath(folder);
    }
    if (!m_watcher.files().isEmpty()) {
        m_watcher.removePaths(m_watcher.files());
    }
    if (QFileInfo::exists(m_path)) {
        m_watcher.addPath(m_path);
    }
}

void AccountFile::follow()
{
    const QByteArray before = m_bytes;
    auto list = read();
    watch();
    // What can't be read now is seen to when something is changed, or at the next start.
    if (list && m_bytes != before) {
        m_list = *std::move(list);
        Q_EMIT followed();
    }
}

} // namespace accounts
