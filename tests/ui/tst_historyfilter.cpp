#include "tests/support/testmain.h"
#include "tests/ui/historyhome.h"
#include "ui/history/filterbar.h"
#include "ui/history/rangedialog.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/menubutton.h"

#include <QAction>
#include <QApplication>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

#include <ctime>

using namespace Qt::StringLiterals;
using history::Filter;
using history::RecordOutcome;
using tests::SettableClock;
using ui::history::Days;
using ui::history::FilterBar;
using ui::history::FilterChoice;
using ui::widgets::Chip;

namespace {

QDateTime utc(int year, int month, int day, int hour)
{
    return {QDate(year, month, day), QTime(hour, 0), Qt::UTC};
}

/// The entry with that text, in the menu or one inside it.
QAction *entry(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->menu() == nullptr && action->text() == text) {
            return action;
        }
        if (QAction *inside = action->menu() ? entry(*action->menu(), text) : nullptr) {
            return inside;
        }
    }
    return nullptr;
}

QStringList chipNames(const FilterBar &bar)
{
    QStringList names;
    for (const Chip *chip : bar.findChildren<Chip *>()) {
        if (chip->isVisible()) {
            names += chip->accessibleName();
        }
    }
    return names;
}

} // namespace

class TestHistoryFilter : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void daysBeginAtMidnightHere_data();
    void daysBeginAtMidnightHere();
    void typingIsGatheredInATurn();
    void escapeClearsTheSearch();
    void theMenuChooses();
    void accountsAreOffered();
    void chipsAreTakenAwayByKeyboard();
    void severalAreClearedAtOnce();
    void aRangeIsAskedFor();
    void todayStaysToday();
    void chipsBreakIntoRows();
    void aLongChipGivesWay();

private:
    [[nodiscard]] Filter last() const { return m_changes->last().constFirst().value<Filter>(); }
    void choose(const QString &text)
    {
        QAction *action = entry(*m_bar->button().offered(), text);
        QVERIFY2(action, qPrintable(text));
        action->trigger();
    }

    SettableClock m_clock;
    std::unique_ptr<FilterBar> m_bar;
    std::unique_ptr<QSignalSpy> m_changes;
    QLineEdit *m_search = nullptr;
};

void TestHistoryFilter::initTestCase()
{
    // Here clocks were put forward at midnight: 4 November 2018 began at one o'clock.
    qputenv("TZ", "America/Sao_Paulo");
    tzset();
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void TestHistoryFilter::init()
{
    StrictTest::init();
    m_clock.set(utc(2026, 11, 3, 15));
    m_bar = std::make_unique<FilterBar>(m_clock);
    m_changes = std::make_unique<QSignalSpy>(m_bar.get(), &FilterBar::filterChanged);
    m_search = m_bar->findChild<QLineEdit *>();
    m_bar->resize(300, 200);
    m_bar->show();
    QVERIFY(QTest::qWaitForWindowActive(m_bar.get()));
}

void TestHistoryFilter::cleanup()
{
    m_changes.reset();
    m_bar.reset();
}

void TestHistoryFilter::daysBeginAtMidnightHere_data()
{
    QTest::addColumn<Days>("days");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<QDateTime>("from");
    QTest::addColumn<QDateTime>("until");
    using enum Days::Span;
    const QDate today(2026, 11, 3);
    QTest::newRow("any") << Days{} << today << QDateTime() << QDateTime();
    QTest::newRow("today") << Days{Today, {}, {}} << today << utc(2026, 11, 3, 3) << QDateTime();
    QTest::newRow("7 days") << Days{Last7, {}, {}} << today << utc(2026, 10, 28, 3) << QDateTime();
    QTest::newRow("30 days") << Days{Last30, {}, {}} << today << utc(2026, 10, 5, 3) << QDateTime();
    QTest::newRow("one day") << Days{Between, QDate(2026, 3, 31), QDate(2026, 3, 31)} << today
                             << utc(2026, 3, 31, 3) << utc(2026, 4, 1, 3);
    QTest::newRow("into summer time") << Days{Between, QDate(2018, 11, 3), QDate(2018, 11, 3)}
                                      << today << utc(2018, 11, 3, 3) << utc(2018, 11, 4, 3);
    QTest::newRow("in summer time") << Days{Between, QDate(2018, 11, 4), QDate(2018, 11, 4)}
                                    << today << utc(2018, 11, 4, 3) << utc(2018, 11, 5, 2);
}

void TestHistoryFilter::daysBeginAtMidnightHere()
{
    QFETCH(const Days, days);
    QFETCH(const QDate, today);
    QFETCH(const QDateTime, from);
    QFETCH(const QDateTime, until);
    FilterChoice choice;
    choice.days = days;
    const Filter filter = toFilter(choice, today);
    QCOMPARE(filter.from.value_or(QDateTime()), from);
    QCOMPARE(filter.until.value_or(QDateTime()), until);
    QCOMPARE(filter.isEmpty(), !from.isValid());
}

void TestHistoryFilter::typingIsGatheredInATurn()
{
    QCOMPARE(m_search->accessibleName(), u"Search history"_s);
    QTest::keyClicks(m_search, u" deals "_s);
    QCOMPARE(m_changes->size(), 0);
    QTRY_COMPARE(m_changes->size(), 1);
    QCOMPARE(last(), Filter{.text = u"deals"_s});
    QTest::keyClicks(m_search, u"x"_s);
    QTRY_COMPARE(m_changes->size(), 2);
    QCOMPARE(last(), Filter{.text = u"deals x"_s});
}

void TestHistoryFilter::escapeClearsTheSearch()
{
    m_search->setFocus();
    QTest::keyClicks(m_search, u"deals"_s);
    // A window may have given Esc another meaning.
    QAction elsewhere;
    elsewhere.setShortcut(Qt::Key_Escape);
    m_bar->addAction(&elsewhere);
    const QSignalSpy stopped(&elsewhere, &QAction::triggered);
    QTest::keyClick(m_search, Qt::Key_Escape);
    QCOMPARE(m_search->text(), QString());
    QCOMPARE(stopped.size(), 0);
    QTRY_COMPARE(m_changes->size(), 1);
    QVERIFY(last().isEmpty());
    QTest::keyClick(m_search, Qt::Key_Escape);
    QCOMPARE(stopped.size(), 1);
    const QSignalSpy left(m_bar.get(), &FilterBar::left);
    QTest::keyClick(m_search, Qt::Key_Down);
    QCOMPARE(left.size(), 1);
}

void TestHistoryFilter::theMenuChooses()
{
    const QMenu &menu = *m_bar->button().offered();
    choose(u"Some failed"_s);
    QCOMPARE(last(), Filter{.outcome = RecordOutcome::SomeFailed});
    QVERIFY(entry(menu, u"Some failed"_s)->isChecked());
    choose(u"Failed"_s);
    QCOMPARE(last(), Filter{.outcome = RecordOutcome::Failed});
    QVERIFY(!entry(menu, u"Some failed"_s)->isChecked());
    choose(u"Removed limits"_s);
    QCOMPARE(last(), (Filter{.outcome = RecordOutcome::Failed, .kind = limits::Operation::Purge}));
    choose(u"Last 7 days"_s);
    QCOMPARE(last().from, utc(2026, 10, 28, 3));
    QCOMPARE(chipNames(*m_bar),
             (QStringList{u"Remove filter: Failed"_s, u"Remove filter: Removed limits"_s,
                          u"Remove filter: Last 7 days"_s}));
    // Any outcome; the others stay.
    QAction *any = entry(*menu.actions()[1]->menu(), u"Any"_s);
    QVERIFY(!any->isChecked());
    any->trigger();
    QCOMPARE(last().outcome, std::nullopt);
    QCOMPARE(last().kind, limits::Operation::Purge);
    QVERIFY(any->isChecked());
    QCOMPARE(m_changes->size(), 5);
}

void TestHistoryFilter::accountsAreOffered()
{
    const QMenu &menu = *m_bar->button().offered();
    const QSignalSpy opening(m_bar.get(), &FilterBar::menuOpening);
    QTest::keyClick(&m_bar->button(), Qt::Key_Space);
    QCOMPARE(opening.size(), 1);
    QVERIFY(menu.isVisible());
    QAction &accounts = *menu.actions().constFirst();
    QVERIFY(!accounts.isVisible());
    m_bar->setAccounts({{u"sandbox"_s, u"Sandbox"_s}});
    QVERIFY(!accounts.isVisible()); // with one there is nothing to choose
    m_bar->setAccounts({{u"sandbox"_s, u"Sandbox"_s}, {u"hubspot:1"_s, {}}, {u"b"_s, u"B & C"_s}});
    QVERIFY(accounts.isVisible());
    choose(u"hubspot:1"_s);
    QCOMPARE(last(), Filter{.accountId = u"hubspot:1"_s});
    QCOMPARE(chipNames(*m_bar), QStringList{u"Remove filter: hubspot:1"_s});
    choose(u"B && C"_s);
    QCOMPARE(last(), Filter{.accountId = u"b"_s});
    QCOMPARE(chipNames(*m_bar), QStringList{u"Remove filter: B & C"_s});
    m_bar->button().offered()->close();
}

void TestHistoryFilter::chipsAreTakenAwayByKeyboard()
{
    choose(u"Failed"_s);
    choose(u"Today"_s);
    m_search->setFocus();
    QTest::keyClick(m_search, Qt::Key_Tab);
    auto *chip = qobject_cast<Chip *>(QApplication::focusWidget());
    QVERIFY(chip);
    QCOMPARE(chip->accessibleName(), u"Remove filter: Failed"_s);
    QTest::keyClick(chip, Qt::Key_Space);
    QCOMPARE(last().outcome, std::nullopt);
    QCOMPARE(chipNames(*m_bar), QStringList{u"Remove filter: Today"_s});
    // The focus does not get lost with it.
    chip = qobject_cast<Chip *>(QApplication::focusWidget());
    QVERIFY(chip);
    QCOMPARE(chip->accessibleName(), u"Remove filter: Today"_s);
    QTest::keyClick(chip, Qt::Key_Space);
    QVERIFY(last().isEmpty());
    QVERIFY(m_search->hasFocus());
}

void TestHistoryFilter::severalAreClearedAtOnce()
{
    auto *all = m_bar->findChild<QPushButton *>();
    QCOMPARE(all->accessibleName(), u"Clear all"_s);
    QVERIFY(!all->isVisible());
    choose(u"Failed"_s);
    QVERIFY(!all->isVisible());
    QTest::keyClicks(m_search, u"deals"_s);
    QVERIFY(all->isVisible());
    m_search->clear();
    QVERIFY(!all->isVisible());
    choose(u"Today"_s);
    QVERIFY(all->isVisible());
    QTest::keyClicks(m_search, u"deals"_s);
    QTest::mouseClick(all, Qt::LeftButton);
    QVERIFY(last().isEmpty());
    QVERIFY(m_search->text().isEmpty());
    QVERIFY(chipNames(*m_bar).isEmpty());
    const auto count = m_changes->size();
    QTest::qWait(10);
    QCOMPARE(m_changes->size(), count); // the typing before is not told after all
}

void TestHistoryFilter::aRangeIsAskedFor()
{
    choose(u"&Range…"_s);
    QVERIFY(!entry(*m_bar->button().offered(), u"&Range…"_s)->isChecked());
    auto *dialog = m_bar->findChild<ui::history::RangeDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    const auto edits = dialog->findChildren<QDateEdit *>();
    QCOMPARE(edits.size(), 2);
    QCOMPARE(edits[0]->accessibleName(), u"First day"_s);
    QCOMPARE(edits[0]->date(), QDate(2026, 10, 28));
    QCOMPARE(edits[1]->date(), QDate(2026, 11, 3));
    edits[0]->setDate(QDate(2026, 4, 2));
    edits[1]->setDate(QDate(2026, 3, 31)); // the other way round
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    QCOMPARE(last().from, utc(2026, 3, 31, 3));
    QCOMPARE(last().until, utc(2026, 4, 3, 3));
    QCOMPARE(chipNames(*m_bar), QStringList{u"Remove filter: 2026-03-31 to 2026-04-02"_s});
    QVERIFY(entry(*m_bar->button().offered(), u"&Range…"_s)->isChecked());
}

void TestHistoryFilter::todayStaysToday()
{
    m_clock.set(utc(2026, 11, 4, 3).addMSecs(-50)); // just before midnight here
    FilterBar bar(m_clock);
    const QSignalSpy changed(&bar, &FilterBar::filterChanged);
    const QSignalSpy day(&bar, &FilterBar::dayChanged);
    FilterChoice choice;
    choice.days.span = Days::Span::Today;
    bar.setChoice(choice);
    QCOMPARE(bar.filter().from, utc(2026, 11, 3, 3));
    m_clock.set(utc(2026, 11, 4, 3));
    QTRY_COMPARE(day.size(), 1);
    QCOMPARE(bar.filter().from, utc(2026, 11, 4, 3));
    QCOMPARE(changed.last().constFirst().value<Filter>(), bar.filter());
}

void TestHistoryFilter::chipsBreakIntoRows()
{
    m_bar->setChoice({{},
                      u"a"_s,
                      u"Production"_s,
                      RecordOutcome::AllStored,
                      limits::Operation::Create,
                      {Days::Span::Last30, {}, {}}});
    QTRY_VERIFY(m_bar->findChild<QPushButton *>()->y() > 0);
    const auto chips = m_bar->findChildren<Chip *>();
    QWidget *flow = chips.constFirst()->parentWidget();
    for (const int width : {300, 500}) {
        m_bar->resize(width, 200);
        QTRY_COMPARE(flow->width(), width);
        QSet<int> rows;
        for (const Chip *chip : chips) {
            QVERIFY(flow->rect().contains(chip->geometry()));
            QCOMPARE(chip->width(), chip->sizeHint().width());
            rows.insert(chip->y());
        }
        QCOMPARE(rows.size(), width == 300 ? 2 : 1);
        QCOMPARE(flow->height(), flow->heightForWidth(width));
    }
}

void TestHistoryFilter::aLongChipGivesWay()
{
    FilterChoice choice;
    choice.accountId = u"a"_s;
    choice.accountName = u"The account of a company with a very long name indeed, in production"_s;
    m_bar->setChoice(choice);
    auto *chip = m_bar->findChild<Chip *>();
    QTRY_COMPARE(chip->width(), 300 - 16);
    QVERIFY(chip->sizeHint().width() > 300);
    QVERIFY(chip->toolTip().contains(u"in production"_s));
    QVERIFY(m_bar->minimumSizeHint().width() < 300);
    QVERIFY(!chip->grab().isNull());
}

TEST_MAIN(QApplication, TestHistoryFilter)
#include "tst_historyfilter.moc"
