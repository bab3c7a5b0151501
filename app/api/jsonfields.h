#pragma once

#include "app/api/error.h"

#include <QJsonObject>
#include <QJsonValue>

#include <limits>
#include <optional>
#include <vector>

namespace api {

/// What does not fit, in the order it was met: the first 20 and how many there were.
class Problems
{
public:
    static constexpr int kept = 20;

    void add(const QString &path, QLatin1StringView what);
    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    void moveInto(Error &error);

private:
    QStringList m_first;
    int m_count = 0;
};

/// Text as it is, nothing for null, anything else as compact JSON.
[[nodiscard]] QString textOf(const QJsonValue &value);

/// A whole number in int32, however it is written (5, 5.0, 5e0). `value` is a QJsonValue, or the
/// reference to one that an iterator gives.
template<typename Value> [[nodiscard]] std::optional<qint32> int32Of(const Value &value)
{
    using Int32 = std::numeric_limits<qint32>;
    // toInteger() gives its default for whatever is not exactly a whole number; this one is none of
    // int32 either.
    const qint64 number = value.toInteger(std::numeric_limits<qint64>::max());
    if (number < Int32::min() || number > Int32::max()) {
        return std::nullopt;
    }
    return static_cast<qint32>(number);
}

using Context = std::vector<std::pair<QString, QStringList>>;

/// `context`: one entry per name, with the elements of an array as its values.
[[nodiscard]] Context contextOf(const QJsonValue &value);

/// `errors`: objects or strings. The errors within an error follow it.
[[nodiscard]] std::vector<ErrorDetail> detailsOf(const QJsonValue &value);

} // namespace api
