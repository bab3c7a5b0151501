#pragma once

#include "app/api/error.h"
#include "app/api/jsonfields.h"
#include "app/api/transport.h"
#include "app/support/expected.h"

#include <QJsonObject>

namespace api {

/// The Error of a reply that did not come whole or is not a 2xx; every field of HubSpot's error
/// body is optional, and the body may be HTML (`message` is its title then), plain text or nothing.
[[nodiscard]] Error decodeError(const Reply &reply);

/// The JSON object in a reply's body, looked for in the order in which every answer is decoded: did
/// it come whole, status (each 2xx is good), content type, JSON. Its fields are the caller's.
[[nodiscard]] support::Expected<QJsonObject, Error> decodeObject(const Reply &reply);

/// The Error of a 2xx with fields that do not fit: one wrong field, and nothing beside it can be
/// trusted.
[[nodiscard]] Error unexpectedShape(const Reply &reply, Problems problems);

} // namespace api
