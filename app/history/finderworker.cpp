#include "app/history/finderworker.h"

#include "app/history/finder.h"
#include "app/history/textrows.h"
#include "app/support/logging.h"

#include <chrono>
#include <utility>

namespace history {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Others' records appear within a second; asking costs a look at shared memory.
constexpr std::chrono::milliseconds lookInterval = 1000ms;
// More changes than that are found anew rather than told one by one.
constexpr int mostChanges = 1000;
constexpr int pageSize = Finder::pageSize;

} // namespace

FinderWorker::FinderWorker(const QString &folder, const support::Clock &clock,
                           const std::atomic<quint64> &search)
    : m_folder(folder)
    , m_clock(clock)
    , m_search(search)
    , m_look(this)
    , m_index(this)
{
    m_look.setInterval(lookInterval);
    m_index.setInterval(0);
    connect(&m_look, &QTimer::timeout, this, &FinderWorker::look);
    connect(&m_index, &QTimer::timeout, this, &FinderWorker::index);
}

void FinderWorker::find(quint64 number, const Filter &filter)
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
    const auto page = readPage(true);
    if (page) {
        // All of them are found already where they are fewer than a page.
        countLater(*page < pageSize ? std::optional<qint64>(*page) : std::nullopt);
    }
}

void FinderWorker::findMore(quint64 number)
{
    if (number == m_number && ensureOpen()) {
        readPage(false);
    }
}

void FinderWorker::look()
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

void FinderWorker::readStory(const LimitKey &key, const std::optional<QUuid> &before)
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

bool FinderWorker::ensureOpen()
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

std::optional<int> FinderWorker::readPage(bool first)
{
    const auto page =
        selectPage(database(), m_filter, m_last, pageSize, [this] { return isWanted(); });
    if (!isWanted()) {
        return std::nullopt;
    }
    if (!page) {
        Q_EMIT failed(page.error());
        return std::nullopt;
    }
    if (!page->empty()) {
        m_last = page->back();
    }
    const int size = int(page->size());
    Q_EMIT found(m_number, *page, first, size < pageSize);
    return size;
}

/// In a turn of its own, so that a page that is asked for meanwhile comes first.
void FinderWorker::countLater(std::optional<qint64> known)
{
    QTimer::singleShot(0, this, [this, known, number = m_number]() mutable {
        if (number != m_number || !isWanted()) {
            return;
        }
        const auto all = countMatches(database(), {}, {});
        if (!known) {
            const auto matching = m_filter.isEmpty() ? all
                                                     : countMatches(database(), m_filter,
                                                                    [this] { return isWanted(); });
            known = matching ? std::optional(*matching) : std::nullopt;
        }
        if (all && known && isWanted()) {
            Q_EMIT counted(m_number, *known, *all);
        }
    });
}

/// Whether anybody else wrote since the last time.
bool FinderWorker::hasChanged()
{
    Statement select(database(), u"PRAGMA data_version"_s);
    if (!select.run() || !select.next()) {
        return false;
    }
    const qint64 version = select.value(0).toLongLong();
    return std::exchange(m_dataVersion, version) != version;
}

/// A little at a time, since whoever searches or writes goes first.
void FinderWorker::index()
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

} // namespace history
