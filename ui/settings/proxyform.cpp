#include "ui/settings/proxyform.h"

#include "ui/settings/networkwords.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/formrows.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace ui::settings {

using namespace Qt::StringLiterals;
using ::accounts::NetworkKeeper;
using ::accounts::SecretPlace;
using api::Proxy;
using widgets::addFieldRow;
using widgets::FieldNote;
using widgets::Tone;

namespace {

quint16 portOf(const QString &text)
{
    return text.trimmed().toUShort(); // 0 where it is none
}

QString userHelp()
{
    return ProxyForm::tr("Empty where the proxy asks for none");
}

void sayAt(QWidget &field, FieldNote &note, const QString &words)
{
    note.say(Tone::Bad, words);
    field.setFocus();
}

} // namespace

ProxyForm::ProxyForm(const NetworkKeeper &network, QWidget *parent)
    : GroupBox(tr("Proxy"), parent)
    , m_network(network)
    , m_rows(new QFormLayout(this))
    , m_use(new QComboBox(this))
    , m_host(new QLineEdit(this))
    , m_port(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_forget(new QPushButton(tr("For&get password"), this))
{
    makeFields();
    connectFields();
    setFocusProxy(m_use);
}

void ProxyForm::makeFields()
{
    m_use->addItem(tr("As the system says"), int(Proxy::Use::System));
    m_use->addItem(tr("None"), int(Proxy::Use::None));
    m_use->addItem(tr("This one"), int(Proxy::Use::Own));
    m_use->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_port->setFixedWidth(12 * fontMetrics().averageCharWidth());
    m_password->setEchoMode(QLineEdit::Password);
    m_forget->setAutoDefault(false);
    widgets::setStableName(*m_use, "Proxy"_L1, tr("How addresses are reached"));
    widgets::setStableName(*m_host, "Proxy host"_L1);
    widgets::setStableName(*m_port, "Proxy port"_L1);
    widgets::setStableName(*m_user, "Proxy user"_L1, userHelp());
    widgets::setStableName(*m_password, "Proxy password"_L1);
    widgets::setStableName(*m_forget, "Forget proxy password"_L1);
    m_useNote = new FieldNote(*m_use, this);
    // Two lines always: nothing jumps with the choice, and nothing beneath takes their room.
    m_useNote->setMinimumHeight(2 * m_useNote->fontMetrics().lineSpacing());
    m_useNote->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_hostNote = new FieldNote(*m_host, this);
    m_portNote = new FieldNote(*m_port, this);
    m_userNote = new FieldNote(*m_user, this);
    m_passwordNote = new FieldNote(*m_password, this);

    auto *port = new QHBoxLayout; // its note is as wide as the others
    port->addWidget(m_port);
    port->addStretch(1);
    auto *password = new QHBoxLayout;
    password->addWidget(m_password, 1);
    password->addWidget(m_forget);
    addFieldRow(*m_rows, tr("&Which:"), *m_use, nullptr, m_useNote);
    addFieldRow(*m_rows, tr("&Host:"), *m_host, nullptr, m_hostNote);
    addFieldRow(*m_rows, tr("Po&rt:"), *m_port, port, m_portNote);
    addFieldRow(*m_rows, tr("&User:"), *m_user, nullptr, m_userNote);
    addFieldRow(*m_rows, tr("&Password:"), *m_password, password, m_passwordNote);
}

void ProxyForm::connectFields()
{
    connect(m_use, &QComboBox::currentIndexChanged, this, &ProxyForm::showUse);
    connect(m_host, &QLineEdit::textEdited, m_hostNote, &FieldNote::clearNote);
    connect(m_host, &QLineEdit::editingFinished, this, &ProxyForm::takePortFromHost);
    connect(m_port, &QLineEdit::textEdited, m_portNote, &FieldNote::clearNote);
    connect(m_user, &QLineEdit::textEdited, m_userNote, &FieldNote::clearNote);
    for (QLineEdit *field : {m_host, m_port, m_user, m_password}) {
        connect(field, &QLineEdit::textChanged, this, [this] {
            showPassword();
            Q_EMIT edited();
        });
    }
    connect(m_forget, &QPushButton::clicked, this, &ProxyForm::forget);
    connect(&m_network, &NetworkKeeper::changed, this, &ProxyForm::showPassword);
}

void ProxyForm::setProxy(const Proxy &proxy)
{
    m_forgets = false;
    m_use->setCurrentIndex(m_use->findData(int(proxy.use)));
    m_host->setText(proxy.host);
    m_port->setText(proxy.port == 0 ? QString() : QString::number(proxy.port));
    m_user->setText(proxy.user);
    m_password->setText({}); // unlike clear(), it leaves nothing to undo
    m_hostNote->clearNote();
    m_portNote->clearNote();
    m_userNote->clearNote();
    showUse();
}

Proxy ProxyForm::proxy() const
{
    return {.use = Proxy::Use(m_use->currentData().toInt()),
            .host = m_host->text().trimmed(),
            .port = portOf(m_port->text()),
            .user = m_user->text().trimmed()};
}

std::optional<QString> ProxyForm::password() const
{
    QString typed = m_password->text();
    while (typed.endsWith(u'\n') || typed.endsWith(u'\r')) { // pasted with it
        typed.chop(1);
    }
    if (!typed.isEmpty()) {
        return typed;
    }
    return m_forgets ? std::optional(QString()) : std::nullopt;
}

bool ProxyForm::isEdited() const
{
    const bool isNumber = m_port->text().isEmpty() || portOf(m_port->text()) != 0;
    return !isNumber || password() || proxy() != m_network.settings().proxy;
}

// "proxy.example.com:8080" is what a person has at hand to paste.
void ProxyForm::takePortFromHost()
{
    const auto pasted = api::parseProxy(m_host->text());
    if (pasted && pasted->use == Proxy::Use::Own) {
        m_host->setText(pasted->host);
        m_port->setText(QString::number(pasted->port));
        m_portNote->clearNote();
    }
}

void ProxyForm::forget()
{
    m_forgets = true;
    m_password->setText({});
    m_password->setFocus(); // the button is off now
    showPassword();
    Q_EMIT edited();
}

void ProxyForm::showUse()
{
    const auto use = Proxy::Use(m_use->currentData().toInt());
    const bool own = use == Proxy::Use::Own;
    m_useNote->say(Tone::Quiet,
                   proxyUseText(use) + u' ' + tr("This computer itself is never reached by one."));
    for (QWidget *field : {m_host, m_port, m_user, m_password}) {
        field->setEnabled(own);
    }
    // What can't be typed over would look like a proxy that was chosen.
    m_host->setPlaceholderText(own ? u"proxy.example.com"_s : QString());
    m_port->setPlaceholderText(own ? u"8080"_s : QString());
    m_user->setPlaceholderText(own ? userHelp() : QString());
    if (!own) {
        m_hostNote->clearNote();
        m_portNote->clearNote();
        m_userNote->clearNote();
    }
    showPassword();
    Q_EMIT edited();
}

void ProxyForm::showPassword()
{
    const Proxy shown = proxy();
    const bool own = shown.use == Proxy::Use::Own;
    const bool isThere = m_network.passwordPlace() != SecretPlace::Nowhere;
    const bool isForIt = isThere && m_network.isSameProxy(shown);
    m_forget->setEnabled(own && isForIt && !m_forgets && m_password->text().isEmpty());
    m_password->setPlaceholderText(passwordPlaceText(
        isForIt && !m_forgets ? m_network.passwordPlace() : SecretPlace::Nowhere));
    if (isThere && !isForIt) {
        m_passwordNote->say(Tone::Warning, tr("The password was for another proxy or user, and is "
                                              "forgotten with OK or Apply."));
    } else if (isForIt && m_forgets && m_password->text().isEmpty()) {
        m_passwordNote->say(Tone::Warning, tr("The password is forgotten with OK or Apply."));
    } else {
        m_passwordNote->say(Tone::Quiet, tr("It goes to this proxy only, and is in no file."));
    }
}

bool ProxyForm::check()
{
    takePortFromHost();
    if (Proxy::Use(m_use->currentData().toInt()) != Proxy::Use::Own) {
        return true;
    }
    if (!m_port->text().trimmed().isEmpty() && portOf(m_port->text()) == 0) {
        sayAt(*m_port, *m_portNote, tr("A port is a number from 1 to 65535."));
        return false;
    }
    if (!m_password->text().isEmpty() && m_user->text().trimmed().isEmpty()) {
        sayAt(*m_user, *m_userNote, tr("The password needs a user it belongs to."));
        return false;
    }
    return true;
}

void ProxyForm::say(const api::NetworkSettingsError &error)
{
    const bool isPort = error.kind == api::NetworkSettingsError::Kind::ProxyIncomplete &&
                        !m_host->text().trimmed().isEmpty();
    if (isPort) {
        sayAt(*m_port, *m_portNote, networkProblemText(error));
    } else {
        sayAt(*m_host, *m_hostNote, networkProblemText(error));
    }
}

} // namespace ui::settings
