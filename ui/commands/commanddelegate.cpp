#include "ui/commands/commanddelegate.h"

#include "ui/commands/commandmodel.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/tones.h"

#include <QApplication>
#include <QPainter>

#include <utility>

namespace ui::commands {

void CommandDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = std::exchange(item.text, {});
    const QStyle &style = item.widget != nullptr ? *item.widget->style() : *QApplication::style();
    style.drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool enabled = item.state & QStyle::State_Enabled;
    const bool selected = item.state & QStyle::State_Selected;
    const auto group = enabled ? QPalette::Active : QPalette::Disabled;
    const QColor ink =
        item.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    // The highlight leaves a quiet colour no contrast.
    const QColor quiet =
        selected || !enabled ? ink : widgets::toneColor(widgets::Tone::Quiet, item.palette);
    const int gap = 3 * widgets::cellMargin;
    QRect area = item.rect.adjusted(widgets::cellMargin, 0, -widgets::cellMargin, 0);
    if (const QString keys = index.data(CommandModel::KeysRole).toString(); !keys.isEmpty()) {
        widgets::drawLine(*painter, area, keys, quiet, item.font, Qt::AlignRight);
        area.setWidth(area.width() - item.fontMetrics.horizontalAdvance(keys) - gap);
    }
    widgets::drawLine(*painter, area, text, ink, item.font);
    area.setLeft(area.left() + item.fontMetrics.horizontalAdvance(text) + gap);
    if (area.width() > gap) {
        widgets::drawLine(*painter, area, index.data(CommandModel::MenuRole).toString(), quiet,
                          item.font);
    }
}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width(), option.fontMetrics.height() + 10};
}

} // namespace ui::commands
