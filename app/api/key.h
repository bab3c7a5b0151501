#pragma once

#include <QByteArray>

#include <memory>

namespace api {

/// The key to a server: a token and what may be done with it. All who were given a key share it, so
/// that what is changed here holds at once, also for requests that still wait for their turn; a
/// request that is under way goes on with the token it left with. Only Transport reads the token,
/// and who puts it there; in memory it is nowhere else. For one thread, the one of the transport.
class Key
{
public:
    enum class Use : quint8 { ReadAndWrite, ReadOnly };

    explicit Key(QByteArray token = {}, Use use = Use::ReadAndWrite);
    Q_DISABLE_COPY_MOVE(Key)
    ~Key() = default;

    /// Empty: there is none.
    [[nodiscard]] const QByteArray &token() const { return m_token; }
    void setToken(const QByteArray &token) { m_token = token; }

    /// ReadOnly: the transport refuses whatever is not a GET.
    [[nodiscard]] Use use() const { return m_use; }
    void setUse(Use use) { m_use = use; }

private:
    QByteArray m_token;
    Use m_use;
};

} // namespace api
