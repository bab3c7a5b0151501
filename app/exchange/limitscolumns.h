#pragma once

#include <QString>

#include <optional>

namespace exchange {

/// A column of limits, in a file or on the clipboard.
enum class LimitsColumn : quint8 { TypeId, Category, Limit, Label, From, To, Direction };
inline constexpr size_t limitsColumnCount = 7;

/// The column that a header names, by HubSpot's names ("typeId", "maxToObjectIds"…) or those of the
/// table, in English and German ("Type ID", "Typ-ID", "New limit"…); in any case, and with or
/// without spaces, hyphens and underscores.
[[nodiscard]] std::optional<LimitsColumn> limitsColumnCalled(QStringView header);

} // namespace exchange
