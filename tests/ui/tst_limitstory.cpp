#include "app/history/store.h"
#include "app/submission/outcomes.h"
#include "tests/support/testmain.h"
#include "tests/unit/changedrecords.h"
#include "ui/history/limitstory.h"
#include "ui/history/storychart.h"
#include "ui/history/storyscale.h"
#include "ui/widgets/banner.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QFile>
#include <QHelpEvent>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;
using limits::LiveLimit;
using tests::Came;
using tests::exchange;
using tests::recordAt;
using ui::history::LimitStory;
using ui::history::StoryChart;
using ui::history::TimeAxis;

namespace {

const history::LimitKey owner{u"sandbox"_s, tests::forth, limits::Category::UserDefined, 28};

history::Record ofOwner(int minutes, const LiveLimit &before, std::optional<qint32> limit,
                        Came came = Came::Stored)
{
    return recordAt(minutes, {exchange({{28, before, limit}}, came)});
}

/// A store with records and a finder in it.
struct Bench
{
    explicit Bench(const std::vector<history::Record> &records = {})
    {
        for (const history::Record &record : records) {
            add(record);
        }
    }

    void add(const history::Record &record) const
    {
        QVERIFY(store->add(record, submission::countsOf(submission::outcomesOf(record))));
    }

    [[nodiscard]] std::unique_ptr<LimitStory> open()
    {
        auto story = std::make_unique<LimitStory>(
            finder, owner, LimitStory::Names{u"Owner"_s, u"Contacts"_s, u"Companies"_s});
        story->show();
        return story;
    }

    QTemporaryDir folder;
    support::SystemClock clock;
    std::unique_ptr<history::Store> store =
        std::move(history::Store::open(folder.path(), clock)).value();
    history::Finder finder{folder.path(), clock};
};

QTableView *table(const LimitStory &story)
{
    return story.findChild<QTableView *>();
}

StoryChart *chart(const LimitStory &story)
{
    return story.findChild<StoryChart *>();
}

QStringList rows(const LimitStory &story)
{
    const QAbstractItemModel &model = *table(story)->model();
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            cells.append(model.index(row, column).data().toString());
        }
        lines.append(cells.join(u" | "_s));
    }
    return lines;
}

QString words(const LimitStory &story)
{
    QStringList texts;
    for (const QLabel *label : story.findChildren<QLabel *>()) {
        if (label->isVisible()) {
            texts.append(label->text());
        }
    }
    return texts.join(u'\n');
}

QStringList texts(const TimeAxis &axis)
{
    QStringList lines;
    std::optional<QDateTime> before;
    for (const QDateTime &tick : axis.ticks()) {
        lines.append(axis.text(tick, before, QLocale()));
        before = tick;
    }
    return lines;
}

QDateTime local(const QDate &date, const QTime &time)
{
    return {date, time};
}

} // namespace

class TestLimitStory : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void tellsTheStory();
    void theChartSaysItInWords();
    void activatingShowsTheRecord();
    void aMarkSelectsItsRow();
    void readsOlderOnesAsItScrolls();
    void followsWhatIsWritten();
    void saysThatThereIsNothing();
    void saysThatItCanNotBeRead();
    void ticks_data();
    void ticks();
    void scale();
};

void TestLimitStory::tellsTheStory()
{
    Bench bench({ofOwner(0, LiveLimit::many(), 7), ofOwner(1, LiveLimit::of(7), 8, Came::Failed),
                 ofOwner(2, LiveLimit::of(7), 9, Came::Nothing), ofOwner(3, {}, {})});
    const auto story = bench.open();
    QCOMPARE(story->windowTitle(), u"History of Owner"_s);
    QVERIFY(words(*story).contains(u"Custom type 28, Contacts → Companies"_s));
    QVERIFY(words(*story).contains(u"Reading the history…"_s));
    QTRY_COMPARE(rows(*story).size(), 4);
    const QAbstractItemModelTester tester(table(*story)->model());
    QCOMPARE(rows(*story), QStringList({u"3 Nov 2026 13:03 | unknown → Many | Many | Stored"_s,
                                        u"3 Nov 2026 13:02 | 7 → 9 | unknown | Unknown"_s,
                                        u"3 Nov 2026 13:01 | 7 → 8 | 7 | Failed: No."_s,
                                        u"3 Nov 2026 13:00 | Many → 7 | 7 | Stored"_s}));
    QVERIFY(!words(*story).contains(u"Reading the history…"_s));
}

void TestLimitStory::theChartSaysItInWords()
{
    Bench bench({ofOwner(0, LiveLimit::many(), 7), ofOwner(1, LiveLimit::of(7), 8, Came::Failed)});
    const auto story = bench.open();
    QTRY_COMPARE(rows(*story).size(), 2);
    QCOMPARE(chart(*story)->accessibleDescription(),
             u"Newest first. 3 Nov 2026 13:01: from 7 to 8, Failed. 3 Nov 2026 13:00: from Many to "
             "7, Stored."_s);
}

void TestLimitStory::activatingShowsTheRecord()
{
    const history::Record older = ofOwner(0, LiveLimit::many(), 7);
    Bench bench({older, ofOwner(1, LiveLimit::of(7), 9)});
    const auto story = bench.open();
    QVERIFY(QTest::qWaitForWindowActive(story.get()));
    QTRY_COMPARE(rows(*story).size(), 2);
    QSignalSpy activated(story.get(), &LimitStory::recordActivated);
    QTest::keyClick(table(*story), Qt::Key_Down);
    QTest::keyClick(table(*story), Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated[0][0].toUuid(), older.id);
    QVERIFY(story->isVisible());
}

void TestLimitStory::aMarkSelectsItsRow()
{
    Bench bench({ofOwner(0, LiveLimit::many(), 7), ofOwner(600, LiveLimit::of(7), 9)});
    const auto story = bench.open();
    QTRY_COMPARE(rows(*story).size(), 2);
    QCOMPARE(table(*story)->currentIndex().row(), 0);
    // Marks are wherever a tool tip is.
    const StoryChart &drawing = *chart(*story);
    std::optional<QPoint> first;
    for (int x = 0; x < drawing.width() && !first; x += 4) {
        for (int y = 0; y < drawing.height() && !first; y += 4) {
            QHelpEvent help(QEvent::ToolTip, {x, y}, drawing.mapToGlobal(QPoint(x, y)));
            QApplication::sendEvent(chart(*story), &help);
            if (QToolTip::isVisible() && QToolTip::text().contains(u"Many → 7"_s)) {
                first = QPoint(x, y);
            }
        }
    }
    QVERIFY(first);
    QTest::mouseClick(chart(*story), Qt::LeftButton, {}, *first + QPoint(4, 0));
    QCOMPARE(table(*story)->currentIndex().row(), 1);
}

void TestLimitStory::readsOlderOnesAsItScrolls()
{
    std::vector<history::Record> records;
    for (int i = 0; i < history::Finder::pageSize + 20; ++i) {
        records.push_back(ofOwner(i, LiveLimit::of(i + 1), i + 2));
    }
    Bench bench(records);
    const auto story = bench.open();
    QTRY_COMPARE(rows(*story).size(), history::Finder::pageSize);
    table(*story)->verticalScrollBar()->setValue(table(*story)->verticalScrollBar()->maximum());
    QTRY_COMPARE(rows(*story).size(), history::Finder::pageSize + 20);
    QCOMPARE(rows(*story).last(), u"3 Nov 2026 13:00 | 1 → 2 | 2 | Stored"_s);
    QCOMPARE(table(*story)->currentIndex().row(), 0);
    QVERIFY(!table(*story)->model()->canFetchMore({}));
}

void TestLimitStory::followsWhatIsWritten()
{
    Bench bench({ofOwner(0, LiveLimit::many(), 7)});
    QSignalSpy found(&bench.finder, &history::Finder::found);
    bench.finder.find({});
    QVERIFY(found.wait());
    const auto story = bench.open();
    QTRY_COMPARE(rows(*story).size(), 1);
    bench.add(ofOwner(5, LiveLimit::of(7), 2));
    bench.finder.look();
    QTRY_COMPARE(rows(*story).size(), 2);
    QVERIFY(rows(*story).first().contains(u"7 → 2"_s));
}

void TestLimitStory::saysThatThereIsNothing()
{
    Bench bench({recordAt(0, {exchange({{29, {}, 7}}, Came::Stored)})});
    const auto story = bench.open();
    QTRY_VERIFY2(words(*story).contains(u"Never asked for"_s), qPrintable(words(*story)));
    QVERIFY(!table(*story)->isVisible());
}

void TestLimitStory::saysThatItCanNotBeRead()
{
    Bench bench;
    history::Finder nowhere(bench.folder.filePath(u"nothing/here"_s), bench.clock);
    // A folder that cannot be made: its name is a file's.
    QFile file(bench.folder.filePath(u"nothing"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    LimitStory story(nowhere, owner, {u"Owner"_s, u"Contacts"_s, u"Companies"_s});
    story.show();
    const auto *banner = story.findChild<ui::widgets::Banner *>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(u"The history can't be read."_s), qPrintable(banner->text()));
}

void TestLimitStory::ticks_data()
{
    QTest::addColumn<QDateTime>("first");
    QTest::addColumn<QDateTime>("last");
    QTest::addColumn<QStringList>("expected");
    const QDate day(2026, 11, 3);
    QTest::newRow("an hour") << local(day, {13, 5}) << local(day, {14, 5})
                             << QStringList(
                                    {u"3 Nov 2026 13:15"_s, u"13:30"_s, u"13:45"_s, u"14:00"_s});
    QTest::newRow("over midnight")
        << local(day, {21, 0}) << local(day.addDays(1), {6, 0})
        << QStringList({u"3 Nov 2026 21:00"_s, u"4 Nov 00:00"_s, u"03:00"_s, u"06:00"_s});
    QTest::newRow("days") << local(day, {13, 0}) << local(day.addDays(3), {13, 0})
                          << QStringList({u"4 Nov 2026"_s, u"5 Nov"_s, u"6 Nov"_s});
    QTest::newRow("a year") << local({2026, 2, 10}, {13, 0}) << local({2027, 2, 3}, {13, 0})
                            << QStringList(
                                   {u"Apr 2026"_s, u"Jul 2026"_s, u"Oct 2026"_s, u"Jan 2027"_s});
    QTest::newRow("many years") << local({1999, 2, 10}, {13, 0}) << local({2027, 2, 3}, {13, 0})
                                << QStringList({u"2000"_s, u"2010"_s, u"2020"_s});
    QTest::newRow("a century and more")
        << local({1900, 2, 10}, {13, 0}) << local({2227, 2, 3}, {13, 0})
        << QStringList({u"1950"_s, u"2000"_s, u"2050"_s, u"2100"_s, u"2150"_s, u"2200"_s});
}

void TestLimitStory::ticks()
{
    QFETCH(const QDateTime, first);
    QFETCH(const QDateTime, last);
    QFETCH(const QStringList, expected);
    QCOMPARE(texts(TimeAxis(first, last, 4)), expected);
}

void TestLimitStory::scale()
{
    const ui::history::LimitScale scale(1, 10'000);
    QCOMPARE(scale.at(1), 0.0);
    QCOMPARE(scale.at(100), 0.5);
    QCOMPARE(scale.at(10'000), 1.0);
    QCOMPARE(ui::history::LimitScale(7, 7).at(7), 0.5);
}

TEST_MAIN(QApplication, TestLimitStory)
#include "tst_limitstory.moc"
