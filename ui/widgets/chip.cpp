#include "ui/widgets/chip.h"

#include "ui/widgets/glyph.h"
#include "ui/widgets/tones.h"

#include <QPainter>
#include <QStyle>

namespace ui::widgets {

namespace {

constexpr int side = 8; // between the frame and the words
constexpr int gap = 4;

} // namespace

Chip::Chip(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize Chip::sizeHint() const
{
    // Two more than that: advances are rounded, and what lacks a half ends in an ellipsis.
    return {2 * side + fontMetrics().horizontalAdvance(text()) + 2 + gap + crossSide(),
            fontMetrics().height() + 6};
}

QSize Chip::minimumSizeHint() const
{
    return {2 * side + fontMetrics().averageCharWidth() * 4 + gap + crossSide(),
            sizeHint().height()};
}

int Chip::crossSide() const
{
    return fontMetrics().height() * 3 / 4;
}

void Chip::paintEvent(QPaintEvent *)
{
    const bool lit = underMouse() || isDown();
    const QColor edge = toneColor(hasFocus() ? Tone::Info : Tone::Quiet, palette());
    const QColor ink = palette().color(QPalette::Text);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // The focus has a wider frame, not only another colour.
    const qreal line = hasFocus() ? 2 : 1;
    const QRectF frame = QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.setPen(QPen(edge, line));
    painter.setBrush(lit ? toneFill(Tone::Info, palette()) : palette().color(QPalette::Base));
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);

    const QRect room = rect().adjusted(side, 0, -side, 0);
    const auto mirrored = [this, &room](const QRect &area) {
        return QStyle::visualRect(layoutDirection(), room, area);
    };
    const int words = room.width() - gap - crossSide();
    painter.setPen(ink);
    painter.drawText(mirrored(QRect(room.left(), 0, words, height())),
                     Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, words));
    drawGlyph(painter, mirrored(QRect(room.right() + 1 - crossSide(), 0, crossSide(), height())),
              Glyph::Cross, ink);
}

} // namespace ui::widgets
