#pragma once

#include <QProcess>

#include <csignal>
#include <memory>

#include <sys/prctl.h>

namespace tests {

/// A child that the kernel ends with this process, however this one ends. For Linux only.
[[nodiscard]] inline std::unique_ptr<QProcess> dependentProcess()
{
    auto process = std::make_unique<QProcess>();
    process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    return process;
}

} // namespace tests
