#include "ui/accounts/accountstrip.h"

#include "ui/accounts/accountlook.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/tones.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace ui::accounts {

using namespace Qt::StringLiterals;
using ::accounts::Account;
using ::accounts::Kind;
using widgets::Tone;

namespace {

constexpr int edge = 3;

QString openText(Kind kind, const QString &host)
{
    switch (kind) {
    case Kind::Sandbox:
        return AccountStrip::tr(
            "Sandbox: an imitation of HubSpot to try things in. Nothing leaves this computer.");
    case Kind::Unknown:
    case Kind::Standard:
        return AccountStrip::tr("Production: what you submit changes the HubSpot account at %1.")
            .arg(host);
    case Kind::HubSpotSandbox:
        return AccountStrip::tr(
                   "Sandbox account: what you submit changes the HubSpot sandbox at %1.")
            .arg(host);
    case Kind::DeveloperTest:
        return AccountStrip::tr("Developer test account: what you submit changes the test account "
                                "at %1.")
            .arg(host);
    case Kind::AppDeveloper:
        return AccountStrip::tr("App developer account: what you submit changes the developer "
                                "account at %1.")
            .arg(host);
    }
    Q_UNREACHABLE();
}

QString lockedText(Kind kind, const QString &host)
{
    switch (kind) {
    case Kind::Sandbox:
        return AccountStrip::tr("Read-only: the sandbox inside this program is locked.");
    case Kind::Unknown:
    case Kind::Standard:
        return AccountStrip::tr("Read-only: the production account at %1 is locked. Nothing can be "
                                "submitted to it.")
            .arg(host);
    case Kind::HubSpotSandbox:
        return AccountStrip::tr("Read-only: the HubSpot sandbox at %1 is locked. Nothing can be "
                                "submitted to it.")
            .arg(host);
    case Kind::DeveloperTest:
        return AccountStrip::tr("Read-only: the developer test account at %1 is locked. Nothing "
                                "can be submitted to it.")
            .arg(host);
    case Kind::AppDeveloper:
        return AccountStrip::tr("Read-only: the app developer account at %1 is locked. Nothing can "
                                "be submitted to it.")
            .arg(host);
    }
    Q_UNREACHABLE();
}

/// The strip keeps its height from one account to the other.
void keepRoom(QWidget &widget)
{
    QSizePolicy policy = widget.sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    widget.setSizePolicy(policy);
}

} // namespace

AccountStrip::AccountStrip(QWidget *parent)
    : QFrame(parent)
    , m_text(new widgets::ElidedLabel(this))
    , m_lock(new QPushButton(this))
    , m_reset(new QPushButton(tr("Reset sandbox…"), this))
    , m_lockAction(new QAction(tr("&Lock account"), this))
    , m_resetAction(new QAction(tr("&Reset sandbox…"), this))
{
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_lock->setFlat(true);
    m_reset->setFlat(true);
    keepRoom(*m_lock);
    m_reset->setToolTip(tr("Put the sandbox's limits back to what they were at the first start"));
    m_resetAction->setToolTip(m_reset->toolTip());
    m_lockAction->setEnabled(false);
    m_resetAction->setEnabled(false);
    connect(m_reset, &QPushButton::clicked, m_resetAction, &QAction::trigger);
    connect(m_lock, &QPushButton::clicked, m_lockAction, &QAction::trigger);
    connect(m_resetAction, &QAction::triggered, this, &AccountStrip::resetSandboxRequested);
    connect(m_lockAction, &QAction::triggered, this,
            [this] { Q_EMIT lockRequested(!m_account.endpoint.isReadOnly()); });
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 2 + edge, 8, 2);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_lock);
    layout->addWidget(m_reset);
}

void AccountStrip::setAccount(const Account &account)
{
    m_account = account;
    const bool locked = account.endpoint.isReadOnly();
    const QString host = account.endpoint.baseUrl.host();
    m_text->setText(locked ? lockedText(account.kind, host) : openText(account.kind, host));
    m_reset->setVisible(account.kind == Kind::Sandbox);
    m_resetAction->setEnabled(account.kind == Kind::Sandbox);
    m_lock->setText(locked ? tr("Unlock…") : tr("Lock"));
    m_lock->setToolTip(locked ? tr("Allow limits to be submitted to this account")
                              : tr("Let this account be read, but not changed"));
    m_lockAction->setText(locked ? tr("Un&lock account…") : tr("&Lock account"));
    m_lockAction->setToolTip(m_lock->toolTip());
    m_lockAction->setEnabled(true);
    // What it does now, so that nobody who hears or scripts it does the opposite.
    widgets::setStableName(*m_lock, locked ? "Unlock"_L1 : "Lock"_L1, m_lock->toolTip());
    // In the sandbox nothing is at stake: it is locked under Accounts, by those who want it.
    m_lock->setVisible(locked || account.kind != Kind::Sandbox);
    tint();
    update();
}

void AccountStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tone tone = toneOf(m_account.kind);
    painter.fillRect(rect(), widgets::toneFill(tone, palette()));
    painter.fillRect(0, 0, 4, height(), widgets::toneColor(tone, palette()));
    painter.fillRect(0, 0, width(), edge, colorOf(m_account.color, m_account.kind, palette()));
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
    const QColor color = widgets::toneColor(toneOf(m_account.kind), palette());
    if (colors.color(QPalette::WindowText) != color) {
        colors.setColor(QPalette::WindowText, color);
        m_text->setPalette(colors);
    }
}

} // namespace ui::accounts
