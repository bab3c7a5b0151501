#include "app/limits/document.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using limits::Category;
using limits::Document;
using limits::DraftRow;
using limits::Edit;
using limits::Issue;
using limits::Issues;
using limits::LiveLimit;
using limits::LivePair;
using limits::LiveType;
using limits::Pair;
using limits::RowEdit;
using limits::Side;

namespace {

const Pair there{u"0-1"_s, u"0-2"_s};
const Pair back{u"0-2"_s, u"0-1"_s};
const Pair contacts{u"0-1"_s, u"0-1"_s};

LiveType unlabeled(qint32 typeId, const LiveLimit &limit)
{
    return {Category::HubSpotDefined, typeId, {}, true, limit};
}

LiveType label(qint32 typeId, const QString &words, const LiveLimit &limit)
{
    return {Category::UserDefined, typeId, words, false, limit};
}

/// Contacts to companies: the plain association at 5, two labels at 3 and "Many".
LivePair readThere()
{
    return {there,
            true,
            true,
            {unlabeled(279, LiveLimit::of(5)), label(28, u"Billing"_s, LiveLimit::of(3)),
             label(30, u"Decision maker"_s, LiveLimit::many())},
            {}};
}

void enter(Document &document, qsizetype row, const QString &limit)
{
    document.edit({row}, {RowEdit{{}, {}, limit}}, u"edit"_s);
}

/// "28=7 " where another limit is entered, in the order of the rows.
QString entered(const Document &document)
{
    QString text;
    for (qsizetype i = 0; i < document.rowCount(); ++i) {
        text += u"%1%2 "_s.arg(document.row(i).typeId, document.row(i).limit.isEmpty()
                                                           ? QString()
                                                           : u'=' + document.row(i).limit);
    }
    return text.trimmed();
}

} // namespace

class TestDocumentLive : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void showsWhatTheAccountHas();
    void onlyTheLimitOfAnAccountsRowIsEdited();
    void entriesThatChangeNothingAreNone_data();
    void entriesThatChangeNothingAreNone();
    void editsKnowBaseAndLive();
    void draftsMeetTheAccountsRows();
    void readingAgainKeepsWhatWasEntered();
    void undoOutlivesAReadThatChangesNoRows();
    void incompleteReadsProveNothing_data();
    void incompleteReadsProveNothing();
    void aTypeThatIsGoneKeepsItsDraft();
    void labelsFollowTheAccountsUnlabeledLimit();
    void anAccountsOwnBreachIsNoError();
    void bothDirectionsStandApart();
    void sharedLimitsFollowEachOther();
    void removeAndDiscard();
    void pastedTypesFindTheirRows();
    void whatWasDecidedIsAskedOnce();
    void settledRowsHaveTheirLimit();
    void droppedEntriesLeaveTheAccountsLimit();
    void randomEditsAndReadsKeepIssuesTrue();

private:
    limits::AssociationTypes m_types = limits::AssociationTypes::hubSpotDefined();
};

void TestDocumentLive::showsWhatTheAccountHas()
{
    Document document(m_types);
    document.load(there, {});
    QSignalSpy reset(&document, &Document::reset);
    document.setLive(readThere());
    QCOMPARE(reset.count(), 1);
    QCOMPARE(document.rowCount(), 3);
    QCOMPARE(document.at(0).live, LiveLimit::of(5));
    QVERIFY(document.at(0).ofAccount);
    QVERIFY(document.isUnlabeled(0));
    QCOMPARE(document.at(1).label, u"Billing"_s);
    QCOMPARE(document.at(2).live, LiveLimit::many());
    QCOMPARE(document.check(), limits::Check());
    QVERIFY(document.edits().empty());
    QVERIFY(document.drafts().empty());
    // Another pair's answer comes too late.
    document.load({u"0-3"_s, u"0-1"_s}, {});
    document.setLive(readThere());
    QCOMPARE(document.rowCount(), 0);
}

void TestDocumentLive::onlyTheLimitOfAnAccountsRowIsEdited()
{
    Document document(m_types);
    document.load(there, {});
    document.setLive(readThere());
    document.edit({1}, {RowEdit{u"99"_s, u"WORK"_s, u"4"_s}}, {});
    QCOMPARE(document.at(1).typeId, 28);
    QCOMPARE(document.at(1).category, Category::UserDefined);
    QCOMPARE(document.at(1).limit, 4);
    document.undoStack().undo();
    QVERIFY(!document.at(1).isChange());
}

void TestDocumentLive::entriesThatChangeNothingAreNone_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    QTest::addColumn<int>("changes");
    QTest::newRow("the same number") << 1 << u"3"_s << QString() << 0;
    QTest::newRow("another number") << 1 << u"4"_s << u"4"_s << 1;
    QTest::newRow("emptied") << 1 << QString() << u"many"_s << 1;
    QTest::newRow("emptied, was Many") << 2 << QString() << QString() << 0;
    QTest::newRow("Many, was Many") << 2 << u"*"_s << QString() << 0;
    QTest::newRow("one") << 2 << u"one"_s << u"one"_s << 1;
    QTest::newRow("wrong") << 1 << u"x"_s << u"x"_s << 0;
    QTest::newRow("out of range") << 1 << u"0"_s << u"0"_s << 0;
}

void TestDocumentLive::entriesThatChangeNothingAreNone()
{
    QFETCH(int, row);
    QFETCH(QString, typed);
    QFETCH(QString, kept);
    QFETCH(int, changes);
    Document document(m_types);
    document.load(there, {});
    document.setLive(readThere());
    enter(document, row, typed);
    QCOMPARE(document.row(row).limit, kept);
    QCOMPARE(document.check().changes, changes);
    QCOMPARE(document.edits().size(), size_t(changes));
    QCOMPARE(document.undoStack().count(), kept.isEmpty() ? 0 : 1);
}

void TestDocumentLive::editsKnowBaseAndLive()
{
    Document document(m_types);
    document.load(there, {});
    document.setLive(readThere());
    enter(document, 1, u"4"_s);
    enter(document, 2, u"1"_s);
    // Somebody sets another limit meanwhile.
    LivePair again = readThere();
    again.types[1].limit = LiveLimit::of(2);
    document.setLive(again);
    QCOMPARE(document.issues(1), Issues(Issue::ChangedMeanwhile));
    QCOMPARE(document.check().warnings, 1);
    const std::vector<Edit> expected{{there, Category::UserDefined, 28, u"Billing"_s, false,
                                      LiveLimit::of(3), LiveLimit::of(2), 4},
                                     {there, Category::UserDefined, 30, u"Decision maker"_s, false,
                                      LiveLimit::many(), LiveLimit::many(), 1}};
    QCOMPARE(document.edits(), expected);
    // They set just what is wanted here.
    again.types[1].limit = LiveLimit::of(4);
    document.setLive(again);
    QCOMPARE(document.issues(1), Issues(Issue::AlreadySo));
    QCOMPARE(document.edits().size(), size_t(1));
}

void TestDocumentLive::draftsMeetTheAccountsRows()
{
    Document document(m_types);
    document.load(there, {{u"28"_s, u"USER_DEFINED"_s, u"7"_s, Side::There, LiveLimit::of(2)},
                          {u"279"_s, {}, u"5"_s},
                          {u"77"_s, {}, u"1"_s}});
    document.setLive(readThere());
    // 279 has 5 already; 77 is none of the account's.
    QCOMPARE(entered(document), u"279 28=7 30 77=1"_s);
    QVERIFY(!document.at(3).ofAccount);
    QCOMPARE(document.issues(3), Issues(Issue::NotListed));
    QCOMPARE(document.issues(1), Issues(Issue::AboveUnlabeled | Issue::ChangedMeanwhile));
    QCOMPARE(document.at(3).live, LiveLimit::many());
    QCOMPARE(document.drafts().size(), size_t(2));
}

void TestDocumentLive::readingAgainKeepsWhatWasEntered()
{
    Document document(m_types);
    document.load(there, {});
    document.setLive(readThere());
    enter(document, 1, u"4"_s);
    document.append({{u"77"_s, {}, u"1"_s}}, {});
    LivePair again = readThere();
    again.types.insert(again.types.begin() + 1, label(29, u"New one"_s, LiveLimit::of(2)));
    document.setLive(again);
    QCOMPARE(entered(document), u"279 29 28=4 30 77=1"_s);
    QVERIFY(!document.undoStack().canUndo());
}

void TestDocumentLive::undoOutlivesAReadThatChangesNoRows()
{
    Document document(m_types);
    document.load(there, {});
    document.setLive(readThere());
    enter(document, 1, u"4"_s);
    QSignalSpy reset(&document, &Document::reset);
    QSignalSpy changed(&document, &Document::rowsChanged);
    document.setLive(readThere());
    QCOMPARE(changed.count(), 0);
    LivePair again = readThere();
    again.types[2].limit = LiveLimit::of(1);
    document.setLive(again);
    QCOMPARE(reset.count(), 0);
    QVERIFY(changed.count() > 0);
    document.undoStack().undo();
    QCOMPARE(entered(document), u"279 28 30"_s);
    document.undoStack().redo();
    QCOMPARE(entered(document), u"279 28=4 30"_s);
}

void TestDocumentLive::incompleteReadsProveNothing_data()
{
    QTest::addColumn<bool>("typesRead");
    QTest::addColumn<bool>("limitsRead");
    QTest::addColumn<bool>("readBefore");
    QTest::addColumn<QString>("rows"); // with what they have
    QTest::newRow("nothing, nothing before") << false << false << false << QString();
    QTest::newRow("types only") << true << false << false << u"279:? 28:? 30:?"_s;
    QTest::newRow("limits only") << false << true << false << u"279:5 28:3"_s;
    QTest::newRow("nothing, all before") << false << false << true << u"279:5 28:3 30:many"_s;
    QTest::newRow("types only, all before") << true << false << true << u"279:5 28:3 30:many"_s;
    QTest::newRow("limits only, all before") << false << true << true << u"279:5 28:3 30:many"_s;
}

void TestDocumentLive::incompleteReadsProveNothing()
{
    QFETCH(bool, typesRead);
    QFETCH(bool, limitsRead);
    QFETCH(bool, readBefore);
    QFETCH(QString, rows);
    Document document(m_types);
    document.load(there, {});
    if (readBefore) {
        document.setLive(readThere());
    }
    LivePair read{there, typesRead, limitsRead, {}, {}};
    for (const LiveType &type : readThere().types) {
        const bool isNamed = typesRead || (limitsRead && type.limit.limit);
        if (isNamed) {
            read.types.push_back({type.category, type.typeId, typesRead ? type.label : QString(),
                                  type.unlabeled, limitsRead ? type.limit : LiveLimit::unknown()});
        }
    }
    document.setLive(read);
    QStringList shown;
    for (qsizetype i = 0; i < document.rowCount(); ++i) {
        const LiveLimit &live = document.at(i).live;
        shown.append(document.row(i).typeId + u':' +
                     (!live.known  ? u"?"_s
                      : live.limit ? QString::number(*live.limit)
                                   : u"many"_s));
    }
    QCOMPARE(shown.join(u' '), rows);
    if (readBefore) {
        QCOMPARE(document.at(1).label, u"Billing"_s);
    }
}

void TestDocumentLive::aTypeThatIsGoneKeepsItsDraft()
{
    Document document(m_types);
    document.load(there, {});
    document.setLive(readThere());
    enter(document, 1, u"4"_s);
    LivePair again = readThere();
    again.types.erase(again.types.begin() + 1, again.types.end());
    document.setLive(again);
    QCOMPARE(entered(document), u"279 28=4"_s);
    QVERIFY(!document.at(1).ofAccount);
    QCOMPARE(document.issues(1), Issues(Issue::NotListed | Issue::ChangedMeanwhile));
}

void TestDocumentLive::labelsFollowTheAccountsUnlabeledLimit()
{
    Document document(m_types);
    document.load(there, {});
    document.setLive(readThere());
    enter(document, 1, u"6"_s);
    QCOMPARE(document.issues(1), Issues(Issue::AboveUnlabeled));
    enter(document, 1, u"5"_s);
    QCOMPARE(document.issues(1), Issues(Issue::EqualToUnlabeled));
    // Lowering the plain association catches the label nobody touched.
    document.undoStack().setIndex(0);
    enter(document, 0, u"2"_s);
    QCOMPARE(document.issues(1), Issues(Issue::AboveUnlabeled));
    QCOMPARE(document.check().errors, 1);
    enter(document, 0, u"many"_s);
    QCOMPARE(document.issues(1), Issues());
    enter(document, 2, u"9999"_s);
    QCOMPARE(document.issues(2), Issues());
}

void TestDocumentLive::anAccountsOwnBreachIsNoError()
{
    Document document(m_types);
    document.load(there, {});
    LivePair read = readThere();
    read.types[1].limit = LiveLimit::of(8);
    document.setLive(read);
    QCOMPARE(document.check(), limits::Check());
    enter(document, 2, u"1"_s);
    QCOMPARE(document.check().errors, 0);
    enter(document, 1, u"7"_s);
    QCOMPARE(document.issues(1), Issues(Issue::AboveUnlabeled));
}

void TestDocumentLive::bothDirectionsStandApart()
{
    Document document(m_types);
    document.load(there, {{u"280"_s, {}, u"9"_s, Side::Back}}, true);
    QVERIFY(document.hasBothDirections());
    document.setLive({back,
                      true,
                      true,
                      {unlabeled(280, LiveLimit::of(4)), label(27, u"Billing"_s, LiveLimit::of(3))},
                      {}});
    document.setLive(readThere());
    QCOMPARE(entered(document), u"279 28 30 280=9 27"_s);
    enter(document, 4, u"6"_s);
    QCOMPARE(document.issues(4), Issues());
    enter(document, 1, u"6"_s);
    QCOMPARE(document.issues(1), Issues(Issue::AboveUnlabeled));
    QCOMPARE(document.drafts(Side::There).size(), size_t(1));
    QCOMPARE(document.drafts(Side::Back).size(), size_t(2));
    QCOMPARE(document.edits().size(), size_t(2));
    QCOMPARE(document.edits().at(0).pair, back);
    QCOMPARE(document.unlabeledLimit(Side::There), 5);
    QCOMPARE(document.unlabeledLimit(Side::Back), 9);
    // One object on both sides has one direction.
    document.load(contacts, {}, true);
    QVERIFY(!document.hasBothDirections());
}

void TestDocumentLive::sharedLimitsFollowEachOther()
{
    Document document(m_types);
    document.load(contacts, {});
    document.setLive(
        {contacts,
         true,
         true,
         {unlabeled(449, LiveLimit::of(9)), label(51, u"Partner"_s, LiveLimit::of(3)),
          label(52, u"Partner"_s, LiveLimit::of(3)), label(45, u"Manager"_s, LiveLimit::of(3))},
         {}});
    QVERIFY(document.holdsBothWays(0));
    QVERIFY(document.holdsBothWays(1));
    QVERIFY(!document.holdsBothWays(3));
    QCOMPARE(document.twin(1), 2);
    enter(document, 2, u"5"_s);
    QCOMPARE(entered(document), u"449 51=5 52=5 45"_s);
    QCOMPARE(document.undoStack().count(), 1);
    // One of them is sent.
    QCOMPARE(document.edits().size(), size_t(1));
    QCOMPARE(document.edits().at(0).typeId, 51);
    document.settle(contacts, {{Category::UserDefined, 51, 5, {}}}, u"submit"_s);
    QCOMPARE(entered(document), u"449 51 52 45"_s);
    QCOMPARE(document.at(2).live, LiveLimit::of(5));
    document.undoStack().undo();
    document.undoStack().undo();
    QCOMPARE(entered(document), u"449 51 52 45"_s);
    document.discard({0, 1, 2, 3}, {});
    QCOMPARE(document.undoStack().count(), 2);
}

void TestDocumentLive::removeAndDiscard()
{
    Document document(m_types);
    document.load(there, {{u"77"_s, {}, u"1"_s}});
    document.setLive(readThere());
    enter(document, 2, u"2"_s);
    document.remove({3, 2, 1}, u"remove"_s);
    QCOMPARE(entered(document), u"279 28=many 30"_s);
    document.undoStack().undo();
    QCOMPARE(entered(document), u"279 28 30=2 77=1"_s);
    enter(document, 0, u"x"_s);
    document.discard({0, 1, 2, 3}, u"discard"_s);
    QCOMPARE(entered(document), u"279 28 30"_s);
    QCOMPARE(document.check(), limits::Check());
    document.undoStack().undo();
    QCOMPARE(entered(document), u"279=x 28 30=2 77=1"_s);
}

void TestDocumentLive::pastedTypesFindTheirRows()
{
    Document document(m_types);
    document.load(there, {});
    document.setLive(readThere());
    // Limits alone go where they are pasted; with a type ID they go to that type.
    document.paste({1, 2}, {RowEdit{{}, {}, u"1"_s}, RowEdit{{}, {}, u"2"_s}}, {});
    QCOMPARE(entered(document), u"279 28=1 30=2"_s);
    document.undoStack().undo();
    document.paste({0, 1, 2},
                   {RowEdit{u"30"_s, {}, u"4"_s}, RowEdit{u"77"_s, {}, u"5"_s},
                    RowEdit{u"28"_s, u"USER_DEFINED"_s, u"2"_s}, RowEdit{u"28"_s, {}, u"3"_s}},
                   {});
    QCOMPARE(entered(document), u"279 28=2 30=4 77=5 28=3"_s);
    QVERIFY(document.issues(1) & Issue::Duplicate);
    QCOMPARE(document.undoStack().count(), 1);
}

void TestDocumentLive::whatWasDecidedIsAskedOnce()
{
    Document document(m_types);
    document.load(there, {});
    document.setLive(readThere());
    enter(document, 1, u"4"_s);
    LivePair again = readThere();
    again.types[1].limit = LiveLimit::of(2);
    document.setLive(again);
    QVERIFY(document.issues(1) & Issue::ChangedMeanwhile);
    QSignalSpy edited(&document, &Document::edited);
    document.acknowledge(limits::makePlan(there, document.edits(), 100));
    QCOMPARE(document.issues(1), Issues());
    QCOMPARE(document.row(1).base, LiveLimit::of(2));
    QCOMPARE(document.check(), (limits::Check{0, 0, 1}));
    QCOMPARE(edited.count(), 1);
    document.acknowledge(limits::makePlan(there, document.edits(), 100));
    QCOMPARE(edited.count(), 1);
}

void TestDocumentLive::settledRowsHaveTheirLimit()
{
    Document document(m_types);
    document.load(there, {{u"77"_s, {}, u"1"_s}, {u"78"_s, {}, u"1"_s}});
    document.setLive(readThere());
    enter(document, 1, u"4"_s);
    enter(document, 2, u"1"_s);
    document.settle(there,
                    {{Category::UserDefined, 28, 4, {}},
                     {Category::UserDefined, 30, 2, {}},
                     {Category::UserDefined, 77, 1, {}}},
                    u"submit"_s);
    // 30 was entered anew since.
    QCOMPARE(entered(document), u"279 28 30=1 78=1"_s);
    QCOMPARE(document.at(1).live, LiveLimit::of(4));
    QCOMPARE(document.at(2).live, LiveLimit::of(2));
    QCOMPARE(document.undoStack().undoText(), u"submit"_s);
    QCOMPARE(document.check().changes, 2);
}

void TestDocumentLive::droppedEntriesLeaveTheAccountsLimit()
{
    Document document(m_types);
    document.load(there, {{u"77"_s, {}, u"1"_s}}, true);
    document.setLive(readThere());
    document.setLive({back, true, true, {label(28, u"Billed"_s, LiveLimit::of(6))}, {}});
    enter(document, 1, u"4"_s);
    enter(document, 2, u"many"_s); // what the account has: no entry
    enter(document, 2, u"1"_s);
    enter(document, 3, u"2"_s);
    QCOMPARE(entered(document), u"279 28=4 30=1 28=2 77=1"_s);
    const std::vector<Edit> edits = document.edits();
    enter(document, 2, u"3"_s); // another entry than the one that is dropped
    document.drop(edits, u"review"_s);
    QCOMPARE(entered(document), u"279 28 30=3 28"_s);
    QCOMPARE(document.at(1).live, LiveLimit::of(3));
    QCOMPARE(document.at(3).live, LiveLimit::of(6));
    QCOMPARE(document.undoStack().undoText(), u"review"_s);
    document.undoStack().undo();
    QCOMPARE(entered(document), u"279 28=4 30=3 28=2 77=1"_s);
    // A row with two type IDs is dropped whole.
    document.load(contacts, {});
    document.setLive(
        {contacts,
         true,
         true,
         {label(51, u"Friend"_s, LiveLimit::of(9)), label(52, u"Friend"_s, LiveLimit::of(9))},
         {}});
    enter(document, 0, u"4"_s);
    QCOMPARE(entered(document), u"51=4 52=4"_s);
    document.drop(document.edits(), {});
    QCOMPARE(entered(document), u"51 52"_s);
}

void TestDocumentLive::randomEditsAndReadsKeepIssuesTrue()
{
    QRandomGenerator random(20260302);
    const QStringList ids{u"1"_s, u"40"_s, u"41"_s, u"x"_s, u""_s};
    const QStringList limits{u"1"_s, u"5"_s, u"6"_s, u"0"_s, u"many"_s, u""_s};
    const auto any = [&random](const QStringList &list) {
        return list.at(random.bounded(int(list.size())));
    };
    const auto anyLimit = [&random] {
        const int limit = random.bounded(8);
        return limit == 0 ? LiveLimit::many() : LiveLimit::of(limit);
    };
    const auto anyRead = [&](const Pair &pair, qint32 plain) {
        LivePair read{pair, true, true, {unlabeled(plain, anyLimit())}, {}};
        for (const qint32 typeId : {28, 30, 31}) {
            if (random.bounded(4) > 0) {
                read.types.push_back(label(typeId, u"L%1"_s.arg(typeId), anyLimit()));
            }
        }
        return read;
    };
    Document document(m_types);
    document.load(there, {}, true);
    LivePair lastThere{there, false, false, {}, {}};
    LivePair lastBack{back, false, false, {}, {}};
    for (int step = 0; step < 2000; ++step) {
        const qsizetype count = document.rowCount();
        switch (random.bounded(count == 0 ? 1 : 8)) {
        case 0:
            document.append({{any(ids), {}, any(limits), Side(random.bounded(2))}}, {});
            break;
        case 1:
            document.remove({random.bounded(count)}, {});
            break;
        case 2:
        case 3:
            document.edit({random.bounded(count)}, {RowEdit{any(ids), {}, any(limits)}}, {});
            break;
        case 4:
            document.undoStack().undo();
            break;
        case 5:
            document.undoStack().redo();
            break;
        case 6:
            lastThere = anyRead(there, 279);
            document.setLive(lastThere);
            break;
        case 7:
            lastBack = anyRead(back, 280);
            document.setLive(lastBack);
            break;
        }
        // The same drafts, read from the disk and met by the same account.
        Document fresh(m_types);
        std::vector<DraftRow> drafts = document.drafts(Side::There);
        const std::vector<DraftRow> backDrafts = document.drafts(Side::Back);
        drafts.insert(drafts.end(), backDrafts.begin(), backDrafts.end());
        fresh.load(there, drafts, true);
        if (lastThere.typesRead) {
            fresh.setLive(lastThere);
        }
        if (lastBack.typesRead) {
            fresh.setLive(lastBack);
        }
        QCOMPARE(document.check().errors, fresh.check().errors);
        QCOMPARE(document.check().changes, fresh.check().changes);
        QCOMPARE(document.edits().size(), fresh.edits().size());
    }
}

TEST_MAIN(QCoreApplication, TestDocumentLive)
#include "tst_documentlive.moc"
