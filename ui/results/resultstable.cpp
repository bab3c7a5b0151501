#include "ui/results/resultstable.h"

#include "ui/results/resultsdelegate.h"
#include "ui/results/resultsmodel.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/paddedheader.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace ui::results {

using namespace Qt::StringLiterals;
using Column = ResultsModel::Column;

namespace {

// Rows as high as their words cost a layout each, so a long table shows them in the tool tip.
constexpr int highRows = 300;
// Of the outcome: what it should have ("Stored  not read back"), and what it needs.
constexpr int outcomeWell = 27;
constexpr int outcomeLeast = 21;

} // namespace

ResultsTable::ResultsTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new ResultsModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
{
    widgets::setStableName(*this, "Results"_L1,
                           tr("One row for each limit asked for, with what HubSpot stored"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(ResultsModel::RawRole);
    m_sorted->setSortLocaleAware(true);
    setHorizontalHeader(new widgets::PaddedHeader(this));
    setModel(m_sorted);
    setItemDelegate(new ResultsDelegate(this));

    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    // Else the delegate is not told the column's width when it measures a row.
    setWordWrap(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    verticalHeader()->setMinimumSectionSize(fontMetrics().height() + 4);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    auto *history = new QAction(tr("&History of this limit"), this);
    history->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_H);
    history->setShortcutContext(Qt::WidgetShortcut);
    connect(history, &QAction::triggered, this, &ResultsTable::requestHistory);
    addAction(history);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &ResultsTable::fitRows);
    connect(m_sorted, &QAbstractItemModel::layoutChanged, this, &ResultsTable::fitRows);
}

void ResultsTable::setOutcomes(std::vector<submission::LimitOutcome> outcomes,
                               std::vector<Direction> directions)
{
    m_model->setOutcomes(std::move(outcomes), std::move(directions));
    if (m_model->hasDirections()) {
        QHeaderView &header = *horizontalHeader();
        header.moveSection(header.visualIndex(int(Column::Direction)), 0);
    }
    fitColumns();
    fitRows();
}

QString ResultsTable::asText() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        for (int row = 0; row < m_sorted->rowCount(); ++row) {
            rows.append(m_sorted->index(row, 0));
        }
    }
    std::ranges::sort(rows, {}, &QModelIndex::row);
    // As they are seen from left to right.
    std::vector<int> columns;
    for (int place = 0; place < m_model->columnCount(); ++place) {
        columns.push_back(horizontalHeader()->logicalIndex(place));
    }
    QStringList lines;
    QStringList cells;
    for (const int column : columns) {
        cells.append(m_model->headerData(column, Qt::Horizontal).toString());
    }
    lines.append(cells.join(u'\t'));
    for (const QModelIndex &row : rows) {
        cells.clear();
        for (const int column : columns) {
            // What is heard says of an outcome as well how sure it is.
            const QVariant cell = row.siblingAtColumn(column).data(Qt::AccessibleTextRole);
            cells.append(cell.toString().simplified());
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

void ResultsTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    // The last column is stretched without a word, and its messages wrap elsewhere now.
    fitRows();
}

void ResultsTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(asText());
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void ResultsTable::requestHistory()
{
    const QModelIndex current = m_sorted->mapToSource(currentIndex());
    if (current.isValid()) {
        Q_EMIT historyRequested(m_model->outcomes()[size_t(current.row())]);
    }
}

void ResultsTable::fitColumns()
{
    if (m_sorted->rowCount() == 0) {
        return;
    }
    const int character = fontMetrics().averageCharWidth();
    const auto contentOf = [this](Column column) { return sizeHintForColumn(int(column)); };
    // Without the room for a sort arrow, which every column's own hint has.
    const auto titleOf = [this](Column column) {
        const QString title = m_model->headerData(int(column), Qt::Horizontal).toString();
        return fontMetrics().horizontalAdvance(title) + 2 * widgets::cellMargin + 1;
    };
    std::vector<Column> few{Column::Asked, Column::Stored, Column::Before, Column::Category,
                            Column::TypeId};
    if (m_model->hasDirections()) {
        few.push_back(Column::Direction);
    }
    // The outcome takes what is left; the label may take what the others leave of half the width.
    int left = viewport()->width();
    for (const Column column : few) {
        const int width = std::max(contentOf(column), titleOf(column));
        setColumnWidth(int(column), width);
        left -= width;
    }
    const int label = std::min(std::max(contentOf(Column::Label), titleOf(Column::Label)),
                               std::max(13 * character, left * 2 / 5));
    setColumnWidth(int(Column::Label), label);
    left -= label;
    // Where that is too little, the titles of the others give way, and then their words.
    const auto narrow = [this, &left](Column column, int least, int wanted) {
        const int width = columnWidth(int(column));
        const int taken = std::clamp(width - least, 0, std::max(wanted - left, 0));
        setColumnWidth(int(column), width - taken);
        left += taken;
    };
    for (const Column column : few) {
        narrow(column, std::max(contentOf(column), 9 * character), outcomeWell * character);
    }
    for (const Column column : {Column::Category, Column::Direction}) {
        narrow(column, 9 * character, outcomeLeast * character);
    }
}

void ResultsTable::fitRows()
{
    if (m_sorted->rowCount() > highRows) {
        return;
    }
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const QModelIndex outcome = m_sorted->index(row, int(Column::Outcome));
        const int words = fontMetrics().horizontalAdvance(outcome.data().toString());
        if (outcome.data(ResultsModel::MessageRole).toString().isEmpty() &&
            words + ResultsDelegate::besideWords <= columnWidth(int(Column::Outcome))) {
            setRowHeight(row, verticalHeader()->defaultSectionSize());
        } else {
            resizeRowToContents(row);
        }
    }
}

} // namespace ui::results
