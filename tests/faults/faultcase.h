#pragma once

#include "tests/faults/alterations.h"
#include "tests/support/faultproxy.h"

#include <QString>

#include <vector>

namespace tests {

/// Every call the program makes.
enum class Target {
    Configurations,
    Labels,
    Schemas,
    Enablement,
    RecordsNearLimit,
    AccountDetails,
    Create,
    Update,
    Purge,
};
inline constexpr int targetCount = 9;
[[nodiscard]] const char *nameOf(Target target);
[[nodiscard]] bool isWrite(Target target);

/// How far an answer comes.
enum class Place {
    BeforeStatus,
    InStatus,
    InHeaders,
    BeforeBody,
    InBody,
    BeforeLastByte,
    AfterAnswer,
};
inline constexpr int placeCount = 7;
[[nodiscard]] const char *nameOf(Place place);

/// What happens there.
enum class Ending { Close, Reset, Hang, Drip, Garbage, NulBytes };
inline constexpr int endingCount = 6;
[[nodiscard]] const char *nameOf(Ending ending);

/// One call, and what becomes of its answer.
struct FaultCase
{
    enum class Expected { Success, Failure, Either };

    Target target;
    const Alteration *alteration;
    Place place;
    Ending ending;
    bool reachesServer = true; ///< only for what ends before the status line

    [[nodiscard]] QString name() const;
    [[nodiscard]] Fault fault() const;
    /// Of the call, for the server's own answer `message`.
    [[nodiscard]] Expected expected(const QByteArray &message) const;
    /// Whether nothing but a deadline ends it.
    [[nodiscard]] bool waits(const QByteArray &message) const;
};

/// With each of the alterations, which must outlive them.
[[nodiscard]] std::vector<FaultCase> allFaultCases(const std::vector<Alteration> &alterations);

} // namespace tests
