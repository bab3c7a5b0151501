#pragma once

#include "app/support/expected.h"

#include <QByteArray>
#include <QFile>
#include <QString>

namespace support {

/// A file that lines are appended to, for its owner alone. When it would grow beyond the bound, it
/// takes the place of `<path>.1`, and a new one begins. Several copies of the program may write the
/// same file: each line goes in as one write at its end, and each copy notices when another has
/// begun a new one. Nothing here waits.
class LogFile
{
public:
    LogFile(const QString &path, qint64 bound);

    /// Errors are in the system's words.
    [[nodiscard]] Expected<Done, QString> open();
    /// A line that was written in part (the disk is full) is ended before the next one.
    [[nodiscard]] Expected<Done, QString> append(QByteArray line);

private:
    [[nodiscard]] bool isInPlace() const;
    void moveAside();

    QString m_path;
    qint64 m_bound;
    QFile m_file;
    bool m_torn = false;
};

} // namespace support
