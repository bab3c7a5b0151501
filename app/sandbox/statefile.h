#pragma once

#include "app/sandbox/account.h"
#include "app/support/expected.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace sandbox {

/// The file the limits of the sandbox are kept in:
/// `{"version":1,"limits":[{"from","to","category","typeId","maxToObjectIds"}]}`.
/// Errors are in words, the system's where it has some; they may name the file.
class StateFile
{
public:
    explicit StateFile(const QString &path);

    /// nullopt where there is no file yet.
    [[nodiscard]] support::Expected<std::optional<LimitTable>, QString> load() const;

    /// Replaces the file as a whole or leaves it as it was. Makes the folder where it is missing.
    [[nodiscard]] support::Expected<support::Done, QString> save(const LimitTable &limits) const;

    /// Renames a file nothing can be done with; the new path. Whatever was set aside before stays.
    [[nodiscard]] support::Expected<QString, QString> setAside(const QDateTime &now) const;

private:
    QString m_path;
};

} // namespace sandbox
