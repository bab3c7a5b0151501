#include "app/support/hardening.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace support {

void keepSecretsOutOfDumps()
{
    // Neither can fail for these values; and if it did, the program would be none the worse.
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef Q_OS_LINUX
    // The limit does not count where core dumps go to a program (core_pattern with a pipe).
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace support
