#include "app/exchange/recordjson.h"
#include "app/history/names.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace exchange {

using namespace Qt::StringLiterals;
using history::Attempt;
using history::Exchange;
using history::ReadBack;
using history::Record;

namespace {

void putBytes(QJsonObject &object, const QString &key, const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() == bytes) {
        object.insert(key, text);
    } else {
        object.insert(key + "Base64"_L1, QString::fromLatin1(bytes.toBase64()));
    }
}

void putTime(QJsonObject &object, const QString &key, const std::optional<QDateTime> &time)
{
    if (time) {
        object.insert(key, isoTime(*time));
    }
}

QJsonValue limitValue(const std::optional<qint32> &limit)
{
    return limit ? QJsonValue(*limit) : QJsonValue(QJsonValue::Null);
}

QJsonObject pairObject(const limits::Pair &pair)
{
    return {{u"from"_s, pair.from}, {u"to"_s, pair.to}};
}

template<typename Value, typename ToObject>
QJsonArray arrayOf(const std::vector<Value> &values, ToObject toObject)
{
    QJsonArray array;
    for (const Value &value : values) {
        array.append(toObject(value));
    }
    return array;
}

QJsonObject headerObject(const api::Header &header)
{
    QJsonObject object;
    putBytes(object, u"name"_s, header.name);
    putBytes(object, u"value"_s, header.value);
    return object;
}

void putReply(QJsonObject &object, const std::optional<api::Reply> &reply)
{
    if (!reply) {
        return;
    }
    QJsonObject within{{u"httpStatus"_s, reply->httpStatus},
                       {u"headers"_s, arrayOf(reply->headers, &headerObject)},
                       {u"failureText"_s, reply->failureText}};
    putBytes(within, u"reasonPhrase"_s, reply->reasonPhrase);
    putBytes(within, u"body"_s, reply->body);
    if (reply->failure) {
        within.insert(u"failure"_s, history::nameOf(*reply->failure));
    }
    object.insert(u"reply"_s, within);
}

QJsonObject attemptObject(const Attempt &attempt)
{
    QJsonObject object{{u"sentAt"_s, isoTime(attempt.sentAt)}};
    putTime(object, u"answeredAt"_s, attempt.answeredAt);
    putReply(object, attempt.reply);
    return object;
}

QJsonObject changeObject(const limits::Change &change)
{
    return {{u"category"_s, limits::wireName(change.category)},
            {u"typeId"_s, change.typeId},
            {u"limit"_s, limitValue(change.limit)},
            {u"label"_s, change.label},
            {u"before"_s, QJsonObject{{u"known"_s, change.before.known},
                                      {u"limit"_s, limitValue(change.before.limit)}}}};
}

QJsonObject exchangeObject(const Exchange &exchange)
{
    const limits::PlannedRequest &request = exchange.request;
    QJsonObject object{{u"operation"_s, limits::wireName(request.operation)},
                       {u"pair"_s, pairObject(request.pair)},
                       {u"stage"_s, request.stage},
                       {u"changes"_s, arrayOf(request.changes, &changeObject)},
                       {u"state"_s, history::nameOf(exchange.state)},
                       {u"refused"_s, arrayOf(exchange.refused, &attemptObject)}};
    putBytes(object, u"method"_s, exchange.method);
    putBytes(object, u"path"_s, exchange.path);
    putBytes(object, u"body"_s, exchange.body);
    putTime(object, u"sentAt"_s, exchange.sentAt);
    putTime(object, u"answeredAt"_s, exchange.answeredAt);
    putReply(object, exchange.reply);
    return object;
}

QJsonObject readBackObject(const ReadBack &readBack)
{
    QJsonObject object{{u"pair"_s, pairObject(readBack.pair)},
                       {u"attempt"_s, attemptObject(readBack.attempt)}};
    putBytes(object, u"path"_s, readBack.path);
    return object;
}

} // namespace

QString isoTime(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QByteArray recordToJson(const Record &record)
{
    QJsonObject object{{u"id"_s, record.id.toString(QUuid::WithoutBraces)},
                       {u"createdAt"_s, isoTime(record.createdAt)},
                       {u"account"_s, QJsonObject{{u"id"_s, record.accountId},
                                                  {u"name"_s, record.accountName},
                                                  {u"baseUrl"_s, record.baseUrl}}},
                       {u"pair"_s, pairObject(record.pair)},
                       {u"fromName"_s, record.fromName},
                       {u"toName"_s, record.toName},
                       {u"state"_s, history::nameOf(record.state)},
                       {u"exchanges"_s, arrayOf(record.exchanges, &exchangeObject)},
                       {u"readBacks"_s, arrayOf(record.readBacks, &readBackObject)},
                       {u"note"_s, record.note},
                       {u"pinned"_s, record.pinned}};
    if (!record.reverts.isNull()) {
        object.insert(u"reverts"_s, record.reverts.toString(QUuid::WithoutBraces));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace exchange
