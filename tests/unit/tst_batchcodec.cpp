#include "app/api/batch.h"
#include "app/api/decode.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using api::Error;
using api::ErrorKind;

namespace {

constexpr QByteArrayView correlation = "0b1c2d3e-0000-4000-8000-000000000001";

api::Reply replyWith(int status, const QByteArray &body,
                     const QByteArray &type = "application/json;charset=utf-8")
{
    api::Reply reply;
    reply.httpStatus = status;
    reply.headers = {{"Content-Type", type},
                     {"X-HubSpot-Correlation-Id", correlation.toByteArray()}};
    reply.body = body;
    return reply;
}

QByteArray withResult(const QByteArray &result)
{
    return R"({"status":"COMPLETE","results":[)" + result + "]}";
}

QDateTime utc(int hour, int minute, int second, int ms = 0)
{
    return {QDate(2023, 11, 7), QTime(hour, minute, second, ms), QTimeZone::utc()};
}

} // namespace

class TestBatchCodec : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void encodes_data();
    void encodes();
    void decodesTheSample();
    void decodesEverything();
    void decodesPartialFailure();
    void decodesNothing();
    void toleratesWhatItDoesNotKnow();
    void readsLimits_data();
    void readsLimits();
    void readsTimes_data();
    void readsTimes();
    void reportsWrongFields_data();
    void reportsWrongFields();
    void reportsEveryWrongField();
    void refusesWhatIsNotJson_data();
    void refusesWhatIsNotJson();
    void readsErrors_data();
    void readsErrors();
    void readsScopes_data();
    void readsScopes();
    void readsErrorLists();
    void readsRetryAfter_data();
    void readsRetryAfter();
    void failuresComeFirst();
    void knowsWhatIsUnknown_data();
    void knowsWhatIsUnknown();
};

void TestBatchCodec::encodes_data()
{
    QTest::addColumn<limits::Operation>("operation");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("create")
        << limits::Operation::Create
        << QByteArray("/crm/associations/2026-03/definitions/configurations/0-1/p1_%C3%A4%2F%20b"
                      "/batch/create")
        << QByteArray(R"({"inputs":[{"category":"HUBSPOT_DEFINED","typeId":3,"maxToObjectIds":5},)"
                      R"({"category":"USER_DEFINED","typeId":28,"maxToObjectIds":12}]})");
    QTest::newRow("update")
        << limits::Operation::Update
        << QByteArray("/crm/associations/2026-03/definitions/configurations/0-1/p1_%C3%A4%2F%20b"
                      "/batch/update")
        << QByteArray(R"({"inputs":[{"category":"HUBSPOT_DEFINED","typeId":3,"maxToObjectIds":5},)"
                      R"({"category":"USER_DEFINED","typeId":28,"maxToObjectIds":12}]})");
    QTest::newRow("purge")
        << limits::Operation::Purge
        << QByteArray("/crm/associations/2026-03/definitions/configurations/0-1/p1_%C3%A4%2F%20b"
                      "/batch/purge")
        << QByteArray(R"({"inputs":[{"category":"HUBSPOT_DEFINED","typeId":3},)"
                      R"({"category":"USER_DEFINED","typeId":28}]})");
}

void TestBatchCodec::encodes()
{
    QFETCH(limits::Operation, operation);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const limits::PlannedRequest planned{operation,
                                         {u"0-1"_s, u"p1_\u00e4/ b"_s},
                                         {{limits::Category::HubSpotDefined, 3, 5, u"\"label"_s},
                                          {limits::Category::UserDefined, 28, 12, {}}}};
    const api::Request request = api::encode(planned);
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.path, path);
    QCOMPARE(request.body, body);
}

void TestBatchCodec::decodesTheSample()
{
    // As on HubSpot's reference page: without `status`, and without the results' `category`.
    const auto decoded = api::decodeBatch(replyWith(
        201, R"({"completedAt":"2023-11-07T05:31:56Z","results":[{"typeId":123,"label":"<string>",)"
             R"("userEnforcedMaxToObjectIds":123}],"startedAt":"2023-11-07T05:31:56Z","links":{},)"
             R"("requestedAt":"2023-11-07T05:31:56Z"})"));
    QVERIFY(decoded);
    api::BatchResponse expected;
    const api::ServerTime time{u"2023-11-07T05:31:56Z"_s, utc(5, 31, 56)};
    expected.requestedAt = expected.startedAt = expected.completedAt = time;
    expected.results = {{{}, 123, u"<string>"_s, 123}};
    QCOMPARE(*decoded, expected);
}

void TestBatchCodec::decodesEverything()
{
    const auto decoded = api::decodeBatch(replyWith(200, R"json({
        "status": "COMPLETE", "requestedAt": "2023-11-07T05:31:56.123Z",
        "startedAt": "2023-11-07T07:31:57+02:00", "completedAt": null,
        "results": [
            {"category": "HUBSPOT_DEFINED", "typeId": 279, "label": null},
            {"category": "SOMETHING_NEW", "typeId": -2147483648, "maxToObjectIds": 2147483647},
            {"category": "USER_DEFINED", "typeId": 5e0, "userEnforcedMaxToObjectIds": 3.0,
             "maxToObjectIds": 4, "label": "\u00e4"}],
        "links": {"b": "https://example.com/b", "a": "javascript:alert(1)"},
        "numErrors": 0, "errors": []})json"));
    QVERIFY(decoded);
    QCOMPARE(decoded->status, u"COMPLETE"_s);
    QCOMPARE(decoded->requestedAt->utc, utc(5, 31, 56, 123));
    QCOMPARE(decoded->startedAt->utc, utc(5, 31, 57));
    QCOMPARE(decoded->startedAt->text, u"2023-11-07T07:31:57+02:00"_s);
    QVERIFY(!decoded->completedAt);
    const std::vector<api::StoredLimit> results{
        {u"HUBSPOT_DEFINED"_s, 279, std::nullopt, std::nullopt},
        {u"SOMETHING_NEW"_s, -2147483647 - 1, std::nullopt, 2147483647},
        {u"USER_DEFINED"_s, 5, u"\u00e4"_s, 3}};
    QCOMPARE(decoded->results, results);
    const std::vector<std::pair<QString, QUrl>> links{{u"a"_s, QUrl(u"javascript:alert(1)"_s)},
                                                      {u"b"_s, QUrl(u"https://example.com/b"_s)}};
    QCOMPARE(decoded->links, links);
    QCOMPARE(decoded->numErrors, 0);
    QVERIFY(decoded->errors.empty());
    QVERIFY(decoded->unknownKeys.isEmpty());
}

void TestBatchCodec::decodesPartialFailure()
{
    const auto decoded = api::decodeBatch(replyWith(207, R"({
        "status": "COMPLETE", "results": [], "numErrors": 3,
        "errors": [
            {"status": "error", "category": "VALIDATION_ERROR", "message": "Too many", "links": {},
             "subCategory": {}, "context": {"typeId": ["3"], "category": ["USER_DEFINED"]},
             "errors": [{"message": "Within", "code": "X", "in": "typeId",
                         "subCategory": {"a": 1}, "context": {"limit": 5}}, "Also within"]},
            "Just text"]})"));
    QVERIFY(decoded);
    QCOMPARE(decoded->numErrors, 3);
    const std::vector<api::ErrorDetail> errors{
        {u"Too many"_s,
         u"VALIDATION_ERROR"_s,
         {},
         {},
         {{u"category"_s, {u"USER_DEFINED"_s}}, {u"typeId"_s, {u"3"_s}}}},
        {u"Within"_s, u"X"_s, u"typeId"_s, u"{\"a\":1}"_s, {{u"limit"_s, {u"5"_s}}}},
        {u"Also within"_s, {}, {}, {}, {}},
        {u"Just text"_s, {}, {}, {}, {}}};
    QCOMPARE(decoded->errors, errors);
}

void TestBatchCodec::decodesNothing()
{
    const auto decoded = api::decodeBatch(replyWith(204, {}, {}));
    QVERIFY(decoded);
    QCOMPARE(*decoded, api::BatchResponse());
}

void TestBatchCodec::toleratesWhatItDoesNotKnow()
{
    const auto decoded = api::decodeBatch(replyWith(
        201, R"({"zeta":1,"status":"HALF_DONE","results":[{"typeId":1,"typeId":2,"new":[]}],)"
             R"("alpha":{},"status":"COMPLETE","startedAt":"yesterday"})"));
    QVERIFY(decoded);
    QCOMPARE(decoded->unknownKeys, (QStringList{u"alpha"_s, u"zeta"_s}));
    QCOMPARE(decoded->results.size(), 1U);
    QCOMPARE(decoded->startedAt->text, u"yesterday"_s);
    QVERIFY(!decoded->startedAt->utc.isValid());

    // Types of content that are JSON, or that say nothing.
    for (const QByteArray type : {"", "text/json", "application/hal+json; charset=UTF-8"}) {
        QVERIFY(api::decodeBatch(replyWith(200, withResult({}), type)));
    }
    QVERIFY(api::decodeBatch(replyWith(200, "\xef\xbb\xbf" + withResult({}))));
}

void TestBatchCodec::readsLimits_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<int>("limit"); // 0 for none
    QTest::newRow("absent") << QByteArray() << 0;
    QTest::newRow("enforced") << QByteArray(R"(,"userEnforcedMaxToObjectIds":7)") << 7;
    QTest::newRow("the guide's name") << QByteArray(R"(,"maxToObjectIds":7)") << 7;
    QTest::newRow("both") << QByteArray(R"(,"maxToObjectIds":8,"userEnforcedMaxToObjectIds":7)")
                          << 7;
    QTest::newRow("one null") << QByteArray(
                                     R"(,"maxToObjectIds":8,"userEnforcedMaxToObjectIds":null)")
                              << 8;
    QTest::newRow("null") << QByteArray(R"(,"userEnforcedMaxToObjectIds":null)") << 0;
}

void TestBatchCodec::readsLimits()
{
    QFETCH(QByteArray, field);
    QFETCH(int, limit);
    const auto decoded = api::decodeBatch(
        replyWith(200, withResult(R"({"category":"WORK","typeId":1)" + field + '}')));
    QVERIFY(decoded);
    QCOMPARE(decoded->results.front().limit.value_or(0), limit);
}

void TestBatchCodec::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDateTime>("time");
    QTest::newRow("plain") << u"2023-11-07T05:31:56Z"_s << utc(5, 31, 56);
    QTest::newRow("milliseconds") << u"2023-11-07T05:31:56.789Z"_s << utc(5, 31, 56, 789);
    QTest::newRow("tenths") << u"2023-11-07T05:31:56.7Z"_s << utc(5, 31, 56, 700);
    QTest::newRow("nanoseconds") << u"2023-11-07T05:31:56.789000001Z"_s << utc(5, 31, 56, 789);
    QTest::newRow("offset") << u"2023-11-07T01:01:56.5-04:30"_s << utc(5, 31, 56, 500);
    QTest::newRow("no offset to speak of") << u"2023-11-07T05:31:56+00:00"_s << utc(5, 31, 56);
    QTest::newRow("no zone") << u"2023-11-07T05:31:56"_s << QDateTime();
    QTest::newRow("no time") << u"2023-11-07"_s << QDateTime();
    QTest::newRow("no day") << u"2023-02-30T05:31:56Z"_s << QDateTime();
    QTest::newRow("a number") << u"1699335116000"_s << QDateTime();
    QTest::newRow("empty") << u""_s << QDateTime();
}

void TestBatchCodec::readsTimes()
{
    QFETCH(QString, text);
    QFETCH(QDateTime, time);
    const auto decoded =
        api::decodeBatch(replyWith(200, R"({"results":[],"startedAt":")" + text.toUtf8() + "\"}"));
    QVERIFY(decoded);
    QCOMPARE(decoded->startedAt->text, text);
    QCOMPARE(decoded->startedAt->utc, time);
    QCOMPARE(decoded->startedAt->utc.isValid(), time.isValid());
}

void TestBatchCodec::reportsWrongFields_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("problem");
    const auto result = [](const char *name, const QByteArray &object, const QString &problem) {
        QTest::newRow(name) << withResult(R"({"typeId":1},)" + object) << problem;
    };
    const QString typeId = u"results[1].typeId: not a whole number in range"_s;
    result("1.5", R"({"typeId":1.5})", typeId);
    result("1e20", R"({"typeId":1e20})", typeId);
    result("text", R"({"typeId":"5"})", typeId);
    result("true", R"({"typeId":true})", typeId);
    result("object", R"({"typeId":{}})", typeId);
    result("above int32", R"({"typeId":2147483648})", typeId);
    result("below int32", R"({"typeId":-2147483649})", typeId);
    result("above int64", R"({"typeId":9223372036854775808})", typeId);
    result("just int64", R"({"typeId":9223372036854775807})", typeId);
    result("no typeId", R"({"category":"WORK"})", u"results[1].typeId: missing"_s);
    result("null typeId", R"({"typeId":null})", u"results[1].typeId: missing"_s);
    result("category", R"({"typeId":1,"category":1})", u"results[1].category: not text"_s);
    result("label", R"({"typeId":1,"label":1})", u"results[1].label: not text"_s);
    result("limit", R"({"typeId":1,"userEnforcedMaxToObjectIds":"5"})",
           u"results[1].userEnforcedMaxToObjectIds: not a whole number in range"_s);
    result("the guide's limit", R"({"typeId":1,"maxToObjectIds":0.5})",
           u"results[1].maxToObjectIds: not a whole number in range"_s);
    result("not an object", "3", u"results[1]: not an object"_s);
    const auto top = [](const char *name, const QByteArray &body, const QString &problem) {
        QTest::newRow(name) << body << problem;
    };
    top("list", "[]", u"$: not an object"_s);
    top("empty object", "{}", u"results: missing"_s);
    top("null results", R"({"results":null})", u"results: missing"_s);
    top("results", R"({"results":{}})", u"results: not a list"_s);
    top("status", R"({"results":[],"status":1})", u"status: not text"_s);
    top("time", R"({"results":[],"startedAt":1699335116000})", u"startedAt: not text"_s);
    top("numErrors", R"({"results":[],"numErrors":"1"})",
        u"numErrors: not a whole number in range"_s);
    top("errors", R"({"results":[],"errors":{}})", u"errors: not a list"_s);
    top("error", R"({"results":[],"errors":[{},1]})", u"errors[1]: neither an object nor text"_s);
    top("links", R"({"results":[],"links":[]})", u"links: not an object"_s);
    top("link", R"({"results":[],"links":{"a":1}})", u"links.a: not text"_s);
}

void TestBatchCodec::reportsWrongFields()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, problem);
    const auto decoded = api::decodeBatch(replyWith(201, body));
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().kind, ErrorKind::UnexpectedShape);
    QCOMPARE(decoded.error().httpStatus, 201);
    QCOMPARE(decoded.error().problems, QStringList{problem});
    QCOMPARE(decoded.error().problemCount, 1);
    QCOMPARE(decoded.error().correlationId, QString::fromLatin1(correlation));
}

void TestBatchCodec::reportsEveryWrongField()
{
    QByteArray results = R"({"typeId":"x","label":1,"category":2,"maxToObjectIds":[]})";
    for (int i = 0; i < 30; ++i) {
        results += ",7";
    }
    const auto decoded = api::decodeBatch(
        replyWith(207, R"({"errors":["HubSpot's words"],"results":[)" + results + "]}"));
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().problemCount, 34);
    QCOMPARE(decoded.error().problems.size(), 20);
    QCOMPARE(decoded.error().problems.first(), u"results[0].category: not text"_s);
    QCOMPARE(decoded.error().problems.last(), u"results[16]: not an object"_s);
    QCOMPARE(decoded.error().details.size(), 1U);
    QCOMPARE(decoded.error().details.front().message, u"HubSpot's words"_s);
}

void TestBatchCodec::refusesWhatIsNotJson_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    const QByteArray json = "application/json";
    QTest::newRow("empty") << QByteArray() << json;
    QTest::newRow("HTML") << QByteArray("<html></html>") << QByteArray("text/html");
    QTest::newRow("HTML by another name") << QByteArray("<html></html>") << json;
    QTest::newRow("JSON by another name") << withResult({}) << QByteArray("text/html");
    QTest::newRow("truncated") << withResult({}).chopped(1) << json;
    QTest::newRow("more behind it") << withResult({}) + "x" << json;
    QTest::newRow("invalid UTF-8") << withResult("{\"typeId\":1,\"label\":\"\xff\"}") << json;
    QTest::newRow("latin-1") << withResult("{\"typeId\":1,\"label\":\"\xe4\"}")
                             << QByteArray("application/json;charset=iso-8859-1");
    QTest::newRow("half a character") << withResult("{\"typeId\":1,\"label\":\"\xc3\"}") << json;
    QTest::newRow("text") << QByteArray("\"text\"") << json;
    QTest::newRow("too deep") << QByteArray(5000, '[') + QByteArray(5000, ']') << json;
}

void TestBatchCodec::refusesWhatIsNotJson()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    const auto decoded = api::decodeBatch(replyWith(201, body, type));
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().kind, ErrorKind::NotJson);
    QCOMPARE(decoded.error().httpStatus, 201);
    QVERIFY(!decoded.error().message.isEmpty());
    QVERIFY(api::outcomeUnknown(decoded.error().kind));
}

void TestBatchCodec::readsErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("category");
    const QString none;
    const auto row = [](const char *name, int status, const QByteArray &body, ErrorKind kind,
                        const QString &message, const QString &category) {
        QTest::newRow(name) << status << body << kind << message << category;
    };
    row("invalid input", 400,
        R"({"status":"error","message":"Invalid input JSON on line 1, column 2","correlationId":"x"})",
        ErrorKind::BadRequest, u"Invalid input JSON on line 1, column 2"_s, none);
    row("unknown object type", 400,
        R"({"status":"error","message":"Unable to infer object type from: widgets"})",
        ErrorKind::BadRequest, u"Unable to infer object type from: widgets"_s, none);
    row("validation", 400, R"({"category":"VALIDATION_ERROR","message":"No","errors":[]})",
        ErrorKind::BadRequest, u"No"_s, u"VALIDATION_ERROR"_s);
    row("unauthorized", 401,
        R"({"category":"INVALID_AUTHENTICATION","message":"Authentication credentials not found."})",
        ErrorKind::Unauthorized, u"Authentication credentials not found."_s,
        u"INVALID_AUTHENTICATION"_s);
    row("expired", 401, R"({"category":"EXPIRED_AUTHENTICATION"})", ErrorKind::Unauthorized, none,
        u"EXPIRED_AUTHENTICATION"_s);
    row("forbidden", 403, R"({"category":"MISSING_SCOPES"})", ErrorKind::Forbidden, none,
        u"MISSING_SCOPES"_s);
    row("not found", 404, "<html><head><TITLE>\n 404 &amp; gone </Title>", ErrorKind::NotFound,
        u"404 & gone"_s, none);
    row("not found, JSON", 404, R"({"message":"?"})", ErrorKind::NotFound, u"?"_s, none);
    row("conflict", 409, "{}", ErrorKind::BadRequest, none, none);
    row("unprocessable", 422, "[]", ErrorKind::BadRequest, none, none);
    row("locked", 423, "", ErrorKind::Locked, none, none);
    row("rate", 429,
        R"({"status":"error","message":"You have reached your limit.","errorType":"RATE_LIMIT"})",
        ErrorKind::RateLimited, u"You have reached your limit."_s, u"RATE_LIMIT"_s);
    row("too many types", 437, R"({"message":"No more than 50 association types are allowed"})",
        ErrorKind::TooManyTypes, u"No more than 50 association types are allowed"_s, none);
    row("moving", 477, "", ErrorKind::Moving, none, none);
    row("server", 500, R"({"status":"error","message":"internal error"})", ErrorKind::ServerError,
        u"internal error"_s, none);
    row("gateway", 502, "<html><title>502 Bad Gateway</title></html>", ErrorKind::ServerError,
        u"502 Bad Gateway"_s, none);
    row("unavailable", 503, "", ErrorKind::ServerError, none, none);
    row("gateway timeout", 504, "<title", ErrorKind::ServerError, none, none);
    row("524", 524, "\xff\xfe", ErrorKind::ServerError, none, none);
    row("wrong types", 400, R"({"message":{"a":[1]},"category":true,"errors":5,"context":[]})",
        ErrorKind::BadRequest, u"{\"a\":[1]}"_s, u"true"_s);
    row("redirect", 302, "", ErrorKind::Redirected, none, none);
    row("unknown status", 999, "{}", ErrorKind::ServerError, none, none);
}

void TestBatchCodec::readsErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, message);
    QFETCH(QString, category);
    const auto decoded = api::decodeBatch(replyWith(status, body));
    QVERIFY(!decoded);
    const Error &error = decoded.error();
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.message, message);
    QCOMPARE(error.category, category);
    QCOMPARE(error.correlationId,
             body.contains("\"correlationId\"") ? u"x"_s : QString::fromLatin1(correlation));
    QVERIFY(!error.retryAfterSeconds);
}

void TestBatchCodec::readsScopes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("scopes");
    QTest::newRow("within an error")
        << QByteArray(R"({"errors":[{"context":{"requiredGranularScopes":["a","b"]}},)"
                      R"({"context":{"requiredScopes":["b","c"],"other":["d"]}}]})")
        << QStringList{u"a"_s, u"b"_s, u"c"_s};
    QTest::newRow("in the context")
        << QByteArray(R"({"context":{"missingScopes":["a"]}})") << QStringList{u"a"_s};
    QTest::newRow("as text") << QByteArray(R"({"context":{"missingScopes":"a"}})")
                             << QStringList{u"a"_s};
    QTest::newRow("at the top") << QByteArray(R"({"requiredScopes":["a"]})") << QStringList{u"a"_s};
    QTest::newRow("none") << QByteArray("{}") << QStringList();
}

void TestBatchCodec::readsScopes()
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, scopes);
    QCOMPARE(api::decodeError(replyWith(403, body)).missingScopes, scopes);
}

void TestBatchCodec::readsErrorLists()
{
    Error error = api::decodeError(replyWith(
        429, R"({"policyName":"DAILY","errors":["one",{"message":"two","in":"typeId"},3,null],)"
             R"("context":{"b":["2","3"],"a":"1"}})"));
    QCOMPARE(error.policyName, u"DAILY"_s);
    QCOMPARE(error.details.size(), 4U);
    QCOMPARE(error.details[0].message, u"one"_s);
    QCOMPARE(error.details[1].message, u"two"_s);
    QCOMPARE(error.details[1].in, u"typeId"_s);
    QCOMPARE(error.details[2].message, u"3"_s);
    QCOMPARE(error.details[3].message, QString());
    const std::vector<std::pair<QString, QStringList>> context{{u"a"_s, {u"1"_s}},
                                                               {u"b"_s, {u"2"_s, u"3"_s}}};
    QCOMPARE(error.context, context);

    error = api::decodeError(replyWith(400, R"(["one"])"));
    QCOMPARE(error.details.size(), 1U);
    error = api::decodeError(replyWith(522, "error code:\n522", "text/plain"));
    QCOMPARE(error.message, u"error code: 522"_s);
}

void TestBatchCodec::readsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<int>("seconds"); // -1 for none
    const QByteArray date = "Wed, 21 Oct 2015 07:28:00 GMT";
    QTest::newRow("seconds") << QByteArray("3600") << QByteArray() << 3600;
    QTest::newRow("now") << QByteArray("0") << date << 0;
    QTest::newRow("date") << QByteArray("Wed, 21 Oct 2015 08:28:05 GMT") << date << 3605;
    QTest::newRow("date gone by") << QByteArray("Wed, 21 Oct 2015 07:00:00 GMT") << date << 0;
    QTest::newRow("date without a date") << date << QByteArray() << -1;
    QTest::newRow("negative") << QByteArray("-1") << date << -1;
    QTest::newRow("fraction") << QByteArray("1.5") << date << -1;
    QTest::newRow("words") << QByteArray("soon") << date << -1;
    QTest::newRow("too large") << QByteArray("99999999999") << date << -1;
    QTest::newRow("empty") << QByteArray() << date << -1;
}

void TestBatchCodec::readsRetryAfter()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, date);
    QFETCH(int, seconds);
    api::Reply reply = replyWith(477, {});
    reply.headers.push_back({"retry-after", value});
    reply.headers.push_back({"Date", date});
    QCOMPARE(api::decodeError(reply).retryAfterSeconds.value_or(-1), seconds);
}

void TestBatchCodec::failuresComeFirst()
{
    api::Reply reply = replyWith(200, withResult({}));
    reply.failure = ErrorKind::Truncated;
    reply.failureText = u"Connection closed"_s;
    const auto decoded = api::decodeBatch(reply);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().kind, ErrorKind::Truncated);
    QCOMPARE(decoded.error().httpStatus, 200);
    QCOMPARE(decoded.error().message, u"Connection closed"_s);
    QCOMPARE(decoded.error().correlationId, QString::fromLatin1(correlation));
}

void TestBatchCodec::knowsWhatIsUnknown_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("unknown");
    using enum ErrorKind;
    int row = 0;
    for (const ErrorKind kind : {ConnectionLost, TimedOut, Truncated, AnswerTooLarge, NotHttp,
                                 Redirected, ServerError, NotJson, UnexpectedShape}) {
        QTest::addRow("unknown %d", ++row) << kind << true;
    }
    for (const ErrorKind kind :
         {InvalidRequest, HostNotFound, ConnectionRefused, Tls, Proxy, Cancelled, BadRequest,
          Unauthorized, Forbidden, NotFound, Locked, RateLimited, TooManyTypes, Moving}) {
        QTest::addRow("known %d", ++row) << kind << false;
    }
}

void TestBatchCodec::knowsWhatIsUnknown()
{
    QFETCH(ErrorKind, kind);
    QFETCH(bool, unknown);
    QCOMPARE(api::outcomeUnknown(kind), unknown);
}

TEST_MAIN(QCoreApplication, TestBatchCodec)

#include "tst_batchcodec.moc"
