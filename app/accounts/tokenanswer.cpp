#include "app/accounts/tokenanswer.h"

#include "app/api/decode.h"
#include "app/api/jsonfields.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace accounts {

using namespace Qt::StringLiterals;
using support::Expected;
using support::Unexpected;

namespace {

constexpr qsizetype mostWords = 500;
constexpr qint64 longestLife = 10LL * 366 * 24 * 3600;

Unexpected<SignInFailure> failure(SignInError error, const QString &words)
{
    return {{error, words.simplified().left(mostWords)}};
}

/// HubSpot's errors have a `message` and `status` or `category`, those of OAuth (RFC 6749, 5.2) an
/// `error` and perhaps an `error_description`; some have all of them.
QString wordsOf(const QJsonObject &body)
{
    constexpr std::array names{"error_description"_L1, "message"_L1, "error"_L1, "status"_L1};
    for (const QLatin1StringView name : names) {
        if (const QString words = body.value(name).toString(); !words.isEmpty()) {
            return words;
        }
    }
    return {};
}

/// Only an error that says so in JSON is the authorization server's own: a page is a gateway's, and
/// any status but these (429, 5xx) may be another one later.
Unexpected<SignInFailure> refusal(const api::Reply &reply)
{
    const int status = reply.httpStatus;
    const QString words = wordsOf(QJsonDocument::fromJson(reply.body).object());
    if (!words.isEmpty() && (status == 400 || status == 401 || status == 403)) {
        return failure(SignInError::Refused, words);
    }
    const QString said = words.isEmpty() ? api::decodeError(reply).message : words;
    return failure(SignInError::NotReached, u"HTTP %1 %2"_s.arg(QString::number(status), said));
}

class TokenReader
{
public:
    explicit TokenReader(QJsonObject body)
        : m_fields(std::move(body), m_problems)
    {
    }
    TokenReader(const TokenReader &) = delete;
    TokenReader &operator=(const TokenReader &) = delete;

    /// Only what can stand in a header is a token.
    QByteArray token(QLatin1StringView key, const QByteArray &fallback = {})
    {
        const std::optional<QString> text =
            fallback.isEmpty() ? m_fields.requiredText(key) : m_fields.text(key);
        const bool isToken = text && !text->isEmpty() && std::ranges::all_of(*text, [](QChar c) {
                                 return c > u' ' && c < u'\x7f';
                             });
        if (text && !isToken && m_problems.isEmpty()) {
            m_fields.wrong(key, "not a token"_L1);
        }
        return isToken ? text->toLatin1() : fallback;
    }

    std::chrono::seconds life()
    {
        constexpr auto key = "expires_in"_L1;
        const auto seconds = m_fields.requiredNumber<qint64>(key);
        if (m_problems.isEmpty() && (seconds <= 0 || seconds > longestLife)) {
            m_fields.wrong(key, "out of range"_L1);
        }
        return std::chrono::seconds(seconds);
    }

    void expectBearer()
    {
        constexpr auto key = "token_type"_L1;
        if (m_fields.requiredText(key).compare("bearer"_L1, Qt::CaseInsensitive) != 0 &&
            m_problems.isEmpty()) {
            m_fields.wrong(key, "not bearer"_L1);
        }
    }

    QStringList problems()
    {
        api::Error error;
        m_problems.moveInto(error);
        return error.problems;
    }

private:
    api::Problems m_problems;
    api::Fields m_fields;
};

} // namespace

Expected<OAuthTokens, SignInFailure>
readTokenAnswer(const api::Reply &reply, const QDateTime &sentAt, const QByteArray &refreshToken)
{
    if (reply.failure) {
        return failure(SignInError::NotReached, reply.failureText);
    }
    if (reply.httpStatus != 200) {
        return refusal(reply);
    }
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    if (!document.isObject()) {
        return failure(SignInError::NotReached, u"The answer is not a JSON object"_s);
    }
    TokenReader reader(document.object());
    OAuthTokens tokens;
    tokens.access = reader.token("access_token"_L1);
    tokens.refresh = reader.token("refresh_token"_L1, refreshToken);
    tokens.expiresAt = sentAt.addDuration(reader.life());
    reader.expectBearer();
    if (const QStringList problems = reader.problems(); !problems.isEmpty()) {
        return failure(SignInError::NotReached, problems.join(u", "_s));
    }
    return tokens;
}

} // namespace accounts
