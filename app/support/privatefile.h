#pragma once

#include "app/support/expected.h"

#include <QByteArrayView>
#include <QSaveFile>
#include <QString>

namespace support {

/// A file that is written piece by piece and takes the place of the one before it whole or not at
/// all; its owner alone may read and write it. Without commit() nothing is left. Errors are in the
/// system's words; after one, nothing but the destructor makes sense.
class PrivateFile
{
public:
    explicit PrivateFile(const QString &path);

    [[nodiscard]] Expected<Done, QString> open();
    [[nodiscard]] Expected<Done, QString> write(QByteArrayView bytes);
    /// When this returns, the file is on disk under its name.
    [[nodiscard]] Expected<Done, QString> commit();

private:
    QSaveFile m_file;
};

/// Replaces a file as a PrivateFile does. A folder that is not there is made, for its owner alone
/// too.
[[nodiscard]] Expected<Done, QString> replacePrivateFile(const QString &path, QByteArrayView bytes);

} // namespace support
