#include "app/sandbox/answers.h"

#include <QJsonArray>
#include <QTime>

namespace sandbox::answers {

using namespace Qt::StringLiterals;

namespace {

/// How much of the limit each of the records uses, in percent.
constexpr int usageOfRecords[] = {100, 97, 100, 92, 88, 65, 95, 84, 40, 80, 90};
constexpr int nearFrom = 80;
constexpr qsizetype mostSamples = 5;
constexpr qint64 firstRecordId = 40'112'001;

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
QJsonObject batchError(const BatchOutcome::Refusal &refusal)
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

void addSample(QJsonArray &samples, const QJsonObject &sample)
{
    if (samples.size() < mostSamples) {
        samples.append(sample);
    }
}

/// "-05:00".
QString offsetText(int seconds)
{
    const QTime distance = QTime(0, 0).addSecs(qAbs(seconds));
    return (seconds < 0 ? u'-' : u'+') + distance.toString(u"HH:mm"_s);
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

// Records are whole: with a limit of 1 all that use any of it are at it.
Answer recordsNearLimit(const CrmObject &from, std::optional<qint32> limit)
{
    const qint64 most = limit.value_or(Account::highestLimit);
    int atLimit = 0;
    int nearLimit = 0;
    QJsonArray atSamples;
    QJsonArray nearSamples;
    qint64 id = firstRecordId;
    for (const int percent : usageOfRecords) {
        const qint64 usage = limit ? (most * percent + 99) / 100 : 0;
        QJsonObject sample{{u"label"_s, u"%1 %2"_s.arg(from.singular).arg(id)},
                           {u"objectId"_s, id}};
        ++id;
        if (usage == most) {
            ++atLimit;
            addSample(atSamples, sample);
        } else if (usage * 100 >= most * nearFrom) {
            ++nearLimit;
            sample.insert(u"usage"_s, usage);
            sample.insert(u"percentage"_s, double(usage * 100) / double(most));
            addSample(nearSamples, sample);
        }
    }
    return {200,
            {{u"limit"_s, most},
             {u"totalRecordsAtLimit"_s, atLimit},
             {u"totalRecordsNearLimit"_s, nearLimit},
             {u"atLimitFromRecordSamples"_s, atSamples},
             {u"nearLimitFromRecordSamples"_s, nearSamples}},
            {}};
}

// A batch of which every input was refused is a 207 with empty results as well: each error belongs
// to its input, and none to the request.
Answer batch(limits::Operation operation, const BatchTimes &times, const BatchOutcome &outcome)
{
    // A purge was seen to answer so where there was nothing to remove.
    if (operation == limits::Operation::Purge && outcome.done.empty() && outcome.refused.empty()) {
        return {204, {}, {}};
    }
    QJsonArray results;
    for (const Limit &limit : outcome.done) {
        results.append(batchResult(operation, limit));
    }
    QJsonObject body{{u"status"_s, u"COMPLETE"_s},
                     {u"requestedAt"_s, timestamp(times.requestedAt)},
                     {u"startedAt"_s, timestamp(times.startedAt)},
                     {u"completedAt"_s, timestamp(times.completedAt)},
                     {u"results"_s, results}};
    if (!outcome.refused.empty()) {
        QJsonArray errors;
        for (const BatchOutcome::Refusal &refusal : outcome.refused) {
            errors.append(batchError(refusal));
        }
        body.insert(u"numErrors"_s, static_cast<qint64>(outcome.refused.size()));
        body.insert(u"errors"_s, errors);
    }
    return {batchStatus(operation, !outcome.refused.empty()), body, {}};
}

} // namespace sandbox::answers
