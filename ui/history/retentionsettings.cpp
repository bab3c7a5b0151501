#include "ui/history/retentionsettings.h"

#include "app/support/logging.h"

#include <algorithm>

namespace ui::history {

using ::history::Job;
using ::history::Retention;
using ::history::Store;
using ::history::StoreError;
using support::Done;
using support::Expected;
using support::Unexpected;
namespace settings = support::settings;

Retention retentionOf(int days, int megabytes, const QDateTime &now)
{
    Retention retention;
    if (days > 0) {
        retention.olderThan = now.addDays(-days);
    }
    if (megabytes > 0) {
        retention.aboveBytes = qint64(megabytes) * 1000 * 1000;
    }
    return retention;
}

Retention storedRetention(const support::Settings &stored, const QDateTime &now)
{
    return retentionOf(stored.value(settings::historyKeepDays),
                       stored.value(settings::historyKeepMegabytes), now);
}

Job *applyRetention(const QString &folder, const support::Clock &clock,
                    const support::Settings &stored, QObject *parent)
{
    const Retention retention = storedRetention(stored, clock.now());
    if (retention == Retention()) {
        return nullptr;
    }
    auto *job = new Job(
        folder, clock,
        [retention](Store &store, Job &running) { return prune(store, running, retention); },
        parent);
    QObject::connect(job, &Job::finished, job, [job](const Expected<Done, StoreError> &done) {
        // The next start tries again; a store that cannot be written says so where it matters.
        if (!done) {
            qCInfo(support::lcHistory) << "nothing was cleaned up:" << done.error().detail;
        }
        job->deleteLater();
    });
    job->start();
    return job;
}

Expected<Done, StoreError> prune(Store &store, Job &job, const Retention &retention,
                                 qint64 expected)
{
    // Asked before each step of some hundred records.
    constexpr qint64 step = 200;
    qint64 done = 0;
    const auto removal = store.prune(retention, [&] {
        job.report(std::min(done, expected), expected);
        done += step;
        return !job.isCancelled();
    });
    return removal ? Expected<Done, StoreError>(Done{}) : Unexpected{removal.error()};
}

} // namespace ui::history
