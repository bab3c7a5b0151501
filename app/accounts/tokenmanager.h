#pragma once

#include "app/api/transport.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <optional>

namespace api {
class RequestBody;
}

namespace accounts {

/// Sends the one POST that Qt Network Authorization makes, by the rules of api::Transport, and
/// reads its answer: to one address, over a connection of its own, once (left to itself Qt sends it
/// twice when the connection closes without an answer), following no redirect, by the
/// route of the API's requests, with a deadline for the whole and a cap on the answer.
class TokenManager final : public QNetworkAccessManager
{
    Q_OBJECT
public:
    static constexpr qint64 answerCap = 256 * 1024;

    explicit TokenManager(QUrl address, QObject *parent = nullptr);
    ~TokenManager() override;

    void setRoute(const api::Route &route) { m_route = route; }
    void setTimeout(std::chrono::milliseconds timeout) { m_timeout = timeout; }
    /// `answered` does not come any more.
    void stop();

Q_SIGNALS:
    /// Once, within a signal of the network reply or of a timer.
    void answered(const api::Reply &reply);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override;

private:
    void readSome();
    void replyFinished();
    void settle(std::optional<api::ErrorKind> failure, const QString &text);

    const QUrl m_address;
    api::Route m_route;
    std::chrono::milliseconds m_timeout{std::chrono::seconds(30)};
    QTimer m_deadline;
    std::unique_ptr<api::RequestBody> m_body;
    QPointer<QNetworkReply> m_reply; ///< a child
    bool m_ended = false;
    QByteArray m_answer;
};

} // namespace accounts
