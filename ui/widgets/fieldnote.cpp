#include "ui/widgets/fieldnote.h"

#include <QEvent>

namespace ui::widgets {

using namespace Qt::StringLiterals;

FieldNote::FieldNote(QWidget &field, QWidget *parent)
    : QLabel(parent)
    , m_field(field)
    , m_description(field.accessibleDescription())
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    hide();
}

void FieldNote::say(Tone tone, const QString &text)
{
    m_tone = tone;
    setText(text);
    setVisible(!text.isEmpty());
    m_field.setAccessibleDescription(text.isEmpty() ? m_description
                                                    : (m_description + u' ' + text).trimmed());
    tint();
}

void FieldNote::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tint();
    }
}

void FieldNote::tint()
{
    QPalette colors = palette();
    const QColor color = toneColor(m_tone, colors);
    if (colors.color(QPalette::WindowText) != color) {
        colors.setColor(QPalette::WindowText, color);
        setPalette(colors);
    }
}

} // namespace ui::widgets
