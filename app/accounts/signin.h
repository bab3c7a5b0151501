#pragma once

#include "app/accounts/credentials.h"
#include "app/support/clock.h"

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QUrlQuery;
QT_END_NAMESPACE

namespace api {
class Route;
}

namespace accounts {

class RedirectListener;
class TokenExchange;

enum class SignInError : quint8 {
    NoListener, ///< no port on the loopback interface
    Denied,     ///< the person, or HubSpot, refused
    WrongState, ///< an answer that does not belong to this sign-in
    TimedOut,   ///< nobody came back from the browser
    NotReached, ///< the token endpoint was not reached, or its answer is none: later it may be
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
/// Authorization does the protocol; tokenexchange.h says what of it and why not all. Ends with
/// exactly one of `succeeded` and `failed`, in a later turn of the event loop, unless destroyed
/// before.
class SignIn : public QObject
{
    Q_OBJECT
public:
    /// Where the browser comes back to: the first of these that is free. They are fixed, and few,
    /// because HubSpot goes only where the app says that it may, compared letter by letter, and
    /// takes plain http for "localhost" alone. They lie below the ports that systems give out by
    /// themselves.
    static constexpr quint16 ports[] = {28471, 28472, 28473};
    /// The same as addresses, for people to enter in their HubSpot app. The first is enough as long
    /// as nothing else uses its port and there are no two sign-ins at once.
    [[nodiscard]] static QStringList redirectUris();

    /// `clock` must outlive this. The client secret goes to `addresses.token` only, which has to be
    /// https, or http on the loopback interface; else this fails with NotReached.
    SignIn(OAuthApp app, OAuthAddresses addresses, const support::Clock &clock,
           QObject *parent = nullptr);
    ~SignIn() override;

    /// Once. Emits `browserNeeded` before it returns, unless this fails.
    void start();
    /// Ends it with Cancelled, unless it has ended.
    void cancel();

    /// How long to wait for the browser; 5 minutes by default.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    /// Of the token request; the system's by default.
    void setRoute(const api::Route &route);
    /// For the whole of the token request; 30 seconds by default.
    void setTimeout(std::chrono::milliseconds timeout);
    /// Others than the usual ports, in the order to try them; 0 is one that the system chooses.
    void setPorts(std::vector<quint16> candidates) { m_ports = std::move(candidates); }

    /// The one of this sign-in; empty before start() and where no port was free.
    [[nodiscard]] QString redirectUri() const;

Q_SIGNALS:
    /// The address to open in the system's browser.
    void browserNeeded(const QUrl &address);
    void succeeded(const accounts::OAuthTokens &tokens);
    void failed(const accounts::SignInFailure &failure);

private:
    [[nodiscard]] QString judge(const QUrlQuery &query);
    void fail(SignInError error, const QString &words = {});
    void settle(support::Expected<OAuthTokens, SignInFailure> outcome);
    void announce();

    const OAuthAddresses m_addresses;
    const QByteArray m_state;
    std::unique_ptr<RedirectListener> m_listener;
    std::unique_ptr<TokenExchange> m_exchange;
    std::vector<quint16> m_ports;
    std::chrono::milliseconds m_patience{std::chrono::minutes(5)};
    QTimer m_waiting;
    std::optional<support::Expected<OAuthTokens, SignInFailure>> m_outcome;
};

} // namespace accounts
