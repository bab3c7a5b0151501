#include "app/history/textrows.h"

#include "app/history/recordrows.h"
#include "app/history/searchtext.h"

#include <chrono>

namespace history {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Done;
using support::Unexpected;

namespace {

// Another writer waits meanwhile.
constexpr std::chrono::milliseconds patience = 10ms;
constexpr int mostAtOnce = 64;

Result<std::vector<qint64>> unindexed(const QSqlDatabase &database, int limit)
{
    std::vector<qint64> places;
    Statement select(database, u"SELECT seq FROM submission WHERE indexed = 0 AND "
                               "state <> 'in_flight' ORDER BY seq DESC LIMIT ?"_s);
    for (bool found = select.run({limit}) && select.next(); found; found = select.next()) {
        places.push_back(select.value(0).toLongLong());
    }
    if (select.failed()) {
        return Unexpected{select.failure()};
    }
    return places;
}

} // namespace

Result<Done> indexRecord(const QSqlDatabase &database, qint64 place, const Record &record)
{
    Statement remove(database, u"DELETE FROM submission_text WHERE rowid = ?"_s);
    if (!remove.run({place})) {
        return Unexpected{remove.failure()};
    }
    Statement insert(database, u"INSERT INTO submission_text (rowid, text) VALUES (?, ?)"_s);
    if (!insert.run({place, searchText(record)})) {
        return Unexpected{insert.failure()};
    }
    Statement type(database, u"INSERT INTO type_in_submission VALUES (?, ?) "
                             "ON CONFLICT DO NOTHING"_s);
    for (const Exchange &exchange : record.exchanges) {
        for (const limits::Change &change : exchange.request.changes) {
            if (!type.run({change.typeId, place})) {
                return Unexpected{type.failure()};
            }
        }
    }
    Statement mark(database, u"UPDATE submission SET indexed = 1 WHERE seq = ?"_s);
    if (!mark.run({place})) {
        return Unexpected{mark.failure()};
    }
    return Done{};
}

Result<bool> indexSome(const QSqlDatabase &database)
{
    // Looked for before the transaction: mostly there is nothing, and nobody is to wait for that.
    const auto waiting = unindexed(database, 1);
    if (!waiting || waiting->empty()) {
        return waiting ? Result<bool>(false) : Unexpected{waiting.error()};
    }
    Transaction transaction(database, Transaction::Kind::Write);
    if (auto begun = transaction.begun(); !begun) {
        return Unexpected{begun.error()};
    }
    const auto places = unindexed(database, mostAtOnce);
    if (!places) {
        return Unexpected{places.error()};
    }
    const auto start = std::chrono::steady_clock::now();
    size_t done = 0;
    for (; done < places->size() && std::chrono::steady_clock::now() - start < patience; ++done) {
        // A record that can't be read is found by no text, and keeps no other one from being found.
        const auto record = selectRecord(database, places->at(done));
        if (!record && record.error().kind != StoreErrorKind::Damaged) {
            return Unexpected{record.error()};
        }
        if (auto indexed = indexRecord(database, places->at(done), record ? *record : Record());
            !indexed) {
            return Unexpected{indexed.error()};
        }
    }
    if (auto committed = transaction.commit(); !committed) {
        return Unexpected{committed.error()};
    }
    return done < places->size() || done == size_t(mostAtOnce);
}

} // namespace history
