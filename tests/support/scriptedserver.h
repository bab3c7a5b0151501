#pragma once

#include <QByteArray>
#include <QObject>
#include <QSslConfiguration>
#include <QUrl>

#include <chrono>
#include <memory>
#include <utility>
#include <vector>

QT_BEGIN_NAMESPACE
class QTcpServer;
class QTcpSocket;
QT_END_NAMESPACE

namespace tests {

/// One thing a scripted server does. A script is a list of these, so that a new way to misbehave is
/// a new list and not a new class.
struct Step
{
    enum class Kind {
        AwaitBytes,   ///< until `count` bytes of the request came
        AwaitHead,    ///< until the request's head came whole
        AwaitRequest, ///< until the request came whole
        Pause,        ///< for `interval`
        Send,         ///< `bytes`
        Drip,         ///< `bytes`, `count` of them every `interval`
        Hang,         ///< for ever, the connection open
        Close,        ///< after what was sent has left
        Reset,        ///< a TCP RST
        Choose,       ///< go on with the next script for the request's target
    };

    Kind kind = Kind::Hang;
    QByteArray bytes{};
    qsizetype count = 0;
    std::chrono::milliseconds interval{0};
};

using Script = std::vector<Step>;
/// Scripts for the requests whose target ends so.
struct Route
{
    QByteArray end;
    std::vector<Script> scripts;
    std::size_t next = 0;
};

using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

/// Ready-made scripts and their parts. Each waits for a whole request first unless it says
/// otherwise, and leaves the connection open for the next one unless it says otherwise.
namespace script {

[[nodiscard]] Step awaitBytes(qsizetype count);
[[nodiscard]] Step awaitHead();
[[nodiscard]] Step awaitRequest();
[[nodiscard]] Step pause(std::chrono::milliseconds interval);
[[nodiscard]] Step send(const QByteArray &bytes);
[[nodiscard]] Step drip(const QByteArray &bytes, std::chrono::milliseconds interval,
                        qsizetype chunk = 1);
[[nodiscard]] Step hang();
[[nodiscard]] Step close();
[[nodiscard]] Step reset();

/// The bytes of an answer. A Content-Length is added unless `headers` has one or is chunked, and
/// "application/json" where no type is given.
[[nodiscard]] QByteArray message(int status, Headers headers, const QByteArray &body);

[[nodiscard]] Script answer(int status, const QByteArray &body, const Headers &headers = {});
[[nodiscard]] Script chunked(int status, const std::vector<QByteArray> &chunks,
                             const Headers &headers = {});
[[nodiscard]] Script redirect(int status, const QUrl &target);
/// Announces `missing` bytes more than it sends, then closes.
[[nodiscard]] Script truncated(int status, const QByteArray &body, qsizetype missing);
[[nodiscard]] Script garbage(const QByteArray &bytes);
[[nodiscard]] Script hangs();
[[nodiscard]] Script dripped(const QByteArray &message, std::chrono::milliseconds interval,
                             qsizetype chunk = 1);
[[nodiscard]] Script closesBeforeRequest();
[[nodiscard]] Script closesAfterRequest();
[[nodiscard]] Script resetsAfterRequest();

/// `bytes` as gzip would write them.
[[nodiscard]] QByteArray gzip(const QByteArray &bytes);

} // namespace script

/// A request as it came in, whole or not.
struct ReceivedRequest
{
    QByteArray bytes{}; ///< everything, raw
    QByteArray head{};  ///< request line and headers; empty until they came whole
    QByteArray body{};
    qsizetype connection = 0; ///< which connection it came over, counted from 0
    bool whole = false;

    [[nodiscard]] QByteArray method() const;
    [[nodiscard]] QByteArray target() const;
    [[nodiscard]] QByteArray header(QByteArrayView name) const; ///< case-insensitive

    /// Takes further bytes of a connection; returns those of the next request.
    [[nodiscard]] QByteArray take(const QByteArray &more);
};

/// Closes a connection by a TCP RST.
void resetConnection(QTcpSocket &socket);

/// An HTTP/1.1 server on the loopback interface that does as it is told and writes down what it is
/// sent. A connection plays one script when it is opened and one more for each further request over
/// it. Scripts are used up in order; the last one is played again and again, so that a request
/// sent twice by mistake meets the same weather twice.
class ScriptedServer : public QObject
{
    Q_OBJECT
public:
    explicit ScriptedServer(std::vector<Script> scripts);
    /// For requests at once, of which nobody knows which comes first: the first route that fits
    /// gives the script when the head came; each uses up its own. None fitting is fatal.
    explicit ScriptedServer(std::vector<Route> routes);
    /// Speaks TLS; the script begins after the handshake.
    ScriptedServer(std::vector<Script> scripts, const QSslConfiguration &tls);
    ~ScriptedServer() override;

    [[nodiscard]] quint16 port() const;
    /// "http://127.0.0.1:<port>", https where it speaks TLS.
    [[nodiscard]] QUrl url() const;

    /// In the order their first bytes came.
    [[nodiscard]] const std::vector<ReceivedRequest> &requests() const { return m_requests; }
    /// Requests of this method whose head came whole.
    [[nodiscard]] qsizetype count(QByteArrayView method) const;
    /// Requests whose target ends so.
    [[nodiscard]] qsizetype countOf(QByteArrayView end) const;
    [[nodiscard]] qsizetype connectionCount() const { return m_connectionCount; }

Q_SIGNALS:
    void requestCame(); ///< a request came whole

private:
    friend class ScriptedConnection;

    void listen();
    void accept();
    [[nodiscard]] Script nextScript();
    [[nodiscard]] Script scriptFor(const QByteArray &target);

    std::unique_ptr<QTcpServer> m_server;
    bool m_tls = false;
    bool m_byTarget = false;
    std::vector<Route> m_routes; ///< just one, for all, unless by target
    std::vector<ReceivedRequest> m_requests;
    qsizetype m_connectionCount = 0;
};

} // namespace tests
