#pragma once

#include "app/limits/associationtypes.h"
#include "app/limits/plan.h"
#include "app/limits/rules.h"

#include <QHash>
#include <QObject>
#include <QUndoStack>

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace limits {

/// One row of the table as it was typed. Nothing is clamped or dropped: text that is no valid
/// value stays and is marked.
struct DraftRow
{
    QString typeId;
    QString category; ///< an API name; empty: what the table of names says; anything else is kept
    QString limit;

    bool operator==(const DraftRow &) const = default;
};

/// New text for some cells of one row.
struct RowEdit
{
    std::optional<QString> typeId;
    std::optional<QString> category;
    std::optional<QString> limit;
};

/// What the rows amount to.
struct Check
{
    qsizetype errors = 0;   ///< rows with an error
    qsizetype warnings = 0; ///< rows with a warning and no error
    qsizetype changes = 0;  ///< rows without an error that have a limit to send

    bool operator==(const Check &) const = default;
};

/// The limits of one pair as they are edited. It owns the undo stack; every call of the edit
/// functions is one step on it. Issues are kept up to date with each edit, at a cost that does not
/// grow with the number of rows unless the edit changes what other rows may hold.
class Document : public QObject
{
    Q_OBJECT
public:
    /// `types` must outlive the document.
    explicit Document(const AssociationTypes &types, QObject *parent = nullptr);

    /// Shows other rows; the undo stack begins anew.
    void load(const Pair &pair, std::vector<DraftRow> rows);

    [[nodiscard]] const AssociationTypes &types() const { return m_types; }
    [[nodiscard]] const Pair &pair() const { return m_pair; }
    [[nodiscard]] qsizetype rowCount() const { return qsizetype(m_rows.size()); }
    [[nodiscard]] const DraftRow &row(qsizetype index) const { return at(index).draft; }
    [[nodiscard]] std::vector<DraftRow> rows() const;

    /// The type ID of a row; nullopt where the text is none.
    [[nodiscard]] std::optional<qint32> typeId(qsizetype index) const { return at(index).typeId; }
    /// As chosen, else what the table of names says; nullopt where the text is none.
    [[nodiscard]] std::optional<Category> category(qsizetype index) const
    {
        return at(index).category;
    }
    /// The limit of a row; nullopt for "Many" and where the text is none.
    [[nodiscard]] std::optional<qint32> limit(qsizetype index) const { return at(index).limit; }
    /// The known name of the row's type; null where there is none.
    [[nodiscard]] const AssociationType *knownType(qsizetype index) const;
    [[nodiscard]] Issues issues(qsizetype index) const { return at(index).issues; }
    /// The limit that labels of this pair must stay below, where the table sets one.
    [[nodiscard]] std::optional<qint32> unlabeledLimit() const { return m_unlabeledLimit; }

    [[nodiscard]] const Check &check() const { return m_check; }
    /// What a submission would send, in the order of the rows; rows with errors are left out.
    [[nodiscard]] std::vector<Edit> edits() const;

    [[nodiscard]] QUndoStack &undoStack() { return m_undoStack; }

    /// Cells that would stay the same do not count; without any change there is no undo step.
    /// `rows` are distinct; `edits` has one entry for each of them. `text` names the undo step.
    void edit(const std::vector<qsizetype> &rows, const std::vector<RowEdit> &edits,
              const QString &text);
    void append(std::vector<DraftRow> rows, const QString &text);
    /// In any order, without repetition.
    void remove(std::vector<qsizetype> rows, const QString &text);
    /// Edits the rows `targets` in their order and appends what is left over: one undo step.
    void paste(const std::vector<qsizetype> &targets, const std::vector<RowEdit> &block,
               const QString &text);

Q_SIGNALS:
    /// Before and after load(): nothing of the old rows is valid any more.
    void aboutToReset();
    void reset();
    /// One signal for each run of adjoining rows whose text or issues changed.
    void rowsChanged(qsizetype first, qsizetype last);
    void rowsAboutToBeInserted(qsizetype first, qsizetype last);
    void rowsInserted();
    void rowsAboutToBeRemoved(qsizetype first, qsizetype last);
    void rowsRemoved();
    /// After each edit, undo and redo, when everything above is up to date; not after load().
    void edited();
    /// check() has another value than before.
    void checkChanged();

private:
    friend class ChangeRows;
    friend class InsertRows;

    struct Row
    {
        explicit Row(DraftRow typed)
            : draft(std::move(typed))
        {
        }

        DraftRow draft;
        std::optional<qint32> typeId;
        std::optional<Category> category;
        std::optional<qint32> limit;
        Issues ownIssues; ///< those that do not depend on other rows
        Issues issues;
    };
    /// Rows at their places, in ascending order of them.
    using Placed = std::vector<std::pair<qsizetype, DraftRow>>;

    [[nodiscard]] const Row &at(qsizetype index) const { return m_rows.at(size_t(index)); }
    /// Fills in what follows from the draft of a fresh row.
    void parse(Row &row) const;
    [[nodiscard]] static std::optional<quint64> key(const Row &row);
    [[nodiscard]] Issues issuesOf(const Row &row) const;

    void swapRows(Placed &rows);
    void insertRows(const Placed &rows);
    void removeRows(const Placed &rows);

    void count(const Row &row, int by);
    /// A row's key has become another one, or the same again; nullopt where there is none.
    void changeKey(std::optional<quint64> before, std::optional<quint64> after);
    void countKey(quint64 rowKey, int by);
    [[nodiscard]] int &rowsWith(quint64 rowKey);
    [[nodiscard]] std::optional<qint32> findUnlabeledLimit() const;
    void recheck(std::vector<qsizetype> changed);
    void recheckRow(qsizetype index, std::vector<qsizetype> &changed);
    void finishEdit(const Check &before);

    const AssociationTypes &m_types;
    QUndoStack m_undoStack;
    Pair m_pair;
    std::span<const AssociationType> m_known; ///< types of the pair
    std::vector<Row> m_rows;
    /// Rows by key, sixteen neighbouring type IDs in one entry. IDs come in runs: with an entry for
    /// each of them, loading 100,000 rows was measured to take a third longer.
    QHash<quint64, std::array<int, 16>> m_keyCounts;
    qsizetype m_doubleKeys = 0;            ///< keys that more than one row has
    std::optional<quint64> m_unlabeledKey; ///< of the pair, where its unlabeled type is known
    std::optional<qint32> m_unlabeledLimit;
    Check m_check;
    bool m_doublesTouched = false; ///< a key became or ceased to be double since the last recheck
    bool m_unlabeledTouched = false;
};

} // namespace limits
