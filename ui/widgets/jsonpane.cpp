#include "ui/widgets/jsonpane.h"

#include "app/api/jsontext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/jsontextview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::widgets {

JsonPane::JsonPane(QLatin1StringView stableName, QWidget *parent)
    : QWidget(parent)
    , m_caption(new ElidedLabel(this))
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_text(new JsonTextView(stableName, this))
{
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
    m_text->setSource([body] { return api::indentedJson(body); });
}

} // namespace ui::widgets
