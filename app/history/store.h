#pragma once

#include "app/history/record.h"
#include "app/support/clock.h"
#include "app/support/expected.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace history {

enum class StoreErrorKind : quint8 {
    CannotOpen,   ///< folder or file cannot be made or read
    NewerVersion, ///< written by a later version of this program; left untouched
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
    /// begun: see setAside(). A newer version's file is an error and stays as it is.
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

    [[nodiscard]] support::Expected<Record, StoreError> read(const QUuid &id) const;

    /// Newest first, at most `limit`, older than `before` (nullopt: from the newest) and, where
    /// `text` is not empty, with that text in pair, names or account.
    [[nodiscard]] support::Expected<std::vector<Summary>, StoreError>
    page(const std::optional<Summary> &before, int limit, const QString &text = {}) const;

    [[nodiscard]] support::Expected<qint64, StoreError> count() const;

Q_SIGNALS:
    /// After each write of this object that succeeded.
    void added(const history::Summary &summary);
    void changed(const history::Summary &summary);

private:
    Store();

    class Private;
    std::unique_ptr<Private> d;
    std::optional<QString> m_setAside;
};

} // namespace history
