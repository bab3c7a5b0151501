#include "app/api/route.h"

#include "app/api/transport.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>
#include <QSslConfiguration>

namespace api {

namespace {

QList<QNetworkProxy> proxiesTo(const QUrl &url, const Proxy &proxy)
{
    if (isLoopback(url.host())) {
        return {QNetworkProxy::NoProxy};
    }
    switch (proxy.use) {
    case Proxy::Use::System: // proxyForQuery() would ask the application alone
        return QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    case Proxy::Use::None:
        return {QNetworkProxy::NoProxy};
    case Proxy::Use::Own:
        return {{QNetworkProxy::HttpProxy, proxy.host, proxy.port, proxy.user, proxy.password}};
    }
    Q_UNREACHABLE();
}

class Proxies final : public QNetworkProxyFactory
{
public:
    explicit Proxies(QList<QNetworkProxy> proxies)
        : m_proxies(std::move(proxies))
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override { return m_proxies; }

private:
    const QList<QNetworkProxy> m_proxies;
};

} // namespace

bool Route::applyTo(QNetworkAccessManager &manager, QNetworkRequest &request) const
{
    const QList<QNetworkProxy> proxies = proxiesTo(request.url(), m_proxy);
    manager.setProxyFactory(new Proxies(proxies)); // owned by the manager
    if (m_tls) {
        request.setSslConfiguration(*m_tls);
    }
    return !proxies.isEmpty() && proxies.first().type() != QNetworkProxy::NoProxy;
}

} // namespace api
