#pragma once

#include "app/limits/category.h"
#include "app/limits/objecttypes.h"

#include <QString>

#include <optional>
#include <vector>

namespace limits {

/// What a request does to the limits in it; HubSpot's `batch/create`, `batch/update`,
/// `batch/purge`.
enum class Operation : quint8 { Create, Update, Purge };

/// The last path segment, which is also its name in the history: "create", "update", "purge".
[[nodiscard]] QLatin1StringView wireName(Operation operation);
[[nodiscard]] std::optional<Operation> operationFromWire(QStringView name);

/// One limit as it is asked for.
struct Change
{
    Category category = Category::UserDefined;
    qint32 typeId = 0;
    std::optional<qint32> limit; ///< records per source record; nullopt ("Many") only in a Purge
    QString label;               ///< the name when it was asked for; empty where none is known

    bool operator==(const Change &) const = default;
};

/// One request to come.
struct PlannedRequest
{
    Operation operation = Operation::Create;
    Pair pair;
    std::vector<Change> changes; ///< never empty

    bool operator==(const PlannedRequest &) const = default;
};

/// What will be written, request by request, in the order it is sent. What is reviewed is what is
/// sent.
struct Plan
{
    Pair pair;
    std::vector<PlannedRequest> requests;

    [[nodiscard]] qsizetype changeCount() const;
    bool operator==(const Plan &) const = default;
};

/// Splits the changes into requests of at most `inputsPerRequest` (at least 1), keeping their
/// order.
[[nodiscard]] Plan makePlan(const Pair &pair, const std::vector<Change> &changes,
                            qsizetype inputsPerRequest);

} // namespace limits
