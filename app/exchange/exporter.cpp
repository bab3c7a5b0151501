#include "app/exchange/exporter.h"

#include "app/support/privatefile.h"

namespace exchange {

using history::Store;
using history::StoreError;
using history::StoreErrorKind;
using support::Done;
using support::Expected;
using support::Unexpected;

namespace {

constexpr int pageSize = 100;

Unexpected<ExportError> cancelled()
{
    return Unexpected{ExportError{ExportError::Kind::Cancelled, {}, {}}};
}

Unexpected<ExportError> storeFailed(const StoreError &error)
{
    return Unexpected{ExportError{ExportError::Kind::Store, error, {}}};
}

Unexpected<ExportError> fileFailed(const QString &detail)
{
    return Unexpected{ExportError{ExportError::Kind::File, {}, detail}};
}

/// All of them before the first is read: the pages shift when a record is pinned meanwhile.
Expected<std::vector<QUuid>, ExportError> idsOf(const ExportScope &scope, const Store &store,
                                                const history::Job &job)
{
    if (const auto *ids = std::get_if<std::vector<QUuid>>(&scope)) {
        return *ids;
    }
    std::vector<QUuid> ids;
    std::optional<history::Summary> last;
    for (bool more = true; more;) {
        const auto page = store.page(std::get<history::Filter>(scope), last, pageSize,
                                     [&job] { return !job.isCancelled(); });
        if (job.isCancelled()) {
            return cancelled();
        }
        if (!page) {
            return storeFailed(page.error());
        }
        for (const history::Summary &summary : *page) {
            ids.push_back(summary.id);
        }
        more = page->size() == pageSize;
        last = page->empty() ? last : std::optional(page->back());
    }
    return ids;
}

} // namespace

/// In the job's thread, until the job is over.
class Exporter::Work
{
public:
    Work(ExportScope scope, std::unique_ptr<RecordFile> format, QString path,
         const support::Clock &clock)
        : m_scope(std::move(scope))
        , m_format(std::move(format))
        , m_path(std::move(path))
        , m_clock(clock)
    {
    }

    [[nodiscard]] Result run(const Store &store, history::Job &job)
    {
        const auto ids = idsOf(m_scope, store, job);
        if (!ids) {
            return Unexpected{ids.error()};
        }
        support::PrivateFile file(m_path);
        if (const auto opened = file.open(); !opened) {
            return fileFailed(opened.error());
        }
        if (const auto begun = file.write(m_format->begin(m_clock.now())); !begun) {
            return fileFailed(begun.error());
        }
        Exported exported;
        qint64 done = 0;
        for (const QUuid &id : *ids) {
            if (job.isCancelled()) {
                return cancelled();
            }
            if (const auto added = add(store, id, file, exported); !added) {
                return Unexpected{added.error()};
            }
            job.report(++done, qint64(ids->size()));
        }
        if (const auto ended = file.write(m_format->end()); !ended) {
            return fileFailed(ended.error());
        }
        if (const auto committed = file.commit(); !committed) {
            return fileFailed(committed.error());
        }
        return exported;
    }

    Result result = cancelled();

private:
    [[nodiscard]] Expected<Done, ExportError> add(const Store &store, const QUuid &id,
                                                  support::PrivateFile &file, Exported &exported)
    {
        const auto record = store.read(id);
        if (!record && record.error().kind == StoreErrorKind::NotFound) {
            return Done{}; // removed since it was found
        }
        if (!record && record.error().kind == StoreErrorKind::Damaged) {
            ++exported.unreadable;
            return Done{};
        }
        if (!record) {
            return storeFailed(record.error());
        }
        ++exported.records;
        if (const auto written = file.write(m_format->record(*record)); !written) {
            return fileFailed(written.error());
        }
        return Done{};
    }

    ExportScope m_scope;
    std::unique_ptr<RecordFile> m_format;
    QString m_path;
    const support::Clock &m_clock;
};

Exporter::Exporter(const QString &folder, const support::Clock &clock, ExportScope scope,
                   std::unique_ptr<RecordFile> format, const QString &path, QObject *parent)
    : QObject(parent)
    , m_work(std::make_shared<Work>(std::move(scope), std::move(format), path, clock))
    , m_job(folder, clock,
            [work = m_work](Store &store, history::Job &job) -> Expected<Done, StoreError> {
                work->result = work->run(store, job);
                return Done{};
            })
{
    connect(&m_job, &history::Job::progress, this, &Exporter::progress);
    connect(&m_job, &history::Job::finished, this, [this](const auto &opened) {
        Q_EMIT finished(opened ? m_work->result : storeFailed(opened.error()));
    });
}

Exporter::~Exporter() = default;

} // namespace exchange
