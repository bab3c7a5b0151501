#include "tests/faults/faultruns.h"

#include "app/api/reads.h"
#include "app/api/recordcount.h"
#include "app/sandbox/sandbox.h"
#include "app/submission/outcomes.h"
#include "app/submission/runner.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>

namespace tests {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using submission::Outcome;

namespace {

const limits::Pair pair{u"0-1"_s, u"0-2"_s};

/// How much later than its deadline a call may end on a machine that is busy.
constexpr std::chrono::milliseconds margin{4'000};

/// What a reply means, to be held against what another means. nullopt: an error.
template<auto decode> std::optional<bool> sameAs(const api::Reply &reply, const api::Reply &fair)
{
    const auto read = decode(reply);
    return read ? std::optional(*read == *decode(fair)) : std::nullopt;
}

std::optional<bool> sameCount(const api::Reply &reply, const api::Reply &fair)
{
    const auto read = api::decodeRecordsNearLimit(reply);
    return read ? std::optional(api::recordsReaching(*read, 1) ==
                                    api::recordsReaching(*api::decodeRecordsNearLimit(fair), 1) &&
                                *read == *api::decodeRecordsNearLimit(fair))
                : std::nullopt;
}

std::optional<bool> compare(Target target, const api::Reply &reply, const api::Reply &fair)
{
    switch (target) {
    case Target::Configurations:
        return sameAs<api::decodeConfigurations>(reply, fair);
    case Target::Labels:
        return sameAs<api::decodeLabels>(reply, fair);
    case Target::Schemas:
        return sameAs<api::decodeSchemas>(reply, fair);
    case Target::Enablement:
        return sameAs<api::decodeEnablement>(reply, fair);
    case Target::RecordsNearLimit:
        return sameCount(reply, fair);
    case Target::AccountDetails:
        return sameAs<api::decodeAccountDetails>(reply, fair);
    case Target::Create:
    case Target::Update:
    case Target::Purge:
        break;
    }
    Q_UNREACHABLE();
}

class ReadRun final : public FaultRun
{
public:
    ReadRun(const FaultCase &what, const QUrl &server, const QByteArray &token,
            const FairAnswer &fair)
        : FaultRun(what)
        , m_proxy(server, [fault = what.fault()](const ReceivedRequest &) { return fault; })
        , m_token(token)
        , m_fair(fair)
    {
        m_transport.setAnswerCap(faultAnswerCap);
    }

    void start() override
    {
        const bool waits = faultCase().waits(m_fair.message);
        m_transport.setTimeouts(waits ? impatience : patience);
        m_time.start();
        const api::Job *job =
            m_transport.send({m_proxy.url(), m_token}, {"GET", pathOf(faultCase().target), {}});
        connect(job, &api::Job::finished, this, &ReadRun::judge);
    }

private:
    void judge(const api::Reply &reply)
    {
        if (++m_finished > 1) {
            expect(false, u"finished twice"_s);
            return;
        }
        expectInTime(m_time.elapsed(), faultCase().waits(m_fair.message));
        expectOneRequest(m_proxy, "GET", m_token, reply);
        const auto same = compare(faultCase().target, reply, m_fair.reply);
        expect(same.value_or(true), u"something else was read"_s);
        expectEnd(faultCase().expected(m_fair.message), same.has_value(), reply.failureText);
        // In a turn of its own, so that a second signal would be seen.
        QMetaObject::invokeMethod(this, &FaultRun::over, Qt::QueuedConnection);
    }

    FaultProxy m_proxy;
    const QByteArray m_token;
    const FairAnswer &m_fair;
    api::Transport m_transport;
    QElapsedTimer m_time;
    int m_finished = 0;
};

/// What a write asks for: a type that has no limit gets one, and one that has one another or none.
limits::PlannedRequest plannedFor(Target target)
{
    using limits::LiveLimit;
    using limits::Operation;
    const auto of = [](Operation operation, limits::Category category, qint32 typeId,
                       std::optional<qint32> limit, const LiveLimit &before) {
        return limits::PlannedRequest{operation, pair, {{category, typeId, limit, {}, before}}};
    };
    switch (target) {
    case Target::Create:
        return of(Operation::Create, limits::Category::HubSpotDefined, 1, 3, LiveLimit::many());
    case Target::Update:
        return of(Operation::Update, limits::Category::UserDefined, 28, 2, LiveLimit::of(1));
    case Target::Purge:
        return of(Operation::Purge, limits::Category::UserDefined, 28, {}, LiveLimit::of(1));
    default:
        Q_UNREACHABLE();
    }
}

class WriteRun final : public FaultRun
{
public:
    explicit WriteRun(const FaultCase &what)
        : FaultRun(what)
        , m_planned(plannedFor(what.target))
    {
    }

    void start() override
    {
        if (!m_sandbox.start()) {
            expect(false, u"no sandbox"_s);
            Q_EMIT over();
            return;
        }
        m_proxy = std::make_unique<FaultProxy>(
            m_sandbox.baseUrl(), [this](const ReceivedRequest &request) {
                return request.method() == "POST" ? faultedWrite() : fault::none();
            });
        m_endpoint = {m_proxy->url(), m_sandbox.token()};
        m_transport.setAnswerCap(faultAnswerCap);
        m_transport.setTimeouts(patience);
        m_runner.setStore(m_store.get());
        m_runner.setLookAgainDelays({});
        connect(&m_runner, &submission::Runner::recordChanged, this, [this] {
            if (m_runner.record().exchanges.front().reply) {
                m_transport.setTimeouts(patience); // for what is read back
            }
        });
        connect(&m_runner, &submission::Runner::finished, this, &WriteRun::finished);
        // What the server says can be told only when it was said, so the deadlines are those of
        // any answer that may have to be waited for.
        m_waits = faultCase().waits(plausibleAnswer());
        if (m_waits) {
            m_transport.setTimeouts(impatience);
        }
        const auto started = m_runner.start({u"a"_s, {}, m_endpoint, {pair, {m_planned}}, {}, {}});
        expect(started.hasValue(), u"not started"_s);
    }

private:
    [[nodiscard]] Fault faultedWrite()
    {
        Fault fault = faultCase().fault();
        fault.answer = [this, answer = fault.answer](const QByteArray &message) {
            m_message = message;
            return answer(message);
        };
        return fault;
    }

    [[nodiscard]] static QByteArray plausibleAnswer()
    {
        return script::message(201, {}, R"({"results":[],"status":"COMPLETE"})");
    }

    void finished()
    {
        if (++m_finished > 1) {
            expect(false, u"finished twice"_s);
            return;
        }
        m_finishedRecord = m_runner.record();
        // The truth, past the proxy.
        m_transport.setTimeouts(patience);
        const api::Job *job = m_transport.send({m_sandbox.baseUrl(), m_sandbox.token()},
                                               {"GET", api::configurationsPath(pair), {}});
        connect(job, &api::Job::finished, this, [this](const api::Reply &reply) {
            judge(reply);
            Q_EMIT over();
        });
    }

    void judge(const api::Reply &truth)
    {
        const history::Record &record = m_finishedRecord;
        expect(m_runner.record() == record, u"the record went on to change"_s);
        const auto kept = m_store->read(record.id);
        expect(kept.hasValue() && *kept == record, u"the history has another record"_s);
        const history::Exchange &exchange = record.exchanges.front();
        expect(exchange.reply && exchange.refused.empty() && exchange.sentAt && exchange.answeredAt,
               u"no single answer on record"_s);
        if (!exchange.reply || !exchange.sentAt || !exchange.answeredAt) {
            return;
        }
        expectOneRequest(*m_proxy, "POST", m_sandbox.token(), *exchange.reply);
        if (faultCase().reachesServer && m_message.isEmpty()) {
            setStarved();
        }
        expectInTime(exchange.sentAt->msecsTo(*exchange.answeredAt), m_waits);

        // By the answer alone: stored is what a whole, valid answer says, and of nothing else is
        // it said that it is not, since it may well be.
        const auto answer = submission::answerOf(exchange, 0, record.state);
        const Outcome said = answer.outcomes.front().outcome;
        const FaultCase::Expected expected = faultCase().expected(m_message);
        expectEnd(expected, answer.result.response.has_value(), exchange.reply->failureText);
        expect(said == (answer.result.response ? Outcome::Stored : Outcome::Unknown),
               u"the answer is taken for outcome %1"_s.arg(int(said)));

        // With what was read back: the truth.
        const auto outcomes = submission::outcomesOf(record);
        const bool isSo = limitIn(truth) == m_planned.changes.front().limit;
        expect(isSo == faultCase().reachesServer, u"the sandbox did something else"_s);
        const Outcome found = outcomes.front().outcome;
        expect(found == (isSo ? Outcome::Stored : Outcome::NotStored),
               u"read back, and the outcome is %1"_s.arg(int(found)));
        const auto page = m_store->page({}, {}, 2);
        expect(page && page->size() == 1 && page->front().counts == submission::countsOf(outcomes),
               u"the history counts otherwise"_s);
    }

    [[nodiscard]] std::optional<qint32> limitIn(const api::Reply &truth)
    {
        const auto stored = api::decodeConfigurations(truth);
        expect(stored.hasValue(), u"the sandbox cannot be read"_s);
        if (!stored) {
            return -1;
        }
        const qint32 typeId = m_planned.changes.front().typeId;
        const auto limit = std::ranges::find(*stored, typeId, &api::StoredLimit::typeId);
        return limit == stored->end() ? std::nullopt : limit->limit;
    }

    const limits::PlannedRequest m_planned;
    QTemporaryDir m_folder;
    support::SystemClock m_clock;
    sandbox::Sandbox m_sandbox{m_folder.filePath(u"sandbox.json"_s), m_clock};
    std::unique_ptr<FaultProxy> m_proxy;
    api::Endpoint m_endpoint;
    std::unique_ptr<history::Store> m_store =
        std::move(history::Store::open(m_folder.path(), m_clock)).value();
    api::Transport m_transport;
    api::Gate m_gate{m_clock, {5, 0}};
    api::Reader m_reader{m_transport, m_gate, {1, 5ms}};
    submission::Runner m_runner{m_transport, m_gate, m_reader, m_clock};
    QByteArray m_message; ///< what the sandbox answered
    bool m_waits = false;
    int m_finished = 0;
    history::Record m_finishedRecord;
};

} // namespace

QByteArray pathOf(Target read)
{
    switch (read) {
    case Target::Configurations:
        return api::configurationsPath(pair);
    case Target::Labels:
        return api::labelsPath(pair);
    case Target::Schemas:
        return api::schemasPath();
    case Target::Enablement:
        return api::enablementPath();
    case Target::RecordsNearLimit:
        return api::recordsNearLimitPath(pair);
    case Target::AccountDetails:
        return api::accountDetailsPath();
    case Target::Create:
    case Target::Update:
    case Target::Purge:
        break;
    }
    Q_UNREACHABLE();
}

void FaultRun::expectOneRequest(const FaultProxy &proxy, const QByteArray &method,
                                const QByteArray &token, const api::Reply &reply)
{
    const auto requests = std::ranges::count_if(proxy.requests(), [&](const auto &request) {
        return !request.whole || request.method() == method;
    });
    if (requests == 0 && (reply.failure == api::ErrorKind::ConnectionRefused ||
                          reply.failure == api::ErrorKind::TimedOut)) {
        setStarved();
    }
    expect(requests == 1, u"%1 requests instead of one"_s.arg(requests));
    for (const ReceivedRequest &request : proxy.requests()) {
        expect(request.header("authorization") == "Bearer " + token, u"another token"_s);
    }
}

void FaultRun::expectInTime(qint64 milliseconds, bool waited)
{
    const std::chrono::milliseconds most = (waited ? impatience : patience).total + margin;
    expect(milliseconds <= most.count(), u"it took %1 ms"_s.arg(milliseconds));
}

void FaultRun::expectEnd(FaultCase::Expected expected, bool succeeded, const QString &how)
{
    switch (expected) {
    case FaultCase::Expected::Success:
        expect(succeeded, u"failed: "_s + how);
        break;
    case FaultCase::Expected::Failure:
        expect(!succeeded, u"taken for an answer"_s);
        break;
    case FaultCase::Expected::Either:
        break;
    }
}

std::unique_ptr<FaultRun> makeReadRun(const FaultCase &what, const QUrl &server,
                                      const QByteArray &token, const FairAnswer &fair)
{
    return std::make_unique<ReadRun>(what, server, token, fair);
}

std::unique_ptr<FaultRun> makeWriteRun(const FaultCase &what)
{
    return std::make_unique<WriteRun>(what);
}

} // namespace tests
