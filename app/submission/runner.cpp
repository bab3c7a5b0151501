#include "app/submission/runner.h"

#include "app/api/batch.h"
#include "app/api/decode.h"
#include "app/api/reads.h"
#include "app/submission/outcomes.h"

#include <algorithm>

namespace submission {

using namespace std::chrono_literals;

using history::Exchange;
using history::Record;

history::Record makeRecord(const Submission &submission, const QUuid &id,
                           const QDateTime &createdAt)
{
    Record record;
    record.id = id;
    record.createdAt = createdAt;
    record.accountId = submission.accountId;
    record.accountName = submission.accountName;
    record.baseUrl = submission.endpoint.baseUrl.toString(QUrl::FullyEncoded);
    record.pair = submission.plan.pair;
    record.fromName = submission.fromName;
    record.toName = submission.toName;
    record.reverts = submission.reverts;
    for (const limits::PlannedRequest &planned : submission.plan.requests) {
        const api::Request request = api::encode(planned);
        Exchange exchange;
        exchange.request = planned;
        exchange.method = request.method;
        exchange.path = request.path;
        exchange.body = request.body;
        record.exchanges.push_back(std::move(exchange));
    }
    return record;
}

namespace {

constexpr size_t mostAttempts = 8;

support::Expected<support::Done, history::StoreError> gone()
{
    return support::Unexpected{history::StoreError{history::StoreErrorKind::CannotWrite, {}}};
}

/// Whether HubSpot certainly did nothing, and takes the same request again before long.
bool isToBeSentAgain(const Exchange &exchange, const api::Reply &reply)
{
    return !reply.failure && (reply.httpStatus == 429 || reply.httpStatus == 423) &&
           exchange.refused.size() + 1 < mostAttempts && api::passesSoon(api::decodeError(reply));
}

bool isStored(const LimitOutcome &limit)
{
    return limit.outcome == Outcome::Stored;
}

/// Whether looking again may find what this look did not: it was one, or it failed for a reason
/// that may pass.
bool isWorthRepeating(const history::ReadBack &readBack)
{
    const auto found = api::decodeConfigurations(*readBack.attempt.reply);
    return found || api::mayPass(found.error()) ||
           found.error().kind == api::ErrorKind::HostNotFound;
}

} // namespace

Runner::Runner(api::Transport &transport, api::Gate &gate, api::Reader &reader,
               const support::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_gate(gate)
    , m_reader(reader)
    , m_clock(clock)
    , m_delays{2s, 5s, 15s}
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &Runner::readBack);
}

void Runner::setStore(history::Store *store)
{
    Q_ASSERT(!isRunning());
    m_store = store;
}

void Runner::setLookAgainDelays(std::vector<std::chrono::milliseconds> delays)
{
    Q_ASSERT(!isRunning());
    m_delays = std::move(delays);
}

support::Expected<support::Done, Refusal> Runner::start(const Submission &submission)
{
    Q_ASSERT(!submission.plan.requests.empty());
    if (isRunning()) {
        return support::Unexpected{Refusal{StartError::AlreadyRunning, {}}};
    }
    if (!m_store) {
        return support::Unexpected{Refusal{StartError::NoHistory, {}}};
    }
    Record record = makeRecord(submission, QUuid::createUuid(), m_clock.now());
    const auto written = m_store->add(record, countsOf(outcomesOf(record)));
    if (!written) {
        return support::Unexpected{Refusal{StartError::HistoryRefused, written.error().detail}};
    }
    begin(std::move(record), submission.endpoint);
    m_schedule = Schedule(m_record.exchanges);
    setPhase(Phase::Sending);
    Q_EMIT recordChanged(m_record);
    Q_EMIT progress(0, std::ssize(m_record.exchanges));
    QMetaObject::invokeMethod(this, &Runner::proceed, Qt::QueuedConnection);
    return support::Done{};
}

support::Expected<support::Done, Refusal> Runner::check(const Record &record,
                                                        const api::Endpoint &endpoint)
{
    if (isRunning()) {
        return support::Unexpected{Refusal{StartError::AlreadyRunning, {}}};
    }
    if (!m_store) {
        return support::Unexpected{Refusal{StartError::NoHistory, {}}};
    }
    if (record.state == Record::State::InFlight) {
        return support::Unexpected{Refusal{StartError::StillInFlight, {}}};
    }
    begin(record, endpoint);
    m_toRead = m_tally.writtenPairs();
    m_looks = m_delays.size(); // whatever came late came long ago
    setPhase(Phase::ReadingBack);
    Q_EMIT recordChanged(m_record);
    QMetaObject::invokeMethod(this, &Runner::readBack, Qt::QueuedConnection);
    return support::Done{};
}

void Runner::begin(Record record, const api::Endpoint &endpoint)
{
    m_record = std::move(record);
    m_endpoint = endpoint;
    m_tally.update(m_record);
    m_historyFailed = false;
    m_unsaved.clear();
    m_answered = 0;
    m_stopping = false;
    m_toRead.clear();
    m_looks = 0;
    m_ending = false;
}

void Runner::setPhase(Phase phase)
{
    if (m_phase != phase) {
        m_phase = phase;
        Q_EMIT phaseChanged(phase);
    }
}

void Runner::cancel()
{
    switch (m_phase) {
    case Phase::Idle:
        return;
    case Phase::Sending:
        stop();
        QMetaObject::invokeMethod(this, &Runner::proceed, Qt::QueuedConnection);
        return;
    case Phase::ReadingBack:
    case Phase::Waiting:
        break;
    }
    if (m_ending) {
        return;
    }
    m_ending = true;
    m_wait.stop();
    for (const auto &call : m_calls) {
        if (call) {
            call->disconnect(this);
            call->cancel();
        }
    }
    QMetaObject::invokeMethod(this, &Runner::finish, Qt::QueuedConnection);
}

/// Sends what may be sent now, and goes on to the next phase when nothing is left to wait for.
void Runner::proceed()
{
    if (m_phase != Phase::Sending) {
        return; // what called for it has been overtaken
    }
    // No more than may be under way: what others have to read shall not wait for all of it.
    const int atOnce = m_gate.pace().atOnce;
    while (!m_stopping && (atOnce == 0 || m_queued + m_underWay < atOnce)) {
        const auto next = m_schedule.takeNext();
        if (!next) {
            break;
        }
        enqueue(*next);
    }
    if (m_queued + m_underWay == 0) {
        endSending();
    }
}

void Runner::enqueue(qsizetype index)
{
    ++m_queued;
    m_gate.enqueue(m_endpoint, this, [this, index] { return send(index); });
}

api::Job *Runner::send(qsizetype index)
{
    --m_queued;
    Exchange &exchange = m_record.exchanges[size_t(index)];
    exchange.state = Exchange::State::Sent;
    exchange.sentAt = m_clock.now();
    m_unsaved.push_back(index);
    if (!save()) {
        exchange.state = Exchange::State::Planned;
        exchange.sentAt.reset();
        stop();
        QMetaObject::invokeMethod(this, &Runner::proceed, Qt::QueuedConnection);
        return nullptr;
    }
    ++m_underWay;
    api::Job *job = m_transport.send(m_endpoint, {exchange.method, exchange.path, exchange.body});
    connect(job, &api::Job::finished, this,
            [this, index](const api::Reply &reply) { receive(index, reply); });
    return job;
}

void Runner::receive(qsizetype index, const api::Reply &reply)
{
    --m_underWay;
    Exchange &exchange = m_record.exchanges[size_t(index)];
    m_unsaved.push_back(index);
    if (isToBeSentAgain(exchange, reply)) {
        exchange.refused.push_back({*exchange.sentAt, m_clock.now(), reply});
        exchange.state = Exchange::State::Planned;
        exchange.sentAt.reset();
        if (!m_stopping) {
            enqueue(index); // the gate pauses on this very reply
        }
        Q_EMIT recordChanged(m_record);
    } else {
        exchange.state = Exchange::State::Answered;
        exchange.answeredAt = m_clock.now();
        exchange.reply = reply;
        m_tally.update(m_record);
        const AnswerReading &answer = m_tally.answer(index);
        m_schedule.ended(index, std::ranges::all_of(answer.outcomes, isStored));
        if (answer.result.error) {
            stop();
        }
        Q_EMIT recordChanged(m_record);
        Q_EMIT progress(++m_answered, std::ssize(m_record.exchanges));
    }
    proceed();
    // The gate starts the next request in this turn, which writes this answer as well. Where it
    // does not, the answer is written in the next.
    QMetaObject::invokeMethod(this, &Runner::saveAnswers, Qt::QueuedConnection);
}

/// Sends nothing more. What is under way goes on.
void Runner::stop()
{
    m_stopping = true;
    m_gate.cancel(this);
    m_queued = 0;
}

void Runner::endSending()
{
    for (qsizetype i = 0; i < std::ssize(m_record.exchanges); ++i) {
        Exchange &exchange = m_record.exchanges[size_t(i)];
        if (exchange.state == Exchange::State::Planned) {
            exchange.state = Exchange::State::NotSent;
            m_unsaved.push_back(i);
        }
    }
    m_record.state = Record::State::Finished;
    save();
    m_toRead = m_tally.writtenPairs();
    Q_EMIT recordChanged(m_record);
    readBack();
}

void Runner::readBack()
{
    m_lookAgainAt.reset();
    if (m_ending) {
        return;
    }
    if (m_toRead.empty()) {
        finish();
        return;
    }
    setPhase(Phase::ReadingBack);
    m_calls.clear();
    m_awaited = m_toRead.size();
    for (const limits::Pair &pair : m_toRead) {
        const QByteArray path = api::configurationsPath(pair);
        api::Call *call = m_reader.get(m_endpoint, path, this);
        m_calls.push_back(call);
        connect(call, &api::Call::finished, this,
                [this, pair, path, sentAt = m_clock.now()](const api::Reply &reply) {
                    receiveReadBack({pair, path, {sentAt, m_clock.now(), reply}});
                });
    }
}

void Runner::receiveReadBack(history::ReadBack readBack)
{
    m_record.readBacks.push_back(std::move(readBack));
    m_tally.update(m_record);
    noteFailure(m_store ? m_store->addReadBack(m_record, m_tally.counts()) : gone());
    Q_EMIT recordChanged(m_record);
    if (--m_awaited == 0 && !m_ending) {
        lookAgain();
    }
}

void Runner::lookAgain()
{
    std::erase_if(m_toRead, [this](const limits::Pair &pair) {
        const auto last = std::ranges::find(m_record.readBacks.rbegin(), m_record.readBacks.rend(),
                                            pair, &history::ReadBack::pair);
        return m_tally.isSettled(pair) || !isWorthRepeating(*last);
    });
    if (m_toRead.empty() || m_looks == m_delays.size()) {
        finish();
        return;
    }
    const std::chrono::milliseconds delay = m_delays[m_looks++];
    m_lookAgainAt = m_clock.now().addMSecs(delay.count());
    m_wait.start(delay);
    setPhase(Phase::Waiting);
}

void Runner::finish()
{
    if (!m_unsaved.empty()) {
        save(); // what could not be written before
    }
    m_lookAgainAt.reset();
    m_endpoint = {};
    setPhase(Phase::Idle);
    Q_EMIT finished(m_record);
}

void Runner::saveAnswers()
{
    if (m_phase == Phase::Sending && !m_unsaved.empty() && !save()) {
        stop();
        proceed();
    }
}

bool Runner::save()
{
    m_tally.update(m_record);
    const bool saved = noteFailure(
        m_store ? m_store->saveExchanges(m_record, m_unsaved, m_tally.counts()) : gone());
    if (saved) {
        m_unsaved.clear();
    }
    return saved;
}

bool Runner::noteFailure(const support::Expected<support::Done, history::StoreError> &written)
{
    if (!written && !m_historyFailed) {
        m_historyFailed = true;
        Q_EMIT historyFailed(written.error());
    }
    return written.hasValue();
}

} // namespace submission
