#include "app/submission/compare.h"
#include "tests/support/testmain.h"
#include "tests/unit/changedrecords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using limits::LiveLimit;
using submission::ComparedLimit;
using submission::Effect;
using submission::LimitNow;
using submission::Since;
using tests::back;
using tests::Came;
using tests::exchange;
using tests::forth;
using tests::recordAt;

namespace {

QString text(const LiveLimit &limit)
{
    return !limit.known ? u"?"_s : limit.limit ? QString::number(*limit.limit) : u"many"_s;
}

/// "279: 5 3 3 changed | ? 3": type ID; of each side what was there before, what was asked, what
/// it left and whether it changed it, or just what is known of it afterwards.
QString text(const ComparedLimit &limit)
{
    const auto side = [](const submission::ComparedSide &one) {
        if (!one.asked) {
            return text(one.before) + u' ' + text(one.after);
        }
        const QString effects[] = {u"unchanged"_s, u"changed"_s, u"unsure"_s};
        return QStringList{text(one.before), text(LiveLimit::of(one.asked->asked)), text(one.after),
                           effects[int(one.asked->effect)]}
            .join(u' ');
    };
    return u"%1: %2 | %3"_s.arg(limit.typeId).arg(side(limit.earlier), side(limit.later));
}

/// "28: 5 7 now 7 AsLeft"
QString text(const LimitNow &limit)
{
    const QString since[] = {u"as left"_s, u"changed since"_s, u"unknown"_s};
    return u"%1: %2 %3 now %4, %5"_s.arg(limit.limit.typeId)
        .arg(text(limit.limit.before), text(limit.limit.after), text(limit.now),
             since[int(limit.since)]);
}

template<typename Row> QStringList texts(const std::vector<Row> &rows)
{
    QStringList lines;
    for (const Row &row : rows) {
        lines.append(text(row));
    }
    return lines;
}

} // namespace

class TestCompare : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatEachSideDid();
    void inventsNothing();
    void aReadBackTellsOfWhatWasNotAsked();
    void aLimitAskedForTwiceIsOneRow();
    void unlabeledTypesComeFirst();
    void directionsAndCategoriesAreApart();
    void differences();
    void now();
    void nowOfWhatCouldNotBeRead();

private:
    [[nodiscard]] QStringList compared(const history::Record &earlier,
                                       const history::Record &later) const
    {
        return texts(submission::compare(earlier, later, m_known));
    }

    const limits::AssociationTypes m_known = limits::AssociationTypes::hubSpotDefined();
};

void TestCompare::saysWhatEachSideDid()
{
    const auto five = LiveLimit::of(5);
    const history::Record earlier = recordAt(
        0, {exchange({{28, five, 7}}, Came::Stored), exchange({{30, five, 8}}, Came::Failed),
            exchange({{31, five, 9}}, Came::Nothing), exchange({{32, five, 9}}, Came::NotSent),
            exchange({{33, five, 9}}, Came::Stored, forth, {{33, 6}}),
            exchange({{34, five, {}}}, Came::Stored)});
    const history::Record later =
        recordAt(1, {exchange({{28, LiveLimit::of(7), 8}}, Came::Stored),
                     exchange({{30, LiveLimit::unknown(), 8}}, Came::Failed),
                     exchange({{31, LiveLimit::many(), 2}}, Came::Stored)});
    QCOMPARE(compared(earlier, later),
             QStringList({u"28: 5 7 7 changed | 7 8 8 changed"_s,
                          u"30: 5 8 5 unchanged | ? 8 ? unchanged"_s,
                          u"31: 5 9 ? unsure | many 2 2 changed"_s, u"32: 5 9 5 unchanged | ? ?"_s,
                          u"33: 5 9 6 changed | ? ?"_s, u"34: 5 many many changed | ? ?"_s}));
}

void TestCompare::inventsNothing()
{
    history::Record record = recordAt(0, {exchange({{28, {}, 7}}, Came::Stored)});
    record.readBacks = {tests::readBack({{28, 7}, {99, 1}})};
    QCOMPARE(compared(record, record), QStringList(u"28: ? 7 7 changed | ? 7 7 changed"_s));
    QCOMPARE(compared(recordAt(0, {}), recordAt(1, {})), QStringList());
}

void TestCompare::aReadBackTellsOfWhatWasNotAsked()
{
    history::Record earlier = recordAt(0, {exchange({{28, {}, 7}}, Came::Stored)});
    history::Record later = recordAt(1, {exchange({{30, {}, 2}}, Came::Stored)});
    earlier.readBacks = {tests::readBack({{28, 7}, {30, 4}}), tests::readBack({{30, 9}}, back)};
    later.readBacks = {tests::readBack({{30, 1}}), tests::readBack({{30, 2}})};
    QCOMPARE(compared(earlier, later),
             QStringList({u"28: ? 7 7 changed | ? many"_s, u"30: ? 4 | ? 2 2 changed"_s}));
}

void TestCompare::aLimitAskedForTwiceIsOneRow()
{
    const history::Record twice =
        recordAt(0, {exchange({{28, LiveLimit::of(5), 7}}, Came::Stored),
                     exchange({{28, LiveLimit::of(7), 9}}, Came::Stored)});
    const history::Record halfway =
        recordAt(1, {exchange({{28, LiveLimit::of(5), 7}}, Came::Stored),
                     exchange({{28, LiveLimit::of(5), 9}}, Came::Failed)});
    QCOMPARE(compared(twice, halfway), QStringList(u"28: 5 9 9 changed | 5 9 7 changed"_s));
}

void TestCompare::unlabeledTypesComeFirst()
{
    history::Exchange custom = exchange({{7, {}, 1}}, Came::Stored);
    custom.request.stage = 2; // makePlan() has it for unlabeled types that are lowered
    const history::Record record = recordAt(
        0, {exchange({{28, {}, 7, u"Payer"_s}, {29, {}, 7, u"Owner"_s}, {30, {}, 7}}, Came::Stored),
            exchange({{31, {}, 1, u"Accountant"_s}}, Came::Stored), custom,
            exchange({{279, {}, 9, u"Contact to company"_s}}, Came::Stored)});
    std::vector<qint32> order;
    for (const ComparedLimit &row : submission::compare(record, recordAt(1, {}), m_known)) {
        order.push_back(row.typeId);
        QCOMPARE(row.unlabeled, row.typeId == 7 || row.typeId == 279);
    }
    QCOMPARE(order, std::vector<qint32>({7, 279, 30, 31, 29, 28}));
}

void TestCompare::directionsAndCategoriesAreApart()
{
    history::Exchange other = exchange({{28, {}, 2}}, Came::Failed);
    other.request.changes[0].category = limits::Category::Work;
    const history::Record earlier =
        recordAt(0, {exchange({{28, {}, 1}}, Came::Failed, back), other});
    const history::Record later = recordAt(1, {exchange({{28, {}, 3}}, Came::Failed)});
    QCOMPARE(compared(earlier, later),
             QStringList({u"28: ? ? | ? 3 ? unchanged"_s, u"28: ? 2 ? unchanged | ? ?"_s,
                          u"28: ? 1 ? unchanged | ? ?"_s}));
}

void TestCompare::differences()
{
    const auto left = [this](const std::vector<tests::Asked> &one,
                             const std::vector<tests::Asked> &other, Came came = Came::Stored) {
        return submission::compare(recordAt(0, {exchange(one, Came::Stored)}),
                                   recordAt(1, {exchange(other, came)}), m_known)
            .front()
            .differs();
    };
    QVERIFY(!left({{28, {}, 7}}, {{28, LiveLimit::of(2), 7}}));
    QVERIFY(left({{28, {}, 7}}, {{28, {}, 8}}));
    QVERIFY(left({{28, {}, 7}}, {{28, {}, 7}}, Came::Nothing));
    QVERIFY(left({{28, {}, 7}}, {{28, {}, {}}}));
    QVERIFY(!left({{28, {}, 7}}, {{28, LiveLimit::of(7), 8}}, Came::Failed));
    const history::Record lost = recordAt(0, {exchange({{28, {}, 7}}, Came::Nothing)});
    QVERIFY(submission::compare(lost, lost, m_known).front().differs());
}

void TestCompare::now()
{
    const history::Record record =
        recordAt(0, {exchange({{28, LiveLimit::of(5), 7}, {30, {}, 8}, {31, {}, 9}}, Came::Stored),
                     exchange({{32, LiveLimit::of(2), {}}}, Came::Stored),
                     exchange({{33, LiveLimit::of(2), 4}}, Came::Nothing)});
    const limits::LivePair live{
        forth,
        true,
        true,
        {{limits::Category::UserDefined, 28, u"Owner"_s, false, LiveLimit::of(7)},
         {limits::Category::UserDefined, 30, u"Payer"_s, false, LiveLimit::many()},
         {limits::Category::UserDefined, 31, {}, true, LiveLimit::unknown()},
         {limits::Category::UserDefined, 99, u"Other"_s, false, LiveLimit::of(1)}},
        {}};
    const auto rows = submission::compareWithNow(record, {live}, m_known);
    QCOMPARE(texts(rows),
             QStringList({u"31: ? 9 now ?, unknown"_s, u"32: 2 many now many, as left"_s,
                          u"33: 2 ? now many, unknown"_s, u"28: 5 7 now 7, as left"_s,
                          u"30: ? 8 now many, changed since"_s}));
    QVERIFY(rows[0].limit.unlabeled);
    QCOMPARE(rows[3].limit.label, u"Owner"_s);
}

void TestCompare::nowOfWhatCouldNotBeRead()
{
    const history::Record record = recordAt(0, {exchange({{28, {}, 7}}, Came::Stored)});
    const QStringList unknown(u"28: ? 7 now ?, unknown"_s);
    QCOMPARE(texts(submission::compareWithNow(record, {}, m_known)), unknown);
    limits::LivePair live{forth, true, false, {}, {}};
    QCOMPARE(texts(submission::compareWithNow(record, {live}, m_known)), unknown);
    live.types = {{limits::Category::UserDefined, 28, u"Owner"_s, false, LiveLimit::unknown()}};
    QCOMPARE(texts(submission::compareWithNow(record, {live}, m_known)), unknown);
    live = {back, true, true, {}, {}};
    QCOMPARE(texts(submission::compareWithNow(record, {live}, m_known)), unknown);
}

TEST_MAIN(QCoreApplication, TestCompare)
#include "tst_compare.moc"
