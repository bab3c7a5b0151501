#include "ui/widgets/jsontextview.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/jsonhighlighter.h"

#include <QEvent>
#include <QFontDatabase>

#include <utility>

namespace ui::widgets {

using namespace Qt::StringLiterals;

namespace {

// What a text edit lays out and colours without a pause that is felt. The copy is always whole.
constexpr qsizetype shownCharacters = 400'000;
// Wrapped, it may all be one line, which is laid out as a whole whenever the width changes.
constexpr qsizetype shownWrapped = 200'000;

} // namespace

JsonTextView::JsonTextView(QLatin1StringView stableName, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new JsonHighlighter(document()))
{
    setStableName(*this, stableName);
    setReadOnly(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    // A read-only text is otherwise moved through by mouse only.
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setMinimumHeight(20);
    m_highlighter->setPalette(palette());
}

void JsonTextView::setSource(std::function<QString()> text)
{
    m_source = std::move(text);
    if (isVisible()) {
        fill();
    } else {
        clear();
    }
}

void JsonTextView::setWrapped(bool wrapped)
{
    setLineWrapMode(wrapped ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
}

void JsonTextView::showEvent(QShowEvent *event)
{
    QPlainTextEdit::showEvent(event);
    // Not in the constructor: the font's file is not to be read before the window is painted.
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    fill();
}

void JsonTextView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->setPalette(palette());
    }
}

void JsonTextView::fill()
{
    if (!m_source) {
        return;
    }
    QString text = std::exchange(m_source, nullptr)();
    const qsizetype most =
        lineWrapMode() == QPlainTextEdit::NoWrap ? shownCharacters : shownWrapped;
    if (text.size() > most) {
        text.truncate(most);
        text += u"\n\n"_s + tr("… cut off here. Copy takes all of it.");
    }
    setPlainText(text);
}

} // namespace ui::widgets
