#include "app/limits/objecttypes.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using limits::ObjectTypeError;

class TestObjectTypes : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void shownNameIsAcceptedForEveryType();
    void knowsCustomTypes_data();
    void knowsCustomTypes();
    void tellsCustomFromStandard();

private:
    limits::ObjectTypes m_types = limits::ObjectTypes::standard();
};

void TestObjectTypes::accepts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("shown");
    QTest::newRow("id") << u"0-1"_s << u"0-1"_s << u"Contacts (0-1)"_s;
    QTest::newRow("singular") << u"contact"_s << u"0-1"_s << u"Contacts (0-1)"_s;
    QTest::newRow("plural") << u"Companies"_s << u"0-2"_s << u"Companies (0-2)"_s;
    QTest::newRow("spaces around") << u"  deals "_s << u"0-3"_s << u"Deals (0-3)"_s;
    QTest::newRow("as shown") << u"Line items (0-8)"_s << u"0-8"_s << u"Line items (0-8)"_s;
    QTest::newRow("api name") << u"line_items"_s << u"0-8"_s << u"Line items (0-8)"_s;
    QTest::newRow("irregular plural") << u"Taxes"_s << u"0-86"_s << u"Taxes (0-86)"_s;
    QTest::newRow("custom id") << u"2-123456"_s << u"2-123456"_s << u"2-123456"_s;
    QTest::newRow("under a name longer than any that is typed")
        << u"%1 (0-1)"_s.arg(QString(201, u'a')) << u"0-1"_s << u"Contacts (0-1)"_s;
    QTest::newRow("custom id under an unknown name")
        << u"Pets (2-123)"_s << u"2-123"_s << u"2-123"_s;
    QTest::newRow("unknown standard id") << u"0-9999"_s << u"0-9999"_s << u"0-9999"_s;
    QTest::newRow("fully qualified name") << u"p123_pets"_s << u"p123_pets"_s << u"p123_pets"_s;
    QTest::newRow("unknown name") << u"widgets"_s << u"widgets"_s << u"widgets"_s;
    QTest::newRow("letters of any script") << u"größe"_s << u"größe"_s << u"größe"_s;
}

void TestObjectTypes::accepts()
{
    QFETCH(QString, text);
    const auto type = m_types.parse(text);
    QVERIFY(type.hasValue());
    QTEST(type->id, "id");
    QTEST(limits::displayName(*type), "shown");
}

void TestObjectTypes::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ObjectTypeError>("error");
    QTest::newRow("nothing") << u""_s << ObjectTypeError::Empty;
    QTest::newRow("spaces") << u"  \t"_s << ObjectTypeError::Empty;
    QTest::newRow("half an id") << u"0-"_s << ObjectTypeError::MalformedId;
    QTest::newRow("bare number") << u"7"_s << ObjectTypeError::MalformedId;
    QTest::newRow("three parts") << u"1-2-3"_s << ObjectTypeError::MalformedId;
    QTest::newRow("digits of another script") << u"٠-١"_s << ObjectTypeError::MalformedId;
    QTest::newRow("path") << u"contacts/../deals"_s << ObjectTypeError::MalformedName;
    QTest::newRow("dots") << u".."_s << ObjectTypeError::MalformedName;
    QTest::newRow("query") << u"contacts?x=1"_s << ObjectTypeError::MalformedName;
    QTest::newRow("percent") << u"a%2Fb"_s << ObjectTypeError::MalformedName;
    QTest::newRow("two words") << u"my pets"_s << ObjectTypeError::MalformedName;
    QTest::newRow("line break") << u"a\nb"_s << ObjectTypeError::MalformedName;
    QTest::newRow("null character")
        << QString(u"a%1b"_s).arg(QChar(0)) << ObjectTypeError::MalformedName;
    QTest::newRow("too long") << QString(201, u'a') << ObjectTypeError::TooLong;
}

void TestObjectTypes::refuses()
{
    QFETCH(QString, text);
    const auto type = m_types.parse(text);
    QVERIFY(!type.hasValue());
    QTEST(type.error(), "error");
}

void TestObjectTypes::shownNameIsAcceptedForEveryType()
{
    QCOMPARE(m_types.all().size(), size_t(32));
    for (const limits::ObjectType &type : m_types.all()) {
        const auto again = m_types.parse(limits::displayName(type));
        QVERIFY2(again.hasValue(), qPrintable(type.id));
        QCOMPARE(again->id, type.id);
    }
}

void TestObjectTypes::knowsCustomTypes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("id");
    QTest::newRow("fully qualified name") << u"p123_pets"_s << u"2-7001"_s;
    QTest::newRow("in capitals") << u"P123_Pets"_s << u"2-7001"_s;
    QTest::newRow("its name") << u"pets"_s << u"2-7001"_s;
    QTest::newRow("label") << u"Animals of the house"_s << u"2-7001"_s;
    QTest::newRow("singular") << u"animal"_s << u"2-7001"_s;
    QTest::newRow("as shown") << u"Animals of the house (2-7001)"_s << u"2-7001"_s;
    QTest::newRow("ID under another name") << u"Pets (2-7001)"_s << u"2-7001"_s;
    QTest::newRow("name with an underscore") << u"pet_food"_s << u"2-7002"_s;
    QTest::newRow("only its name") << u"p123_pet_food"_s << u"2-7002"_s;
    QTest::newRow("of another account") << u"p124_pets"_s << u"p124_pets"_s;
    QTest::newRow("HubSpot's own goes first") << u"Contacts"_s << u"0-1"_s;
    QTest::newRow("no name at all") << u"p123"_s << u"p123"_s;
}

void TestObjectTypes::knowsCustomTypes()
{
    QFETCH(QString, text);
    const limits::ObjectTypes types(
        {{u"0-1"_s, u"Contact"_s, u"Contacts"_s},
         {u"2-7001"_s, u"Animal"_s, u"Animals of the house"_s, u"p123_pets"_s},
         {u"2-7002"_s, {}, {}, u"p123_pet_food"_s},
         {u"2-7003"_s, u"Contact"_s, u"Contacts"_s, u"p123_contacts"_s},
         {u"2-7004"_s, {}, {}}});
    const auto type = types.parse(text);
    QVERIFY(type.hasValue());
    QTEST(type->id, "id");
    QCOMPARE(*type, types.byId(type->id).value_or(limits::ObjectType{text, {}, {}}));
}

void TestObjectTypes::tellsCustomFromStandard()
{
    QVERIFY(std::ranges::none_of(m_types.all(), &limits::ObjectType::isCustom));
    QVERIFY((limits::ObjectType{u"2-1"_s, {}, {}}).isCustom());
    QVERIFY((limits::ObjectType{u"p1_pets"_s, {}, {}, u"p1_pets"_s}).isCustom());
}

TEST_MAIN(QCoreApplication, TestObjectTypes)
#include "tst_objecttypes.moc"
