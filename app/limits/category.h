#pragma once

#include <QString>

#include <optional>

namespace limits {

/// Who defined an association type: HubSpot's `category`. A type ID is unique only together with
/// it (and the pair): a custom 279 was seen beside HubSpot's own 279.
enum class Category : quint8 {
    HubSpotDefined,
    UserDefined, ///< called "Custom" on screen
    IntegratorDefined,
    Work,
};

inline constexpr Category allCategories[] = {Category::HubSpotDefined, Category::UserDefined,
                                             Category::IntegratorDefined, Category::Work};

/// The name the API uses, for example "HUBSPOT_DEFINED".
[[nodiscard]] QLatin1StringView wireName(Category category);

/// nullopt for a name this program does not know; the API may grow new ones.
[[nodiscard]] std::optional<Category> categoryFromWire(QStringView name);

} // namespace limits
