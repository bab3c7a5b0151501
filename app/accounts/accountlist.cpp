#include "app/accounts/accountlist.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <utility>

namespace accounts {

using namespace Qt::StringLiterals;
using support::Expected;
using support::Unexpected;

namespace {

constexpr int formatVersion = 1;

// Names as they are written. What is not written so reads as the last parameter of valueOf().
template<typename Enum> struct Name
{
    Enum value;
    QLatin1StringView name;
};

constexpr Name<Lock> lockNames[] = {
    {Lock::ByKind, "byKind"_L1}, {Lock::Locked, "locked"_L1}, {Lock::Unlocked, "unlocked"_L1}};
constexpr Name<SignInMethod> methodNames[] = {{SignInMethod::Token, "token"_L1},
                                              {SignInMethod::OAuth, "oauth"_L1}};
constexpr Name<Color> colorNames[] = {
    {Color::None, "none"_L1},     {Color::Red, "red"_L1},       {Color::Orange, "orange"_L1},
    {Color::Yellow, "yellow"_L1}, {Color::Green, "green"_L1},   {Color::Teal, "teal"_L1},
    {Color::Blue, "blue"_L1},     {Color::Purple, "purple"_L1}, {Color::Gray, "gray"_L1}};
// HubSpot's own. The sandbox inside the program is not among the accounts that are saved.
constexpr Name<Kind> kindNames[] = {{Kind::Unknown, ""_L1},
                                    {Kind::Standard, "STANDARD"_L1},
                                    {Kind::HubSpotSandbox, "SANDBOX"_L1},
                                    {Kind::DeveloperTest, "DEVELOPER_TEST"_L1},
                                    {Kind::AppDeveloper, "APP_DEVELOPER"_L1}};

template<typename Enum, std::size_t count>
Enum valueOf(const QJsonValue &name, const Name<Enum> (&names)[count], Enum absent, Enum unknown)
{
    if (name.isUndefined()) {
        return absent;
    }
    const auto known = std::ranges::find(names, name.toString(u"?"_s), &Name<Enum>::name);
    return known == std::end(names) ? unknown : known->value;
}

/// Replaces the name under `key` unless it means `value` already.
template<typename Enum, std::size_t count>
void put(QJsonObject &object, QLatin1StringView key, Enum value, const Name<Enum> (&names)[count],
         Enum absent, Enum unknown)
{
    if (valueOf(object.value(key), names, absent, unknown) != value) {
        object.insert(key, std::ranges::find(names, value, &Name<Enum>::value)->name);
    }
}

QJsonObject toObject(const StoredAccount &account)
{
    QJsonObject object = account.json;
    object.insert("id"_L1, account.id);
    object.insert("name"_L1, account.data.name);
    object.insert("baseUrl"_L1, account.data.baseUrl.toString(QUrl::FullyEncoded));
    put(object, "color"_L1, account.data.color, colorNames, Color::None, Color::None);
    put(object, "lock"_L1, account.data.lock, lockNames, Lock::ByKind, Lock::Locked);
    put(object, "method"_L1, account.data.method, methodNames, SignInMethod::Token,
        SignInMethod::Token);
    put(object, "kind"_L1, account.kind, kindNames, Kind::Unknown, Kind::Unknown);
    object.insert("secretRevision"_L1, account.secretRevision);
    object.insert("hasSecret"_L1, account.hasSecret);
    return object;
}

std::optional<StoredAccount> accountFrom(const QJsonObject &object)
{
    const auto baseUrl = api::parseBaseUrl(object["baseUrl"_L1].toString());
    StoredAccount account{
        object["id"_L1].toString(),
        {object["name"_L1].toString(), baseUrl ? *baseUrl : QUrl(),
         valueOf(object["color"_L1], colorNames, Color::None, Color::None),
         valueOf(object["lock"_L1], lockNames, Lock::ByKind, Lock::Locked),
         valueOf(object["method"_L1], methodNames, SignInMethod::Token, SignInMethod::Token)},
        valueOf(object["kind"_L1], kindNames, Kind::Unknown, Kind::Unknown),
        object["secretRevision"_L1].toInteger(),
        object["hasSecret"_L1].toBool(true),
        object};
    if (!baseUrl || account.id.isEmpty() || account.data.name.isEmpty()) {
        return std::nullopt;
    }
    return account;
}

} // namespace

StoredAccount *AccountList::find(const QString &id)
{
    const auto found = std::ranges::find(accounts, id, &StoredAccount::id);
    return found == accounts.end() ? nullptr : &*found;
}

void AccountList::forgetSecret(StoredAccount &account)
{
    if (std::exchange(account.hasSecret, false)) {
        secretsToRemove.append(vaultName(account.id, account.data.baseUrl));
        secretsToRemove.removeDuplicates();
    }
}

QString vaultName(const QString &id, const QUrl &baseUrl)
{
    return id + u' ' + baseUrl.toString(QUrl::FullyEncoded);
}

QByteArray toJson(const AccountList &list)
{
    QJsonArray accounts;
    for (const StoredAccount &account : list.accounts) {
        accounts.append(toObject(account));
    }
    for (const QJsonValue account : list.notUnderstood) {
        accounts.append(account);
    }
    QJsonObject locks = list.json["builtInLocks"_L1].toObject();
    for (auto lock = list.builtInLocks.cbegin(); lock != list.builtInLocks.cend(); ++lock) {
        QJsonObject named{{u"lock"_s, locks.value(lock.key())}};
        put(named, "lock"_L1, lock.value(), lockNames, Lock::ByKind, Lock::Locked);
        locks.insert(lock.key(), named["lock"_L1]);
    }
    QJsonObject root = list.json;
    root.insert("version"_L1, std::max(root["version"_L1].toInt(), formatVersion));
    root.insert("accounts"_L1, accounts);
    root.insert("builtInLocks"_L1, locks);
    root.insert("secretsToRemove"_L1, QJsonArray::fromStringList(list.secretsToRemove));
    return QJsonDocument(root).toJson();
}

Expected<AccountList, QString> accountListFromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        return Unexpected{error.errorString()};
    }
    AccountList list;
    list.json = document.object();
    const int version = list.json["version"_L1].toInt();
    if (version < 1 || !list.json["accounts"_L1].isArray()) {
        return Unexpected{u"it has no accounts"_s};
    }
    QSet<QString> ids;
    for (const QJsonValue value : list.json["accounts"_L1].toArray()) {
        auto account = accountFrom(value.toObject());
        if (account && !ids.contains(account->id)) {
            ids.insert(account->id);
            list.accounts.push_back(*std::move(account));
        } else if (version > formatVersion) {
            list.notUnderstood.append(value);
        } else {
            return Unexpected{u"entry %1 of its accounts is damaged"_s.arg(ids.size() + 1)};
        }
    }
    const QJsonObject locks = list.json["builtInLocks"_L1].toObject();
    for (auto lock = locks.begin(); lock != locks.end(); ++lock) {
        list.builtInLocks.insert(lock.key(),
                                 valueOf(lock.value(), lockNames, Lock::ByKind, Lock::Locked));
    }
    for (const QJsonValue name : list.json["secretsToRemove"_L1].toArray()) {
        list.secretsToRemove.append(name.toString());
    }
    return list;
}

} // namespace accounts
