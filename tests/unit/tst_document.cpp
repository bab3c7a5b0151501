#include "app/limits/document.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using limits::Category;
using limits::Document;
using limits::DraftRow;
using limits::Issue;
using limits::Issues;
using limits::RowEdit;

namespace {

const limits::Pair contactsToCompanies{u"0-1"_s, u"0-2"_s};

RowEdit newLimit(const QString &text)
{
    return {{}, {}, text};
}

} // namespace

class TestDocument : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void issues_data();
    void issues();
    void categoryFollowsTheTableOfNamesUntilChosen();
    void editsLeaveOutErrorsAndWhatIsNotEntered();
    void editIsOneStepAndNoStepWithoutChange();
    void theOldestStepsAreForgotten();
    void pasteIsOneStepAndAddsRows();
    void removeKeepsPlaces();
    void duplicatesAreMarkedAndUnmarkedTogether();
    void labelsFollowTheUnlabeledLimit();
    void signalsNameTheRowsThatChanged();
    void randomEditsKeepIssuesTrue();

private:
    limits::AssociationTypes m_types = limits::AssociationTypes::hubSpotDefined();
};

void TestDocument::issues_data()
{
    QTest::addColumn<QList<QStringList>>("rows"); // type ID, category, limit
    QTest::addColumn<QList<Issues>>("expected");
    const auto row = [](const char *name, const QList<QStringList> &rows,
                        const QList<Issues> &expected) { QTest::newRow(name) << rows << expected; };
    row("good", {{u"279"_s, {}, u"5"_s}, {u"1"_s, {}, u"1"_s}}, {{}, {}});
    row("not filled in", {{{}, {}, {}}}, {{}});
    row("limit without type", {{{}, {}, u"5"_s}}, {Issue::TypeIdMissing});
    row("type without limit", {{u"279"_s, {}, {}}}, {Issue::NothingToSend});
    row("many", {{u"279"_s, {}, u"many"_s}}, {{}});
    row("many without type", {{{}, {}, u"many"_s}}, {Issue::TypeIdMissing});
    row("everything wrong", {{u"x"_s, u"mine"_s, u"y"_s}},
        {Issue::TypeIdNotANumber | Issue::CategoryUnknown | Issue::LimitNotANumber});
    row("above usual", {{u"28"_s, {}, u"10001"_s}}, {Issue::AboveUsualHighest});
    row("usual highest", {{u"28"_s, {}, u"10000"_s}}, {{}});
    row("duplicate", {{u"28"_s, {}, u"1"_s}, {u"28"_s, u"USER_DEFINED"_s, u"2"_s}},
        {Issue::Duplicate, Issue::Duplicate});
    row("same id, other category",
        {{u"279"_s, u"USER_DEFINED"_s, u"1"_s}, {u"279"_s, u"HUBSPOT_DEFINED"_s, u"2"_s}},
        {{}, {}});
    row("label above unlabeled", {{u"279"_s, {}, u"5"_s}, {u"28"_s, {}, u"6"_s}},
        {{}, Issue::AboveUnlabeled});
    row("label equal to unlabeled", {{u"1"_s, {}, u"5"_s}, {u"279"_s, {}, u"5"_s}},
        {Issue::EqualToUnlabeled, {}});
    row("unlabeled is many", {{u"279"_s, {}, u"many"_s}, {u"28"_s, {}, u"6"_s}}, {{}, {}});
}

void TestDocument::issues()
{
    QFETCH(QList<QStringList>, rows);
    QFETCH(QList<Issues>, expected);
    Document document(m_types);
    std::vector<DraftRow> drafts;
    for (const QStringList &row : rows) {
        drafts.push_back({row.at(0), row.at(1), row.at(2)});
    }
    document.load(contactsToCompanies, drafts);
    qsizetype errors = 0;
    for (qsizetype i = 0; i < document.rowCount(); ++i) {
        QCOMPARE(document.issues(i), expected.at(i));
        errors += (expected.at(i) & limits::errorIssues) ? 1 : 0;
    }
    QCOMPARE(document.check().errors, errors);

    // The same rows, typed cell by cell, come to the same.
    Document typed(m_types);
    typed.load(contactsToCompanies, {});
    for (const DraftRow &draft : drafts) {
        const qsizetype last = typed.rowCount();
        typed.append({DraftRow()}, {});
        typed.edit({last}, {newLimit(draft.limit)}, {});
        typed.edit({last}, {RowEdit{{}, draft.category, {}}}, {});
        typed.edit({last}, {RowEdit{draft.typeId, {}, {}}}, {});
    }
    for (qsizetype i = 0; i < document.rowCount(); ++i) {
        QCOMPARE(typed.issues(i), document.issues(i));
    }
    QCOMPARE(typed.check(), document.check());
}

void TestDocument::categoryFollowsTheTableOfNamesUntilChosen()
{
    Document document(m_types);
    document.load(contactsToCompanies, {{u"1"_s, {}, {}}});
    QCOMPARE(document.at(0).category, Category::HubSpotDefined);
    QCOMPARE(document.knownType(0)->name, u"Contact to primary company"_s);
    document.edit({0}, {RowEdit{u"28"_s, {}, {}}}, {});
    QCOMPARE(document.at(0).category, Category::UserDefined);
    QVERIFY(!document.knownType(0));
    document.edit({0}, {RowEdit{{}, u"WORK"_s, {}}}, {});
    document.edit({0}, {RowEdit{u"1"_s, {}, {}}}, {});
    QCOMPARE(document.at(0).category, Category::Work);
    document.edit({0}, {RowEdit{u""_s, u""_s, {}}}, {});
    QCOMPARE(document.at(0).category, std::nullopt);
}

void TestDocument::editsLeaveOutErrorsAndWhatIsNotEntered()
{
    Document document(m_types);
    document.load(
        contactsToCompanies,
        {{u"279"_s, {}, u"5"_s}, {u"x"_s, {}, u"5"_s}, {u"1"_s, {}, {}}, {u"28"_s, {}, u"one"_s}});
    const std::vector<limits::Edit> expected{
        {contactsToCompanies,
         Category::HubSpotDefined,
         279,
         u"Contact to company"_s,
         true,
         {},
         {},
         5},
        {contactsToCompanies, Category::UserDefined, 28, {}, false, {}, {}, 1}};
    QCOMPARE(document.edits(), expected);
    QCOMPARE(document.check(), (limits::Check{1, 0, 2}));
}

void TestDocument::editIsOneStepAndNoStepWithoutChange()
{
    Document document(m_types);
    document.load(contactsToCompanies, {{u"1"_s, {}, u"2"_s}, {u"279"_s, {}, u"3"_s}});
    document.edit({0}, {newLimit(u"2"_s)}, u"edit"_s);
    QCOMPARE(document.undoStack().count(), 0);
    document.edit({1, 0}, {newLimit(u"9"_s), newLimit(u"8"_s)}, u"edit"_s);
    QCOMPARE(document.undoStack().count(), 1);
    QCOMPARE(document.undoStack().undoText(), u"edit"_s);
    QCOMPARE(document.row(0).limit, u"8"_s);
    QCOMPARE(document.row(1).limit, u"9"_s);
    document.undoStack().undo();
    QCOMPARE(document.row(0).limit, u"2"_s);
    QCOMPARE(document.row(1).limit, u"3"_s);
    QCOMPARE(document.at(1).limit, 3);
    document.undoStack().redo();
    QCOMPARE(document.at(1).limit, 9);
}

void TestDocument::theOldestStepsAreForgotten()
{
    Document document(m_types);
    document.load(contactsToCompanies, {{u"1"_s, {}, u"1"_s}});
    for (int i = 0; i <= Document::mostUndoSteps; ++i) {
        document.edit({0}, {newLimit(QString::number(i + 2))}, u"edit"_s);
    }
    QCOMPARE(document.undoStack().count(), Document::mostUndoSteps);
    document.undoStack().setIndex(0);
    QCOMPARE(document.row(0).limit, u"2"_s);
}

void TestDocument::pasteIsOneStepAndAddsRows()
{
    Document document(m_types);
    document.load(contactsToCompanies, {{u"1"_s, {}, u"2"_s}, {u"279"_s, {}, u"3"_s}});
    const std::vector<DraftRow> before = document.drafts();
    document.paste({1}, {newLimit(u"7"_s), RowEdit{u"28"_s, {}, u"bad"_s}}, u"paste"_s);
    QCOMPARE(document.rowCount(), 3);
    QCOMPARE(document.row(1).limit, u"7"_s);
    QCOMPARE(document.row(2), (DraftRow{u"28"_s, {}, u"bad"_s}));
    QCOMPARE(document.issues(2), Issues(Issue::LimitNotANumber));
    QCOMPARE(document.undoStack().count(), 1);
    document.undoStack().undo();
    QCOMPARE(document.drafts(), before);
    QCOMPARE(document.check().errors, 0);
}

void TestDocument::removeKeepsPlaces()
{
    Document document(m_types);
    std::vector<DraftRow> rows;
    for (int i = 0; i < 10; ++i) {
        rows.push_back({QString::number(100 + i), {}, u"1"_s});
    }
    document.load(contactsToCompanies, rows);
    document.remove({8, 1, 2, 9, 5}, {});
    QCOMPARE(document.rowCount(), 5);
    QCOMPARE(document.at(1).typeId, 103);
    QCOMPARE(document.check().changes, 5);
    document.undoStack().undo();
    QCOMPARE(document.drafts(), rows);
    QCOMPARE(document.check().changes, 10);
    document.undoStack().redo();
    QCOMPARE(document.at(4).typeId, 107);
}

void TestDocument::duplicatesAreMarkedAndUnmarkedTogether()
{
    Document document(m_types);
    document.load(contactsToCompanies, {{u"28"_s, {}, u"1"_s}, {u"29"_s, {}, u"1"_s}});
    document.edit({1}, {RowEdit{u"28"_s, {}, {}}}, {});
    QCOMPARE(document.issues(0), Issues(Issue::Duplicate));
    QCOMPARE(document.issues(1), Issues(Issue::Duplicate));
    QCOMPARE(document.check().errors, 2);
    document.remove({0}, {});
    QCOMPARE(document.issues(0), Issues());
    document.undoStack().undo();
    QCOMPARE(document.check().errors, 2);
    document.undoStack().undo();
    QCOMPARE(document.check().errors, 0);
}

void TestDocument::labelsFollowTheUnlabeledLimit()
{
    Document document(m_types);
    document.load(contactsToCompanies, {{u"279"_s, {}, u"5"_s}, {u"28"_s, {}, u"6"_s}});
    QCOMPARE(document.unlabeledLimit(), 5);
    QCOMPARE(document.issues(1), Issues(Issue::AboveUnlabeled));
    document.edit({0}, {newLimit(u"7"_s)}, {});
    QCOMPARE(document.issues(1), Issues());
    document.edit({0}, {newLimit(u"6"_s)}, {});
    QCOMPARE(document.issues(1), Issues(Issue::EqualToUnlabeled));
    document.remove({0}, {});
    QCOMPARE(document.issues(0), Issues());
    QCOMPARE(document.unlabeledLimit(), std::nullopt);
}

void TestDocument::signalsNameTheRowsThatChanged()
{
    Document document(m_types);
    document.load(contactsToCompanies, {{u"28"_s, {}, u"1"_s},
                                        {u"29"_s, {}, u"1"_s},
                                        {u"30"_s, {}, u"1"_s},
                                        {u"31"_s, {}, u"1"_s}});
    QSignalSpy changed(&document, &Document::rowsChanged);
    QSignalSpy edited(&document, &Document::edited);
    QSignalSpy checked(&document, &Document::checkChanged);
    document.edit({2}, {newLimit(u"4"_s)}, {});
    QCOMPARE(changed, (QList<QVariantList>{{2, 2}}));
    QCOMPARE(edited.count(), 1);
    QCOMPARE(checked.count(), 0);
    changed.clear();
    document.edit({3}, {RowEdit{u"28"_s, {}, {}}}, {});
    QCOMPARE(changed, (QList<QVariantList>{{0, 0}, {3, 3}}));
    QCOMPARE(checked.count(), 1);
}

void TestDocument::randomEditsKeepIssuesTrue()
{
    QRandomGenerator random(20260301);
    const QStringList ids{u"279"_s, u"1"_s, u"28"_s, u"29"_s, u"x"_s, u""_s};
    const QStringList limits{u"1"_s, u"5"_s, u"6"_s, u"0"_s, u"many"_s, u""_s};
    const auto any = [&random](const QStringList &list) {
        return list.at(random.bounded(int(list.size())));
    };
    Document document(m_types);
    document.load(contactsToCompanies, {});
    for (int step = 0; step < 3000; ++step) {
        const qsizetype count = document.rowCount();
        switch (random.bounded(count == 0 ? 1 : 5)) {
        case 0:
            document.append({{any(ids), {}, any(limits)}, {any(ids), {}, any(limits)}}, {});
            break;
        case 1:
            document.remove({random.bounded(count)}, {});
            break;
        case 2:
            document.edit({random.bounded(count)}, {RowEdit{any(ids), {}, any(limits)}}, {});
            break;
        case 3:
            document.undoStack().undo();
            break;
        case 4:
            document.undoStack().redo();
            break;
        }
        Document fresh(m_types);
        fresh.load(contactsToCompanies, document.drafts());
        QCOMPARE(document.check(), fresh.check());
        for (qsizetype i = 0; i < document.rowCount(); ++i) {
            QCOMPARE(document.issues(i), fresh.issues(i));
        }
    }
}

TEST_MAIN(QCoreApplication, TestDocument)
#include "tst_document.moc"
