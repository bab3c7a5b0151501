#include "app/api/gate.h"

#include "app/api/decode.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QRandomGenerator>
#include <QTimer>

#include <algorithm>
#include <deque>

namespace api {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr std::chrono::seconds longestRetryAfter = 5min;

std::optional<int> numberIn(const Reply &reply, QByteArrayView header)
{
    bool whole = false;
    const int number = reply.header(header).trimmed().toInt(&whole);
    return whole && number >= 0 ? std::optional(number) : std::nullopt;
}

struct Waiting
{
    QPointer<QObject> context;
    std::function<Job *()> start;
};

} // namespace

RateStatus rateStatusOf(const Reply &reply)
{
    return {.max = numberIn(reply, "x-hubspot-ratelimit-max"),
            .remaining = numberIn(reply, "x-hubspot-ratelimit-remaining"),
            .intervalMilliseconds = numberIn(reply, "x-hubspot-ratelimit-interval-milliseconds"),
            .daily = numberIn(reply, "x-hubspot-ratelimit-daily"),
            .dailyRemaining = numberIn(reply, "x-hubspot-ratelimit-daily-remaining")};
}

milliseconds delayAfter(int failures, milliseconds first, milliseconds longest)
{
    milliseconds delay = first;
    for (int doubled = 1; doubled < failures && delay < longest; ++doubled) {
        delay *= 2;
    }
    delay = std::min(delay, longest);
    return delay + delay * QRandomGenerator::global()->bounded(1'000) / 4'000;
}

bool passesSoon(const Error &error)
{
    if (error.kind == ErrorKind::Locked || error.kind == ErrorKind::RateLimited) {
        const bool daily = error.policyName.compare("DAILY"_L1, Qt::CaseInsensitive) == 0;
        return !daily &&
               std::chrono::seconds(error.retryAfterSeconds.value_or(0)) <= longestRetryAfter;
    }
    return false;
}

/// The queue to one endpoint.
class Gate::Lane final : public QObject
{
public:
    Lane(Gate &gate, Endpoint endpoint)
        : m_gate(gate)
        , m_endpoint(std::move(endpoint))
    {
        m_now.start();
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Lane::advance);
    }

    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }
    [[nodiscard]] bool isPaused() const { return m_pauseEnd.has_value(); }

    void add(QObject *context, std::function<Job *()> start)
    {
        m_queue.push_back({context, std::move(start)});
        if (!m_timer.isActive()) {
            m_timer.start(0ms);
        }
    }

    void drop(const QObject *context)
    {
        std::erase_if(m_queue,
                      [context](const Waiting &waiting) { return waiting.context == context; });
    }

private:
    [[nodiscard]] milliseconds now() const { return milliseconds(m_now.elapsed()); }

    /// Starts what may start now, and comes back when more may.
    void advance()
    {
        endPause();
        while (!m_queue.empty() && hasRoom()) {
            if (const milliseconds wait = timeToNext(); wait > 0ms) {
                m_timer.start(wait);
                return;
            }
            const Waiting next = std::move(m_queue.front());
            m_queue.pop_front();
            if (next.context) {
                watch(next.start());
            }
        }
        // What is to be said at the end of a pause is said on time, queue or not.
        if (m_pauseEnd) {
            m_timer.start(std::max(0ms, *m_pauseEnd - now()));
        }
    }

    [[nodiscard]] bool hasRoom() const
    {
        return m_gate.m_pace.atOnce == 0 || m_underWay < m_gate.m_pace.atOnce;
    }

    /// Until the pause is over and the last second has room for one more start.
    [[nodiscard]] milliseconds timeToNext()
    {
        const milliseconds current = now();
        while (!m_starts.empty() && current - m_starts.front() >= 1s) {
            m_starts.pop_front();
        }
        milliseconds wait = m_pauseEnd ? *m_pauseEnd - current : 0ms;
        const int perSecond = m_gate.m_pace.perSecond;
        if (perSecond > 0 && std::ssize(m_starts) >= perSecond) {
            wait = std::max(wait, m_starts.front() + 1s - current);
        }
        return wait;
    }

    void watch(Job *job)
    {
        if (job == nullptr) {
            return;
        }
        ++m_underWay;
        m_starts.push_back(now());
        connect(job, &Job::finished, this, [this, job](const Reply &reply) {
            job->disconnect(this);
            judge(reply);
            giveOn();
        });
        // A transport that is destroyed takes its jobs with it.
        connect(job, &QObject::destroyed, this, &Lane::giveOn);
    }

    void giveOn()
    {
        --m_underWay;
        advance();
    }

    void judge(const Reply &reply)
    {
        if (const RateStatus status = rateStatusOf(reply); status != RateStatus()) {
            Q_EMIT m_gate.rateChanged(status);
        }
        if (reply.failure) {
            return;
        }
        if (reply.httpStatus == 429 || reply.httpStatus == 423) {
            const Error error = decodeError(reply);
            if (passesSoon(error)) {
                pause(error);
            }
        } else {
            m_refusals = 0;
        }
    }

    void pause(const Error &reason)
    {
        const bool asked = reason.retryAfterSeconds.value_or(0) > 0;
        // What was refused beside the one that began the pause says nothing new.
        if (m_pauseEnd && !asked) {
            return;
        }
        const milliseconds time =
            asked ? std::chrono::seconds(*reason.retryAfterSeconds)
            : reason.kind == ErrorKind::Locked
                ? m_gate.m_backOff.locked
                : delayAfter(++m_refusals, m_gate.m_backOff.first, m_gate.m_backOff.longest);
        const milliseconds end = now() + time;
        if (!m_pauseEnd || end > *m_pauseEnd) {
            m_pauseEnd = end;
            Q_EMIT m_gate.paused(m_gate.m_clock.now().addMSecs(time.count()), reason);
        }
    }

    void endPause()
    {
        if (m_pauseEnd && now() >= *m_pauseEnd) {
            m_pauseEnd.reset();
            m_gate.laneResumed();
        }
    }

    Gate &m_gate;
    Endpoint m_endpoint;
    std::deque<Waiting> m_queue;
    int m_underWay = 0;
    std::deque<milliseconds> m_starts; ///< within the last second, in m_now's time
    std::optional<milliseconds> m_pauseEnd;
    int m_refusals = 0; ///< pauses in a row that were for a 429 without a Retry-After
    QElapsedTimer m_now;
    QTimer m_timer; ///< runs whenever something is to happen without an answer
};

Gate::Gate(const support::Clock &clock, const Pace &pace, const BackOff &backOff, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_pace(pace)
    , m_backOff(backOff)
{
}

Gate::~Gate() = default;

void Gate::enqueue(const Endpoint &endpoint, QObject *context, std::function<Job *()> start)
{
    Q_ASSERT(context != nullptr);
    laneOf(endpoint).add(context, std::move(start));
}

void Gate::cancel(const QObject *context)
{
    for (const auto &lane : m_lanes) {
        lane->drop(context);
    }
}

Gate::Lane &Gate::laneOf(const Endpoint &endpoint)
{
    const auto found = std::ranges::find_if(
        m_lanes, [&endpoint](const auto &lane) { return lane->endpoint() == endpoint; });
    return found != m_lanes.end() ? **found
                                  : *m_lanes.emplace_back(std::make_unique<Lane>(*this, endpoint));
}

void Gate::laneResumed()
{
    if (std::ranges::none_of(m_lanes, [](const auto &lane) { return lane->isPaused(); })) {
        Q_EMIT resumed();
    }
}

} // namespace api
