#include "ui/accounts/accountstrip.h"

#include "ui/widgets/tones.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace ui::accounts {

using ::accounts::Kind;
using widgets::Tone;

namespace {

Tone toneOf(Kind kind)
{
    return ::accounts::needsConfirmation(kind) ? Tone::Bad : Tone::Info;
}

} // namespace

AccountStrip::AccountStrip(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_reset(new QPushButton(tr("Reset sandbox…"), this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_reset->setFlat(true);
    // The strip keeps its height from one account to the other.
    QSizePolicy policy = m_reset->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(policy);
    m_reset->setToolTip(tr("Put the sandbox's limits back to what they were at the first start"));
    connect(m_reset, &QPushButton::clicked, this, &AccountStrip::resetSandboxRequested);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 2, 8, 2);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_reset);
}

void AccountStrip::setAccount(const ::accounts::Account &account)
{
    m_kind = account.kind;
    m_reset->setVisible(m_kind == Kind::Sandbox);
    m_text->setText(textOf(m_kind, account.endpoint.baseUrl.host()));
    tint();
    update();
}

QString AccountStrip::textOf(Kind kind, const QString &host)
{
    switch (kind) {
    case Kind::Sandbox:
        return tr(
            "Sandbox: an imitation of HubSpot to try things in. Nothing leaves this computer.");
    case Kind::Unknown:
    case Kind::Standard:
        return tr("Production: what you submit changes the HubSpot account at %1.").arg(host);
    case Kind::HubSpotSandbox:
        return tr("Sandbox account: what you submit changes the HubSpot sandbox at %1.").arg(host);
    case Kind::DeveloperTest:
        return tr("Developer test account: what you submit changes the test account at %1.")
            .arg(host);
    case Kind::AppDeveloper:
        return tr("App developer account: what you submit changes the developer account at %1.")
            .arg(host);
    }
    Q_UNREACHABLE();
}

void AccountStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), widgets::toneFill(toneOf(m_kind), palette()));
    painter.fillRect(0, 0, 4, height(), widgets::toneColor(toneOf(m_kind), palette()));
}

void AccountStrip::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tint();
    }
}

void AccountStrip::tint()
{
    QPalette colors = m_text->palette();
    const QColor color = widgets::toneColor(toneOf(m_kind), palette());
    if (colors.color(QPalette::WindowText) != color) {
        colors.setColor(QPalette::WindowText, color);
        m_text->setPalette(colors);
    }
}

} // namespace ui::accounts
