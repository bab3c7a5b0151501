#include "tests/e2e/program.h"

#include <QDir>

#include <csignal>

#include <sys/resource.h>

namespace tests {

using namespace Qt::StringLiterals;

namespace {

/// Asks for core files where the program promises to write none, which a debug build does not.
void allowCoreFiles()
{
    rlimit limit{};
    ::getrlimit(RLIMIT_CORE, &limit);
#ifdef NDEBUG
    limit.rlim_cur = limit.rlim_max;
#else
    limit.rlim_cur = 0;
#endif
    ::setrlimit(RLIMIT_CORE, &limit);
}

} // namespace

Program::Program(const Desktop &desktop, const QString &home)
    : m_process(dependentProcess())
    , m_environment(desktop.environment())
{
    // Nothing is expected from it, so all it prints is a complaint.
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setChildProcessModifier([before = m_process->childProcessModifier()] {
        before();
        allowCoreFiles();
    });
    const QDir folder(home);
    // Where core files go.
    m_process->setWorkingDirectory(home);
    m_environment.insert(u"HOME"_s, home);
    for (const auto &[variable, name] : {std::pair(u"XDG_DATA_HOME"_s, u"data"_s),
                                         {u"XDG_CONFIG_HOME"_s, u"config"_s},
                                         {u"XDG_CACHE_HOME"_s, u"cache"_s},
                                         {u"XDG_STATE_HOME"_s, u"state"_s}}) {
        m_environment.insert(variable, folder.filePath(name));
    }
}

Program::~Program()
{
    kill();
}

void Program::setVariable(const QString &name, const QString &value)
{
    m_environment.insert(name, value);
}

bool Program::start(const QStringList &arguments, const QByteArray &token)
{
    m_complaints = complaints();
    QProcessEnvironment environment = m_environment;
    if (!token.isEmpty()) {
        environment.insert(u"HUBSPOT_ACCESS_TOKEN"_s, QString::fromLatin1(token));
    }
    m_process->setProcessEnvironment(environment);
    // In a file, and not in a pipe: nobody reads that while the program is waited for.
    m_process->setStandardOutputFile(m_outputPath, QIODevice::Append);
    m_process->start(QStringLiteral(PROGRAM), arguments);
    return m_process->waitForStarted();
}

bool Program::hasEndedWell() const
{
    return !isRunning() && m_process->exitStatus() == QProcess::NormalExit &&
           m_process->exitCode() == 0;
}

QString Program::state() const
{
    if (isRunning()) {
        return u"It runs"_s;
    }
    return m_process->exitStatus() == QProcess::CrashExit
               ? u"It was ended by the signal %1"_s.arg(m_process->exitCode())
               : u"It ended with %1"_s.arg(m_process->exitCode());
}

void Program::kill()
{
    m_process->kill();
    m_process->waitForFinished();
}

bool Program::crash(int signal)
{
    return isRunning() && ::kill(pid_t(m_process->processId()), signal) == 0 &&
           m_process->waitForFinished();
}

QByteArray Program::complaints()
{
    if (m_process->isReadable()) { // and not what goes to a file
        m_complaints += m_process->readAll();
    }
    return m_complaints;
}

} // namespace tests
