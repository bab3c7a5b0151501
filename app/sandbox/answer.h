#pragma once

#include <QJsonObject>
#include <QString>

namespace sandbox {

/// What HubSpot says to a request, before it is written down.
struct Answer
{
    int status = 200;
    QJsonObject body;      ///< a 204 has none
    QByteArray html;       ///< instead of the body, where HubSpot answers with a page
    QByteArray location{}; ///< of a 302, which has no body
};

/// `{"status":"error","message":…}`, the part all of HubSpot's errors have.
[[nodiscard]] inline Answer failure(int status, const QString &message)
{
    return {
        status,
        {{QStringLiteral("status"), QStringLiteral("error")}, {QStringLiteral("message"), message}},
        {}};
}

} // namespace sandbox
