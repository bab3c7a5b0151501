#pragma once

#include "app/api/transport.h"
#include "app/limits/plan.h"

#include <QString>
#include <QUrl>

#include <vector>

namespace exchange {

/// The plan's requests as they will be sent, in their order.
[[nodiscard]] std::vector<api::Request> requestsOf(const limits::Plan &plan);

/// To read: "POST /crm/…", an empty line and the indented body, of one request after the other.
[[nodiscard]] QString plainText(const std::vector<api::Request> &requests);

/// An indented JSON array of objects with `method`, `path` and `body`. The bodies are JSON.
[[nodiscard]] QString jsonText(const std::vector<api::Request> &requests);

/// A command for a POSIX shell for each request, an empty line between them. In place of the token
/// there is `$HUBSPOT_ACCESS_TOKEN`, for the shell to fill in.
[[nodiscard]] QString curlText(const QUrl &baseUrl, const std::vector<api::Request> &requests);

} // namespace exchange
