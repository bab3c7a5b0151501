#include "app/submission/tally.h"

#include <algorithm>

namespace submission {

using history::Exchange;
using history::Record;

void Tally::update(const Record &record)
{
    if (record.id != m_id || record.exchanges.size() != m_entries.size() ||
        record.readBacks.size() < m_readBacks) {
        *this = {};
        m_id = record.id;
    }
    takeReadBacks(record);
    for (size_t i = 0; i < record.exchanges.size(); ++i) {
        const Exchange &exchange = record.exchanges[i];
        const bool isNew = i == m_entries.size();
        Entry &entry = isNew ? m_entries.emplace_back() : m_entries[i];
        // Once there is an answer, it stays what it is.
        const bool answered = exchange.reply.has_value() && entry.state == exchange.state;
        if (isNew || entry.state != exchange.state ||
            (!answered && entry.recordState != record.state)) {
            entry.pair = exchange.request.pair;
            entry.state = exchange.state;
            entry.answer = answerOf(exchange, qsizetype(i), record.state);
            entry.counts = countsOf(outcomes(entry));
        }
        entry.recordState = record.state;
    }
}

void Tally::takeReadBacks(const Record &record)
{
    for (; m_readBacks < record.readBacks.size(); ++m_readBacks) {
        const history::ReadBack &readBack = record.readBacks[m_readBacks];
        auto found = FoundLimits::in(readBack);
        if (!found) {
            continue;
        }
        m_found.insert(readBack.pair, *std::move(found));
        for (Entry &entry : m_entries) {
            if (entry.pair == readBack.pair) {
                entry.counts = countsOf(outcomes(entry));
            }
        }
    }
}

history::Counts Tally::counts() const
{
    history::Counts counts;
    for (const Entry &entry : m_entries) {
        counts += entry.counts;
    }
    return counts;
}

Reading Tally::reading() const
{
    Reading reading;
    for (const Entry &entry : m_entries) {
        const auto &[result, byAnswer, unmatched] = entry.answer;
        const std::vector<LimitOutcome> limits = outcomes(entry);
        reading.exchanges.push_back(result);
        reading.outcomes.insert(reading.outcomes.end(), limits.begin(), limits.end());
        reading.unmatched.insert(reading.unmatched.end(), unmatched.begin(), unmatched.end());
    }
    return reading;
}

const AnswerReading &Tally::answer(qsizetype exchange) const
{
    return m_entries.at(size_t(exchange)).answer;
}

std::vector<limits::Pair> Tally::writtenPairs() const
{
    std::vector<limits::Pair> pairs;
    for (const Entry &entry : m_entries) {
        const auto &[response, error] = entry.answer.result;
        const bool written = response || (error && api::outcomeUnknown(error->kind));
        if (written && std::ranges::find(pairs, entry.pair) == pairs.end()) {
            pairs.push_back(entry.pair);
        }
    }
    return pairs;
}

bool Tally::isSettled(const limits::Pair &pair) const
{
    return std::ranges::all_of(m_entries, [this, &pair](const Entry &entry) {
        return entry.pair != pair ||
               std::ranges::all_of(entry.answer.outcomes, [this, &pair](const LimitOutcome &limit) {
                   return submission::isSettled(limit, found(pair, limit.asked));
               });
    });
}

std::vector<LimitOutcome> Tally::outcomes(const Entry &entry) const
{
    std::vector<LimitOutcome> outcomes;
    outcomes.reserve(entry.answer.outcomes.size());
    for (const LimitOutcome &limit : entry.answer.outcomes) {
        outcomes.push_back(judged(limit, found(entry.pair, limit.asked)));
    }
    return outcomes;
}

std::optional<limits::LiveLimit> Tally::found(const limits::Pair &pair,
                                              const limits::Change &change) const
{
    const auto found = m_found.constFind(pair);
    return found == m_found.cend() ? std::nullopt : found->of(change.category, change.typeId);
}

} // namespace submission
