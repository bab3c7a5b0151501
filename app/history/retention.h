#pragma once

#include <QDateTime>

#include <optional>

namespace history {

/// What is not kept. Pinned records and those in flight are kept always.
struct Retention
{
    std::optional<QDateTime> olderThan; ///< UTC; records made before it
    std::optional<qint64> aboveBytes;   ///< the oldest ones, until the store is about that small

    bool operator==(const Retention &) const = default;
};

/// Records that a retention removes.
struct Removal
{
    qint64 records = 0;
    std::optional<QDateTime> oldest; ///< UTC, of those removed
    std::optional<QDateTime> newest;

    bool operator==(const Removal &) const = default;
};

/// How big the store is.
struct Usage
{
    qint64 records = 0;
    qint64 pinned = 0;
    qint64 bytes = 0; ///< of the file with its -wal
    qint64 free = 0;  ///< of them to be had back by compacting

    bool operator==(const Usage &) const = default;
};

} // namespace history
