#include "app/limits/rules.h"

#include <algorithm>
#include <limits>

namespace limits {

using namespace Qt::StringLiterals;

namespace {

/// Digits after an optional sign; what is above the API's int32 stays above it, nullopt for any
/// other text. In one pass: a table of limits is mostly numbers.
std::optional<qint64> wholeNumber(QStringView text)
{
    constexpr qint64 tooLarge = qint64(std::numeric_limits<qint32>::max()) + 1;
    const bool negative = text.startsWith(u'-');
    const QStringView digits = negative || text.startsWith(u'+') ? text.sliced(1) : text;
    if (digits.isEmpty()) {
        return std::nullopt;
    }
    qint64 value = 0;
    for (const QChar character : digits) {
        const quint32 digit = quint32(character.unicode()) - u'0';
        if (digit > 9) {
            return std::nullopt;
        }
        value = std::min(value * 10 + digit, tooLarge);
    }
    return negative ? -value : value;
}

bool fits(qint64 value)
{
    return value <= std::numeric_limits<qint32>::max();
}

} // namespace

support::Expected<qint32, Issue> parseTypeId(const QString &text)
{
    const QStringView trimmed = QStringView(text).trimmed();
    if (trimmed.isEmpty()) {
        return support::Unexpected{Issue::TypeIdMissing};
    }
    const auto id = wholeNumber(trimmed);
    if (!id) {
        return support::Unexpected{Issue::TypeIdNotANumber};
    }
    if (*id < 1 || !fits(*id)) {
        return support::Unexpected{Issue::TypeIdOutOfRange};
    }
    return qint32(*id);
}

support::Expected<std::optional<qint32>, Issue> parseLimit(const QString &text)
{
    using Limit = std::optional<qint32>;
    const QStringView trimmed = QStringView(text).trimmed();
    if (const auto limit = wholeNumber(trimmed)) {
        if (*limit < 1) {
            return support::Unexpected{Issue::LimitBelowOne};
        }
        if (!fits(*limit)) {
            return support::Unexpected{Issue::LimitOutOfRange};
        }
        return Limit(qint32(*limit));
    }
    if (trimmed.isEmpty() || trimmed == u'*' ||
        trimmed.compare("many"_L1, Qt::CaseInsensitive) == 0) {
        return Limit();
    }
    if (trimmed.compare("one"_L1, Qt::CaseInsensitive) == 0) {
        return Limit(1);
    }
    return support::Unexpected{Issue::LimitNotANumber};
}

std::optional<Category> parseCategory(const QString &text)
{
    if (const auto category = categoryFromWire(text)) {
        return category;
    }
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
