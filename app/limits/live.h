#pragma once

#include "app/limits/category.h"
#include "app/limits/objecttypes.h"

#include <QString>

#include <optional>
#include <vector>

namespace limits {

/// The limit a type has in the account, as far as it was read. What is not known is never "Many".
struct LiveLimit
{
    bool known = false;
    std::optional<qint32> limit; ///< records per source record; nullopt, where known: "Many"

    [[nodiscard]] static LiveLimit unknown() { return {}; }
    [[nodiscard]] static LiveLimit of(std::optional<qint32> limit) { return {true, limit}; }
    [[nodiscard]] static LiveLimit many() { return {true, std::nullopt}; }

    bool operator==(const LiveLimit &) const = default;
};

/// An association type of one direction as the account has it.
struct LiveType
{
    Category category = Category::UserDefined;
    qint32 typeId = 0;
    QString label;          ///< empty: the unlabeled type, or the labels could not be read
    bool unlabeled = false; ///< the plain association, which every label of the direction implies
    LiveLimit limit;

    bool operator==(const LiveType &) const = default;
};

/// What was read of one direction. An incomplete read proves nothing: without `typesRead` there
/// may be more types than these, without `limitsRead` every limit is unknown.
struct LivePair
{
    Pair pair;
    bool typesRead = false;
    bool limitsRead = false;
    std::vector<LiveType> types; ///< the unlabeled ones first, then labels in HubSpot's order
    /// Types of a category this program does not know, as "CATEGORY 12": they are there, and can't
    /// be edited here.
    QStringList foreign;

    bool operator==(const LivePair &) const = default;
};

} // namespace limits
