#include "app/submission/outcomes.h"

#include "app/submission/matching.h"
#include "app/submission/tally.h"

namespace submission {

namespace {

std::vector<LimitOutcome> limitsOf(const history::Exchange &exchange, qsizetype index,
                                   Outcome outcome)
{
    std::vector<LimitOutcome> limits;
    limits.reserve(exchange.request.changes.size());
    for (const limits::Change &change : exchange.request.changes) {
        LimitOutcome limit;
        limit.asked = change;
        limit.operation = exchange.request.operation;
        limit.outcome = outcome;
        limit.exchange = index;
        limits.push_back(limit);
    }
    return limits;
}

Outcome withoutAnswer(history::Exchange::State state, history::Record::State recordState)
{
    const bool inFlight = recordState == history::Record::State::InFlight;
    switch (state) {
    case history::Exchange::State::Planned:
        return inFlight ? Outcome::Pending : Outcome::NotSent;
    case history::Exchange::State::Sent:
        return inFlight ? Outcome::Pending : Outcome::Unknown;
    case history::Exchange::State::NotSent:
        return Outcome::NotSent;
    case history::Exchange::State::Answered:
        return Outcome::Unknown;
    }
    Q_UNREACHABLE();
}

Outcome afterError(api::ErrorKind kind)
{
    using Kind = api::ErrorKind;
    // Given up, or the account was locked or its token taken away before its turn came.
    if (kind == Kind::Cancelled || kind == Kind::ReadOnly || kind == Kind::InvalidRequest) {
        return Outcome::NotSent;
    }
    return api::outcomeUnknown(kind) ? Outcome::Unknown : Outcome::Failed;
}

std::vector<LimitOutcome> matchError(std::vector<LimitOutcome> asked, const api::Error &error)
{
    // As missing: a message is searched for the limits that nothing is known of.
    std::vector<LimitOutcome> limits = asked;
    for (LimitOutcome &limit : limits) {
        limit.outcome = Outcome::Missing;
    }
    for (const api::ErrorDetail &detail : error.details) {
        for (const size_t i : concernedBy(detail, limits)) {
            asked[i].message +=
                (asked[i].message.isEmpty() ? QString() : QString(u'\n')) + detail.message;
        }
    }
    const bool hubSpotsWords = error.httpStatus >= 300;
    for (LimitOutcome &limit : asked) {
        limit.outcome = afterError(error.kind);
        if (limit.message.isEmpty() && hubSpotsWords) {
            limit.message = error.message;
        }
    }
    return asked;
}

} // namespace

ExchangeResult resultOf(const history::Exchange &exchange, history::Record::State recordState)
{
    if (exchange.reply) {
        const auto decoded = api::decodeBatch(*exchange.reply);
        if (decoded) {
            return {*decoded, std::nullopt};
        }
        return {std::nullopt, decoded.error()};
    }
    if (withoutAnswer(exchange.state, recordState) == Outcome::Unknown) {
        // The program ended before the answer came.
        api::Error lost;
        lost.kind = api::ErrorKind::ConnectionLost;
        return {std::nullopt, lost};
    }
    return {};
}

AnswerReading answerOf(const history::Exchange &exchange, qsizetype index,
                       history::Record::State recordState)
{
    AnswerReading answer{resultOf(exchange, recordState),
                         limitsOf(exchange, index, withoutAnswer(exchange.state, recordState)),
                         {}};
    if (answer.result.response) {
        answer.outcomes = matchResponse(std::move(answer.outcomes), *answer.result.response,
                                        exchange.reply->httpStatus, answer.unmatched);
    } else if (answer.result.error) {
        answer.outcomes = matchError(std::move(answer.outcomes), *answer.result.error);
    }
    return answer;
}

Reading readingOf(const history::Record &record)
{
    Tally tally;
    tally.update(record);
    return tally.reading();
}

std::vector<LimitOutcome> outcomesOf(const history::Record &record)
{
    return readingOf(record).outcomes;
}

history::Counts countsOf(const std::vector<LimitOutcome> &outcomes)
{
    history::Counts counts;
    const auto counter = [&counts](Outcome outcome) -> int & {
        switch (outcome) {
        case Outcome::Stored:
            return counts.stored;
        case Outcome::StoredDifferently:
            return counts.storedDifferently;
        case Outcome::Failed:
            return counts.failed;
        case Outcome::Missing:
            return counts.missing;
        case Outcome::Unknown:
            return counts.unknown;
        case Outcome::NotSent:
            return counts.notSent;
        case Outcome::Pending:
            return counts.pending;
        case Outcome::NotStored:
            return counts.notStored;
        }
        Q_UNREACHABLE();
    };
    for (const LimitOutcome &outcome : outcomes) {
        ++counter(outcome.outcome);
    }
    return counts;
}

limits::LiveLimit latestLimit(const LimitOutcome &limit)
{
    if (limit.readBack) {
        return *limit.readBack;
    }
    if (limit.stored) {
        return limits::LiveLimit::of(limit.stored);
    }
    const bool removed =
        limit.operation == limits::Operation::Purge && limit.outcome == Outcome::Stored;
    return removed ? limits::LiveLimit::many() : limits::LiveLimit::unknown();
}

QString correlationIdOf(const history::Exchange &exchange, const ExchangeResult &result)
{
    if (result.error && !result.error->correlationId.isEmpty()) {
        return result.error->correlationId;
    }
    return exchange.reply ? QString::fromUtf8(exchange.reply->header("x-hubspot-correlation-id"))
                          : QString();
}

} // namespace submission
