#include "app/limits/associationtypes.h"

#include "app/limits/resourcetable.h"

#include <algorithm>
#include <tuple>

namespace limits {

using namespace Qt::StringLiterals;

const AssociationType *find(std::span<const AssociationType> ofPair, Category category,
                            qint32 typeId)
{
    if (category != Category::HubSpotDefined) {
        return nullptr;
    }
    const auto found = std::ranges::find(ofPair, typeId, &AssociationType::typeId);
    return found == ofPair.end() ? nullptr : &*found;
}

Category defaultCategory(std::span<const AssociationType> ofPair, qint32 typeId)
{
    return find(ofPair, Category::HubSpotDefined, typeId) ? Category::HubSpotDefined
                                                          : Category::UserDefined;
}

AssociationTypes AssociationTypes::hubSpotDefined()
{
    std::vector<AssociationType> types;
    for (const QStringList &row : readResourceTable(u":/data/association-types.csv"_s, 7)) {
        // HubSpot lists types of objects whose object type ID it does not publish; without one
        // they belong to no pair.
        if (!row.at(1).isEmpty() && !row.at(3).isEmpty()) {
            types.push_back({{row.at(1), row.at(3)},
                             row.at(4).toInt(),
                             row.at(5),
                             row.at(6) == "unlabeled"_L1});
        }
    }
    return AssociationTypes(std::move(types));
}

AssociationTypes::AssociationTypes(std::vector<AssociationType> types)
    : m_types(std::move(types))
{
    std::ranges::sort(m_types, {}, [](const AssociationType &type) {
        return std::tuple(type.pair.from, type.pair.to, !type.unlabeled, type.typeId);
    });
    for (size_t i = 0; i < m_types.size(); ++i) {
        auto &[first, count] = m_ranges[m_types[i].pair];
        first = count == 0 ? i : first;
        ++count;
    }
}

std::span<const AssociationType> AssociationTypes::ofPair(const Pair &pair) const
{
    const auto [first, count] = m_ranges.value(pair);
    return std::span(m_types).subspan(first, count);
}

const AssociationType *AssociationTypes::find(const Pair &pair, Category category,
                                              qint32 typeId) const
{
    return limits::find(ofPair(pair), category, typeId);
}

Category AssociationTypes::defaultCategory(const Pair &pair, qint32 typeId) const
{
    return limits::defaultCategory(ofPair(pair), typeId);
}

} // namespace limits
