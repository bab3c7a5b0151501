#pragma once

namespace support {

/// Keeps tokens out of files the system writes when a program crashes: no core dump of this process
/// is written from now on, and on Linux no other process of the same user may read its memory
/// either, which a debugger would. Call it first of all. It does nothing on Windows.
void keepSecretsOutOfDumps();

} // namespace support
