// The part of the document that keeps issues and counts up to date.
#include "app/limits/document.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace limits {

void Document::count(const Row &row, int by)
{
    const bool error(row.issues & errorIssues);
    m_check.errors += error ? by : 0;
    m_check.warnings += !error && row.issues & ~quietIssues ? by : 0;
    m_check.changes += !error && row.isChange() ? by : 0;
}

void Document::changeKey(std::optional<RowKey> before, std::optional<RowKey> after)
{
    for (Direction &own : m_directions) {
        const auto key = own.unlabeledKey;
        own.unlabeledTouched = own.unlabeledTouched || (key && (before == key || after == key));
    }
    m_keys.change(before, after);
}

std::optional<RowKey> Document::findUnlabeled(Side side) const
{
    std::optional<RowKey> found;
    for (qsizetype i = 0; i < m_accountRows; ++i) {
        const Row &row = at(i);
        if (row.draft.side == side && row.unlabeled) {
            if (row.category == Category::HubSpotDefined) {
                return rowKey(row);
            }
            found = found ? found : rowKey(row);
        }
    }
    const auto &known = direction(side).known;
    if (!found && !known.empty() && known.front().unlabeled) {
        found = rowKey(side, Category::HubSpotDefined, known.front().typeId);
    }
    return found;
}

bool Document::refreshUnlabeled(Side side)
{
    Direction &own = direction(side);
    own.unlabeledTouched = false;
    const auto row = own.unlabeledKey
                         ? std::ranges::find_if(m_rows,
                                                [&own](const Row &candidate) {
                                                    return rowKey(candidate) == own.unlabeledKey;
                                                })
                         : m_rows.end();
    const bool there = row != m_rows.end();
    const LiveLimit limit = there ? row->effective() : LiveLimit();
    const bool changes = there && row->isChange();
    const bool isNew = limit != own.unlabeledLimit || changes != own.unlabeledChanges;
    own.unlabeledLimit = limit;
    own.unlabeledChanges = changes;
    return isNew;
}

void Document::recount()
{
    m_check = {};
    m_keys.clear();
    for (size_t side = 0; side < m_directions.size(); ++side) {
        m_directions[side].unlabeledKey = findUnlabeled(Side(side));
    }
    for (const Row &row : m_rows) {
        changeKey(std::nullopt, rowKey(row));
    }
    for (size_t side = 0; side < m_directions.size(); ++side) {
        refreshUnlabeled(Side(side));
    }
    for (Row &row : m_rows) {
        row.issues = issuesOf(row);
        count(row, +1);
    }
    (void)m_keys.takeTouched();
}

void Document::recheckRow(qsizetype index, std::vector<qsizetype> &changed)
{
    Row &row = mutableAt(index);
    const Issues issues = issuesOf(row);
    if (issues != row.issues) {
        count(row, -1);
        row.issues = issues;
        count(row, +1);
        changed.push_back(index);
    }
}

void Document::recheck(std::vector<qsizetype> changed)
{
    bool all = m_keys.takeTouched();
    for (size_t side = 0; side < m_directions.size(); ++side) {
        if (m_directions[side].unlabeledTouched) {
            all = refreshUnlabeled(Side(side)) || all;
        }
    }
    std::vector<qsizetype> candidates = changed;
    if (all) {
        candidates.resize(m_rows.size());
        std::iota(candidates.begin(), candidates.end(), 0);
    }
    for (const qsizetype index : candidates) {
        recheckRow(index, changed);
    }
    announce(std::move(changed));
}

void Document::announce(std::vector<qsizetype> changed)
{
    std::ranges::sort(changed);
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    for (auto first = changed.begin(); first != changed.end();) {
        auto last = first;
        while (last + 1 != changed.end() && *(last + 1) == *last + 1) {
            ++last;
        }
        Q_EMIT rowsChanged(*first, *last);
        first = last + 1;
    }
}

void Document::finishEdit(const Check &before)
{
    Q_EMIT edited();
    if (m_check != before) {
        Q_EMIT checkChanged();
    }
}

} // namespace limits
