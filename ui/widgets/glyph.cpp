#include "ui/widgets/glyph.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ui::widgets {

namespace {

QPainterPath lines(std::initializer_list<std::initializer_list<QPointF>> strokes)
{
    QPainterPath path;
    for (const auto &stroke : strokes) {
        path.moveTo(*stroke.begin());
        std::for_each(stroke.begin() + 1, stroke.end(),
                      [&path](const QPointF &point) { path.lineTo(point); });
    }
    return path;
}

QPainterPath dots(std::initializer_list<QPointF> centres)
{
    QPainterPath path;
    for (const QPointF &centre : centres) {
        path.moveTo(centre);
        path.lineTo(centre + QPointF(0.01, 0));
    }
    return path;
}

// On a square of 16 by 16.
QPainterPath shape(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Check:
        return lines({{{3, 8.5}, {6.5, 12}, {13, 4.5}}});
    case Glyph::NotEqual:
        return lines({{{3, 6}, {13, 6}}, {{3, 10.5}, {13, 10.5}}, {{10.5, 3}, {5.5, 13.5}}});
    case Glyph::Cross:
        return lines({{{4, 4}, {12, 12}}, {{12, 4}, {4, 12}}});
    case Glyph::Question: {
        QPainterPath path;
        path.moveTo(5, 5.5);
        path.cubicTo(5, 1.5, 11.5, 1.5, 11.5, 5.5);
        path.cubicTo(11.5, 8, 8.2, 7.8, 8.2, 10.4);
        path.addPath(dots({{8.2, 13.5}}));
        return path;
    }
    case Glyph::Gap: {
        QPainterPath path;
        path.addEllipse(QPointF(8, 8), 5, 5);
        return path;
    }
    case Glyph::Dash:
        return lines({{{4, 8}, {12, 8}}});
    case Glyph::Dots:
        return dots({{3.5, 8.5}, {8, 8.5}, {12.5, 8.5}});
    case Glyph::Warning: {
        QPainterPath path = lines({{{8, 2}, {14.5, 13.5}, {1.5, 13.5}, {8, 2}}, {{8, 6}, {8, 9}}});
        path.addPath(dots({{8, 11.4}}));
        return path;
    }
    case Glyph::Pencil:
        return lines({{{3, 13}, {3.8, 9.8}, {10.8, 2.8}, {13.2, 5.2}, {6.2, 12.2}, {3, 13}}});
    case Glyph::Pin:
        return lines({{{5, 2.5}, {11, 2.5}},
                      {{6.3, 2.5}, {6.3, 6.5}, {4, 9.5}, {12, 9.5}, {9.7, 6.5}, {9.7, 2.5}},
                      {{8, 9.5}, {8, 14}}});
    case Glyph::Revert: {
        QPainterPath path = lines({{{6, 3}, {3, 6}, {6, 9}}});
        path.moveTo(3, 6);
        path.lineTo(9.5, 6);
        path.arcTo(QRectF(6, 6, 7, 7), 90, -180);
        path.lineTo(6, 13);
        return path;
    }
    case Glyph::Lock: {
        QPainterPath path;
        path.addRoundedRect(QRectF(3, 7, 10, 7), 1, 1);
        path.moveTo(5, 7);
        path.lineTo(5, 5);
        path.arcTo(QRectF(5, 2, 6, 6), 180, -180);
        path.lineTo(11, 7);
        path.addPath(dots({{8, 10.5}}));
        return path;
    }
    case Glyph::Info: {
        QPainterPath path = lines({{{8, 7.5}, {8, 11.2}}});
        path.addPath(dots({{8, 4.7}}));
        path.addEllipse(QPointF(8, 8), 6.5, 6.5);
        return path;
    }
    }
    Q_UNREACHABLE();
}

// The ones with more lines have thinner ones.
qreal strokeWidth(Glyph glyph)
{
    switch (glyph) {
    case Glyph::Warning:
    case Glyph::Info:
    case Glyph::Pencil:
    case Glyph::Pin:
    case Glyph::Revert:
    case Glyph::Lock:
        return 1.4;
    case Glyph::Check:
    case Glyph::NotEqual:
    case Glyph::Cross:
    case Glyph::Question:
    case Glyph::Gap:
    case Glyph::Dash:
    case Glyph::Dots:
        return 1.9;
    }
    Q_UNREACHABLE();
}

} // namespace

void drawGlyph(QPainter &painter, const QRectF &area, Glyph glyph, const QColor &color)
{
    const qreal side = std::min(area.width(), area.height());
    const QPointF corner = area.center() - QPointF(side / 2, side / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(corner);
    painter.scale(side / 16, side / 16);
    painter.setPen(QPen(color, strokeWidth(glyph), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape(glyph));
    painter.restore();
}

} // namespace ui::widgets
