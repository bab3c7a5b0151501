#pragma once

#include "app/exchange/recordfile.h"
#include "app/history/job.h"

#include <QObject>
#include <QString>
#include <QUuid>

#include <memory>
#include <variant>
#include <vector>

namespace exchange {

/// What the filter lets through, or the records with these ids; of both, those that are there.
using ExportScope = std::variant<history::Filter, std::vector<QUuid>>;

struct Exported
{
    qint64 records = 0;
    qint64 unreadable = 0; ///< that are damaged in the store, and so not in the file
};

struct ExportError
{
    enum class Kind : quint8 {
        Cancelled,
        Store,
        File, ///< it cannot be written
    };
    Kind kind = Kind::Cancelled;
    history::StoreError store; ///< of Store
    QString detail;            ///< of File: the system's words
};

/// Writes records of a history into a file, in a thread of its own. The file takes the place of
/// the one before it whole or, on an error, not at all; its owner alone may read it.
class Exporter : public QObject
{
    Q_OBJECT
public:
    using Result = support::Expected<Exported, ExportError>;

    /// `folder` is the store's. `clock` must outlive this and be callable from any thread.
    Exporter(const QString &folder, const support::Clock &clock, ExportScope scope,
             std::unique_ptr<RecordFile> format, const QString &path, QObject *parent = nullptr);
    /// Cancels, and waits for the step under way.
    ~Exporter() override;

    void start() { m_job.start(); }
    void cancel() { m_job.cancel(); }

Q_SIGNALS:
    /// Records written. `total` 0: they are still being looked for.
    void progress(qint64 done, qint64 total);
    /// Exactly once, also after cancel().
    void finished(const exchange::Exporter::Result &result);

private:
    class Work;

    std::shared_ptr<Work> m_work;
    history::Job m_job;
};

} // namespace exchange
