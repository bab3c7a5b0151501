#include "ui/results/detailstable.h"

#include "ui/results/detailsmodel.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/cell.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>

#include <algorithm>

namespace ui::results {

using namespace Qt::StringLiterals;
using Column = DetailsModel::Column;

namespace {

constexpr int margin = widgets::cellMargin;

/// As the cells of the other tables, but of as many lines as it takes.
class DetailsDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyleOptionViewItem panel = option;
        initStyleOption(&panel, index);
        option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter,
                                              option.widget);
        QStyledItemDelegate::paint(painter, padded(option), index);
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(padded(option), index) + QSize(2 * margin, 4);
    }

private:
    static QStyleOptionViewItem padded(QStyleOptionViewItem option)
    {
        // The style has two or three pixels of its own.
        option.rect.adjust(margin - 3, 2, 3 - margin, -2);
        return option;
    }
};

} // namespace

DetailsTable::DetailsTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new DetailsModel(this))
{
    widgets::setStableName(*this, "Details"_L1,
                           tr("Times, status and headers of the request that is shown"));
    setModel(m_model);
    setItemDelegate(new DetailsDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(fontMetrics().height() + 4);
    horizontalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
}

void DetailsTable::setSent(const Sent &sent)
{
    m_model->setSent(sent);
    fit();
}

QString DetailsTable::asText() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        for (int row = 0; row < m_model->rowCount(); ++row) {
            rows.append(m_model->index(row, 0));
        }
    }
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QString text;
    for (const QModelIndex &row : rows) {
        const QModelIndex value = row.siblingAtColumn(int(Column::Value));
        text += u"%1: %2\n"_s.arg(row.data().toString(),
                                  value.data(DetailsModel::ExactRole).toString().simplified());
    }
    return text;
}

void DetailsTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

void DetailsTable::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    fit();
}

void DetailsTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(asText());
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void DetailsTable::fit()
{
    // Nobody sees it most of the time.
    if (!isVisible()) {
        return;
    }
    const int most = viewport()->width() * 2 / 5;
    setColumnWidth(int(Column::Name), std::min(sizeHintForColumn(int(Column::Name)), most));
    resizeRowsToContents();
}

} // namespace ui::results
