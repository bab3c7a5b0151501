#include "app/sandbox/sandbox.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using sandbox::Answer;
using sandbox::Authorization;
using sandbox::AuthorizationOptions;
using sandbox::HttpMethod;
using Person = AuthorizationOptions::Person;
using Verdict = Authorization::Verdict;

namespace {

class FixedClock final : public support::Clock
{
public:
    QDateTime now() const override { return time; }

    QDateTime time{QDate(2026, 11, 3), QTime(14, 2), Qt::UTC};
};

const QByteArray verifier(86, 'v');

QByteArray challenge()
{
    return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

const QByteArray redirectUri = "http%3A%2F%2Flocalhost%3A28471%2Foauth%2Fcallback";

QByteArray question()
{
    return "client_id=sandbox-app&scope=a+b&state=s%2Bt&response_type=code&redirect_uri=" +
           redirectUri + "&code_challenge=" + challenge() + "&code_challenge_method=S256";
}

QByteArray exchangeForm(const QByteArray &code)
{
    return "grant_type=authorization_code&client_id=sandbox-app&client_secret=sandbox-app-secret"
           "&redirect_uri=" +
           redirectUri + "&code_verifier=" + verifier + "&code=" + code;
}

QByteArray refreshForm(const QByteArray &token)
{
    return "grant_type=refresh_token&client_id=sandbox-app&client_secret=sandbox-app-secret"
           "&refresh_token=" +
           token;
}

QByteArray textOf(const Answer &answer, const char *name)
{
    return answer.body.value(QLatin1StringView(name)).toString().toLatin1();
}

} // namespace

class TestSandboxAuthorization : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void grants();
    void answersOfPeople();
    void badQuestions_data();
    void badQuestions();
    void badForms_data();
    void badForms();
    void codesAreForOnce();
    void codesExpire();
    void withoutAChallenge();
    void tokensExpire();
    void refresh();
    void rotation();
    void revoked();
    void overHttp();
    void onlyWhereAskedFor();

private:
    Answer authorize(const QByteArray &query);
    Answer token(const QByteArray &form,
                 const QByteArray &type = "application/x-www-form-urlencoded");
    QByteArray code();

    FixedClock m_clock;
    std::unique_ptr<Authorization> m_server;
};

void TestSandboxAuthorization::init()
{
    StrictTest::init();
    m_clock = {};
    m_server = std::make_unique<Authorization>(AuthorizationOptions());
}

Answer TestSandboxAuthorization::authorize(const QByteArray &query)
{
    return m_server->authorize({HttpMethod::Get, "/oauth/authorize", query, {}, {}, {}},
                               m_clock.time);
}

Answer TestSandboxAuthorization::token(const QByteArray &form, const QByteArray &type)
{
    return m_server->token({HttpMethod::Post, "/oauth/2026-03/token", {}, {}, type, form},
                           m_clock.time);
}

QByteArray TestSandboxAuthorization::code()
{
    const QUrlQuery query(QUrl::fromEncoded(authorize(question()).location));
    return query.queryItemValue(u"code"_s).toLatin1();
}

void TestSandboxAuthorization::grants()
{
    const Answer asked = authorize(question());
    QCOMPARE(asked.status, 302);
    const QUrl back = QUrl::fromEncoded(asked.location);
    QCOMPARE(back.adjusted(QUrl::RemoveQuery), QUrl(u"http://localhost:28471/oauth/callback"_s));
    const QUrlQuery query(back);
    QCOMPARE(query.queryItemValue(u"state"_s, QUrl::FullyDecoded), u"s+t"_s);
    const Answer given = token(exchangeForm(query.queryItemValue(u"code"_s).toLatin1()));
    QCOMPARE(given.status, 200);
    // What the document of 2026-03 requires, and more of what it knows.
    QCOMPARE(given.body.keys(),
             QStringList({u"access_token"_s, u"expires_in"_s, u"hub_id"_s, u"refresh_token"_s,
                          u"scopes"_s, u"token_type"_s, u"token_use"_s, u"user_id"_s}));
    QCOMPARE(given.body.value("expires_in"_L1).toInt(), 1800);
    QCOMPARE(given.body.value("scopes"_L1).toVariant().toStringList(),
             QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(m_server->judge(textOf(given, "access_token"), m_clock.time), Verdict::Valid);
    QCOMPARE(m_server->judge(textOf(given, "refresh_token"), m_clock.time), Verdict::Unknown);
}

void TestSandboxAuthorization::answersOfPeople()
{
    m_server->setPerson(Person::Denies);
    const QUrlQuery denied(QUrl::fromEncoded(authorize(question()).location));
    QCOMPARE(denied.queryItemValue(u"error"_s), u"access_denied"_s);
    QCOMPARE(denied.queryItemValue(u"state"_s, QUrl::FullyDecoded), u"s+t"_s);
    QVERIFY(!denied.hasQueryItem(u"code"_s));

    m_server->setPerson(Person::IsLedElsewhere);
    const QUrlQuery elsewhere(QUrl::fromEncoded(authorize(question()).location));
    QVERIFY(elsewhere.queryItemValue(u"state"_s, QUrl::FullyDecoded) != u"s+t"_s);
    QVERIFY(elsewhere.hasQueryItem(u"code"_s));

    m_server->setPerson(Person::Dawdles);
    const Answer page = authorize(question());
    QCOMPARE(page.status, 200);
    QVERIFY(page.location.isEmpty());
}

void TestSandboxAuthorization::badQuestions_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("app") << QByteArray("sandbox-app") << QByteArray("another");
    QTest::newRow("no app") << QByteArray("client_id") << QByteArray("x");
    QTest::newRow("not here") << QByteArray("localhost") << QByteArray("hubspot.example");
    QTest::newRow("like here") << QByteArray("localhost") << QByteArray("localhost.example");
    QTest::newRow("scheme") << QByteArray("http%3A") << QByteArray("ftp%3A");
    QTest::newRow("scopes") << QByteArray("scope=a+b") << QByteArray("scope=");
    QTest::newRow("plain") << QByteArray("S256") << QByteArray("plain");
}

void TestSandboxAuthorization::badQuestions()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const Answer answer = authorize(question().replace(from, to));
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.location.isEmpty()); // nobody is sent to where it may not be
}

void TestSandboxAuthorization::badForms_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QByteArray>("error");
    const auto add = [](const QByteArray &from, const QByteArray &to, const QByteArray &status,
                        const QByteArray &error) {
        QTest::newRow(status.constData()) << from << to << status << error;
    };
    add("sandbox-app&", "another&", "BAD_CLIENT_ID", "invalid_client");
    add("app-secret", "app+secret", "BAD_CLIENT_SECRET", "invalid_client");
    add("grant_type=authorization_code", "grant_type=x", "BAD_GRANT_TYPE",
        "unsupported_grant_type");
    add("28471", "28472", "BAD_REDIRECT_URI", "invalid_grant");
    add("code_verifier=v", "code_verifier=w", "BAD_CODE_VERIFIER", "invalid_grant");
    add("code=code-", "code=", "BAD_AUTH_CODE", "invalid_grant");
}

void TestSandboxAuthorization::badForms()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, status);
    QFETCH(QByteArray, error);
    const Answer answer = token(exchangeForm(code()).replace(from, to));
    QCOMPARE(answer.status, 400);
    QCOMPARE(textOf(answer, "status"), status);
    QCOMPARE(textOf(answer, "error"), error);
    QVERIFY(!textOf(answer, "message").isEmpty());
    QCOMPARE(token(exchangeForm(code()), "application/json").status, 415);
    QCOMPARE(token(exchangeForm(code()), "application/x-www-form-urlencoded; charset=utf-8").status,
             200);
}

void TestSandboxAuthorization::codesAreForOnce()
{
    const QByteArray form = exchangeForm(code());
    QCOMPARE(token(form).status, 200);
    QCOMPARE(textOf(token(form), "status"), "BAD_AUTH_CODE");
    // One that was tried with the wrong verifier is used up as well.
    const QByteArray other = exchangeForm(code());
    QCOMPARE(token(QByteArray(other).replace("code_verifier=v", "code_verifier=w")).status, 400);
    QCOMPARE(textOf(token(other), "status"), "BAD_AUTH_CODE");
}

void TestSandboxAuthorization::codesExpire()
{
    const QByteArray form = exchangeForm(code());
    m_clock.time = m_clock.time.addSecs(61);
    QCOMPARE(textOf(token(form), "status"), "BAD_AUTH_CODE");
}

void TestSandboxAuthorization::withoutAChallenge()
{
    const QByteArray asked = question()
                                 .replace("&code_challenge=" + challenge(), "")
                                 .replace("&code_challenge_method=S256", "");
    const QUrlQuery query(QUrl::fromEncoded(authorize(asked).location));
    const QByteArray form = exchangeForm(query.queryItemValue(u"code"_s).toLatin1())
                                .replace("&code_verifier=" + verifier, "");
    QCOMPARE(token(form).status, 200);
}

void TestSandboxAuthorization::tokensExpire()
{
    const QByteArray access = textOf(token(exchangeForm(code())), "access_token");
    const QDateTime given = m_clock.time;
    QCOMPARE(m_server->judge(access, given.addSecs(1799)), Verdict::Valid);
    QCOMPARE(m_server->judge(access, given.addSecs(1800)), Verdict::Expired);
    QCOMPARE(m_server->expiryOf(access), given.addSecs(1800));
    QCOMPARE(m_server->judge({}, given), Verdict::Unknown);
}

void TestSandboxAuthorization::refresh()
{
    const Answer first = token(exchangeForm(code()));
    m_clock.time = m_clock.time.addDays(100);
    const Answer second = token(refreshForm(textOf(first, "refresh_token")));
    QCOMPARE(second.status, 200);
    QCOMPARE(textOf(second, "refresh_token"), textOf(first, "refresh_token"));
    QVERIFY(textOf(second, "access_token") != textOf(first, "access_token"));
    QCOMPARE(second.body.value("scopes"_L1), first.body.value("scopes"_L1));
    QCOMPARE(m_server->judge(textOf(second, "access_token"), m_clock.time), Verdict::Valid);
    QCOMPARE(textOf(token(refreshForm("x")), "status"), "BAD_REFRESH_TOKEN");
    QCOMPARE(textOf(token(refreshForm({})), "status"), "BAD_REFRESH_TOKEN");
}

void TestSandboxAuthorization::rotation()
{
    AuthorizationOptions options;
    options.rotates = true;
    m_server = std::make_unique<Authorization>(options);
    const QByteArray first = textOf(token(exchangeForm(code())), "refresh_token");
    const QByteArray second = textOf(token(refreshForm(first)), "refresh_token");
    QVERIFY(first != second);
    QCOMPARE(textOf(token(refreshForm(first)), "status"), "BAD_REFRESH_TOKEN");
    QCOMPARE(token(refreshForm(second)).status, 200);
}

void TestSandboxAuthorization::revoked()
{
    const QByteArray first = textOf(token(exchangeForm(code())), "refresh_token");
    m_server->revoke();
    QCOMPARE(textOf(token(refreshForm(first)), "status"), "BAD_REFRESH_TOKEN");
}

namespace {

/// What came; the manager is kept for its lifetime only.
struct Reply
{
    int status = 0;
    QByteArray location;
    QJsonObject body;
};

Reply fetch(const QUrl &address, const QByteArray &form, const QByteArray &accessToken)
{
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    QNetworkRequest request(address);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setRawHeader("Authorization", "Bearer " + accessToken);
    request.setHeader(QNetworkRequest::ContentTypeHeader,
                      QByteArray("application/x-www-form-urlencoded"));
    const std::unique_ptr<QNetworkReply> reply(form.isEmpty() ? manager.get(request)
                                                              : manager.post(request, form));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    finished.wait();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            reply->rawHeader("Location"), QJsonDocument::fromJson(reply->readAll()).object()};
}

QUrl at(const sandbox::Sandbox &sandbox, const QString &path, const QByteArray &query = {})
{
    QUrl address = sandbox.baseUrl();
    address.setPath(path);
    address.setQuery(QString::fromLatin1(query));
    return address;
}

} // namespace

void TestSandboxAuthorization::overHttp()
{
    const QTemporaryDir folder;
    sandbox::Options options;
    options.authorization = AuthorizationOptions();
    sandbox::Sandbox sandbox(folder.filePath(u"s.json"_s), m_clock, options);
    QVERIFY(sandbox.start());
    const Reply asked = fetch(at(sandbox, u"/oauth/authorize"_s, question()), {}, {});
    QCOMPARE(asked.status, 302);
    const QUrlQuery query(QUrl::fromEncoded(asked.location));
    const QUrl tokenAddress = at(sandbox, u"/oauth/2026-03/token"_s);
    const Reply given =
        fetch(tokenAddress, exchangeForm(query.queryItemValue(u"code"_s).toLatin1()), {});
    QCOMPARE(given.status, 200);
    QCOMPARE(fetch(tokenAddress, {}, {}).status, 405);
    const Reply refused = fetch(tokenAddress, refreshForm("x"), {});
    QCOMPARE(refused.status, 400);
    QVERIFY(!refused.body.value("correlationId"_L1).toString().isEmpty());

    const QByteArray access = given.body.value("access_token"_L1).toString().toLatin1();
    const QUrl details = at(sandbox, u"/account-info/2026-03/details"_s);
    QCOMPARE(fetch(details, {}, access).status, 200);
    QCOMPARE(fetch(details, {}, sandbox.token()).status, 200);
    const Reply unknown = fetch(details, {}, "access-x");
    QCOMPARE(unknown.status, 401);
    QCOMPARE(unknown.body.value("category"_L1).toString(), u"INVALID_AUTHENTICATION"_s);
    m_clock.time = m_clock.time.addSecs(1800 + 5 * 60);
    const Reply expired = fetch(details, {}, access);
    QCOMPARE(expired.status, 401);
    QCOMPARE(expired.body.value("category"_L1).toString(), u"EXPIRED_AUTHENTICATION"_s);
    QCOMPARE(expired.body.value("message"_L1).toString(),
             u"The OAuth token used to make this call expired 5 minute(s) ago."_s);
}

void TestSandboxAuthorization::onlyWhereAskedFor()
{
    const QTemporaryDir folder;
    sandbox::Sandbox sandbox(folder.filePath(u"s.json"_s), m_clock);
    QVERIFY(sandbox.start());
    QVERIFY(!sandbox.authorization());
    QCOMPARE(fetch(at(sandbox, u"/oauth/authorize"_s, question()), {}, {}).status, 404);
    QCOMPARE(fetch(at(sandbox, u"/oauth/2026-03/token"_s), refreshForm("x"), {}).status, 404);
}

TEST_MAIN(QCoreApplication, TestSandboxAuthorization)
#include "tst_sandboxauthorization.moc"
