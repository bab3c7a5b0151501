#pragma once

#include "app/accounts/accountbook.h"
#include "app/api/reader.h"
#include "app/support/clock.h"

#include <QUrl>

#include <functional>

namespace ui::accounts {

/// What the accounts are edited and tried with; all of it outlives who is given it.
struct Tools
{
    ::accounts::AccountBook &book;
    api::Reader &reader;
    const support::Clock &clock;
    /// Opens an address in the system's browser; false where that can't be done.
    std::function<bool(const QUrl &)> openBrowser;
};

/// What a person decided about it.
[[nodiscard]] ::accounts::AccountData dataOf(const ::accounts::Account &account);

} // namespace ui::accounts
