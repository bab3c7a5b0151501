#pragma once

#include "app/accounts/signin.h"
#include "app/api/transport.h"

namespace accounts {

/// What the token endpoint said. `sentAt`: when it was asked, from when the tokens' time counts, so
/// that it ends too early rather than too late. `refreshToken`: the one to keep where the answer
/// has none, which is wrong where it is empty. The failure's words may hold what the server chose
/// to repeat.
[[nodiscard]] support::Expected<OAuthTokens, SignInFailure>
readTokenAnswer(const api::Reply &reply, const QDateTime &sentAt, const QByteArray &refreshToken);

} // namespace accounts
