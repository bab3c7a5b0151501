#include "app/sandbox/account.h"

#include <array>

namespace sandbox {

using namespace Qt::StringLiterals;
using limits::Category;
using support::Expected;
using support::Unexpected;

namespace {

struct InitialLimit
{
    const char16_t *from;
    const char16_t *to;
    Category category;
    qint32 typeId;
    qint32 limit;
};

// Contacts to Companies keeps 279 and 1 free, and 28 at the lowest limit, so that whatever somebody
// tries there first can be created.
constexpr InitialLimit initialLimits[] = {
    {u"0-1", u"0-2", Category::UserDefined, 28, 1},
    {u"0-1", u"0-1", Category::UserDefined, 51, 3},
    {u"0-1", u"0-3", Category::HubSpotDefined, 4, 50},
    {u"0-1", u"0-3", Category::UserDefined, 32, 5},
    {u"0-2", u"0-1", Category::HubSpotDefined, 280, 500},
    {u"0-2", u"0-1", Category::HubSpotDefined, 2, 1},
    {u"0-2", u"0-2", Category::HubSpotDefined, 13, 100},
    {u"0-2", u"0-2", Category::HubSpotDefined, 14, 1},
    {u"0-5", u"0-1", Category::HubSpotDefined, 16, 10},
    {u"2-7001", u"0-1", Category::UserDefined, 100, 4},
    {u"2-7001", u"0-1", Category::UserDefined, 102, 2},
};

QString named(const AssociationType &type)
{
    return type.isUnlabeled()
               ? u"the unlabeled association type %1"_s.arg(type.typeId)
               : u"the association type %1 (\"%2\")"_s.arg(type.typeId).arg(type.label);
}

QString unknownType(const TypeKey &key)
{
    return u"Association type %1 of category %2 does not exist between %3 and %4."_s.arg(key.typeId)
        .arg(limits::wireName(key.category), key.pair.from, key.pair.to);
}

/// A type's own ID and its twin's; twice the same where there is none.
std::array<TypeKey, 2> sharing(const TypeKey &key, const AssociationType &type)
{
    return {key, {key.pair, key.category, type.twin.value_or(key.typeId)}};
}

} // namespace

Account::Account(const Catalogue &catalogue)
    : m_catalogue(&catalogue)
{
}

Account Account::initial(const Catalogue &catalogue)
{
    Account account(catalogue);
    for (const InitialLimit &entry : initialLimits) {
        const limits::Pair pair{QString::fromUtf16(entry.from), QString::fromUtf16(entry.to)};
        const bool accepted =
            account.create({pair, entry.category, entry.typeId}, entry.limit).hasValue();
        Q_ASSERT(accepted);
        Q_UNUSED(accepted)
    }
    return account;
}

Expected<Account, QString> Account::restored(const Catalogue &catalogue, const LimitTable &limits)
{
    Account account(catalogue);
    for (const auto &[key, limit] : limits) {
        if (catalogue.type(key) == nullptr) {
            continue;
        }
        if (const auto accepted = account.set(key, limit); !accepted) {
            return Unexpected{accepted.error()};
        }
    }
    return account;
}

// What HubSpot answers to a create for a type that has a limit is not documented. Refusing it is
// the choice that shows a client which confuses create and update; taking it would hide that.
Expected<Limit, QString> Account::create(const TypeKey &key, qint32 limit)
{
    if (const auto present = m_limits.find(key); present != m_limits.end()) {
        return Unexpected{u"A limit of %1 already exists for association type %2. Update it "
                          u"instead."_s.arg(present->second)
                              .arg(key.typeId)};
    }
    return set(key, limit);
}

// An update was seen to create a limit that was missing.
Expected<Limit, QString> Account::update(const TypeKey &key, qint32 limit)
{
    return set(key, limit);
}

Expected<std::optional<Limit>, QString> Account::purge(const TypeKey &key)
{
    const AssociationType *type = m_catalogue->type(key);
    if (type == nullptr) {
        return Unexpected{unknownType(key)};
    }
    const auto present = m_limits.find(key);
    if (present == m_limits.end()) {
        return std::optional<Limit>();
    }
    const Limit removed{*type, present->second};
    for (const TypeKey &shared : sharing(key, *type)) {
        m_limits.erase(shared);
    }
    return std::optional<Limit>(removed);
}

Expected<Limit, QString> Account::set(const TypeKey &key, qint32 limit)
{
    const AssociationType *type = m_catalogue->type(key);
    if (type == nullptr) {
        return Unexpected{unknownType(key)};
    }
    if (limit < 1) {
        return Unexpected{
            u"maxToObjectIds %1 of association type %2 must be at least 1."_s.arg(limit).arg(
                key.typeId)};
    }
    if (limit > highestLimit) {
        return Unexpected{u"maxToObjectIds %1 of association type %2 exceeds the maximum of %3 "
                          u"associations."_s.arg(limit)
                              .arg(key.typeId)
                              .arg(highestLimit)};
    }
    if (const auto reason = conflict(key, *type, limit)) {
        return Unexpected{*reason};
    }
    for (const TypeKey &shared : sharing(key, *type)) {
        m_limits.insert_or_assign(shared, limit);
    }
    return Limit{*type, limit};
}

// HubSpot's text has a label's limit "less than or equal" to the unlabeled type's, its example has
// it smaller; the text is followed here.
std::optional<QString> Account::conflict(const TypeKey &key, const AssociationType &type,
                                         qint32 limit) const
{
    for (const AssociationType &other : m_catalogue->types(key.pair)) {
        if (other.isUnlabeled() == type.isUnlabeled()) {
            if (!type.isUnlabeled()) {
                break; // nothing but labels from here on, which do not bound each other
            }
            continue;
        }
        const auto otherLimit = limitOf({key.pair, other.category, other.typeId});
        if (!otherLimit) {
            continue;
        }
        if (!type.isUnlabeled() && limit > *otherLimit) {
            return u"maxToObjectIds %1 of %2 must be less than or equal to %3, the limit of %4."_s
                .arg(limit)
                .arg(named(type))
                .arg(*otherLimit)
                .arg(named(other));
        }
        if (type.isUnlabeled() && limit < *otherLimit) {
            return u"maxToObjectIds %1 of %2 must be greater than or equal to %3, the limit of "
                   u"%4."_s.arg(limit)
                       .arg(named(type))
                       .arg(*otherLimit)
                       .arg(named(other));
        }
    }
    return std::nullopt;
}

std::vector<Limit> Account::limits(const limits::Pair &pair) const
{
    std::vector<Limit> found;
    for (const AssociationType &type : m_catalogue->types(pair)) {
        if (const auto limit = limitOf({pair, type.category, type.typeId})) {
            found.push_back({type, *limit});
        }
    }
    return found;
}

std::vector<Limit> Account::allLimits() const
{
    std::vector<Limit> all;
    all.reserve(m_limits.size());
    for (const auto &[key, limit] : m_limits) {
        const AssociationType *type = m_catalogue->type(key);
        Q_ASSERT(type != nullptr);
        all.push_back({*type, limit});
    }
    return all;
}

std::optional<qint32> Account::limitOf(const TypeKey &key) const
{
    const auto found = m_limits.find(key);
    return found == m_limits.end() ? std::nullopt : std::optional(found->second);
}

} // namespace sandbox
