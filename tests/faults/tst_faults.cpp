#include "app/sandbox/sandbox.h"
#include "tests/faults/faultruns.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

// Every call of the program, with every fault in every place of its answer. What must hold in each
// case is in faultruns.cpp.

using namespace Qt::StringLiterals;
using tests::FaultCase;
using tests::FaultProxy;
using tests::FaultRun;
using tests::ScriptedServer;
using tests::Target;

namespace {

/// Reads wait; writes keep this thread busy with their histories, and the short deadlines run on.
int atOnce(Target target)
{
    return tests::isWrite(target) ? 12 : 48;
}

/// Of a sample, each so many-th case. A prime, so that it comes to each fault and each place in the
/// course of the list.
constexpr size_t stride = 31;

} // namespace

Q_DECLARE_METATYPE(std::vector<tests::FaultCase>)

class TestFaults : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theSampleHasAllThereIs();
    void faults_data();
    void faults();

private:
    [[nodiscard]] bool readFair(Target target);
    [[nodiscard]] std::vector<FaultCase> chosen() const;
    [[nodiscard]] std::unique_ptr<FaultRun> runOf(const FaultCase &what) const;
    void startMore();
    void end(FaultRun *run);

    QTemporaryDir m_folder;
    support::SystemClock m_clock;
    sandbox::Sandbox m_sandbox{
        m_folder.filePath(u"sandbox.json"_s), m_clock, {.limitsRate = false}};
    /// Where nobody may go.
    ScriptedServer m_elsewhere{{tests::script::answer(200, "{}")}};
    const std::vector<tests::Alteration> m_alterations = tests::alterations(m_elsewhere.url());
    std::map<Target, tests::FairAnswer> m_fair;

    std::vector<FaultCase> m_waiting; ///< the next one last
    int m_underWay = 0;
    int m_starved = 0; ///< cases begun anew for want of time on the machine
    int m_mostStarved = 0;
    QStringList m_problems;
};

void TestFaults::initTestCase()
{
    QVERIFY(m_sandbox.start().hasValue());
    for (int target = 0; target < tests::targetCount; ++target) {
        QVERIFY(tests::isWrite(Target(target)) || readFair(Target(target)));
    }
}

bool TestFaults::readFair(Target target)
{
    tests::FairAnswer &fair = m_fair[target];
    FaultProxy proxy(m_sandbox.baseUrl(), [&fair](const tests::ReceivedRequest &) {
        return tests::Fault{.answer = [&fair](const QByteArray &message) {
            fair.message = message;
            return message;
        }};
    });
    api::Transport transport;
    QSignalSpy finished(
        transport.send({proxy.url(), m_sandbox.token()}, {"GET", tests::pathOf(target), {}}),
        &api::Job::finished);
    if (!finished.wait(30'000)) {
        return false;
    }
    fair.reply = finished.front().front().value<api::Reply>();
    return fair.reply.httpStatus == 200 && !fair.reply.failure && fair.reply.body.size() > 20;
}

/// FAULTS=all: all. FAULTS=text: those with it in their name. Else a sample with each call, each
/// fault, each place and each ending in it.
std::vector<FaultCase> TestFaults::chosen() const
{
    const std::vector<FaultCase> all = tests::allFaultCases(m_alterations);
    const QString wish = qEnvironmentVariable("FAULTS");
    if (wish == "all"_L1) {
        return all;
    }
    std::vector<FaultCase> some;
    for (size_t i = 0; i < all.size(); ++i) {
        if (wish.isEmpty() ? i % stride == 0 : all[i].name().contains(wish)) {
            some.push_back(all[i]);
        }
    }
    return some;
}

std::unique_ptr<FaultRun> TestFaults::runOf(const FaultCase &what) const
{
    return tests::isWrite(what.target)
               ? tests::makeWriteRun(what)
               : tests::makeReadRun(what, m_sandbox.baseUrl(), m_sandbox.token(),
                                    m_fair.at(what.target));
}

void TestFaults::startMore()
{
    while (!m_waiting.empty() && m_underWay < atOnce(m_waiting.back().target)) {
        FaultRun *run = runOf(m_waiting.back()).release();
        run->setParent(this);
        m_waiting.pop_back();
        ++m_underWay;
        connect(run, &FaultRun::over, this, [this, run] { end(run); });
        run->start();
    }
}

void TestFaults::end(FaultRun *run)
{
    --m_underWay;
    if (run->isStarved() && ++m_starved <= m_mostStarved) {
        m_waiting.insert(m_waiting.begin(), run->faultCase());
    } else if (!run->problems().isEmpty()) {
        m_problems.append(run->faultCase().name() + ": "_L1 + run->problems().join("; "_L1));
    }
    run->disconnect(this);
    run->deleteLater();
    QMetaObject::invokeMethod(this, &TestFaults::startMore, Qt::QueuedConnection);
}

// One row for a sample; for all a row for each call.
void TestFaults::faults_data()
{
    QTest::addColumn<std::vector<FaultCase>>("cases");
    const std::vector<FaultCase> all = chosen();
    if (!qEnvironmentVariableIsSet("FAULTS")) {
        QTest::newRow("sample") << all;
        return;
    }
    for (int target = 0; target < tests::targetCount; ++target) {
        std::vector<FaultCase> cases;
        std::ranges::copy_if(all, std::back_inserter(cases), [target](const FaultCase &what) {
            return what.target == Target(target);
        });
        if (!cases.empty()) {
            QTest::newRow(tests::nameOf(Target(target))) << cases;
        }
    }
}

void TestFaults::faults()
{
    QFETCH(std::vector<FaultCase>, cases);
    const size_t count = cases.size();
    std::ranges::reverse(cases);
    m_waiting = std::move(cases);
    m_starved = 0;
    m_mostStarved = int(count);
    m_problems.clear();
    QElapsedTimer time;
    time.start();
    startMore();
    QTRY_VERIFY_WITH_TIMEOUT(m_underWay == 0 && m_waiting.empty(), 1'500'000);
    qInfo("%zu cases in %.1f s, %d begun anew", count, double(time.elapsed()) / 1000, m_starved);
    for (const QString &problem : m_problems.mid(0, 50)) {
        qInfo().noquote() << problem;
    }
    QVERIFY2(m_problems.isEmpty(),
             qPrintable(u"%1 of %2 cases"_s.arg(m_problems.size()).arg(count)));
    QCOMPARE(m_elsewhere.connectionCount(), 0);
}

void TestFaults::theSampleHasAllThereIs()
{
    if (qEnvironmentVariableIsSet("FAULTS")) {
        return;
    }
    std::set<Target> targets;
    std::set<std::pair<tests::Place, tests::Ending>> places;
    std::set<const tests::Alteration *> used;
    for (const FaultCase &what : chosen()) {
        targets.insert(what.target);
        places.emplace(what.place, what.ending);
        used.insert(what.alteration);
    }
    QCOMPARE(int(targets.size()), tests::targetCount);
    QCOMPARE(int(places.size()), tests::placeCount * tests::endingCount);
    QCOMPARE(used.size(), m_alterations.size());
    QVERIFY(tests::allFaultCases(m_alterations).size() > 2'000);
}

TEST_MAIN(QCoreApplication, TestFaults)

#include "tst_faults.moc"
