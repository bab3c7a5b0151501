#include "app/accounts/networkkeeper.h"

#include "app/accounts/vault.h"
#include "app/api/transport.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace accounts {

using namespace Qt::StringLiterals;
using api::NetworkSettings;
using api::NetworkSettingsError;
using api::Proxy;
using support::Done;
using support::Expected;
using support::Unexpected;
namespace keys = support::settings;

namespace {

/// "host:port", whatever use is made of it.
QString addressOf(Proxy proxy)
{
    proxy.use = Proxy::Use::Own;
    return toText(proxy);
}

/// Host and port as they are read from the file again. What can't be is left alone where it is
/// wanted, to be refused, and else not kept.
Proxy tidied(Proxy proxy)
{
    proxy.user = proxy.user.trimmed();
    proxy.host = proxy.host.trimmed();
    if (proxy.host.startsWith(u'[') && proxy.host.endsWith(u']')) {
        proxy.host = proxy.host.sliced(1, proxy.host.size() - 2);
    }
    if (const auto parsed = api::parseProxy(addressOf(proxy))) {
        proxy.host = parsed->host;
        proxy.port = parsed->port;
    } else if (proxy.use != Proxy::Use::Own) {
        proxy.host.clear();
        proxy.port = 0;
    }
    return proxy;
}

NetworkSettings tidied(NetworkSettings settings)
{
    settings.proxy = tidied(settings.proxy);
    const QString caFile = settings.caFile.trimmed();
    // The folder the program is started in is another one the next time.
    settings.caFile = caFile.isEmpty()
                          ? QString()
                          : QFileInfo(QDir::fromNativeSeparators(caFile)).absoluteFilePath();
    return settings;
}

/// What is out of bounds would be read from the file as the default.
bool isWithinBounds(const NetworkSettings &settings)
{
    const auto isWithin = [](qint64 value, qint64 unit, const support::Key<int> &key) {
        return value >= key.lowest * unit && value <= key.highest * unit;
    };
    const api::Timeouts &times = settings.timeouts;
    return isWithin(times.idle.count(), 1000, keys::idleTimeoutSeconds) &&
           isWithin(times.total.count(), 1000, keys::totalTimeoutSeconds) &&
           isWithin(times.connect.count(), 1000, keys::connectTimeoutSeconds) &&
           isWithin(settings.answerCap, 1024 * 1024, keys::answerCapMegabytes);
}

QByteArray secretOf(const Proxy &proxy, const QString &password)
{
    return QJsonDocument(QJsonObject{{"proxy"_L1, addressOf(proxy)},
                                     {"user"_L1, proxy.user},
                                     {"password"_L1, password}})
        .toJson(QJsonDocument::Compact);
}

/// Empty where the secret is not for that proxy and its user.
QString passwordFor(const Proxy &proxy, const QByteArray &secret)
{
    const QJsonDocument document = QJsonDocument::fromJson(secret);
    const bool isItsOwn = document["proxy"_L1].toString() == addressOf(proxy) &&
                          document["user"_L1].toString() == proxy.user;
    return isItsOwn ? document["password"_L1].toString() : QString();
}

} // namespace

NetworkKeeper::NetworkKeeper(api::Transport &transport, support::Settings &stored, Vault &vault,
                             QObject *parent)
    : QObject(parent)
    , m_transport(transport)
    , m_stored(stored)
    , m_vault(vault)
{
}

void NetworkKeeper::open()
{
    m_settings = api::storedNetworkSettings(m_stored);
    const bool isKept = entry() == ProxyEntry::Kept && !m_settings.proxy.user.isEmpty();
    m_place = isKept ? SecretPlace::Keychain : SecretPlace::Nowhere;
    if (const auto set = putInForce(m_settings, {}); !set) {
        m_problem = set.error();
        Q_EMIT unusable(*m_problem);
    }
    if (entry() == ProxyEntry::Stale) { // perhaps it can be removed now
        dropPassword();
    }
    readPassword();
}

bool NetworkKeeper::isSameProxy(const Proxy &proxy) const
{
    const Proxy tidy = tidied(proxy);
    return tidy.user == m_settings.proxy.user && tidy.host == m_settings.proxy.host &&
           tidy.port == m_settings.proxy.port;
}

Expected<Done, NetworkSettingsError> NetworkKeeper::change(const NetworkSettings &settings,
                                                           const std::optional<QString> &password)
{
    NetworkSettings next = tidied(settings);
    if (!isWithinBounds(next)) {
        return Unexpected{NetworkSettingsError{NetworkSettingsError::Kind::OutOfBounds,
                                               u"A timeout or the cap is out of bounds"_s}};
    }
    const bool keeps = !password && isSameProxy(next.proxy);
    const QString nextPassword = keeps                       ? m_password
                                 : next.proxy.user.isEmpty() ? QString()
                                                             : password.value_or(QString());
    if (const auto set = putInForce(next, nextPassword); !set) {
        return Unexpected{set.error()};
    }
    next.proxy.password.clear();
    m_settings = next;
    m_problem.reset();
    m_password = nextPassword;
    api::storeNetworkSettings(m_settings, m_stored);
    if (keeps) {
        readPassword();
    } else if (nextPassword.isEmpty()) {
        dropPassword();
    } else {
        writePassword();
    }
    Q_EMIT changed();
    return Done{};
}

NetworkKeeper::ProxyEntry NetworkKeeper::entry() const
{
    return ProxyEntry(m_stored.value(keys::proxyEntry));
}

void NetworkKeeper::setEntry(ProxyEntry entry)
{
    m_stored.setValue(keys::proxyEntry, int(entry));
}

Expected<Done, NetworkSettingsError> NetworkKeeper::putInForce(NetworkSettings settings,
                                                               const QString &password)
{
    settings.proxy.password = password;
    return m_transport.setNetworkSettings(settings);
}

void NetworkKeeper::readPassword()
{
    const Proxy &proxy = m_settings.proxy;
    if (proxy.use != Proxy::Use::Own || proxy.user.isEmpty() || !m_password.isEmpty() ||
        entry() != ProxyEntry::Kept || m_place == SecretPlace::Reading) {
        return;
    }
    m_place = SecretPlace::Reading;
    m_vault.read(proxySecret, this, [this, turn = ++m_turn](const Vault::Found &found) {
        if (turn != m_turn) {
            return;
        }
        // Of the settings as they are by now.
        m_password = found && *found ? passwordFor(m_settings.proxy, **found) : QString();
        m_place = m_password.isEmpty() ? SecretPlace::Nowhere : SecretPlace::Keychain;
        if (putInForce(m_settings, m_password)) {
            m_problem.reset();
        }
        Q_EMIT changed();
    });
}

void NetworkKeeper::writePassword()
{
    m_place = SecretPlace::MemoryOnly;
    setEntry(ProxyEntry::Stale); // the keychain may have one before this
    m_vault.write(proxySecret, secretOf(m_settings.proxy, m_password), this,
                  [this, turn = ++m_turn](bool isKept) {
                      if (turn != m_turn) {
                          return;
                      }
                      if (isKept) {
                          m_place = SecretPlace::Keychain;
                          setEntry(ProxyEntry::Kept);
                      }
                      Q_EMIT changed();
                  });
}

void NetworkKeeper::dropPassword()
{
    const quint64 turn = ++m_turn;
    m_place = SecretPlace::Nowhere;
    if (entry() == ProxyEntry::None) { // nobody's keychain is to ask to be unlocked for nothing
        return;
    }
    setEntry(ProxyEntry::Stale);
    m_vault.remove(proxySecret, this, [this, turn](bool isRemoved) {
        if (turn == m_turn && isRemoved) {
            setEntry(ProxyEntry::None);
        }
    });
}

} // namespace accounts
