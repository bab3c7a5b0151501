#include "app/api/recordcount.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <limits>

using api::RecordCount;
using api::RecordsNearLimit;

namespace {

/// Near records named with these numbers of associations; -1: named without one.
RecordsNearLimit records(qint64 limit, qint32 atLimit, qint32 nearLimit, const QList<int> &named)
{
    RecordsNearLimit result{limit, atLimit, nearLimit, {}, {}};
    for (const int usage : named) {
        result.nearLimitSamples.push_back(
            {{}, 1, usage < 0 ? std::nullopt : std::optional<qint64>(usage)});
    }
    return result;
}

} // namespace

Q_DECLARE_METATYPE(api::RecordsNearLimit)

class TestRecordCount : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void counts_data();
    void counts();
};

void TestRecordCount::counts_data()
{
    QTest::addColumn<RecordsNearLimit>("read");
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("atLeast");
    QTest::addColumn<bool>("exact");
    QTest::newRow("none from 80 % on") << records(10, 0, 0, {}) << 8 << 0 << true;
    QTest::newRow("none from 80 % on, and fewer are not counted")
        << records(10, 0, 0, {}) << 7 << 0 << false;
    QTest::newRow("all named") << records(10, 3, 2, {8, 9}) << 9 << 4 << true;
    QTest::newRow("all named, 80 %") << records(10, 3, 2, {8, 9}) << 8 << 5 << true;
    QTest::newRow("all named, below 80 %") << records(10, 3, 2, {8, 9}) << 5 << 5 << false;
    QTest::newRow("some named") << records(10, 3, 20, {8, 9}) << 9 << 4 << false;
    QTest::newRow("some named, below 80 %") << records(10, 3, 20, {8, 9}) << 5 << 20 << false;
    QTest::newRow("those at the limit are named near it too")
        << records(10, 3, 4, {10, 10, 10, 9}) << 9 << 4 << true;
    QTest::newRow("they may be counted twice") << records(10, 30, 31, {9}) << 5 << 31 << false;
    QTest::newRow("named without a number") << records(10, 3, 1, {-1}) << 9 << 3 << false;
    QTest::newRow("counted against the same") << records(5, 3, 1, {4}) << 5 << 3 << true;
    QTest::newRow("counted against less") << records(4, 3, 1, {4}) << 5 << 0 << false;
    QTest::newRow("as many as can be")
        << records(std::numeric_limits<qint64>::max(), 3, 0, {}) << 2'147'483'647 << 3 << false;
    QTest::newRow("as many, and near")
        << records(std::numeric_limits<qint64>::max(), 3, 5, {}) << 1 << 5 << false;
}

void TestRecordCount::counts()
{
    QFETCH(RecordsNearLimit, read);
    QFETCH(int, limit);
    QFETCH(int, atLeast);
    QFETCH(bool, exact);
    const RecordCount count = api::recordsReaching(read, limit);
    QCOMPARE(count.atLeast, qint64(atLeast));
    QCOMPARE(count.exact, exact);
}

TEST_MAIN(QCoreApplication, TestRecordCount)
#include "tst_recordcount.moc"
