#pragma once

#include "app/api/batch.h"
#include "app/limits/document.h"
#include "app/limits/plan.h"
#include "app/sandbox/account.h"
#include "app/sandbox/batchinput.h"
#include "app/sandbox/batchrun.h"

#include <QRandomGenerator>

#include <algorithm>

namespace tests {

using namespace Qt::StringLiterals;
using limits::Edit;
using limits::LiveLimit;
using limits::Pair;
using limits::Plan;
using limits::PlannedRequest;
using sandbox::Account;
using sandbox::AssociationType;
using sandbox::Catalogue;
using sandbox::LimitTable;
using sandbox::TypeKey;

/// Different objects, a custom object, and the same object with twins; with their way back.
inline const Pair openPairs[] = {{u"0-1"_s, u"0-2"_s},
                                 {u"2-7001"_s, u"0-1"_s},
                                 {u"0-1"_s, u"0-1"_s},
                                 {u"2-7001"_s, u"2-7001"_s}};

inline QString shown(const TypeKey &key)
{
    return u"%1>%2 %3 %4"_s.arg(key.pair.from, key.pair.to, limits::wireName(key.category))
        .arg(key.typeId);
}

inline QString shown(const Plan &plan)
{
    QString text;
    for (const PlannedRequest &request : plan.requests) {
        text += u"\n  stage %1, %2 %3>%4:"_s.arg(request.stage)
                    .arg(limits::wireName(request.operation), request.pair.from, request.pair.to);
        for (const limits::Change &change : request.changes) {
            text += u" %1 %2:"_s.arg(limits::wireName(change.category)).arg(change.typeId);
            text += change.limit ? QString::number(*change.limit) : u"many"_s;
        }
    }
    return text;
}

inline std::optional<qint32> in(const LimitTable &table, const TypeKey &key)
{
    const auto found = table.find(key);
    return found == table.end() ? std::nullopt : std::optional(found->second);
}

/// A live state and a draft of the same pair that keeps rule 1, entered in a document. The same
/// seed makes the same case.
class Case
{
public:
    Case(const Catalogue &catalogue, const limits::AssociationTypes &named, quint32 seed)
        : m_random(seed)
        , m_catalogue(catalogue)
    {
        pair = openPairs[m_random.bounded(int(std::size(openPairs)))];
        perRequest = 1 + m_random.bounded(4);
        limits::Document document(named);
        document.load(pair, {}, true);
        m_directions = document.pairs();
        for (const Pair &direction : m_directions) {
            addDirection(document, direction);
        }
        enterDraft(document);
        edits = document.edits();
    }

    /// What is read of an account that has these limits.
    [[nodiscard]] std::vector<limits::LivePair> reading(const LimitTable &table) const
    {
        std::vector<limits::LivePair> pairs;
        for (const Pair &direction : m_directions) {
            pairs.push_back(readingOf(direction, table));
        }
        return pairs;
    }

    /// A whole number from 0 to below `end`.
    [[nodiscard]] int any(int end) { return m_random.bounded(end); }

    /// Any order a client may send the requests in: those of one direction by their stages, of
    /// which each begins when the one before is done, and otherwise as chance has it; so are the
    /// inputs of one request.
    [[nodiscard]] std::vector<PlannedRequest> anyOrder(const Plan &plan)
    {
        std::vector<PlannedRequest> waiting = plan.requests;
        std::vector<PlannedRequest> ordered;
        std::shuffle(waiting.begin(), waiting.end(), m_random);
        while (!waiting.empty()) {
            const auto next = std::ranges::find_if(waiting, [&waiting](const auto &request) {
                return std::ranges::none_of(waiting, [&request](const auto &other) {
                    return other.pair == request.pair && other.stage < request.stage;
                });
            });
            std::shuffle(next->changes.begin(), next->changes.end(), m_random);
            ordered.push_back(*next);
            waiting.erase(next);
        }
        return ordered;
    }

    Pair pair;
    int perRequest = 1;
    LimitTable live;
    LimitTable draft;
    std::vector<Edit> edits;

private:
    /// "Many" now and then, else 1 to `highest`.
    [[nodiscard]] std::optional<qint32> anyLimit(qint32 highest)
    {
        return m_random.bounded(3) == 0 ? std::nullopt
                                        : std::optional(1 + m_random.bounded(highest));
    }

    [[nodiscard]] LimitTable anyState(const Pair &direction, const LimitTable &before)
    {
        LimitTable state;
        qint32 highest = 50;
        for (const AssociationType &type : m_catalogue.types(direction)) {
            const TypeKey key{direction, type.category, type.typeId};
            const auto kept = in(before, key);
            auto limit =
                m_random.bounded(2) == 0 && kept.value_or(1) <= highest ? kept : anyLimit(highest);
            if (type.twin && *type.twin < type.typeId) {
                limit = in(state, {direction, type.category, *type.twin});
            }
            if (limit) {
                state.emplace(key, *limit);
            }
            if (type.isUnlabeled() && limit) {
                highest = std::min(highest, *limit);
            }
        }
        return state;
    }

    [[nodiscard]] limits::LivePair readingOf(const Pair &direction, const LimitTable &table) const
    {
        limits::LivePair read{direction, true, true, {}, {}};
        for (const AssociationType &type : m_catalogue.types(direction)) {
            read.types.push_back(
                {type.category, type.typeId, type.label, type.isUnlabeled(),
                 LiveLimit::of(in(table, {direction, type.category, type.typeId}))});
        }
        return read;
    }

    void addDirection(limits::Document &document, const Pair &direction)
    {
        const LimitTable before = anyState(direction, {});
        document.setLive(readingOf(direction, before));
        live.insert(before.begin(), before.end());
        draft.merge(anyState(direction, before));
    }

    /// All of it in one step; what is entered need not be a change.
    void enterDraft(limits::Document &document)
    {
        std::vector<qsizetype> rows;
        std::vector<limits::RowEdit> texts;
        for (qsizetype i = 0; i < document.rowCount(); ++i) {
            const limits::Row &row = document.at(i);
            const auto limit =
                in(draft, {document.pair(row.draft.side), *row.category, *row.typeId});
            rows.push_back(i);
            texts.push_back({{}, {}, limit ? QString::number(*limit) : u"many"_s});
        }
        document.edit(rows, texts, {});
    }

    QRandomGenerator m_random;
    const Catalogue &m_catalogue;
    std::vector<Pair> m_directions;
};

/// Has the account do what the bytes of the request ask; empty where it does all of it.
inline QString refusalOf(Account &account, const PlannedRequest &request)
{
    const auto inputs = sandbox::readBatch(api::encode(request).body, request.operation);
    if (!inputs) {
        return inputs.error().body.value(u"message"_s).toString();
    }
    const auto outcome = sandbox::runBatch(account, request.operation, request.pair, *inputs);
    if (!outcome.refused.empty()) {
        return outcome.refused.front().message;
    }
    return outcome.done.size() == inputs->size() ? QString() : u"nothing was there to purge"_s;
}

} // namespace tests
