#include "ui/mainwindow/accountcommands.h"

#include "ui/accounts/accountsdialog.h"
#include "ui/accounts/accountstrip.h"
#include "ui/accounts/accountwords.h"
#include "ui/accounts/connecthelp.h"
#include "ui/accounts/locking.h"
#include "ui/mainwindow/openpair.h"
#include "ui/widgets/banner.h"

#include <QDesktopServices>

#include <utility>

namespace ui::mainwindow {

using ::accounts::Account;
using ::accounts::AccountBook;
using accounts::AccountsDialog;
using accounts::AccountStrip;
using widgets::Banner;

AccountCommands::AccountCommands(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_openBrowser(&QDesktopServices::openUrl)
    , m_connect(new Banner(&parts.window))
    , m_keychain(new Banner(&parts.window))
{
    m_connect->setAction(tr("Accounts…"));
    m_connect->hide();
    m_keychain->setAction(tr("Dismiss"));
    m_keychain->hide();
    connect(m_connect, &Banner::actionRequested, this, &AccountCommands::manage);
    connect(m_keychain, &Banner::actionRequested, m_keychain, &QWidget::hide);
    connect(&m_parts.open, &OpenPair::accountChanged, this, &AccountCommands::showAccount);
    connect(&m_parts.strip, &AccountStrip::lockRequested, this, &AccountCommands::setLocked);
}

void AccountCommands::setBook(AccountBook &book, const QString &currentId)
{
    if (m_book != nullptr) {
        m_book->disconnect(this);
        m_parts.open.disconnect(m_book);
        delete m_dialog;
    }
    m_book = &book;
    m_parts.open.setAccounts(book.accounts(), currentId);
    connect(&book, &AccountBook::changed, this,
            [this] { m_parts.open.updateAccounts(m_book->accounts()); });
    connect(&book, &AccountBook::identityLost, this,
            [this](const QString &id) { m_parts.open.forget(id); });
    connect(&m_parts.open, &OpenPair::kindKnown, &book, &AccountBook::setKind);
    connect(&book, &AccountBook::keychainFailed, this, &AccountCommands::showKeychainTrouble);
    connect(&book, &AccountBook::renewalFailed, this,
            [this](const QString &id, const QString &words) {
                const Account *account = m_book->find(id);
                Q_EMIT notice(tr("The sign-in of %1 could not be renewed. Sign in again under "
                                 "Accounts.")
                                  .arg(account != nullptr ? account->name : id),
                              words);
            });
}

void AccountCommands::setBrowser(std::function<bool(const QUrl &)> openBrowser)
{
    m_openBrowser = std::move(openBrowser);
}

void AccountCommands::manage()
{
    if (m_book == nullptr) {
        return;
    }
    if (m_dialog == nullptr) {
        m_dialog = new AccountsDialog({*m_book, m_parts.reader, m_parts.clock, m_openBrowser},
                                      &m_parts.window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        if (!m_keychainWords.isEmpty()) {
            m_dialog->setKeychainTrouble(m_keychainWords);
        }
        // A token that was replaced by one that can read more, or less.
        connect(m_dialog, &AccountsDialog::keyReplaced, this, [this](const QString &id) {
            if (m_parts.open.account()->id == id) {
                m_parts.open.readAnew();
            }
        });
    }
    m_dialog->choose(m_parts.open.account()->id);
    m_dialog->open();
}

void AccountCommands::showAccount()
{
    const Account &account = *m_parts.open.account();
    m_parts.strip.setAccount(account);
    m_connect->setMessage(accounts::connectHelp(account));
    // The keychain is asked quickly enough to say nothing before it has answered.
    m_connect->setVisible(!account.endpoint.hasToken() &&
                          account.place != ::accounts::SecretPlace::Reading);
}

void AccountCommands::showKeychainTrouble(const QString &words)
{
    if (std::exchange(m_keychainWords, words).isEmpty()) {
        m_keychain->setMessage(
            {widgets::Tone::Warning, accounts::keychainTroubleText(), words, {}, {}, {}});
        m_keychain->show();
    }
}

void AccountCommands::setLocked(bool locked)
{
    accounts::setLocked(m_parts.window, *m_book, m_parts.open.account()->id, locked,
                        [this](const QString &words) {
                            Q_EMIT notice(tr("The lock could not be changed."), words);
                        });
}

} // namespace ui::mainwindow
