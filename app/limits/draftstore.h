#pragma once

#include "app/limits/document.h"
#include "app/support/expected.h"

#include <QCoreApplication>
#include <QSet>
#include <QString>

#include <vector>

namespace limits {

/// What was typed and not submitted, for each account and pair, on disk through crashes and
/// restarts: one JSON file each, readable by its owner alone. Errors are words for the person.
class DraftStore
{
    Q_DECLARE_TR_FUNCTIONS(limits::DraftStore)
public:
    /// The folder is made with the first draft.
    explicit DraftStore(QString folder);

    /// The rows as they were saved, all of Side::There; none where there is no draft. A file that
    /// cannot be read is renamed to `….damaged-<number>`; one that a later version wrote stays as
    /// it is.
    [[nodiscard]] support::Expected<std::vector<DraftRow>, QString> load(const QString &accountId,
                                                                         const Pair &pair) const;

    /// Replaces the draft whole or, on an error, not at all; no rows remove it. A draft that
    /// load() would not read is not overwritten.
    [[nodiscard]] support::Expected<support::Done, QString>
    save(const QString &accountId, const Pair &pair, const std::vector<DraftRow> &rows);

private:
    [[nodiscard]] QString pathOf(const QString &accountId, const Pair &pair) const;

    QString m_folder;
    /// Files this object has read or written, which save() need not look into before it replaces
    /// them: that would double its time with a long draft.
    mutable QSet<QString> m_known;
};

} // namespace limits
