#pragma once

#include <QDateTime>
#include <QLocale>

#include <chrono>

namespace ui::widgets {

/// "14:02:11" in the locale's way of writing times, of a time in any zone, shown in local time.
[[nodiscard]] QString timeWithSeconds(const QDateTime &time, const QLocale &locale);

/// "3 Nov 2026"; the order of day and month is the translation's.
[[nodiscard]] QString dateText(const QDate &date, const QLocale &locale);

/// "3 Nov 2026 14:02" in local time.
[[nodiscard]] QString dateTimeText(const QDateTime &time, const QLocale &locale);

/// "14:02" for a time of `today`, "3 Nov 14:02" within its year, else with the year.
[[nodiscard]] QString timeInList(const QDateTime &time, const QDate &today, const QLocale &locale);

/// "UTC+13:00 (NZDT)": the zone local times are shown in at that time.
[[nodiscard]] QString zoneText(const QDateTime &time);

/// "340 ms", "1.34 s", "2 min 5 s", "1 h 4 min", "3 d 4 h". Not negative.
[[nodiscard]] QString durationText(std::chrono::milliseconds duration, const QLocale &locale);

} // namespace ui::widgets
