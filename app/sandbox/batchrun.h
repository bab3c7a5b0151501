#pragma once

#include "app/limits/plan.h"
#include "app/sandbox/account.h"
#include "app/sandbox/batchinput.h"

#include <QString>

#include <vector>

namespace sandbox {

/// What became of the inputs of a batch.
struct BatchOutcome
{
    struct Refusal
    {
        TypeKey key;
        QString message;
    };

    std::vector<Limit> done; ///< as they stand now; of a purge, as they were
    std::vector<Refusal> refused;
};

/// Carries the inputs out one after the other, as HubSpot's advice on the order of writes has it:
/// each is held to the limits the ones before it have set. A purge of what is not set is neither
/// done nor refused.
[[nodiscard]] BatchOutcome runBatch(Account &account, limits::Operation operation,
                                    const limits::Pair &pair,
                                    const std::vector<BatchInput> &inputs);

} // namespace sandbox
