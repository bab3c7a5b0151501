#include "ui/editor/limitstablemodel.h"

#include "ui/editor/limitstext.h"
#include "ui/widgets/outcomewords.h"

#include <limits>

namespace ui::editor {

using namespace Qt::StringLiterals;
using limits::DraftRow;

namespace {

QVariant alignment(LimitsTableModel::Column column)
{
    const bool isNumber =
        column == LimitsTableModel::Column::TypeId || column == LimitsTableModel::Column::NewLimit;
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
    case Qt::ToolTipRole: {
        const QStringList issues = issueTexts(m_document, row);
        return issues.isEmpty() && column == Column::Label ? text(row, column) : issues.join(u'\n');
    }
    case Qt::TextAlignmentRole:
        return alignment(column);
    case Qt::AccessibleTextRole:
        return accessibleText(row, column);
    case IssuesRole:
        return m_document.issues(row).toInt();
    case SortRole:
        return sortValue(row, column);
    case FilterRole:
        return QString(text(row, Column::Label) + u'\n' + text(row, Column::TypeId) + u'\n' +
                       text(row, Column::Category) + u'\n' + text(row, Column::NewLimit));
    default:
        return {};
    }
}

QString LimitsTableModel::many()
{
    return tr("Many", "no limit");
}

QString LimitsTableModel::text(int row, Column column) const
{
    switch (column) {
    case Column::State:
        return {};
    case Column::Label: {
        const limits::AssociationType *type = m_document.knownType(row);
        return type ? type->name : QString();
    }
    case Column::TypeId:
        return m_document.row(row).typeId;
    case Column::Category: {
        const auto category = m_document.category(row);
        return category ? widgets::categoryName(*category) : m_document.row(row).category;
    }
    case Column::NewLimit: {
        const QString &typed = m_document.row(row).limit;
        const bool isMany = !m_document.limit(row) && !typed.trimmed().isEmpty() &&
                            !(m_document.issues(row) &
                              (limits::Issue::LimitNotANumber | limits::Issue::LimitBelowOne |
                               limits::Issue::LimitOutOfRange));
        return isMany ? many() : typed;
    }
    case Column::Message:
        return issueTexts(m_document, row).value(0);
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
        const auto category = m_document.category(row);
        return category ? QString(limits::wireName(*category)) : draft.category;
    }
    case Column::NewLimit:
        return draft.limit;
    case Column::State:
    case Column::Label:
    case Column::Message:
        return text(row, column);
    }
    Q_UNREACHABLE();
}

QVariant LimitsTableModel::sortValue(int row, Column column) const
{
    constexpr qint64 last = std::numeric_limits<qint64>::max();
    switch (column) {
    case Column::State: {
        const limits::Issues issues = m_document.issues(row);
        return issues & limits::errorIssues ? 0 : issues ? 1 : 2;
    }
    case Column::TypeId: {
        const auto typeId = m_document.typeId(row);
        return typeId ? qint64(*typeId) : last;
    }
    case Column::NewLimit: {
        const auto limit = m_document.limit(row);
        return limit ? qint64(*limit) : last;
    }
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
    switch (column) {
    case Column::State: {
        const limits::Issues issues = m_document.issues(row);
        return issues & limits::errorIssues ? tr("Error")
               : issues                     ? tr("Warning")
                                            : tr("No remarks");
    }
    case Column::NewLimit: {
        const QString label = text(row, Column::Label);
        const QString name =
            label.isEmpty() ? tr("type ID %1").arg(text(row, Column::TypeId)) : label;
        //: a table cell as a screen reader says it: column, name of the row, value
        return tr("New limit, %1, %2").arg(name, shown.isEmpty() ? tr("none") : shown);
    }
    case Column::Label:
    case Column::TypeId:
    case Column::Category:
    case Column::Message:
        return shown;
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
    const bool accessible = role == Qt::AccessibleTextRole;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && !accessible) {
        return {};
    }
    switch (Column(section)) {
    case Column::State:
        return role == Qt::DisplayRole ? QString() : tr("State");
    case Column::Label:
        return tr("Label");
    case Column::TypeId:
        return tr("Type ID");
    case Column::Category:
        return tr("Category");
    case Column::NewLimit:
        return role == Qt::ToolTipRole ? tr("How many target records one source record may have: a "
                                            "number, “one” or “many”")
                                       : tr("New limit");
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
    switch (Column(index.column())) {
    case Column::TypeId:
    case Column::Category:
    case Column::NewLimit:
        return shown | Qt::ItemIsEditable;
    case Column::State:
    case Column::Label:
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
    case Column::Label:
    case Column::Message:
        return false;
    }
    m_document.edit({index.row()}, {edit}, step);
    return true;
}

} // namespace ui::editor
