#include "app/accounts/credentials.h"
#include "tests/support/testmain.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using accounts::cleanToken;
using accounts::Credentials;
using accounts::credentialsFromJson;
using accounts::OAuthApp;
using accounts::OAuthTokens;
using accounts::TokenProblem;

namespace {

constexpr qsizetype longestToken = 4'096;

const QDateTime expiry(QDate(2026, 11, 3), QTime(14, 2, 3, 456), QTimeZone::utc());

Credentials signedIn()
{
    return {{},
            OAuthApp{u"1234-abcd"_s, "s3cret", {u"crm.objects.contacts.read"_s, u"oauth"_s}},
            OAuthTokens{"CJ-access", "na1-refresh", expiry}};
}

} // namespace

class TestCredentials : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void cleansTokens_data();
    void cleansTokens();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void takesTheLongest();
    void roundTrip_data();
    void roundTrip();
    void unknownJson_data();
    void unknownJson();
    void whatIsSent();
};

void TestCredentials::cleansTokens_data()
{
    QTest::addColumn<QString>("pasted");
    const QString token = u"pat-eu1-0a1b-2c3d"_s;
    QTest::newRow("as it is") << token;
    QTest::newRow("spaces") << u"  %1 \t"_s.arg(token);
    QTest::newRow("line breaks") << u"\r\n%1\r\n\n"_s.arg(token);
    QTest::newRow("NBSP") << u"\u00a0%1\u202f\u3000"_s.arg(token);
    QTest::newRow("zero-width around") << u"\ufeff%1\u200b"_s.arg(token);
    QTest::newRow("zero-width within") << u"pat-eu1\u200b-0a1b\u2060-2c\u200d3d"_s;
    QTest::newRow("soft hyphen within") << u"pat-eu1-\u00ad0a1b-2c3d"_s;
    QTest::newRow("marks of direction") << u"\u200e\u202a%1\u202c"_s.arg(token);
    QTest::newRow("quotes") << u"\"%1\""_s.arg(token);
    QTest::newRow("apostrophes") << u"'%1'"_s.arg(token);
    QTest::newRow("English quotes") << u"\u201c%1\u201d"_s.arg(token);
    QTest::newRow("German quotes") << u"\u201e%1\u201c"_s.arg(token);
    QTest::newRow("one quote") << u"%1\u201d"_s.arg(token);
    QTest::newRow("backticks, spaces within") << u"` %1 `"_s.arg(token);
    QTest::newRow("Bearer") << u"Bearer %1"_s.arg(token);
    QTest::newRow("bearer") << u"bearer\u00a0%1"_s.arg(token);
    QTest::newRow("BEARER") << u" BEARER   %1"_s.arg(token);
    QTest::newRow("Bearer and a line break") << u"Bearer\n%1"_s.arg(token);
    QTest::newRow("Authorization: Bearer") << u"Authorization: Bearer %1"_s.arg(token);
    QTest::newRow("authorization:bearer") << u"authorization:bearer %1\n"_s.arg(token);
    QTest::newRow("Authorization") << u"Authorization : %1"_s.arg(token);
    QTest::newRow("a header in quotes") << u"'Authorization: Bearer %1'"_s.arg(token);
    QTest::newRow("quotes after Bearer") << u"Bearer \"%1\""_s.arg(token);
    QTest::newRow("quotes in JSON") << u"\"Authorization\": \"Bearer %1\""_s.arg(token);
}

void TestCredentials::cleansTokens()
{
    QFETCH(QString, pasted);
    const auto token = cleanToken(pasted);
    QVERIFY(token);
    QCOMPARE(*token, "pat-eu1-0a1b-2c3d");
}

void TestCredentials::refusesWhatIsNone_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<TokenProblem>("problem");
    const auto row = [](const char *name, const QString &pasted, TokenProblem problem) {
        QTest::newRow(name) << pasted << problem;
    };
    row("nothing", {}, TokenProblem::Empty);
    row("white space", u" \n\u00a0\u200b"_s, TokenProblem::Empty);
    row("quotes alone", u"\"\""_s, TokenProblem::Empty);
    row("Bearer alone", u"Bearer "_s, TokenProblem::Empty);
    row("a header alone", u"Authorization: Bearer"_s, TokenProblem::Empty);
    row("two words", u"pat-1 pat-2"_s, TokenProblem::NotOneWord);
    row("a line break within", u"pat-1\npat-2"_s, TokenProblem::NotOneWord);
    row("NBSP within", u"pat-1\u00a0pat-2"_s, TokenProblem::NotOneWord);
    row("another scheme", u"Basic abc"_s, TokenProblem::NotOneWord);
    row("a quote within", u"pat\"1"_s, TokenProblem::Quotes);
    row("a typographic quote within", u"pat\u20191"_s, TokenProblem::Quotes);
    row("umlaut", u"pat-\u00e4"_s, TokenProblem::NotAscii);
    row("Cyrillic that looks Latin", u"p\u0430t-1"_s, TokenProblem::NotAscii);
    row("hidden by bullets", u"\u2022\u2022\u2022\u2022"_s, TokenProblem::NotAscii);
    row("emoji", u"pat-\U0001f511"_s, TokenProblem::NotAscii);
    row("NUL", u"pat"_s + QChar(0) + u'1', TokenProblem::NotAscii);
    row("escape", u"pat\x1b[0m"_s, TokenProblem::NotAscii);
    row("delete", u"pat\x7f"_s, TokenProblem::NotAscii);
    row("too long", QString(longestToken + 1, u'x'), TokenProblem::TooLong);
}

void TestCredentials::refusesWhatIsNone()
{
    QFETCH(QString, pasted);
    const auto token = cleanToken(pasted);
    QVERIFY(!token);
    QTEST(token.error(), "problem");
}

void TestCredentials::takesTheLongest()
{
    QCOMPARE(cleanToken(u"Bearer "_s + QString(longestToken, u'x')).value(),
             QByteArray(longestToken, 'x'));
    QCOMPARE(cleanToken(u"bearerless-token"_s).value(), "bearerless-token");
    QCOMPARE(cleanToken(u"a+/=~._-!"_s).value(), "a+/=~._-!");
}

void TestCredentials::roundTrip_data()
{
    QTest::addColumn<Credentials>("credentials");
    QTest::newRow("nothing") << Credentials{};
    QTest::newRow("token") << Credentials{"pat-eu1-\"\\x", {}, {}};
    QTest::newRow("app before the sign-in")
        << Credentials{{}, OAuthApp{u"id"_s, "s\u00e4cret", {}}, {}};
    QTest::newRow("signed in") << signedIn();
    QTest::newRow("no refresh token")
        << Credentials{{}, signedIn().app, OAuthTokens{"CJ-access", {}, expiry}};
}

void TestCredentials::roundTrip()
{
    QFETCH(Credentials, credentials);
    const auto read = credentialsFromJson(accounts::toJson(credentials));
    QCOMPARE(read, std::optional(credentials));
    QCOMPARE(read->tokens.expiresAt.isValid(), credentials.tokens.expiresAt.isValid());
}

void TestCredentials::unknownJson_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray whole = accounts::toJson(signedIn());
    const auto replaced = [&whole](const char *name, const QByteArray &was, const QByteArray &is) {
        QVERIFY2(whole.contains(was), name);
        QTest::newRow(name) << QByteArray(whole).replace(was, is);
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("a bare token") << QByteArray("pat-eu1-0a1b");
    QTest::newRow("a string") << QByteArray(R"("pat-eu1-0a1b")");
    QTest::newRow("list") << QByteArray(R"(["pat"])");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("a number") << QByteArray(R"({"token":5})");
    QTest::newRow("cut off") << whole.chopped(3);
    replaced("no client id", "clientId", "clientID");
    replaced("secret of another type", R"("s3cret")", "7");
    replaced("scopes of another type", R"("oauth")", "7");
    replaced("no tokens", R"("tokens")", R"("token-s")");
    replaced("no time", R"("2026-11-03T14:02:03.456Z")", R"("soon")");
}

void TestCredentials::unknownJson()
{
    QFETCH(QByteArray, json);
    QCOMPARE(credentialsFromJson(json), std::nullopt);
}

void TestCredentials::whatIsSent()
{
    QCOMPARE(Credentials{}.bearer(), "");
    QCOMPARE((Credentials{"pat", {}, {}}.bearer()), "pat");
    QCOMPARE(signedIn().bearer(), "CJ-access");
    QCOMPARE((Credentials{{}, signedIn().app, {}}.bearer()), "");
}

TEST_MAIN(QCoreApplication, TestCredentials)
#include "tst_credentials.moc"
