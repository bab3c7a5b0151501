#pragma once

#include "app/api/transport.h"
#include "app/history/record.h"
#include "app/history/store.h"
#include "app/limits/plan.h"
#include "app/support/clock.h"
#include "app/support/expected.h"

#include <QObject>
#include <QPointer>

namespace submission {

/// What is about to be submitted, and where to.
struct Submission
{
    QString accountId; ///< accounts::Account's
    QString accountName;
    api::Endpoint endpoint;
    limits::Plan plan; ///< has at least one request
    QString fromName;  ///< as shown, for the record
    QString toName;
};

/// The record of a submission before anything is sent: what is reviewed is what is in it.
[[nodiscard]] history::Record makeRecord(const Submission &submission, const QUuid &id,
                                         const QDateTime &createdAt);

enum class StartError : quint8 {
    AlreadyRunning,
    NoHistory,      ///< there is no store to write the record to
    HistoryRefused, ///< the store could not write the record; see Refusal::detail
};

struct Refusal
{
    StartError error = StartError::AlreadyRunning;
    QString detail;
};

/// Carries a plan out, one request after the other. The record is in the history before the first
/// byte leaves, and so is each exchange's state before its request is sent and each answer before
/// the next request. Whatever is not a whole 2xx ends the submission: the rest is not sent, and
/// nothing is ever sent twice.
class Runner : public QObject
{
    Q_OBJECT
public:
    /// `transport` and `clock` must outlive the runner.
    Runner(api::Transport &transport, const support::Clock &clock, QObject *parent = nullptr);

    /// Where records go; null: nothing can be submitted. Not to be changed while running.
    void setStore(history::Store *store);

    [[nodiscard]] support::Expected<support::Done, Refusal> start(const Submission &submission);
    /// Lets the request under way end and does not send the rest.
    void cancel();

    [[nodiscard]] bool isRunning() const { return m_running; }
    /// The submission under way, else the last one.
    [[nodiscard]] const history::Record &record() const { return m_record; }

Q_SIGNALS:
    /// After start and after each answer, and when all is over.
    void recordChanged(const history::Record &record);
    /// Requests answered so far; once per request.
    void progress(qsizetype answered, qsizetype total);
    /// The record could not be brought up to date on disk: it is whole in memory only. Nothing
    /// further is sent.
    void historyFailed(const history::StoreError &error);
    /// Exactly once for each start() that succeeded, in a later turn of the event loop.
    void finished(const history::Record &record);

private:
    void sendNext();
    void receive(qsizetype index, const api::Reply &reply);
    void finish();
    [[nodiscard]] support::Expected<support::Done, history::StoreError>
    saveExchange(qsizetype index);
    bool saved(const support::Expected<support::Done, history::StoreError> &result);
    [[nodiscard]] history::Counts counts() const;

    api::Transport &m_transport;
    const support::Clock &m_clock;
    QPointer<history::Store> m_store;
    api::Endpoint m_endpoint;
    history::Record m_record;
    qsizetype m_next = 0;
    bool m_running = false;
    bool m_stopping = false;
};

} // namespace submission
