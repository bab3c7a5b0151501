#pragma once

#include "app/submission/runner.h"

#include <QSet>
#include <QUuid>

#include <deque>

namespace submission {

/// Finds out by itself what became of submissions whose outcome nobody knows: what was cut short
/// when a program ended in the middle, and what could not be read back then. Each is read back
/// once, one after the other, beside whatever else goes on; nothing is written to HubSpot. What was
/// read back since it was sent is left alone, and so is, after three times, what can't be read.
class Reconciler : public QObject
{
    Q_OBJECT
public:
    /// How many of an account's submissions are looked at, newest first: of those with an unknown
    /// outcome, and of all.
    static constexpr int most = 50;
    static constexpr int mostLatest = 5;

    /// All must outlive this.
    Reconciler(api::Transport &transport, api::Gate &gate, api::Reader &reader,
               const support::Clock &clock, QObject *parent = nullptr);

    /// Null: there is none, and nothing is looked for. It must outlive this.
    void setStore(history::Store *store);

    /// Looks through the account's submissions; once for each account in the life of this.
    void look(const QString &accountId, const api::Endpoint &endpoint);

    /// Whether this record is being read back.
    [[nodiscard]] bool isChecking(const QUuid &id) const;

Q_SIGNALS:
    /// A record is about to be read back, and when that is over: `record` is what is known then.
    void checking(const QUuid &id);
    void checked(const history::Record &record);

private:
    struct Open
    {
        QUuid id;
        api::Endpoint endpoint;
    };

    void next();

    history::Store *m_store = nullptr;
    Runner m_runner;
    QSet<QString> m_accounts;
    std::deque<Open> m_open;
};

} // namespace submission
