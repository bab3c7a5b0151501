// The half of the AccountBook that has to do with secrets.

#include "app/accounts/accountbook.h"

#include "app/accounts/accountfile.h"
#include "app/accounts/vault.h"

namespace accounts {

namespace {

QString entryOf(const Account &account)
{
    return vaultName(account.id, account.endpoint.baseUrl);
}

/// Of what can be renewed.
bool isExpired(const Credentials &credentials, const support::Clock &clock)
{
    return credentials.app && !credentials.tokens.refresh.isEmpty() &&
           credentials.tokens.expiresAt <= clock.now();
}

} // namespace

void AccountBook::setCredentials(const QString &id, const Credentials &credentials)
{
    Account *account = findMutable(id);
    if (!account || account->isBuiltIn) {
        return;
    }
    const std::shared_ptr<api::Key> key = m_secrets[id].key;
    // Locked before anything can be sent with it.
    const bool isOther = key->token() != credentials.bearer();
    if (isOther) {
        setKind(id, Kind::Unknown);
        account = findMutable(id);
        if (!account) { // another program has removed it
            return;
        }
    }
    key->setToken(credentials.bearer());
    if (credentials.app) {
        m_renewals.set(id, account->endpoint.baseUrl, credentials, Renewals::Age::New);
    } else {
        m_renewals.forget(id);
    }
    account->place = SecretPlace::MemoryOnly;
    writeSecret(*account, credentials, Occasion::Given);
    if (isOther) {
        Q_EMIT identityLost(id);
    }
    Q_EMIT changed();
}

Credentials AccountBook::credentials(const QString &id) const
{
    const Credentials *known = m_renewals.find(id);
    return known ? *known : Credentials();
}

void AccountBook::forgetCredentials(const QString &id)
{
    Account *account = findMutable(id);
    if (!account || account->isBuiltIn) {
        return;
    }
    dropSecret(*account);
    receiveSecret(*account, std::nullopt);
    editQuietly(id, [this](AccountList &list, StoredAccount &stored) {
        list.forgetSecret(stored);
        countSecret(stored);
    });
}

void AccountBook::readSecret(Account &account)
{
    account.place = SecretPlace::Reading;
    const quint64 turn = ++m_secrets[account.id].turn;
    m_vault.read(entryOf(account), this, [this, id = account.id, turn](const Vault::Found &found) {
        Account *reader = findMutable(id);
        if (!reader || m_secrets[id].turn != turn) {
            return;
        }
        if (!found) {
            // What was read before still holds, as far as is known.
            reader->place =
                reader->endpoint.hasToken() ? SecretPlace::MemoryOnly : SecretPlace::Nowhere;
        } else {
            receiveSecret(*reader, *found ? credentialsFromJson(**found) : std::nullopt);
        }
        Q_EMIT changed();
    });
}

void AccountBook::receiveSecret(Account &account, const std::optional<Credentials> &credentials)
{
    api::Key &key = *m_secrets[account.id].key;
    if (!credentials) {
        key.setToken({});
        m_renewals.forget(account.id);
        account.place = SecretPlace::Nowhere;
        return;
    }
    // With an expired token one would only be refused; the renewal that begins now ends the
    // reading.
    const bool isWaiting = isExpired(*credentials, m_clock);
    key.setToken(isWaiting ? QByteArray() : credentials->bearer());
    account.place = isWaiting ? SecretPlace::Reading : SecretPlace::Keychain;
    if (credentials->app) {
        m_renewals.set(account.id, account.endpoint.baseUrl, *credentials, Renewals::Age::Unknown);
    } else {
        m_renewals.forget(account.id);
    }
}

void AccountBook::writeSecret(const Account &account, const Credentials &credentials,
                              Occasion occasion)
{
    Secret &secret = m_secrets[account.id];
    ++secret.turn;
    const quint64 given = ++secret.given;
    m_vault.write(entryOf(account), toJson(credentials), this,
                  [this, id = account.id, given, occasion](bool isKept) {
                      Account *writer = findMutable(id);
                      if (writer && m_secrets[id].given == given) {
                          settleWrite(*writer, isKept, occasion);
                      }
                  });
}

void AccountBook::settleWrite(Account &account, bool isKept, Occasion occasion)
{
    if (account.place != SecretPlace::Reading) { // where that ends shows by itself
        account.place = isKept ? SecretPlace::Keychain : SecretPlace::MemoryOnly;
    }
    if (isKept) {
        editQuietly(account.id, [this](AccountList &list, StoredAccount &stored) {
            stored.hasSecret = true;
            list.secretsToRemove.removeAll(vaultName(stored.id, stored.data.baseUrl));
            countSecret(stored);
        });
    } else if (occasion == Occasion::Given) {
        // The keychain may still have the one before, which was replaced for a reason.
        editQuietly(account.id,
                    [](AccountList &list, StoredAccount &stored) { list.forgetSecret(stored); });
    } else {
        Q_EMIT changed(); // the refresh token the keychain has is good for the next start
    }
}

void AccountBook::countSecret(StoredAccount &stored)
{
    Secret &secret = m_secrets[stored.id];
    // Where another program counted meanwhile, its secret may be the one in the keychain: that the
    // numbers differ makes takeOver() read it.
    const bool isAlone = stored.secretRevision == secret.revision;
    ++stored.secretRevision;
    if (isAlone) {
        secret.revision = stored.secretRevision;
    }
}

void AccountBook::dropSecret(const Account &account)
{
    Secret &secret = m_secrets[account.id];
    ++secret.turn;
    ++secret.given;
    secret.key->setToken({});
    m_renewals.forget(account.id);
    m_vault.remove(entryOf(account), this, [](bool) {});
}

void AccountBook::removeForgotten()
{
    for (const QString &name : m_file->list().secretsToRemove) { // perhaps it can be now
        m_vault.remove(name, this, [this, name](bool isRemoved) {
            if (isRemoved) {
                editQuietly([&name](AccountList &list) { list.secretsToRemove.removeAll(name); });
            }
        });
    }
}

void AccountBook::receiveRenewed(const QString &id)
{
    Account *account = findMutable(id);
    const Credentials *renewed = m_renewals.find(id);
    if (!account || !renewed) {
        return;
    }
    m_secrets[id].key->setToken(renewed->bearer());
    if (account->place == SecretPlace::Reading) {
        account->place = SecretPlace::Keychain;
    }
    writeSecret(*account, *renewed, Occasion::Renewed);
    Q_EMIT changed();
}

void AccountBook::receiveFailure(const QString &id, const QString &words)
{
    Account *account = findMutable(id);
    const Credentials *old = m_renewals.find(id);
    if (account && old && account->place == SecretPlace::Reading && !account->endpoint.hasToken()) {
        // So that HubSpot says in its own words that it has expired.
        m_secrets[id].key->setToken(old->bearer());
        account->place = SecretPlace::Keychain;
        Q_EMIT changed();
    }
    Q_EMIT renewalFailed(id, words);
}

} // namespace accounts
