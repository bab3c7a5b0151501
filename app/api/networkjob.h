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
    NetworkJob(Request request, QByteArray token, const Timeouts &timeouts, qint64 answerCap,
               QObject *parent);
    ~NetworkJob() override;

    /// A GET goes through `reader`; a POST through a manager of its own.
    void start(QNetworkRequest networkRequest, QNetworkAccessManager &reader);
    /// Ends the job without sending anything.
    void refuse(const QString &reason);
    void cancel() override;

private:
    void startTimers();
    void readSome();
    void giveUp(ErrorKind cause, const QString &text);
    void replyFinished();
    [[nodiscard]] Reply gather() const;
    void settle(Reply reply);
    void announce();

    Request m_request;
    QByteArray m_token;
    Timeouts m_timeouts;
    qint64 m_answerCap;
    std::unique_ptr<QNetworkAccessManager> m_writer;
    std::unique_ptr<QNetworkReply> m_networkReply;
    RequestBody *m_body = nullptr; ///< of a POST; owned by the network reply
    QByteArray m_answer;
    QTimer m_idle;
    QTimer m_total;
    QElapsedTimer m_elapsed;
    /// Why this job ended its network reply. Set before abort(), which emits finished() before it
    /// returns.
    std::optional<ErrorKind> m_cause;
    QString m_causeText;
    std::optional<Reply> m_outcome;
};

/// A manager that keeps nothing from one request to the next but connections, and that goes
/// through no proxy to the loopback interface.
[[nodiscard]] std::unique_ptr<QNetworkAccessManager> makeManager();

/// What Qt's error means for a reply that is no answer: `httpStatus` is 0 where no status line came.
[[nodiscard]] std::optional<ErrorKind> failureOf(QNetworkReply::NetworkError error, int httpStatus);

} // namespace api
