#pragma once

#include "app/api/networksettings.h"
#include "app/support/expected.h"

#include <QSslConfiguration>

namespace api {

/// Trusts the system's certificates and those of the PEM file. A file of which any part is no
/// certificate is an error: half of what was meant to be trusted would be a riddle later.
[[nodiscard]] support::Expected<QSslConfiguration, NetworkSettingsError>
trusting(const QString &caFile);

} // namespace api
