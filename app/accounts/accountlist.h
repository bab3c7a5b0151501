#pragma once

#include "app/accounts/account.h"
#include "app/accounts/accountbook.h"
#include "app/support/expected.h"

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace accounts {

/// An account as accounts.json has it.
struct StoredAccount
{
    QString id;
    AccountData data;
    Kind kind = Kind::Unknown;
    /// Another number: another secret is in the keychain, or none any more.
    qint64 secretRevision = 0;
    /// false: whatever the keychain still has is not to be used. There never was one, or it was
    /// forgotten, or could not be replaced.
    bool hasSecret = true;
    QJsonObject json; ///< as it was read: what this version does not know of it is kept
};

/// What is in accounts.json. Accounts and keys that this version does not know are kept as they
/// are, and words it does not know as long as nothing else is decided: a lock of a newer version
/// is locked.
struct AccountList
{
    std::vector<StoredAccount> accounts;
    QHash<QString, Lock> builtInLocks; ///< by account id
    /// Names of those that the keychain had and that are forgotten, until a later start has removed
    /// them: libsecret says that it did so also where nobody unlocked the keychain (measured,
    /// 0.20.5). Where there are none and no account has a secret, the keychain is left alone.
    QStringList secretsToRemove;
    QJsonObject json;
    QJsonArray notUnderstood; ///< accounts of a newer version

    [[nodiscard]] StoredAccount *find(const QString &id);
    /// What the keychain has of it is to be removed.
    void forgetSecret(StoredAccount &account);
};

/// What the secret is under in the keychain. It names the address as well, so that no copy of the
/// program can take a secret to another one.
[[nodiscard]] QString vaultName(const QString &id, const QUrl &baseUrl);

[[nodiscard]] QByteArray toJson(const AccountList &list);
/// The error says what is wrong.
[[nodiscard]] support::Expected<AccountList, QString> accountListFromJson(const QByteArray &json);

} // namespace accounts
