#include "app/live/accountcache.h"

#include "app/support/logging.h"
#include "app/support/privatefile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace live {

using namespace Qt::StringLiterals;

namespace {

constexpr int fileVersion = 1;
constexpr qint64 largestFile = 4 * 1024 * 1024;

QJsonObject toJson(const limits::ObjectType &type)
{
    return {{u"id"_s, type.id},
            {u"singular"_s, type.singular},
            {u"plural"_s, type.plural},
            {u"fullyQualifiedName"_s, type.fullyQualifiedName}};
}

std::optional<limits::ObjectType> typeFrom(const QJsonValue &value)
{
    constexpr std::array names{"id"_L1, "singular"_L1, "plural"_L1, "fullyQualifiedName"_L1};
    const bool whole = std::ranges::all_of(
        names, [&value](QLatin1StringView name) { return value[name].isString(); });
    if (!whole || value["id"_L1].toString().isEmpty()) {
        return std::nullopt;
    }
    return limits::ObjectType{value["id"_L1].toString(), value["singular"_L1].toString(),
                              value["plural"_L1].toString(),
                              value["fullyQualifiedName"_L1].toString()};
}

} // namespace

AccountCache::AccountCache(QString folder)
    : m_folder(std::move(folder))
{
}

QString AccountCache::pathOf(const QString &accountId) const
{
    // Hashed, since an id may hold what a file name may not.
    const QByteArray hash =
        QCryptographicHash::hash(accountId.toUtf8(), QCryptographicHash::Sha256).toHex();
    return m_folder + u'/' + QString::fromLatin1(hash) + u".json"_s;
}

std::optional<CachedAccount> AccountCache::load(const QString &accountId) const
{
    QFile file(pathOf(accountId));
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile) {
        return std::nullopt;
    }
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    const QJsonArray types = document["objectTypes"_L1].toArray();
    const QJsonValue accountType = document["accountType"_L1];
    if (document["version"_L1].toInt() != fileVersion ||
        document["account"_L1].toString() != accountId || types.isEmpty() ||
        !accountType.isString()) {
        return std::nullopt;
    }
    CachedAccount account{{}, accountType.toString()};
    for (const QJsonValue value : types) {
        std::optional<limits::ObjectType> type = typeFrom(value);
        if (!type) {
            return std::nullopt;
        }
        account.objectTypes.push_back(*std::move(type));
    }
    return account;
}

void AccountCache::save(const QString &accountId, const CachedAccount &account)
{
    QJsonArray types;
    for (const limits::ObjectType &type : account.objectTypes) {
        types.append(toJson(type));
    }
    const QJsonDocument document(QJsonObject{{u"version"_s, fileVersion},
                                             {u"account"_s, accountId},
                                             {u"accountType"_s, account.accountType},
                                             {u"objectTypes"_s, types}});
    const auto saved =
        support::replacePrivateFile(pathOf(accountId), document.toJson(QJsonDocument::Compact));
    if (!saved) {
        qCWarning(support::lcLive).noquote() << "the account is not cached:" << saved.error();
    }
}

void AccountCache::forget(const QString &accountId)
{
    QFile file(pathOf(accountId));
    if (file.exists() && !file.remove()) {
        qCWarning(support::lcLive).noquote()
            << "the account is still cached:" << file.errorString();
    }
}

} // namespace live
