#include "tests/support/scriptedserver.h"

#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <array>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace tests {

using namespace Qt::StringLiterals;

namespace {

/// The value of a header in a message's head, trimmed.
QByteArray headerOf(const QByteArray &head, QByteArrayView name)
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0) {
            return line.sliced(colon + 1).trimmed();
        }
    }
    return {};
}

QByteArray wordOf(const QByteArray &head, qsizetype index)
{
    return head.left(head.indexOf('\r')).split(' ').value(index);
}

} // namespace

QByteArray ReceivedRequest::method() const
{
    return wordOf(head, 0);
}

QByteArray ReceivedRequest::target() const
{
    return wordOf(head, 1);
}

QByteArray ReceivedRequest::header(QByteArrayView name) const
{
    return headerOf(head, name);
}

QByteArray ReceivedRequest::take(const QByteArray &more)
{
    bytes += more;
    const qsizetype headSize = bytes.indexOf("\r\n\r\n");
    if (headSize < 0) {
        return {};
    }
    head = bytes.first(headSize + 2);
    const qsizetype size = headSize + 4 + header("content-length").toLongLong();
    const QByteArray rest = bytes.sliced(std::min(size, bytes.size()));
    bytes.truncate(size);
    body = bytes.sliced(headSize + 4);
    whole = bytes.size() == size;
    return rest;
}

void resetConnection(QTcpSocket &socket)
{
#ifdef Q_OS_UNIX
    // Closing with a linger time of zero sends a RST; abort() alone sends a FIN.
    const linger none{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &none,
                 sizeof(none));
#endif
    socket.abort();
}

namespace script {

Step awaitBytes(qsizetype count)
{
    return {.kind = Step::Kind::AwaitBytes, .count = count};
}

Step awaitHead()
{
    return {.kind = Step::Kind::AwaitHead};
}

Step awaitRequest()
{
    return {.kind = Step::Kind::AwaitRequest};
}

Step pause(std::chrono::milliseconds interval)
{
    return {.kind = Step::Kind::Pause, .interval = interval};
}

Step send(const QByteArray &bytes)
{
    return {.kind = Step::Kind::Send, .bytes = bytes};
}

Step drip(const QByteArray &bytes, std::chrono::milliseconds interval, qsizetype chunk)
{
    return {.kind = Step::Kind::Drip, .bytes = bytes, .count = chunk, .interval = interval};
}

Step hang()
{
    return {.kind = Step::Kind::Hang};
}

Step close()
{
    return {.kind = Step::Kind::Close};
}

Step reset()
{
    return {.kind = Step::Kind::Reset};
}

QByteArray message(int status, Headers headers, const QByteArray &body)
{
    const auto has = [&headers](QByteArrayView name) {
        return std::ranges::any_of(headers, [name](const auto &header) {
            return header.first.compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    if (!has("content-type")) {
        headers.emplace_back("Content-Type", "application/json");
    }
    if (!has("content-length") && !has("transfer-encoding")) {
        headers.emplace_back("Content-Length", QByteArray::number(body.size()));
    }
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    for (const auto &[name, value] : headers) {
        text += name + ": " + value + "\r\n";
    }
    return text + "\r\n" + body;
}

Script answer(int status, const QByteArray &body, const Headers &headers)
{
    return {awaitRequest(), send(message(status, headers, body))};
}

Script chunked(int status, const std::vector<QByteArray> &chunks, const Headers &headers)
{
    Headers all = headers;
    all.emplace_back("Transfer-Encoding", "chunked");
    Script steps{awaitRequest(), send(message(status, all, {}))};
    for (const QByteArray &chunk : chunks) {
        steps.push_back(send(QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n"));
    }
    steps.push_back(send("0\r\n\r\n"));
    return steps;
}

Script redirect(int status, const QUrl &target)
{
    return answer(status, {}, {{"Location", target.toEncoded()}});
}

Script truncated(int status, const QByteArray &body, qsizetype missing)
{
    const Headers headers{{"Content-Length", QByteArray::number(body.size() + missing)}};
    return {awaitRequest(), send(message(status, headers, body)), close()};
}

Script garbage(const QByteArray &bytes)
{
    return {awaitRequest(), send(bytes), close()};
}

Script hangs()
{
    return {awaitRequest(), hang()};
}

Script dripped(const QByteArray &message, std::chrono::milliseconds interval, qsizetype chunk)
{
    return {awaitRequest(), drip(message, interval, chunk)};
}

Script closesBeforeRequest()
{
    return {close()};
}

Script closesAfterRequest()
{
    return {awaitRequest(), close()};
}

Script resetsAfterRequest()
{
    return {awaitRequest(), reset()};
}

QByteArray gzip(const QByteArray &bytes)
{
    // qCompress writes a length of its own (4 bytes), a zlib header (2), the deflated data and an
    // Adler-32 (4); gzip puts a header of 10 bytes, a CRC-32 and the length around the same data.
    const QByteArray zlib = qCompress(bytes, 9);
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xedb88320U : 0U);
        }
    }
    const auto littleEndian = [](quint32 value) {
        QByteArray four;
        for (int shift = 0; shift < 32; shift += 8) {
            four += static_cast<char>((value >> shift) & 0xffU);
        }
        return four;
    };
    return QByteArray::fromHex("1f8b08000000000002ff") + zlib.sliced(6, zlib.size() - 10) +
           littleEndian(~crc) + littleEndian(static_cast<quint32>(bytes.size()));
}

} // namespace script

/// One connection: takes requests apart as they come, whatever its script is doing meanwhile.
class ScriptedConnection : public QObject
{
    Q_OBJECT
public:
    ScriptedConnection(ScriptedServer &server, QTcpSocket *socket, qsizetype index)
        : QObject(&server)
        , m_server(server)
        , m_socket(socket)
        , m_index(index)
        , m_steps(server.nextScript())
    {
        socket->setParent(this);
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &ScriptedConnection::timePassed);
        connect(socket, &QTcpSocket::readyRead, this, &ScriptedConnection::bytesCame);
        play();
        bytesCame(); // what came while TLS was being agreed on is not announced again
    }

private:
    void bytesCame()
    {
        QByteArray bytes = m_socket->readAll();
        while (!bytes.isEmpty()) {
            bytes = take(bytes);
        }
        play();
    }

    /// Gives the bytes to the request they belong to; returns those of the next one.
    QByteArray take(const QByteArray &bytes)
    {
        if (m_mine.empty() || m_server.m_requests[m_mine.back()].whole) {
            m_mine.push_back(m_server.m_requests.size());
            m_server.m_requests.push_back({.connection = m_index});
        }
        ReceivedRequest &request = m_server.m_requests[m_mine.back()];
        QByteArray rest = request.take(bytes);
        if (request.whole) {
            Q_EMIT m_server.requestCame();
        }
        return rest;
    }

    /// Goes on with the script as far as it goes.
    void play()
    {
        while (!m_timer.isActive() && m_socket->state() == QAbstractSocket::ConnectedState) {
            if (m_step == m_steps.size()) {
                if (m_mine.size() <= m_played + 1) {
                    return; // nothing of a next request yet
                }
                ++m_played;
                m_steps = m_server.nextScript();
                m_step = 0;
            } else if (m_steps[m_step].kind == Step::Kind::Choose) {
                m_steps = m_server.scriptFor(m_server.m_requests[m_mine[m_played]].target());
                m_step = 0;
            } else if (perform(m_steps[m_step])) {
                ++m_step;
            } else {
                return;
            }
        }
    }

    /// Whether the step is done with.
    bool perform(Step &step)
    {
        const ReceivedRequest *request =
            m_played < m_mine.size() ? &m_server.m_requests[m_mine[m_played]] : nullptr;
        switch (step.kind) {
        case Step::Kind::AwaitBytes:
            return request != nullptr && request->bytes.size() >= step.count;
        case Step::Kind::AwaitHead:
            return request != nullptr && !request->head.isEmpty();
        case Step::Kind::AwaitRequest:
            return request != nullptr && request->whole;
        case Step::Kind::Send:
            m_socket->write(step.bytes);
            return true;
        case Step::Kind::Pause:
        case Step::Kind::Drip:
            m_timer.start(step.interval);
            return false;
        case Step::Kind::Hang:
        case Step::Kind::Choose: // see play()
            return false;
        case Step::Kind::Close:
            m_socket->disconnectFromHost();
            return true;
        case Step::Kind::Reset:
            resetConnection(*m_socket);
            return true;
        }
        Q_UNREACHABLE();
    }

    void timePassed()
    {
        Step &step = m_steps[m_step];
        if (step.kind == Step::Kind::Drip) {
            m_socket->write(step.bytes.left(step.count));
            step.bytes.remove(0, step.count);
        }
        if (step.kind == Step::Kind::Pause || step.bytes.isEmpty()) {
            ++m_step;
        }
        play();
    }

    ScriptedServer &m_server;
    QTcpSocket *m_socket;
    qsizetype m_index;
    Script m_steps;
    std::size_t m_step = 0;
    std::vector<std::size_t> m_mine; ///< this connection's requests, as indexes of the server's
    std::size_t m_played = 0;        ///< which of them the script is about
    QTimer m_timer;
};

ScriptedServer::ScriptedServer(std::vector<Script> scripts)
    : m_server(std::make_unique<QTcpServer>())
    , m_routes({{{}, std::move(scripts)}})
{
    listen();
}

ScriptedServer::ScriptedServer(std::vector<Route> routes)
    : m_server(std::make_unique<QTcpServer>())
    , m_byTarget(true)
    , m_routes(std::move(routes))
{
    listen();
}

ScriptedServer::ScriptedServer(std::vector<Script> scripts, const QSslConfiguration &tls)
    : m_tls(true)
    , m_routes({{{}, std::move(scripts)}})
{
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(tls);
    m_server = std::move(server);
    listen();
}

ScriptedServer::~ScriptedServer() = default;

quint16 ScriptedServer::port() const
{
    return m_server->serverPort();
}

QUrl ScriptedServer::url() const
{
    QUrl url;
    url.setScheme(m_tls ? u"https"_s : u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(port());
    return url;
}

qsizetype ScriptedServer::count(QByteArrayView method) const
{
    return std::ranges::count_if(m_requests, [method](const ReceivedRequest &request) {
        return request.method() == method;
    });
}

qsizetype ScriptedServer::countOf(QByteArrayView end) const
{
    return std::ranges::count_if(m_requests, [end](const ReceivedRequest &request) {
        return request.target().endsWith(end);
    });
}

void ScriptedServer::listen()
{
    Q_ASSERT(
        std::ranges::none_of(m_routes, [](const Route &route) { return route.scripts.empty(); }));
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &ScriptedServer::accept);
    if (!m_server->listen(QHostAddress::LocalHost)) {
        qFatal("cannot listen: %s", qPrintable(m_server->errorString()));
    }
}

void ScriptedServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        new ScriptedConnection(*this, socket, m_connectionCount++);
    }
}

Script ScriptedServer::nextScript()
{
    return m_byTarget ? Script{script::awaitHead(), {.kind = Step::Kind::Choose}} : scriptFor({});
}

Script ScriptedServer::scriptFor(const QByteArray &target)
{
    for (Route &route : m_routes) {
        if (target.endsWith(route.end)) {
            const Script &script = route.scripts[route.next];
            route.next = std::min(route.next + 1, route.scripts.size() - 1);
            return script;
        }
    }
    qFatal("nothing is scripted for %s", target.constData());
}

} // namespace tests

#include "scriptedserver.moc"
