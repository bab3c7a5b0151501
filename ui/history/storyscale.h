#pragma once

#include <QDateTime>
#include <QLocale>

#include <optional>
#include <vector>

namespace ui::history {

/// Round local times for the axis of a chart from `first` to `last` that has room for about `most`
/// of them: whole minutes, hours, days, months or years. There may be fewer, and none.
class TimeAxis
{
public:
    TimeAxis(const QDateTime &first, const QDateTime &last, int most);

    [[nodiscard]] const std::vector<QDateTime> &ticks() const { return m_ticks; }
    /// What is written at one of them. Where the one that is written before it says the day or
    /// the year already, it is not said again.
    [[nodiscard]] QString text(const QDateTime &tick, const std::optional<QDateTime> &before,
                               const QLocale &locale) const;

private:
    enum class Unit : quint8 { Minutes, Days, Months };
    struct Step
    {
        Unit unit;
        int count;

        [[nodiscard]] double seconds() const;
        /// The last round time at or before `time`.
        [[nodiscard]] QDateTime roundDown(const QDateTime &time) const;
        [[nodiscard]] QDateTime next(const QDateTime &time) const;
    };

    static const Step steps[];

    Step m_step;
    std::vector<QDateTime> m_ticks;
};

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
