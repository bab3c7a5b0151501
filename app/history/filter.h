#pragma once

#include "app/history/record.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace history {

/// Which records are wanted; all conditions hold at once. An empty one lets every record through.
struct Filter
{
    /// Anywhere in a line of: object types and their ids, account, note, labels, type IDs, the
    /// bodies of requests and answers as they are shown, correlation IDs. Case and the encoding of
    /// accents do not count. With one or two characters only object types, account and, as a whole
    /// number, type IDs are looked at.
    QString text{};
    QString accountId{}; ///< empty: any
    std::optional<RecordOutcome> outcome{};
    std::optional<limits::Operation> kind{}; ///< of at least one of its requests
    std::optional<QDateTime> from{};         ///< createdAt at or after; to the second
    std::optional<QDateTime> until{};        ///< createdAt before; to the second

    [[nodiscard]] bool isEmpty() const { return *this == Filter(); }
    bool operator==(const Filter &) const = default;
};

/// A record that was added or changed, and whether a filter lets it through now.
struct Changed
{
    Summary summary;
    bool matches = false;
};

} // namespace history
