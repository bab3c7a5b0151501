#pragma once

#include "app/history/record.h"
#include "app/limits/associationtypes.h"

#include <QTimeZone>

#include <utility>

// Records with answers to compare, to take back and to tell a story from.
namespace tests {

using namespace Qt::StringLiterals;

inline const limits::Pair forth{u"0-1"_s, u"0-2"_s};
inline const limits::Pair back{u"0-2"_s, u"0-1"_s};

/// "279", "28" and so on: 279 and 1 are HubSpot's, all others custom.
inline limits::Category categoryOf(qint32 typeId)
{
    return typeId == 279 || typeId == 1 ? limits::Category::HubSpotDefined
                                        : limits::Category::UserDefined;
}

/// A limit as JSON, as the answers to writes and the read-backs have it.
inline QByteArray limitJson(qint32 typeId, qint32 limit)
{
    return R"({"category":")" + QByteArray(wireName(categoryOf(typeId)).data()) + R"(","typeId":)" +
           QByteArray::number(typeId) + R"(,"userEnforcedMaxToObjectIds":)" +
           QByteArray::number(limit) + '}';
}

/// What came of a request.
enum class Came : quint8 {
    Stored,
    Failed,  ///< the whole request
    Nothing, ///< the connection broke
    NotSent,
    Waiting, ///< for the answer
};

struct Asked
{
    qint32 typeId = 0;
    limits::LiveLimit before;
    std::optional<qint32> limit;
    QString label{};
};

inline api::Reply reply(int status, const QByteArray &body)
{
    api::Reply reply;
    reply.httpStatus = status;
    reply.headers = {{"Content-Type", "application/json"}};
    reply.body = body;
    return reply;
}

/// The exchange of a request with these limits; `stored` is what the answer says of them instead.
inline history::Exchange exchange(const std::vector<Asked> &asked, Came came,
                                  const limits::Pair &pair = forth,
                                  const std::vector<std::pair<qint32, qint32>> &stored = {})
{
    using State = history::Exchange::State;
    history::Exchange exchange;
    exchange.request.operation =
        asked.front().limit ? limits::Operation::Update : limits::Operation::Purge;
    exchange.request.pair = pair;
    exchange.request.stage = 1;
    QByteArrayList results;
    for (const Asked &one : asked) {
        exchange.request.changes.push_back(
            {categoryOf(one.typeId), one.typeId, one.limit, one.label, one.before});
        if (stored.empty() && one.limit) {
            results.append(limitJson(one.typeId, *one.limit));
        }
    }
    for (const auto &[typeId, limit] : stored) {
        results.append(limitJson(typeId, limit));
    }
    exchange.state = came == Came::NotSent   ? State::NotSent
                     : came == Came::Waiting ? State::Sent
                                             : State::Answered;
    switch (came) {
    case Came::Stored:
        exchange.reply =
            exchange.request.operation == limits::Operation::Purge
                ? reply(204, {})
                : reply(201, R"({"status":"COMPLETE","results":[)" + results.join(',') + "]}");
        break;
    case Came::Failed:
        exchange.reply = reply(400, R"({"status":"error","message":"No."})");
        break;
    case Came::Nothing:
        exchange.reply = api::Reply();
        exchange.reply->failure = api::ErrorKind::ConnectionLost;
        break;
    case Came::NotSent:
    case Came::Waiting:
        break;
    }
    return exchange;
}

/// Counted from 13:00 local time, as it is shown.
inline QDateTime minute(int minutes)
{
    return QDateTime({2026, 11, 3}, {13, 0}).toUTC().addSecs(qint64(60) * minutes);
}

inline history::Record recordAt(int minutes, std::vector<history::Exchange> exchanges)
{
    history::Record record;
    record.id = QUuid::createUuid();
    record.createdAt = minute(minutes);
    record.accountId = u"sandbox"_s;
    record.accountName = u"Sandbox"_s;
    record.pair = forth;
    record.fromName = u"Contacts"_s;
    record.toName = u"Companies"_s;
    record.state = history::Record::State::Finished;
    record.exchanges = std::move(exchanges);
    return record;
}

/// All limits the pair has, as they were found.
inline history::ReadBack readBack(const std::vector<std::pair<qint32, qint32>> &found,
                                  const limits::Pair &pair = forth)
{
    QByteArrayList results;
    for (const auto &[typeId, limit] : found) {
        results.append(limitJson(typeId, limit));
    }
    return {pair,
            "/",
            {minute(0), minute(0), reply(200, R"({"results":[)" + results.join(',') + "]}")}};
}

} // namespace tests
