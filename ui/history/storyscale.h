#pragma once

#include <QDateTime>
#include <QLocale>

#include <vector>

namespace ui::history {

/// A place on the time axis of a chart, with its words.
struct TimeTick
{
    QDateTime time; ///< local
    QString text;
};

/// Round local times from `first` to `last` for an axis that has room for about `most` of them, at
/// least one apart: minutes, hours, days, months or years. The first of a day or year says so.
/// There may be fewer, and none.
[[nodiscard]] std::vector<TimeTick> timeTicks(const QDateTime &first, const QDateTime &last,
                                              int most, const QLocale &locale);

/// Where limits stand on an axis: the lowest at 0, the highest at 1, between them by ratios, since
/// from 1 to 2 is as far as from 1,000 to 2,000. One alone stands in the middle.
class LimitScale
{
public:
    LimitScale(qint32 lowest, qint32 highest);
    [[nodiscard]] double at(qint32 limit) const;

private:
    double m_lowest;
    double m_range;
};

} // namespace ui::history
