#include "app/accounts/renewals.h"

namespace accounts {

void startRenewal(const OAuthApp &app, const OAuthTokens &tokens, const QUrl &baseUrl,
                  const support::Clock &clock, QObject *owner,
                  const std::function<void(const RenewalOutcome &)> &ended)
{
    auto *renewal = new Renewal(app, tokens, OAuthAddresses::of(baseUrl), clock, owner);
    QObject::connect(renewal, &Renewal::succeeded, owner,
                     [ended](const OAuthTokens &renewed) { ended(renewed); });
    QObject::connect(renewal, &Renewal::failed, owner, [ended](const SignInFailure &failure) {
        ended(support::Unexpected{failure});
    });
    renewal->start();
}

} // namespace accounts
