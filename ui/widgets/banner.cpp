#include "ui/widgets/banner.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextEdit>

#include <algorithm>
#include <cmath>
#include <memory>

namespace ui::widgets {

namespace {

constexpr int edge = 3;
constexpr int glyphSide = 16;
constexpr int margin = 6;
constexpr int textLeft = edge + margin + glyphSide + margin;

Glyph glyphOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return Glyph::Check;
    case Tone::Warning:
        return Glyph::Warning;
    case Tone::Bad:
        return Glyph::Cross;
    case Tone::Info:
    case Tone::Quiet:
        return Glyph::Info;
    }
    Q_UNREACHABLE();
}

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

// Not before there is something to say: a text edit takes a hundredth of the program's start.
void Banner::makeContent()
{
    m_text = new QTextEdit(this);
    m_button = new QPushButton(this);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    m_text->setMinimumHeight(0);
    m_text->document()->setDocumentMargin(0);
    m_text->setAccessibleName(tr("Message"));
    // The banner paints the ground.
    m_text->viewport()->setAutoFillBackground(false);

    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_message.copyLabel.isEmpty()) {
            Q_EMIT actionRequested();
        } else {
            QGuiApplication::clipboard()->setText(m_message.copyText);
        }
    });
    m_text->show();
}

void Banner::setMessage(const Message &message)
{
    if (message == m_message) {
        return;
    }
    m_message = message;
    if (!m_text) {
        makeContent();
    }
    fill();
    showButton();
    update();
}

void Banner::setAction(const QString &label)
{
    m_action = label;
    if (m_text) {
        showButton();
    }
}

void Banner::showButton()
{
    const QString &label = m_message.copyLabel.isEmpty() ? m_action : m_message.copyLabel;
    m_button->setText(label);
    m_button->setVisible(!label.isEmpty());
    placeChildren();
    updateGeometry();
}

QString Banner::text() const
{
    return m_text ? m_text->toPlainText() : QString();
}

void Banner::setMaximumBannerHeight(int pixels)
{
    if (m_maximumHeight != pixels) {
        m_maximumHeight = pixels;
        updateGeometry();
    }
}

void Banner::fill()
{
    m_text->clear();
    QTextCursor cursor(m_text->document());
    QTextCharFormat plain;
    plain.setForeground(palette().color(QPalette::Text));
    QTextCharFormat bold = plain;
    bold.setFontWeight(QFont::Bold);
    bold.setForeground(toneColor(m_message.tone, palette()));
    // insertText() takes everything literally, unlike setText() and append().
    const auto add = [&cursor](const QString &text, const QTextCharFormat &format) {
        if (text.isEmpty()) {
            return;
        }
        if (!cursor.atStart()) {
            QTextBlockFormat block;
            block.setTopMargin(2);
            cursor.insertBlock(block, format);
        }
        cursor.insertText(text, format);
    };
    add(m_message.title, bold);
    add(m_message.words, plain);
    add(m_message.next, plain);
    // The edit's own cursor was pushed to the end, and it scrolls to its cursor.
    m_text->moveCursor(QTextCursor::Start);
}

int Banner::textWidth(int width) const
{
    const int beside = m_button->isHidden() ? 0 : m_button->sizeHint().width() + margin;
    return std::max(1, width - textLeft - margin - beside);
}

int Banner::textHeight(int width) const
{
    // Measured on a copy: a width set on the edit's own document leaves its scroll bar behind.
    const std::unique_ptr<QTextDocument> copy(m_text->document()->clone());
    copy->setTextWidth(textWidth(width));
    return int(std::ceil(copy->size().height()));
}

int Banner::heightForWidth(int width) const
{
    if (!m_text) {
        return 2 * margin;
    }
    const int button = m_button->isHidden() ? 0 : m_button->sizeHint().height();
    const int words = std::min(textHeight(width), m_maximumHeight - 2 * margin);
    return std::max(words, button) + 2 * margin;
}

QSize Banner::sizeHint() const
{
    return {textLeft + 40 * fontMetrics().averageCharWidth(), heightForWidth(width())};
}

QSize Banner::minimumSizeHint() const
{
    return {textLeft + 20 * fontMetrics().averageCharWidth(), sizeHint().height()};
}

void Banner::paintEvent(QPaintEvent *event)
{
    if (!m_text) {
        return;
    }
    QPainter painter(this);
    painter.fillRect(event->rect(), toneFill(m_message.tone, palette()));
    const QColor color = toneColor(m_message.tone, palette());
    painter.fillRect(QRect(0, 0, edge, height()), color);
    const int line = m_text->fontMetrics().height();
    drawGlyph(painter,
              QRectF(edge + margin, margin + (line - glyphSide) / 2.0, glyphSide, glyphSide),
              glyphOf(m_message.tone), color);
}

void Banner::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    placeChildren();
}

// By hand: a layout would answer for the banner when it is asked for its height at a width, and it
// does not know how the text breaks.
void Banner::placeChildren()
{
    if (!m_text) {
        return;
    }
    m_text->setGeometry(textLeft, margin, textWidth(width()), height() - 2 * margin);
    const QSize button = m_button->sizeHint();
    m_button->setGeometry(width() - margin - button.width(), margin, button.width(),
                          button.height());
    const bool scrolls = textHeight(width()) > m_maximumHeight - 2 * margin;
    m_text->setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_text) {
        fill();
    }
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
}

} // namespace ui::widgets
