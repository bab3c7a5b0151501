#include "ui/results/recordtext.h"

#include "app/api/reads.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace ui::results {

using namespace Qt::StringLiterals;
using ::history::ReadBack;
using ::history::Record;

namespace {

struct RecordText
{
    Q_DECLARE_TR_FUNCTIONS(ui::results::RecordText)
};

} // namespace

Direction directionOf(const Record &record, const limits::Pair &pair)
{
    const auto name = [&record](const QString &id) {
        return id == record.pair.from ? record.fromName : id == record.pair.to ? record.toName : id;
    };
    return {name(pair.from), name(pair.to)};
}

std::vector<Direction> directionsOf(const Record &record)
{
    std::vector<Direction> directions;
    directions.reserve(record.exchanges.size());
    for (const ::history::Exchange &exchange : record.exchanges) {
        directions.push_back(directionOf(record, exchange.request.pair));
    }
    return directions;
}

QString directionText(const Direction &direction)
{
    return u"%1 → %2"_s.arg(direction.from, direction.to);
}

QStringList lookupNames(const Record &record)
{
    QStringList names;
    const auto count = record.exchanges.size();
    for (size_t i = 1; i <= count; ++i) {
        names.append(count == 1 ? RecordText::tr("Request")
                                : RecordText::tr("Request %1 of %2").arg(i).arg(count));
    }
    QHash<limits::Pair, int> looks;
    for (const ReadBack &readBack : record.readBacks) {
        const QString pair = directionText(directionOf(record, readBack.pair));
        const int look = ++looks[readBack.pair];
        //: %1 is "Contacts → Companies".
        names.append(look == 1 ? RecordText::tr("Read back: %1").arg(pair)
                               //: The same again: %1 is a number from 2 on.
                               : RecordText::tr("Read back %1: %2").arg(look).arg(pair));
    }
    return names;
}

std::vector<ReadBackFailure> readBackFailures(const Record &record)
{
    std::vector<limits::Pair> seen;
    std::vector<ReadBackFailure> failures;
    for (auto last = record.readBacks.rbegin(); last != record.readBacks.rend(); ++last) {
        if (std::ranges::find(seen, last->pair) != seen.end()) {
            continue;
        }
        seen.push_back(last->pair);
        const auto found = api::decodeConfigurations(last->attempt.reply.value_or(api::Reply()));
        if (!found) {
            failures.push_back({last->pair, found.error()});
        }
    }
    std::ranges::reverse(failures);
    return failures;
}

} // namespace ui::results
