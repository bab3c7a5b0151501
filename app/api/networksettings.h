#pragma once

#include "app/support/settings.h"

#include <QString>

#include <chrono>
#include <optional>

namespace api {

struct Timeouts
{
    std::chrono::milliseconds idle{30'000}; ///< without a byte either way, once connected
    std::chrono::milliseconds total{120'000};
    /// Until the connection stands: name, proxy and TLS included.
    std::chrono::milliseconds connect{15'000};

    bool operator==(const Timeouts &) const = default;
};

/// How the internet is reached. A server on the loopback interface never is by a proxy.
struct Proxy
{
    enum class Use : quint8 {
        System, ///< as the system says for each address
        None,
        Own, ///< an HTTP proxy that is asked to CONNECT
    };

    Use use = Use::System;
    /// Of Own, as are those that follow; there to be chosen again while another use is made.
    QString host{};
    quint16 port = 0;
    QString user{};     ///< empty: without authentication
    QString password{}; ///< a secret: it goes to the proxy and to nobody else

    bool operator==(const Proxy &) const = default;
};

/// "system" or nothing at all, "none", "proxy.example.com:8080", "[::1]:8080": what the setting
/// holds. nullopt for anything else, also for one with a user or a password, which do not belong
/// into a file.
[[nodiscard]] std::optional<Proxy> parseProxy(const QString &text);
/// What parseProxy() takes; without user and password.
[[nodiscard]] QString toText(const Proxy &proxy);

struct NetworkSettings
{
    Timeouts timeouts{};
    /// Bytes of a decompressed answer after which it is given up. 8 MiB: some fifty times what a
    /// hundred limits take.
    qint64 answerCap = 8 * 1024 * 1024;
    Proxy proxy{};
    /// A PEM file with certificates that are trusted beside the system's, such as that of a
    /// company's proxy which looks into TLS. Empty: none. It is read when the settings are made
    /// use of, not later.
    QString caFile{};

    bool operator==(const NetworkSettings &) const = default;
};

/// What the settings say; the proxy's password is not among them. A proxy that can't be understood
/// is an Own one without a host, which Transport::setNetworkSettings() refuses.
[[nodiscard]] NetworkSettings storedNetworkSettings(const support::Settings &settings);
/// So that storedNetworkSettings() gives them again, without the password, where the times are
/// whole seconds and the cap whole megabytes within the bounds of their keys.
void storeNetworkSettings(const NetworkSettings &network, support::Settings &settings);

struct NetworkSettingsError
{
    enum class Kind : quint8 {
        CaFileUnreadable,
        CaFileNotPem,    ///< holds no certificate, or one that cannot be read
        ProxyIncomplete, ///< no host or no port
        ProxyMalformed,  ///< its host can't be one
        OutOfBounds,     ///< a time or a cap that can't be, such as one that is not above zero
    };

    Kind kind = Kind::CaFileUnreadable;
    QString text; ///< in words, with the file's name or the system's reason where there is one

    bool operator==(const NetworkSettingsError &) const = default;
};

} // namespace api
