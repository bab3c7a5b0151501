#include "app/api/networkjob.h"

namespace api {

namespace {

/// No status line came.
ErrorKind connectionFailure(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::UnknownNetworkError: // no way to the host: the network is down
        return ErrorKind::ConnectionRefused;
    case QNetworkReply::HostNotFoundError:
        return ErrorKind::HostNotFound;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorKind::Tls;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return ErrorKind::Proxy;
    case QNetworkReply::TimeoutError:
        return ErrorKind::TimedOut;
    case QNetworkReply::NoError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::UnknownContentError:
        return ErrorKind::NotHttp;
    default:
        return ErrorKind::ConnectionLost;
    }
}

} // namespace

std::optional<ErrorKind> failureOf(QNetworkReply::NetworkError error, int httpStatus)
{
    if (httpStatus == 0) {
        return connectionFailure(error);
    }
    if (httpStatus >= 300 && httpStatus < 400) {
        return ErrorKind::Redirected;
    }
    // Qt has an error for each 4xx and 5xx that came whole: the Content and Server ones, from 201
    // on. UnknownContentError among them is also what a body that cannot be decompressed gives.
    const bool answered = httpStatus >= 400 && error > QNetworkReply::UnknownProxyError &&
                          error != QNetworkReply::ProtocolFailure;
    if (error == QNetworkReply::NoError || answered) {
        return std::nullopt;
    }
    return ErrorKind::Truncated;
}

} // namespace api
