#include "ui/review/reviewdelegate.h"

#include "ui/review/changesmodel.h"
#include "ui/widgets/cell.h"
#include "ui/widgets/tones.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace ui::review {

using widgets::cellMargin;

namespace {

constexpr int rowMargin = 3;
constexpr int buttonSide = 14; ///< of a radio button

bool isRemarks(const QModelIndex &index)
{
    return ChangesModel::Column(index.column()) == ChangesModel::Column::Remarks;
}

bool isChoice(const QModelIndex &index)
{
    return (index.flags() & Qt::ItemIsUserCheckable) != 0;
}

QColor ink(const QStyleOptionViewItem &option)
{
    return option.palette.color(
        (option.state & QStyle::State_Selected) != 0 ? QPalette::HighlightedText : QPalette::Text);
}

void drawRemarks(QPainter &painter, QStyleOptionViewItem option)
{
    const QString text = std::exchange(option.text, {});
    widgets::drawCell(painter, option);
    painter.save();
    painter.setFont(option.font);
    painter.setPen(ink(option));
    const QRect room = option.rect.adjusted(cellMargin, rowMargin, -cellMargin, -rowMargin);
    if (room.height() < 2 * option.fontMetrics.height()) {
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         option.fontMetrics.elidedText(text, Qt::ElideRight, room.width()));
    } else {
        painter.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
    }
    painter.restore();
}

void drawChoice(QPainter &painter, QStyleOptionViewItem option)
{
    const QString text = std::exchange(option.text, {});
    const bool chosen = option.checkState == Qt::Checked;
    option.features &=
        ~QStyleOptionViewItem::ViewItemFeatures(QStyleOptionViewItem::HasCheckIndicator);
    widgets::drawCell(painter, option);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // Drawn here: a style's outline is lost on a dark or a selected ground.
    painter.setPen(QPen(ink(option), 1.3));
    const QPointF middle(option.rect.left() + cellMargin + buttonSide / 2.0,
                         QRectF(option.rect).center().y());
    painter.drawEllipse(middle, buttonSide / 2.0 - 1, buttonSide / 2.0 - 1);
    if (chosen) {
        painter.setBrush(ink(option));
        painter.drawEllipse(middle, buttonSide / 4.0 - 1, buttonSide / 4.0 - 1);
    }
    painter.setFont(option.font);
    const QRect room = option.rect.adjusted(buttonSide + 2 * cellMargin, 0, -cellMargin, 0);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     option.fontMetrics.elidedText(text, Qt::ElideRight, room.width()));
    painter.restore();
}

} // namespace

void ReviewDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    if (!index.data(ChangesModel::SentRole).toBool() &&
        !index.data(ChangesModel::ConflictRole).toBool()) {
        item.palette.setColor(QPalette::Text, toneColor(widgets::Tone::Quiet, option.palette));
    }
    if (isChoice(index)) {
        drawChoice(*painter, item);
    } else if (isRemarks(index)) {
        drawRemarks(*painter, item);
    } else {
        widgets::drawCell(*painter, item);
    }
}

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics &metrics = option.fontMetrics;
    const QString text = index.data().toString();
    QSize size(metrics.horizontalAdvance(text) + 2 * cellMargin + 1,
               metrics.height() + 2 * rowMargin);
    if (isChoice(index)) {
        size.rwidth() += buttonSide + cellMargin;
    }
    const int room = option.rect.width() - 2 * cellMargin;
    if (isRemarks(index) && room > 0) {
        const QRect words = metrics.boundingRect(QRect(0, 0, room, 10'000), Qt::TextWordWrap, text);
        size.setHeight(std::max(size.height(), words.height() + 2 * rowMargin));
    }
    return size;
}

bool ReviewDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                 const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (!isChoice(index)) {
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    }
    const auto type = event->type();
    const bool chosen =
        (type == QEvent::MouseButtonRelease &&
         static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton &&
         option.rect.contains(static_cast<QMouseEvent *>(event)->position().toPoint())) ||
        (type == QEvent::KeyPress && (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space ||
                                      static_cast<QKeyEvent *>(event)->key() == Qt::Key_Select));
    return chosen && model->setData(index, Qt::Checked, Qt::CheckStateRole);
}

} // namespace ui::review
