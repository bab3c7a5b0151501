#pragma once

#include "app/sandbox/account.h"
#include "app/sandbox/batchinput.h"
#include "app/sandbox/catalogue.h"
#include "app/sandbox/httpserver.h"
#include "app/sandbox/ratelimiter.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>

#include <vector>

/// The bodies of HubSpot's answers. The correlation ID of an error and the headers all answers
/// share are added where they are sent.
namespace sandbox::answers {

/// The three times of a batch, taken from the clock when they happened.
struct BatchTimes
{
    QDateTime requestedAt;
    QDateTime startedAt;
    QDateTime completedAt;
};

/// An input of a batch that was refused.
struct Refusal
{
    TypeKey key;
    QString message;
};

[[nodiscard]] Answer accountDetails(const QTimeZone &zone, const QDateTime &now);
[[nodiscard]] Answer schemas(const Catalogue &catalogue);
[[nodiscard]] Answer enablement(const Catalogue &catalogue);
[[nodiscard]] Answer labels(const limits::Pair &pair, const std::vector<AssociationType> &types);
[[nodiscard]] Answer limitsSet(const std::vector<Limit> &limits);
/// Without records, since the sandbox has none: only the limit is real.
[[nodiscard]] Answer recordsNearLimit(qint32 limit);

[[nodiscard]] Answer batch(limits::Operation operation, const BatchTimes &times,
                           const std::vector<Limit> &done, const std::vector<Refusal> &refused);

[[nodiscard]] Answer unknownPath();
[[nodiscard]] Answer wrongMethod();
[[nodiscard]] Answer wrongContentType();
[[nodiscard]] Answer notAuthenticated();
[[nodiscard]] Answer rateLimited(RateLimiter::Verdict verdict);
[[nodiscard]] Answer unknownObjectType(const QString &name);
[[nodiscard]] Answer notActivated(const CrmObject &object);
[[nodiscard]] Answer missingScope(const QString &scope);
[[nodiscard]] Answer notStored(const QString &reason);

} // namespace sandbox::answers
