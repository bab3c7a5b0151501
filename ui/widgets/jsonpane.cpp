#include "ui/widgets/jsonpane.h"

#include "app/api/jsontext.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/bytestext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/jsontextview.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::widgets {

using namespace Qt::StringLiterals;

JsonPane::JsonPane(QLatin1StringView stableName, QWidget *parent)
    : QWidget(parent)
    , m_caption(new ElidedLabel(this))
    , m_modes(new QWidget(this))
    , m_raw(new QToolButton(m_modes))
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_text(new JsonTextView(stableName, this))
{
    m_copy->setToolTip(tr("Copy the whole text as it is shown"));
    auto *indented = new QToolButton(m_modes);
    //: Of two buttons, one is pressed: the text is indented, or as it came.
    indented->setText(tr("Indented"));
    indented->setToolTip(tr("Set out over lines, to read"));
    setStableName(*indented, "Indented"_L1, indented->toolTip());
    //: Of two buttons, one is pressed: the text is indented, or as it came.
    m_raw->setText(tr("Raw"));
    m_raw->setToolTip(tr("Exactly the bytes that were sent"));
    setStableName(*m_raw, "Raw"_L1, m_raw->toolTip());

    auto *group = new QButtonGroup(this);
    auto *modes = new QHBoxLayout(m_modes);
    modes->setContentsMargins(0, 0, 4, 0);
    modes->setSpacing(0);
    for (QToolButton *button : {indented, m_raw}) {
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
        group->addButton(button);
        modes->addWidget(button);
    }
    indented->setChecked(true);

    auto *line = new QHBoxLayout;
    line->setContentsMargins(6, 2, 2, 2);
    line->addWidget(m_caption, 1);
    line->addWidget(m_modes);
    line->addWidget(m_copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_text, 1);

    connect(m_raw, &QToolButton::toggled, this, &JsonPane::showBody);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(bodyText()); });
}

void JsonPane::setBody(const QString &caption, const QByteArray &body, const QString &empty)
{
    const bool changed = m_body != body;
    if (changed) {
        m_body = body;
        m_escaped = bytesText(body).escaped;
    }
    m_caption->setText(m_escaped
                           ? caption + u" · "_s + tr("bytes that are no text are written as \\xNN")
                           : caption);
    m_text->setPlaceholderText(empty);
    m_copy->setEnabled(!body.isEmpty());
    m_modes->setVisible(!body.isEmpty());
    if (changed) {
        showBody();
    }
}

void JsonPane::showBody()
{
    // What is one line of some thousand characters is not to be read by scrolling sideways.
    m_text->setWrapped(m_raw->isChecked());
    m_text->setSource([this] { return bodyText(); });
}

QString JsonPane::bodyText() const
{
    // What is not all text is no JSON either.
    return m_raw->isChecked() || m_escaped ? bytesText(m_body).text : api::indentedJson(m_body);
}

} // namespace ui::widgets
