#include "ui/accounts/connecthelp.h"

#include <QCoreApplication>

namespace ui::accounts {

using namespace Qt::StringLiterals;

widgets::Message connectHelp(const ::accounts::Account &account)
{
    const auto tr = [](const char *text) {
        return QCoreApplication::translate("ConnectHelp", text);
    };
    widgets::Message message;
    message.tone = widgets::Tone::Warning;
    message.title = tr(QT_TRANSLATE_NOOP("ConnectHelp", "No access token for this account yet"));
    message.next =
        tr(QT_TRANSLATE_NOOP(
               "ConnectHelp",
               "1. In HubSpot, open Development > Keys > Service keys and create a service key "
               "with the crm.objects scopes of the objects you work with.\n"
               "2. Put the key into the environment variable HUBSPOT_ACCESS_TOKEN and start the "
               "program again. It is kept in memory only and sent to %1 only.\n"
               "Until then you can edit limits here, or try everything in the sandbox."))
            .arg(account.endpoint.baseUrl.host());
    message.copyLabel = tr(QT_TRANSLATE_NOOP("ConnectHelp", "Copy command"));
    message.copyText = u"read -rs HUBSPOT_ACCESS_TOKEN && export HUBSPOT_ACCESS_TOKEN && "
                       "association-limits --account hubspot"_s;
    return message;
}

} // namespace ui::accounts
