#include "app/exchange/importer.h"

#include "app/submission/outcomes.h"

#include <QFile>

namespace exchange {

using history::Record;
using history::Store;
using history::StoreError;
using support::Done;
using support::Expected;
using support::Unexpected;

namespace {

// Each batch is a transaction: some hundred records, unless they are very large.
constexpr size_t batchRecords = 200;
constexpr qint64 batchBytes = 16 * 1024 * 1024;

Unexpected<ImportError> cancelled(const Imported &imported = {})
{
    return Unexpected{ImportError{ImportError::Kind::Cancelled, {}, {}, imported}};
}

Unexpected<ImportError> fileFailed(const ReadError &error, const Imported &imported = {})
{
    return Unexpected{ImportError{ImportError::Kind::File, error, {}, imported}};
}

Unexpected<ImportError> storeFailed(const StoreError &error, const Imported &imported = {})
{
    return Unexpected{ImportError{ImportError::Kind::Store, {}, error, imported}};
}

ReadError cannotRead(const QFile &file)
{
    return {ReadErrorKind::CannotRead, {}, file.errorString(), {}, 0};
}

/// Reads the file to its end; how many records it has.
Expected<qint64, ImportError> check(QFile &file, history::Job &job)
{
    RecordReader reader(file);
    for (qint64 count = 0;; ++count) {
        if (job.isCancelled()) {
            return cancelled();
        }
        const auto record = reader.next();
        if (!record) {
            return fileFailed(record.error());
        }
        if (!*record) {
            return count;
        }
        job.report(count + 1, 0);
    }
}

Importer::Result add(QFile &file, qint64 total, Store &store, history::Job &job)
{
    RecordReader reader(file);
    Imported imported;
    for (bool more = true; more;) {
        std::vector<Store::Import> batch;
        const qint64 end = file.pos() + batchBytes;
        while (more && batch.size() < batchRecords && file.pos() < end) {
            auto record = reader.next();
            if (!record) {
                return fileFailed(record.error(), imported);
            }
            more = record->has_value();
            if (more) {
                const history::Counts counts =
                    submission::countsOf(submission::outcomesOf(**record));
                batch.push_back({**std::move(record), counts});
            }
        }
        if (job.isCancelled()) {
            return cancelled(imported);
        }
        const auto added = store.import(batch);
        if (!added) {
            return storeFailed(added.error(), imported);
        }
        imported.added += *added;
        imported.present += qint64(batch.size()) - *added;
        job.report(imported.added + imported.present, total);
    }
    return imported;
}

Importer::Result importFile(const QString &path, Store &store, history::Job &job)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fileFailed(cannotRead(file));
    }
    const auto total = check(file, job);
    if (!total) {
        return Unexpected{total.error()};
    }
    if (!file.seek(0)) {
        return fileFailed(cannotRead(file));
    }
    return add(file, *total, store, job);
}

} // namespace

/// Written in the job's thread, read when the job is over.
struct Importer::State
{
    Result result = cancelled();
};

Importer::Importer(const QString &folder, const support::Clock &clock, const QString &path,
                   QObject *parent)
    : QObject(parent)
    , m_state(std::make_shared<State>())
    , m_job(folder, clock,
            [state = m_state, path](Store &store, history::Job &job) -> Expected<Done, StoreError> {
                state->result = importFile(path, store, job);
                return Done{};
            })
{
    connect(&m_job, &history::Job::progress, this, &Importer::progress);
    connect(&m_job, &history::Job::finished, this, [this](const auto &opened) {
        Q_EMIT finished(opened ? m_state->result : storeFailed(opened.error()));
    });
}

Importer::~Importer() = default;

} // namespace exchange
