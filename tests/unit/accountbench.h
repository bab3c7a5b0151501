#pragma once

#include "app/accounts/accountbook.h"
#include "app/accounts/vault.h"

#include <QPointer>
#include <QTest>
#include <QTimeZone>

#include <csignal>
#include <functional>
#include <vector>

#include <sys/resource.h>

// What tests of the book of accounts share.

namespace tests {

/// Goes on when it is told to.
class HandClock final : public support::Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void advance(std::chrono::milliseconds by) { m_now = m_now.addMSecs(by.count()); }

private:
    QDateTime m_now{QDate(2026, 11, 3), QTime(14, 2), QTimeZone::utc()};
};

/// Renewals that end as a test says.
struct ScriptedRenewals
{
    struct Started
    {
        accounts::OAuthTokens tokens;
        QUrl baseUrl;
        QPointer<QObject> owner;
        std::function<void(const accounts::RenewalOutcome &)> ended;
    };
    std::vector<Started> started;

    [[nodiscard]] accounts::StartRenewal start()
    {
        return [this](const accounts::OAuthApp &, const accounts::OAuthTokens &tokens,
                      const QUrl &baseUrl, const support::Clock &, QObject *owner,
                      const std::function<void(const accounts::RenewalOutcome &)> &ended) {
            started.push_back({tokens, baseUrl, owner, ended});
        };
    }
    /// Ends the last one, unless it was given up.
    void end(const accounts::RenewalOutcome &outcome) const
    {
        const Started last = started.back();
        if (last.owner) {
            last.ended(outcome);
        }
    }
    void succeed(const accounts::OAuthTokens &tokens) const { end(tokens); }
    void fail(accounts::SignInError error) const
    {
        end(support::Unexpected{accounts::SignInFailure{error, QStringLiteral("its words")}});
    }
};

/// A book as one copy of the program has it, which looks at the clock every few milliseconds.
struct AccountBench
{
    explicit AccountBench(const QString &file)
        : book(file, vault, clock, {renewals.start(), std::chrono::milliseconds(5)})
    {
    }

    HandClock clock;
    ScriptedRenewals renewals;
    accounts::Vault vault;
    accounts::AccountBook book;

    /// Waits until the keychain has answered what it was asked before, the first of each name.
    [[nodiscard]] bool settle()
    {
        bool isAnswered = false;
        QObject context;
        vault.read(QStringLiteral("settled"), &context, [&](const auto &) { isAnswered = true; });
        return QTest::qWaitFor([&] { return isAnswered; }, 20'000);
    }
};

inline accounts::AccountData
dataOf(const QString &name, const QString &baseUrl = QStringLiteral("https://api.hubapi.com"))
{
    accounts::AccountData data;
    data.name = name;
    data.baseUrl = QUrl(baseUrl);
    return data;
}

/// For half an hour.
inline accounts::Credentials signedIn(const support::Clock &clock)
{
    return {{},
            accounts::OAuthApp{QStringLiteral("app-1"), "app-s3cret", {QStringLiteral("oauth")}},
            accounts::OAuthTokens{"access-1", "refresh-1", clock.now().addSecs(1'800)}};
}

/// As long as it lives, no file of this process can grow.
class FullDisk
{
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_unlimited);
        const rlimit full{256, m_unlimited.rlim_max}; // enough for a lock file, but for no account
        setrlimit(RLIMIT_FSIZE, &full);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_unlimited); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_unlimited{};
};

} // namespace tests
