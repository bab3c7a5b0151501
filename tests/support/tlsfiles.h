#pragma once

#include <QSslConfiguration>
#include <QString>

namespace tests {

/// A file of tests/data/tls; make.sh beside them says what each is.
[[nodiscard]] QString tlsFile(const QString &name);
/// A server's, with the certificate and key of that name: "self-signed", "server", "elsewhere",
/// "unknown".
[[nodiscard]] QSslConfiguration serverTls(const QString &name);

} // namespace tests
