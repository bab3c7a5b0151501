#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace api {

/// What went wrong, as far as it changes what a person does next.
enum class ErrorKind : quint8 {
    // Nothing left this machine.
    InvalidRequest, ///< no token, or an address the token may not go to
    ReadOnly,       ///< a write with a key that only reads
    HostNotFound,
    ConnectionRefused, ///< or no connection came about, in time or at all
    Tls,               ///< the server's certificate or the handshake was refused, or broke off
    Proxy,
    Cancelled, ///< by the user, before anything was sent
    // The request may have left, and its answer is not whole.
    ConnectionLost, ///< closed or reset before an answer
    TimedOut,       ///< nothing came for too long, or the total time ran out
    Truncated,      ///< the answer ended early
    AnswerTooLarge,
    NotHttp,    ///< what came is not HTTP
    Redirected, ///< a 3xx, which is never followed
    // HubSpot, or a gateway before it, answered with an error.
    BadRequest,   ///< 400 and any 4xx without a kind of its own
    Unauthorized, ///< 401
    Forbidden,    ///< 403
    NotFound,     ///< 404
    Locked,       ///< 423
    RateLimited,  ///< 429
    TooManyTypes, ///< 437
    Moving,       ///< 477, the account moves to another data centre
    ServerError,  ///< 5xx and anything else that is no HTTP status we know
    // A 2xx whose body cannot be read.
    NotJson,
    UnexpectedShape,
};

/// One of the `errors[]` of an answer. Every field may be empty.
struct ErrorDetail
{
    QString message;
    QString code; ///< `code`, `category` where that is absent
    QString in;
    QString subCategory; ///< compact JSON where it is an object
    /// `context`, flattened: names in alphabetical order (Qt's JSON keeps no other), values in
    /// HubSpot's.
    std::vector<std::pair<QString, QStringList>> context;

    bool operator==(const ErrorDetail &) const = default;
};

/// Everything that is known of a failure. No field ever holds the token, or a URL other than
/// those in HubSpot's own words.
struct Error
{
    ErrorKind kind = ErrorKind::ServerError;
    int httpStatus = 0; ///< 0 where no status line came
    QString message;    ///< HubSpot's words whole, or Qt's without the address; may be empty
    QString category;   ///< HubSpot's `category`, `errorType` where that is absent
    QString correlationId;
    QString policyName; ///< of a 429: "TEN_SECONDLY_ROLLING", "DAILY"
    QStringList missingScopes;
    std::vector<ErrorDetail> details;
    std::vector<std::pair<QString, QStringList>> context;
    std::optional<int> retryAfterSeconds;
    /// Of UnexpectedShape: every wrong field with its path, "results[3].typeId: not a whole
    /// number".
    QStringList problems;
    int problemCount = 0; ///< how many there were; `problems` holds the first 20

    bool operator==(const Error &) const = default;
};

/// Whether a write that ended so may have been carried out all the same. Only what certainly never
/// reached HubSpot, or what HubSpot certainly refused (a 4xx), is known not to have been.
[[nodiscard]] bool outcomeUnknown(ErrorKind kind);

} // namespace api
