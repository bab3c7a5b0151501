#pragma once

#include "app/api/transport.h"
#include "app/support/clock.h"

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace api {

/// What HubSpot says of its limits on requests, in the X-HubSpot-RateLimit-* headers. Absent or not
/// a number: not said.
struct RateStatus
{
    std::optional<int> max; ///< requests per interval
    std::optional<int> remaining;
    std::optional<int> intervalMilliseconds;
    std::optional<int> daily; ///< requests per day
    std::optional<int> dailyRemaining;

    bool operator==(const RateStatus &) const = default;
};

[[nodiscard]] RateStatus rateStatusOf(const Reply &reply);

/// How fast requests may leave for one endpoint. 0: without that cap.
struct Pace
{
    int atOnce = 5;
    int perSecond = 8; ///< starts within any one second

    bool operator==(const Pace &) const = default;
};

/// How long an endpoint is left alone after a 429 or 423 without a Retry-After.
struct BackOff
{
    std::chrono::milliseconds first{1'000}; ///< after a 429; twice that after the next in a row
    std::chrono::milliseconds longest{30'000};
    std::chrono::milliseconds locked{2'000}; ///< after a 423
};

/// `first`, doubled with each of the `failures` (at least 1) after the first up to `longest`, and
/// at random up to a quarter more.
[[nodiscard]] std::chrono::milliseconds delayAfter(int failures, std::chrono::milliseconds first,
                                                   std::chrono::milliseconds longest);

/// Whether HubSpot refused a request before any work and takes it again before long: a 423, and a
/// 429 that is neither for the day nor asks for more than five minutes.
[[nodiscard]] bool passesSoon(const Error &error);

/// Where every request, read or write, waits for its turn. Each server and key has a lane of its
/// own, in which requests are started in the order they came. The gate sends nothing itself and
/// repeats nothing: whoever wants a request tried again enqueues it anew.
class Gate : public QObject
{
    Q_OBJECT
public:
    /// `clock` must outlive the gate.
    explicit Gate(const support::Clock &clock, const Pace &pace = {}, const BackOff &backOff = {},
                  QObject *parent = nullptr);
    ~Gate() override;

    [[nodiscard]] const Pace &pace() const { return m_pace; }

    /// Calls `start` once, in a later turn of the event loop, when it is its turn and `context`
    /// still lives. `start` returns the job it sent, whose end (`finished`, or its destruction)
    /// gives the turn on; null gives it back at once. What `start` connected to the job's
    /// `finished` is called before the next one is started. `start` must not destroy the gate.
    void enqueue(const Endpoint &endpoint, QObject *context, std::function<Job *()> start);

    /// Drops what is queued for `context`. What was started is not touched.
    void cancel(const QObject *context);

Q_SIGNALS:
    /// After each answer that carries at least one of the headers.
    void rateChanged(const api::RateStatus &status);
    /// A lane starts nothing before `until` (UTC). Again where a pause is drawn out.
    void paused(const QDateTime &until, const api::Error &reason);
    /// No lane is paused any longer.
    void resumed();

private:
    class Lane;

    [[nodiscard]] Lane &laneOf(const Endpoint &endpoint);
    void laneResumed();

    const support::Clock &m_clock;
    Pace m_pace;
    BackOff m_backOff;
    std::vector<std::unique_ptr<Lane>> m_lanes;
};

} // namespace api
