#pragma once

#include "app/accounts/signin.h"

#include <QByteArray>

#include <memory>

namespace api {
class Route;
struct Reply;
} // namespace api

namespace accounts {

/// What a sign-in and a renewal ask of an authorization server.
///
/// Qt Network Authorization writes the requests; the rest is ours. Measured with Qt 6.4.2, its
/// QOAuth2AuthorizationCodeFlow
/// - says nothing but a warning to a wrong state, a token endpoint that refuses, an answer it can't
///   read and a connection that closes: nobody learns that it ended;
/// - sends the token request, client secret and all, wherever a 307 points, and twice when the
///   connection closes or the answer is a 401, the second time with the client id as a user name;
/// - does not escape the client secret and the refresh token: a "+" arrives as a space;
/// - logs whole what is no JSON object, tokens included, and at debug level the state;
/// - takes whatever comes for a token: 5 is one.
/// It makes up its state with a generator that is seeded with the time.
class TokenExchange final : public QObject
{
    Q_OBJECT
public:
    TokenExchange(OAuthApp app, OAuthAddresses addresses, const support::Clock &clock,
                  QObject *parent = nullptr);
    ~TokenExchange() override;

    /// https, or the loopback interface; the words for an address that is neither.
    [[nodiscard]] static bool isSafe(const QUrl &address);
    [[nodiscard]] static QString unsafeWords();

    void setRoute(const api::Route &route);
    void setTimeout(std::chrono::milliseconds timeout);

    /// Where the browser is sent.
    [[nodiscard]] QUrl authorizationAddress(const QString &redirectUri, const QByteArray &state);
    /// Either of these, once; the end comes in a later turn of the event loop. exchange() belongs
    /// to the address given before.
    void exchange(const QString &code);
    void refresh(const QByteArray &refreshToken);
    /// Nothing comes any more.
    void stop();

Q_SIGNALS:
    void succeeded(const accounts::OAuthTokens &tokens);
    void failed(const accounts::SignInFailure &failure);

private:
    class Flow;
    class Handler;

    void refuse(SignInError error, const QString &words);
    void conclude(const api::Reply &reply);
    void settle(support::Expected<OAuthTokens, SignInFailure> outcome);
    void announce();

    const OAuthApp m_app;
    const OAuthAddresses m_addresses;
    const support::Clock &m_clock;
    const QByteArray m_verifier;
    QByteArray m_code;
    QByteArray m_refreshToken;
    QDateTime m_sentAt;
    std::unique_ptr<Handler> m_handler; ///< the replies of m_flow speak to it, so they go first
    std::unique_ptr<Flow> m_flow;
    std::optional<support::Expected<OAuthTokens, SignInFailure>> m_outcome;
};

} // namespace accounts
