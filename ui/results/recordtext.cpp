#include "ui/results/recordtext.h"

#include "app/api/reads.h"
#include "ui/widgets/timetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui::results {

using namespace Qt::StringLiterals;
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

OwnTime ownTime(const QDateTime &time)
{
    const QLocale locale;
    OwnTime own;
    own.text = widgets::dateText(time.toLocalTime().date(), locale) + u' ' +
               widgets::timeWithSeconds(time, locale);
    own.exact = time.toUTC().toString(Qt::ISODateWithMs);
    //: %1 is a date and time, %2 its time zone, %3 the exact time in UTC.
    own.hint = RecordText::tr("%1, local time, %2, by this computer's clock\nExactly %3")
                   .arg(own.text, widgets::zoneText(time), own.exact);
    return own;
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
