#include "ui/review/changestable.h"

#include "ui/review/changesmodel.h"
#include "ui/review/reviewdelegate.h"
#include "ui/widgets/accessible.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace ui::review {

using namespace Qt::StringLiterals;
using Column = ChangesModel::Column;

namespace {

// Rows as high as their words cost a layout each, so a long table shows them in the tool tip.
constexpr int highRows = 300;
// More conflicts than these scroll, so that the changes beneath stay in sight.
constexpr int conflictsInSight = 4;

class ConflictFilter final : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        return sourceModel()->index(row, 0, parent).data(ChangesModel::ConflictRole).toBool();
    }
};

bool belongs(Column column, ChangesTable::Part part)
{
    switch (column) {
    case Column::Direction:
    case Column::Label:
    case Column::TypeId:
    case Column::Category:
        return true;
    case Column::Change:
    case Column::Action:
    case Column::Remarks:
        return part == ChangesTable::Part::Changes;
    case Column::Base:
    case Column::Mine:
    case Column::Theirs:
        return part == ChangesTable::Part::Conflicts;
    }
    Q_UNREACHABLE();
}

} // namespace

ChangesTable::ChangesTable(ChangesModel &model, Part part, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_part(part)
{
    if (part == Part::Changes) {
        widgets::setStableName(*this, "Changes"_L1, tr("What will be submitted"));
        setModel(&model);
    } else {
        widgets::setStableName(*this, "Conflicts"_L1,
                               tr("Limits that somebody changed meanwhile. The space bar chooses "
                                  "between yours and theirs."));
        auto *filter = new ConflictFilter(this);
        filter->setSourceModel(&model);
        setModel(filter);
    }
    setItemDelegate(new ReviewDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    // Conflicts by the cell: it is a cell that is chosen.
    setSelectionMode(part == Part::Changes ? ExtendedSelection : SingleSelection);
    setSelectionBehavior(part == Part::Changes ? SelectRows : SelectItems);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    // Else the delegate is not told the column's width when it measures a row.
    setWordWrap(true);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    verticalHeader()->setMinimumSectionSize(fontMetrics().height() + 4);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, &ChangesTable::fitRows);
    connect(this->model(), &QAbstractItemModel::dataChanged, this, &ChangesTable::fitRows);
    connect(this->model(), &QAbstractItemModel::modelReset, this, [this] {
        showColumns();
        fitColumns();
        fitRows();
        updateGeometry();
    });
    showColumns();
}

QSize ChangesTable::sizeHint() const
{
    QSize size = QTableView::sizeHint();
    if (m_part == Part::Conflicts) {
        const int rows = std::min(model()->rowCount(), conflictsInSight);
        const int edges = horizontalHeader()->sizeHint().height() + 2 * frameWidth();
        size.setHeight(edges + rows * verticalHeader()->defaultSectionSize());
    }
    return size;
}

void ChangesTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
    // The last column is stretched without a word, and its words wrap elsewhere now.
    fitRows();
}

QSize ChangesTable::minimumSizeHint() const
{
    const QSize size = QTableView::minimumSizeHint();
    return m_part == Part::Conflicts ? QSize(size.width(), sizeHint().height()) : size;
}

// The first cell that can be chosen is where to begin; Qt would begin with the very first.
void ChangesTable::focusInEvent(QFocusEvent *event)
{
    if (m_part == Part::Conflicts && !currentIndex().isValid() && model()->rowCount() > 0) {
        setCurrentIndex(model()->index(0, int(Column::Mine)));
    }
    QTableView::focusInEvent(event);
}

void ChangesTable::showColumns()
{
    for (int column = 0; column < ChangesModel::columns; ++column) {
        const bool shown = belongs(Column(column), m_part) &&
                           (Column(column) != Column::Direction || m_model.hasDirections());
        setColumnHidden(column, !shown);
    }
}

void ChangesTable::fitColumns()
{
    // Without the room for a sort arrow, which every column's own hint has.
    const auto widthOf = [this](int column) {
        const QString title = m_model.headerData(column, Qt::Horizontal).toString();
        return std::max(sizeHintForColumn(column), fontMetrics().horizontalAdvance(title) + 14);
    };
    // The last column takes what is left; the label may take what the others leave of half of it.
    const auto last = int(m_part == Part::Changes ? Column::Remarks : Column::Theirs);
    int others = 0;
    for (int column = 0; column < last; ++column) {
        if (!isColumnHidden(column) && Column(column) != Column::Label) {
            const int width = widthOf(column);
            setColumnWidth(column, width);
            others += width;
        }
    }
    const int most = std::max(90, (viewport()->width() - others) * 2 / 5);
    setColumnWidth(int(Column::Label), std::min(widthOf(int(Column::Label)), most));
}

void ChangesTable::fitRows()
{
    if (m_part == Part::Conflicts || model()->rowCount() > highRows) {
        return;
    }
    resizeRowsToContents();
}

} // namespace ui::review
