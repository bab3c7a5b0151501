#include "app/history/attemptrows.h"

#include "app/history/names.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace history {

using namespace Qt::StringLiterals;
using support::Unexpected;

namespace {

QVariant milliseconds(const std::optional<QDateTime> &time)
{
    return time ? QVariant(time->toMSecsSinceEpoch()) : QVariant();
}

std::optional<QDateTime> timeFrom(const QVariant &milliseconds)
{
    if (milliseconds.isNull()) {
        return std::nullopt;
    }
    return QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
}

/// Latin-1 takes every byte to one character and back, and JSON takes every character.
QString headersText(const std::vector<api::Header> &headers)
{
    QJsonArray array;
    for (const auto &[name, value] : headers) {
        array.append(QJsonArray{QString::fromLatin1(name), QString::fromLatin1(value)});
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::optional<std::vector<api::Header>> headersFrom(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isArray()) {
        return std::nullopt;
    }
    const QJsonArray array = document.array();
    std::vector<api::Header> headers;
    for (const QJsonValue header : array) {
        headers.push_back({header[0].toString().toLatin1(), header[1].toString().toLatin1()});
    }
    return headers;
}

} // namespace

QVariantList attemptValues(const std::optional<QDateTime> &sentAt,
                           const std::optional<QDateTime> &answeredAt,
                           const std::optional<api::Reply> &reply)
{
    QVariantList values{milliseconds(sentAt), milliseconds(answeredAt)};
    if (reply) {
        values << reply->httpStatus << reply->reasonPhrase << headersText(reply->headers)
               << (reply->failure ? QVariant(nameOf(*reply->failure)) : QVariant())
               << reply->failureText << reply->body;
    }
    values.resize(attemptColumnCount);
    return values;
}

Result<AttemptRow> readAttempt(const Statement &row, int first)
{
    AttemptRow attempt{timeFrom(row.value(first)), timeFrom(row.value(first + 1)), std::nullopt};
    if (row.value(first + 2).isNull()) {
        return attempt;
    }
    const auto headers = headersFrom(row.text(first + 4));
    if (!headers) {
        return unreadable(u"headers: "_s + row.text(first + 4));
    }
    const QString failure = row.text(first + 5);
    const auto kind = errorKindNamed(failure);
    if (!kind && !failure.isEmpty()) {
        return unreadable(u"failure: "_s + failure);
    }
    attempt.reply = {.httpStatus = row.number(first + 2),
                     .reasonPhrase = row.bytes(first + 3),
                     .headers = *headers,
                     .body = row.bytes(first + 7),
                     .failure = kind,
                     .failureText = row.text(first + 6)};
    return attempt;
}

Result<Attempt> readSentAttempt(const Statement &row, int first)
{
    auto attempt = readAttempt(row, first);
    if (!attempt) {
        return Unexpected{attempt.error()};
    }
    if (!attempt->sentAt) {
        return unreadable(u"attempt without a time"_s);
    }
    return Attempt{*attempt->sentAt, attempt->answeredAt, std::move(attempt->reply)};
}

Unexpected<StoreError> unreadable(const QString &what)
{
    return Unexpected{StoreError{StoreErrorKind::Damaged, u"unreadable "_s + what}};
}

} // namespace history
