#include "ui/widgets/valuefield.h"

#include "ui/widgets/accessible.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace ui::widgets {

ValueField::ValueField(QLatin1StringView stableName, QWidget *parent)
    : QLineEdit(parent)
{
    setStableName(*this, stableName);
    setReadOnly(true);
    setFrame(false);
    setTextMargins(0, 0, 0, 0);
    // The base colour would draw a box around every value.
    setAutoFillBackground(false);
    QPalette transparent;
    transparent.setBrush(QPalette::Base, Qt::transparent);
    setPalette(transparent);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ValueField::setValue(const QString &text, const QString &exact)
{
    m_exact = exact;
    if (this->text() != text) {
        setText(text);
        updateGeometry();
    }
    setCursorPosition(0);
}

void ValueField::setElastic(bool elastic)
{
    m_elastic = elastic;
    updateGeometry();
}

void ValueField::setTone(std::optional<Tone> tone)
{
    m_tone = tone;
    tint();
}

void ValueField::tint()
{
    // The field's own base is transparent, which says nothing of light or dark.
    const QPalette &around = parentWidget() != nullptr ? parentWidget()->palette() : palette();
    const QColor ink = m_tone ? toneColor(*m_tone, around) : around.color(QPalette::Text);
    QPalette own = palette();
    if (own.color(QPalette::Text) != ink) {
        own.setColor(QPalette::Text, ink);
        setPalette(own);
    }
}

void ValueField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tint();
    }
}

QSize ValueField::sizeHint() const
{
    // Three pixels: the line edit's own margins (2 on the left) and the cursor.
    return {fontMetrics().horizontalAdvance(text()) + 6, fontMetrics().height() + 2};
}

QSize ValueField::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    // Even what is to be kept in sight may come from a server that has much to say.
    const int characters = m_elastic ? 8 : 28;
    return {std::min(whole.width(), fontMetrics().averageCharWidth() * characters), whole.height()};
}

void ValueField::paintEvent(QPaintEvent *event)
{
    // A line edit cuts its text without a sign; with the focus one can move through it.
    const QRect room = rect().adjusted(2, 0, -1, 0);
    if (hasFocus() || hasSelectedText() ||
        fontMetrics().horizontalAdvance(text()) <= room.width()) {
        QLineEdit::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(room, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
}

void ValueField::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyValue();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void ValueField::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Copy"), this, &ValueField::copyValue);
    menu->addAction(tr("Select &all"), this, &QLineEdit::selectAll);
    menu->popup(event->globalPos());
}

void ValueField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    // The selection is the focus mark of a field without a frame.
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
        selectAll();
    }
}

void ValueField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) {
        deselect();
        setCursorPosition(0);
    }
}

void ValueField::copyValue() const
{
    const bool part = hasSelectedText() && selectedText() != text();
    const QString whole = m_exact.isEmpty() ? text() : m_exact;
    QGuiApplication::clipboard()->setText(part ? selectedText() : whole);
}

} // namespace ui::widgets
