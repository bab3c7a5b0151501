#include "app/limits/category.h"

namespace limits {

using namespace Qt::StringLiterals;

QLatin1StringView wireName(Category category)
{
    switch (category) {
    case Category::HubSpotDefined:
        return "HUBSPOT_DEFINED"_L1;
    case Category::UserDefined:
        return "USER_DEFINED"_L1;
    case Category::IntegratorDefined:
        return "INTEGRATOR_DEFINED"_L1;
    case Category::Work:
        return "WORK"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<Category> categoryFromWire(QStringView name)
{
    for (const Category category : allCategories) {
        if (name == wireName(category)) {
            return category;
        }
    }
    return std::nullopt;
}

} // namespace limits
