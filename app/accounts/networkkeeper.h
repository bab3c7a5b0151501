#pragma once

#include "app/accounts/account.h"
#include "app/api/networksettings.h"
#include "app/support/expected.h"
#include "app/support/settings.h"

#include <QObject>
#include <QString>

#include <optional>

namespace accounts {

class Vault;

/// How the internet is reached, as a person decided it: in force in the transport, kept in the
/// settings, and the proxy's password in the vault alone.
///
/// The password is for the proxy and the user it was given for, and its entry in the keychain says
/// for which. With another host, port or user it is forgotten, so that it goes to nobody else; it
/// is not made use of either where somebody wrote those into the file. It stays while another way
/// than this proxy is chosen.
class NetworkKeeper : public QObject
{
    Q_OBJECT
public:
    /// All of them must outlive this. Nothing is read before open().
    NetworkKeeper(api::Transport &transport, support::Settings &stored, Vault &vault,
                  QObject *parent = nullptr);

    /// Puts what is stored in force, and then the password as soon as the vault answers, which is
    /// asked only where the proxy is used, has a user, and a password was kept.
    void open();

    /// As they were decided, without the password. In force unless there is a problem().
    [[nodiscard]] const api::NetworkSettings &settings() const { return m_settings; }
    /// Why what is stored could not be put in force.
    [[nodiscard]] const std::optional<api::NetworkSettingsError> &problem() const
    {
        return m_problem;
    }
    /// As far as is known: Reading, Nowhere, Keychain or MemoryOnly.
    [[nodiscard]] SecretPlace passwordPlace() const { return m_place; }
    /// For the log, which leaves it out.
    [[nodiscard]] const QString &password() const { return m_password; }
    /// Whether the password, where there is one, is for that proxy and its user.
    [[nodiscard]] bool isSameProxy(const api::Proxy &proxy) const;

    /// Puts them in force, for requests to come, and stores them. On an error nothing has changed.
    /// The password in them does not count, but the other one: nullopt stands for the one there is,
    /// which is forgotten unless isSameProxy(); an empty one forgets it, as does an empty user.
    [[nodiscard]] support::Expected<support::Done, api::NetworkSettingsError>
    change(const api::NetworkSettings &settings,
           const std::optional<QString> &password = std::nullopt);

Q_SIGNALS:
    /// The settings, the password, or where it is.
    void changed();
    /// What is stored can't be put in force, at the start: what was before is.
    void unusable(const api::NetworkSettingsError &error);

private:
    /// What is known of the keychain's entry, beyond this start.
    enum class ProxyEntry {
        None,
        Kept,
        Stale, ///< there may be one, of a password that was replaced or forgotten since
    };

    [[nodiscard]] ProxyEntry entry() const;
    void setEntry(ProxyEntry entry);
    [[nodiscard]] support::Expected<support::Done, api::NetworkSettingsError>
    putInForce(api::NetworkSettings settings, const QString &password);
    void readPassword();
    void writePassword();
    void dropPassword();

    api::Transport &m_transport;
    support::Settings &m_stored;
    Vault &m_vault;
    api::NetworkSettings m_settings;
    std::optional<api::NetworkSettingsError> m_problem;
    QString m_password;
    SecretPlace m_place = SecretPlace::Nowhere;
    quint64 m_turn = 0; ///< counts what is asked of the vault: an overtaken answer is known by it
};

} // namespace accounts
