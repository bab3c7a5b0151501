#pragma once

#include "app/accounts/checkup.h"
#include "ui/widgets/tones.h"

#include <QString>

#include <vector>

namespace ui::accounts {

/// A line of what a checkup found.
struct CheckupLine
{
    widgets::Tone tone = widgets::Tone::Quiet;
    QString text; ///< begins with a sign that says what the tone says

    bool operator==(const CheckupLine &) const = default;
};

/// The account, then each read: whether it is allowed, else why not, with HubSpot's words whole.
[[nodiscard]] std::vector<CheckupLine> checkupLines(const ::accounts::CheckupReport &report);

} // namespace ui::accounts
