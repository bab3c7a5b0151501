#include "tests/ui/programwindow.h"
#include "ui/commands/command.h"
#include "ui/commands/shortcutsdialog.h"
#include "ui/mainwindow/aboutdialog.h"
#include "ui/mainwindow/helpcommands.h"
#include "ui/widgets/banner.h"

#include <QAction>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <QTreeWidget>
#include <algorithm>

using namespace Qt::StringLiterals;
using tests::ProgramWindow;
using ui::commands::Command;
using ui::commands::ShortcutsDialog;
using ui::mainwindow::AboutDialog;
using ui::mainwindow::HelpCommands;

class TestShortcuts : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void overviewHasEveryCommandWithAKey();
    void overviewOpensByItsKeys_data();
    void overviewOpensByItsKeys();
    void documentationOpensInTheBrowser();
    void documentationIsToldWhereThereIsNoBrowser();
    void aboutTellsVersionsAndLicences();
};

void TestShortcuts::overviewHasEveryCommandWithAKey()
{
    const QTemporaryDir folder;
    const ProgramWindow program(folder.path());
    const std::vector<Command> commands = ui::commands::commandsOf(*program.window.menuBar());
    const ShortcutsDialog dialog(commands, {{u"Go down"_s, u"Return"_s}});
    auto *tree = dialog.findChild<QTreeWidget *>();
    QCOMPARE(tree->accessibleName(), u"Keyboard shortcuts"_s);
    QStringList groups;
    QStringList shown;
    for (int i = 0; i < tree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *group = tree->topLevelItem(i);
        QVERIFY(group->isExpanded());
        groups.append(group->text(0));
        for (int row = 0; row < group->childCount(); ++row) {
            shown.append(u"%1|%2|%3"_s.arg(group->text(0), group->child(row)->text(0),
                                           group->child(row)->text(1)));
        }
    }
    QCOMPARE(groups, QStringList({u"File"_s, u"Edit"_s, u"Go"_s, u"History"_s, u"Help"_s,
                                  u"In the tables"_s}));
    QStringList wanted;
    for (const Command &command : commands) {
        if (!command.action->shortcuts().isEmpty()) {
            wanted.append(u"%1|%2|%3"_s.arg(command.menu, command.text, command.keys));
        }
    }
    wanted.append(u"In the tables|Go down|Return"_s);
    QCOMPARE(shown, wanted);
    QVERIFY(shown.contains(u"Edit|Fill down|Ctrl+D"_s));
    QVERIFY(shown.contains(u"Help|Keyboard shortcuts|F1, Ctrl+?"_s));
}

void TestShortcuts::overviewOpensByItsKeys_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("F1") << Qt::Key_F1 << Qt::KeyboardModifiers();
    QTest::newRow("Ctrl+?") << Qt::Key_Question << Qt::KeyboardModifiers(Qt::ControlModifier);
}

void TestShortcuts::overviewOpensByItsKeys()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    QVERIFY(!program.window.findChild<ShortcutsDialog *>()); // not before it is wanted
    QFETCH(Qt::Key, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QTest::keyClick(&program.window, key, modifiers);
    const QPointer<ShortcutsDialog> dialog = program.window.findChild<ShortcutsDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog);
}

void TestShortcuts::documentationOpensInTheBrowser()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    QList<QUrl> opened;
    program.window.setBrowser([&opened](const QUrl &url) {
        opened.append(url);
        return true;
    });
    program.window.findChild<HelpCommands *>()->documentationAction().trigger();
    QCOMPARE(opened, {HelpCommands::documentation()});
    QCOMPARE(opened.front().scheme(), u"https"_s);
    QVERIFY(opened.front().host().endsWith(u".hubspot.com"_s));
}

void TestShortcuts::documentationIsToldWhereThereIsNoBrowser()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    program.window.setBrowser([](const QUrl &) { return false; });
    program.window.findChild<HelpCommands *>()->documentationAction().trigger();
    const auto banners = program.window.findChildren<ui::widgets::Banner *>();
    QVERIFY(std::ranges::any_of(banners, [](const ui::widgets::Banner *banner) {
        return banner->isVisible() &&
               banner->message().words.contains(HelpCommands::documentation().toString());
    }));
}

void TestShortcuts::aboutTellsVersionsAndLicences()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    QVERIFY(!program.window.findChild<AboutDialog *>());
    program.window.findChild<HelpCommands *>()->aboutAction().trigger();
    const QPointer<AboutDialog> about = program.window.findChild<AboutDialog *>();
    QVERIFY(about && about->isVisible());
    const auto *words = ProgramWindow::find<QLabel>("Versions and licences"_L1);
    QVERIFY(words);
    QVERIFY(words->textInteractionFlags() & Qt::TextSelectableByMouse);
    QVERIFY(words->textInteractionFlags() & Qt::TextSelectableByKeyboard);
    for (const QString &part :
         {u"Association Limits "_s + QStringLiteral(ASSOCIATION_LIMITS_VERSION),
          u"<td>Qt</td><td>"_s + QString::fromLatin1(qVersion()), u"<td>QtKeychain</td><td>0."_s,
          u"<td>SQLite</td><td>3."_s, u"Lesser General Public License, version 3"_s,
          u"Modified BSD"_s, u"Public domain"_s}) {
        QVERIFY2(words->text().contains(part), qPrintable(part + u" in "_s + words->text()));
    }
    QVERIFY(ProgramWindow::find<QPushButton>("About Qt"_L1));
    QTest::keyClick(about, Qt::Key_Escape);
    QTRY_VERIFY(!about);
}

TEST_MAIN(QApplication, TestShortcuts)
#include "tst_shortcuts.moc"
