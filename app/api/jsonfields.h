#pragma once

#include "app/api/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <concepts>
#include <optional>
#include <utility>
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

/// A whole number in the range of `Int`, however it is written (5, 5.0, 5e0). `value` is a
/// QJsonValue, or the reference to one that an iterator gives.
template<std::signed_integral Int, typename Value>
[[nodiscard]] std::optional<Int> wholeNumber(const Value &value)
{
    // toInteger() gives its default for whatever is not exactly a whole number.
    const qint64 number = value.toInteger(0);
    if ((number == 0 && value.toInteger(1) != 0) || !std::in_range<Int>(number)) {
        return std::nullopt;
    }
    return static_cast<Int>(number);
}

/// What can be wrong with a field.
inline constexpr QLatin1StringView missing{"missing"};
inline constexpr QLatin1StringView notText{"not text"};
inline constexpr QLatin1StringView notWhole{"not a whole number in range"};
inline constexpr QLatin1StringView notBoolean{"neither true nor false"};
inline constexpr QLatin1StringView notAList{"not a list"};
inline constexpr QLatin1StringView notAnObject{"not an object"};

/// The members of an object by name, with what is wrong about them reported under their path. Null
/// is the same as absent; a required member that is absent is wrong. What is wrong reads as empty.
class Fields
{
public:
    /// `path` is where the object stands: "results[3]", empty for the body itself. `problems` must
    /// outlive this.
    Fields(QJsonObject object, Problems &problems, QString path = {});

    [[nodiscard]] const QJsonObject &object() const { return m_object; }

    [[nodiscard]] std::optional<QString> text(QLatin1StringView key) const;
    [[nodiscard]] QString requiredText(QLatin1StringView key) const;
    [[nodiscard]] std::optional<bool> boolean(QLatin1StringView key) const;
    [[nodiscard]] QJsonArray list(QLatin1StringView key) const;
    [[nodiscard]] QJsonArray requiredList(QLatin1StringView key) const;
    /// Those of an object within.
    [[nodiscard]] Fields within(QLatin1StringView key) const;
    [[nodiscard]] Fields requiredWithin(QLatin1StringView key) const;
    /// Those of each object in a list; what is no object is reported and left out.
    [[nodiscard]] std::vector<Fields> each(QLatin1StringView key) const;
    [[nodiscard]] std::vector<Fields> requiredEach(QLatin1StringView key) const;

    template<std::signed_integral Int>
    [[nodiscard]] std::optional<Int> number(QLatin1StringView key) const
    {
        const std::optional<QJsonValue> value = present(key);
        const std::optional<Int> whole = value ? wholeNumber<Int>(*value) : std::nullopt;
        if (value && !whole) {
            wrong(key, notWhole);
        }
        return whole;
    }
    template<std::signed_integral Int> [[nodiscard]] Int requiredNumber(QLatin1StringView key) const
    {
        require(key);
        return number<Int>(key).value_or(0);
    }

    void wrong(const QString &key, QLatin1StringView what) const;

private:
    [[nodiscard]] std::optional<QJsonValue> present(QLatin1StringView key) const;
    void require(QLatin1StringView key) const;
    [[nodiscard]] std::vector<Fields> objectsOf(QLatin1StringView key,
                                                const QJsonArray &array) const;

    QJsonObject m_object;
    Problems *m_problems;
    QString m_path; ///< with what separates it from a name
};

using Context = std::vector<std::pair<QString, QStringList>>;

/// `context`: one entry per name, with the elements of an array as its values.
[[nodiscard]] Context contextOf(const QJsonValue &value);

/// `errors`: objects or strings. The errors within an error follow it.
[[nodiscard]] std::vector<ErrorDetail> detailsOf(const QJsonValue &value);

} // namespace api
