#include "tests/support/connectproxy.h"

#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>

namespace tests {

ConnectProxy::ConnectProxy(quint16 targetPort, Manner manner)
    : m_targetPort(targetPort)
    , m_manner(std::move(manner))
    , m_listener(new QTcpServer(this))
{
    connect(m_listener, &QTcpServer::pendingConnectionAvailable, this, &ConnectProxy::accept);
    if (!m_listener->listen(QHostAddress::LocalHost)) {
        qFatal("cannot listen: %s", qPrintable(m_listener->errorString()));
    }
}

ConnectProxy::~ConnectProxy() = default;

quint16 ConnectProxy::port() const
{
    return m_listener->serverPort();
}

void ConnectProxy::accept()
{
    while (QTcpSocket *client = m_listener->nextPendingConnection()) {
        connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }
}

void ConnectProxy::read(QTcpSocket *client)
{
    const QByteArray waiting = client->peek(client->bytesAvailable());
    const qsizetype end = waiting.indexOf("\r\n\r\n");
    if (end < 0) {
        return;
    }
    const QByteArray head = client->read(end + 4);
    m_heads.push_back(head);
    if (m_manner.hangs) {
        return;
    }
    if (!m_manner.refusal.isEmpty()) {
        client->write(m_manner.refusal);
        client->disconnectFromHost();
    } else if (!m_manner.credentials.isEmpty() &&
               !head.contains("Proxy-Authorization: Basic " + m_manner.credentials.toBase64() +
                              "\r\n")) {
        client->write("HTTP/1.1 407 Proxy Authentication Required\r\n"
                      "Proxy-Authenticate: Basic realm=\"tests\"\r\nContent-Length: 0\r\n\r\n");
    } else {
        tunnel(client);
    }
}

void ConnectProxy::tunnel(QTcpSocket *client)
{
    ++m_tunnelCount;
    client->disconnect(this);
    auto *target = new QTcpSocket(client);
    target->setProxy(QNetworkProxy::NoProxy);
    connect(target, &QTcpSocket::connected, client,
            [client] { client->write("HTTP/1.1 200 Connection established\r\n\r\n"); });
    connect(target, &QTcpSocket::readyRead, client,
            [client, target] { client->write(target->readAll()); });
    connect(client, &QTcpSocket::readyRead, target,
            [client, target] { target->write(client->readAll()); });
    connect(target, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    target->connectToHost(QHostAddress(QHostAddress::LocalHost), m_targetPort);
}

} // namespace tests
