#pragma once

#include "app/limits/category.h"
#include "app/limits/objecttypes.h"

#include <QHash>
#include <QString>

#include <optional>
#include <vector>

namespace sandbox {

inline constexpr qint32 portalId = 7000001;

/// A CRM object type of the sandbox account.
struct CrmObject
{
    QString id; ///< "0-1", "2-7001"
    QString singular;
    QString plural;
    QString fullyQualifiedName; ///< "p7000001_pets"; empty for HubSpot's own
    bool activated = true;
    /// Begin of the scopes the sandbox's token lacks, "crm.objects.commercepayments"; empty where
    /// it may do everything.
    QString missingScope;

    [[nodiscard]] bool isCustom() const { return !fullyQualifiedName.isEmpty(); }
};

/// An association type as the account knows it.
struct AssociationType
{
    limits::Category category = limits::Category::HubSpotDefined;
    qint32 typeId = 0;
    QString label; ///< empty for the unlabeled type
    /// The other type ID of a symmetric label that has two; they share one limit.
    std::optional<qint32> twin{};

    [[nodiscard]] bool isUnlabeled() const { return label.isEmpty(); }
};

/// What identifies an association type, and so a limit: direction, category and ID together. A type
/// ID alone is not unique: USER_DEFINED 279 stands beside HUBSPOT_DEFINED 279 here, as was seen on
/// a live account.
struct TypeKey
{
    limits::Pair pair;
    limits::Category category = limits::Category::HubSpotDefined;
    qint32 typeId = 0;

    friend bool operator==(const TypeKey &, const TypeKey &) = default;
    friend bool operator<(const TypeKey &left, const TypeKey &right);
    friend size_t qHash(const TypeKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.pair, quint8(key.category), key.typeId);
    }
};

/// What the sandbox account consists of and nobody can change: object types and association types.
class Catalogue
{
public:
    /// HubSpot's standard objects and association types, a few custom objects and labels, one
    /// object that is not activated and one the token has no scope for.
    [[nodiscard]] static Catalogue standard();

    /// The same and `count` custom labels of the pair more, with the type IDs from `first` on,
    /// which are free; "Label 5001" is the name of 5001. For an account that is larger than life.
    [[nodiscard]] Catalogue withCustomTypes(const limits::Pair &pair, qint32 first,
                                            qint32 count) const;

    [[nodiscard]] const std::vector<CrmObject> &objects() const { return m_objects; }

    /// By ID, singular, plural or fully qualified name, as HubSpot takes them in a path: without
    /// regard to case, a space written as such or as '_'. Null where it is none of these.
    [[nodiscard]] const CrmObject *find(const QString &name) const;

    /// Unlabeled types before all labels; empty where the two objects cannot be associated. Both
    /// are IDs.
    [[nodiscard]] const std::vector<AssociationType> &types(const limits::Pair &pair) const;

    /// Null where there is none.
    [[nodiscard]] const AssociationType *type(const TypeKey &key) const;

private:
    void addObject(const CrmObject &object);
    void addType(const limits::Pair &pair, const AssociationType &type);
    void addHubSpotDefinedTypes();
    void addCustomTypes();

    std::vector<CrmObject> m_objects;
    QHash<QString, qsizetype> m_byName;
    QHash<limits::Pair, std::vector<AssociationType>> m_types;
    QHash<TypeKey, size_t> m_places; ///< where a type is among those of its pair
};

} // namespace sandbox
