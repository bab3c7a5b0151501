#include "ui/history/storychart.h"

#include "ui/history/comparerows.h"
#include "ui/history/storymodel.h"
#include "ui/history/storyscale.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/outcomewords.h"
#include "ui/widgets/timetext.h"

#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace ui::history {

using namespace Qt::StringLiterals;
using limits::LiveLimit;
using submission::StoryPoint;
using submission::StoryStep;
using widgets::Tone;

namespace {

constexpr double glyphSide = 14;
constexpr double markRadius = 10;
constexpr double reach = 14; ///< pixels from a mark within which it is pointed at

/// A line one or two pixels wide is crisp where it covers whole pixels.
double crisp(double at, int width)
{
    return width % 2 == 0 ? std::round(at) : std::floor(at) + 0.5;
}

bool overlap(const QPointF &one, const QPointF &other)
{
    return std::abs(one.x() - other.x()) < 2 * markRadius &&
           std::abs(one.y() - other.y()) < 2 * markRadius;
}

/// The last words of a long story: nobody listens to all of it, and the table has the rest.
constexpr size_t spokenSteps = 20;

} // namespace

StoryChart::StoryChart(QWidget *parent)
    : QWidget(parent)
{
    widgets::setStableName(*this, "Limit over time"_L1);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StoryChart::setSteps(std::vector<StoryStep> newestFirst)
{
    m_steps = std::move(newestFirst);
    m_points = submission::storyPoints(m_steps);
    m_hovered.reset();
    QStringList words;
    for (size_t i = 0; i < std::min(m_steps.size(), spokenSteps); ++i) {
        words.append(tr("%1: %2").arg(widgets::dateTimeText(m_steps[i].time, QLocale()),
                                      stepText(m_steps[i])));
    }
    setAccessibleDescription(words.isEmpty() ? tr("No submissions")
                                             //: Before a list of what was done to a limit.
                                             : tr("Newest first. ") + words.join(u' '));
    place();
    update();
}

void StoryChart::setCurrent(std::optional<size_t> step)
{
    if (m_current != step) {
        m_current = step;
        update();
    }
}

QSize StoryChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 12};
}

QSize StoryChart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, fontMetrics().height() * 12};
}

std::optional<double> StoryChart::heightOf(const LiveLimit &limit) const
{
    if (!limit.known) {
        return std::nullopt;
    }
    if (!limit.limit) {
        return m_manyAt;
    }
    const double part = LimitScale(m_lowest, m_highest).at(*limit.limit);
    return m_lowestAt + (m_highestAt - m_lowestAt) * part;
}

void StoryChart::place()
{
    placeLimits();
    placeTimes();
    placeMarks();
}

void StoryChart::placeLimits()
{
    std::vector<qint32> values; // the most telling first: what holds now, the extremes, the others
    for (auto point = m_points.rbegin(); point != m_points.rend(); ++point) {
        for (const LiveLimit &limit : {point->after, point->before}) {
            if (limit.known && limit.limit &&
                std::ranges::find(values, *limit.limit) == values.end()) {
                values.push_back(*limit.limit);
            }
        }
    }
    const auto extremes = std::ranges::minmax_element(values);
    m_lowest = values.empty() ? 1 : *extremes.min;
    m_highest = values.empty() ? 1 : *extremes.max;
    if (!values.empty()) {
        values.insert(values.begin() + 1, {m_highest, m_lowest});
    }

    const QFontMetricsF metrics(font());
    const double line = metrics.height();
    const QLocale locale;
    const QString many = limitText(LiveLimit::many());
    double widest = metrics.horizontalAdvance(many);
    for (const qint32 value : values) {
        widest = std::max(widest, metrics.horizontalAdvance(locale.toString(value)));
    }
    m_plot = QRectF(rect()).adjusted(widest + 14, line * 0.9, -12, -line * 1.9);
    m_manyAt = m_plot.top();
    m_highestAt = m_plot.top() + std::min(m_plot.height() / 3, line * 2.2);
    m_lowestAt = m_plot.bottom() - line * 0.8;

    m_limitLabels.clear();
    const auto add = [&](double at, const QString &text) {
        const QRectF area(4, at - line / 2, widest, line);
        const bool isFree = std::ranges::none_of(
            m_limitLabels, [&area](const Label &other) { return other.area.intersects(area); });
        if (isFree) {
            m_limitLabels.push_back({at, area, text});
        }
    };
    add(m_manyAt, many);
    for (const qint32 value : values) {
        add(*heightOf(LiveLimit::of(value)), locale.toString(value));
    }
}

void StoryChart::placeTimes()
{
    m_timeLabels.clear();
    m_places.assign(m_points.size(), {});
    if (m_points.empty()) {
        return;
    }
    const QFontMetricsF metrics(font());
    const QDateTime oldest = m_points.front().time;
    // A single moment is shown as half an hour.
    const qint64 range = std::max<qint64>(oldest.msecsTo(m_points.back().time), 60'000);
    const qint64 pad = range == 60'000 ? 900'000 : range / 14;
    const QDateTime first = oldest.addMSecs(-pad);
    const QDateTime last = oldest.addMSecs(range + pad);
    const auto xOf = [&](const QDateTime &time) {
        return m_plot.left() +
               m_plot.width() * double(first.msecsTo(time)) / double(first.msecsTo(last));
    };
    for (size_t i = 0; i < m_points.size(); ++i) {
        m_places[i].x = xOf(m_points[i].time);
    }
    const double width = metrics.horizontalAdvance(u"30 Nov 2026 00:00"_s);
    const int most = std::max(1, int(m_plot.width() / width));
    const TimeAxis axis(first, last, most);
    double end = 0;
    std::optional<QDateTime> before;
    for (const QDateTime &tick : axis.ticks()) {
        const double x = xOf(tick);
        const QString text = axis.text(tick, before, QLocale());
        const double half = metrics.horizontalAdvance(text) / 2 + 1;
        const QRectF area(x - half, m_plot.bottom() + 5, 2 * half, metrics.height());
        if (area.left() > end && area.right() < rect().right()) {
            m_timeLabels.push_back({x, area, text});
            end = area.right() + 12;
            before = tick;
        }
    }
}

void StoryChart::placeMarks()
{
    std::optional<double> level;
    std::vector<size_t> order;
    for (size_t i = 0; i < m_points.size(); ++i) {
        Place &here = m_places[i];
        here.before = heightOf(m_points[i].before);
        here.after = heightOf(m_points[i].after);
        level = here.after ? here.after : here.before ? here.before : level;
        const StoryStep &step = m_steps[m_points[i].step];
        here.mark = {here.x, level.value_or(*heightOf(
                                 LiveLimit::of(step.limit.asked.limit.value_or(m_lowest))))};
        here.small = true;
        order.push_back(m_points.size() - 1 - i);
    }
    // What asks for attention has its glyph first, then the newest.
    std::stable_partition(order.begin(), order.end(), [this](size_t point) {
        return m_steps[m_points[point].step].limit.outcome != submission::Outcome::Stored;
    });
    std::vector<QPointF> taken;
    for (const size_t point : order) {
        const QPointF mark = m_places[point].mark;
        if (std::ranges::none_of(taken,
                                 [&mark](const QPointF &other) { return overlap(mark, other); })) {
            m_places[point].small = false;
            taken.push_back(mark);
        }
    }
}

void StoryChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (!m_points.empty()) {
        drawAxes(painter);
        drawSteps(painter);
        drawMarks(painter);
    }
}

void StoryChart::drawAxes(QPainter &painter) const
{
    const QColor text = palette().color(QPalette::Text);
    QColor grid = text;
    grid.setAlphaF(0.13F);
    for (const Label &label : m_limitLabels) {
        const double y = crisp(label.at, 1);
        painter.setPen(QPen(grid, 1, label.at == m_manyAt ? Qt::DashLine : Qt::SolidLine));
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        painter.setPen(toneColor(Tone::Quiet, palette()));
        painter.drawText(label.area, Qt::AlignRight | Qt::AlignVCenter, label.text);
    }
    grid.setAlphaF(0.4F);
    const double bottom = crisp(m_plot.bottom(), 1);
    painter.setPen(QPen(grid, 1));
    painter.drawLine(QPointF(m_plot.left(), bottom), QPointF(m_plot.right(), bottom));
    for (const Label &label : m_timeLabels) {
        const double x = crisp(label.at, 1);
        painter.setPen(QPen(grid, 1));
        painter.drawLine(QPointF(x, bottom), QPointF(x, bottom + 4));
        painter.setPen(toneColor(Tone::Quiet, palette()));
        painter.drawText(label.area, Qt::AlignCenter, label.text);
    }
}

void StoryChart::drawSteps(QPainter &painter) const
{
    const QColor color = toneColor(Tone::Info, palette());
    const QPen solid(color, 2, Qt::SolidLine, Qt::FlatCap);
    const auto flat = [&](double from, double to, double y) {
        painter.setPen(solid);
        painter.drawLine(QPointF(std::round(from), crisp(y, 2)),
                         QPointF(std::round(to), crisp(y, 2)));
    };
    double from = m_plot.left();
    std::optional<double> level = m_places.front().before;
    for (size_t i = 0; i < m_places.size(); ++i) {
        const Place &here = m_places[i];
        if (m_points[i].changedBetween) {
            // Nobody knows when: from the one moment to the other.
            painter.setPen(QPen(color, 2, Qt::DotLine));
            painter.setRenderHint(QPainter::Antialiasing);
            painter.drawLine(QPointF(from, *level), QPointF(here.x, *here.before));
            painter.setRenderHint(QPainter::Antialiasing, false);
        } else if (level) {
            flat(from, here.x, *level);
        }
        if (here.before && here.after && *here.before != *here.after) {
            painter.setPen(solid);
            painter.drawLine(QPointF(std::round(here.x), crisp(*here.before, 2)),
                             QPointF(std::round(here.x), crisp(*here.after, 2)));
        }
        from = here.x;
        level = here.after;
    }
    if (level) {
        flat(from, m_plot.right(), *level);
    }
}

void StoryChart::drawMarks(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const auto draw = [&](size_t i) {
        const Place &here = m_places[i];
        const auto look = widgets::outcomeLook(m_steps[m_points[i].step].limit.outcome);
        const QColor color = toneColor(look.tone, palette());
        const bool isCurrent = m_current == m_points[i].step;
        if (here.small && !isCurrent && m_hovered != i) {
            painter.setPen(QPen(palette().color(QPalette::Base), 1));
            painter.setBrush(color);
            painter.drawEllipse(here.mark, 3.5, 3.5);
            return;
        }
        painter.setPen(QPen(color, isCurrent ? 2.5 : 1.2));
        painter.setBrush(toneFill(look.tone, palette()));
        painter.drawEllipse(here.mark, markRadius, markRadius);
        const QPointF half(glyphSide / 2, glyphSide / 2);
        drawGlyph(painter, QRectF(here.mark - half, QSizeF(glyphSide, glyphSide)), look.glyph,
                  color);
    };
    for (const bool small : {true, false}) {
        for (size_t i = 0; i < m_places.size(); ++i) {
            if (m_places[i].small == small) {
                draw(i);
            }
        }
    }
    // On top of all others.
    for (size_t i = 0; i < m_places.size(); ++i) {
        if (m_current == m_points[i].step || m_hovered == i) {
            draw(i);
        }
    }
}

std::optional<size_t> StoryChart::pointAt(const QPointF &position) const
{
    std::optional<size_t> nearest;
    double least = reach * reach;
    for (size_t i = 0; i < m_places.size(); ++i) {
        const QPointF way = m_places[i].mark - position;
        const double distance = QPointF::dotProduct(way, way);
        if (distance < least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

bool StoryChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    auto *help = static_cast<QHelpEvent *>(event);
    const auto point = pointAt(help->pos());
    if (point) {
        QToolTip::showText(help->globalPos(), stepToolTip(m_steps[m_points[*point].step]), this);
    } else {
        QToolTip::hideText();
    }
    return true;
}

void StoryChart::mouseMoveEvent(QMouseEvent *event)
{
    const auto point = pointAt(event->position());
    setCursor(point ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (m_hovered != point) {
        m_hovered = point;
        update();
    }
}

void StoryChart::leaveEvent(QEvent *event)
{
    m_hovered.reset();
    update();
    QWidget::leaveEvent(event);
}

void StoryChart::mousePressEvent(QMouseEvent *event)
{
    if (const auto point = pointAt(event->position())) {
        Q_EMIT stepClicked(m_points[*point].step);
    }
}

void StoryChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const auto point = pointAt(event->position())) {
        Q_EMIT stepActivated(m_points[*point].step);
    }
}

void StoryChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void StoryChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
        place();
    }
}

} // namespace ui::history
