#pragma once

#include "app/exchange/recordreader.h"
#include "app/history/job.h"

#include <QObject>
#include <QString>

#include <memory>

namespace exchange {

struct Imported
{
    qint64 added = 0;
    qint64 present = 0; ///< that were in the history already, by their id; they stay as they are
};

struct ImportError
{
    enum class Kind : quint8 {
        Cancelled,
        File, ///< it is refused; nothing was added, unless it was changed meanwhile
        Store,
    };
    Kind kind = Kind::Cancelled;
    ReadError file;            ///< of File
    history::StoreError store; ///< of Store
    /// What was done by then. It stays, and another import of the file adds the rest.
    Imported imported;
};

/// Adds the records of a file (see recordjson.h) to a history, in a thread of its own. The file is
/// read to its end before anything is added.
class Importer : public QObject
{
    Q_OBJECT
public:
    using Result = support::Expected<Imported, ImportError>;

    /// `folder` is the store's. `clock` must outlive this and be callable from any thread.
    Importer(const QString &folder, const support::Clock &clock, const QString &path,
             QObject *parent = nullptr);
    /// Cancels, and waits for the step under way.
    ~Importer() override;

    void start() { m_job.start(); }
    void cancel() { m_job.cancel(); }

Q_SIGNALS:
    /// Records read, with `total` 0, while the file is checked; then records added of all.
    void progress(qint64 done, qint64 total);
    /// Exactly once, also after cancel().
    void finished(const exchange::Importer::Result &result);

private:
    struct State;

    std::shared_ptr<State> m_state;
    history::Job m_job;
};

} // namespace exchange
