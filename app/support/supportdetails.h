#pragma once

#include "app/support/log.h"
#include "app/support/settings.h"

#include <QString>

#include <vector>

namespace support {

/// What is told of an account; never its token.
struct AccountFacts
{
    QString name;
    QString kind;
    QString origin; ///< scheme, host and port
    QString signIn;
    bool isLocked = false;
    bool hasToken = false;
};

/// What somebody who helps wants to know, as Markdown and in English whatever the language of the
/// window: the versions, the system, the settings, the accounts and the last 50 requests. Nothing
/// in it is secret, and all of it is redacted as a line of the log is. Takes a tenth of a second
/// where OpenSSL was not used yet. Call it in the thread of the application object.
[[nodiscard]] QString supportDetails(const Log &log, const Settings &settings,
                                     const std::vector<AccountFacts> &accounts);

} // namespace support
