#pragma once

#include "app/accounts/account.h"
#include "app/accounts/checkup.h"
#include "app/accounts/credentials.h"
#include "app/accounts/signin.h"

#include <QString>

namespace ui::accounts {

/// "Production", "HubSpot sandbox".
[[nodiscard]] QString kindText(::accounts::Kind kind);
[[nodiscard]] QString colorText(::accounts::Color color);
/// What keeps an account from being read; empty: nothing.
[[nodiscard]] QString missingText(const ::accounts::Account &account);
/// "Production, read-only. No token yet".
[[nodiscard]] QString stateText(const ::accounts::Account &account);

/// A sentence each, with what to do next.
[[nodiscard]] QString tokenProblemText(::accounts::TokenProblem problem);
/// The same of a client secret.
[[nodiscard]] QString secretProblemText(::accounts::TokenProblem problem);
[[nodiscard]] QString baseUrlProblemText(api::BaseUrlError error);
[[nodiscard]] QString signInErrorText(::accounts::SignInError error);

/// What was taken from a pasted token to have the cleaned one; empty: nothing a person would miss.
[[nodiscard]] QString removedText(const QString &pasted, const QByteArray &cleaned);

/// "Labels of associations".
[[nodiscard]] QString readText(::accounts::NeededRead read);

/// Why the keychain's failing matters, as a sentence.
[[nodiscard]] QString keychainTroubleText();

} // namespace ui::accounts
