#include "ui/widgets/errortext.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui::widgets {

using namespace Qt::StringLiterals;
using api::ErrorKind;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::widgets::ErrorText)
};

QString checkFirst()
{
    return Words::tr("It is not known whether HubSpot stored this. Nothing was sent again. Check "
                     "the limits in HubSpot before submitting again.");
}

QString unlock()
{
    return Words::tr("Unlock the account to submit.");
}

QString makeKey()
{
    return Words::tr("In HubSpot, open Development > Keys > Service keys, make a service key and "
                     "copy it. Then paste it here under File > Accounts.");
}

QString nothingLeft()
{
    return Words::tr("Nothing was sent, so nothing has changed.");
}

QString readAgain()
{
    return Words::tr("Read again to see what HubSpot has.");
}

bool isForTheDay(const api::Error &error)
{
    return error.policyName.contains("DAILY"_L1, Qt::CaseInsensitive);
}

ErrorText rateLimited(const api::Error &error)
{
    if (isForTheDay(error)) {
        return {
            Words::tr("HubSpot refused the request: this account has used up its requests for "
                      "today."),
            Words::tr("Nothing has changed. HubSpot resets its count at midnight in the account's "
                      "time zone; submit again then.")};
    }
    const QString wait = error.retryAfterSeconds
                             ? Words::tr("Nothing has changed. Wait %1 and submit again.")
                                   .arg(waitText(*error.retryAfterSeconds))
                             : Words::tr("Nothing has changed. Wait about ten seconds and submit "
                                         "again.");
    return {Words::tr("HubSpot refused the request: this account sent too many in a short time."),
            wait};
}

ErrorText forbidden(const api::Error &error)
{
    const QString title =
        Words::tr("HubSpot refused the request: the token may not change these limits.");
    if (error.missingScopes.isEmpty()) {
        return {title, Words::tr("Nothing has changed. Changing limits takes a Professional or "
                                 "Enterprise subscription and a token with the CRM scopes of both "
                                 "object types. Some commands are refused to OAuth tokens; a "
                                 "service key may work.")};
    }
    return {title, Words::tr("Nothing has changed. Add these scopes to the token in HubSpot: %1")
                       .arg(error.missingScopes.join(", "_L1))};
}

} // namespace

QString waitText(int seconds)
{
    if (seconds <= 120) {
        //: Seconds to wait.
        return Words::tr("%1 s").arg(std::max(seconds, 1));
    }
    if (seconds <= 120 * 60) {
        //: Minutes to wait.
        return Words::tr("%1 min").arg((seconds + 59) / 60);
    }
    //: Hours to wait.
    return Words::tr("%1 h").arg((seconds + 3599) / 3600);
}

ErrorText errorText(const api::Error &error)
{
    switch (error.kind) {
    case ErrorKind::ReadOnly:
        return {Words::tr("The request was not sent: this account is locked against writing."),
                unlock()};
    case ErrorKind::InvalidRequest:
        return {Words::tr("The request was not sent: there is no token, or the address is not one "
                          "the token may go to."),
                makeKey()};
    case ErrorKind::HostNotFound:
        return {
            Words::tr("HubSpot's address could not be found. The cause is this computer's network "
                      "or its name service."),
            nothingLeft() + u' ' + Words::tr("Check the connection and submit again.")};
    case ErrorKind::ConnectionRefused:
        return {Words::tr("The server at the account's address refused the connection."),
                nothingLeft() + u' ' +
                    Words::tr("Check the address and any firewall, and submit again.")};
    case ErrorKind::Tls:
        return {Words::tr("No safe connection could be made: the server's certificate or the "
                          "handshake was refused."),
                nothingLeft() + u' ' +
                    Words::tr("Check this computer's clock and whether something on the network "
                              "reads encrypted traffic. The refusal cannot be switched off.")};
    case ErrorKind::Proxy:
        return {Words::tr("The proxy between this computer and HubSpot did not let the request "
                          "through."),
                nothingLeft() + u' ' + Words::tr("Check the system's proxy settings.")};
    case ErrorKind::Cancelled:
        return {Words::tr("Cancelled before anything was sent."), nothingLeft()};
    case ErrorKind::ConnectionLost:
        return {Words::tr("The connection ended before HubSpot's answer came."), checkFirst()};
    case ErrorKind::TimedOut:
        return {Words::tr("HubSpot did not answer in time."), checkFirst()};
    case ErrorKind::Truncated:
        return {Words::tr("HubSpot's answer broke off before its end."), checkFirst()};
    case ErrorKind::AnswerTooLarge:
        return {Words::tr("The answer was larger than this program accepts."), checkFirst()};
    case ErrorKind::NotHttp:
        return {Words::tr("What came back is no HTTP answer. Something other than HubSpot seems to "
                          "answer at this address."),
                checkFirst()};
    case ErrorKind::Redirected:
        return {Words::tr("The server sent this program to another address, which it does not "
                          "follow with a token."),
                Words::tr("Check the account's address, and whether this network asks for a "
                          "sign-in first. %1")
                    .arg(checkFirst())};
    case ErrorKind::BadRequest:
        return {Words::tr("HubSpot refused the request as it was written."),
                Words::tr("Nothing has changed. Correct what HubSpot names and submit again.")};
    case ErrorKind::Unauthorized:
        return {Words::tr("HubSpot refused the token: it is missing, wrong or expired."),
                Words::tr("Nothing has changed. %1").arg(makeKey())};
    case ErrorKind::Forbidden:
        return forbidden(error);
    case ErrorKind::NotFound:
        return {Words::tr("HubSpot does not know one of the object types, or it is not switched on "
                          "in this account."),
                Words::tr("Nothing has changed. Check both object types.")};
    case ErrorKind::Locked:
        return {Words::tr("HubSpot is busy with these limits and refused the request."),
                Words::tr("Nothing has changed. Wait a few seconds and submit again.")};
    case ErrorKind::RateLimited:
        return rateLimited(error);
    case ErrorKind::TooManyTypes:
        return {Words::tr("HubSpot refused the request: the pair has too many association types."),
                Words::tr("Nothing has changed. Delete association types that are not used.")};
    case ErrorKind::Moving:
        return {Words::tr("HubSpot is moving this account to another data centre and refuses "
                          "requests meanwhile."),
                error.retryAfterSeconds ? Words::tr("Nothing has changed. Submit again in %1.")
                                              .arg(waitText(*error.retryAfterSeconds))
                                        : Words::tr("Nothing has changed. Submit again later.")};
    case ErrorKind::ServerError:
        return {Words::tr("HubSpot, or a gateway before it, failed while handling the request."),
                checkFirst()};
    case ErrorKind::NotJson:
        return {
            Words::tr("The server reported success, but its answer is not JSON. Something other "
                      "than HubSpot may have answered."),
            checkFirst()};
    case ErrorKind::UnexpectedShape:
        return {Words::tr("HubSpot reported success, but its answer is not in the form this "
                          "program knows."),
                Words::tr("%1 The Response tab shows the answer as it came.").arg(checkFirst())};
    }
    Q_UNREACHABLE();
}

ErrorText readErrorText(const api::Error &error)
{
    const QString title = errorText(error).title;
    switch (error.kind) {
    case ErrorKind::InvalidRequest:
    case ErrorKind::Unauthorized:
        return {title, makeKey()};
    case ErrorKind::ReadOnly: // which no read ever is
        return {title, readAgain()};
    case ErrorKind::Cancelled:
        return {Words::tr("Reading was stopped before HubSpot's answer came."), readAgain()};
    case ErrorKind::Forbidden:
        return {Words::tr("HubSpot refused to show this: the token may not read it."),
                error.missingScopes.isEmpty()
                    ? Words::tr("Reading takes a token with the CRM scopes of both object types.")
                    : Words::tr("Add these scopes to the token in HubSpot: %1")
                          .arg(error.missingScopes.join(", "_L1))};
    case ErrorKind::NotFound:
        return {title, Words::tr("Check both object types.")};
    case ErrorKind::Tls:
        return {title,
                Words::tr("Check this computer's clock and whether something on the network reads "
                          "encrypted traffic. The refusal cannot be switched off.")};
    case ErrorKind::Proxy:
        return {title, Words::tr("Check the system's proxy settings.")};
    case ErrorKind::Redirected:
        return {title, Words::tr("Check the account's address, and whether this network asks for "
                                 "a sign-in first.")};
    case ErrorKind::HostNotFound:
    case ErrorKind::ConnectionRefused:
        return {title, Words::tr("Check the connection, the account's address and any firewall, "
                                 "and read again.")};
    case ErrorKind::RateLimited:
        if (isForTheDay(error)) {
            return {title, Words::tr("HubSpot resets its count at midnight in the account's time "
                                     "zone; read again then.")};
        }
        [[fallthrough]];
    case ErrorKind::Locked:
    case ErrorKind::Moving:
        return {title, error.retryAfterSeconds
                           ? Words::tr("Read again in %1.").arg(waitText(*error.retryAfterSeconds))
                           : Words::tr("Read again in a while.")};
    case ErrorKind::ConnectionLost:
    case ErrorKind::TimedOut:
    case ErrorKind::Truncated:
    case ErrorKind::AnswerTooLarge:
    case ErrorKind::NotHttp:
    case ErrorKind::BadRequest:
    case ErrorKind::TooManyTypes:
    case ErrorKind::ServerError:
    case ErrorKind::NotJson:
    case ErrorKind::UnexpectedShape:
        return {title, readAgain()};
    }
    Q_UNREACHABLE();
}

} // namespace ui::widgets
