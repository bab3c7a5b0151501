#include "tests/support/faultproxy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <optional>
#include <utility>

namespace tests {

using namespace Qt::StringLiterals;

namespace fault {

Fault none()
{
    return {};
}

Fault dropped(Fault::Ending ending)
{
    return {.forwarded = false, .ending = ending};
}

Fault answerLost(Fault::Ending ending)
{
    return {.answer = [](const QByteArray &) { return QByteArray(); }, .ending = ending};
}

Fault truncated(qsizetype missing)
{
    return {.answer = [missing](const QByteArray &message) { return message.chopped(missing); },
            .ending = Fault::Ending::Close};
}

Fault delayed(std::chrono::milliseconds delay)
{
    return {.delay = delay};
}

Fault instead(const QByteArray &message)
{
    return {.forwarded = false, .answer = [message](const QByteArray &) { return message; }};
}

Fault afterwards(const QByteArray &message)
{
    return {.answer = [message](const QByteArray &) { return message; }};
}

Fault rewritten(int status, Body body)
{
    return {.answer = [status, body = std::move(body)](const QByteArray &message) {
        const qsizetype headSize = message.indexOf("\r\n\r\n");
        Headers headers;
        for (const QByteArray &line : message.first(headSize).split('\n').mid(1)) {
            const qsizetype colon = line.indexOf(':');
            const QByteArray name = line.first(colon);
            if (name.compare("Content-Length", Qt::CaseInsensitive) != 0) {
                headers.emplace_back(name, line.sliced(colon + 1).trimmed());
            }
        }
        return script::message(status, headers, body(message.sliced(headSize + 4)));
    }};
}

Body failing(qsizetype index, const QString &message)
{
    return [index, message](const QByteArray &body) {
        QJsonObject answer = QJsonDocument::fromJson(body).object();
        QJsonArray results = answer.value("results"_L1).toArray();
        const QJsonObject failed = results.takeAt(index).toObject();
        const QString typeId = QString::number(failed.value("typeId"_L1).toInt());
        const QJsonObject error{
            {u"status"_s, u"error"_s},
            {u"category"_s, u"VALIDATION_ERROR"_s},
            {u"subCategory"_s, QJsonObject()},
            {u"message"_s, message},
            {u"context"_s, QJsonObject{{u"typeId"_s, QJsonArray{typeId}},
                                       {u"category"_s, QJsonArray{failed.value("category"_L1)}}}}};
        answer.insert(u"results"_s, results);
        answer.insert(u"numErrors"_s, 1);
        answer.insert(u"errors"_s, QJsonArray{error});
        return QJsonDocument(answer).toJson(QJsonDocument::Compact);
    };
}

} // namespace fault

/// One connection of the client. Requests are dealt with one after the other, each over a
/// connection of its own to the server.
class ProxiedConnection : public QObject
{
    Q_OBJECT
public:
    ProxiedConnection(FaultProxy &proxy, QTcpSocket *socket, qsizetype index)
        : QObject(&proxy)
        , m_proxy(proxy)
        , m_client(socket)
        , m_index(index)
    {
        socket->setParent(this);
        connect(socket, &QTcpSocket::readyRead, this, &ProxiedConnection::read);
        connect(socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    }

private:
    void read()
    {
        m_waiting += m_client->readAll();
        while (!m_busy && !m_waiting.isEmpty()) {
            takeRequest();
        }
    }

    void takeRequest()
    {
        if (!m_current) {
            m_current = m_proxy.m_requests.size();
            m_proxy.m_requests.push_back({.connection = m_index});
        }
        ReceivedRequest &taken = m_proxy.m_requests[*m_current];
        m_waiting = taken.take(std::exchange(m_waiting, {}));
        if (!taken.whole) {
            return;
        }
        m_busy = true;
        const ReceivedRequest request = taken;
        Q_EMIT m_proxy.requestCame();
        m_fault = m_proxy.m_rule ? m_proxy.m_rule(request) : fault::none();
        if (m_fault.forwarded) {
            forward(request.bytes);
        } else {
            answer({});
        }
    }

    void forward(const QByteArray &request)
    {
        m_message = {};
        auto *server = new QTcpSocket(this);
        server->setProxy(QNetworkProxy::NoProxy);
        connect(server, &QTcpSocket::readyRead, this, [this, server] {
            static_cast<void>(m_message.take(server->readAll()));
            if (m_message.whole) {
                server->disconnect(this);
                server->disconnectFromHost();
                server->deleteLater();
                answer(m_message.bytes);
            }
        });
        connect(server, &QTcpSocket::stateChanged, this,
                [this](QAbstractSocket::SocketState state) {
                    if (state == QAbstractSocket::UnconnectedState) {
                        // The server gave up, and so the client gets what there is.
                        m_fault = {.ending = Fault::Ending::Close};
                        answer(m_message.bytes);
                    }
                });
        server->connectToHost(m_proxy.m_server.host(), quint16(m_proxy.m_server.port()));
        server->write(request);
    }

    void answer(const QByteArray &message)
    {
        const QByteArray bytes = m_fault.answer ? m_fault.answer(message) : message;
        m_dripping = m_fault.dripped ? m_fault.dripped(message) : QByteArray();
        if (m_fault.delay.count() == 0) {
            finish(bytes);
        } else {
            QTimer::singleShot(m_fault.delay, this, [this, bytes] { finish(bytes); });
        }
    }

    void finish(const QByteArray &bytes)
    {
        m_client->write(bytes);
        if (!m_dripping.isEmpty()) {
            QTimer::singleShot(m_fault.dripInterval, this, [this] {
                const QByteArray next = m_dripping.first(1);
                m_dripping.remove(0, 1);
                finish(next);
            });
            return;
        }
        switch (m_fault.ending) {
        case Fault::Ending::KeepOpen:
            m_current.reset();
            m_busy = false;
            read();
            break;
        case Fault::Ending::Close:
            m_client->disconnectFromHost();
            break;
        case Fault::Ending::Reset:
            m_client->flush();
            resetConnection(*m_client);
            break;
        }
    }

    FaultProxy &m_proxy;
    QTcpSocket *m_client;
    const qsizetype m_index;
    QByteArray m_waiting;                 ///< what came after the current request
    std::optional<std::size_t> m_current; ///< the request that is dealt with, of the proxy's
    bool m_busy = false;                  ///< from when it came whole until it is answered
    Fault m_fault;
    QByteArray m_dripping;     ///< of the answer, what is still to be sent byte by byte
    ReceivedRequest m_message; ///< the server's answer: a message is a message
};

FaultProxy::FaultProxy(const QUrl &server, Rule rule)
    : m_server(server)
    , m_rule(std::move(rule))
    , m_listener(new QTcpServer(this))
{
    connect(m_listener, &QTcpServer::pendingConnectionAvailable, this, &FaultProxy::accept);
    acceptConnections();
    m_port = m_listener->serverPort();
}

FaultProxy::~FaultProxy() = default;

void FaultProxy::refuseConnections()
{
    m_listener->close();
    for (auto *connection : findChildren<ProxiedConnection *>(Qt::FindDirectChildrenOnly)) {
        connection->deleteLater(); // it may be its rule that says so
    }
}

void FaultProxy::acceptConnections()
{
    if (!m_listener->listen(QHostAddress::LocalHost, m_port)) {
        qFatal("cannot listen: %s", qPrintable(m_listener->errorString()));
    }
}

bool FaultProxy::isRefusing() const
{
    return !m_listener->isListening();
}

QUrl FaultProxy::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

qsizetype FaultProxy::count(QByteArrayView method) const
{
    return std::ranges::count_if(m_requests, [method](const ReceivedRequest &request) {
        return request.whole && request.method() == method;
    });
}

void FaultProxy::accept()
{
    while (QTcpSocket *socket = m_listener->nextPendingConnection()) {
        new ProxiedConnection(*this, socket, m_connectionCount++);
    }
}

} // namespace tests

#include "faultproxy.moc"
