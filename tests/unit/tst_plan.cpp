#include "app/limits/plan.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestPlan : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void splits_data();
    void splits();
    void namesAreTheApis();
};

void TestPlan::splits_data()
{
    QTest::addColumn<int>("changes");
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
    QFETCH(int, changes);
    QFETCH(int, perRequest);
    QFETCH(QList<int>, sizes);
    const limits::Pair pair{u"0-1"_s, u"0-2"_s};
    std::vector<limits::Change> asked;
    for (int i = 0; i < changes; ++i) {
        asked.push_back({limits::Category::UserDefined, i + 1, 5, {}});
    }
    const limits::Plan plan = limits::makePlan(pair, asked, perRequest);
    QCOMPARE(plan.pair, pair);
    QCOMPARE(plan.changeCount(), changes);
    std::vector<limits::Change> sent;
    QList<int> sentSizes;
    for (const limits::PlannedRequest &request : plan.requests) {
        QCOMPARE(request.pair, pair);
        QCOMPARE(request.operation, limits::Operation::Create);
        sentSizes.append(int(request.changes.size()));
        sent.insert(sent.end(), request.changes.begin(), request.changes.end());
    }
    QCOMPARE(sentSizes, sizes);
    QCOMPARE(sent, asked);
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
