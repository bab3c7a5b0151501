#include "app/sandbox/batchinput.h"
#include "app/submission/outcomes.h"
#include "tests/ui/programwindow.h"
#include "ui/history/comparedialog.h"
#include "ui/history/limitstory.h"
#include "ui/mainwindow/historycommands.h"
#include "ui/results/resultspanel.h"
#include "ui/widgets/banner.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using limits::Category;
using limits::LiveLimit;
using limits::Pair;
using limits::Side;
using submission::Runner;
using tests::ProgramWindow;
using ui::history::CompareDialog;
using ui::history::LimitStory;
using ui::mainwindow::HistoryCommands;

namespace {

const Pair contactsToCompanies{u"0-1"_s, u"0-2"_s};

struct Window : ProgramWindow
{
    using ProgramWindow::ProgramWindow;

    /// Submits what is entered; the record.
    [[nodiscard]] history::Record submit()
    {
        QSignalSpy finished(&runner, &Runner::finished);
        reviewAndSubmit();
        return finished.wait() ? runner.record() : history::Record();
    }

    /// Primary company of Contacts → Companies is made 4.
    [[nodiscard]] history::Record submitFour()
    {
        if (!waitUntilRead()) {
            return {};
        }
        enter(rowOf(1), u"4"_s);
        const history::Record record = submit();
        return activate() && QTest::qWaitFor([this] { return live(1) == LiveLimit::of(4); })
                   ? record
                   : history::Record();
    }

    [[nodiscard]] HistoryCommands &commands() const
    {
        return *window.findChild<HistoryCommands *>();
    }

    [[nodiscard]] LiveLimit live(qint32 typeId) const { return document.at(rowOf(typeId)).live; }

    /// What somebody else does in the account.
    void changeBehindItsBack(qint32 typeId, qint32 limit)
    {
        const auto outcome = sandbox.apply(
            limits::Operation::Update, contactsToCompanies,
            {{.category = Category::HubSpotDefined, .typeId = typeId, .maxToObjectIds = limit}});
        QVERIFY(outcome && outcome->refused.empty());
    }

    /// The words above all places.
    [[nodiscard]] QString notice() const
    {
        for (const auto *banner : window.findChildren<ui::widgets::Banner *>()) {
            if (banner->isVisible() && banner->parentWidget() == window.centralWidget()) {
                return banner->text();
            }
        }
        return {};
    }
};

/// Waits until the review is read; its Submit button.
QPushButton *submitButton()
{
    QPushButton *submit = nullptr;
    const bool ready = QTest::qWaitFor([&submit] {
        submit = ProgramWindow::find<QPushButton>("Submit"_L1);
        return submit && submit->isEnabled();
    });
    return ready ? submit : nullptr;
}

QString reviewWords()
{
    QStringList texts;
    for (const QWidget *widget : QApplication::allWidgets()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label && label->isVisible()) {
            texts.append(label->text());
        }
        const auto *banner = qobject_cast<const ui::widgets::Banner *>(widget);
        if (banner && banner->isVisible()) {
            texts.append(banner->text());
        }
    }
    return texts.join(u'\n');
}

template<typename Dialog> Dialog *dialogOf(const Window &program)
{
    return program.window.findChild<Dialog *>();
}

} // namespace

/// What is done with submissions of the history, in the whole window.
class TestHistoryCommands : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init();
    void revertsThroughTheReview();
    void aChangeBehindItsBackIsAConflict();
    void saysWhyNothingCanBeReverted();
    void entersWhatWasAskedForAsOneStep();
    void opensThePairToEnterIn();
    void entersBothDirections();
    void entersNothingOnceAnotherPairIsOpen();
    void leavesOtherAccountsAlone();
    void comparesTwoAndWithNow();
    void tellsTheStoryOfARow();
    void tellsTheStoryOfAResult();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestHistoryCommands::init()
{
    StrictTest::init();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestHistoryCommands::revertsThroughTheReview()
{
    Window program(m_folder->path());
    QVERIFY(program.waitUntilRead());
    const LiveLimit before = program.live(1);
    const history::Record record = program.submitFour();
    QVERIFY(!record.id.isNull());

    program.commands().revert(record.id);
    QPushButton *submit = submitButton();
    QVERIFY(submit);
    QVERIFY2(submit->window()->windowTitle().startsWith(u"Review: revert the submission of "_s),
             qPrintable(submit->window()->windowTitle()));
    QVERIFY2(reviewWords().contains(u"to before the submission of"_s), qPrintable(reviewWords()));
    QSignalSpy finished(&program.runner, &Runner::finished);
    QTest::keyClick(submit, Qt::Key_Return);
    QVERIFY(finished.wait());
    QTRY_COMPARE(program.live(1), before);
    const auto stored = program.store->read(program.runner.record().id);
    QVERIFY(stored);
    QVERIFY(stored->id != record.id);
    QCOMPARE(stored->reverts, record.id);
    QCOMPARE(submission::outcomesOf(*stored).at(0).outcome, submission::Outcome::Stored);
}

void TestHistoryCommands::aChangeBehindItsBackIsAConflict()
{
    Window program(m_folder->path());
    const history::Record record = program.submitFour();
    QVERIFY(!record.id.isNull());
    program.changeBehindItsBack(1, 3);

    program.commands().revert(record.id);
    QTableView *conflicts = nullptr;
    QTRY_VERIFY((conflicts = ProgramWindow::find<QTableView>("Conflicts"_L1)) &&
                conflicts->model()->rowCount() == 1);
    QVERIFY2(reviewWords().contains(u"since that submission"_s), qPrintable(reviewWords()));
    auto *submit = ProgramWindow::find<QPushButton>("Submit"_L1);
    QVERIFY(!submit->isEnabled());
    QCOMPARE(QApplication::focusWidget(), conflicts);
    QTest::keyClick(conflicts, Qt::Key_Space);
    QVERIFY(submit->isEnabled());
    QSignalSpy finished(&program.runner, &Runner::finished);
    QTest::keyClick(submit->window(), Qt::Key_Return);
    QVERIFY(finished.wait());
    QCOMPARE(program.runner.record().reverts, record.id);
    QCOMPARE(program.runner.record().exchanges.at(0).request.changes.at(0).before,
             LiveLimit::of(3));
}

void TestHistoryCommands::saysWhyNothingCanBeReverted()
{
    Window program(m_folder->path());
    history::Record record = program.submitFour();
    QVERIFY(!record.id.isNull());
    record.id = QUuid::createUuid();
    record.readBacks.clear();
    record.exchanges.at(0).request.changes.at(0).before = LiveLimit::unknown();
    QVERIFY(program.store->add(record, {.stored = 1}));

    program.commands().revert(record.id);
    QVERIFY2(program.notice().contains(u"Nothing of this submission can be reverted."_s) &&
                 program.notice().contains(u"what it was before is not known"_s),
             qPrintable(program.notice()));
    QVERIFY(!ProgramWindow::find<QPushButton>("Submit"_L1));

    program.commands().revert(QUuid::createUuid());
    QVERIFY2(program.notice().contains(u"This record can't be read."_s),
             qPrintable(program.notice()));
}

void TestHistoryCommands::entersWhatWasAskedForAsOneStep()
{
    Window program(m_folder->path());
    QVERIFY(program.waitUntilRead());
    program.enter(program.rowOf(1), u"4"_s);
    program.enter(program.rowOf(30, Category::UserDefined), u"2"_s);
    program.typeRow(u"7654"_s, u"9"_s);
    const history::Record record = program.submit();
    QVERIFY(!record.id.isNull());
    QVERIFY(program.activate());
    QTRY_VERIFY(!program.runner.isRunning());
    program.changeBehindItsBack(1, 2);
    QTest::keyClick(&program.window, Qt::Key_F5);
    QTRY_COMPARE(program.live(1), LiveLimit::of(2));
    // HubSpot knows no such type, so it is still in the table.
    program.document.discard({program.rowOf(7654, Category::UserDefined)}, {});
    QVERIFY(program.document.isPristine());
    QUndoStack &stack = program.document.undoStack();
    const int step = stack.index();

    program.commands().loadAsDrafts(record.id);
    QCOMPARE(stack.index(), step + 1);
    QCOMPARE(stack.undoText(), u"load from history"_s);
    QCOMPARE(program.document.row(program.rowOf(1)).limit, u"4"_s);
    QVERIFY2(program.window.statusBar()->currentMessage().contains(u"3 limit"_s),
             qPrintable(program.window.statusBar()->currentMessage()));
    QCOMPARE(QApplication::focusWidget(), ProgramWindow::find<QTableView>("Limits"_L1));
    const qsizetype typed = program.rowOf(7654, Category::UserDefined);
    QVERIFY(typed >= 0);
    QCOMPARE(program.document.row(typed).limit, u"9"_s);
    QTest::keyClick(&program.window, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(program.document.isPristine());
}

void TestHistoryCommands::opensThePairToEnterIn()
{
    Window program(m_folder->path());
    const history::Record record = program.submitFour();
    QVERIFY(!record.id.isNull());
    program.changeBehindItsBack(1, 2);
    program.window.openPair(program.type(u"0-3"), program.type(u"0-1"));
    QVERIFY(program.waitUntilRead());

    program.commands().loadAsDrafts(record.id);
    QCOMPARE(program.document.pair(), contactsToCompanies);
    QTRY_COMPARE(program.document.edits().size(), size_t(1));
    const limits::Edit edit = program.document.edits().front();
    QCOMPARE(edit.typeId, 1);
    QCOMPARE(edit.wanted, 4);
    QCOMPARE(edit.base, LiveLimit::of(2));
    QCOMPARE(program.document.undoStack().count(), 1);
}

void TestHistoryCommands::entersBothDirections()
{
    Window program(m_folder->path());
    history::Record record = program.submitFour();
    QVERIFY(!record.id.isNull());
    record.id = QUuid::createUuid();
    history::Exchange back = record.exchanges.front();
    back.request.pair = {u"0-2"_s, u"0-1"_s};
    back.request.changes = {{Category::HubSpotDefined, 280, 77, {}, {}}};
    record.exchanges.push_back(back);
    QVERIFY(program.store->add(record, {.stored = 2}));
    QVERIFY(!program.document.hasBothDirections());

    program.commands().loadAsDrafts(record.id);
    QVERIFY(program.document.hasBothDirections());
    QTRY_VERIFY(
        program.rowOf(280, Category::HubSpotDefined, Side::Back) >= 0 &&
        program.document.row(program.rowOf(280, Category::HubSpotDefined, Side::Back)).limit ==
            u"77"_s);
    QCOMPARE(program.document.undoStack().count(), 1);
}

void TestHistoryCommands::entersNothingOnceAnotherPairIsOpen()
{
    Window program(m_folder->path());
    const history::Record record = program.submitFour();
    QVERIFY(!record.id.isNull());
    program.changeBehindItsBack(1, 2);
    program.window.openPair(program.type(u"0-3"), program.type(u"0-1"));
    QVERIFY(program.waitUntilRead());
    program.commands().loadAsDrafts(record.id);
    program.window.openPair(program.type(u"0-3"), program.type(u"0-2"));
    QVERIFY(program.waitUntilRead());
    QCOMPARE(program.document.pair().from, u"0-3"_s);
    program.window.openPair(program.type(u"0-1"), program.type(u"0-2"));
    QVERIFY(program.waitUntilRead());
    QVERIFY(program.document.isPristine());
}

void TestHistoryCommands::leavesOtherAccountsAlone()
{
    Window program(m_folder->path());
    const history::Record record = program.submitFour();
    QVERIFY(!record.id.isNull());
    auto *accounts = ProgramWindow::find<QComboBox>("Account"_L1);
    accounts->setFocus();
    QTest::keyClick(accounts, Qt::Key_Down);
    for (const auto command : {&HistoryCommands::revert, &HistoryCommands::loadAsDrafts,
                               &HistoryCommands::compareWithNow}) {
        program.window.showNotice({}, {});
        (program.commands().*command)(record.id);
        QVERIFY2(program.notice().contains(u"of the account “Sandbox”, which is not open"_s),
                 qPrintable(program.notice()));
    }
    QVERIFY(!dialogOf<CompareDialog>(program));
    QVERIFY(!ProgramWindow::find<QPushButton>("Submit"_L1));
    QVERIFY(program.document.isPristine());
}

void TestHistoryCommands::comparesTwoAndWithNow()
{
    Window program(m_folder->path());
    const history::Record four = program.submitFour();
    QVERIFY(!four.id.isNull());
    program.enter(program.rowOf(1), u"2"_s);
    const history::Record two = program.submit();
    QVERIFY(!two.id.isNull());

    program.commands().compare(two.id, four.id); // in any order
    QPointer<CompareDialog> dialog = dialogOf<CompareDialog>(program);
    QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
    QVERIFY2(dialog->asText().contains(u"1\tHubSpot\tMany\t4\t4\t2\tBoth\n"_s),
             qPrintable(dialog->asText()));
    dialog->close();
    QTRY_VERIFY(!dialog);

    program.changeBehindItsBack(1, 3);
    program.commands().compareWithNow(two.id);
    dialog = dialogOf<CompareDialog>(program);
    QVERIFY(dialog);
    QTRY_VERIFY2(dialog->asText().contains(u"1\tHubSpot\t4\t2\t3\tChanged since\n"_s),
                 qPrintable(dialog->asText()));
}

void TestHistoryCommands::tellsTheStoryOfARow()
{
    Window program(m_folder->path());
    const history::Record record = program.submitFour();
    QVERIFY(!record.id.isNull());
    auto *view = ProgramWindow::find<QTableView>("Limits"_L1);
    view->setFocus();
    view->setCurrentIndex(view->model()->index(int(program.rowOf(1)), 2));
    QTest::keyClick(view, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QPointer<LimitStory> story = dialogOf<LimitStory>(program);
    QVERIFY(story);
    QCOMPARE(story->key(),
             (history::LimitKey{u"sandbox"_s, contactsToCompanies, Category::HubSpotDefined, 1}));
    auto *rows = story->findChild<QTableView *>();
    QTRY_COMPARE(rows->model()->rowCount(), 1);

    // The same window once more, which then shows the submission.
    program.commands().showStory(story->key(), {});
    QCOMPARE(program.window.findChildren<LimitStory *>().size(), 1);
    auto *results = program.window.findChild<ui::results::ResultsPanel *>();
    results->clear();
    rows->setFocus();
    QTest::keyClick(rows, Qt::Key_Return);
    QCOMPARE(results->record().id, record.id);
    story->close();
    QTRY_VERIFY(!story);
}

void TestHistoryCommands::tellsTheStoryOfAResult()
{
    Window program(m_folder->path());
    const history::Record record = program.submitFour();
    QVERIFY(!record.id.isNull());
    auto *results = ProgramWindow::find<QTableView>("Results"_L1);
    results->setFocus();
    results->setCurrentIndex(results->model()->index(0, 0));
    QTest::keyClick(results, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    const auto *story = dialogOf<LimitStory>(program);
    QVERIFY(story);
    QCOMPARE(story->key().typeId, 1);
    QCOMPARE(story->key().accountId, u"sandbox"_s);
    QTRY_COMPARE(story->findChild<QTableView *>()->model()->rowCount(), 1);
}

TEST_MAIN(QApplication, TestHistoryCommands)
#include "tst_historycommands.moc"
