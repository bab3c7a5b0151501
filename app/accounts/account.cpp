#include "app/accounts/account.h"

namespace accounts {

QString hubSpotIdFor(const QUrl &baseUrl)
{
    return baseUrl == QUrl(QString(api::defaultBaseUrl))
        ? QString(hubSpotId)
        : hubSpotId + u'@' + baseUrl.authority(QUrl::FullyEncoded);
}

} // namespace accounts
