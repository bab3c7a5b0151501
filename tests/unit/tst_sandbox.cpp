#include "app/sandbox/sandbox.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;
using sandbox::RateLimiter;
using sandbox::Sandbox;

namespace {

/// Goes 7 ms with every look, so that the three times of a batch differ.
class TickingClock final : public support::Clock
{
public:
    QDateTime now() const override { return m_now = m_now.addMSecs(step); }

    int step = 7;

private:
    mutable QDateTime m_now{QDate(2026, 11, 3), QTime(14, 2), Qt::UTC};
};

struct Reply
{
    int status = 0;
    QByteArray contentType;
    QByteArray correlationId;
    QByteArray remaining;
    QByteArray bytes;
    QJsonObject body;

    QString text(const char *name) const { return body.value(QLatin1StringView(name)).toString(); }
    QJsonArray results() const { return body.value("results"_L1).toArray(); }
    QJsonArray errors() const { return body.value("errors"_L1).toArray(); }
};

const QString configurations = u"/crm/associations/2026-03/definitions/configurations/"_s;
const QByteArray json = "application/json";

QByteArray inputs(const QByteArray &list)
{
    return "{\"inputs\":[" + list + "]}";
}

QByteArray input(const QByteArray &category, int typeId, int limit)
{
    return "{\"category\":\"" + category + "\",\"typeId\":" + QByteArray::number(typeId) +
           ",\"maxToObjectIds\":" + QByteArray::number(limit) + "}";
}

} // namespace

class TestSandbox : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everyStartHasItsOwnTokenAndPort();
    void create();
    void createPartly();
    void createNothing();
    void update();
    void purge();
    void limitsOfAllPairs();
    void labels();
    void customObjects();
    void enablement();
    void recordsNearLimit_data();
    void recordsNearLimit();
    void accountDetails();
    void pathsOfObjects_data();
    void pathsOfObjects();
    void errors_data();
    void errors();
    void missingScopes_data();
    void missingScopes();
    void tokens_data();
    void tokens();
    void tenSeconds();
    void noLimitOfTheRate();
    void changedBySomebodyElse();
    void keepsItsStateBetweenStarts();
    void reset();
    void setsADamagedFileAside();
    void failingWriteChangesNothing();
    void garbage_data();
    void garbage();
    void tooLarge();

private:
    void restart(const sandbox::Options &options = {});
    Reply fetch(const QByteArray &method, const QString &path, const QByteArray &body = {},
                const QByteArray &contentType = json);
    Reply get(const QString &path) { return fetch("GET", path); }
    Reply post(const QString &path, const QByteArray &body) { return fetch("POST", path, body); }
    void connectTo(QTcpSocket &socket);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    TickingClock m_clock;
    std::unique_ptr<Sandbox> m_sandbox;
    QByteArray m_authorization;
    QNetworkAccessManager m_manager;
};

void TestSandbox::init()
{
    StrictTest::init();
    m_manager.setProxy(QNetworkProxy::NoProxy);
    m_clock = TickingClock();
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(u"sandbox.json"_s);
    restart();
}

void TestSandbox::cleanup()
{
    m_sandbox.reset();
    m_manager.clearConnectionCache();
}

void TestSandbox::restart(const sandbox::Options &options)
{
    m_sandbox = std::make_unique<Sandbox>(m_file, m_clock, options);
    QVERIFY(m_sandbox->baseUrl().isEmpty());
    QVERIFY(m_sandbox->start());
    m_authorization = "Bearer " + m_sandbox->token();
}

Reply TestSandbox::fetch(const QByteArray &method, const QString &path, const QByteArray &body,
                         const QByteArray &contentType)
{
    QNetworkRequest request(QUrl(m_sandbox->baseUrl().toString() + path));
    if (!m_authorization.isEmpty()) {
        request.setRawHeader("Authorization", m_authorization);
    }
    if (!body.isEmpty()) {
        request.setRawHeader("Content-Type", contentType);
    }
    const std::unique_ptr<QNetworkReply> reply(m_manager.sendCustomRequest(request, method, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(10'000)) {
        return {};
    }
    Reply read;
    read.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    read.contentType = reply->rawHeader("Content-Type");
    read.correlationId = reply->rawHeader("x-hubspot-correlation-id");
    read.remaining = reply->rawHeader("X-HubSpot-RateLimit-Remaining");
    read.bytes = reply->readAll();
    read.body = QJsonDocument::fromJson(read.bytes).object();
    return read;
}

void TestSandbox::everyStartHasItsOwnTokenAndPort()
{
    Sandbox other(m_folder->filePath(u"other.json"_s), m_clock);
    QVERIFY(other.start());
    QVERIFY(other.token() != m_sandbox->token());
    QVERIFY(other.token().size() > 60);
    QVERIFY(other.baseUrl() != m_sandbox->baseUrl());
    QCOMPARE(other.baseUrl().host(), u"127.0.0.1"_s);
    QVERIFY(!QFile::exists(m_file)); // nothing is written before something changes
}

void TestSandbox::create()
{
    const Reply reply =
        post(configurations + u"0-1/0-2/batch/create"_s,
             inputs(input("HUBSPOT_DEFINED", 279, 5) + "," + input("HUBSPOT_DEFINED", 1, 1)));
    QCOMPARE(reply.status, 201);
    QVERIFY(reply.contentType.startsWith(json));
    QVERIFY(!QUuid::fromString(QLatin1StringView(reply.correlationId)).isNull());
    QCOMPARE(reply.remaining, "189");
    QCOMPARE(reply.text("status"), u"COMPLETE"_s);
    QCOMPARE(reply.text("requestedAt"), u"2026-11-03T14:02:00.007Z"_s);
    QCOMPARE(reply.text("startedAt"), u"2026-11-03T14:02:00.014Z"_s);
    QCOMPARE(reply.text("completedAt"), u"2026-11-03T14:02:00.021Z"_s);
    QVERIFY(!reply.body.contains("numErrors"_L1));
    const QJsonArray expected{QJsonObject{{u"category"_s, u"HUBSPOT_DEFINED"_s},
                                          {u"typeId"_s, 279},
                                          {u"label"_s, QJsonValue::Null},
                                          {u"userEnforcedMaxToObjectIds"_s, 5}},
                              QJsonObject{{u"category"_s, u"HUBSPOT_DEFINED"_s},
                                          {u"typeId"_s, 1},
                                          {u"label"_s, u"Primary company"_s},
                                          {u"userEnforcedMaxToObjectIds"_s, 1}}};
    QCOMPARE(reply.results(), expected);
    QCOMPARE(get(configurations + u"contacts/companies"_s).results().size(), 3);
}

void TestSandbox::createPartly()
{
    const Reply reply =
        post(configurations + u"0-1/0-2/batch/create"_s,
             inputs(input("HUBSPOT_DEFINED", 279, 5) + "," + input("HUBSPOT_DEFINED", 1, 6) + "," +
                    input("USER_DEFINED", 999, 1)));
    QCOMPARE(reply.status, 207);
    QCOMPARE(reply.text("status"), u"COMPLETE"_s);
    QCOMPARE(reply.results().size(), 1);
    QCOMPARE(reply.body.value("numErrors"_L1).toInt(), 2);
    QCOMPARE(reply.errors().size(), 2);
    const QJsonObject error = reply.errors().at(1).toObject();
    QCOMPARE(error.value("status"_L1).toString(), u"error"_s);
    QCOMPARE(error.value("category"_L1).toString(), u"VALIDATION_ERROR"_s);
    QVERIFY(error.value("message"_L1).toString().contains(u"999"_s));
    QVERIFY(error.value("subCategory"_L1).isObject());
    QVERIFY(error.value("links"_L1).isObject());
    QVERIFY(error.value("errors"_L1).isArray());
    QCOMPARE(error.value("context"_L1).toObject().value("typeId"_L1), QJsonArray{u"999"_s});
}

void TestSandbox::createNothing()
{
    const Reply reply =
        post(configurations + u"0-1/0-2/batch/create"_s, inputs(input("HUBSPOT_DEFINED", 279, 0)));
    QCOMPARE(reply.status, 207);
    QVERIFY(reply.body.value("results"_L1).isArray());
    QVERIFY(reply.results().isEmpty());
    QCOMPARE(reply.errors().size(), 1);
    QVERIFY(!QFile::exists(m_file));
}

void TestSandbox::update()
{
    const QString path = configurations + u"0-1/0-2/batch/update"_s;
    const Reply reply = post(path, inputs(input("USER_DEFINED", 28, 3)));
    QCOMPARE(reply.status, 200);
    const QJsonArray expected{QJsonObject{{u"category"_s, u"USER_DEFINED"_s},
                                          {u"typeId"_s, 28},
                                          {u"userEnforcedMaxToObjectIds"_s, 3}}};
    QCOMPARE(reply.results(), expected);
    QCOMPARE(post(path, inputs(input("USER_DEFINED", 28, 10'001))).status, 207);
}

void TestSandbox::purge()
{
    const QString path = configurations + u"0-1/0-2/batch/purge"_s;
    const QByteArray body = inputs("{\"category\":\"USER_DEFINED\",\"typeId\":28}");
    const Reply reply = post(path, body);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.text("status"), u"COMPLETE"_s);
    const QJsonArray expected{QJsonObject{{u"category"_s, u"USER_DEFINED"_s}, {u"typeId"_s, 28}}};
    QCOMPARE(reply.results(), expected);
    QVERIFY(get(configurations + u"0-1/0-2"_s).results().isEmpty());

    const Reply nothing = post(path, body);
    QCOMPARE(nothing.status, 204);
    QVERIFY(nothing.bytes.isEmpty());
    // The connection is still in step after an answer without a body.
    const Reply unknown = post(path, inputs("{\"category\":\"WORK\",\"typeId\":28}"));
    QCOMPARE(unknown.status, 200);
    QCOMPARE(unknown.body.value("numErrors"_L1).toInt(), 1);
}

void TestSandbox::limitsOfAllPairs()
{
    const Reply reply = get(configurations + u"all"_s);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.results().size(), 12);
    const QJsonObject first = reply.results().at(0).toObject();
    QCOMPARE(first.keys(), QStringList({u"category"_s, u"label"_s, u"typeId"_s,
                                        u"userEnforcedMaxToObjectIds"_s}));
}

void TestSandbox::labels()
{
    const Reply reply = get(u"/crm/associations/2026-03/0-1/0-2/labels"_s);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.results().size(), 6);
    const QJsonObject unlabeled{{u"category"_s, u"HUBSPOT_DEFINED"_s},
                                {u"typeId"_s, 279},
                                {u"label"_s, QJsonValue::Null},
                                {u"fromObjectTypeId"_s, u"0-1"_s},
                                {u"toObjectTypeId"_s, u"0-2"_s}};
    QCOMPARE(reply.results().at(0).toObject(), unlabeled);
    const Reply none = get(u"/crm/associations/2026-03/0-86/0-74/labels"_s);
    QCOMPARE(none.status, 200);
    QVERIFY(none.body.value("results"_L1).isArray());
    QVERIFY(none.results().isEmpty());
}

void TestSandbox::customObjects()
{
    const Reply reply = get(u"/crm-object-schemas/2026-03/schemas"_s);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.results().size(), 3);
    const QJsonObject pets = reply.results().at(0).toObject();
    QCOMPARE(pets.value("objectTypeId"_L1).toString(), u"2-7001"_s);
    QCOMPARE(pets.value("name"_L1).toString(), u"pets"_s);
    QCOMPARE(pets.value("fullyQualifiedName"_L1).toString(), u"p7000001_pets"_s);
    const QJsonObject words{{u"singular"_s, u"Pet"_s}, {u"plural"_s, u"Pets"_s}};
    QCOMPARE(pets.value("labels"_L1).toObject(), words);
    QCOMPARE(reply.results().at(1).toObject().value("name"_L1).toString(), u"subscription_boxes"_s);
}

void TestSandbox::enablement()
{
    const Reply reply = get(u"/crm/object-library/2026-03/enablement"_s);
    QCOMPARE(reply.status, 200);
    const QJsonObject enabled = reply.body.value("enablementByObjectTypeId"_L1).toObject();
    QCOMPARE(enabled.value("0-421"_L1), QJsonValue(true));
    QCOMPARE(enabled.value("0-410"_L1), QJsonValue(false));
    QVERIFY(!enabled.contains("2-7001"_L1));
}

void TestSandbox::recordsNearLimit_data()
{
    QTest::addColumn<QString>("pair");
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("atLimit");
    QTest::addColumn<int>("nearLimit");
    QTest::newRow("the unlabeled type's") << u"0-2/0-1"_s << 500 << 2 << 7;
    QTest::newRow("the lowest limit") << u"0-1/0-2"_s << 1 << 11 << 0;
    QTest::newRow("a label's, for want of another") << u"0-1/0-1"_s << 3 << 9 << 0;
    QTest::newRow("a small one") << u"0-5/0-1"_s << 10 << 5 << 4;
    QTest::newRow("none") << u"2-7001/2-7001"_s << 10'000 << 0 << 0;
}

void TestSandbox::recordsNearLimit()
{
    QFETCH(const QString, pair);
    const Reply reply = get(u"/crm/limits/2026-03/associations/records/"_s + pair);
    QCOMPARE(reply.status, 200);
    const double limit = reply.body.value("limit"_L1).toDouble();
    const int atLimit = reply.body.value("totalRecordsAtLimit"_L1).toInt(-1);
    const int nearLimit = reply.body.value("totalRecordsNearLimit"_L1).toInt(-1);
    QTEST(int(limit), "limit");
    QTEST(atLimit, "atLimit");
    QTEST(nearLimit, "nearLimit");
    const QJsonArray atSamples = reply.body.value("atLimitFromRecordSamples"_L1).toArray();
    const QJsonArray nearSamples = reply.body.value("nearLimitFromRecordSamples"_L1).toArray();
    QCOMPARE(atSamples.size(), std::min(atLimit, 5));
    QCOMPARE(nearSamples.size(), std::min(nearLimit, 5));
    for (const QJsonValue &sample : atSamples) {
        QVERIFY(!sample["label"_L1].toString().isEmpty());
        QVERIFY(sample["objectId"_L1].toInt() > 0);
    }
    for (const QJsonValue &sample : nearSamples) {
        QVERIFY(!sample["label"_L1].toString().isEmpty());
        QVERIFY(sample["objectId"_L1].toInt() > 0);
        const double usage = sample["usage"_L1].toDouble();
        QVERIFY(usage < limit);
        QVERIFY(usage >= 0.8 * limit);
        QCOMPARE(sample["percentage"_L1].toDouble(), 100 * usage / limit);
    }
}

void TestSandbox::accountDetails()
{
    const Reply reply = get(u"/account-info/2026-03/details"_s);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body.value("portalId"_L1).toInt(), 7000001);
    QCOMPARE(reply.text("accountType"), u"SANDBOX"_s);
    QVERIFY(!reply.text("timeZone").isEmpty());
    QCOMPARE(reply.text("utcOffset"), u"+00:00"_s);
    QVERIFY(!reply.text("uiDomain").isEmpty());
}

void TestSandbox::pathsOfObjects_data()
{
    QTest::addColumn<QString>("pair");
    QTest::addColumn<int>("status");
    QTest::newRow("IDs") << u"0-2/0-1"_s << 200;
    QTest::newRow("names") << u"company/Contacts"_s << 200;
    QTest::newRow("encoded needlessly") << u"%30%2D2/contact"_s << 200;
    QTest::newRow("a space") << u"Subscription%20box/line%20items"_s << 200;
    QTest::newRow("fully qualified") << u"p7000001_pets/2-7001"_s << 200;
    QTest::newRow("with a query") << u"0-2/0-1?archived=false"_s << 200;
    QTest::newRow("a slash within a name") << u"0-2%2F0-1/0-1"_s << 400;
    QTest::newRow("umlauts") << u"K%C3%A4fer/0-1"_s << 400;
    QTest::newRow("no UTF-8") << u"%FF%FE/0-1"_s << 400;
    QTest::newRow("a zero byte") << u"%00/0-1"_s << 400;
    QTest::newRow("empty") << u"/0-1"_s << 400;
}

void TestSandbox::pathsOfObjects()
{
    QFETCH(const QString, pair);
    QTEST(get(configurations + pair).status, "status");
}

void TestSandbox::errors_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &method, const QString &path,
                        const QByteArray &body, int status, const QString &message) {
        QTest::newRow(name) << method << path << body << status << message;
    };
    const QString create = configurations + u"0-1/0-2/batch/create"_s;
    row("malformed", "POST", create, "{", 400, u"Invalid input JSON on line 1, column 2: "_s);
    row("no attributes", "POST", create, "{}", 400, u"some of required attributes are not set"_s);
    row("unknown object", "POST", configurations + u"widgets/0-2/batch/create"_s, "{", 400,
        u"Unable to infer object type from: widgets"_s);
    row("unknown target", "GET", configurations + u"0-1/0-9999"_s, {}, 400,
        u"Unable to infer object type from: 0-9999"_s);
    row("not activated", "GET", configurations + u"0-1/courses"_s, {}, 404, u"not activated"_s);
    row("unknown operation", "POST", configurations + u"0-1/0-2/batch/upsert"_s, "{}", 404, {});
    row("other version", "GET", u"/crm/associations/2025-09/0-1/0-2/labels"_s, {}, 404, {});
    row("root", "GET", u"/"_s, {}, 404, {});
    row("wrong method", "GET", create, {}, 405, u"Method Not Allowed"_s);
    row("unusual method", "DELETE", configurations + u"all"_s, {}, 405, u"Method Not Allowed"_s);
}

void TestSandbox::errors()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, path);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, message);
    const Reply reply = fetch(method, path, body);
    QTEST(reply.status, "status");
    QVERIFY(!reply.correlationId.isEmpty());
    if (message.isEmpty()) {
        QVERIFY(reply.contentType.startsWith("text/html"));
        QVERIFY(reply.bytes.contains("404"));
    } else {
        QCOMPARE(reply.text("status"), u"error"_s);
        QVERIFY2(reply.text("message").contains(message), reply.bytes.constData());
        QCOMPARE(reply.text("correlationId").toLatin1(), reply.correlationId);
    }
}

void TestSandbox::missingScopes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("scope");
    QTest::newRow("read") << QByteArray("GET") << u"0-101/0-1"_s
                          << u"crm.objects.commercepayments.read"_s;
    QTest::newRow("write") << QByteArray("POST") << u"contacts/payments/batch/update"_s
                           << u"crm.objects.commercepayments.write"_s;
}

void TestSandbox::missingScopes()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, path);
    QFETCH(const QString, scope);
    const Reply reply = fetch(method, configurations + path);
    QCOMPARE(reply.status, 403);
    QCOMPARE(reply.text("category"), u"MISSING_SCOPES"_s);
    const QJsonObject context = reply.errors().at(0).toObject().value("context"_L1).toObject();
    QCOMPARE(context.value("requiredGranularScopes"_L1), QJsonArray{scope});
}

void TestSandbox::tokens_data()
{
    QTest::addColumn<QByteArray>("authorization"); // "TOKEN" stands for the right one
    QTest::addColumn<int>("status");
    QTest::newRow("right") << QByteArray("Bearer TOKEN") << 200;
    QTest::newRow("lowercase scheme") << QByteArray("bearer TOKEN") << 200;
    QTest::newRow("none") << QByteArray() << 401;
    QTest::newRow("scheme alone") << QByteArray("Bearer") << 401;
    QTest::newRow("empty token") << QByteArray("Bearer  ") << 401;
    QTest::newRow("other scheme") << QByteArray("Basic TOKEN") << 401;
    QTest::newRow("without scheme") << QByteArray("TOKEN") << 401;
    QTest::newRow("cut off") << QByteArray("Bearer TOKE") << 401;
    QTest::newRow("longer") << QByteArray("Bearer TOKENx") << 401;
}

void TestSandbox::tokens()
{
    QFETCH(QByteArray, authorization);
    m_authorization = authorization.replace("TOKE", m_sandbox->token().chopped(1))
                          .replace("N", m_sandbox->token().last(1));
    const Reply reply = get(configurations + u"all"_s);
    QTEST(reply.status, "status");
    if (reply.status == 401) {
        QCOMPARE(reply.text("category"), u"INVALID_AUTHENTICATION"_s);
        QVERIFY(reply.text("message").startsWith(u"Authentication credentials not found."_s));
        QVERIFY(!reply.bytes.contains(m_sandbox->token()));
    }
}

void TestSandbox::tenSeconds()
{
    m_clock.step = 0;
    const QString path = configurations + u"0-1/0-2"_s;
    for (int request = 0; request < RateLimiter::requestsPerInterval; ++request) {
        QCOMPARE(get(path).status, 200);
    }
    const Reply reply = get(path);
    QCOMPARE(reply.status, 429);
    QCOMPARE(reply.remaining, "0");
    QCOMPARE(reply.text("message"), u"You have reached your ten_secondly_rolling limit."_s);
    QCOMPARE(reply.text("errorType"), u"RATE_LIMIT"_s);
    QCOMPARE(reply.text("policyName"), u"TEN_SECONDLY_ROLLING"_s);
    m_clock.step = RateLimiter::intervalMilliseconds;
    QCOMPARE(get(path).status, 200);
}

void TestSandbox::noLimitOfTheRate()
{
    m_clock.step = 0;
    sandbox::Options options;
    options.limitsRate = false;
    restart(options);
    for (int request = 0; request <= RateLimiter::requestsPerInterval; ++request) {
        QCOMPARE(get(configurations + u"0-1/0-2"_s).status, 200);
    }
}

void TestSandbox::changedBySomebodyElse()
{
    const auto outcome = m_sandbox->apply(
        limits::Operation::Create, {u"0-1"_s, u"0-2"_s},
        {{limits::Category::HubSpotDefined, 279, 5}, {limits::Category::HubSpotDefined, 1, 6}});
    QVERIFY(outcome);
    QCOMPARE(outcome->done.size(), size_t(1));
    QCOMPARE(outcome->refused.size(), size_t(1)); // the rules hold for everybody
    const QByteArray after = get(configurations + u"0-1/0-2"_s).bytes;
    QVERIFY(after.contains("279"));
    restart();
    QCOMPARE(get(configurations + u"0-1/0-2"_s).bytes, after);
}

void TestSandbox::keepsItsStateBetweenStarts()
{
    QCOMPARE(
        post(configurations + u"0-1/0-2/batch/create"_s, inputs(input("HUBSPOT_DEFINED", 279, 5)))
            .status,
        201);
    const QByteArray before = get(configurations + u"all"_s).bytes;
    const QByteArray token = m_sandbox->token();
    restart();
    QCOMPARE(get(configurations + u"all"_s).bytes, before);
    QVERIFY(m_sandbox->token() != token);
    QVERIFY(m_sandbox->setAsidePath().isEmpty());
}

void TestSandbox::reset()
{
    const QByteArray initial = get(configurations + u"all"_s).bytes;
    QCOMPARE(post(configurations + u"0-1/0-2/batch/update"_s, inputs(input("USER_DEFINED", 28, 9)))
                 .status,
             200);
    QVERIFY(get(configurations + u"all"_s).bytes != initial);
    QVERIFY(m_sandbox->reset());
    QCOMPARE(get(configurations + u"all"_s).bytes, initial);
    restart();
    QCOMPARE(get(configurations + u"all"_s).bytes, initial);
}

void TestSandbox::setsADamagedFileAside()
{
    const QByteArray initial = get(configurations + u"all"_s).bytes;
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"version\":1,\"limits\":[");
    file.close();
    QTest::ignoreMessage(QtWarningMsg,
                         QRegularExpression(u"^The state of the sandbox cannot be read: "_s));
    restart();
    QCOMPARE(get(configurations + u"all"_s).bytes, initial);
    QVERIFY(QFile::exists(m_sandbox->setAsidePath()));
    QVERIFY(!QFile::exists(m_file));
}

void TestSandbox::failingWriteChangesNothing()
{
    // A folder in place of the file cannot be replaced by one, whoever runs the test.
    QVERIFY(QDir().mkpath(m_file + u"/occupied"_s));
    const QByteArray before = get(configurations + u"all"_s).bytes;
    const Reply reply =
        post(configurations + u"0-1/0-2/batch/create"_s, inputs(input("HUBSPOT_DEFINED", 279, 5)));
    QCOMPARE(reply.status, 500);
    QCOMPARE(reply.text("status"), u"error"_s);
    QVERIFY(reply.text("message").contains(u"could not be stored"_s));
    QCOMPARE(get(configurations + u"all"_s).bytes, before);
    QVERIFY(!m_sandbox->reset());
}

void TestSandbox::connectTo(QTcpSocket &socket)
{
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(m_sandbox->baseUrl().host(), quint16(m_sandbox->baseUrl().port()));
}

void TestSandbox::garbage_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("line") << QByteArray("hello\r\n\r\n");
    QTest::newRow("zeros") << QByteArray(10'000, '\0') + "\r\n\r\n";
    QTest::newRow("TLS greeting") << QByteArray::fromHex("16030100c8010000c40303") + "\n\n";
    QTest::newRow("no header end") << QByteArray("GET / HTTP/1.1\r\nHost");
    QTest::newRow("bad URL") << QByteArray("GET http://[::bad HTTP/1.1\r\n\r\n");
    QTest::newRow("bad host") << QByteArray("GET / HTTP/1.1\r\nHost: [[[:99999999\r\n\r\n");
    QTest::newRow("negative length")
        << QByteArray("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\nabc");
    QTest::newRow("huge length") << QByteArray(
        "POST / HTTP/1.1\r\nContent-Length: 18446744073709551615\r\n\r\nabc");
    QTest::newRow("bad chunks") << QByteArray(
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n");
    QTest::newRow("negative chunk")
        << QByteArray("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n");
    QTest::newRow("pipelined") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n").repeated(50);
    QTest::newRow("an HTTP version of letters") << QByteArray("GET / HTTPabcd\r\n\r\n");
}

void TestSandbox::garbage()
{
    QFETCH(const QByteArray, bytes);
    QTcpSocket socket;
    connectTo(socket);
    socket.write(bytes);
    QTRY_COMPARE(socket.bytesToWrite(), 0);
    QCOMPARE(get(configurations + u"all"_s).status, 200);
    socket.abort();
    QCOMPARE(get(configurations + u"all"_s).status, 200);
}

void TestSandbox::tooLarge()
{
    const QString path = configurations + u"0-1/0-2/batch/create"_s;
    const auto padding = [](qint64 size) { return "{}" + QByteArray(size, ' '); };
    const qint64 cap = sandbox::HttpServer::requestCap;
    QCOMPARE(post(path, padding(cap - 2000)).status, 400);
    QCOMPARE(post(path, padding(cap - 2000)).status, 400); // a new request, a new count
    QCOMPARE(post(path, padding(cap)).status, 413);
    QCOMPARE(post(path, padding(8 * cap)).status, 413);
    QTcpSocket endless;
    connectTo(endless);
    endless.write("GET / HTTP/1.1\r\nX: " + QByteArray(cap, 'x'));
    QTRY_VERIFY(endless.peek(12) == "HTTP/1.1 413");
    QCOMPARE(post(path, inputs(input("HUBSPOT_DEFINED", 279, 5))).status, 201);
}

TEST_MAIN(QCoreApplication, TestSandbox)
#include "tst_sandbox.moc"
