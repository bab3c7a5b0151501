#pragma once

#include "app/history/record.h"
#include "app/submission/foundlimits.h"
#include "app/submission/outcomes.h"

#include <QHash>
#include <QUuid>

#include <vector>

namespace submission {

/// The outcomes of a record that grows: each answer and each read-back is decoded once, when it is
/// new, so that to follow a submission costs no more than to read it when it is over.
class Tally
{
public:
    /// Takes in what is new in the record since the last call. Another record begins anew.
    void update(const history::Record &record);

    [[nodiscard]] history::Counts counts() const;
    [[nodiscard]] Reading reading() const;

    /// By the answer alone.
    [[nodiscard]] const AnswerReading &answer(qsizetype exchange) const;
    /// The pairs of the requests that HubSpot may have carried out, in order, each once.
    [[nodiscard]] std::vector<limits::Pair> writtenPairs() const;
    /// Whether nothing of the pair calls for another look at it; see submission::isSettled().
    [[nodiscard]] bool isSettled(const limits::Pair &pair) const;

private:
    struct Entry
    {
        limits::Pair pair;
        history::Exchange::State state = history::Exchange::State::Planned;
        history::Record::State recordState = history::Record::State::InFlight;
        AnswerReading answer;
        history::Counts counts; ///< with what was found
    };

    void takeReadBacks(const history::Record &record);
    [[nodiscard]] std::vector<LimitOutcome> outcomes(const Entry &entry) const;
    [[nodiscard]] std::optional<limits::LiveLimit> found(const limits::Pair &pair,
                                                         const limits::Change &change) const;

    QUuid m_id;
    std::vector<Entry> m_entries;             ///< one per Record::exchanges
    QHash<limits::Pair, FoundLimits> m_found; ///< by the latest read-back that can be read
    size_t m_readBacks = 0;                   ///< how many have been taken in
};

} // namespace submission
