#include "app/support/hardening.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QTest>

#include <cstdio>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace {

constexpr auto childArgument = "--harden"_L1;

/// What the program in the other process does: it begins as one may that allows core files, and says
/// what holds then.
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
    std::printf("%d %d\n", limit.rlim_cur == 0, limit.rlim_max == 0);
    std::fflush(stdout);
    std::getchar();
    return 0;
}

} // namespace

class TestHardening : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void leavesNoCore();
    void nobodyElseReadsItsMemory();
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
        QVERIFY(child.waitForReadyRead());
        QCOMPARE(child.readLine(), really == "yes"_L1 ? "1 1\n" : "0 0\n");
        child.write("\n");
        QVERIFY(child.waitForFinished());
    }
}

void TestHardening::nobodyElseReadsItsMemory()
{
#ifdef Q_OS_LINUX
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {childArgument, u"yes"_s});
    QVERIFY(child.waitForReadyRead());
    // Files there are those of root then, whose own processes are let in all the same.
    const QFileInfo memory(u"/proc/%1/mem"_s.arg(child.processId()));
    QCOMPARE(memory.ownerId(), uint(0));
    QFile status(u"/proc/%1/coredump_filter"_s.arg(child.processId()));
    QCOMPARE(QFileInfo(status).ownerId(), uint(0));
    child.write("\n");
    QVERIFY(child.waitForFinished());
#else
    QSKIP("Linux' own");
#endif
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
