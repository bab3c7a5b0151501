#pragma once

#include "app/history/job.h"
#include "app/history/retention.h"
#include "app/support/clock.h"
#include "app/support/settings.h"

namespace ui::history {

/// `days` to keep submissions for and `megabytes` (millions of bytes) to keep the store below; 0:
/// without end.
[[nodiscard]] ::history::Retention retentionOf(int days, int megabytes, const QDateTime &now);

/// What is not kept, as the settings have it; by default everything is kept.
[[nodiscard]] ::history::Retention storedRetention(const support::Settings &settings,
                                                   const QDateTime &now);

/// Removes what is not kept, on a thread of its own; to be called once the store has been opened.
/// `clock` must outlive the job. It belongs to `parent` and goes by itself when it has finished;
/// nullptr where everything is kept.
::history::Job *applyRetention(const QString &folder, const support::Clock &clock,
                               const support::Settings &settings, QObject *parent);

/// Removes what is not kept and reports how far it is, of `expected` records. For a job.
[[nodiscard]] support::Expected<support::Done, ::history::StoreError>
prune(::history::Store &store, ::history::Job &job, const ::history::Retention &retention,
      qint64 expected = 0);

} // namespace ui::history
