#pragma once

#include "app/history/filter.h"
#include "app/history/store.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <optional>
#include <vector>

namespace history {

class FinderWorker;

/// Looks into a store from a thread of its own, so that nobody waits for it: newest first, the
/// pinned ones before all others, a page at a time. It also sees what other programs write, and
/// keeps the full-text index up to date. All signals come in the thread of this object; none comes
/// for a search that was given up.
class Finder : public QObject
{
    Q_OBJECT
public:
    static constexpr int pageSize = 100;

    /// `folder` holds a store that was opened before, with Store::open(). `clock` must outlive the
    /// finder and be callable from any thread.
    explicit Finder(const QString &folder, const support::Clock &clock, QObject *parent = nullptr);
    /// Waits for at most some milliseconds of work.
    ~Finder() override;

    /// Finds anew; a search under way is given up. found() follows, then counted().
    void find(const Filter &filter);
    /// The next page: found() follows. Does nothing while a page is under way or all are found.
    void findMore();
    /// Looks at once for what was written; else that happens about every second.
    void look();
    /// The submissions that concern the limit, newest first, at most pageSize, older than `before`:
    /// storyRead() follows.
    void readStory(const LimitKey &key, const std::optional<QUuid> &before = {});

Q_SIGNALS:
    /// `first`: the page is the first of a new search, and what was found before counts no more.
    void found(const std::vector<history::Summary> &page, bool first, bool complete);
    /// How many records the filter lets through, of how many; anew after each change.
    void counted(qint64 matching, qint64 all);
    /// Written since the search, by whichever program.
    void changed(const std::vector<history::Changed> &records);
    /// Records were removed, or very many written: what is shown is best found anew.
    void removed();
    /// See Store::story(). `complete`: there are no older ones.
    void storyRead(const history::LimitKey &key, const std::vector<history::Record> &records,
                   bool complete);
    /// The search under way, or the story, ended with an error.
    void failed(const history::StoreError &error);

private:
    QThread m_thread;
    std::atomic<quint64> m_search = 0; ///< the number of the newest search
    FinderWorker *m_worker;            ///< lives in m_thread, and ends with it
    bool m_busy = false;
    bool m_complete = true;
};

} // namespace history
