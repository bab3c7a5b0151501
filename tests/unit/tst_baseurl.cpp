#include "app/api/transport.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using api::BaseUrlError;

class TestBaseUrl : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
};

void TestBaseUrl::accepts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    QTest::newRow("HubSpot") << QString(api::defaultBaseUrl) << u"https://api.hubapi.com"_s;
    QTest::newRow("slash") << u"https://api.hubapi.com/"_s << u"https://api.hubapi.com"_s;
    QTest::newRow("spaces") << u" https://api.hubapi.com\n"_s << u"https://api.hubapi.com"_s;
    QTest::newRow("capitals") << u"HTTPS://API.HubAPI.com"_s << u"https://api.hubapi.com"_s;
    QTest::newRow("port") << u"https://api.hubapi.com:8443"_s << u"https://api.hubapi.com:8443"_s;
    QTest::newRow("usual port") << u"https://api.hubapi.com:443"_s << u"https://api.hubapi.com"_s;
    QTest::newRow("loopback") << u"http://127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s;
    QTest::newRow("all of 127") << u"http://127.1.2.3"_s << u"http://127.1.2.3"_s;
    QTest::newRow("IPv6 loopback") << u"http://[::1]:8080"_s << u"http://[::1]:8080"_s;
    QTest::newRow("localhost") << u"http://localhost:80/"_s << u"http://localhost"_s;
}

void TestBaseUrl::accepts()
{
    QFETCH(QString, text);
    QFETCH(QString, url);
    const auto parsed = api::parseBaseUrl(text);
    QVERIFY(parsed);
    QCOMPARE(parsed->toString(), url);
    QCOMPARE(*api::parseBaseUrl(parsed->toString()), *parsed);
}

void TestBaseUrl::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<BaseUrlError>("error");
    QTest::newRow("empty") << QString() << BaseUrlError::Malformed;
    QTest::newRow("no scheme") << u"api.hubapi.com"_s << BaseUrlError::Malformed;
    QTest::newRow("no host") << u"https://"_s << BaseUrlError::Malformed;
    QTest::newRow("port 0") << u"https://api.hubapi.com:0"_s << BaseUrlError::Malformed;
    QTest::newRow("port 65536") << u"https://api.hubapi.com:65536"_s << BaseUrlError::Malformed;
    QTest::newRow("space") << u"https://api hubapi.com"_s << BaseUrlError::Malformed;
    QTest::newRow("http") << u"http://api.hubapi.com"_s << BaseUrlError::NotHttps;
    QTest::newRow("this network") << u"http://192.168.0.1"_s << BaseUrlError::NotHttps;
    QTest::newRow("any address") << u"http://0.0.0.0"_s << BaseUrlError::NotHttps;
    QTest::newRow("looks like loopback")
        << u"http://127.0.0.1.example.com"_s << BaseUrlError::NotHttps;
    QTest::newRow("looks like localhost")
        << u"http://localhost.example.com"_s << BaseUrlError::NotHttps;
    QTest::newRow("ftp") << u"ftp://127.0.0.1"_s << BaseUrlError::NotHttps;
    QTest::newRow("path") << u"https://api.hubapi.com/crm"_s << BaseUrlError::HasPathOrQuery;
    QTest::newRow("query") << u"https://api.hubapi.com?a=b"_s << BaseUrlError::HasPathOrQuery;
    QTest::newRow("empty query") << u"https://api.hubapi.com?"_s << BaseUrlError::HasPathOrQuery;
    QTest::newRow("fragment") << u"https://api.hubapi.com/#a"_s << BaseUrlError::HasPathOrQuery;
    QTest::newRow("user") << u"https://user@api.hubapi.com"_s << BaseUrlError::HasUserInfo;
    QTest::newRow("password") << u"https://u:p@api.hubapi.com"_s << BaseUrlError::HasUserInfo;
    QTest::newRow("user that looks like a host")
        << u"https://api.hubapi.com@example.com"_s << BaseUrlError::HasUserInfo;
    QTest::newRow("loopback with a user")
        << u"http://api.hubapi.com@127.0.0.1"_s << BaseUrlError::HasUserInfo;
}

void TestBaseUrl::refuses()
{
    QFETCH(QString, text);
    QFETCH(BaseUrlError, error);
    const auto parsed = api::parseBaseUrl(text);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error(), error);
}

TEST_MAIN(QCoreApplication, TestBaseUrl)

#include "tst_baseurl.moc"
