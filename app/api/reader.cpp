#include "app/api/reader.h"

#include "app/api/decode.h"

namespace api {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds longestDelay{30'000};

bool isSuccess(const Reply &reply)
{
    return !reply.failure && reply.httpStatus >= 200 && reply.httpStatus < 300;
}

} // namespace

bool mayPass(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::ConnectionRefused:
    case ErrorKind::ConnectionLost:
    case ErrorKind::TimedOut:
    case ErrorKind::Truncated:
    case ErrorKind::ServerError:
        return true;
    case ErrorKind::Locked:
    case ErrorKind::RateLimited:
        return passesSoon(error);
    case ErrorKind::InvalidRequest:
    case ErrorKind::ReadOnly:
    case ErrorKind::HostNotFound:
    case ErrorKind::Tls:
    case ErrorKind::Proxy:
    case ErrorKind::Cancelled:
    case ErrorKind::AnswerTooLarge:
    case ErrorKind::NotHttp:
    case ErrorKind::Redirected:
    case ErrorKind::BadRequest:
    case ErrorKind::Unauthorized:
    case ErrorKind::Forbidden:
    case ErrorKind::NotFound:
    case ErrorKind::TooManyTypes:
    case ErrorKind::Moving:
    case ErrorKind::NotJson:
    case ErrorKind::UnexpectedShape:
        return false;
    }
    Q_UNREACHABLE();
}

Call::Call(Reader &reader, const Endpoint &endpoint, const QByteArray &path, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
    , m_endpoint(endpoint)
    , m_path(path)
{
    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, &Call::enqueue);
    enqueue();
}

Call::~Call()
{
    m_reader.m_gate.cancel(this);
    if (m_job) {
        m_job->cancel();
    }
}

void Call::cancel()
{
    if (m_outcome) {
        return;
    }
    m_delay.stop();
    m_reader.m_gate.cancel(this);
    if (m_job) {
        m_job->disconnect(this);
        m_job->cancel();
    }
    Reply reply;
    reply.failure = ErrorKind::Cancelled;
    reply.failureText = u"Cancelled"_s;
    settle(reply);
}

void Call::enqueue()
{
    m_reader.m_gate.enqueue(m_endpoint, this, [this] {
        ++m_attempts;
        m_job = m_reader.m_transport.send(m_endpoint, {"GET", m_path, {}});
        connect(m_job, &Job::finished, this, &Call::receive);
        return m_job.data();
    });
}

void Call::receive(const Reply &reply)
{
    m_job.clear();
    const RetryPolicy &policy = m_reader.m_policy;
    if (!isSuccess(reply) && m_attempts < policy.attempts) {
        const Error error = decodeError(reply);
        if (passesSoon(error)) {
            enqueue(); // the gate pauses on this very reply
            return;
        }
        if (mayPass(error)) {
            m_delay.start(delayAfter(m_attempts, policy.firstDelay, longestDelay));
            return;
        }
    }
    settle(reply);
}

void Call::settle(const Reply &reply)
{
    m_outcome = reply;
    m_endpoint = {};
    // In a turn of its own: the caller of cancel() is done by then.
    QMetaObject::invokeMethod(this, &Call::announce, Qt::QueuedConnection);
}

void Call::announce()
{
    deleteLater();
    Q_EMIT finished(*m_outcome);
}

Reader::Reader(Transport &transport, Gate &gate, const RetryPolicy &policy, QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_gate(gate)
    , m_policy(policy)
{
}

Call *Reader::get(const Endpoint &endpoint, const QByteArray &path, QObject *parent)
{
    return new Call(*this, endpoint, path, parent);
}

} // namespace api
