#include "app/limits/rebase.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace limits {

namespace {

using Key = std::tuple<QString, QString, Category, qint32>;

Key keyOf(const Pair &pair, Category category, qint32 typeId)
{
    return {pair.from, pair.to, category, typeId};
}

Standing standingOf(const Edit &edit)
{
    if (!edit.live.known) {
        return Standing::Unseen;
    }
    if (isDone(edit)) {
        return Standing::Done;
    }
    return edit.base.known && edit.base != edit.live ? Standing::Conflict : Standing::Ready;
}

/// The account's types by key, to look up thousands of edits in.
class Lookup
{
public:
    explicit Lookup(const std::vector<LivePair> &fresh)
    {
        for (const LivePair &pair : fresh) {
            m_pairs.emplace(std::pair(pair.pair.from, pair.pair.to), &pair);
            for (const LiveType &type : pair.types) {
                m_types.emplace(keyOf(pair.pair, type.category, type.typeId), &type);
            }
        }
    }

    [[nodiscard]] RebasedEdit rebased(Edit edit) const
    {
        edit.live = LiveLimit::unknown();
        const auto pair = m_pairs.find({edit.pair.from, edit.pair.to});
        if (pair == m_pairs.end()) {
            return {std::move(edit), Standing::Unseen};
        }
        const auto type = m_types.find(keyOf(edit.pair, edit.category, edit.typeId));
        const bool found = type != m_types.end();
        if (pair->second->limitsRead) {
            // HubSpot lists every limit that is set, so a type it does not name has none.
            edit.live = found ? type->second->limit : LiveLimit::many();
        }
        if (pair->second->typesRead && found) {
            edit.unlabeled = type->second->unlabeled;
            if (!type->second->label.isEmpty()) {
                edit.label = type->second->label;
            }
        }
        const Standing standing = standingOf(edit);
        return {std::move(edit), standing, Decision::Open, found || !pair->second->typesRead};
    }

private:
    std::map<std::pair<QString, QString>, const LivePair *> m_pairs;
    std::map<Key, const LiveType *> m_types;
};

/// A type with the limit it will have, written as the label it may be.
struct LimitedType
{
    RuleBreak asLabel;
    bool unlabeled = false;
};

/// The labels that HubSpot may have given two type IDs and one limit, on the same object: told, as
/// in Document, from their words and from having the same limit. Where one of the two is edited,
/// the limit of the other becomes the same.
void addTwins(std::set<Key> &edited, const LivePair &pair)
{
    if (pair.pair.from != pair.pair.to || !pair.typesRead) {
        return;
    }
    std::map<std::pair<Category, QString>, std::vector<const LiveType *>> byWords;
    for (const LiveType &type : pair.types) {
        if (!type.unlabeled && !type.label.isEmpty()) {
            byWords[{type.category, type.label}].push_back(&type);
        }
    }
    for (const auto &[words, types] : byWords) {
        if (types.size() != 2 || types[0]->limit != types[1]->limit) {
            continue;
        }
        const Key one = keyOf(pair.pair, types[0]->category, types[0]->typeId);
        const Key other = keyOf(pair.pair, types[1]->category, types[1]->typeId);
        if (edited.contains(one) || edited.contains(other)) {
            edited.insert({one, other});
        }
    }
}

/// All types that will have a limit, each once; in the order of the edits, then of the account.
std::vector<LimitedType> limitedTypes(const std::vector<Edit> &sent,
                                      const std::vector<LivePair> &fresh)
{
    std::vector<LimitedType> limited;
    const auto add = [&limited](const Pair &pair, const auto &type, std::optional<qint32> limit,
                                bool isSent) {
        if (limit) {
            limited.push_back({{pair, type.category, type.typeId, type.label, *limit, 0, isSent},
                               type.unlabeled});
        }
    };
    std::set<Key> edited;
    for (const Edit &edit : sent) {
        edited.insert(keyOf(edit.pair, edit.category, edit.typeId));
        add(edit.pair, edit, edit.wanted, true);
    }
    for (const LivePair &pair : fresh) {
        addTwins(edited, pair);
        for (const LiveType &type : pair.types) {
            // Where the types could not be read, it is not known which of them is a label.
            if (pair.typesRead && type.limit.known &&
                !edited.contains(keyOf(pair.pair, type.category, type.typeId))) {
                add(pair.pair, type, type.limit.limit, false);
            }
        }
    }
    return limited;
}

} // namespace

bool lowers(const Edit &edit)
{
    return edit.live.known && edit.wanted && (!edit.live.limit || *edit.wanted < *edit.live.limit);
}

bool isSent(const RebasedEdit &rebased)
{
    switch (rebased.standing) {
    case Standing::Ready:
    case Standing::Unseen:
        return true;
    case Standing::Done:
        return false;
    case Standing::Conflict:
        return rebased.decision == Decision::KeepMine;
    }
    Q_UNREACHABLE();
}

qsizetype Rebase::count(Standing standing) const
{
    return std::ranges::count(edits, standing, &RebasedEdit::standing);
}

qsizetype Rebase::openConflicts() const
{
    return std::ranges::count_if(edits, [](const RebasedEdit &rebased) {
        return rebased.standing == Standing::Conflict && rebased.decision == Decision::Open;
    });
}

std::vector<Edit> Rebase::toSend() const
{
    std::vector<Edit> sent;
    for (const RebasedEdit &rebased : edits) {
        if (isSent(rebased)) {
            sent.push_back(rebased.edit);
        }
    }
    return sent;
}

std::vector<Edit> Rebase::settled() const
{
    std::vector<Edit> over;
    for (const RebasedEdit &rebased : edits) {
        if (rebased.standing == Standing::Done || rebased.decision == Decision::TakeTheirs) {
            over.push_back(rebased.edit);
        }
    }
    return over;
}

Rebase rebase(const std::vector<Edit> &edits, const std::vector<LivePair> &fresh)
{
    const Lookup lookup(fresh);
    Rebase result;
    result.edits.reserve(edits.size());
    for (const Edit &edit : edits) {
        result.edits.push_back(lookup.rebased(edit));
    }
    return result;
}

std::vector<RuleBreak> ruleBreaks(const std::vector<Edit> &sent, const std::vector<LivePair> &fresh)
{
    const std::vector<LimitedType> limited = limitedTypes(sent, fresh);
    // Where HubSpot gives the unlabeled type two IDs they share a limit, so one that is sent speaks
    // for both.
    std::set<std::pair<QString, QString>> unlabeledSent;
    for (const Edit &edit : sent) {
        if (edit.unlabeled) {
            unlabeledSent.emplace(edit.pair.from, edit.pair.to);
        }
    }
    std::map<std::pair<QString, QString>, const RuleBreak *> lowest;
    for (const auto &[type, unlabeled] : limited) {
        const std::pair direction(type.pair.from, type.pair.to);
        if (unlabeled && (type.labelIsSent || !unlabeledSent.contains(direction))) {
            const RuleBreak *&known = lowest[direction];
            known = !known || type.limit < known->limit ? &type : known;
        }
    }
    std::vector<RuleBreak> breaks;
    for (const auto &[label, unlabeled] : limited) {
        const auto bound = lowest.find({label.pair.from, label.pair.to});
        if (unlabeled || bound == lowest.end() || label.limit <= bound->second->limit) {
            continue;
        }
        if (label.labelIsSent || bound->second->labelIsSent) {
            breaks.push_back(label);
            breaks.back().unlabeledLimit = bound->second->limit;
        }
    }
    return breaks;
}

} // namespace limits
