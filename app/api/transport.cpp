#include "app/api/transport.h"

#include "app/api/networkjob.h"
#include "app/api/trust.h"

#include <QNetworkRequest>
#include <QSslConfiguration>

#include <algorithm>

namespace api {

using namespace Qt::StringLiterals;

namespace {

bool isVisibleAscii(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return c > ' ' && c < '\x7f'; });
}

/// Where the request goes, or why it is not sent.
support::Expected<QUrl, QString> addressOf(const Endpoint &endpoint, const Request &request)
{
    using support::Unexpected;
    if (!endpoint.hasToken()) {
        return Unexpected{u"There is no access token"_s};
    }
    if (!isVisibleAscii(endpoint.token())) {
        return Unexpected{u"The access token holds a character that no header may hold"_s};
    }
    const auto origin = parseBaseUrl(endpoint.baseUrl.toString(QUrl::FullyEncoded));
    if (!origin) {
        return Unexpected{u"The access token may not go to this server"_s};
    }
    const bool get = request.method == "GET";
    if ((!get && request.method != "POST") || get != request.body.isEmpty()) {
        return Unexpected{u"Neither a GET nor a POST with a body"_s};
    }
    const QUrl url = QUrl::fromEncoded(origin->toEncoded() + request.path, QUrl::StrictMode);
    if (!request.path.startsWith('/') || !isVisibleAscii(request.path) || !url.isValid() ||
        url.hasFragment() || url != url.adjusted(QUrl::NormalizePathSegments) ||
        url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery) != *origin) {
        return Unexpected{u"The path is malformed"_s};
    }
    return url;
}

QNetworkRequest networkRequest(const QUrl &url, const QByteArray &token, bool writes)
{
    QNetworkRequest request(url);
    if (writes) {
        // Measured with Qt 6.4.2: of an answer it decompresses it forgets the Content-Length, and
        // takes one that is cut short for whole. What is left of a list is no JSON; but of a write
        // nothing shall count that did not come whole. With this header Qt decompresses nothing.
        request.setRawHeader("Accept-Encoding", "identity");
    }
    request.setRawHeader("Authorization", "Bearer " + token);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Content-Type", "application/json");
    request.setRawHeader("User-Agent", "AssociationLimits/" ASSOCIATION_LIMITS_VERSION);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    // Measured with Qt 6.4.2 against nghttpd over TLS, four times each, with a buffered body and
    // with RequestBody: killed with SIGKILL while it was stopped under the request, between two
    // requests and within a large upload, and started again at once at the same port, it was sent
    // no POST twice; the loss is reported as RemoteHostClosedError, without a word of how much of
    // the body was taken. What a GOAWAY does could not be brought about that way. HTTP/2 is for
    // many requests over one connection, and here each has its own, so there is nothing to gain
    // from trusting it.
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    // Qt's own check against small answers that unpack to large ones; the cap on an answer is ours.
    request.setDecompressedSafetyCheckThreshold(-1);
    return request;
}

} // namespace

QByteArray Reply::header(QByteArrayView name) const
{
    const auto found = std::ranges::find_if(headers, [name](const Header &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == headers.end() ? QByteArray() : found->value;
}

Transport::Transport(QObject *parent)
    : QObject(parent)
{
}

Transport::~Transport() = default;

support::Expected<support::Done, NetworkSettingsError>
Transport::setNetworkSettings(const NetworkSettings &settings)
{
    using support::Unexpected;
    using Kind = NetworkSettingsError::Kind;
    const auto [idle, total, connect] = settings.timeouts;
    if (std::min({idle, total, connect}).count() <= 0 || settings.answerCap <= 0) {
        return Unexpected{NetworkSettingsError{
            Kind::OutOfBounds, u"Timeouts and the cap on an answer must be above zero"_s}};
    }
    const Proxy &proxy = settings.proxy;
    if (proxy.use == Proxy::Use::Own && (proxy.host.isEmpty() || proxy.port == 0)) {
        return Unexpected{
            NetworkSettingsError{Kind::ProxyIncomplete, u"The proxy has no host or no port"_s}};
    }
    if (proxy.use == Proxy::Use::Own && !parseProxy(toText(proxy))) {
        return Unexpected{
            NetworkSettingsError{Kind::ProxyMalformed, u"The proxy's host is no name of a host"_s}};
    }
    std::shared_ptr<const QSslConfiguration> tls;
    if (!settings.caFile.isEmpty()) {
        const auto configuration = trusting(settings.caFile);
        if (!configuration) {
            return Unexpected{configuration.error()};
        }
        tls = std::make_shared<const QSslConfiguration>(*configuration);
    }
    m_settings = settings;
    m_route = {proxy, std::move(tls)};
    return support::Done{};
}

Job *Transport::send(const Endpoint &endpoint, const Request &request)
{
    auto *job = new NetworkJob(request, endpoint.token(), m_settings, this);
    if (endpoint.isReadOnly() && request.method != "GET") {
        job->refuse(ErrorKind::ReadOnly, u"The account is locked against writing"_s);
    } else if (const auto address = addressOf(endpoint, request)) {
        job->start(networkRequest(*address, endpoint.token(), request.method != "GET"), m_route);
    } else {
        job->refuse(ErrorKind::InvalidRequest, address.error());
    }
    return job;
}

} // namespace api
