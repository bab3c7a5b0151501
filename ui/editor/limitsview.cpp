#include "ui/editor/limitsview.h"

#include "app/exchange/clipboardblock.h"
#include "ui/editor/limitsdelegate.h"
#include "ui/editor/limitstablemodel.h"
#include "ui/editor/limitstext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSortFilterProxyModel>

#include <algorithm>
#include <set>

namespace ui::editor {

using namespace Qt::StringLiterals;
using Column = LimitsTableModel::Column;
using exchange::Field;

/// A row that is being filled in matches every filter.
class LimitsProxy final : public QSortFilterProxyModel
{
public:
    explicit LimitsProxy(QObject *parent)
        : QSortFilterProxyModel(parent)
    {
        setSortRole(LimitsTableModel::SortRole);
        setFilterRole(LimitsTableModel::FilterRole);
        setFilterCaseSensitivity(Qt::CaseInsensitive);
        setSortLocaleAware(true);
        setDynamicSortFilter(false);
    }

    void setFilter(const QString &text)
    {
        m_acceptsAll = text.isEmpty();
        setFilterFixedString(text);
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const auto isEmpty = [&](Column column) {
            return sourceModel()
                ->index(row, int(column), parent)
                .data(Qt::EditRole)
                .toString()
                .isEmpty();
        };
        return m_acceptsAll || QSortFilterProxyModel::filterAcceptsRow(row, parent) ||
               (isEmpty(Column::TypeId) && isEmpty(Column::NewLimit));
    }

private:
    bool m_acceptsAll = true;
};

namespace {

std::optional<Field> fieldOf(int column)
{
    switch (Column(column)) {
    case Column::TypeId:
        return Field::TypeId;
    case Column::Category:
        return Field::Category;
    case Column::NewLimit:
        return Field::Limit;
    default:
        return std::nullopt;
    }
}

} // namespace

LimitsView::LimitsView(limits::Document &document, QWidget *parent)
    : QTableView(parent)
    , m_document(document)
    , m_model(new LimitsTableModel(document, this))
    , m_proxy(new LimitsProxy(this))
{
    m_proxy->setSourceModel(m_model);
    setModel(m_proxy);
    setItemDelegate(new LimitsDelegate(this));
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setSelectionMode(ExtendedSelection);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder);
    setWordWrap(false);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);

    verticalHeader()->hide();
    // Rows of one height: the view need not ask a hundred thousand of them for it.
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(28);
    header->setSectionResizeMode(int(Column::State), QHeaderView::Fixed);
    header->setStretchLastSection(true);
    const int em = fontMetrics().horizontalAdvance(u'M');
    setColumnWidth(int(Column::State), 28);
    setColumnWidth(int(Column::Direction), em * 10);
    setColumnHidden(int(Column::Direction), true);
    setColumnWidth(int(Column::Label), em * 16);
    setColumnWidth(int(Column::TypeId), em * 6);
    setColumnWidth(int(Column::Category), em * 7);
    setColumnWidth(int(Column::Now), em * 6);
    setColumnWidth(int(Column::NewLimit), em * 7);
}

void LimitsView::setPair(const QString &from, const QString &to, bool bothDirections)
{
    m_model->setNames(from, to);
    setColumnHidden(int(Column::Direction), !bothDirections);
}

void LimitsView::setFilter(const QString &text)
{
    m_proxy->setFilter(text.trimmed());
}

int LimitsView::shownRows() const
{
    return m_proxy->rowCount();
}

bool LimitsView::hasSelectedRows() const
{
    return selectionModel()->hasSelection();
}

qsizetype LimitsView::currentRow() const
{
    return m_proxy->mapToSource(currentIndex()).row();
}

std::vector<qsizetype> LimitsView::selectedRows() const
{
    std::set<int> shown;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            shown.insert(row);
        }
    }
    std::vector<qsizetype> rows;
    rows.reserve(shown.size());
    std::ranges::transform(shown, std::back_inserter(rows), [this](int row) {
        return m_proxy->mapToSource(m_proxy->index(row, 0)).row();
    });
    return rows;
}

void LimitsView::showRow(qsizetype row, int column)
{
    const QModelIndex index = m_proxy->mapFromSource(m_model->index(int(row), column));
    if (index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index);
        setFocus();
    }
}

void LimitsView::addRow()
{
    m_document.append({limits::DraftRow()}, tr("add a row"));
    showRow(m_document.rowCount() - 1, int(Column::TypeId));
    edit(currentIndex());
}

void LimitsView::editCurrent()
{
    QModelIndex index = currentIndex();
    if (!(index.flags() & Qt::ItemIsEditable)) {
        index = index.siblingAtColumn(int(Column::NewLimit));
    }
    // A cell that is being edited already refuses with a warning.
    if (!(index.flags() & Qt::ItemIsEditable) || state() == EditingState) {
        return;
    }
    setFocus();
    if (index != currentIndex()) {
        setCurrentIndex(index);
    }
    edit(index);
}

void LimitsView::commitEditor()
{
    if (QWidget *editor = indexWidget(currentIndex())) {
        commitData(editor);
        closeEditor(editor, QAbstractItemDelegate::NoHint);
    }
}

void LimitsView::removeSelectedRows()
{
    const std::vector<qsizetype> rows = selectedRows();
    //: undo step
    m_document.remove(rows, tr("remove %n row(s)", nullptr, int(rows.size())));
}

void LimitsView::discardSelectedRows()
{
    m_document.discard(selectedRows(), tr("discard"));
}

void LimitsView::setSelectedToMany()
{
    const std::vector<qsizetype> rows = selectedRows();
    m_document.edit(rows, std::vector(rows.size(), limits::RowEdit{{}, {}, u"many"_s}),
                    //: undo step
                    tr("set to “Many”"));
}

void LimitsView::fillDown()
{
    const std::vector<qsizetype> rows = selectedRows();
    if (rows.size() > 1) {
        const QString limit = limitText(m_document.at(rows.front()));
        m_document.edit(rows, std::vector(rows.size(), limits::RowEdit{{}, {}, limit}),
                        tr("fill down"));
    }
}

void LimitsView::copy()
{
    std::set<Field> fields;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int column = range.left(); column <= range.right(); ++column) {
            if (const auto field = fieldOf(column)) {
                fields.insert(*field);
            }
        }
    }
    std::vector<limits::DraftRow> rows;
    for (const qsizetype row : selectedRows()) {
        limits::DraftRow draft = m_document.row(row);
        if (const auto category = m_document.at(row).category) {
            draft.category = wireName(*category);
        }
        draft.limit = limitText(m_document.at(row));
        rows.push_back(std::move(draft));
    }
    if (!fields.empty()) {
        QGuiApplication::clipboard()->setText(
            exchange::formatBlock(rows, {fields.begin(), fields.end()}));
    }
}

void LimitsView::paste()
{
    const QModelIndex current = currentIndex();
    const Field here = fieldOf(current.column()).value_or(Field::Limit);
    const std::vector<limits::RowEdit> block =
        exchange::parseBlock(QGuiApplication::clipboard()->text(), here);
    if (block.empty()) {
        return;
    }
    // From the selection's first row on in the order shown; without one, after the last row.
    const std::vector<qsizetype> selected = selectedRows();
    const QModelIndex top = selected.empty()
                                ? QModelIndex()
                                : m_proxy->mapFromSource(m_model->index(int(selected.front()), 0));
    std::vector<qsizetype> targets;
    for (int row = top.isValid() ? top.row() : m_proxy->rowCount();
         row < m_proxy->rowCount() && targets.size() < block.size(); ++row) {
        targets.push_back(m_proxy->mapToSource(m_proxy->index(row, 0)).row());
    }
    const qsizetype first = targets.empty() ? m_document.rowCount() : targets.front();
    m_document.paste(targets, block, tr("paste"));
    showRow(first, current.isValid() ? current.column() : int(Column::NewLimit));
}

bool LimitsView::showFirstError()
{
    for (qsizetype row = 0; row < m_document.rowCount(); ++row) {
        if (m_document.issues(row) & limits::errorIssues) {
            showRow(row, int(Column::NewLimit));
            return true;
        }
    }
    return false;
}

QModelIndex LimitsView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    // Tab in an editor goes on to the next cell that can be edited, over rows' ends.
    if (action != MoveNext && action != MovePrevious) {
        return QTableView::moveCursor(action, modifiers);
    }
    const int step = action == MoveNext ? 1 : -1;
    const int columns = m_proxy->columnCount();
    int cell = currentIndex().row() * columns + currentIndex().column() + step;
    for (; cell >= 0 && cell < columns * m_proxy->rowCount(); cell += step) {
        const QModelIndex index = m_proxy->index(cell / columns, cell % columns);
        if (index.flags() & Qt::ItemIsEditable) {
            return index;
        }
    }
    return currentIndex();
}

void LimitsView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionChangedByUser();
}

void LimitsView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    QTableView::closeEditor(editor, hint);
    // Return goes on to the row below, as in a spreadsheet.
    if (hint == QAbstractItemDelegate::SubmitModelCache) {
        const QModelIndex below = currentIndex().siblingAtRow(currentIndex().row() + 1);
        if (below.isValid()) {
            setCurrentIndex(below);
        }
    }
}

} // namespace ui::editor
