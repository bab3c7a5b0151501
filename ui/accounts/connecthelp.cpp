#include "ui/accounts/connecthelp.h"

#include <QCoreApplication>

namespace ui::accounts {

using namespace Qt::StringLiterals;
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
    message.title = ConnectHelp::tr("No access token for this account yet");
    message.next =
        ConnectHelp::tr(
            "1. In HubSpot, open Development > Keys > Service keys and create a service key "
            "with the crm.objects scopes of the objects you work with.\n"
            "2. Put the key into the environment variable HUBSPOT_ACCESS_TOKEN and start the "
            "program again. It is kept in memory only and sent to %1 only.\n"
            "Until then you can edit limits here, or try everything in the sandbox.")
            .arg(account.endpoint.baseUrl.host());
    message.copyLabel = ConnectHelp::tr("Copy command");
    message.copyText = u"read -rs HUBSPOT_ACCESS_TOKEN && export HUBSPOT_ACCESS_TOKEN && "
                       "association-limits --account hubspot"_s;
    return message;
}

} // namespace ui::accounts
