#include "app/history/finder.h"

#include "app/history/finderworker.h"

namespace history {

using namespace Qt::StringLiterals;

Finder::Finder(const QString &folder, const support::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_worker(new FinderWorker(folder, clock, m_search))
{
    m_thread.setObjectName(u"history"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    const auto isNewest = [this](quint64 number) { return number == m_search; };
    connect(m_worker, &FinderWorker::found, this,
            [this, isNewest](quint64 number, const std::vector<Summary> &page, bool first,
                             bool complete) {
                if (isNewest(number)) {
                    m_busy = false;
                    m_complete = complete;
                    Q_EMIT found(page, first, complete);
                }
            });
    connect(m_worker, &FinderWorker::counted, this,
            [this, isNewest](quint64 number, qint64 matching, qint64 all) {
                if (isNewest(number)) {
                    Q_EMIT counted(matching, all);
                }
            });
    connect(m_worker, &FinderWorker::changed, this,
            [this, isNewest](quint64 number, const std::vector<Changed> &records) {
                if (isNewest(number)) {
                    Q_EMIT changed(records);
                }
            });
    connect(m_worker, &FinderWorker::removed, this, [this, isNewest](quint64 number) {
        if (isNewest(number)) {
            Q_EMIT removed();
        }
    });
    connect(m_worker, &FinderWorker::storyRead, this, &Finder::storyRead);
    connect(m_worker, &FinderWorker::failed, this, [this](const StoreError &error) {
        m_busy = false;
        Q_EMIT failed(error);
    });
    m_thread.start(QThread::LowPriority);
}

Finder::~Finder()
{
    ++m_search;
    m_thread.quit();
    m_thread.wait();
}

void Finder::find(const Filter &filter)
{
    m_busy = true;
    m_complete = true;
    const quint64 number = ++m_search;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, number, filter] { worker->find(number, filter); },
        Qt::QueuedConnection);
}

void Finder::findMore()
{
    if (m_busy || m_complete) {
        return;
    }
    m_busy = true;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, number = quint64(m_search)] { worker->findMore(number); },
        Qt::QueuedConnection);
}

void Finder::look()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->look(); }, Qt::QueuedConnection);
}

void Finder::readStory(const LimitKey &key, const std::optional<QUuid> &before)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, key, before] { worker->readStory(key, before); },
        Qt::QueuedConnection);
}

} // namespace history
