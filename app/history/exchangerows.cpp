#include "app/history/exchangerows.h"

#include "app/history/attemptrows.h"
#include "app/history/names.h"

namespace history {

using namespace Qt::StringLiterals;
using support::Done;
using support::Unexpected;

namespace {

QVariantList outcomeValues(const Exchange &exchange)
{
    return QVariantList{nameOf(exchange.state)} +
           attemptValues(exchange.sentAt, exchange.answeredAt, exchange.reply);
}

QVariant numberOrNull(const std::optional<qint32> &number)
{
    return number ? QVariant(*number) : QVariant();
}

std::optional<qint32> numberFrom(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional<qint32>(value.toInt());
}

Result<Done> insertChanges(Statement &insert, const QVariant &exchange,
                           const std::vector<limits::Change> &changes)
{
    int position = 0;
    for (const limits::Change &change : changes) {
        if (!insert.run({exchange, position++, QString(limits::wireName(change.category)),
                         change.typeId, numberOrNull(change.limit), change.label,
                         int(change.before.known), numberOrNull(change.before.limit)})) {
            return Unexpected{insert.failure()};
        }
    }
    return Done{};
}

Result<Done> readChanges(const QSqlDatabase &database, qint64 submission,
                         std::vector<Exchange> &exchanges)
{
    Statement rows(database,
                   u"SELECT exchange.position, category, type_id, asked_limit, label, "
                   "before_known, before_limit "
                   "FROM exchange JOIN limit_change ON limit_change.exchange = exchange.id "
                   "WHERE exchange.submission = ? "
                   "ORDER BY exchange.position, limit_change.position"_s);
    for (bool found = rows.run({submission}) && rows.next(); found; found = rows.next()) {
        const auto category = limits::categoryFromWire(rows.text(1));
        if (!category) {
            return unreadable(u"category: "_s + rows.text(1));
        }
        exchanges.at(size_t(rows.number(0)))
            .request.changes.push_back({*category,
                                        rows.number(2),
                                        numberFrom(rows.value(3)),
                                        rows.text(4),
                                        {rows.number(5) != 0, numberFrom(rows.value(6))}});
    }
    if (rows.failed()) {
        return Unexpected{rows.failure()};
    }
    return Done{};
}

/// Those of the attempts that are not there yet.
Result<Done> insertRefused(const QSqlDatabase &database, qint64 submission, qsizetype exchange,
                           const std::vector<Attempt> &refused)
{
    if (refused.empty()) {
        return Done{};
    }
    Statement insert(database, u"INSERT INTO refused_attempt (exchange, position, %1) "
                               "SELECT id, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM exchange "
                               "WHERE submission = ? AND position = ? "
                               "ON CONFLICT (exchange, position) DO NOTHING"_s.arg(attemptColumns));
    int position = 0;
    for (const Attempt &attempt : refused) {
        if (!insert.run(QVariantList{position++} +
                        attemptValues(attempt.sentAt, attempt.answeredAt, attempt.reply) +
                        QVariantList{submission, qint64(exchange)})) {
            return Unexpected{insert.failure()};
        }
    }
    return Done{};
}

Result<Done> readRefused(const QSqlDatabase &database, qint64 submission,
                         std::vector<Exchange> &exchanges)
{
    Statement rows(database,
                   u"SELECT (SELECT exchange.position FROM exchange "
                   "WHERE exchange.id = refused_attempt.exchange), %1 FROM refused_attempt "
                   "WHERE exchange IN (SELECT exchange.id FROM exchange WHERE submission = ?) "
                   "ORDER BY exchange, position"_s.arg(attemptColumns));
    for (bool found = rows.run({submission}) && rows.next(); found; found = rows.next()) {
        auto attempt = readSentAttempt(rows, 1);
        if (!attempt) {
            return Unexpected{attempt.error()};
        }
        exchanges.at(size_t(rows.number(0))).refused.push_back(*std::move(attempt));
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
        "method, path, body, stage, state, %1) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(attemptColumns));
    Statement insertChange(database,
                           u"INSERT INTO limit_change (exchange, position, category, type_id, "
                           "asked_limit, label, before_known, before_limit) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s);
    int position = 0;
    for (const Exchange &exchange : exchanges) {
        const limits::PlannedRequest &request = exchange.request;
        const QVariantList asked{submission,
                                 position,
                                 QString(limits::wireName(request.operation)),
                                 request.pair.from,
                                 request.pair.to,
                                 QString::fromLatin1(exchange.method),
                                 QString::fromLatin1(exchange.path),
                                 exchange.body,
                                 request.stage};
        if (!insert.run(asked + outcomeValues(exchange))) {
            return Unexpected{insert.failure()};
        }
        if (auto done = insertChanges(insertChange, insert.insertedId(), request.changes); !done) {
            return done;
        }
        if (auto done = insertRefused(database, submission, position++, exchange.refused); !done) {
            return done;
        }
    }
    return Done{};
}

Result<Done> updateExchanges(const QSqlDatabase &database, qint64 submission,
                             const std::vector<qsizetype> &positions,
                             const std::vector<Exchange> &exchanges)
{
    Statement update(database, u"UPDATE exchange SET (state, %1) = (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                               "WHERE submission = ? AND position = ?"_s.arg(attemptColumns));
    for (const qsizetype position : positions) {
        const Exchange &exchange = exchanges.at(size_t(position));
        if (!update.run(outcomeValues(exchange) + QVariantList{submission, qint64(position)})) {
            return Unexpected{update.failure()};
        }
        if (update.affected() != 1) {
            return Unexpected{
                StoreError{StoreErrorKind::NotFound, u"no exchange %1"_s.arg(position)}};
        }
        if (auto done = insertRefused(database, submission, position, exchange.refused); !done) {
            return done;
        }
    }
    return Done{};
}

Result<std::vector<Exchange>> selectExchanges(const QSqlDatabase &database, qint64 submission)
{
    std::vector<Exchange> exchanges;
    Statement rows(database,
                   u"SELECT position, operation, from_id, to_id, method, path, body, stage, state, "
                   "%1 FROM exchange WHERE submission = ? ORDER BY position"_s.arg(attemptColumns));
    for (bool found = rows.run({submission}) && rows.next(); found; found = rows.next()) {
        const auto operation = limits::operationFromWire(rows.text(1));
        const auto state = exchangeStateNamed(rows.text(8));
        if (!operation || !state || rows.number(0) != int(exchanges.size())) {
            return unreadable(
                u"exchange %1: %2, %3"_s.arg(rows.number(0)).arg(rows.text(1), rows.text(8)));
        }
        auto attempt = readAttempt(rows, 9);
        if (!attempt) {
            return Unexpected{attempt.error()};
        }
        Exchange &exchange = exchanges.emplace_back();
        exchange.request = {*operation, {rows.text(2), rows.text(3)}, {}, rows.number(7)};
        exchange.method = rows.text(4).toLatin1();
        exchange.path = rows.text(5).toLatin1();
        exchange.body = rows.bytes(6);
        exchange.state = *state;
        exchange.sentAt = attempt->sentAt;
        exchange.answeredAt = attempt->answeredAt;
        exchange.reply = std::move(attempt->reply);
    }
    if (rows.failed()) {
        return Unexpected{rows.failure()};
    }
    if (auto read = readChanges(database, submission, exchanges); !read) {
        return Unexpected{read.error()};
    }
    if (auto read = readRefused(database, submission, exchanges); !read) {
        return Unexpected{read.error()};
    }
    return exchanges;
}

} // namespace history
