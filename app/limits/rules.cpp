#include "app/limits/rules.h"

#include <algorithm>

namespace limits {

using namespace Qt::StringLiterals;

namespace {

bool isWholeNumber(QStringView text)
{
    const QStringView digits =
        text.startsWith(u'-') || text.startsWith(u'+') ? text.sliced(1) : text;
    return !digits.isEmpty() && std::ranges::all_of(digits, [](QChar character) {
        return character >= u'0' && character <= u'9';
    });
}

} // namespace

support::Expected<qint32, Issue> parseTypeId(const QString &text)
{
    const QStringView trimmed = QStringView(text).trimmed();
    if (trimmed.isEmpty()) {
        return support::Unexpected{Issue::TypeIdMissing};
    }
    if (!isWholeNumber(trimmed)) {
        return support::Unexpected{Issue::TypeIdNotANumber};
    }
    bool fits = false;
    const qint32 id = trimmed.toInt(&fits);
    if (!fits || id < 1) {
        return support::Unexpected{Issue::TypeIdOutOfRange};
    }
    return id;
}

support::Expected<std::optional<qint32>, Issue> parseLimit(const QString &text)
{
    using Limit = std::optional<qint32>;
    const QStringView trimmed = QStringView(text).trimmed();
    if (trimmed.isEmpty() || trimmed == u'*' ||
        trimmed.compare("many"_L1, Qt::CaseInsensitive) == 0) {
        return Limit();
    }
    if (trimmed.compare("one"_L1, Qt::CaseInsensitive) == 0) {
        return Limit(1);
    }
    if (!isWholeNumber(trimmed)) {
        return support::Unexpected{Issue::LimitNotANumber};
    }
    bool fits = false;
    const qint32 limit = trimmed.toInt(&fits);
    if (trimmed.startsWith(u'-') || (fits && limit < 1)) {
        return support::Unexpected{Issue::LimitBelowOne};
    }
    if (!fits) {
        return support::Unexpected{Issue::LimitOutOfRange};
    }
    return Limit(limit);
}

std::optional<Category> parseCategory(const QString &text)
{
    const QString name = text.trimmed().toUpper();
    if (const auto category = categoryFromWire(name)) {
        return category;
    }
    if (name == "HUBSPOT"_L1) {
        return Category::HubSpotDefined;
    }
    if (name == "CUSTOM"_L1) {
        return Category::UserDefined;
    }
    if (name == "INTEGRATOR"_L1) {
        return Category::IntegratorDefined;
    }
    return std::nullopt;
}

} // namespace limits
