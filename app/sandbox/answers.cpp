#include "app/sandbox/answers.h"

namespace sandbox::answers {

using namespace Qt::StringLiterals;

namespace {

/// Since when the custom objects exist.
constexpr QLatin1StringView createdAt{"2026-01-12T09:30:00.000Z"};

QString timestamp(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QJsonValue labelOf(const AssociationType &type)
{
    return type.isUnlabeled() ? QJsonValue(QJsonValue::Null) : QJsonValue(type.label);
}

QJsonObject typeOf(const AssociationType &type)
{
    return {{u"category"_s, limits::wireName(type.category)}, {u"typeId"_s, type.typeId}};
}

QJsonObject limitOf(const Limit &limit)
{
    QJsonObject object = typeOf(limit.type);
    object.insert(u"label"_s, labelOf(limit.type));
    object.insert(u"userEnforcedMaxToObjectIds"_s, limit.maxToObjectIds);
    return object;
}

QJsonObject schemaOf(const CrmObject &object)
{
    return {
        {u"id"_s, object.id.mid(2)},
        {u"objectTypeId"_s, object.id},
        {u"name"_s, object.fullyQualifiedName.section(u'_', 1)},
        {u"fullyQualifiedName"_s, object.fullyQualifiedName},
        {u"labels"_s, QJsonObject{{u"singular"_s, object.singular}, {u"plural"_s, object.plural}}},
        {u"primaryDisplayProperty"_s, u"name"_s},
        {u"requiredProperties"_s, QJsonArray{u"name"_s}},
        {u"searchableProperties"_s, QJsonArray{u"name"_s}},
        {u"secondaryDisplayProperties"_s, QJsonArray()},
        {u"properties"_s, QJsonArray()},
        {u"associations"_s, QJsonArray()},
        {u"allowsSensitiveProperties"_s, false},
        {u"archived"_s, false},
        {u"createdAt"_s, createdAt},
        {u"updatedAt"_s, createdAt}};
}

/// An entry of the errors of a 207. HubSpot's `subCategory` is an object there, unlike elsewhere.
QJsonObject batchError(const Refusal &refusal)
{
    const TypeKey &key = refusal.key;
    const QJsonObject context{
        {u"typeId"_s, QJsonArray{QString::number(key.typeId)}},
        {u"category"_s, QJsonArray{limits::wireName(key.category)}},
        {u"fromObjectTypeId"_s, QJsonArray{key.pair.from}},
        {u"toObjectTypeId"_s, QJsonArray{key.pair.to}},
    };
    return {{u"status"_s, u"error"_s},         {u"category"_s, u"VALIDATION_ERROR"_s},
            {u"subCategory"_s, QJsonObject()}, {u"message"_s, refusal.message},
            {u"context"_s, context},           {u"errors"_s, QJsonArray()},
            {u"links"_s, QJsonObject()}};
}

/// "-05:00".
QString offsetText(int seconds)
{
    const int minutes = qAbs(seconds) / 60;
    return u"%1%2:%3"_s.arg(seconds < 0 ? u'-' : u'+')
        .arg(minutes / 60, 2, 10, u'0')
        .arg(minutes % 60, 2, 10, u'0');
}

Answer collection(const QJsonArray &results)
{
    return {200, {{u"results"_s, results}}, {}};
}

int batchStatus(limits::Operation operation, bool partly)
{
    switch (operation) {
    case limits::Operation::Create:
        return partly ? 207 : 201;
    case limits::Operation::Update:
        return partly ? 207 : 200;
    case limits::Operation::Purge:
        return 200; // the only status documented; its body lists errors all the same
    }
    Q_UNREACHABLE();
}

QJsonObject batchResult(limits::Operation operation, const Limit &limit)
{
    switch (operation) {
    case limits::Operation::Create:
        return limitOf(limit);
    case limits::Operation::Update: {
        QJsonObject result = limitOf(limit);
        result.remove("label"_L1);
        return result;
    }
    case limits::Operation::Purge:
        return typeOf(limit.type);
    }
    Q_UNREACHABLE();
}

} // namespace

Answer accountDetails(const QTimeZone &zone, const QDateTime &now)
{
    const int offset = zone.offsetFromUtc(now);
    return {200,
            {{u"portalId"_s, portalId},
             {u"accountType"_s, u"SANDBOX"_s},
             {u"timeZone"_s, QString::fromLatin1(zone.id())},
             {u"companyCurrency"_s, u"EUR"_s},
             {u"additionalCurrencies"_s, QJsonArray()},
             {u"utcOffset"_s, offsetText(offset)},
             {u"utcOffsetMilliseconds"_s, qint64(offset) * 1000},
             {u"uiDomain"_s, u"app-eu1.hubspot.com"_s},
             {u"dataHostingLocation"_s, u"eu1"_s}},
            {}};
}

Answer schemas(const Catalogue &catalogue)
{
    QJsonArray results;
    for (const CrmObject &object : catalogue.objects()) {
        if (object.isCustom()) {
            results.append(schemaOf(object));
        }
    }
    return collection(results);
}

Answer enablement(const Catalogue &catalogue)
{
    QJsonObject enabled;
    for (const CrmObject &object : catalogue.objects()) {
        if (!object.isCustom()) {
            enabled.insert(object.id, object.activated);
        }
    }
    return {200, {{u"enablementByObjectTypeId"_s, enabled}}, {}};
}

Answer labels(const limits::Pair &pair, const std::vector<AssociationType> &types)
{
    QJsonArray results;
    for (const AssociationType &type : types) {
        QJsonObject result = typeOf(type);
        result.insert(u"label"_s, labelOf(type));
        result.insert(u"fromObjectTypeId"_s, pair.from);
        result.insert(u"toObjectTypeId"_s, pair.to);
        results.append(result);
    }
    return collection(results);
}

Answer limitsSet(const std::vector<Limit> &limits)
{
    QJsonArray results;
    for (const Limit &limit : limits) {
        results.append(limitOf(limit));
    }
    return collection(results);
}

Answer recordsNearLimit(qint32 limit)
{
    return {200,
            {{u"limit"_s, limit},
             {u"totalRecordsAtLimit"_s, 0},
             {u"totalRecordsNearLimit"_s, 0},
             {u"atLimitFromRecordSamples"_s, QJsonArray()},
             {u"nearLimitFromRecordSamples"_s, QJsonArray()}},
            {}};
}

// A batch of which every input was refused is a 207 with empty results as well: each error belongs
// to its input, and none to the request.
Answer batch(limits::Operation operation, const BatchTimes &times, const std::vector<Limit> &done,
             const std::vector<Refusal> &refused)
{
    // A purge was seen to answer so where there was nothing to remove.
    if (operation == limits::Operation::Purge && done.empty() && refused.empty()) {
        return {204, {}, {}};
    }
    QJsonArray results;
    for (const Limit &limit : done) {
        results.append(batchResult(operation, limit));
    }
    QJsonObject body{{u"status"_s, u"COMPLETE"_s},
                     {u"requestedAt"_s, timestamp(times.requestedAt)},
                     {u"startedAt"_s, timestamp(times.startedAt)},
                     {u"completedAt"_s, timestamp(times.completedAt)},
                     {u"results"_s, results}};
    if (!refused.empty()) {
        QJsonArray errors;
        for (const Refusal &refusal : refused) {
            errors.append(batchError(refusal));
        }
        body.insert(u"numErrors"_s, static_cast<qint64>(refused.size()));
        body.insert(u"errors"_s, errors);
    }
    return {batchStatus(operation, !refused.empty()), body, {}};
}

// An address it does not know HubSpot answers with its web server's page.
Answer unknownPath()
{
    return {404,
            {},
            "<html>\n<head><title>Error 404 Not Found</title></head>\n"
            "<body><h2>HTTP ERROR 404</h2>\n<p>Not Found</p></body>\n</html>\n"_ba};
}

Answer wrongMethod()
{
    return failure(405, u"HTTP 405 Method Not Allowed"_s);
}

Answer wrongContentType()
{
    return failure(415, u"HTTP 415 Unsupported Media Type"_s);
}

Answer notAuthenticated()
{
    Answer answer = failure(
        401, u"Authentication credentials not found. This API supports OAuth 2.0 authentication "
             u"and you can find more details at "
             u"https://developers.hubspot.com/docs/methods/auth/oauth-overview"_s);
    answer.body.insert(u"category"_s, u"INVALID_AUTHENTICATION"_s);
    return answer;
}

Answer rateLimited(RateLimiter::Verdict verdict)
{
    const bool daily = verdict == RateLimiter::Verdict::Daily;
    Answer answer = failure(429, daily ? u"You have reached your daily limit."_s
                                       : u"You have reached your ten_secondly_rolling limit."_s);
    answer.body.insert(u"errorType"_s, u"RATE_LIMIT"_s);
    answer.body.insert(u"policyName"_s, daily ? u"DAILY"_s : u"TEN_SECONDLY_ROLLING"_s);
    return answer;
}

Answer unknownObjectType(const QString &name)
{
    return failure(400, u"Unable to infer object type from: %1"_s.arg(name));
}

Answer notActivated(const CrmObject &object)
{
    Answer answer = failure(404, u"The object type %1 (%2) is not activated in this account."_s.arg(
                                     object.plural, object.id));
    answer.body.insert(u"category"_s, u"OBJECT_NOT_FOUND"_s);
    return answer;
}

Answer missingScope(const QString &scope)
{
    Answer answer = failure(
        403, u"This app hasn't been granted all required scopes to make this call. Read more about "
             u"required scopes here: https://developers.hubspot.com/scopes."_s);
    answer.body.insert(u"category"_s, u"MISSING_SCOPES"_s);
    answer.body.insert(u"links"_s,
                       QJsonObject{{u"scopes"_s, u"https://developers.hubspot.com/scopes"_s}});
    answer.body.insert(
        u"errors"_s,
        QJsonArray{QJsonObject{
            {u"message"_s, u"One or more of the following scopes are required."_s},
            {u"context"_s, QJsonObject{{u"requiredGranularScopes"_s, QJsonArray{scope}}}}}});
    return answer;
}

Answer notStored(const QString &reason)
{
    return failure(500, u"Internal error: the limits could not be stored (%1). Nothing was "
                        u"changed."_s.arg(reason));
}

} // namespace sandbox::answers
