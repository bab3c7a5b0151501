#pragma once

#include "app/api/error.h"
#include "app/history/record.h"

#include <QString>

#include <optional>

namespace history {

// How the enums are written in the store: as names that never change, whatever happens to the
// enums. Reading a name this version does not know gives nullopt.

[[nodiscard]] QString nameOf(Record::State state);
[[nodiscard]] QString nameOf(Exchange::State state);
[[nodiscard]] QString nameOf(api::ErrorKind kind);
[[nodiscard]] QString nameOf(RecordOutcome outcome);

[[nodiscard]] std::optional<Record::State> recordStateNamed(const QString &name);
[[nodiscard]] std::optional<Exchange::State> exchangeStateNamed(const QString &name);
[[nodiscard]] std::optional<api::ErrorKind> errorKindNamed(const QString &name);

} // namespace history
