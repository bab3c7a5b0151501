#pragma once

#include "app/sandbox/catalogue.h"
#include "app/support/expected.h"

#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace sandbox {

using LimitTable = std::map<TypeKey, qint32>;

/// A limit that is set.
struct Limit
{
    AssociationType type;
    qint32 maxToObjectIds = 0;
};

/// The association limits of an account, and HubSpot's rules for changing them. A plain value: a
/// batch works on a copy, so that one that cannot be kept leaves no trace.
///
/// Rule 4 of HubSpot's: between different objects the two directions are two pairs, each with its
/// own limits. On the same object there is one pair; its unlabeled and symmetric types have one
/// limit for both ways, whether they have one ID or (labels) two, paired labels have two limits.
class Account
{
public:
    static constexpr qint32 highestLimit = 10'000;

    /// With the limits a new sandbox has. The catalogue must outlive the account and its copies.
    [[nodiscard]] static Account initial(const Catalogue &catalogue);

    /// With the limits kept in a file. Types the catalogue does not know (any more) are left out;
    /// of twins the later one counts. The error says which rule the others break.
    [[nodiscard]] static support::Expected<Account, QString> restored(const Catalogue &catalogue,
                                                                      const LimitTable &limits);

    /// The error is what HubSpot would say to the input.
    [[nodiscard]] support::Expected<Limit, QString> create(const TypeKey &key, qint32 limit);
    [[nodiscard]] support::Expected<Limit, QString> update(const TypeKey &key, qint32 limit);
    /// The limit that was there, if any.
    [[nodiscard]] support::Expected<std::optional<Limit>, QString> purge(const TypeKey &key);

    /// The limits of one direction, in the order of the catalogue.
    [[nodiscard]] std::vector<Limit> limits(const limits::Pair &pair) const;
    [[nodiscard]] std::vector<Limit> allLimits() const;
    [[nodiscard]] std::optional<qint32> limitOf(const TypeKey &key) const;
    [[nodiscard]] const LimitTable &table() const { return m_limits; }

private:
    explicit Account(const Catalogue &catalogue);

    [[nodiscard]] support::Expected<Limit, QString> set(const TypeKey &key, qint32 limit);
    [[nodiscard]] std::optional<QString> conflict(const TypeKey &key, const AssociationType &type,
                                                  qint32 limit) const;

    const Catalogue *m_catalogue; ///< a pointer to be assignable; never null
    LimitTable m_limits;
};

} // namespace sandbox
