#pragma once

#include "app/history/record.h"

#include <QString>

namespace history {

/// The same for texts that differ in case or in how an accent is encoded.
[[nodiscard]] QString folded(const QString &text);

/// What is kept of the bodies at most, each: an answer can be as long as a server likes.
inline constexpr qsizetype mostSearchedBytes = 4 * 1024 * 1024;

/// The names and ids of a record, folded, a line each.
[[nodiscard]] QString searchNames(const Record &record);

/// Everything of a record that a person may look for, folded, a line each and none twice: a text
/// is found inside a line, and the many lines that all bodies have alike cost once. Bodies are as
/// the window shows them, and where they write letters as \u00e4 also with those letters. Of a
/// read-back, which lists every limit of its pair, only the correlation ID counts.
[[nodiscard]] QString searchText(const Record &record);

} // namespace history
