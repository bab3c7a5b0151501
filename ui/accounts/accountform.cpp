#include "ui/accounts/accountform.h"

#include "ui/accounts/accountlook.h"
#include "ui/accounts/accountwords.h"
#include "ui/accounts/checkuppane.h"
#include "ui/accounts/locking.h"
#include "ui/accounts/oauthform.h"
#include "ui/accounts/tokenform.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/question.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace ui::accounts {

using namespace Qt::StringLiterals;
using ::accounts::Account;
using ::accounts::AccountData;
using ::accounts::Kind;
using ::accounts::SecretPlace;
using ::accounts::SignInMethod;
using widgets::addFieldRow;
using widgets::alignLabels;
using widgets::FieldNote;
using widgets::Tone;

namespace {

QString lockText(const Account &account)
{
    return account.endpoint.isReadOnly()
               ? AccountForm::tr("It can be read but not changed. Production accounts are locked "
                                 "until you unlock them.")
               : AccountForm::tr("Limits can be changed. Locked accounts can be read but not "
                                 "changed.");
}

} // namespace

AccountForm::AccountForm(const Tools &tools, QWidget *parent)
    : QWidget(parent)
    , m_tools(tools)
    , m_name(new QLineEdit(this))
    , m_url(new QLineEdit(this))
    , m_color(new QComboBox(this))
    , m_lock(new QCheckBox(tr("&Read-only"), this))
    , m_method(new QComboBox(this))
    , m_secrets(new QWidget(this))
    , m_token(new TokenForm(tools.book, m_secrets))
    , m_oauth(new OAuthForm(tools, m_secrets))
    , m_checkup(new CheckupPane(tools.reader, this))
{
    auto *form = new QFormLayout;
    makeFields(*form);
    auto *secrets = new QVBoxLayout(m_secrets);
    secrets->setContentsMargins(0, 0, 0, 0);
    secrets->addWidget(m_token);
    secrets->addWidget(m_oauth);
    alignLabels({form, &m_token->rows(), &m_oauth->rows()});
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_secrets);
    layout->addWidget(m_checkup, 1);

    connect(m_name, &QLineEdit::editingFinished, this, &AccountForm::applyName);
    connect(m_name, &QLineEdit::textEdited, m_nameNote, &FieldNote::clearNote);
    connect(m_url, &QLineEdit::editingFinished, this, &AccountForm::applyUrl);
    connect(m_url, &QLineEdit::textEdited, m_urlNote, &FieldNote::clearNote);
    connect(m_color, &QComboBox::activated, this, &AccountForm::applyColor);
    connect(m_method, &QComboBox::activated, this, &AccountForm::applyMethod);
    connect(m_lock, &QCheckBox::clicked, this, &AccountForm::applyLock);
    connect(m_token, &TokenForm::keyReplaced, this, &AccountForm::forgetTest);
    connect(m_oauth, &OAuthForm::keyReplaced, this, &AccountForm::forgetTest);
}

void AccountForm::makeFields(QFormLayout &form)
{
    widgets::setStableName(*m_name, "Account name"_L1);
    widgets::setStableName(*m_url, "Base URL"_L1, tr("The address of HubSpot's API"));
    widgets::setStableName(*m_color, "Account colour"_L1, tr("To tell the account apart by"));
    widgets::setStableName(*m_lock, "Read-only"_L1);
    widgets::setStableName(*m_method, "Sign-in method"_L1);
    m_url->setPlaceholderText(QString(api::defaultBaseUrl));
    for (const ::accounts::Color color : allColors) {
        m_color->addItem(colorText(color), int(color));
    }
    m_method->addItem(tr("Token"), int(SignInMethod::Token));
    m_method->addItem(tr("OAuth"), int(SignInMethod::OAuth));
    m_color->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_method->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_nameNote = new FieldNote(*m_name, this);
    m_urlNote = new FieldNote(*m_url, this);
    m_colorNote = new FieldNote(*m_color, this);
    m_lockNote = new FieldNote(*m_lock, this);
    m_methodNote = new FieldNote(*m_method, this);
    addFieldRow(form, tr("&Name:"), *m_name, nullptr, m_nameNote);
    addFieldRow(form, tr("Base &URL:"), *m_url, nullptr, m_urlNote);
    addFieldRow(form, tr("&Colour:"), *m_color, nullptr, m_colorNote);
    addFieldRow(form, tr("Lock:"), *m_lock, nullptr, m_lockNote);
    addFieldRow(form, tr("S&ign-in:"), *m_method, nullptr, m_methodNote);
}

void AccountForm::setAccount(const Account &account)
{
    const bool isAnother = account.id != m_account.id;
    const bool nameTyped = !isAnother && m_name->text() != m_account.name;
    const bool urlTyped = !isAnother && m_url->text() != m_account.endpoint.baseUrl.toString();
    const bool methodChanged = isAnother || account.method != m_account.method;
    m_account = account;
    if (isAnother) {
        m_colorNote->clearNote();
    }
    if (!nameTyped) {
        m_name->setText(account.name);
        m_nameNote->clearNote();
    }
    if (!urlTyped) {
        m_url->setText(account.endpoint.baseUrl.toString());
        m_urlNote->clearNote();
    }
    if (methodChanged) {
        m_method->setCurrentIndex(m_method->findData(int(account.method)));
        showMethod();
    }
    m_token->setAccount(account);
    m_oauth->setAccount(account);
    m_checkup->setAccount(account);
    showState();
}

void AccountForm::showState()
{
    const bool own = !m_account.isBuiltIn;
    m_color->setCurrentIndex(m_color->findData(int(m_account.color)));
    for (int i = 0; i < m_color->count(); ++i) {
        Account swatch = m_account;
        swatch.endpoint = {};
        swatch.color = ::accounts::Color(m_color->itemData(i).toInt());
        m_color->setItemIcon(i, accountIcon(swatch));
    }
    m_lock->setChecked(m_account.endpoint.isReadOnly());
    m_lockNote->say(Tone::Quiet, lockText(m_account));
    m_name->setReadOnly(!own);
    m_url->setReadOnly(!own);
    m_color->setEnabled(own);
    m_method->setEnabled(own);
    m_secrets->setVisible(own);
    m_methodNote->say(Tone::Quiet, own ? QString()
                                   : m_account.kind == Kind::Sandbox
                                       ? tr("The sandbox is inside this program and needs none.")
                                       : tr("Its token came with this start of the program, and "
                                            "is forgotten when you quit."));
}

void AccountForm::commit()
{
    applyName();
    if (!m_account.endpoint.hasToken()) {
        applyUrl();
    }
    (void)putBack();
}

bool AccountForm::putBack()
{
    const QString url = m_account.endpoint.baseUrl.toString();
    if (m_name->text() == m_account.name && m_url->text() == url) {
        return false;
    }
    m_name->setText(m_account.name);
    m_url->setText(url);
    m_nameNote->clearNote();
    m_urlNote->clearNote();
    return true;
}

void AccountForm::focusName()
{
    m_name->setFocus();
    m_name->selectAll();
}

bool AccountForm::change(const AccountData &wanted, FieldNote &note)
{
    const auto changed = m_tools.book.change(m_account.id, wanted);
    if (!changed) {
        note.say(Tone::Bad, changed.error());
    }
    return changed.hasValue();
}

void AccountForm::applyName()
{
    AccountData wanted = dataOf(m_account);
    const QString name = m_name->text().trimmed();
    if (m_account.isBuiltIn || name == wanted.name) {
        return;
    }
    if (name.isEmpty()) {
        m_nameNote->say(Tone::Bad, tr("An account needs a name to be chosen by."));
        return;
    }
    wanted.name = name;
    m_name->setText(name);
    (void)change(wanted, *m_nameNote);
}

void AccountForm::applyUrl()
{
    // An empty field stands for HubSpot's own address, as it shows.
    const QString text = m_url->text().trimmed();
    const auto url = api::parseBaseUrl(text.isEmpty() ? QString(api::defaultBaseUrl) : text);
    if (m_account.isBuiltIn || (url && *url == m_account.endpoint.baseUrl)) {
        m_url->setText(m_account.endpoint.baseUrl.toString());
        return;
    }
    if (!url) {
        m_urlNote->say(Tone::Bad, baseUrlProblemText(url.error()));
        return;
    }
    if (!m_account.endpoint.hasToken()) {
        changeUrl(*url);
        return;
    }
    // Until it is decided the address is what it was.
    m_url->setText(m_account.endpoint.baseUrl.toString());
    widgets::ask(
        *this, tr("Change the address?"),
        tr("The secret of %1 is for its present address and is forgotten. The new address, "
           "%2, needs one of its own.")
            .arg(m_account.name, url->toString()),
        tr("&Change the address"), [this, url = *url, id = m_account.id] {
            if (id == m_account.id) {
                changeUrl(url);
            }
        });
}

void AccountForm::changeUrl(const QUrl &url)
{
    AccountData wanted = dataOf(m_account);
    wanted.baseUrl = url;
    m_url->setText(url.toString());
    (void)change(wanted, *m_urlNote);
}

void AccountForm::applyColor()
{
    AccountData wanted = dataOf(m_account);
    wanted.color = ::accounts::Color(m_color->currentData().toInt());
    if (wanted.color != m_account.color && !change(wanted, *m_colorNote)) {
        showState();
    }
}

void AccountForm::showMethod()
{
    const bool oauth = SignInMethod(m_method->currentData().toInt()) == SignInMethod::OAuth;
    m_token->setVisible(!oauth);
    m_oauth->setVisible(oauth);
}

void AccountForm::applyMethod()
{
    showMethod();
    // While it is signed in in one way, the other one holds only once there is a secret for it.
    AccountData wanted = dataOf(m_account);
    wanted.method = SignInMethod(m_method->currentData().toInt());
    if (!m_account.endpoint.hasToken() && wanted.method != m_account.method) {
        (void)change(wanted, *m_methodNote);
    }
}

void AccountForm::applyLock(bool locked)
{
    // What holds is shown, until the book says that it is another.
    m_lock->setChecked(m_account.endpoint.isReadOnly());
    setLocked(*this, m_tools.book, m_account.id, locked,
              [this](const QString &words) { m_lockNote->say(Tone::Bad, words); });
}

void AccountForm::forgetTest(const QString &id)
{
    m_checkup->forget();
    Q_EMIT keyReplaced(id);
}

} // namespace ui::accounts
