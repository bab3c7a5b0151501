#include "app/submission/outcomes.h"
#include "tests/support/faultproxy.h"
#include "tests/ui/programwindow.h"
#include "ui/results/progressrow.h"
#include "ui/results/resultsmodel.h"
#include "ui/results/resultspanel.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using limits::Category;
using submission::Outcome;
using submission::Runner;
using tests::Fault;
using tests::FaultProxy;
using tests::ProgramWindow;
using tests::ReceivedRequest;
namespace fault = tests::fault;

namespace {

bool isLimits(const ReceivedRequest &request)
{
    return request.method() == "GET" && request.target().contains("/configurations/");
}

Fault forbidden()
{
    return fault::instead(tests::script::message(403, {}, R"({"status":"error","message":"No."})"));
}

QPushButton *checkAgain()
{
    return ProgramWindow::find<QPushButton>("Check again"_L1);
}

QPushButton *submitAgain()
{
    return ProgramWindow::find<QPushButton>("Submit failed again"_L1);
}

QPushButton *backToLatest()
{
    return ProgramWindow::find<QPushButton>("Back to the latest"_L1);
}

std::vector<Outcome> outcomes(const history::Record &record)
{
    std::vector<Outcome> result;
    for (const auto &limit : submission::outcomesOf(record)) {
        result.push_back(limit.outcome);
    }
    return result;
}

QString shownOutcome()
{
    const auto *model = ProgramWindow::find<QTableView>("Results"_L1)->model();
    return model->index(0, int(ui::results::ResultsModel::Column::Outcome)).data().toString();
}

void choose(QListView &history, int row)
{
    history.setFocus();
    history.setCurrentIndex({});
    history.setCurrentIndex(history.model()->index(row, 0));
}

/// A window whose sandbox stands behind a proxy that loses the answers of writes, and, unless told
/// otherwise, lets nobody read limits once something was written.
struct Weather
{
    explicit Weather(const QString &folder)
        : program(folder, false)
        , proxy(program.sandbox.baseUrl(), [this](const ReceivedRequest &request) {
            if (request.method() == "POST" && storm) {
                blind = !seesAll;
                return onWrite;
            }
            return isLimits(request) && blind ? forbidden() : fault::none();
        })
    {
        program.open(accounts::Kind::Sandbox, proxy.url());
    }
    /// Submits one limit, or two, and waits for the end.
    [[nodiscard]] bool submit(bool two = false)
    {
        if (!program.waitUntilRead()) {
            return false;
        }
        QSignalSpy finished(&program.runner, &Runner::finished);
        program.enter(program.rowOf(1), u"4"_s);
        if (two) {
            program.enter(program.rowOf(30, Category::UserDefined), u"2"_s);
        }
        program.reviewAndSubmit();
        return finished.wait();
    }
    void clearUp()
    {
        storm = false;
        blind = false;
    }

    bool storm = true;
    bool seesAll = false; ///< limits can be read all the time
    bool blind = false;
    Fault onWrite = fault::answerLost();
    ProgramWindow program;
    FaultProxy proxy;
};

} // namespace

/// What became of limits whose outcome was left open: read back again, or submitted again.
class TestCheckAgain : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatWasStored();
    void mayFailAgain();
    void pastRecordsToo();
    void theLatestStaysTheLatest();
    void anOldAnswerSettlesNoDraft();
    void onlyOfTheAccountThatIsOpen();
    void submitsOnlyWhatFailed();
    void isNotOfferedForAnotherPair();
    void waitsAndCanBeStopped();
    void closesWhileWaiting();
};

void TestCheckAgain::findsWhatWasStored()
{
    const QTemporaryDir folder;
    Weather weather(folder.path());
    QVERIFY(weather.submit());
    QCOMPARE(shownOutcome(), u"Unknown"_s);
    QVERIFY(!weather.program.document.isPristine());
    QVERIFY(checkAgain() && checkAgain()->isEnabled());
    QVERIFY(submitAgain());
    weather.clearUp();
    QSignalSpy finished(&weather.program.runner, &Runner::finished);
    checkAgain()->click();
    QVERIFY(finished.wait());
    QCOMPARE(shownOutcome(), u"Stored"_s);
    QCOMPARE(weather.proxy.count("POST"), 1);
    QVERIFY(weather.program.document.isPristine());
    QVERIFY(!checkAgain() && !submitAgain() && !backToLatest());
    const QString said = weather.program.window.statusBar()->currentMessage();
    QCOMPARE(said, u"Checked: 1 stored."_s);
}

void TestCheckAgain::mayFailAgain()
{
    const QTemporaryDir folder;
    Weather weather(folder.path());
    QVERIFY(weather.submit());
    QSignalSpy finished(&weather.program.runner, &Runner::finished);
    checkAgain()->click();
    QVERIFY(!checkAgain()->isEnabled());
    QVERIFY(checkAgain()->toolTip().contains(u"being read back"_s));
    QVERIFY(!submitAgain());
    QVERIFY(finished.wait());
    QCOMPARE(shownOutcome(), u"Unknown"_s);
    QVERIFY(!weather.program.document.isPristine());
    QVERIFY(checkAgain()->isEnabled() && submitAgain());
    QCOMPARE(weather.program.window.statusBar()->currentMessage(), u"Checked: 1 unknown."_s);
}

void TestCheckAgain::pastRecordsToo()
{
    const QTemporaryDir folder;
    {
        Weather weather(folder.path());
        QVERIFY(weather.submit());
    }
    Weather weather(folder.path());
    ProgramWindow &program = weather.program;
    QVERIFY(program.waitUntilRead());
    auto *history = ProgramWindow::history(1);
    QVERIFY(history);
    choose(*history, 0);
    QVERIFY(backToLatest() && checkAgain()->isEnabled());
    QVERIFY(!submitAgain());
    QSignalSpy finished(&program.runner, &Runner::finished);
    checkAgain()->click();
    QVERIFY(finished.wait());
    // It is still a past one, and there is no latest.
    QVERIFY(backToLatest());
    QCOMPARE(shownOutcome(), u"Stored"_s);
    QCOMPARE(outcomes(program.store->read(program.runner.record().id).value()),
             std::vector{Outcome::Stored});
    QVERIFY(program.document.isPristine());
    QCOMPARE(program.window.statusBar()->currentMessage(), u"Checked: 1 stored."_s);
    QCOMPARE(weather.proxy.count("POST"), 0);
    backToLatest()->click();
    QVERIFY(!ProgramWindow::find<QTableView>("Results"_L1));
}

void TestCheckAgain::theLatestStaysTheLatest()
{
    const QTemporaryDir folder;
    {
        Weather weather(folder.path());
        QVERIFY(weather.submit());
    }
    Weather weather(folder.path());
    ProgramWindow &program = weather.program;
    weather.clearUp();
    QVERIFY(program.waitUntilRead());
    QSignalSpy finished(&program.runner, &Runner::finished);
    program.enter(program.rowOf(30, Category::UserDefined), u"2"_s);
    program.reviewAndSubmit();
    QVERIFY(finished.wait());
    const QUuid latest = program.runner.record().id;
    auto *history = ProgramWindow::history(2);
    QVERIFY(history);
    choose(*history, 1);
    QCOMPARE(shownOutcome(), u"Unknown"_s);
    checkAgain()->click();
    QVERIFY(finished.wait());
    QVERIFY(program.runner.record().id != latest);
    QCOMPARE(shownOutcome(), u"Stored"_s);
    QVERIFY(backToLatest());
    backToLatest()->click();
    QVERIFY(!backToLatest());
    QCOMPARE(program.window.findChild<ui::results::ResultsPanel *>()->record().id, latest);
}

void TestCheckAgain::anOldAnswerSettlesNoDraft()
{
    const QTemporaryDir folder;
    Weather weather(folder.path());
    ProgramWindow &program = weather.program;
    QVERIFY(program.waitUntilRead());
    // Long ago an answer said that the limit of type 1 is 4, and nothing of type 30.
    history::Record old;
    old.id = QUuid::createUuid();
    old.createdAt = QDateTime::currentDateTimeUtc().addYears(-1);
    old.accountId = u"sandbox"_s;
    old.pair = program.document.pair();
    old.state = history::Record::State::Finished;
    history::Exchange exchange;
    exchange.request.pair = old.pair;
    exchange.request.changes = {{Category::HubSpotDefined, 1, 4, {}},
                                {Category::UserDefined, 30, 2, {}}};
    exchange.method = "POST";
    exchange.path = "/write";
    exchange.state = history::Exchange::State::Answered;
    exchange.sentAt = old.createdAt;
    exchange.answeredAt = old.createdAt;
    exchange.reply = api::Reply{};
    exchange.reply->httpStatus = 201;
    exchange.reply->body = R"({"status":"COMPLETE","results":[)"
                           R"({"category":"HUBSPOT_DEFINED","typeId":1,)"
                           R"("userEnforcedMaxToObjectIds":4}]})";
    old.exchanges = {exchange};
    QVERIFY(program.store->add(old, submission::countsOf(submission::outcomesOf(old))).hasValue());
    // Now it is to be 4 again.
    program.enter(program.rowOf(1), u"4"_s);
    auto *history = ProgramWindow::history(1);
    QVERIFY(history);
    choose(*history, 0);
    QVERIFY(checkAgain());
    QSignalSpy finished(&program.runner, &Runner::finished);
    weather.blind = true;
    checkAgain()->click();
    QVERIFY(finished.wait());
    QCOMPARE(outcomes(program.runner.record()).at(0), Outcome::Stored);
    QCOMPARE(program.document.edits().size(), size_t(1));
    weather.blind = false;
    checkAgain()->click();
    QVERIFY(finished.wait());
    QCOMPARE(outcomes(program.runner.record()).at(0), Outcome::StoredDifferently);
    QCOMPARE(program.document.edits().size(), size_t(1));
}

void TestCheckAgain::onlyOfTheAccountThatIsOpen()
{
    const QTemporaryDir folder;
    Weather weather(folder.path());
    QVERIFY(weather.submit());
    auto *account = ProgramWindow::find<QComboBox>("Account"_L1);
    QTest::keyClick(account, Qt::Key_Down);
    QVERIFY(!checkAgain()->isEnabled());
    QVERIFY(checkAgain()->toolTip().contains(u"token"_s));
    QVERIFY(!submitAgain());
    weather.program.setAccounts(
        {{ProgramWindow::account(u"other"_s, u"Other"_s, accounts::Kind::Unknown,
                                 weather.proxy.url()),
          "token"}});
    QVERIFY(!checkAgain()->isEnabled());
    QVERIFY(checkAgain()->toolTip().contains(u"account Sandbox"_s));
    weather.clearUp();
    QVERIFY(weather.program.activate());
    weather.program.open(accounts::Kind::Sandbox, weather.proxy.url());
    QVERIFY(checkAgain()->isEnabled());
    QVERIFY(submitAgain());
}

void TestCheckAgain::submitsOnlyWhatFailed()
{
    const QTemporaryDir folder;
    Weather weather(folder.path());
    ProgramWindow &program = weather.program;
    weather.onWrite = {.forwarded = true,
                       .answer = fault::rewritten(207, fault::failing(1, u"No."_s)).answer};
    QVERIFY(weather.submit(true));
    QCOMPARE(outcomes(program.runner.record()), (std::vector{Outcome::Stored, Outcome::Failed}));
    weather.clearUp();
    QVERIFY(program.activate());
    QTest::keyClick(&program.window, Qt::Key_F5);
    const qsizetype failed = program.rowOf(30, Category::UserDefined);
    QTRY_COMPARE(program.document.at(failed).live, limits::LiveLimit::of(2));
    program.enter(failed, u"3"_s); // corrected meanwhile
    // A row that was no part of it is no part of the next one.
    program.enter(program.rowOf(279), u"7"_s);
    QCOMPARE(program.document.edits().size(), size_t(2));
    QVERIFY(submitAgain());
    submitAgain()->click();
    QPushButton *submit = nullptr;
    QTRY_VERIFY((submit = ProgramWindow::find<QPushButton>("Submit"_L1)) && submit->isEnabled());
    QSignalSpy finished(&program.runner, &Runner::finished);
    QTest::keyClick(submit, Qt::Key_Return);
    QVERIFY(finished.wait());
    const history::Record &record = program.runner.record();
    QCOMPARE(record.exchanges.size(), size_t(1));
    QCOMPARE(record.exchanges[0].request.changes.size(), size_t(1));
    QCOMPARE(record.exchanges[0].request.changes[0].typeId, 30);
    QCOMPARE(record.exchanges[0].request.changes[0].limit, 3);
    QCOMPARE(outcomes(record), std::vector{Outcome::Stored});
    QCOMPARE(program.document.edits().size(), size_t(1));
    QVERIFY(!submitAgain());
}

void TestCheckAgain::isNotOfferedForAnotherPair()
{
    const QTemporaryDir folder;
    Weather weather(folder.path());
    ProgramWindow &program = weather.program;
    QVERIFY(weather.submit());
    weather.clearUp();
    QVERIFY(submitAgain());
    program.window.openPair(program.type(u"0-3"), program.type(u"0-2"));
    QVERIFY(!submitAgain());
    QVERIFY(checkAgain()->isEnabled());
    program.window.openPair(program.type(u"0-1"), program.type(u"0-2"));
    QVERIFY(submitAgain());
    // Rows that were taken out meanwhile are not brought back.
    QVERIFY(program.waitUntilRead());
    program.document.discard({program.rowOf(1)}, {});
    submitAgain()->click();
    QCOMPARE(program.window.statusBar()->currentMessage(),
             u"Nothing is left to submit of these rows."_s);
    QVERIFY(!ProgramWindow::find<QPushButton>("Submit"_L1));
}

void TestCheckAgain::waitsAndCanBeStopped()
{
    const QTemporaryDir folder;
    Weather weather(folder.path());
    ProgramWindow &program = weather.program;
    weather.onWrite = fault::dropped();
    weather.seesAll = true;
    program.runner.setLookAgainDelays({60s});
    QVERIFY(program.waitUntilRead());
    QSignalSpy finished(&program.runner, &Runner::finished);
    program.enter(program.rowOf(1), u"4"_s);
    program.reviewAndSubmit();
    QTRY_COMPARE(program.runner.phase(), submission::Phase::Waiting);
    const auto *row = program.window.findChild<ui::results::ProgressRow *>();
    const QString words = row->findChild<QLabel *>()->text();
    QVERIFY2(words.startsWith(u"HubSpot still shows something else; looking again in "_s),
             qPrintable(words));
    // What is waited for may come true; until then it is not called a failure.
    QVERIFY(!checkAgain()->isEnabled() && !submitAgain());
    QVERIFY(!ProgramWindow::find<QPushButton>("Review"_L1)->isEnabled());
    row->findChild<QPushButton *>()->click();
    QVERIFY(finished.wait());
    QVERIFY(!row->isVisible());
    QCOMPARE(shownOutcome(), u"Not stored (HubSpot has no limit)"_s);
    QVERIFY(checkAgain()->isEnabled() && submitAgain());
    QVERIFY(!program.document.isPristine());
}

void TestCheckAgain::closesWhileWaiting()
{
    const QTemporaryDir folder;
    Weather weather(folder.path());
    ProgramWindow &program = weather.program;
    weather.onWrite = fault::dropped();
    weather.seesAll = true;
    program.runner.setLookAgainDelays({60s});
    QVERIFY(program.waitUntilRead());
    program.enter(program.rowOf(1), u"4"_s);
    program.reviewAndSubmit();
    QTRY_COMPARE(program.runner.phase(), submission::Phase::Waiting);
    program.window.close();
    QTRY_VERIFY(!program.window.isVisible());
    QVERIFY(!program.runner.isRunning());
}

TEST_MAIN(QApplication, TestCheckAgain)
#include "tst_checkagain.moc"
