#include "tests/ui/programwindow.h"
#include "ui/commands/command.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <map>

using namespace Qt::StringLiterals;
using tests::ProgramWindow;
using ui::commands::readableText;

namespace {

void collect(const QMenu &menu, QList<const QMenu *> &menus)
{
    menus.append(&menu);
    for (const QAction *action : menu.actions()) {
        if (action->menu() != nullptr) {
            collect(*action->menu(), menus);
        }
    }
}

QList<const QMenu *> menusOf(const QMainWindow &window)
{
    QList<const QMenu *> menus;
    for (const QAction *action : window.menuBar()->actions()) {
        collect(*action->menu(), menus);
    }
    return menus;
}

/// What can be chosen in a menu; neither separators nor submenus.
QList<QAction *> commandsIn(const QMenu &menu)
{
    QList<QAction *> commands = menu.actions();
    erase_if(commands, [](const QAction *action) {
        return action->isSeparator() || action->menu() != nullptr;
    });
    return commands;
}

QList<QAction *> commandsOf(const QMainWindow &window)
{
    QList<QAction *> commands;
    for (const QMenu *menu : menusOf(window)) {
        commands += commandsIn(*menu);
    }
    return commands;
}

QAction *command(const QMainWindow &window, const QString &text)
{
    for (QAction *action : commandsOf(window)) {
        if (readableText(action->text()) == text) {
            return action;
        }
    }
    return nullptr;
}

/// What is wrong with the mnemonics of texts that are shown together; empty: nothing.
QString mnemonicTroubles(const QStringList &texts)
{
    QStringList troubles;
    std::map<QString, QString> taken;
    for (const QString &text : texts) {
        const QString key = QKeySequence::mnemonic(text).toString(QKeySequence::PortableText);
        if (key.isEmpty()) {
            troubles.append(u"“%1” has none"_s.arg(text));
        } else if (const auto [other, isNew] = taken.emplace(key, text); !isNew) {
            troubles.append(u"“%1” and “%2” have %3"_s.arg(other->second, text, key));
        }
    }
    return troubles.join(u'\n');
}

QStringList textsOf(const QList<QAction *> &actions)
{
    QStringList texts;
    for (const QAction *action : actions) {
        if (!action->isSeparator()) {
            texts.append(action->text());
        }
    }
    return texts;
}

QString troublesOf(const QMainWindow &window)
{
    QString troubles = mnemonicTroubles(textsOf(window.menuBar()->actions()));
    for (const QMenu *menu : menusOf(window)) {
        troubles += mnemonicTroubles(textsOf(menu->actions()));
    }
    return troubles;
}

} // namespace

class TestMenus : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void mnemonicsAreUniqueInTheirMenu_data();
    void mnemonicsAreUniqueInTheirMenu();
    void everyCommandHasATextAndOnePlace();
    void noKeyHasTwoMeanings();
    void keysAreBound_data();
    void keysAreBound();
    void f2EditsTheNewLimit();
    void commandsFollowWhatIsThere();
    void buttonsDoWhatTheMenusDo();
    void accountsAreLockedFromTheMenu();
    void columnsTellTheirRules();
};

void TestMenus::mnemonicsAreUniqueInTheirMenu_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("German") << u"de"_s;
}

void TestMenus::mnemonicsAreUniqueInTheirMenu()
{
    QFETCH(QString, language);
    QTranslator translator;
    QVERIFY(translator.load(u"association-limits_"_s + language, u":/i18n"_s));
    QCoreApplication::installTranslator(&translator);
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    QVERIFY(program.waitUntilRead());
    const QString troubles = troublesOf(program.window);
    QVERIFY2(troubles.isEmpty(), qPrintable(troubles));
    // Some texts change with what they do.
    QVERIFY(program.book->setLock(u"sandbox"_s, accounts::Lock::Locked).hasValue());
    const QString lockedTroubles = troublesOf(program.window);
    QVERIFY2(lockedTroubles.isEmpty(), qPrintable(lockedTroubles));
}

void TestMenus::everyCommandHasATextAndOnePlace()
{
    const QTemporaryDir folder;
    const ProgramWindow program(folder.path());
    const QList<QAction *> commands = commandsOf(program.window);
    QVERIFY(commands.size() > 30);
    QStringList texts;
    for (const QAction *action : commands) {
        QVERIFY(!readableText(action->text()).isEmpty());
        texts.append(readableText(action->text()));
        QCOMPARE(commands.count(action), 1);
    }
    // Undo and redo may be told with what they undo; nothing was done yet.
    QStringList unique = texts;
    unique.removeDuplicates();
    unique.removeOne(u"History"_s); // in Go, beside the menu of that name
    texts.removeOne(u"History"_s);
    QCOMPARE(texts, unique);
}

void TestMenus::noKeyHasTwoMeanings()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    // All actions of the window, those of its tables' own context menus as well.
    std::map<QString, const QAction *> taken;
    for (const QAction *action : program.window.findChildren<QAction *>()) {
        for (const QKeySequence &key : action->shortcuts()) {
            const QString name = key.toString(QKeySequence::PortableText);
            const auto [place, isNew] = taken.emplace(name, action);
            // Two tables may each have a meaning for a key while they have the focus.
            const bool areLocal = action->shortcutContext() == Qt::WidgetShortcut &&
                                  place->second->shortcutContext() == Qt::WidgetShortcut;
            QVERIFY2(isNew || areLocal, qPrintable(u"%1: %2 and %3"_s.arg(
                                            name, place->second->text(), action->text())));
        }
    }
    QVERIFY(taken.contains(u"F5"_s));
}

void TestMenus::keysAreBound_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    const auto add = [](const char *key, const QString &text) {
        QTest::newRow(key) << QString::fromLatin1(key) << text;
    };
    add("F5", u"Refresh"_s);
    add("Ctrl+L", u"Source object type"_s);
    add("Ctrl+Shift+X", u"Swap source and target"_s);
    add("Ctrl+B", u"Both directions"_s);
    add("F2", u"Edit limit"_s);
    add("Ctrl+D", u"Fill down"_s);
    add("Del", u"No limit (“Many”)"_s);
    add("Ctrl+N", u"Add type ID"_s);
    add("Ctrl+C", u"Copy"_s);
    add("Ctrl+V", u"Paste"_s);
    add("Ctrl+Z", u"Undo"_s);
    add("Ctrl+Shift+Z", u"Redo"_s);
    add("Ctrl+F", u"Filter"_s);
    add("Ctrl+Return", u"Review and submit…"_s);
    add("Ctrl+H", u"History"_s);
    add("Ctrl+Shift+H", u"History of this limit"_s);
    add("Ctrl+Shift+F", u"Find in history"_s);
    add("F6", u"Next place"_s);
    add("Esc", u"Stop reading"_s);
    add("Ctrl+K", u"Commands…"_s);
    add("F1", u"Keyboard shortcuts"_s);
    add("Ctrl+?", u"Keyboard shortcuts"_s);
    add("Ctrl+Q", u"Quit"_s);
}

void TestMenus::keysAreBound()
{
    const QTemporaryDir folder;
    const ProgramWindow program(folder.path());
    QFETCH(QString, key);
    QFETCH(QString, text);
    const QAction *action = command(program.window, text);
    QVERIFY(action);
    QVERIFY2(action->shortcuts().contains(QKeySequence(key)),
             qPrintable(QKeySequence::listToString(action->shortcuts())));
}

void TestMenus::f2EditsTheNewLimit()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    QVERIFY(program.waitUntilRead());
    auto *view = ProgramWindow::find<QTableView>("Limits"_L1);
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, int(ProgramWindow::Column::Label)));
    QTest::keyClick(view, Qt::Key_F2);
    QCOMPARE(view->currentIndex().column(), int(ProgramWindow::Column::NewLimit));
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(editor && view->isAncestorOf(editor));
    // Chosen once more, it leaves the editor alone.
    command(program.window, u"Edit limit"_s)->trigger();
    QCOMPARE(QApplication::focusWidget(), editor);
    QTest::keyClicks(editor, u"7"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(program.document.edits().size(), size_t(1));
}

void TestMenus::commandsFollowWhatIsThere()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    QVERIFY(program.waitUntilRead());
    const auto isEnabled = [&program](const QString &text) {
        return command(program.window, text)->isEnabled();
    };
    for (const QString &text :
         {u"Discard everything entered"_s, u"Go to the first error"_s, u"Stop reading"_s,
          u"Back to the latest"_s, u"Check again"_s, u"Submit the failed rows again…"_s}) {
        QVERIFY2(!isEnabled(text), qPrintable(text));
    }
    QVERIFY(isEnabled(u"Reset sandbox…"_s));
    QSignalSpy finished(&program.runner, &submission::Runner::finished);
    // There is no such type.
    program.typeRow(u"31"_s, u"2"_s);
    program.reviewAndSubmit();
    QVERIFY(finished.wait());
    QVERIFY(program.activate());
    QVERIFY(isEnabled(u"Discard everything entered"_s));
    QTRY_VERIFY(isEnabled(u"Submit the failed rows again…"_s));
    QVERIFY(!isEnabled(u"Check again"_s));
    command(program.window, u"Submit the failed rows again…"_s)->trigger();
    QTRY_VERIFY(ProgramWindow::find<QPushButton>("Submit"_L1));
    ProgramWindow::find<QPushButton>("Submit"_L1)->window()->close();
    program.enter(program.rowOf(279), u"0"_s);
    QVERIFY(isEnabled(u"Go to the first error"_s));
    // Another kind of account has no sandbox to reset.
    program.setAccounts({{ProgramWindow::account(u"other"_s, u"Other"_s, accounts::Kind::Standard,
                                                 program.sandbox.baseUrl()),
                          program.sandbox.token()}});
    QVERIFY(!isEnabled(u"Reset sandbox…"_s));
}

void TestMenus::buttonsDoWhatTheMenusDo()
{
    const QTemporaryDir folder;
    {
        ProgramWindow earlier(folder.path());
        QVERIFY(earlier.waitUntilRead());
        QSignalSpy finished(&earlier.runner, &submission::Runner::finished);
        earlier.enter(earlier.rowOf(279), u"5"_s);
        earlier.reviewAndSubmit();
        QVERIFY(finished.wait());
    }
    ProgramWindow program(folder.path());
    QVERIFY(program.waitUntilRead());
    const auto triggeredBy = [&program](const QString &text, QLatin1StringView button) {
        QSignalSpy triggered(command(program.window, text), &QAction::triggered);
        ProgramWindow::find<QAbstractButton>(button)->click();
        return triggered.count() == 1;
    };
    auto *list = ProgramWindow::history(1);
    QVERIFY(list);
    QAction *back = command(program.window, u"Back to the latest"_s);
    QTest::keyClick(&program.window, Qt::Key_H, Qt::ControlModifier);
    QTest::keyClick(list, Qt::Key_Space);
    QVERIFY(back->isEnabled());
    QVERIFY(triggeredBy(u"Back to the latest"_s, "Back to the latest"_L1));
    QVERIFY(!back->isEnabled());
    program.enter(program.rowOf(279), u"6"_s);
    QVERIFY(triggeredBy(u"Discard everything entered"_s, "Discard"_L1));
    QVERIFY(program.document.isPristine());
    program.enter(program.rowOf(279), u"6"_s);
    QVERIFY(triggeredBy(u"Remove limits"_s, "Remove limit"_L1));
    QVERIFY(triggeredBy(u"Review and submit…"_s, "Review"_L1));
}

void TestMenus::accountsAreLockedFromTheMenu()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    QAction *lock = command(program.window, u"Lock account"_s);
    QVERIFY(lock && lock->isEnabled());
    lock->trigger();
    QVERIFY(program.book->find(u"sandbox"_s)->endpoint.isReadOnly());
    QCOMPARE(readableText(lock->text()), u"Unlock account…"_s);
    QVERIFY(!command(program.window, u"Review and submit…"_s)->isEnabled());
    lock->trigger();
    QVERIFY(!program.book->find(u"sandbox"_s)->endpoint.isReadOnly());
    QVERIFY(command(program.window, u"Review and submit…"_s)->isEnabled());
}

void TestMenus::columnsTellTheirRules()
{
    const QTemporaryDir folder;
    const ProgramWindow program(folder.path());
    const QAbstractItemModel &model = *ProgramWindow::find<QTableView>("Limits"_L1)->model();
    for (int column = 0; column < model.columnCount(); ++column) {
        const QVariant words = model.headerData(column, Qt::Horizontal, Qt::ToolTipRole);
        QVERIFY(!words.toString().isEmpty());
        QCOMPARE(model.headerData(column, Qt::Horizontal, Qt::WhatsThisRole), words);
    }
    const QString rules =
        model.headerData(int(ProgramWindow::Column::NewLimit), Qt::Horizontal, Qt::ToolTipRole)
            .toString();
    for (const QString &part : {u"10,000"_s, u"may not exceed"_s, u"documentation"_s}) {
        QVERIFY2(rules.contains(part), qPrintable(rules));
    }
}

TEST_MAIN(QApplication, TestMenus)
#include "tst_menus.moc"
