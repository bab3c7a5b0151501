#include "ui/widgets/elidedlabel.h"

#include "ui/widgets/accessible.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::widgets {

ElidedLabel::ElidedLabel(QWidget *parent)
    : QFrame(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text, const QString &whole)
{
    if (m_text == text && m_whole == whole) {
        return;
    }
    m_text = text;
    m_whole = whole;
    setAccessibleName(text);
    updateGeometry();
    updateToolTip();
    update();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {textWidth() + 2 * frameWidth(), fontMetrics().height() + 2 * frameWidth()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return {std::min(whole.width(), fontMetrics().averageCharWidth() * 6), whole.height()};
}

void ElidedLabel::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const QRect area = contentsRect();
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_text, m_mode, area.width()));
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    updateToolTip();
}

int ElidedLabel::textWidth() const
{
    // Rounded down, it would be too little for elidedText(), which reckons in fractions.
    return int(std::ceil(QFontMetricsF(font()).horizontalAdvance(m_text)));
}

void ElidedLabel::updateToolTip()
{
    const bool fits = textWidth() <= contentsRect().width();
    setToolTip(plainToolTip(!m_whole.isEmpty() ? m_whole : fits ? QString() : m_text));
}

} // namespace ui::widgets
