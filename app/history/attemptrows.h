#pragma once

#include "app/history/database.h"

namespace history {

// The columns of an attempt, which three tables have alike.

inline constexpr QLatin1StringView attemptColumns{
    "sent_at, answered_at, http_status, reason, headers, failure, failure_text, response"};
inline constexpr int attemptColumnCount = 8;

[[nodiscard]] QVariantList attemptValues(const std::optional<QDateTime> &sentAt,
                                         const std::optional<QDateTime> &answeredAt,
                                         const std::optional<api::Reply> &reply);

/// What attemptColumns of a row hold.
struct AttemptRow
{
    std::optional<QDateTime> sentAt;
    std::optional<QDateTime> answeredAt;
    std::optional<api::Reply> reply;
};

/// Reads attemptColumns, the first of them at `first`.
[[nodiscard]] Result<AttemptRow> readAttempt(const Statement &row, int first);
/// The same where it must have been sent.
[[nodiscard]] Result<Attempt> readSentAttempt(const Statement &row, int first);

/// A value that no version of the program can have written.
[[nodiscard]] support::Unexpected<StoreError> unreadable(const QString &what);

} // namespace history
