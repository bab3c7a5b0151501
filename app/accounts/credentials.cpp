#include "app/accounts/credentials.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace accounts {

using namespace Qt::StringLiterals;
using support::Unexpected;

namespace {

constexpr qsizetype longestToken = 4'096;

/// What nobody sees: zero-width characters, marks of direction, the soft hyphen.
bool isInvisible(QChar character)
{
    return character.category() == QChar::Other_Format;
}

bool isSpace(QChar character)
{
    return character.isSpace();
}

bool isQuote(QChar character)
{
    return u"\"'`\u00b4\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a"_s
        .contains(character);
}

/// Without white space and quotes around it.
QStringView bare(QStringView text)
{
    const auto isAround = [](QChar character) { return isSpace(character) || isQuote(character); };
    while (!text.isEmpty() && isAround(text.front())) {
        text = text.sliced(1);
    }
    while (!text.isEmpty() && isAround(text.back())) {
        text.chop(1);
    }
    return text;
}

/// Without `Authorization:` before it, be that in the quotes of JSON.
QStringView withoutHeaderName(QStringView text)
{
    constexpr auto name = "authorization"_L1;
    if (!text.startsWith(name, Qt::CaseInsensitive)) {
        return text;
    }
    const QStringView rest = bare(text.sliced(name.size()));
    return rest.startsWith(u':') ? bare(rest.sliced(1)) : text;
}

/// Without `Bearer` before it, unless that is how a longer word begins.
QStringView withoutScheme(QStringView text)
{
    constexpr auto scheme = "bearer"_L1;
    if (!text.startsWith(scheme, Qt::CaseInsensitive)) {
        return text;
    }
    const QStringView rest = text.sliced(scheme.size());
    return rest.isEmpty() || isSpace(rest.front()) ? bare(rest) : text;
}

QString text(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes);
}

QJsonObject toObject(const OAuthApp &app)
{
    return {{u"clientId"_s, app.clientId},
            {u"clientSecret"_s, text(app.clientSecret)},
            {u"scopes"_s, QJsonArray::fromStringList(app.scopes)}};
}

QJsonObject toObject(const OAuthTokens &tokens)
{
    return {{u"access"_s, text(tokens.access)},
            {u"refresh"_s, text(tokens.refresh)},
            {u"expiresAt"_s, tokens.expiresAt.toUTC().toString(Qt::ISODateWithMs)}};
}

std::optional<OAuthApp> appFrom(const QJsonValue &value)
{
    if (!value["clientId"_L1].isString() || !value["clientSecret"_L1].isString() ||
        !value["scopes"_L1].isArray()) {
        return std::nullopt;
    }
    OAuthApp app{value["clientId"_L1].toString(), value["clientSecret"_L1].toString().toUtf8(), {}};
    for (const QJsonValue scope : value["scopes"_L1].toArray()) {
        if (!scope.isString()) {
            return std::nullopt;
        }
        app.scopes.append(scope.toString());
    }
    return app;
}

std::optional<OAuthTokens> tokensFrom(const QJsonValue &value)
{
    if (!value["access"_L1].isString() || !value["refresh"_L1].isString() ||
        !value["expiresAt"_L1].isString()) {
        return std::nullopt;
    }
    OAuthTokens tokens{value["access"_L1].toString().toUtf8(),
                       value["refresh"_L1].toString().toUtf8(),
                       QDateTime::fromString(value["expiresAt"_L1].toString(), Qt::ISODateWithMs)};
    // Only where there is nothing yet is there no time either.
    if (!tokens.access.isEmpty() && !tokens.expiresAt.isValid()) {
        return std::nullopt;
    }
    return tokens;
}

} // namespace

support::Expected<QByteArray, TokenProblem> cleanToken(const QString &pasted)
{
    QString visible = pasted;
    visible.removeIf(isInvisible);
    const QStringView token = withoutScheme(withoutHeaderName(bare(visible)));
    if (token.isEmpty()) {
        return Unexpected{TokenProblem::Empty};
    }
    if (std::ranges::any_of(token, isSpace)) {
        return Unexpected{TokenProblem::NotOneWord};
    }
    if (std::ranges::any_of(token, isQuote)) {
        return Unexpected{TokenProblem::Quotes};
    }
    const auto isPrintable = [](QChar character) {
        return character > u' ' && character < QChar(0x7f);
    };
    if (!std::ranges::all_of(token, isPrintable)) {
        return Unexpected{TokenProblem::NotAscii};
    }
    if (token.size() > longestToken) {
        return Unexpected{TokenProblem::TooLong};
    }
    return token.toLatin1();
}

QByteArray toJson(const Credentials &credentials)
{
    QJsonObject object;
    if (credentials.app) {
        object.insert("app"_L1, toObject(*credentials.app));
        object.insert("tokens"_L1, toObject(credentials.tokens));
    } else {
        object.insert("token"_L1, text(credentials.token));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<Credentials> credentialsFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document["token"_L1].isString()) {
        return Credentials{document["token"_L1].toString().toUtf8(), {}, {}};
    }
    auto app = appFrom(document["app"_L1]);
    auto tokens = tokensFrom(document["tokens"_L1]);
    if (!app || !tokens) {
        return std::nullopt;
    }
    return Credentials{{}, std::move(app), *std::move(tokens)};
}

} // namespace accounts
