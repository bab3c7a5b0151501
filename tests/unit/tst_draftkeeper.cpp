#include "app/limits/draftkeeper.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using limits::DraftRow;

namespace {

const limits::Pair contactsToCompanies{u"0-1"_s, u"0-2"_s};
const limits::Pair dealsToContacts{u"0-3"_s, u"0-1"_s};

} // namespace

class TestDraftKeeper : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void editsReachTheDiskByThemselves();
    void eachAccountAndPairHasItsOwn();
    void whatIsEditedLastIsSavedAtTheEnd();
    void settlesOpenDrafts();
    void settlesDraftsThatAreNotOpen();
    void dropsOpenDraftsOnly();
    void aFailureKeepsTheDraftInTheDocument();

private:
    std::vector<DraftRow> onDisk(const QTemporaryDir &folder, const limits::Pair &pair) const
    {
        limits::DraftStore store(folder.path());
        return store.load(u"a"_s, pair).value();
    }
    limits::AssociationTypes m_types = limits::AssociationTypes::hubSpotDefined();
    const DraftRow m_row{u"279"_s, {}, u"5"_s};
};

void TestDraftKeeper::editsReachTheDiskByThemselves()
{
    const QTemporaryDir folder;
    limits::Document document(m_types);
    limits::DraftStore store(folder.path());
    limits::DraftKeeper keeper(document, store);
    QVERIFY(keeper.open(u"a"_s, contactsToCompanies));
    document.append({m_row}, {});
    QTRY_COMPARE(onDisk(folder, contactsToCompanies), std::vector{m_row});
    document.undoStack().undo();
    QTRY_VERIFY(onDisk(folder, contactsToCompanies).empty());
}

void TestDraftKeeper::eachAccountAndPairHasItsOwn()
{
    const QTemporaryDir folder;
    limits::Document document(m_types);
    limits::DraftStore store(folder.path());
    limits::DraftKeeper keeper(document, store);
    QVERIFY(keeper.open(u"a"_s, contactsToCompanies));
    document.append({m_row}, {});
    QVERIFY(keeper.open(u"a"_s, dealsToContacts));
    QCOMPARE(document.rowCount(), 0);
    QVERIFY(keeper.open(u"b"_s, contactsToCompanies));
    QCOMPARE(document.rowCount(), 0);
    QVERIFY(keeper.open(u"a"_s, contactsToCompanies));
    QCOMPARE(document.drafts(), std::vector{m_row});
}

void TestDraftKeeper::whatIsEditedLastIsSavedAtTheEnd()
{
    const QTemporaryDir folder;
    limits::Document document(m_types);
    limits::DraftStore store(folder.path());
    {
        limits::DraftKeeper keeper(document, store);
        QVERIFY(keeper.open(u"a"_s, contactsToCompanies));
        document.append({m_row}, {});
    }
    QCOMPARE(onDisk(folder, contactsToCompanies), std::vector{m_row});
}

void TestDraftKeeper::settlesOpenDrafts()
{
    const QTemporaryDir folder;
    limits::Document document(m_types);
    limits::DraftStore store(folder.path());
    limits::DraftKeeper keeper(document, store);
    QVERIFY(keeper.open(u"a"_s, contactsToCompanies));
    const DraftRow edited{u"1"_s, {}, u"3"_s};
    document.append({m_row, edited, {u"28"_s, {}, u"4"_s}}, {});
    // Type 1 was submitted with another limit than what stands there now.
    keeper.settle(u"a"_s, contactsToCompanies,
                  {{limits::Category::HubSpotDefined, 279, 5, {}},
                   {limits::Category::HubSpotDefined, 1, 2, {}},
                   {limits::Category::UserDefined, 28, 4, {}}},
                  u"submit"_s);
    QCOMPARE(document.drafts(), std::vector{edited});
    QCOMPARE(document.undoStack().undoText(), u"submit"_s);
}

void TestDraftKeeper::settlesDraftsThatAreNotOpen()
{
    const QTemporaryDir folder;
    limits::Document document(m_types);
    limits::DraftStore store(folder.path());
    limits::DraftKeeper keeper(document, store);
    QVERIFY(keeper.open(u"a"_s, contactsToCompanies));
    const DraftRow other{u"28"_s, {}, u"4"_s};
    document.append({m_row, other}, {});
    QVERIFY(keeper.open(u"a"_s, dealsToContacts));
    keeper.settle(u"a"_s, contactsToCompanies, {{limits::Category::HubSpotDefined, 279, 5, {}}},
                  {});
    QCOMPARE(onDisk(folder, contactsToCompanies), std::vector{other});
    QCOMPARE(document.pair(), dealsToContacts);
}

void TestDraftKeeper::dropsOpenDraftsOnly()
{
    const QTemporaryDir folder;
    limits::Document document(m_types);
    limits::DraftStore store(folder.path());
    limits::DraftKeeper keeper(document, store);
    QVERIFY(keeper.open(u"a"_s, contactsToCompanies));
    document.append({m_row}, {});
    const std::vector<limits::Edit> edits = document.edits();
    keeper.drop(u"b"_s, edits, {});
    QCOMPARE(document.drafts(), std::vector{m_row});
    keeper.drop(u"a"_s, edits, u"review"_s);
    QVERIFY(document.drafts().empty());
}

void TestDraftKeeper::aFailureKeepsTheDraftInTheDocument()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"drafts"_s);
    limits::Document document(m_types);
    limits::DraftStore store(path);
    limits::DraftKeeper keeper(document, store);
    QVERIFY(keeper.open(u"a"_s, contactsToCompanies));
    // A file where the folder should be: nothing can be written there.
    QFile obstacle(path);
    QVERIFY(obstacle.open(QIODevice::WriteOnly));
    obstacle.close();
    QSignalSpy failed(&keeper, &limits::DraftKeeper::failed);
    QSignalSpy recovered(&keeper, &limits::DraftKeeper::recovered);
    document.append({m_row}, {});
    QVERIFY(failed.wait());
    QVERIFY(!failed.first().first().toString().isEmpty());
    QVERIFY(!keeper.open(u"a"_s, dealsToContacts));
    QCOMPARE(document.drafts(), std::vector{m_row});
    QVERIFY(obstacle.remove());
    QVERIFY(keeper.save());
    QCOMPARE(recovered.count(), 1);
}

TEST_MAIN(QCoreApplication, TestDraftKeeper)
#include "tst_draftkeeper.moc"
