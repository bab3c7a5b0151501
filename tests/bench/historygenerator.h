#pragma once

#include "app/history/store.h"

#include <QString>

namespace bench {

/// Record `number` of `count`; number 0 is the oldest. The same numbers always give the same
/// record: five years up to November 2026, five limits on average, several accounts, pairs and
/// labels, bodies as HubSpot writes them, some failed, some unknown, one in a hundred with a note,
/// one in a hundred pinned, but about a hundred at most.
[[nodiscard]] history::Store::Import generatedRecord(int number, int count);

/// The folder of a history with that many records. It is made where it is not there yet, which
/// takes a minute or two for 100,000 of them, and kept beside the program. Where there is not
/// enough room, or anything else fails, this says so and ends the program.
[[nodiscard]] QString generatedHistory(int count);

} // namespace bench
