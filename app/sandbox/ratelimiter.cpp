#include "app/sandbox/ratelimiter.h"

#include <cstdlib>

namespace sandbox {

RateLimiter::RateLimiter(const QTimeZone &accountZone)
    : m_zone(accountZone)
{
}

RateLimiter::Verdict RateLimiter::admit(const QDateTime &now)
{
    const qint64 time = now.toMSecsSinceEpoch();
    // The distance either way: a clock that was set back must not lock the account.
    while (!m_recent.empty() && std::llabs(time - m_recent.front()) >= intervalMilliseconds) {
        m_recent.pop_front();
    }
    const QDate day = now.toTimeZone(m_zone).date();
    if (day != m_day) {
        m_day = day;
        m_today = 0;
    }
    if (remainingToday() == 0) {
        return Verdict::Daily;
    }
    if (remaining() == 0) {
        return Verdict::TenSecondlyRolling;
    }
    m_recent.push_back(time);
    ++m_today;
    return Verdict::Admitted;
}

int RateLimiter::remaining() const
{
    return requestsPerInterval - static_cast<int>(m_recent.size());
}

int RateLimiter::remainingToday() const
{
    return requestsPerDay - m_today;
}

} // namespace sandbox
