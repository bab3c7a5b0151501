#include "ui/review/requestspane.h"

#include "app/exchange/requesttext.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/jsontextview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::review {

using namespace Qt::StringLiterals;

RequestsPane::RequestsPane(QUrl baseUrl, QWidget *parent)
    : QWidget(parent)
    , m_baseUrl(std::move(baseUrl))
    , m_copyJson(new QPushButton(tr("Copy as &JSON"), this))
    , m_copyCurl(new QPushButton(tr("Copy as c&URL"), this))
    , m_text(new widgets::JsonTextView("Requests"_L1, this))
{
    m_text->setPlaceholderText(tr("Nothing would be sent."));
    widgets::setStableName(*m_copyJson, "Copy as JSON"_L1,
                           tr("Copy method, path and body of each request"));
    widgets::setStableName(*m_copyCurl, "Copy as cURL"_L1,
                           tr("Copy a command for each request, which takes the token from the "
                              "environment variable HUBSPOT_ACCESS_TOKEN"));
    m_copyJson->setToolTip(m_copyJson->accessibleDescription());
    m_copyCurl->setToolTip(m_copyCurl->accessibleDescription());

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(6, 4, 6, 4);
    buttons->setSpacing(6);
    buttons->addStretch(1);
    buttons->addWidget(m_copyJson);
    buttons->addWidget(m_copyCurl);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(buttons);
    layout->addWidget(m_text, 1);

    connect(m_copyJson, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(exchange::jsonText(exchange::requestsOf(m_plan)));
    });
    connect(m_copyCurl, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(
            exchange::curlText(m_baseUrl, exchange::requestsOf(m_plan)));
    });
}

void RequestsPane::setPlan(const limits::Plan &plan)
{
    m_plan = plan;
    m_copyJson->setEnabled(!plan.requests.empty());
    m_copyCurl->setEnabled(!plan.requests.empty());
    m_text->setSource([this] { return exchange::plainText(exchange::requestsOf(m_plan)); });
}

} // namespace ui::review
