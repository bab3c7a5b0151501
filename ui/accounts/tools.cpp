#include "ui/accounts/tools.h"

namespace ui::accounts {

::accounts::AccountData dataOf(const ::accounts::Account &account)
{
    return {account.name, account.endpoint.baseUrl, account.color, account.lock, account.method};
}

} // namespace ui::accounts
