#include "app/history/job.h"

#include <QThread>

#include <chrono>

namespace history {

using support::Done;
using support::Unexpected;

namespace {

constexpr qint64 reportInterval = 100; // milliseconds

qint64 millisecondsNow()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

Job::Job(const QString &folder, const support::Clock &clock, Work work, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_clock(clock)
    , m_work(std::move(work))
{
}

Job::~Job()
{
    cancel();
    if (m_thread) {
        m_thread->wait();
    }
}

void Job::start()
{
    Q_ASSERT(!m_thread);
    m_thread.reset(QThread::create([this] {
        support::Expected<Done, StoreError> result = Done{};
        if (auto store = Store::open(m_folder, m_clock)) {
            result = m_work(**store, *this);
        } else {
            result = Unexpected{store.error()};
        }
        // The object lives until the thread has ended, so it takes what was posted or is gone.
        QMetaObject::invokeMethod(
            this, [this, result] { Q_EMIT finished(result); }, Qt::QueuedConnection);
    }));
    m_thread->start();
}

void Job::report(qint64 done, qint64 total)
{
    const qint64 now = millisecondsNow();
    if (now - m_reportedAt < reportInterval) {
        return;
    }
    m_reportedAt = now;
    QMetaObject::invokeMethod(
        this, [this, done, total] { Q_EMIT progress(done, total); }, Qt::QueuedConnection);
}

} // namespace history
