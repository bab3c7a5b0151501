#include "ui/editor/limitstablemodel.h"

#include "ui/editor/limitstext.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/outcomewords.h"

#include <limits>

namespace ui::editor {

using namespace Qt::StringLiterals;
using limits::DraftRow;

namespace {

QVariant alignment(LimitsTableModel::Column column)
{
    using Column = LimitsTableModel::Column;
    const bool isNumber =
        column == Column::TypeId || column == Column::Now || column == Column::NewLimit;
    return QVariant::fromValue(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
}

} // namespace

LimitsTableModel::LimitsTableModel(limits::Document &document, QObject *parent)
    : QAbstractTableModel(parent)
    , m_document(document)
{
    using limits::Document;
    connect(&document, &Document::aboutToReset, this, &LimitsTableModel::beginResetModel);
    connect(&document, &Document::reset, this, &LimitsTableModel::endResetModel);
    connect(
        &document, &Document::rowsAboutToBeInserted, this,
        [this](qsizetype first, qsizetype last) { beginInsertRows({}, int(first), int(last)); });
    connect(&document, &Document::rowsInserted, this, &LimitsTableModel::endInsertRows);
    connect(
        &document, &Document::rowsAboutToBeRemoved, this,
        [this](qsizetype first, qsizetype last) { beginRemoveRows({}, int(first), int(last)); });
    connect(&document, &Document::rowsRemoved, this, &LimitsTableModel::endRemoveRows);
    connect(&document, &Document::rowsChanged, this, [this](qsizetype first, qsizetype last) {
        Q_EMIT dataChanged(index(int(first), 0), index(int(last), columnCountOfTable - 1));
    });
}

void LimitsTableModel::setNames(const QString &from, const QString &to)
{
    m_from = from;
    m_to = to;
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0, int(Column::Direction)),
                           index(rowCount() - 1, int(Column::Direction)));
    }
}

int LimitsTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_document.rowCount());
}

int LimitsTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnCountOfTable;
}

QVariant LimitsTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const int row = index.row();
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::EditRole:
        return editText(row, column);
    case Qt::ToolTipRole:
        return widgets::plainToolTip(toolTip(row, column));
    case Qt::TextAlignmentRole:
        return alignment(column);
    case Qt::AccessibleTextRole:
        return accessibleText(row, column);
    case IssuesRole:
        return m_document.issues(row).toInt();
    case ChangeRole:
        return m_document.at(row).isChange();
    case QuietRole:
        return column == Column::Now && !m_document.at(row).live.limit;
    case SortRole:
        return sortValue(row, column);
    case FilterRole:
        return QString(text(row, Column::Label) + u'\n' + text(row, Column::TypeId) + u'\n' +
                       text(row, Column::Category) + u'\n' + text(row, Column::Now) + u'\n' +
                       text(row, Column::NewLimit));
    default:
        return {};
    }
}

QString LimitsTableModel::many()
{
    return tr("Many", "no limit");
}

QString LimitsTableModel::label(int row) const
{
    const limits::Row &shown = m_document.at(row);
    if (!shown.label.isEmpty()) {
        return shown.label;
    }
    if (shown.unlabeled) {
        return tr("(any association)", "the type without a label");
    }
    const limits::AssociationType *type = m_document.knownType(row);
    return type ? type->name : QString();
}

QString LimitsTableModel::direction(int row) const
{
    return u"→ "_s + (m_document.row(row).side == limits::Side::There ? m_to : m_from);
}

QString LimitsTableModel::nowText(int row) const
{
    const limits::Row &shown = m_document.at(row);
    if (shown.live.known) {
        return shown.live.limit ? QString::number(*shown.live.limit) : many();
    }
    return shown.ofAccount ? tr("unknown", "limit") : QString();
}

QString LimitsTableModel::enteredText(int row) const
{
    const limits::Row &shown = m_document.at(row);
    return shown.hasEntry && !shown.limit ? many() : shown.draft.limit;
}

QString LimitsTableModel::text(int row, Column column) const
{
    switch (column) {
    case Column::State:
        return {};
    case Column::Direction:
        return direction(row);
    case Column::Label:
        return label(row);
    case Column::TypeId:
        return m_document.row(row).typeId;
    case Column::Category: {
        const auto category = m_document.at(row).category;
        return category ? widgets::categoryName(*category) : m_document.row(row).category;
    }
    case Column::Now:
        return nowText(row);
    case Column::NewLimit:
        return enteredText(row);
    case Column::Message:
        return remarks(m_document, row).value(0);
    }
    Q_UNREACHABLE();
}

QString LimitsTableModel::toolTip(int row, Column column) const
{
    const bool isLabel = !m_document.isUnlabeled(row) && m_document.at(row).category;
    switch (column) {
    case Column::Direction:
        return m_document.row(row).side == limits::Side::There ? u"%1 → %2"_s.arg(m_from, m_to)
                                                               : u"%1 → %2"_s.arg(m_to, m_from);
    case Column::Label:
        return isLabel
                   ? tr("%1\nA limit here is about this label, not about the association itself.")
                         .arg(text(row, column))
                   : text(row, column);
    case Column::State:
    case Column::TypeId:
    case Column::Category:
    case Column::Now:
    case Column::NewLimit:
    case Column::Message:
        return remarks(m_document, row).join(u'\n');
    }
    Q_UNREACHABLE();
}

QString LimitsTableModel::editText(int row, Column column) const
{
    const DraftRow &draft = m_document.row(row);
    switch (column) {
    case Column::TypeId:
        return draft.typeId;
    case Column::Category: {
        const auto category = m_document.at(row).category;
        return category ? QString(limits::wireName(*category)) : draft.category;
    }
    case Column::NewLimit:
        return limitText(m_document.at(row));
    case Column::State:
    case Column::Direction:
    case Column::Label:
    case Column::Now:
    case Column::Message:
        return text(row, column);
    }
    Q_UNREACHABLE();
}

QVariant LimitsTableModel::sortValue(int row, Column column) const
{
    constexpr qint64 many = std::numeric_limits<qint64>::max() - 1;
    constexpr qint64 last = std::numeric_limits<qint64>::max();
    const limits::Row &shown = m_document.at(row);
    switch (column) {
    case Column::State:
        return shown.issues & limits::errorIssues    ? 0
               : shown.issues & ~limits::quietIssues ? 1
               : shown.isChange()                    ? 2
                                                     : 3;
    case Column::TypeId:
        return shown.typeId ? qint64(*shown.typeId) : last;
    case Column::Now:
        return shown.live.limit ? qint64(*shown.live.limit) : shown.live.known ? many : last;
    case Column::NewLimit:
        return shown.limit ? qint64(*shown.limit) : shown.hasEntry ? many : last;
    case Column::Direction:
    case Column::Label:
    case Column::Category:
    case Column::Message:
        return text(row, column);
    }
    Q_UNREACHABLE();
}

QString LimitsTableModel::accessibleText(int row, Column column) const
{
    const QString shown = text(row, column);
    const QString label = text(row, Column::Label);
    const QString name = label.isEmpty() ? tr("type ID %1").arg(text(row, Column::TypeId)) : label;
    switch (column) {
    case Column::State: {
        const limits::Issues issues = m_document.issues(row);
        return issues & limits::errorIssues    ? tr("Error")
               : issues & ~limits::quietIssues ? tr("Warning")
               : m_document.at(row).isChange() ? tr("Changed")
                                               : tr("No remarks");
    }
    case Column::Now:
        //: a table cell as a screen reader says it: column, name of the row, value
        return tr("Limit now, %1, %2").arg(name, shown.isEmpty() ? tr("unknown", "limit") : shown);
    case Column::NewLimit:
        if (!m_document.at(row).isChange() || !m_document.at(row).live.known) {
            //: a table cell as a screen reader says it: column, name of the row, value
            return tr("New limit, %1, %2").arg(name, shown.isEmpty() ? tr("none", "limit") : shown);
        }
        //: a table cell as a screen reader says it: column, name of the row, value, value before
        return tr("New limit, %1, %2, changed from %3").arg(name, shown, nowText(row));
    case Column::Direction:
    case Column::Label:
    case Column::TypeId:
    case Column::Category:
    case Column::Message:
        return shown;
    }
    Q_UNREACHABLE();
}

QString LimitsTableModel::headerToolTip(Column column)
{
    switch (column) {
    case Column::State:
        return tr("Whether the row is changed, or something is wrong with it");
    case Column::Direction:
        return tr("To which objects the limit counts: each direction has limits of its own");
    case Column::Label:
        return tr("The name of the association type. The limit without a label holds for all "
                  "associations of the pair in this direction, the limit of a label for those "
                  "with this label.");
    case Column::TypeId:
        return tr("HubSpot's number of the association type. Those of custom labels differ from "
                  "account to account.");
    case Column::Category:
        return tr("Who defined the association type: HubSpot, people of the account or an app. "
                  "The same type ID in another category is another type.");
    case Column::Now:
        return tr("The limit set in HubSpot when it was read last");
    case Column::NewLimit:
        return tr("How many target records one source record may have: a number from 1 on, “one” "
                  "or “many” (no limit). HubSpot takes up to 10,000, or fewer where the "
                  "subscription allows fewer.\n"
                  "The limit of a label may not exceed the limit without a label in the same "
                  "direction, where that is set.\n"
                  "Limits hold for new associations; what is associated already stays.\n"
                  "The Help menu leads to HubSpot's documentation of these rules.");
    case Column::Message:
        return tr("What is wrong in the row, or worth a word");
    }
    Q_UNREACHABLE();
}

QVariant LimitsTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= columnCountOfTable) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignment(Column(section));
    }
    if (role == Qt::ToolTipRole || role == Qt::WhatsThisRole) {
        return widgets::plainToolTip(headerToolTip(Column(section)));
    }
    const bool accessible = role == Qt::AccessibleTextRole;
    if (role != Qt::DisplayRole && !accessible) {
        return {};
    }
    switch (Column(section)) {
    case Column::State:
        return role == Qt::DisplayRole ? QString() : tr("State");
    case Column::Direction:
        return tr("Direction");
    case Column::Label:
        return tr("Label");
    case Column::TypeId:
        return tr("Type ID");
    case Column::Category:
        return tr("Category");
    case Column::Now:
        return accessible ? tr("Limit now") : tr("Now");
    case Column::NewLimit:
        return tr("New limit");
    case Column::Message:
        return tr("Remarks");
    }
    Q_UNREACHABLE();
}

Qt::ItemFlags LimitsTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return {};
    }
    constexpr Qt::ItemFlags shown =
        Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const bool typedByHand = !m_document.at(index.row()).ofAccount;
    switch (Column(index.column())) {
    case Column::TypeId:
    case Column::Category:
        return typedByHand ? shown | Qt::ItemIsEditable : shown;
    case Column::NewLimit:
        return shown | Qt::ItemIsEditable;
    case Column::State:
    case Column::Direction:
    case Column::Label:
    case Column::Now:
    case Column::Message:
        return shown;
    }
    Q_UNREACHABLE();
}

bool LimitsTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        !(flags(index) & Qt::ItemIsEditable)) {
        return false;
    }
    limits::RowEdit edit;
    const QString typed = value.toString().trimmed();
    QString step;
    switch (Column(index.column())) {
    case Column::TypeId:
        edit.typeId = typed;
        step = tr("change type ID");
        break;
    case Column::Category:
        edit.category = typed;
        step = tr("change category");
        break;
    case Column::NewLimit:
        // What the table shows for "no limit" in this language can be typed as well.
        edit.limit = typed.compare(many(), Qt::CaseInsensitive) == 0 ? u"many"_s : typed;
        step = tr("change limit");
        break;
    case Column::State:
    case Column::Direction:
    case Column::Label:
    case Column::Now:
    case Column::Message:
        return false;
    }
    m_document.edit({index.row()}, {edit}, step);
    return true;
}

} // namespace ui::editor
