#include "app/limits/associationtypes.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using limits::Category;

class TestAssociationTypes : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void namesNeedPairCategoryAndId();
    void defaultCategory();
    void unlabeledComesFirst();

private:
    limits::AssociationTypes m_types = limits::AssociationTypes::hubSpotDefined();
    const limits::Pair m_contactsToCompanies{u"0-1"_s, u"0-2"_s};
    const limits::Pair m_companiesToContacts{u"0-2"_s, u"0-1"_s};
};

void TestAssociationTypes::namesNeedPairCategoryAndId()
{
    const auto *primary = m_types.find(m_contactsToCompanies, Category::HubSpotDefined, 1);
    QVERIFY(primary);
    QCOMPARE(primary->name, u"Contact to primary company"_s);
    QVERIFY(!primary->unlabeled);
    QVERIFY(!m_types.find(m_contactsToCompanies, Category::UserDefined, 1));
    QVERIFY(!m_types.find(m_companiesToContacts, Category::HubSpotDefined, 1));
    QVERIFY(!m_types.find({u"2-1"_s, u"0-1"_s}, Category::HubSpotDefined, 1));
}

void TestAssociationTypes::defaultCategory()
{
    QCOMPARE(m_types.defaultCategory(m_contactsToCompanies, 279), Category::HubSpotDefined);
    QCOMPARE(m_types.defaultCategory(m_contactsToCompanies, 280), Category::UserDefined);
    QCOMPARE(m_types.defaultCategory(m_companiesToContacts, 280), Category::HubSpotDefined);
}

void TestAssociationTypes::unlabeledComesFirst()
{
    const auto types = m_types.ofPair(m_contactsToCompanies);
    QCOMPARE(types.size(), size_t(3));
    QCOMPARE(types.front().typeId, 279);
    QVERIFY(types.front().unlabeled);
    QCOMPARE(types[1].typeId, 1);
    QCOMPARE(types[2].typeId, 931);
    QVERIFY(m_types.ofPair({u"2-1"_s, u"2-2"_s}).empty());
}

TEST_MAIN(QCoreApplication, TestAssociationTypes)
#include "tst_associationtypes.moc"
