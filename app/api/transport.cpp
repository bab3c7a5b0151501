#include "app/api/transport.h"

#include "app/api/networkjob.h"

#include <QNetworkRequest>

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

QNetworkRequest networkRequest(const QUrl &url, const QByteArray &token)
{
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + token);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Content-Type", "application/json");
    request.setRawHeader("User-Agent", "AssociationLimits/" ASSOCIATION_LIMITS_VERSION);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
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

void Transport::setTimeouts(const Timeouts &timeouts)
{
    m_timeouts = timeouts;
}

void Transport::setAnswerCap(qint64 bytes)
{
    m_answerCap = bytes;
}

Job *Transport::send(const Endpoint &endpoint, const Request &request)
{
    auto *job = new NetworkJob(request, endpoint.token(), m_timeouts, m_answerCap, this);
    if (endpoint.isReadOnly() && request.method != "GET") {
        job->refuse(ErrorKind::ReadOnly, u"The account is locked against writing"_s);
    } else if (const auto address = addressOf(endpoint, request)) {
        job->start(networkRequest(*address, endpoint.token()));
    } else {
        job->refuse(ErrorKind::InvalidRequest, address.error());
    }
    return job;
}

} // namespace api
