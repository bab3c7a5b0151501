#include "app/accounts/account.h"

#include <QCoreApplication>

namespace accounts {

using namespace Qt::StringLiterals;

namespace {

bool isHubSpotsOwn(const QUrl &baseUrl)
{
    return baseUrl == QUrl(QString(api::defaultBaseUrl));
}

} // namespace

Kind kindOf(QStringView accountType)
{
    if (accountType == "STANDARD"_L1) {
        return Kind::Standard;
    }
    if (accountType == "SANDBOX"_L1) {
        return Kind::HubSpotSandbox;
    }
    if (accountType == "DEVELOPER_TEST"_L1) {
        return Kind::DeveloperTest;
    }
    return accountType == "APP_DEVELOPER"_L1 ? Kind::AppDeveloper : Kind::Unknown;
}

bool needsConfirmation(Kind kind)
{
    switch (kind) {
    case Kind::Unknown:
    case Kind::Standard:
        return true;
    case Kind::Sandbox:
    case Kind::HubSpotSandbox:
    case Kind::DeveloperTest:
    case Kind::AppDeveloper:
        return false;
    }
    Q_UNREACHABLE();
}

bool isLocked(Kind kind, Lock lock)
{
    switch (lock) {
    case Lock::ByKind:
        return needsConfirmation(kind);
    case Lock::Locked:
        return true;
    case Lock::Unlocked:
        return false;
    }
    Q_UNREACHABLE();
}

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
