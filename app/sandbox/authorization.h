#pragma once

#include "app/sandbox/answer.h"
#include "app/sandbox/httpserver.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QString>
#include <QUrlQuery>

#include <chrono>
#include <optional>

namespace sandbox {

/// The app that HubSpot's authorization server knows, and how it is played.
struct AuthorizationOptions
{
    /// What becomes of somebody who is sent to the authorization page.
    enum class Person {
        Grants, ///< at once
        Denies,
        Dawdles,       ///< looks at the page and does nothing
        IsLedElsewhere ///< comes back with a code that belongs to another sign-in
    };

    QString clientId = QStringLiteral("sandbox-app");
    QByteArray clientSecret = "sandbox-app-secret";
    std::chrono::seconds lifetime{1800}; ///< of an access token
    bool rotates = false;                ///< whether a refresh gives a new refresh token
    Person person = Person::Grants;
};

/// HubSpot's authorization server: hands out codes, and tokens for them, and knows these until they
/// expire. A code can be used once and within a minute; the redirect URI is any on the loopback
/// interface, and the same both times; a code challenge (S256), where there was one, has to be met.
/// All is forgotten when the program ends.
class Authorization
{
public:
    enum class Verdict { Unknown, Valid, Expired };

    explicit Authorization(AuthorizationOptions options);

    void setPerson(AuthorizationOptions::Person person) { m_options.person = person; }
    /// As if the app had been uninstalled: no refresh token holds any more.
    void revoke() { m_refreshTokens.clear(); }

    /// GET /oauth/authorize
    [[nodiscard]] Answer authorize(const HttpRequest &request, const QDateTime &now);
    /// POST /oauth/…/token
    [[nodiscard]] Answer token(const HttpRequest &request, const QDateTime &now);

    [[nodiscard]] Verdict judge(const QByteArray &accessToken, const QDateTime &now) const;
    /// When it expired, of a token that did.
    [[nodiscard]] QDateTime expiryOf(const QByteArray &accessToken) const;

private:
    struct Grant
    {
        QString redirectUri;
        QString scopes;
        QByteArray challenge; ///< empty: there was none
        QDateTime until;
    };

    [[nodiscard]] Answer exchange(const QUrlQuery &form, const QDateTime &now);
    [[nodiscard]] Answer refresh(const QUrlQuery &form, const QDateTime &now);
    [[nodiscard]] Answer give(const QByteArray &refreshToken, const QString &scopes,
                              const QDateTime &now);

    AuthorizationOptions m_options;
    QHash<QByteArray, Grant> m_codes;
    QHash<QByteArray, QString> m_refreshTokens; ///< and their scopes
    QHash<QByteArray, QDateTime> m_accessTokens;
};

} // namespace sandbox
