#pragma once

#include <QString>

namespace support {

/// The version of the SQLite that is in use; "none" where there is none. Call it in the thread of
/// the application object.
[[nodiscard]] QString sqliteVersion();

/// The version of QtKeychain that this was built with; it does not tell its own.
[[nodiscard]] QString keychainVersion();

} // namespace support
