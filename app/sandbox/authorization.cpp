#include "app/sandbox/authorization.h"

#include "app/sandbox/catalogue.h"
#include "app/sandbox/failures.h"
#include "app/sandbox/randomtoken.h"

#include <QCryptographicHash>
#include <QHostAddress>
#include <QJsonArray>
#include <QUrl>

namespace sandbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Person = AuthorizationOptions::Person;

namespace {

constexpr auto codeLife = 60s;
constexpr int userId = 4'711;

/// A form's "+" is a space.
QUrlQuery formOf(QByteArray text)
{
    return QUrlQuery(QString::fromUtf8(text.replace('+', "%20")));
}

QString valueOf(const QUrlQuery &form, const QString &name)
{
    return form.queryItemValue(name, QUrl::FullyDecoded);
}

bool isForm(const QByteArray &contentType)
{
    return contentType.split(';').constFirst().trimmed().toLower() ==
           "application/x-www-form-urlencoded";
}

bool isOnLoopback(const QUrl &address)
{
    return address.scheme() == "http"_L1 && !address.hasFragment() &&
           (address.host() == "localhost"_L1 || QHostAddress(address.host()).isLoopback());
}

Answer page(int status, const QByteArray &words)
{
    return {status, {}, "<html>\n<body><h2>" + words + "</h2></body>\n</html>\n"};
}

/// The error of OAuth (RFC 6749, 5.2) and HubSpot's own, as its token endpoint has both.
Answer refusal(const QString &error, const QString &status, const QString &message)
{
    return {400,
            {{u"error"_s, error},
             {u"error_description"_s, message},
             {u"status"_s, status},
             {u"message"_s, message},
             {u"category"_s, u"VALIDATION_ERROR"_s}},
            {}};
}

QByteArray challengeOf(const QString &verifier)
{
    return QCryptographicHash::hash(verifier.toUtf8(), QCryptographicHash::Sha256)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

Authorization::Authorization(AuthorizationOptions options)
    : m_options(std::move(options))
{
}

// Where the app or the address to go back to is not right, nobody is sent there.
Answer Authorization::authorize(const HttpRequest &request, const QDateTime &now)
{
    const QUrlQuery query = formOf(request.query);
    const QUrl redirectUri(valueOf(query, u"redirect_uri"_s), QUrl::StrictMode);
    if (valueOf(query, u"client_id"_s) != m_options.clientId) {
        return page(400, "Authorization failed because the app is not known.");
    }
    if (!isOnLoopback(redirectUri)) {
        return page(400, "The redirect URL does not match that of the app.");
    }
    const bool hasChallenge = query.hasQueryItem(u"code_challenge"_s);
    if (valueOf(query, u"scope"_s).isEmpty() ||
        (hasChallenge && valueOf(query, u"code_challenge_method"_s) != "S256"_L1)) {
        return page(400, "Scopes are missing, or the code challenge is not S256.");
    }
    if (m_options.person == Person::Dawdles) {
        return page(200, "Choose an account");
    }
    QUrlQuery back(redirectUri);
    if (m_options.person == Person::Denies) {
        back.addQueryItem(u"error"_s, u"access_denied"_s);
        back.addQueryItem(u"error_description"_s, u"The+user+denied+access"_s);
    } else {
        const QByteArray code = randomToken("code-");
        m_codes.insert(code,
                       {redirectUri.toString(QUrl::FullyEncoded), valueOf(query, u"scope"_s),
                        valueOf(query, u"code_challenge"_s).toLatin1(), now.addDuration(codeLife)});
        back.addQueryItem(u"code"_s, QString::fromLatin1(code));
    }
    if (m_options.person == Person::IsLedElsewhere) {
        back.addQueryItem(u"state"_s, QString::fromLatin1(randomToken("")));
    } else if (query.hasQueryItem(u"state"_s)) {
        back.addQueryItem(u"state"_s, query.queryItemValue(u"state"_s, QUrl::FullyEncoded));
    }
    QUrl target = redirectUri;
    target.setQuery(back);
    return {302, {}, {}, target.toEncoded()};
}

Answer Authorization::token(const HttpRequest &request, const QDateTime &now)
{
    if (!isForm(request.contentType)) {
        return failures::wrongContentType();
    }
    const QUrlQuery form = formOf(request.body);
    if (valueOf(form, u"client_id"_s) != m_options.clientId) {
        return refusal(u"invalid_client"_s, u"BAD_CLIENT_ID"_s, u"missing or invalid client id"_s);
    }
    if (valueOf(form, u"client_secret"_s) != QString::fromUtf8(m_options.clientSecret)) {
        return refusal(u"invalid_client"_s, u"BAD_CLIENT_SECRET"_s,
                       u"missing or invalid client secret"_s);
    }
    const QString grantType = valueOf(form, u"grant_type"_s);
    if (grantType == "authorization_code"_L1) {
        return exchange(form, now);
    }
    if (grantType == "refresh_token"_L1) {
        return refresh(form, now);
    }
    return refusal(u"unsupported_grant_type"_s, u"BAD_GRANT_TYPE"_s,
                   u"missing or invalid grant type"_s);
}

Answer Authorization::exchange(const QUrlQuery &form, const QDateTime &now)
{
    const QByteArray code = valueOf(form, u"code"_s).toLatin1();
    const auto found = m_codes.constFind(code);
    if (found == m_codes.cend() || found->until < now) {
        return refusal(u"invalid_grant"_s, u"BAD_AUTH_CODE"_s, u"missing or unknown auth code"_s);
    }
    const Grant grant = *found;
    m_codes.erase(found); // whatever comes of it
    if (valueOf(form, u"redirect_uri"_s) != grant.redirectUri) {
        return refusal(u"invalid_grant"_s, u"BAD_REDIRECT_URI"_s,
                       u"missing or invalid redirect uri"_s);
    }
    if (!grant.challenge.isEmpty() &&
        challengeOf(valueOf(form, u"code_verifier"_s)) != grant.challenge) {
        return refusal(u"invalid_grant"_s, u"BAD_CODE_VERIFIER"_s,
                       u"missing or invalid code verifier"_s);
    }
    return give(randomToken("refresh-"), grant.scopes, now);
}

Answer Authorization::refresh(const QUrlQuery &form, const QDateTime &now)
{
    const QByteArray token = valueOf(form, u"refresh_token"_s).toLatin1();
    const auto found = m_refreshTokens.constFind(token);
    if (found == m_refreshTokens.cend()) {
        return refusal(u"invalid_grant"_s, u"BAD_REFRESH_TOKEN"_s,
                       u"missing or invalid refresh token"_s);
    }
    const QString scopes = *found;
    if (!m_options.rotates) {
        return give(token, scopes, now);
    }
    m_refreshTokens.erase(found);
    return give(randomToken("refresh-"), scopes, now);
}

Answer Authorization::give(const QByteArray &refreshToken, const QString &scopes,
                           const QDateTime &now)
{
    const QByteArray accessToken = randomToken("access-");
    m_accessTokens.insert(accessToken, now.addDuration(m_options.lifetime));
    m_refreshTokens.insert(refreshToken, scopes);
    return {200,
            {{u"token_type"_s, u"bearer"_s},
             {u"token_use"_s, u"access_token"_s},
             {u"access_token"_s, QString::fromLatin1(accessToken)},
             {u"refresh_token"_s, QString::fromLatin1(refreshToken)},
             {u"expires_in"_s, static_cast<qint64>(m_options.lifetime.count())},
             {u"hub_id"_s, portalId},
             {u"user_id"_s, userId},
             {u"scopes"_s, QJsonArray::fromStringList(scopes.split(u' ', Qt::SkipEmptyParts))}},
            {}};
}

Authorization::Verdict Authorization::judge(const QByteArray &accessToken,
                                            const QDateTime &now) const
{
    const auto found = m_accessTokens.constFind(accessToken);
    if (found == m_accessTokens.cend()) {
        return Verdict::Unknown;
    }
    return now < *found ? Verdict::Valid : Verdict::Expired;
}

QDateTime Authorization::expiryOf(const QByteArray &accessToken) const
{
    return m_accessTokens.value(accessToken);
}

} // namespace sandbox
