#include "app/accounts/renewals.h"
#include "tests/support/testmain.h"
#include "tests/unit/accountbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using accounts::Credentials;
using accounts::OAuthTokens;
using accounts::Renewals;
using accounts::SignInError;

namespace {

const QString id = u"hubspot-1"_s;
const QUrl baseUrl(u"https://api.hubapi.com"_s);

} // namespace

class TestRenewals : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void beginsInTime_data();
    void beginsInTime();
    void renews();
    void keepsARefreshTokenThatIsNotReplaced();
    void afterSleep();
    void retriesEverLater();
    void isRefused();
    void aClockPutBack();
    void tokensThatAreNoBetter();
    void nothingToRenew();
    void isGivenUp();

private:
    /// Waits until the clock was looked at.
    void look()
    {
        QSignalSpy looked(m_tick.get(), &QTimer::timeout);
        for (int turn = 0; turn < 3; ++turn) {
            QVERIFY(looked.wait());
        }
    }
    [[nodiscard]] std::size_t count() const { return m_scripted->started.size(); }
    [[nodiscard]] Credentials lasting(std::chrono::milliseconds life) const
    {
        Credentials credentials = tests::signedIn(*m_clock);
        credentials.tokens.expiresAt = m_clock->now().addMSecs(life.count());
        return credentials;
    }

    std::unique_ptr<tests::HandClock> m_clock;
    std::unique_ptr<tests::ScriptedRenewals> m_scripted;
    std::unique_ptr<Renewals> m_renewals;
    std::unique_ptr<QTimer> m_tick;
};

void TestRenewals::init()
{
    StrictTest::init();
    m_clock = std::make_unique<tests::HandClock>();
    m_scripted = std::make_unique<tests::ScriptedRenewals>();
    m_renewals = std::make_unique<Renewals>(m_scripted->start(), *m_clock, 5ms);
    m_tick = std::make_unique<QTimer>();
    m_tick->start(5);
}

void TestRenewals::beginsInTime_data()
{
    QTest::addColumn<qint64>("life");
    QTest::addColumn<Renewals::Age>("age");
    QTest::addColumn<qint64>("left");
    const auto row = [](const char *name, std::chrono::seconds life, Renewals::Age age,
                        std::chrono::seconds left) {
        QTest::newRow(name) << qint64(life.count()) << age << qint64(left.count());
    };
    row("HubSpot's half hour: a fifth", 30min, Renewals::Age::New, 6min);
    row("a day: a fifth", 24h, Renewals::Age::New, 288min);
    row("fifteen minutes: five", 15min, Renewals::Age::New, 5min);
    row("one minute: half of it", 1min, Renewals::Age::New, 30s);
    row("of unknown age: five minutes", 30min, Renewals::Age::Unknown, 5min);
}

void TestRenewals::beginsInTime()
{
    QFETCH(qint64, life);
    QFETCH(Renewals::Age, age);
    QFETCH(qint64, left);
    m_renewals->set(id, baseUrl, lasting(std::chrono::seconds(life)), age);
    look();
    m_clock->advance(std::chrono::seconds(life - left) - 1ms);
    look();
    QCOMPARE(count(), 0U);
    m_clock->advance(1ms);
    look();
    QCOMPARE(count(), 1U); // and not once more while it is under way
    QCOMPARE(m_scripted->started.front().tokens.refresh, "refresh-1");
    QCOMPARE(m_scripted->started.front().baseUrl, baseUrl);
}

void TestRenewals::renews()
{
    QSignalSpy renewed(m_renewals.get(), &Renewals::renewed);
    m_renewals->set(id, baseUrl, lasting(1min), Renewals::Age::New);
    m_clock->advance(50s);
    look();
    const OAuthTokens tokens{"access-2", "refresh-2", m_clock->now().addSecs(1'800)};
    m_scripted->succeed(tokens);
    QCOMPARE(renewed, (QList<QVariantList>{{id}}));
    QCOMPARE(m_renewals->find(id)->tokens, tokens);
    QCOMPARE(m_renewals->find(id)->app, tests::signedIn(*m_clock).app);
    look();
    QCOMPARE(count(), 1U);
    m_clock->advance(24min);
    look();
    QCOMPARE(count(), 2U);
    QCOMPARE(m_scripted->started.back().tokens, tokens);
}

void TestRenewals::keepsARefreshTokenThatIsNotReplaced()
{
    m_renewals->set(id, baseUrl, lasting(0s), Renewals::Age::New);
    look();
    m_scripted->succeed({"access-2", {}, m_clock->now().addSecs(1'800)});
    QCOMPARE(m_renewals->find(id)->tokens.access, "access-2");
    QCOMPARE(m_renewals->find(id)->tokens.refresh, "refresh-1");
}

void TestRenewals::afterSleep()
{
    m_renewals->set(id, baseUrl, lasting(30min), Renewals::Age::New);
    look();
    m_clock->advance(48h);
    look();
    QCOMPARE(count(), 1U);
}

void TestRenewals::retriesEverLater()
{
    QSignalSpy failed(m_renewals.get(), &Renewals::failed);
    m_renewals->set(id, baseUrl, lasting(0s), Renewals::Age::New);
    look();
    QCOMPARE(count(), 1U);
    std::size_t attempts = 1;
    const std::chrono::milliseconds delays[] = {30s, 1min, 2min, 4min, 8min, 10min, 10min};
    for (const std::chrono::milliseconds delay : delays) {
        m_scripted->fail(SignInError::NotReached);
        m_clock->advance(delay - 1ms);
        look();
        QCOMPARE(count(), attempts);
        m_clock->advance(1ms);
        look();
        QCOMPARE(count(), ++attempts);
    }
    QCOMPARE(failed, (QList<QVariantList>{{id, u"its words"_s}}));
    // The next tokens may fail anew.
    m_scripted->succeed({"access-2", {}, m_clock->now().addSecs(60)});
    m_clock->advance(1min);
    look();
    m_scripted->fail(SignInError::NotReached);
    QCOMPARE(failed.size(), 2);
}

void TestRenewals::isRefused()
{
    QSignalSpy failed(m_renewals.get(), &Renewals::failed);
    m_renewals->set(id, baseUrl, lasting(0s), Renewals::Age::New);
    look();
    m_scripted->fail(SignInError::Refused);
    m_clock->advance(24h);
    look();
    QCOMPARE(count(), 1U);
    QCOMPARE(failed.size(), 1);
    m_renewals->set(id, baseUrl, lasting(0s), Renewals::Age::New); // signed in again
    look();
    QCOMPARE(count(), 2U);
}

void TestRenewals::aClockPutBack()
{
    m_renewals->set(id, baseUrl, lasting(-48h), Renewals::Age::Unknown);
    look();
    m_scripted->fail(SignInError::NotReached);
    m_clock->advance(-24h);
    look();
    QCOMPARE(count(), 2U);
}

void TestRenewals::tokensThatAreNoBetter()
{
    m_renewals->set(id, baseUrl, lasting(0s), Renewals::Age::New);
    look();
    m_scripted->succeed({"access-2", {}, m_clock->now()});
    look();
    QCOMPARE(count(), 1U);
    m_clock->advance(30s);
    look();
    QCOMPARE(count(), 2U);
}

void TestRenewals::nothingToRenew()
{
    Credentials credentials = lasting(0s);
    credentials.tokens.refresh.clear();
    m_renewals->set(id, baseUrl, credentials, Renewals::Age::New);
    credentials.tokens = {}; // before the sign-in
    m_renewals->set(u"hubspot-2"_s, baseUrl, credentials, Renewals::Age::New);
    look();
    QCOMPARE(count(), 0U);
    QCOMPARE(*m_renewals->find(u"hubspot-2"_s), credentials);
    QCOMPARE(m_renewals->find(u"hubspot-3"_s), nullptr);
}

void TestRenewals::isGivenUp()
{
    QSignalSpy renewed(m_renewals.get(), &Renewals::renewed);
    m_renewals->set(id, baseUrl, lasting(0s), Renewals::Age::New);
    look();
    m_renewals->forget(id);
    QVERIFY(!m_scripted->started.back().owner);
    QCOMPARE(m_renewals->find(id), nullptr);
    m_renewals->set(id, baseUrl, lasting(0s), Renewals::Age::New);
    look();
    m_renewals->set(id, baseUrl, lasting(30min), Renewals::Age::New);
    QVERIFY(!m_scripted->started.back().owner);
    QVERIFY(renewed.isEmpty());
}

TEST_MAIN(QCoreApplication, TestRenewals)
#include "tst_renewals.moc"
