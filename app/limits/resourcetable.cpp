#include "app/limits/resourcetable.h"

#include <QFile>

namespace limits {

std::vector<QStringList> readResourceTable(const QString &path, qsizetype columns)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("resource %s is missing", qPrintable(path));
    }
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    lines.removeFirst();
    std::vector<QStringList> rows;
    rows.reserve(size_t(lines.size()));
    for (const QString &line : std::as_const(lines)) {
        rows.push_back(line.split(u','));
        if (rows.back().size() != columns) {
            qFatal("resource %s: malformed line '%s'", qPrintable(path), qPrintable(line));
        }
    }
    return rows;
}

} // namespace limits
