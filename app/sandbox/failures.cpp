#include "app/sandbox/failures.h"

#include <QJsonArray>

namespace sandbox::failures {

using namespace Qt::StringLiterals;

// An address it does not know HubSpot answers with its web server's page.
Answer unknownPath()
{
    return {404,
            {},
            "<html>\n<head><title>Error 404 Not Found</title></head>\n"
            "<body><h2>HTTP ERROR 404</h2>\n<p>Not Found</p></body>\n</html>\n"_ba};
}

Answer wrongMethod()
{
    return failure(405, u"HTTP 405 Method Not Allowed"_s);
}

Answer wrongContentType()
{
    return failure(415, u"HTTP 415 Unsupported Media Type"_s);
}

Answer notAuthenticated()
{
    Answer answer = failure(
        401, u"Authentication credentials not found. This API supports OAuth 2.0 authentication "
             u"and you can find more details at "
             u"https://developers.hubspot.com/docs/methods/auth/oauth-overview"_s);
    answer.body.insert(u"category"_s, u"INVALID_AUTHENTICATION"_s);
    return answer;
}

Answer expired(std::chrono::seconds since)
{
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(since).count();
    Answer answer =
        failure(401, u"The OAuth token used to make this call expired %1 ago."_s.arg(
                         minutes > 0 ? u"%1 minute(s)"_s.arg(minutes)
                                     : u"%1 second(s)"_s.arg(static_cast<qint64>(since.count()))));
    answer.body.insert(u"category"_s, u"EXPIRED_AUTHENTICATION"_s);
    return answer;
}

Answer rateLimited(RateLimiter::Verdict verdict)
{
    const bool daily = verdict == RateLimiter::Verdict::Daily;
    Answer answer = failure(429, daily ? u"You have reached your daily limit."_s
                                       : u"You have reached your ten_secondly_rolling limit."_s);
    answer.body.insert(u"errorType"_s, u"RATE_LIMIT"_s);
    answer.body.insert(u"policyName"_s, daily ? u"DAILY"_s : u"TEN_SECONDLY_ROLLING"_s);
    return answer;
}

Answer unknownObjectType(const QString &name)
{
    return failure(400, u"Unable to infer object type from: %1"_s.arg(name));
}

Answer notActivated(const CrmObject &object)
{
    Answer answer = failure(404, u"The object type %1 (%2) is not activated in this account."_s.arg(
                                     object.plural, object.id));
    answer.body.insert(u"category"_s, u"OBJECT_NOT_FOUND"_s);
    return answer;
}

Answer missingScope(const QString &scope)
{
    Answer answer = failure(
        403, u"This app hasn't been granted all required scopes to make this call. Read more about "
             u"required scopes here: https://developers.hubspot.com/scopes."_s);
    answer.body.insert(u"category"_s, u"MISSING_SCOPES"_s);
    answer.body.insert(u"links"_s,
                       QJsonObject{{u"scopes"_s, u"https://developers.hubspot.com/scopes"_s}});
    answer.body.insert(
        u"errors"_s,
        QJsonArray{QJsonObject{
            {u"message"_s, u"One or more of the following scopes are required."_s},
            {u"context"_s, QJsonObject{{u"requiredGranularScopes"_s, QJsonArray{scope}}}}}});
    return answer;
}

Answer notStored(const QString &reason)
{
    return failure(500, u"Internal error: the limits could not be stored (%1). Nothing was "
                        u"changed."_s.arg(reason));
}

} // namespace sandbox::failures
