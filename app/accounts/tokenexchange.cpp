#include "app/accounts/tokenexchange.h"

#include "app/accounts/tokenanswer.h"
#include "app/accounts/tokenmanager.h"
#include "app/api/redaction.h"
#include "app/api/transport.h"

#include <QAbstractOAuthReplyHandler>
#include <QCryptographicHash>
#include <QOAuth2AuthorizationCodeFlow>
#include <QRandomGenerator>
#include <QUrlQuery>

#include <array>

namespace accounts {

using namespace Qt::StringLiterals;
using support::Expected;
using Parameters = QMultiMap<QString, QVariant>;
using Stage = QAbstractOAuth::Stage;

namespace {

constexpr auto base64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// 64 random bytes: 86 letters, of the 128 that RFC 7636 allows.
QByteArray randomVerifier()
{
    std::array<quint32, 16> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    const QByteArrayView bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    return bytes.toByteArray().toBase64(base64Url);
}

/// As it stands in a query or a form. Qt escapes some parameters and others not.
void put(Parameters &parameters, const char *name, const QByteArray &value)
{
    parameters.replace(QString::fromLatin1(name), QString::fromLatin1(value.toPercentEncoding()));
}

} // namespace

/// Opens what is protected in Qt's class: its own way from the redirect to the token request leads
/// through a check of the state that says nothing when it fails.
class TokenExchange::Flow final : public QOAuth2AuthorizationCodeFlow
{
public:
    explicit Flow(const QUrl &tokenAddress)
        : m_manager(tokenAddress)
    {
        setNetworkAccessManager(&m_manager);
    }
    using QOAuth2AuthorizationCodeFlow::buildAuthenticateUrl;
    using QOAuth2AuthorizationCodeFlow::requestAccessToken;

    TokenManager &manager() { return m_manager; }

private:
    TokenManager m_manager;
};

class TokenExchange::Handler final : public QAbstractOAuthReplyHandler
{
public:
    QString callback() const override { return redirectUri; }
    /// TokenManager has read the reply already: Qt's handlers log what they can't read.
    void networkReplyFinished(QNetworkReply *) override {}

    QString redirectUri;
};

TokenExchange::TokenExchange(OAuthApp app, OAuthAddresses addresses, const support::Clock &clock,
                             QObject *parent)
    : QObject(parent)
    , m_app(std::move(app))
    , m_addresses(std::move(addresses))
    , m_clock(clock)
    , m_verifier(randomVerifier())
    , m_handler(std::make_unique<Handler>())
    , m_flow(std::make_unique<Flow>(m_addresses.token))
{
    m_flow->setReplyHandler(m_handler.get());
    m_flow->setAuthorizationUrl(m_addresses.authorize);
    m_flow->setAccessTokenUrl(m_addresses.token);
    m_flow->setClientIdentifier(m_app.clientId);
    m_flow->setClientIdentifierSharedKey(QString::fromUtf8(m_app.clientSecret));
    m_flow->setScope(m_app.scopes.join(u' '));
    m_flow->setModifyParametersFunction([this](Stage stage, Parameters *parameters) {
        put(*parameters, "client_id", m_app.clientId.toUtf8());
        if (stage != Stage::RefreshingAccessToken) {
            put(*parameters, "redirect_uri", m_handler->redirectUri.toUtf8());
        }
        if (stage == Stage::RequestingAuthorization) {
            const QByteArray digest =
                QCryptographicHash::hash(m_verifier, QCryptographicHash::Sha256);
            put(*parameters, "scope", m_app.scopes.join(u' ').toUtf8());
            put(*parameters, "code_challenge", digest.toBase64(base64Url));
            put(*parameters, "code_challenge_method", "S256");
            return;
        }
        put(*parameters, "client_secret", m_app.clientSecret);
        if (stage == Stage::RequestingAccessToken) {
            put(*parameters, "code", m_code);
            put(*parameters, "code_verifier", m_verifier);
        } else {
            put(*parameters, "refresh_token", m_refreshToken);
            parameters->remove(u"redirect_uri"_s);
        }
    });
    connect(&m_flow->manager(), &TokenManager::answered, this, &TokenExchange::conclude);
}

TokenExchange::~TokenExchange() = default;

bool TokenExchange::isSafe(const QUrl &address)
{
    return api::parseBaseUrl(
               address.adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toString(QUrl::FullyEncoded))
        .hasValue();
}

QString TokenExchange::unsafeWords()
{
    return u"The client secret may not go to this server"_s;
}

void TokenExchange::setRoute(const api::Route &route)
{
    m_flow->manager().setRoute(route);
}

void TokenExchange::setTimeout(std::chrono::milliseconds timeout)
{
    m_flow->manager().setTimeout(timeout);
}

QUrl TokenExchange::authorizationAddress(const QString &redirectUri, const QByteArray &state)
{
    m_handler->redirectUri = redirectUri;
    // Qt logs the address it makes: the state gets into it afterwards.
    const QString name = u"state"_s;
    m_flow->setState(u"-"_s);
    QUrl address = m_flow->buildAuthenticateUrl();
    QUrlQuery query(address);
    query.removeAllQueryItems(name);
    query.addQueryItem(name, QString::fromLatin1(state.toPercentEncoding()));
    address.setQuery(query);
    return address;
}

void TokenExchange::exchange(const QString &code)
{
    m_code = code.toUtf8();
    m_sentAt = m_clock.now();
    m_flow->requestAccessToken(code);
}

void TokenExchange::refresh(const QByteArray &refreshToken)
{
    if (!isSafe(m_addresses.token)) {
        refuse(SignInError::NotReached, unsafeWords());
    } else if (refreshToken.isEmpty()) {
        refuse(SignInError::Refused, u"There is no refresh token"_s);
    } else {
        m_refreshToken = refreshToken;
        m_sentAt = m_clock.now();
        m_flow->setRefreshToken(QString::fromUtf8(refreshToken));
        m_flow->refreshAccessToken();
    }
}

void TokenExchange::refuse(SignInError error, const QString &words)
{
    settle(support::Unexpected{SignInFailure{error, words}});
}

void TokenExchange::stop()
{
    m_flow->manager().stop();
    disconnect();
}

void TokenExchange::conclude(const api::Reply &reply)
{
    auto outcome = readTokenAnswer(reply, m_sentAt, m_refreshToken);
    if (!outcome) {
        SignInFailure failure = outcome.error();
        for (const QByteArray &secret : {m_app.clientSecret, m_code, m_refreshToken, m_verifier}) {
            failure.words = QString::fromUtf8(api::withoutToken(failure.words.toUtf8(), secret));
        }
        outcome = support::Unexpected{failure};
    }
    settle(std::move(outcome));
}

void TokenExchange::settle(Expected<OAuthTokens, SignInFailure> outcome)
{
    m_outcome = std::move(outcome);
    // In a turn of its own: the network reply is not within its own signal when a receiver deletes
    // this.
    QMetaObject::invokeMethod(this, &TokenExchange::announce, Qt::QueuedConnection);
}

void TokenExchange::announce()
{
    if (*m_outcome) {
        Q_EMIT succeeded(**m_outcome);
    } else {
        Q_EMIT failed(m_outcome->error());
    }
}

} // namespace accounts
