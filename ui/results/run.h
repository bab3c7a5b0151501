#pragma once

#include "app/submission/runner.h"

#include <QDateTime>
#include <QUuid>

#include <optional>

namespace ui::results {

/// What a runner does, as far as the panel shows it.
struct Run
{
    QUuid record; ///< that it is about
    submission::Phase phase = submission::Phase::Idle;
    std::optional<QDateTime> lookAgainAt{}; ///< UTC; set in Phase::Waiting
    bool readBackFailed = false;            ///< the last look at one of the pairs

    [[nodiscard]] bool isReadingBack() const
    {
        return phase == submission::Phase::ReadingBack || phase == submission::Phase::Waiting;
    }
    bool operator==(const Run &) const = default;
};

} // namespace ui::results
