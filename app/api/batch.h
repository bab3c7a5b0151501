#pragma once

#include "app/api/error.h"
#include "app/api/transport.h"
#include "app/limits/plan.h"
#include "app/support/expected.h"

#include <QDateTime>
#include <QUrl>

#include <optional>
#include <vector>

namespace api {

/// The version of HubSpot's API that is spoken. A new one comes each March and September.
inline constexpr QLatin1StringView apiVersion{"2026-03"};

/// A time as the server wrote it. `utc` is invalid where the text is no ISO 8601 time.
struct ServerTime
{
    QString text;
    QDateTime utc;

    bool operator==(const ServerTime &) const = default;
};

/// One of the `results[]`: a limit as the server says it stands.
struct StoredLimit
{
    /// As it came; categories this program does not know are kept. Empty: not reported, as in
    /// HubSpot's own sample, though its contract requires it.
    QString category;
    qint32 typeId = 0;
    std::optional<QString> label; ///< absent or null: not reported, or the unlabeled type
    /// `userEnforcedMaxToObjectIds`, else `maxToObjectIds` (one guide's name for it).
    std::optional<qint32> limit;

    bool operator==(const StoredLimit &) const = default;
};

/// The body of a 2xx to batch/create, update or purge. Absent means "not reported": HubSpot's own
/// sample leaves `status` out although the contract requires it.
struct BatchResponse
{
    std::optional<QString> status; ///< COMPLETE, PENDING, PROCESSING, CANCELED, or what came
    std::optional<ServerTime> requestedAt;
    std::optional<ServerTime> startedAt;
    std::optional<ServerTime> completedAt;
    std::vector<StoredLimit> results;
    std::optional<qint64> numErrors;
    std::vector<ErrorDetail> errors;
    std::vector<std::pair<QString, QUrl>> links; ///< name and address, of any scheme
    QStringList unknownKeys;                     ///< top-level names this program does not know

    bool operator==(const BatchResponse &) const = default;
};

/// Path (percent-encoded) and body of a request; source: HubSpot's OpenAPI document
/// associations-schema 2026-03. Inputs carry category, typeId and (not in a purge) maxToObjectIds.
[[nodiscard]] Request encode(const limits::PlannedRequest &planned);

/// Decodes in this order: did it come whole, status, content type, JSON, required keys (`results`,
/// and `typeId` in each), types and ranges. Every 2xx is a success (204 has no body); everything
/// else is an Error. One wrong field is an UnexpectedShape, since nothing beside it can be trusted.
[[nodiscard]] support::Expected<BatchResponse, Error> decodeBatch(const Reply &reply);

} // namespace api
