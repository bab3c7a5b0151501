#include "app/accounts/signin.h"

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

void Renewal::setTimeout(std::chrono::milliseconds timeout)
{
    m_exchange->setTimeout(timeout);
}

void Renewal::start()
{
    m_exchange->refresh(m_refreshToken);
}

} // namespace accounts
