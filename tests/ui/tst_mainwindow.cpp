#include "app/submission/outcomes.h"
#include "tests/support/faultproxy.h"
#include "tests/ui/programwindow.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using history::Record;
using tests::ProgramWindow;
using ui::mainwindow::MainWindow;

namespace {

QString shownPair()
{
    return ProgramWindow::find<QComboBox>("From object type"_L1)->currentText() + u" > "_s +
           ProgramWindow::find<QComboBox>("To object type"_L1)->currentText();
}

} // namespace

class TestMainWindow : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void mainJobByKeyboard();
    void whatFailedStaysInTheTable();
    void pastRecordsAreShownUnderTheirRibbon();
    void pairsKeepTheirDrafts();
    void malformedPairIsRefusedInWords();
    void swapExchangesThePair();
    void accountWithoutTokenExplainsItself();
    void reviewIsOffWhileASubmissionRuns();
    void f6GoesRoundThePlaces();
    void paintedComesOnceAndBeforeAnythingIsOpened();
};

void TestMainWindow::mainJobByKeyboard()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    QVERIFY(program.waitUntilRead());
    QSignalSpy finished(&program.runner, &submission::Runner::finished);
    const qsizetype plain = program.rowOf(279);
    const qsizetype primary = program.rowOf(1);
    const qsizetype billing = program.rowOf(28, limits::Category::UserDefined);
    program.enter(plain, u"5"_s);
    program.enter(primary, u"one"_s);
    program.enter(billing, u"many"_s);
    program.reviewAndSubmit();
    QVERIFY(finished.wait());
    const Record record = program.runner.record();
    QCOMPARE(submission::countsOf(submission::outcomesOf(record)).stored, 3);
    QCOMPARE(program.store->read(record.id).value(), record);
    // What is stored is what the account has now, and no draft any more.
    QVERIFY(program.document.isPristine());
    QCOMPARE(program.document.at(plain).live, limits::LiveLimit::of(5));
    QCOMPARE(program.document.at(primary).live, limits::LiveLimit::of(1));
    QCOMPARE(program.document.at(billing).live, limits::LiveLimit::many());
    QCOMPARE(ProgramWindow::find<QTableView>("Results"_L1)->model()->rowCount(), 3);
    QVERIFY(ProgramWindow::history(1));
    QVERIFY(program.window.statusBar()->currentMessage().contains(u"Saved 3 of 3"_s));
}

void TestMainWindow::whatFailedStaysInTheTable()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    QVERIFY(program.waitUntilRead());
    QSignalSpy finished(&program.runner, &submission::Runner::finished);
    program.enter(program.rowOf(1), u"1"_s);
    // There is no such type.
    program.typeRow(u"31"_s, u"2"_s);
    program.reviewAndSubmit();
    QVERIFY(finished.wait());
    QCOMPARE(submission::countsOf(submission::outcomesOf(program.runner.record())).failed, 1);
    QCOMPARE(program.document.drafts().size(), size_t(1));
    QCOMPARE(program.document.drafts().front().typeId, u"31"_s);
    QVERIFY(program.window.statusBar()->currentMessage().contains(u"Saved 1 of 2"_s));
}

void TestMainWindow::pastRecordsAreShownUnderTheirRibbon()
{
    const QTemporaryDir folder;
    {
        ProgramWindow program(folder.path());
        QSignalSpy finished(&program.runner, &submission::Runner::finished);
        QVERIFY(program.waitUntilRead());
        program.enter(program.rowOf(279), u"5"_s);
        program.reviewAndSubmit();
        QVERIFY(finished.wait());
    }
    ProgramWindow program(folder.path());
    QVERIFY(program.waitUntilRead());
    QSignalSpy finished(&program.runner, &submission::Runner::finished);
    auto *list = ProgramWindow::history(1);
    QVERIFY(list);
    QTest::keyClick(&program.window, Qt::Key_H, Qt::ControlModifier);
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Space);
    QTRY_VERIFY(ProgramWindow::find<QPushButton>("Back to the latest"_L1));
    QCOMPARE(ProgramWindow::find<QTableView>("Results"_L1)->model()->rowCount(), 1);
    QTest::mouseClick(ProgramWindow::find<QPushButton>("Back to the latest"_L1), Qt::LeftButton);
    QVERIFY(!ProgramWindow::find<QPushButton>("Back to the latest"_L1));
    // A new submission takes the place of a past record.
    QTest::keyClick(&program.window, Qt::Key_H, Qt::ControlModifier);
    QTest::keyClick(list, Qt::Key_Space);
    program.enter(program.rowOf(1), u"1"_s);
    program.reviewAndSubmit();
    QVERIFY(finished.wait());
    QVERIFY(!ProgramWindow::find<QPushButton>("Back to the latest"_L1));
    QCOMPARE(list->model()->rowCount(), 2);
}

void TestMainWindow::pairsKeepTheirDrafts()
{
    const QTemporaryDir folder;
    {
        ProgramWindow program(folder.path());
        QVERIFY(program.waitUntilRead());
        program.enter(program.rowOf(279), u"5"_s);
        program.typeRow(u"77"_s, u"2"_s);
        // Closing takes along what is still being typed.
        program.window.close();
    }
    ProgramWindow program(folder.path());
    QCOMPARE(program.document.drafts().size(), size_t(2));
    QVERIFY(program.waitUntilRead());
    QCOMPARE(program.document.at(program.rowOf(279)).limit, 5);
    QCOMPARE(program.document.drafts().size(), size_t(2));
    auto *from = ProgramWindow::find<QComboBox>("From object type"_L1);
    from->lineEdit()->selectAll();
    QTest::keyClicks(from->lineEdit(), u"deal"_s);
    QTest::keyClick(from->lineEdit(), Qt::Key_Return);
    QCOMPARE(shownPair(), u"Deals (0-3) > Companies (0-2)"_s);
    QVERIFY(program.document.drafts().empty());
    QTest::keyClick(&program.window, Qt::Key_L, Qt::ControlModifier);
    QVERIFY(from->lineEdit()->hasFocus());
    QTest::keyClicks(from->lineEdit(), u"0-1"_s);
    QTest::keyClick(from->lineEdit(), Qt::Key_Return);
    QCOMPARE(program.document.drafts().size(), size_t(2));
}

void TestMainWindow::malformedPairIsRefusedInWords()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    program.typeRow(u"77"_s, u"5"_s);
    auto *to = ProgramWindow::find<QComboBox>("To object type"_L1);
    to->lineEdit()->selectAll();
    QTest::keyClicks(to->lineEdit(), u"my pets"_s);
    QTest::keyClick(to->lineEdit(), Qt::Key_Return);
    QVERIFY(!ProgramWindow::find<QPushButton>("Review"_L1)->isEnabled());
    QVERIFY(!ProgramWindow::find<QTableView>("Limits"_L1)->isEnabled());
    QTest::keyClick(&program.window, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!ProgramWindow::find<QPushButton>("Submit"_L1));
    // The draft of the pair that was open is still that pair's.
    to->lineEdit()->selectAll();
    QTest::keyClicks(to->lineEdit(), u"p123_pets"_s);
    QTest::keyClick(to->lineEdit(), Qt::Key_Return);
    QCOMPARE(shownPair(), u"Contacts (0-1) > p123_pets"_s);
    QVERIFY(program.document.drafts().empty());
    QVERIFY(ProgramWindow::find<QTableView>("Limits"_L1)->isEnabled());
}

void TestMainWindow::swapExchangesThePair()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    QTest::keyClick(&program.window, Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shownPair(), u"Companies (0-2) > Contacts (0-1)"_s);
    QCOMPARE(program.document.pair(), (limits::Pair{u"0-2"_s, u"0-1"_s}));
}

void TestMainWindow::accountWithoutTokenExplainsItself()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    QVERIFY(program.waitUntilRead());
    program.enter(program.rowOf(279), u"5"_s);
    auto *box = ProgramWindow::find<QComboBox>("Account"_L1);
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(box->currentText(), u"HubSpot"_s);
    // All of the steps can be read, although they were set before the banner was shown.
    const auto *steps = ProgramWindow::find<QTextEdit>("Message"_L1);
    QVERIFY(steps->toPlainText().contains(u"HUBSPOT_ACCESS_TOKEN"_s));
    QTRY_VERIFY(steps->height() >= int(steps->document()->size().height()));
    // Each account has drafts of its own.
    QCOMPARE(program.document.rowCount(), 0);
    program.typeRow(u"279"_s, u"5"_s);
    auto *review = ProgramWindow::find<QPushButton>("Review"_L1);
    QVERIFY(!review->isEnabled());
    QVERIFY(review->toolTip().contains(u"token"_s));
    QTest::keyClick(box, Qt::Key_Up);
    QCOMPARE(program.document.drafts().size(), size_t(1));
    QVERIFY(review->isEnabled());
}

void TestMainWindow::reviewIsOffWhileASubmissionRuns()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path(), false);
    tests::FaultProxy proxy(program.sandbox.baseUrl(), [](const tests::ReceivedRequest &request) {
        return request.method() == "POST" ? tests::fault::answerLost(tests::Fault::Ending::KeepOpen)
                                          : tests::fault::none();
    });
    program.transport.setTimeouts({500ms, 1000ms});
    program.open(accounts::Kind::Sandbox, proxy.url());
    QVERIFY(program.waitUntilRead());
    QSignalSpy finished(&program.runner, &submission::Runner::finished);
    const qsizetype plain = program.rowOf(279);
    program.enter(plain, u"5"_s);
    program.reviewAndSubmit();
    QTRY_COMPARE(proxy.count("POST"), 1);
    auto *review = ProgramWindow::find<QPushButton>("Review"_L1);
    QVERIFY(!review->isEnabled());
    QTest::keyClick(&program.window, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!ProgramWindow::find<QPushButton>("Submit"_L1));
    QVERIFY(finished.wait());
    // The answer never came; reading back shows what is the case.
    QCOMPARE(proxy.count("POST"), 1);
    QCOMPARE(program.document.at(plain).live, limits::LiveLimit::of(5));
    QVERIFY(program.document.isPristine());
}

void TestMainWindow::f6GoesRoundThePlaces()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    QVERIFY(program.waitUntilRead());
    QSignalSpy finished(&program.runner, &submission::Runner::finished);
    auto *limits = ProgramWindow::find<QTableView>("Limits"_L1);
    limits->setFocus();
    // Results and history have nothing to go to yet.
    QTest::keyClick(&program.window, Qt::Key_F6);
    QVERIFY(limits->hasFocus());
    program.enter(program.rowOf(279), u"5"_s);
    program.reviewAndSubmit();
    QVERIFY(finished.wait());
    QVERIFY(program.activate());
    QVERIFY(ProgramWindow::history(1));
    limits->setFocus();
    QTest::keyClick(&program.window, Qt::Key_F6);
    QVERIFY(!limits->hasFocus());
    QTest::keyClick(&program.window, Qt::Key_F6);
    QVERIFY(ProgramWindow::find<QListView>("History"_L1)->hasFocus());
    QTest::keyClick(&program.window, Qt::Key_F6);
    QVERIFY(limits->hasFocus());
}

void TestMainWindow::paintedComesOnceAndBeforeAnythingIsOpened()
{
    const QTemporaryDir folder;
    support::SystemClock clock;
    support::Settings settings(folder.filePath(u"settings.ini"_s));
    const auto types = limits::ObjectTypes::standard();
    const auto associations = limits::AssociationTypes::hubSpotDefined();
    limits::Document document(associations);
    limits::DraftStore draftStore(folder.filePath(u"drafts"_s));
    limits::DraftKeeper drafts(document, draftStore);
    live::AccountCache cache(folder.filePath(u"accounts"_s));
    api::Transport transport;
    api::Gate gate(clock);
    api::Reader reader(transport, gate);
    submission::Runner runner(transport, gate, reader, clock);
    submission::Reconciler reconciler(transport, gate, reader, clock);
    accounts::Vault vault;
    accounts::NetworkKeeper network(transport, settings, vault);
    MainWindow window({clock, types, associations, document, drafts, gate, reader, cache, runner,
                       reconciler, settings, network});
    QSignalSpy painted(&window, &MainWindow::painted);
    window.show();
    QVERIFY(painted.wait());
    window.update();
    QTest::qWait(0);
    QCOMPARE(painted.count(), 1);
    // Nothing can be submitted to nowhere.
    document.append({{u"279"_s, {}, u"5"_s}}, {});
    QVERIFY(!ProgramWindow::find<QPushButton>("Review"_L1)->isEnabled());
}

TEST_MAIN(QApplication, TestMainWindow)
#include "tst_mainwindow.moc"
