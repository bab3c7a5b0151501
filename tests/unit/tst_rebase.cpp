#include "app/limits/rebase.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using limits::Category;
using limits::Decision;
using limits::Edit;
using limits::LiveLimit;
using limits::LivePair;
using limits::LiveType;
using limits::Pair;
using limits::Rebase;
using limits::RebasedEdit;
using limits::Standing;

namespace {

const Pair there{u"0-1"_s, u"0-2"_s};
const Pair back{u"0-2"_s, u"0-1"_s};

Edit edit(qint32 typeId, const LiveLimit &base, std::optional<qint32> wanted,
          const Pair &pair = there)
{
    return {pair, Category::UserDefined, typeId, {}, false, base, base, wanted};
}

Edit unlabeledEdit(qint32 typeId, const LiveLimit &base, std::optional<qint32> wanted)
{
    Edit result = edit(typeId, base, wanted);
    result.unlabeled = true;
    return result;
}

LiveType type(qint32 typeId, const LiveLimit &limit)
{
    return {Category::UserDefined, typeId, u"Label %1"_s.arg(typeId), false, limit};
}

LiveType unlabeledType(qint32 typeId, const LiveLimit &limit)
{
    return {Category::UserDefined, typeId, {}, true, limit};
}

LivePair readWhole(std::vector<LiveType> types, const Pair &pair = there)
{
    return {pair, true, true, std::move(types), {}};
}

/// "28: 7 above 5 (sent)", a line for each.
QString shown(const std::vector<limits::RuleBreak> &breaks)
{
    QStringList lines;
    for (const limits::RuleBreak &broken : breaks) {
        lines.append(u"%1: %2 above %3%4"_s.arg(broken.typeId)
                         .arg(broken.limit)
                         .arg(broken.unlabeledLimit)
                         .arg(broken.labelIsSent ? u" (sent)"_s : QString()));
    }
    return lines.join(u'\n');
}

class Random
{
public:
    explicit Random(quint32 seed)
        : m_generator(seed)
    {
    }
    bool chance() { return m_generator.bounded(2) == 0; }
    qint32 number(int below) { return qint32(m_generator.bounded(below)); }
    std::optional<qint32> limit()
    {
        const qint32 value = number(5);
        return value == 0 ? std::nullopt : std::optional(value);
    }
    LiveLimit live() { return number(4) == 0 ? LiveLimit::unknown() : LiveLimit::of(limit()); }

private:
    QRandomGenerator m_generator;
};

} // namespace

Q_DECLARE_METATYPE(limits::Edit)
Q_DECLARE_METATYPE(std::vector<limits::Edit>)
Q_DECLARE_METATYPE(std::vector<limits::LivePair>)
Q_DECLARE_METATYPE(limits::LiveLimit)
Q_DECLARE_METATYPE(limits::Standing)

class TestRebase : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void sortsOut_data();
    void sortsOut();
    void takesNamesFromTheAccount();
    void categoriesAndDirectionsAreKeptApart();
    void decisionsSayWhatIsSent();
    void lowersFromManyToo();
    void neverSendsWhatIsSoNorHidesWhatChanged();
    void findsBreaksOfTheRule_data();
    void findsBreaksOfTheRule();
};

void TestRebase::sortsOut_data()
{
    const auto of = [](qint32 limit) { return LiveLimit::of(limit); };
    const LiveLimit many = LiveLimit::many();
    const LiveLimit unknown;
    QTest::addColumn<Edit>("asked");
    QTest::addColumn<std::vector<LivePair>>("fresh");
    QTest::addColumn<LiveLimit>("live");
    QTest::addColumn<Standing>("standing");
    const auto whole = [](const LiveLimit &limit) {
        return std::vector{readWhole({type(7, limit)})};
    };
    QTest::newRow("as it was") << edit(7, of(5), 3) << whole(of(5)) << of(5) << Standing::Ready;
    QTest::newRow("Many as it was") << edit(7, many, 3) << whole(many) << many << Standing::Ready;
    QTest::newRow("to be removed, as it was")
        << edit(7, of(5), {}) << whole(of(5)) << of(5) << Standing::Ready;
    QTest::newRow("changed meanwhile")
        << edit(7, of(5), 3) << whole(of(8)) << of(8) << Standing::Conflict;
    QTest::newRow("limited meanwhile")
        << edit(7, many, 3) << whole(of(8)) << of(8) << Standing::Conflict;
    QTest::newRow("removed meanwhile")
        << edit(7, of(5), 3) << whole(many) << many << Standing::Conflict;
    QTest::newRow("changed meanwhile, to be removed")
        << edit(7, of(5), {}) << whole(of(8)) << of(8) << Standing::Conflict;
    QTest::newRow("changed to the same")
        << edit(7, of(5), 3) << whole(of(3)) << of(3) << Standing::Done;
    QTest::newRow("removed, and to be removed")
        << edit(7, of(5), {}) << whole(many) << many << Standing::Done;
    QTest::newRow("never an edit") << edit(7, of(5), 5) << whole(of(5)) << of(5) << Standing::Done;
    QTest::newRow("base unknown: nothing to differ from")
        << edit(7, unknown, 3) << whole(of(8)) << of(8) << Standing::Ready;
    QTest::newRow("base unknown and done")
        << edit(7, unknown, 3) << whole(of(3)) << of(3) << Standing::Done;
    QTest::newRow("not among the account's limits: Many")
        << edit(7, unknown, 3) << std::vector{readWhole({})} << many << Standing::Ready;
    QTest::newRow("Many, and not among the limits")
        << edit(7, of(5), {}) << std::vector{readWhole({})} << many << Standing::Done;
    QTest::newRow("labels refused, limits read")
        << edit(7, of(5), 3) << std::vector{LivePair{there, false, true, {type(7, of(8))}, {}}}
        << of(8) << Standing::Conflict;
    QTest::newRow("limits refused: unknown, not Many")
        << edit(7, of(5), 3) << std::vector{LivePair{there, true, false, {type(7, unknown)}, {}}}
        << unknown << Standing::Unseen;
    QTest::newRow("limits refused, Many wanted: not done")
        << edit(7, many, {}) << std::vector{LivePair{there, true, false, {}, {}}} << unknown
        << Standing::Unseen;
    QTest::newRow("nothing read") << edit(7, of(5), 3)
                                  << std::vector{LivePair{there, {}, {}, {}, {}}} << unknown
                                  << Standing::Unseen;
    QTest::newRow("not even the direction")
        << edit(7, of(5), 3) << std::vector{readWhole({type(7, of(5))}, back)} << unknown
        << Standing::Unseen;
}

void TestRebase::sortsOut()
{
    QFETCH(Edit, asked);
    QFETCH(std::vector<LivePair>, fresh);
    QFETCH(LiveLimit, live);
    QFETCH(Standing, standing);
    const Rebase result = limits::rebase({asked}, fresh);
    QCOMPARE(result.edits.size(), size_t(1));
    const RebasedEdit &rebased = result.edits.front();
    QCOMPARE(rebased.edit.live, live);
    QCOMPARE(rebased.edit.base, asked.base);
    QCOMPARE(rebased.edit.wanted, asked.wanted);
    QCOMPARE(rebased.standing, standing);
    QCOMPARE(rebased.decision, Decision::Open);
    QCOMPARE(result.count(standing), 1);
}

void TestRebase::takesNamesFromTheAccount()
{
    Edit asked = edit(7, {}, 3);
    asked.label = u"Old name"_s;
    RebasedEdit rebased =
        limits::rebase({asked}, {readWhole({type(7, LiveLimit::many())})}).edits.front();
    QCOMPARE(rebased.edit.label, u"Label 7"_s);
    QVERIFY(rebased.listed);
    rebased =
        limits::rebase({asked}, {readWhole({unlabeledType(7, LiveLimit::many())})}).edits.front();
    QVERIFY(rebased.edit.unlabeled);
    QCOMPARE(rebased.edit.label, asked.label); // the account has none for it
    rebased = limits::rebase({asked}, {readWhole({type(8, LiveLimit::many())})}).edits.front();
    QVERIFY(!rebased.listed);
    QCOMPARE(rebased.edit.label, asked.label);
    // Without the types there is no telling.
    const LivePair blind{there, false, true, {type(7, LiveLimit::of(2))}, {}};
    rebased = limits::rebase({asked, edit(8, {}, 3)}, {blind}).edits.at(0);
    QCOMPARE(rebased.edit.label, asked.label);
    QVERIFY(limits::rebase({edit(8, {}, 3)}, {blind}).edits.front().listed);
}

void TestRebase::categoriesAndDirectionsAreKeptApart()
{
    Edit custom = edit(279, {}, 3);
    Edit hubSpots = custom;
    hubSpots.category = Category::HubSpotDefined;
    Edit other = custom;
    other.pair = back;
    LivePair fresh = readWhole({type(279, LiveLimit::of(1)), type(279, LiveLimit::of(2))});
    fresh.types[1].category = Category::HubSpotDefined;
    const Rebase result = limits::rebase({hubSpots, custom, other},
                                         {fresh, readWhole({type(279, LiveLimit::of(9))}, back)});
    QCOMPARE(result.edits.at(0).edit.live, LiveLimit::of(2));
    QCOMPARE(result.edits.at(1).edit.live, LiveLimit::of(1));
    QCOMPARE(result.edits.at(2).edit.live, LiveLimit::of(9));
}

void TestRebase::decisionsSayWhatIsSent()
{
    const LiveLimit was = LiveLimit::of(5);
    Rebase result = limits::rebase(
        {edit(1, was, 2), edit(2, was, 3), edit(3, was, 4), edit(4, was, 6), edit(5, was, 7, back)},
        {readWhole({type(1, was), type(2, LiveLimit::of(8)), type(3, LiveLimit::of(9)),
                    type(4, LiveLimit::of(6))})});
    const auto ids = [](const std::vector<Edit> &edits) {
        QList<qint32> list;
        for (const Edit &one : edits) {
            list.append(one.typeId);
        }
        return list;
    };
    QCOMPARE(result.openConflicts(), 2);
    QCOMPARE(ids(result.toSend()), (QList<qint32>{1, 5}));
    QCOMPARE(ids(result.settled()), (QList<qint32>{4}));
    result.edits[1].decision = Decision::KeepMine;
    result.edits[2].decision = Decision::TakeTheirs;
    QCOMPARE(result.openConflicts(), 0);
    QCOMPARE(ids(result.toSend()), (QList<qint32>{1, 2, 5}));
    QCOMPARE(ids(result.settled()), (QList<qint32>{3, 4}));
}

void TestRebase::lowersFromManyToo()
{
    const auto lowers = [](const LiveLimit &live, std::optional<qint32> wanted) {
        return limits::lowers(edit(1, live, wanted));
    };
    QVERIFY(lowers(LiveLimit::of(5), 4));
    QVERIFY(lowers(LiveLimit::many(), 10'000));
    QVERIFY(!lowers(LiveLimit::of(5), 5));
    QVERIFY(!lowers(LiveLimit::of(5), 6));
    QVERIFY(!lowers(LiveLimit::of(5), {}));
    QVERIFY(!lowers(LiveLimit::many(), {}));
    QVERIFY(!lowers(LiveLimit::unknown(), 1));
}

// For random edits, accounts and reads that failed in part.
void TestRebase::neverSendsWhatIsSoNorHidesWhatChanged()
{
    for (quint32 seed = 1; seed <= 500; ++seed) {
        Random random(seed);
        std::vector<Edit> edits;
        std::vector<LivePair> fresh;
        for (const Pair &pair : {there, back}) {
            LivePair live{pair, random.chance(), random.number(4) != 0, {}, {}};
            for (qint32 typeId = 1; typeId <= 12; ++typeId) {
                if (random.chance()) {
                    live.types.push_back(type(typeId, live.limitsRead
                                                          ? LiveLimit::of(random.limit())
                                                          : LiveLimit::unknown()));
                }
                if (random.chance()) {
                    edits.push_back(edit(typeId, random.live(), random.limit(), pair));
                }
            }
            if (random.number(5) != 0) {
                fresh.push_back(std::move(live));
            }
        }
        Rebase result = limits::rebase(edits, fresh);
        QCOMPARE(result.edits.size(), edits.size());
        for (RebasedEdit &rebased : result.edits) {
            rebased.decision = rebased.standing != Standing::Conflict ? Decision::Open
                               : random.chance()                      ? Decision::KeepMine
                                                                      : Decision::TakeTheirs;
        }
        QCOMPARE(result.openConflicts(), 0);
        QCOMPARE(result.toSend().size() + result.settled().size(), edits.size());
        QCOMPARE(limits::makePlan(there, result.toSend(), 3).changeCount(),
                 qsizetype(result.toSend().size()));
        for (size_t i = 0; i < edits.size(); ++i) {
            const RebasedEdit &rebased = result.edits[i];
            const auto pair = std::ranges::find(fresh, edits[i].pair, &LivePair::pair);
            const bool read = pair != fresh.end() && pair->limitsRead;
            QCOMPARE(rebased.edit.live.known, read);
            const bool changed = read && edits[i].base.known && rebased.edit.live != edits[i].base;
            const bool done = read && rebased.edit.live.limit == edits[i].wanted;
            QCOMPARE(rebased.standing == Standing::Done, done);
            QCOMPARE(rebased.standing == Standing::Conflict, changed && !done);
            QCOMPARE(rebased.standing == Standing::Unseen, !read);
        }
    }
}

void TestRebase::findsBreaksOfTheRule_data()
{
    const auto of = [](qint32 limit) { return LiveLimit::of(limit); };
    const LiveLimit many = LiveLimit::many();
    QTest::addColumn<std::vector<Edit>>("sent");
    QTest::addColumn<std::vector<LivePair>>("fresh");
    QTest::addColumn<QString>("breaks");
    const std::vector<LivePair> ten{
        readWhole({unlabeledType(1, of(10)), type(2, of(4)), type(3, of(8))})};
    QTest::newRow("nothing sent") << std::vector<Edit>{} << ten << QString();
    QTest::newRow("beneath") << std::vector{edit(2, {}, 9)} << ten << QString();
    QTest::newRow("equal") << std::vector{edit(2, {}, 10)} << ten << QString();
    QTest::newRow("above") << std::vector{edit(2, {}, 11)} << ten << u"2: 11 above 10 (sent)"_s;
    QTest::newRow("above, and the unlabeled one is raised too")
        << std::vector{edit(2, {}, 11), unlabeledEdit(1, {}, 11)} << ten << QString();
    QTest::newRow("above, and the unlabeled one is made Many")
        << std::vector{edit(2, {}, 11), unlabeledEdit(1, {}, {})} << ten << QString();
    QTest::newRow("the label is made Many") << std::vector{edit(2, {}, {})} << ten << QString();
    QTest::newRow("the unlabeled one is lowered below a label")
        << std::vector{unlabeledEdit(1, {}, 5)} << ten << u"3: 8 above 5"_s;
    QTest::newRow("and the label is removed")
        << std::vector{unlabeledEdit(1, {}, 5), edit(3, {}, {})} << ten << QString();
    QTest::newRow("both sent") << std::vector{unlabeledEdit(1, {}, 3), edit(3, {}, 6)} << ten
                               << u"3: 6 above 3 (sent)\n2: 4 above 3"_s;
    const std::vector<LivePair> twins{
        readWhole({unlabeledType(1, of(10)), unlabeledType(4, of(10))})};
    QTest::newRow("two IDs of the unlabeled type, raised by one")
        << std::vector{edit(2, {}, 12), unlabeledEdit(1, {}, 12)} << twins << QString();
    QTest::newRow("two IDs of the unlabeled type, removed by one")
        << std::vector{edit(2, {}, 12), unlabeledEdit(1, {}, {})} << twins << QString();
    QTest::newRow("no limit above")
        << std::vector{edit(2, {}, 11)} << std::vector{readWhole({unlabeledType(1, many)})}
        << QString();
    QTest::newRow("the limit above is unknown")
        << std::vector{edit(2, {}, 11)}
        << std::vector{LivePair{there, true, false, {unlabeledType(1, {})}, {}}} << QString();
    QTest::newRow("which one is unlabeled is unknown")
        << std::vector{edit(2, {}, 11)}
        << std::vector{LivePair{there, false, true, {type(1, of(5))}, {}}} << QString();
    QTest::newRow("the edit knows it, and no more")
        << std::vector{edit(2, {}, 11), unlabeledEdit(1, {}, 5)}
        << std::vector{LivePair{there, false, true, {type(3, of(7))}, {}}}
        << u"2: 11 above 5 (sent)"_s;
    QTest::newRow("another direction") << std::vector{edit(2, {}, 11, back)} << ten << QString();
    QTest::newRow("broken already, and not ours")
        << std::vector{edit(2, {}, 1)}
        << std::vector{readWhole({unlabeledType(1, of(3)), type(2, of(2)), type(3, of(8))})}
        << QString();
}

void TestRebase::findsBreaksOfTheRule()
{
    QFETCH(std::vector<Edit>, sent);
    QFETCH(std::vector<LivePair>, fresh);
    QFETCH(QString, breaks);
    QCOMPARE(shown(limits::ruleBreaks(sent, fresh)), breaks);
}

TEST_MAIN(QCoreApplication, TestRebase)
#include "tst_rebase.moc"
