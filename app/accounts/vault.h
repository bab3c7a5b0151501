#pragma once

#include "app/support/expected.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <optional>
#include <queue>

namespace QKeychain {
class Job;
}

namespace accounts {

/// The name of the proxy's password.
inline constexpr QLatin1StringView proxySecret{"proxy"};

/// Keeps secrets in the system's keychain, through QtKeychain: Secret Service, KWallet, the macOS
/// Keychain, the Windows Credential Manager. Where that fails in any way a secret is kept in memory
/// until the program ends; never in a file. Everything is asynchronous, and what was asked of one
/// name happens in the order it was asked. A keychain that waits for its owner, who does not unlock
/// it, answers late or never; what was asked meanwhile waits. Where its owner refuses to unlock it,
/// libsecret says that there is no such secret.
class Vault : public QObject
{
    Q_OBJECT
public:
    /// `service` is what the keychain shows the entries under.
    explicit Vault(QString service = defaultService(), QObject *parent = nullptr);
    ~Vault() override;

    /// "Association Limits"' own.
    [[nodiscard]] static QString defaultService();

    /// nullopt: there is none. The error is the keychain's words.
    using Found = support::Expected<std::optional<QByteArray>, QString>;
    /// true: in the keychain; false: the keychain failed, it is in memory (or forgotten) only.
    using Done = std::function<void(bool kept)>;

    /// Each calls back once, in a later turn of the event loop, unless `context`, which must be
    /// there, or the vault is gone by then. What the vault had not begun yet does not happen then.
    /// A secret that is in memory is found there.
    void read(const QString &name, QObject *context, std::function<void(const Found &)> found);
    void write(const QString &name, const QByteArray &secret, QObject *context, Done done);
    /// One that is not there is kept as such.
    void remove(const QString &name, QObject *context, Done done);

    /// For the end of the program, when no other event loop runs: waits in one of its own until
    /// nothing is to be written or removed any more, for at most `patience`. Who asked for it is
    /// called back as ever. False: the keychain has not answered, and what it was to keep may be
    /// lost.
    [[nodiscard]] bool finish(std::chrono::milliseconds patience);

Q_SIGNALS:
    /// The keychain could not be used, in its words; again only when it worked in between.
    void failed(const QString &words);
    /// Nothing is to be written or removed any more.
    void settled();

private:
    struct Task
    {
        bool changes = false;                    ///< what the keychain has
        std::function<QKeychain::Job *()> begin; ///< nullptr: the answer is in memory
        std::function<void(QKeychain::Job *)> end;
    };

    void add(const QString &name, Task task);
    void beginNext(const QString &name);
    void end(const QString &name, QKeychain::Job *job);
    [[nodiscard]] bool hasFailed(const QKeychain::Job &job) const;
    void report(const QKeychain::Job &job);

    const QString m_service;
    QHash<QString, std::queue<Task>>
        m_tasks;                         ///< of a name; the first one has begun, or is about to
    QHash<QString, QByteArray> m_memory; ///< what the keychain did not take
    int m_changes = 0;                   ///< tasks that write or remove
    bool m_failing = false;
};

} // namespace accounts
