#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace limits {

/// The lines of one of the program's own tables, without the header: comma-separated, no quoting,
/// `columns` fields each. They are part of the executable, so a file that is missing or of another
/// shape is a bug of ours and ends the program.
[[nodiscard]] std::vector<QStringList> readResourceTable(const QString &path, qsizetype columns);

} // namespace limits
