#pragma once

#include "app/limits/row.h"

#include <QHash>

#include <array>
#include <optional>

namespace limits {

/// What identifies a row's association type within a document: direction, category and type ID.
using RowKey = quint64;

[[nodiscard]] RowKey rowKey(Side side, Category category, qint32 typeId);
/// Nullopt where the row's texts name no type.
[[nodiscard]] std::optional<RowKey> rowKey(const Row &row);

/// Counts rows by their key, to find those that name one type twice.
class RowKeys
{
public:
    void clear();
    /// A row's key has become another one; nullopt where there is none.
    void change(std::optional<RowKey> before, std::optional<RowKey> after);

    [[nodiscard]] bool isDouble(RowKey key) const;
    [[nodiscard]] bool hasDoubles() const { return m_doubles > 0; }
    /// Whether a key became or ceased to be double since this was asked last.
    [[nodiscard]] bool takeTouched();

private:
    void count(RowKey key, int by);

    /// Sixteen neighbouring type IDs in one entry. IDs come in runs: with an entry for each of
    /// them, loading 100,000 rows was measured to take a third longer.
    QHash<RowKey, std::array<int, 16>> m_counts;
    qsizetype m_doubles = 0; ///< keys that more than one row has
    bool m_touched = false;
};

} // namespace limits
