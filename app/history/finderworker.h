#pragma once

#include "app/history/filter.h"
#include "app/history/search.h"
#include "app/history/storefile.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <optional>

namespace history {

/// What a Finder does in its thread. A search has a number, and every signal about it bears that
/// number, so that what comes too late is known for it.
class FinderWorker : public QObject
{
    Q_OBJECT
public:
    /// `search` is the number of the newest search; an older one is given up. All must outlive the
    /// worker.
    FinderWorker(const QString &folder, const support::Clock &clock,
                 const std::atomic<quint64> &search);

    // See Finder's functions of these names.
    void find(quint64 number, const Filter &filter);
    void findMore(quint64 number);
    void look();
    void readStory(const LimitKey &key, const std::optional<QUuid> &before);

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
    bool ensureOpen();
    /// How many it has; nullopt: it was given up or failed.
    std::optional<int> readPage(bool first);
    /// `known`: how many the filter lets through, where that needs no counting.
    void countLater(std::optional<qint64> known = {});
    [[nodiscard]] bool hasChanged();
    void index();

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

} // namespace history
