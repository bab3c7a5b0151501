#include "app/submission/outcomes.h"
#include "tests/support/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;
using limits::Category;
using limits::Operation;
using submission::LimitOutcome;
using submission::Outcome;
using RecordState = history::Record::State;
using ExchangeState = history::Exchange::State;

namespace {

struct Asked
{
    Category category;
    qint32 typeId;
    std::optional<qint32> limit;
};

const std::vector<Asked> three{{Category::HubSpotDefined, 279, 5},
                               {Category::UserDefined, 28, 12},
                               {Category::UserDefined, 31, 3}};

history::Record recordOf(const std::vector<Asked> &asked, Operation operation = Operation::Create)
{
    history::Exchange exchange;
    exchange.request.operation = operation;
    for (const Asked &one : asked) {
        exchange.request.changes.push_back({one.category, one.typeId, one.limit, {}});
    }
    history::Record record;
    record.exchanges.push_back(exchange);
    return record;
}

history::Record answered(const std::vector<Asked> &asked, int status, const QByteArray &body,
                         Operation operation = Operation::Create)
{
    history::Record record = recordOf(asked, operation);
    record.state = RecordState::Finished;
    record.exchanges[0].state = ExchangeState::Answered;
    api::Reply reply;
    reply.httpStatus = status;
    reply.headers = {{"Content-Type", "application/json"}};
    reply.body = body;
    record.exchanges[0].reply = reply;
    return record;
}

// A batch body around results and whatever follows them.
QByteArray batch(const QByteArray &results, const QByteArray &more = {})
{
    return R"({"completedAt":"2026-11-03T14:02:12Z","startedAt":"2026-11-03T14:02:11Z","results":[)" +
           results + "]" + more + "}";
}

constexpr char result279[] =
    R"({"category":"HUBSPOT_DEFINED","typeId":279,"userEnforcedMaxToObjectIds":5})";
constexpr char result28[] =
    R"({"category":"USER_DEFINED","typeId":28,"label":"Billing","userEnforcedMaxToObjectIds":12})";
constexpr char result31[] =
    R"({"category":"USER_DEFINED","typeId":31,"userEnforcedMaxToObjectIds":3})";

QByteArray both()
{
    return QByteArray(result279) + ',' + result28;
}

QByteArray complete(const QByteArray &errors, const QByteArray &numErrors = {})
{
    return (numErrors.isEmpty() ? QByteArray() : QByteArray(R"(,"numErrors":)") + numErrors) +
           R"(,"status":"COMPLETE","errors":[)" + errors + "]";
}

// S stored, D stored differently, F failed, M missing, U unknown, N not sent, P pending.
QString letters(const std::vector<LimitOutcome> &outcomes)
{
    QString text;
    for (const LimitOutcome &outcome : outcomes) {
        text += QLatin1StringView("SDFMUNP").at(qsizetype(outcome.outcome));
    }
    return text;
}

} // namespace

class TestOutcomes : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void answers_data();
    void answers();
    void purges_data();
    void purges();
    void wholeRequestErrors_data();
    void wholeRequestErrors();
    void states_data();
    void states();
    void keepsWhatIsReported();
    void toldApartByCategory();
    void ambiguousTypeIdsAreNotGuessed();
    void unmatchedErrorsAreKept();
    void severalRequestsKeepTheirOrder();
    void countsEveryOutcome();
};

void TestOutcomes::answers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcomes");

    QTest::newRow("all stored") << 201 << batch(both() + ',' + result31) << u"SSS"_s;
    QTest::newRow("200 is a success too") << 200 << batch(both() + ',' + result31) << u"SSS"_s;
    QTest::newRow("in another order")
        << 201 << batch(QByteArray(result31) + ',' + both()) << u"SSS"_s;
    QTest::newRow("another limit than asked for")
        << 201
        << batch(both() +
                 R"(,{"category":"USER_DEFINED","typeId":31,"userEnforcedMaxToObjectIds":2})")
        << u"SSD"_s;
    QTest::newRow("no limit reported")
        << 201 << batch(both() + R"(,{"category":"USER_DEFINED","typeId":31})") << u"SSS"_s;
    QTest::newRow("named twice, once differently")
        << 201
        << batch(both() + ',' + result31 +
                 R"(,{"category":"USER_DEFINED","typeId":31,"userEnforcedMaxToObjectIds":9})")
        << u"SSD"_s;
    QTest::newRow("not named") << 201 << batch(both()) << u"SSM"_s;
    QTest::newRow("nothing named") << 201 << batch({}) << u"MMM"_s;
    QTest::newRow("more than asked for")
        << 201 << batch(both() + ',' + result31 + R"(,{"category":"USER_DEFINED","typeId":99})")
        << u"SSS"_s;
    QTest::newRow("a category not known here")
        << 201
        << batch(both() + R"(,{"category":"NEW_KIND","typeId":31,"userEnforcedMaxToObjectIds":3})")
        << u"SSS"_s;
    QTest::newRow("a known category that was not asked for")
        << 201
        << batch(both() + R"(,{"category":"WORK","typeId":31,"userEnforcedMaxToObjectIds":3})")
        << u"SSM"_s;

    QTest::newRow("an error that names it in its context")
        << 207 << batch(both(), complete(R"({"message":"No.","context":{"typeId":["31"]}})"))
        << u"SSF"_s;
    QTest::newRow("by another name of the type ID")
        << 207
        << batch(both(), complete(R"({"message":"No.","context":{"associationTypeId":[31]}})"))
        << u"SSF"_s;
    QTest::newRow("an object type is no association type")
        << 207
        << batch(result279, complete(R"({"message":"No.","context":{"objectTypeId":["31"]}})"))
        << u"SMM"_s;
    QTest::newRow("a context that names two")
        << 207
        << batch(result279, complete(R"({"message":"No.","context":{"typeId":["28","31"]}})"))
        << u"SFF"_s;
    QTest::newRow("the context before the message")
        << 207
        << batch(result279,
                 complete(R"({"message":"Type 28 is fine","context":{"typeId":["31"]}})"))
        << u"SMF"_s;
    QTest::newRow("an error that names it in its message")
        << 207 << batch(result279, complete(R"({"message":"Type 28 is not yours."})")) << u"SFM"_s;
    QTest::newRow("a bare number in the message")
        << 207 << batch(result279, complete(R"({"message":"28: not yours."})")) << u"SFM"_s;
    QTest::newRow("an error that is mere text")
        << 207 << batch(result279, complete(R"("type ID 28 is not yours")")) << u"SFM"_s;
    QTest::newRow("a part of a number is none")
        << 207 << batch(result279, complete(R"({"message":"0-28, p28, 28.5 and 28,000"})"))
        << u"SMM"_s;
    QTest::newRow("a message that names two is not guessed at")
        << 207 << batch(result279, complete(R"({"message":"28 or 31"})")) << u"SMM"_s;
    QTest::newRow("the word type decides")
        << 207 << batch(result279, complete(R"({"message":"type 28 exceeds 31"})")) << u"SFM"_s;
    QTest::newRow("one missing and one error belong together")
        << 207 << batch(both(), complete(R"({"message":"Something."})", "1")) << u"SSF"_s;
    QTest::newRow("but not where more errors are announced")
        << 207 << batch(both(), complete(R"({"message":"Something."})", "2")) << u"SSM"_s;
    QTest::newRow("two missing and one error")
        << 207 << batch(result279, complete(R"({"message":"Something."})")) << u"SMM"_s;
    QTest::newRow("one missing and two errors")
        << 207 << batch(both(), complete(R"({"message":"One."},{"message":"Two."})")) << u"SSM"_s;
    QTest::newRow("what is reported as stored stands")
        << 207
        << batch(both() + ',' + result31,
                 complete(R"({"message":"No.","context":{"typeId":["31"]}})"))
        << u"SSS"_s;

    QTest::newRow("still working") << 200 << batch(both(), R"(,"status":"PROCESSING")") << u"SSU"_s;
    QTest::newRow("still waiting") << 200 << batch({}, R"(,"status":"PENDING")") << u"UUU"_s;
    QTest::newRow("cancelled by HubSpot")
        << 200 << batch(both(), R"(,"status":"CANCELED")") << u"SSM"_s;
    QTest::newRow("a status not known here")
        << 200 << batch(both(), R"(,"status":"SLEEPING")") << u"SSM"_s;
}

void TestOutcomes::answers()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, outcomes);
    QCOMPARE(letters(submission::outcomesOf(answered(three, status, body))), outcomes);
}

void TestOutcomes::purges_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("outcomes");

    QTest::newRow("204") << 204 << QByteArray() << u"SS"_s;
    QTest::newRow("a batch that lists nothing")
        << 200 << batch({}, R"(,"status":"COMPLETE")") << u"SS"_s;
    QTest::newRow("one error that names its limit")
        << 207 << batch({}, complete(R"({"message":"No.","context":{"typeId":["28"]}})"))
        << u"SF"_s;
    QTest::newRow("an error that names none")
        << 207 << batch({}, complete(R"({"message":"No."})")) << u"MM"_s;
    QTest::newRow("207 without errors") << 207 << batch({}) << u"MM"_s;
    QTest::newRow("still working") << 200 << batch({}, R"(,"status":"PROCESSING")") << u"UU"_s;
    QTest::newRow("cancelled by HubSpot") << 200 << batch({}, R"(,"status":"CANCELED")") << u"MM"_s;
}

void TestOutcomes::purges()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, outcomes);
    const std::vector<Asked> asked{{Category::HubSpotDefined, 279, std::nullopt},
                                   {Category::UserDefined, 28, std::nullopt}};
    QCOMPARE(letters(submission::outcomesOf(answered(asked, status, body, Operation::Purge))),
             outcomes);
}

void TestOutcomes::wholeRequestErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("failure");
    QTest::addColumn<QString>("outcomes");
    QTest::addColumn<QStringList>("messages");

    const int none = -1;
    const QByteArray refused = R"({"status":"error","message":"Unable to infer object type"})";
    const QStringList said(3, u"Unable to infer object type"_s);
    const QStringList silent(3, QString());
    QTest::newRow("400") << 400 << refused << none << u"FFF"_s << said;
    QTest::newRow("400 with an error that names a limit")
        << 400
        << QByteArray(R"({"message":"Invalid input","errors":[{"message":"Type 28 is too high"}]})")
        << none << u"FFF"_s
        << QStringList{u"Invalid input"_s, u"Type 28 is too high"_s, u"Invalid input"_s};
    QTest::newRow("401") << 401 << refused << none << u"FFF"_s << said;
    QTest::newRow("404, HTML") << 404 << QByteArray("<html>no</html>") << none << u"FFF"_s
                               << silent;
    QTest::newRow("429") << 429 << refused << none << u"FFF"_s << said;
    QTest::newRow("500") << 500 << refused << none << u"UUU"_s << said;
    QTest::newRow("502, empty") << 502 << QByteArray() << none << u"UUU"_s << silent;
    QTest::newRow("201 that is not JSON")
        << 201 << QByteArray("hello") << none << u"UUU"_s << silent;
    using api::ErrorKind;
    QTest::newRow("connection refused")
        << 0 << QByteArray() << int(ErrorKind::ConnectionRefused) << u"FFF"_s << silent;
    QTest::newRow("connection lost")
        << 0 << QByteArray() << int(ErrorKind::ConnectionLost) << u"UUU"_s << silent;
    QTest::newRow("cut off") << 201 << batch(both()).chopped(9) << int(ErrorKind::Truncated)
                             << u"UUU"_s << silent;
    QTest::newRow("timed out") << 0 << QByteArray() << int(ErrorKind::TimedOut) << u"UUU"_s
                               << silent;
    QTest::newRow("cancelled before it was sent")
        << 0 << QByteArray() << int(ErrorKind::Cancelled) << u"NNN"_s << silent;
}

void TestOutcomes::wholeRequestErrors()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const int, failure);
    QFETCH(const QString, outcomes);
    QFETCH(const QStringList, messages);
    history::Record record = answered(three, status, body);
    if (failure >= 0) {
        record.exchanges[0].reply->failure = api::ErrorKind(failure);
        record.exchanges[0].reply->failureText = u"Qt's words"_s;
    }
    const submission::Reading reading = submission::readingOf(record);
    QCOMPARE(letters(reading.outcomes), outcomes);
    QVERIFY(reading.exchanges[0].error.has_value());
    QVERIFY(!reading.exchanges[0].response.has_value());
    QStringList found;
    for (const LimitOutcome &outcome : reading.outcomes) {
        found.append(outcome.message);
    }
    QCOMPARE(found, messages);
}

void TestOutcomes::states_data()
{
    QTest::addColumn<int>("record");
    QTest::addColumn<int>("exchange");
    QTest::addColumn<QString>("outcomes");
    const auto row = [](const char *name, RecordState record, ExchangeState exchange,
                        const QString &outcomes) {
        QTest::newRow(name) << int(record) << int(exchange) << outcomes;
    };
    row("waiting for its turn", RecordState::InFlight, ExchangeState::Planned, u"PPP"_s);
    row("on its way", RecordState::InFlight, ExchangeState::Sent, u"PPP"_s);
    row("left out, others to come", RecordState::InFlight, ExchangeState::NotSent, u"NNN"_s);
    row("left out", RecordState::Finished, ExchangeState::NotSent, u"NNN"_s);
    row("interrupted before it was sent", RecordState::Interrupted, ExchangeState::Planned,
        u"NNN"_s);
    row("interrupted on its way", RecordState::Interrupted, ExchangeState::Sent, u"UUU"_s);
    row("interrupted, left out", RecordState::Interrupted, ExchangeState::NotSent, u"NNN"_s);
}

void TestOutcomes::states()
{
    QFETCH(const int, record);
    QFETCH(const int, exchange);
    QFETCH(const QString, outcomes);
    history::Record made = recordOf(three);
    made.state = RecordState(record);
    made.exchanges[0].state = ExchangeState(exchange);
    const submission::Reading reading = submission::readingOf(made);
    QCOMPARE(letters(reading.outcomes), outcomes);
    QCOMPARE(reading.exchanges[0].error.has_value(), outcomes.contains(u'U'));
}

void TestOutcomes::keepsWhatIsReported()
{
    const auto outcomes = submission::outcomesOf(
        answered(three, 207,
                 batch(QByteArray(result28) + R"(,{"category":"USER_DEFINED","typeId":31})",
                       complete(R"({"message":"No & <no>.","context":{"typeId":["279"]}})"))));
    QCOMPARE(outcomes.size(), size_t(3));
    QCOMPARE(outcomes[0].message, u"No & <no>."_s);
    QVERIFY(!outcomes[0].stored);
    QCOMPARE(outcomes[1].stored, std::optional<qint32>(12));
    QCOMPARE(outcomes[1].label, std::optional(u"Billing"_s));
    QCOMPARE(outcomes[1].asked.typeId, 28);
    QCOMPARE(outcomes[2].outcome, Outcome::Stored);
    QVERIFY(!outcomes[2].stored);
    QVERIFY(!outcomes[2].label);
}

void TestOutcomes::toldApartByCategory()
{
    const std::vector<Asked> asked{{Category::HubSpotDefined, 279, 5},
                                   {Category::UserDefined, 279, 7}};
    const QByteArray custom =
        R"({"category":"USER_DEFINED","typeId":279,"userEnforcedMaxToObjectIds":7})";
    QCOMPARE(letters(submission::outcomesOf(answered(asked, 201, batch(custom)))), u"MS"_s);
    const QByteArray error =
        R"({"message":"No.","context":{"typeId":["279"],"category":["USER_DEFINED"]}})";
    QCOMPARE(letters(submission::outcomesOf(answered(asked, 207, batch({}, complete(error))))),
             u"MF"_s);
    // One of them is stored, so the error is about the other.
    const QByteArray unsure = R"({"message":"No.","context":{"typeId":["279"]}})";
    QCOMPARE(letters(submission::outcomesOf(answered(asked, 207, batch(custom, complete(unsure))))),
             u"FS"_s);
}

void TestOutcomes::ambiguousTypeIdsAreNotGuessed()
{
    const std::vector<Asked> asked{{Category::HubSpotDefined, 279, 5},
                                   {Category::UserDefined, 279, 7}};
    const QByteArray unknown =
        R"({"category":"NEW_KIND","typeId":279,"userEnforcedMaxToObjectIds":7})";
    QCOMPARE(letters(submission::outcomesOf(answered(asked, 201, batch(unknown)))), u"MM"_s);
    const QByteArray unsure = R"({"message":"No.","context":{"typeId":["279"]}})";
    QCOMPARE(letters(submission::outcomesOf(answered(asked, 207, batch({}, complete(unsure))))),
             u"MM"_s);
}

void TestOutcomes::unmatchedErrorsAreKept()
{
    const submission::Reading reading = submission::readingOf(answered(
        three, 207,
        batch(result279,
              complete(R"({"message":"Something."},{"message":"No.","context":{"typeId":["28"]}})",
                       "3"))));
    QCOMPARE(letters(reading.outcomes), u"SFM"_s);
    QCOMPARE(reading.unmatched.size(), size_t(1));
    QCOMPARE(reading.unmatched.front().message, u"Something."_s);
}

void TestOutcomes::severalRequestsKeepTheirOrder()
{
    history::Record record = answered(three, 201, batch(both() + ',' + result31));
    history::Exchange lost = recordOf({{Category::Work, 7, 1}}).exchanges[0];
    lost.state = ExchangeState::Answered;
    lost.reply = api::Reply{};
    lost.reply->failure = api::ErrorKind::ConnectionLost;
    history::Exchange left = recordOf({{Category::Work, 8, 1}}).exchanges[0];
    left.state = ExchangeState::NotSent;
    record.exchanges.push_back(lost);
    record.exchanges.push_back(left);
    const submission::Reading reading = submission::readingOf(record);
    QCOMPARE(letters(reading.outcomes), u"SSSUN"_s);
    QCOMPARE(reading.outcomes[3].exchange, 1);
    QCOMPARE(reading.outcomes[4].exchange, 2);
    QVERIFY(reading.exchanges[0].response.has_value());
    QVERIFY(reading.exchanges[1].error.has_value());
    QVERIFY(!reading.exchanges[2].error.has_value());
}

void TestOutcomes::countsEveryOutcome()
{
    std::vector<LimitOutcome> outcomes;
    const std::array all{Outcome::Stored,  Outcome::StoredDifferently, Outcome::Failed,
                         Outcome::Missing, Outcome::Unknown,           Outcome::NotSent,
                         Outcome::Pending};
    for (size_t i = 0; i < all.size(); ++i) {
        for (size_t n = 0; n <= i; ++n) {
            LimitOutcome outcome;
            outcome.outcome = all[i];
            outcomes.push_back(outcome);
        }
    }
    const history::Counts counts = submission::countsOf(outcomes);
    QCOMPARE(counts, (history::Counts{1, 2, 3, 4, 5, 6, 7}));
    QCOMPARE(counts.total(), int(outcomes.size()));
}

TEST_MAIN(QCoreApplication, TestOutcomes)
#include "tst_outcomes.moc"
