#include "app/support/privatefile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace support {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

/// On a full disk the first write is merely short, which QSaveFile commits (measured, Qt 6.4.2);
/// the next one fails and brings the system's words.
bool writeAll(QSaveFile &file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 written = file.write(bytes.data(), bytes.size());
        if (written <= 0) {
            return false;
        }
        bytes = bytes.sliced(written);
    }
    return true;
}

} // namespace

Expected<Done, QString> replacePrivateFile(const QString &path, QByteArrayView bytes)
{
    const QString folder = QFileInfo(path).path();
    if (!QFileInfo(folder).isDir()) {
        QDir().mkpath(QFileInfo(folder).path());
        QDir().mkdir(folder, ownerOnly | QFile::ExeOwner);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) ||
        !writeAll(file, bytes) || !file.commit()) {
        return Unexpected{file.errorString()};
    }
    return Done{};
}

} // namespace support
