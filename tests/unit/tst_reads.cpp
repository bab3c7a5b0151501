#include "app/api/reads.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using api::ErrorKind;

namespace {

api::Reply replyWith(const QByteArray &body, int status = 200,
                     const QByteArray &type = "application/json;charset=utf-8")
{
    api::Reply reply;
    reply.httpStatus = status;
    reply.headers = {{"Content-Type", type}};
    reply.body = body;
    return reply;
}

QByteArray results(const QByteArray &objects)
{
    return R"({"results":[)" + objects + "]}";
}

/// One thing that can be read, with an answer to it that is whole.
struct Read
{
    const char *name;
    QByteArray good;
    /// nullopt where the reply was understood.
    std::function<std::optional<api::Error>(const api::Reply &)> decode;
};

template<typename Decode> auto errorOf(Decode decode)
{
    return [decode](const api::Reply &reply) {
        const auto decoded = decode(reply);
        return decoded ? std::nullopt : std::optional(decoded.error());
    };
}

const std::vector<Read> &reads()
{
    static const std::vector<Read> all{
        {"labels", results(R"({"category":"WORK","typeId":1})"), errorOf(api::decodeLabels)},
        {"configurations", results(R"({"typeId":1})"), errorOf(api::decodeConfigurations)},
        {"schemas", results(R"({"objectTypeId":"2-1"})"), errorOf(api::decodeSchemas)},
        {"enablement", R"({"enablementByObjectTypeId":{}})", errorOf(api::decodeEnablement)},
        {"records", R"({"limit":1,"totalRecordsAtLimit":0,"totalRecordsNearLimit":0})",
         errorOf(api::decodeRecordsNearLimit)},
        {"details", "{}", errorOf(api::decodeAccountDetails)},
    };
    return all;
}

const Read &readOf(const QString &name)
{
    const auto found = std::ranges::find_if(
        reads(), [&name](const Read &read) { return name == QLatin1StringView(read.name); });
    Q_ASSERT(found != reads().end());
    return *found;
}

} // namespace

class TestReads : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void builds();
    void readsLabels();
    void readsConfigurations();
    void readsSchemas();
    void readsEnablement();
    void readsRecordsNearLimit();
    void readsAccountDetails();
    void readsEmptyLists();
    void reportsWrongFields_data();
    void reportsWrongFields();
    void reportsEveryWrongField();
    void refuses_data();
    void refuses();
};

void TestReads::builds()
{
    const limits::Pair pair{u"0-1"_s, u"p1_\u00e4/ b?#"_s};
    const QByteArray segments = "0-1/p1_%C3%A4%2F%20b%3F%23";
    QCOMPARE(api::configurationsPath(pair),
             "/crm/associations/2026-03/definitions/configurations/" + segments);
    QCOMPARE(api::labelsPath(pair), "/crm/associations/2026-03/" + segments + "/labels");
    QCOMPARE(api::recordsNearLimitPath(pair),
             "/crm/limits/2026-03/associations/records/" + segments);
    QCOMPARE(api::schemasPath(),
             "/crm-object-schemas/2026-03/schemas?includePropertyDefinitions=false"
             "&includeAssociationDefinitions=false&includeAuditMetadata=false");
    QCOMPARE(api::enablementPath(), "/crm/object-library/2026-03/enablement");
    QCOMPARE(api::accountDetailsPath(), "/account-info/2026-03/details");
}

void TestReads::readsLabels()
{
    // HubSpot's sample, in which the first has no label, and what it does not show.
    const auto decoded = api::decodeLabels(replyWith(R"({"results":[
        {"category":"HUBSPOT_DEFINED","typeId":279,"label":null},
        {"category":"HUBSPOT_DEFINED","typeId":1,"label":"Primary"},
        {"category":"USER_DEFINED","typeId":28,"label":"Billing contact",
         "fromObjectTypeId":"0-1","toObjectTypeId":"0-2"},
        {"category":"SOMETHING_NEW","typeId":2147483647,"label":"","fromObjectTypeId":null,
         "inverse":{"typeId":1}}],"paging":{}})"));
    QVERIFY(decoded);
    const std::vector<api::TypeLabel> expected{
        {u"HUBSPOT_DEFINED"_s, 279, {}, {}, {}},
        {u"HUBSPOT_DEFINED"_s, 1, u"Primary"_s, {}, {}},
        {u"USER_DEFINED"_s, 28, u"Billing contact"_s, u"0-1"_s, u"0-2"_s},
        {u"SOMETHING_NEW"_s, 2147483647, u""_s, {}, {}}};
    QCOMPARE(*decoded, expected);
}

void TestReads::readsConfigurations()
{
    const auto decoded = api::decodeConfigurations(replyWith(R"({"results":[
        {"category":"HUBSPOT_DEFINED","typeId":279,"userEnforcedMaxToObjectIds":5},
        {"category":"USER_DEFINED","typeId":28,"label":"Billing contact","maxToObjectIds":1},
        {"category":"SOMETHING_NEW","typeId":3,"userEnforcedMaxToObjectIds":null},
        {"typeId":4,"userEnforcedMaxToObjectIds":2,"maxToObjectIds":9,"more":[]}]})"));
    QVERIFY(decoded);
    const std::vector<api::StoredLimit> expected{{u"HUBSPOT_DEFINED"_s, 279, {}, 5},
                                                 {u"USER_DEFINED"_s, 28, u"Billing contact"_s, 1},
                                                 {u"SOMETHING_NEW"_s, 3, {}, {}},
                                                 {{}, 4, {}, 2}};
    QCOMPARE(*decoded, expected);
}

void TestReads::readsSchemas()
{
    // The first as HubSpot documents it, as far as it goes.
    const auto decoded = api::decodeSchemas(replyWith(R"({"results":[
        {"labels":{"singular":"My object","plural":"My objects"},
         "requiredProperties":["my_object_property"],
         "searchableProperties":["my_object_property"],
         "primaryDisplayProperty":"my_object_property","secondaryDisplayProperties":[],
         "archived":true,"allowsSensitiveProperties":false,"id":"123456",
         "fullyQualifiedName":"p7878787_my_object","createdAt":"2020-02-20T00:00:00Z",
         "updatedAt":"2020-02-20T00:00:00Z","objectTypeId":"2-123456",
         "properties":[{"name":"my_object_property"}],"associations":[],"name":"my_object"},
        {"objectTypeId":"2-2"},
        {"objectTypeId":"2-3","labels":{"plural":"\u00e4"},"name":null,"archived":null}]})"));
    QVERIFY(decoded);
    const std::vector<api::CustomObject> expected{{u"2-123456"_s, u"my_object"_s,
                                                   u"p7878787_my_object"_s, u"My object"_s,
                                                   u"My objects"_s, true},
                                                  {u"2-2"_s, {}, {}, {}, {}, false},
                                                  {u"2-3"_s, {}, {}, {}, u"\u00e4"_s, false}};
    QCOMPARE(*decoded, expected);
}

void TestReads::readsEnablement()
{
    const auto decoded = api::decodeEnablement(
        replyWith(R"({"enablementByObjectTypeId":{"0-421":true,"0-162":false,"new":true},"x":1})"));
    QVERIFY(decoded);
    const api::Enablement expected{{u"0-421"_s, true}, {u"0-162"_s, false}, {u"new"_s, true}};
    QCOMPARE(*decoded, expected);
}

void TestReads::readsRecordsNearLimit()
{
    const auto decoded = api::decodeRecordsNearLimit(replyWith(R"({
        "limit":3000000000,"totalRecordsAtLimit":2,"totalRecordsNearLimit":1,
        "atLimitFromRecordSamples":[{"label":"Ada","objectId":9007199254740993},{"objectId":2}],
        "nearLimitFromRecordSamples":[{"label":"Bo","objectId":3,"percentage":0.85,"usage":17}]})"));
    QVERIFY(decoded);
    QCOMPARE(decoded->limit, 3'000'000'000);
    QCOMPARE(decoded->atLimit, 2);
    QCOMPARE(decoded->nearLimit, 1);
    const std::vector<api::RecordSample> atLimit{{u"Ada"_s, 9'007'199'254'740'993, {}},
                                                 {{}, 2, {}}};
    QCOMPARE(decoded->atLimitSamples, atLimit);
    const std::vector<api::RecordSample> nearLimit{{u"Bo"_s, 3, 17}};
    QCOMPARE(decoded->nearLimitSamples, nearLimit);
}

void TestReads::readsAccountDetails()
{
    // HubSpot's sample.
    const auto decoded = api::decodeAccountDetails(replyWith(R"({
        "portalId":62515,"timeZone":"US/Eastern","accountType":"STANDARD",
        "companyCurrency":"USD","additionalCurrencies":[],"utcOffset":"-05:00",
        "utcOffsetMilliseconds":-18000000,"uiDomain":"app.hubspot.com",
        "dataHostingLocation":"na1"})"));
    QVERIFY(decoded);
    const api::AccountDetails expected{62515, u"STANDARD"_s, u"US/Eastern"_s, u"app.hubspot.com"_s,
                                       u"na1"_s};
    QCOMPARE(*decoded, expected);

    const auto nothing = api::decodeAccountDetails(replyWith(R"({"timeZone":null})"));
    QVERIFY(nothing);
    QCOMPARE(*nothing, api::AccountDetails());
    QCOMPARE(api::decodeAccountDetails(replyWith(R"({"accountType":"NEW"})"))->accountType,
             u"NEW"_s);
}

void TestReads::readsEmptyLists()
{
    QVERIFY(api::decodeLabels(replyWith(results({})))->empty());
    QVERIFY(api::decodeConfigurations(replyWith(results({})))->empty());
    QVERIFY(api::decodeSchemas(replyWith(results({})))->empty());
    for (const Read &read : reads()) {
        QVERIFY2(!read.decode(replyWith(read.good)), read.name);
    }
}

void TestReads::reportsWrongFields_data()
{
    QTest::addColumn<QString>("read");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *read, const QByteArray &body, const QString &problem) {
        QTest::addRow("%s: %s", read, qPrintable(problem))
            << QString::fromLatin1(read) << body << problem;
    };
    for (const char *read : {"labels", "configurations", "schemas"}) {
        row(read, "{}", u"results: missing"_s);
        row(read, R"({"results":{}})", u"results: not a list"_s);
        row(read, R"({"results":"all"})", u"results: not a list"_s);
    }
    row("labels", results("1"), u"results[0]: not an object"_s);
    row("labels", results(R"({"typeId":1})"), u"results[0].category: missing"_s);
    row("labels", results(R"({"category":1,"typeId":1})"), u"results[0].category: not text"_s);
    row("labels", results(R"({"category":"WORK"})"), u"results[0].typeId: missing"_s);
    row("labels", results(R"({"category":"WORK","typeId":null})"), u"results[0].typeId: missing"_s);
    row("labels", results(R"({"category":"WORK","typeId":2147483648})"),
        u"results[0].typeId: not a whole number in range"_s);
    row("labels", results(R"({"category":"WORK","typeId":0},{"category":"WORK","typeId":"1"})"),
        u"results[1].typeId: not a whole number in range"_s);
    row("labels", results(R"({"category":"WORK","typeId":1,"label":[]})"),
        u"results[0].label: not text"_s);
    row("labels", results(R"({"category":"WORK","typeId":1,"fromObjectTypeId":1})"),
        u"results[0].fromObjectTypeId: not text"_s);
    row("labels", results(R"({"category":"WORK","typeId":1,"toObjectTypeId":{}})"),
        u"results[0].toObjectTypeId: not text"_s);
    row("configurations", results("[]"), u"results[0]: not an object"_s);
    row("configurations", results(R"({"category":"WORK"})"), u"results[0].typeId: missing"_s);
    row("configurations", results(R"({"typeId":1,"userEnforcedMaxToObjectIds":1.5})"),
        u"results[0].userEnforcedMaxToObjectIds: not a whole number in range"_s);
    row("schemas", results("null"), u"results[0]: not an object"_s);
    row("schemas", results(R"({"name":"pets"})"), u"results[0].objectTypeId: missing"_s);
    row("schemas", results(R"({"objectTypeId":2})"), u"results[0].objectTypeId: not text"_s);
    row("schemas", results(R"({"objectTypeId":"2-1","name":1})"), u"results[0].name: not text"_s);
    row("schemas", results(R"({"objectTypeId":"2-1","fullyQualifiedName":1})"),
        u"results[0].fullyQualifiedName: not text"_s);
    row("schemas", results(R"({"objectTypeId":"2-1","labels":"Pets"})"),
        u"results[0].labels: not an object"_s);
    row("schemas", results(R"({"objectTypeId":"2-1","labels":{"plural":1}})"),
        u"results[0].labels.plural: not text"_s);
    row("schemas", results(R"({"objectTypeId":"2-1","archived":"no"})"),
        u"results[0].archived: neither true nor false"_s);
    row("enablement", "{}", u"enablementByObjectTypeId: missing"_s);
    row("enablement", R"({"enablementByObjectTypeId":[]})",
        u"enablementByObjectTypeId: not an object"_s);
    row("enablement", R"({"enablementByObjectTypeId":{"0-1":1}})",
        u"enablementByObjectTypeId.0-1: neither true nor false"_s);
    row("records", R"({"totalRecordsAtLimit":0,"totalRecordsNearLimit":0})", u"limit: missing"_s);
    row("records", R"({"limit":1,"totalRecordsNearLimit":0})", u"totalRecordsAtLimit: missing"_s);
    row("records", R"({"limit":9223372036854775808,"totalRecordsAtLimit":0,
                       "totalRecordsNearLimit":0})",
        u"limit: not a whole number in range"_s);
    row("records", R"({"limit":1,"totalRecordsAtLimit":0,"totalRecordsNearLimit":2147483648})",
        u"totalRecordsNearLimit: not a whole number in range"_s);
    const QByteArray counts = R"({"limit":1,"totalRecordsAtLimit":0,"totalRecordsNearLimit":0,)";
    row("records", counts + R"("atLimitFromRecordSamples":[{"label":"a"}]})",
        u"atLimitFromRecordSamples[0].objectId: missing"_s);
    row("records", counts + R"("nearLimitFromRecordSamples":[{"objectId":1,"usage":0.5}]})",
        u"nearLimitFromRecordSamples[0].usage: not a whole number in range"_s);
    row("records", counts + R"("nearLimitFromRecordSamples":5})",
        u"nearLimitFromRecordSamples: not a list"_s);
    row("details", R"({"portalId":"62515"})", u"portalId: not a whole number in range"_s);
    row("details", R"({"accountType":1})", u"accountType: not text"_s);
    row("details", R"({"uiDomain":false})", u"uiDomain: not text"_s);
}

void TestReads::reportsWrongFields()
{
    QFETCH(QString, read);
    QFETCH(QByteArray, body);
    QFETCH(QString, problem);
    const std::optional<api::Error> error = readOf(read).decode(replyWith(body));
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::UnexpectedShape);
    QCOMPARE(error->problems, QStringList{problem});
    QCOMPARE(error->problemCount, 1);
}

void TestReads::reportsEveryWrongField()
{
    const auto decoded = api::decodeSchemas(replyWith(
        results(R"({"labels":{"singular":1,"plural":2}},{"objectTypeId":3,"archived":4})")));
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().problems,
             (QStringList{
                 u"results[0].objectTypeId: missing"_s, u"results[0].labels.singular: not text"_s,
                 u"results[0].labels.plural: not text"_s, u"results[1].objectTypeId: not text"_s,
                 u"results[1].archived: neither true nor false"_s}));
}

void TestReads::refuses_data()
{
    QTest::addColumn<QString>("read");
    for (const Read &read : reads()) {
        QTest::newRow(read.name) << QString::fromLatin1(read.name);
    }
}

void TestReads::refuses()
{
    QFETCH(QString, read);
    const auto &[name, good, decode] = readOf(read);
    const auto kindOf = [&decode = decode](const api::Reply &reply) {
        const std::optional<api::Error> error = decode(reply);
        return error ? std::optional(error->kind) : std::nullopt;
    };
    // Failures of the transport come first, then the status, the content type, JSON, its shape.
    api::Reply truncated = replyWith(good);
    truncated.failure = ErrorKind::Truncated;
    QCOMPARE(kindOf(truncated), ErrorKind::Truncated);
    QCOMPARE(kindOf(replyWith(good, 403)), ErrorKind::Forbidden);
    QCOMPARE(kindOf(replyWith("<html><title>?</title></html>", 404, "text/html")),
             ErrorKind::NotFound);
    QCOMPARE(kindOf(replyWith(good, 500)), ErrorKind::ServerError);
    QCOMPARE(kindOf(replyWith(good, 200, "text/html")), ErrorKind::NotJson);
    QCOMPARE(kindOf(replyWith(good.chopped(1))), ErrorKind::NotJson);
    QCOMPARE(kindOf(replyWith("<html></html>")), ErrorKind::NotJson);
    QCOMPARE(kindOf(replyWith({})), ErrorKind::NotJson);
    QCOMPARE(kindOf(replyWith({}, 204, {})), ErrorKind::NotJson);
    QCOMPARE(kindOf(replyWith("[]")), ErrorKind::UnexpectedShape);
}

TEST_MAIN(QCoreApplication, TestReads)
#include "tst_reads.moc"
