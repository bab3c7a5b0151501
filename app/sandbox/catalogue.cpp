#include "app/sandbox/catalogue.h"

#include "app/limits/associationtypes.h"

#include <tuple>

namespace sandbox {

using namespace Qt::StringLiterals;
using limits::Category;

namespace {

struct CustomObject
{
    const char16_t *id;
    const char16_t *singular;
    const char16_t *plural;
    const char16_t *name;
};

constexpr CustomObject customObjects[] = {
    {u"2-7001", u"Pet", u"Pets", u"pets"},
    {u"2-7002", u"Subscription box", u"Subscription boxes", u"subscription_boxes"},
    {u"2-7003", u"Holiday home", u"Holiday homes", u"holiday_homes"},
};

/// A type an account defines, in both directions: HubSpot makes two type IDs of a label, one for
/// each direction, or a single one where it is symmetric (the same object and word on both sides).
///
/// Whether HubSpot can give a symmetric label two type IDs as well, and list it twice with the same
/// words, is documented nowhere. It is a cautious guess that it can and that the two share one
/// limit as the single one does: "Referral partner" and "Playmate" are such, so that a client can
/// be seen to handle either.
struct CustomType
{
    const char16_t *from;
    const char16_t *to;
    qint32 typeId;
    const char16_t *label; ///< null for the unlabeled type
    qint32 inverseTypeId;
    const char16_t *inverseLabel;
};

constexpr CustomType customTypes[] = {
    {u"0-1", u"0-2", 28, u"Billing contact", 27, u"Billing contact"},
    {u"0-1", u"0-2", 30, u"Decision maker", 29, u"Decision maker"},
    {u"0-1", u"0-2", 279, u"Former employer", 278, u"Former employee"},
    {u"0-1", u"0-3", 32, u"Champion", 31, u"Champion"},
    {u"0-1", u"0-3", 34, u"Blocker", 33, u"Blocker"},
    {u"0-1", u"0-1", 45, u"Manager", 46, u"Team member"},
    {u"0-1", u"0-1", 47, u"Colleague", 47, u"Colleague"},
    {u"0-1", u"0-1", 51, u"Referral partner", 52, u"Referral partner"},
    {u"0-2", u"0-2", 41, u"Partner", 41, u"Partner"},
    {u"0-2", u"0-2", 42, u"Franchisor", 43, u"Franchisee"},
    {u"2-7001", u"0-1", 100, nullptr, 101, nullptr},
    {u"2-7001", u"0-1", 102, u"Owner", 103, u"Owner"},
    {u"2-7001", u"0-1", 104, u"Foster carer", 105, u"Foster carer"},
    {u"2-7001", u"2-7001", 106, nullptr, 106, nullptr},
    {u"2-7001", u"2-7001", 107, u"Sibling", 107, u"Sibling"},
    {u"2-7001", u"2-7001", 108, u"Parent", 109, u"Offspring"},
    {u"2-7001", u"2-7001", 112, u"Playmate", 113, u"Playmate"},
    {u"2-7001", u"0-2", 110, nullptr, 111, nullptr},
    {u"2-7002", u"0-1", 120, nullptr, 121, nullptr},
    {u"2-7002", u"0-1", 122, u"Gift recipient", 123, u"Gift recipient"},
    {u"2-7002", u"0-3", 124, nullptr, 125, nullptr},
    {u"2-7002", u"2-7001", 126, nullptr, 127, nullptr},
    {u"2-7003", u"0-1", 130, nullptr, 131, nullptr},
    {u"2-7003", u"0-1", 132, u"Guest", 133, u"Guest"},
    {u"2-7003", u"0-2", 134, nullptr, 135, nullptr},
};

QString text(const char16_t *characters)
{
    return characters == nullptr ? QString() : QString::fromUtf16(characters);
}

QString normalized(const QString &name)
{
    return name.toCaseFolded().replace(u'_', u' ');
}

QString capitalized(const QString &words)
{
    return words.left(1).toUpper() + words.mid(1);
}

/// HubSpot's published names are sentences ("Contact to primary company"); its labels are the half
/// that says more than the object itself: "Primary company". On the same object that is the second
/// half: "Child to parent company" is the way to the parent.
QString labelFromName(const QString &name, const CrmObject &from, const CrmObject &to)
{
    const qsizetype middle = name.indexOf(u" to "_s);
    if (middle < 0) {
        return name;
    }
    const QString source = name.left(middle);
    const QString target = capitalized(name.mid(middle + 4));
    const bool plainSource = source.compare(from.singular, Qt::CaseInsensitive) == 0;
    return plainSource || from.id == to.id ? target : source;
}

} // namespace

bool operator<(const TypeKey &left, const TypeKey &right)
{
    return std::tie(left.pair.from, left.pair.to, left.category, left.typeId) <
           std::tie(right.pair.from, right.pair.to, right.category, right.typeId);
}

Catalogue Catalogue::standard()
{
    Catalogue catalogue;
    const limits::ObjectTypes standardTypes = limits::ObjectTypes::standard();
    for (const limits::ObjectType &type : standardTypes.all()) {
        CrmObject object{type.id, type.singular, type.plural, {}, true, {}};
        // One object each on which the answers 404 and 403 can be met.
        object.activated = type.id != "0-410"_L1;
        object.missingScope = type.id == "0-101"_L1 ? u"crm.objects.commercepayments"_s : QString();
        catalogue.addObject(object);
    }
    for (const CustomObject &custom : customObjects) {
        const QString qualified = u"p%1_%2"_s.arg(portalId).arg(text(custom.name));
        catalogue.addObject(
            {text(custom.id), text(custom.singular), text(custom.plural), qualified, true, {}});
    }
    catalogue.addHubSpotDefinedTypes();
    catalogue.addCustomTypes();
    return catalogue;
}

void Catalogue::addObject(const CrmObject &object)
{
    const auto index = static_cast<qsizetype>(m_objects.size());
    m_objects.push_back(object);
    for (const QString &name :
         {object.id, object.singular, object.plural, object.fullyQualifiedName}) {
        if (!name.isEmpty()) {
            m_byName.insert(normalized(name), index);
        }
    }
}

void Catalogue::addType(const limits::Pair &pair, const AssociationType &type)
{
    std::vector<AssociationType> &types = m_types[pair];
    Q_ASSERT(!type.isUnlabeled() || types.empty() || types.back().isUnlabeled());
    const TypeKey key{pair, type.category, type.typeId};
    Q_ASSERT(!m_places.contains(key));
    m_places.insert(key, types.size());
    types.push_back(type);
}

void Catalogue::addHubSpotDefinedTypes()
{
    const limits::AssociationTypes known = limits::AssociationTypes::hubSpotDefined();
    for (const CrmObject &from : m_objects) {
        for (const CrmObject &to : m_objects) {
            const limits::Pair pair{from.id, to.id};
            for (const limits::AssociationType &type : known.ofPair(pair)) {
                const QString label =
                    type.unlabeled ? QString() : labelFromName(type.name, from, to);
                addType(pair, {Category::HubSpotDefined, type.typeId, label});
            }
        }
    }
}

void Catalogue::addCustomTypes()
{
    for (const CustomType &type : customTypes) {
        const limits::Pair there{text(type.from), text(type.to)};
        const limits::Pair back{there.to, there.from};
        AssociationType forth{Category::UserDefined, type.typeId, text(type.label)};
        AssociationType inverse{Category::UserDefined, type.inverseTypeId, text(type.inverseLabel)};
        const bool twoIds = type.typeId != type.inverseTypeId;
        if (there == back && twoIds && forth.label == inverse.label) {
            forth.twin = inverse.typeId;
            inverse.twin = forth.typeId;
        }
        addType(there, forth);
        if (there != back || twoIds) {
            addType(back, inverse);
        }
    }
}

Catalogue Catalogue::withCustomTypes(const limits::Pair &pair, qint32 first, qint32 count) const
{
    Catalogue larger = *this;
    for (qint32 typeId = first; typeId < first + count; ++typeId) {
        larger.addType(pair, {Category::UserDefined, typeId, u"Label %1"_s.arg(typeId)});
    }
    return larger;
}

const CrmObject *Catalogue::find(const QString &name) const
{
    const auto found = m_byName.constFind(normalized(name));
    return found == m_byName.cend() ? nullptr : &m_objects[static_cast<size_t>(*found)];
}

const std::vector<AssociationType> &Catalogue::types(const limits::Pair &pair) const
{
    static const std::vector<AssociationType> none;
    const auto found = m_types.constFind(pair);
    return found == m_types.cend() ? none : *found;
}

const AssociationType *Catalogue::type(const TypeKey &key) const
{
    const auto place = m_places.constFind(key);
    return place == m_places.cend() ? nullptr : &types(key.pair)[*place];
}

} // namespace sandbox
