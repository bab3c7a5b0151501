#include "app/accounts/signin.h"
#include "app/api/transport.h"

namespace accounts {

using namespace Qt::StringLiterals;

// HubSpot's two hosts of its own: the browser goes to app.hubspot.com, which sends accounts of
// other data centres on to theirs, and api.hubapi.com serves them all.
OAuthAddresses OAuthAddresses::of(const QUrl &baseUrl)
{
    const auto at = [](QUrl origin, const QString &path) {
        origin.setPath(path);
        return origin;
    };
    const bool isHubSpots = baseUrl == QUrl(QString(api::defaultBaseUrl));
    return {at(isHubSpots ? QUrl(u"https://app.hubspot.com"_s) : baseUrl, u"/oauth/authorize"_s),
            at(baseUrl, u"/oauth/2026-03/token"_s)};
}

} // namespace accounts
