#include "app/submission/runner.h"

#include "app/api/batch.h"
#include "app/submission/outcomes.h"

#include <algorithm>

namespace submission {

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

support::Unexpected<history::StoreError> gone()
{
    return {{history::StoreErrorKind::CannotWrite, {}}};
}

} // namespace

Runner::Runner(api::Transport &transport, const support::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_clock(clock)
{
}

void Runner::setStore(history::Store *store)
{
    Q_ASSERT(!m_running);
    m_store = store;
}

support::Expected<support::Done, Refusal> Runner::start(const Submission &submission)
{
    Q_ASSERT(!submission.plan.requests.empty());
    if (m_running) {
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
    m_record = std::move(record);
    m_endpoint = submission.endpoint;
    m_next = 0;
    m_stopping = false;
    m_running = true;
    Q_EMIT recordChanged(m_record);
    Q_EMIT progress(0, qsizetype(m_record.exchanges.size()));
    QMetaObject::invokeMethod(this, &Runner::sendNext, Qt::QueuedConnection);
    return support::Done{};
}

void Runner::cancel()
{
    m_stopping = true;
}

void Runner::sendNext()
{
    if (m_stopping || m_next == qsizetype(m_record.exchanges.size())) {
        finish();
        return;
    }
    const qsizetype index = m_next++;
    Exchange &exchange = m_record.exchanges[size_t(index)];
    exchange.state = Exchange::State::Sent;
    exchange.sentAt = m_clock.now();
    if (!saved(saveExchange(index))) {
        exchange.state = Exchange::State::NotSent;
        exchange.sentAt.reset();
        finish();
        return;
    }
    api::Job *job = m_transport.send(m_endpoint, {exchange.method, exchange.path, exchange.body});
    connect(job, &api::Job::finished, this,
            [this, index](const api::Reply &reply) { receive(index, reply); });
}

void Runner::receive(qsizetype index, const api::Reply &reply)
{
    Exchange &exchange = m_record.exchanges[size_t(index)];
    exchange.state = Exchange::State::Answered;
    exchange.answeredAt = m_clock.now();
    exchange.reply = reply;
    const bool answerSaved = saved(saveExchange(index));
    Q_EMIT recordChanged(m_record);
    Q_EMIT progress(index + 1, qsizetype(m_record.exchanges.size()));
    m_stopping = m_stopping || !answerSaved || resultOf(exchange, m_record.state).error;
    sendNext();
}

void Runner::finish()
{
    std::vector<qsizetype> left;
    for (qsizetype i = 0; i < std::ssize(m_record.exchanges); ++i) {
        Exchange &exchange = m_record.exchanges[size_t(i)];
        if (exchange.state == Exchange::State::Planned) {
            exchange.state = Exchange::State::NotSent;
            left.push_back(i);
        }
    }
    m_record.state = Record::State::Finished;
    if (m_store) {
        saved(m_store->saveExchanges(m_record, left, counts()));
    } else {
        saved(gone());
    }
    m_running = false;
    m_endpoint = {};
    Q_EMIT recordChanged(m_record);
    Q_EMIT finished(m_record);
}

support::Expected<support::Done, history::StoreError> Runner::saveExchange(qsizetype index)
{
    if (!m_store) {
        return gone();
    }
    return m_store->saveExchanges(m_record, {index}, counts());
}

bool Runner::saved(const support::Expected<support::Done, history::StoreError> &result)
{
    if (!result) {
        Q_EMIT historyFailed(result.error());
    }
    return result.hasValue();
}

history::Counts Runner::counts() const
{
    return countsOf(outcomesOf(m_record));
}

} // namespace submission
