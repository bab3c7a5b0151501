#pragma once

#include <QLoggingCategory>

namespace support {

// Quiet by default (warnings and worse); QT_LOGGING_RULES="limits.*=true" shows all of them.
// Nothing that is logged may hold a token, a URL's query or a body.
Q_DECLARE_LOGGING_CATEGORY(lcApi)
Q_DECLARE_LOGGING_CATEGORY(lcHistory)
Q_DECLARE_LOGGING_CATEGORY(lcDrafts)
Q_DECLARE_LOGGING_CATEGORY(lcLive)
Q_DECLARE_LOGGING_CATEGORY(lcSandbox)
Q_DECLARE_LOGGING_CATEGORY(lcSettings)
Q_DECLARE_LOGGING_CATEGORY(lcSubmission)

} // namespace support
