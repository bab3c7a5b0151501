#pragma once

#include "app/accounts/account.h"
#include "app/accounts/credentials.h"
#include "app/accounts/renewals.h"
#include "app/support/clock.h"
#include "app/support/expected.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace accounts {

class AccountFile;
struct AccountList;
struct StoredAccount;
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
/// whose token comes from the vault, and is renewed before it expires where it is OAuth's; the key
/// only reads as isLocked() says, at any time. Several copies of the program may change the file:
/// each change is made to what is in it now, under a lock, and the others follow, also to the
/// secrets.
///
/// A secret is for the address it was given for, and in the keychain under both. Another base URL
/// makes another endpoint with another key: the old key loses its token, the secret is forgotten,
/// and a person gives it anew. Whether it is the same account behind another secret or address
/// nobody knows: its kind is Unknown again until setKind().
class AccountBook : public QObject
{
    Q_OBJECT
public:
    /// What a test may want otherwise.
    struct Renewing
    {
        StartRenewal start;
        std::chrono::milliseconds interval = std::chrono::seconds(30); ///< of looking at the clock
    };

    /// `vault` and `clock` must outlive this. Nothing is read before open().
    AccountBook(QString file, Vault &vault, const support::Clock &clock, QObject *parent = nullptr)
        : AccountBook(std::move(file), vault, clock, {renewing()}, parent)
    {
    }
    AccountBook(QString file, Vault &vault, const support::Clock &clock, Renewing renewing,
                QObject *parent = nullptr);
    ~AccountBook() override;

    /// Reads the file, and then the secrets from the vault, each as soon as it answers. A file that
    /// can't be read is set aside, and the accounts of the user are none then. The path is where;
    /// empty where it could not be moved either, in which case nothing can be changed.
    struct SetAside
    {
        QString path;
        QString reason;
    };
    [[nodiscard]] std::optional<SetAside> open();

    /// Built-in ones in the order they were added, then the user's by name.
    [[nodiscard]] const std::vector<Account> &accounts() const { return m_accounts; }
    /// nullptr: there is none. Like accounts(), for as long as nothing is changed().
    [[nodiscard]] const Account *find(const QString &id) const;

    /// Adds one that this start brings along, with its token, which gets a key of its own; its
    /// place is Environment where it has one. Not saved; its lock is, by its id, which is not there
    /// yet.
    void addBuiltIn(Account account, const QByteArray &token);

    /// The new account's id, which nobody had before. A name is trimmed; an empty one or one that
    /// is there already, whatever its case, is an error, and so is an address parseBaseUrl() does
    /// not take. Errors are words for people: nothing has changed then.
    [[nodiscard]] support::Expected<QString, QString> add(const AccountData &data);
    /// Not for built-in ones.
    [[nodiscard]] support::Expected<support::Done, QString> change(const QString &id,
                                                                   const AccountData &data);
    /// Forgets its secret too. What still waits to be sent with it is sent no more. Not for
    /// built-in ones.
    [[nodiscard]] support::Expected<support::Done, QString> remove(const QString &id);
    [[nodiscard]] support::Expected<support::Done, QString> setLock(const QString &id, Lock lock);
    /// What HubSpot says it is; kept for the next start. Errors are only logged. Kind::Sandbox is
    /// none of HubSpot's: no account becomes it, and the one that is stays it.
    void setKind(const QString &id, Kind kind);

    /// Replaces the secret. It holds at once, for requests that wait too; its place is MemoryOnly
    /// until the keychain has it. Not for built-in accounts.
    void setCredentials(const QString &id, const Credentials &credentials);
    /// For the sign-in, an app's id and secret to begin with, and for the log, which leaves them
    /// out. Empty where there is none, and of a pasted token, which only the key has.
    [[nodiscard]] Credentials credentials(const QString &id) const;
    /// Forgets the secret; the account stays.
    void forgetCredentials(const QString &id);

Q_SIGNALS:
    /// Anything of any account.
    void changed();
    /// What was known of the account need not be true any more: it has another secret or address,
    /// or is gone. Before changed().
    void identityLost(const QString &id);
    /// The keychain can't be used, in its words.
    void keychainFailed(const QString &words);
    /// An OAuth token could not be renewed. The old one holds until it expires.
    void renewalFailed(const QString &id, const QString &words);

private:
    struct Secret
    {
        std::shared_ptr<api::Key> key;
        qint64 revision = -1; ///< StoredAccount::secretRevision of what the key has
        // They count, so that an answer of the vault that is overtaken is known.
        quint64 turn = 0;  ///< whatever was asked of it; a read is overtaken by anything
        quint64 given = 0; ///< secrets written or removed; a write is overtaken by these
    };
    using Done = support::Expected<support::Done, QString>;

    [[nodiscard]] Account *findMutable(const QString &id);
    [[nodiscard]] std::optional<QString> problemOf(const AccountList &list,
                                                   const StoredAccount &stored) const;
    [[nodiscard]] Done edit(const std::function<Done(AccountList &)> &change);
    [[nodiscard]] Done
    editStored(const QString &id,
               const std::function<void(AccountList &, StoredAccount &)> &change);
    /// Where nobody waits for the result. The account's may be gone, by another program.
    void editQuietly(const std::function<void(AccountList &)> &change);
    void editQuietly(const QString &id,
                     const std::function<void(AccountList &, StoredAccount &)> &change);
    /// Makes the accounts what the file says now, and reads those of their secrets that changed.
    void takeOver();
    [[nodiscard]] Account accountOf(const StoredAccount &stored, const Account *before);
    void applyLock(const Account &account);

    void readSecret(Account &account);
    void receiveSecret(Account &account, const std::optional<Credentials> &credentials);
    enum class Occasion { Given, Renewed };
    void writeSecret(const Account &account, const Credentials &credentials, Occasion occasion);
    void settleWrite(Account &account, bool isKept, Occasion occasion);
    void dropSecret(const Account &account);
    void removeForgotten();
    void countSecret(StoredAccount &stored);
    void receiveRenewed(const QString &id);
    void receiveFailure(const QString &id, const QString &words);

    Vault &m_vault;
    const support::Clock &m_clock;
    std::unique_ptr<AccountFile> m_file;
    Renewals m_renewals;
    std::vector<Account> m_accounts;
    QHash<QString, Secret> m_secrets; ///< by account id
};

} // namespace accounts
