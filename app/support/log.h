#pragma once

#include "app/support/clock.h"
#include "app/support/expected.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace support {

struct LogLine
{
    qint64 number = 0; ///< from 1 on, without gaps
    QDateTime time;    ///< UTC
    QtMsgType level = QtDebugMsg;
    QByteArray category;
    QString text; ///< one line without secrets
};

/// "2026-11-03T14:02:11.123Z warning limits.drafts cannot rename a damaged draft", without an end
/// of line.
[[nodiscard]] QString logText(const LogLine &line);

/// "debug", "info", "warning", "critical" or "fatal".
[[nodiscard]] QLatin1StringView levelName(QtMsgType level);

struct LogBounds
{
    size_t lines = 2000; ///< kept in memory
    qsizetype bytes = 1024 * 1024;
    qint64 fileBytes = 4 * 1024 * 1024;
};

/// What the program says about itself, as long as this lives; there is one at a time. It takes Qt's
/// message handler, keeps the last lines, and appends them to a file where one was opened. What the
/// categories let through without it is passed on to the handler before it, which prints it; debug
/// messages of `limits.api` (its requests), and with a file of all `limits.*`, are let through for
/// the log alone.
/// Every line is redacted, before it is kept, written or passed on. Messages may come from any
/// thread. Nothing here waits, and trouble with the file is said once, as a line of `limits.log`.
class Log
{
public:
    explicit Log(const Clock &clock, const LogBounds &bounds = {});
    ~Log();
    Q_DISABLE_COPY_MOVE(Log)

    /// Writes there what was kept so far, and from now on every line. Errors are the system's
    /// words.
    [[nodiscard]] Expected<Done, QString> openFile(const QString &path);

    using Tell = std::function<void(QByteArrayView)>;
    /// `secrets` tells the secrets that are in memory; no copy of them is kept. It is called in the
    /// thread of this object, whenever something is logged there or the text of redact() comes, and
    /// must not log; what other threads log is checked against what it told the last time. Empty:
    /// there are none any more.
    void setSecrets(std::function<void(const Tell &tell)> secrets);

    /// Those kept whose numbers are higher, oldest first.
    [[nodiscard]] std::vector<LogLine> linesAfter(qint64 number) const;
    /// The last ones of the requests to the API, at most that many, oldest first.
    [[nodiscard]] std::vector<LogLine> lastRequests(size_t count) const;

    /// Any text as this would log it, but with its lines left as they are.
    [[nodiscard]] QString redact(const QString &text) const;

    struct Private;

private:
    std::unique_ptr<Private> d;
};

} // namespace support
