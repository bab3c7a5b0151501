#include "app/api/networkjob.h"

#include "app/api/redaction.h"
#include "app/api/requestbody.h"
#include "app/support/logging.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

namespace api {

using namespace Qt::StringLiterals;

namespace {

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

} // namespace

NetworkJob::NetworkJob(Request request, QByteArray token, const Timeouts &timeouts,
                       qint64 answerCap, QObject *parent)
    : Job(parent)
    , m_request(std::move(request))
    , m_token(std::move(token))
    , m_timeouts(timeouts)
    , m_answerCap(answerCap)
{
    m_elapsed.start();
}

NetworkJob::~NetworkJob()
{
    if (m_networkReply) {
        m_networkReply->disconnect(this);
        m_networkReply->abort();
    }
}

void NetworkJob::start(QNetworkRequest networkRequest, QNetworkAccessManager &reader)
{
    if (m_request.method == "GET") {
        m_networkReply.reset(reader.get(networkRequest));
    } else {
        networkRequest.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        networkRequest.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        networkRequest.setRawHeader("Connection", "close");
        m_writer = makeManager();
        m_body = new RequestBody(m_request.body);
        m_networkReply.reset(m_writer->post(networkRequest, m_body));
        m_body->setParent(m_networkReply.get());
    }
    m_networkReply->setReadBufferSize(readBufferSize);
    connect(m_networkReply.get(), &QNetworkReply::readyRead, this, &NetworkJob::readSome);
    connect(m_networkReply.get(), &QNetworkReply::finished, this, &NetworkJob::replyFinished);
    startTimers();
}

void NetworkJob::startTimers()
{
    m_idle.setSingleShot(true);
    m_total.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        giveUp(ErrorKind::TimedOut, u"Nothing came for %1 ms"_s.arg(m_timeouts.idle.count()));
    });
    connect(&m_total, &QTimer::timeout, this, [this] {
        giveUp(ErrorKind::TimedOut, u"Not done after %1 ms"_s.arg(m_timeouts.total.count()));
    });
    m_idle.start(m_timeouts.idle);
    m_total.start(m_timeouts.total);

    const auto stir = [this] {
        if (!m_outcome) {
            m_idle.start(m_timeouts.idle);
        }
    };
    const QNetworkReply *reply = m_networkReply.get();
    connect(reply, &QNetworkReply::socketStartedConnecting, this, stir);
    connect(reply, &QNetworkReply::encrypted, this, stir);
    connect(reply, &QNetworkReply::requestSent, this, stir);
    connect(reply, &QNetworkReply::uploadProgress, this, stir);
    connect(reply, &QNetworkReply::metaDataChanged, this, stir);
    connect(reply, &QNetworkReply::readyRead, this, stir);
}

void NetworkJob::refuse(const QString &reason)
{
    Reply reply;
    reply.failure = ErrorKind::InvalidRequest;
    reply.failureText = reason;
    settle(std::move(reply));
}

void NetworkJob::cancel()
{
    const bool mayHaveLeft = m_body != nullptr && m_body->isTouched();
    giveUp(mayHaveLeft ? ErrorKind::ConnectionLost : ErrorKind::Cancelled, u"Cancelled"_s);
}

void NetworkJob::giveUp(ErrorKind cause, const QString &text)
{
    if (m_outcome || m_cause) {
        return;
    }
    m_cause = cause;
    m_causeText = text;
    m_networkReply->abort();
}

void NetworkJob::readSome()
{
    while (m_networkReply->isOpen() && m_networkReply->bytesAvailable() > 0) {
        m_answer += m_networkReply->readAll();
        if (m_answer.size() > m_answerCap) {
            m_answer.truncate(m_answerCap);
            giveUp(ErrorKind::AnswerTooLarge, u"The answer exceeds %1 bytes"_s.arg(m_answerCap));
            return;
        }
    }
}

void NetworkJob::replyFinished()
{
    if (!m_outcome) {
        if (!m_cause) {
            readSome();
        }
        settle(gather());
    }
}

Reply NetworkJob::gather() const
{
    const QNetworkReply &source = *m_networkReply;
    Reply reply;
    reply.httpStatus = source.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    reply.reasonPhrase = source.attribute(QNetworkRequest::HttpReasonPhraseAttribute).toByteArray();
    for (const auto &[name, value] : source.rawHeaderPairs()) {
        if (name.compare("set-cookie", Qt::CaseInsensitive) != 0) {
            reply.headers.push_back({name, value});
        }
    }
    reply.body = m_answer;
    reply.failure = m_cause ? m_cause : failureOf(source.error(), reply.httpStatus);
    if (m_cause) {
        reply.failureText = m_causeText;
    } else if (reply.failure == ErrorKind::Redirected) {
        reply.failureText = QString::fromLatin1(reply.reasonPhrase);
    } else if (reply.failure) {
        reply.failureText = withoutUrl(source.errorString(), source.url());
    }
    return reply;
}

void NetworkJob::settle(Reply reply)
{
    removeToken(reply, m_token);
    m_idle.stop();
    m_total.stop();
    qCDebug(support::lcApi).noquote()
        << m_request.method << withoutToken(m_request.path, m_token) << reply.httpStatus
        << m_elapsed.elapsed() << "ms" << reply.header("x-hubspot-correlation-id");
    m_outcome = std::move(reply);
    // In a turn of its own: the caller of send() or cancel() is done by then, and the network reply
    // is not within its own signal when a receiver deletes the transport.
    QMetaObject::invokeMethod(this, &NetworkJob::announce, Qt::QueuedConnection);
}

void NetworkJob::announce()
{
    deleteLater();
    Q_EMIT finished(*m_outcome);
}

} // namespace api
