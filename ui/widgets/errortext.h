#pragma once

#include "app/api/error.h"

#include <QString>

namespace ui::widgets {

/// An error in words.
struct ErrorText
{
    QString title; ///< one sentence: what happened, and at whose end
    QString next;  ///< what to do next; may have several sentences

    bool operator==(const ErrorText &) const = default;
};

/// For a write; HubSpot's own message is not part of it.
[[nodiscard]] ErrorText errorText(const api::Error &error);

/// For a read: what was to be read is not known.
[[nodiscard]] ErrorText readErrorText(const api::Error &error);

/// "90 s", "60 min", "5 h": a wait the server asked for, rounded up.
[[nodiscard]] QString waitText(int seconds);

} // namespace ui::widgets
