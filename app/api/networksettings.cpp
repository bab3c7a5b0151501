#include "app/api/networksettings.h"

#include <QUrl>

namespace api {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 bytesPerMegabyte = 1024 * 1024;

QString hostAndPort(const Proxy &proxy)
{
    const QString host = proxy.host.contains(u':') ? u'[' + proxy.host + u']' : proxy.host;
    return host + u':' + QString::number(proxy.port);
}

} // namespace

std::optional<Proxy> parseProxy(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.compare("system"_L1, Qt::CaseInsensitive) == 0) {
        return Proxy{.use = Proxy::Use::System};
    }
    if (trimmed.compare("none"_L1, Qt::CaseInsensitive) == 0) {
        return Proxy{.use = Proxy::Use::None};
    }
    const QUrl url(trimmed.contains("://"_L1) ? trimmed : "http://"_L1 + trimmed, QUrl::StrictMode);
    const bool bare = (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasQuery() &&
                      !url.hasFragment() && url.userInfo().isEmpty();
    if (!url.isValid() || url.scheme() != "http"_L1 || url.host().isEmpty() || url.port() < 1 ||
        !bare) {
        return std::nullopt;
    }
    return Proxy{.use = Proxy::Use::Own, .host = url.host(), .port = quint16(url.port())};
}

QString toText(const Proxy &proxy)
{
    switch (proxy.use) {
    case Proxy::Use::System:
        return u"system"_s;
    case Proxy::Use::None:
        return u"none"_s;
    case Proxy::Use::Own:
        break;
    }
    return hostAndPort(proxy);
}

NetworkSettings storedNetworkSettings(const support::Settings &settings)
{
    namespace keys = support::settings;
    const auto seconds = [&settings](const support::Key<int> &key) {
        return std::chrono::seconds(settings.value(key));
    };
    NetworkSettings network;
    network.timeouts = {.idle = seconds(keys::idleTimeoutSeconds),
                        .total = seconds(keys::totalTimeoutSeconds),
                        .connect = seconds(keys::connectTimeoutSeconds)};
    network.answerCap = qint64(settings.value(keys::answerCapMegabytes)) * bytesPerMegabyte;
    network.proxy = parseProxy(settings.value(keys::proxy)).value_or(Proxy{.use = Proxy::Use::Own});
    const auto own = parseProxy(settings.value(keys::ownProxy));
    if (network.proxy.use != Proxy::Use::Own && own && own->use == Proxy::Use::Own) {
        network.proxy.host = own->host;
        network.proxy.port = own->port;
    }
    network.proxy.user = settings.value(keys::proxyUser);
    network.caFile = settings.value(keys::caFile);
    return network;
}

void storeNetworkSettings(const NetworkSettings &network, support::Settings &settings)
{
    namespace keys = support::settings;
    const auto seconds = [](std::chrono::milliseconds time) {
        return int(std::chrono::duration_cast<std::chrono::seconds>(time).count());
    };
    settings.setValue(keys::idleTimeoutSeconds, seconds(network.timeouts.idle));
    settings.setValue(keys::totalTimeoutSeconds, seconds(network.timeouts.total));
    settings.setValue(keys::connectTimeoutSeconds, seconds(network.timeouts.connect));
    settings.setValue(keys::answerCapMegabytes, int(network.answerCap / bytesPerMegabyte));
    settings.setValue(keys::proxy, toText(network.proxy));
    settings.setValue(keys::ownProxy,
                      network.proxy.host.isEmpty() ? QString() : hostAndPort(network.proxy));
    settings.setValue(keys::proxyUser, network.proxy.user);
    settings.setValue(keys::caFile, network.caFile);
}

} // namespace api
