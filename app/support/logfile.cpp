#include "app/support/logfile.h"

#include <QFileInfo>
#include <QLockFile>

#include <utility>

namespace support {

using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

} // namespace

LogFile::LogFile(const QString &path, qint64 bound)
    : m_path(path)
    , m_bound(bound)
{
}

Expected<Done, QString> LogFile::open()
{
    const QFileInfo info(m_path);
    // To open a pipe nobody reads would wait for ever.
    if (info.exists() && !info.isFile()) {
        return Unexpected{info.isDir() ? u"It is a folder."_s : u"It is not a regular file."_s};
    }
    m_file.close();
    m_file.setFileName(m_path);
    // Without Qt's buffer, so that a line is one write(), which the system puts at the end whole.
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered, ownerOnly) ||
        !m_file.setPermissions(ownerOnly)) {
        const QString words = m_file.errorString();
        m_file.close();
        return Unexpected{words};
    }
    return Done{};
}

bool LogFile::isInPlace() const
{
    const QFileInfo info(m_path);
    // Two files of one size differ after the next line.
    return m_file.isOpen() && info.exists() && info.size() == m_file.size();
}

void LogFile::moveAside()
{
    QLockFile lock(m_path + u".lock"_s);
    // While another copy moves the file, this one goes on with it; it will notice.
    if (lock.tryLock(0) && isInPlace()) {
        m_file.close();
        QFile::remove(m_path + u".1"_s);
        QFile::rename(m_path, m_path + u".1"_s);
    }
}

Expected<Done, QString> LogFile::append(QByteArray line)
{
    if (m_file.size() + line.size() > m_bound && m_file.size() > 0) {
        moveAside();
    }
    if (!isInPlace()) {
        if (auto opened = open(); !opened) {
            return opened;
        }
    }
    if (m_file.size() > 2 * m_bound) {
        return Unexpected{u"The full file can't be moved aside."_s};
    }
    if (std::exchange(m_torn, false)) {
        line.prepend('\n');
    }
    const qint64 written = m_file.write(line);
    if (written == line.size()) {
        return Done{};
    }
    m_torn = written > 0 || line.startsWith('\n');
    return Unexpected{written < 0 ? m_file.errorString() : u"The disk is full."_s};
}

} // namespace support
