#pragma once

#include "app/api/transport.h"
#include "app/limits/plan.h"

#include <QDateTime>
#include <QString>
#include <QUuid>

#include <optional>
#include <vector>

namespace history {

/// One time a request was sent, and what came of it.
struct Attempt
{
    QDateTime sentAt;                    ///< UTC, this machine's clock
    std::optional<QDateTime> answeredAt; ///< UTC, this machine's clock
    std::optional<api::Reply> reply;     ///< raw, so that a better decoder improves old records

    bool operator==(const Attempt &) const = default;
};

/// One request of a submission and what became of it.
struct Exchange
{
    enum class State : quint8 {
        Planned,  ///< not sent yet
        Sent,     ///< on its way; after a crash: outcome unknown
        Answered, ///< `reply` is set (it may be a failure)
        NotSent,  ///< never sent: cancelled, or an earlier one failed
    };

    limits::PlannedRequest request;
    QByteArray method;
    QByteArray path;
    QByteArray body; ///< the exact bytes that are sent
    State state = State::Planned;
    std::optional<QDateTime> sentAt;     ///< UTC, this machine's clock
    std::optional<QDateTime> answeredAt; ///< UTC, this machine's clock
    std::optional<api::Reply> reply;     ///< raw, so that a better decoder improves old records
    /// Earlier attempts that HubSpot refused before any work (429, 423), in order. The fields above
    /// are those of the last attempt.
    std::vector<Attempt> refused;

    bool operator==(const Exchange &) const = default;
};

/// A look at the limits a pair has after the submission: a GET of its configurations.
struct ReadBack
{
    limits::Pair pair;
    QByteArray path;
    Attempt attempt;

    bool operator==(const ReadBack &) const = default;
};

/// A submission: what was reviewed, what was sent, what came back. It is written to the store
/// before the first byte is sent and completed as answers come.
struct Record
{
    enum class State : quint8 {
        InFlight,
        Finished,    ///< each exchange is Answered or NotSent; there may be read-backs to come
        Interrupted, ///< the program died meanwhile; what was Sent is unknown
    };

    QUuid id;
    QDateTime createdAt; ///< UTC
    QString accountId;
    QString accountName;
    QString baseUrl;
    limits::Pair pair;
    QString fromName; ///< "Contacts", as shown when it was made
    QString toName;
    State state = State::InFlight;
    std::vector<Exchange> exchanges;
    /// In order; each was sent after the last answer to a write had come or was given up.
    std::vector<ReadBack> readBacks;
    QUuid reverts{};     ///< the record this one was made to take back; null: none
    QString note{};      ///< a person's words about it
    bool pinned = false; ///< stays on top of the list, and retention leaves it alone

    bool operator==(const Record &) const = default;
};

/// How the limits of a record ended, counted.
struct Counts
{
    int stored = 0;
    int storedDifferently = 0;
    int failed = 0;
    int missing = 0; ///< asked for, not in the answer
    int unknown = 0;
    int notSent = 0;
    int pending = 0;   ///< not answered yet
    int notStored = 0; ///< of an unknown outcome: the read-back found what was there before

    [[nodiscard]] int total() const
    {
        return stored + storedDifferently + failed + missing + unknown + notSent + pending +
               notStored;
    }
    Counts &operator+=(const Counts &other)
    {
        stored += other.stored;
        storedDifferently += other.storedDifferently;
        failed += other.failed;
        missing += other.missing;
        unknown += other.unknown;
        notSent += other.notSent;
        pending += other.pending;
        notStored += other.notStored;
        return *this;
    }
    bool operator==(const Counts &) const = default;
};

/// How a submission ended as a whole.
enum class RecordOutcome : quint8 {
    AllStored,
    SomeFailed, ///< some limits are stored, others are known not to be as asked
    Failed,     ///< nothing was stored
    Unknown,    ///< of at least one limit nobody knows
};

/// nullopt while limits are pending.
[[nodiscard]] std::optional<RecordOutcome> outcomeOf(const Counts &counts);

/// What the list shows of a record.
struct Summary
{
    /// Where the record stands in its store: grows with createdAt, no two have the same.
    qint64 place = 0;
    QUuid id;
    QDateTime createdAt; ///< UTC
    QString accountId;
    QString accountName;
    limits::Pair pair;
    QString fromName;
    QString toName;
    Record::State state = Record::State::InFlight;
    Counts counts;
    QUuid reverts{};
    QString note{};
    bool pinned = false;

    bool operator==(const Summary &) const = default;
};

/// A limit as the history knows it.
struct LimitKey
{
    QString accountId;
    limits::Pair pair;
    limits::Category category = limits::Category::UserDefined;
    qint32 typeId = 0;

    bool operator==(const LimitKey &) const = default;
};

} // namespace history
