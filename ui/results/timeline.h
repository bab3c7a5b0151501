#pragma once

#include "ui/results/batchtimes.h"

#include <QWidget>

namespace ui::results {

/// Where the three points stand, as shares of the line from 0 to 1, and whether their distances
/// are to scale. A span that must be shown but would be too short for its words is widened.
struct TimelineShape
{
    double started = 0.5;
    bool toScale = true;

    bool operator==(const TimelineShape &) const = default;
};

/// `queueShare` and `runShare` are the smallest shares of the line the two spans may take.
[[nodiscard]] TimelineShape timelineShape(const TimelineText &text, double queueShare,
                                          double runShare);

/// Requested, started and completed as points on a line, with the queue time, run time and round
/// trip written on it. What is not reported is hollow and dashed; what is in the wrong order is
/// said, not drawn.
class Timeline : public QWidget
{
    Q_OBJECT
public:
    explicit Timeline(QWidget *parent = nullptr);

    void setTimes(const BatchTimes &times);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BatchTimes m_times;
    TimelineText m_text;
};

} // namespace ui::results
