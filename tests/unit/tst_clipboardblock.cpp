#include "app/exchange/clipboardblock.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using exchange::Field;
using limits::DraftRow;
using limits::RowEdit;

namespace {

// "-" stands for a cell the block does not name.
QString described(const std::vector<RowEdit> &edits)
{
    QStringList rows;
    for (const RowEdit &edit : edits) {
        rows.append(u"%1|%2|%3"_s.arg(edit.typeId.value_or(u"-"_s), edit.category.value_or(u"-"_s),
                                      edit.limit.value_or(u"-"_s)));
    }
    return rows.join(u" "_s);
}

} // namespace

class TestClipboardBlock : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void parses_data();
    void parses();
    void loneCellGoesWhereItIsAskedFor();
    void formatsWhatItParses_data();
    void formatsWhatItParses();
    void namesOfColumnsAsCells();
};

void TestClipboardBlock::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("edits");
    const auto row = [](const char *name, const QString &text, const QString &edits) {
        QTest::newRow(name) << text << edits;
    };
    row("nothing", u""_s, u""_s);
    row("line breaks only", u"\n\r\n"_s, u""_s);
    row("one column", u"5\n6\n"_s, u"-|-|5 -|-|6"_s);
    row("windows line ends", u"5\r\n6\r\n"_s, u"-|-|5 -|-|6"_s);
    row("two columns", u"279\t5\n1\t1"_s, u"279|-|5 1|-|1"_s);
    row("three columns", u"279\tHubSpot\t5"_s, u"279|HubSpot|5"_s);
    row("more columns", u"279\tHubSpot\t5\tx"_s, u"279|HubSpot|5"_s);
    row("ragged", u"279\t5\n1"_s, u"279|-|5 1|-|-"_s);
    row("empty line within", u"5\n\n6"_s, u"-|-|5 -|-| -|-|6"_s);
    row("header", u"Type ID\tNew limit\n279\t5"_s, u"279|-|5"_s);
    row("header in another order", u"maxToObjectIds\tcategory\ttypeId\n5\tWORK\t9"_s,
        u"9|WORK|5"_s);
    row("header with a foreign column", u"Label\tType ID\tLimit\nPrimary\t1\t2"_s, u"1|-|2"_s);
    row("German header", u"Bezeichnung\tTyp-ID\tKategorie\tLimit neu\nA\t9\tWORK\t5"_s,
        u"9|WORK|5"_s);
    row("names of other columns alone", u"Label\tFrom"_s, u"Label|-|From"_s);
    row("header of limits alone", u"New limit\n5"_s, u"-|-|5"_s);
    row("header only", u"Type ID\tNew limit"_s, u""_s);
    row("words are data", u"abc\tmany"_s, u"abc|-|many"_s);
    row("quoted", u"\"27\t9\"\t\"a \"\"b\"\"\nc\""_s, u"27\t9|-|a \"b\"\nc"_s);
    row("quote within a cell", u"2\"9\t5"_s, u"2\"9|-|5"_s);
    row("quote never closed", u"\"279\t5\n1\t1"_s, u"-|-|279\t5\n1\t1"_s);
    row("padded", u" 279 \t 5 "_s, u"279|-|5"_s);
}

void TestClipboardBlock::parses()
{
    QFETCH(QString, text);
    QTEST(described(exchange::parseBlock(text)), "edits");
}

void TestClipboardBlock::loneCellGoesWhereItIsAskedFor()
{
    QCOMPARE(described(exchange::parseBlock(u"279"_s, Field::TypeId)), u"279|-|-"_s);
    QCOMPARE(described(exchange::parseBlock(u"WORK\n"_s, Field::Category)), u"-|WORK|-"_s);
    QCOMPARE(described(exchange::parseBlock(u"279\n1"_s, Field::TypeId)), u"-|-|279 -|-|1"_s);
}

void TestClipboardBlock::formatsWhatItParses_data()
{
    QTest::addColumn<QList<Field>>("fields");
    QTest::addColumn<QString>("firstLine");
    QTest::newRow("limits") << QList{Field::Limit} << u"5"_s;
    QTest::newRow("ids and limits") << QList{Field::TypeId, Field::Limit} << u"279\t5"_s;
    QTest::newRow("all") << QList{Field::TypeId, Field::Category, Field::Limit}
                         << u"279\tHUBSPOT_DEFINED\t5"_s;
    QTest::newRow("ids") << QList{Field::TypeId} << u"Type ID"_s;
    QTest::newRow("ids and categories")
        << QList{Field::TypeId, Field::Category} << u"Type ID\tCategory"_s;
}

void TestClipboardBlock::formatsWhatItParses()
{
    QFETCH(QList<Field>, fields);
    const std::vector<DraftRow> rows{{u"279"_s, u"HUBSPOT_DEFINED"_s, u"5"_s},
                                     {u"a\tb"_s, u"\"x\""_s, u"many"_s},
                                     {u"1\r2"_s, u"a \"b\""_s, u"\"\r\n\""_s}};
    const QString text = exchange::formatBlock(rows, {fields.begin(), fields.end()});
    QTEST(text.section(u'\n', 0, 0), "firstLine");
    const std::vector<RowEdit> edits = exchange::parseBlock(text);
    QCOMPARE(edits.size(), rows.size());
    for (size_t i = 0; i < rows.size(); ++i) {
        using Text = std::optional<QString>;
        QCOMPARE(edits[i].typeId, fields.contains(Field::TypeId) ? Text(rows[i].typeId) : Text());
        QCOMPARE(edits[i].category,
                 fields.contains(Field::Category) ? Text(rows[i].category) : Text());
        QCOMPARE(edits[i].limit, fields.contains(Field::Limit) ? Text(rows[i].limit) : Text());
    }
}

void TestClipboardBlock::namesOfColumnsAsCells()
{
    const std::vector<Field> fields{Field::TypeId, Field::Category, Field::Limit};
    const std::vector<DraftRow> rows{{u"1"_s, u"Custom"_s, u"5"_s},
                                     {u"type id"_s, u"Category"_s, u"max"_s}};
    const auto copied = [&fields](const std::vector<DraftRow> &block) {
        return described(exchange::parseBlock(exchange::formatBlock(block, fields)));
    };
    QCOMPARE(copied(rows), u"1|Custom|5 type id|Category|max"_s);
    QCOMPARE(copied({rows[1], rows[0]}), u"type id|Category|max 1|Custom|5"_s);
    QCOMPARE(described(
                 exchange::parseBlock(exchange::formatBlock({{{}, {}, u"max"_s}}, {Field::Limit}))),
             u"-|-|max"_s);
}

TEST_MAIN(QCoreApplication, TestClipboardBlock)
#include "tst_clipboardblock.moc"
