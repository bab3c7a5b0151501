#pragma once

#include "app/api/transport.h"
#include "tests/faults/faultcase.h"

#include <QObject>
#include <QStringList>

#include <chrono>

namespace tests {

/// The path of a read.
[[nodiscard]] QByteArray pathOf(Target read);

/// Times of what ends by itself, which no machine is too slow for, and of what waits.
inline constexpr api::Timeouts patience{std::chrono::seconds(20), std::chrono::seconds(30),
                                        std::chrono::seconds(20)};
inline constexpr api::Timeouts impatience{
    std::chrono::milliseconds(300), std::chrono::milliseconds(900), std::chrono::milliseconds(900)};

/// One fault case under way. `over` comes once, when everything is known.
class FaultRun : public QObject
{
    Q_OBJECT
public:
    explicit FaultRun(const FaultCase &what, QObject *parent = nullptr)
        : QObject(parent)
        , m_case(what)
    {
    }

    virtual void start() = 0;
    [[nodiscard]] const FaultCase &faultCase() const { return m_case; }
    /// What was not as it should be.
    [[nodiscard]] const QStringList &problems() const { return m_problems; }
    /// The short deadlines were over before the server had the request: the machine is busy with
    /// something else, and nothing is known.
    [[nodiscard]] bool isStarved() const { return m_isStarved; }

Q_SIGNALS:
    void over();

protected:
    void setStarved() { m_isStarved = true; }
    void expect(bool met, const QString &otherwise)
    {
        if (!met) {
            m_problems.append(otherwise);
        }
    }
    /// Everything that holds for each call: sent once, with the token, done in time.
    void expectOneRequest(const FaultProxy &proxy, const QByteArray &method,
                          const QByteArray &token, const api::Reply &reply);
    void expectInTime(qint64 milliseconds, bool waited);
    void expectEnd(FaultCase::Expected expected, bool succeeded, const QString &how);

private:
    const FaultCase m_case;
    QStringList m_problems;
    bool m_isStarved = false;
};

/// A read of a server that is shared: `fair` is what it answers without a fault, as a whole message
/// and as a reply.
struct FairAnswer
{
    QByteArray message;
    api::Reply reply;
};
[[nodiscard]] std::unique_ptr<FaultRun> makeReadRun(const FaultCase &what, const QUrl &server,
                                                    const QByteArray &token,
                                                    const FairAnswer &fair);

/// A submission to a sandbox of its own, with a history of its own.
[[nodiscard]] std::unique_ptr<FaultRun> makeWriteRun(const FaultCase &what);

} // namespace tests
