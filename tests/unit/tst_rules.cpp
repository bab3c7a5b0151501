#include "app/limits/rules.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using limits::Category;
using limits::Issue;

Q_DECLARE_METATYPE(std::optional<qint32>)

class TestRules : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void typeIds_data();
    void typeIds();
    void limits_data();
    void limits();
    void categories();
};

void TestRules::typeIds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("id"); // 0: refused
    QTest::addColumn<Issue>("issue");
    QTest::newRow("smallest") << u"1"_s << 1 << Issue();
    QTest::newRow("spaces") << u" 279 "_s << 279 << Issue();
    QTest::newRow("largest") << u"2147483647"_s << std::numeric_limits<int>::max() << Issue();
    QTest::newRow("too large") << u"2147483648"_s << 0 << Issue::TypeIdOutOfRange;
    QTest::newRow("far too large") << QString(40, u'9') << 0 << Issue::TypeIdOutOfRange;
    QTest::newRow("zero") << u"0"_s << 0 << Issue::TypeIdOutOfRange;
    QTest::newRow("negative") << u"-1"_s << 0 << Issue::TypeIdOutOfRange;
    QTest::newRow("fraction") << u"1.5"_s << 0 << Issue::TypeIdNotANumber;
    QTest::newRow("exponent") << u"1e3"_s << 0 << Issue::TypeIdNotANumber;
    QTest::newRow("hex") << u"0x10"_s << 0 << Issue::TypeIdNotANumber;
    QTest::newRow("thousands") << u"1,000"_s << 0 << Issue::TypeIdNotANumber;
    QTest::newRow("words") << u"primary"_s << 0 << Issue::TypeIdNotANumber;
    QTest::newRow("sign only") << u"-"_s << 0 << Issue::TypeIdNotANumber;
    QTest::newRow("nothing") << u" "_s << 0 << Issue::TypeIdMissing;
}

void TestRules::typeIds()
{
    QFETCH(QString, text);
    QFETCH(int, id);
    const auto parsed = limits::parseTypeId(text);
    QCOMPARE(parsed.hasValue(), id != 0);
    if (parsed) {
        QCOMPARE(*parsed, id);
    } else {
        QTEST(parsed.error(), "issue");
    }
}

void TestRules::limits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<std::optional<qint32>>("limit");
    QTest::addColumn<Issue>("issue");
    const auto good = [](const char *name, const QString &text, std::optional<qint32> limit) {
        QTest::newRow(name) << text << true << limit << Issue();
    };
    const auto bad = [](const char *name, const QString &text, Issue issue) {
        QTest::newRow(name) << text << false << std::optional<qint32>() << issue;
    };
    good("one", u"1"_s, 1);
    good("word one", u"One"_s, 1);
    good("word many", u"MANY"_s, std::nullopt);
    good("star", u"*"_s, std::nullopt);
    good("nothing", u""_s, std::nullopt);
    good("spaces", u"  "_s, std::nullopt);
    good("padded", u" 12 "_s, 12);
    good("leading zeros", u"007"_s, 7);
    good("above the usual highest", u"10001"_s, 10001);
    good("largest", u"2147483647"_s, std::numeric_limits<qint32>::max());
    bad("too large", u"2147483648"_s, Issue::LimitOutOfRange);
    bad("zero", u"0"_s, Issue::LimitBelowOne);
    bad("negative", u"-3"_s, Issue::LimitBelowOne);
    bad("very negative", u"-99999999999"_s, Issue::LimitBelowOne);
    bad("fraction", u"1.5"_s, Issue::LimitNotANumber);
    bad("german thousands", u"1.000"_s, Issue::LimitNotANumber);
    bad("english thousands", u"1,000"_s, Issue::LimitNotANumber);
    bad("word", u"lots"_s, Issue::LimitNotANumber);
    bad("infinity", u"inf"_s, Issue::LimitNotANumber);
}

void TestRules::limits()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    const auto parsed = limits::parseLimit(text);
    QCOMPARE(parsed.hasValue(), valid);
    if (parsed) {
        QTEST(*parsed, "limit");
    } else {
        QTEST(parsed.error(), "issue");
    }
}

void TestRules::categories()
{
    for (const Category category : limits::allCategories) {
        QCOMPARE(limits::parseCategory(limits::wireName(category)), category);
    }
    QCOMPARE(limits::parseCategory(u"hubspot"_s), Category::HubSpotDefined);
    QCOMPARE(limits::parseCategory(u" Custom "_s), Category::UserDefined);
    QCOMPARE(limits::parseCategory(u"integrator"_s), Category::IntegratorDefined);
    QCOMPARE(limits::parseCategory(u"work"_s), Category::Work);
    QVERIFY(!limits::parseCategory(u"mine"_s));
    QVERIFY(!limits::parseCategory(u""_s));
}

TEST_MAIN(QCoreApplication, TestRules)
#include "tst_rules.moc"
