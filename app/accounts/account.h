#pragma once

#include "app/api/transport.h"

#include <QString>
#include <QStringView>

namespace accounts {

/// What is at stake when something is written. A kind that is not known counts as production.
enum class Kind : quint8 {
    Sandbox, ///< the one inside the program
    Unknown,
    Standard,
    HubSpotSandbox,
    DeveloperTest,
    AppDeveloper,
};

/// Of HubSpot's `accountType`; Unknown for a text this program does not know.
[[nodiscard]] Kind kindOf(QStringView accountType);

/// Whether people work with the account, as far as is known: what is submitted to it takes one
/// deliberate confirmation.
[[nodiscard]] bool needsConfirmation(Kind kind);

/// A place to read and write limits. The token is in its endpoint, in memory only.
struct Account
{
    QString id;   ///< stable: drafts and history are kept under it
    QString name; ///< as shown
    Kind kind = Kind::Unknown;
    api::Endpoint endpoint;
};

inline constexpr QLatin1StringView sandboxId{"sandbox"};
inline constexpr QLatin1StringView hubSpotId{"hubspot"};

/// The id of an account behind another address than HubSpot's own: "hubspot@127.0.0.1:8080", so
/// that its drafts and records stay apart from those of the real one.
[[nodiscard]] QString hubSpotIdFor(const QUrl &baseUrl);

/// "HubSpot", or "HubSpot at 127.0.0.1:8080" behind another address than HubSpot's own.
[[nodiscard]] QString hubSpotNameFor(const QUrl &baseUrl);

} // namespace accounts
