#include "app/accounts/accountbook.h"

#include "app/accounts/accountfile.h"
#include "app/accounts/vault.h"
#include "app/support/logging.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace accounts {

using namespace Qt::StringLiterals;
using support::Expected;
using support::Unexpected;

namespace {

QString notThere()
{
    return QCoreApplication::translate("Accounts", "The account is not there any more.");
}

QString newId()
{
    return u"hubspot-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// As it is kept.
AccountData tidied(AccountData data)
{
    data.name = data.name.trimmed();
    if (const auto baseUrl = api::parseBaseUrl(data.baseUrl.toString())) {
        data.baseUrl = *baseUrl;
    }
    return data;
}

bool isBefore(const Account &left, const Account &right)
{
    if (left.isBuiltIn || right.isBuiltIn) {
        return left.isBuiltIn && !right.isBuiltIn;
    }
    const int order = QString::localeAwareCompare(left.name, right.name);
    return order != 0 ? order < 0 : left.id < right.id;
}

} // namespace

AccountBook::AccountBook(QString file, Vault &vault, const support::Clock &clock, Renewing renewing,
                         QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_clock(clock)
    , m_file(std::make_unique<AccountFile>(std::move(file), clock))
    , m_renewals(std::move(renewing.start), clock, renewing.interval)
{
    connect(m_file.get(), &AccountFile::followed, this, &AccountBook::takeOver);
    connect(&m_vault, &Vault::failed, this, &AccountBook::keychainFailed);
    connect(&m_renewals, &Renewals::renewed, this, &AccountBook::receiveRenewed);
    connect(&m_renewals, &Renewals::failed, this, &AccountBook::receiveFailure);
}

AccountBook::~AccountBook() = default;

std::optional<AccountBook::SetAside> AccountBook::open()
{
    auto aside = m_file->open();
    removeForgotten();
    takeOver();
    return aside;
}

const Account *AccountBook::find(const QString &id) const
{
    const auto found = std::ranges::find(m_accounts, id, &Account::id);
    return found == m_accounts.end() ? nullptr : &*found;
}

Account *AccountBook::findMutable(const QString &id)
{
    const auto found = std::ranges::find(m_accounts, id, &Account::id);
    return found == m_accounts.end() ? nullptr : &*found;
}

void AccountBook::addBuiltIn(Account account, const QByteArray &token)
{
    Q_ASSERT(!find(account.id));
    Secret secret{std::make_shared<api::Key>(token)};
    account.endpoint = {account.endpoint.baseUrl, secret.key};
    account.isBuiltIn = true;
    account.lock = m_file->list().builtInLocks.value(account.id, Lock::ByKind);
    account.place = token.isEmpty() ? SecretPlace::Nowhere : SecretPlace::Environment;
    m_secrets.insert(account.id, std::move(secret));
    applyLock(account);
    m_accounts.push_back(std::move(account));
    std::ranges::stable_sort(m_accounts, isBefore);
    Q_EMIT changed();
}

Expected<QString, QString> AccountBook::add(const AccountData &data)
{
    const QString id = newId();
    const auto added = edit([&](AccountList &list) -> Done {
        StoredAccount stored{.id = id, .data = tidied(data), .hasSecret = false, .json = {}};
        if (const auto problem = problemOf(list, stored)) {
            return Unexpected{*problem};
        }
        list.accounts.push_back(std::move(stored));
        return support::Done{};
    });
    if (!added) {
        return Unexpected{added.error()};
    }
    return id;
}

Expected<support::Done, QString> AccountBook::change(const QString &id, const AccountData &data)
{
    return editStored(id, [tidy = tidied(data)](AccountList &list, StoredAccount &stored) {
        if (stored.data.baseUrl != tidy.baseUrl) {
            stored.kind = Kind::Unknown;
            list.forgetSecret(stored);
        }
        stored.data = tidy;
    });
}

Expected<support::Done, QString> AccountBook::remove(const QString &id)
{
    return edit([&](AccountList &list) -> Done {
        StoredAccount *stored = list.find(id);
        if (!stored) {
            return Unexpected{notThere()};
        }
        list.forgetSecret(*stored);
        std::erase_if(list.accounts, [&id](const auto &other) { return other.id == id; });
        return support::Done{};
    });
}

Expected<support::Done, QString> AccountBook::setLock(const QString &id, Lock lock)
{
    const Account *account = find(id);
    if (account && account->isBuiltIn) {
        return edit([&](AccountList &list) -> Done {
            list.builtInLocks.insert(id, lock);
            return support::Done{};
        });
    }
    return editStored(id,
                      [lock](AccountList &, StoredAccount &stored) { stored.data.lock = lock; });
}

void AccountBook::setKind(const QString &id, Kind kind)
{
    Account *account = findMutable(id);
    if (!account || account->kind == kind || kind == Kind::Sandbox ||
        account->kind == Kind::Sandbox) {
        return;
    }
    account->kind = kind;
    applyLock(*account);
    if (account->isBuiltIn) {
        Q_EMIT changed();
        return;
    }
    editQuietly(id, [kind](AccountList &, StoredAccount &stored) { stored.kind = kind; });
}

Expected<support::Done, QString> AccountBook::edit(const std::function<Done(AccountList &)> &change)
{
    auto edited = m_file->edit(change);
    if (edited) {
        takeOver();
    }
    return edited;
}

Expected<support::Done, QString>
AccountBook::editStored(const QString &id,
                        const std::function<void(AccountList &, StoredAccount &)> &change)
{
    return edit([&](AccountList &list) -> Done {
        StoredAccount *stored = list.find(id);
        if (!stored) {
            return Unexpected{notThere()};
        }
        const AccountData before = stored->data;
        change(list, *stored);
        const bool isNew =
            stored->data.name != before.name || stored->data.baseUrl != before.baseUrl;
        if (const auto problem = isNew ? problemOf(list, *stored) : std::nullopt) {
            return Unexpected{*problem};
        }
        return support::Done{};
    });
}

void AccountBook::editQuietly(const QString &id,
                              const std::function<void(AccountList &, StoredAccount &)> &change)
{
    editQuietly([&](AccountList &list) {
        if (StoredAccount *stored = list.find(id)) {
            change(list, *stored);
        }
    });
}

void AccountBook::editQuietly(const std::function<void(AccountList &)> &change)
{
    const auto edited = edit([&](AccountList &list) -> Done {
        change(list);
        return support::Done{};
    });
    if (!edited) {
        qCWarning(support::lcSettings).noquote() << "the accounts are not saved:" << edited.error();
        Q_EMIT changed();
    }
}

std::optional<QString> AccountBook::problemOf(const AccountList &list,
                                              const StoredAccount &stored) const
{
    const QString &name = stored.data.name;
    const auto isTaken = [&](const auto &other, const QString &its) {
        return other.id != stored.id && its.compare(name, Qt::CaseInsensitive) == 0;
    };
    if (name.isEmpty()) {
        return QCoreApplication::translate("Accounts", "The account needs a name.");
    }
    if (std::ranges::any_of(list.accounts,
                            [&](const auto &other) { return isTaken(other, other.data.name); }) ||
        std::ranges::any_of(m_accounts, [&](const Account &other) {
            return other.isBuiltIn && isTaken(other, other.name);
        })) {
        return QCoreApplication::translate("Accounts", "There is another account of this name.");
    }
    if (!api::parseBaseUrl(stored.data.baseUrl.toString())) {
        return QCoreApplication::translate("Accounts",
                                           "The address has to be https://, without a path.");
    }
    return std::nullopt;
}

void AccountBook::takeOver()
{
    const AccountList &list = m_file->list();
    const std::vector<Account> before = std::exchange(m_accounts, {});
    QStringList lost;
    for (const Account &account : before) {
        if (account.isBuiltIn) {
            m_accounts.push_back(account);
            m_accounts.back().lock = list.builtInLocks.value(account.id, Lock::ByKind);
            applyLock(m_accounts.back());
        } else if (!std::ranges::count(list.accounts, account.id, &StoredAccount::id)) {
            dropSecret(account);
            m_secrets.remove(account.id);
            lost.append(account.id);
        }
    }
    for (const StoredAccount &stored : list.accounts) {
        const auto known = std::ranges::find(before, stored.id, &Account::id);
        const Account *old = known == before.end() ? nullptr : &*known;
        m_accounts.push_back(accountOf(stored, old));
        if (old && old->endpoint.baseUrl != stored.data.baseUrl) {
            lost.append(stored.id);
        }
    }
    std::ranges::stable_sort(m_accounts, isBefore);
    for (const QString &id : lost) {
        Q_EMIT identityLost(id);
    }
    Q_EMIT changed();
}

Account AccountBook::accountOf(const StoredAccount &stored, const Account *before)
{
    Account account = before ? *before : Account{.id = stored.id, .name = {}, .endpoint = {}};
    if (!before || before->endpoint.baseUrl != stored.data.baseUrl) {
        if (before) {
            dropSecret(*before);
        }
        Secret &secret = m_secrets[stored.id];
        secret.key = std::make_shared<api::Key>();
        secret.revision = -1;
        account.endpoint = {stored.data.baseUrl, secret.key};
    }
    account.name = stored.data.name;
    account.kind = stored.kind;
    account.lock = stored.data.lock;
    account.color = stored.data.color;
    account.method = stored.data.method;
    applyLock(account);

    Secret &secret = m_secrets[stored.id];
    if (std::exchange(secret.revision, stored.secretRevision) != stored.secretRevision) {
        if (stored.hasSecret) {
            readSecret(account);
        } else {
            ++secret.turn;
            receiveSecret(account, std::nullopt);
        }
    }
    return account;
}

void AccountBook::applyLock(const Account &account)
{
    m_secrets[account.id].key->setUse(isLocked(account.kind, account.lock)
                                          ? api::Key::Use::ReadOnly
                                          : api::Key::Use::ReadAndWrite);
}

} // namespace accounts
