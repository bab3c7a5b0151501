#pragma once

#include "app/api/batch.h"
#include "app/history/record.h"

#include <optional>
#include <vector>

namespace submission {

/// How one limit that was asked for ended, as far as it was seen: by the answer, and where the
/// limits were read back after it, by what was found.
enum class Outcome : quint8 {
    Stored, ///< the answer names it with the limit asked for, or without one; it was found
    StoredDifferently, ///< the answer names it with another limit, or another one was found
    Failed,            ///< HubSpot refused it, or the whole request
    Missing,           ///< the answer came whole, names it neither stored nor failed
    Unknown,           ///< the answer was lost or not whole: it may be stored or not
    NotSent,
    Pending,   ///< on its way, or waiting for its turn
    NotStored, ///< no answer says that it is, and what was there before was found
};

struct LimitOutcome
{
    limits::Change asked;
    limits::Operation operation = limits::Operation::Create;
    Outcome outcome = Outcome::Pending;
    /// What HubSpot has: as found, else as the answer reports. nullopt: not reported, or "Many" was
    /// found.
    std::optional<qint32> stored;
    std::optional<limits::LiveLimit> readBack; ///< what was found last; nullopt: nothing is proven
    std::optional<QString> label;              ///< the server's label; nullopt: not reported
    QString message;                           ///< HubSpot's words about this limit; may be empty
    qsizetype exchange = 0;                    ///< index into Record::exchanges

    bool operator==(const LimitOutcome &) const = default;
};

/// What one exchange came to, decoded anew from its raw bytes.
struct ExchangeResult
{
    std::optional<api::BatchResponse> response; ///< set for a 2xx that could be read
    std::optional<api::Error> error;            ///< set for anything else that was sent
};

[[nodiscard]] ExchangeResult resultOf(const history::Exchange &exchange,
                                      history::Record::State recordState);

/// What an exchange's answer, and nothing else, says of its limits.
struct AnswerReading
{
    ExchangeResult result;
    std::vector<LimitOutcome> outcomes; ///< one per limit asked for
    std::vector<api::ErrorDetail> unmatched;
};

/// `index` is the exchange's in its record.
[[nodiscard]] AnswerReading answerOf(const history::Exchange &exchange, qsizetype index,
                                     history::Record::State recordState);

/// Everything a record's answers and read-backs say, decoded once.
struct Reading
{
    std::vector<ExchangeResult> exchanges; ///< one per Record::exchanges
    std::vector<LimitOutcome> outcomes;    ///< one per limit asked for, in the order of requests
    /// Errors of a 2xx that could not be told to concern one of the limits asked for.
    std::vector<api::ErrorDetail> unmatched;
};

[[nodiscard]] Reading readingOf(const history::Record &record);

/// One entry per limit asked for, in the order of the requests.
[[nodiscard]] std::vector<LimitOutcome> outcomesOf(const history::Record &record);

[[nodiscard]] history::Counts countsOf(const std::vector<LimitOutcome> &outcomes);

/// What HubSpot has of a limit: as found last, else as its answer says. Unknown where neither says
/// so.
[[nodiscard]] limits::LiveLimit latestLimit(const LimitOutcome &limit);

/// What HubSpot's support finds the request by; empty where the answer has none. `result` is
/// resultOf() of the exchange.
[[nodiscard]] QString correlationIdOf(const history::Exchange &exchange,
                                      const ExchangeResult &result);

} // namespace submission
