#pragma once

#include "app/accounts/credentials.h"
#include "app/support/clock.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace accounts {

enum class SignInError : quint8 {
    NoListener, ///< no port on the loopback interface
    Denied,     ///< the person, or HubSpot, refused
    WrongState, ///< an answer that does not belong to this sign-in
    TimedOut,   ///< nobody came back from the browser
    NotReached, ///< the token endpoint was not reached, or its answer is none
    Refused,    ///< the token endpoint refused: the app's id or secret, or the refresh token
    Cancelled,
};

struct SignInFailure
{
    SignInError error = SignInError::Cancelled;
    QString words; ///< HubSpot's, or the system's; without any secret; may be empty
};

/// The addresses of an authorization server.
struct OAuthAddresses
{
    QUrl authorize; ///< for the browser
    QUrl token;     ///< gets the client secret: of the account's own origin

    /// HubSpot's, https://app.hubspot.com/oauth/authorize and /oauth/2026-03/token of the base URL;
    /// for another base URL both are of its origin.
    [[nodiscard]] static OAuthAddresses of(const QUrl &baseUrl);
};

/// One sign-in by OAuth 2.0's authorization code flow with PKCE (RFC 6749, 7636, 8252): the
/// browser, a redirect to the loopback interface, the exchange of the code. Qt Network
/// Authorization does the protocol. Ends with exactly one of `succeeded` and `failed`, in a later
/// turn of the event loop, unless destroyed before.
class SignIn : public QObject
{
    Q_OBJECT
public:
    SignIn(OAuthApp app, OAuthAddresses addresses, const support::Clock &clock,
           QObject *parent = nullptr);
    ~SignIn() override;

    void start();
    void cancel();
    /// How long to wait for the browser; 5 minutes by default.
    void setPatience(std::chrono::milliseconds patience);

Q_SIGNALS:
    /// The address to open in the system's browser.
    void browserNeeded(const QUrl &address);
    void succeeded(const accounts::OAuthTokens &tokens);
    void failed(const accounts::SignInFailure &failure);
};

/// One refresh of the tokens. Ends as a SignIn does.
class Renewal : public QObject
{
    Q_OBJECT
public:
    Renewal(const OAuthApp &app, const OAuthTokens &tokens, OAuthAddresses addresses,
            const support::Clock &clock, QObject *parent = nullptr);
    ~Renewal() override;

    void start();

Q_SIGNALS:
    void succeeded(const accounts::OAuthTokens &tokens);
    void failed(const accounts::SignInFailure &failure);
};

} // namespace accounts
