#pragma once

#include "app/sandbox/answer.h"
#include "app/sandbox/catalogue.h"
#include "app/sandbox/ratelimiter.h"

#include <QString>

#include <chrono>

/// HubSpot's errors, each in the shape it was documented or seen in. The correlation ID is added
/// where they are sent.
namespace sandbox::failures {

[[nodiscard]] Answer unknownPath();
[[nodiscard]] Answer wrongMethod();
[[nodiscard]] Answer wrongContentType();
[[nodiscard]] Answer notAuthenticated();
/// Of an OAuth token, by so much.
[[nodiscard]] Answer expired(std::chrono::seconds since);
[[nodiscard]] Answer rateLimited(RateLimiter::Verdict verdict);
[[nodiscard]] Answer unknownObjectType(const QString &name);
[[nodiscard]] Answer notActivated(const CrmObject &object);
[[nodiscard]] Answer missingScope(const QString &scope);
[[nodiscard]] Answer notStored(const QString &reason);

} // namespace sandbox::failures
