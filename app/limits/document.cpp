#include "app/limits/document.h"

#include <algorithm>
#include <numeric>

namespace limits {

namespace {

quint64 makeKey(Category category, qint32 typeId)
{
    return (quint64(category) << 32) | quint32(typeId);
}

} // namespace

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
}

void Document::load(const Pair &pair, std::vector<DraftRow> rows)
{
    const Check before = m_check;
    Q_EMIT aboutToReset();
    m_undoStack.clear();
    m_pair = pair;
    m_rows.clear();
    m_rows.reserve(rows.size());
    m_keyCounts.clear();
    m_doubleKeys = 0;
    m_check = {};
    m_known = m_types.ofPair(pair);
    m_unlabeledKey = !m_known.empty() && m_known.front().unlabeled
                         ? std::optional(makeKey(Category::HubSpotDefined, m_known.front().typeId))
                         : std::nullopt;
    for (DraftRow &draft : rows) {
        Row &row = m_rows.emplace_back(std::move(draft));
        parse(row);
        changeKey(std::nullopt, key(row));
    }
    m_unlabeledLimit = findUnlabeledLimit();
    for (Row &row : m_rows) {
        row.issues = issuesOf(row);
        count(row, +1);
    }
    m_unlabeledTouched = false;
    m_doublesTouched = false;
    Q_EMIT reset();
    if (m_check != before) {
        Q_EMIT checkChanged();
    }
}

std::vector<DraftRow> Document::rows() const
{
    std::vector<DraftRow> result;
    result.reserve(m_rows.size());
    std::ranges::transform(m_rows, std::back_inserter(result), &Row::draft);
    return result;
}

const AssociationType *Document::knownType(qsizetype index) const
{
    const Row &row = at(index);
    return row.typeId && row.category ? find(m_known, *row.category, *row.typeId) : nullptr;
}

std::vector<Edit> Document::edits() const
{
    std::vector<Edit> result;
    for (qsizetype i = 0; i < rowCount(); ++i) {
        const Row &row = at(i);
        if (row.limit && !(row.issues & errorIssues)) {
            const AssociationType *known = knownType(i);
            result.push_back({m_pair,
                              *row.category,
                              *row.typeId,
                              known ? known->name : QString(),
                              known && known->unlabeled,
                              {},
                              {},
                              row.limit});
        }
    }
    return result;
}

void Document::edit(const std::vector<qsizetype> &rows, const std::vector<RowEdit> &edits,
                    const QString &text)
{
    Q_ASSERT(rows.size() == edits.size());
    Placed changed;
    for (size_t i = 0; i < rows.size(); ++i) {
        DraftRow draft = row(rows[i]);
        draft.typeId = edits[i].typeId.value_or(draft.typeId);
        draft.category = edits[i].category.value_or(draft.category);
        draft.limit = edits[i].limit.value_or(draft.limit);
        if (draft != row(rows[i])) {
            changed.emplace_back(rows[i], std::move(draft));
        }
    }
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

void Document::remove(std::vector<qsizetype> rows, const QString &text)
{
    std::ranges::sort(rows);
    Placed placed;
    placed.reserve(rows.size());
    for (const qsizetype index : rows) {
        placed.emplace_back(index, row(index));
    }
    if (!placed.empty()) {
        m_undoStack.push(new InsertRows(*this, std::move(placed), InsertRows::Remove, text));
    }
}

void Document::paste(const std::vector<qsizetype> &targets, const std::vector<RowEdit> &block,
                     const QString &text)
{
    const size_t over = std::min(targets.size(), block.size());
    const auto edge = block.begin() + std::ptrdiff_t(over);
    std::vector<DraftRow> extra;
    std::transform(edge, block.end(), std::back_inserter(extra), [](const RowEdit &edit) {
        return DraftRow{edit.typeId.value_or(QString()), edit.category.value_or(QString()),
                        edit.limit.value_or(QString())};
    });
    if (extra.empty()) {
        edit({targets.begin(), targets.begin() + std::ptrdiff_t(over)}, {block.begin(), edge},
             text);
        return;
    }
    m_undoStack.beginMacro(text);
    edit({targets.begin(), targets.begin() + std::ptrdiff_t(over)}, {block.begin(), edge}, text);
    append(std::move(extra), text);
    m_undoStack.endMacro();
}

void Document::parse(Row &row) const
{
    const DraftRow &draft = row.draft;
    if (const auto typeId = parseTypeId(draft.typeId)) {
        row.typeId = *typeId;
    } else {
        row.ownIssues |= typeId.error();
    }
    if (!draft.category.isEmpty()) {
        row.category = parseCategory(draft.category);
        row.ownIssues.setFlag(Issue::CategoryUnknown, !row.category);
    } else if (row.typeId) {
        row.category = defaultCategory(m_known, *row.typeId);
    }
    if (const auto limit = parseLimit(draft.limit)) {
        row.limit = *limit;
        row.ownIssues.setFlag(Issue::NothingToSend, !row.limit);
        row.ownIssues.setFlag(Issue::AboveUsualHighest, row.limit > usualHighestLimit);
    } else {
        row.ownIssues |= limit.error();
    }
    // A row nobody has filled in yet is no mistake.
    if (draft.typeId.isEmpty() && draft.limit.isEmpty() && row.ownIssues & Issue::NothingToSend) {
        row.ownIssues &= ~(Issue::TypeIdMissing | Issue::NothingToSend);
    }
}

std::optional<quint64> Document::key(const Row &row)
{
    return row.typeId && row.category ? std::optional(makeKey(*row.category, *row.typeId))
                                      : std::nullopt;
}

Issues Document::issuesOf(const Row &row) const
{
    Issues issues = row.ownIssues;
    const bool reachesUnlabeled = row.limit && m_unlabeledLimit && *row.limit >= *m_unlabeledLimit;
    if (m_doubleKeys == 0 && !reachesUnlabeled) {
        return issues;
    }
    const auto rowKey = key(row);
    if (rowKey && m_keyCounts.value(*rowKey / 16)[*rowKey % 16] > 1) {
        issues |= Issue::Duplicate;
    }
    if (rowKey && reachesUnlabeled && rowKey != m_unlabeledKey) {
        issues |= *row.limit > *m_unlabeledLimit ? Issue::AboveUnlabeled : Issue::EqualToUnlabeled;
    }
    return issues;
}

void Document::swapRows(Placed &rows)
{
    const Check before = m_check;
    std::vector<qsizetype> changed;
    changed.reserve(rows.size());
    for (auto &[index, draft] : rows) {
        Row &row = m_rows.at(size_t(index));
        const auto keyBefore = key(row);
        count(row, -1);
        std::swap(row.draft, draft);
        row = Row(std::move(row.draft));
        parse(row);
        changeKey(keyBefore, key(row));
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
            changeKey(std::nullopt, key(run.back()));
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
            changeKey(key(row), std::nullopt);
        });
        Q_EMIT rowsAboutToBeRemoved(first, last);
        m_rows.erase(begin, end);
        Q_EMIT rowsRemoved();
    }
    recheck({});
    finishEdit(before);
}

void Document::count(const Row &row, int by)
{
    const bool error(row.issues & errorIssues);
    m_check.errors += error ? by : 0;
    m_check.warnings += !error && row.issues ? by : 0;
    m_check.changes += !error && row.limit ? by : 0;
}

void Document::changeKey(std::optional<quint64> before, std::optional<quint64> after)
{
    m_unlabeledTouched = m_unlabeledTouched ||
                         (m_unlabeledKey && (before == m_unlabeledKey || after == m_unlabeledKey));
    if (before == after) {
        return;
    }
    if (before) {
        countKey(*before, -1);
    }
    if (after) {
        countKey(*after, +1);
    }
}

void Document::countKey(quint64 rowKey, int by)
{
    int &rows = rowsWith(rowKey);
    const bool wasDouble = rows > 1;
    rows += by;
    const bool isDouble = rows > 1;
    if (isDouble != wasDouble) {
        m_doublesTouched = true;
        m_doubleKeys += isDouble ? 1 : -1;
    }
}

int &Document::rowsWith(quint64 rowKey)
{
    return m_keyCounts[rowKey / 16][rowKey % 16];
}

std::optional<qint32> Document::findUnlabeledLimit() const
{
    if (!m_unlabeledKey) {
        return std::nullopt;
    }
    const auto unlabeled =
        std::ranges::find_if(m_rows, [this](const Row &row) { return key(row) == m_unlabeledKey; });
    return unlabeled == m_rows.end() ? std::nullopt : unlabeled->limit;
}

void Document::recheckRow(qsizetype index, std::vector<qsizetype> &changed)
{
    Row &row = m_rows.at(size_t(index));
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
    bool all = false;
    if (m_unlabeledTouched) {
        const auto limit = findUnlabeledLimit();
        all = limit != m_unlabeledLimit;
        m_unlabeledLimit = limit;
    }
    std::vector<qsizetype> candidates = changed;
    if (all || m_doublesTouched) {
        candidates.resize(m_rows.size());
        std::iota(candidates.begin(), candidates.end(), 0);
    }
    for (const qsizetype index : candidates) {
        recheckRow(index, changed);
    }
    m_unlabeledTouched = false;
    m_doublesTouched = false;

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
