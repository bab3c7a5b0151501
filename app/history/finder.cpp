#include "app/history/finder.h"

#include "app/history/search.h"
#include "app/history/storefile.h"
#include "app/history/textrows.h"
#include "app/support/logging.h"

#include <QTimer>

#include <chrono>

namespace history {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Others' records appear within a second; asking costs a look at shared memory.
constexpr std::chrono::milliseconds lookInterval = 1000ms;
// More changes than that are found anew rather than told one by one.
constexpr int mostChanges = 1000;

} // namespace

class Finder::Worker : public QObject
{
    Q_OBJECT
public:
    Worker(const QString &folder, const support::Clock &clock, const std::atomic<quint64> &search)
        : m_folder(folder)
        , m_clock(clock)
        , m_search(search)
        , m_look(this)
        , m_index(this)
    {
        m_look.setInterval(lookInterval);
        m_index.setInterval(0);
        connect(&m_look, &QTimer::timeout, this, &Worker::look);
        connect(&m_index, &QTimer::timeout, this, &Worker::index);
    }

    void find(quint64 number, const Filter &filter)
    {
        m_filter = filter;
        m_number = number;
        m_last.reset();
        if (!ensureOpen() || !isWanted()) {
            return;
        }
        // Taken before the page: what is written in between is told as a change, at worst twice.
        if (const auto version = storeVersion(database())) {
            m_version = *version;
        }
        if (readPage(true)) {
            countLater();
        }
    }

    void findMore(quint64 number)
    {
        if (number == m_number && ensureOpen()) {
            readPage(false);
        }
    }

    void look()
    {
        if (m_number == 0 || !ensureOpen() || !hasChanged()) {
            return;
        }
        m_index.start();
        const auto version = storeVersion(database());
        if (!version) {
            m_dataVersion = -1; // to be asked again
            return;
        }
        if (version->removals != m_version.removals) {
            m_version = *version;
            Q_EMIT removed(m_number);
            return;
        }
        if (version->revision == m_version.revision) {
            return;
        }
        auto changes = changedSince(database(), m_version.revision, m_filter, mostChanges);
        if (!changes) {
            m_dataVersion = -1;
            return;
        }
        m_version = *version;
        if (int(changes->size()) == mostChanges) {
            Q_EMIT removed(m_number);
            return;
        }
        Q_EMIT changed(m_number, *changes);
        countLater();
    }

    void readStory(const LimitKey &key, const std::optional<QUuid> &before)
    {
        if (!ensureOpen()) {
            return;
        }
        auto records = selectStory(database(), key, before, pageSize);
        if (!records) {
            Q_EMIT failed(records.error());
            return;
        }
        const bool complete = int(records->size()) < pageSize;
        Q_EMIT storyRead(key, *records, complete);
    }

Q_SIGNALS:
    void found(quint64 number, const std::vector<history::Summary> &page, bool first,
               bool complete);
    void counted(quint64 number, qint64 matching, qint64 all);
    void changed(quint64 number, const std::vector<history::Changed> &records);
    void removed(quint64 number);
    void storyRead(const history::LimitKey &key, const std::vector<history::Record> &records,
                   bool complete);
    void failed(const history::StoreError &error);

private:
    [[nodiscard]] const QSqlDatabase &database() const { return m_file->connection->database(); }
    [[nodiscard]] bool isWanted() const { return m_search == m_number; }

    bool ensureOpen()
    {
        if (m_file) {
            return true;
        }
        auto opened = openStoreFile(m_folder, m_clock);
        if (!opened) {
            Q_EMIT failed(opened.error());
            return false;
        }
        m_file.emplace(*std::move(opened));
        m_look.start();
        m_index.start();
        return true;
    }

    bool readPage(bool first)
    {
        const auto page =
            selectPage(database(), m_filter, m_last, pageSize, [this] { return isWanted(); });
        if (!isWanted()) {
            return false;
        }
        if (!page) {
            Q_EMIT failed(page.error());
            return false;
        }
        if (!page->empty()) {
            m_last = page->back();
        }
        Q_EMIT found(m_number, *page, first, int(page->size()) < pageSize);
        return true;
    }

    /// In a turn of its own, so that a page that is asked for meanwhile comes first.
    void countLater()
    {
        QTimer::singleShot(0, this, [this, number = m_number] {
            if (number != m_number || !isWanted()) {
                return;
            }
            const auto all = countMatches(database(), {}, {});
            const auto matching = m_filter.isEmpty() ? all
                                                     : countMatches(database(), m_filter,
                                                                    [this] { return isWanted(); });
            if (all && matching && isWanted()) {
                Q_EMIT counted(m_number, *matching, *all);
            }
        });
    }

    /// Whether anybody else wrote since the last time.
    bool hasChanged()
    {
        Statement select(database(), u"PRAGMA data_version"_s);
        if (!select.run() || !select.next()) {
            return false;
        }
        const qint64 version = select.value(0).toLongLong();
        return std::exchange(m_dataVersion, version) != version;
    }

    /// A little at a time, since whoever searches or writes goes first.
    void index()
    {
        const auto more = m_file->readOnly ? Result<bool>(false) : indexSome(database());
        if (!more) {
            // Nothing is lost: what is not indexed is looked through. The next change tries again.
            qCInfo(support::lcHistory) << "the index is behind:" << more.error().detail;
        }
        if (!more || !*more) {
            m_index.stop();
        }
    }

    const QString m_folder;
    const support::Clock &m_clock;
    const std::atomic<quint64> &m_search;
    std::optional<OpenedFile> m_file;
    Filter m_filter;
    quint64 m_number = 0; ///< of the search that m_filter is of
    std::optional<Summary> m_last;
    Version m_version;
    qint64 m_dataVersion = -1;
    QTimer m_look;
    QTimer m_index;
};

Finder::Finder(const QString &folder, const support::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_worker(new Worker(folder, clock, m_search))
{
    m_thread.setObjectName(u"history"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    const auto isNewest = [this](quint64 number) { return number == m_search; };
    connect(m_worker, &Worker::found, this,
            [this, isNewest](quint64 number, const std::vector<Summary> &page, bool first,
                             bool complete) {
                if (isNewest(number)) {
                    m_busy = false;
                    m_complete = complete;
                    Q_EMIT found(page, first, complete);
                }
            });
    connect(m_worker, &Worker::counted, this,
            [this, isNewest](quint64 number, qint64 matching, qint64 all) {
                if (isNewest(number)) {
                    Q_EMIT counted(matching, all);
                }
            });
    connect(m_worker, &Worker::changed, this,
            [this, isNewest](quint64 number, const std::vector<Changed> &records) {
                if (isNewest(number)) {
                    Q_EMIT changed(records);
                }
            });
    connect(m_worker, &Worker::removed, this, [this, isNewest](quint64 number) {
        if (isNewest(number)) {
            Q_EMIT removed();
        }
    });
    connect(m_worker, &Worker::storyRead, this, &Finder::storyRead);
    connect(m_worker, &Worker::failed, this, [this](const StoreError &error) {
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

#include "finder.moc"
