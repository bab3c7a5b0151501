#include "app/support/hardening.h"
#include "tests/support/testmain.h"

#include <QProcess>
#include <QTest>

#include <cstdio>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace {

constexpr auto childArgument = "--harden"_L1;

/// What the program in the other process does: it begins as one may that allows core files, and
/// says what holds then.
int harden(bool really)
{
    rlimit limit{};
    getrlimit(RLIMIT_CORE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_CORE, &limit);
    if (really) {
        support::keepSecretsOutOfDumps();
    }
    getrlimit(RLIMIT_CORE, &limit);
#ifdef Q_OS_LINUX
    const bool isDumpable = prctl(PR_GET_DUMPABLE) != 0;
#else
    const bool isDumpable = !really;
#endif
    std::printf("%d %d %d\n", limit.rlim_cur == 0, limit.rlim_max == 0, isDumpable);
    std::fflush(stdout);
    return 0;
}

} // namespace

class TestHardening : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void leavesNoCore();
};

void TestHardening::leavesNoCore()
{
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
    for (const QString &really : {u"no"_s, u"yes"_s}) {
        if (really == "no"_L1 && limit.rlim_max == 0) {
            continue; // core files are forbidden here altogether
        }
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {childArgument, really});
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.readAll(), really == "yes"_L1 ? "1 1 0\n" : "0 0 1\n");
    }
}

int main(int argc, char **argv)
{
    const tests::Sanctuary sanctuary;
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == childArgument) {
        return harden(arguments.at(2) == "yes"_L1);
    }
    TestHardening test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_hardening.moc"
