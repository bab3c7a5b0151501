#pragma once

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

#include <deque>

namespace sandbox {

/// HubSpot's two policies: so many requests in any ten seconds, and so many in a day of the
/// account's time zone. A refused request counts for neither.
class RateLimiter
{
public:
    enum class Verdict { Admitted, TenSecondlyRolling, Daily };

    static constexpr int requestsPerInterval = 190;
    static constexpr int intervalMilliseconds = 10'000;
    static constexpr int requestsPerDay = 250'000;

    explicit RateLimiter(const QTimeZone &accountZone);

    [[nodiscard]] Verdict admit(const QDateTime &now);

    /// After the last admit().
    [[nodiscard]] int remaining() const;
    [[nodiscard]] int remainingToday() const;

private:
    QTimeZone m_zone;
    std::deque<qint64> m_recent; ///< times in ms of the requests of the last interval
    QDate m_day;
    int m_today = 0;
};

} // namespace sandbox
