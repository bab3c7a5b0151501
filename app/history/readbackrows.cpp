#include "app/history/readbackrows.h"

#include "app/history/attemptrows.h"

namespace history {

using namespace Qt::StringLiterals;
using support::Done;
using support::Unexpected;

Result<Done> insertReadBack(const QSqlDatabase &database, qint64 submission,
                            const ReadBack &readBack)
{
    Statement insert(database, u"INSERT INTO read_back (submission, from_id, to_id, path, %1) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s.arg(attemptColumns));
    const auto &[sentAt, answeredAt, reply] = readBack.attempt;
    if (!insert.run(QVariantList{submission, readBack.pair.from, readBack.pair.to,
                                 QString::fromLatin1(readBack.path)} +
                    attemptValues(sentAt, answeredAt, reply))) {
        return Unexpected{insert.failure()};
    }
    return Done{};
}

Result<std::vector<ReadBack>> selectReadBacks(const QSqlDatabase &database, qint64 submission)
{
    std::vector<ReadBack> readBacks;
    Statement rows(database, u"SELECT from_id, to_id, path, %1 FROM read_back "
                             "WHERE submission = ? ORDER BY id"_s.arg(attemptColumns));
    for (bool found = rows.run({submission}) && rows.next(); found; found = rows.next()) {
        auto attempt = readSentAttempt(rows, 3);
        if (!attempt) {
            return Unexpected{attempt.error()};
        }
        readBacks.push_back(
            {{rows.text(0), rows.text(1)}, rows.text(2).toLatin1(), *std::move(attempt)});
    }
    if (rows.failed()) {
        return Unexpected{rows.failure()};
    }
    return readBacks;
}

} // namespace history
