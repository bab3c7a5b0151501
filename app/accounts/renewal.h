#pragma once

#include "app/accounts/signin.h"
#include "app/api/route.h"
#include "app/support/expected.h"

#include <functional>

namespace accounts {

/// One refresh of the tokens. Ends as a SignIn does: Refused where the refresh token holds no more
/// (or the app's id or secret), NotReached where it may still hold.
class Renewal : public QObject
{
    Q_OBJECT
public:
    /// The tokens that come have the refresh token of `tokens` where HubSpot gives no new one.
    Renewal(const OAuthApp &app, const OAuthTokens &tokens, OAuthAddresses addresses,
            const support::Clock &clock, QObject *parent = nullptr);
    ~Renewal() override;

    void start();
    /// The system's by default.
    void setRoute(const api::Route &route);
    /// For the whole of the request; 30 seconds by default.
    void setTimeout(std::chrono::milliseconds timeout);

Q_SIGNALS:
    void succeeded(const accounts::OAuthTokens &tokens);
    void failed(const accounts::SignInFailure &failure);

private:
    const QByteArray m_refreshToken;
    std::unique_ptr<TokenExchange> m_exchange;
};

using RenewalOutcome = support::Expected<OAuthTokens, SignInFailure>;
/// Starts one; `ended` is called once, in a later turn of the event loop, unless `owner` is
/// destroyed before.
using StartRenewal =
    std::function<void(const OAuthApp &app, const OAuthTokens &tokens, const QUrl &baseUrl,
                       const support::Clock &clock, QObject *owner,
                       const std::function<void(const RenewalOutcome &)> &ended)>;

/// By an accounts::Renewal that goes the way `route` says at its time; an empty one: the system's.
[[nodiscard]] StartRenewal renewing(std::function<api::Route()> route = {});

} // namespace accounts
