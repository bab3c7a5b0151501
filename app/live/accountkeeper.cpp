#include "app/live/accountkeeper.h"

namespace live {

AccountKeeper::AccountKeeper(api::Reader &reader, AccountCache &cache, limits::ObjectTypes standard,
                             QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_cache(cache)
    , m_standard(std::move(standard))
{
    connect(&m_reader, &AccountReader::finished, this, &AccountKeeper::finish);
}

void AccountKeeper::open(const QString &accountId, const api::Endpoint &endpoint)
{
    m_reader.cancel();
    m_accountId = accountId;
    m_known = m_cache.load(accountId).value_or(CachedAccount{m_standard.all(), {}});
    Q_EMIT typesChanged(limits::ObjectTypes(m_known.objectTypes));
    if (!m_known.accountType.isEmpty()) {
        Q_EMIT accountTypeKnown(accountId, m_known.accountType);
    }
    Q_EMIT incomplete({});
    if (endpoint.hasToken()) {
        m_reader.read(endpoint);
    }
}

void AccountKeeper::forget(const QString &accountId)
{
    m_cache.forget(accountId);
    if (accountId == m_accountId) {
        m_reader.cancel();
        m_known = {m_standard.all(), {}};
        Q_EMIT typesChanged(limits::ObjectTypes(m_known.objectTypes));
    }
}

void AccountKeeper::finish(const AccountReading &reading)
{
    const CachedAccount before = m_known;
    // With nothing read of the types, those known before say more than the standard ones.
    if (reading.enablement || reading.schemas) {
        m_known.objectTypes =
            objectTypesOf(m_standard, reading, limits::ObjectTypes(before.objectTypes)).all();
    }
    if (reading.details) {
        m_known.accountType = reading.details->accountType.value_or(QString());
        Q_EMIT accountTypeKnown(m_accountId, m_known.accountType);
    }
    if (m_known != before) {
        m_cache.save(m_accountId, m_known);
        Q_EMIT typesChanged(limits::ObjectTypes(m_known.objectTypes));
    }
    Q_EMIT incomplete(reading.errors);
}

} // namespace live
