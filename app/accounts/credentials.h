#pragma once

#include "app/support/expected.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace accounts {

/// Why a text that was pasted is no token.
enum class TokenProblem : quint8 {
    Empty,
    NotOneWord, ///< spaces or line breaks within it
    Quotes,     ///< a quote within it
    NotAscii,   ///< characters that no header may hold
    TooLong,    ///< more than 4,096 characters
};

/// A pasted token without what comes along when one copies it: white space and quotes around it, a
/// `Bearer ` or `Authorization: Bearer ` before it, upper or lower case.
[[nodiscard]] support::Expected<QByteArray, TokenProblem> cleanToken(const QString &pasted);

/// The administrator's own HubSpot app.
struct OAuthApp
{
    QString clientId;
    QByteArray clientSecret;
    QStringList scopes; ///< to ask for

    bool operator==(const OAuthApp &) const = default;
};

/// What HubSpot's authorization server gave.
struct OAuthTokens
{
    QByteArray access;
    QByteArray refresh;
    QDateTime expiresAt; ///< UTC

    bool operator==(const OAuthTokens &) const = default;
};

/// Everything secret of one account: one entry of the keychain.
struct Credentials
{
    QByteArray token; ///< the pasted one; empty with OAuth
    std::optional<OAuthApp> app;
    OAuthTokens tokens; ///< empty before the sign-in

    /// What goes into the Authorization header; empty: nothing yet.
    [[nodiscard]] const QByteArray &bearer() const { return app ? tokens.access : token; }
    bool operator==(const Credentials &) const = default;
};

/// As it is kept in the keychain: JSON, in UTF-8.
[[nodiscard]] QByteArray toJson(const Credentials &credentials);
/// nullopt for what is not of that form.
[[nodiscard]] std::optional<Credentials> credentialsFromJson(const QByteArray &json);

} // namespace accounts
