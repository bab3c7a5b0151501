#include "ui/history/comparemodel.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/outcomewords.h"

#include <algorithm>
#include <limits>

namespace ui::history {

using namespace Qt::StringLiterals;

CompareModel::CompareModel(QStringList limitTitles, QString verdictTitle, QObject *parent)
    : QAbstractTableModel(parent)
    , m_limitTitles(std::move(limitTitles))
    , m_verdictTitle(std::move(verdictTitle))
{
}

void CompareModel::setRows(std::vector<CompareRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

bool CompareModel::hasDirections() const
{
    return std::ranges::any_of(m_rows, [this](const CompareRow &row) {
        return row.direction != m_rows.front().direction;
    });
}

int CompareModel::differences() const
{
    return int(std::ranges::count(m_rows, true, &CompareRow::differs));
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::FirstLimit) + int(m_limitTitles.size()) + 1;
}

const CompareCell *CompareModel::cellOf(const CompareRow &row, int column) const
{
    const int place = column - int(Column::FirstLimit);
    return place >= 0 && place < int(row.cells.size()) ? &row.cells[size_t(place)] : nullptr;
}

bool CompareModel::isNumber(int column) const
{
    return column == int(Column::TypeId) ||
           (column >= int(Column::FirstLimit) && column < verdictColumn());
}

QString CompareModel::text(const CompareRow &row, int column) const
{
    if (const CompareCell *cell = cellOf(row, column)) {
        return limitText(cell->limit);
    }
    if (column == verdictColumn()) {
        return row.verdict;
    }
    switch (Column(column)) {
    case Column::Direction:
        return row.direction;
    case Column::Label:
        return row.label;
    case Column::TypeId:
        // An identifier, not an amount: without separators.
        return QString::number(row.typeId);
    case Column::Category:
        return widgets::categoryName(row.category);
    case Column::FirstLimit:
        break;
    }
    Q_UNREACHABLE();
}

QVariant CompareModel::raw(const CompareRow &row, int column) const
{
    if (const CompareCell *cell = cellOf(row, column)) {
        // No limit is the highest, and what is not known comes after it.
        constexpr qint64 many = std::numeric_limits<qint64>::max() - 1;
        return !cell->limit.known  ? QVariant()
               : cell->limit.limit ? QVariant(qint64(*cell->limit.limit))
                                   : QVariant(many);
    }
    return column == int(Column::TypeId) ? QVariant(row.typeId) : QVariant(text(row, column));
}

QString CompareModel::toolTip(const CompareRow &row, int column) const
{
    const CompareCell *cell = cellOf(row, column);
    const QString shown = text(row, column);
    return widgets::plainToolTip(
        cell == nullptr || cell->remark.isEmpty() ? shown : shown + u'\n' + cell->remark);
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const CompareRow &row = m_rows[size_t(index.row())];
    const int column = index.column();
    const CompareCell *cell = cellOf(row, column);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case Qt::TextAlignmentRole:
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case GlyphDelegate::RawRole:
        return raw(row, column);
    case GlyphDelegate::AbsentRole:
        return cell != nullptr && !cell->limit.known;
    case GlyphDelegate::GlyphRole:
        return column == verdictColumn() ? QVariant(int(row.glyph)) : QVariant();
    case GlyphDelegate::ToneRole:
        return int(row.tone);
    case DiffersRole:
        return row.differs;
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (section == verdictColumn()) {
        return m_verdictTitle;
    }
    if (section >= int(Column::FirstLimit)) {
        return m_limitTitles[section - int(Column::FirstLimit)];
    }
    switch (Column(section)) {
    case Column::Direction:
        return tr("Direction");
    case Column::Label:
        return tr("Label");
    case Column::TypeId:
        return tr("Type ID");
    case Column::Category:
        return tr("Category");
    case Column::FirstLimit:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace ui::history
