#pragma once

#include "app/api/transport.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QNetworkRequest;
QT_END_NAMESPACE

namespace api {

class RequestBody;

/// The job behind Transport::send: one request over QNetworkAccessManager.
class NetworkJob final : public Job
{
    Q_OBJECT
public:
    NetworkJob(Request request, QByteArray token, const NetworkSettings &settings, QObject *parent);
    ~NetworkJob() override;

    void start(QNetworkRequest networkRequest, const Route &route);
    /// Ends the job without sending anything.
    void refuse(ErrorKind cause, const QString &reason);
    void cancel() override;

private:
    void startTimers();
    void connectTimedOut();
    void stir();
    void readSome();
    void giveUp(ErrorKind cause, const QString &text);
    void fail(ErrorKind cause, const QString &text);
    void replyFinished();
    /// Whether a whole request may have left this machine.
    [[nodiscard]] bool mayHaveLeft() const;
    [[nodiscard]] Reply gathered() const;
    void settle(Reply reply);
    void announce();

    Request m_request;
    QByteArray m_token;
    Timeouts m_timeouts;
    qint64 m_answerCap;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::unique_ptr<RequestBody> m_body;
    std::unique_ptr<QNetworkReply> m_networkReply; ///< reads from m_body, so it goes first
    QByteArray m_answer;
    QTimer m_connect;
    QTimer m_idle; ///< runs when the connection stands
    QTimer m_total;
    QElapsedTimer m_elapsed;
    bool m_isBehindProxy = false;
    bool m_encrypted = false;
    std::optional<Reply> m_outcome;
};

/// What Qt's error means for a reply that is no answer: `httpStatus` is 0 where no status line
/// came.
[[nodiscard]] std::optional<ErrorKind> failureOf(QNetworkReply::NetworkError error, int httpStatus);

} // namespace api
