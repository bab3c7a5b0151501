#include "app/history/exchangerows.h"

#include "app/history/names.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace history {

using namespace Qt::StringLiterals;
using support::Done;
using support::Unexpected;

namespace {

Unexpected<StoreError> unreadable(const QString &what)
{
    return Unexpected{StoreError{StoreErrorKind::Damaged, u"unreadable "_s + what}};
}

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

constexpr auto outcomeColumns = "state, sent_at, answered_at, http_status, reason, headers, "
                                "failure, failure_text, response"_L1;

QVariantList outcomeValues(const Exchange &exchange)
{
    QVariantList values{nameOf(exchange.state), milliseconds(exchange.sentAt),
                        milliseconds(exchange.answeredAt)};
    if (const auto &reply = exchange.reply) {
        values << reply->httpStatus << reply->reasonPhrase << headersText(reply->headers)
               << (reply->failure ? QVariant(nameOf(*reply->failure)) : QVariant())
               << reply->failureText << reply->body;
    } else {
        values.resize(values.size() + 6);
    }
    return values;
}

/// A row of outcomeColumns that starts at `first`.
Result<Done> readOutcome(const Statement &row, int first, Exchange &exchange)
{
    const auto state = exchangeStateNamed(row.text(first));
    if (!state) {
        return unreadable(u"exchange state: "_s + row.text(first));
    }
    exchange.state = *state;
    exchange.sentAt = timeFrom(row.value(first + 1));
    exchange.answeredAt = timeFrom(row.value(first + 2));
    if (row.value(first + 3).isNull()) {
        return Done{};
    }
    const auto headers = headersFrom(row.text(first + 5));
    if (!headers) {
        return unreadable(u"headers: "_s + row.text(first + 5));
    }
    const QString failure = row.text(first + 6);
    const auto kind = errorKindNamed(failure);
    if (!kind && !failure.isEmpty()) {
        return unreadable(u"failure: "_s + failure);
    }
    exchange.reply = {.httpStatus = row.number(first + 3),
                      .reasonPhrase = row.bytes(first + 4),
                      .headers = *headers,
                      .body = row.bytes(first + 8),
                      .failure = kind,
                      .failureText = row.text(first + 7)};
    return Done{};
}

Result<Done> insertChanges(Statement &insert, const QVariant &exchange,
                           const std::vector<limits::Change> &changes)
{
    int position = 0;
    for (const limits::Change &change : changes) {
        if (!insert.run({exchange, position++, QString(limits::wireName(change.category)),
                         change.typeId, change.limit ? QVariant(*change.limit) : QVariant(),
                         change.label})) {
            return Unexpected{insert.failure()};
        }
    }
    return Done{};
}

Result<Done> readChanges(const QSqlDatabase &database, qint64 submission,
                         std::vector<Exchange> &exchanges)
{
    Statement rows(database,
                   u"SELECT exchange.position, category, type_id, asked_limit, label "
                   "FROM exchange JOIN limit_change ON limit_change.exchange = exchange.id "
                   "WHERE submission = ? ORDER BY exchange.position, limit_change.position"_s);
    for (bool found = rows.run({submission}) && rows.next(); found; found = rows.next()) {
        const auto category = limits::categoryFromWire(rows.text(1));
        if (!category) {
            return unreadable(u"category: "_s + rows.text(1));
        }
        const auto limit =
            rows.value(3).isNull() ? std::nullopt : std::optional<qint32>(rows.number(3));
        exchanges.at(size_t(rows.number(0)))
            .request.changes.push_back({*category, rows.number(2), limit, rows.text(4)});
    }
    if (rows.failed()) {
        return Unexpected{rows.failure()};
    }
    return Done{};
}

} // namespace

Result<Done> insertExchanges(const QSqlDatabase &database, qint64 submission,
                             const std::vector<Exchange> &exchanges)
{
    Statement insert(
        database,
        u"INSERT INTO exchange (submission, position, operation, from_id, to_id, "
        "method, path, body, %1) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(outcomeColumns));
    Statement insertChange(database,
                           u"INSERT INTO limit_change (exchange, position, category, type_id, "
                           "asked_limit, label) VALUES (?, ?, ?, ?, ?, ?)"_s);
    int position = 0;
    for (const Exchange &exchange : exchanges) {
        const limits::PlannedRequest &request = exchange.request;
        const QVariantList asked{submission,
                                 position++,
                                 QString(limits::wireName(request.operation)),
                                 request.pair.from,
                                 request.pair.to,
                                 QString::fromLatin1(exchange.method),
                                 QString::fromLatin1(exchange.path),
                                 exchange.body};
        if (!insert.run(asked + outcomeValues(exchange))) {
            return Unexpected{insert.failure()};
        }
        if (auto done = insertChanges(insertChange, insert.insertedId(), request.changes); !done) {
            return done;
        }
    }
    return Done{};
}

Result<Done> updateExchange(const QSqlDatabase &database, qint64 submission, qsizetype position,
                            const Exchange &exchange)
{
    Statement update(database, u"UPDATE exchange SET (%1) = (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                               "WHERE submission = ? AND position = ?"_s.arg(outcomeColumns));
    if (!update.run(outcomeValues(exchange) + QVariantList{submission, qint64(position)})) {
        return Unexpected{update.failure()};
    }
    if (update.affected() != 1) {
        return Unexpected{StoreError{StoreErrorKind::NotFound, u"no exchange %1"_s.arg(position)}};
    }
    return Done{};
}

Result<Done> updateExchangeStates(const QSqlDatabase &database, qint64 submission,
                                  const std::vector<Exchange> &exchanges)
{
    Statement update(database,
                     u"UPDATE exchange SET state = ? WHERE submission = ? AND position = ?"_s);
    int position = 0;
    for (const Exchange &exchange : exchanges) {
        if (!update.run({nameOf(exchange.state), submission, position++})) {
            return Unexpected{update.failure()};
        }
    }
    return Done{};
}

Result<std::vector<Exchange>> selectExchanges(const QSqlDatabase &database, qint64 submission)
{
    std::vector<Exchange> exchanges;
    Statement rows(database,
                   u"SELECT position, operation, from_id, to_id, method, path, body, %1 "
                   "FROM exchange WHERE submission = ? ORDER BY position"_s.arg(outcomeColumns));
    for (bool found = rows.run({submission}) && rows.next(); found; found = rows.next()) {
        const auto operation = limits::operationFromWire(rows.text(1));
        if (!operation || rows.number(0) != int(exchanges.size())) {
            return unreadable(u"exchange %1: %2"_s.arg(rows.number(0)).arg(rows.text(1)));
        }
        Exchange &exchange = exchanges.emplace_back();
        exchange.request = {*operation, {rows.text(2), rows.text(3)}, {}};
        exchange.method = rows.text(4).toLatin1();
        exchange.path = rows.text(5).toLatin1();
        exchange.body = rows.bytes(6);
        if (auto read = readOutcome(rows, 7, exchange); !read) {
            return Unexpected{read.error()};
        }
    }
    if (rows.failed()) {
        return Unexpected{rows.failure()};
    }
    if (auto read = readChanges(database, submission, exchanges); !read) {
        return Unexpected{read.error()};
    }
    return exchanges;
}

} // namespace history
