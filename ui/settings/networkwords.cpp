#include "ui/settings/networkwords.h"

#include <QCoreApplication>

namespace ui::settings {

using ::accounts::SecretPlace;
using api::Proxy;
using Kind = api::NetworkSettingsError::Kind;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::settings::Words)
};

} // namespace

QString networkProblemText(const api::NetworkSettingsError &error)
{
    switch (error.kind) {
    case Kind::CaFileUnreadable:
        return Words::tr("The file with certificates can't be read.") + u'\n' + error.text;
    case Kind::CaFileNotPem:
        return Words::tr("The file with certificates has to hold certificates in PEM format, and "
                         "nothing else.");
    case Kind::ProxyIncomplete:
        return Words::tr("The proxy needs a host and a port.");
    case Kind::ProxyMalformed:
        return Words::tr("The proxy's host has to be a name or an address alone, such as "
                         "proxy.example.com.");
    case Kind::OutOfBounds:
        return Words::tr("A time is too short or too long.");
    }
    Q_UNREACHABLE();
}

QString proxyUseText(Proxy::Use use)
{
    switch (use) {
    case Proxy::Use::System:
        return Words::tr("Through the proxy that the system's settings name, where they do.");
    case Proxy::Use::None:
        return Words::tr("Without a proxy, whatever the system's settings say.");
    case Proxy::Use::Own:
        return Words::tr("Through this HTTP proxy, which passes on what is encrypted and can't "
                         "read it.");
    }
    Q_UNREACHABLE();
}

QString passwordPlaceText(SecretPlace place)
{
    switch (place) {
    case SecretPlace::Reading:
        return Words::tr("Asking the keychain…");
    case SecretPlace::Nowhere:
    case SecretPlace::Environment: // no proxy's comes from there
        return Words::tr("None");
    case SecretPlace::Keychain:
        return Words::tr("A password is in the keychain");
    case SecretPlace::MemoryOnly:
        return Words::tr("A password is in memory until you quit");
    }
    Q_UNREACHABLE();
}

} // namespace ui::settings
