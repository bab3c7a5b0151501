#include "ui/widgets/timetext.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <cmath>

namespace ui::widgets {

using namespace Qt::StringLiterals;

namespace {

struct TimeText
{
    Q_DECLARE_TR_FUNCTIONS(ui::widgets::TimeText)
};

} // namespace

QString timeWithSeconds(const QDateTime &time, const QLocale &locale)
{
    // The short format has no seconds, and the long one the zone's whole name.
    QString format = locale.timeFormat(QLocale::ShortFormat);
    const qsizetype minutes = format.indexOf("mm"_L1);
    if (minutes > 0 && !format.contains(u's')) {
        format.insert(minutes + 2, format.at(minutes - 1) + u"ss"_s);
    }
    return locale.toString(time.toLocalTime().time(), format);
}

QString dateText(const QDate &date, const QLocale &locale)
{
    //: Format of a date with a short month name, as for QDate::toString(): 3 Nov 2026.
    return locale.toString(date, TimeText::tr("d MMM yyyy"));
}

QString dateTimeText(const QDateTime &time, const QLocale &locale)
{
    const QDateTime local = time.toLocalTime();
    return dateText(local.date(), locale) + u' ' +
           locale.toString(local.time(), QLocale::ShortFormat);
}

QString timeInList(const QDateTime &time, const QDate &today, const QLocale &locale)
{
    const QDateTime local = time.toLocalTime();
    const QString clock = locale.toString(local.time(), QLocale::ShortFormat);
    if (local.date() == today) {
        return clock;
    }
    if (local.date().year() == today.year()) {
        //: Format of a date of this year, as for QDate::toString(): 3 Nov.
        return locale.toString(local.date(), TimeText::tr("d MMM")) + u' ' + clock;
    }
    return dateTimeText(time, locale);
}

QString zoneText(const QDateTime &time)
{
    const QDateTime local = time.toLocalTime();
    const int minutes = local.offsetFromUtc() / 60;
    const QString offset = u"UTC%1%2:%3"_s.arg(minutes < 0 ? u'-' : u'+')
                               .arg(std::abs(minutes) / 60, 2, 10, QLatin1Char('0'))
                               .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
    const QString name = local.timeZoneAbbreviation();
    return name.isEmpty() || name == "UTC"_L1 ? offset : u"%1 (%2)"_s.arg(offset, name);
}

QString durationText(std::chrono::milliseconds duration, const QLocale &locale)
{
    const qint64 ms = duration.count();
    if (ms < 1000) {
        //: Milliseconds.
        return TimeText::tr("%1 ms").arg(locale.toString(ms));
    }
    const qint64 seconds = ms / 1000;
    if (seconds < 60) {
        // Cut, not rounded: 59.996 s is not a minute.
        //: Seconds, with two decimals.
        return TimeText::tr("%1 s").arg(locale.toString(std::floor(double(ms) / 10) / 100, 'f', 2));
    }
    if (seconds < 60 * 60) {
        //: Minutes and seconds.
        return TimeText::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    }
    if (seconds < 24 * 60 * 60) {
        //: Hours and minutes.
        return TimeText::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
    }
    //: Days and hours.
    return TimeText::tr("%1 d %2 h").arg(locale.toString(seconds / 86400)).arg(seconds / 3600 % 24);
}

} // namespace ui::widgets
