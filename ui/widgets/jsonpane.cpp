#include "ui/widgets/jsonpane.h"

#include "app/api/jsontext.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/jsonhighlighter.h"

#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::widgets {

using namespace Qt::StringLiterals;

namespace {

// What a text edit lays out and colours without a pause that is felt. The copy is always whole.
constexpr qsizetype shownCharacters = 400'000;

} // namespace

JsonPane::JsonPane(QLatin1StringView stableName, QWidget *parent)
    : QWidget(parent)
    , m_caption(new ElidedLabel(this))
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_text(new QPlainTextEdit(this))
    , m_highlighter(new JsonHighlighter(m_text->document()))
{
    setStableName(*m_text, stableName);
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    // A read-only text is otherwise moved through by mouse only.
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setMinimumHeight(20);
    m_highlighter->setPalette(palette());
    m_copy->setToolTip(tr("Copy the whole text"));

    auto *line = new QHBoxLayout;
    line->setContentsMargins(6, 2, 2, 2);
    line->addWidget(m_caption, 1);
    line->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_text, 1);

    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(api::indentedJson(m_body)); });
}

void JsonPane::setBody(const QString &caption, const QByteArray &body, const QString &empty)
{
    m_caption->setText(caption);
    m_text->setPlaceholderText(empty);
    m_copy->setEnabled(!body.isEmpty());
    if (m_body == body) {
        return;
    }
    m_body = body;
    m_stale = true;
    if (isVisible()) {
        fill();
    } else {
        m_text->clear();
    }
}

void JsonPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // Not in the constructor: the font's file is not to be read before the window is painted.
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    if (m_stale) {
        fill();
    }
}

void JsonPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->setPalette(palette());
    }
}

void JsonPane::fill()
{
    m_stale = false;
    QString text = api::indentedJson(m_body);
    if (text.size() > shownCharacters) {
        text.truncate(shownCharacters);
        text += u"\n\n"_s + tr("… cut off here. Copy takes all of it.");
    }
    m_text->setPlainText(text);
}

} // namespace ui::widgets
