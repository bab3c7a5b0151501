#include "app/exchange/csvtext.h"
#include "app/exchange/limitlines.h"
#include "app/exchange/recordfile.h"
#include "app/exchange/recordjson.h"

namespace exchange {

using namespace Qt::StringLiterals;
using submission::Outcome;

namespace {

/// Names that never change, whatever happens to the enum.
QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Stored:
        return u"stored"_s;
    case Outcome::StoredDifferently:
        return u"stored differently"_s;
    case Outcome::Failed:
        return u"failed"_s;
    case Outcome::Missing:
        return u"missing from the answer"_s;
    case Outcome::Unknown:
        return u"unknown"_s;
    case Outcome::NotSent:
        return u"not sent"_s;
    case Outcome::Pending:
        return u"waiting"_s;
    case Outcome::NotStored:
        return u"not stored"_s;
    }
    Q_UNREACHABLE();
}

QString limitText(const limits::LiveLimit &limit)
{
    return !limit.known ? QString() : limit.limit ? QString::number(*limit.limit) : u"Many"_s;
}

} // namespace

QByteArray CsvFile::begin(const QDateTime &)
{
    return utf8Bom + csvLine({u"Submitted at"_s, u"Account"_s, u"From"_s, u"From ID"_s, u"To"_s,
                              u"To ID"_s, u"Operation"_s, u"Category"_s, u"Type ID"_s, u"Label"_s,
                              u"Before"_s, u"Asked"_s, u"Stored"_s, u"Outcome"_s, u"Message"_s,
                              u"HTTP status"_s, u"Correlation ID"_s, u"Submission"_s, u"Note"_s});
}

QByteArray CsvFile::record(const history::Record &record)
{
    QByteArray lines;
    const QString account = record.accountName.isEmpty() ? record.accountId : record.accountName;
    for (const LimitLine &line : limitLines(record)) {
        const limits::Change &asked = line.outcome.asked;
        lines +=
            csvLine({isoTime(record.createdAt), harmless(account), harmless(line.fromName),
                     harmless(line.pair.from), harmless(line.toName), harmless(line.pair.to),
                     limits::wireName(line.outcome.operation), limits::wireName(asked.category),
                     QString::number(asked.typeId), harmless(line.label), limitText(asked.before),
                     limitText(limits::LiveLimit::of(asked.limit)), limitText(line.stored),
                     outcomeName(line.outcome.outcome), harmless(line.outcome.message),
                     line.httpStatus == 0 ? QString() : QString::number(line.httpStatus),
                     harmless(line.correlationId), record.id.toString(QUuid::WithoutBraces),
                     harmless(record.note)});
    }
    return lines;
}

QByteArray CsvFile::end()
{
    return {};
}

} // namespace exchange
