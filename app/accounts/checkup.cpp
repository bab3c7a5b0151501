#include "app/accounts/checkup.h"

#include <algorithm>

namespace accounts {

using namespace Qt::StringLiterals;

namespace {

constexpr NeededRead neededReads[] = {NeededRead::AccountDetails, NeededRead::Labels,
                                      NeededRead::Limits,         NeededRead::CustomObjects,
                                      NeededRead::Enablement,     NeededRead::RecordsNearLimit};

limits::Pair contactsToCompanies()
{
    return {u"0-1"_s, u"0-2"_s};
}

QByteArray pathOf(NeededRead read)
{
    switch (read) {
    case NeededRead::AccountDetails:
        return api::accountDetailsPath();
    case NeededRead::Labels:
        return api::labelsPath(contactsToCompanies());
    case NeededRead::Limits:
        return api::configurationsPath(contactsToCompanies());
    case NeededRead::CustomObjects:
        return api::schemasPath();
    case NeededRead::Enablement:
        return api::enablementPath();
    case NeededRead::RecordsNearLimit:
        return api::recordsNearLimitPath(contactsToCompanies());
    }
    Q_UNREACHABLE();
}

template<typename Value>
std::optional<api::Error> errorOf(const support::Expected<Value, api::Error> &decoded)
{
    return decoded ? std::nullopt : std::optional(decoded.error());
}

std::optional<api::Error> errorOf(NeededRead read, const api::Reply &reply)
{
    switch (read) {
    case NeededRead::AccountDetails:
        return errorOf(api::decodeAccountDetails(reply));
    case NeededRead::Labels:
        return errorOf(api::decodeLabels(reply));
    case NeededRead::Limits:
        return errorOf(api::decodeConfigurations(reply));
    case NeededRead::CustomObjects:
        return errorOf(api::decodeSchemas(reply));
    case NeededRead::Enablement:
        return errorOf(api::decodeEnablement(reply));
    case NeededRead::RecordsNearLimit:
        return errorOf(api::decodeRecordsNearLimit(reply));
    }
    Q_UNREACHABLE();
}

} // namespace

Checkup::Checkup(api::Reader &reader, const api::Endpoint &endpoint, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_endpoint(endpoint)
{
}

Checkup::~Checkup() = default;

void Checkup::start()
{
    Q_ASSERT(m_report.reads.empty());
    for (const NeededRead read : neededReads) {
        m_report.reads.push_back({read, {}});
    }
    m_awaited = m_report.reads.size();
    for (ReadResult &result : m_report.reads) {
        api::Call *call = m_reader.get(m_endpoint, pathOf(result.read), this);
        connect(call, &api::Call::finished, this,
                [this, &result](const api::Reply &reply) { receive(result, reply); });
    }
}

void Checkup::receive(ReadResult &result, const api::Reply &reply)
{
    result.error = errorOf(result.read, reply);
    if (result.read == NeededRead::AccountDetails && !result.error) {
        m_report.details = *api::decodeAccountDetails(reply);
    }
    if (--m_awaited > 0) {
        return;
    }
    for (const ReadResult &each : m_report.reads) {
        if (each.error) {
            m_report.missingScopes += each.error->missingScopes;
        }
    }
    m_report.missingScopes.removeDuplicates();
    Q_EMIT finished(m_report);
}

} // namespace accounts
