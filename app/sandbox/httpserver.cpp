#include "app/sandbox/httpserver.h"

#include <QHostAddress>
#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <chrono>

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#endif

namespace sandbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Done;
using support::Expected;
using support::Unexpected;

namespace {

constexpr auto lingerTime = 5s;

/// Says 413 and takes the connection out of Qt HttpServer's hands. What still comes is read and
/// thrown away until the client has seen the answer: closing with unread bytes would reset the
/// connection and take the answer with it.
void refuseTooLarge(QTcpSocket *socket)
{
    QObject::disconnect(socket, &QTcpSocket::readyRead, nullptr, nullptr);
    if (socket->isTransactionStarted()) {
        socket->commitTransaction();
    }
    QObject::connect(socket, &QTcpSocket::readyRead, socket,
                     [socket] { socket->skip(socket->bytesAvailable()); });
    socket->skip(socket->bytesAvailable());
    const QByteArray body = R"({"status":"error","message":"Request entity too large"})"_ba;
    socket->write("HTTP/1.1 413 Request Entity Too Large\r\nConnection: close\r\n"
                  "Content-Type: application/json;charset=utf-8\r\nContent-Length: " +
                  QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QTimer::singleShot(lingerTime, socket, &QTcpSocket::disconnectFromHost);
}

/// Looks at each request before Qt HttpServer does: from loopback only, and of bounded size.
class GuardedTcpServer final : public QTcpServer
{
public:
    using QTcpServer::QTcpServer;

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *socket = new QTcpSocket(this);
        if (!socket->setSocketDescriptor(handle) || !socket->peerAddress().isLoopback()) {
            delete socket;
            return;
        }
        // This slot is connected before Qt HttpServer's own and so runs first. Qt HttpServer keeps
        // a transaction open from the first byte of a request to the last and reads all there is
        // each time: outside of one, a new request begins.
        connect(socket, &QTcpSocket::readyRead, socket, [socket, received = qint64(0)]() mutable {
            received = socket->isTransactionStarted() ? received : 0;
            received += socket->bytesAvailable();
            if (received > HttpServer::requestCap) {
                refuseTooLarge(socket);
            }
        });
        addPendingConnection(socket);
    }
};

HttpMethod methodOf(const QHttpServerRequest &request)
{
    switch (request.method()) {
    case QHttpServerRequest::Method::Get:
        return HttpMethod::Get;
    case QHttpServerRequest::Method::Post:
        return HttpMethod::Post;
    default:
        return HttpMethod::Other;
    }
}

HttpRequest requestFrom(const QHttpServerRequest &request)
{
    return {methodOf(request),
            request.url().path(QUrl::FullyEncoded).toLatin1(),
            request.url().query(QUrl::FullyEncoded).toLatin1(),
            request.value("Authorization"),
            request.value("Content-Type"),
            request.body()};
}

void send(const HttpAnswer &answer, QHttpServerResponder &responder)
{
    const auto status = static_cast<QHttpServerResponder::StatusCode>(answer.status);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QHttpHeaders headers;
    for (const auto &[name, value] : answer.headers) {
        headers.append(name, value);
    }
    responder.write(answer.body, headers, status);
#else
    if (!responder.socket()->isOpen()) {
        return; // the client has gone; writing would warn
    }
    responder.writeStatusLine(status);
    for (const auto &[name, value] : answer.headers) {
        responder.writeHeader(name, value);
    }
    if (status != QHttpServerResponder::StatusCode::NoContent) {
        responder.writeHeader("Content-Length", QByteArray::number(answer.body.size()));
    }
    responder.writeBody(answer.body);
#endif
}

void handleEverything(QHttpServer &server, const HttpServer::Handler &handler)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    server.setMissingHandler(
        &server, [&handler](const QHttpServerRequest &request, QHttpServerResponder &responder) {
            send(handler(requestFrom(request)), responder);
        });
#else
    server.setMissingHandler(
        [&handler](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
            send(handler(requestFrom(request)), responder);
        });
#endif
}

} // namespace

HttpServer::HttpServer(Handler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
    , m_server(std::make_unique<QHttpServer>())
{
    handleEverything(*m_server, m_handler);
}

HttpServer::~HttpServer() = default;

Expected<Done, QString> HttpServer::listen()
{
    auto tcpServer = std::make_unique<GuardedTcpServer>();
    if (!tcpServer->listen(QHostAddress::LocalHost, 0)) {
        return Unexpected{tcpServer->errorString()};
    }
    m_port = tcpServer->serverPort();
    // bind() makes the server a child of the QHttpServer, in 6.4 as in 6.8.
    m_server->bind(tcpServer.release());
    return Done();
}

} // namespace sandbox
