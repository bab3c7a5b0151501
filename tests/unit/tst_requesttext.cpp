#include "app/api/batch.h"
#include "app/exchange/requesttext.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

using namespace Qt::StringLiterals;
using api::Request;
using limits::Category;
using limits::Operation;
using limits::Plan;

namespace {

const QUrl hubSpot{QString(api::defaultBaseUrl)};

Plan somePlan()
{
    const limits::Pair pair{u"0-1"_s, u"p7_it's"_s};
    Plan plan{pair, {}};
    plan.requests.push_back({Operation::Update, pair, {{Category::HubSpotDefined, 279, 5, {}}}, 0});
    plan.requests.push_back(
        {Operation::Purge, pair, {{Category::UserDefined, 28, {}, u"Owner"_s}}, 1});
    return plan;
}

/// What a shell gives to curl for each command of the text: its arguments.
QList<QStringList> argumentsOf(const QString &commands)
{
    // 0x1e and 0x1f appear in no argument.
    const QString script = u"curl() { printf '%s\\037' \"$@\"; printf '\\036'; }\n"_s + commands;
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HUBSPOT_ACCESS_TOKEN"_s, u"pat-eu1 $x `y`"_s);
    shell.setProcessEnvironment(environment);
    shell.start(u"/bin/sh"_s, {u"-c"_s, script});
    if (!shell.waitForFinished() || shell.exitCode() != 0 ||
        !shell.readAllStandardError().isEmpty()) {
        return {};
    }
    QList<QStringList> calls;
    for (const QString &call :
         QString::fromUtf8(shell.readAllStandardOutput()).split(QChar(0x1e), Qt::SkipEmptyParts)) {
        calls.append(call.chopped(1).split(QChar(0x1f)));
    }
    return calls;
}

} // namespace

class TestRequestText : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void plainTextReadsLikeTheRequests();
    void jsonHoldsTheRequestsAsTheyAreSent();
    void curlHoldsTheRequestsAsTheyAreSent();
    void curlCommandsSurviveTheShell_data();
    void curlCommandsSurviveTheShell();
    void noRequestsGiveNothing();
};

void TestRequestText::plainTextReadsLikeTheRequests()
{
    const QString text = exchange::plainText(exchange::requestsOf(somePlan()));
    QVERIFY(text.startsWith(u"POST /crm/associations/"_s));
    QVERIFY(text.contains(u"/batch/update\n\n{\n  \"inputs\": ["_s));
    QVERIFY(text.contains(u"}\n\nPOST /crm/"_s));
}

void TestRequestText::jsonHoldsTheRequestsAsTheyAreSent()
{
    const std::vector<Request> requests = exchange::requestsOf(somePlan());
    const QString text = exchange::jsonText(requests);
    QVERIFY(text.contains(u'\n'));
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    QCOMPARE(array.size(), qsizetype(2));
    for (qsizetype i = 0; i < array.size(); ++i) {
        const Request &request = requests.at(size_t(i));
        const QJsonObject object = array.at(i).toObject();
        QCOMPARE(object.keys(), (QStringList{u"body"_s, u"method"_s, u"path"_s}));
        QCOMPARE(object.value("method"_L1).toString(), QString::fromUtf8(request.method));
        QCOMPARE(object.value("path"_L1).toString(), QString::fromUtf8(request.path));
        QCOMPARE(QJsonDocument(object.value("body"_L1).toObject()),
                 QJsonDocument::fromJson(request.body));
    }
    const Request odd{"GET", "/a\"b\\", {}};
    QCOMPARE(QJsonDocument::fromJson(exchange::jsonText({odd}).toUtf8()).array().at(0).toObject(),
             (QJsonObject{
                 {u"method"_s, u"GET"_s}, {u"path"_s, u"/a\"b\\"_s}, {u"body"_s, QJsonValue()}}));
}

void TestRequestText::curlHoldsTheRequestsAsTheyAreSent()
{
    const std::vector<Request> requests = exchange::requestsOf(somePlan());
    const QString text = exchange::curlText(hubSpot, requests);
    QVERIFY(text.contains(u"\"Authorization: Bearer $HUBSPOT_ACCESS_TOKEN\""_s));
    QCOMPARE(text.count(u"$HUBSPOT_ACCESS_TOKEN"_s), 2);
    const QList<QStringList> calls = argumentsOf(text);
    QCOMPARE(calls.size(), qsizetype(2));
    for (qsizetype i = 0; i < calls.size(); ++i) {
        const Request &request = requests.at(size_t(i));
        const QStringList expected{u"--globoff"_s,
                                   u"--request"_s,
                                   u"POST"_s,
                                   u"--url"_s,
                                   u"https://api.hubapi.com"_s + QString::fromUtf8(request.path),
                                   u"--header"_s,
                                   u"Authorization: Bearer pat-eu1 $x `y`"_s,
                                   u"--header"_s,
                                   u"Content-Type: application/json"_s,
                                   u"--data-raw"_s,
                                   QString::fromUtf8(request.body)};
        QCOMPARE(calls.at(i), expected);
    }
}

void TestRequestText::curlCommandsSurviveTheShell_data()
{
    QTest::addColumn<QUrl>("base");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    const QByteArray path = "/crm/x";
    const QByteArray body = "{}";
    QTest::newRow("single quotes") << hubSpot << QByteArray("/a'b''c'") << QByteArray("{'it''s'}");
    QTest::newRow("what double quotes would expand")
        << hubSpot << QByteArray("/$HOME`id`") << QByteArray("{\"$HOME\":\"`id` $(id) \\\\\"}");
    QTest::newRow("line breaks and tabs") << hubSpot << path << QByteArray("{\n\t\"a\":\r\n1}");
    QTest::newRow("a body like curl's own words") << hubSpot << path << QByteArray("@/etc/passwd");
    QTest::newRow("a body like an option") << hubSpot << path << QByteArray("--help");
    QTest::newRow("globs and comments") << hubSpot << QByteArray("/[1-3]{a,b}*?#!&;|<>~") << body;
    QTest::newRow("other scripts") << hubSpot << path << QByteArray("{\"ä\":\"株式会社 😀\"}");
    QTest::newRow("IPv6") << QUrl(u"http://[::1]:8080"_s) << path << body;
    QTest::newRow("a slash at the end") << QUrl(u"http://127.0.0.1:8080/"_s) << path << body;
    QTest::newRow("no body") << hubSpot << path << QByteArray();
}

void TestRequestText::curlCommandsSurviveTheShell()
{
    QFETCH(QUrl, base);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const QList<QStringList> calls = argumentsOf(exchange::curlText(base, {{"POST", path, body}}));
    QCOMPARE(calls.size(), qsizetype(1));
    QStringList expected{u"--globoff"_s,
                         u"--request"_s,
                         u"POST"_s,
                         u"--url"_s,
                         base.scheme() + u"://"_s + base.authority() + QString::fromUtf8(path),
                         u"--header"_s,
                         u"Authorization: Bearer pat-eu1 $x `y`"_s};
    if (!body.isEmpty()) {
        expected += {u"--header"_s, u"Content-Type: application/json"_s, u"--data-raw"_s,
                     QString::fromUtf8(body)};
    }
    QCOMPARE(calls.front(), expected);
}

void TestRequestText::noRequestsGiveNothing()
{
    QCOMPARE(exchange::plainText({}), QString());
    QCOMPARE(exchange::jsonText({}), u"[]"_s);
    QCOMPARE(exchange::curlText(hubSpot, {}), QString());
}

TEST_MAIN(QCoreApplication, TestRequestText)
#include "tst_requesttext.moc"
