#include "app/api/reads.h"

#include "app/api/decode.h"
#include "app/api/storedlimits.h"

namespace api {

using namespace Qt::StringLiterals;
using support::Expected;

namespace {

QByteArray version()
{
    return {apiVersion.data(), apiVersion.size()};
}

/// "0-1/0-2", with names of any characters.
QByteArray segmentsOf(const limits::Pair &pair)
{
    return QUrl::toPercentEncoding(pair.from) + '/' + QUrl::toPercentEncoding(pair.to);
}

/// What `read` makes of the fields of the answer, if all of them fit.
template<typename Read, typename Value = std::invoke_result_t<Read, const Fields &>>
Expected<Value, Error> decode(const Reply &reply, Read read)
{
    const auto object = decodeObject(reply);
    if (!object) {
        return support::Unexpected{object.error()};
    }
    Problems problems;
    Value value = read(Fields(*object, problems));
    if (!problems.isEmpty()) {
        return support::Unexpected{unexpectedShape(reply, std::move(problems))};
    }
    return value;
}

TypeLabel typeLabelOf(const Fields &fields)
{
    return {.category = fields.requiredText("category"_L1),
            .typeId = fields.requiredNumber<qint32>("typeId"_L1),
            .label = fields.text("label"_L1),
            .from = fields.text("fromObjectTypeId"_L1),
            .to = fields.text("toObjectTypeId"_L1)};
}

CustomObject customObjectOf(const Fields &fields)
{
    const Fields labels = fields.within("labels"_L1);
    return {.objectTypeId = fields.requiredText("objectTypeId"_L1),
            .name = fields.text("name"_L1).value_or(QString()),
            .fullyQualifiedName = fields.text("fullyQualifiedName"_L1).value_or(QString()),
            .singular = labels.text("singular"_L1).value_or(QString()),
            .plural = labels.text("plural"_L1).value_or(QString()),
            .archived = fields.boolean("archived"_L1).value_or(false)};
}

RecordSample sampleOf(const Fields &fields)
{
    return {.label = fields.text("label"_L1).value_or(QString()),
            .objectId = fields.requiredNumber<qint64>("objectId"_L1),
            .usage = fields.number<qint64>("usage"_L1)};
}

template<typename Read> auto readAll(const std::vector<Fields> &objects, Read read)
{
    std::vector<std::invoke_result_t<Read, const Fields &>> values;
    values.reserve(objects.size());
    for (const Fields &fields : objects) {
        values.push_back(read(fields));
    }
    return values;
}

} // namespace

QByteArray configurationsPath(const limits::Pair &pair)
{
    return "/crm/associations/" + version() + "/definitions/configurations/" + segmentsOf(pair);
}

Expected<std::vector<StoredLimit>, Error> decodeConfigurations(const Reply &reply)
{
    return decode(reply, storedLimitsOf);
}

QByteArray labelsPath(const limits::Pair &pair)
{
    return "/crm/associations/" + version() + '/' + segmentsOf(pair) + "/labels";
}

Expected<std::vector<TypeLabel>, Error> decodeLabels(const Reply &reply)
{
    return decode(reply, [](const Fields &body) {
        return readAll(body.requiredEach("results"_L1), typeLabelOf);
    });
}

QByteArray schemasPath()
{
    return "/crm-object-schemas/" + version() +
           "/schemas?includePropertyDefinitions=false&includeAssociationDefinitions=false"
           "&includeAuditMetadata=false";
}

Expected<std::vector<CustomObject>, Error> decodeSchemas(const Reply &reply)
{
    return decode(reply, [](const Fields &body) {
        return readAll(body.requiredEach("results"_L1), customObjectOf);
    });
}

QByteArray enablementPath()
{
    return "/crm/object-library/" + version() + "/enablement";
}

Expected<Enablement, Error> decodeEnablement(const Reply &reply)
{
    return decode(reply, [](const Fields &body) {
        const Fields byId = body.requiredWithin("enablementByObjectTypeId"_L1);
        Enablement enablement;
        for (auto it = byId.object().begin(); it != byId.object().end(); ++it) {
            if (!it.value().isBool()) {
                byId.wrong(it.key(), notBoolean);
            }
            enablement.insert(it.key(), it.value().toBool());
        }
        return enablement;
    });
}

QByteArray recordsNearLimitPath(const limits::Pair &pair)
{
    return "/crm/limits/" + version() + "/associations/records/" + segmentsOf(pair);
}

Expected<RecordsNearLimit, Error> decodeRecordsNearLimit(const Reply &reply)
{
    return decode(reply, [](const Fields &body) {
        return RecordsNearLimit{
            .limit = body.requiredNumber<qint64>("limit"_L1),
            .atLimit = body.requiredNumber<qint32>("totalRecordsAtLimit"_L1),
            .nearLimit = body.requiredNumber<qint32>("totalRecordsNearLimit"_L1),
            .atLimitSamples = readAll(body.each("atLimitFromRecordSamples"_L1), sampleOf),
            .nearLimitSamples = readAll(body.each("nearLimitFromRecordSamples"_L1), sampleOf)};
    });
}

QByteArray accountDetailsPath()
{
    return "/account-info/" + version() + "/details";
}

Expected<AccountDetails, Error> decodeAccountDetails(const Reply &reply)
{
    return decode(reply, [](const Fields &body) {
        return AccountDetails{.portalId = body.number<qint64>("portalId"_L1),
                              .accountType = body.text("accountType"_L1),
                              .timeZone = body.text("timeZone"_L1),
                              .uiDomain = body.text("uiDomain"_L1),
                              .dataHostingLocation = body.text("dataHostingLocation"_L1)};
    });
}

} // namespace api
