#include "app/accounts/renewal.h"

#include "app/accounts/tokenexchange.h"

namespace accounts {

Renewal::Renewal(const OAuthApp &app, const OAuthTokens &tokens, OAuthAddresses addresses,
                 const support::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_refreshToken(tokens.refresh)
    , m_exchange(std::make_unique<TokenExchange>(app, std::move(addresses), clock))
{
    connect(m_exchange.get(), &TokenExchange::succeeded, this, &Renewal::succeeded);
    connect(m_exchange.get(), &TokenExchange::failed, this, &Renewal::failed);
}

Renewal::~Renewal() = default;

void Renewal::setRoute(const api::Route &route)
{
    m_exchange->setRoute(route);
}

void Renewal::setTimeout(std::chrono::milliseconds timeout)
{
    m_exchange->setTimeout(timeout);
}

void Renewal::start()
{
    m_exchange->refresh(m_refreshToken);
}

StartRenewal renewing(std::function<api::Route()> route)
{
    return [route = std::move(route)](const OAuthApp &app, const OAuthTokens &tokens,
                                      const QUrl &baseUrl, const support::Clock &clock,
                                      QObject *owner,
                                      const std::function<void(const RenewalOutcome &)> &ended) {
        auto *renewal = new Renewal(app, tokens, OAuthAddresses::of(baseUrl), clock, owner);
        if (route) {
            renewal->setRoute(route());
        }
        QObject::connect(renewal, &Renewal::succeeded, owner,
                         [ended](const OAuthTokens &renewed) { ended(renewed); });
        QObject::connect(renewal, &Renewal::failed, owner, [ended](const SignInFailure &failure) {
            ended(support::Unexpected{failure});
        });
        renewal->start();
    };
}

} // namespace accounts
