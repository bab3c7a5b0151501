#pragma once

#include "app/api/gate.h"
#include "app/api/reader.h"
#include "app/api/transport.h"
#include "app/history/record.h"
#include "app/history/store.h"
#include "app/limits/plan.h"
#include "app/submission/schedule.h"
#include "app/submission/tally.h"
#include "app/support/clock.h"
#include "app/support/expected.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <optional>
#include <vector>

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
    QUuid reverts{}; ///< the record this takes back; null: none
};

/// The record of a submission before anything is sent: what is reviewed is what is in it.
[[nodiscard]] history::Record makeRecord(const Submission &submission, const QUuid &id,
                                         const QDateTime &createdAt);

enum class StartError : quint8 {
    AlreadyRunning,
    NoHistory,      ///< there is no store to write the record to
    HistoryRefused, ///< the store could not write the record; see Refusal::detail
    StillInFlight,  ///< the record to check is being submitted, by another program
};

struct Refusal
{
    StartError error = StartError::AlreadyRunning;
    QString detail;
};

enum class Phase : quint8 {
    Idle,
    Sending,
    ReadingBack, ///< everything is sent and answered, and the record is finished
    Waiting,     ///< until lookAgainAt(), to read back once more
};

/// Carries a plan out and looks at what came of it. Several requests are under way at once where
/// the plan's stages allow it, all through the gate. The record is in the history before the first
/// byte leaves, and so is each exchange's state before its request is sent; answers follow at once.
/// Whatever is not a whole 2xx ends the sending: what is under way is awaited, the rest is not
/// sent. A request is sent again only where HubSpot refused it before any work (423, and 429 unless
/// for the day), as the gate's pause ends and at most eight times in all.
///
/// Then the limits of each pair that may have been written are read back. Where HubSpot shows
/// something else than its answers say, or an outcome is unknown and what was asked for is not
/// there, it may be late: it is looked at again after each of the delays.
class Runner : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the runner.
    Runner(api::Transport &transport, api::Gate &gate, api::Reader &reader,
           const support::Clock &clock, QObject *parent = nullptr);

    /// Where records go; null: nothing can be submitted. Not to be changed while running.
    void setStore(history::Store *store);
    /// 2, 5 and 15 seconds by default. Not to be changed while running.
    void setLookAgainDelays(std::vector<std::chrono::milliseconds> delays);

    [[nodiscard]] support::Expected<support::Done, Refusal> start(const Submission &submission);
    /// Reads back once for a record of the history, also one from before the program started, and
    /// adds what it found to it.
    [[nodiscard]] support::Expected<support::Done, Refusal> check(const history::Record &record,
                                                                  const api::Endpoint &endpoint);
    /// Ends the phase. Sending: what is under way is awaited, the rest is not sent, and what was
    /// is read back. Reading back, or waiting to: it is over.
    void cancel();

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] bool isRunning() const { return m_phase != Phase::Idle; }
    /// UTC; set while waiting.
    [[nodiscard]] std::optional<QDateTime> lookAgainAt() const { return m_lookAgainAt; }
    /// The one under way, else the last one that was submitted or checked.
    [[nodiscard]] const history::Record &record() const { return m_record; }

Q_SIGNALS:
    /// After start() or check() and each answer, refusal and read-back.
    void recordChanged(const history::Record &record);
    /// Requests answered so far; at the start and once per request.
    void progress(qsizetype answered, qsizetype total);
    void phaseChanged(submission::Phase phase);
    /// The record could not be brought up to date on disk: it is whole in memory only. Nothing
    /// further is written to HubSpot. At most once until finished.
    void historyFailed(const history::StoreError &error);
    /// Exactly once for each start() or check() that succeeded, in a later turn of the event loop.
    void finished(const history::Record &record);

private:
    void begin(history::Record record, const api::Endpoint &endpoint);
    void setPhase(Phase phase);

    void proceed();
    void enqueue(qsizetype index);
    [[nodiscard]] api::Job *send(qsizetype index);
    void receive(qsizetype index, const api::Reply &reply);
    void stop();
    void endSending();

    void readBack();
    void receiveReadBack(history::ReadBack readBack);
    void lookAgain();
    void finish();

    void saveAnswers();
    bool save();
    bool noteFailure(const support::Expected<support::Done, history::StoreError> &written);

    api::Transport &m_transport;
    api::Gate &m_gate;
    api::Reader &m_reader;
    const support::Clock &m_clock;
    QPointer<history::Store> m_store;
    std::vector<std::chrono::milliseconds> m_delays;

    Phase m_phase = Phase::Idle;
    api::Endpoint m_endpoint;
    history::Record m_record;
    Tally m_tally;
    bool m_historyFailed = false;

    Schedule m_schedule;
    std::vector<qsizetype> m_unsaved; ///< exchanges that changed since they were written
    int m_queued = 0;                 ///< at the gate
    int m_underWay = 0;
    qsizetype m_answered = 0;
    bool m_stopping = false;

    std::vector<limits::Pair> m_toRead;
    std::vector<QPointer<api::Call>> m_calls;
    size_t m_awaited = 0; ///< read-backs that have not come yet
    size_t m_looks = 0;   ///< how many of the delays are used up
    QTimer m_wait;
    std::optional<QDateTime> m_lookAgainAt;
    bool m_ending = false;
};

} // namespace submission
