#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QColor;
class QPainter;
class QRectF;
QT_END_NAMESPACE

namespace ui::widgets {

/// The signs that go with a tone, so that colour is never the only one.
enum class Glyph : quint8 {
    Check,
    NotEqual,
    Cross,
    Question,
    Gap,
    Dash,
    Dots,
    Warning,
    Info,
    Pencil,
    Pin,
    Revert,
    Lock
};

/// Draws the glyph into the largest square in the middle of `area`; good from 12 pixels on.
void drawGlyph(QPainter &painter, const QRectF &area, Glyph glyph, const QColor &color);

} // namespace ui::widgets
