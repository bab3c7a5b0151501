#pragma once

#include "app/accounts/account.h"
#include "app/api/networksettings.h"

#include <QString>

namespace ui::settings {

/// What is wrong with the settings and what to do, with the system's reason beneath it where there
/// is one.
[[nodiscard]] QString networkProblemText(const api::NetworkSettingsError &error);

/// How an address is reached then, as a sentence.
[[nodiscard]] QString proxyUseText(api::Proxy::Use use);

/// Whether there is a password, and where: stands in its empty field.
[[nodiscard]] QString passwordPlaceText(::accounts::SecretPlace place);

} // namespace ui::settings
