#pragma once

#include "app/accounts/account.h"
#include "app/support/supportdetails.h"

namespace accounts {

/// What is told of an account to somebody who helps, in English.
[[nodiscard]] support::AccountFacts factsOf(const Account &account);

} // namespace accounts
