#pragma once

#include "tests/e2e/desktop.h"

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <memory>

namespace tests {

/// The real program, started as a person starts it, with a home folder of the test's.
class Program
{
public:
    Program(const Desktop &desktop, const QString &home);
    /// Kills it where it still runs.
    ~Program();
    Q_DISABLE_COPY_MOVE(Program)

    [[nodiscard]] bool start(const QStringList &arguments, const QByteArray &token = {});
    [[nodiscard]] qint64 processId() const { return m_process->processId(); }
    [[nodiscard]] bool isRunning() const { return m_process->state() != QProcess::NotRunning; }
    /// Whether it ended by itself and with 0.
    [[nodiscard]] bool hasEndedWell() const;
    void kill();

    /// What it printed so far, in all its runs.
    [[nodiscard]] QByteArray complaints();

private:
    std::unique_ptr<QProcess> m_process;
    QProcessEnvironment m_environment;
    QByteArray m_complaints;
};

} // namespace tests
