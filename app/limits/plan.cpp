#include "app/limits/plan.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

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

Operation operationOf(const Edit &edit)
{
    if (!edit.wanted) {
        return Operation::Purge;
    }
    return edit.live.known && edit.live.limit ? Operation::Update : Operation::Create;
}

bool isDone(const Edit &edit)
{
    return edit.live.known && edit.live.limit == edit.wanted;
}

namespace {

enum Stage { RaiseUnlabeled, Labels, LowerUnlabeled, StageCount };

/// "Many" is the highest limit of all.
bool raises(const Edit &edit)
{
    if (!edit.wanted) {
        return true;
    }
    return edit.live.known && edit.live.limit && *edit.wanted > *edit.live.limit;
}

Stage stageOf(const Edit &edit)
{
    if (!edit.unlabeled) {
        return Labels;
    }
    return raises(edit) ? RaiseUnlabeled : LowerUnlabeled;
}

/// Requests that may be under way at once, keyed by the place of their pair among the pairs.
using Group = std::tuple<int, size_t, Operation>;

void append(Plan &plan, const PlannedRequest &like, const std::vector<Change> &changes,
            qsizetype inputsPerRequest)
{
    for (auto first = changes.begin(); first != changes.end();) {
        const auto last = first + std::min<std::ptrdiff_t>(inputsPerRequest, changes.end() - first);
        plan.requests.push_back({like.operation, like.pair, {first, last}, like.stage});
        first = last;
    }
}

} // namespace

bool isOfUnlabeled(const PlannedRequest &request)
{
    return request.stage == RaiseUnlabeled || request.stage == LowerUnlabeled;
}

Plan makePlan(const Pair &pair, const std::vector<Edit> &edits, qsizetype inputsPerRequest)
{
    Q_ASSERT(inputsPerRequest > 0);
    std::vector<Pair> pairs;
    std::map<Group, std::vector<Change>> groups;
    for (const Edit &edit : edits) {
        if (isDone(edit)) {
            continue;
        }
        auto known = std::ranges::find(pairs, edit.pair);
        if (known == pairs.end()) {
            known = pairs.insert(known, edit.pair);
        }
        const Group group{stageOf(edit), size_t(known - pairs.begin()), operationOf(edit)};
        groups[group].push_back({edit.category, edit.typeId, edit.wanted, edit.label, edit.live});
    }
    Plan plan{pair, {}};
    for (const auto &[group, changes] : groups) {
        const auto &[stage, place, operation] = group;
        append(plan, {operation, pairs[place], {}, stage}, changes, inputsPerRequest);
    }
    return plan;
}

} // namespace limits
