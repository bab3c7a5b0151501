#include "app/api/decode.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <array>

namespace api {

using namespace Qt::StringLiterals;

namespace {

ErrorKind kindOf(int httpStatus)
{
    switch (httpStatus) {
    case 401:
        return ErrorKind::Unauthorized;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
        return ErrorKind::NotFound;
    case 423:
        return ErrorKind::Locked;
    case 429:
        return ErrorKind::RateLimited;
    case 437:
        return ErrorKind::TooManyTypes;
    case 477:
        return ErrorKind::Moving;
    default:
        break;
    }
    if (httpStatus >= 300 && httpStatus < 400) {
        return ErrorKind::Redirected;
    }
    return httpStatus >= 400 && httpStatus < 500 ? ErrorKind::BadRequest : ErrorKind::ServerError;
}

/// "Wed, 21 Oct 2015 07:28:00 GMT", whatever the user's own locale calls the days.
QDateTime httpDate(const QByteArray &text)
{
    const QString format = u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s;
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text), format);
    date.setTimeSpec(Qt::UTC);
    return date;
}

/// Seconds from the moment the answer was sent. A date counts from the answer's own Date, not from
/// this machine's clock: the reply may be read again next year.
std::optional<int> retryAfterOf(const Reply &reply)
{
    const QByteArray text = reply.header("retry-after").trimmed();
    bool isNumber = false;
    const int seconds = text.toInt(&isNumber);
    if (isNumber) {
        return seconds < 0 ? std::nullopt : std::optional(seconds);
    }
    const QDateTime until = httpDate(text);
    const QDateTime sent = httpDate(reply.header("date").trimmed());
    if (!until.isValid() || !sent.isValid()) {
        return std::nullopt;
    }
    return static_cast<int>(std::clamp<qint64>(sent.secsTo(until), 0, 365 * 24 * 3600));
}

/// What a gateway's page calls itself; empty where the body is no page.
QString titleOf(const QByteArray &body)
{
    const QString page = QString::fromUtf8(body.left(64 * 1024));
    const qsizetype start = page.indexOf("<title"_L1, 0, Qt::CaseInsensitive);
    const qsizetype open = start < 0 ? -1 : page.indexOf(u'>', start);
    const qsizetype end = open < 0 ? -1 : page.indexOf("</title"_L1, open, Qt::CaseInsensitive);
    if (end < 0) {
        return {};
    }
    QString title = page.sliced(open + 1, end - open - 1).simplified();
    title.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1).replace("&quot;"_L1, "\""_L1);
    title.replace("&#39;"_L1, "'"_L1).replace("&nbsp;"_L1, " "_L1).replace("&amp;"_L1, "&"_L1);
    return title;
}

void addScopes(QStringList &scopes, const Context &context)
{
    constexpr std::array names{"requiredGranularScopes"_L1, "requiredScopes"_L1,
                               "missingGranularScopes"_L1, "missingScopes"_L1};
    for (const auto &[name, values] : context) {
        if (std::ranges::find(names, name) != names.end()) {
            scopes += values;
        }
    }
}

void readBody(const QJsonObject &body, Error &error)
{
    error.message = textOf(body.value("message"_L1));
    error.category = textOf(body.value("category"_L1));
    if (error.category.isEmpty()) {
        error.category = textOf(body.value("errorType"_L1));
    }
    const QString correlationId = textOf(body.value("correlationId"_L1));
    if (!correlationId.isEmpty()) {
        error.correlationId = correlationId;
    }
    error.policyName = textOf(body.value("policyName"_L1));
    error.context = contextOf(body.value("context"_L1));
    error.details = detailsOf(body.value("errors"_L1));
    addScopes(error.missingScopes, contextOf(body));
    addScopes(error.missingScopes, error.context);
    for (const ErrorDetail &detail : error.details) {
        addScopes(error.missingScopes, detail.context);
    }
    error.missingScopes.removeDuplicates();
}

} // namespace

Error decodeError(const Reply &reply)
{
    Error error;
    error.httpStatus = reply.httpStatus;
    error.correlationId = QString::fromUtf8(reply.header("x-hubspot-correlation-id"));
    error.retryAfterSeconds = retryAfterOf(reply);
    if (reply.failure) {
        error.kind = *reply.failure;
        error.message = reply.failureText;
        return error;
    }
    error.kind = kindOf(reply.httpStatus);
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    if (document.isObject()) {
        readBody(document.object(), error);
    } else if (document.isArray()) {
        error.details = detailsOf(document.array());
    } else {
        const bool plain = reply.header("content-type").startsWith("text/plain");
        error.message =
            plain ? QString::fromUtf8(reply.body.left(500)).simplified() : titleOf(reply.body);
    }
    return error;
}

} // namespace api
