#pragma once

#include "app/history/record.h"

#include <optional>
#include <vector>

namespace submission {

/// Which requests of a record may be under way at once. Those of one pair and stage may; a later
/// stage of a pair waits until all limits of its earlier ones are stored, and never comes when they
/// are not. Pairs do not wait for each other.
class Schedule
{
public:
    Schedule() = default;
    explicit Schedule(const std::vector<history::Exchange> &exchanges);

    /// The first request, in the order of the record, that may be under way now. It is from then
    /// on. nullopt: none before another one has ended, or none at all.
    [[nodiscard]] std::optional<qsizetype> takeNext();
    /// `stored`: all its limits are.
    void ended(qsizetype index, bool stored);

private:
    /// The requests of one pair.
    struct Course
    {
        limits::Pair pair;
        std::vector<std::pair<int, qsizetype>> requests; ///< stage and index, in that order
        size_t next = 0;
        int underWay = 0;   ///< all of the same stage
        bool stored = true; ///< all limits of those that ended

        [[nodiscard]] bool mayGoOn() const;
    };

    [[nodiscard]] Course &courseOf(const limits::Pair &pair);

    std::vector<Course> m_courses;
    std::vector<size_t> m_courseOf; ///< by the index of the request
};

} // namespace submission
