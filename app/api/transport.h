#pragma once

#include "app/api/error.h"
#include "app/api/key.h"
#include "app/api/networksettings.h"
#include "app/api/route.h"
#include "app/support/expected.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace api {

/// A server and the key to it. The token goes to this origin (scheme, host, port) only. Without one
/// nothing is sent: the reply is an InvalidRequest.
class Endpoint
{
public:
    Endpoint() = default;
    Endpoint(QUrl url, std::shared_ptr<const Key> key)
        : baseUrl(std::move(url))
        , m_key(std::move(key))
    {
    }
    /// With a key of its own.
    Endpoint(QUrl url, const QByteArray &token)
        : Endpoint(std::move(url), std::make_shared<const Key>(token))
    {
    }

    /// As it is now.
    [[nodiscard]] QByteArray token() const { return m_key ? m_key->token() : QByteArray(); }
    [[nodiscard]] bool hasToken() const { return m_key && !m_key->token().isEmpty(); }
    [[nodiscard]] bool isReadOnly() const { return m_key && m_key->use() == Key::Use::ReadOnly; }

    /// The same server and the same key, whatever its token is.
    bool operator==(const Endpoint &) const = default;

    QUrl baseUrl; ///< https, or http on the loopback interface; without a path

private:
    std::shared_ptr<const Key> m_key;
};

/// HubSpot's own.
inline constexpr QLatin1StringView defaultBaseUrl{"https://api.hubapi.com"};

enum class BaseUrlError { Malformed, NotHttps, HasPathOrQuery, HasUserInfo };

/// "https://api.hubapi.com", "http://127.0.0.1:8080": https, or http where the host is a loopback
/// address or "localhost"; no path, query, fragment or user.
[[nodiscard]] support::Expected<QUrl, BaseUrlError> parseBaseUrl(const QString &text);

/// "localhost" and the loopback addresses, as QUrl::host() gives them.
[[nodiscard]] bool isLoopback(const QString &host);

struct Header
{
    QByteArray name;
    QByteArray value;

    bool operator==(const Header &) const = default;
};

/// What came back, whole or not: a truncated 200 has a status, a body *and* an error.
struct Reply
{
    int httpStatus = 0; ///< 0 where no status line came
    QByteArray reasonPhrase;
    std::vector<Header> headers; ///< as they came, without cookies
    QByteArray body;             ///< the bytes as they came (decompressed), up to the cap
    /// Set where the answer did not come whole. Never set for a mere 4xx or 5xx.
    std::optional<ErrorKind> failure;
    QString failureText; ///< Qt's words, without the URL; empty where there is no failure

    [[nodiscard]] QByteArray
    header(QByteArrayView name) const; ///< case-insensitive; empty if absent
    bool operator==(const Reply &) const = default;
};

struct Request
{
    QByteArray method; ///< "GET" or "POST"
    QByteArray path;   ///< percent-encoded, from the root: "/crm/…"
    QByteArray body;   ///< JSON; empty for a GET
};

/// One request under way. `finished` comes exactly once, in a turn of the event loop of its own,
/// unless the transport is destroyed before; the job deletes itself afterwards.
class Job : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Ends the job with a failure: ConnectionLost where a POST may have left this machine, else
    /// Cancelled. Does nothing when the answer is there already.
    virtual void cancel() = 0;

Q_SIGNALS:
    void finished(const api::Reply &reply);
};

/// The one place that talks HTTP. It sets the headers, the User-Agent, the token, TLS (errors are
/// never ignored), the proxy, the deadlines, the cap on an answer's size and the redirect policy
/// (none is followed: Qt's default turns a POST into a GET and takes the Authorization header to
/// other origins). What it sends it sends once: nothing is retried, neither here nor by Qt, which
/// would do so without a word (see networkjob.cpp). The token is cut out of everything that comes
/// back before anybody sees it.
class Transport : public QObject
{
    Q_OBJECT
public:
    explicit Transport(QObject *parent = nullptr);
    ~Transport() override;

    /// For requests to come. On an error, which says in words what is wrong with them, the settings
    /// stay what they were. There is none to pass over an error of TLS.
    [[nodiscard]] support::Expected<support::Done, NetworkSettingsError>
    setNetworkSettings(const NetworkSettings &settings);
    [[nodiscard]] const NetworkSettings &networkSettings() const { return m_settings; }
    /// The way its requests go from now on.
    [[nodiscard]] const Route &route() const { return m_route; }
    /// One part of the settings.
    void setTimeouts(const Timeouts &timeouts) { m_settings.timeouts = timeouts; }
    void setAnswerCap(qint64 bytes) { m_settings.answerCap = bytes; }

    /// The job is owned by this transport. It ends with `finished` in a later turn of the event
    /// loop, whatever happens.
    Job *send(const Endpoint &endpoint, const Request &request);

private:
    NetworkSettings m_settings;
    Route m_route;
};

} // namespace api
