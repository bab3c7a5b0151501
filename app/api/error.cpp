#include "app/api/error.h"

namespace api {

bool outcomeUnknown(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidRequest:
    case ErrorKind::ReadOnly:
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionRefused:
    case ErrorKind::Tls:
    case ErrorKind::Proxy:
    case ErrorKind::Cancelled:
    case ErrorKind::BadRequest:
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::Locked:
    case ErrorKind::RateLimited:
    case ErrorKind::TooManyTypes:
    case ErrorKind::Moving:
        return false;
    case ErrorKind::ConnectionLost:
    case ErrorKind::TimedOut:
    case ErrorKind::Truncated:
    case ErrorKind::AnswerTooLarge:
    case ErrorKind::NotHttp:
    case ErrorKind::Redirected:
    case ErrorKind::ServerError:
    // A 2xx that cannot be read: HubSpot may have done what it does not say.
    case ErrorKind::NotJson:
    case ErrorKind::UnexpectedShape:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace api
