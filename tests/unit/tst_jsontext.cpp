#include "app/api/jsontext.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

class TestJsonText : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void indents_data();
    void indents();
    void keepsTheMeaning();
    void staysBounded_data();
    void staysBounded();
};

void TestJsonText::indents_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("text");
    QTest::newRow("order and spelling are kept")
        << QByteArray(R"({"z":1.50,"a":[1e2,-0,12345678901234567890],"m":null})")
        << u"{\n  \"z\": 1.50,\n  \"a\": [\n    1e2,\n    -0,\n    12345678901234567890\n  ],\n"
           "  \"m\": null\n}"_s;
    QTest::newRow("names given twice are kept")
        << QByteArray(R"({"a":1,"a":2})") << u"{\n  \"a\": 1,\n  \"a\": 2\n}"_s;
    QTest::newRow("empty") << QByteArray(" { \"a\" : [ ] , \"b\":{\n} } ")
                           << u"{\n  \"a\": [],\n  \"b\": {}\n}"_s;
    QTest::newRow("strings are left alone")
        << QByteArray(R"(["a,b:{}[] \" \\","\u00e4\\",true])") << uR"([
  "a,b:{}[] \" \\",
  "\u00e4\\",
  true
])"_s;
    QTest::newRow("text") << QByteArray("[\"\xc3\xa4 \xf0\x9f\x98\x80\"]")
                          << u"[\n  \"\u00e4 \U0001F600\"\n]"_s;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf[1]") << u"[\n  1\n]"_s;
    QTest::newRow("not JSON") << QByteArray("<html> {}") << u"<html> {}"_s;
    QTest::newRow("truncated") << QByteArray("{\"a\": \"b") << u"{\"a\": \"b"_s;
    QTest::newRow("invalid UTF-8") << QByteArray("[\"\xff\"]") << u"[\"\ufffd\"]"_s;
    QTest::newRow("nothing") << QByteArray() << QString();
}

void TestJsonText::indents()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, text);
    QCOMPARE(api::indentedJson(json), text);
    if (!text.contains(QChar::ReplacementCharacter)) {
        QCOMPARE(api::indentedJson(text.toUtf8()), text); // setting out twice changes nothing
    }
}

void TestJsonText::keepsTheMeaning()
{
    const QByteArray json = R"({"results":[{"typeId":1,"label":"a \"b\"","x":{"y":[[],[{}]]}}]})";
    QCOMPARE(QJsonDocument::fromJson(api::indentedJson(json).toUtf8()),
             QJsonDocument::fromJson(json));
}

void TestJsonText::staysBounded_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("indented");
    QTest::newRow("8 MiB of limits")
        << '[' + QByteArray(R"({"category":"USER_DEFINED","typeId":1},)").repeated(200'000) + "1]"
        << true;
    QTest::newRow("8 MiB of numbers") << '[' + QByteArray("1,").repeated(4'000'000) + "1]" << true;
    QTest::newRow("numbers at a great depth")
        << QByteArray(1000, '[') + QByteArray("1,").repeated(100'000) + '1' + QByteArray(1000, ']')
        << false;
}

void TestJsonText::staysBounded()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, indented);
    const QString text = api::indentedJson(json);
    QCOMPARE(text.contains(u'\n'), indented);
    QVERIFY(text.size() <= 16 * (json.size() + 1100));
}

TEST_MAIN(QCoreApplication, TestJsonText)

#include "tst_jsontext.moc"
