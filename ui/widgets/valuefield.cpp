#include "ui/widgets/valuefield.h"

#include "ui/widgets/accessible.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

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
