#include "ui/widgets/tonestrip.h"

#include <QPainter>

namespace ui::widgets {

ToneStrip::ToneStrip(Tone tone, QWidget *parent)
    : QFrame(parent)
    , m_tone(tone)
{
}

void ToneStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneFill(m_tone, palette()));
    painter.fillRect(0, 0, 4, height(), toneColor(m_tone, palette()));
}

} // namespace ui::widgets
