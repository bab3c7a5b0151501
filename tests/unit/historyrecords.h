#pragma once

#include "app/history/store.h"

#include <QTimeZone>

namespace tests {

using namespace Qt::StringLiterals;

class FixedClock final : public support::Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime({2026, 11, 3}, {13, 2, 5, 678}, Qt::UTC);
    }
};

inline history::Exchange plannedExchange(std::vector<limits::Change> changes)
{
    return {.request = {limits::Operation::Create, {u"0-1"_s, u"0-2"_s}, std::move(changes)},
            .method = "POST",
            .path = "/crm/associations/2026-03/definitions/configurations/0-1/0-2/batch/create",
            .body = R"({"inputs":[]})",
            .state = history::Exchange::State::Planned,
            .sentAt = std::nullopt,
            .answeredAt = std::nullopt,
            .reply = std::nullopt,
            .refused = {}};
}

/// A record in flight: one exchange was sent (one limit), one is still planned (two limits).
inline history::Record recordInFlight()
{
    using limits::Category;
    history::Record record{
        .id = QUuid::createUuid(),
        .createdAt = FixedClock().now(),
        .accountId = u"sandbox"_s,
        .accountName = u"Sandbox"_s,
        .baseUrl = u"http://127.0.0.1:8080"_s,
        .pair = {u"0-1"_s, u"0-2"_s},
        .fromName = u"Contacts"_s,
        .toName = u"Companies"_s,
        .state = history::Record::State::InFlight,
        .exchanges = {plannedExchange({{Category::HubSpotDefined, 279, 5, u"Unlabeled"_s}}),
                      plannedExchange({{Category::UserDefined, 28, 12, u"Billing contact"_s},
                                       {Category::Work, 7, std::nullopt, {}}})},
        .readBacks = {},
    };
    record.exchanges[0].state = history::Exchange::State::Sent;
    record.exchanges[0].sentAt = FixedClock().now().addMSecs(7);
    return record;
}

inline constexpr history::Counts countsInFlight{.pending = 3};

} // namespace tests
