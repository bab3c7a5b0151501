#include "app/sandbox/account.h"
#include "app/sandbox/batchinput.h"
#include "app/sandbox/batchrun.h"
#include "app/sandbox/ratelimiter.h"
#include "app/sandbox/statefile.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using limits::Category;
using limits::Operation;
using sandbox::Account;
using sandbox::RateLimiter;
using sandbox::TypeKey;

namespace {

/// "0-1>0-2 HUBSPOT_DEFINED 279" as a key.
TypeKey key(const QString &text)
{
    const QStringList words = text.split(u' ');
    const QStringList pair = words.value(0).split(u'>');
    return {{pair.value(0), pair.value(1)},
            limits::categoryFromWire(words.value(1)).value_or(Category::Work),
            words.value(2).toInt()};
}

const QString contactToCompany = u"0-1>0-2 HUBSPOT_DEFINED 279"_s;
const QString primaryCompany = u"0-1>0-2 HUBSPOT_DEFINED 1"_s;
const QString billingContact = u"0-1>0-2 USER_DEFINED 28"_s;

} // namespace

class TestSandboxAccount : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void findsObjects_data();
    void findsObjects();
    void labels_data();
    void labels();
    void rules_data();
    void rules();
    void createRefusesWhatIsThere();
    void updateCreatesWhatIsMissing();
    void purge();
    void directionsAreTheirOwn();
    void sameObject();
    void twinsShareOneLimit();
    void restoredTwins();
    void unlabeledTypesComeFirst();
    void customTypes();
    void limitsComeInTheOrderOfTheTypes();
    void restoredLimits();
    void batchSeesItsOwnInputs();
    void badBatches_data();
    void badBatches();
    void readsBatch();
    void rateOfTenSeconds();
    void rateOfADay();
    void fileRoundTrip();
    void damagedFiles_data();
    void damagedFiles();
    void nothingIsOverwrittenBySettingAside();

private:
    const sandbox::Catalogue m_catalogue = sandbox::Catalogue::standard();
};

void TestSandboxAccount::findsObjects_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::newRow("id") << u"0-1"_s << u"0-1"_s;
    QTest::newRow("singular") << u"contact"_s << u"0-1"_s;
    QTest::newRow("plural") << u"Contacts"_s << u"0-1"_s;
    QTest::newRow("irregular plural") << u"companies"_s << u"0-2"_s;
    QTest::newRow("with a space") << u"line items"_s << u"0-8"_s;
    QTest::newRow("with an underscore") << u"line_item"_s << u"0-8"_s;
    QTest::newRow("custom id") << u"2-7001"_s << u"2-7001"_s;
    QTest::newRow("custom plural") << u"Subscription boxes"_s << u"2-7002"_s;
    QTest::newRow("fully qualified") << u"p7000001_pets"_s << u"2-7001"_s;
    QTest::newRow("another account's") << u"p1_pets"_s << QString();
    QTest::newRow("unknown") << u"widgets"_s << QString();
    QTest::newRow("empty") << QString() << QString();
}

void TestSandboxAccount::findsObjects()
{
    QFETCH(const QString, name);
    const sandbox::CrmObject *object = m_catalogue.find(name);
    QTEST(object == nullptr ? QString() : object->id, "id");
}

void TestSandboxAccount::labels_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("label");
    QTest::newRow("unlabeled") << contactToCompany << QString();
    QTest::newRow("primary") << primaryCompany << u"Primary company"_s;
    QTest::newRow("label of the source")
        << u"0-1>0-2 HUBSPOT_DEFINED 931"_s << u"Billing contact"_s;
    QTest::newRow("same object") << u"0-2>0-2 HUBSPOT_DEFINED 14"_s << u"Parent company"_s;
    QTest::newRow("custom") << billingContact << u"Billing contact"_s;
    QTest::newRow("custom with HubSpot's ID")
        << u"0-1>0-2 USER_DEFINED 279"_s << u"Former employer"_s;
    QTest::newRow("custom unlabeled") << u"2-7001>0-1 USER_DEFINED 100"_s << QString();
    QTest::newRow("paired, this way") << u"2-7001>2-7001 USER_DEFINED 108"_s << u"Parent"_s;
    QTest::newRow("paired, that way") << u"2-7001>2-7001 USER_DEFINED 109"_s << u"Offspring"_s;
}

void TestSandboxAccount::labels()
{
    QFETCH(const QString, type);
    const auto *found = m_catalogue.type(key(type));
    QVERIFY(found);
    QTEST(found->label, "label");
}

void TestSandboxAccount::rules_data()
{
    QTest::addColumn<QString>("before"); // "type limit", to be accepted
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("limit");
    QTest::addColumn<QString>("refusal"); // a part of it; empty: accepted
    const auto row = [](const char *name, const QString &before, const QString &type, int limit,
                        const QString &refusal) {
        QTest::newRow(name) << before << type << limit << refusal;
    };
    row("lowest", {}, contactToCompany, 1, {});
    row("highest", {}, contactToCompany, 10'000, {});
    row("zero", {}, contactToCompany, 0, u"must be at least 1"_s);
    row("negative", {}, contactToCompany, -1, u"must be at least 1"_s);
    row("above the highest", {}, contactToCompany, 10'001, u"exceeds the maximum of 10000"_s);
    row("largest int32", {}, contactToCompany, 2'147'483'647, u"exceeds the maximum"_s);
    row("unknown type", {}, u"0-1>0-2 HUBSPOT_DEFINED 999"_s, 5, u"999 of category"_s);
    row("other category", {}, u"0-1>0-2 USER_DEFINED 1"_s, 5, u"does not exist"_s);
    row("other direction", {}, u"0-2>0-1 HUBSPOT_DEFINED 279"_s, 5, u"does not exist"_s);
    row("pair without types", {}, u"0-86>0-74 HUBSPOT_DEFINED 1"_s, 5, u"does not exist"_s);
    row("label below unlabeled", contactToCompany + u" 5"_s, primaryCompany, 4, {});
    row("label at unlabeled", contactToCompany + u" 5"_s, primaryCompany, 5, {});
    row("label above unlabeled", contactToCompany + u" 5"_s, primaryCompany, 6,
        u"(\"Primary company\") must be less than or equal to 5"_s);
    row("custom label above unlabeled", contactToCompany + u" 5"_s, billingContact, 6,
        u"must be less than or equal to 5"_s);
    row("label while unlabeled is Many", {}, primaryCompany, 10'000, {});
    row("unlabeled at a label", primaryCompany + u" 7"_s, contactToCompany, 7, {});
    row("unlabeled below a label", primaryCompany + u" 7"_s, contactToCompany, 6,
        u"must be greater than or equal to 7"_s);
    row("label above another label", primaryCompany + u" 7"_s, billingContact, 8, {});
    row("custom 279 is a label", contactToCompany + u" 5"_s, u"0-1>0-2 USER_DEFINED 279"_s, 6,
        u"(\"Former employer\") must be less"_s);
    row("custom object", u"2-7001>0-2 USER_DEFINED 110 5"_s, u"2-7001>0-2 USER_DEFINED 110"_s, 3,
        {});
}

void TestSandboxAccount::rules()
{
    QFETCH(const QString, before);
    QFETCH(const QString, type);
    QFETCH(const int, limit);
    QFETCH(const QString, refusal);
    Account account = Account::initial(m_catalogue);
    if (!before.isEmpty()) {
        QVERIFY(account.update(key(before), before.section(u' ', -1).toInt()));
    }
    const auto unchanged = account.table();
    const auto outcome = account.update(key(type), limit);
    if (refusal.isEmpty()) {
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error()));
        QCOMPARE(outcome->maxToObjectIds, limit);
        QCOMPARE(account.limitOf(key(type)), limit);
    } else {
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().contains(refusal), qPrintable(outcome.error()));
        QVERIFY(account.table() == unchanged);
    }
}

void TestSandboxAccount::createRefusesWhatIsThere()
{
    Account account = Account::initial(m_catalogue);
    QVERIFY(account.create(key(contactToCompany), 5));
    const auto again = account.create(key(contactToCompany), 6);
    QVERIFY(!again);
    QVERIFY(again.error().contains(u"already exists for association type 279"_s));
    QCOMPARE(account.limitOf(key(contactToCompany)), 5);
}

void TestSandboxAccount::updateCreatesWhatIsMissing()
{
    Account account = Account::initial(m_catalogue);
    QVERIFY(!account.limitOf(key(contactToCompany)));
    QVERIFY(account.update(key(contactToCompany), 5));
    QVERIFY(account.update(key(contactToCompany), 6));
    QCOMPARE(account.limitOf(key(contactToCompany)), 6);
}

void TestSandboxAccount::purge()
{
    Account account = Account::initial(m_catalogue);
    const auto removed = account.purge(key(billingContact));
    QVERIFY(removed);
    QVERIFY(removed->has_value());
    QCOMPARE((*removed)->maxToObjectIds, 1);
    QVERIFY(!account.limitOf(key(billingContact)));
    const auto nothing = account.purge(key(billingContact));
    QVERIFY(nothing);
    QVERIFY(!nothing->has_value());
    QVERIFY(!account.purge(key(u"0-1>0-2 USER_DEFINED 999"_s)));
}

void TestSandboxAccount::directionsAreTheirOwn()
{
    Account account = Account::initial(m_catalogue);
    const TypeKey back = key(u"0-2>0-1 HUBSPOT_DEFINED 280"_s);
    const auto before = account.limitOf(back);
    QVERIFY(account.create(key(contactToCompany), 5));
    QCOMPARE(account.limitOf(back), before);
    // The label of one direction is not held to the unlabeled type of the other.
    QVERIFY(account.update(key(u"0-2>0-1 USER_DEFINED 27"_s), 400));
}

void TestSandboxAccount::sameObject()
{
    // The unlabeled and the symmetric type have one ID, and so one limit, for both ways.
    const auto &types = m_catalogue.types({u"2-7001"_s, u"2-7001"_s});
    QList<int> ids;
    for (const auto &type : types) {
        ids.append(type.typeId);
    }
    QCOMPARE(ids, QList<int>({106, 107, 108, 109, 112, 113}));

    Account account = Account::initial(m_catalogue);
    const TypeKey parent = key(u"2-7001>2-7001 USER_DEFINED 108"_s);
    const TypeKey offspring = key(u"2-7001>2-7001 USER_DEFINED 109"_s);
    QVERIFY(account.create(parent, 2));
    QVERIFY(account.create(offspring, 12));
    QCOMPARE(account.limitOf(parent), 2);
    QVERIFY(!account.create(key(u"2-7001>2-7001 USER_DEFINED 106"_s), 11));
    QVERIFY(account.create(key(u"2-7001>2-7001 USER_DEFINED 106"_s), 12));
    QVERIFY(!account.update(parent, 13));
}

void TestSandboxAccount::twinsShareOneLimit()
{
    Account account = Account::initial(m_catalogue);
    const TypeKey playmate = key(u"2-7001>2-7001 USER_DEFINED 112"_s);
    const TypeKey twin = key(u"2-7001>2-7001 USER_DEFINED 113"_s);
    QCOMPARE(m_catalogue.type(playmate)->label, m_catalogue.type(twin)->label);
    QVERIFY(account.create(playmate, 2));
    QCOMPARE(account.limitOf(twin), 2);
    const auto again = account.create(twin, 2);
    QVERIFY(!again);
    QVERIFY(again.error().contains(u"already exists"_s));
    QVERIFY(account.update(twin, 5));
    QCOMPARE(account.limitOf(playmate), 5);
    QCOMPARE(account.limits(playmate.pair).size(), size_t(2));
    const auto unlabeled = account.create(key(u"2-7001>2-7001 USER_DEFINED 106"_s), 4);
    QVERIFY(!unlabeled);

    const auto removed = account.purge(playmate);
    QVERIFY(removed);
    QCOMPARE((*removed)->type.typeId, 112);
    QVERIFY(!account.limitOf(twin));
    const auto nothing = account.purge(twin);
    QVERIFY(nothing);
    QVERIFY(!nothing->has_value());
    // The labels of a pair are two types and no twins.
    QVERIFY(!m_catalogue.type(key(u"2-7001>2-7001 USER_DEFINED 108"_s))->twin);
    QVERIFY(!m_catalogue.type(key(billingContact))->twin);
}

void TestSandboxAccount::restoredTwins()
{
    const TypeKey partner = key(u"0-1>0-1 USER_DEFINED 51"_s);
    const TypeKey twin = key(u"0-1>0-1 USER_DEFINED 52"_s);
    const auto initial = Account::restored(m_catalogue, Account::initial(m_catalogue).table());
    QVERIFY(initial);
    QVERIFY(initial->table() == Account::initial(m_catalogue).table());
    QCOMPARE(initial->limitOf(twin), initial->limitOf(partner));
    const auto one = Account::restored(m_catalogue, {{twin, 7}});
    QVERIFY(one);
    QCOMPARE(one->limitOf(partner), 7);
    const auto apart = Account::restored(m_catalogue, {{partner, 6}, {twin, 7}});
    QVERIFY(apart);
    QCOMPARE(apart->limitOf(partner), 7);
    QCOMPARE(apart->limitOf(twin), 7);
}

void TestSandboxAccount::unlabeledTypesComeFirst()
{
    for (const sandbox::CrmObject &from : m_catalogue.objects()) {
        for (const sandbox::CrmObject &to : m_catalogue.objects()) {
            QVERIFY(std::ranges::is_partitioned(m_catalogue.types({from.id, to.id}),
                                                &sandbox::AssociationType::isUnlabeled));
        }
    }
}

void TestSandboxAccount::customTypes()
{
    const limits::Pair pair{u"0-1"_s, u"0-2"_s};
    const sandbox::Catalogue larger = m_catalogue.withCustomTypes(pair, 5000, 10'000);
    QCOMPARE(larger.types(pair).size(), m_catalogue.types(pair).size() + 10'000);
    QCOMPARE(larger.types({pair.to, pair.from}).size(),
             m_catalogue.types({pair.to, pair.from}).size());
    QVERIFY(!larger.type({pair, Category::UserDefined, 4999}));
    QCOMPARE(larger.type({pair, Category::UserDefined, 5000})->label, u"Label 5000"_s);
    QCOMPARE(larger.type({pair, Category::UserDefined, 14'999})->label, u"Label 14999"_s);
    QVERIFY(!larger.type({pair, Category::UserDefined, 15'000}));

    Account account = Account::initial(larger);
    QVERIFY(account.create(key(contactToCompany), 5));
    QVERIFY(!account.create({pair, Category::UserDefined, 14'999}, 6));
    QVERIFY(account.create({pair, Category::UserDefined, 14'999}, 5));
    QVERIFY(!account.update(key(contactToCompany), 4));
}

void TestSandboxAccount::limitsComeInTheOrderOfTheTypes()
{
    Account account = Account::initial(m_catalogue);
    QVERIFY(account.create(key(primaryCompany), 1));
    QVERIFY(account.create(key(contactToCompany), 5));
    QList<int> ids;
    for (const auto &limit : account.limits({u"0-1"_s, u"0-2"_s})) {
        ids.append(limit.type.typeId);
    }
    QCOMPARE(ids, QList<int>({279, 1, 28}));
    QCOMPARE(account.allLimits().size(), account.table().size());
}

void TestSandboxAccount::restoredLimits()
{
    sandbox::LimitTable table{
        {key(contactToCompany), 5}, {key(primaryCompany), 5}, {key(u"0-1>0-2 WORK 3"_s), 9}};
    const auto restored = Account::restored(m_catalogue, table);
    QVERIFY(restored);
    QCOMPARE(restored->table().size(), size_t(2)); // the unknown type is left out
    table[key(primaryCompany)] = 6;
    QVERIFY(!Account::restored(m_catalogue, table));
}

void TestSandboxAccount::batchSeesItsOwnInputs()
{
    Account account = Account::initial(m_catalogue);
    const auto outcome = sandbox::runBatch(account, Operation::Create, {u"0-1"_s, u"0-2"_s},
                                           {{Category::HubSpotDefined, 279, 5},
                                            {Category::HubSpotDefined, 1, 6},
                                            {Category::HubSpotDefined, 279, 7}});
    QCOMPARE(outcome.done.size(), size_t(1));
    QCOMPARE(outcome.refused.size(), size_t(2));
    QCOMPARE(outcome.refused[0].key, key(primaryCompany));
    QVERIFY(outcome.refused[1].message.contains(u"already exists"_s));
}

void TestSandboxAccount::badBatches_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &body, const QString &message) {
        QTest::newRow(name) << body << message;
    };
    const auto input = [](const QByteArray &fields) { return "{\"inputs\":[{" + fields + "}]}"; };
    row("empty", {}, u"Invalid input JSON on line 1, column 1: "_s);
    row("not JSON", "x", u"Invalid input JSON on line 1, column "_s);
    row("truncated on line 2",
        "{\"inputs\":[\n  {\"typeId\":", u"Invalid input JSON on line 2, "_s);
    row("garbage at the end", "{\"inputs\":[]} x", u"Invalid input JSON on line 1, column "_s);
    row("invalid UTF-8", "{\"inputs\":\"\xff\"}", u"Invalid input JSON"_s);
    row("nested too deeply", QByteArray(100'000, '['), u"Invalid input JSON"_s);
    row("an array", "[]",
        u"Invalid input JSON on line 1, column 2: Cannot build BatchInput, some of required "
        u"attributes are not set [inputs]"_s);
    row("without inputs", "{}", u"attributes are not set [inputs]"_s);
    row("inputs null", "{\"inputs\":null}", u"attributes are not set [inputs]"_s);
    row("inputs no array", "{\"inputs\":{}}", u"Cannot deserialize inputs"_s);
    row("no inputs", "{\"inputs\":[]}", u"must be between 1 and 1000, it was 0"_s);
    row("too many inputs", "{\"inputs\":[" + QByteArray("1,").repeated(1000) + "1]}",
        u"it was 1001"_s);
    row("an input that is no object", "{\"inputs\":[5]}", u"from inputs[0]"_s);
    row("nothing set", input(""),
        u"some of required attributes are not set [category, typeId, maxToObjectIds]"_s);
    row("category missing", input("\"typeId\":1,\"maxToObjectIds\":1"), u"not set [category]"_s);
    row("category null", input("\"category\":null,\"typeId\":1,\"maxToObjectIds\":1"),
        u"not set [category]"_s);
    row("category unknown", input("\"category\":\"MINE\",\"typeId\":1,\"maxToObjectIds\":1"),
        u"inputs[0].category: not one of the values"_s);
    row("category a number", input("\"category\":1,\"typeId\":1,\"maxToObjectIds\":1"),
        u"inputs[0].category: not one of the values"_s);
    row("type ID a text", input("\"category\":\"WORK\",\"typeId\":\"1\",\"maxToObjectIds\":1"),
        u"inputs[0].typeId: not a valid `int` value"_s);
    row("type ID too large",
        input("\"category\":\"WORK\",\"typeId\":2147483648,\"maxToObjectIds\":1"),
        u"inputs[0].typeId: not"_s);
    row("limit a fraction", input("\"category\":\"WORK\",\"typeId\":1,\"maxToObjectIds\":1.5"),
        u"inputs[0].maxToObjectIds: not"_s);
    row("limit beyond int32", input("\"category\":\"WORK\",\"typeId\":1,\"maxToObjectIds\":-1e300"),
        u"inputs[0].maxToObjectIds: not"_s);
    row("the second input",
        "{\"inputs\":[{\"category\":\"WORK\",\"typeId\":1,\"maxToObjectIds\":1},{}]}",
        u"Cannot build inputs[1]"_s);
}

void TestSandboxAccount::badBatches()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, message);
    const auto read = sandbox::readBatch(body, Operation::Create);
    QVERIFY(!read);
    QCOMPARE(read.error().status, 400);
    QCOMPARE(read.error().body.value(u"status"_s).toString(), u"error"_s);
    const QString said = read.error().body.value(u"message"_s).toString();
    QVERIFY2(said.contains(message), qPrintable(said));
}

void TestSandboxAccount::readsBatch()
{
    const QByteArray body = R"({"inputs":[{"category":"USER_DEFINED","typeId":28,"more":true}]})";
    QVERIFY(!sandbox::readBatch(body, Operation::Update));
    const auto read = sandbox::readBatch(body, Operation::Purge); // needs no limit
    QVERIFY(read);
    QCOMPARE(read->size(), size_t(1));
    QCOMPARE(read->front().category, Category::UserDefined);
    QCOMPARE(read->front().typeId, 28);
}

void TestSandboxAccount::rateOfTenSeconds()
{
    RateLimiter limiter(QTimeZone::utc());
    const QDateTime start(QDate(2026, 11, 3), QTime(14, 0), Qt::UTC);
    for (int request = 0; request < RateLimiter::requestsPerInterval; ++request) {
        QCOMPARE(limiter.admit(start.addMSecs(request * 10)), RateLimiter::Verdict::Admitted);
    }
    QCOMPARE(limiter.remaining(), 0);
    QCOMPARE(limiter.admit(start.addMSecs(9'999)), RateLimiter::Verdict::TenSecondlyRolling);
    // The window rolls: the first request leaves it, and only that one.
    QCOMPARE(limiter.admit(start.addMSecs(10'000)), RateLimiter::Verdict::Admitted);
    QCOMPARE(limiter.admit(start.addMSecs(10'000)), RateLimiter::Verdict::TenSecondlyRolling);
    // A clock set back does not lock anybody out.
    QCOMPARE(limiter.admit(start.addDays(-1)), RateLimiter::Verdict::Admitted);
}

void TestSandboxAccount::rateOfADay()
{
    RateLimiter limiter(QTimeZone::utc());
    QDateTime now(QDate(2026, 11, 3), QTime(0, 0), Qt::UTC);
    for (int request = 0; request < RateLimiter::requestsPerDay; ++request) {
        now = now.addMSecs(100);
        if (limiter.admit(now) != RateLimiter::Verdict::Admitted) {
            QFAIL("refused too early");
        }
    }
    QCOMPARE(limiter.remainingToday(), 0);
    now = now.addSecs(600);
    QCOMPARE(limiter.admit(now), RateLimiter::Verdict::Daily);
    QCOMPARE(limiter.admit(now.addDays(1)), RateLimiter::Verdict::Admitted);
}

void TestSandboxAccount::fileRoundTrip()
{
    const QTemporaryDir folder;
    const sandbox::StateFile file(folder.filePath(u"new/state.json"_s));
    const auto absent = file.load();
    QVERIFY(absent);
    QVERIFY(!absent->has_value());
    const Account account = Account::initial(m_catalogue);
    QVERIFY(file.save(account.table()));
    const auto loaded = file.load();
    QVERIFY(loaded);
    QVERIFY(loaded->has_value());
    QVERIFY(**loaded == account.table());
}

void TestSandboxAccount::damagedFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto entry = [](const QByteArray &fields) {
        return "{\"version\":1,\"limits\":[{" + fields + "}]}";
    };
    const QByteArray good =
        R"("from":"0-1","to":"0-2","category":"WORK","typeId":1,"maxToObjectIds":1)";
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not JSON") << QByteArray("limits");
    QTest::newRow("truncated") << entry(good).chopped(3);
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("later version") << QByteArray("{\"version\":2,\"limits\":[]}");
    QTest::newRow("no limits") << QByteArray("{\"version\":1}");
    QTest::newRow("limit no number") << entry(QByteArray(good).replace("s\":1", "s\":\"1\""));
    QTest::newRow("limit beyond int32") << entry(QByteArray(good).replace("s\":1", "s\":3e9"));
    QTest::newRow("category unknown") << entry(QByteArray(good).replace("WORK", "PLAY"));
    QTest::newRow("pair missing") << entry(QByteArray(good).replace("from", "form"));
    QTest::newRow("no ID") << entry(QByteArray(good).replace("0-2", "a\\\"b"));
    QTest::newRow("an ID in other letters") << entry(QByteArray(good).replace("0-2", "\\u0661-2"));
    QTest::newRow("twice") << entry(good + "},{" + good);
    QTest::newRow("too large") << entry(good) + QByteArray(5 * 1024 * 1024, ' ');
}

void TestSandboxAccount::damagedFiles()
{
    QFETCH(const QByteArray, bytes);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"state.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    QVERIFY(!sandbox::StateFile(file.fileName()).load());
}

void TestSandboxAccount::nothingIsOverwrittenBySettingAside()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"state.json"_s);
    const QDateTime now(QDate(2026, 11, 3), QTime(14, 2), Qt::UTC);
    QStringList names;
    for (int round = 0; round < 3; ++round) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const auto aside = sandbox::StateFile(path).setAside(now);
        QVERIFY(aside);
        QVERIFY(QFile::exists(*aside));
        QVERIFY(!names.contains(*aside));
        names.append(*aside);
    }
    QCOMPARE(names.first(), path + u".damaged-20261103T140200Z"_s);
    QVERIFY(!sandbox::StateFile(path).setAside(now)); // nothing is there
}

TEST_MAIN(QCoreApplication, TestSandboxAccount)
#include "tst_sandboxaccount.moc"
