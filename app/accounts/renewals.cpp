#include "app/accounts/renewals.h"

#include <algorithm>
#include <utility>

namespace accounts {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds usualMargin = 5min;
constexpr std::chrono::milliseconds firstDelay = 30s;
constexpr std::chrono::milliseconds longestDelay = 10min;

std::chrono::milliseconds delayAfter(int failures)
{
    constexpr int doublings = 5; // more than it takes to reach the longest
    return std::min(firstDelay * (1 << std::min(failures - 1, doublings)), longestDelay);
}

} // namespace

Renewals::Renewals(StartRenewal start, const support::Clock &clock,
                   std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_start(std::move(start))
    , m_clock(clock)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &Renewals::check);
}

Renewals::~Renewals() = default;

void Renewals::set(const QString &id, const QUrl &baseUrl, const Credentials &credentials, Age age)
{
    std::chrono::milliseconds margin = usualMargin;
    if (age == Age::New && credentials.tokens.expiresAt.isValid()) {
        const std::chrono::milliseconds life(m_clock.now().msecsTo(credentials.tokens.expiresAt));
        margin = std::min(std::max(life / 5, usualMargin), life / 2);
    }
    m_entries.insert_or_assign(id, Entry{baseUrl, credentials, margin, {}, 0, false, nullptr});
    m_timer.start();
    QMetaObject::invokeMethod(this, &Renewals::check, Qt::QueuedConnection);
}

void Renewals::forget(const QString &id)
{
    m_entries.erase(id);
    if (m_entries.empty()) {
        m_timer.stop();
    }
}

const Credentials *Renewals::find(const QString &id) const
{
    const auto entry = m_entries.find(id);
    return entry == m_entries.end() ? nullptr : &entry->second.credentials;
}

bool Renewals::isDue(const Entry &entry) const
{
    const OAuthTokens &tokens = entry.credentials.tokens;
    if (entry.running || entry.isRefused || tokens.refresh.isEmpty()) {
        return false;
    }
    const QDateTime now = m_clock.now();
    // A clock that was put back does not make it wait longer than it ever would.
    const bool mayBegin = !entry.notBefore.isValid() || now >= entry.notBefore ||
                          now.msecsTo(entry.notBefore) > longestDelay.count();
    return mayBegin && now.msecsTo(tokens.expiresAt) <= entry.margin.count();
}

void Renewals::check()
{
    for (auto &[id, entry] : m_entries) {
        if (isDue(entry)) {
            renew(id, entry);
        }
    }
}

void Renewals::renew(const QString &id, Entry &entry)
{
    entry.running = std::make_unique<QObject>();
    m_start(*entry.credentials.app, entry.credentials.tokens, entry.baseUrl, m_clock,
            entry.running.get(), [this, id](const RenewalOutcome &outcome) { end(id, outcome); });
}

void Renewals::end(const QString &id, const RenewalOutcome &outcome)
{
    Entry &entry = m_entries.at(id); // had it gone, so had its owner
    entry.running.release()->deleteLater();
    if (!outcome) {
        entry.isRefused = outcome.error().error == SignInError::Refused;
        entry.notBefore = m_clock.now().addMSecs(delayAfter(++entry.failures).count());
        if (entry.failures == 1) {
            Q_EMIT failed(id, outcome.error().words);
        }
        return;
    }
    Credentials credentials = entry.credentials;
    const QByteArray refresh = credentials.tokens.refresh;
    credentials.tokens = *outcome;
    if (credentials.tokens.refresh.isEmpty()) {
        credentials.tokens.refresh = refresh;
    }
    set(id, QUrl(entry.baseUrl), credentials, Age::New);
    // Should they be no better than the old ones, the server is not asked again and again.
    m_entries.at(id).notBefore = m_clock.now().addMSecs(firstDelay.count());
    Q_EMIT renewed(id);
}

} // namespace accounts
