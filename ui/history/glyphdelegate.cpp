#include "ui/history/glyphdelegate.h"

#include "ui/widgets/cell.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/tones.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include <utility>

namespace ui::history {

using widgets::cellMargin;

namespace {

constexpr int glyphSide = 14;
constexpr int gap = 4;
constexpr int rowMargin = 3;

} // namespace

void GlyphDelegate::dress(QTableView &table)
{
    table.setItemDelegate(new GlyphDelegate(&table));
    table.setShowGrid(false);
    table.setAlternatingRowColors(true);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setTabKeyNavigation(false);
    table.setCornerButtonEnabled(false);
    table.setWordWrap(false);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 6);
    table.horizontalHeader()->setHighlightSections(false);
}

void GlyphDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const bool selected = (item.state & QStyle::State_Selected) != 0;
    if (index.data(AbsentRole).toBool()) {
        item.palette.setColor(QPalette::Text, toneColor(widgets::Tone::Quiet, option.palette));
    }
    const QVariant glyph = index.data(GlyphRole);
    if (!glyph.isValid()) {
        widgets::drawCell(*painter, item);
        return;
    }
    const QString text = std::exchange(item.text, {});
    widgets::drawCell(*painter, item);
    const QColor ink = item.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QRect room = item.rect.adjusted(cellMargin, 0, -cellMargin, 0);
    const QRectF place(room.left(), room.center().y() - glyphSide / 2, glyphSide, glyphSide);
    drawGlyph(*painter, place, widgets::Glyph(glyph.toInt()),
              selected ? ink
                       : toneColor(widgets::Tone(index.data(ToneRole).toInt()), option.palette));
    const QRect words = room.adjusted(glyphSide + gap, 0, 0, 0);
    painter->save();
    widgets::drawLine(*painter, words, text, ink, item.font);
    painter->restore();
}

QSize GlyphDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int beside = index.data(GlyphRole).isValid() ? glyphSide + gap : 0;
    const QFontMetrics &metrics = option.fontMetrics;
    return {metrics.horizontalAdvance(index.data().toString()) + beside + 2 * cellMargin + 1,
            metrics.height() + 2 * rowMargin};
}

} // namespace ui::history
