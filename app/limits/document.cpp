#include "app/limits/document.h"

#include <QSet>

#include <algorithm>

namespace limits {

using namespace Qt::StringLiterals;

/// Undo and redo are one swap.
class ChangeRows final : public QUndoCommand
{
public:
    ChangeRows(Document &document, Document::Placed rows, const QString &text)
        : QUndoCommand(text)
        , m_document(document)
        , m_rows(std::move(rows))
    {
    }
    void undo() override { m_document.swapRows(m_rows); }
    void redo() override { m_document.swapRows(m_rows); }

private:
    Document &m_document;
    Document::Placed m_rows;
};

/// Inserts rows, or with `Remove` takes them out: each is the other's undo.
class InsertRows final : public QUndoCommand
{
public:
    enum Direction { Insert, Remove };

    InsertRows(Document &document, Document::Placed rows, Direction direction, const QString &text)
        : QUndoCommand(text)
        , m_document(document)
        , m_rows(std::move(rows))
        , m_direction(direction)
    {
    }
    void undo() override { run(m_direction == Insert ? Remove : Insert); }
    void redo() override { run(m_direction); }

private:
    void run(Direction direction)
    {
        if (direction == Insert) {
            m_document.insertRows(m_rows);
        } else {
            m_document.removeRows(m_rows);
        }
    }

    Document &m_document;
    Document::Placed m_rows;
    Direction m_direction;
};

Document::Document(const AssociationTypes &types, QObject *parent)
    : QObject(parent)
    , m_types(types)
{
    m_undoStack.setUndoLimit(mostUndoSteps);
}

Pair Document::pair(Side side) const
{
    return side == Side::There ? pair() : Pair{pair().to, pair().from};
}

std::vector<Pair> Document::pairs() const
{
    std::vector<Pair> pairs;
    std::ranges::transform(m_directions, std::back_inserter(pairs), &Direction::pair);
    return pairs;
}

bool Document::isPristine() const
{
    return std::ranges::all_of(
        m_rows, [](const Row &row) { return row.ofAccount && row.draft.limit.isEmpty(); });
}

bool Document::knowsTypes() const
{
    return std::ranges::all_of(m_directions, &Direction::typesRead);
}

bool Document::knowsLimits() const
{
    return std::ranges::all_of(m_directions, &Direction::limitsRead);
}

std::vector<DraftRow> Document::drafts(Side side) const
{
    std::vector<DraftRow> result;
    result.reserve(size_t(rowCount() - m_accountRows));
    for (const Row &row : m_rows) {
        if (row.draft.side == side && (!row.ofAccount || !row.draft.limit.isEmpty())) {
            result.push_back(row.draft);
        }
    }
    return result;
}

const AssociationType *Document::knownType(qsizetype index) const
{
    const Row &row = at(index);
    return row.typeId && row.category
               ? find(direction(row.draft.side).known, *row.category, *row.typeId)
               : nullptr;
}

bool Document::isUnlabeled(qsizetype index) const
{
    const Row &row = at(index);
    const auto key = rowKey(row);
    return row.unlabeled || (key && key == direction(row.draft.side).unlabeledKey);
}

std::optional<qint32> Document::unlabeledLimit(Side side) const
{
    return direction(side).unlabeledLimit.limit;
}

bool Document::holdsBothWays(qsizetype index) const
{
    return pair().from == pair().to && at(index).ofAccount &&
           (at(index).unlabeled || m_twins.contains(index));
}

std::optional<qsizetype> Document::twin(qsizetype index) const
{
    const auto found = m_twins.constFind(index);
    return found == m_twins.cend() ? std::nullopt : std::optional(*found);
}

std::vector<Edit> Document::edits() const
{
    std::vector<Edit> result;
    for (qsizetype i = 0; i < rowCount(); ++i) {
        const Row &row = at(i);
        if (!row.isChange() || row.issues & errorIssues) {
            continue;
        }
        // One request sets the limit of both.
        const auto other = twin(i);
        if (other && *other < i && at(*other).isChange() && at(*other).limit == row.limit) {
            continue;
        }
        const AssociationType *known = knownType(i);
        result.push_back({pair(row.draft.side), *row.category, *row.typeId,
                          row.label.isEmpty() && known ? known->name : row.label, isUnlabeled(i),
                          row.draft.base, row.live, row.limit});
    }
    return result;
}

QString Document::normalised(const Row &row, const QString &limit) const
{
    if (!row.ofAccount) {
        return limit;
    }
    if (limit.trimmed().isEmpty()) {
        return row.live.limit ? u"many"_s : QString();
    }
    const auto entered = parseLimit(limit);
    return entered && row.live == LiveLimit::of(*entered) ? QString() : limit;
}

void Document::addTwins(Placed &changed) const
{
    if (m_twins.isEmpty()) {
        return;
    }
    Placed following;
    for (const auto &[index, draft] : changed) {
        const auto other = twin(index);
        if (other &&
            std::ranges::find(changed, *other, &Placed::value_type::first) == changed.end()) {
            DraftRow followed = row(*other);
            followed.limit = draft.limit;
            followed.base = draft.base;
            following.emplace_back(*other, std::move(followed));
        }
    }
    changed.insert(changed.end(), following.begin(), following.end());
}

void Document::edit(const std::vector<qsizetype> &rows, const std::vector<RowEdit> &edits,
                    const QString &text)
{
    Q_ASSERT(rows.size() == edits.size());
    Placed changed;
    for (size_t i = 0; i < rows.size(); ++i) {
        const Row &row = at(rows[i]);
        DraftRow draft = row.draft;
        if (!row.ofAccount) {
            draft.typeId = edits[i].typeId.value_or(draft.typeId);
            draft.category = edits[i].category.value_or(draft.category);
        }
        if (edits[i].limit) {
            draft.limit = normalised(row, *edits[i].limit);
        }
        if (draft.limit != row.draft.limit) {
            draft.base = draft.limit.isEmpty() ? LiveLimit() : row.live;
        }
        if (draft != row.draft) {
            changed.emplace_back(rows[i], std::move(draft));
        }
    }
    addTwins(changed);
    if (!changed.empty()) {
        std::ranges::sort(changed, {}, &Placed::value_type::first);
        m_undoStack.push(new ChangeRows(*this, std::move(changed), text));
    }
}

void Document::append(std::vector<DraftRow> rows, const QString &text)
{
    Placed placed;
    placed.reserve(rows.size());
    for (DraftRow &draft : rows) {
        placed.emplace_back(rowCount() + qsizetype(placed.size()), std::move(draft));
    }
    if (!placed.empty()) {
        m_undoStack.push(new InsertRows(*this, std::move(placed), InsertRows::Insert, text));
    }
}

void Document::takeOut(const std::vector<qsizetype> &rows, const QString &text)
{
    Placed placed;
    placed.reserve(rows.size());
    for (const qsizetype index : rows) {
        placed.emplace_back(index, row(index));
    }
    if (!placed.empty()) {
        m_undoStack.push(new InsertRows(*this, std::move(placed), InsertRows::Remove, text));
    }
}

void Document::setLimitsOrTakeOut(std::vector<qsizetype> rows, const QString &limit,
                                  const QString &text)
{
    std::ranges::sort(rows);
    const auto typed = std::ranges::lower_bound(rows, m_accountRows);
    Placed changed;
    for (auto index = rows.begin(); index != typed; ++index) {
        DraftRow draft = row(*index);
        draft.limit = limit.isEmpty() ? limit : normalised(at(*index), limit);
        draft.base = draft.limit.isEmpty() ? LiveLimit() : at(*index).live;
        if (draft != row(*index)) {
            changed.emplace_back(*index, std::move(draft));
        }
    }
    addTwins(changed);
    std::ranges::sort(changed, {}, &Placed::value_type::first);
    const std::vector<qsizetype> out(typed, rows.end());
    if (changed.empty()) {
        takeOut(out, text);
        return;
    }
    m_undoStack.beginMacro(text);
    m_undoStack.push(new ChangeRows(*this, std::move(changed), text));
    takeOut(out, text);
    m_undoStack.endMacro();
}

void Document::discard(std::vector<qsizetype> rows, const QString &text)
{
    setLimitsOrTakeOut(std::move(rows), {}, text);
}

void Document::remove(std::vector<qsizetype> rows, const QString &text)
{
    setLimitsOrTakeOut(std::move(rows), u"many"_s, text);
}

std::optional<qsizetype> Document::accountRow(const QMultiHash<qint32, qsizetype> &byTypeId,
                                              const RowEdit &edit) const
{
    const auto typeId = parseTypeId(edit.typeId.value_or(QString()));
    const auto category = parseCategory(edit.category.value_or(QString()));
    std::optional<qsizetype> found;
    if (!typeId) {
        return found;
    }
    for (const qsizetype row : byTypeId.values(*typeId)) {
        // Without a category, HubSpot's own before a custom one of the same ID.
        const bool isOwn = at(row).category == Category::HubSpotDefined;
        if (category ? at(row).category == category : !found || isOwn) {
            found = row;
        }
    }
    return found;
}

void Document::paste(const std::vector<qsizetype> &targets, const std::vector<RowEdit> &block,
                     const QString &text)
{
    std::vector<qsizetype> rows;
    std::vector<RowEdit> edits;
    std::vector<DraftRow> extra;
    QSet<qsizetype> taken;
    QMultiHash<qint32, qsizetype> byTypeId;
    for (qsizetype i = m_accountRows - 1; i >= 0; --i) {
        byTypeId.insert(*at(i).typeId, i);
    }
    for (size_t i = 0; i < block.size(); ++i) {
        const RowEdit &edit = block[i];
        std::optional<qsizetype> place = accountRow(byTypeId, edit);
        if (!place && i < targets.size() && !(edit.typeId && at(targets[i]).ofAccount)) {
            place = targets[i];
        }
        if (place && !taken.contains(*place)) {
            taken.insert(*place);
            rows.push_back(*place);
            edits.push_back(edit);
        } else {
            extra.push_back({edit.typeId.value_or(QString()), edit.category.value_or(QString()),
                             edit.limit.value_or(QString())});
        }
    }
    if (extra.empty()) {
        edit(rows, edits, text);
        return;
    }
    m_undoStack.beginMacro(text);
    edit(rows, edits, text);
    append(std::move(extra), text);
    m_undoStack.endMacro();
}

void Document::parse(Row &row) const
{
    const Direction &own = direction(row.draft.side);
    if (!row.ofAccount) {
        row.live = own.limitsRead ? LiveLimit::many() : LiveLimit::unknown();
    }
    row.parse(own.known);
}

Issues Document::issuesOf(const Row &row) const
{
    Issues issues = row.ownIssues;
    const Direction &own = direction(row.draft.side);
    const std::optional<qint32> limit = row.effective().limit;
    const std::optional<qint32> bound = own.unlabeledLimit.limit;
    const bool reachesUnlabeled = limit && bound && *limit >= *bound;
    const bool isStray = own.typesRead && !row.ofAccount;
    if (!m_keys.hasDoubles() && !reachesUnlabeled && !isStray) {
        return issues;
    }
    const auto key = rowKey(row);
    if (!key) {
        return issues;
    }
    issues.setFlag(Issue::Duplicate, m_keys.isDouble(*key));
    issues.setFlag(Issue::NotListed, isStray);
    // What the account has got into without us is no mistake in the table.
    if (reachesUnlabeled && key != own.unlabeledKey) {
        issues.setFlag(Issue::AboveUnlabeled,
                       *limit > *bound && (row.isChange() || own.unlabeledChanges));
        issues.setFlag(Issue::EqualToUnlabeled, *limit == *bound && row.isChange());
    }
    return issues;
}

void Document::swapRows(Placed &rows)
{
    const Check before = m_check;
    std::vector<qsizetype> changed;
    changed.reserve(rows.size());
    for (auto &[index, draft] : rows) {
        Row &row = mutableAt(index);
        const auto keyBefore = rowKey(row);
        count(row, -1);
        std::swap(row.draft, draft);
        parse(row);
        row.issues = row.ownIssues;
        changeKey(keyBefore, rowKey(row));
        count(row, +1);
        changed.push_back(index);
    }
    recheck(std::move(changed));
    finishEdit(before);
}

void Document::insertRows(const Placed &rows)
{
    const Check before = m_check;
    std::vector<qsizetype> inserted;
    inserted.reserve(rows.size());
    // In runs of adjoining places, from the top, so that each place is right when its turn comes.
    for (size_t i = 0; i < rows.size();) {
        const qsizetype first = rows[i].first;
        std::vector<Row> run;
        for (; i < rows.size() && rows[i].first == first + qsizetype(run.size()); ++i) {
            parse(run.emplace_back(rows[i].second));
            changeKey(std::nullopt, rowKey(run.back()));
            count(run.back(), +1);
            inserted.push_back(rows[i].first);
        }
        Q_EMIT rowsAboutToBeInserted(first, first + qsizetype(run.size()) - 1);
        m_rows.insert(m_rows.begin() + first, std::make_move_iterator(run.begin()),
                      std::make_move_iterator(run.end()));
        Q_EMIT rowsInserted();
    }
    recheck(std::move(inserted));
    finishEdit(before);
}

void Document::removeRows(const Placed &rows)
{
    const Check before = m_check;
    // In runs from the bottom, so that the places above stay what they were.
    for (size_t i = rows.size(); i > 0;) {
        const qsizetype last = rows[i - 1].first;
        qsizetype first = last;
        for (--i; i > 0 && rows[i - 1].first == first - 1; --i) {
            --first;
        }
        const auto begin = m_rows.begin() + first;
        const auto end = m_rows.begin() + last + 1;
        std::for_each(begin, end, [this](const Row &row) {
            count(row, -1);
            changeKey(rowKey(row), std::nullopt);
        });
        Q_EMIT rowsAboutToBeRemoved(first, last);
        m_rows.erase(begin, end);
        Q_EMIT rowsRemoved();
    }
    recheck({});
    finishEdit(before);
}

} // namespace limits
