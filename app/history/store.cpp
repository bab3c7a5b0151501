#include "app/history/store.h"

#include "app/history/database.h"
#include "app/history/exchangerows.h"
#include "app/history/instance.h"
#include "app/history/readbackrows.h"
#include "app/history/recordrows.h"
#include "app/history/storefile.h"

namespace history {

using namespace Qt::StringLiterals;
using support::Done;
using support::Unexpected;

class Store::Private
{
public:
    Private(const QString &folder, std::unique_ptr<Connection> connection)
        : m_folder(folder)
        , m_instance(folder)
        , m_connection(std::move(connection))
    {
    }

    [[nodiscard]] const QSqlDatabase &database() const { return m_connection->database(); }
    [[nodiscard]] Instance &instance() { return m_instance; }

    /// Runs `write` in a transaction of its own.
    template<typename Write> [[nodiscard]] Result<Done> write(Write &&write)
    {
        auto written = inTransaction(std::forward<Write>(write));
        if (!written && written.error().kind == StoreErrorKind::Damaged) {
            condemnStoreFile(m_folder);
        }
        return written;
    }

private:
    template<typename Write> [[nodiscard]] Result<Done> inTransaction(Write &&write)
    {
        Transaction transaction(database(), Transaction::Kind::Write);
        if (auto begun = transaction.begun(); !begun) {
            return begun;
        }
        if (auto written = write(); !written) {
            return written;
        }
        return transaction.commit();
    }

    QString m_folder;
    Instance m_instance;
    std::unique_ptr<Connection> m_connection;
};

Store::Store() = default;
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString &folder, const support::Clock &clock)
{
    auto file = openStoreFile(folder, clock);
    if (!file) {
        return Unexpected{file.error()};
    }
    std::unique_ptr<Store> store(new Store);
    store->d = std::make_unique<Private>(folder, std::move(file->connection));
    store->m_setAside = file->setAside;
    return store;
}

Result<Done> Store::add(const Record &record, const Counts &counts)
{
    Q_ASSERT(!record.id.isNull() && record.createdAt.isValid());
    if (auto held = d->instance().hold(); !held) {
        return held;
    }
    auto written = d->write([&]() -> Result<Done> {
        const auto row = insertRecord(d->database(), record, counts, d->instance().id());
        if (!row) {
            return Unexpected{row.error()};
        }
        if (auto inserted = insertExchanges(d->database(), *row, record.exchanges); !inserted) {
            return inserted;
        }
        for (const ReadBack &readBack : record.readBacks) {
            if (auto inserted = insertReadBack(d->database(), *row, readBack); !inserted) {
                return inserted;
            }
        }
        return Done{};
    });
    if (written) {
        Q_EMIT added(summaryOf(record, counts));
    }
    return written;
}

Result<Done> Store::saveExchanges(const Record &record, const std::vector<qsizetype> &indices,
                                  const Counts &counts)
{
    auto written = d->write([&]() -> Result<Done> {
        const auto row = updateRecord(d->database(), record, counts);
        if (!row) {
            return Unexpected{row.error()};
        }
        return updateExchanges(d->database(), *row, indices, record.exchanges);
    });
    if (written) {
        Q_EMIT changed(summaryOf(record, counts));
    }
    return written;
}

Result<Done> Store::addReadBack(const Record &record, const Counts &counts)
{
    Q_ASSERT(!record.readBacks.empty());
    auto written = d->write([&]() -> Result<Done> {
        const auto row = updateRecord(d->database(), record, counts);
        if (!row) {
            return Unexpected{row.error()};
        }
        return insertReadBack(d->database(), *row, record.readBacks.back());
    });
    if (written) {
        Q_EMIT changed(summaryOf(record, counts));
    }
    return written;
}

Result<Record> Store::read(const QUuid &id) const
{
    // One view of the file, whatever another instance writes meanwhile.
    Transaction transaction(d->database(), Transaction::Kind::Read);
    if (auto begun = transaction.begun(); !begun) {
        return Unexpected{begun.error()};
    }
    auto found = selectRecord(d->database(), id);
    if (!found) {
        return Unexpected{found.error()};
    }
    auto &[record, row] = *found;
    auto exchanges = selectExchanges(d->database(), row);
    if (!exchanges) {
        return Unexpected{exchanges.error()};
    }
    auto readBacks = selectReadBacks(d->database(), row);
    if (!readBacks) {
        return Unexpected{readBacks.error()};
    }
    record.exchanges = *std::move(exchanges);
    record.readBacks = *std::move(readBacks);
    return std::move(record);
}

Result<std::vector<Summary>> Store::page(const std::optional<Summary> &before, int limit,
                                         const QString &text) const
{
    return selectSummaries(d->database(), before, limit, text);
}

Result<qint64> Store::count() const
{
    Statement select(d->database(), u"SELECT count(*) FROM submission"_s);
    if (!select.run() || !select.next()) {
        return Unexpected{select.failure()};
    }
    return select.value(0).toLongLong();
}

} // namespace history
