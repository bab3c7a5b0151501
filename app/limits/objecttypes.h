#pragma once

#include "app/support/expected.h"

#include <QHashFunctions>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace limits {

/// A CRM object type. `id` is what goes into a request's path: an object type ID ("0-1", "2-345"),
/// or a name as typed ("p123_pets") where no ID is known.
struct ObjectType
{
    QString id;
    QString singular;             ///< "Contact"; empty where only the ID is known
    QString plural;               ///< "Contacts"; empty where only the ID is known
    QString fullyQualifiedName{}; ///< "p123_pets", of a custom one; empty for HubSpot's own

    /// Whether it is the account's own, and not HubSpot's.
    [[nodiscard]] bool isCustom() const;
    bool operator==(const ObjectType &) const = default;
};

/// "Contacts (0-1)", or just the ID where there is no name.
[[nodiscard]] QString displayName(const ObjectType &type);
/// "Contacts", or just the ID where there is no name.
[[nodiscard]] QString shortName(const ObjectType &type);

enum class ObjectTypeError {
    Empty,
    MalformedId,   ///< begins like an object type ID, is none ("0-", "1-2-3")
    MalformedName, ///< has a character no HubSpot name can have
    TooLong,
};

/// The object types that are known by name.
class ObjectTypes
{
public:
    /// HubSpot's own, from the resource `:/data/object-types.csv`; a missing or malformed one is a
    /// bug of ours and asserts.
    [[nodiscard]] static ObjectTypes standard();

    ObjectTypes() = default;
    explicit ObjectTypes(std::vector<ObjectType> types);

    [[nodiscard]] const std::vector<ObjectType> &all() const { return m_types; }

    /// By object type ID, without regard to names.
    [[nodiscard]] std::optional<ObjectType> byId(QStringView id) const;

    /// What a person typed: "contact", "Contacts", "Contacts (0-1)", "0-1", "2-123", "p123_pets";
    /// "pets" too, where a type of the account is called so. A name that is known becomes its ID.
    /// One that is not is taken as it is when it could be a HubSpot name, since the server knows
    /// more names than this program.
    [[nodiscard]] support::Expected<ObjectType, ObjectTypeError> parse(const QString &text) const;

private:
    std::vector<ObjectType> m_types;
};

/// A source and a target: the direction a limit holds in. Both are ObjectType::id.
struct Pair
{
    QString from;
    QString to;

    bool operator==(const Pair &) const = default;
    friend size_t qHash(const Pair &pair, size_t seed = 0)
    {
        return qHashMulti(seed, pair.from, pair.to);
    }
};

} // namespace limits
