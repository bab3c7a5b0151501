#pragma once

#include "app/accounts/credentials.h"
#include "app/accounts/renewal.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <map>
#include <memory>

namespace accounts {

/// Renews OAuth tokens before they expire: when a fifth of their life is left, or five minutes if
/// that is more (but no more than half their life). The time is looked at every half a minute,
/// since it jumps when a computer wakes up.
class Renewals : public QObject
{
    Q_OBJECT
public:
    /// `clock` must outlive this.
    Renewals(StartRenewal start, const support::Clock &clock,
             std::chrono::milliseconds interval = std::chrono::seconds(30),
             QObject *parent = nullptr);
    ~Renewals() override;

    enum class Age { New, Unknown };
    /// Replaces what was known of the account.
    void set(const QString &id, const QUrl &baseUrl, const Credentials &credentials, Age age);
    void forget(const QString &id);
    /// nullptr: none were set.
    [[nodiscard]] const Credentials *find(const QString &id) const;

Q_SIGNALS:
    /// find() has the new ones.
    void renewed(const QString &id);
    /// Once of the same tokens. It is tried again, after thirty seconds and then ever later up to
    /// ten minutes, unless the server has refused.
    void failed(const QString &id, const QString &words);

private:
    struct Entry
    {
        QUrl baseUrl;
        Credentials credentials;
        std::chrono::milliseconds margin; ///< left of their life when they are to be renewed
        QDateTime notBefore;              ///< of the next attempt
        int failures = 0;
        bool isRefused = false;
        std::unique_ptr<QObject> running;
    };

    [[nodiscard]] bool isDue(const Entry &entry) const;
    void check();
    void renew(const QString &id, Entry &entry);
    void end(const QString &id, const RenewalOutcome &outcome);

    const StartRenewal m_start;
    const support::Clock &m_clock;
    std::map<QString, Entry> m_entries;
    QTimer m_timer;
};

} // namespace accounts
