#include "ui/results/timeline.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/tones.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui::results {

using widgets::Tone;
using widgets::toneColor;

namespace {

constexpr double radius = 4;

Tone toneOf(const Span &span)
{
    switch (span.kind) {
    case Span::Kind::Measured:
        return Tone::Info;
    case Span::Kind::Reversed:
        return Tone::Warning;
    case Span::Kind::Unknown:
        return Tone::Quiet;
    }
    Q_UNREACHABLE();
}

bool known(const std::optional<api::ServerTime> &time)
{
    return time && time->utc.isValid();
}

} // namespace

TimelineShape timelineShape(const TimelineText &text, double queueShare, double runShare)
{
    if (text.queue.kind != Span::Kind::Measured || text.run.kind != Span::Kind::Measured) {
        return {0.5, false};
    }
    const double whole = double((text.queue.length + text.run.length).count());
    if (whole <= 0 || queueShare + runShare >= 1) {
        const double words = queueShare + runShare;
        return {words > 0 ? queueShare / words : 0.5, false};
    }
    const double exact = double(text.queue.length.count()) / whole;
    const double started = std::clamp(exact, queueShare, 1 - runShare);
    return {started, std::abs(started - exact) < 0.005};
}

Timeline::Timeline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTimes({});
}

void Timeline::setTimes(const BatchTimes &times)
{
    m_times = times;
    m_text = timelineText(times, QLocale());
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(m_text.description);
    setToolTip(widgets::plainToolTip(m_text.description));
    update();
}

QSize Timeline::sizeHint() const
{
    return {320, 2 * fontMetrics().height() + 12};
}

QSize Timeline::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void Timeline::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.9);
    painter.setFont(small);
    const QFontMetricsF metrics(small);

    const double left = radius + 2;
    const double right = width() - radius - 2;
    const double length = right - left;
    const double y = metrics.height() + radius + 2;
    const auto share = [&](const Span &span) {
        return (metrics.horizontalAdvance(span.text) + 4 * radius) / length;
    };
    const TimelineShape shape = timelineShape(m_text, share(m_text.queue), share(m_text.run));
    const double middle = left + length * shape.started;

    const auto drawSpan = [&](double from, double to, const Span &span) {
        const bool measured = span.kind == Span::Kind::Measured;
        painter.setPen(QPen(toneColor(toneOf(span), palette()), measured ? 2 : 1,
                            measured ? Qt::SolidLine : Qt::DotLine));
        painter.drawLine(QPointF(from + radius, y), QPointF(to - radius, y));
        painter.setPen(span.kind == Span::Kind::Reversed ? toneColor(Tone::Warning, palette())
                                                         : palette().color(QPalette::WindowText));
        const QRectF room(from + radius, 0, to - from - 2 * radius, metrics.height());
        painter.drawText(room, Qt::AlignCenter | Qt::TextSingleLine,
                         metrics.elidedText(span.text, Qt::ElideRight, room.width()));
    };
    if (m_text.both.kind != Span::Kind::Unknown) {
        drawSpan(left, right, m_text.both);
    } else {
        drawSpan(left, middle, m_text.queue);
        drawSpan(middle, right, m_text.run);
    }

    const auto drawPoint = [&](double x, const std::optional<api::ServerTime> &time) {
        const QColor color = toneColor(known(time) ? Tone::Info : Tone::Quiet, palette());
        painter.setPen(QPen(color, 1.5));
        painter.setBrush(known(time) ? QBrush(color) : palette().window());
        painter.drawEllipse(QPointF(x, y), radius, radius);
    };
    drawPoint(left, m_times.requested);
    drawPoint(middle, m_times.started);
    drawPoint(right, m_times.completed);

    const QRectF below(left - radius, y + radius + 1, length + 2 * radius, metrics.height());
    painter.setPen(toneColor(Tone::Quiet, palette()));
    const std::array ends{tr("requested"), tr("completed")};
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, ends[0]);
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, ends[1]);
    const double from = below.left() + metrics.horizontalAdvance(ends[0]) + 8;
    const double to = below.right() - metrics.horizontalAdvance(ends[1]) - 8;
    const QString started = tr("started");
    const double half = metrics.horizontalAdvance(started) / 2;
    // The word stays under its point unless the words at the ends are in its way.
    const double centre = std::clamp(middle, std::min(from + half, to - half), to - half);
    painter.drawText(QRectF(centre - half, below.top(), 2 * half, below.height()), Qt::AlignCenter,
                     started);

    const bool bothMeasured =
        m_text.queue.kind == Span::Kind::Measured && m_text.run.kind == Span::Kind::Measured;
    QStringList notes;
    if (!m_text.roundTrip.isEmpty()) {
        notes.append(m_text.roundTrip);
    }
    if (bothMeasured && !shape.toScale) {
        //: The drawing's distances do not show how long things took.
        notes.append(tr("not to scale"));
    }
    // In the wider room beside "started".
    const double before = centre - half - from;
    const double after = to - centre - half;
    const QRectF note = before > after
                            ? QRectF(from, below.top(), before - 8, below.height())
                            : QRectF(centre + half + 8, below.top(), after - 8, below.height());
    //: Between "round trip 1.8 s" and "not to scale".
    const QString words = notes.join(tr(" · "));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(note, Qt::AlignCenter | Qt::TextSingleLine,
                     metrics.elidedText(words, Qt::ElideRight, note.width()));
}

} // namespace ui::results
