#include "app/support/privatefile.h"

#include <QDir>
#include <QFileInfo>

namespace support {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

} // namespace

PrivateFile::PrivateFile(const QString &path)
    : m_file(path)
{
}

Expected<Done, QString> PrivateFile::open()
{
    // Without Qt's buffer: what is left in it is written by commit(), which on a full disk gives
    // half a file its name and says that all is well (measured, Qt 6.4.2).
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) ||
        !m_file.setPermissions(ownerOnly)) {
        return Unexpected{m_file.errorString()};
    }
    return Done{};
}

Expected<Done, QString> PrivateFile::write(QByteArrayView bytes)
{
    // On a full disk the first write is merely short, which QSaveFile commits as well; the next
    // one fails and brings the system's words.
    while (!bytes.isEmpty()) {
        const qint64 written = m_file.write(bytes.data(), bytes.size());
        if (written <= 0) {
            return Unexpected{m_file.errorString()};
        }
        bytes = bytes.sliced(written);
    }
    return Done{};
}

Expected<Done, QString> PrivateFile::commit()
{
    if (!m_file.commit()) {
        return Unexpected{m_file.errorString()};
    }
    return Done{};
}

Expected<Done, QString> replacePrivateFile(const QString &path, QByteArrayView bytes)
{
    const QString folder = QFileInfo(path).path();
    if (!QFileInfo(folder).isDir()) {
        QDir().mkpath(QFileInfo(folder).path());
        QDir().mkdir(folder, ownerOnly | QFile::ExeOwner);
    }
    PrivateFile file(path);
    if (auto opened = file.open(); !opened) {
        return opened;
    }
    if (auto written = file.write(bytes); !written) {
        return written;
    }
    return file.commit();
}

} // namespace support
