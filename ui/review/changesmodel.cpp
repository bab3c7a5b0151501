#include "ui/review/changesmodel.h"

#include "ui/review/reviewtext.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/outcomewords.h"

#include <algorithm>
#include <numeric>

namespace ui::review {

using namespace Qt::StringLiterals;
using limits::Decision;
using limits::RebasedEdit;
using limits::Standing;

namespace {

bool isChoice(ChangesModel::Column column)
{
    return column == ChangesModel::Column::Mine || column == ChangesModel::Column::Theirs;
}

Decision decisionOf(ChangesModel::Column column)
{
    return column == ChangesModel::Column::Mine ? Decision::KeepMine : Decision::TakeTheirs;
}

int place(const RebasedEdit &rebased)
{
    switch (rebased.standing) {
    case Standing::Conflict:
        return 0;
    case Standing::Ready:
    case Standing::Unseen:
        return 1;
    case Standing::Done:
        return 2;
    }
    Q_UNREACHABLE();
}

} // namespace

QString PairNames::direction(const limits::Pair &of) const
{
    const bool back = of.from == pair.to && of.to == pair.from && of != pair;
    return back ? u"%1 → %2"_s.arg(to, from) : u"%1 → %2"_s.arg(from, to);
}

ChangesModel::ChangesModel(PairNames names, bool revert, QObject *parent)
    : QAbstractTableModel(parent)
    , m_names(std::move(names))
    , m_revert(revert)
{
}

void ChangesModel::setRebase(limits::Rebase rebase)
{
    beginResetModel();
    m_rebase = std::move(rebase);
    m_records.clear();
    m_order.resize(m_rebase.edits.size());
    std::iota(m_order.begin(), m_order.end(), size_t(0));
    std::ranges::stable_sort(m_order, {},
                             [this](size_t edit) { return place(m_rebase.edits[edit]); });
    endResetModel();
}

void ChangesModel::decideAll(Decision decision)
{
    const auto conflicts = int(m_rebase.count(Standing::Conflict));
    for (int row = 0; row < conflicts; ++row) {
        m_rebase.edits[m_order[size_t(row)]].decision = decision;
    }
    if (conflicts > 0) {
        Q_EMIT dataChanged(index(0, 0), index(conflicts - 1, columns - 1));
        Q_EMIT decided();
    }
}

void ChangesModel::setRecords(const limits::Pair &pair, const RecordsRead &records)
{
    m_records.insert(pair, records);
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).edit.unlabeled && at(row).edit.pair == pair) {
            const QModelIndex cell = index(row, int(Column::Remarks));
            Q_EMIT dataChanged(cell, cell);
        }
    }
}

bool ChangesModel::hasDirections() const
{
    const auto other = [this](const RebasedEdit &rebased) {
        return rebased.edit.pair != m_rebase.edits.front().edit.pair;
    };
    return std::ranges::any_of(m_rebase.edits, other);
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int ChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

const RebasedEdit &ChangesModel::at(int row) const
{
    return m_rebase.edits.at(m_order.at(size_t(row)));
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const RebasedEdit &rebased = at(index.row());
    const auto column = Column(index.column());
    const bool choice = isChoice(column) && rebased.standing == Standing::Conflict;
    switch (role) {
    case Qt::DisplayRole:
        return text(rebased, column);
    case Qt::ToolTipRole:
        return widgets::plainToolTip(text(rebased, column));
    case Qt::TextAlignmentRole:
        return int((column == Column::TypeId ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::CheckStateRole:
        return choice
                   ? QVariant(rebased.decision == decisionOf(column) ? Qt::Checked : Qt::Unchecked)
                   : QVariant();
    case Qt::AccessibleTextRole:
        return choice ? choiceText(rebased, decisionOf(column)) : text(rebased, column);
    case ConflictRole:
        return rebased.standing == Standing::Conflict;
    case SentRole:
        return limits::isSent(rebased);
    default:
        return {};
    }
}

bool ChangesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const bool isSettable = (flags(index) & Qt::ItemIsUserCheckable) != 0;
    if (!isSettable || role != Qt::CheckStateRole || value.toInt() != Qt::Checked) {
        return false;
    }
    m_rebase.edits[m_order[size_t(index.row())]].decision = decisionOf(Column(index.column()));
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(columns - 1));
    Q_EMIT decided();
    return true;
}

Qt::ItemFlags ChangesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool choice = index.isValid() && isChoice(Column(index.column())) &&
                        at(index.row()).standing == Standing::Conflict;
    return choice ? flags | Qt::ItemIsUserCheckable : flags;
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal || section >= columns) {
        return {};
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
    case Column::Change:
        return tr("Change");
    case Column::Action:
        //: Column: what is done to a limit (create, update, remove).
        return tr("Action");
    case Column::Remarks:
        return tr("Remarks");
    case Column::Base:
        return m_revert
                   //: Column: the limit after the submission that is taken back.
                   ? tr("As it was left")
                   //: Column: the limit at the time of the edit.
                   : tr("When you edited");
    case Column::Mine:
        //: Column: the limit from before the submission that is taken back.
        return m_revert ? tr("Revert all the same") : tr("Keep mine");
    case Column::Theirs:
        //: Column: the limit somebody else set meanwhile, to be left as it is.
        return tr("Take theirs, in HubSpot now");
    }
    Q_UNREACHABLE();
}

QString ChangesModel::text(const RebasedEdit &rebased, Column column) const
{
    const limits::Edit &edit = rebased.edit;
    switch (column) {
    case Column::Direction:
        return m_names.direction(edit.pair);
    case Column::Label:
        return labelText(edit);
    case Column::TypeId:
        return QString::number(edit.typeId);
    case Column::Category:
        return widgets::categoryName(edit.category);
    case Column::Change:
        return changeText(edit);
    case Column::Action:
        return actionText(rebased);
    case Column::Remarks:
        return remarks(rebased);
    case Column::Base:
        return limitText(edit.base);
    case Column::Mine:
        return limitText(limits::LiveLimit::of(edit.wanted));
    case Column::Theirs:
        return limitText(edit.live);
    }
    Q_UNREACHABLE();
}

QString ChangesModel::remarks(const RebasedEdit &rebased) const
{
    QStringList sentences = standingTexts(rebased);
    if (limits::isSent(rebased) && limits::lowers(rebased.edit)) {
        sentences.append(notRetroactiveText(*rebased.edit.wanted));
        const auto records = m_records.constFind(rebased.edit.pair);
        if (rebased.edit.unlabeled && records != m_records.cend()) {
            sentences.append(recordsText(*records, *rebased.edit.wanted));
        }
    }
    return sentences.join(u' ');
}

} // namespace ui::review
