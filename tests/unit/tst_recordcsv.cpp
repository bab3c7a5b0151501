#include "app/exchange/recordfile.h"
#include "tests/support/testmain.h"
#include "tests/unit/historyrecords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using exchange::CsvFile;
using history::Exchange;
using history::Record;
using limits::LiveLimit;

namespace {

using Line = QStringList;

/// Reads as RFC 4180 says, to find what a spreadsheet would.
QList<Line> cellsOf(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    QList<Line> lines;
    Line line;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar character = text.at(i);
        if (quoted && character == u'"' && text.mid(i + 1, 1) == u"\""_s) {
            cell += character;
            ++i;
        } else if (character == u'"') {
            quoted = !quoted;
        } else if (quoted || (character != u',' && character != u'\r' && character != u'\n')) {
            cell += character;
        } else if (character == u',') {
            line.append(std::exchange(cell, {}));
        } else if (character == u'\n') {
            line.append(std::exchange(cell, {}));
            lines.append(std::exchange(line, {}));
        }
    }
    return lines;
}

/// Stored, failed and lost.
Record someRecord()
{
    Record record = tests::recordInFlight();
    record.id = QUuid(u"11111111-2222-4333-8444-555555555555"_s);
    record.state = Record::State::Interrupted;
    record.note = u"checked"_s;
    Exchange &exchange = record.exchanges[0];
    exchange.request.changes = {
        {limits::Category::HubSpotDefined, 1, 5, u"Primary company"_s, LiveLimit::of(3)},
        {limits::Category::UserDefined, 28, 7, u"Größter Kunde"_s, LiveLimit::many()}};
    exchange.state = Exchange::State::Answered;
    api::Reply reply;
    reply.httpStatus = 201;
    reply.headers = {{"content-type", "application/json"},
                     {"X-HubSpot-Correlation-Id", "aaaa-bbbb"}};
    reply.body = R"({"status":"COMPLETE","results":[)"
                 R"({"category":"HUBSPOT_DEFINED","typeId":1,"userEnforcedMaxToObjectIds":5},)"
                 R"({"category":"USER_DEFINED","typeId":28,"userEnforcedMaxToObjectIds":6}]})";
    exchange.reply = reply;
    record.exchanges[1].state = Exchange::State::Sent;
    record.exchanges[1].request.pair = {u"0-2"_s, u"0-1"_s};
    record.exchanges[1].request.operation = limits::Operation::Purge;
    record.exchanges[1].request.changes = {{limits::Category::Work, 7, {}, {}, {}}};
    return record;
}

} // namespace

class TestRecordCsv : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void aLineForEachLimit();
    void beginsForExcel();
    void linesEndAsRfc4180Says();
    void quotesWhatNeedsIt_data();
    void quotesWhatNeedsIt();
    void nothingIsAFormula_data();
    void nothingIsAFormula();
};

void TestRecordCsv::aLineForEachLimit()
{
    const QString id = u"11111111-2222-4333-8444-555555555555"_s;
    const QString time = u"2026-11-03T13:02:05.678Z"_s;
    const QList<Line> expected{
        {time,
         u"Sandbox"_s,
         u"Contacts"_s,
         u"0-1"_s,
         u"Companies"_s,
         u"0-2"_s,
         u"create"_s,
         u"HUBSPOT_DEFINED"_s,
         u"1"_s,
         u"Primary company"_s,
         u"3"_s,
         u"5"_s,
         u"5"_s,
         u"stored"_s,
         {},
         u"201"_s,
         u"aaaa-bbbb"_s,
         id,
         u"checked"_s},
        {time,
         u"Sandbox"_s,
         u"Contacts"_s,
         u"0-1"_s,
         u"Companies"_s,
         u"0-2"_s,
         u"create"_s,
         u"USER_DEFINED"_s,
         u"28"_s,
         u"Größter Kunde"_s,
         u"Many"_s,
         u"7"_s,
         u"6"_s,
         u"stored differently"_s,
         {},
         u"201"_s,
         u"aaaa-bbbb"_s,
         id,
         u"checked"_s},
        {time,
         u"Sandbox"_s,
         u"Companies"_s,
         u"0-2"_s,
         u"Contacts"_s,
         u"0-1"_s,
         u"purge"_s,
         u"WORK"_s,
         u"7"_s,
         {},
         {},
         u"Many"_s,
         {},
         u"unknown"_s,
         {},
         {},
         {},
         id,
         u"checked"_s},
    };
    CsvFile file;
    QCOMPARE(cellsOf(file.record(someRecord())), expected);
    const QList<Line> header = cellsOf(file.begin({}));
    QCOMPARE(header.size(), 1);
    QCOMPARE(header.constFirst().size(), expected.constFirst().size());
    QVERIFY(file.end().isEmpty());
}

void TestRecordCsv::beginsForExcel()
{
    QVERIFY(CsvFile().begin({}).startsWith("\xef\xbb\xbfSubmitted at,Account,From,From ID,"));
}

void TestRecordCsv::linesEndAsRfc4180Says()
{
    CsvFile file;
    const QByteArray bytes = file.begin({}) + file.record(someRecord());
    QCOMPARE(bytes.count('\n'), 4);
    QCOMPARE(bytes.count("\r\n"), 4);
    QVERIFY(bytes.endsWith("\r\n"));
}

void TestRecordCsv::quotesWhatNeedsIt_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << u"checked"_s << QByteArray("checked");
    QTest::newRow("comma") << u"a, b"_s << QByteArray("\"a, b\"");
    QTest::newRow("quotes") << u"the \"main\" one"_s << QByteArray("\"the \"\"main\"\" one\"");
    QTest::newRow("line breaks") << u"a\r\nb\nc"_s << QByteArray("\"a\r\nb\nc\"");
    QTest::newRow("spaces around") << u" a "_s << QByteArray("\" a \"");
    QTest::newRow("semicolon") << u"a;b"_s << QByteArray("a;b");
    QTest::newRow("German") << u"für „Übergrößen“"_s << QByteArray("für „Übergrößen“");
}

void TestRecordCsv::quotesWhatNeedsIt()
{
    QFETCH(const QString, note);
    QFETCH(const QByteArray, cell);
    Record record = someRecord();
    record.exchanges.pop_back();
    record.exchanges[0].request.changes.pop_back();
    record.note = note;
    const QByteArray line = CsvFile().record(record);
    QVERIFY2(line.endsWith(',' + cell + "\r\n"), line.constData());
    QCOMPARE(cellsOf(line).constFirst().constLast(), note);
}

void TestRecordCsv::nothingIsAFormula_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    for (const char *text :
         {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=\"x\",\"y\"", "'=1", "''@"}) {
        QTest::newRow(text) << QString::fromLatin1(text) << u'\'' + QString::fromLatin1(text);
    }
    QTest::newRow("apostrophe alone") << u"'tis"_s << u"'tis"_s;
    QTest::newRow("within") << u"1 = 1"_s << u"1 = 1"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestRecordCsv::nothingIsAFormula()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    Record record = someRecord();
    record.accountName = text;
    record.accountId.clear();
    record.note = text;
    record.exchanges.pop_back();
    record.exchanges[0].request.pair = record.pair = {text, text};
    record.fromName = text;
    record.toName = text;
    Exchange &exchange = record.exchanges[0];
    exchange.request.changes = {{limits::Category::UserDefined, 28, 5, text, {}}};
    exchange.reply->httpStatus = 400;
    QByteArray words = text.toUtf8();
    words.replace('"', "\\\"").replace('\t', "\\t").replace('\r', "\\r");
    exchange.reply->body =
        R"({"status":"error","correlationId":")" + words + R"(","message":")" + words + "\"}";
    const Line line = cellsOf(CsvFile().record(record)).value(0);
    const QString message = line.value(14);
    for (const int column : {1, 2, 3, 4, 5, 9, 18}) {
        QCOMPARE(line.value(column), shown);
    }
    QCOMPARE(line.value(13), u"failed"_s);
    QCOMPARE(message, shown);
    if (!text.isEmpty()) {
        QCOMPARE(line.value(16), shown);
    }
    // Numbers stay numbers.
    QCOMPARE(line.value(8), u"28"_s);
    QCOMPARE(line.value(11), u"5"_s);
    QCOMPARE(line.value(15), u"400"_s);
}

TEST_MAIN(QCoreApplication, TestRecordCsv)
#include "tst_recordcsv.moc"
