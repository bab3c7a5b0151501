#include "app/api/decode.h"

#include <QJsonDocument>

namespace api {

using namespace Qt::StringLiterals;

namespace {

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

support::Expected<QJsonObject, Error> decodeObject(const Reply &reply)
{
    using support::Unexpected;
    if (reply.failure || !isSuccess(reply.httpStatus)) {
        return Unexpected{decodeError(reply)};
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
    if (!document.isObject()) {
        Problems problems;
        problems.add(u"$"_s, "not an object"_L1);
        return Unexpected{unexpectedShape(reply, std::move(problems))};
    }
    return document.object();
}

Error unexpectedShape(const Reply &reply, Problems problems)
{
    Error error = unreadable(reply, ErrorKind::UnexpectedShape, {});
    problems.moveInto(error);
    return error;
}

} // namespace api
