#pragma once

#include "ui/history/comparerows.h"
#include "ui/history/glyphdelegate.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace ui::history {

/// The rows of a comparison. After the columns that are always there come those of the limits, as
/// many as there are titles, and last the verdict.
class CompareModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Column : quint8 { Direction, Label, TypeId, Category, FirstLimit };
    enum Role {
        DiffersRole = GlyphDelegate::FirstOwnRole, ///< bool, in every column
    };

    /// Titles of the limits, which may have two lines, and of the verdict.
    CompareModel(QStringList limitTitles, QString verdictTitle, QObject *parent = nullptr);

    void setRows(std::vector<CompareRow> rows);
    [[nodiscard]] int verdictColumn() const { return columnCount() - 1; }
    /// Whether there is more than one.
    [[nodiscard]] bool hasDirections() const;
    [[nodiscard]] int differences() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    /// Null in the columns that are no limit.
    [[nodiscard]] const CompareCell *cellOf(const CompareRow &row, int column) const;
    [[nodiscard]] bool isNumber(int column) const;
    [[nodiscard]] QString text(const CompareRow &row, int column) const;
    [[nodiscard]] QVariant raw(const CompareRow &row, int column) const;
    [[nodiscard]] QString toolTip(const CompareRow &row, int column) const;

    QStringList m_limitTitles;
    QString m_verdictTitle;
    std::vector<CompareRow> m_rows;
};

} // namespace ui::history
