#include "tests/ui/programwindow.h"
#include "ui/commands/command.h"
#include "ui/commands/commandmodel.h"
#include "ui/commands/commandpalette.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using tests::ProgramWindow;
using ui::commands::CommandModel;
using ui::commands::CommandPalette;
using ui::commands::commandsOf;

namespace {

/// Menus with an action for each text; "Menu/Command", in that order.
struct Menus
{
    explicit Menus(const QStringList &paths)
    {
        for (const QString &path : paths) {
            const QString title = path.section(u'/', 0, 0);
            QMenu *menu = nullptr;
            for (const QAction *action : bar.actions()) {
                menu = action->text() == title ? action->menu() : menu;
            }
            menu = menu != nullptr ? menu : bar.addMenu(title);
            actions.append(menu->addAction(path.section(u'/', 1)));
        }
    }

    QMenuBar bar;
    QList<QAction *> actions;
};

QStringList shownTexts(const CommandModel &model)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row) {
        texts.append(model.index(row).data().toString());
    }
    return texts;
}

QLineEdit *words(const QWidget &palette)
{
    for (auto *edit : palette.findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == "Commands"_L1) {
            return edit;
        }
    }
    return nullptr;
}

QListView *list(const QWidget &palette)
{
    for (auto *view : palette.findChildren<QListView *>()) {
        if (view->accessibleName() == "Command list"_L1) {
            return view;
        }
    }
    return nullptr;
}

QString chosen(const QWidget &palette)
{
    return list(palette)->currentIndex().data().toString();
}

} // namespace

class TestCommandPalette : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void commandsAreThoseOfTheMenus();
    void findsWordsInAnyOrder_data();
    void findsWordsInAnyOrder();
    void tellsMenuAndKeys();
    void arrowsPassOverWhatIsNotEnabled();
    void returnRunsAfterClosing();
    void clickRuns();
    void escClosesAndRunsNothing();
    void nothingFoundIsSaid();
    void ctrlKOpensItInTheProgram();
    void theWholeWayByKeyboard();
};

void TestCommandPalette::commandsAreThoseOfTheMenus()
{
    Menus menus({u"&Edit/&Undo"_s, u"&Edit/Cut && paste"_s, u"&Go/&Back"_s});
    QMenu *edit = menus.bar.actions().front()->menu();
    edit->addSeparator();
    edit->addAction(u"Hidden"_s)->setVisible(false);
    edit->addMenu(u"&More"_s)->addAction(u"&Deep"_s);
    menus.actions[0]->setShortcuts({Qt::CTRL | Qt::Key_Z, Qt::Key_F7});
    const auto commands = commandsOf(menus.bar);
    QStringList told;
    for (const auto &command : commands) {
        told.append(u"%1|%2|%3"_s.arg(command.menu, command.text, command.keys));
    }
    QCOMPARE(told, QStringList({u"Edit|Undo|Ctrl+Z, F7"_s, u"Edit|Cut & paste|"_s,
                                u"Edit › More|Deep|"_s, u"Go|Back|"_s}));
    QCOMPARE(commands.front().action, menus.actions[0]);
}

void TestCommandPalette::findsWordsInAnyOrder_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    const QStringList all{u"Undo"_s,        u"Discard all"_s, u"Take back"_s,
                          u"Show all in"_s, u"Löschen"_s,     u"Back"_s};
    QTest::newRow("nothing typed") << QString() << all;
    QTest::newRow("blanks") << u"  "_s << all;
    QTest::newRow("order") << u"all show"_s << QStringList{u"Show all in"_s};
    QTest::newRow("capitals") << u"UNDO"_s << QStringList{u"Undo"_s};
    QTest::newRow("accents") << u"losch"_s << QStringList{u"Löschen"_s};
    QTest::newRow("accents typed") << u"lösch"_s << QStringList{u"Löschen"_s};
    QTest::newRow("menu") << u"histo"_s << QStringList{u"Show all in"_s, u"Löschen"_s};
    QTest::newRow("menu and command") << u"history del"_s << QStringList();
    QTest::newRow("beginning first") << u"back"_s << QStringList{u"Back"_s, u"Take back"_s};
    QTest::newRow("words before middles") << u"do"_s << QStringList{u"Undo"_s};
    QTest::newRow("inside") << u"car all"_s << QStringList{u"Discard all"_s};
    QTest::newRow("none") << u"xyz"_s << QStringList();
}

void TestCommandPalette::findsWordsInAnyOrder()
{
    const Menus menus({u"Edit/&Undo"_s, u"Edit/&Discard all"_s, u"Edit/Take &back"_s,
                       u"History/&Show all in"_s, u"History/&Löschen"_s, u"Go/&Back"_s});
    CommandModel model(commandsOf(menus.bar));
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QFETCH(QString, typed);
    model.setWords(typed);
    QTEST(shownTexts(model), "found");
}

void TestCommandPalette::tellsMenuAndKeys()
{
    const Menus menus({u"&Edit/&Undo"_s, u"&Go/&Back"_s});
    menus.actions[0]->setShortcut(Qt::CTRL | Qt::Key_Z);
    menus.actions[1]->setToolTip(u"There is <b>nothing</b> to go back to"_s);
    const CommandModel model(commandsOf(menus.bar));
    QCOMPARE(model.index(0).data(CommandModel::MenuRole).toString(), u"Edit"_s);
    QCOMPARE(model.index(0).data(CommandModel::KeysRole).toString(), u"Ctrl+Z"_s);
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"Undo, Edit, Ctrl+Z"_s);
    QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(), u"Back, Go"_s);
    const QString toolTip = model.index(1).data(Qt::ToolTipRole).toString();
    QVERIFY2(toolTip.contains(u"&lt;b&gt;nothing"_s), qPrintable(toolTip));
}

void TestCommandPalette::arrowsPassOverWhatIsNotEnabled()
{
    const Menus menus({u"M/One"_s, u"M/Two"_s, u"M/Three"_s, u"M/Four"_s});
    menus.actions[0]->setEnabled(false);
    menus.actions[2]->setEnabled(false);
    CommandPalette palette(commandsOf(menus.bar));
    palette.show();
    QVERIFY(QTest::qWaitForWindowActive(&palette));
    QVERIFY(words(palette)->hasFocus());
    QCOMPARE(list(palette)->model()->rowCount(), 4);
    QCOMPARE(chosen(palette), u"Two"_s);
    QTest::keyClick(words(palette), Qt::Key_Down);
    QCOMPARE(chosen(palette), u"Four"_s);
    QTest::keyClick(words(palette), Qt::Key_Down);
    QCOMPARE(chosen(palette), u"Two"_s);
    QTest::keyClick(words(palette), Qt::Key_Up);
    QCOMPARE(chosen(palette), u"Four"_s);
    // Where nothing that is found can be run, nothing is chosen.
    QTest::keyClicks(words(palette), u"three"_s);
    QCOMPARE(list(palette)->model()->rowCount(), 1);
    QVERIFY(!list(palette)->currentIndex().isValid());
    QTest::keyClick(words(palette), Qt::Key_Down);
    QSignalSpy triggered(menus.actions[2], &QAction::triggered);
    QTest::keyClick(words(palette), Qt::Key_Return);
    QCOMPARE(triggered.count(), 0);
    QVERIFY(palette.isVisible());
}

void TestCommandPalette::returnRunsAfterClosing()
{
    const Menus menus({u"M/One"_s, u"M/Two"_s});
    CommandPalette palette(commandsOf(menus.bar));
    palette.show();
    QVERIFY(QTest::qWaitForWindowActive(&palette));
    int runs = 0;
    connect(menus.actions[1], &QAction::triggered, this, [&] {
        // A dialog that the command opens must not come to lie under this one.
        QVERIFY(!palette.isVisible());
        ++runs;
    });
    QTest::keyClicks(words(palette), u"tw"_s);
    QTest::keyClick(words(palette), Qt::Key_Return);
    QCOMPARE(runs, 1);
}

void TestCommandPalette::clickRuns()
{
    const Menus menus({u"M/One"_s, u"M/Two"_s, u"M/Three"_s});
    menus.actions[2]->setEnabled(false);
    CommandPalette palette(commandsOf(menus.bar));
    palette.show();
    QVERIFY(QTest::qWaitForWindowActive(&palette));
    QSignalSpy two(menus.actions[1], &QAction::triggered);
    QSignalSpy one(menus.actions[0], &QAction::triggered);
    const auto click = [&palette](int row) {
        QListView &view = *list(palette);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                          view.visualRect(view.model()->index(row, 0)).center());
    };
    click(2);
    QVERIFY(palette.isVisible());
    click(1);
    QCOMPARE(two.count(), 1);
    QCOMPARE(one.count(), 0);
    QVERIFY(!palette.isVisible());
}

void TestCommandPalette::escClosesAndRunsNothing()
{
    const Menus menus({u"M/One"_s});
    CommandPalette palette(commandsOf(menus.bar));
    palette.show();
    QVERIFY(QTest::qWaitForWindowActive(&palette));
    QSignalSpy triggered(menus.actions[0], &QAction::triggered);
    QTest::keyClick(words(palette), Qt::Key_Escape);
    QVERIFY(!palette.isVisible());
    QCOMPARE(triggered.count(), 0);
}

void TestCommandPalette::nothingFoundIsSaid()
{
    const Menus menus({u"M/One"_s});
    CommandPalette palette(commandsOf(menus.bar));
    palette.show();
    const auto isSaid = [&palette] {
        const auto labels = palette.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text() == u"No command has these words"_s;
        });
    };
    QVERIFY(!isSaid());
    words(palette)->setText(u"xyz"_s);
    QVERIFY(isSaid());
    words(palette)->clear();
    QVERIFY(!isSaid());
}

void TestCommandPalette::ctrlKOpensItInTheProgram()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    QVERIFY(program.waitUntilRead());
    QVERIFY(!program.window.findChild<CommandPalette *>()); // not before it is wanted
    const auto opensFrom = [&program](QWidget *widget) {
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_K, Qt::ControlModifier);
        QPointer<CommandPalette> palette = program.window.findChild<CommandPalette *>();
        const bool opened = palette && palette->isVisible();
        if (palette) {
            palette->reject();
        }
        // Nothing of it is kept.
        return opened && QTest::qWaitFor([&palette] { return !palette; }) && program.activate();
    };
    QVERIFY(opensFrom(ProgramWindow::find<QTableView>("Limits"_L1)));
    // In a line edit that key deletes to the end on some systems.
    auto *filter = ProgramWindow::find<QLineEdit>("Filter limits"_L1);
    filter->setText(u"abc"_s);
    filter->setCursorPosition(0);
    QVERIFY(opensFrom(filter));
    QCOMPARE(filter->text(), u"abc"_s);
}

void TestCommandPalette::theWholeWayByKeyboard()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    QVERIFY(program.waitUntilRead());
    const auto run = [&program](const QString &typed) {
        QTest::keyClick(&program.window, Qt::Key_K, Qt::ControlModifier);
        const auto *palette = program.window.findChild<CommandPalette *>();
        QVERIFY(palette);
        // A window counts as active while a dialog of its own is.
        QTRY_VERIFY(words(*palette)->hasFocus());
        QTest::keyClicks(words(*palette), typed);
        QTest::keyClick(words(*palette), Qt::Key_Return);
        QTRY_VERIFY(!program.window.findChild<CommandPalette *>());
    };
    run(u"swap"_s);
    QCOMPARE(program.document.pair(), (limits::Pair{u"0-2"_s, u"0-1"_s}));
    QVERIFY(program.activate());
    // A command that goes somewhere does, although another window had the focus.
    run(u"find history"_s);
    QVERIFY(program.activate());
    QTRY_VERIFY(ProgramWindow::find<QLineEdit>("Search history"_L1)->hasFocus());
}

TEST_MAIN(QApplication, TestCommandPalette)
#include "tst_commandpalette.moc"
