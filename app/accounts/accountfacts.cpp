#include "app/accounts/accountfacts.h"

namespace accounts {

using namespace Qt::StringLiterals;

namespace {

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::Sandbox:
        return u"the sandbox inside the program"_s;
    case Kind::Unknown:
        return u"unknown kind"_s;
    case Kind::Standard:
        return u"standard"_s;
    case Kind::HubSpotSandbox:
        return u"HubSpot sandbox"_s;
    case Kind::DeveloperTest:
        return u"developer test"_s;
    case Kind::AppDeveloper:
        return u"app developer"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

support::AccountFacts factsOf(const Account &account)
{
    const QUrl &url = account.endpoint.baseUrl;
    return {account.name,
            kindText(account.kind),
            url.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery |
                         QUrl::RemoveFragment)
                .toString(),
            account.method == SignInMethod::OAuth ? u"OAuth"_s : u"token"_s,
            account.endpoint.isReadOnly(),
            account.endpoint.hasToken()};
}

} // namespace accounts
