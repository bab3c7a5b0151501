#include "ui/widgets/paddedheader.h"

#include "ui/widgets/cell.h"

#include <QPainter>
#include <QStyleOptionHeader>

namespace ui::widgets {

PaddedHeader::PaddedHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    // As a table's own header has them.
    setSectionsClickable(true);
    setHighlightSections(true);
}

void PaddedHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int section) const
{
    QHeaderView::initStyleOptionForIndex(option, section);
    // The style would write it closer to the edge than the cells have theirs.
    option->text.clear();
}

void PaddedHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    QHeaderView::paintSection(painter, rect, section);
    painter->restore();

    QStyleOptionHeaderV2 option;
    initStyleOption(&option);
    QHeaderView::initStyleOptionForIndex(&option, section);
    option.rect = rect;
    QRect room = rect.adjusted(cellMargin, 0, -cellMargin, 0);
    if (option.sortIndicator != QStyleOptionHeader::None) {
        const QRect arrow = style()->subElementRect(QStyle::SE_HeaderArrow, &option, this);
        if (arrow.center().x() > room.center().x()) {
            room.setRight(arrow.left() - 2);
        } else {
            room.setLeft(arrow.right() + 2);
        }
    }
    painter->save();
    painter->setFont(font());
    painter->setPen(palette().color(QPalette::ButtonText));
    painter->drawText(room, int(option.textAlignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                      option.fontMetrics.elidedText(option.text, Qt::ElideRight, room.width()));
    painter->restore();
}

} // namespace ui::widgets
