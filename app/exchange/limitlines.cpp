#include "app/exchange/limitlines.h"

#include "app/submission/effects.h"

namespace exchange {

namespace {

QString nameOf(const QString &id, const history::Record &record)
{
    const QString name = id == record.pair.from ? record.fromName
                         : id == record.pair.to ? record.toName
                                                : QString();
    return name.isEmpty() ? id : name;
}

} // namespace

std::vector<LimitLine> limitLines(const history::Record &record)
{
    const submission::Reading reading = submission::readingOf(record);
    std::vector<LimitLine> lines;
    lines.reserve(reading.outcomes.size());
    for (const submission::LimitOutcome &outcome : reading.outcomes) {
        const history::Exchange &exchange = record.exchanges.at(size_t(outcome.exchange));
        const limits::Pair &pair = exchange.request.pair;
        lines.push_back({outcome, pair, nameOf(pair.from, record), nameOf(pair.to, record),
                         submission::labelOf(outcome), submission::latestLimit(outcome),
                         exchange.reply ? exchange.reply->httpStatus : 0,
                         submission::correlationIdOf(
                             exchange, reading.exchanges.at(size_t(outcome.exchange)))});
    }
    return lines;
}

} // namespace exchange
