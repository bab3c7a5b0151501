#pragma once

#include "app/accounts/account.h"
#include "app/accounts/credentials.h"
#include "app/support/clock.h"
#include "app/support/expected.h"

#include <QObject>
#include <QString>

#include <vector>

namespace accounts {

class Vault;

/// What a person decides about an account, without its secret.
struct AccountData
{
    QString name;
    QUrl baseUrl;
    Color color = Color::None;
    Lock lock = Lock::ByKind;
    SignInMethod method = SignInMethod::Token;

    bool operator==(const AccountData &) const = default;
};

/// The accounts: those of the user, kept in `accounts.json` for its owner alone and without any
/// secret, and the built-in ones of this start. Each has one api::Key for as long as it is here,
/// whose token comes from the vault, and is renewed before it expires where it is OAuth's. Several
/// copies of the program may change the file: each change is made to what is in it now, under a
/// lock, and the others follow.
class AccountBook : public QObject
{
    Q_OBJECT
public:
    /// `vault`, `clock` and `transportless` parts must outlive this. Nothing is read before open().
    AccountBook(QString file, Vault &vault, const support::Clock &clock, QObject *parent = nullptr);
    ~AccountBook() override;

    /// Reads the file, and then the secrets from the vault, each as soon as it answers. A file that
    /// can't be read is set aside; the path is where, the accounts of the user are none then.
    struct SetAside
    {
        QString path;
        QString reason;
    };
    [[nodiscard]] std::optional<SetAside> open();

    /// Built-in first, then by name.
    [[nodiscard]] const std::vector<Account> &accounts() const { return m_accounts; }
    [[nodiscard]] const Account *find(const QString &id) const;

    /// Adds one that this start brings along, with its token. Not saved; its lock is.
    void addBuiltIn(Account account, const QByteArray &token);

    /// The new account's id. Errors are the system's words: nothing has changed then.
    [[nodiscard]] support::Expected<QString, QString> add(const AccountData &data);
    [[nodiscard]] support::Expected<support::Done, QString> change(const QString &id,
                                                                   const AccountData &data);
    /// Forgets its secret too.
    [[nodiscard]] support::Expected<support::Done, QString> remove(const QString &id);
    [[nodiscard]] support::Expected<support::Done, QString> setLock(const QString &id, Lock lock);
    /// What HubSpot says it is; kept for the next start. Errors are only logged.
    void setKind(const QString &id, Kind kind);

    /// Replaces the secret. It holds at once, for requests that wait too; where it is kept shows in
    /// Account::place by and by.
    void setCredentials(const QString &id, const Credentials &credentials);
    /// For the sign-in only: an app's id and secret to begin with. Empty where there is none.
    [[nodiscard]] Credentials credentials(const QString &id) const;
    /// Forgets the secret; the account stays.
    void forgetCredentials(const QString &id);

Q_SIGNALS:
    /// Anything of any account.
    void changed();
    /// The keychain can't be used, in its words.
    void keychainFailed(const QString &words);
    /// An OAuth token could not be renewed. The old one holds until it expires.
    void renewalFailed(const QString &id, const QString &words);

private:
    std::vector<Account> m_accounts;
};

} // namespace accounts
