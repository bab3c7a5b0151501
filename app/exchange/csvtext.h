#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace exchange {

/// What a CSV file for Excel begins with.
inline constexpr char utf8Bom[] = "\xef\xbb\xbf";

/// Text from elsewhere: what a spreadsheet would take for a formula ("=1+1") gets an apostrophe
/// before it, and so does what already has apostrophes before such a text, so that what hasGuard()
/// says gives back what there was.
[[nodiscard]] QString harmless(const QString &text);

/// Whether harmless() made it what it is; its first character is to go then. UTF-8.
[[nodiscard]] bool hasGuard(QByteArrayView text);

/// A line as RFC 4180 says, in UTF-8. What a reader might trim is quoted too.
[[nodiscard]] QByteArray csvLine(QStringList cells, QChar separator = u',');

} // namespace exchange
