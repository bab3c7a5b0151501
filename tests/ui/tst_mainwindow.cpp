#include "app/sandbox/sandbox.h"
#include "app/submission/outcomes.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "ui/mainwindow/mainwindow.h"

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
using ui::mainwindow::MainWindow;

namespace {

/// The program as main() puts it together, with a folder of its own.
struct Program
{
    explicit Program(const QString &folder)
        : settings(folder + u"/settings.ini"_s)
        , draftStore(folder + u"/drafts"_s)
        , sandbox(folder + u"/sandbox.json"_s, clock)
        , store(std::move(history::Store::open(folder, clock)).value())
    {
        transport.setTimeouts({2000ms, 5000ms});
        QVERIFY(sandbox.start().hasValue());
        runner.setStore(store.get());
        window.setHistory(store.get());
        window.setAccounts({{u"sandbox"_s,
                             u"Sandbox"_s,
                             accounts::Kind::Sandbox,
                             {sandbox.baseUrl(), sandbox.token()}},
                            {u"hubspot"_s,
                             u"HubSpot"_s,
                             accounts::Kind::Unknown,
                             {QUrl(u"https://api.hubapi.com"_s), {}}}},
                           u"sandbox"_s);
        window.openPair(type(u"0-1"), type(u"0-2"));
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

    [[nodiscard]] limits::ObjectType type(QStringView id) const { return types.byId(id).value(); }

    /// The control with that accessible name, in any window.
    template<typename Widget> [[nodiscard]] static Widget *find(QLatin1StringView name)
    {
        for (QWidget *widget : QApplication::allWidgets()) {
            auto *wanted = qobject_cast<Widget *>(widget);
            if (wanted && wanted->accessibleName() == name && wanted->isVisible()) {
                return wanted;
            }
        }
        return nullptr;
    }

    void typeRow(const QString &typeId, const QString &limit)
    {
        QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), typeId);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), limit);
    }

    /// There is no window manager offscreen to do it when a dialog closes.
    bool activate()
    {
        window.activateWindow();
        return QTest::qWaitFor([this] { return window.isActiveWindow(); });
    }

    void reviewAndSubmit()
    {
        QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(find<QPushButton>("Submit"_L1));
        QTest::keyClick(find<QPushButton>("Submit"_L1), Qt::Key_Return);
    }

    support::SystemClock clock;
    support::Settings settings;
    limits::ObjectTypes types = limits::ObjectTypes::standard();
    limits::AssociationTypes associations = limits::AssociationTypes::hubSpotDefined();
    limits::Document document{associations};
    limits::DraftStore draftStore;
    limits::DraftKeeper drafts{document, draftStore};
    api::Transport transport;
    api::Gate gate{clock, {5, 0}};
    api::Reader reader{transport, gate, {1, 10ms}};
    submission::Runner runner{transport, gate, reader, clock};
    sandbox::Sandbox sandbox;
    std::unique_ptr<history::Store> store;
    MainWindow window{
        {clock, types, associations, document, drafts, gate, reader, runner, settings}};
};

QString shownPair()
{
    return Program::find<QComboBox>("From object type"_L1)->currentText() + u" > "_s +
           Program::find<QComboBox>("To object type"_L1)->currentText();
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
    Program program(folder.path());
    QSignalSpy finished(&program.runner, &submission::Runner::finished);
    program.typeRow(u"279"_s, u"5"_s);
    program.typeRow(u"1"_s, u"1"_s);
    program.reviewAndSubmit();
    QVERIFY(finished.wait());
    const Record record = program.runner.record();
    QCOMPARE(record.exchanges.at(0).reply->httpStatus, 201);
    QCOMPARE(submission::countsOf(submission::outcomesOf(record)).stored, 2);
    QCOMPARE(program.store->read(record.id).value(), record);
    // What is stored is no draft any more, and can be brought back.
    QCOMPARE(program.document.rowCount(), 0);
    QVERIFY(program.activate());
    QTest::keyClick(&program.window, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(program.document.rowCount(), 2);
    QCOMPARE(Program::find<QTableView>("Results"_L1)->model()->rowCount(), 2);
    QCOMPARE(Program::find<QListView>("History"_L1)->model()->rowCount(), 1);
    QVERIFY(program.window.statusBar()->currentMessage().contains(u"Saved 2 of 2"_s));
}

void TestMainWindow::whatFailedStaysInTheTable()
{
    const QTemporaryDir folder;
    Program program(folder.path());
    QSignalSpy finished(&program.runner, &submission::Runner::finished);
    program.typeRow(u"1"_s, u"1"_s);
    // The sandbox has a limit for this label already, and no such type as the last.
    program.typeRow(u"28"_s, u"2"_s);
    program.typeRow(u"31"_s, u"2"_s);
    program.reviewAndSubmit();
    QVERIFY(finished.wait());
    QCOMPARE(program.runner.record().exchanges.at(0).reply->httpStatus, 207);
    QCOMPARE(program.document.rowCount(), 2);
    QCOMPARE(program.document.at(0).typeId, 28);
    QVERIFY(program.window.statusBar()->currentMessage().contains(u"Saved 1 of 3"_s));
}

void TestMainWindow::pastRecordsAreShownUnderTheirRibbon()
{
    const QTemporaryDir folder;
    {
        Program program(folder.path());
        QSignalSpy finished(&program.runner, &submission::Runner::finished);
        program.typeRow(u"279"_s, u"5"_s);
        program.reviewAndSubmit();
        QVERIFY(finished.wait());
    }
    Program program(folder.path());
    QSignalSpy finished(&program.runner, &submission::Runner::finished);
    auto *list = Program::find<QListView>("History"_L1);
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(&program.window, Qt::Key_H, Qt::ControlModifier);
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Space);
    QTRY_VERIFY(Program::find<QPushButton>("Back to the latest"_L1));
    QCOMPARE(Program::find<QTableView>("Results"_L1)->model()->rowCount(), 1);
    QTest::mouseClick(Program::find<QPushButton>("Back to the latest"_L1), Qt::LeftButton);
    QVERIFY(!Program::find<QPushButton>("Back to the latest"_L1));
    // A new submission takes the place of a past record.
    QTest::keyClick(&program.window, Qt::Key_H, Qt::ControlModifier);
    QTest::keyClick(list, Qt::Key_Space);
    program.typeRow(u"1"_s, u"1"_s);
    program.reviewAndSubmit();
    QVERIFY(finished.wait());
    QVERIFY(!Program::find<QPushButton>("Back to the latest"_L1));
    QCOMPARE(list->model()->rowCount(), 2);
}

void TestMainWindow::pairsKeepTheirDrafts()
{
    const QTemporaryDir folder;
    {
        Program program(folder.path());
        program.typeRow(u"279"_s, u"5"_s);
        // Closing takes along what is still being typed.
        program.window.close();
    }
    Program program(folder.path());
    QCOMPARE(program.document.row(0), (limits::DraftRow{u"279"_s, {}, u"5"_s}));
    auto *from = Program::find<QComboBox>("From object type"_L1);
    from->lineEdit()->selectAll();
    QTest::keyClicks(from->lineEdit(), u"deal"_s);
    QTest::keyClick(from->lineEdit(), Qt::Key_Return);
    QCOMPARE(shownPair(), u"Deals (0-3) > Companies (0-2)"_s);
    QCOMPARE(program.document.rowCount(), 0);
    QTest::keyClick(&program.window, Qt::Key_L, Qt::ControlModifier);
    QVERIFY(from->lineEdit()->hasFocus());
    QTest::keyClicks(from->lineEdit(), u"0-1"_s);
    QTest::keyClick(from->lineEdit(), Qt::Key_Return);
    QCOMPARE(program.document.rowCount(), 1);
}

void TestMainWindow::malformedPairIsRefusedInWords()
{
    const QTemporaryDir folder;
    Program program(folder.path());
    program.typeRow(u"279"_s, u"5"_s);
    auto *to = Program::find<QComboBox>("To object type"_L1);
    to->lineEdit()->selectAll();
    QTest::keyClicks(to->lineEdit(), u"my pets"_s);
    QTest::keyClick(to->lineEdit(), Qt::Key_Return);
    QVERIFY(!Program::find<QPushButton>("Review"_L1)->isEnabled());
    QVERIFY(!Program::find<QTableView>("Limits"_L1)->isEnabled());
    QTest::keyClick(&program.window, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!Program::find<QPushButton>("Submit"_L1));
    // The draft of the pair that was open is still that pair's.
    to->lineEdit()->selectAll();
    QTest::keyClicks(to->lineEdit(), u"p123_pets"_s);
    QTest::keyClick(to->lineEdit(), Qt::Key_Return);
    QCOMPARE(shownPair(), u"Contacts (0-1) > p123_pets"_s);
    QCOMPARE(program.document.rowCount(), 0);
    QVERIFY(Program::find<QTableView>("Limits"_L1)->isEnabled());
}

void TestMainWindow::swapExchangesThePair()
{
    const QTemporaryDir folder;
    Program program(folder.path());
    QTest::keyClick(&program.window, Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(shownPair(), u"Companies (0-2) > Contacts (0-1)"_s);
    QCOMPARE(program.document.pair(), (limits::Pair{u"0-2"_s, u"0-1"_s}));
}

void TestMainWindow::accountWithoutTokenExplainsItself()
{
    const QTemporaryDir folder;
    Program program(folder.path());
    program.typeRow(u"279"_s, u"5"_s);
    auto *box = Program::find<QComboBox>("Account"_L1);
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(box->currentText(), u"HubSpot"_s);
    // All of the steps can be read, although they were set before the banner was shown.
    const auto *steps = Program::find<QTextEdit>("Message"_L1);
    QVERIFY(steps->toPlainText().contains(u"HUBSPOT_ACCESS_TOKEN"_s));
    QTRY_VERIFY(steps->height() >= int(steps->document()->size().height()));
    // Each account has drafts of its own.
    QCOMPARE(program.document.rowCount(), 0);
    program.typeRow(u"279"_s, u"5"_s);
    auto *review = Program::find<QPushButton>("Review"_L1);
    QVERIFY(!review->isEnabled());
    QVERIFY(review->toolTip().contains(u"token"_s));
    QTest::keyClick(box, Qt::Key_Up);
    QCOMPARE(program.document.rowCount(), 1);
    QVERIFY(review->isEnabled());
}

void TestMainWindow::reviewIsOffWhileASubmissionRuns()
{
    const QTemporaryDir folder;
    // A write that is lost, and limits that may not be read afterwards.
    tests::ScriptedServer server({tests::script::hangs(), tests::script::answer(403, "{}")});
    Program program(folder.path());
    program.window.setAccounts(
        {{u"hubspot"_s, u"HubSpot"_s, accounts::Kind::Unknown, {server.url(), "token"}}},
        u"hubspot"_s);
    program.window.openPair(program.type(u"0-1"), program.type(u"0-2"));
    QSignalSpy finished(&program.runner, &submission::Runner::finished);
    program.typeRow(u"279"_s, u"5"_s);
    program.reviewAndSubmit();
    QTRY_COMPARE(server.count("POST"), 1);
    auto *review = Program::find<QPushButton>("Review"_L1);
    QVERIFY(!review->isEnabled());
    QTest::keyClick(&program.window, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!Program::find<QPushButton>("Submit"_L1));
    QVERIFY(finished.wait());
    // The outcome is unknown, so the row stays, and whether to send it again is up to a person.
    QCOMPARE(program.document.rowCount(), 1);
    QVERIFY(review->isEnabled());
    QCOMPARE(server.count("POST"), 1);
}

void TestMainWindow::f6GoesRoundThePlaces()
{
    const QTemporaryDir folder;
    Program program(folder.path());
    QSignalSpy finished(&program.runner, &submission::Runner::finished);
    auto *limits = Program::find<QTableView>("Limits"_L1);
    limits->setFocus();
    // Results and history have nothing to go to yet.
    QTest::keyClick(&program.window, Qt::Key_F6);
    QVERIFY(limits->hasFocus());
    program.typeRow(u"279"_s, u"5"_s);
    program.reviewAndSubmit();
    QVERIFY(finished.wait());
    QVERIFY(program.activate());
    limits->setFocus();
    QTest::keyClick(&program.window, Qt::Key_F6);
    QVERIFY(!limits->hasFocus());
    QTest::keyClick(&program.window, Qt::Key_F6);
    QVERIFY(Program::find<QListView>("History"_L1)->hasFocus());
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
    api::Transport transport;
    api::Gate gate(clock);
    api::Reader reader(transport, gate);
    submission::Runner runner(transport, gate, reader, clock);
    MainWindow window(
        {clock, types, associations, document, drafts, gate, reader, runner, settings});
    QSignalSpy painted(&window, &MainWindow::painted);
    window.show();
    QVERIFY(painted.wait());
    window.update();
    QTest::qWait(0);
    QCOMPARE(painted.count(), 1);
    // Nothing can be submitted to nowhere.
    document.append({{u"279"_s, {}, u"5"_s}}, {});
    QVERIFY(!Program::find<QPushButton>("Review"_L1)->isEnabled());
}

TEST_MAIN(QApplication, TestMainWindow)
#include "tst_mainwindow.moc"
