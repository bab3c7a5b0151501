#include "app/live/calls.h"

namespace live {

Calls::Calls(api::Reader &reader, const api::Endpoint &endpoint, QObject &parent)
    : m_reader(reader)
    , m_endpoint(endpoint)
    , m_owner(parent)
{
}

Calls::~Calls()
{
    for (const QPointer<api::Call> &call : m_calls) {
        if (call) {
            call->cancel();
        }
    }
}

void Calls::get(const QByteArray &path, std::function<void(const api::Reply &)> answered)
{
    api::Call *call = m_reader.get(m_endpoint, path, &m_owner);
    connect(call, &api::Call::finished, this, std::move(answered));
    m_calls.emplace_back(call);
}

} // namespace live
