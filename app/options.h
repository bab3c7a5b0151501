#pragma once

#include "app/limits/objecttypes.h"
#include "app/support/expected.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

/// What the command line asks for.
struct Options
{
    QString account; ///< accounts::sandboxId, accounts::hubSpotId, or empty: as last time
    std::optional<limits::ObjectType> from;
    std::optional<limits::ObjectType> to;
    QString language; ///< "de"; empty: as set, else the system's
    QUrl baseUrl;     ///< of the HubSpot account
    QString demo;     ///< file for the picture; empty: no demonstration
    QString logFile;  ///< empty: none
};

/// What to print instead of starting.
struct Halt
{
    QString text;
    int exitCode = 0;
};

/// Reads the arguments, the program's name first. Whatever is malformed is refused in words.
[[nodiscard]] support::Expected<Options, Halt> parseOptions(const QStringList &arguments,
                                                            const limits::ObjectTypes &types);

/// Where a log was asked for and can't be written, for the system's reason.
[[nodiscard]] Halt refusedLogFile(const QString &path, const QString &reason);
