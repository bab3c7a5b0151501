#include "app/limits/plan.h"

#include <algorithm>
#include <numeric>

namespace limits {

using namespace Qt::StringLiterals;

QLatin1StringView wireName(Operation operation)
{
    switch (operation) {
    case Operation::Create:
        return "create"_L1;
    case Operation::Update:
        return "update"_L1;
    case Operation::Purge:
        return "purge"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<Operation> operationFromWire(QStringView name)
{
    for (const Operation operation : {Operation::Create, Operation::Update, Operation::Purge}) {
        if (name == wireName(operation)) {
            return operation;
        }
    }
    return std::nullopt;
}

qsizetype Plan::changeCount() const
{
    return std::accumulate(requests.begin(), requests.end(), qsizetype(0),
                           [](qsizetype sum, const PlannedRequest &request) {
                               return sum + qsizetype(request.changes.size());
                           });
}

Plan makePlan(const Pair &pair, const std::vector<Change> &changes, qsizetype inputsPerRequest)
{
    Q_ASSERT(inputsPerRequest > 0);
    Plan plan{pair, {}};
    for (auto first = changes.begin(); first != changes.end();) {
        const auto last = first + std::min<std::ptrdiff_t>(inputsPerRequest, changes.end() - first);
        plan.requests.push_back({Operation::Create, pair, {first, last}});
        first = last;
    }
    return plan;
}

} // namespace limits
