#include "app/submission/outcomes.h"
#include "tests/support/testmain.h"
#include "tests/ui/historyhome.h"
#include "ui/history/filterbar.h"
#include "ui/history/historyactions.h"
#include "ui/history/historymodel.h"
#include "ui/history/historypanel.h"
#include "ui/history/notedialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/menubutton.h"
#include "ui/widgets/outcomewords.h"
#include "ui/widgets/timetext.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;
using history::Counts;
using history::Record;
using tests::HistoryHome;
using ui::history::Command;
using ui::history::FilterBar;
using ui::history::HistoryActions;
using ui::history::HistoryModel;
using ui::history::HistoryPanel;
using ui::history::NoteDialog;
using ui::widgets::Banner;

class TestHistoryPanel : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init();
    void cleanup();
    void showsItsStates();
    void anErrorCanBeTriedAgain();
    void selectsByKeyboardAndMouse();
    void selectsByProgramInSilence();
    void selectsWhatComesLater();
    void keepsTheSelection();
    void focusSelectsNothing();
    void severalAreSelectedButNotShown();
    void searchField();
    void nothingMatches();
    void saysHowMany();
    void comparesOneOrTwo();
    void asksOthers();
    void pinsByKey();
    void pinsManyElsewhere();
    void editsANote();
    void aNoteHasAnEnd();
    void aNoteThatCannotBeKeptStays();
    void deletesWhenAsked();
    void deletesManyElsewhere();
    void whatIsSubmittedStays();
    void aNewerVersionIsOnlyLookedAt();
    void menus();
    void byKeyboardAlone();
    void countsInWords_data();
    void countsInWords();
    void times_data();
    void times();

private:
    void fill(int count, int others = 0);
    [[nodiscard]] QModelIndex row(int number) const { return m_list->model()->index(number, 0); }
    [[nodiscard]] QUuid idOf(int number) const
    {
        return row(number).data(HistoryModel::IdRole).toUuid();
    }
    void click(int number, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::mouseClick(m_list->viewport(), Qt::LeftButton, modifiers,
                          m_list->visualRect(row(number)).center());
    }
    void selectRows(int first, int last) const
    {
        m_list->setFocus();
        m_list->selectionModel()->select(QItemSelection(row(first), row(last)),
                                         QItemSelectionModel::ClearAndSelect);
    }
    [[nodiscard]] QAction &action(Command command) const
    {
        return m_panel->findChild<HistoryActions *>()->action(command);
    }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = m_panel->findChildren<QWidget *>();
        return std::ranges::any_of(labels, [&words](const QWidget *widget) {
            const auto *label = qobject_cast<const QLabel *>(widget);
            const QString text = label ? label->text() : widget->accessibleName();
            return widget->isVisible() && text.contains(words);
        });
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (auto *candidate : m_panel->findChildren<QPushButton *>()) {
            if (candidate->isVisible() && candidate->text() == text) {
                return candidate;
            }
        }
        return nullptr;
    }
    /// Presses a button of the question that is open; its text.
    QString answer(const QString &text) const
    {
        const auto *box = m_panel->findChild<QMessageBox *>();
        if (box == nullptr) {
            return {};
        }
        const QString asked = box->text() + u" | "_s + box->informativeText() + box->windowTitle();
        for (QAbstractButton *candidate : box->buttons()) {
            if (candidate->text() == text) {
                candidate->click();
                return asked;
            }
        }
        return {};
    }

    std::unique_ptr<HistoryHome> m_home;
    std::unique_ptr<HistoryPanel> m_panel;
    QListView *m_list = nullptr;
};

void TestHistoryPanel::init()
{
    StrictTest::init();
    m_home = std::make_unique<HistoryHome>();
    m_panel = std::make_unique<HistoryPanel>(m_home->clock, m_home->settings);
    m_list = m_panel->findChild<QListView *>();
    m_panel->resize(300, 600);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void TestHistoryPanel::cleanup()
{
    m_panel.reset();
    m_home.reset();
}

/// Shows a history of so many records, and others that are there already.
void TestHistoryPanel::fill(int count, int others)
{
    m_home->addMany(count);
    m_panel->setHistory(m_home->store.get(), m_home->finder.get());
    QTRY_COMPARE(m_list->model()->rowCount(), std::min(count + others, history::Finder::pageSize));
    QTRY_VERIFY(says(QString::number(count + others)));
}

void TestHistoryPanel::showsItsStates()
{
    QCOMPARE(m_list->accessibleName(), u"History"_s);
    QVERIFY(says(u"Opening"_s));
    auto *field = m_panel->findChild<QLineEdit *>();
    QVERIFY(!field->isEnabled());
    m_panel->setHistory(m_home->store.get(), m_home->finder.get());
    QTRY_VERIFY(says(u"No submissions yet"_s));
    QVERIFY(field->isEnabled());
    QVERIFY(!m_list->isVisible());
    m_home->add(m_home->made(0));
    QTRY_VERIFY(m_list->isVisible());
    auto *notice = m_panel->findChild<Banner *>();
    QVERIFY(!notice->isVisible());
    m_panel->setNotice(u"A damaged file <b>was</b> set aside."_s);
    QVERIFY(notice->isVisible());
    QCOMPARE(notice->text(), u"A damaged file <b>was</b> set aside."_s);
    m_panel->setNotice({});
    QVERIFY(!notice->isVisible());
    m_panel->setUnavailable(u"The disk is gone."_s);
    QVERIFY(!m_list->isVisible());
    QVERIFY(!field->isEnabled());
    QVERIFY(says(u"The disk is gone."_s));
}

void TestHistoryPanel::anErrorCanBeTriedAgain()
{
    m_panel->setHistory(m_home->store.get(), m_home->finder.get());
    Q_EMIT m_home->finder->failed({history::StoreErrorKind::CannotOpen, u"disk I/O error"_s});
    QVERIFY(says(u"The history could not be read"_s));
    const auto banners = m_panel->findChildren<Banner *>();
    QVERIFY(std::ranges::any_of(banners, [](const Banner *banner) {
        return banner->isVisible() && banner->text().contains(u"disk I/O error"_s);
    }));
    QPushButton *again = button(u"Try again"_s);
    QVERIFY(again);
    again->click();
    QTRY_VERIFY(says(u"No submissions yet"_s));
    QVERIFY(std::ranges::none_of(banners, &QWidget::isVisible));
}

void TestHistoryPanel::selectsByKeyboardAndMouse()
{
    fill(2);
    const QSignalSpy activated(m_panel.get(), &HistoryPanel::recordActivated);
    const QUuid newer = idOf(0);
    const QUuid older = idOf(1);
    click(0);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.last().constFirst().toUuid(), newer);
    QTest::keyClick(m_list, Qt::Key_Down);
    QCOMPARE(activated.size(), 2);
    QCOMPARE(activated.last().constFirst().toUuid(), older);
    // The selection stays on its entry when a new one comes above it.
    m_home->add(m_home->made(-5));
    QTRY_COMPARE(m_list->model()->rowCount(), 3);
    QCOMPARE(activated.size(), 2);
    QCOMPARE(m_list->currentIndex().data(HistoryModel::IdRole).toUuid(), older);
    QVERIFY(!m_list->grab().isNull());
}

void TestHistoryPanel::selectsByProgramInSilence()
{
    fill(2);
    const QSignalSpy activated(m_panel.get(), &HistoryPanel::recordActivated);
    m_panel->select(idOf(1));
    QVERIFY(m_list->selectionModel()->isSelected(row(1)));
    m_panel->clearSelection();
    QVERIFY(!m_list->selectionModel()->hasSelection());
    m_panel->select(QUuid::createUuid());
    QVERIFY(!m_list->selectionModel()->hasSelection());
    QCOMPARE(activated.size(), 0);
}

void TestHistoryPanel::selectsWhatComesLater()
{
    fill(2);
    const QSignalSpy activated(m_panel.get(), &HistoryPanel::recordActivated);
    // As it is when a submission begins: it is written, but the finder has not seen it.
    const Record record = m_home->add(m_home->made(-1));
    m_panel->select(record.id);
    QVERIFY(!m_list->selectionModel()->hasSelection());
    QTRY_VERIFY(m_list->selectionModel()->isSelected(row(0)));
    QCOMPARE(idOf(0), record.id);
    // What a person selects meanwhile counts more.
    const Record another = m_home->add(m_home->made(-2));
    m_panel->select(another.id);
    click(1);
    QTRY_COMPARE(m_list->model()->rowCount(), 4);
    QVERIFY(!m_list->selectionModel()->isSelected(row(0)));
    QCOMPARE(activated.size(), 1);
}

void TestHistoryPanel::keepsTheSelection()
{
    fill(6);
    const QSignalSpy activated(m_panel.get(), &HistoryPanel::recordActivated);
    click(2);
    click(4, Qt::ControlModifier);
    const QUuid third = idOf(2);
    const QUuid fifth = idOf(4);
    QVERIFY(m_home->store->remove({idOf(0), fifth}));
    QTRY_COMPARE(m_list->model()->rowCount(), 4);
    QCOMPARE(m_list->selectionModel()->selectedIndexes(), QModelIndexList{row(1)});
    QCOMPARE(idOf(1), third);
    QCOMPARE(activated.size(), 1); // that one is left is nobody's choice
    // It is gone with a search and comes back after it.
    auto *field = m_panel->findChild<QLineEdit *>();
    field->setText(u"nowhere"_s);
    QTRY_COMPARE(m_list->model()->rowCount(), 0);
    field->clear();
    QTRY_COMPARE(m_list->model()->rowCount(), 4);
    QCOMPARE(m_list->selectionModel()->selectedIndexes(), QModelIndexList{row(1)});
    QCOMPARE(m_list->currentIndex(), row(1)); // from where the arrow keys go on
    QCOMPARE(activated.size(), 1);
}

void TestHistoryPanel::focusSelectsNothing()
{
    fill(1);
    const QSignalSpy activated(m_panel.get(), &HistoryPanel::recordActivated);
    m_list->setFocus(Qt::TabFocusReason);
    QVERIFY(m_list->hasFocus());
    QCOMPARE(activated.size(), 0);
    QTest::keyClick(m_list, Qt::Key_Space);
    QCOMPARE(activated.size(), 1);
}

void TestHistoryPanel::severalAreSelectedButNotShown()
{
    fill(5);
    const QSignalSpy activated(m_panel.get(), &HistoryPanel::recordActivated);
    click(0);
    QTest::keyClick(m_list, Qt::Key_Down, Qt::ShiftModifier);
    click(4, Qt::ControlModifier);
    QCOMPARE(m_list->selectionModel()->selectedIndexes().size(), 3);
    QCOMPARE(activated.size(), 1);
    click(0, Qt::ControlModifier);
    click(1, Qt::ControlModifier);
    QCOMPARE(activated.size(), 2);
    QCOMPARE(activated.last().constFirst().toUuid(), idOf(4));
}

void TestHistoryPanel::searchField()
{
    m_home->add(m_home->made(60, u"Deals"_s));
    fill(1, 1);
    auto *field = m_panel->findChild<QLineEdit *>();
    QCOMPARE(field->accessibleName(), u"Search history"_s);
    QTest::keyClicks(field, u"Deal"_s);
    QTRY_COMPARE(m_list->model()->rowCount(), 1);
    QTRY_VERIFY(says(u"1 of 2"_s));
    QTest::keyClicks(field, u"zzz"_s);
    QTRY_COMPARE(m_list->model()->rowCount(), 0);
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_COMPARE(m_list->model()->rowCount(), 2);
    QTest::keyClick(field, Qt::Key_Down);
    QVERIFY(m_list->hasFocus());
}

void TestHistoryPanel::nothingMatches()
{
    fill(3);
    auto *bar = m_panel->findChild<FilterBar *>();
    ui::history::FilterChoice choice;
    choice.outcome = history::RecordOutcome::Failed;
    bar->setChoice(choice);
    QTRY_VERIFY(says(u"Nothing matches"_s));
    QVERIFY(says(u"0 of 3"_s));
    QVERIFY(button(u"Clear the filters"_s));
    choice.text = u"nowhere"_s;
    bar->setChoice(choice);
    QTRY_VERIFY(button(u"Clear search and filters"_s));
    button(u"Clear search and filters"_s)->click();
    QTRY_COMPARE(m_list->model()->rowCount(), 3);
    QVERIFY(m_list->isVisible());
    QVERIFY(m_panel->findChild<QLineEdit *>()->text().isEmpty());
}

void TestHistoryPanel::saysHowMany()
{
    fill(history::Finder::pageSize + 50);
    QVERIFY(says(u"150 submissions"_s));
    // Found, and not counted yet.
    m_panel->findChild<FilterBar *>()->setChoice({u"unlabeled"_s, {}, {}, {}, {}, {}});
    const auto *model = m_panel->findChild<HistoryModel *>();
    const QSignalSpy reset(model, &QAbstractItemModel::modelReset);
    QString atOnce;
    connect(model, &HistoryModel::answered, this, [&] {
        if (atOnce.isEmpty()) {
            atOnce = says(u"100+ of 150"_s) ? u"while it counts"_s : u"something else"_s;
        }
    });
    QTRY_VERIFY(says(u"150 of 150"_s));
    QCOMPARE(reset.size(), 1);
    QCOMPARE(atOnce, u"while it counts"_s);
}

void TestHistoryPanel::comparesOneOrTwo()
{
    fill(4);
    const QSignalSpy two(m_panel.get(), &HistoryPanel::compareRequested);
    const QSignalSpy now(m_panel.get(), &HistoryPanel::compareWithNowRequested);
    QVERIFY(!action(Command::Compare).isEnabled());
    click(1);
    QCOMPARE(action(Command::Compare).text(), u"&Compare with now"_s);
    action(Command::Compare).trigger();
    QCOMPARE(now.last().constFirst().toUuid(), idOf(1));
    // A pinned one stands above, but is the older one all the same.
    const QUuid third = idOf(2);
    QVERIFY(m_home->store->setPinned(third, true));
    QTRY_COMPARE(idOf(0), third);
    click(0);
    click(1, Qt::ControlModifier);
    QCOMPARE(action(Command::Compare).text(), u"&Compare the two"_s);
    action(Command::Compare).trigger();
    QCOMPARE(two.size(), 1);
    QCOMPARE(two.last()[0].toUuid(), third);
    QCOMPARE(two.last()[1].toUuid(), idOf(1));
    selectRows(0, 2);
    QVERIFY(!action(Command::Compare).isEnabled());
    QVERIFY(!action(Command::Compare).toolTip().isEmpty());
}

void TestHistoryPanel::asksOthers()
{
    fill(3);
    const QSignalSpy shown(m_panel.get(), &HistoryPanel::recordActivated);
    const QSignalSpy load(m_panel.get(), &HistoryPanel::loadRequested);
    const QSignalSpy revert(m_panel.get(), &HistoryPanel::revertRequested);
    const QSignalSpy exported(m_panel.get(), &HistoryPanel::exportRequested);
    const QSignalSpy imported(m_panel.get(), &HistoryPanel::importRequested);
    action(Command::Import).trigger();
    QCOMPARE(imported.size(), 1);
    action(Command::Export).trigger();
    QVERIFY(exported.last()[2].value<std::vector<QUuid>>().empty());
    click(1);
    action(Command::Show).trigger();
    action(Command::Load).trigger();
    action(Command::Revert).trigger();
    for (const QSignalSpy *spy : {&shown, &load, &revert}) {
        QCOMPARE(spy->last().constFirst().toUuid(), idOf(1));
    }
    QCOMPARE(shown.size(), 2);
    selectRows(1, 2);
    for (const Command one : {Command::Show, Command::Load, Command::Revert, Command::Note}) {
        QVERIFY(!action(one).isEnabled());
    }
    m_panel->findChild<QLineEdit *>()->setText(u"unlabeled"_s);
    QTRY_VERIFY(says(u"3 of 3"_s));
    action(Command::Export).trigger();
    QCOMPARE(exported.last()[0].value<history::Filter>(), history::Filter{.text = u"unlabeled"_s});
    QCOMPARE(exported.last()[1].toLongLong(), 3);
    QCOMPARE(exported.last()[2].value<std::vector<QUuid>>(), (std::vector{idOf(1), idOf(2)}));
}

void TestHistoryPanel::pinsByKey()
{
    fill(3);
    const QUuid last = idOf(2);
    click(2);
    QTest::keyClick(m_list, Qt::Key_P);
    QTRY_COMPARE(idOf(0), last);
    QVERIFY(m_home->store->read(last)->pinned);
    QVERIFY(m_list->selectionModel()->isSelected(row(0)));
    QTRY_COMPARE(action(Command::Pin).text(), u"Un&pin"_s);
    // With one that is not pinned all are.
    selectRows(0, 1);
    QCOMPARE(action(Command::Pin).text(), u"&Pin"_s);
    QTest::keyClick(m_list, Qt::Key_P);
    QTRY_VERIFY(row(1).data(HistoryModel::PinnedRole).toBool());
    QTRY_COMPARE(action(Command::Pin).text(), u"Un&pin"_s);
    QTest::keyClick(m_list, Qt::Key_P);
    QTRY_COMPARE(idOf(2), last);
}

void TestHistoryPanel::pinsManyElsewhere()
{
    fill(60);
    selectRows(0, 59);
    action(Command::Pin).trigger();
    QVERIFY(!action(Command::Pin).isEnabled()); // one work at a time
    QVERIFY(!action(Command::Delete).isEnabled());
    QTRY_VERIFY(action(Command::Pin).isEnabled());
    QTRY_COMPARE(action(Command::Pin).text(), u"Un&pin"_s);
    QCOMPARE(m_home->store->usage()->pinned, 60);
}

void TestHistoryPanel::editsANote()
{
    fill(3);
    click(1);
    QVERIFY(m_home->store->setNote(idOf(1), u"before"_s));
    QTest::keyClick(m_list, Qt::Key_N);
    auto *dialog = m_panel->findChild<NoteDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->activateWindow(); // there is no window manager offscreen to do it
    QTRY_COMPARE(QApplication::activeWindow(), dialog);
    auto *edit = dialog->findChild<QPlainTextEdit *>();
    QCOMPARE(edit->accessibleName(), u"Note"_s);
    QCOMPARE(edit->toPlainText(), u"before"_s);
    QTest::keyClicks(edit, u" and"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTest::keyClicks(edit, u"after"_s);
    QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!dialog->isVisible());
    QCOMPARE(m_home->store->read(idOf(1))->note, u"before and\nafter"_s);
    QTRY_COMPARE(row(1).data(HistoryModel::NoteRole).toString(), u"before and…"_s);
}

void TestHistoryPanel::aNoteHasAnEnd()
{
    QString kept;
    NoteDialog dialog(u"x"_s, {}, [&kept](const QString &note) {
        kept = note;
        return QString();
    });
    auto *edit = dialog.findChild<QPlainTextEdit *>();
    auto *save = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save);
    edit->setPlainText(QString(NoteDialog::mostCharacters + 1, u'x'));
    QVERIFY(!save->isEnabled());
    edit->setPlainText(QString(NoteDialog::mostCharacters, u'x'));
    QVERIFY(save->isEnabled());
    save->click();
    QCOMPARE(kept.size(), NoteDialog::mostCharacters);
}

void TestHistoryPanel::aNoteThatCannotBeKeptStays()
{
    fill(1);
    click(0);
    action(Command::Note).trigger();
    auto *dialog = m_panel->findChild<NoteDialog *>();
    auto *edit = dialog->findChild<QPlainTextEdit *>();
    edit->setPlainText(u"precious"_s);
    QVERIFY(m_home->store->remove({idOf(0)}));
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
    QVERIFY(dialog->isVisible());
    QVERIFY(dialog->findChild<Banner *>()->text().contains(u"no longer in the history"_s));
    QCOMPARE(edit->toPlainText(), u"precious"_s);
    dialog->reject();
}

void TestHistoryPanel::deletesWhenAsked()
{
    fill(5);
    QVERIFY(m_home->store->setPinned(idOf(4), true));
    QTRY_VERIFY(row(0).data(HistoryModel::PinnedRole).toBool());
    selectRows(0, 2);
    QTest::keyClick(m_list, Qt::Key_Delete);
    QVERIFY(!answer(u"Cancel"_s).isEmpty());
    QTRY_VERIFY(m_panel->findChild<QMessageBox *>() == nullptr);
    QCOMPARE(m_home->store->usage()->records, 5);
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    QTest::keyClick(m_list, Qt::Key_Delete);
    const QString asked = answer(u"&Delete"_s);
    QVERIFY2(asked.contains(u"3"_s) && asked.contains(u"1 of them"_s), qPrintable(asked));
    QTRY_COMPARE(m_list->model()->rowCount(), 2);
    QCOMPARE(m_home->store->usage()->records, 2);
    QVERIFY(!m_list->selectionModel()->hasSelection());
}

void TestHistoryPanel::deletesManyElsewhere()
{
    fill(350);
    while (m_list->model()->canFetchMore({})) {
        const int before = m_list->model()->rowCount();
        m_list->model()->fetchMore({});
        QTRY_VERIFY(m_list->model()->rowCount() > before);
    }
    selectRows(10, 349);
    action(Command::Delete).trigger();
    QVERIFY(!answer(u"&Delete"_s).isEmpty());
    QVERIFY(!action(Command::Delete).isEnabled());
    QVERIFY(says(u"Deleting"_s));
    QTRY_COMPARE(m_list->model()->rowCount(), 10);
    QTRY_VERIFY(!says(u"Deleting"_s));
    QTRY_VERIFY(says(u"10 submissions"_s));
}

void TestHistoryPanel::whatIsSubmittedStays()
{
    Record record = m_home->made(-5);
    record.state = Record::State::InFlight;
    m_home->add(record, {.pending = 1});
    fill(1, 1);
    click(0);
    QVERIFY(!action(Command::Delete).isEnabled());
    QVERIFY(action(Command::Delete).toolTip().contains(u"submitted"_s));
    QVERIFY(!action(Command::Revert).isEnabled());
    QVERIFY(action(Command::Note).isEnabled());
    selectRows(0, 1);
    action(Command::Delete).trigger();
    const QString asked = answer(u"&Delete"_s);
    QVERIFY2(asked.contains(u"1 are being submitted"_s), qPrintable(asked));
    QTRY_COMPARE(m_list->model()->rowCount(), 1);
    QCOMPARE(idOf(0), record.id);
}

void TestHistoryPanel::aNewerVersionIsOnlyLookedAt()
{
    m_home->addMany(2);
    m_home->finder.reset();
    m_home->store.reset();
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
        database.setDatabaseName(m_home->folder.filePath(u"history.sqlite"_s));
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(u"PRAGMA user_version = 99"_s));
    }
    QSqlDatabase::removeDatabase(u"newer"_s);
    m_home->open();
    QVERIFY(m_home->store->isReadOnly());
    m_panel->setHistory(m_home->store.get(), m_home->finder.get());
    QTRY_COMPARE(m_list->model()->rowCount(), 2);
    const auto banners = m_panel->findChildren<Banner *>();
    QVERIFY(std::ranges::any_of(banners, [](const Banner *banner) {
        return banner->isVisible() && banner->text().contains(u"newer version"_s);
    }));
    click(0);
    for (const Command writing : {Command::Pin, Command::Note, Command::Import, Command::Delete}) {
        QVERIFY(!action(writing).isEnabled());
        QVERIFY(action(writing).toolTip().contains(u"newer version"_s));
    }
    for (const Command looking :
         {Command::Show, Command::Compare, Command::Load, Command::Export}) {
        QVERIFY(action(looking).isEnabled());
    }
}

void TestHistoryPanel::menus()
{
    fill(2);
    ui::widgets::MenuButton *more = nullptr;
    for (auto *candidate : m_panel->findChildren<ui::widgets::MenuButton *>()) {
        if (candidate->accessibleName() == "History actions"_L1) {
            more = candidate;
        }
    }
    QVERIFY(more);
    QMenu &menu = *more->offered();
    QTest::keyClick(more, Qt::Key_Space);
    QVERIFY(menu.isVisible());
    menu.close();
    click(1);
    const QPoint inside = m_list->visualRect(row(1)).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, inside,
                            m_list->viewport()->mapToGlobal(inside));
    QApplication::sendEvent(m_list->viewport(), &event);
    QVERIFY(menu.isVisible());
    QVERIFY(menu.actions().contains(&action(Command::Storage)));
    menu.close();
    // Where there is no history there is nothing to do.
    m_panel->setHistory(nullptr, nullptr);
    QVERIFY(!more->isEnabled());
    QVERIFY(!action(Command::Storage).isEnabled());
}

void TestHistoryPanel::byKeyboardAlone()
{
    fill(3);
    const QSignalSpy activated(m_panel.get(), &HistoryPanel::recordActivated);
    auto *field = m_panel->findChild<QLineEdit *>();
    field->setFocus();
    QStringList names;
    for (int i = 0; i < 6; ++i) {
        names += QApplication::focusWidget()->accessibleName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const QString &name :
         {u"Search history"_s, u"Filter history"_s, u"History actions"_s, u"History"_s}) {
        QVERIFY2(names.contains(name), qPrintable(name + u" in "_s + names.join(u", "_s)));
    }
    m_list->setFocus();
    QTest::keyClick(m_list, Qt::Key_Down);
    QTest::keyClick(m_list, Qt::Key_Return);
    QVERIFY(activated.size() >= 1);
    QTest::keyClick(m_list, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_list->selectionModel()->selectedIndexes().size(), 3);
    QTest::keyClick(m_list, Qt::Key_P);
    QTRY_VERIFY(row(2).data(HistoryModel::PinnedRole).toBool());
}

void TestHistoryPanel::countsInWords_data()
{
    QTest::addColumn<Counts>("counts");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("worst");
    using submission::Outcome;
    QTest::newRow("stored") << Counts{.stored = 2} << u"2 stored"_s << int(Outcome::Stored);
    QTest::newRow("failed") << Counts{.stored = 4, .failed = 1} << u"4 stored, 1 failed"_s
                            << int(Outcome::Failed);
    QTest::newRow("all")
        << Counts{1, 2, 3, 4, 5, 6, 7, 8}
        << u"1 stored, 2 stored differently, 3 failed, 8 not stored, 4 missing, 5 unknown, "
           u"6 not sent, 7 waiting"_s
        << int(Outcome::Pending);
    QTest::newRow("unknown before failed")
        << Counts{.failed = 1, .unknown = 1} << u"1 failed, 1 unknown"_s << int(Outcome::Unknown);
    QTest::newRow("not stored before missing")
        << Counts{.missing = 1, .notStored = 1} << u"1 not stored, 1 missing"_s
        << int(Outcome::NotStored);
    QTest::newRow("missing before different")
        << Counts{.storedDifferently = 1, .missing = 1} << u"1 stored differently, 1 missing"_s
        << int(Outcome::Missing);
    QTest::newRow("not sent") << Counts{.stored = 1, .notSent = 1} << u"1 stored, 1 not sent"_s
                              << int(Outcome::NotSent);
    QTest::newRow("none") << Counts{} << u"no limits"_s << int(Outcome::Stored);
}

void TestHistoryPanel::countsInWords()
{
    QFETCH(const Counts, counts);
    QFETCH(const QString, words);
    QFETCH(const int, worst);
    QCOMPARE(ui::widgets::countsText(counts), words);
    QCOMPARE(int(ui::widgets::worstOutcome(counts)), worst);
}

void TestHistoryPanel::times_data()
{
    QTest::addColumn<QDateTime>("time");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("inList");
    QTest::addColumn<QString>("whole");
    QTest::addColumn<QString>("seconds");
    const QLocale british(QLocale::English, QLocale::UnitedKingdom);
    const QLocale american(QLocale::English, QLocale::UnitedStates);
    const QLocale german(QLocale::German, QLocale::Germany);
    const auto at = [](int year, int month, int day) {
        return QDateTime(QDate(year, month, day), QTime(9, 5, 7)).toUTC();
    };
    QTest::newRow("today") << at(2026, 11, 3) << british << u"09:05"_s << u"3 Nov 2026 09:05"_s
                           << u"09:05:07"_s;
    QTest::newRow("this year") << at(2026, 5, 2) << british << u"2 May 09:05"_s
                               << u"2 May 2026 09:05"_s << u"09:05:07"_s;
    QTest::newRow("another year") << at(2024, 5, 2) << british << u"2 May 2024 09:05"_s
                                  << u"2 May 2024 09:05"_s << u"09:05:07"_s;
    QTest::newRow("twelve hours") << at(2026, 11, 3) << american << u"9:05 AM"_s
                                  << u"3 Nov 2026 9:05 AM"_s << u"9:05:07 AM"_s;
    QTest::newRow("German") << at(2026, 5, 2) << german << u"2 Mai 09:05"_s << u"2 Mai 2026 09:05"_s
                            << u"09:05:07"_s;
}

void TestHistoryPanel::times()
{
    QFETCH(const QDateTime, time);
    QFETCH(const QLocale, locale);
    QFETCH(const QString, inList);
    QFETCH(const QString, whole);
    QFETCH(const QString, seconds);
    QCOMPARE(ui::widgets::timeInList(time, QDate(2026, 11, 3), locale), inList);
    QCOMPARE(ui::widgets::dateTimeText(time, locale), whole);
    QCOMPARE(ui::widgets::timeWithSeconds(time, locale), seconds);
    QVERIFY(ui::widgets::zoneText(time).startsWith("UTC"_L1));
}

TEST_MAIN(QApplication, TestHistoryPanel)
#include "tst_historypanel.moc"
