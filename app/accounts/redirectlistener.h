#pragma once

#include "app/support/expected.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTcpServer>

#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QTcpSocket;
class QUrlQuery;
QT_END_NAMESPACE

namespace accounts {

/// Waits on 127.0.0.1 for the browser to come back. Not QOAuthHttpServerReplyHandler: that of Qt
/// 6.4.2 listens on all interfaces unless told not to, drops a request that comes in two packets
/// with a warning, reads before the start of its buffer when the request line is short, keeps an
/// endless one, takes any method, any Host (a page elsewhere may reach it by a name that resolves
/// to this machine) and every path that begins like the right one, and warns with the whole address
/// when a browser asks for its favicon.
class RedirectListener : public QObject
{
    Q_OBJECT
public:
    static constexpr QLatin1StringView path{"/oauth/callback"};
    /// "http://localhost:28471/oauth/callback".
    [[nodiscard]] static QString addressFor(quint16 port);

    /// From the query of a request that is a redirect of an authorization server to the words for
    /// the person before the browser. Whether it is the right one is not looked at here.
    using Judge = std::function<QString(const QUrlQuery &query)>;

    explicit RedirectListener(Judge judge, QObject *parent = nullptr);
    ~RedirectListener() override;

    /// At the first port that is free. The error is the system's, of the last one.
    [[nodiscard]] support::Expected<support::Done, QString>
    listen(const std::vector<quint16> &ports);
    /// Nobody is judged any more; what was said to the browser still leaves.
    void close();
    /// Empty before listen().
    [[nodiscard]] QString address() const { return m_address; }

private:
    void accept();
    void read(QTcpSocket &socket);
    [[nodiscard]] QByteArray answer(const QByteArray &head);

    Judge m_judge;
    QTcpServer m_server;
    QString m_address;
};

} // namespace accounts
