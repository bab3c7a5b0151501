#include "app/api/networkjob.h"

#include "app/api/redaction.h"
#include "app/api/requestbody.h"
#include "app/support/logging.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

namespace api {

using namespace Qt::StringLiterals;

namespace {

double seconds(std::chrono::milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

/// How much of an answer Qt keeps before it is taken from it; what bounds the memory that a small
/// compressed answer can come to.
constexpr qint64 readBufferSize = 256 * 1024;

QString withoutUrl(QString text, const QUrl &url)
{
    text.replace(url.toString(), url.path());
    text.replace(url.toString(QUrl::FullyEncoded), url.path());
    // Whatever else Qt might say with an address in it is worth less than the rule.
    return text.contains("://"_L1) ? QString() : text;
}

/// Whether the body is as it came, compressed without having been asked for it.
bool isCompressed(const Reply &reply)
{
    const QByteArray encoding = reply.header("content-encoding").trimmed().toLower();
    return !encoding.isEmpty() && encoding != "identity";
}

/// What is wrong with an answer that came, by the length it announced. Of fewer bytes Qt says so of
/// a 2xx only: of a 4xx or 5xx that ends early it reports the status and nothing else. A length
/// that is no number it takes for none, and whatever came until the end for the whole.
std::optional<ErrorKind> lengthFailure(const Reply &reply)
{
    const QByteArray said = reply.header("content-length");
    if (said.isEmpty()) {
        return std::nullopt;
    }
    bool isNumber = false;
    const qint64 length = said.toLongLong(&isNumber);
    if (!isNumber || length < 0) {
        return ErrorKind::NotHttp;
    }
    const bool isShort = reply.header("content-encoding").isEmpty() && reply.body.size() < length;
    return isShort ? std::optional(ErrorKind::Truncated) : std::nullopt;
}

} // namespace

NetworkJob::NetworkJob(Request request, QByteArray token, const NetworkSettings &settings,
                       QObject *parent)
    : Job(parent)
    , m_request(std::move(request))
    , m_token(std::move(token))
    , m_timeouts(settings.timeouts)
    , m_answerCap(settings.answerCap)
{
    m_elapsed.start();
}

NetworkJob::~NetworkJob() = default;

// Each request goes over a connection of its own, with a body that Qt cannot send again, a GET with
// an empty one. Measured with Qt 6.4.2:
// - A connection that closes without an answer makes Qt send a GET, or a POST with a buffered body,
//   two to four times without a word; a GET also when the answer breaks off within the body, and
//   then the beginning of the first answer stands before the second.
// - Over a kept-alive connection that the server is about to close, a body that cannot be rewound
//   is sent once and lost (60 times of 60). "Connection: close" alone does not keep Qt from using
//   such a connection. A manager of its own does, for 0.4 ms; nothing else (cookies, credentials)
//   can pass from one request to the next either.
void NetworkJob::start(QNetworkRequest networkRequest, const Route &route)
{
    networkRequest.setRawHeader("Connection", "close");
    networkRequest.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    networkRequest.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
    m_manager = std::make_unique<QNetworkAccessManager>();
    m_isBehindProxy = route.applyTo(*m_manager, networkRequest);
    m_body = std::make_unique<RequestBody>(m_request.body);
    m_networkReply.reset(
        m_manager->sendCustomRequest(networkRequest, m_request.method, m_body.get()));
    m_networkReply->setReadBufferSize(readBufferSize);
    connect(m_networkReply.get(), &QNetworkReply::readyRead, this, &NetworkJob::readSome);
    connect(m_networkReply.get(), &QNetworkReply::finished, this, &NetworkJob::replyFinished);
    startTimers();
}

void NetworkJob::startTimers()
{
    for (QTimer *timer : {&m_connect, &m_idle, &m_total}) {
        timer->setSingleShot(true);
    }
    const auto timeOut = [this](const QString &text) {
        giveUp(mayHaveLeft() ? ErrorKind::TimedOut : ErrorKind::ConnectionRefused, text);
    };
    connect(&m_connect, &QTimer::timeout, this, &NetworkJob::connectTimedOut);
    connect(&m_idle, &QTimer::timeout, this, [this, timeOut] {
        timeOut(u"Nothing came for %1 seconds."_s.arg(seconds(m_timeouts.idle)));
    });
    connect(&m_total, &QTimer::timeout, this, [this, timeOut] {
        timeOut(u"Not done after %1 seconds."_s.arg(seconds(m_timeouts.total)));
    });
    m_connect.start(m_timeouts.connect);
    m_total.start(m_timeouts.total);

    const QNetworkReply *reply = m_networkReply.get();
    connect(reply, &QNetworkReply::encrypted, this, [this] { m_encrypted = true; });
    connect(reply, &QNetworkReply::encrypted, this, &NetworkJob::stir);
    connect(reply, &QNetworkReply::requestSent, this, &NetworkJob::stir);
    connect(reply, &QNetworkReply::uploadProgress, this, &NetworkJob::stir);
    connect(reply, &QNetworkReply::metaDataChanged, this, &NetworkJob::stir);
    connect(reply, &QNetworkReply::readyRead, this, &NetworkJob::stir);
}

void NetworkJob::connectTimedOut()
{
    // Of a GET without TLS Qt does not say that it stands; that goes to this machine alone.
    const bool isPlainGet = m_request.body.isEmpty() && m_networkReply->url().scheme() == "http"_L1;
    if (m_body->isTouched() || isPlainGet) {
        stir();
        return;
    }
    giveUp(ErrorKind::ConnectionRefused,
           u"No connection after %1 seconds."_s.arg(seconds(m_timeouts.connect)));
}

/// Something came or went: the connection stands.
void NetworkJob::stir()
{
    m_connect.stop();
    m_idle.start(m_timeouts.idle);
}

void NetworkJob::refuse(ErrorKind cause, const QString &reason)
{
    Reply reply;
    reply.failure = cause;
    reply.failureText = reason;
    settle(std::move(reply));
}

void NetworkJob::cancel()
{
    if (!m_outcome) {
        const bool unknown = m_request.method != "GET" && mayHaveLeft();
        giveUp(unknown ? ErrorKind::ConnectionLost : ErrorKind::Cancelled, u"Cancelled"_s);
    }
}

void NetworkJob::giveUp(ErrorKind cause, const QString &text)
{
    fail(cause, text);
    // Not abort(): measured with Qt 6.4.2, a reply that is aborted in the turn it was made in goes
    // on to meet an error of its own.
    m_networkReply.reset();
}

void NetworkJob::fail(ErrorKind cause, const QString &text)
{
    Reply reply = gathered();
    reply.failure = cause;
    reply.failureText = text;
    settle(std::move(reply));
}

void NetworkJob::readSome()
{
    while (!m_outcome && m_networkReply->bytesAvailable() > 0) {
        m_answer += m_networkReply->readAll();
        if (m_answer.size() > m_answerCap) {
            m_answer.truncate(m_answerCap);
            fail(ErrorKind::AnswerTooLarge, u"The answer exceeds %1 bytes"_s.arg(m_answerCap));
        }
    }
}

void NetworkJob::replyFinished()
{
    readSome();
    if (m_outcome) {
        return;
    }
    const QNetworkReply::NetworkError error = m_networkReply->error();
    Reply reply = gathered();
    reply.failure = failureOf(error, reply.httpStatus);
    if (!reply.failure) {
        reply.failure = lengthFailure(reply);
    }
    const bool unasked = !reply.failure && m_request.method != "GET" && isCompressed(reply);
    if (unasked) {
        reply.failure = ErrorKind::NotHttp;
    }
    if (reply.failure == ErrorKind::ConnectionLost) {
        if (m_networkReply->url().scheme() == "https"_L1 && !m_encrypted) {
            reply.failure = ErrorKind::Tls;
        } else if (!mayHaveLeft()) {
            reply.failure = ErrorKind::ConnectionRefused;
        }
    }
    // A proxy that refuses, Qt reports as if the server had.
    if (m_isBehindProxy && !m_encrypted &&
        (reply.failure == ErrorKind::ConnectionRefused ||
         reply.failure == ErrorKind::HostNotFound)) {
        reply.failure = ErrorKind::Proxy;
    }
    if (reply.failure == ErrorKind::Redirected) {
        reply.failureText = QString::fromLatin1(reply.reasonPhrase);
    } else if (unasked) {
        reply.failureText = u"The answer is compressed, which was not asked for"_s;
    } else if (reply.failure == ErrorKind::NotHttp && error == QNetworkReply::NoError) {
        reply.failureText = u"The answer's length is not a number"_s;
    } else if (reply.failure) {
        // Of the body it cannot rewind Qt says "Unknown error".
        const bool closed = error == QNetworkReply::ContentReSendError ||
                            error == QNetworkReply::NoError || reply.httpStatus >= 400;
        reply.failureText = closed
                                ? u"Connection closed"_s
                                : withoutUrl(m_networkReply->errorString(), m_networkReply->url());
    }
    settle(std::move(reply));
}

bool NetworkJob::mayHaveLeft() const
{
    return m_request.body.isEmpty() || m_body->isTouched();
}

Reply NetworkJob::gathered() const
{
    Reply reply;
    reply.httpStatus = m_networkReply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    reply.reasonPhrase =
        m_networkReply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray();
    for (const auto &[name, value] : m_networkReply->rawHeaderPairs()) {
        if (name.compare("set-cookie", Qt::CaseInsensitive) != 0) {
            reply.headers.push_back({name, value});
        }
    }
    reply.body = m_answer;
    return reply;
}

void NetworkJob::settle(Reply reply)
{
    removeToken(reply, m_token);
    m_connect.stop();
    m_idle.stop();
    m_total.stop();
    if (m_networkReply) {
        m_networkReply->disconnect(this);
    }
    qCDebug(support::lcApi).noquote()
        << m_request.method << withoutToken(m_request.path, m_token).split('?').first()
        << reply.httpStatus << m_elapsed.elapsed() << "ms"
        << reply.header("x-hubspot-correlation-id") << reply.failureText;
    m_outcome = std::move(reply);
    // In a turn of its own: the caller of send() or cancel() is done by then, and the network reply
    // is not within its own signal when a receiver deletes the transport.
    QMetaObject::invokeMethod(this, &NetworkJob::announce, Qt::QueuedConnection);
}

void NetworkJob::announce()
{
    m_networkReply.reset();
    deleteLater();
    Q_EMIT finished(*m_outcome);
}

} // namespace api
