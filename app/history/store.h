#pragma once

#include "app/history/filter.h"
#include "app/history/record.h"
#include "app/history/retention.h"
#include "app/support/clock.h"
#include "app/support/expected.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace history {

enum class StoreErrorKind : quint8 {
    CannotOpen,   ///< folder or file cannot be made or read
    NewerVersion, ///< written by a later version of this program; it can't be read, or not written
    CannotWrite,  ///< disk full, read-only, locked
    NotFound,
    Damaged, ///< a record that cannot be read
};

struct StoreError
{
    StoreErrorKind kind = StoreErrorKind::CannotOpen;
    QString detail; ///< SQLite's or the system's words
};

/// The history: submissions in an SQLite file (WAL, mode 0600), for years. All calls block for the
/// time of one small transaction; all are to be made from the thread that opened the store.
/// Several programs may have the same store open.
class Store : public QObject
{
    Q_OBJECT
public:
    /// Opens or creates the store in `folder` (made, 0700, if missing) as `history.sqlite`. A file
    /// that is damaged or no database is renamed to `history.sqlite.damaged-<time>` and a new one
    /// begun: see setAside(). A newer version's file is opened read-only where its tables can be
    /// read, else it is an error; it stays as it is.
    /// Records that were in flight in a program that no longer runs become Interrupted.
    [[nodiscard]] static support::Expected<std::unique_ptr<Store>, StoreError>
    open(const QString &folder, const support::Clock &clock);
    ~Store() override;

    /// The path a damaged file was moved to while opening; nullopt if none was.
    [[nodiscard]] std::optional<QString> setAside() const { return m_setAside; }

    /// Writes a new record, whole. When this returns, it is on disk (synchronous=FULL).
    [[nodiscard]] support::Expected<support::Done, StoreError> add(const Record &record,
                                                                   const Counts &counts);
    /// Writes what became of these exchanges of a record that was added, the record's state and its
    /// counts, in one transaction. What was asked stays as it was added; of `refused` only what is
    /// new is written.
    [[nodiscard]] support::Expected<support::Done, StoreError>
    saveExchanges(const Record &record, const std::vector<qsizetype> &indices,
                  const Counts &counts);
    /// Writes the last of the record's read-backs, its state and its counts.
    [[nodiscard]] support::Expected<support::Done, StoreError> addReadBack(const Record &record,
                                                                           const Counts &counts);

    /// A person's words about a record, and whether it is pinned.
    [[nodiscard]] support::Expected<support::Done, StoreError> setNote(const QUuid &id,
                                                                       const QString &note);
    [[nodiscard]] support::Expected<support::Done, StoreError> setPinned(const QUuid &id,
                                                                         bool pinned);
    /// Records in flight stay, and so do ids that are not there; how many are gone.
    [[nodiscard]] support::Expected<qint64, StoreError> remove(const std::vector<QUuid> &ids);

    /// A record from elsewhere.
    struct Import
    {
        Record record; ///< not in flight
        Counts counts;
    };
    /// Adds those whose id is not there yet, all of them or, on an error, none; how many.
    [[nodiscard]] support::Expected<qint64, StoreError> import(const std::vector<Import> &records);

    [[nodiscard]] support::Expected<Record, StoreError> read(const QUuid &id) const;

    /// Asked between steps of some milliseconds; false gives the work up.
    using GoOn = std::function<bool()>;

    /// The pinned ones first, then newest first: at most `limit`, those after `last` (nullopt: from
    /// the top). What `goOn` gives up is not whole.
    [[nodiscard]] support::Expected<std::vector<Summary>, StoreError>
    page(const Filter &filter, const std::optional<Summary> &last, int limit,
         const GoOn &goOn = {}) const;
    /// How many the filter lets through.
    [[nodiscard]] support::Expected<qint64, StoreError> count(const Filter &filter = {},
                                                              const GoOn &goOn = {}) const;

    /// The submissions that concern the limit, newest first, at most `limit`, older than `before`:
    /// records with those exchanges alone that name it, and read-backs of its pair alone.
    [[nodiscard]] support::Expected<std::vector<Record>, StoreError>
    story(const LimitKey &key, const std::optional<QUuid> &before, int limit) const;
    /// Those that were made to take this one back, oldest first.
    [[nodiscard]] support::Expected<std::vector<Summary>, StoreError>
    reverting(const QUuid &id) const;
    /// Accounts that have records, id and newest name, by name.
    [[nodiscard]] support::Expected<std::vector<std::pair<QString, QString>>, StoreError>
    accounts() const;

    [[nodiscard]] support::Expected<Usage, StoreError> usage() const;
    /// How many records are looked through by a search, since the index has them not yet.
    [[nodiscard]] support::Expected<qint64, StoreError> unindexed() const;
    /// What prune() would remove.
    [[nodiscard]] support::Expected<Removal, StoreError>
    wouldRemove(const Retention &retention) const;
    /// In steps of some hundred records.
    [[nodiscard]] support::Expected<Removal, StoreError> prune(const Retention &retention,
                                                               const GoOn &goOn = {});
    /// Gives the room of what was removed back to the disk. May take a while.
    [[nodiscard]] support::Expected<support::Done, StoreError> compact();
    /// A copy as of this moment, mode 0600, that can be opened in place of the store; others may
    /// write meanwhile. `path` must not exist.
    [[nodiscard]] support::Expected<support::Done, StoreError> backUp(const QString &path) const;

    [[nodiscard]] const QString &folder() const;
    /// A newer version of this program wrote the store: it can be looked at, and no write succeeds.
    [[nodiscard]] bool isReadOnly() const;

Q_SIGNALS:
    /// After each write of this object that succeeded.
    void written();

private:
    Store();
    /// Passes the result on, after written() where it is none of an error.
    template<typename T>
    support::Expected<T, StoreError> announced(support::Expected<T, StoreError> result);

    class Private;
    std::unique_ptr<Private> d;
    std::optional<QString> m_setAside;
};

} // namespace history
