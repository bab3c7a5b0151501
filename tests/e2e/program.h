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

    /// For the next starts.
    void setVariable(const QString &name, const QString &value);
    /// What it prints from the next start on is added to this file, and is no complaint.
    void keepOutput(const QString &path) { m_outputPath = path; }

    [[nodiscard]] bool start(const QStringList &arguments, const QByteArray &token = {});
    [[nodiscard]] qint64 processId() const { return m_process->processId(); }
    [[nodiscard]] bool isRunning() const { return m_process->state() != QProcess::NotRunning; }
    /// Whether it ended by itself and with 0.
    [[nodiscard]] bool hasEndedWell() const;
    /// "It runs", or how it ended.
    [[nodiscard]] QString state() const;
    void kill();
    /// Ends it by a signal, as a mistake in it would.
    [[nodiscard]] bool crash(int signal);

    /// What it printed so far, in all its runs.
    [[nodiscard]] QByteArray complaints();

private:
    std::unique_ptr<QProcess> m_process;
    QProcessEnvironment m_environment;
    QString m_outputPath;
    QByteArray m_complaints;
};

} // namespace tests
