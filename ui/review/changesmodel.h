#pragma once

#include "app/api/reads.h"
#include "app/limits/rebase.h"
#include "app/support/expected.h"

#include <QAbstractTableModel>
#include <QHash>

#include <optional>
#include <vector>

namespace ui::review {

/// What was read of the records near the limit of a direction; nullopt: it is being read.
using RecordsRead = std::optional<support::Expected<api::RecordsNearLimit, api::Error>>;

/// The names of a pair's object types, for its two directions.
struct PairNames
{
    limits::Pair pair;
    QString from;
    QString to;

    /// "Contacts → Companies", also of the other direction.
    [[nodiscard]] QString direction(const limits::Pair &of) const;
};

/// The edits under review: what each of them changes, and for conflicts what was, what is wanted
/// and what is there. Conflicts come first, what is done already last. The decision of a conflict
/// is set by checking its cell in the column Mine or Theirs.
class ChangesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column {
        Direction,
        Label,
        TypeId,
        Category,
        Change,
        Action,
        Remarks,
        // Of conflicts; empty elsewhere.
        Base,
        Mine,
        Theirs
    };
    static constexpr int columns = int(Column::Theirs) + 1;
    enum Role {
        ConflictRole = Qt::UserRole, ///< bool
        SentRole,                    ///< bool: the row goes out as it stands
    };

    /// `revert`: the edits take a submission back, and nobody made them in the table.
    explicit ChangesModel(PairNames names, bool revert = false, QObject *parent = nullptr);

    void setRebase(limits::Rebase rebase);
    [[nodiscard]] const limits::Rebase &rebase() const { return m_rebase; }
    [[nodiscard]] bool isRevert() const { return m_revert; }
    /// Decides all conflicts alike.
    void decideAll(limits::Decision decision);
    void setRecords(const limits::Pair &pair, const RecordsRead &records);
    /// Whether the edits are of more than one direction.
    [[nodiscard]] bool hasDirections() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// A conflict was decided, or decided otherwise.
    void decided();

private:
    [[nodiscard]] const limits::RebasedEdit &at(int row) const;
    [[nodiscard]] QString text(const limits::RebasedEdit &rebased, Column column) const;
    [[nodiscard]] QString remarks(const limits::RebasedEdit &rebased) const;

    PairNames m_names;
    bool m_revert;
    limits::Rebase m_rebase;
    std::vector<size_t> m_order; ///< the edit of each row
    QHash<limits::Pair, RecordsRead> m_records;
};

} // namespace ui::review
