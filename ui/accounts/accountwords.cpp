#include "ui/accounts/accountwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui::accounts {

using namespace Qt::StringLiterals;
using ::accounts::Account;
using ::accounts::Color;
using ::accounts::Kind;
using ::accounts::NeededRead;
using ::accounts::SecretPlace;
using ::accounts::SignInError;
using ::accounts::SignInMethod;
using ::accounts::TokenProblem;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::accounts::Words)
};

} // namespace

QString kindText(Kind kind)
{
    switch (kind) {
    case Kind::Sandbox:
        return Words::tr("Inside this program");
    case Kind::Unknown:
        return Words::tr("Counts as production");
    case Kind::Standard:
        return Words::tr("Production");
    case Kind::HubSpotSandbox:
        return Words::tr("HubSpot sandbox");
    case Kind::DeveloperTest:
        return Words::tr("Developer test account");
    case Kind::AppDeveloper:
        return Words::tr("App developer account");
    }
    Q_UNREACHABLE();
}

QString colorText(Color color)
{
    switch (color) {
    case Color::None:
        return Words::tr("By kind");
    case Color::Red:
        return Words::tr("Red");
    case Color::Orange:
        return Words::tr("Orange");
    case Color::Yellow:
        return Words::tr("Yellow");
    case Color::Green:
        return Words::tr("Green");
    case Color::Teal:
        return Words::tr("Teal");
    case Color::Blue:
        return Words::tr("Blue");
    case Color::Purple:
        return Words::tr("Purple");
    case Color::Gray:
        return Words::tr("Gray");
    }
    Q_UNREACHABLE();
}

QString missingText(const Account &account)
{
    if (account.endpoint.hasToken()) {
        return {};
    }
    if (account.place == SecretPlace::Reading) {
        return Words::tr("Asking the keychain…");
    }
    return account.method == SignInMethod::OAuth ? Words::tr("Not signed in")
                                                 : Words::tr("No token yet");
}

QString stateText(const Account &account)
{
    QString state = kindText(account.kind);
    if (account.endpoint.isReadOnly()) {
        //: %1 is the kind of an account.
        state = Words::tr("%1, read-only").arg(state);
    }
    const QString missing = missingText(account);
    return missing.isEmpty() ? state : state + u". "_s + missing;
}

QString tokenProblemText(TokenProblem problem)
{
    switch (problem) {
    case TokenProblem::Empty:
        return Words::tr("There is no token in this. Copy it in HubSpot and paste it here.");
    case TokenProblem::NotOneWord:
        return Words::tr("A token is one word, but there are spaces or line breaks within this. "
                         "Copy the token alone.");
    case TokenProblem::Quotes:
        return Words::tr("There is a quote within this, which no token has. Copy the token alone.");
    case TokenProblem::NotAscii:
        return Words::tr("There are characters in this that no token has, such as umlauts or "
                         "invisible ones. Copy the token again in HubSpot.");
    case TokenProblem::TooLong:
        return Words::tr("This is longer than 4,096 characters, so it is no token. Copy the token "
                         "alone.");
    }
    Q_UNREACHABLE();
}

QString secretProblemText(TokenProblem problem)
{
    switch (problem) {
    case TokenProblem::Empty:
        return Words::tr("Copy the client secret from your HubSpot app.");
    case TokenProblem::NotOneWord:
        return Words::tr("A client secret is one word, but there are spaces or line breaks within "
                         "this. Copy the secret alone.");
    case TokenProblem::Quotes:
        return Words::tr("There is a quote within this, which no client secret has. Copy the "
                         "secret alone.");
    case TokenProblem::NotAscii:
        return Words::tr("There are characters in this that no client secret has. Copy the secret "
                         "again in HubSpot.");
    case TokenProblem::TooLong:
        return Words::tr("This is longer than 4,096 characters, so it is no client secret.");
    }
    Q_UNREACHABLE();
}

QString baseUrlProblemText(api::BaseUrlError error)
{
    switch (error) {
    case api::BaseUrlError::Malformed:
        return Words::tr("This is no address. HubSpot's is %1.").arg(QString(api::defaultBaseUrl));
    case api::BaseUrlError::NotHttps:
        return Words::tr("The address has to begin with https://, so that nobody on the way can "
                         "read the token. http:// is for this computer only.");
    case api::BaseUrlError::HasPathOrQuery:
        return Words::tr("The address ends after the host and the port. Remove what follows.");
    case api::BaseUrlError::HasUserInfo:
        return Words::tr("A user name or password has no place in the address. Remove it.");
    }
    Q_UNREACHABLE();
}

QString signInErrorText(SignInError error)
{
    switch (error) {
    case SignInError::NoListener:
        return Words::tr("The browser has no way back: this computer gave the program no port to "
                         "listen at. Close what uses the redirect address, and sign in again.");
    case SignInError::Denied:
        return Words::tr("HubSpot did not grant the sign-in. Sign in again and choose an account "
                         "you are a super admin of.");
    case SignInError::WrongState:
        return Words::tr("An answer came that does not belong to this sign-in, so it was refused. "
                         "Sign in again, in one browser window only.");
    case SignInError::TimedOut:
        return Words::tr("Nobody came back from the browser in time. Sign in again.");
    case SignInError::NotReached:
        return Words::tr("The browser came back, but HubSpot's token service was not reached. "
                         "Check the connection and sign in again.");
    case SignInError::Refused:
        return Words::tr("HubSpot's token service refused the app. Check the client ID and the "
                         "client secret, and that the redirect address is registered.");
    case SignInError::Cancelled:
        return Words::tr("The sign-in was cancelled.");
    }
    Q_UNREACHABLE();
}

QString removedText(const QString &pasted, const QByteArray &cleaned)
{
    // What stood before the token, without the white space and quotes around it.
    const qsizetype at = pasted.indexOf(QString::fromLatin1(cleaned));
    QString before = pasted.left(std::max(at, qsizetype(0))).trimmed();
    before.remove(u'"').remove(u'\'');
    before = before.trimmed();
    return before.isEmpty() ? QString() : Words::tr("\"%1\" was removed.").arg(before);
}

QString readText(NeededRead read)
{
    switch (read) {
    case NeededRead::AccountDetails:
        return Words::tr("Account details");
    case NeededRead::Labels:
        return Words::tr("Association labels");
    case NeededRead::Limits:
        return Words::tr("Limits");
    case NeededRead::CustomObjects:
        return Words::tr("Custom objects");
    case NeededRead::Enablement:
        return Words::tr("Which objects are switched on");
    case NeededRead::RecordsNearLimit:
        return Words::tr("Records at or near a limit");
    }
    Q_UNREACHABLE();
}

QString keychainTroubleText()
{
    return Words::tr("The system's keychain can't be used, so secrets are kept in memory until "
                     "you quit.");
}

} // namespace ui::accounts
