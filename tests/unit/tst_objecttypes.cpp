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

TEST_MAIN(QCoreApplication, TestObjectTypes)
#include "tst_objecttypes.moc"
