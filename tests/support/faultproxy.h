#pragma once

#include "tests/support/scriptedserver.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <utility>
#include <vector>

namespace tests {

/// What becomes of one request and its answer. Every fault is a combination of these, so that a new
/// one is a new value and not a new class.
struct Fault
{
    enum class Ending {
        KeepOpen,
        Close, ///< after what was sent has left
        Reset, ///< a TCP RST
    };

    bool forwarded = true; ///< whether the server gets the request, and so does it
    /// From the whole message of the server (empty where it did not get the request) to what the
    /// client is sent; passes it on where there is none.
    std::function<QByteArray(const QByteArray &message)> answer{};
    std::chrono::milliseconds delay{0}; ///< before the client is sent anything
    /// From the same message to what follows byte by byte, one each `dripInterval`, before the
    /// ending; nothing where there is none.
    std::function<QByteArray(const QByteArray &message)> dripped{};
    std::chrono::milliseconds dripInterval{20};
    Ending ending = Ending::KeepOpen;
};

namespace fault {

using Body = std::function<QByteArray(const QByteArray &body)>;

[[nodiscard]] Fault none();
/// The server never gets the request.
[[nodiscard]] Fault dropped(Fault::Ending ending = Fault::Ending::Close);
/// The server does what it is asked, and its answer is lost. With KeepOpen the client waits for it.
[[nodiscard]] Fault answerLost(Fault::Ending ending = Fault::Ending::Close);
/// The last `missing` bytes of the answer are lost with the connection.
[[nodiscard]] Fault truncated(qsizetype missing);
[[nodiscard]] Fault delayed(std::chrono::milliseconds delay);
/// The answer is this one, and the server never gets the request.
[[nodiscard]] Fault instead(const QByteArray &message);
/// The answer is this one, and the server does what it is asked.
[[nodiscard]] Fault afterwards(const QByteArray &message);
/// The server's own answer and headers with another status and body.
[[nodiscard]] Fault rewritten(int status, Body body);

/// The body of a batch's answer, with the result at `index` taken out and reported as an error in
/// HubSpot's shape: makes a 201 a 207.
[[nodiscard]] Body failing(qsizetype index, const QString &message);

} // namespace fault

/// An HTTP/1.1 proxy on the loopback interface between a client and a server, the sandbox for one:
/// network weather for a server that is not scripted. It reads whole requests, has a rule decide
/// what becomes of each, and writes all of them down. The server's answers must have a
/// Content-Length or no body.
class FaultProxy : public QObject
{
    Q_OBJECT
public:
    /// Called once for each request, when it came whole; may change the server behind the client's
    /// back, or refuse connections, which drops the request.
    using Rule = std::function<Fault(const ReceivedRequest &)>;

    /// Without a rule everything is passed on to `server` ("http://127.0.0.1:40123").
    explicit FaultProxy(const QUrl &server, Rule rule = {});
    ~FaultProxy() override;

    void setRule(Rule rule) { m_rule = std::move(rule); }

    /// Connections are refused from now on; those there are end in the next turn of the event loop.
    void refuseConnections();
    /// At the same address as before.
    void acceptConnections();
    [[nodiscard]] bool isRefusing() const;

    [[nodiscard]] QUrl url() const;
    /// In the order their first bytes came.
    [[nodiscard]] const std::vector<ReceivedRequest> &requests() const { return m_requests; }
    /// Requests of this method that came whole.
    [[nodiscard]] qsizetype count(QByteArrayView method) const;

Q_SIGNALS:
    void requestCame(); ///< a request came whole; before the rule is asked

private:
    friend class ProxiedConnection;

    void accept();

    const QUrl m_server;
    Rule m_rule;
    QTcpServer *m_listener; ///< a child
    quint16 m_port = 0;
    std::vector<ReceivedRequest> m_requests;
    qsizetype m_connectionCount = 0;
};

} // namespace tests
