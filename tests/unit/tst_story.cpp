#include "app/submission/story.h"
#include "tests/support/testmain.h"
#include "tests/unit/changedrecords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using limits::LiveLimit;
using submission::StoryPoint;
using submission::storyPoints;
using submission::StoryStep;
using submission::storySteps;
using tests::back;
using tests::Came;
using tests::exchange;
using tests::forth;
using tests::recordAt;

namespace {

const history::LimitKey owner{u"sandbox"_s, forth, limits::Category::UserDefined, 28};

QString text(const LiveLimit &limit)
{
    return !limit.known ? u"?"_s : limit.limit ? QString::number(*limit.limit) : u"many"_s;
}

/// "5 7 7 S" per step: before, asked, after, outcome as in tst_outcomes.
QStringList texts(const std::vector<StoryStep> &steps)
{
    QStringList lines;
    for (const StoryStep &step : steps) {
        lines.append(QStringList{text(step.limit.asked.before),
                                 text(LiveLimit::of(step.limit.asked.limit)), text(step.after),
                                 QString(QLatin1StringView("SDFMUNPX")[int(step.limit.outcome)])}
                         .join(u' '));
    }
    return lines;
}

/// "5 7" per point: before and after; "!" where somebody changed it in between.
QStringList pointTexts(const std::vector<history::Record> &newestFirst)
{
    QStringList lines;
    for (const StoryPoint &point : storyPoints(storySteps(newestFirst, owner))) {
        lines.append((point.changedBetween ? u"! "_s : QString()) + text(point.before) + u' ' +
                     text(point.after));
    }
    return lines;
}

history::Record ofOwner(int minutes, const LiveLimit &before, std::optional<qint32> limit,
                        Came came = Came::Stored)
{
    return recordAt(minutes, {exchange({{28, before, limit}}, came)});
}

} // namespace

class TestStory : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void tellsEachTimeItWasAskedFor();
    void tellsOfThisLimitAlone();
    void namesAreOfItsDirection();
    void pointsFollowTheLimit();
    void aFailureChangesNothing();
    void whatIsUnknownIsMarked();
    void changesInBetweenAreSeen();
    void pointsNameTheirSteps();
};

void TestStory::tellsEachTimeItWasAskedFor()
{
    std::vector<history::Record> records{
        ofOwner(3, LiveLimit::of(9), {}), ofOwner(2, LiveLimit::of(7), 9, Came::Nothing),
        ofOwner(1, LiveLimit::of(7), 8, Came::Failed), ofOwner(0, LiveLimit::many(), 7)};
    records[0].reverts = records[3].id;
    records[0].accountName = u"Renamed"_s;
    records[3].exchanges[0].sentAt = tests::minute(0).addSecs(2);
    const auto steps = storySteps(records, owner);
    QCOMPARE(texts(steps),
             QStringList({u"9 many many S"_s, u"7 9 ? U"_s, u"7 8 7 F"_s, u"many 7 7 S"_s}));
    for (size_t i = 0; i < steps.size(); ++i) {
        QCOMPARE(steps[i].record, records[i].id);
    }
    QCOMPARE(steps[0].reverts, records[3].id);
    QCOMPARE(steps[0].accountName, u"Renamed"_s);
    QCOMPARE(steps[2].time, tests::minute(1));
    QCOMPARE(steps[3].time, tests::minute(0).addSecs(2));
    QVERIFY(storySteps({}, owner).empty());
}

void TestStory::tellsOfThisLimitAlone()
{
    history::Exchange work = exchange({{28, {}, 3}}, Came::Failed);
    work.request.changes[0].category = limits::Category::Work;
    const history::Record record = recordAt(0, {exchange({{27, {}, 1}, {28, {}, 2}}, Came::Stored),
                                                work, exchange({{28, {}, 4}}, Came::Stored, back),
                                                exchange({{28, {}, 5}}, Came::Failed)});
    QCOMPARE(texts(storySteps({record}, owner)), QStringList({u"? 5 ? F"_s, u"? 2 2 S"_s}));
}

void TestStory::namesAreOfItsDirection()
{
    const history::Record record = recordAt(
        0, {exchange({{28, {}, 4}}, Came::Stored, back), exchange({{28, {}, 5}}, Came::Stored)});
    QCOMPARE(storySteps({record}, owner).at(0).fromName, u"Contacts"_s);
    history::LimitKey other = owner;
    other.pair = back;
    const auto steps = storySteps({record}, other);
    QCOMPARE(texts(steps), QStringList(u"? 4 4 S"_s));
    QCOMPARE(steps[0].fromName, u"Companies"_s);
    QCOMPARE(steps[0].toName, u"Contacts"_s);
}

void TestStory::pointsFollowTheLimit()
{
    QCOMPARE(pointTexts({ofOwner(2, LiveLimit::of(9), {}), ofOwner(1, LiveLimit::of(7), 9),
                         ofOwner(0, LiveLimit::many(), 7)}),
             QStringList({u"many 7"_s, u"7 9"_s, u"9 many"_s}));
    QCOMPARE(pointTexts({}), QStringList());
}

void TestStory::aFailureChangesNothing()
{
    QCOMPARE(pointTexts({ofOwner(3, {}, 4, Came::NotSent), ofOwner(2, {}, 9, Came::Failed),
                         ofOwner(1, LiveLimit::of(7), 8, Came::Failed), ofOwner(0, {}, 7)}),
             QStringList({u"? 7"_s, u"7 7"_s, u"7 7"_s, u"7 7"_s}));
    // Nor does it tell what is there.
    QCOMPARE(pointTexts({ofOwner(0, {}, 9, Came::Failed)}), QStringList(u"? ?"_s));
}

void TestStory::whatIsUnknownIsMarked()
{
    QCOMPARE(pointTexts({ofOwner(2, LiveLimit::of(8), 9), ofOwner(1, {}, 8, Came::Nothing),
                         ofOwner(0, {}, 7)}),
             QStringList({u"? 7"_s, u"7 ?"_s, u"8 9"_s}));
}

void TestStory::changesInBetweenAreSeen()
{
    QCOMPARE(pointTexts({ofOwner(1, LiveLimit::of(3), 9), ofOwner(0, {}, 7)}),
             QStringList({u"? 7"_s, u"! 3 9"_s}));
    QCOMPARE(pointTexts({ofOwner(1, LiveLimit::many(), 9, Came::Failed), ofOwner(0, {}, 7)}),
             QStringList({u"? 7"_s, u"! many many"_s}));
}

void TestStory::pointsNameTheirSteps()
{
    const auto points = storyPoints(
        storySteps({ofOwner(1, LiveLimit::of(7), 9), ofOwner(0, LiveLimit::many(), 7)}, owner));
    QCOMPARE(points.size(), 2);
    QCOMPARE(points[0].step, 1);
    QCOMPARE(points[0].time, tests::minute(0));
    QCOMPARE(points[1].step, 0);
}

TEST_MAIN(QCoreApplication, TestStory)
#include "tst_story.moc"
