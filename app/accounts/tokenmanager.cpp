#include "app/accounts/tokenmanager.h"

#include "app/api/networkjob.h"
#include "app/api/requestbody.h"

namespace accounts {

using namespace Qt::StringLiterals;
using api::ErrorKind;

namespace {

QNetworkRequest hardened(QNetworkRequest request, qint64 size)
{
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Connection", "close");
    request.setRawHeader("User-Agent", "AssociationLimits/" ASSOCIATION_LIMITS_VERSION);
    request.setHeader(QNetworkRequest::ContentLengthHeader, size);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // Qt's flow answers a 401 with the client id for a user name; with this it isn't asked.
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setDecompressedSafetyCheckThreshold(-1); // the cap on an answer is ours
    return request;
}

} // namespace

TokenManager::TokenManager(QUrl address, QObject *parent)
    : QNetworkAccessManager(parent)
    , m_address(std::move(address))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        const double seconds = std::chrono::duration<double>(m_timeout).count();
        settle(ErrorKind::TimedOut, u"Not done after %1 seconds."_s.arg(seconds));
    });
}

TokenManager::~TokenManager()
{
    delete m_reply; // reads from m_body, so it goes first
}

QNetworkReply *TokenManager::createRequest(Operation operation, const QNetworkRequest &request,
                                           QIODevice *body)
{
    Q_ASSERT(operation == PostOperation && request.url() == m_address && !m_body);
    m_body = std::make_unique<api::RequestBody>(body->readAll());
    QNetworkRequest toSend = hardened(request, m_body->bytesAvailable());
    m_route.applyTo(*this, toSend);
    m_reply = QNetworkAccessManager::createRequest(operation, toSend, m_body.get());
    m_reply->setReadBufferSize(answerCap);
    connect(m_reply, &QNetworkReply::readyRead, this, &TokenManager::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &TokenManager::replyFinished);
    m_deadline.start(m_timeout);
    return m_reply;
}

void TokenManager::stop()
{
    m_ended = true;
    m_deadline.stop();
    if (m_reply) {
        m_reply->disconnect(); // Qt Network Authorization's connections as well
        m_reply->deleteLater();
    }
}

void TokenManager::readSome()
{
    m_answer += m_reply->readAll();
    if (m_answer.size() > answerCap) {
        settle(ErrorKind::AnswerTooLarge, u"The answer exceeds %1 bytes"_s.arg(answerCap));
    }
}

void TokenManager::replyFinished()
{
    readSome();
    if (m_ended) {
        return;
    }
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto failure = api::failureOf(m_reply->error(), status);
    if (failure == ErrorKind::Redirected) {
        settle(failure, u"HTTP %1: the server wants the request sent elsewhere"_s.arg(status));
    } else if (m_reply->error() == QNetworkReply::ContentReSendError) {
        settle(failure, u"Connection closed"_s); // of the body it can't rewind Qt says nothing
    } else {
        // Qt's words may have the address in them, which is worth less than the rule.
        const QString words = m_reply->errorString();
        settle(failure, words.contains("://"_L1) ? QString() : words);
    }
}

void TokenManager::settle(std::optional<ErrorKind> failure, const QString &text)
{
    api::Reply reply;
    reply.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    reply.headers = {{"content-type", m_reply->rawHeader("content-type")}};
    reply.body = m_answer;
    reply.failure = failure;
    reply.failureText = failure ? text : QString();
    stop();
    Q_EMIT answered(reply);
}

} // namespace accounts
