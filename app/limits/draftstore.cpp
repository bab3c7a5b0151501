#include "app/limits/draftstore.h"

#include "app/support/logging.h"
#include "app/support/privatefile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace limits {

using namespace Qt::StringLiterals;
using support::Done;
using support::Expected;
using support::Unexpected;

namespace {

constexpr int fileVersion = 1;

QJsonObject toJson(const DraftRow &row)
{
    QJsonObject object{{u"typeId"_s, row.typeId}, {u"limit"_s, row.limit}};
    if (!row.category.isEmpty()) {
        object.insert(u"category"_s, row.category);
    }
    if (row.base.known) {
        object.insert(u"base"_s, row.base.limit ? QJsonValue(*row.base.limit) : QJsonValue());
    }
    return object;
}

/// A number, null for "Many", absent where the account's limit was not known.
LiveLimit baseFrom(const QJsonValue &value)
{
    if (value.isUndefined()) {
        return LiveLimit::unknown();
    }
    return LiveLimit::of(value.isNull() ? std::nullopt : std::optional(value.toInt()));
}

DraftRow rowFrom(const QJsonValue &value)
{
    return {.typeId = value["typeId"_L1].toString(),
            .category = value["category"_L1].toString(),
            .limit = value["limit"_L1].toString(),
            .base = baseFrom(value["base"_L1])};
}

QJsonObject keyOf(const QString &accountId, const Pair &pair)
{
    return {{u"account"_s, accountId}, {u"from"_s, pair.from}, {u"to"_s, pair.to}};
}

/// Moves the file out of the way, overwriting nothing. Where even that fails it stays, and save()
/// does not touch it.
void setAside(const QString &path)
{
    QString aside;
    for (int number = 1; aside.isEmpty() || QFile::exists(aside); ++number) {
        aside = u"%1.damaged-%2"_s.arg(path).arg(number);
    }
    if (!QFile::rename(path, aside)) {
        qCWarning(support::lcDrafts) << "cannot rename a damaged draft";
    }
}

/// The rows of a document of this version with that key; nullopt where anything is amiss.
std::optional<std::vector<DraftRow>> rowsFrom(const QJsonDocument &document, const QJsonObject &key)
{
    if (document["key"_L1].toObject() != key || !document["rows"_L1].isArray()) {
        return std::nullopt;
    }
    const QJsonArray array = document["rows"_L1].toArray();
    std::vector<DraftRow> rows;
    rows.reserve(size_t(array.size()));
    for (const QJsonValue value : array) {
        if (!value.isObject()) {
            return std::nullopt;
        }
        rows.push_back(rowFrom(value));
    }
    return rows;
}

} // namespace

DraftStore::DraftStore(QString folder)
    : m_folder(std::move(folder))
{
}

QString DraftStore::pathOf(const QString &accountId, const Pair &pair) const
{
    // Hashed, since names may hold what a file name may not, or differ in case alone.
    const QByteArray key = QJsonDocument(keyOf(accountId, pair)).toJson(QJsonDocument::Compact);
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex();
    return m_folder + u'/' + QString::fromLatin1(hash) + u".json"_s;
}

Expected<std::vector<DraftRow>, QString> DraftStore::load(const QString &accountId,
                                                          const Pair &pair) const
{
    const QString path = pathOf(accountId, pair);
    QFile file(path);
    if (!file.exists()) {
        m_known.insert(path);
        return std::vector<DraftRow>();
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return Unexpected{tr("The draft cannot be read: %1").arg(file.errorString())};
    }
    const QByteArray bytes = file.readAll();
    file.close();
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const QJsonValue version = document["version"_L1];
    if (version.isDouble() && version.toInt() != fileVersion) {
        return Unexpected{
            tr("The draft was written by another version of this program and is left as it is.")};
    }
    auto rows = version.isDouble() ? rowsFrom(document, keyOf(accountId, pair)) : std::nullopt;
    if (!rows) {
        setAside(path);
        return Unexpected{tr("The draft is damaged and was set aside.")};
    }
    m_known.insert(path);
    return *std::move(rows);
}

Expected<Done, QString> DraftStore::save(const QString &accountId, const Pair &pair,
                                         const std::vector<DraftRow> &rows)
{
    const QString path = pathOf(accountId, pair);
    if (!m_known.contains(path)) {
        // Damage is no reason not to save once it is out of the way.
        if (auto loaded = load(accountId, pair); !loaded && QFile::exists(path)) {
            return Unexpected{loaded.error()};
        }
    }
    if (rows.empty()) {
        QFile file(path);
        if (file.exists() && !file.remove()) {
            return Unexpected{tr("The draft cannot be removed: %1").arg(file.errorString())};
        }
        return Done{};
    }

    QJsonArray array;
    for (const DraftRow &row : rows) {
        array.append(toJson(row));
    }
    const QJsonDocument document(QJsonObject{
        {u"version"_s, fileVersion}, {u"key"_s, keyOf(accountId, pair)}, {u"rows"_s, array}});
    const auto saved = support::replacePrivateFile(path, document.toJson(QJsonDocument::Compact));
    if (!saved) {
        return Unexpected{tr("The draft cannot be saved: %1").arg(saved.error())};
    }
    m_known.insert(path);
    return Done{};
}

} // namespace limits
