#include "app/sandbox/batchrun.h"

#include <optional>

namespace sandbox {

using limits::Operation;
using support::Expected;
using support::Unexpected;

namespace {

/// The limit set or removed; nullopt where there was nothing to remove.
Expected<std::optional<Limit>, QString> apply(Account &account, Operation operation,
                                              const TypeKey &key, qint32 limit)
{
    if (operation == Operation::Purge) {
        return account.purge(key);
    }
    const Expected<Limit, QString> stored =
        operation == Operation::Create ? account.create(key, limit) : account.update(key, limit);
    if (!stored) {
        return Unexpected{stored.error()};
    }
    return std::optional<Limit>(*stored);
}

} // namespace

BatchOutcome runBatch(Account &account, Operation operation, const limits::Pair &pair,
                      const std::vector<BatchInput> &inputs)
{
    BatchOutcome batch;
    for (const BatchInput &input : inputs) {
        const TypeKey key{pair, input.category, input.typeId};
        const auto outcome = apply(account, operation, key, input.maxToObjectIds);
        if (!outcome) {
            batch.refused.push_back({key, outcome.error()});
        } else if (*outcome) {
            batch.done.push_back(**outcome);
        }
    }
    return batch;
}

} // namespace sandbox
