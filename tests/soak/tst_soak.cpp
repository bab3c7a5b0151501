#include "tests/ui/programwindow.h"
#include "ui/editor/pairloader.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

#include <chrono>
#include <cstdio>

// A day of use in fast motion: limits are read again and again, and every tenth time some are
// submitted. Whatever is kept for longer than it is needed shows in the memory of the process.

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using tests::ProgramWindow;

namespace {

constexpr int warmUp = 100;          ///< refreshes before the memory is looked at first
constexpr double mostMebibytes = 10; ///< that may come after them

/// So that a day passes in some minutes.
class FastClock final : public support::Clock
{
public:
    explicit FastClock(int factor)
        : m_factor(factor)
    {
        m_elapsed.start();
    }
    [[nodiscard]] QDateTime now() const override
    {
        return m_start.addMSecs(m_elapsed.elapsed() * m_factor);
    }

private:
    const int m_factor;
    const QDateTime m_start = QDateTime::currentDateTimeUtc();
    QElapsedTimer m_elapsed;
};

/// Of this process, as the system counts it; 0 where it does not tell.
double residentMebibytes()
{
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:")) {
                return line.mid(6).trimmed().split(' ').first().toDouble() / 1024.0;
            }
        }
    }
    return 0;
}

} // namespace

class TestSoak : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void aDay();
};

void TestSoak::aDay()
{
    // SOAK=full in the environment: 100,000 refreshes and 10,000 submissions.
    const int refreshes = qgetenv("SOAK") == "full" ? 100'000 : 600;
    const QTemporaryDir folder;
    ProgramWindow program(folder.path(), true, std::make_unique<FastClock>(60));
    QVERIFY(program.waitUntilRead());
    const auto *loader = program.window.findChild<ui::editor::PairLoader *>();
    auto *refresh = ProgramWindow::find<QToolButton>("Refresh"_L1);
    QVERIFY(loader && refresh);

    double before = 0;
    int submissions = 0;
    for (int i = 1; i <= refreshes; ++i) {
        QSignalSpy ended(loader, &ui::editor::PairLoader::ended);
        refresh->click();
        QVERIFY(ended.wait());
        if (i % 10 == 0) {
            QVERIFY(program.activate());
            program.enter(program.rowOf(1), QString::number(2 + submissions % 5));
            QSignalSpy finished(&program.runner, &submission::Runner::finished);
            program.reviewAndSubmit();
            QVERIFY(finished.wait());
            // The window reads the pair again.
            QVERIFY(ended.count() > 1 || ended.wait());
            QCOMPARE(program.runner.record().exchanges.size(), 1U);
            ++submissions;
        }
        if (i == warmUp) {
            before = residentMebibytes();
        }
        if (i % 10'000 == 0) {
            std::printf("%d refreshes, %d submissions: %.1f MiB\n", i, submissions,
                        residentMebibytes());
            std::fflush(stdout);
        }
    }
    QCOMPARE(program.store->count().value(), submissions);
    const double more = residentMebibytes() - before;
    std::printf("%d refreshes and %d submissions: %.1f MiB more than after %d (at most %.0f)\n",
                refreshes, submissions, more, warmUp, mostMebibytes);
#if !defined(__SANITIZE_ADDRESS__) // which keeps what is freed for a while
    QVERIFY2(more <= mostMebibytes, qPrintable(QString::number(more)));
#endif
}

TEST_MAIN(QApplication, TestSoak)
#include "tst_soak.moc"
