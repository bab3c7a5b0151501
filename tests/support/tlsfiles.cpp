#include "tests/support/tlsfiles.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

namespace tests {

using namespace Qt::StringLiterals;

QString tlsFile(const QString &name)
{
    return QStringLiteral(TEST_DATA_DIR "/tls/") + name;
}

QSslConfiguration serverTls(const QString &name)
{
    QFile certificate(tlsFile(name + ".pem"_L1));
    QFile key(tlsFile(name + ".key"_L1));
    if (!certificate.open(QIODevice::ReadOnly) || !key.open(QIODevice::ReadOnly)) {
        qFatal("no certificate: %s", qPrintable(name));
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(&certificate));
    configuration.setPrivateKey(QSslKey(&key, QSsl::Ec));
    return configuration;
}

} // namespace tests
