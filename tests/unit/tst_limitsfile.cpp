#include "app/exchange/limitsreader.h"
#include "app/exchange/limitssheet.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using exchange::CsvCells;
using exchange::ImportPair;
using exchange::LimitsColumn;
using exchange::LimitsContent;
using exchange::LimitsFileError;
using exchange::LimitsFileTrouble;
using exchange::LimitsLine;
using exchange::LimitsReader;
using exchange::LimitsRows;
using exchange::LimitsSheet;
using exchange::LineProblem;
using exchange::LineProblems;
using limits::Issue;
using limits::Issues;

namespace {

const ImportPair contactsToCompanies{
    {u"0-1"_s, u"0-2"_s}, true, {u"Contacts"_s, u"contact"_s}, {u"Companies"_s}};

struct Reading
{
    std::optional<LimitsFileError> error;
    LimitsRows rows;
    QStringList ignored;
};

Reading read(QByteArray bytes, const ImportPair &pair = contactsToCompanies)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    LimitsReader reader(buffer, pair);
    const auto done = reader.readAll();
    return {done ? std::nullopt : std::optional(done.error()), reader.takeRows(),
            reader.ignoredColumns()};
}

/// "2:279|HUBSPOT_DEFINED|5" for each row, with the line it begins on; "-" for what is not said.
QString described(const LimitsRows &rows)
{
    QStringList texts;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const limits::RowEdit edit = rows.edit(i);
        texts.append(
            u"%1:%2|%3|%4"_s.arg(QString::number(rows.line(i)), edit.typeId.value_or(u"-"_s),
                                 edit.category.value_or(u"-"_s), edit.limit.value_or(u"-"_s)));
    }
    return texts.join(u' ');
}

QString described(const Reading &reading)
{
    return reading.error ? u"refused: %1 at %2"_s.arg(int(reading.error->trouble))
                               .arg(reading.error->place.line)
                         : described(reading.rows);
}

QByteArray utf16(const QString &text, QStringConverter::Encoding encoding)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
    return encoder.encode(text);
}

/// Hands out a few bytes at a time, as a slow disk might.
class Drip final : public QBuffer
{
public:
    using QBuffer::QBuffer;

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        return QBuffer::readData(data, std::min<qint64>(maxSize, 3));
    }
};

std::vector<LimitsLine> linesOf(const LimitsRows &rows)
{
    std::vector<LimitsLine> lines;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        lines.push_back({rows.text(i, LimitsColumn::From),
                         rows.text(i, LimitsColumn::To),
                         rows.text(i, LimitsColumn::Label),
                         rows.text(i, LimitsColumn::Category),
                         rows.text(i, LimitsColumn::TypeId),
                         {},
                         rows.text(i, LimitsColumn::Limit)});
    }
    return lines;
}

/// Of what makes trouble in CSV, and of what is usual.
QString randomText(QRandomGenerator &random)
{
    static const QStringList parts{
        u"\""_s,   u","_s,    u";"_s, u"\t"_s,    u"\r\n"_s, u"\n"_s,      u"\r"_s,  u" "_s,
        u"'"_s,    u"="_s,    u"-"_s, u"+"_s,     u"@"_s,    u"5"_s,       u"279"_s, u"ü"_s,
        u"日本"_s, u"🙂"_s, u"{"_s, u"sep=;"_s, u"many"_s, u"Type ID"_s, u"\\"_s};
    QString text;
    for (quint32 left = random.bounded(5U); left > 0; --left) {
        text += parts.at(random.bounded(parts.size()));
    }
    return text;
}

} // namespace

class TestLimitsFile : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void readsJson_data();
    void readsJson();
    void readsAnyEncodingWithABom();
    void readsPieceByPiece();
    void refuses_data();
    void refuses();
    void refusesWhatIsTooLarge();
    void namesTheColumnsItRefuses();
    void judges_data();
    void judges();
    void matchesDirections_data();
    void matchesDirections();
    void problemsOfLines();
    void countsErrorsAndWarnings();
    void anEmptyLimitChangesNothing();
    void canBeStoppedBetweenSlices();
    void writesCsv();
    void writesJson();
    void writesWhatTheTableShows();
    void whatIsWrittenIsReadAgain_data();
    void whatIsWrittenIsReadAgain();
    void noCellIsAFormula();
};

void TestLimitsFile::reads_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *name, const QByteArray &file, const QString &rows) {
        QTest::newRow(name) << file << rows;
    };
    row("commas", "Type ID,Category,New limit\n279,HubSpot,5\n1,,1\n"_ba,
        u"2:279|HubSpot|5 3:1|-|1"_s);
    row("semicolons", "Typ-ID;Kategorie;Limit neu\n279;HubSpot;5\n", u"2:279|HubSpot|5"_s);
    row("tabs", "typeId\tcategory\tmaxToObjectIds\n279\tWORK\t5\n", u"2:279|WORK|5"_s);
    row("another order", "maxToObjectIds,typeId\n5,279\n", u"2:279|-|5"_s);
    row("names in any case", "TYPE_ID,category,LIMIT\n279,WORK,5\n", u"2:279|WORK|5"_s);
    row("German names", "Bezeichnung;Typ-ID;Neues Limit\nA;279;5\n", u"2:279|-|5"_s);
    row("foreign columns", "Label,Type ID,Now,Limit,Remarks\nA,279,3,5,x\n", u"2:279|-|5"_s);
    row("windows line ends", "Type ID,Limit\r\n279,5\r\n1,2\r\n", u"2:279|-|5 3:1|-|2"_s);
    row("old line ends", "Type ID,Limit\r279,5\r1,2", u"2:279|-|5 3:1|-|2"_s);
    row("no end of the last line", "Type ID,Limit\n279,5", u"2:279|-|5"_s);
    row("BOM", "\xef\xbb\xbfType ID,Limit\n279,5\n", u"2:279|-|5"_s);
    row("said separator", "sep=;\r\nType ID;Limit\n279;5\n", u"3:279|-|5"_s);
    row("empty lines", "\n\nType ID,Limit\n\n279,5\n,\n \n1,2\n", u"5:279|-|5 8:1|-|2"_s);
    row("quoted", "Type ID,Limit\n\"279\",\"5\"\n", u"2:279|-|5"_s);
    row("line breaks in quotes", "Type ID,Label,Limit\n279,\"a\r\nb\nc\",5\n1,x,2\n",
        u"2:279|-|5 5:1|-|2"_s);
    row("a line break in the header", "\"Type\nID\",Type ID,Limit\nx,279,5\n", u"3:279|-|5"_s);
    row("quotes in quotes", "Type ID,Limit\n1,\"a \"\"b\"\"\"\n", u"2:1|-|a \"b\""_s);
    row("separators in quotes", "\"Label, of type\";Type ID;Limit\n\"a;b\";279;5\n",
        u"2:279|-|5"_s);
    row("a quote in a bare cell", "Type ID,Limit\n279,5\"\n1,2\"3\"\n",
        u"2:279|-|5\" 3:1|-|2\"3\""_s);
    row("spaces", "Type ID , Limit\n 279 , 5 \n1,\" 2 \"\n", u"2:279|-|5 3:1|-| 2 "_s);
    row("short lines", "Type ID,Category,Limit\n279\n1,WORK\n", u"2:279|-|- 3:1|WORK|-"_s);
    row("as typed", "Type ID,Category,Limit\n0279,?,-1\n99999999999,,1e3\n",
        u"2:0279|?|-1 3:99999999999|-|1e3"_s);
    row("guarded formulas", "Type ID,Limit\n1,'=1+1\n2,''-5\n3,'x\n",
        u"2:1|-|=1+1 3:2|-|'-5 4:3|-|'x"_s);
    row("header only", "Type ID,Limit\n", u""_s);
    row("two columns of numbers", "279,5\n1,many\n", u"1:279|-|5 2:1|-|many"_s);
    row("three columns without a header", "279;HUBSPOT_DEFINED;5\n1;;2\n",
        u"1:279|HUBSPOT_DEFINED|5 2:1|-|2"_s);
    row("tabs without a header", "279\t5", u"1:279|-|5"_s);
    row("a name among the data", "Type ID,Limit\nType ID,Limit\n", u"2:Type ID|-|Limit"_s);
}

void TestLimitsFile::reads()
{
    QFETCH(const QByteArray, file);
    QTEST(described(read(file)), "rows");
}

void TestLimitsFile::readsJson_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char *name, const QByteArray &file, const QString &rows) {
        QTest::newRow(name) << file << rows;
    };
    row("list", R"([{"typeId":279,"category":"WORK","maxToObjectIds":5},{"typeId":1}])",
        u"1:279|WORK|5 1:1|-|-"_s);
    row("body of the API",
        "{\"inputs\":[\n{\"category\":\"WORK\",\"typeId\":279,"
        "\"maxToObjectIds\":5}\n]}",
        u"2:279|WORK|5"_s);
    row("our own", R"({"format":"association-limits","version":1,"inputs":[{"typeId":2}]})",
        u"1:2|-|-"_s);
    row("other names", R"([{"TypeID":"279","limit":"many","x":{"y":[1]}}])", u"1:279|-|many"_s);
    row("BOM and spaces", "\xef\xbb\xbf \n [ ] ", u""_s);
    row("null", R"([{"typeId":1,"category":null,"maxToObjectIds":null}])", u"1:1|-|-"_s);
    row("as typed", R"([{"typeId":1.5,"category":true,"maxToObjectIds":[5]}])",
        u"1:1.5|true|[5]"_s);
    row("large numbers", R"([{"typeId":99999999999,"maxToObjectIds":-5}])",
        u"1:99999999999|-|-5"_s);
    row("not objects", "[5,\n{\"typeId\":1}]", u"1:|-|- 2:1|-|-"_s);
}

void TestLimitsFile::readsJson()
{
    QFETCH(const QByteArray, file);
    QTEST(described(read(file)), "rows");
}

void TestLimitsFile::readsAnyEncodingWithABom()
{
    const QString text = u"Typ-ID\tBezeichnung\tLimit\r\n279\tGrößte 🙂\t5\r\n"_s;
    for (const auto encoding :
         {QStringConverter::Utf8, QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        const Reading reading = read(utf16(text, encoding));
        QCOMPARE(described(reading), u"2:279|-|5"_s);
        QCOMPARE(reading.rows.text(0, LimitsColumn::Label), u"Größte 🙂"_s);
    }
}

void TestLimitsFile::readsPieceByPiece()
{
    for (const QByteArray &start : {"\xef\xbb\xbf"_ba, QByteArray()}) {
        QByteArray bytes = start + "Type ID,Label,Limit\r\n279,\"ü \"\"\r\n\"\"\",5\r\n1,é,2\r\n";
        Drip drip(&bytes);
        drip.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        LimitsReader reader(drip);
        QVERIFY(reader.readAll());
        QCOMPARE(described(reader.rows()), u"2:279|-|5 4:1|-|2"_s);
        QCOMPARE(reader.rows().text(0, LimitsColumn::Label), u"ü \"\r\n\""_s);
    }
}

void TestLimitsFile::refuses_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<LimitsFileTrouble>("trouble");
    QTest::addColumn<qint64>("line");
    const auto row = [](const char *name, const QByteArray &file, LimitsFileTrouble trouble,
                        qint64 line) { QTest::newRow(name) << file << trouble << line; };
    using enum LimitsFileTrouble;
    row("empty", "", Empty, 1);
    row("spaces", " \n\n \n", Empty, 1);
    row("zero byte", QByteArray("Type ID,Limit\n279,\0", 19), NotText, 2);
    row("zero byte in what is passed over", QByteArray("Type ID,Limit,x\n279,5,\0\n", 23), NotText,
        2);
    row("zero byte at once", QByteArray("\x89PNG\r\n\x1a\n\0\0", 10), NotText, 3);
    row("zero byte further down",
        "Type ID,Limit\n" + QByteArray("1,2\n").repeated(100'000) + "3,\0"_ba, NotText, 100'002);
    row("a header further down", "\n\nName,Limit\n", NoTypeId, 3);
    row("not UTF-8",
        "Type ID,Label,Limit\n1,a,2\n279,Gr\xf6\xdf"
        "te,5\n",
        NotUtf8, 3);
    row("prose", "Dear all,\nthe limits are\n", NoKnownColumn, 1);
    row("one column of numbers", "279\n1\n", NoKnownColumn, 1);
    row("four columns of numbers", "279,5,6,7\n", NoKnownColumn, 1);
    row("words in the middle", "279,maybe,5\n", NoKnownColumn, 1);
    row("no type ID", "Category,Limit\nWORK,5\n", NoTypeId, 1);
    row("no limit", "Type ID,Category\n1,WORK\n", NoLimit, 1);
    row("a column twice", "Type ID,typeId,Limit\n1,2,3\n", ColumnTwice, 1);
    row("text after a quote", "Type ID,Limit\n1,2\n\"279\"x,5\n1,2\n", TextAfterQuote, 3);
    row("text after a quote, further down", "Type ID,Label,Limit\n1,\"a\nb\"x,2\n", TextAfterQuote,
        3);
    row("a quote that never ends", "Type ID,Limit\n1,2\n279,\"5\n1,2\n3,4\n", QuoteNeverEnds, 3);
    row("a quote that never ends in the header", "\"Type ID,Limit\n1,2\n", QuoteNeverEnds, 1);
    row("not JSON", "[{\"typeId\":1},\n{\"typeId\" 2}]", NotJson, 2);
    row("JSON cut off", "[{\"typeId\":1},\n{\"typeId\":2", EndsEarly, 2);
    row("JSON that goes on", "[]\n[]", NotJson, 2);
    row("JSON of something else", R"({"records":[{"typeId":1}]})", NoList, 1);
    row("a history", R"({"format":"association-limits-history","version":1,"inputs":[]})", NoList,
        1);
    row("inputs that are no list", R"({"inputs":5})", NoList, 1);
    row("a later version", R"({"version":2,"format":"association-limits","inputs":[]})",
        NewerVersion, 1);
}

void TestLimitsFile::refuses()
{
    QFETCH(const QByteArray, file);
    QFETCH(const LimitsFileTrouble, trouble);
    QFETCH(const qint64, line);
    const Reading reading = read(file);
    QVERIFY2(reading.error, qPrintable(described(reading.rows)));
    QCOMPARE(reading.error->trouble, trouble);
    QCOMPARE(reading.error->place.line, line);
}

void TestLimitsFile::refusesWhatIsTooLarge()
{
    const QByteArray header = "Type ID,Label,Limit,Note\n1,a,2,b\n";
    const QByteArray much(70'000, 'x');
    QCOMPARE(described(read(header + "1,a,2," + much + '\n')), u"2:1|-|2 3:1|-|2"_s);
    const Reading reading = read(header + "1," + much + ",2,b\n");
    QVERIFY(reading.error);
    QCOMPARE(reading.error->trouble, LimitsFileTrouble::TooLarge);
    QCOMPARE(reading.error->place.line, 3);
    // A quote that never ends need not be waited for.
    const Reading endless = read(header + "1,\"" + QByteArray(3'000'000, 'x'));
    QVERIFY(endless.error);
    QCOMPARE(endless.error->trouble, LimitsFileTrouble::TooLarge);
    QCOMPARE(read(much + "," + much).error->trouble, LimitsFileTrouble::TooLarge);
    QCOMPARE(read("[{\"label\":\"" + much + "\"}]").error->trouble, LimitsFileTrouble::TooLarge);

    QByteArray bytes = header;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    LimitsReader reader(buffer, {}, header.size() - 1);
    const auto refused = reader.readSome();
    QVERIFY(!refused);
    QCOMPARE(refused.error().trouble, LimitsFileTrouble::TooLarge);
    QCOMPARE(reader.bytesRead(), 0);
}

void TestLimitsFile::namesTheColumnsItRefuses()
{
    const QStringList columns{u"Name"_s, u"typeId"_s, u"Type ID"_s};
    const auto twice = read("Name,typeId,Type ID\n").error;
    QCOMPARE(twice->detail, u"Type ID"_s);
    QCOMPARE(twice->columns, columns);
    QCOMPARE(read("Name,Age\n").error->columns, (QStringList{u"Name"_s, u"Age"_s}));
    QCOMPARE(read("Name,Type ID,Now,Limit\n1,2,3,4\n").ignored, (QStringList{u"Name"_s, u"Now"_s}));
}

void TestLimitsFile::judges_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Issues>("issues");
    const auto row = [](const QByteArray &line, Issues issues) {
        QTest::newRow(line.constData()) << line << issues;
    };
    row("279,HUBSPOT_DEFINED,5", {});
    row("279,custom,many", {});
    row("279,,*", {});
    row("+279,,one", {});
    row("2147483647,,10000", {});
    row(",,5", Issue::TypeIdMissing);
    row("x,,5", Issue::TypeIdNotANumber);
    row("0,,5", Issue::TypeIdOutOfRange);
    row("2147483648,,5", Issue::TypeIdOutOfRange);
    row("99999999999999999999,,5", Issue::TypeIdOutOfRange);
    row("279,?,5", Issue::CategoryUnknown);
    row("279,,x", Issue::LimitNotANumber);
    row("279,,0", Issue::LimitBelowOne);
    row("279,,-1", Issue::LimitBelowOne);
    row("279,,2147483648", Issue::LimitOutOfRange);
    row("279,,10001", Issue::AboveUsualHighest);
    row("279,,", Issue::NothingToSend);
    row("x,?,x", Issue::TypeIdNotANumber | Issue::CategoryUnknown | Issue::LimitNotANumber);
    row("7,,5", Issue::Duplicate);
    row("07,,5", Issue::Duplicate);
    row("8,WORK,5", Issue::Duplicate);
    row("8,,5", {});
    row("8,USER_DEFINED,5", {});
}

void TestLimitsFile::judges()
{
    QFETCH(const QByteArray, line);
    const Reading reading = read("Type ID,Category,Limit\n7,,1\n8,work,1\n" + line + '\n');
    QCOMPARE(reading.rows.size(), 3);
    QTEST(reading.rows.issues(2), "issues");
    QCOMPARE(reading.rows.hasErrors(2), bool(reading.rows.issues(2) & limits::errorIssues));
    QVERIFY(!reading.rows.hasErrors(0));
}

void TestLimitsFile::matchesDirections_data()
{
    using Direction = std::optional<limits::Side>;
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<Direction>("side");
    QTest::addColumn<LineProblems>("problems");
    const auto row = [](const QByteArray &header, const QByteArray &cells, Direction side,
                        LineProblems problems = {}) {
        const QByteArray file = "Type ID,Limit," + header + "\n1,2," + cells + '\n';
        QTest::newRow(cells.constData()) << file << side << problems;
    };
    row("From,To", "0-1,0-2", limits::Side::There);
    row("From,To", "contacts,COMPANIES", limits::Side::There);
    row("From,To", "0-2,0-1", limits::Side::Back);
    row("Von,Nach", "Companies,Contact", limits::Side::Back);
    row("To", "0-1", limits::Side::Back);
    row("From", "0-1", limits::Side::There);
    row("From,To", ",", {});
    row("From,To", "0-1,0-3", {}, LineProblem::OtherPair);
    row("From,To", "0-1,0-1", {}, LineProblem::OtherPair);
    row("Direction", "→ Companies", limits::Side::There);
    row("Richtung", "→ Contacts", limits::Side::Back);
    row("Direction", "0-2 -> 0-1", limits::Side::Back);
    row("Direction", "Contacts > Deals", {}, LineProblem::OtherPair);
}

void TestLimitsFile::matchesDirections()
{
    QFETCH(const QByteArray, file);
    const Reading reading = read(file);
    QCOMPARE(reading.rows.size(), 1);
    QTEST(reading.rows.side(0), "side");
    QTEST(reading.rows.problems(0), "problems");

    ImportPair oneWay = contactsToCompanies;
    oneWay.bothDirections = false;
    QCOMPARE(read(file, oneWay).rows.problems(0).testFlag(LineProblem::OtherDirection),
             reading.rows.side(0) == limits::Side::Back);
}

void TestLimitsFile::problemsOfLines()
{
    const LimitsRows csv = read("Type ID,Limit\n1,2,,\n1,2,3\n").rows;
    QCOMPARE(csv.problems(0), LineProblems());
    QCOMPARE(csv.problems(1), LineProblems(LineProblem::MoreCells));
    QVERIFY(csv.hasErrors(1));
    const LimitsRows json = read(R"([5,{"typeId":1,"limit":2,"max":2},{"typeId":2}])").rows;
    QCOMPARE(json.problems(0), LineProblems(LineProblem::NotAnObject));
    QCOMPARE(json.problems(1), LineProblems(LineProblem::TwoValues));
    QCOMPARE(json.problems(2), LineProblems());
    // The same type in two directions is two types.
    const LimitsRows both = read("From,Type ID,Limit\n0-1,1,2\n0-2,1,2\n0-1,1,2\n").rows;
    QCOMPARE(both.issues(1), Issues());
    QCOMPARE(both.issues(2), Issues(Issue::Duplicate));
}

void TestLimitsFile::countsErrorsAndWarnings()
{
    const LimitsRows rows = read("Type ID,Limit\n1,2\nx,20000\n2,20000\n3,\n4,2,3\n").rows;
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows.errorCount(), 2);
    QCOMPARE(rows.warningCount(), 1);
}

void TestLimitsFile::anEmptyLimitChangesNothing()
{
    const limits::AssociationTypes types = limits::AssociationTypes::hubSpotDefined();
    limits::Document document(types);
    document.load({u"0-1"_s, u"0-2"_s}, {});
    document.setLive(
        {{u"0-1"_s, u"0-2"_s},
         true,
         true,
         {{limits::Category::HubSpotDefined, 279, {}, true, limits::LiveLimit::of(5)},
          {limits::Category::UserDefined, 28, u"A"_s, false, limits::LiveLimit::of(3)}},
         {}});
    const LimitsRows rows = read("Type ID,Limit\n279,\n28,many\n77,4\n").rows;
    std::vector<limits::RowEdit> edits;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        edits.push_back(rows.edit(i));
    }
    document.paste({}, edits, u"import"_s);
    QCOMPARE(document.rowCount(), 3);
    QCOMPARE(document.row(0).limit, QString());
    QCOMPARE(document.row(1).limit, u"many"_s);
    QCOMPARE(document.row(2).typeId, u"77"_s);
    QCOMPARE(document.undoStack().count(), 1);
}

void TestLimitsFile::canBeStoppedBetweenSlices()
{
    QByteArray bytes = "Type ID,Limit\n";
    for (int i = 1; i <= 100'000; ++i) {
        bytes += QByteArray::number(i) + ",5\n";
    }
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    LimitsReader reader(buffer);
    qint64 before = 0;
    int slices = 0;
    while (reader.bytesRead() < bytes.size()) {
        const auto more = reader.readSome();
        QVERIFY(more && *more);
        QVERIFY(reader.bytesRead() > before || slices == 0);
        QVERIFY(reader.bytesRead() - before <= 256 * 1024);
        before = reader.bytesRead();
        ++slices;
    }
    QVERIFY(slices > 3);
    QVERIFY(reader.readAll());
    QCOMPARE(reader.rows().size(), 100'000);
    QCOMPARE(reader.bytesTotal(), bytes.size());
    QCOMPARE(reader.rows().errorCount(), 0);
    const auto again = reader.readSome();
    QVERIFY(again && !*again);
}

void TestLimitsFile::writesCsv()
{
    const LimitsLine line{{}, {}, u"A, b"_s, u"WORK"_s, u"28"_s, u"Many"_s, u"5"_s};
    QCOMPARE(exchange::limitsToCsv({LimitsContent::Shown, {line, {}}}),
             "\xef\xbb\xbfLabel,Category,Type ID,Now,New limit\r\n\"A, b\",WORK,28,Many,5\r\n"_ba);
    QCOMPARE(exchange::limitsToCsv({LimitsContent::Live, {}}, {';', false}),
             "Label;Category;Type ID;Limit\r\n"_ba);
    const LimitsLine back{u"0-2"_s, u"0-1"_s, {}, {}, u"28"_s, {}, {}};
    QCOMPARE(exchange::limitsToCsv({LimitsContent::Drafts, {back}}, {'\t', false}),
             "From\tTo\tLabel\tCategory\tType ID\tNew limit\r\n0-2\t0-1\t\t\t28\t\r\n"_ba);
}

void TestLimitsFile::writesJson()
{
    const LimitsLine line{{}, {}, u"\"A\""_s, u"WORK"_s, u"28"_s, u"Many"_s, u"5"_s};
    const LimitsLine odd{u"0-2"_s, u"0-1"_s, {}, {}, u"028"_s, {}, u"x"_s};
    QCOMPARE(exchange::limitsToJson({LimitsContent::Shown, {line, {}, odd}}),
             "{\"format\":\"association-limits\",\"version\":1,\"inputs\":[\n"
             "{\"label\":\"\\\"A\\\"\",\"category\":\"WORK\",\"typeId\":28,\"now\":\"Many\","
             "\"maxToObjectIds\":5},\n"
             "{\"from\":\"0-2\",\"to\":\"0-1\",\"typeId\":\"028\",\"maxToObjectIds\":\"x\"}\n"
             "]}\n"_ba);
    QCOMPARE(described(read(exchange::limitsToJson({}))), QString());
}

void TestLimitsFile::writesWhatTheTableShows()
{
    const limits::AssociationTypes types = limits::AssociationTypes::hubSpotDefined();
    limits::Document document(types);
    document.load({u"0-1"_s, u"0-2"_s}, {{u"x"_s, u"?"_s, u"-5"_s}}, true);
    document.setLive(
        {{u"0-1"_s, u"0-2"_s},
         true,
         true,
         {{limits::Category::HubSpotDefined, 279, {}, true, limits::LiveLimit::of(5)},
          {limits::Category::UserDefined, 28, u"A"_s, false, limits::LiveLimit::many()}},
         {}});
    document.edit({1}, {{{}, {}, u"03"_s}}, {});
    const auto written = [&document](LimitsContent content) {
        QStringList texts;
        for (const LimitsLine &line : exchange::limitsSheet(document, {2, 1, 0}, content).lines) {
            texts.append(QStringList{line.from, line.to, line.label, line.category, line.typeId,
                                     line.now, line.limit}
                             .join(u'|'));
        }
        return texts.join(u' ');
    };
    QCOMPARE(written(LimitsContent::Shown),
             u"0-1|0-2||?|x|Many|-5 0-1|0-2|A|USER_DEFINED|28|Many|3 "
             "0-1|0-2||HUBSPOT_DEFINED|279|5|"_s);
    QCOMPARE(written(LimitsContent::Live),
             u"0-1|0-2|A|USER_DEFINED|28||Many 0-1|0-2||HUBSPOT_DEFINED|279||5"_s);
    QCOMPARE(written(LimitsContent::Drafts), u"0-1|0-2||?|x||-5 0-1|0-2|A|USER_DEFINED|28||3"_s);
}

void TestLimitsFile::whatIsWrittenIsReadAgain_data()
{
    QTest::addColumn<char>("separator");
    QTest::addColumn<bool>("hasBom");
    QTest::newRow("commas") << ',' << true;
    QTest::newRow("semicolons") << ';' << false;
    QTest::newRow("tabs") << '\t' << true;
    QTest::newRow("JSON") << '{' << false;
}

void TestLimitsFile::whatIsWrittenIsReadAgain()
{
    QFETCH(const char, separator);
    QFETCH(const bool, hasBom);
    QRandomGenerator random(7);
    for (int run = 0; run < 300; ++run) {
        LimitsSheet sheet{LimitsContent(random.bounded(3)), {}};
        for (quint32 left = random.bounded(12U); left > 0; --left) {
            LimitsLine line{{},
                            {},
                            randomText(random),
                            randomText(random),
                            randomText(random),
                            {},
                            randomText(random)};
            if (run % 2 == 0) {
                line.from = randomText(random);
                line.to = randomText(random);
            }
            if (line != LimitsLine{}) { // which is left out
                sheet.lines.push_back(line);
            }
        }
        const QByteArray file = separator == '{'
                                    ? exchange::limitsToJson(sheet)
                                    : exchange::limitsToCsv(sheet, {separator, hasBom});
        const Reading reading = read(file);
        QVERIFY2(!reading.error, file.constData());
        const std::vector<LimitsLine> lines = linesOf(reading.rows);
        QVERIFY2(lines == sheet.lines, file.constData());
    }
}

void TestLimitsFile::noCellIsAFormula()
{
    for (const QString &text : {u"=1+1"_s, u"+1"_s, u"-1"_s, u"@A"_s, u"\t=1"_s, u"'=1"_s}) {
        const LimitsLine line{text, text, text, text, text, {}, text};
        const QByteArray csv = exchange::limitsToCsv({LimitsContent::Drafts, {line}}, {',', false});
        const QStringList cells = QString::fromUtf8(csv).section(u"\r\n"_s, 1, 1).split(u',');
        for (const QString &cell : cells) {
            QCOMPARE(cell, u'\'' + text);
        }
        QCOMPARE(linesOf(read(csv).rows), std::vector{line});
    }
}

TEST_MAIN(QCoreApplication, TestLimitsFile)
#include "tst_limitsfile.moc"
