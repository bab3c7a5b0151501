#include "ui/history/storyscale.h"

#include <QCoreApplication>

#include <cmath>

namespace ui::history {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::history::StoryScale)
};

enum class Unit : quint8 { Minutes, Days, Months };

struct Step
{
    Unit unit;
    int count;
};

constexpr Step steps[] = {
    {Unit::Minutes, 1},  {Unit::Minutes, 5},   {Unit::Minutes, 15},  {Unit::Minutes, 30},
    {Unit::Minutes, 60}, {Unit::Minutes, 180}, {Unit::Minutes, 360}, {Unit::Days, 1},
    {Unit::Days, 2},     {Unit::Days, 7},      {Unit::Days, 14},     {Unit::Months, 1},
    {Unit::Months, 3},   {Unit::Months, 6},    {Unit::Months, 12},   {Unit::Months, 60},
    {Unit::Months, 120}, {Unit::Months, 600},
};

double secondsOf(const Step &step)
{
    switch (step.unit) {
    case Unit::Minutes:
        return 60.0 * step.count;
    case Unit::Days:
        return 86'400.0 * step.count;
    case Unit::Months:
        return 30.4 * 86'400.0 * step.count;
    }
    Q_UNREACHABLE();
}

/// The last round time at or before `time`.
QDateTime roundDown(const QDateTime &time, const Step &step)
{
    switch (step.unit) {
    case Unit::Minutes: {
        const int minutes = time.time().hour() * 60 + time.time().minute();
        const int whole = minutes / step.count * step.count;
        return {time.date(), QTime(whole / 60, whole % 60)};
    }
    case Unit::Days:
        return time.date().startOfDay();
    case Unit::Months: {
        const int months = time.date().year() * 12 + time.date().month() - 1;
        const int whole = months / step.count * step.count;
        return QDate(whole / 12, whole % 12 + 1, 1).startOfDay();
    }
    }
    Q_UNREACHABLE();
}

QDateTime next(const QDateTime &time, const Step &step)
{
    switch (step.unit) {
    case Unit::Minutes: {
        // By the clock on the wall: hours stay whole when it is set to summer time.
        const int minutes = time.time().hour() * 60 + time.time().minute() + step.count;
        return {time.date().addDays(minutes / 1440),
                QTime(minutes % 1440 / 60, minutes % 1440 % 60)};
    }
    case Unit::Days:
        return time.date().addDays(step.count).startOfDay();
    case Unit::Months:
        return time.date().addMonths(step.count).startOfDay();
    }
    Q_UNREACHABLE();
}

QString text(const QDate &date, const QDate &before, const QLocale &locale)
{
    return date.year() == before.year()
               //: Format of a date on an axis, as for QDate::toString(): 3 Nov.
               ? locale.toString(date, Words::tr("d MMM"))
               //: The same with its year: 3 Nov 2026.
               : locale.toString(date, Words::tr("d MMM yyyy"));
}

QString text(const QDateTime &time, const QDate &before, const Step &step, const QLocale &locale)
{
    switch (step.unit) {
    case Unit::Minutes: {
        const QString clock = locale.toString(time.time(), QLocale::ShortFormat);
        return time.date() == before ? clock : text(time.date(), before, locale) + u' ' + clock;
    }
    case Unit::Days:
        return text(time.date(), before, locale);
    case Unit::Months:
        return step.count >= 12
                   ? QString::number(time.date().year())
                   //: Format of a month on an axis, as for QDate::toString(): Nov 2026.
                   : locale.toString(time.date(), Words::tr("MMM yyyy"));
    }
    Q_UNREACHABLE();
}

} // namespace

std::vector<TimeTick> timeTicks(const QDateTime &first, const QDateTime &last, int most,
                                const QLocale &locale)
{
    const auto range = double(first.secsTo(last));
    const Step *step = std::begin(steps);
    while (step + 1 != std::end(steps) && range / secondsOf(*step) > most) {
        ++step;
    }
    std::vector<TimeTick> ticks;
    const QDateTime begin = first.toLocalTime();
    QDate before;
    for (QDateTime time = roundDown(begin, *step); time <= last; time = next(time, *step)) {
        if (time >= begin) {
            ticks.push_back({time, text(time, before, *step, locale)});
            before = time.date();
        }
    }
    return ticks;
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
