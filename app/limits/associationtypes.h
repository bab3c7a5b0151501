#pragma once

#include "app/limits/category.h"
#include "app/limits/objecttypes.h"

#include <QHash>
#include <QString>

#include <span>
#include <vector>

namespace limits {

/// An association type HubSpot defines itself. The names are HubSpot's published ones; the labels
/// an account shows may differ.
struct AssociationType
{
    Pair pair;
    qint32 typeId = 0;
    QString name;
    bool unlabeled = false; ///< the plain association, which every label of the pair implies
};

/// Among the known types of one pair, see AssociationTypes::find() and defaultCategory().
[[nodiscard]] const AssociationType *find(std::span<const AssociationType> ofPair,
                                          Category category, qint32 typeId);
[[nodiscard]] Category defaultCategory(std::span<const AssociationType> ofPair, qint32 typeId);

/// The association types the program knows by name, from `:/data/association-types.csv`.
class AssociationTypes
{
public:
    /// Reads the resource; a missing or malformed one is a bug of ours and asserts.
    [[nodiscard]] static AssociationTypes hubSpotDefined();

    explicit AssociationTypes(std::vector<AssociationType> types);

    /// Null where nothing is known. All of the known ones are of category HubSpotDefined, so any
    /// other category gives null: a custom 279 is not HubSpot's 279. The pointer lives as long as
    /// this object.
    [[nodiscard]] const AssociationType *find(const Pair &pair, Category category,
                                              qint32 typeId) const;

    /// HubSpotDefined where the table knows the ID for this pair, else UserDefined.
    [[nodiscard]] Category defaultCategory(const Pair &pair, qint32 typeId) const;

    /// All known types of the pair, the unlabeled one first; lives as long as this object.
    [[nodiscard]] std::span<const AssociationType> ofPair(const Pair &pair) const;

private:
    std::vector<AssociationType> m_types;            ///< sorted by pair, unlabeled first
    QHash<Pair, std::pair<size_t, size_t>> m_ranges; ///< first and count
};

} // namespace limits
