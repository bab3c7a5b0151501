#include "app/accounts/renewal.h"
#include "app/api/batch.h"
#include "app/api/reads.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "tests/unit/signinrun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// HubSpot's OpenAPI documents as far as the program needs them: tests/data/openapi.
class Contract
{
public:
    Contract()
    {
        const QDir folder(QStringLiteral(TEST_DATA_DIR "/openapi"));
        for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly)) {
                const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
                m_documents.append(document);
            }
        }
    }

    /// What of a request the contract does not know; empty where it keeps to it.
    [[nodiscard]] QStringList breaches(const api::Request &request) const
    {
        const QUrl url = QUrl::fromEncoded(request.path, QUrl::StrictMode);
        for (const QJsonObject &document : m_documents) {
            const QJsonObject paths = document["paths"_L1].toObject();
            for (auto it = paths.begin(); it != paths.end(); ++it) {
                if (isPathOf(it.key(), url)) {
                    const QString method = QString::fromLatin1(request.method).toLower();
                    const QJsonValue operation = it.value()[method];
                    return operation.isObject()
                               ? breachesOf(document, operation.toObject(), url, request.body)
                               : QStringList{u"no "_s + method + u" of "_s + it.key()};
                }
            }
        }
        return {u"no path "_s + url.path(QUrl::FullyEncoded)};
    }

private:
    [[nodiscard]] static bool isPathOf(const QString &pathTemplate, const QUrl &url)
    {
        const QStringList expected = pathTemplate.split(u'/');
        const QStringList segments = url.path(QUrl::FullyEncoded).split(u'/');
        return std::ranges::equal(
            expected, segments, [](const QString &part, const QString &segment) {
                return part.startsWith(u'{') ? !segment.isEmpty() : part == segment;
            });
    }

    [[nodiscard]] static QStringList breachesOf(const QJsonObject &document,
                                                const QJsonObject &operation, const QUrl &url,
                                                const QByteArray &body)
    {
        QStringList breaches;
        const auto parameters = operation["parameters"_L1].toArray();
        for (const auto &[name, value] : QUrlQuery(url).queryItems()) {
            const auto known =
                std::ranges::find_if(parameters, [&name = name](const QJsonValue &one) {
                    return one["in"_L1] == "query"_L1 && one["name"_L1] == name;
                });
            if (known == parameters.end()) {
                breaches += u"no parameter "_s + name;
            } else if ((*known)["schema"_L1]["type"_L1] != "boolean"_L1 ||
                       (value != "true"_L1 && value != "false"_L1)) {
                breaches += u"parameter "_s + name;
            }
        }
        const QJsonValue content = operation["requestBody"_L1]["content"_L1];
        const QJsonValue form = content["application/x-www-form-urlencoded"_L1];
        if (content.isUndefined() != body.isEmpty()) {
            breaches += content.isUndefined() ? u"no body is wanted"_s : u"a body is wanted"_s;
        } else if (form.isObject()) {
            check(document, form["schema"_L1].toObject(), formOf(body), u"$"_s, breaches);
        } else if (!body.isEmpty()) {
            const QJsonDocument json = QJsonDocument::fromJson(body);
            const QJsonValue value = json.isObject() ? QJsonValue(json.object()) : QJsonValue();
            check(document, content["application/json"_L1]["schema"_L1].toObject(), value, u"$"_s,
                  breaches);
        }
        return breaches;
    }

    /// Of a name that is there twice, a list.
    [[nodiscard]] static QJsonObject formOf(const QByteArray &body)
    {
        QJsonObject object;
        for (const auto &[name, value] :
             QUrlQuery(QString::fromLatin1(body)).queryItems(QUrl::FullyDecoded)) {
            object.insert(name, object.contains(name) ? QJsonValue(QJsonArray{value})
                                                      : QJsonValue(value));
        }
        return object;
    }

    /// The part of JSON Schema that HubSpot's bodies use, and no names that are not in it.
    static void check(const QJsonObject &document, const QJsonObject &schema,
                      const QJsonValue &value, const QString &path, QStringList &breaches)
    {
        if (const QString reference = schema["$ref"_L1].toString(); !reference.isEmpty()) {
            const QJsonObject target =
                document["components"_L1]["schemas"_L1][reference.section(u'/', -1)].toObject();
            Q_ASSERT(!target.isEmpty());
            check(document, target, value, path, breaches);
            return;
        }
        const QString type = schema["type"_L1].toString();
        if (type == "object"_L1 && value.isObject()) {
            checkObject(document, schema, value.toObject(), path, breaches);
        } else if (type == "array"_L1 && value.isArray()) {
            const QJsonArray array = value.toArray();
            for (qsizetype i = 0; i < array.size(); ++i) {
                check(document, schema["items"_L1].toObject(), array.at(i),
                      u"%1[%2]"_s.arg(path).arg(i), breaches);
            }
        } else if (type == "string"_L1 && value.isString()) {
            const QJsonArray allowed = schema["enum"_L1].toArray();
            if (!allowed.isEmpty() && !allowed.contains(value)) {
                breaches += path + u": none of the enum"_s;
            }
        } else if (type == "integer"_L1 && schema["format"_L1] == "int32"_L1) {
            if (!std::in_range<qint32>(value.toInteger(std::numeric_limits<qint64>::max()))) {
                breaches += path + u": no int32"_s;
            }
        } else {
            breaches += path + u": no "_s + type;
        }
    }

    static void checkObject(const QJsonObject &document, const QJsonObject &schema,
                            const QJsonObject &object, const QString &path, QStringList &breaches)
    {
        const QJsonObject properties = schema["properties"_L1].toObject();
        const QJsonArray required = schema["required"_L1].toArray();
        for (const QJsonValue &name : required) {
            if (!object.contains(name.toString())) {
                breaches += path + u'.' + name.toString() + u": missing"_s;
            }
        }
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString within = path + u'.' + it.key();
            if (properties.contains(it.key())) {
                check(document, properties[it.key()].toObject(), it.value(), within, breaches);
            } else {
                breaches += within + u": not in the contract"_s;
            }
        }
    }

    QList<QJsonObject> m_documents;
};

const limits::Pair pair{u"0-1"_s, u"p123_\u00e4 b"_s};

QByteArray batchPath(const char *operation)
{
    return api::configurationsPath(pair) + "/batch/" + operation;
}

} // namespace

class TestContract : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void writesKeepToIt_data();
    void writesKeepToIt();
    void readsKeepToIt_data();
    void readsKeepToIt();
    void tokenRequestsKeepToIt();
    void breachesAreSeen_data();
    void breachesAreSeen();

private:
    const Contract m_contract;
};

void TestContract::writesKeepToIt_data()
{
    QTest::addColumn<limits::Operation>("operation");
    QTest::addColumn<limits::Category>("category");
    for (const auto operation :
         {limits::Operation::Create, limits::Operation::Update, limits::Operation::Purge}) {
        for (const limits::Category category : limits::allCategories) {
            QTest::addRow("%s %s", wireName(operation).data(), wireName(category).data())
                << operation << category;
        }
    }
}

void TestContract::writesKeepToIt()
{
    QFETCH(limits::Operation, operation);
    QFETCH(limits::Category, category);
    constexpr qint32 most = std::numeric_limits<qint32>::max();
    const bool purge = operation == limits::Operation::Purge;
    const auto limit = [purge](qint32 records) {
        return purge ? std::nullopt : std::optional(records);
    };
    const limits::PlannedRequest planned{
        operation,
        pair,
        {{category, 1, limit(1), u"A \"label\""_s}, {category, most, limit(most), {}}}};
    QCOMPARE(m_contract.breaches(api::encode(planned)).join(u", "_s), QString());
}

void TestContract::readsKeepToIt_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("configurations") << api::configurationsPath(pair);
    QTest::newRow("labels") << api::labelsPath(pair);
    QTest::newRow("schemas") << api::schemasPath();
    QTest::newRow("enablement") << api::enablementPath();
    QTest::newRow("records near limit") << api::recordsNearLimitPath(pair);
    QTest::newRow("account details") << api::accountDetailsPath();
}

void TestContract::readsKeepToIt()
{
    QFETCH(QByteArray, path);
    QCOMPARE(m_contract.breaches({"GET", path, {}}).join(u", "_s), QString());
}

/// What a sign-in and a renewal send to the token endpoint.
void TestContract::tokenRequestsKeepToIt()
{
    const tests::FixedClock clock;
    tests::ScriptedServer server(std::vector<tests::Script>{tests::script::answer(503, {})});
    const accounts::OAuthApp app{u"id"_s, "secret", {u"scope"_s}};
    tests::SignInRun run(app, server.url(), clock);
    run.opensBrowser = false;
    run.signIn.start();
    const QString state = QUrlQuery(run.address).queryItemValue(u"state"_s);
    run.browser.open(QUrl(run.signIn.redirectUri() + u"?code=c&state="_s + state));
    QTRY_COMPARE(run.ends(), 1);
    accounts::Renewal renewal(app, {"access", "refresh", clock.time},
                              accounts::OAuthAddresses::of(server.url()), clock);
    QSignalSpy failed(&renewal, &accounts::Renewal::failed);
    renewal.start();
    QTRY_COMPARE(failed.size(), 1);

    QCOMPARE(server.requests().size(), 2U);
    for (const tests::ReceivedRequest &request : server.requests()) {
        QCOMPARE(request.header("content-type"), "application/x-www-form-urlencoded");
        QCOMPARE(
            m_contract.breaches({request.method(), request.target(), request.body}).join(u", "_s),
            QString());
    }
}

void TestContract::breachesAreSeen_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("breach");
    const auto read = [](const char *name, const QByteArray &path, const QString &breach) {
        QTest::newRow(name) << QByteArray("GET") << path << QByteArray() << breach;
    };
    const auto create = [](const char *name, const QByteArray &inputs, const QString &breach) {
        QTest::newRow(name) << QByteArray("POST") << batchPath("create")
                            << R"({"inputs":[)" + inputs + "]}" << breach;
    };
    read("path", "/crm/associations/2026-03/labels", u"no path /crm/associations/2026-03/labels"_s);
    read("version", "/account-info/2026-09/details", u"no path /account-info/2026-09/details"_s);
    read("no object type", "/crm/associations/2026-03/0-1//labels",
         u"no path /crm/associations/2026-03/0-1//labels"_s);
    read("parameter", api::schemasPath() + "&all=true", u"no parameter all"_s);
    read("value", "/crm-object-schemas/2026-03/schemas?archived=1", u"parameter archived"_s);
    QTest::newRow("method") << QByteArray("GET") << batchPath("purge") << QByteArray()
                            << u"no get of /crm/associations/2026-03/definitions/configurations/"
                               "{fromObjectType}/{toObjectType}/batch/purge"_s;
    QTest::newRow("no body") << QByteArray("POST") << batchPath("create") << QByteArray()
                             << u"a body is wanted"_s;
    QTest::newRow("body") << QByteArray("GET") << api::enablementPath() << QByteArray("{}")
                          << u"no body is wanted"_s;
    QTest::newRow("no inputs") << QByteArray("POST") << batchPath("purge") << QByteArray("{}")
                               << u"$.inputs: missing"_s;
    QTest::newRow("a limit to purge")
        << QByteArray("POST") << batchPath("purge")
        << QByteArray(R"({"inputs":[{"category":"WORK","typeId":1,"maxToObjectIds":1}]})")
        << u"$.inputs[0].maxToObjectIds: not in the contract"_s;
    const auto form = [](const char *name, const QByteArray &body, const QString &breach) {
        QTest::newRow(name) << QByteArray("POST") << QByteArray("/oauth/2026-03/token") << body
                            << breach;
    };
    form("no form", {}, u"a body is wanted"_s);
    form("grant", "grant_type=password", u"$.grant_type: none of the enum"_s);
    form("twice", "code=a&code=b", u"$.code: no string"_s);
    form("unknown", "password=a", u"$.password: not in the contract"_s);
    create("no category", R"({"typeId":1,"maxToObjectIds":1})", u"$.inputs[0].category: missing"_s);
    create("category", R"({"category":"CUSTOM","typeId":1,"maxToObjectIds":1})",
           u"$.inputs[0].category: none of the enum"_s);
    create("no typeId", R"({"category":"WORK","maxToObjectIds":1})",
           u"$.inputs[0].typeId: missing"_s);
    create("above int32", R"({"category":"WORK","typeId":2147483648,"maxToObjectIds":1})",
           u"$.inputs[0].typeId: no int32"_s);
    create("text", R"({"category":"WORK","typeId":1,"maxToObjectIds":"1"})",
           u"$.inputs[0].maxToObjectIds: no int32"_s);
    create("not an object", "1", u"$.inputs[0]: no object"_s);
}

void TestContract::breachesAreSeen()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QString, breach);
    QCOMPARE(m_contract.breaches({method, path, body}).join(u", "_s), breach);
}

TEST_MAIN(QCoreApplication, TestContract)
#include "tst_contract.moc"
