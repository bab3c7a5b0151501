#include "ui/history/historydelegate.h"

#include "ui/history/historymodel.h"
#include "ui/widgets/outcomewords.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace ui::history {

using widgets::OutcomeLook;
using widgets::Tone;

namespace {

constexpr int padding = 6;
constexpr int gap = 6;

} // namespace

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle &style = item.widget != nullptr ? *item.widget->style() : *QApplication::style();
    style.drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    const bool selected = (item.state & QStyle::State_Selected) != 0;
    const QColor ink = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = selected ? ink : toneColor(Tone::Quiet, option.palette);
    const QRect room = item.rect.adjusted(padding, padding - 1, -padding, -padding + 1);
    const int line = item.fontMetrics.height();
    QFont bold = item.font;
    bold.setWeight(QFont::Bold);

    painter->save();
    const auto draw = [painter](const QRect &area, Qt::Alignment alignment, const QString &text,
                                const QColor &color, const QFont &font) {
        painter->setFont(font);
        painter->setPen(color);
        const QFontMetrics metrics(font);
        painter->drawText(area, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                          metrics.elidedText(text, Qt::ElideRight, area.width()));
    };

    QRect top(room.left(), room.top(), room.width(), line);
    const QString time = index.data(HistoryModel::TimeRole).toString();
    draw(top, Qt::AlignLeft, time, quiet, item.font);
    top.setLeft(top.left() + item.fontMetrics.horizontalAdvance(time) + gap);
    draw(top, Qt::AlignLeft, index.data(HistoryModel::PairRole).toString(), ink, bold);

    QRect bottom(room.left(), room.bottom() - line + 1, room.width(), line);
    const OutcomeLook look =
        widgets::outcomeLook(submission::Outcome(index.data(HistoryModel::OutcomeRole).toInt()));
    drawGlyph(*painter, QRectF(bottom.left(), bottom.top(), line - 2, line), look.glyph,
              selected ? ink : toneColor(look.tone, option.palette));
    bottom.setLeft(bottom.left() + line + gap / 2);
    const QString counts = index.data(HistoryModel::CountsRole).toString();
    const QString account = index.data(HistoryModel::AccountRole).toString();
    // The counts come first; the account takes what they leave.
    const int taken = std::min(item.fontMetrics.horizontalAdvance(counts) + 1, bottom.width());
    draw(QRect(bottom.left(), bottom.top(), taken, line), Qt::AlignLeft, counts, ink, item.font);
    bottom.setLeft(bottom.left() + taken + 2 * gap);
    if (!account.isEmpty() && bottom.width() > 5 * item.fontMetrics.averageCharWidth()) {
        draw(bottom, Qt::AlignRight, account, quiet, item.font);
    }
    painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {160, 2 * option.fontMetrics.height() + 2 * padding};
}

} // namespace ui::history
