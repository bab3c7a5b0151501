#pragma once

#include <QByteArray>
#include <QObject>

#include <vector>

QT_BEGIN_NAMESPACE
class QTcpServer;
class QTcpSocket;
QT_END_NAMESPACE

namespace tests {

/// An HTTP proxy on the loopback interface that knows CONNECT and nothing else. Whatever the target
/// is called, the tunnel ends at one port of this machine.
class ConnectProxy : public QObject
{
    Q_OBJECT
public:
    struct Manner
    {
        QByteArray credentials{}; ///< "user:password" that it asks for by Basic; empty: for none
        QByteArray refusal{}; ///< a whole answer to every CONNECT instead of a tunnel; empty: none
        bool hangs = false;   ///< says nothing to a CONNECT
    };

    ConnectProxy(quint16 targetPort, Manner manner);
    ~ConnectProxy() override;

    [[nodiscard]] quint16 port() const;
    /// What came before a tunnel stood: requests with their headers, whole.
    [[nodiscard]] const std::vector<QByteArray> &heads() const { return m_heads; }
    [[nodiscard]] qsizetype tunnelCount() const { return m_tunnelCount; }

private:
    void accept();
    void read(QTcpSocket *client);
    void tunnel(QTcpSocket *client);

    const quint16 m_targetPort;
    const Manner m_manner;
    QTcpServer *m_listener; ///< a child
    std::vector<QByteArray> m_heads;
    qsizetype m_tunnelCount = 0;
};

} // namespace tests
