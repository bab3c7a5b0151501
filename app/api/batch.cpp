#include "app/api/batch.h"

#include "app/api/decode.h"
#include "app/api/reads.h"
#include "app/api/storedlimits.h"

#include <algorithm>
#include <array>

namespace api {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array knownKeys{"status"_L1,  "requestedAt"_L1, "startedAt"_L1, "completedAt"_L1,
                               "results"_L1, "numErrors"_L1,   "errors"_L1,    "links"_L1};

ServerTime timeOf(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    // A time without a zone is no point in time.
    return {text, time.timeSpec() == Qt::LocalTime ? QDateTime() : time.toUTC()};
}

std::optional<ServerTime> timeIn(const Fields &body, QLatin1StringView key)
{
    const std::optional<QString> written = body.text(key);
    return written ? std::optional(timeOf(*written)) : std::nullopt;
}

std::vector<ErrorDetail> errorsIn(const Fields &body)
{
    const QJsonArray array = body.list("errors"_L1);
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!array.at(i).isObject() && !array.at(i).isString()) {
            body.wrong(u"errors[%1]"_s.arg(i), "neither an object nor text"_L1);
        }
    }
    return detailsOf(array);
}

std::vector<std::pair<QString, QUrl>> linksIn(const Fields &body)
{
    std::vector<std::pair<QString, QUrl>> links;
    const Fields within = body.within("links"_L1);
    for (auto it = within.object().begin(); it != within.object().end(); ++it) {
        if (!it.value().isString()) {
            within.wrong(it.key(), notText);
        }
        links.emplace_back(it.key(), QUrl(it.value().toString()));
    }
    return links;
}

QStringList unknownKeysIn(const QJsonObject &body)
{
    QStringList unknown;
    for (auto it = body.begin(); it != body.end(); ++it) {
        if (std::ranges::find(knownKeys, it.key()) == knownKeys.end()) {
            unknown.append(it.key());
        }
    }
    return unknown;
}

} // namespace

Request encode(const limits::PlannedRequest &planned)
{
    Request request;
    request.method = "POST";
    request.path =
        configurationsPath(planned.pair) + "/batch/" + wireName(planned.operation).latin1();
    // Written by hand in the order of HubSpot's documentation: QJsonObject would sort the names,
    // and a person reads this in the review.
    request.body = "{\"inputs\":[";
    for (const limits::Change &change : planned.changes) {
        if (!request.body.endsWith('[')) {
            request.body += ',';
        }
        request.body += "{\"category\":\"";
        request.body += wireName(change.category).latin1();
        request.body += "\",\"typeId\":" + QByteArray::number(change.typeId);
        if (planned.operation != limits::Operation::Purge) {
            Q_ASSERT(change.limit);
            request.body += ",\"maxToObjectIds\":" + QByteArray::number(change.limit.value_or(0));
        }
        request.body += '}';
    }
    request.body += "]}";
    return request;
}

support::Expected<BatchResponse, Error> decodeBatch(const Reply &reply)
{
    using support::Unexpected;
    if (!reply.failure && reply.httpStatus == 204) {
        return BatchResponse{};
    }
    const auto object = decodeObject(reply);
    if (!object) {
        return Unexpected{object.error()};
    }
    Problems problems;
    const Fields body(*object, problems);
    BatchResponse response;
    response.status = body.text("status"_L1);
    response.requestedAt = timeIn(body, "requestedAt"_L1);
    response.startedAt = timeIn(body, "startedAt"_L1);
    response.completedAt = timeIn(body, "completedAt"_L1);
    response.results = storedLimitsOf(body);
    response.numErrors = body.number<qint32>("numErrors"_L1);
    response.errors = errorsIn(body);
    response.links = linksIn(body);
    response.unknownKeys = unknownKeysIn(*object);
    if (!problems.isEmpty()) {
        Error error = unexpectedShape(reply, std::move(problems));
        error.details = std::move(response.errors);
        return Unexpected{error};
    }
    return response;
}

} // namespace api
