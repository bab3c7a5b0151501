#pragma once

#include "app/limits/category.h"
#include "app/limits/live.h"
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

/// A type whose limit is to become another one.
struct Edit
{
    Pair pair;
    Category category = Category::UserDefined;
    qint32 typeId = 0;
    QString label;                ///< as shown; empty where none is known
    bool unlabeled = false;       ///< the plain association, which bounds its labels
    LiveLimit base;               ///< the account's limit when the edit was made
    LiveLimit live;               ///< the account's limit when it was read last
    std::optional<qint32> wanted; ///< nullopt: "Many"

    bool operator==(const Edit &) const = default;
};

/// Create where there is no limit yet or none is known, else update; purge for "Many".
[[nodiscard]] Operation operationOf(const Edit &edit);

/// Whether the account has the wanted limit already, so that nothing is to be sent.
[[nodiscard]] bool isDone(const Edit &edit);

/// One limit as it is asked for.
struct Change
{
    Category category = Category::UserDefined;
    qint32 typeId = 0;
    std::optional<qint32> limit; ///< records per source record; nullopt ("Many") only in a Purge
    QString label;               ///< the name when it was asked for; empty where none is known
    LiveLimit before{};          ///< what the account had when it was asked for

    bool operator==(const Change &) const = default;
};

/// One request to come.
struct PlannedRequest
{
    Operation operation = Operation::Create;
    Pair pair;
    std::vector<Change> changes; ///< never empty
    /// Requests of one pair and stage may be under way at once. One of a later stage waits until
    /// all limits of the pair's earlier stages are stored, and is not sent when they are not.
    int stage = 0;

    bool operator==(const PlannedRequest &) const = default;
};

/// Whether the stage is one of those that makePlan() has for unlabeled types alone.
[[nodiscard]] bool isOfUnlabeled(const PlannedRequest &request);

/// What will be written, request by request, in the order it is sent. What is reviewed is what is
/// sent.
struct Plan
{
    Pair pair; ///< the one that is open; requests may also be for its other direction
    std::vector<PlannedRequest> requests;

    [[nodiscard]] qsizetype changeCount() const;
    bool operator==(const Plan &) const = default;
};

/// The edits that are not done yet as requests of at most `inputsPerRequest` (at least 1), in an
/// order that at no moment has a label above the unlabeled type of its direction (HubSpot refuses
/// that): unlabeled types that are raised first, then all labels, then unlabeled types that are
/// lowered. Within that, edits keep their order.
[[nodiscard]] Plan makePlan(const Pair &pair, const std::vector<Edit> &edits,
                            qsizetype inputsPerRequest);

} // namespace limits
