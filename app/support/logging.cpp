#include "app/support/logging.h"

namespace support {

Q_LOGGING_CATEGORY(lcApi, "limits.api", QtWarningMsg)
Q_LOGGING_CATEGORY(lcHistory, "limits.history", QtWarningMsg)
Q_LOGGING_CATEGORY(lcDrafts, "limits.drafts", QtWarningMsg)
Q_LOGGING_CATEGORY(lcLive, "limits.live", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSandbox, "limits.sandbox", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSettings, "limits.settings", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSubmission, "limits.submission", QtWarningMsg)

} // namespace support
