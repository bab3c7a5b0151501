#pragma once

#include "app/api/gate.h"
#include "app/api/transport.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <optional>

namespace api {

struct RetryPolicy
{
    int attempts = 3;                          ///< all together
    std::chrono::milliseconds firstDelay{500}; ///< before the second; doubled before each further
};

/// Whether a GET that ended so may succeed when it is tried again: the connection was refused or
/// lost, the answer did not come or not whole, a 5xx, a 423, a 429 that is not for the day.
[[nodiscard]] bool mayPass(const Error &error);

class Reader;

/// One GET with all its attempts. `finished` comes exactly once, in a later turn of the event loop,
/// unless the call is destroyed before; it deletes itself afterwards. A call that is destroyed
/// sends nothing more.
class Call : public QObject
{
    Q_OBJECT
public:
    ~Call() override;

    /// Ends the call with a Cancelled failure, whatever is under way. Does nothing when it has
    /// ended already.
    void cancel();

Q_SIGNALS:
    /// The answer, or the failure, of the last attempt.
    void finished(const api::Reply &reply);

private:
    friend class Reader;

    Call(Reader &reader, const Endpoint &endpoint, const QByteArray &path, QObject *parent);

    void enqueue();
    void receive(const Reply &reply);
    void settle(const Reply &reply);
    void announce();

    Reader &m_reader;
    Endpoint m_endpoint;
    QByteArray m_path;
    int m_attempts = 0;
    QTimer m_delay;
    QPointer<Job> m_job; ///< while one is under way
    std::optional<Reply> m_outcome;
};

/// Sends GETs through the gate, and again where the failure mayPass(): after a delay, or after a
/// 429 or 423 as the gate's pause ends.
class Reader : public QObject
{
    Q_OBJECT
public:
    /// `transport` and `gate` must outlive the reader, and the reader its calls.
    Reader(Transport &transport, Gate &gate, const RetryPolicy &policy = {},
           QObject *parent = nullptr);

    [[nodiscard]] const Transport &transport() const { return m_transport; }

    /// The call is owned by `parent`.
    Call *get(const Endpoint &endpoint, const QByteArray &path, QObject *parent);

private:
    friend class Call;

    Transport &m_transport;
    Gate &m_gate;
    RetryPolicy m_policy;
};

} // namespace api
