#include "app/limits/rebase.h"
#include "app/sandbox/answers.h"
#include "app/submission/revert.h"
#include "app/submission/runner.h"
#include "tests/support/testmain.h"
#include "tests/unit/changedrecords.h"
#include "tests/unit/randomcase.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using limits::LiveLimit;
using sandbox::Account;
using submission::Revert;
using submission::Unrevertible;
using tests::Came;
using tests::Case;
using tests::exchange;
using tests::forth;
using tests::recordAt;

namespace {

QString text(const LiveLimit &limit)
{
    return !limit.known ? u"?"_s : limit.limit ? QString::number(*limit.limit) : u"many"_s;
}

/// "28: 7 -> 5", then "30 unchanged" of those that are left.
QStringList texts(const Revert &revert)
{
    QStringList lines;
    for (const limits::Edit &edit : revert.edits) {
        lines.append(u"%1: %2 -> %3"_s.arg(edit.typeId)
                         .arg(text(edit.base), text(LiveLimit::of(edit.wanted))));
    }
    const QString reasons[] = {u"unchanged"_s, u"before unknown"_s, u"pending"_s};
    for (const submission::LeftAsIs &left : revert.left) {
        lines.append(u"%1 %2"_s.arg(left.limit.typeId).arg(reasons[int(left.reason)]));
    }
    return lines;
}

/// A record whose first requests were carried out by the account, and the rest not sent. Of one in
/// `lost` of them the answer was lost; 0: of none.
history::Record carriedOut(const limits::Plan &plan, Account &account, size_t sent, int lost,
                           Case &random)
{
    history::Record record = submission::makeRecord({u"sandbox"_s, {}, {}, plan, {}, {}},
                                                    QUuid::createUuid(), tests::minute(0));
    record.state = history::Record::State::Finished;
    for (size_t i = 0; i < record.exchanges.size(); ++i) {
        history::Exchange &exchange = record.exchanges[i];
        if (i >= sent) {
            exchange.state = history::Exchange::State::NotSent;
            continue;
        }
        const auto inputs = sandbox::readBatch(exchange.body, exchange.request.operation);
        const auto outcome =
            sandbox::runBatch(account, exchange.request.operation, exchange.request.pair, *inputs);
        const sandbox::Answer answer =
            sandbox::answers::batch(exchange.request.operation, {}, outcome);
        exchange.state = history::Exchange::State::Answered;
        exchange.reply = tests::reply(answer.status, QJsonDocument(answer.body).toJson());
        if (lost > 0 && random.any(lost) == 0) {
            exchange.reply = api::Reply();
            exchange.reply->failure = api::ErrorKind::ConnectionLost;
        }
    }
    return record;
}

} // namespace

class TestRevert : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void leadsBackToWhatWasThere();
    void leavesWhatWasNotChanged();
    void whatIsUnknownIsTakenForAskedFor();
    void theFirstBeforeAndTheLastLimit();
    void knowsUnlabeledTypes();
    void somebodyElsesChangeIsAConflict();
    void applyThenRevertIsAsBefore_data();
    void applyThenRevertIsAsBefore();

private:
    const limits::AssociationTypes m_known = limits::AssociationTypes::hubSpotDefined();
};

void TestRevert::leadsBackToWhatWasThere()
{
    const history::Record record =
        recordAt(0, {exchange({{28, LiveLimit::of(5), 7, u"Owner"_s}, {30, LiveLimit::many(), 8}},
                              Came::Stored),
                     exchange({{31, LiveLimit::of(9), {}}}, Came::Stored, tests::back)});
    const Revert revert = submission::revertEdits(record, m_known);
    QCOMPARE(texts(revert), QStringList({u"28: 7 -> 5"_s, u"30: 8 -> many"_s, u"31: many -> 9"_s}));
    const limits::Edit &owner = revert.edits[0];
    QCOMPARE(owner.label, u"Owner"_s);
    QCOMPARE(owner.pair, forth);
    QCOMPARE(owner.category, limits::Category::UserDefined);
    QCOMPARE(owner.live, owner.base);
    QVERIFY(!owner.unlabeled);
    QCOMPARE(revert.edits[2].pair, tests::back);
}

void TestRevert::leavesWhatWasNotChanged()
{
    history::Record record =
        recordAt(0, {exchange({{28, LiveLimit::of(5), 7}}, Came::Failed),
                     exchange({{29, LiveLimit::of(5), 7}}, Came::NotSent),
                     exchange({{30, LiveLimit::unknown(), 7}}, Came::Stored),
                     exchange({{31, LiveLimit::of(5), 7}}, Came::Stored, forth, {{31, 5}}),
                     exchange({{32, LiveLimit::unknown(), 7}}, Came::Nothing),
                     exchange({{33, LiveLimit::of(5), 7}}, Came::Waiting)});
    record.state = history::Record::State::InFlight;
    QCOMPARE(texts(submission::revertEdits(record, m_known)),
             QStringList({u"28 unchanged"_s, u"29 unchanged"_s, u"30 before unknown"_s,
                          u"31 unchanged"_s, u"32 before unknown"_s, u"33 pending"_s}));

    // Not stored after all, as reading back found.
    record = recordAt(0, {exchange({{28, LiveLimit::of(5), 7}}, Came::Nothing)});
    record.readBacks = {tests::readBack({{28, 5}})};
    QCOMPARE(texts(submission::revertEdits(record, m_known)), QStringList(u"28 unchanged"_s));
}

void TestRevert::whatIsUnknownIsTakenForAskedFor()
{
    history::Record record =
        recordAt(0, {exchange({{28, LiveLimit::of(5), 7}}, Came::Nothing),
                     exchange({{29, LiveLimit::of(5), 7}}, Came::Waiting),
                     exchange({{30, LiveLimit::of(5), 7}}, Came::Stored, forth, {{30, 6}}),
                     exchange({{31, LiveLimit::of(5), 7}}, Came::Stored, forth, {{99, 6}})});
    record.state = history::Record::State::Interrupted;
    QCOMPARE(texts(submission::revertEdits(record, m_known)),
             QStringList({u"28: 7 -> 5"_s, u"29: 7 -> 5"_s, u"30: 6 -> 5"_s, u"31: 7 -> 5"_s}));
    record.readBacks = {tests::readBack({{28, 8}, {29, 7}, {30, 7}})};
    QCOMPARE(texts(submission::revertEdits(record, m_known)),
             QStringList({u"28: 8 -> 5"_s, u"29: 7 -> 5"_s, u"30: 7 -> 5"_s, u"31: many -> 5"_s}));
}

void TestRevert::theFirstBeforeAndTheLastLimit()
{
    history::Record record = recordAt(0, {exchange({{28, LiveLimit::of(5), 7}}, Came::Stored),
                                          exchange({{28, LiveLimit::of(7), 9}}, Came::Stored)});
    QCOMPARE(texts(submission::revertEdits(record, m_known)), QStringList(u"28: 9 -> 5"_s));
    record.exchanges[1] = exchange({{28, LiveLimit::of(7), 9}}, Came::Failed);
    QCOMPARE(texts(submission::revertEdits(record, m_known)), QStringList(u"28: 7 -> 5"_s));
    record.exchanges[1] = exchange({{28, LiveLimit::of(7), 9}}, Came::Nothing);
    QCOMPARE(texts(submission::revertEdits(record, m_known)), QStringList(u"28: 9 -> 5"_s));
}

void TestRevert::knowsUnlabeledTypes()
{
    const auto unlabeled = [this](qint32 typeId, int stage, const QString &label) {
        history::Record record =
            recordAt(0, {exchange({{typeId, LiveLimit::of(5), 7, label}}, Came::Stored)});
        record.exchanges[0].request.stage = stage;
        return submission::revertEdits(record, m_known).edits.at(0).unlabeled;
    };
    // By name, whatever the stage: records of the first version know none.
    QVERIFY(unlabeled(279, 1, u"Contact to company"_s));
    QVERIFY(!unlabeled(1, 0, {}));
    // By what makePlan() does with unlabeled types.
    QVERIFY(unlabeled(28, 0, {}));
    QVERIFY(!unlabeled(28, 1, {}));
    QVERIFY(unlabeled(28, 2, {}));
    QVERIFY(!unlabeled(28, 0, u"Owner"_s));
}

void TestRevert::somebodyElsesChangeIsAConflict()
{
    const history::Record record = recordAt(
        0,
        {exchange({{28, LiveLimit::of(5), 7}, {29, LiveLimit::of(5), 7}, {30, LiveLimit::of(5), 7}},
                  Came::Stored)});
    const auto custom = limits::Category::UserDefined;
    const limits::LivePair live{forth,
                                true,
                                true,
                                {{custom, 28, u"A"_s, false, LiveLimit::of(7)},
                                 {custom, 29, u"B"_s, false, LiveLimit::of(6)},
                                 {custom, 30, u"C"_s, false, LiveLimit::of(5)}},
                                {}};
    const auto rebased = limits::rebase(submission::revertEdits(record, m_known).edits, {live});
    QCOMPARE(rebased.edits[0].standing, limits::Standing::Ready);
    QCOMPARE(rebased.edits[1].standing, limits::Standing::Conflict);
    QCOMPARE(rebased.edits[2].standing, limits::Standing::Done);
}

void TestRevert::applyThenRevertIsAsBefore_data()
{
    QTest::addColumn<int>("lost");
    QTest::addColumn<bool>("cut");
    QTest::newRow("all stored") << 0 << false;
    QTest::newRow("stopped midway") << 0 << true;
    QTest::newRow("answers lost") << 3 << false;
}

void TestRevert::applyThenRevertIsAsBefore()
{
    QFETCH(const int, lost);
    QFETCH(const bool, cut);
    const auto catalogue = sandbox::Catalogue::standard();
    for (quint32 seed = 1; seed <= 1000; ++seed) {
        Case random(catalogue, m_known, seed);
        const limits::Plan plan = limits::makePlan(random.pair, random.edits, random.perRequest);
        Account account = *Account::restored(catalogue, random.live);
        const size_t sent =
            cut ? size_t(random.any(int(plan.requests.size()) + 1)) : plan.requests.size();
        const history::Record record = carriedOut(plan, account, sent, lost, random);
        const Revert revert = submission::revertEdits(record, m_known);
        const auto rebased = limits::rebase(revert.edits, random.reading(account.table()));
        QCOMPARE(rebased.openConflicts(), 0);
        QVERIFY(limits::ruleBreaks(rebased.toSend(), random.reading(account.table())).empty());
        const limits::Plan wayBack =
            limits::makePlan(random.pair, rebased.toSend(), random.perRequest);
        QString problem;
        for (const limits::PlannedRequest &request : random.anyOrder(wayBack)) {
            problem += tests::refusalOf(account, request);
        }
        if (!problem.isEmpty() || account.table() != random.live) {
            QFAIL(qPrintable(u"seed %1: %2%3\nback:%4"_s.arg(seed).arg(problem, tests::shown(plan),
                                                                       tests::shown(wayBack))));
        }
    }
}

TEST_MAIN(QCoreApplication, TestRevert)
#include "tst_revert.moc"
