#include "app/api/trust.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>

namespace api {

using namespace Qt::StringLiterals;
using support::Unexpected;

namespace {

/// All of the system's together come to a quarter of that.
constexpr qint64 largestFile = 1024 * 1024;

Unexpected<NetworkSettingsError> error(NetworkSettingsError::Kind kind, const QString &text)
{
    return {{kind, text}};
}

} // namespace

support::Expected<QSslConfiguration, NetworkSettingsError> trusting(const QString &caFile)
{
    using Kind = NetworkSettingsError::Kind;
    const QString name = QDir::toNativeSeparators(caFile);
    const QFileInfo info(caFile);
    if (info.exists() && !info.isFile()) { // a pipe would be waited for
        return error(Kind::CaFileUnreadable, u"%1 is not a file"_s.arg(name));
    }
    QFile file(caFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return error(Kind::CaFileUnreadable, u"%1: %2"_s.arg(name, file.errorString()));
    }
    const QByteArray pem = file.read(largestFile + 1);
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(pem, QSsl::Pem);
    if (pem.size() > largestFile || certificates.isEmpty() ||
        certificates.size() != pem.count("-----BEGIN ") ||
        certificates.contains(QSslCertificate())) {
        return error(Kind::CaFileNotPem,
                     u"%1 does not hold certificates in PEM format, and nothing else"_s.arg(name));
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    // Not addCaCertificates(): as long as Qt loads the system's on demand, its default
    // configuration holds none, and with one added they are no longer loaded.
    configuration.setCaCertificates(QSslConfiguration::systemCaCertificates() + certificates);
    return configuration;
}

} // namespace api
