#include "app/api/transport.h"

#include <QHostAddress>

namespace api {

using namespace Qt::StringLiterals;

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

support::Expected<QUrl, BaseUrlError> parseBaseUrl(const QString &text)
{
    using support::Unexpected;
    QUrl url(text.trimmed(), QUrl::StrictMode);
    if (!url.isValid() || url.scheme().isEmpty() || url.host().isEmpty() || url.port() == 0) {
        return Unexpected{BaseUrlError::Malformed};
    }
    if (url.authority(QUrl::FullyEncoded).contains(u'@')) {
        return Unexpected{BaseUrlError::HasUserInfo};
    }
    const bool secure = url.scheme() == "https"_L1;
    if (!secure && !(url.scheme() == "http"_L1 && isLoopback(url.host()))) {
        return Unexpected{BaseUrlError::NotHttps};
    }
    if ((!url.path().isEmpty() && url.path() != "/"_L1) || url.hasQuery() || url.hasFragment()) {
        return Unexpected{BaseUrlError::HasPathOrQuery};
    }
    url.setPath({});
    if (url.port() == (secure ? 443 : 80)) {
        url.setPort(-1); // one spelling for one origin
    }
    return url;
}

} // namespace api
