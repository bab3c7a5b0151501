#pragma once

#include "app/limits/objecttypes.h"

#include <QString>

#include <optional>
#include <vector>

namespace live {

/// What is shown of an account until it has been read again.
struct CachedAccount
{
    std::vector<limits::ObjectType> objectTypes;
    QString accountType; ///< as HubSpot names it: "STANDARD"; empty where it was never read

    bool operator==(const CachedAccount &) const = default;
};

/// What was read of each account last, on disk for the next start: one JSON file each, readable by
/// its owner alone. It is only a help: what cannot be read counts as not there, and what cannot be
/// saved is said in the log.
class AccountCache
{
public:
    /// The folder is made with the first account.
    explicit AccountCache(QString folder);

    /// nullopt where there is nothing, or nothing that this version can read whole.
    [[nodiscard]] std::optional<CachedAccount> load(const QString &accountId) const;
    /// Replaces what is there, whatever it is.
    void save(const QString &accountId, const CachedAccount &account);
    /// Nothing is there any more.
    void forget(const QString &accountId);

private:
    [[nodiscard]] QString pathOf(const QString &accountId) const;

    QString m_folder;
};

} // namespace live
