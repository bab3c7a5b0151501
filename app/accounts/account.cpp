#include "app/accounts/account.h"

#include <QCoreApplication>

namespace accounts {

namespace {

bool isHubSpotsOwn(const QUrl &baseUrl)
{
    return baseUrl == QUrl(QString(api::defaultBaseUrl));
}

} // namespace

QString hubSpotIdFor(const QUrl &baseUrl)
{
    return isHubSpotsOwn(baseUrl) ? QString(hubSpotId)
                                  : hubSpotId + u'@' + baseUrl.authority(QUrl::FullyEncoded);
}

QString hubSpotNameFor(const QUrl &baseUrl)
{
    return isHubSpotsOwn(baseUrl)
               ? QStringLiteral("HubSpot")
               : QCoreApplication::translate("Accounts", "HubSpot at %1").arg(baseUrl.authority());
}

} // namespace accounts
