#pragma once

#include "app/history/record.h"

#include <QRandomGenerator>

namespace tests {

/// Records of any kind a store may hold, the same for the same seed: with bytes that are no text,
/// text of all sorts, and everything that can be absent absent now and then. None is in flight.
class RandomRecords
{
public:
    explicit RandomRecords(quint32 seed)
        : m_random(seed)
    {
    }

    [[nodiscard]] history::Record next()
    {
        history::Record record;
        record.id = uuid();
        record.createdAt = time();
        record.accountId = text();
        record.accountName = text();
        record.baseUrl = text();
        record.pair = pair();
        record.fromName = text();
        record.toName = text();
        record.state =
            chance(2) ? history::Record::State::Finished : history::Record::State::Interrupted;
        for (int i = m_random.bounded(4); i > 0; --i) {
            record.exchanges.push_back(exchange());
        }
        for (int i = m_random.bounded(3); i > 0; --i) {
            record.readBacks.push_back({pair(), bytes(), attempt()});
        }
        record.reverts = chance(3) ? uuid() : QUuid();
        record.note = text();
        record.pinned = chance(4);
        return record;
    }

private:
    bool chance(int oneIn) { return m_random.bounded(oneIn) == 0; }
    int number() { return m_random.bounded(1, 1 << m_random.bounded(1, 31)); }

    QUuid uuid() { return QUuid::createUuidV5(QUuid(), QByteArray::number(m_random.generate64())); }

    QDateTime time()
    {
        return QDateTime::fromMSecsSinceEpoch(qint64(m_random.bounded(7'000'000'000'000.0)),
                                              Qt::UTC);
    }

    QString text()
    {
        static const QStringList texts{
            {},
            QStringLiteral("Primary company"),
            QStringLiteral("Größe: „übergroß“"),
            QStringLiteral("line one\r\nline \"two\"\t\\"),
            QStringLiteral("\u0001\u2028\ufffd"),
            QString::fromUcs4(U"\U0001F600 =1+1"),
        };
        return texts.at(m_random.bounded(int(texts.size())));
    }

    QByteArray bytes()
    {
        static const QList<QByteArray> parts{
            {},           "{\"inputs\":[]}",       "gr\xc3\xbc\xc3\x9f",
            "gr\xfc\xdf", QByteArray("\0\r\n", 3), "\xef\xbb\xbf{}",
            "\xff\xfe",   "\xed\xa0\x80",
        };
        QByteArray joined;
        for (int i = m_random.bounded(3); i > 0; --i) {
            joined += parts.at(m_random.bounded(int(parts.size())));
        }
        return joined;
    }

    limits::Pair pair() { return {QString::number(number()), text()}; }

    std::optional<qint32> limit() { return chance(4) ? std::nullopt : std::optional(number()); }

    std::optional<api::Reply> reply()
    {
        api::Reply reply;
        reply.httpStatus = m_random.bounded(600);
        reply.reasonPhrase = bytes();
        for (int i = m_random.bounded(3); i > 0; --i) {
            reply.headers.push_back({bytes(), bytes()});
        }
        reply.body = bytes();
        if (chance(3)) {
            reply.failure = api::ErrorKind(m_random.bounded(int(api::ErrorKind::UnexpectedShape)));
            reply.failureText = text();
        }
        return reply;
    }

    history::Attempt attempt()
    {
        history::Attempt attempt{time(), std::nullopt, std::nullopt};
        if (!chance(4)) {
            attempt.answeredAt = time();
            attempt.reply = reply();
        }
        return attempt;
    }

    history::Exchange exchange()
    {
        using State = history::Exchange::State;
        history::Exchange exchange;
        exchange.request.operation = limits::Operation(m_random.bounded(3));
        exchange.request.pair = pair();
        exchange.request.stage = m_random.bounded(3);
        for (int i = m_random.bounded(1, 4); i > 0; --i) {
            exchange.request.changes.push_back(
                {limits::allCategories[m_random.bounded(int(std::size(limits::allCategories)))],
                 number(),
                 limit(),
                 text(),
                 {!chance(3), limit()}});
        }
        exchange.method = bytes();
        exchange.path = bytes();
        exchange.body = bytes();
        exchange.state = State(m_random.bounded(4));
        if (exchange.state == State::Sent || exchange.state == State::Answered) {
            exchange.sentAt = time();
        }
        if (exchange.state == State::Answered) {
            exchange.answeredAt = time();
            exchange.reply = reply();
        }
        for (int i = m_random.bounded(3); i > 0; --i) {
            exchange.refused.push_back(attempt());
        }
        return exchange;
    }

    QRandomGenerator m_random;
};

} // namespace tests
