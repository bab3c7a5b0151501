#include "app/submission/compare.h"

#include "app/submission/foundlimits.h"

#include <QCollator>

#include <algorithm>
#include <tuple>

namespace submission {

using history::Record;
using limits::LiveLimit;

namespace {

/// The order of rows. What is sorted has a pair, a category, a type ID, a label, and whether it is
/// unlabeled.
class RowOrder
{
public:
    explicit RowOrder(const limits::Pair &first)
        : m_first(first)
    {
        m_collator.setCaseSensitivity(Qt::CaseInsensitive);
        m_collator.setNumericMode(true);
    }

    template<typename Row> [[nodiscard]] bool operator()(const Row &left, const Row &right) const
    {
        if (left.pair != right.pair) {
            return rank(left.pair) != rank(right.pair)
                       ? rank(left.pair) < rank(right.pair)
                       : std::tie(left.pair.from, left.pair.to) <
                             std::tie(right.pair.from, right.pair.to);
        }
        if (left.unlabeled != right.unlabeled) {
            return left.unlabeled;
        }
        const int byLabel = m_collator.compare(left.label, right.label);
        return byLabel != 0
                   ? byLabel < 0
                   : std::tie(left.typeId, left.category) < std::tie(right.typeId, right.category);
    }

private:
    [[nodiscard]] int rank(const limits::Pair &pair) const
    {
        return pair == m_first ? 0 : pair.from == m_first.to && pair.to == m_first.from ? 1 : 2;
    }

    limits::Pair m_first;
    QCollator m_collator;
};

/// What a record's read-backs found last of each pair.
class LastFound
{
public:
    explicit LastFound(const Record &record)
    {
        for (const history::ReadBack &readBack : record.readBacks) {
            if (auto found = FoundLimits::in(readBack)) {
                m_found.insert(readBack.pair, *std::move(found));
            }
        }
    }

    [[nodiscard]] LiveLimit of(const ComparedLimit &limit) const
    {
        const auto found = m_found.constFind(limit.pair);
        return found == m_found.cend()
                   ? LiveLimit::unknown()
                   : found->of(limit.category, limit.typeId).value_or(LiveLimit::unknown());
    }

private:
    QHash<limits::Pair, FoundLimits> m_found;
};

void take(std::vector<ComparedLimit> &rows, const std::vector<LimitEffect> &effects,
          ComparedSide ComparedLimit::*side)
{
    for (const LimitEffect &effect : effects) {
        auto row = std::ranges::find_if(rows, [&effect](const ComparedLimit &limit) {
            return limit.typeId == effect.typeId && limit.category == effect.category &&
                   limit.pair == effect.pair;
        });
        if (row == rows.end()) {
            rows.push_back({.pair = effect.pair,
                            .category = effect.category,
                            .typeId = effect.typeId,
                            .label = {},
                            .unlabeled = false,
                            .earlier = {},
                            .later = {}});
            row = rows.end() - 1;
        }
        // A later name is the one it has now.
        row->label = effect.label.isEmpty() ? row->label : effect.label;
        row->unlabeled = row->unlabeled || effect.unlabeled;
        (*row).*side = {effect.before, effect, effect.after};
    }
}

/// What is there now; "Many" where all limits were read and this one is not among them.
LiveLimit nowOf(const LimitEffect &limit, const std::vector<limits::LivePair> &now,
                LimitEffect &named)
{
    const auto pair = std::ranges::find(now, limit.pair, &limits::LivePair::pair);
    if (pair == now.end()) {
        return LiveLimit::unknown();
    }
    const auto type = std::ranges::find_if(pair->types, [&limit](const limits::LiveType &live) {
        return live.typeId == limit.typeId && live.category == limit.category;
    });
    if (type == pair->types.end()) {
        return pair->limitsRead ? LiveLimit::many() : LiveLimit::unknown();
    }
    if (pair->typesRead) {
        named.unlabeled = type->unlabeled;
        named.label = type->label.isEmpty() ? named.label : type->label;
    }
    return pair->limitsRead ? type->limit : LiveLimit::unknown();
}

} // namespace

bool ComparedLimit::differs() const
{
    return !earlier.after.known || earlier.after != later.after;
}

std::vector<ComparedLimit> compare(const Record &earlier, const Record &later,
                                   const limits::AssociationTypes &known)
{
    std::vector<ComparedLimit> rows;
    take(rows, effectsOf(earlier, known), &ComparedLimit::earlier);
    take(rows, effectsOf(later, known), &ComparedLimit::later);
    const LastFound foundEarlier(earlier);
    const LastFound foundLater(later);
    for (ComparedLimit &row : rows) {
        if (!row.earlier.asked) {
            row.earlier.after = foundEarlier.of(row);
        }
        if (!row.later.asked) {
            row.later.after = foundLater.of(row);
        }
    }
    std::ranges::stable_sort(rows, RowOrder(earlier.pair));
    return rows;
}

std::vector<LimitNow> compareWithNow(const Record &record, const std::vector<limits::LivePair> &now,
                                     const limits::AssociationTypes &known)
{
    std::vector<LimitNow> rows;
    for (const LimitEffect &effect : effectsOf(record, known)) {
        LimitNow row{effect, {}, Since::Unknown};
        row.now = nowOf(effect, now, row.limit);
        if (row.now.known && effect.after.known) {
            row.since = row.now == effect.after ? Since::AsLeft : Since::Changed;
        }
        rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(rows, RowOrder(record.pair), &LimitNow::limit);
    return rows;
}

} // namespace submission
