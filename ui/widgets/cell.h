#pragma once

#include <QStyleOptionViewItem>

namespace ui::widgets {

/// Pixels between a table cell's edge and its text.
inline constexpr int cellMargin = 6;

/// Draws a table cell as the style does, but with room at the sides of its text: numbers at the
/// right of one column and words at the left of the next would touch without it. `option` has been
/// through the delegate's initStyleOption(). The text stands at the top of a cell that is several
/// lines high, else in its middle.
void drawCell(QPainter &painter, QStyleOptionViewItem option);

/// One line in the middle of `area`'s height, elided where it does not fit. For delegates that draw
/// more than one; the painter keeps the font and the pen.
void drawLine(QPainter &painter, const QRect &area, const QString &text, const QColor &color,
              const QFont &font, Qt::Alignment alignment = Qt::AlignLeft);

} // namespace ui::widgets
