#include "app/limits/plan.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using limits::Category;
using limits::Edit;
using limits::LiveLimit;
using limits::Operation;
using limits::Pair;
using limits::Plan;
using limits::PlannedRequest;

namespace {

const Pair there{u"0-1"_s, u"0-2"_s};
const Pair back{u"0-2"_s, u"0-1"_s};

Edit edit(const Pair &pair, qint32 typeId, bool unlabeled, const LiveLimit &live,
          std::optional<qint32> wanted)
{
    return {pair, Category::UserDefined, typeId, {}, unlabeled, live, live, wanted};
}

/// "create 0-1>0-2 1:5 2:many", a line for each request.
QString shown(const Plan &plan)
{
    QStringList lines;
    for (const PlannedRequest &request : plan.requests) {
        QString line =
            u"%1 %2>%3"_s.arg(wireName(request.operation), request.pair.from, request.pair.to);
        for (const limits::Change &change : request.changes) {
            line += u" %1:%2"_s.arg(change.typeId)
                        .arg(change.limit ? QString::number(*change.limit) : u"many"_s);
        }
        lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace

Q_DECLARE_METATYPE(std::vector<Edit>)

class TestPlan : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void splits_data();
    void splits();
    void ordersAndSorts_data();
    void ordersAndSorts();
    void stagesAreCountedForEachPair();
    void changesKnowWhatWasThere();
    void namesAreTheApis();
};

void TestPlan::splits_data()
{
    QTest::addColumn<int>("edits");
    QTest::addColumn<int>("perRequest");
    QTest::addColumn<QList<int>>("sizes");
    QTest::newRow("none") << 0 << 100 << QList<int>{};
    QTest::newRow("one") << 1 << 100 << QList<int>{1};
    QTest::newRow("just full") << 100 << 100 << QList<int>{100};
    QTest::newRow("one over") << 101 << 100 << QList<int>{100, 1};
    QTest::newRow("each alone") << 3 << 1 << QList<int>{1, 1, 1};
}

void TestPlan::splits()
{
    QFETCH(int, edits);
    QFETCH(int, perRequest);
    QFETCH(QList<int>, sizes);
    std::vector<Edit> asked;
    for (int i = 0; i < edits; ++i) {
        asked.push_back(edit(there, i + 1, false, {}, 5));
    }
    const Plan plan = limits::makePlan(there, asked, perRequest);
    QCOMPARE(plan.pair, there);
    QCOMPARE(plan.changeCount(), edits);
    QList<int> sentSizes;
    qint32 next = 1;
    for (const PlannedRequest &request : plan.requests) {
        QCOMPARE(request.pair, there);
        QCOMPARE(request.operation, Operation::Create);
        sentSizes.append(int(request.changes.size()));
        for (const limits::Change &change : request.changes) {
            QCOMPARE(change.typeId, next++);
        }
    }
    QCOMPARE(sentSizes, sizes);
}

void TestPlan::ordersAndSorts_data()
{
    const LiveLimit many = LiveLimit::many();
    const LiveLimit unknown;
    const auto of = [](qint32 limit) { return LiveLimit::of(limit); };
    QTest::addColumn<std::vector<Edit>>("edits");
    QTest::addColumn<QString>("requests");
    QTest::newRow("nothing there: create")
        << std::vector{edit(there, 2, false, many, 5)} << u"create 0-1>0-2 2:5"_s;
    QTest::newRow("a limit there: update")
        << std::vector{edit(there, 2, false, of(3), 5)} << u"update 0-1>0-2 2:5"_s;
    QTest::newRow("Many on a limited type: purge")
        << std::vector{edit(there, 2, false, of(3), {})} << u"purge 0-1>0-2 2:many"_s;
    QTest::newRow("unknown: create")
        << std::vector{edit(there, 2, false, unknown, 5)} << u"create 0-1>0-2 2:5"_s;
    QTest::newRow("Many on an unknown one: purge")
        << std::vector{edit(there, 2, false, unknown, {})} << u"purge 0-1>0-2 2:many"_s;
    QTest::newRow("what is so already is not sent")
        << std::vector{edit(there, 2, false, of(3), 3), edit(there, 3, false, many, {})}
        << QString();
    QTest::newRow("raising: unlabeled first")
        << std::vector{edit(there, 2, false, of(3), 8), edit(there, 1, true, of(5), 10)}
        << u"update 0-1>0-2 1:10\nupdate 0-1>0-2 2:8"_s;
    QTest::newRow("lowering: labels first")
        << std::vector{edit(there, 1, true, of(10), 5), edit(there, 2, false, of(8), 3)}
        << u"update 0-1>0-2 2:3\nupdate 0-1>0-2 1:5"_s;
    QTest::newRow("limiting the unlabeled type is lowering it")
        << std::vector{edit(there, 1, true, many, 5), edit(there, 2, false, of(8), 3)}
        << u"update 0-1>0-2 2:3\ncreate 0-1>0-2 1:5"_s;
    QTest::newRow("unlabeled, unknown: may be lowered")
        << std::vector{edit(there, 1, true, unknown, 5), edit(there, 2, false, of(8), 3)}
        << u"update 0-1>0-2 2:3\ncreate 0-1>0-2 1:5"_s;
    QTest::newRow("Many for the unlabeled type is raising it")
        << std::vector{edit(there, 2, false, many, 20), edit(there, 1, true, of(5), {})}
        << u"purge 0-1>0-2 1:many\ncreate 0-1>0-2 2:20"_s;
    QTest::newRow("all at once")
        << std::vector{edit(there, 2, false, many, 4), edit(there, 3, false, of(4), 5),
                       edit(there, 4, false, of(4), {}), edit(there, 5, false, many, 6),
                       edit(there, 1, true, of(9), 6)}
        << u"create 0-1>0-2 2:4 5:6\nupdate 0-1>0-2 3:5\npurge 0-1>0-2 4:many\n"
           "update 0-1>0-2 1:6"_s;
    QTest::newRow("both directions")
        << std::vector{edit(there, 2, false, many, 4), edit(back, 1, true, of(4), 5),
                       edit(back, 3, false, many, 4)}
        << u"update 0-2>0-1 1:5\ncreate 0-1>0-2 2:4\ncreate 0-2>0-1 3:4"_s;
}

void TestPlan::ordersAndSorts()
{
    QFETCH(std::vector<Edit>, edits);
    QFETCH(QString, requests);
    QCOMPARE(shown(limits::makePlan(there, edits, 100)), requests);
}

void TestPlan::stagesAreCountedForEachPair()
{
    const Plan plan = limits::makePlan(
        there,
        {edit(there, 1, true, LiveLimit::of(3), 9), edit(there, 2, false, LiveLimit::of(3), 4),
         edit(there, 3, false, LiveLimit::many(), 4), edit(back, 5, false, LiveLimit::of(3), 1),
         edit(back, 4, true, LiveLimit::of(3), 2)},
        1);
    std::vector<std::pair<Pair, int>> stages;
    for (const PlannedRequest &request : plan.requests) {
        stages.emplace_back(request.pair, request.stage);
    }
    // Labels of one pair may go out together whatever is done to them; unlabeled types stand apart.
    const std::vector<std::pair<Pair, int>> expected{
        {there, 0}, {there, 1}, {there, 1}, {back, 1}, {back, 2}};
    QCOMPARE(stages, expected);
}

void TestPlan::changesKnowWhatWasThere()
{
    const Plan plan = limits::makePlan(there, {edit(there, 1, false, LiveLimit::of(3), 9)}, 1);
    const limits::Change expected{Category::UserDefined, 1, 9, {}, LiveLimit::of(3)};
    QCOMPARE(plan.requests.at(0).changes.at(0), expected);
}

void TestPlan::namesAreTheApis()
{
    for (const QString &name : {u"create"_s, u"update"_s, u"purge"_s}) {
        const auto operation = limits::operationFromWire(name);
        QVERIFY(operation);
        QCOMPARE(limits::wireName(*operation), name);
    }
    QVERIFY(!limits::operationFromWire(u"delete"));
    for (const limits::Category category : limits::allCategories) {
        QCOMPARE(limits::categoryFromWire(QString(limits::wireName(category))), category);
    }
    QVERIFY(!limits::categoryFromWire(u"hubspot_defined"));
}

TEST_MAIN(QCoreApplication, TestPlan)
#include "tst_plan.moc"
