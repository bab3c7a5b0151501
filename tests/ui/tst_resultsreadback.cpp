#include "tests/support/testmain.h"
#include "ui/results/progressrow.h"
#include "ui/results/resultsmodel.h"
#include "ui/results/resultspanel.h"
#include "ui/results/resultstable.h"
#include "ui/results/verdict.h"
#include "ui/widgets/banner.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using history::Exchange;
using history::Record;
using limits::LiveLimit;
using limits::Operation;
using submission::Outcome;
using submission::Phase;
using ui::results::AskedLimit;
using ui::results::ProgressRow;
using ui::results::ResultsModel;
using ui::results::ResultsPanel;
using ui::results::ResultsTable;
using ui::results::Run;
using ui::widgets::Tone;
using Column = ResultsModel::Column;

namespace {

const limits::Pair there{u"0-1"_s, u"0-2"_s};
const limits::Pair back{u"0-2"_s, u"0-1"_s};
const QDateTime moment(QDate(2026, 11, 3), QTime(14, 2, 11), Qt::UTC);

class MovableClock final : public support::Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    void advance(std::chrono::milliseconds time) { m_now = m_now.addMSecs(time.count()); }

private:
    QDateTime m_now = moment;
};

api::Reply reply(int status, const QByteArray &body)
{
    api::Reply made;
    made.httpStatus = status;
    made.headers = {{"Content-Type", "application/json"}};
    made.body = body;
    return made;
}

api::Reply lost(api::ErrorKind kind = api::ErrorKind::ConnectionLost)
{
    api::Reply made;
    made.failure = kind;
    return made;
}

QByteArray limitsJson(const std::vector<std::pair<int, int>> &limits)
{
    QByteArray list;
    for (const auto &[typeId, limit] : limits) {
        list += (list.isEmpty() ? "" : ",") +
                QByteArray(R"({"category":"USER_DEFINED","typeId":)") + QByteArray::number(typeId) +
                R"(,"userEnforcedMaxToObjectIds":)" + QByteArray::number(limit) + '}';
    }
    return "\"results\":[" + list + ']';
}

api::Reply written(const std::vector<std::pair<int, int>> &limits,
                   const QByteArray &status = "COMPLETE")
{
    return reply(201, R"({"status":")" + status + "\"," + limitsJson(limits) + '}');
}

api::Reply found(const std::vector<std::pair<int, int>> &limits)
{
    return reply(200, '{' + limitsJson(limits) + '}');
}

/// Asks for the limit 5 of these types; for "Many" in a purge.
Exchange exchange(std::initializer_list<qint32> typeIds, std::optional<api::Reply> answer,
                  const LiveLimit &before = LiveLimit::of(3), const limits::Pair &pair = there,
                  Operation operation = Operation::Update)
{
    Exchange made;
    made.request = {operation, pair, {}, 0};
    for (const qint32 typeId : typeIds) {
        const auto limit = operation == Operation::Purge ? std::nullopt : std::optional<qint32>(5);
        made.request.changes.push_back(
            {limits::Category::UserDefined, typeId, limit, u"Label"_s, before});
    }
    made.method = "POST";
    made.path = "/write";
    made.body = "{}";
    made.state = answer ? Exchange::State::Answered : Exchange::State::NotSent;
    if (answer) {
        made.sentAt = moment;
        made.answeredAt = moment.addSecs(1);
        made.reply = std::move(answer);
    }
    return made;
}

history::ReadBack readBack(const api::Reply &answer, const limits::Pair &pair = there)
{
    return {pair, "/read", {moment, moment.addSecs(1), answer}};
}

Record record(std::vector<Exchange> exchanges, std::vector<history::ReadBack> readBacks)
{
    Record made;
    made.id = QUuid::createUuid();
    made.createdAt = moment;
    made.accountId = u"sandbox"_s;
    made.pair = there;
    made.fromName = u"Contacts"_s;
    made.toName = u"Companies"_s;
    made.state = Record::State::Finished;
    made.exchanges = std::move(exchanges);
    made.readBacks = std::move(readBacks);
    return made;
}

const api::Reply forbidden =
    reply(403, R"({"status":"error","message":"This token has no scope for it."})");

/// A panel on the screen with a record in it.
struct Shown
{
    explicit Shown(const Record &record)
    {
        panel.resize(650, 330);
        panel.show();
        panel.setRecord(record);
    }
    template<typename T> [[nodiscard]] T *named(const QString &accessibleName) const
    {
        for (T *widget : panel.findChildren<T *>()) {
            if (widget->accessibleName() == accessibleName) {
                return widget;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QVariant cell(int row, Column column, int role = Qt::DisplayRole) const
    {
        return named<QTableView>(u"Results"_s)->model()->index(row, int(column)).data(role);
    }
    [[nodiscard]] const ui::widgets::Banner &banner() const
    {
        return *panel.findChild<ui::widgets::Banner *>();
    }
    [[nodiscard]] QPushButton &check() const { return *named<QPushButton>(u"Check again"_s); }
    [[nodiscard]] QPushButton &submitAgain() const
    {
        return *named<QPushButton>(u"Submit failed again"_s);
    }

    MovableClock clock;
    ResultsPanel panel{clock};
};

} // namespace

Q_DECLARE_METATYPE(Record)
Q_DECLARE_METATYPE(Run)

class TestResultsReadBack : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void rows_data();
    void rows();
    void showsWhatWasBefore();
    void verdicts_data();
    void verdicts();
    void tellsTheTroubleThatIsLeft();
    void isBeingReadBack();
    void directions();
    void choosesReadBacks();
    void actions_data();
    void actions();
    void submitsWhatIsLeft();
    void checkMayBeBlocked();
    void progress_data();
    void progress();
    void progressCancels();
};

void TestResultsReadBack::rows_data()
{
    QTest::addColumn<Record>("shown");
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QString>("spoken"); ///< empty: as the outcome
    QTest::addColumn<QString>("stored");
    const auto row = [](const char *name, const Exchange &sent,
                        const std::vector<api::Reply> &looks) -> QTestData & {
        std::vector<history::ReadBack> readBacks;
        for (const api::Reply &look : looks) {
            readBacks.push_back(readBack(look));
        }
        return QTest::newRow(name) << record({sent}, readBacks);
    };
    const QString stored = u"Stored"_s;
    const QString proven = u"Stored, confirmed by reading back"_s;
    const QString unproven = u"Stored, not read back"_s;
    row("stored, not read back", exchange({1}, written({{1, 5}})), {})
        << stored << unproven << u"5"_s;
    row("stored, reading failed", exchange({1}, written({{1, 5}})), {forbidden})
        << stored << unproven << u"5"_s;
    row("stored", exchange({1}, written({{1, 5}})), {found({{1, 5}})})
        << stored << proven << u"5"_s;
    row("stored, found after a lost answer", exchange({1}, lost()), {found({{1, 5}})})
        << stored << proven << u"5"_s;
    row("stored, found after a 500", exchange({1}, reply(500, R"({"message":"Oh."})")),
        {found({{1, 5}})})
        << stored << proven << u"5"_s;
    row("the last look counts", exchange({1}, written({{1, 5}})),
        {found({{1, 3}}), found({{1, 5}})})
        << stored << proven << u"5"_s;
    row("differently, by the answer", exchange({1}, written({{1, 1234}})), {})
        << u"Stored differently (HubSpot has 1,234)"_s
        << u"Stored differently (HubSpot has 1,234), not read back"_s << u"1,234"_s;
    row("differently", exchange({1}, written({{1, 5}})), {found({{1, 4}})})
        << u"Stored differently (HubSpot has 4)"_s
        << u"Stored differently (HubSpot has 4), found by reading back"_s << u"4"_s;
    row("no limit", exchange({1}, written({{1, 5}})), {found({})})
        << u"Stored differently (HubSpot has no limit)"_s
        << u"Stored differently (HubSpot has no limit), found by reading back"_s << u"Many"_s;
    row("not stored", exchange({1}, lost()), {found({{1, 3}})})
        << u"Not stored (HubSpot has 3)"_s << u"Not stored (HubSpot has 3), found by reading back"_s
        << u"3"_s;
    row("not stored, no limit before", exchange({1}, lost(), LiveLimit::many()), {found({})})
        << u"Not stored (HubSpot has no limit)"_s
        << u"Not stored (HubSpot has no limit), found by reading back"_s << u"Many"_s;
    row("unknown", exchange({1}, lost()), {}) << u"Unknown"_s << QString() << u"–"_s;
    row("failed", exchange({1}, reply(400, R"({"message":"No <b>way</b>."})")), {})
        << u"Failed: No <b>way</b>."_s << QString() << u"–"_s;
    row("failed, and read back with others", exchange({1}, reply(400, R"({"message":"No."})")),
        {found({{1, 3}})})
        << u"Failed: No."_s << QString() << u"3"_s;
    row("not sent", exchange({1}, std::nullopt), {}) << u"Not sent"_s << QString() << u"–"_s;
    row("purged", exchange({1}, written({}), LiveLimit::of(3), there, Operation::Purge), {})
        << stored << unproven << u"Many"_s;
    row("purged, found", exchange({1}, reply(204, {}), LiveLimit::of(3), there, Operation::Purge),
        {found({})})
        << stored << proven << u"Many"_s;
}

void TestResultsReadBack::rows()
{
    QFETCH(const Record, shown);
    QFETCH(const QString, outcome);
    QFETCH(const QString, spoken);
    QFETCH(const QString, stored);
    const Shown view(shown);
    QCOMPARE(view.cell(0, Column::Outcome).toString(), outcome);
    QCOMPARE(view.cell(0, Column::Outcome, Qt::AccessibleTextRole).toString(),
             spoken.isEmpty() ? outcome : spoken);
    QCOMPARE(view.cell(0, Column::Stored).toString(), stored);
    QCOMPARE(view.cell(0, Column::Stored, ResultsModel::AbsentRole).toBool(), stored == u"–"_s);
    const QString tip = view.cell(0, Column::Outcome, Qt::ToolTipRole).toString();
    QCOMPARE(tip.contains(u"Reading back confirmed it."_s), spoken.contains(u"confirmed"_s));
    QCOMPARE(tip.contains(u"Reading back found it so."_s), spoken.contains(u"found by"_s));
    QCOMPARE(tip.contains(u"It was not read back."_s), spoken.contains(u"not read"_s));
    QCOMPARE(view.cell(0, Column::Outcome, ResultsModel::ProofRole).toString(),
             spoken.contains(u"confirmed"_s)  ? u"confirmed"_s
             : spoken.contains(u"found by"_s) ? u"read back"_s
             : spoken.contains(u"not read"_s) ? u"not read back"_s
                                              : QString());
    // No limit is the highest, and what is not known comes last.
    const QVariant rank = view.cell(0, Column::Stored, ResultsModel::RawRole);
    QCOMPARE(rank.isValid(), stored != u"–"_s);
    QVERIFY(stored != u"Many"_s || rank.toLongLong() > std::numeric_limits<qint32>::max());
}

void TestResultsReadBack::showsWhatWasBefore()
{
    const auto before = [](const LiveLimit &limit) {
        const Shown view(record({exchange({1}, written({{1, 5}}), limit)}, {}));
        const bool ranked = view.cell(0, Column::Before, ResultsModel::RawRole).isValid();
        const bool absent = view.cell(0, Column::Before, ResultsModel::AbsentRole).toBool();
        return view.cell(0, Column::Before).toString() + (ranked ? QString() : u", last"_s) +
               (absent ? u", quiet"_s : QString());
    };
    QCOMPARE(before(LiveLimit::of(1200)), u"1,200"_s);
    QCOMPARE(before(LiveLimit::many()), u"Many"_s);
    QCOMPARE(before(LiveLimit::unknown()), u"not known, last, quiet"_s);
    const Shown view(record({exchange({1}, written({{1, 5}}))}, {}));
    const auto &header = *view.named<QTableView>(u"Results"_s)->horizontalHeader();
    QVERIFY(header.visualIndex(int(Column::Before)) < header.visualIndex(int(Column::Asked)));
}

void TestResultsReadBack::verdicts_data()
{
    QTest::addColumn<Record>("shown");
    QTest::addColumn<int>("tone"); ///< -1: nothing is said
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<QStringList>("notSaid");
    const auto sent = [](const std::optional<api::Reply> &answer) {
        return std::vector<Exchange>{exchange({1, 2}, answer)};
    };
    const QString open = u"not known whether"_s;
    const QString failed = u"could not be read back"_s;
    QTest::newRow("stored") << record(sent(written({{1, 5}, {2, 5}})),
                                      {readBack(found({{1, 5}, {2, 5}}))})
                            << -1 << QStringList{} << QStringList{};
    QTest::newRow("stored, and nothing was read back")
        << record(sent(written({{1, 5}, {2, 5}})), {}) << -1 << QStringList{} << QStringList{};
    QTest::newRow("stored, reading failed")
        << record(sent(written({{1, 5}, {2, 5}})), {readBack(forbidden)}) << int(Tone::Info)
        << QStringList{u"every limit is stored, but they could not be read back"_s,
                       u"the token may not read it"_s, u"This token has no scope for it."_s}
        << QStringList{open};
    QTest::newRow("stored, reading failed once")
        << record(sent(written({{1, 5}, {2, 5}})),
                  {readBack(forbidden), readBack(found({{1, 5}, {2, 5}}))})
        << -1 << QStringList{} << QStringList{};
    QTest::newRow("lost, found") << record(sent(lost()), {readBack(found({{1, 5}, {2, 5}}))})
                                 << int(Tone::Info)
                                 << QStringList{u"The connection ended before"_s,
                                                u"HubSpot has every limit as you asked for"_s}
                                 << QStringList{open, failed};
    QTest::newRow("lost, not stored")
        << record(sent(lost()), {readBack(found({{1, 5}, {2, 3}}))}) << int(Tone::Warning)
        << QStringList{u"The connection ended before"_s,
                       u"Reading back found: 1 stored, 1 not stored."_s,
                       u"can be submitted again"_s}
        << QStringList{open};
    QTest::newRow("lost, stored differently")
        << record(sent(lost()), {readBack(found({{1, 4}, {2, 3}}))}) << int(Tone::Warning)
        << QStringList{u"1 stored differently, 1 not stored"_s,
                       u"other limits than you asked for"_s}
        << QStringList{open};
    QTest::newRow("lost, reading failed")
        << record(sent(lost()), {readBack(forbidden)}) << int(Tone::Warning)
        << QStringList{u"The connection ended before"_s, open, failed,
                       u"the token may not read it"_s, u"This token has no scope for it."_s}
        << QStringList{};
    QTest::newRow("lost, reading lost as well")
        << record(sent(lost()), {readBack(lost(api::ErrorKind::TimedOut))}) << int(Tone::Warning)
        << QStringList{open, failed, u"did not answer in time"_s} << QStringList{};
    QTest::newRow("lost, found, and a later look failed")
        << record(sent(lost()), {readBack(found({{1, 5}, {2, 5}})), readBack(forbidden)})
        << int(Tone::Info) << QStringList{u"HubSpot has every limit"_s, failed}
        << QStringList{open};
    QTest::newRow("lost, and nothing was read back")
        << record(sent(lost()), {}) << int(Tone::Warning) << QStringList{open}
        << QStringList{failed};
    QTest::newRow("refused") << record(sent(reply(400, R"({"message":"No."})")), {})
                             << int(Tone::Bad) << QStringList{u"No."_s}
                             << QStringList{open, failed};
    QTest::newRow("differently") << record(sent(written({{1, 5}, {2, 5}})),
                                           {readBack(found({{1, 5}, {2, 4}}))})
                                 << int(Tone::Warning)
                                 << QStringList{u"1 stored, 1 stored differently"_s,
                                                u"other limits than you asked for"_s}
                                 << QStringList{open};
    QTest::newRow("pending, not there yet")
        << record(sent(written({}, "PENDING")), {readBack(found({{1, 3}, {2, 3}}))})
        << int(Tone::Warning) << QStringList{u"2 not stored"_s, u"still working on a request"_s}
        << QStringList{};
    QTest::newRow("pending, there")
        << record(sent(written({}, "PROCESSING")), {readBack(found({{1, 5}, {2, 5}}))}) << -1
        << QStringList{} << QStringList{};

    Record waited = record(sent(written({{1, 5}, {2, 5}})), {});
    waited.exchanges[0].refused = {{moment, moment, reply(429, {})},
                                   {moment, moment, reply(423, {})}};
    QTest::newRow("asked to wait")
        << waited << int(Tone::Quiet) << QStringList{u"HubSpot asked to wait 2 time"_s}
        << QStringList{};
    waited.exchanges[0].reply = lost();
    QTest::newRow("asked to wait, then lost")
        << waited << int(Tone::Warning) << QStringList{open, u"HubSpot asked to wait 2 time"_s}
        << QStringList{};

    Record both = record({exchange({1}, written({{1, 5}})),
                          exchange({2}, written({{2, 5}}), LiveLimit::of(3), back)},
                         {readBack(found({{1, 5}})), readBack(forbidden, back)});
    QTest::newRow("one of two directions could not be read")
        << both << int(Tone::Info) << QStringList{u"Companies → Contacts: "_s}
        << QStringList{u"Contacts → Companies: "_s};
}

void TestResultsReadBack::verdicts()
{
    QFETCH(const Record, shown);
    QFETCH(const int, tone);
    QFETCH(const QStringList, said);
    QFETCH(const QStringList, notSaid);
    const Shown view(shown);
    QCOMPARE(view.banner().isVisible(), tone >= 0);
    if (tone < 0) {
        return;
    }
    const QString text = view.banner().text();
    QCOMPARE(int(view.banner().message().tone), tone);
    for (const QString &words : said) {
        QVERIFY2(text.contains(words), qPrintable(text));
    }
    for (const QString &words : notSaid) {
        QVERIFY2(!text.contains(words), qPrintable(text));
    }
}

void TestResultsReadBack::tellsTheTroubleThatIsLeft()
{
    const Record both =
        record({exchange({1}, lost()), exchange({2}, reply(400, R"({"message":"Too high."})"))},
               {readBack(found({{1, 5}, {2, 3}}))});
    const Shown view(both);
    QVERIFY(view.banner().text().startsWith(u"Request 2 of 2: "_s));
    QVERIFY(view.banner().text().contains(u"In all: 1 stored, 1 failed."_s));
    QCOMPARE(view.named<QComboBox>(u"Request shown"_s)->currentText(), u"Request 2 of 2"_s);
}

void TestResultsReadBack::isBeingReadBack()
{
    Shown view(record({exchange({1}, lost())}, {}));
    QVERIFY(view.banner().text().contains(u"not known whether"_s));
    view.panel.setRun({view.panel.record().id, Phase::ReadingBack});
    QVERIFY(view.banner().text().contains(u"The limits are being read back."_s));
    QVERIFY(!view.banner().text().contains(u"not known whether"_s));
    view.panel.setRun({QUuid::createUuid(), Phase::ReadingBack}); // another record
    QVERIFY(view.banner().text().contains(u"not known whether"_s));
    // HubSpot may be late.
    view.panel.setRecord(record({exchange({1}, lost())}, {readBack(found({{1, 3}}))}));
    view.panel.setRun({view.panel.record().id, Phase::Waiting, moment});
    QVERIFY(view.banner().text().contains(u"The limits are being read back."_s));
    view.panel.setRun({view.panel.record().id, Phase::Idle});
    QVERIFY(view.banner().text().contains(u"can be submitted again"_s));
    // What failed is looked at again, so it is not told yet.
    view.panel.setRecord(record({exchange({1}, lost())}, {readBack(forbidden)}));
    view.panel.setRun({view.panel.record().id, Phase::Waiting, moment, true});
    QVERIFY(!view.banner().text().contains(u"could not be read back"_s));
    view.panel.setRun({view.panel.record().id, Phase::Idle});
    QVERIFY(view.banner().text().contains(u"could not be read back"_s));
}

void TestResultsReadBack::directions()
{
    const Record one = record({exchange({1}, written({{1, 5}}))}, {});
    const Record both = record({exchange({1}, written({{1, 5}})),
                                exchange({2}, written({{2, 5}}), LiveLimit::of(3), back)},
                               {});
    Shown view(one);
    auto *table = view.panel.findChild<ResultsTable *>();
    const QAbstractItemModelTester tester(table->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table->model()->columnCount(), 7);
    for (int round = 0; round < 2; ++round) {
        view.panel.setRecord(both);
        QCOMPARE(table->model()->columnCount(), 8);
        QCOMPARE(table->horizontalHeader()->visualIndex(int(Column::Direction)), 0);
        QCOMPARE(table->horizontalHeader()->visualIndex(int(Column::Outcome)), 7);
        QCOMPARE(view.cell(0, Column::Direction).toString(), u"→ Companies"_s);
        QCOMPARE(view.cell(1, Column::Direction).toString(), u"→ Contacts"_s);
        QVERIFY(view.cell(1, Column::Direction, Qt::ToolTipRole)
                    .toString()
                    .contains(u"Companies → Contacts"_s));
        const QStringList lines = table->asText().split(u'\n');
        QCOMPARE(lines[0],
                 u"Direction\tLabel\tType ID\tCategory\tBefore\tAsked\tStored\tOutcome"_s);
        QCOMPARE(lines[2], u"→ Contacts\tLabel\t2\tCustom\t3\t5\t5\tStored, not read back"_s);
        view.panel.setRecord(one);
        QCOMPARE(table->model()->columnCount(), 7);
        QCOMPARE(table->horizontalHeader()->visualIndex(int(Column::Outcome)), 6);
        QVERIFY(table->asText().startsWith(u"Label\tType ID"_s));
    }
}

void TestResultsReadBack::choosesReadBacks()
{
    const Record both =
        record({exchange({1}, written({{1, 5}})),
                exchange({2}, written({{2, 5}}), LiveLimit::of(3), back)},
               {readBack(found({{1, 4}})), readBack(forbidden, back), readBack(found({{1, 5}}))});
    Shown view(both);
    auto *chooser = view.named<QComboBox>(u"Request shown"_s);
    QStringList names;
    for (int i = 0; i < chooser->count(); ++i) {
        names.append(chooser->itemText(i));
    }
    QCOMPARE(names,
             QStringList(
                 {u"Request 1 of 2"_s, u"Request 2 of 2"_s, u"Read back: Contacts → Companies"_s,
                  u"Read back: Companies → Contacts"_s, u"Read back 2: Contacts → Companies"_s}));
    auto *tabs = view.panel.findChild<QTabWidget *>();
    tabs->setCurrentIndex(2);
    chooser->setFocus();
    for (int i = chooser->currentIndex(); i < 3; ++i) {
        QTest::keyClick(chooser, Qt::Key_Down);
    }
    QVERIFY(view.named<QLineEdit>(u"HTTP status"_s)->text().startsWith(u"403"_s));
    QVERIFY(!view.named<QLineEdit>(u"Batch status"_s)->isVisible());
    QVERIFY(!view.named<QLineEdit>(u"Started at"_s)->isVisible());
    const auto *response = view.named<QPlainTextEdit>(u"Response"_s);
    QVERIFY(response->toPlainText().contains(u"no scope"_s));
    QVERIFY(response->toPlainText().contains(u'\n')); // indented
    // It stays chosen while more comes.
    Record more = both;
    more.readBacks.push_back(readBack(found({{2, 5}}), back));
    view.panel.setRecord(more);
    QCOMPARE(chooser->currentIndex(), 3);
    QCOMPARE(tabs->currentIndex(), 2);
    QTest::keyClick(chooser, Qt::Key_Home);
    QVERIFY(view.named<QLineEdit>(u"Batch status"_s)->isVisible());
    QVERIFY(view.named<QLineEdit>(u"Started at"_s)->isVisible());
    // A single request has no number.
    view.panel.setRecord(record({exchange({1}, lost())}, {readBack(found({}))}));
    QCOMPARE(chooser->itemText(0), u"Request"_s);
}

void TestResultsReadBack::actions_data()
{
    QTest::addColumn<Record>("shown");
    QTest::addColumn<bool>("canCheck");
    QTest::addColumn<bool>("canSubmit");
    const auto row = [](const char *name, const Exchange &sent,
                        const std::vector<history::ReadBack> &looks) -> QTestData & {
        return QTest::newRow(name) << record({sent}, looks);
    };
    row("stored", exchange({1}, written({{1, 5}})), {}) << false << false;
    row("differently", exchange({1}, written({{1, 4}})), {}) << true << false;
    row("missing", exchange({1}, written({})), {}) << true << true;
    row("unknown", exchange({1}, lost()), {}) << true << true;
    row("not stored", exchange({1}, lost()), {readBack(found({{1, 3}}))}) << true << true;
    row("failed", exchange({1}, reply(400, {})), {}) << false << true;
    row("not sent", exchange({1}, std::nullopt), {}) << false << true;
    Record running = record({exchange({1}, lost())}, {});
    running.state = Record::State::InFlight;
    QTest::newRow("still running") << running << false << false;
}

void TestResultsReadBack::actions()
{
    QFETCH(const Record, shown);
    QFETCH(const bool, canCheck);
    QFETCH(const bool, canSubmit);
    Shown view(shown);
    QCOMPARE(view.check().isVisible(), canCheck);
    QVERIFY(!view.submitAgain().isVisible());
    view.panel.setSubmitAgainOffered(true);
    QCOMPARE(view.submitAgain().isVisible(), canSubmit);
    view.panel.setRecord(record({exchange({1}, written({{1, 5}}))}, {}));
    QVERIFY(!view.check().isVisible() && !view.submitAgain().isVisible());
    view.panel.setRecord(shown);
    QCOMPARE(view.submitAgain().isVisible(), canSubmit);
    view.panel.setSubmitAgainOffered(false);
    QVERIFY(!view.submitAgain().isVisible());
}

void TestResultsReadBack::submitsWhatIsLeft()
{
    Shown view(record(
        {exchange({1, 2}, written({{1, 5}})), exchange({3}, std::nullopt, LiveLimit::of(3), back)},
        {}));
    view.panel.setSubmitAgainOffered(true);
    std::vector<AskedLimit> asked;
    connect(&view.panel, &ResultsPanel::submitAgainRequested, this,
            [&asked](const std::vector<AskedLimit> &limits) { asked = limits; });
    view.submitAgain().click();
    using limits::Category;
    QCOMPARE(asked, (std::vector<AskedLimit>{{there, Category::UserDefined, 2},
                                             {back, Category::UserDefined, 3}}));
}

void TestResultsReadBack::checkMayBeBlocked()
{
    Shown view(record({exchange({1}, lost())}, {}));
    const QSignalSpy asked(&view.panel, &ResultsPanel::checkRequested);
    view.panel.setCheckBlocked(u"Not <now>"_s);
    QVERIFY(!view.check().isEnabled());
    QVERIFY(view.check().toolTip().contains(u"Not &lt;now"_s));
    view.panel.setCheckBlocked({});
    view.check().click();
    QCOMPARE(asked.size(), 1);
}

void TestResultsReadBack::progress_data()
{
    QTest::addColumn<Run>("run");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("bar");
    QTest::addColumn<int>("maximum"); ///< 0: busy
    const QDateTime then = moment.addMSecs(4'200);
    QTest::newRow("sending") << Run{{}, Phase::Sending} << u"2 of 5 requests answered"_s << true
                             << 5;
    QTest::newRow("reading back") << Run{{}, Phase::ReadingBack} << u"Reading the limits back"_s
                                  << true << 0;
    QTest::newRow("waiting") << Run{{}, Phase::Waiting, then}
                             << u"HubSpot still shows something else; looking again in 5 s"_s
                             << false << 0;
    QTest::newRow("waiting after a failure")
        << Run{{}, Phase::Waiting, then, true}
        << u"The limits could not be read back; looking again in 5 s"_s << false << 0;
}

void TestResultsReadBack::progress()
{
    QFETCH(const Run, run);
    QFETCH(const QString, words);
    QFETCH(const bool, bar);
    QFETCH(const int, maximum);
    MovableClock clock;
    ProgressRow row(clock);
    row.setProgress(2, 5);
    QVERIFY(!row.isVisible());
    row.setRun(run);
    QVERIFY(row.isVisible());
    auto *label = row.findChild<QLabel *>();
    QCOMPARE(label->text(), words);
    QCOMPARE(row.findChild<QProgressBar *>()->isVisible(), bar);
    QCOMPARE(row.findChild<QProgressBar *>()->maximum(), maximum);
    QVERIFY(row.findChild<QPushButton *>()->isVisible());
    // It counts by the clock.
    clock.advance(std::chrono::milliseconds(3'300));
    row.setRun(run);
    QVERIFY(run.phase != Phase::Waiting || label->text().endsWith(u"in 1 s"_s));
    row.setRun({});
    QVERIFY(!row.isVisible());
}

void TestResultsReadBack::progressCancels()
{
    MovableClock clock;
    ProgressRow row(clock);
    row.setProgress(0, 5);
    row.setRun({{}, Phase::Sending});
    const QSignalSpy asked(&row, &ProgressRow::cancelRequested);
    auto *cancel = row.findChild<QPushButton *>();
    cancel->click();
    QCOMPARE(asked.size(), 1);
    QVERIFY(!cancel->isEnabled());
    row.setProgress(1, 5);
    QVERIFY(row.findChild<QLabel *>()->text().startsWith(u"Stopping"_s));
    // What was sent is read back, which can be stopped as well.
    row.setRun({{}, Phase::ReadingBack});
    QVERIFY(cancel->isEnabled());
    QVERIFY(cancel->toolTip().startsWith(u"Stop reading back"_s));
    cancel->click();
    QCOMPARE(asked.size(), 2);
}

TEST_MAIN(QApplication, TestResultsReadBack)
#include "tst_resultsreadback.moc"
