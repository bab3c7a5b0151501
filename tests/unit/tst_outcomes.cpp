#include "app/submission/outcomes.h"
#include "app/submission/tally.h"
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

// S stored, D stored differently, F failed, M missing, U unknown, N not sent, P pending,
// X not stored.
QString letters(const std::vector<LimitOutcome> &outcomes)
{
    QString text;
    for (const LimitOutcome &outcome : outcomes) {
        text += QLatin1StringView("SDFMUNPX").at(qsizetype(outcome.outcome));
    }
    return text;
}

const limits::Pair pair{u"0-1"_s, u"0-2"_s};

api::Reply replyOf(int status, const QByteArray &body)
{
    api::Reply reply;
    reply.httpStatus = status;
    reply.body = body;
    return reply;
}

history::ReadBack readBackOf(const api::Reply &reply, const limits::Pair &of = pair)
{
    return {of, "/", {QDateTime::currentDateTimeUtc(), std::nullopt, reply}};
}

/// A type of a read-back; `limit` as JSON, nothing where it is empty.
QByteArray found(const QByteArray &category, int typeId, const QByteArray &limit)
{
    return "{" + (category.isEmpty() ? QByteArray() : "\"category\":\"" + category + "\",") +
           "\"typeId\":" + QByteArray::number(typeId) +
           (limit.isEmpty() ? QByteArray() : ",\"userEnforcedMaxToObjectIds\":" + limit) + "}";
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
    void readBacks_data();
    void readBacks();
    void readBackOfAPurge_data();
    void readBackOfAPurge();
    void whatIsProvenOfAType_data();
    void whatIsProvenOfAType();
    void theLatestReadableReadBackCounts();
    void aReadBackIsOfItsPairOnly();
    void readBacksTellWhatHubSpotHas();
    void aGrowingRecordIsReadAsAWholeOneIs();
    void writtenPairs();
    void settled_data();
    void settled();
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
    QTest::newRow("locked meanwhile")
        << 0 << QByteArray() << int(ErrorKind::ReadOnly) << u"NNN"_s << silent;
    QTest::newRow("without a token meanwhile")
        << 0 << QByteArray() << int(ErrorKind::InvalidRequest) << u"NNN"_s << silent;
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
                         Outcome::Pending, Outcome::NotStored};
    for (size_t i = 0; i < all.size(); ++i) {
        for (size_t n = 0; n <= i; ++n) {
            LimitOutcome outcome;
            outcome.outcome = all[i];
            outcomes.push_back(outcome);
        }
    }
    const history::Counts counts = submission::countsOf(outcomes);
    QCOMPARE(counts, (history::Counts{1, 2, 3, 4, 5, 6, 7, 8}));
    history::Counts twice = counts;
    twice += counts;
    QCOMPARE(twice, (history::Counts{2, 4, 6, 8, 10, 12, 14, 16}));
    QCOMPARE(counts.total(), int(outcomes.size()));
}

void TestOutcomes::readBacks_data()
{
    QTest::addColumn<int>("status"); // of the write, which asks for 5; 0: the answer is lost
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<limits::LiveLimit>("before");
    QTest::addColumn<QByteArray>("found"); // the limit that is found, "Many", or nothing is
    QTest::addColumn<QString>("outcome");
    const QByteArray stored = batch(result279);
    const QByteArray nine =
        batch(R"({"category":"HUBSPOT_DEFINED","typeId":279,"userEnforcedMaxToObjectIds":9})");
    const auto unknown = limits::LiveLimit::unknown();
    const auto was3 = limits::LiveLimit::of(3);
    const auto many = limits::LiveLimit::many();
    const auto row = [](const char *name, int status, const QByteArray &answer,
                        const limits::LiveLimit &before, const char *seen, const QString &outcome) {
        QTest::newRow(name) << status << answer << before << QByteArray(seen) << outcome;
    };
    row("stored, found", 201, stored, was3, "5", u"S"_s);
    row("stored, another found", 201, stored, was3, "9", u"D"_s);
    row("stored, the one before found", 201, stored, was3, "3", u"D"_s);
    row("stored, Many found", 201, stored, was3, "Many", u"D"_s);
    row("stored, nothing found", 201, stored, was3, "", u"S"_s);
    row("stored differently, found as asked", 201, nine, was3, "5", u"S"_s);
    row("stored differently, found so", 201, nine, was3, "9", u"D"_s);
    row("stored differently, nothing found", 201, nine, was3, "", u"D"_s);
    row("lost, found", 0, {}, was3, "5", u"S"_s);
    row("lost, found, nothing known before", 0, {}, unknown, "5", u"S"_s);
    row("lost, as before", 0, {}, was3, "3", u"X"_s);
    row("lost, Many as before", 0, {}, many, "Many", u"X"_s);
    row("lost, another", 0, {}, was3, "9", u"D"_s);
    row("lost, Many", 0, {}, was3, "Many", u"D"_s);
    row("lost, a limit where Many was", 0, {}, many, "3", u"D"_s);
    // Unknown before is not Many before.
    row("lost, nothing known before, Many", 0, {}, unknown, "Many", u"D"_s);
    row("lost, nothing known before, another", 0, {}, unknown, "3", u"D"_s);
    row("lost, nothing found", 0, {}, was3, "", u"U"_s);
    row("missing, found", 201, batch({}), was3, "5", u"S"_s);
    row("missing, as before", 201, batch({}), was3, "3", u"X"_s);
    row("missing, nothing found", 201, batch({}), was3, "", u"M"_s);
    const QByteArray pending = batch({}, R"(,"status":"PENDING")");
    row("pending, found", 200, pending, was3, "5", u"S"_s);
    row("pending, as before", 200, pending, was3, "3", u"X"_s);
    row("pending, nothing found", 200, pending, was3, "", u"U"_s);
    const QByteArray no = R"({"message":"No."})";
    row("failed, found all the same", 400, no, was3, "5", u"F"_s);
    row("failed, as before", 400, no, was3, "3", u"F"_s);
}

void TestOutcomes::readBacks()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, answer);
    QFETCH(const limits::LiveLimit, before);
    QFETCH(const QByteArray, found);
    QFETCH(const QString, outcome);
    history::Record record = answered({three.front()}, status, answer);
    record.exchanges[0].request.pair = pair;
    record.exchanges[0].request.changes[0].before = before;
    if (status == 0) {
        record.exchanges[0].reply->failure = api::ErrorKind::ConnectionLost;
    }
    const QByteArray results =
        found == "Many" ? QByteArray() : ::found("HUBSPOT_DEFINED", 279, found);
    record.readBacks.push_back(readBackOf(replyOf(200, R"({"results":[)" + results + "]}")));
    QCOMPARE(letters(submission::outcomesOf(record)), outcome);
}

void TestOutcomes::readBackOfAPurge_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("results");
    QTest::addColumn<QString>("outcome");
    const QByteArray other = found("USER_DEFINED", 5, "3");
    const QByteArray kept = found("HUBSPOT_DEFINED", 279, "3");
    const QByteArray unsaid = found("HUBSPOT_DEFINED", 279, {});
    QTest::newRow("gone") << 204 << other << u"S"_s;
    QTest::newRow("still there") << 204 << kept << u"D"_s;
    QTest::newRow("there without a limit") << 204 << unsaid << u"S"_s; // proves nothing
    QTest::newRow("lost, gone") << 500 << other << u"S"_s;
    QTest::newRow("lost, still there") << 500 << kept << u"X"_s;
    QTest::newRow("lost, there without a limit") << 500 << unsaid << u"U"_s;
}

void TestOutcomes::readBackOfAPurge()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, results);
    QFETCH(const QString, outcome);
    history::Record record =
        answered({{Category::HubSpotDefined, 279, std::nullopt}}, status, {}, Operation::Purge);
    record.exchanges[0].request.pair = pair;
    record.exchanges[0].request.changes[0].before = limits::LiveLimit::of(3);
    record.readBacks.push_back(readBackOf(replyOf(200, R"({"results":[)" + results + "]}")));
    QCOMPARE(letters(submission::outcomesOf(record)), outcome);
}

void TestOutcomes::whatIsProvenOfAType_data()
{
    QTest::addColumn<api::Reply>("reply");
    QTest::addColumn<limits::LiveLimit>("proven");
    const auto nothing = limits::LiveLimit::unknown();
    const auto many = limits::LiveLimit::many();
    const auto five = limits::LiveLimit::of(5);
    const auto listed = [](const QByteArray &results) {
        return replyOf(200, R"({"results":[)" + results + "]}");
    };
    const QByteArray mine = found("USER_DEFINED", 28, "5");
    QTest::newRow("its limit") << listed(mine) << five;
    QTest::newRow("its limit by the guide's name")
        << listed(R"({"category":"USER_DEFINED","typeId":28,"maxToObjectIds":5})") << five;
    QTest::newRow("not listed") << listed({}) << many;
    QTest::newRow("others listed")
        << listed(found("USER_DEFINED", 29, "5") + ',' + found("USER_DEFINED", 30, {})) << many;
    QTest::newRow("its number in another category")
        << listed(found("HUBSPOT_DEFINED", 28, "5")) << many;
    QTest::newRow("both") << listed(found("HUBSPOT_DEFINED", 28, "9") + ',' + mine) << five;
    QTest::newRow("its limit is not said") << listed(found("USER_DEFINED", 28, {})) << nothing;
    QTest::newRow("null is not said") << listed(found("USER_DEFINED", 28, "null")) << nothing;
    QTest::newRow("twice alike") << listed(mine + ',' + mine) << five;
    QTest::newRow("twice, not alike")
        << listed(mine + ',' + found("USER_DEFINED", 28, "6")) << nothing;
    QTest::newRow("twice, once without")
        << listed(mine + ',' + found("USER_DEFINED", 28, {})) << nothing;
    QTest::newRow("without a category") << listed(found({}, 28, "5")) << five;
    QTest::newRow("two without a category")
        << listed(found({}, 28, "5") + ',' + found({}, 28, "6")) << nothing;
    QTest::newRow("of a category unknown here") << listed(found("NEW", 28, "5")) << nothing;
    QTest::newRow("and beside it its own") << listed(found("NEW", 28, "9") + ',' + mine) << five;

    QTest::newRow("403") << replyOf(403, R"({"results":[]})") << nothing;
    QTest::newRow("500") << replyOf(500, {}) << nothing;
    QTest::newRow("no body") << replyOf(200, {}) << nothing;
    QTest::newRow("204") << replyOf(204, {}) << nothing;
    QTest::newRow("not JSON") << replyOf(200, "<html>") << nothing;
    QTest::newRow("no results") << replyOf(200, "{}") << nothing;
    QTest::newRow("results of another kind") << replyOf(200, R"({"results":{}})") << nothing;
    QTest::newRow("one wrong result")
        << listed(mine + R"(,{"category":"WORK","typeId":"7"})") << nothing;
    api::Reply cut = listed(mine);
    cut.failure = api::ErrorKind::Truncated;
    QTest::newRow("cut short") << cut << nothing;
    api::Reply lost;
    lost.failure = api::ErrorKind::ConnectionLost;
    QTest::newRow("lost") << lost << nothing;
}

void TestOutcomes::whatIsProvenOfAType()
{
    QFETCH(const api::Reply, reply);
    QFETCH(const limits::LiveLimit, proven);
    const auto found = submission::FoundLimits::in(readBackOf(reply));
    const auto limit = found ? found->of(Category::UserDefined, 28) : std::nullopt;
    QCOMPARE(limit.value_or(limits::LiveLimit::unknown()), proven);
}

void TestOutcomes::theLatestReadableReadBackCounts()
{
    history::Record record = answered({three.front()}, 201, batch(result279));
    record.exchanges[0].request.pair = pair;
    const auto add = [&record](int status, const QByteArray &limit) {
        record.readBacks.push_back(readBackOf(
            replyOf(status, R"({"results":[)" + found("HUBSPOT_DEFINED", 279, limit) + "]}")));
        return letters(submission::outcomesOf(record));
    };
    QCOMPARE(add(503, "9"), u"S"_s);
    QCOMPARE(add(200, "9"), u"D"_s);
    QCOMPARE(add(403, "5"), u"D"_s);
    QCOMPARE(add(200, "5"), u"S"_s);
    QCOMPARE(add(500, {}), u"S"_s);
    record.readBacks.back().attempt.reply.reset(); // never answered
    QCOMPARE(letters(submission::outcomesOf(record)), u"S"_s);
}

void TestOutcomes::aReadBackIsOfItsPairOnly()
{
    history::Record record = answered({three.front()}, 500, {});
    record.exchanges[0].request.pair = pair;
    record.exchanges.push_back(record.exchanges[0]);
    record.exchanges[1].request.pair = {pair.to, pair.from};
    const QByteArray asked = R"({"results":[)" + QByteArray(result279) + "]}";
    record.readBacks.push_back(readBackOf(replyOf(200, asked), {pair.to, pair.from}));
    QCOMPARE(letters(submission::outcomesOf(record)), u"US"_s);
}

void TestOutcomes::readBacksTellWhatHubSpotHas()
{
    history::Record record = answered(three, 201, batch(both() + ',' + result31));
    record.exchanges[0].request.pair = pair;
    record.readBacks.push_back(
        readBackOf(replyOf(200, R"({"results":[)" + QByteArray(result279) + ',' +
                                    found("USER_DEFINED", 28, "7") + "]}")));
    const auto outcomes = submission::outcomesOf(record);
    QCOMPARE(letters(outcomes), u"SDD"_s);
    QCOMPARE(outcomes[0].stored, 5);
    QCOMPARE(outcomes[0].readBack, limits::LiveLimit::of(5));
    QCOMPARE(outcomes[1].stored, 7);
    QCOMPARE(outcomes[1].readBack, limits::LiveLimit::of(7));
    QVERIFY(!outcomes[2].stored);
    QCOMPARE(outcomes[2].readBack, limits::LiveLimit::many());
}

// A tally that follows a record says at each step what reading all of it says.
void TestOutcomes::aGrowingRecordIsReadAsAWholeOneIs()
{
    history::Record record = recordOf(three);
    record.id = QUuid::createUuid();
    record.exchanges[0].request.pair = pair;
    record.exchanges.push_back(record.exchanges[0]);
    record.exchanges.push_back(record.exchanges[0]);
    record.exchanges[2].request.pair = {pair.to, pair.from};
    submission::Tally tally;
    QStringList seen;
    const auto compare = [&] {
        tally.update(record);
        const submission::Reading whole = submission::readingOf(record);
        QCOMPARE(tally.reading().outcomes, whole.outcomes);
        QCOMPARE(tally.reading().unmatched, whole.unmatched);
        QCOMPARE(tally.counts(), submission::countsOf(whole.outcomes));
        seen.append(letters(whole.outcomes));
    };
    const auto answer = [&record](size_t index, const api::Reply &reply) {
        record.exchanges[index].state = ExchangeState::Answered;
        record.exchanges[index].reply = reply;
    };
    compare();
    record.exchanges[0].state = ExchangeState::Sent;
    record.exchanges[1].state = ExchangeState::Sent;
    compare();
    answer(1, replyOf(207, batch(both(), complete(R"({"message":"Something."})", "2"))));
    compare();
    record.exchanges[0].state = ExchangeState::Planned; // refused before any work
    compare();
    record.exchanges[0].state = ExchangeState::Sent;
    compare();
    answer(0, replyOf(500, {}));
    compare();
    record.exchanges[2].state = ExchangeState::NotSent;
    record.state = RecordState::Finished;
    compare();
    const QByteArray asked = R"({"results":[)" + both() + "]}";
    record.readBacks.push_back(readBackOf(replyOf(200, asked)));
    compare();
    record.readBacks.push_back(readBackOf(replyOf(200, R"({"results":[]})")));
    compare();
    QCOMPARE(seen, (QStringList{u"PPPPPPPPP"_s, u"PPPPPPPPP"_s, u"PPPSSMPPP"_s, u"PPPSSMPPP"_s,
                                u"PPPSSMPPP"_s, u"UUUSSMPPP"_s, u"UUUSSMNNN"_s, u"SSDSSDNNN"_s,
                                u"DDDDDDNNN"_s}));
    // And then follows another one.
    record = answered({three.front()}, 201, batch(result279));
    record.id = QUuid::createUuid();
    compare();
    record.id = QUuid::createUuid();
    record.exchanges[0].reply = replyOf(400, {});
    compare();
    QCOMPARE(seen.mid(9), (QStringList{u"S"_s, u"F"_s}));
}

void TestOutcomes::writtenPairs()
{
    history::Record record = recordOf({three.front()});
    record.state = RecordState::Interrupted;
    const history::Exchange planned = record.exchanges.front();
    record.exchanges.clear();
    int number = 0;
    const auto add = [&](ExchangeState state, std::optional<api::Reply> reply) {
        history::Exchange exchange = planned;
        exchange.request.pair = {u"0-1"_s, u"0-%1"_s.arg(++number)};
        exchange.state = state;
        exchange.reply = std::move(reply);
        record.exchanges.push_back(exchange);
    };
    add(ExchangeState::NotSent, {});
    add(ExchangeState::Sent, {}); // 2: interrupted
    add(ExchangeState::Answered, replyOf(400, {}));
    add(ExchangeState::Answered, replyOf(500, {})); // 4
    add(ExchangeState::Answered, replyOf(429, {}));
    add(ExchangeState::Answered, replyOf(201, batch({}))); // 6
    api::Reply refused;
    refused.failure = api::ErrorKind::ConnectionRefused;
    add(ExchangeState::Answered, refused);
    record.exchanges.push_back(record.exchanges[1]);
    submission::Tally tally;
    tally.update(record);
    QStringList targets;
    for (const limits::Pair &written : tally.writtenPairs()) {
        targets.append(written.to);
    }
    QCOMPARE(targets, (QStringList{u"0-2"_s, u"0-4"_s, u"0-6"_s}));
}

void TestOutcomes::settled_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("settledBy"); // of: nothing proven, as asked, as answered, another
    QTest::newRow("stored") << Outcome::Stored << u"nothing asked"_s;
    QTest::newRow("differently") << Outcome::StoredDifferently << u"nothing asked answered"_s;
    QTest::newRow("unknown") << Outcome::Unknown << u"asked"_s;
    QTest::newRow("missing") << Outcome::Missing << u"asked"_s;
    QTest::newRow("failed") << Outcome::Failed << u"nothing asked answered another"_s;
    QTest::newRow("not sent") << Outcome::NotSent << u"nothing asked answered another"_s;
}

void TestOutcomes::settled()
{
    QFETCH(const Outcome, outcome);
    QFETCH(const QString, settledBy);
    LimitOutcome limit;
    limit.outcome = outcome;
    limit.asked.limit = 5;
    limit.stored = 9;
    const std::vector<std::pair<QString, std::optional<limits::LiveLimit>>> all{
        {u"nothing"_s, std::nullopt},
        {u"asked"_s, limits::LiveLimit::of(5)},
        {u"answered"_s, limits::LiveLimit::of(9)},
        {u"another"_s, limits::LiveLimit::many()}};
    QStringList settled;
    for (const auto &[name, found] : all) {
        if (submission::isSettled(limit, found)) {
            settled.append(name);
        }
    }
    QCOMPARE(settled.join(u' '), settledBy);
}

TEST_MAIN(QCoreApplication, TestOutcomes)
#include "tst_outcomes.moc"
