#include "ui/widgets/emptystate.h"

#include "ui/widgets/tones.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::widgets {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
{
    QFont bold = m_title->font();
    bold.setWeight(QFont::Bold);
    m_title->setFont(bold);
    for (QLabel *label : {m_title, m_sentence}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->addStretch(1);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    layout->addStretch(1);
    tint();
}

void EmptyState::setText(const QString &title, const QString &sentence, const QString &button)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    if (m_button == nullptr && !button.isEmpty()) {
        m_button = new QPushButton(this);
        auto *column = static_cast<QVBoxLayout *>(layout());
        column->insertWidget(column->indexOf(m_sentence) + 1, m_button, 0, Qt::AlignHCenter);
        connect(m_button, &QPushButton::clicked, this, &EmptyState::pressed);
    }
    if (m_button != nullptr) {
        m_button->setText(button);
        m_button->setVisible(!button.isEmpty());
    }
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tint();
    }
}

void EmptyState::tint()
{
    QPalette quiet = m_sentence->palette();
    const QColor color = toneColor(Tone::Quiet, palette());
    if (quiet.color(QPalette::WindowText) != color) {
        quiet.setColor(QPalette::WindowText, color);
        m_sentence->setPalette(quiet);
    }
}

} // namespace ui::widgets
