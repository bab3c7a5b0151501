#include "app/limits/rowkeys.h"

#include <utility>

namespace limits {

RowKey rowKey(Side side, Category category, qint32 typeId)
{
    return (RowKey(side) << 40) | (RowKey(category) << 32) | quint32(typeId);
}

std::optional<RowKey> rowKey(const Row &row)
{
    return row.typeId && row.category
               ? std::optional(rowKey(row.draft.side, *row.category, *row.typeId))
               : std::nullopt;
}

void RowKeys::clear()
{
    m_counts.clear();
    m_doubles = 0;
    m_touched = false;
}

void RowKeys::change(std::optional<RowKey> before, std::optional<RowKey> after)
{
    if (before == after) {
        return;
    }
    if (before) {
        count(*before, -1);
    }
    if (after) {
        count(*after, +1);
    }
}

bool RowKeys::isDouble(RowKey key) const
{
    return m_counts.value(key / 16)[key % 16] > 1;
}

bool RowKeys::takeTouched()
{
    return std::exchange(m_touched, false);
}

void RowKeys::count(RowKey key, int by)
{
    int &rows = m_counts[key / 16][key % 16];
    const bool wasDouble = rows > 1;
    rows += by;
    const bool isDouble = rows > 1;
    if (isDouble != wasDouble) {
        m_touched = true;
        m_doubles += isDouble ? 1 : -1;
    }
}

} // namespace limits
