#include "ui/accounts/tokenform.h"

#include "ui/accounts/accountwords.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/question.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace ui::accounts {

using namespace Qt::StringLiterals;
using ::accounts::Account;
using ::accounts::SecretPlace;
using ::accounts::SignInMethod;
using widgets::addFieldRow;
using widgets::FieldNote;
using widgets::Tone;

namespace {

/// Stands in the empty field.
QString placeText(const Account &account)
{
    if (account.method == SignInMethod::OAuth && account.endpoint.hasToken()) {
        return TokenForm::tr("None: signed in with OAuth");
    }
    switch (account.place) {
    case SecretPlace::Reading:
        return TokenForm::tr("Asking the keychain…");
    case SecretPlace::Nowhere:
        return TokenForm::tr("None");
    case SecretPlace::Keychain:
        return TokenForm::tr("A token is in the keychain");
    case SecretPlace::MemoryOnly:
        return TokenForm::tr("A token is in memory until you quit");
    case SecretPlace::Environment:
        return TokenForm::tr("A token came with this start of the program");
    }
    Q_UNREACHABLE();
}

} // namespace

TokenForm::TokenForm(::accounts::AccountBook &book, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
    , m_rows(new QFormLayout(this))
    , m_token(new QLineEdit(this))
    , m_save(new QPushButton(this))
    , m_forget(new QPushButton(tr("&Forget token…"), this))
{
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setMaxLength(100000); // cleanToken() says what is too long
    widgets::setStableName(*m_token, "Access token"_L1,
                           tr("A service key or a private app's token"));
    widgets::setStableName(*m_save, "Save token"_L1);
    widgets::setStableName(*m_forget, "Forget token"_L1);
    m_save->setAutoDefault(false);
    m_forget->setAutoDefault(false);
    m_note = new FieldNote(*m_token, this);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_forget);
    buttons->addStretch(1);
    m_rows->setContentsMargins(0, 0, 0, 0);
    addFieldRow(*m_rows, tr("Access to&ken:"), *m_token, nullptr, m_note);
    m_rows->addRow(QString(), buttons);
    connect(m_token, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_save->setEnabled(!text.isEmpty());
        if (!text.isEmpty()) {
            m_note->clearNote();
        }
    });
    connect(m_token, &QLineEdit::returnPressed, this, &TokenForm::save);
    connect(m_save, &QPushButton::clicked, this, &TokenForm::save);
    connect(m_forget, &QPushButton::clicked, this, &TokenForm::askToForget);
    m_save->setEnabled(false);
}

void TokenForm::setAccount(const Account &account)
{
    if (account.id != m_account.id) {
        m_token->setText({});
        m_note->clearNote();
    }
    m_account = account;
    showState();
}

void TokenForm::showState()
{
    const bool has = m_account.method == SignInMethod::Token && m_account.endpoint.hasToken();
    m_token->setPlaceholderText(placeText(m_account));
    m_save->setText(has ? tr("Replace &token") : tr("Sa&ve token"));
    m_forget->setEnabled(has);
}

void TokenForm::save()
{
    const QString pasted = m_token->text();
    const auto token = ::accounts::cleanToken(pasted);
    if (!token) {
        m_note->say(Tone::Bad, tokenProblemText(token.error()));
        return;
    }
    const QString id = m_account.id;
    if (m_account.method != SignInMethod::Token) {
        ::accounts::AccountData wanted = dataOf(m_account);
        wanted.method = SignInMethod::Token;
        if (const auto changed = m_book.change(id, wanted); !changed) {
            m_note->say(Tone::Bad, changed.error());
            return;
        }
    }
    const bool replaces = m_account.endpoint.hasToken();
    const QString removed = removedText(pasted, *token);
    m_token->setText({}); // unlike clear(), it leaves nothing to undo
    m_book.setCredentials(id, {*token, std::nullopt, {}});
    m_note->say(Tone::Good, removed.isEmpty()
                                ? tr("The token is in use from now on.")
                                : removed + u' ' + tr("The token is in use from now on."));
    if (replaces) {
        Q_EMIT keyReplaced(id);
    }
}

void TokenForm::askToForget()
{
    widgets::ask(*this, tr("Forget the token?"),
                 tr("The token of %1 is removed from this computer. To read the account again it "
                    "has to be pasted again. In HubSpot it stays valid.")
                     .arg(m_account.name),
                 tr("&Forget"), [this, id = m_account.id] {
                     m_book.forgetCredentials(id);
                     m_note->clearNote();
                 });
}

} // namespace ui::accounts
