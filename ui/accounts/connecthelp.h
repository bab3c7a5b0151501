#pragma once

#include "ui/widgets/banner.h"

#include "app/accounts/account.h"

namespace ui::accounts {

/// The steps to connect a HubSpot account that has no token yet. They lead to the accounts.
[[nodiscard]] widgets::Message connectHelp(const ::accounts::Account &account);

} // namespace ui::accounts
