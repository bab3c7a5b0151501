#include "ui/history/storyscale.h"

#include <QCoreApplication>

#include <cmath>

namespace ui::history {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::history::StoryScale)
};

} // namespace

const TimeAxis::Step TimeAxis::steps[] = {
    {Unit::Minutes, 1},  {Unit::Minutes, 5},   {Unit::Minutes, 15},  {Unit::Minutes, 30},
    {Unit::Minutes, 60}, {Unit::Minutes, 180}, {Unit::Minutes, 360}, {Unit::Days, 1},
    {Unit::Days, 2},     {Unit::Days, 7},      {Unit::Days, 14},     {Unit::Months, 1},
    {Unit::Months, 3},   {Unit::Months, 6},    {Unit::Months, 12},   {Unit::Months, 60},
    {Unit::Months, 120}, {Unit::Months, 600},
};

double TimeAxis::Step::seconds() const
{
    switch (unit) {
    case Unit::Minutes:
        return 60.0 * count;
    case Unit::Days:
        return 86'400.0 * count;
    case Unit::Months:
        return 30.4 * 86'400.0 * count;
    }
    Q_UNREACHABLE();
}

QDateTime TimeAxis::Step::roundDown(const QDateTime &time) const
{
    switch (unit) {
    case Unit::Minutes: {
        const int minutes = time.time().hour() * 60 + time.time().minute();
        const int whole = minutes / count * count;
        return {time.date(), QTime(whole / 60, whole % 60)};
    }
    case Unit::Days:
        return time.date().startOfDay();
    case Unit::Months: {
        const int months = time.date().year() * 12 + time.date().month() - 1;
        const int whole = months / count * count;
        return QDate(whole / 12, whole % 12 + 1, 1).startOfDay();
    }
    }
    Q_UNREACHABLE();
}

QDateTime TimeAxis::Step::next(const QDateTime &time) const
{
    switch (unit) {
    case Unit::Minutes: {
        // By the clock on the wall: hours stay whole when it is set to summer time.
        const int minutes = time.time().hour() * 60 + time.time().minute() + count;
        return {time.date().addDays(minutes / 1440),
                QTime(minutes % 1440 / 60, minutes % 1440 % 60)};
    }
    case Unit::Days:
        return time.date().addDays(count).startOfDay();
    case Unit::Months:
        return time.date().addMonths(count).startOfDay();
    }
    Q_UNREACHABLE();
}

TimeAxis::TimeAxis(const QDateTime &first, const QDateTime &last, int most)
    : m_step(*std::begin(steps))
{
    const auto range = double(first.secsTo(last));
    for (const Step &step : steps) {
        m_step = step;
        if (range / step.seconds() <= most) {
            break;
        }
    }
    const QDateTime begin = first.toLocalTime();
    for (QDateTime time = m_step.roundDown(begin); time <= last; time = m_step.next(time)) {
        if (time >= begin) {
            m_ticks.push_back(time);
        }
    }
}

QString TimeAxis::text(const QDateTime &tick, const std::optional<QDateTime> &before,
                       const QLocale &locale) const
{
    const QDate date = tick.date();
    if (m_step.unit == Unit::Months) {
        return m_step.count >= 12
                   ? QString::number(date.year())
                   //: Format of a month on an axis, as for QDate::toString(): Nov 2026.
                   : locale.toString(date, Words::tr("MMM yyyy"));
    }
    const bool isSameYear = before && before->date().year() == date.year();
    const QString day = isSameYear
                            //: Format of a date on an axis, as for QDate::toString(): 3 Nov.
                            ? locale.toString(date, Words::tr("d MMM"))
                            //: The same with its year: 3 Nov 2026.
                            : locale.toString(date, Words::tr("d MMM yyyy"));
    if (m_step.unit == Unit::Days) {
        return day;
    }
    const QString clock = locale.toString(tick.time(), QLocale::ShortFormat);
    return before && before->date() == date ? clock : day + u' ' + clock;
}

LimitScale::LimitScale(qint32 lowest, qint32 highest)
    : m_lowest(std::log(double(lowest)))
    , m_range(std::log(double(highest)) - std::log(double(lowest)))
{
}

double LimitScale::at(qint32 limit) const
{
    return m_range > 0 ? (std::log(double(limit)) - m_lowest) / m_range : 0.5;
}

} // namespace ui::history
