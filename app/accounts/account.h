#pragma once

#include "app/api/key.h"
#include "app/api/transport.h"

#include <QString>
#include <QStringView>

#include <memory>

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

/// Whether an account may be written to.
enum class Lock : quint8 {
    ByKind, ///< locked as long as it counts as production; nobody has decided yet
    Locked,
    Unlocked,
};

[[nodiscard]] bool isLocked(Kind kind, Lock lock);

/// How an account is opened.
enum class SignInMethod : quint8 {
    Token, ///< a service key or a private app's token, pasted
    OAuth, ///< through the browser, with the user's own HubSpot app
};

/// What a person can tell accounts apart by, beside their names; None: the colour of its kind.
enum class Color : quint8 { None, Red, Orange, Yellow, Green, Teal, Blue, Purple, Gray };

/// Where the secret of an account is, as far as is known.
enum class SecretPlace : quint8 {
    Reading,     ///< the keychain is being asked
    Nowhere,     ///< there is none
    Keychain,    ///< in the system's keychain
    MemoryOnly,  ///< the keychain can't be used: it is forgotten when the program ends
    Environment, ///< of this start only
};

/// A place to read and write limits.
struct Account
{
    QString id;   ///< stable: drafts and history are kept under it
    QString name; ///< as shown
    Kind kind = Kind::Unknown;
    api::Endpoint endpoint;
    Lock lock = Lock::ByKind; ///< what was decided; what holds is endpoint.isReadOnly()
    Color color = Color::None;
    SignInMethod method = SignInMethod::Token;
    SecretPlace place = SecretPlace::Nowhere;
    /// Whose endpoint and name it is not to be changed: the sandbox, and that of the environment.
    bool isBuiltIn = false;
};

inline constexpr QLatin1StringView sandboxId{"sandbox"};
inline constexpr QLatin1StringView hubSpotId{"hubspot"};

/// The id of an account behind another address than HubSpot's own: "hubspot@127.0.0.1:8080", so
/// that its drafts and records stay apart from those of the real one.
[[nodiscard]] QString hubSpotIdFor(const QUrl &baseUrl);

/// "HubSpot", or "HubSpot at 127.0.0.1:8080" behind another address than HubSpot's own.
[[nodiscard]] QString hubSpotNameFor(const QUrl &baseUrl);

} // namespace accounts
