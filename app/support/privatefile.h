#pragma once

#include "app/support/expected.h"

#include <QByteArrayView>
#include <QString>

namespace support {

/// Replaces a file whole or, on an error, not at all; its owner alone may read and write it. A
/// folder that is not there is made, for its owner alone too. The error is in the system's words.
[[nodiscard]] Expected<Done, QString> replacePrivateFile(const QString &path, QByteArrayView bytes);

} // namespace support
