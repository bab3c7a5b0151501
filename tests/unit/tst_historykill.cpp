#include "app/api/gate.h"
#include "app/api/reader.h"
#include "app/history/finder.h"
#include "app/sandbox/sandbox.h"
#include "app/submission/outcomes.h"
#include "app/submission/runner.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testmain.h"
#include "tests/unit/historyfile.h"

#include <QDir>
#include <QHash>
#include <QProcess>
#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <thread>

#include <unistd.h>

// Another process, which is this program with an argument, submits record after record to a sandbox
// behind a proxy with weather, and is killed in the middle of it: so many microseconds after so
// many lines of what it has to say. All kills are of one and the same history. The environment
// variable KILLS says how many there are; `tests/run kill` has 200.

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using history::Exchange;
using history::Record;
using history::Store;
using history::Summary;

namespace {

constexpr auto childArgument = "--submit"_L1;
constexpr int usualKills = 30;
constexpr int requestCount = 6;
constexpr int typesPerRequest = 2;
constexpr int firstOfLaterStage = 4;
constexpr qint32 firstType = 9'000;
constexpr int everything = 1'000'000;
const limits::Pair contactsToCompanies{u"0-1"_s, u"0-2"_s};

int killCount()
{
    const int wanted = qEnvironmentVariableIntValue("KILLS");
    return wanted > 0 ? wanted : usualKills;
}

/// Submission `number`. Its bodies are those of no other one.
submission::Submission submissionOf(int number, const api::Endpoint &endpoint)
{
    limits::Plan plan{contactsToCompanies, {}};
    qint32 typeId = firstType;
    for (int index = 0; index < requestCount; ++index) {
        limits::PlannedRequest request{limits::Operation::Update, contactsToCompanies, {}, 0};
        request.stage = index < firstOfLaterStage ? 0 : 1;
        for (int type = 0; type < typesPerRequest; ++type, ++typeId) {
            request.changes.push_back({limits::Category::UserDefined, typeId, number + 1,
                                       u"Label %1"_s.arg(typeId), limits::LiveLimit::unknown()});
        }
        plan.requests.push_back(std::move(request));
    }
    return {.accountId = u"sandbox"_s,
            .accountName = u"Sandbox"_s,
            .endpoint = endpoint,
            .plan = std::move(plan),
            .fromName = u"Contacts %1"_s.arg(number, 6, 10, QChar(u'0')),
            .toName = u"Companies"_s};
}

int numberOf(const QString &fromName)
{
    return fromName.sliced(u"Contacts "_s.size()).toInt();
}

// The other process

/// Kills this process by SIGKILL, from a thread of its own and so in the middle of whatever is
/// done.
class Death
{
public:
    Death(int lines, std::chrono::microseconds later)
        : m_lines(lines)
        , m_later(later)
    {
        countDown();
    }

    /// Prints the line at once, and counts it.
    void say(const QByteArray &line)
    {
        std::puts(line.constData());
        std::fflush(stdout);
        --m_lines;
        countDown();
    }

private:
    void countDown() const
    {
        if (m_lines == 0) {
            std::thread([later = m_later] {
                std::this_thread::sleep_for(later);
                ::kill(::getpid(), SIGKILL);
            }).detach();
        }
    }

    int m_lines;
    std::chrono::microseconds m_later;
};

/// Submits one after the other for as long as it is left alive.
int submitAll(const QStringList &arguments)
{
    Death death(arguments.value(0).toInt(), std::chrono::microseconds(arguments.value(1).toInt()));
    const api::Endpoint endpoint{QUrl(arguments.value(3)), arguments.value(4).toLatin1()};
    int number = arguments.value(5).toInt();

    const support::SystemClock clock;
    const auto store = Store::open(arguments.value(2), clock);
    if (!store) {
        death.say("error: " + store.error().detail.toUtf8());
        return 1;
    }
    death.say("opened");
    // As in the window, somebody looks and keeps the index meanwhile.
    history::Finder finder(arguments.value(2), clock);
    finder.find({});
    api::Transport transport;
    api::Gate gate(clock, {3, 0}, {2ms, 4ms, 2ms});
    api::Reader reader(transport, gate, {2, 2ms});
    submission::Runner runner(transport, gate, reader, clock);
    runner.setStore(store->get());
    runner.setLookAgainDelays({3ms});
    const auto submitNext = [&] {
        if (const auto started = runner.start(submissionOf(number++, endpoint)); !started) {
            death.say("error: " + started.error().detail.toUtf8());
            QCoreApplication::exit(1);
        } else {
            death.say("begun " + runner.record().id.toByteArray());
        }
    };
    QObject::connect(&runner, &submission::Runner::recordChanged, QCoreApplication::instance(),
                     [&death] { death.say("changed"); });
    QObject::connect(&runner, &submission::Runner::historyFailed, QCoreApplication::instance(),
                     [&death](const history::StoreError &error) {
                         death.say("error: " + error.detail.toUtf8());
                     });
    QObject::connect(
        &runner, &submission::Runner::finished, QCoreApplication::instance(),
        [&](const Record &record) {
            death.say("finished " + record.id.toByteArray());
            submitNext();
        },
        Qt::QueuedConnection);
    QTimer::singleShot(0, QCoreApplication::instance(), submitNext);
    return QCoreApplication::exec();
}

} // namespace

class TestHistoryKill : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aKillLosesNothing_data();
    void aKillLosesNothing();
    void everythingIsAsItWas();

private:
    [[nodiscard]] tests::Fault weather(const tests::ReceivedRequest &request);
    /// What the killed process had said; empty where it said something that it must not.
    [[nodiscard]] QList<QByteArray> runUntilKilled(int lines, int microseconds);
    /// Looks at every record of the store that is new since the last time.
    void lookAtNewRecords(const Store &store, const QSet<QUuid> &begun,
                          const QSet<QUuid> &finished);
    void checkWhole(const Record &record);
    void checkStates(const Record &record, bool finished);
    void checkSearch(const Store &store, const Record &record);

    QTemporaryDir m_home;
    QString m_folder = m_home.filePath(u"history"_s);
    support::SystemClock m_clock;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<tests::FaultProxy> m_proxy;
    QRandomGenerator m_weather{1};
    QHash<QByteArray, int> m_forwarded; ///< how often the sandbox was given this body
    int m_nextNumber = 0;
    QHash<QUuid, Summary> m_summaries; ///< everything seen so far, as it was seen
    QHash<QUuid, Record> m_records;
};

void TestHistoryKill::initTestCase()
{
    sandbox::Options options;
    options.catalogue = options.catalogue.withCustomTypes(contactsToCompanies, firstType,
                                                          requestCount * typesPerRequest);
    options.limitsRate = false;
    m_sandbox = std::make_unique<sandbox::Sandbox>(m_home.filePath(u"sandbox.json"_s), m_clock,
                                                   std::move(options));
    QVERIFY(m_sandbox->start());
    m_proxy = std::make_unique<tests::FaultProxy>(
        m_sandbox->baseUrl(),
        [this](const tests::ReceivedRequest &request) { return weather(request); });
}

/// Mostly fair: some writes are refused before any work, and of some the answer is late or lost.
tests::Fault TestHistoryKill::weather(const tests::ReceivedRequest &request)
{
    if (request.method() != "POST") {
        return tests::fault::none();
    }
    const int draw = m_weather.bounded(100);
    if (draw < 10) {
        return tests::fault::instead(tests::script::message(423, {}, R"({"status":"error"})"));
    }
    ++m_forwarded[request.body];
    if (draw < 13) {
        return tests::fault::answerLost();
    }
    return draw < 40 ? tests::fault::delayed(2ms) : tests::fault::none();
}

void TestHistoryKill::aKillLosesNothing_data()
{
    QTest::addColumn<int>("lines");
    QTest::addColumn<int>("microseconds");
    // Some ten lines are one submission.
    constexpr int mostLines = 35;
    constexpr int startTakes = 60'000;
    constexpr int aStepTakes = 6'000;
    QRandomGenerator random(4);
    for (int kill = 1; kill <= killCount(); ++kill) {
        const int lines = random.bounded(mostLines);
        const int later = random.bounded(lines == 0 ? startTakes : aStepTakes);
        QTest::addRow("kill %d: %d lines and %d microseconds", kill, lines, later)
            << lines << later;
    }
}

QList<QByteArray> TestHistoryKill::runUntilKilled(int lines, int microseconds)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QSignalSpy ended(&child, &QProcess::finished);
    child.start(QCoreApplication::applicationFilePath(),
                {childArgument, QString::number(lines), QString::number(microseconds), m_folder,
                 m_proxy->url().toString(), QString::fromLatin1(m_sandbox->token()),
                 QString::number(m_nextNumber)});
    if (!ended.wait(60'000) || child.exitStatus() != QProcess::CrashExit ||
        child.exitCode() != SIGKILL) {
        child.kill();
        child.waitForFinished();
        qWarning("It was not killed, but said: %s", child.readAllStandardOutput().constData());
        return {};
    }
    const QByteArray said = child.readAllStandardOutput();
    if (said.contains("error")) {
        qWarning("%s", said.constData());
        return {};
    }
    return ("started\n" + said).trimmed().split('\n');
}

void TestHistoryKill::aKillLosesNothing()
{
    QFETCH(const int, lines);
    QFETCH(const int, microseconds);
    const QList<QByteArray> said = runUntilKilled(lines, microseconds);
    QVERIFY(!said.isEmpty());
    QSet<QUuid> begun;
    QSet<QUuid> finished;
    for (const QByteArray &line : said) {
        const QUuid id = QUuid::fromString(QLatin1StringView(line).sliced(line.indexOf(' ') + 1));
        if (line.startsWith("begun ")) {
            begun.insert(id);
        } else if (line.startsWith("finished ")) {
            finished.insert(id);
        }
    }

    const auto opened = Store::open(m_folder, m_clock);
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
    Store &store = **opened;
    QVERIFY(!store.setAside());
    QCOMPARE(QDir(m_folder).entryList({u"*.lock"_s}), QStringList());
    lookAtNewRecords(store, begun, finished);
    if (QTest::currentTestFailed()) {
        return;
    }

    // It goes on working.
    Record own = submission::makeRecord(submissionOf(m_nextNumber++, {}), QUuid::createUuid(),
                                        m_clock.now());
    own.state = Record::State::Interrupted;
    for (Exchange &exchange : own.exchanges) {
        exchange.state = Exchange::State::NotSent;
    }
    QVERIFY(store.add(own, submission::countsOf(submission::outcomesOf(own))));
    lookAtNewRecords(store, {own.id}, {});
    const QStringList faults = tests::faultsOf(m_folder);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestHistoryKill::lookAtNewRecords(const Store &store, const QSet<QUuid> &begun,
                                       const QSet<QUuid> &finished)
{
    const auto page = store.page({}, {}, everything);
    QVERIFY(page);
    QCOMPARE(*store.count(), qint64(page->size()));
    QSet<QUuid> there;
    int added = 0;
    for (const Summary &summary : *page) {
        QVERIFY(!there.contains(summary.id));
        there.insert(summary.id);
        if (const auto known = m_summaries.constFind(summary.id); known != m_summaries.cend()) {
            QCOMPARE(summary, *known);
            continue;
        }
        ++added;
        m_nextNumber = std::max(m_nextNumber, numberOf(summary.fromName) + 1);
        const auto record = store.read(summary.id);
        QVERIFY2(record, qPrintable(record ? QString() : record.error().detail));
        checkWhole(*record);
        checkStates(*record, finished.contains(summary.id));
        QCOMPARE(summary.state, record->state);
        QCOMPARE(summary.counts, submission::countsOf(submission::outcomesOf(*record)));
        checkSearch(store, *record);
        m_summaries.insert(summary.id, summary);
        m_records.insert(summary.id, *record);
    }
    QVERIFY(there.contains(begun));
    // Everything seen before is among them; what was written but not said yet is at most one.
    QCOMPARE(qsizetype(page->size()), m_summaries.size());
    QVERIFY2(added == begun.size() || added == begun.size() + 1,
             qPrintable(QString::number(added)));
}

/// What was asked for is there as it was meant.
void TestHistoryKill::checkWhole(const Record &record)
{
    const api::Endpoint endpoint{QUrl(record.baseUrl), QByteArray()};
    const Record meant = submission::makeRecord(submissionOf(numberOf(record.fromName), endpoint),
                                                record.id, record.createdAt);
    QCOMPARE(record.accountId, meant.accountId);
    QCOMPARE(record.accountName, meant.accountName);
    QCOMPARE(record.baseUrl, meant.baseUrl);
    QCOMPARE(record.pair, meant.pair);
    QCOMPARE(record.fromName, meant.fromName);
    QCOMPARE(record.toName, meant.toName);
    QVERIFY(record.createdAt.isValid());
    QCOMPARE(record.exchanges.size(), meant.exchanges.size());
    for (size_t index = 0; index < meant.exchanges.size(); ++index) {
        QCOMPARE(record.exchanges[index].request, meant.exchanges[index].request);
        QCOMPARE(record.exchanges[index].method, meant.exchanges[index].method);
        QCOMPARE(record.exchanges[index].path, meant.exchanges[index].path);
        QCOMPARE(record.exchanges[index].body, meant.exchanges[index].body);
    }
}

void TestHistoryKill::checkStates(const Record &record, bool finished)
{
    QVERIFY(record.state == Record::State::Finished || record.state == Record::State::Interrupted);
    QVERIFY(!finished || record.state == Record::State::Finished);
    bool allStored = true;
    for (size_t index = 0; index < record.exchanges.size(); ++index) {
        const Exchange &exchange = record.exchanges[index];
        const int arrived = m_forwarded.value(exchange.body);
        QVERIFY(arrived <= 1);
        for (const history::Attempt &attempt : exchange.refused) {
            QCOMPARE(attempt.reply->httpStatus, 423);
        }
        const bool answered = exchange.state == Exchange::State::Answered;
        QCOMPARE(exchange.reply.has_value(), answered);
        QCOMPARE(exchange.answeredAt.has_value(), answered);
        QCOMPARE(exchange.sentAt.has_value(), exchange.state != Exchange::State::NotSent);
        switch (exchange.state) {
        case Exchange::State::Planned:
            QFAIL("neither sent nor given up");
        case Exchange::State::Sent:
            QCOMPARE(record.state, Record::State::Interrupted);
            break;
        case Exchange::State::Answered:
            QCOMPARE(arrived, exchange.reply->httpStatus == 423 ? 0 : 1);
            break;
        case Exchange::State::NotSent:
            QCOMPARE(arrived, 0);
            break;
        }
        // The later stage was sent only where the earlier one is known on disk to be stored.
        if (int(index) >= firstOfLaterStage && exchange.state != Exchange::State::NotSent) {
            QVERIFY(allStored);
        }
        if (int(index) < firstOfLaterStage) {
            allStored = allStored && answered && exchange.reply->httpStatus / 100 == 2;
        }
    }
    // Unless it was killed before that, everything that may have been written was looked at.
    QVERIFY(!finished || !record.readBacks.empty());
}

/// Its own text finds the record and no other, and so does what came back.
void TestHistoryKill::checkSearch(const Store &store, const Record &record)
{
    QStringList texts{record.fromName};
    for (const Exchange &exchange : record.exchanges) {
        if (exchange.reply && exchange.reply->httpStatus == 200) {
            texts << QString::fromLatin1(exchange.reply->header("x-hubspot-correlation-id"));
        }
    }
    for (const QString &text : texts) {
        history::Filter filter;
        filter.text = text.toUpper();
        const auto found = store.page(filter, {}, everything);
        QVERIFY(found);
        QCOMPARE(found->size(), size_t(1));
        QCOMPARE(found->front().id, record.id);
    }
}

void TestHistoryKill::everythingIsAsItWas()
{
    const auto store = Store::open(m_folder, m_clock);
    QVERIFY(store);
    QVERIFY(m_records.size() >= killCount());
    for (const Record &record : std::as_const(m_records)) {
        QVERIFY(*(*store)->read(record.id) == record);
        checkSearch(**store, record);
    }
    int interrupted = 0;
    qsizetype unknown = 0;
    for (const Record &record : std::as_const(m_records)) {
        interrupted += record.state == Record::State::Interrupted ? 1 : 0;
        unknown += std::ranges::count(record.exchanges, Exchange::State::Sent, &Exchange::state);
    }
    qInfo("%d kills; %d records, %d of them interrupted, %d requests unknown", killCount(),
          int(m_records.size()), interrupted, int(unknown));
}

int main(int argc, char **argv)
{
    const tests::Sanctuary sanctuary;
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == childArgument) {
        return submitAll(arguments.mid(2));
    }
    TestHistoryKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_historykill.moc"
