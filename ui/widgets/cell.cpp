#include "ui/widgets/cell.h"

#include <QApplication>
#include <QPainter>

namespace ui::widgets {

void drawCell(QPainter &painter, QStyleOptionViewItem option)
{
    const QStyle &style =
        option.widget != nullptr ? *option.widget->style() : *QApplication::style();
    const QString text = std::exchange(option.text, {});
    style.drawControl(QStyle::CE_ItemViewItem, &option, &painter, option.widget);

    const bool selected = option.state & QStyle::State_Selected;
    const bool enabled = option.state & QStyle::State_Enabled;
    const QRect area = option.rect.adjusted(cellMargin, 3, -cellMargin, -3);
    const bool tall = area.height() >= 2 * option.fontMetrics.height();
    const Qt::Alignment upright = tall ? Qt::AlignTop : Qt::AlignVCenter;
    painter.save();
    painter.setFont(option.font);
    painter.setPen(option.palette.color(enabled ? QPalette::Active : QPalette::Disabled,
                                        selected ? QPalette::HighlightedText : QPalette::Text));
    painter.drawText(area,
                     int((option.displayAlignment & Qt::AlignHorizontal_Mask) | upright) |
                         Qt::TextSingleLine,
                     option.fontMetrics.elidedText(text, Qt::ElideRight, area.width()));
    painter.restore();
}

void drawLine(QPainter &painter, const QRect &area, const QString &text, const QColor &color,
              const QFont &font, Qt::Alignment alignment)
{
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(area, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width()));
}

} // namespace ui::widgets
