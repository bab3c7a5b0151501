#include "app/accounts/redirectlistener.h"

#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <chrono>

namespace accounts {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype longestHead = 16 * 1024;
constexpr auto slowest = 10s;

QByteArray page(const QByteArray &status, const QString &words)
{
    const QByteArray body = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">"
                            "<title>Association Limits</title></head>\n"
                            "<body style=\"font-family:sans-serif;margin:4em\"><p>" +
                            words.toHtmlEscaped().toUtf8() + "</p></body></html>\n";
    // The address of this page has the code in it: it goes nowhere else, and isn't kept.
    return "HTTP/1.1 " + status +
           "\r\nContent-Type: text/html;charset=utf-8\r\nCache-Control: no-store\r\n"
           "Referrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\n"
           "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; "
           "frame-ancestors 'none'\r\n"
           "Connection: close\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// The only value of that header; empty where there is none or more than one.
QByteArray headerOf(const QList<QByteArray> &lines, QByteArrayView name)
{
    QList<QByteArray> values;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0) {
            values.append(line.sliced(colon + 1).trimmed());
        }
    }
    return values.size() == 1 ? values.constFirst() : QByteArray();
}

} // namespace

QString RedirectListener::addressFor(quint16 port)
{
    return u"http://localhost:%1%2"_s.arg(QString::number(port), path);
}

RedirectListener::RedirectListener(Judge judge, QObject *parent)
    : QObject(parent)
    , m_judge(std::move(judge))
{
    connect(&m_server, &QTcpServer::newConnection, this, &RedirectListener::accept);
}

RedirectListener::~RedirectListener() = default;

support::Expected<support::Done, QString>
RedirectListener::listen(const std::vector<quint16> &ports)
{
    const bool found = std::ranges::any_of(
        ports, [this](quint16 port) { return m_server.listen(QHostAddress::LocalHost, port); });
    if (!found) {
        return support::Unexpected{m_server.errorString()};
    }
    m_address = addressFor(m_server.serverPort());
    return support::Done();
}

void RedirectListener::close()
{
    m_server.close();
}

void RedirectListener::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        QTimer::singleShot(slowest, socket, &QTcpSocket::abort);
    }
}

void RedirectListener::read(QTcpSocket &socket)
{
    const QByteArray head = socket.peek(longestHead);
    const qsizetype end = head.indexOf("\r\n\r\n");
    if (end < 0 && head.size() < longestHead) {
        return;
    }
    socket.disconnect(this);
    // Closing with unread bytes would reset the connection and take the answer with it.
    socket.readAll();
    socket.write(end < 0 ? page("431 Request Header Fields Too Large", {})
                         : answer(head.first(end)));
    socket.flush(); // this may be gone before the next turn of the event loop
    socket.disconnectFromHost();
}

QByteArray RedirectListener::answer(const QByteArray &head)
{
    QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> request = lines.takeFirst().trimmed().split(' ');
    if (request.size() != 3 || !request.at(2).startsWith("HTTP/1.")) {
        return page("400 Bad Request", {});
    }
    const QByteArray port = ':' + QByteArray::number(QUrl(m_address).port());
    const QByteArray host = headerOf(lines, "host").toLower();
    if (host != "localhost" + port && host != "127.0.0.1" + port) {
        return page("403 Forbidden", {});
    }
    if (request.at(0) != "GET") {
        return page("405 Method Not Allowed", {});
    }
    const QUrl target = QUrl::fromEncoded("http://localhost" + request.at(1), QUrl::StrictMode);
    const QUrlQuery query(target);
    const bool isRedirect = query.hasQueryItem(u"state"_s) || query.hasQueryItem(u"code"_s) ||
                            query.hasQueryItem(u"error"_s);
    if (!request.at(1).startsWith('/') || target.path() != path || !isRedirect ||
        !m_server.isListening()) {
        return page("404 Not Found", {});
    }
    return page("200 OK", m_judge(query));
}

} // namespace accounts
