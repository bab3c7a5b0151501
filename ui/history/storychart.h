#pragma once

#include "app/submission/story.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace ui::history {

/// A limit over time, drawn as steps: "Many" is the line at the top. Each time it was asked for
/// has a mark with what came of it, a dashed line means that it was changed in another way in
/// between, and there is none where nobody knows.
class StoryChart : public QWidget
{
    Q_OBJECT
public:
    explicit StoryChart(QWidget *parent = nullptr);

    /// Newest first. The chart's description says the same in words.
    void setSteps(std::vector<submission::StoryStep> newestFirst);
    /// The step to mark, an index; nullopt: none.
    void setCurrent(std::optional<size_t> step);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void stepClicked(size_t step);
    void stepActivated(size_t step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    /// Where everything is, in pixels.
    struct Place
    {
        double x = 0;
        std::optional<double> before; ///< of what was there before
        std::optional<double> after;
        QPointF mark;
        bool small = false; ///< a dot: there is no room for a glyph
    };
    struct Label
    {
        double at = 0; ///< on the axis
        QRectF area;
        QString text;
    };

    void place();
    void placeLimits();
    void placeTimes();
    void placeMarks();
    [[nodiscard]] std::optional<double> heightOf(const limits::LiveLimit &limit) const;
    [[nodiscard]] std::optional<size_t> pointAt(const QPointF &position) const;
    void drawAxes(QPainter &painter) const;
    void drawSteps(QPainter &painter) const;
    void drawMarks(QPainter &painter) const;

    std::vector<submission::StoryStep> m_steps;
    std::vector<submission::StoryPoint> m_points;
    std::optional<size_t> m_current; ///< a step
    std::optional<size_t> m_hovered; ///< a point

    QRectF m_plot;
    double m_manyAt = 0;
    double m_highestAt = 0;
    double m_lowestAt = 0;
    qint32 m_lowest = 1;
    qint32 m_highest = 1;
    std::vector<Place> m_places; ///< one per point
    std::vector<Label> m_limitLabels;
    std::vector<Label> m_timeLabels;
};

} // namespace ui::history
