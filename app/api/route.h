#pragma once

#include "app/api/networksettings.h"

#include <memory>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkRequest;
class QSslConfiguration;
QT_END_NAMESPACE

namespace api {

/// How a server is reached: by which proxy, and whose certificates it may show. Transport makes it
/// of its settings, for whoever sends a request of its own. Cheap to copy.
class Route
{
public:
    /// As the system says, both.
    Route() = default;
    /// `tls` null: Qt's own, with the system's trust.
    Route(Proxy proxy, std::shared_ptr<const QSslConfiguration> tls)
        : m_proxy(std::move(proxy))
        , m_tls(std::move(tls))
    {
    }

    /// Sets both, before the request is sent. Returns whether a proxy is on the way, which is never
    /// so to the loopback interface: that is plain HTTP, and would take the token to another
    /// machine.
    bool applyTo(QNetworkAccessManager &manager, QNetworkRequest &request) const;

private:
    Proxy m_proxy;
    std::shared_ptr<const QSslConfiguration> m_tls;
};

} // namespace api
