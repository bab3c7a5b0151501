#pragma once

#include <QByteArray>
#include <QString>

namespace ui::widgets {

/// Bytes to read.
struct BytesText
{
    QString text;
    bool escaped = false; ///< not all of them could stand there as they are

    bool operator==(const BytesText &) const = default;
};

/// UTF-8 as it is, a byte order mark included. A byte that is no part of it, and a character that
/// nobody sees (a control that is neither a tab nor the end of a line), is written as "\x00". Where
/// there is one, a "\x" that stood there before becomes "\x5Cx": the bytes can always be had back.
[[nodiscard]] BytesText bytesText(QByteArrayView bytes);

} // namespace ui::widgets
