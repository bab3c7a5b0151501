#pragma once

#include "app/limits/plan.h"
#include "app/limits/row.h"
#include "app/limits/rowkeys.h"

#include <QHash>
#include <QObject>
#include <QUndoStack>

#include <optional>
#include <span>
#include <vector>

namespace limits {

/// New text for some cells of one row.
struct RowEdit
{
    std::optional<QString> typeId;   ///< of no effect on a row of the account
    std::optional<QString> category; ///< likewise
    std::optional<QString> limit;
};

/// What the rows amount to.
struct Check
{
    qsizetype errors = 0;   ///< rows with an error
    qsizetype warnings = 0; ///< rows with a warning and no error
    qsizetype changes = 0;  ///< rows without an error whose limit is to be sent

    bool operator==(const Check &) const = default;
};

/// The limits of one pair, in one direction or both, as they are edited: first the rows that the
/// account lists, then those typed by hand. It owns the undo stack; every call of the edit
/// functions is one step on it. Issues are kept up to date with each edit, at a cost that does not
/// grow with the number of rows unless the edit changes what other rows may hold.
class Document : public QObject
{
    Q_OBJECT
public:
    /// `types` must outlive the document.
    explicit Document(const AssociationTypes &types, QObject *parent = nullptr);

    /// Shows another pair with what was typed for it; nothing is known of the account yet, and the
    /// undo stack begins anew. With the same object on both sides there is one direction only.
    void load(const Pair &pair, std::vector<DraftRow> drafts, bool bothDirections = false);
    /// Takes over what was read of one direction; another pair's is ignored. What was typed stays:
    /// a typed row whose type the account lists becomes the account's row. Where rows come or go
    /// the undo stack begins anew, since its steps are about rows by their places.
    void setLive(const LivePair &live);

    [[nodiscard]] const AssociationTypes &types() const { return m_types; }
    [[nodiscard]] const Pair &pair() const { return m_directions.front().pair; }
    /// The pair in the direction of that side.
    [[nodiscard]] Pair pair(Side side) const;
    [[nodiscard]] bool hasBothDirections() const { return m_directions.size() > 1; }
    [[nodiscard]] std::vector<Pair> pairs() const;

    [[nodiscard]] qsizetype rowCount() const { return qsizetype(m_rows.size()); }
    [[nodiscard]] const Row &at(qsizetype index) const { return m_rows.at(size_t(index)); }
    [[nodiscard]] const DraftRow &row(qsizetype index) const { return at(index).draft; }
    /// Nothing is typed: no rows but the account's, and no limit entered in them.
    [[nodiscard]] bool isPristine() const;
    /// The account's list of types was read, in every direction.
    [[nodiscard]] bool knowsTypes() const;
    /// The account's limits were read, in every direction.
    [[nodiscard]] bool knowsLimits() const;
    /// What is worth keeping of one direction: rows typed by hand and entered limits.
    [[nodiscard]] std::vector<DraftRow> drafts(Side side = Side::There) const;

    /// The known name of the row's type; null where there is none.
    [[nodiscard]] const AssociationType *knownType(qsizetype index) const;
    /// The plain association, by the account's word or else by the table of names.
    [[nodiscard]] bool isUnlabeled(qsizetype index) const;
    [[nodiscard]] Issues issues(qsizetype index) const { return at(index).issues; }
    /// The limit that labels of the row's direction must stay below after a submission, where
    /// there is one.
    [[nodiscard]] std::optional<qint32> unlabeledLimit(Side side = Side::There) const;
    /// On the same object, where one limit holds both ways.
    [[nodiscard]] bool holdsBothWays(qsizetype index) const;
    /// Its other type ID where HubSpot has two of them for one such limit: that row follows every
    /// edit of this one.
    [[nodiscard]] std::optional<qsizetype> twin(qsizetype index) const;

    [[nodiscard]] const Check &check() const { return m_check; }
    /// What a submission would send, in the order of the rows; rows with errors are left out.
    [[nodiscard]] std::vector<Edit> edits() const;

    /// More than a person goes back; the oldest steps are forgotten, so that a window that stays
    /// open for weeks does not grow with all that was ever submitted.
    static constexpr int mostUndoSteps = 1000;
    [[nodiscard]] QUndoStack &undoStack() { return m_undoStack; }

    /// Cells that would stay the same do not count; without any change there is no undo step.
    /// `rows` are distinct; `edits` has one entry for each of them. `text` names the undo step.
    /// A limit of a row of the account that is emptied becomes "many"; one that is what the account
    /// has becomes no entry.
    void edit(const std::vector<qsizetype> &rows, const std::vector<RowEdit> &edits,
              const QString &text);
    void append(std::vector<DraftRow> rows, const QString &text);
    /// Takes rows typed by hand out, and what was entered from the rows of the account. In any
    /// order, without repetition.
    void discard(std::vector<qsizetype> rows, const QString &text);
    /// The limit is to go: rows typed by hand are taken out, the account's are set to "many".
    void remove(std::vector<qsizetype> rows, const QString &text);
    /// Edits the rows `targets` in their order and appends what is left over: one undo step. What
    /// names the type of a row of the account goes to that row wherever it stands, and never to
    /// another of the account's rows.
    void paste(const std::vector<qsizetype> &targets, const std::vector<RowEdit> &block,
               const QString &text);
    /// These limits are in the account now: rows of the account have them and no entry any more,
    /// typed rows go. A row with another entry stays as it is. One undo step.
    void settle(const Pair &pair, const std::vector<Change> &stored, const QString &text);
    /// What was entered as in `edits`, of any direction, is given up; a row with another entry
    /// stays as it is. One undo step.
    void drop(const std::vector<Edit> &edits, const QString &text);

    /// The plan was decided upon with the account's limits as they are known now: what is entered
    /// for it is about those, not about what was there when it was typed. No undo step.
    void acknowledge(const Plan &plan);

Q_SIGNALS:
    /// Before and after the rows are others than before: nothing of the old ones is valid any more.
    void aboutToReset();
    void reset();
    /// After load(): nothing is known of the account any more.
    void pairChanged();
    /// One signal for each run of adjoining rows whose text or issues changed.
    void rowsChanged(qsizetype first, qsizetype last);
    void rowsAboutToBeInserted(qsizetype first, qsizetype last);
    void rowsInserted();
    void rowsAboutToBeRemoved(qsizetype first, qsizetype last);
    void rowsRemoved();
    /// After each edit, undo and redo, when everything above is up to date; not after load() and
    /// setLive().
    void edited();
    /// check() has another value than before.
    void checkChanged();

private:
    friend class ChangeRows;
    friend class InsertRows;

    /// Rows at their places, in ascending order of them.
    using Placed = std::vector<std::pair<qsizetype, DraftRow>>;

    struct Direction
    {
        Pair pair;
        std::span<const AssociationType> known; ///< named types
        bool typesRead = false;
        bool limitsRead = false;
        std::optional<RowKey> unlabeledKey{};
        LiveLimit unlabeledLimit{};    ///< after a submission
        bool unlabeledChanges = false; ///< by what was entered
        bool unlabeledTouched = false; ///< since the last recheck
    };

    [[nodiscard]] Direction &direction(Side side) { return m_directions.at(size_t(side)); }
    [[nodiscard]] const Direction &direction(Side side) const
    {
        return m_directions.at(size_t(side));
    }
    [[nodiscard]] Row &mutableAt(qsizetype index) { return m_rows.at(size_t(index)); }
    void parse(Row &row) const;
    [[nodiscard]] Issues issuesOf(const Row &row) const;
    [[nodiscard]] QString normalised(const Row &row, const QString &limit) const;
    /// The row of the account whose type is named.
    [[nodiscard]] std::optional<qsizetype> accountRow(const QMultiHash<qint32, qsizetype> &byTypeId,
                                                      const RowEdit &edit) const;
    /// Adds the row that follows an edited one.
    void addTwins(Placed &changed) const;

    void swapRows(Placed &rows);
    void insertRows(const Placed &rows);
    void removeRows(const Placed &rows);
    void setLimitsOrTakeOut(std::vector<qsizetype> rows, const QString &limit, const QString &text);
    /// Of rows typed by hand, in ascending order.
    void takeOut(const std::vector<qsizetype> &rows, const QString &text);

    /// The types that a direction has now, by what was read and, where that was incomplete, by
    /// what was read before.
    [[nodiscard]] std::vector<LiveType> merged(const LivePair &live, Side side) const;
    /// Whether `types` are the rows of the account on that side as they stand.
    [[nodiscard]] bool hasRows(const std::vector<LiveType> &types, Side side) const;
    void updateLive(const std::vector<LiveType> &types, Side side);
    void rebuild(const std::vector<LiveType> &types, Side side);
    void findTwins();
    [[nodiscard]] std::optional<RowKey> findUnlabeled(Side side) const;
    /// Works out anew what depends on more than one row.
    void recount();

    void count(const Row &row, int by);
    void changeKey(std::optional<RowKey> before, std::optional<RowKey> after);
    /// Looks the unlabeled limit up again; whether it bounds labels otherwise than before.
    bool refreshUnlabeled(Side side);
    void recheck(std::vector<qsizetype> changed);
    void recheckRow(qsizetype index, std::vector<qsizetype> &changed);
    void announce(std::vector<qsizetype> changed);
    void finishEdit(const Check &before);

    const AssociationTypes &m_types;
    QUndoStack m_undoStack;
    std::vector<Direction> m_directions{1}; ///< by Side
    std::vector<Row> m_rows;
    qsizetype m_accountRows = 0;         ///< they come first
    QHash<qsizetype, qsizetype> m_twins; ///< by place, both ways; see twin()
    RowKeys m_keys;
    Check m_check;
};

} // namespace limits
