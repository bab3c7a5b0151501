#pragma once

#include "app/live/accountcache.h"
#include "app/live/accountreader.h"

#include <QObject>

namespace live {

/// What is known of the account that is open: at once what was read of it before, and soon what
/// HubSpot says now, which is kept for the next start. Reading fails without harm: what was known
/// stays.
class AccountKeeper : public QObject
{
    Q_OBJECT
public:
    /// `reader` and `cache` must outlive this. `standard` are HubSpot's own object types.
    AccountKeeper(api::Reader &reader, AccountCache &cache, limits::ObjectTypes standard,
                  QObject *parent = nullptr);

    /// Without a token nothing is read.
    void open(const QString &accountId, const api::Endpoint &endpoint);
    /// What was known of an account may be another's. Where it is open, a reading that is under way
    /// is given up; it is open as if nothing had ever been read of it.
    void forget(const QString &accountId);

Q_SIGNALS:
    /// At open(), when they were read, and when they are forgotten.
    void typesChanged(const limits::ObjectTypes &types);
    /// HubSpot's `accountType`, "STANDARD"; not for an account it was never read of.
    void accountTypeKnown(const QString &accountId, const QString &accountType);
    /// What could not be read, after each reading; none where all could.
    void incomplete(const std::vector<live::AccountPartError> &errors);

private:
    void finish(const AccountReading &reading);

    AccountReader m_reader;
    AccountCache &m_cache;
    const limits::ObjectTypes m_standard;
    QString m_accountId;
    CachedAccount m_known;
};

} // namespace live
