#include "app/api/batch.h"

#include "app/api/jsonfields.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace api {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array knownKeys{"status"_L1,  "requestedAt"_L1, "startedAt"_L1, "completedAt"_L1,
                               "results"_L1, "numErrors"_L1,   "errors"_L1,    "links"_L1};

bool isSuccess(int httpStatus)
{
    return httpStatus >= 200 && httpStatus < 300;
}

/// No content type at all is let through: the body itself says whether it is JSON.
bool mayBeJson(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').constFirst().trimmed().toLower();
    return type.isEmpty() || type == "application/json" || type == "text/json" ||
           type.endsWith("+json");
}

bool isAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

ServerTime timeOf(const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    // A time without a zone is no point in time.
    return {text, time.timeSpec() == Qt::LocalTime ? QDateTime() : time.toUTC()};
}

/// Takes a batch body apart. A path is spelt out only where something is wrong.
class BatchReader
{
public:
    explicit BatchReader(const QJsonObject &object)
        : m_object(object)
    {
    }

    BatchResponse read()
    {
        BatchResponse response;
        response.status = text("status"_L1);
        response.requestedAt = time("requestedAt"_L1);
        response.startedAt = time("startedAt"_L1);
        response.completedAt = time("completedAt"_L1);
        response.results = results();
        response.numErrors = count("numErrors"_L1);
        response.errors = errors();
        response.links = links();
        for (auto it = m_object.begin(); it != m_object.end(); ++it) {
            if (std::ranges::find(knownKeys, it.key()) == knownKeys.end()) {
                response.unknownKeys.append(it.key());
            }
        }
        return response;
    }

    [[nodiscard]] Problems &problems() { return m_problems; }

private:
    std::optional<QString> text(QLatin1StringView key)
    {
        const QJsonValue value = m_object.value(key);
        if (isAbsent(value)) {
            return std::nullopt;
        }
        if (!value.isString()) {
            m_problems.add(key, "not text"_L1);
        }
        return value.toString();
    }

    std::optional<ServerTime> time(QLatin1StringView key)
    {
        const std::optional<QString> written = text(key);
        return written ? std::optional(timeOf(*written)) : std::nullopt;
    }

    std::optional<qint64> count(QLatin1StringView key)
    {
        const QJsonValue value = m_object.value(key);
        if (isAbsent(value)) {
            return std::nullopt;
        }
        const std::optional<qint32> number = int32Of(value);
        if (!number) {
            m_problems.add(key, "not a whole number"_L1);
        }
        return number;
    }

    std::vector<StoredLimit> results()
    {
        const QJsonValue value = m_object.value("results"_L1);
        if (!value.isArray()) {
            m_problems.add(u"results"_s, isAbsent(value) ? "missing"_L1 : "not a list"_L1);
            return {};
        }
        const QJsonArray array = value.toArray();
        std::vector<StoredLimit> limits;
        limits.reserve(static_cast<std::size_t>(array.size()));
        for (const QJsonValueConstRef element : array) {
            StoredLimit &limit = limits.emplace_back();
            if (element.isObject()) {
                result(element.toObject(), std::ssize(limits) - 1, limit);
            } else {
                m_problems.add(u"results[%1]"_s.arg(std::ssize(limits) - 1), "not an object"_L1);
            }
        }
        return limits;
    }

    // Goes over the members once. Looking each of four up by name was measured at 2.5 times the
    // cost of meeting all of them.
    void result(const QJsonObject &object, qsizetype index, StoredLimit &limit)
    {
        const auto wrong = [this, index](const QString &key, QLatin1StringView what) {
            m_problems.add(u"results[%1].%2"_s.arg(index).arg(key), what);
        };
        const auto text = [&wrong](const QString &key, QJsonValueConstRef value) {
            if (!value.isString()) {
                wrong(key, "not text"_L1);
            }
            return value.toString();
        };
        const auto number = [&wrong](const QString &key, QJsonValueConstRef value) {
            const std::optional<qint32> whole = int32Of(value);
            if (!whole) {
                wrong(key, "not a whole number in range"_L1);
            }
            return whole;
        };
        bool hasTypeId = false;
        std::optional<qint32> guidesLimit;
        for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
            const QString key = it.key();
            const QJsonValueConstRef value =
                it.value(); // a QJsonValue of its own costs as much again
            if (value.isNull()) {
                continue;
            }
            if (key == "category"_L1) {
                limit.category = shared(text(key, value));
            } else if (key == "typeId"_L1) {
                hasTypeId = true;
                limit.typeId = number(key, value).value_or(0);
            } else if (key == "label"_L1) {
                limit.label = text(key, value);
            } else if (key == "userEnforcedMaxToObjectIds"_L1) {
                limit.limit = number(key, value);
            } else if (key == "maxToObjectIds"_L1) {
                guidesLimit = number(key, value);
            }
        }
        if (!hasTypeId) {
            wrong(u"typeId"_s, "missing"_L1);
        }
        if (!limit.limit) {
            limit.limit = guidesLimit;
        }
    }

    /// Ten thousand results name the same few categories: one string for a run of equal ones.
    QString shared(const QString &category)
    {
        if (category != m_category) {
            m_category = category;
        }
        return m_category;
    }

    std::vector<ErrorDetail> errors()
    {
        const QJsonValue value = m_object.value("errors"_L1);
        if (!isAbsent(value) && !value.isArray()) {
            m_problems.add(u"errors"_s, "not a list"_L1);
        }
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (!array.at(i).isObject() && !array.at(i).isString()) {
                m_problems.add(u"errors[%1]"_s.arg(i), "neither an object nor text"_L1);
            }
        }
        return detailsOf(value);
    }

    std::vector<std::pair<QString, QUrl>> links()
    {
        const QJsonValue value = m_object.value("links"_L1);
        if (!isAbsent(value) && !value.isObject()) {
            m_problems.add(u"links"_s, "not an object"_L1);
        }
        std::vector<std::pair<QString, QUrl>> links;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!it.value().isString()) {
                m_problems.add("links."_L1 + it.key(), "not text"_L1);
            }
            links.emplace_back(it.key(), QUrl(it.value().toString()));
        }
        return links;
    }

    QJsonObject m_object;
    Problems m_problems;
    QString m_category;
};

Error unreadable(const Reply &reply, ErrorKind kind, const QString &message)
{
    Error error;
    error.kind = kind;
    error.httpStatus = reply.httpStatus;
    error.message = message;
    error.correlationId = QString::fromUtf8(reply.header("x-hubspot-correlation-id"));
    return error;
}

} // namespace

Request encode(const limits::PlannedRequest &planned)
{
    const auto segment = [](const QString &id) { return QUrl::toPercentEncoding(id); };
    Request request;
    request.method = "POST";
    request.path = "/crm/associations/" + QByteArray(apiVersion.data(), apiVersion.size()) +
                   "/definitions/configurations/" + segment(planned.pair.from) + '/' +
                   segment(planned.pair.to) + "/batch/" + wireName(planned.operation).latin1();
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
    if (reply.failure || !isSuccess(reply.httpStatus)) {
        return Unexpected{decodeError(reply)};
    }
    if (reply.httpStatus == 204) {
        return BatchResponse{};
    }
    const QByteArray contentType = reply.header("content-type");
    if (!mayBeJson(contentType)) {
        return Unexpected{unreadable(reply, ErrorKind::NotJson, QString::fromUtf8(contentType))};
    }
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(reply.body, &parseError);
    if (document.isNull()) {
        return Unexpected{unreadable(reply, ErrorKind::NotJson, parseError.errorString())};
    }
    Problems problems;
    if (!document.isObject()) {
        Error error = unreadable(reply, ErrorKind::UnexpectedShape, {});
        problems.add(u"$"_s, "not an object"_L1);
        problems.moveInto(error);
        return Unexpected{error};
    }
    BatchReader reader(document.object());
    BatchResponse response = reader.read();
    if (!reader.problems().isEmpty()) {
        Error error = unreadable(reply, ErrorKind::UnexpectedShape, {});
        error.details = std::move(response.errors);
        reader.problems().moveInto(error);
        return Unexpected{error};
    }
    return response;
}

} // namespace api
