#include "app/exchange/recordfile.h"
#include "app/exchange/recordreader.h"
#include "tests/support/testmain.h"
#include "tests/unit/historyrecords.h"
#include "tests/unit/randomrecords.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using exchange::FilePlace;
using exchange::JsonFile;
using exchange::ReadError;
using exchange::ReadErrorKind;
using exchange::RecordReader;
using history::Exchange;
using history::Record;

using Records = std::vector<Record>;

Q_DECLARE_METATYPE(exchange::ReadErrorKind)

namespace {

QByteArray written(const Records &records)
{
    JsonFile file;
    QByteArray bytes = file.begin(tests::FixedClock().now());
    for (const Record &record : records) {
        bytes += file.record(record);
    }
    return bytes + file.end();
}

support::Expected<Records, ReadError> read(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    RecordReader reader(buffer);
    Records records;
    while (true) {
        auto record = reader.next();
        if (!record) {
            return support::Unexpected{record.error()};
        }
        if (!*record) {
            return records;
        }
        records.push_back(**std::move(record));
    }
}

/// One of each part: an answered exchange with a refused attempt before it, and a read-back.
Record wholeRecord()
{
    Record record = tests::recordInFlight();
    record.id = QUuid(u"11111111-2222-4333-8444-555555555555"_s);
    record.state = Record::State::Finished;
    Exchange &exchange = record.exchanges[0];
    api::Reply reply;
    reply.httpStatus = 201;
    reply.reasonPhrase = "Created";
    reply.headers = {{"content-type", "application/json"}};
    reply.body = R"({"results":[]})";
    reply.failure = api::ErrorKind::Truncated;
    exchange.state = Exchange::State::Answered;
    exchange.answeredAt = exchange.sentAt->addMSecs(5);
    exchange.reply = reply;
    exchange.refused = {{*exchange.sentAt, exchange.answeredAt, reply}};
    record.exchanges[1].state = Exchange::State::NotSent;
    record.readBacks = {{record.pair, "/crm", {*exchange.sentAt, exchange.answeredAt, reply}}};
    record.reverts = QUuid(u"11111111-2222-4333-8444-666666666666"_s);
    record.note = u"for the records"_s;
    return record;
}

QJsonObject wholeFile()
{
    return QJsonDocument::fromJson(written({wholeRecord()})).object();
}

/// A value with the one under the path ("exchanges[0].sentAt") replaced; Undefined takes it away.
QJsonValue changed(const QJsonValue &value, const QString &path, const QJsonValue &to)
{
    if (path.isEmpty()) {
        return to;
    }
    if (path.startsWith(u'[')) {
        const qsizetype end = path.indexOf(u']');
        QJsonArray array = value.toArray();
        const qsizetype index = path.mid(1, end - 1).toInt();
        const QString rest = path.mid(end + 1);
        array[index] = changed(array.at(index), rest.startsWith(u'.') ? rest.mid(1) : rest, to);
        return array;
    }
    qsizetype end = 0;
    while (end < path.size() && path.at(end) != u'.' && path.at(end) != u'[') {
        ++end;
    }
    const QString rest = path.mid(end);
    QJsonObject object = value.toObject();
    const QString name = path.left(end);
    const QJsonValue within =
        changed(object.value(name), rest.startsWith(u'.') ? rest.mid(1) : rest, to);
    if (within.isUndefined()) {
        object.remove(name);
    } else {
        object.insert(name, within);
    }
    return object;
}

QByteArray withChanged(const QString &path, const QJsonValue &to)
{
    return QJsonDocument(changed(wholeFile(), path, to).toObject()).toJson(QJsonDocument::Compact);
}

} // namespace

class TestRecordJson : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void everythingComesBack();
    void anEmptyHistoryIsAFile();
    void aRecordIsALine();
    void layoutDoesNotMatter_data();
    void layoutDoesNotMatter();
    void unknownMembersAreIgnored();
    void whatWasInFlightIsInterrupted();
    void wrongFieldsAreNamed_data();
    void wrongFieldsAreNamed();
    void optionalFieldsMayBeNull_data();
    void optionalFieldsMayBeNull();
    void theRecordIsNamed();
    void severalProblemsAreNamedAtOnce();
    void foreignFiles_data();
    void foreignFiles();
    void newerVersions_data();
    void newerVersions();
    void cutOffAnywhere();
    void brokenJson_data();
    void brokenJson();
    void aRecordTooLarge();
    void aDeviceThatFails();
};

void TestRecordJson::everythingComesBack()
{
    for (quint32 seed = 0; seed < 50; ++seed) {
        tests::RandomRecords random(seed);
        Records records;
        for (int i = 0; i < 10; ++i) {
            records.push_back(random.next());
        }
        const QByteArray bytes = written(records);
        const auto back = read(bytes);
        QVERIFY2(back, qPrintable(u"seed %1"_s.arg(seed)));
        QVERIFY2(*back == records, qPrintable(u"seed %1"_s.arg(seed)));
        QCOMPARE(written(*back), bytes);
    }
}

void TestRecordJson::anEmptyHistoryIsAFile()
{
    QVERIFY(read(written({}))->empty());
}

void TestRecordJson::aRecordIsALine()
{
    tests::RandomRecords random(1);
    const QByteArray bytes = written({random.next(), random.next(), random.next()});
    QCOMPARE(bytes.count('\n'), 1 + 3 + 1);
    QVERIFY(bytes.startsWith(R"({"format":"association-limits-history","version":1,)"
                             R"("exportedAt":"2026-11-03T13:02:05.678Z","records":[)"));
    QVERIFY(QJsonDocument::fromJson(bytes).isObject());
}

void TestRecordJson::layoutDoesNotMatter_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray ours = written({wholeRecord(), wholeRecord()});
    const QJsonDocument document = QJsonDocument::fromJson(ours);
    QTest::newRow("indented, sorted") << document.toJson(QJsonDocument::Indented);
    QTest::newRow("on one line, sorted") << document.toJson(QJsonDocument::Compact);
    QTest::newRow("CRLF") << QByteArray(ours).replace('\n', "\r\n");
    QTest::newRow("BOM") << "\xef\xbb\xbf" + ours;
    QTest::newRow("no last line break") << ours.chopped(1);
    QTest::newRow("white space") << " \n\t" +
                                        QByteArray(ours)
                                            .replace("\"records\":[", " \"records\" :\r\n[ ")
                                            .replace("\"note\":", "\t\"note\"\n:\t")
                                            .replace("},\n", "}\n\n ,") +
                                        "\n\n ";
}

void TestRecordJson::layoutDoesNotMatter()
{
    QFETCH(const QByteArray, bytes);
    const auto records = read(bytes);
    QVERIFY(records);
    QVERIFY((*records == Records{wholeRecord(), wholeRecord()}));
}

void TestRecordJson::unknownMembersAreIgnored()
{
    for (const QString &path :
         {u"more"_s, u"records[0].more"_s, u"records[0].exchanges[0].more"_s,
          u"records[0].exchanges[0].reply.more"_s, u"records[0].readBacks[0].attempt.more"_s}) {
        const auto records = read(withChanged(path, QJsonArray{u"x"_s, QJsonObject()}));
        QVERIFY2(records && *records == Records{wholeRecord()}, qPrintable(path));
    }
    const auto large = read(withChanged(u"more"_s, QString(1'000'000, u'[')));
    QVERIFY(large && *large == Records{wholeRecord()});
}

void TestRecordJson::whatWasInFlightIsInterrupted()
{
    Record record = tests::recordInFlight();
    const auto records = read(written({record}));
    QVERIFY(records);
    record.state = Record::State::Interrupted;
    QCOMPARE(int(record.exchanges[0].state), int(Exchange::State::Sent));
    record.exchanges[1].state = Exchange::State::NotSent;
    QVERIFY(*records == Records{record});
}

void TestRecordJson::wrongFieldsAreNamed_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("problem"); // after the path; as "missing" where it is taken away
    const QJsonValue gone(QJsonValue::Undefined);
    const auto row = [](const QString &path, const QJsonValue &value, const QString &problem) {
        QTest::addRow("%s: %s", qPrintable(path),
                      QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).constData())
            << path << value << problem;
    };
    const QString id = u"not an id"_s;
    const QString time = u"not a time in UTC between 1970 and 2200"_s;
    const QString name = u"not a name that this version knows"_s;
    const QString text = u"not text"_s;
    const QString whole = u"not a whole number in range"_s;
    const QString list = u"not a list"_s;
    const QString object = u"not an object"_s;
    const QString boolean = u"neither true nor false"_s;

    const QString record = u"records[0]"_s;
    const QString first = record + u".exchanges[0]"_s;
    const QString change = first + u".changes[0]"_s;
    const QString reply = first + u".reply"_s;
    const QString refused = first + u".refused[0]"_s;
    const QString readBack = record + u".readBacks[0]"_s;
    for (const QString &required : {u"version"_s,
                                    u"records"_s,
                                    record + u".id"_s,
                                    record + u".createdAt"_s,
                                    record + u".account.id"_s,
                                    record + u".account.name"_s,
                                    record + u".account.baseUrl"_s,
                                    record + u".pair.from"_s,
                                    record + u".pair.to"_s,
                                    record + u".fromName"_s,
                                    record + u".toName"_s,
                                    record + u".state"_s,
                                    record + u".exchanges"_s,
                                    record + u".readBacks"_s,
                                    record + u".note"_s,
                                    record + u".pinned"_s,
                                    first + u".operation"_s,
                                    first + u".pair.from"_s,
                                    first + u".pair.to"_s,
                                    first + u".stage"_s,
                                    first + u".changes"_s,
                                    first + u".method"_s,
                                    first + u".path"_s,
                                    first + u".body"_s,
                                    first + u".state"_s,
                                    first + u".refused"_s,
                                    reply,
                                    change + u".category"_s,
                                    change + u".typeId"_s,
                                    change + u".limit"_s,
                                    change + u".label"_s,
                                    change + u".before.known"_s,
                                    change + u".before.limit"_s,
                                    reply + u".httpStatus"_s,
                                    reply + u".reasonPhrase"_s,
                                    reply + u".headers"_s,
                                    reply + u".headers[0].name"_s,
                                    reply + u".headers[0].value"_s,
                                    reply + u".body"_s,
                                    reply + u".failureText"_s,
                                    refused + u".sentAt"_s,
                                    readBack + u".pair.from"_s,
                                    readBack + u".path"_s,
                                    readBack + u".attempt.sentAt"_s}) {
        row(required, gone, u"missing"_s);
    }
    for (const QString &within : {record + u".account"_s, record + u".pair"_s, first + u".pair"_s,
                                  change + u".before"_s, readBack + u".attempt"_s}) {
        row(within, gone, u"missing"_s);
        row(within, u"x"_s, object);
    }
    row(u"version"_s, 0, whole);
    row(u"version"_s, u"1"_s, whole);
    row(u"records"_s, QJsonObject(), list);
    row(record, 5, object);
    row(record, QJsonValue(QJsonValue::Null), object);
    for (const QString &uuid : {record + u".id"_s, record + u".reverts"_s}) {
        row(uuid, u"42"_s, id);
        row(uuid, u"00000000-0000-0000-0000-000000000000"_s, id);
        row(uuid, 42, text);
    }
    row(record + u".id"_s, QJsonValue(QJsonValue::Null), u"missing"_s);
    for (const QString &moment :
         {record + u".createdAt"_s, first + u".sentAt"_s, first + u".answeredAt"_s,
          refused + u".sentAt"_s, readBack + u".attempt.answeredAt"_s}) {
        row(moment, u"yesterday"_s, time);
        row(moment, u"2026-11-03T13:02:05.678"_s, time);
        row(moment, u"1969-12-31T23:59:59.999Z"_s, time);
        row(moment, u"2200-01-01T00:00:00.000Z"_s, time);
        row(moment, u"2026-02-30T00:00:00.000Z"_s, time);
        row(moment, 1'780'000'000, text);
    }
    for (const QString &named : {record + u".state"_s, first + u".operation"_s, first + u".state"_s,
                                 change + u".category"_s, reply + u".failure"_s}) {
        row(named, u"another"_s, name);
        row(named, u""_s, name);
        row(named, true, text);
    }
    for (const QString &number :
         {change + u".typeId"_s, change + u".limit"_s, change + u".before.limit"_s,
          reply + u".httpStatus"_s, first + u".stage"_s}) {
        row(number, -1, whole);
        row(number, 1.5, whole);
        row(number, 3e9, whole);
        row(number, u"5"_s, whole);
    }
    row(reply + u".httpStatus"_s, 1000, whole);
    for (const QString &flag : {record + u".pinned"_s, change + u".before.known"_s}) {
        row(flag, 1, boolean);
        row(flag, QJsonValue(QJsonValue::Null), u"missing"_s);
    }
    for (const QString &array :
         {record + u".exchanges"_s, record + u".readBacks"_s, first + u".changes"_s,
          first + u".refused"_s, reply + u".headers"_s}) {
        row(array, QJsonObject(), list);
        row(array + u"[0]"_s, 1, object);
    }
    row(reply, u"201"_s, object);
    for (const QString &bytes :
         {first + u".method"_s, first + u".path"_s, first + u".body"_s, reply + u".body"_s,
          reply + u".reasonPhrase"_s, reply + u".headers[0].value"_s}) {
        row(bytes, 5, text);
        row(bytes + u"Base64"_s, u"a?"_s, u"not Base64"_s);
        row(bytes + u"Base64"_s, 5, text);
    }
    for (const QString &words : {record + u".note"_s, record + u".fromName"_s,
                                 record + u".account.name"_s, change + u".label"_s}) {
        row(words, QJsonArray(), text);
    }
}

void TestRecordJson::wrongFieldsAreNamed()
{
    QFETCH(const QString, path);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, problem);
    const auto records = read(withChanged(path, value));
    QVERIFY(!records);
    QCOMPARE(int(records.error().kind), int(ReadErrorKind::WrongFields));
    QCOMPARE(records.error().problems.value(0), path + u": "_s + problem);
    QVERIFY(records.error().problemCount >= 1);
}

void TestRecordJson::optionalFieldsMayBeNull_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"reverts", "exchanges[0].sentAt", "exchanges[0].answeredAt",
                             "exchanges[0].reply.failure", "exchanges[0].refused[0].reply",
                             "readBacks[0].attempt.reply", "exchanges[0].changes[0].limit"}) {
        QTest::newRow(path) << u"records[0]."_s + QLatin1StringView(path);
    }
}

void TestRecordJson::optionalFieldsMayBeNull()
{
    QFETCH(const QString, path);
    const auto withNull = read(withChanged(path, QJsonValue(QJsonValue::Null)));
    QVERIFY(withNull);
    QVERIFY(*withNull != Records{wholeRecord()});
    if (!path.endsWith("limit"_L1)) {
        const auto without = read(withChanged(path, QJsonValue(QJsonValue::Undefined)));
        QVERIFY(without && *without == *withNull);
    }
}

void TestRecordJson::theRecordIsNamed()
{
    tests::RandomRecords random(3);
    QByteArray bytes = written({random.next(), random.next(), wholeRecord(), random.next()});
    bytes.replace(R"("note":"for the records")", R"("note":["for the records"])");
    const auto records = read(bytes);
    QVERIFY(!records);
    QCOMPARE(records.error().problems, QStringList{u"records[2].note: not text"_s});
    QCOMPARE(records.error().place, (FilePlace{4, 1}));
}

void TestRecordJson::severalProblemsAreNamedAtOnce()
{
    QJsonValue file = changed(wholeFile(), u"records[0].note"_s, 1);
    file = changed(file, u"records[0].pinned"_s, 2);
    file = changed(file, u"records[0].createdAt"_s, 3);
    const auto records = read(QJsonDocument(file.toObject()).toJson());
    QVERIFY(!records);
    QCOMPARE(records.error().problemCount, 3);
    QCOMPARE(records.error().problems.size(), 3);
}

void TestRecordJson::foreignFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("white space") << QByteArray(" \n");
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("CSV") << QByteArray("\xef\xbb\xbfSubmitted at,Account\r\n");
    QTest::newRow("binary") << QByteArray("\x89PNG\0\0", 6);
    QTest::newRow("SQLite") << QByteArray("SQLite format 3\0", 16);
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("an object") << QByteArray("{}");
    QTest::newRow("another format") << QByteArray(R"({"format":"a","version":1,"records":[]})");
    QTest::newRow("a newer version of another format")
        << QByteArray(R"({"version":9,"format":"a","records":[]})");
    QTest::newRow("a format that is no text") << QByteArray(R"({"format":1,"records":[]})");
    QTest::newRow("records of another program") << QByteArray(R"({"records":[{"id":1},{}],"a":1})");
    QTest::newRow("records before another format")
        << QByteArray(R"({"records":[{"id":1},{}],"version":1,"format":"a"})");
    QTest::newRow("large") << R"({"features":[")" + QByteArray(200'000, 'x') + "\"]}";
}

void TestRecordJson::foreignFiles()
{
    QFETCH(const QByteArray, bytes);
    const auto records = read(bytes);
    QVERIFY(!records);
    QCOMPARE(int(records.error().kind), int(ReadErrorKind::Foreign));
}

void TestRecordJson::newerVersions_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray format = R"("format":"association-limits-history")";
    QTest::newRow("with other records") << "{" + format + R"(,"version":2,"records":[{"id":{}}]})";
    QTest::newRow("with no records") << "{" + format + R"(,"version":2,"submissions":{}})";
    QTest::newRow("sorted") << "{" + format + R"(,"records":[{"id":{}},{"id":{}}],"version":2})";
    QTest::newRow("far newer") << "{" + format + R"(,"version":5000000000})";
}

void TestRecordJson::newerVersions()
{
    QFETCH(const QByteArray, bytes);
    const auto records = read(bytes);
    QVERIFY(!records);
    QCOMPARE(int(records.error().kind), int(ReadErrorKind::NewerVersion));
}

void TestRecordJson::cutOffAnywhere()
{
    tests::RandomRecords random(4);
    const QByteArray whole = written({random.next(), wholeRecord(), random.next(), random.next()});
    for (int part = 1; part < 20; ++part) {
        const QByteArray bytes = whole.first(whole.size() * part / 20);
        const auto records = read(bytes);
        QVERIFY2(!records, qPrintable(QString::number(part)));
        QCOMPARE(int(records.error().kind), int(ReadErrorKind::EndsEarly));
        QCOMPARE(records.error().place.line, bytes.count('\n') + 1);
        QCOMPARE(records.error().place.column, bytes.size() - bytes.lastIndexOf('\n'));
    }
    // At every single byte of a smaller one, too: never taken for whole, whatever is said of it.
    const QByteArray small = written({wholeRecord()}).chopped(1);
    for (qsizetype size = 1; size < small.size(); ++size) {
        const auto records = read(small.first(size));
        QVERIFY(!records);
        QCOMPARE(int(records.error().kind), int(ReadErrorKind::EndsEarly));
    }
}

void TestRecordJson::brokenJson_data()
{
    QTest::addColumn<QByteArray>("find");
    QTest::addColumn<QByteArray>("replacement");
    QTest::addColumn<qint64>("line");
    QTest::newRow("a lost quote") << QByteArray("\"note\":\"for") << QByteArray("\"note\":for")
                                  << qint64(3);
    QTest::newRow("a string that does not end")
        << QByteArray("the records\"") << QByteArray("the records") << qint64(3);
    QTest::newRow("a lost closing brace") << QByteArray("]}\n") << QByteArray("]\n") << qint64(7);
    QTest::newRow("a closing bracket of the wrong kind")
        << QByteArray("\"headers\":[{") << QByteArray("\"headers\":[]{") << qint64(3);
    QTest::newRow("a lost comma between records")
        << QByteArray("},\n") << QByteArray("}\n") << qint64(3);
    QTest::newRow("a comma too much") << QByteArray("},\n") << QByteArray("},,\n") << qint64(2);
    QTest::newRow("a comma before the end")
        << QByteArray("}\n]}") << QByteArray("},\n]}") << qint64(6);
    QTest::newRow("a lost brace within a record")
        << QByteArray("\"toName\":") << QByteArray("\"more\":{\"toName\":") << qint64(4);
    QTest::newRow("a word that is none")
        << QByteArray("\"pinned\":false") << QByteArray("\"pinned\":fals") << qint64(3);
    QTest::newRow("bytes that are no UTF-8")
        << QByteArray("for the") << QByteArray("f\xfcr the") << qint64(3);
    QTest::newRow("a control character")
        << QByteArray("for the") << QByteArray("for\nthe") << qint64(3);
    QTest::newRow("something after the end")
        << QByteArray("\n]}\n") << QByteArray("\n]}\n{}") << qint64(7);
    QTest::newRow("no colon") << QByteArray("\"records\":") << QByteArray("\"records\"")
                              << qint64(1);
    QTest::newRow("a version that is none")
        << QByteArray("\"version\":1") << QByteArray("\"version\":1x") << qint64(1);
}

void TestRecordJson::brokenJson()
{
    QFETCH(const QByteArray, find);
    QFETCH(const QByteArray, replacement);
    QFETCH(const qint64, line);
    tests::RandomRecords random(5);
    QByteArray bytes = written({random.next(), wholeRecord(), random.next(), random.next()});
    const qsizetype wholeRecordAt = bytes.indexOf("\n", bytes.indexOf("\n") + 1);
    const bool withinRecord = line == 3 || line == 4;
    const qsizetype at = bytes.indexOf(find, withinRecord ? wholeRecordAt - 2 : 0);
    QVERIFY(at >= 0);
    bytes.replace(at, find.size(), replacement);
    const auto records = read(bytes);
    QVERIFY(!records);
    const ReadError &error = records.error();
    QCOMPARE(error.place.line, line);
    qsizetype begin = 0; // of the line
    for (qint64 number = 1; number < line; ++number) {
        begin = bytes.indexOf('\n', begin) + 1;
    }
    const qsizetype place = begin + error.place.column - 1;
    QVERIFY2(place >= at && place - at <= 32, qPrintable(QString::number(place - at)));
}

void TestRecordJson::aRecordTooLarge()
{
    // Never whole in memory: a device that goes on and on.
    class Endless final : public QIODevice
    {
    public:
        Endless() { open(QIODevice::ReadOnly); }
        qint64 readData(char *data, qint64 size) override
        {
            const QByteArray begin = R"({"format":"association-limits-history","version":1,)"
                                     R"("records":[)"
                                     "\n[\"";
            if (m_given == 0) {
                std::copy(begin.begin(), begin.end(), data);
                m_given = begin.size();
                return m_given;
            }
            std::fill_n(data, size, 'x');
            m_given += size;
            return size;
        }
        qint64 writeData(const char *, qint64) override { return -1; }
        qint64 m_given = 0;
    } endless;
    RecordReader reader(endless, 100'000);
    const auto record = reader.next();
    QVERIFY(!record);
    QCOMPARE(int(record.error().kind), int(ReadErrorKind::TooLarge));
    QCOMPARE(record.error().place, (FilePlace{2, 1}));
}

void TestRecordJson::aDeviceThatFails()
{
    class Broken final : public QIODevice
    {
    public:
        Broken() { open(QIODevice::ReadOnly); }
        qint64 readData(char *data, qint64 size) override
        {
            if (std::exchange(m_begun, true)) {
                setErrorString(u"the disk is gone"_s);
                return -1;
            }
            const QByteArray begin = R"({"format":)";
            std::copy_n(begin.begin(), std::min(size, qint64(begin.size())), data);
            return begin.size();
        }
        qint64 writeData(const char *, qint64) override { return -1; }
        bool m_begun = false;
    } broken;
    RecordReader reader(broken);
    const auto record = reader.next();
    QVERIFY(!record);
    QCOMPARE(int(record.error().kind), int(ReadErrorKind::CannotRead));
    QCOMPARE(record.error().detail, u"the disk is gone"_s);
}

TEST_MAIN(QCoreApplication, TestRecordJson)
#include "tst_recordjson.moc"
