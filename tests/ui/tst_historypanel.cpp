#include "app/history/store.h"
#include "tests/support/testmain.h"
#include "ui/history/historymodel.h"
#include "ui/history/historypanel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/outcomewords.h"
#include "ui/widgets/timetext.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using history::Counts;
using history::Record;
using ui::history::HistoryModel;
using ui::history::HistoryPanel;

namespace {

class Noon final : public support::Clock
{
public:
    // At noon, local time, so that hours either way stay on the day in every zone.
    [[nodiscard]] QDateTime now() const override
    {
        return QDateTime(QDate(2026, 11, 3), QTime(12, 0)).toUTC();
    }
};

Record made(const QDateTime &time, const QString &from = u"Contacts"_s)
{
    Record record;
    record.id = QUuid::createUuid();
    record.createdAt = time;
    record.accountId = u"sandbox"_s;
    record.accountName = u"Sandbox <1>"_s;
    record.pair = {u"0-1"_s, u"0-2"_s};
    record.fromName = from;
    record.toName = u"Companies"_s;
    return record;
}

} // namespace

class TestHistoryPanel : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init();
    void cleanup();
    void readsInPages();
    void followsTheStore();
    void searches();
    void rows();
    void showsItsStates();
    void selectsByKeyboardAndMouse();
    void selectsByProgramInSilence();
    void focusSelectsNothing();
    void searchField();
    void countsInWords_data();
    void countsInWords();
    void times_data();
    void times();

private:
    void add(const Record &record, const Counts &counts = {});

    Noon m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<history::Store> m_store;
};

void TestHistoryPanel::init()
{
    StrictTest::init();
    m_folder = std::make_unique<QTemporaryDir>();
    auto store = history::Store::open(m_folder->path(), m_clock);
    QVERIFY(store.hasValue());
    m_store = std::move(store).value();
}

void TestHistoryPanel::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

void TestHistoryPanel::add(const Record &record, const Counts &counts)
{
    QVERIFY(m_store->add(record, counts).hasValue());
}

void TestHistoryPanel::readsInPages()
{
    for (int i = 0; i < HistoryModel::pageSize + 7; ++i) {
        add(made(m_clock.now().addSecs(-i)));
    }
    HistoryModel model(m_clock);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setStore(m_store.get());
    QCOMPARE(model.rowCount(), HistoryModel::pageSize);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QCOMPARE(model.rowCount(), HistoryModel::pageSize + 7);
    QVERIFY(!model.canFetchMore({}));
    QSet<QUuid> ids;
    for (int row = 0; row < model.rowCount(); ++row) {
        ids.insert(model.index(row).data(HistoryModel::IdRole).toUuid());
    }
    QCOMPARE(ids.size(), model.rowCount());
    model.setStore(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestHistoryPanel::followsTheStore()
{
    add(made(m_clock.now().addSecs(-60)));
    HistoryModel model(m_clock);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setStore(m_store.get());
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    Record record = made(m_clock.now());
    add(record, {.pending = 3});
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(model.indexOf(record.id).row(), 0);
    QCOMPARE(model.index(0).data(HistoryModel::CountsRole).toString(), u"3 waiting"_s);
    record.state = Record::State::Finished;
    QVERIFY(m_store->saveExchanges(record, {}, {.stored = 2, .failed = 1}).hasValue());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(0).data(HistoryModel::CountsRole).toString(), u"2 stored, 1 failed"_s);
}

void TestHistoryPanel::searches()
{
    add(made(m_clock.now().addSecs(-60), u"Deals"_s));
    add(made(m_clock.now().addSecs(-30)));
    HistoryModel model(m_clock);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setStore(m_store.get());
    model.setSearch(u"deal"_s);
    QCOMPARE(model.rowCount(), 1);
    add(made(m_clock.now().addSecs(-10)));
    QCOMPARE(model.rowCount(), 1);
    add(made(m_clock.now(), u"Deals"_s));
    QCOMPARE(model.rowCount(), 2);
    model.setSearch({});
    QCOMPARE(model.rowCount(), 4);
}

void TestHistoryPanel::rows()
{
    add(made(m_clock.now().addSecs(-60)), {.stored = 4, .unknown = 1});
    HistoryModel model(m_clock);
    model.setStore(m_store.get());
    const QModelIndex row = model.index(0);
    QCOMPARE(row.data(HistoryModel::TimeRole).toString(), u"11:59"_s);
    QCOMPARE(row.data(HistoryModel::PairRole).toString(), u"Contacts → Companies"_s);
    QCOMPARE(row.data(HistoryModel::OutcomeRole).toInt(), int(submission::Outcome::Unknown));
    QCOMPARE(row.data(HistoryModel::AccountRole).toString(), u"Sandbox <1>"_s);
    QCOMPARE(row.data(Qt::AccessibleTextRole).toString(),
             u"3 Nov 2026 11:59, from Contacts to Companies: 4 stored, 1 unknown. "
             u"Account Sandbox <1>"_s);
    QVERIFY(row.data(Qt::ToolTipRole).toString().contains("Sandbox &lt;1&gt;"_L1));
    model.setCurrentAccount(u"sandbox"_s);
    QCOMPARE(row.data(HistoryModel::AccountRole).toString(), QString());
}

void TestHistoryPanel::showsItsStates()
{
    HistoryPanel panel(m_clock);
    panel.resize(270, 400);
    panel.show();
    auto *list = panel.findChild<QListView *>();
    QCOMPARE(list->accessibleName(), u"History"_s);
    const auto says = [&panel](const QString &words) {
        const auto labels = panel.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&words](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    };
    QVERIFY(says(u"Opening"_s));
    panel.setStore(m_store.get());
    QVERIFY(says(u"No submissions yet"_s));
    QVERIFY(!list->isVisible());
    add(made(m_clock.now()));
    QVERIFY(list->isVisible());
    auto *notice = panel.findChild<ui::widgets::Banner *>();
    QVERIFY(!notice->isVisible());
    panel.setNotice(u"A damaged file <b>was</b> set aside."_s);
    QVERIFY(notice->isVisible());
    QCOMPARE(notice->text(), u"A damaged file <b>was</b> set aside."_s);
    panel.setNotice({});
    QVERIFY(!notice->isVisible());
    panel.setUnavailable(u"The disk is gone."_s);
    QVERIFY(!list->isVisible());
    QVERIFY(says(u"The disk is gone."_s));
}

void TestHistoryPanel::selectsByKeyboardAndMouse()
{
    const Record older = made(m_clock.now().addSecs(-60));
    const Record newer = made(m_clock.now());
    add(older, {.failed = 1});
    add(newer, {.stored = 1});
    HistoryPanel panel(m_clock);
    panel.resize(270, 400);
    panel.setStore(m_store.get());
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    auto *list = panel.findChild<QListView *>();
    const QSignalSpy activated(&panel, &HistoryPanel::recordActivated);
    const QPoint first = list->visualRect(list->model()->index(0, 0)).center();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, first);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.last().constFirst().toUuid(), newer.id);
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(activated.size(), 2);
    QCOMPARE(activated.last().constFirst().toUuid(), older.id);
    // The selection stays on its entry when a new one comes above it.
    add(made(m_clock.now().addSecs(5)));
    QCOMPARE(activated.size(), 2);
    QCOMPARE(list->currentIndex().data(HistoryModel::IdRole).toUuid(), older.id);
    QVERIFY(!list->grab().isNull());
}

void TestHistoryPanel::selectsByProgramInSilence()
{
    const Record record = made(m_clock.now());
    add(record);
    HistoryPanel panel(m_clock);
    panel.setStore(m_store.get());
    auto *list = panel.findChild<QListView *>();
    const QSignalSpy activated(&panel, &HistoryPanel::recordActivated);
    panel.select(record.id);
    QVERIFY(list->selectionModel()->hasSelection());
    panel.clearSelection();
    QVERIFY(!list->selectionModel()->hasSelection());
    panel.select(QUuid::createUuid());
    QVERIFY(!list->selectionModel()->hasSelection());
    QCOMPARE(activated.size(), 0);
}

void TestHistoryPanel::focusSelectsNothing()
{
    add(made(m_clock.now()));
    HistoryPanel panel(m_clock);
    panel.setStore(m_store.get());
    panel.show();
    QVERIFY(QTest::qWaitForWindowExposed(&panel));
    auto *list = panel.findChild<QListView *>();
    const QSignalSpy activated(&panel, &HistoryPanel::recordActivated);
    list->setFocus(Qt::TabFocusReason);
    QVERIFY(list->hasFocus());
    QCOMPARE(activated.size(), 0);
    QTest::keyClick(list, Qt::Key_Space);
    QCOMPARE(activated.size(), 1);
}

void TestHistoryPanel::searchField()
{
    add(made(m_clock.now().addSecs(-60), u"Deals"_s));
    add(made(m_clock.now()));
    HistoryPanel panel(m_clock);
    panel.setStore(m_store.get());
    auto *field = panel.findChild<QLineEdit *>();
    QCOMPARE(field->accessibleName(), u"Search history"_s);
    auto *list = panel.findChild<QListView *>();
    QTest::keyClicks(field, u"Deal"_s);
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTest::keyClicks(field, u"zzz"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(list->model()->rowCount(), 0);
    field->clear();
    QTRY_COMPARE(list->model()->rowCount(), 2);
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
