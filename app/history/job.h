#pragma once

#include "app/history/store.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

class QThread;

namespace history {

/// Long work on a store: an export, an import, a clean-up. It runs on a thread of its own with a
/// store opened there, so that nobody waits for it.
class Job : public QObject
{
    Q_OBJECT
public:
    /// Called in the other thread. It looks at isCancelled() between small steps and calls
    /// report(); both may be called from any thread. What it finds out it leaves where the caller
    /// reads it after finished().
    using Work = std::function<support::Expected<support::Done, StoreError>(Store &, Job &)>;

    /// `clock` must outlive the job and be callable from any thread.
    Job(const QString &folder, const support::Clock &clock, Work work, QObject *parent = nullptr);
    /// Cancels, and waits for the step under way.
    ~Job() override;

    void start();
    void cancel() { m_cancelled = true; }
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }
    /// `total` 0: nobody knows.
    void report(qint64 done, qint64 total);

Q_SIGNALS:
    /// In the thread of this object, at most some ten times a second.
    void progress(qint64 done, qint64 total);
    /// Exactly once, in the thread of this object; also after cancel(), with what work returned.
    void finished(const support::Expected<support::Done, history::StoreError> &result);

private:
    QString m_folder;
    const support::Clock &m_clock;
    Work m_work;
    std::unique_ptr<QThread> m_thread;
    std::atomic<bool> m_cancelled = false;
    std::atomic<qint64> m_reportedAt = 0; ///< milliseconds since some moment
};

} // namespace history
