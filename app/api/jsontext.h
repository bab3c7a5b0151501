#pragma once

#include <QByteArray>
#include <QString>

namespace api {

/// JSON set out over lines, two spaces a level, for a person to read and copy. The order of the
/// names and the spelling of the numbers stay as they came, which QJsonDocument would not keep:
/// it sorts the one and writes the other anew. Text that is not JSON (an array or an object) comes
/// back as it is, and so does JSON nested so deeply that its indentation would swell it
/// sixteenfold.
[[nodiscard]] QString indentedJson(const QByteArray &bytes);

} // namespace api
