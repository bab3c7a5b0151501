#pragma once

#include "app/sandbox/httpserver.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>

namespace sandbox {

/// The version of HubSpot's API the sandbox speaks.
inline constexpr QLatin1StringView apiVersion{"2026-03"};

enum class Endpoint {
    CreateLimits,
    UpdateLimits,
    PurgeLimits,
    LimitsOfPair,
    AllLimits,
    Labels,
    Schemas,
    Enablement,
    RecordsNearLimit,
    AccountDetails,
    Authorize,
    Token,
};

/// Where a request goes. `from` and `to` are as written in the path, decoded.
struct Route
{
    enum class Outcome { Found, UnknownPath, WrongMethod };

    Outcome outcome = Outcome::UnknownPath;
    Endpoint endpoint = Endpoint::AllLimits;
    QString from;
    QString to;
};

/// The path is taken apart before it is decoded, so that a %2F stays part of a name.
[[nodiscard]] Route findRoute(HttpMethod method, const QByteArray &encodedPath);

} // namespace sandbox
