#include "ui/accounts/oauthform.h"

#include "ui/accounts/accountwords.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/question.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>

namespace ui::accounts {

using namespace Qt::StringLiterals;
using ::accounts::Account;
using ::accounts::OAuthApp;
using ::accounts::OAuthTokens;
using ::accounts::SignIn;
using ::accounts::SignInMethod;
using widgets::addFieldRow;
using widgets::FieldNote;
using widgets::Tone;

namespace {

/// Contacts, companies and deals, and the account's own objects with their names; "oauth" is in
/// every HubSpot app. HubSpot wants any one crm.objects scope for limits and says what it misses.
constexpr QLatin1StringView defaultScopes{
    "oauth crm.objects.contacts.read crm.objects.companies.read crm.objects.deals.read "
    "crm.objects.custom.read crm.schemas.custom.read"};

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    return text.split(between, Qt::SkipEmptyParts);
}

QString redirectText()
{
    const QString first = OAuthForm::tr("Enter it as a redirect URL of your HubSpot app.");
    const QStringList others = SignIn::redirectUris().mid(1);
    return others.empty() ? first
                          : first + u' ' +
                                OAuthForm::tr("Where other programs use its port, these too: %1")
                                    .arg(others.join(u", "_s));
}

} // namespace

OAuthForm::OAuthForm(Tools tools, QWidget *parent)
    : QWidget(parent)
    , m_tools(std::move(tools))
    , m_rows(new QFormLayout(this))
    , m_clientId(new QLineEdit(this))
    , m_secret(new QLineEdit(this))
    , m_scopes(new QPlainTextEdit(this))
    , m_redirect(new QLineEdit(SignIn::redirectUris().front(), this))
    , m_start(new QPushButton(tr("Sign in &with HubSpot"), this))
    , m_cancel(new QPushButton(tr("Cance&l sign-in"), this))
    , m_copyAddress(new QPushButton(tr("Cop&y address"), this))
    , m_signOut(new QPushButton(tr("Sign o&ut…"), this))
    , m_busy(new QProgressBar(this))
{
    widgets::setStableName(*m_clientId, "Client ID"_L1, tr("Of your own HubSpot app"));
    widgets::setStableName(*m_secret, "Client secret"_L1, tr("Of your own HubSpot app"));
    widgets::setStableName(*m_scopes, "Scopes"_L1, tr("What to ask HubSpot for"));
    widgets::setStableName(*m_redirect, "Redirect address"_L1,
                           tr("To be registered in your HubSpot app"));
    m_idNote = new FieldNote(*m_clientId, this);
    m_secretNote = new FieldNote(*m_secret, this);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setMaxLength(100000);
    m_scopes->setTabChangesFocus(true);
    m_scopes->setFixedHeight(4 * m_scopes->fontMetrics().lineSpacing());
    m_redirect->setReadOnly(true);
    auto *copy = new QPushButton(tr("Co&py"), this);
    widgets::setStableName(*copy, "Copy redirect address"_L1);
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_redirect->text()); });
    auto *redirect = new QHBoxLayout;
    redirect->addWidget(m_redirect, 1);
    redirect->addWidget(copy);
    auto *redirectNote = new FieldNote(*m_redirect, this);

    m_rows->setContentsMargins(0, 0, 0, 0);
    addFieldRow(*m_rows, tr("Client I&D:"), *m_clientId, nullptr, m_idNote);
    addFieldRow(*m_rows, tr("Client &secret:"), *m_secret, nullptr, m_secretNote);
    addFieldRow(*m_rows, tr("Sc&opes:"), *m_scopes, nullptr, nullptr);
    addFieldRow(*m_rows, tr("Redirec&t:"), *m_redirect, redirect, redirectNote);
    redirectNote->say(Tone::Quiet, redirectText());
    m_rows->addRow(QString(), makeButtons());
    m_note = new FieldNote(*m_start, this);
    m_rows->addRow(QString(), m_note);
    connect(m_clientId, &QLineEdit::textEdited, m_idNote, &FieldNote::clearNote);
    connect(m_secret, &QLineEdit::textEdited, m_secretNote, &FieldNote::clearNote);
    showState();
}

OAuthForm::~OAuthForm() = default;

QWidget *OAuthForm::makeButtons()
{
    widgets::setStableName(*m_start, "Sign in"_L1,
                           tr("Opens HubSpot in the browser and waits for its answer"));
    widgets::setStableName(*m_cancel, "Cancel sign-in"_L1);
    widgets::setStableName(*m_copyAddress, "Copy address"_L1, tr("To open it in another browser"));
    widgets::setStableName(*m_signOut, "Sign out"_L1);
    m_copyAddress->setToolTip(tr("To open it in another browser"));
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setMaximumWidth(80);
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {m_start, m_copyAddress, m_cancel, m_signOut}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addWidget(m_busy);
    row->addStretch(1);
    connect(m_start, &QPushButton::clicked, this, &OAuthForm::signIn);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_signIn->cancel(); });
    connect(m_copyAddress, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_address.toString(QUrl::FullyEncoded));
    });
    connect(m_signOut, &QPushButton::clicked, this, &OAuthForm::askToSignOut);
    return buttons;
}

void OAuthForm::setAccount(const Account &account)
{
    const bool isAnother = account.id != m_account.id;
    // The keychain's answer may come after the account was shown.
    const bool cameLate = m_account.place == ::accounts::SecretPlace::Reading &&
                          account.place != ::accounts::SecretPlace::Reading &&
                          m_clientId->text().isEmpty();
    m_account = account;
    if (isAnother) {
        m_signIn.reset();
        m_note->clearNote();
        m_idNote->clearNote();
        m_secretNote->clearNote();
        m_secret->setText({});
    }
    if (isAnother || cameLate) {
        fill();
    }
    showState();
}

void OAuthForm::fill()
{
    const auto &app = m_tools.book.credentials(m_account.id).app;
    m_clientId->setText(app ? app->clientId : QString());
    m_scopes->setPlainText(app ? app->scopes.join(u' ') : QString(defaultScopes));
}

void OAuthForm::signIn()
{
    m_note->clearNote();
    const QString clientId = m_clientId->text().trimmed();
    if (clientId.isEmpty()) {
        m_idNote->say(Tone::Bad, tr("Copy the client ID from your HubSpot app."));
        m_clientId->setFocus();
        return;
    }
    const auto &known = m_tools.book.credentials(m_account.id).app;
    OAuthApp app{clientId, known ? known->clientSecret : QByteArray(),
                 wordsOf(m_scopes->toPlainText())};
    if (!m_secret->text().isEmpty() || app.clientSecret.isEmpty()) {
        const auto secret = ::accounts::cleanToken(m_secret->text());
        if (!secret) {
            m_secretNote->say(Tone::Bad, secretProblemText(secret.error()));
            m_secret->setFocus();
            return;
        }
        app.clientSecret = *secret;
    }
    m_app = app;
    m_signIn = std::make_unique<SignIn>(
        app, ::accounts::OAuthAddresses::of(m_account.endpoint.baseUrl), m_tools.clock);
    m_signIn->setRoute(m_tools.reader.transport().route());
    connect(m_signIn.get(), &SignIn::browserNeeded, this, &OAuthForm::openBrowser);
    connect(m_signIn.get(), &SignIn::succeeded, this, &OAuthForm::succeed);
    connect(m_signIn.get(), &SignIn::failed, this, &OAuthForm::fail);
    m_signIn->start();
    showState();
    m_cancel->setFocus();
}

void OAuthForm::openBrowser(const QUrl &address)
{
    m_address = address;
    m_copyAddress->setEnabled(true);
    if (m_tools.openBrowser(address)) {
        m_note->say(Tone::Info, tr("Waiting for the browser. Choose the account there and grant "
                                   "what is asked for."));
    } else {
        m_note->say(Tone::Warning,
                    tr("The browser could not be opened. Copy the address into one."));
    }
}

void OAuthForm::succeed(const OAuthTokens &tokens)
{
    m_signIn.release()->deleteLater();
    const QString id = m_account.id;
    ::accounts::AccountData wanted = dataOf(m_account);
    wanted.method = SignInMethod::OAuth;
    if (const auto changed = m_tools.book.change(id, wanted); !changed) {
        m_note->say(Tone::Bad, changed.error());
        showState();
        return;
    }
    const bool replaces = m_account.endpoint.hasToken();
    m_secret->setText({});
    m_tools.book.setCredentials(id, {{}, std::exchange(m_app, {}), tokens});
    m_note->say(Tone::Good, tr("Signed in. The sign-in is renewed by itself."));
    showState();
    m_start->setFocus();
    if (replaces) {
        Q_EMIT keyReplaced(id);
    }
}

void OAuthForm::fail(const ::accounts::SignInFailure &failure)
{
    m_signIn.release()->deleteLater();
    m_app = {};
    const bool cancelled = failure.error == ::accounts::SignInError::Cancelled;
    QString words = signInErrorText(failure.error);
    if (!failure.words.isEmpty()) {
        words += u'\n' + failure.words;
    }
    m_note->say(cancelled ? Tone::Quiet : Tone::Bad, words);
    showState();
    m_start->setFocus();
}

void OAuthForm::askToSignOut()
{
    widgets::ask(*this, tr("Sign out?"),
                 tr("The sign-in of %1 and the client secret are removed from this computer. To "
                    "read the account again you have to sign in again.")
                     .arg(m_account.name),
                 tr("Sign &out"), [this, id = m_account.id] {
                     m_tools.book.forgetCredentials(id);
                     m_note->clearNote();
                     showState();
                 });
}

void OAuthForm::showState()
{
    const bool waiting = m_signIn != nullptr;
    const bool signedIn = m_account.method == SignInMethod::OAuth && m_account.endpoint.hasToken();
    m_start->setText(signedIn ? tr("Sign in a&gain") : tr("Sign in &with HubSpot"));
    m_start->setVisible(!waiting);
    m_signOut->setVisible(!waiting && signedIn);
    m_cancel->setVisible(waiting);
    m_copyAddress->setVisible(waiting);
    if (!waiting) {
        m_address.clear();
        m_copyAddress->setEnabled(false);
    }
    m_busy->setVisible(waiting);
    for (QWidget *field : {static_cast<QWidget *>(m_clientId), static_cast<QWidget *>(m_secret),
                           static_cast<QWidget *>(m_scopes)}) {
        field->setEnabled(!waiting);
    }
    const bool kept = m_tools.book.credentials(m_account.id).app.has_value();
    m_secret->setPlaceholderText(!kept ? tr("None")
                                 : m_account.place == ::accounts::SecretPlace::MemoryOnly
                                     ? tr("A secret is in memory until "
                                          "you quit")
                                     : tr("A secret is in the "
                                          "keychain"));
}

} // namespace ui::accounts
