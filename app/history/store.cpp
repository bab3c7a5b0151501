#include "app/history/store.h"

#include "app/history/database.h"
#include "app/history/exchangerows.h"
#include "app/history/instance.h"
#include "app/history/readbackrows.h"
#include "app/history/recordrows.h"
#include "app/history/search.h"
#include "app/history/storefile.h"
#include "app/history/textrows.h"
#include "app/history/upkeep.h"

namespace history {

using namespace Qt::StringLiterals;
using support::Done;
using support::Unexpected;

class Store::Private
{
public:
    Private(const QString &folder, OpenedFile file)
        : m_folder(folder)
        , m_instance(folder)
        , m_connection(std::move(file.connection))
        , m_readOnly(file.readOnly)
    {
    }

    [[nodiscard]] const QSqlDatabase &database() const { return m_connection->database(); }
    [[nodiscard]] Instance &instance() { return m_instance; }
    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }

    /// Runs `write`, which gives a Result, in a transaction of its own.
    template<typename Write> [[nodiscard]] auto write(Write &&write) -> decltype(write())
    {
        if (auto writable = checkWritable(); !writable) {
            return Unexpected{writable.error()};
        }
        auto written = inTransaction(std::forward<Write>(write));
        if (!written && written.error().kind == StoreErrorKind::Damaged) {
            condemnStoreFile(m_folder);
        }
        return written;
    }

    [[nodiscard]] Result<Done> checkWritable() const
    {
        return m_readOnly ? Result<Done>(Unexpected{StoreError{StoreErrorKind::NewerVersion, {}}})
                          : Done{};
    }

private:
    template<typename Write> [[nodiscard]] auto inTransaction(Write &&write) -> decltype(write())
    {
        Transaction transaction(database(), Transaction::Kind::Write);
        if (auto begun = transaction.begun(); !begun) {
            return Unexpected{begun.error()};
        }
        auto written = write();
        if (!written) {
            return written;
        }
        if (auto committed = transaction.commit(); !committed) {
            return Unexpected{committed.error()};
        }
        return written;
    }

    QString m_folder;
    Instance m_instance;
    std::unique_ptr<Connection> m_connection;
    bool m_readOnly;
};

namespace {

Result<qint64> insertWhole(const QSqlDatabase &database, const Record &record, const Counts &counts,
                           const QString &instance)
{
    const auto place = insertRecord(database, record, counts, instance);
    if (!place) {
        return place;
    }
    if (auto inserted = insertExchanges(database, *place, record.exchanges); !inserted) {
        return Unexpected{inserted.error()};
    }
    for (const ReadBack &readBack : record.readBacks) {
        if (auto inserted = insertReadBack(database, *place, readBack); !inserted) {
            return Unexpected{inserted.error()};
        }
    }
    return place;
}

Result<Done> setColumn(const QSqlDatabase &database, const QUuid &id, const QString &assignment,
                       const QVariant &value)
{
    const auto place = placeOf(database, id);
    if (!place) {
        return Unexpected{place.error()};
    }
    Statement update(database, u"UPDATE submission SET %1 WHERE seq = ?"_s.arg(assignment));
    return update.run({value, *place}) ? Result<Done>(Done{}) : Unexpected{update.failure()};
}

} // namespace

Store::Store() = default;
Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString &folder, const support::Clock &clock)
{
    auto file = openStoreFile(folder, clock);
    if (!file) {
        return Unexpected{file.error()};
    }
    std::unique_ptr<Store> store(new Store);
    store->m_setAside = file->setAside;
    store->d = std::make_unique<Private>(folder, *std::move(file));
    return store;
}

const QString &Store::folder() const
{
    return d->folder();
}

bool Store::isReadOnly() const
{
    return d->isReadOnly();
}

template<typename T> Result<T> Store::announced(Result<T> result)
{
    if (result) {
        Q_EMIT written();
    }
    return result;
}

Result<Done> Store::add(const Record &record, const Counts &counts)
{
    Q_ASSERT(!record.id.isNull() && record.createdAt.isValid());
    if (auto writable = d->checkWritable(); !writable) {
        return writable;
    }
    if (auto held = d->instance().hold(); !held) {
        return held;
    }
    return announced(d->write([&]() -> Result<Done> {
        const auto place = insertWhole(d->database(), record, counts, d->instance().id());
        return place ? Result<Done>(Done{}) : Unexpected{place.error()};
    }));
}

Result<Done> Store::saveExchanges(const Record &record, const std::vector<qsizetype> &indices,
                                  const Counts &counts)
{
    return announced(d->write([&]() -> Result<Done> {
        const auto place = updateRecord(d->database(), record, counts);
        if (!place) {
            return Unexpected{place.error()};
        }
        return updateExchanges(d->database(), *place, indices, record.exchanges);
    }));
}

Result<Done> Store::addReadBack(const Record &record, const Counts &counts)
{
    Q_ASSERT(!record.readBacks.empty());
    return announced(d->write([&]() -> Result<Done> {
        const auto place = updateRecord(d->database(), record, counts);
        if (!place) {
            return Unexpected{place.error()};
        }
        return insertReadBack(d->database(), *place, record.readBacks.back());
    }));
}

Result<Done> Store::setNote(const QUuid &id, const QString &note)
{
    return announced(
        d->write([&] { return setColumn(d->database(), id, u"indexed = 0, note = ?"_s, note); }));
}

Result<Done> Store::setPinned(const QUuid &id, bool pinned)
{
    return announced(
        d->write([&] { return setColumn(d->database(), id, u"pinned = ?"_s, int(pinned)); }));
}

Result<qint64> Store::remove(const std::vector<QUuid> &ids)
{
    return announced(d->write([&] { return removeRecords(d->database(), ids); }));
}

Result<qint64> Store::import(const std::vector<Import> &records)
{
    return announced(d->write([&]() -> Result<qint64> {
        qint64 added = 0;
        for (const auto &[record, counts] : records) {
            Q_ASSERT(record.state != Record::State::InFlight);
            const auto known = placeOf(d->database(), record.id);
            if (known) {
                continue;
            }
            if (known.error().kind != StoreErrorKind::NotFound) {
                return known;
            }
            const auto place = insertWhole(d->database(), record, counts, {});
            if (!place) {
                return place;
            }
            if (auto done = indexRecord(d->database(), *place, record); !done) {
                return Unexpected{done.error()};
            }
            ++added;
        }
        return added;
    }));
}

Result<Record> Store::read(const QUuid &id) const
{
    // One view of the file, whatever another instance writes meanwhile.
    const Transaction view(d->database(), Transaction::Kind::Read);
    if (auto begun = view.begun(); !begun) {
        return Unexpected{begun.error()};
    }
    const auto place = placeOf(d->database(), id);
    return place ? selectRecord(d->database(), *place) : Unexpected{place.error()};
}

Result<std::vector<Summary>> Store::page(const Filter &filter, const std::optional<Summary> &last,
                                         int limit, const GoOn &goOn) const
{
    return selectPage(d->database(), filter, last, limit, goOn);
}

Result<qint64> Store::count(const Filter &filter, const GoOn &goOn) const
{
    return countMatches(d->database(), filter, goOn);
}

Result<std::vector<Record>> Store::story(const LimitKey &key, const std::optional<QUuid> &before,
                                         int limit) const
{
    return selectStory(d->database(), key, before, limit);
}

Result<std::vector<Summary>> Store::reverting(const QUuid &id) const
{
    Statement select(d->database(), u"SELECT %1 FROM submission WHERE reverts = ? "
                                    "ORDER BY seq"_s.arg(summaryColumns));
    return summariesFrom(select, {id.toString(QUuid::WithoutBraces)});
}

Result<std::vector<std::pair<QString, QString>>> Store::accounts() const
{
    // From one account to the next by the index, not through all records.
    Statement select(d->database(),
                     u"WITH RECURSIVE account (key) AS (SELECT min(account_id) FROM submission "
                     "UNION ALL SELECT (SELECT min(account_id) FROM submission "
                     "WHERE account_id > key) FROM account WHERE key IS NOT NULL) "
                     "SELECT key, (SELECT account_name FROM submission WHERE account_id = key "
                     "ORDER BY seq DESC LIMIT 1) AS name FROM account WHERE key IS NOT NULL "
                     "ORDER BY name, key"_s);
    std::vector<std::pair<QString, QString>> accounts;
    for (bool found = select.run() && select.next(); found; found = select.next()) {
        accounts.emplace_back(select.text(0), select.text(1));
    }
    if (select.failed()) {
        return Unexpected{select.failure()};
    }
    return accounts;
}

Result<qint64> Store::unindexed() const
{
    Statement select(d->database(), u"SELECT count(*) FROM submission WHERE indexed = 0"_s);
    if (!select.run() || !select.next()) {
        return Unexpected{select.failure()};
    }
    return select.value(0).toLongLong();
}

Result<Usage> Store::usage() const
{
    return usageOf(d->database());
}

Result<Removal> Store::wouldRemove(const Retention &retention) const
{
    return history::wouldRemove(d->database(), retention);
}

Result<Removal> Store::prune(const Retention &retention, const GoOn &goOn)
{
    if (auto writable = d->checkWritable(); !writable) {
        return Unexpected{writable.error()};
    }
    return announced(history::prune(d->database(), retention, goOn));
}

Result<Done> Store::compact()
{
    if (auto writable = d->checkWritable(); !writable) {
        return writable;
    }
    return history::compact(d->database());
}

Result<Done> Store::backUp(const QString &path) const
{
    return history::backUp(d->database(), path);
}

} // namespace history
