#pragma once

#include "app/support/expected.h"

#include <QByteArray>
#include <QObject>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

QT_BEGIN_NAMESPACE
class QHttpServer;
QT_END_NAMESPACE

namespace sandbox {

enum class HttpMethod { Get, Post, Other };

struct HttpRequest
{
    HttpMethod method = HttpMethod::Other;
    QByteArray encodedPath; ///< from the root, without the query
    QByteArray query;       ///< percent-encoded
    QByteArray authorization;
    QByteArray contentType;
    QByteArray body;
};

struct HttpAnswer
{
    int status = 200;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
};

/// The one place that knows Qt HttpServer, whose API moved until 6.8. Listens on 127.0.0.1, on a
/// port the system chooses, and hands every request to one function.
class HttpServer : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<HttpAnswer(const HttpRequest &)>;

    /// Bytes of one request, header included; a longer one is answered 413 and its connection
    /// closed. Qt HttpServer 6.4 has no bound of its own.
    static constexpr qint64 requestCap = 1024 * 1024;

    explicit HttpServer(Handler handler, QObject *parent = nullptr);
    ~HttpServer() override;

    [[nodiscard]] support::Expected<support::Done, QString> listen();
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    Handler m_handler;
    std::unique_ptr<QHttpServer> m_server;
    quint16 m_port = 0;
};

} // namespace sandbox
