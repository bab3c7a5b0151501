// The part of the document that takes in what the account says.
#include "app/limits/document.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace limits {

using namespace Qt::StringLiterals;

namespace {

RowKey keyOf(const LiveType &type, Side side)
{
    return rowKey(side, type.category, type.typeId);
}

} // namespace

void Document::load(const Pair &pair, std::vector<DraftRow> drafts, bool bothDirections)
{
    const Check before = m_check;
    Q_EMIT aboutToReset();
    m_undoStack.clear();
    m_directions.clear();
    m_directions.push_back({pair, m_types.ofPair(pair)});
    if (bothDirections && pair.from != pair.to) {
        const Pair back{pair.to, pair.from};
        m_directions.push_back({back, m_types.ofPair(back)});
    }
    m_accountRows = 0;
    m_twins.clear();
    m_rows.clear();
    m_rows.reserve(drafts.size());
    for (DraftRow &draft : drafts) {
        parse(m_rows.emplace_back(std::move(draft)));
    }
    recount();
    Q_EMIT reset();
    Q_EMIT pairChanged();
    if (m_check != before) {
        Q_EMIT checkChanged();
    }
}

std::vector<LiveType> Document::merged(const LivePair &live, Side side) const
{
    std::vector<LiveType> before;
    QHash<RowKey, size_t> places;
    for (qsizetype i = 0; i < m_accountRows; ++i) {
        if (const Row &row = at(i); row.draft.side == side) {
            places.insert(*rowKey(row), before.size());
            before.push_back({*row.category, *row.typeId, row.label, row.unlabeled, row.live});
        }
    }
    if (live.typesRead) {
        std::vector<LiveType> types = live.types;
        for (LiveType &type : types) {
            const auto place = places.constFind(keyOf(type, side));
            if (!live.limitsRead && place != places.cend()) {
                type.limit = before[*place].limit;
            }
        }
        return types;
    }
    // Without the list of types nothing that was on it before is known to be gone.
    for (LiveType &type : before) {
        type.limit = live.limitsRead ? LiveLimit::many() : type.limit;
    }
    for (const LiveType &type : live.types) {
        const auto place = places.constFind(keyOf(type, side));
        if (place == places.cend()) {
            before.push_back(type);
        } else if (live.limitsRead) {
            before[*place].limit = type.limit;
        }
    }
    return before;
}

void Document::setLive(const LivePair &live)
{
    const auto found = std::ranges::find(m_directions, live.pair, &Direction::pair);
    if (found == m_directions.end()) {
        return;
    }
    const Side side = Side(found - m_directions.begin());
    const std::vector<LiveType> types = merged(live, side);
    found->typesRead = found->typesRead || live.typesRead;
    found->limitsRead = found->limitsRead || live.limitsRead;
    const Check before = m_check;
    if (hasRows(types, side)) {
        updateLive(types, side);
    } else {
        Q_EMIT aboutToReset();
        m_undoStack.clear();
        rebuild(types, side);
        recount();
        Q_EMIT reset();
    }
    if (m_check != before) {
        Q_EMIT checkChanged();
    }
}

bool Document::hasRows(const std::vector<LiveType> &types, Side side) const
{
    auto type = types.begin();
    for (qsizetype i = 0; i < m_accountRows; ++i) {
        if (at(i).draft.side == side) {
            if (type == types.end() || rowKey(at(i)) != keyOf(*type, side)) {
                return false;
            }
            ++type;
        }
    }
    return type == types.end();
}

void Document::updateLive(const std::vector<LiveType> &types, Side side)
{
    std::vector<qsizetype> changed;
    auto type = types.begin();
    for (qsizetype i = 0; i < rowCount(); ++i) {
        Row &row = mutableAt(i);
        if (row.draft.side != side) {
            continue;
        }
        const Row before = row;
        if (row.ofAccount) {
            row.become(*type++);
        }
        parse(row);
        if (row.live != before.live || row.label != before.label ||
            row.ownIssues != before.ownIssues) {
            changed.push_back(i);
        }
    }
    findTwins();
    recount();
    // Issues of other rows may follow from a limit; which, is not worth finding out for a read.
    if (!changed.empty()) {
        Q_EMIT rowsChanged(0, rowCount() - 1);
    }
}

void Document::rebuild(const std::vector<LiveType> &types, Side side)
{
    QHash<RowKey, size_t> places;
    for (size_t i = 0; i < types.size(); ++i) {
        places.insert(keyOf(types[i], side), i);
    }
    std::vector<std::optional<DraftRow>> typed(types.size());
    std::vector<Row> account[2];
    std::vector<Row> byHand;
    for (Row &row : m_rows) {
        const auto key = rowKey(row);
        const auto place = key ? places.constFind(*key) : places.cend();
        if (row.ofAccount && row.draft.side != side) {
            account[size_t(row.draft.side)].push_back(std::move(row));
        } else if (place != places.cend() && !typed[*place]) {
            typed[*place] = std::move(row.draft);
        } else if (!row.ofAccount || !row.draft.limit.isEmpty()) {
            byHand.emplace_back(std::move(row.draft));
        }
    }
    for (size_t i = 0; i < types.size(); ++i) {
        Row &row =
            account[size_t(side)].emplace_back(typed[i].value_or(DraftRow{{}, {}, {}, side}));
        row.become(types[i]);
        if (!row.draft.limit.isEmpty()) {
            row.draft.limit = normalised(row, row.draft.limit);
        }
    }
    m_rows.clear();
    for (std::vector<Row> &rows : account) {
        std::ranges::move(rows, std::back_inserter(m_rows));
    }
    m_accountRows = rowCount();
    std::ranges::move(byHand, std::back_inserter(m_rows));
    for (Row &row : m_rows) {
        parse(row);
    }
    findTwins();
}

void Document::findTwins()
{
    m_twins.clear();
    if (pair().from != pair().to) {
        return;
    }
    // HubSpot may give a label that reads the same both ways two type IDs; that they share a limit
    // is told from their words and from having the same one.
    std::map<std::tuple<Category, QString, bool>, std::vector<qsizetype>> byWords;
    for (qsizetype i = 0; i < m_accountRows; ++i) {
        const Row &row = at(i);
        if (row.unlabeled || !row.label.isEmpty()) {
            byWords[{*row.category, row.label, row.unlabeled}].push_back(i);
        }
    }
    for (const auto &[words, places] : byWords) {
        if (places.size() == 2 && at(places[0]).live == at(places[1]).live) {
            m_twins.insert(places[0], places[1]);
            m_twins.insert(places[1], places[0]);
        }
    }
}

void Document::settle(const Pair &pair, const std::vector<Change> &stored, const QString &text)
{
    const auto found = std::ranges::find(m_directions, pair, &Direction::pair);
    if (found == m_directions.end() || stored.empty()) {
        return;
    }
    const Side side = Side(found - m_directions.begin());
    QHash<RowKey, std::optional<qint32>> limits;
    for (const Change &change : stored) {
        limits.insert(rowKey(side, change.category, change.typeId), change.limit);
    }
    std::vector<qsizetype> done;
    const auto settleRow = [this, &done](qsizetype index, const std::optional<qint32> &limit) {
        Row &row = mutableAt(index);
        if (row.hasEntry && row.limit == limit) {
            done.push_back(index);
        }
        if (row.ofAccount) {
            row.live = LiveLimit::of(limit);
        }
    };
    for (qsizetype i = 0; i < rowCount(); ++i) {
        const auto key = rowKey(at(i));
        const auto limit = key ? limits.constFind(*key) : limits.cend();
        if (limit == limits.cend()) {
            continue;
        }
        settleRow(i, *limit);
        const auto other = twin(i);
        if (other && !limits.contains(*rowKey(at(*other)))) {
            settleRow(*other, *limit);
        }
    }
    const Check before = m_check;
    discard(std::move(done), text);
    for (Row &row : m_rows) {
        parse(row);
    }
    recount();
    if (rowCount() > 0) {
        Q_EMIT rowsChanged(0, rowCount() - 1);
    }
    if (m_check != before) {
        Q_EMIT checkChanged();
    }
}

void Document::drop(const std::vector<Edit> &edits, const QString &text)
{
    QHash<RowKey, std::optional<qint32>> entries;
    for (const Edit &edit : edits) {
        const auto found = std::ranges::find(m_directions, edit.pair, &Direction::pair);
        if (found != m_directions.end()) {
            const Side side = Side(found - m_directions.begin());
            entries.insert(rowKey(side, edit.category, edit.typeId), edit.wanted);
        }
    }
    std::vector<qsizetype> over;
    for (qsizetype i = 0; i < rowCount(); ++i) {
        const auto key = rowKey(at(i));
        const auto entry = key ? entries.constFind(*key) : entries.cend();
        if (entry == entries.cend() || !at(i).hasEntry || at(i).limit != *entry) {
            continue;
        }
        over.push_back(i);
        const auto other = twin(i);
        if (other && at(*other).hasEntry && at(*other).limit == *entry &&
            !entries.contains(*rowKey(at(*other)))) {
            over.push_back(*other);
        }
    }
    discard(std::move(over), text);
}

void Document::acknowledge(const Plan &plan)
{
    QSet<RowKey> decided;
    for (const PlannedRequest &request : plan.requests) {
        const auto found = std::ranges::find(m_directions, request.pair, &Direction::pair);
        for (const Change &change : request.changes) {
            if (found != m_directions.end()) {
                const Side side = Side(found - m_directions.begin());
                decided.insert(rowKey(side, change.category, change.typeId));
            }
        }
    }
    const Check before = m_check;
    std::vector<qsizetype> changed;
    for (qsizetype i = 0; i < rowCount(); ++i) {
        Row &row = mutableAt(i);
        const auto key = rowKey(row);
        if (key && decided.contains(*key) && row.isChange() && row.draft.base != row.live) {
            count(row, -1);
            row.draft.base = row.live;
            parse(row);
            row.issues = row.ownIssues;
            count(row, +1);
            changed.push_back(i);
        }
    }
    if (!changed.empty()) {
        recheck(std::move(changed));
        finishEdit(before);
    }
}

} // namespace limits
