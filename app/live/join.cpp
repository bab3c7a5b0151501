#include "app/live/join.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace live {

using namespace Qt::StringLiterals;
using limits::LiveLimit;
using limits::LiveType;

namespace {

/// "CATEGORY 12", as LivePair::foreign has it; "12" where no category is said.
QString foreignName(const QString &category, qint32 typeId)
{
    return u"%1 %2"_s.arg(category).arg(typeId).trimmed();
}

class Joint
{
public:
    Joint(const limits::Pair &pair, const limits::AssociationTypes &known)
        : m_known(known)
    {
        m_live.pair = pair;
    }

    void add(const std::vector<api::TypeLabel> &labels)
    {
        m_live.typesRead = true;
        for (const api::TypeLabel &label : labels) {
            if (const auto category = limits::categoryFromWire(label.category)) {
                LiveType type{*category, label.typeId, label.label.value_or(QString()), false, {}};
                type.unlabeled = type.label.isEmpty();
                if (!find(*category, label.typeId)) {
                    append(std::move(type));
                }
            } else {
                m_live.foreign.append(foreignName(label.category, label.typeId));
            }
        }
    }

    void add(const std::vector<api::StoredLimit> &configurations)
    {
        m_live.limitsRead = true;
        for (LiveType &type : m_live.types) {
            type.limit = LiveLimit::many();
        }
        std::map<Key, LiveLimit> seen;
        for (const api::StoredLimit &stored : configurations) {
            const auto category = categoryOf(stored);
            if (!category) {
                addForeign(stored);
                continue;
            }
            const LiveLimit limit =
                stored.limit ? LiveLimit::of(stored.limit) : LiveLimit::unknown();
            const auto [first, isNew] = seen.try_emplace({*category, stored.typeId}, limit);
            if (first->second != limit) {
                first->second = LiveLimit::unknown();
            }
            typeOf(*category, stored).limit = first->second;
        }
    }

    [[nodiscard]] limits::LivePair result() &&
    {
        for (LiveType &type : m_live.types) {
            if (type.limit == LiveLimit::many() && m_unsure.contains(type.typeId)) {
                type.limit = LiveLimit::unknown();
            }
        }
        // Not the one of std::ranges: clang 14 cannot compile what libstdc++ 12 has it return.
        std::stable_partition(m_live.types.begin(), m_live.types.end(),
                              std::mem_fn(&LiveType::unlabeled));
        m_live.foreign.removeDuplicates();
        return std::move(m_live);
    }

private:
    using Key = std::pair<limits::Category, qint32>;

    [[nodiscard]] LiveType *find(limits::Category category, qint32 typeId)
    {
        const auto found = m_index.find({category, typeId});
        return found == m_index.end() ? nullptr : &m_live.types[found->second];
    }

    LiveType &append(LiveType type)
    {
        m_index.try_emplace({type.category, type.typeId}, m_live.types.size());
        return m_live.types.emplace_back(std::move(type));
    }

    LiveType &typeOf(limits::Category category, const api::StoredLimit &stored)
    {
        if (LiveType *type = find(category, stored.typeId)) {
            return *type;
        }
        LiveType type{category, stored.typeId, stored.label.value_or(QString()), false, {}};
        // That a configuration has no label says nothing: HubSpot leaves it out at will.
        const auto *hubSpots = m_known.find(m_live.pair, category, stored.typeId);
        type.unlabeled = type.label.isEmpty() && hubSpots && hubSpots->unlabeled;
        return append(std::move(type));
    }

    /// Where HubSpot leaves the category out (its own sample does), the only type with the ID is
    /// meant.
    [[nodiscard]] std::optional<limits::Category> categoryOf(const api::StoredLimit &stored) const
    {
        if (!stored.category.isEmpty()) {
            return limits::categoryFromWire(stored.category);
        }
        const auto isIt = [&stored](const LiveType &type) { return type.typeId == stored.typeId; };
        const auto found = std::ranges::find_if(m_live.types, isIt);
        const bool only = m_live.typesRead && std::ranges::count_if(m_live.types, isIt) == 1;
        return only ? std::optional(found->category) : std::nullopt;
    }

    /// A limit of nobody knows which type. Without a category it may be any of those with the ID,
    /// and none of them is "Many" for certain.
    void addForeign(const api::StoredLimit &stored)
    {
        m_live.foreign.append(foreignName(stored.category, stored.typeId));
        if (stored.category.isEmpty()) {
            m_unsure.append(stored.typeId);
        }
    }

    limits::LivePair m_live;
    const limits::AssociationTypes &m_known;
    std::map<Key, std::size_t> m_index;
    QList<qint32> m_unsure;
};

} // namespace

limits::LivePair join(const limits::Pair &pair,
                      const std::optional<std::vector<api::TypeLabel>> &labels,
                      const std::optional<std::vector<api::StoredLimit>> &configurations,
                      const limits::AssociationTypes &known)
{
    Joint joint(pair, known);
    if (labels) {
        joint.add(*labels);
    }
    if (configurations) {
        joint.add(*configurations);
    }
    return std::move(joint).result();
}

} // namespace live
