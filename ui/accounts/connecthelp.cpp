#include "ui/accounts/connecthelp.h"

#include <QCoreApplication>

namespace ui::accounts {

using widgets::Message;
using widgets::Tone;

namespace {

struct ConnectHelp
{
    Q_DECLARE_TR_FUNCTIONS(ui::accounts::ConnectHelp)
};

} // namespace

Message connectHelp(const ::accounts::Account &account)
{
    Message message;
    message.tone = Tone::Warning;
    if (account.method == ::accounts::SignInMethod::OAuth) {
        message.title = ConnectHelp::tr("This account is not signed in");
        message.next = ConnectHelp::tr("Sign in under Accounts. Until then you can edit limits "
                                       "here, or try everything in the sandbox.");
        return message;
    }
    message.title = ConnectHelp::tr("No access token for this account yet");
    message.next =
        ConnectHelp::tr(
            "1. In HubSpot, open Development > Keys > Service keys and create a service key "
            "with the crm.objects scopes of the objects you work with.\n"
            "2. Paste it under Accounts. It is kept in the system's keychain and sent to %1 only. "
            "The environment variable HUBSPOT_ACCESS_TOKEN works as well.\n"
            "Until then you can edit limits here, or try everything in the sandbox.")
            .arg(account.endpoint.baseUrl.host());
    return message;
}

} // namespace ui::accounts
