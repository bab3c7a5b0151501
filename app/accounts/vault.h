#pragma once

#include "app/support/expected.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace accounts {

/// Keeps secrets in the system's keychain, through QtKeychain: Secret Service, KWallet, the macOS
/// Keychain, the Windows Credential Manager. Where that fails in any way a secret is kept in memory
/// until the program ends; never in a file. Everything is asynchronous, and what was asked of one
/// name happens in the order it was asked.
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

    /// Calls `found` once, in a later turn of the event loop, unless `context` is gone by then.
    void read(const QString &name, QObject *context, std::function<void(const Found &)> found);
    void write(const QString &name, const QByteArray &secret, QObject *context, Done done);
    void remove(const QString &name, QObject *context, Done done);

Q_SIGNALS:
    /// The keychain could not be used, in its words; again only when it worked in between.
    void failed(const QString &words);
};

} // namespace accounts
