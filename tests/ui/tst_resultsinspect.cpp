#include "tests/support/testmain.h"
#include "ui/results/detailsmodel.h"
#include "ui/results/detailstable.h"
#include "ui/results/resultsmodel.h"
#include "ui/results/resultspanel.h"
#include "ui/widgets/bytestext.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using history::Exchange;
using history::Record;
using history::Summary;
using ui::results::DetailsModel;
using ui::results::DetailsTable;
using ui::results::ResultsPanel;
using ui::results::Sent;
using ui::widgets::BytesText;
using ui::widgets::bytesText;

namespace {

const limits::Pair there{u"0-1"_s, u"0-2"_s};
const limits::Pair back{u"0-2"_s, u"0-1"_s};
const QDateTime moment(QDate(2026, 11, 3), QTime(14, 2, 11, 340), Qt::UTC);
const support::SystemClock systemClock;

constexpr char limited[] =
    R"({"status":"error","message":"You have reached your secondly limit.","errorType":"RATE_LIMIT","correlationId":"of-the-body"})";

api::Reply reply(int status, const QByteArray &reason, const QByteArray &body)
{
    api::Reply made;
    made.httpStatus = status;
    made.reasonPhrase = reason;
    made.headers = {{"Vary", "origin"},
                    {"Retry-After", "3"},
                    {"X-HubSpot-RateLimit-Remaining", "0"},
                    {"X-HubSpot-Correlation-Id", "2f1ee4b3-5d0c-4a7e-9c44-1d2f0b7f4f3a"},
                    {"Date", "Tue, 03 Nov 2026 14:02:12 GMT"},
                    {"Content-Type", "application/json"},
                    {"Server", "cloud"}};
    made.body = body;
    return made;
}

Exchange exchange(const limits::Pair &pair, qint32 typeId)
{
    Exchange made;
    made.request.pair = pair;
    made.request.operation = limits::Operation::Update;
    made.request.changes = {
        {limits::Category::UserDefined, typeId, 5, u"Primary company"_s, limits::LiveLimit::of(3)}};
    made.method = "POST";
    made.path = "/write";
    made.body = R"({"inputs":[{"typeId":28}]})";
    made.state = Exchange::State::Answered;
    made.sentAt = moment;
    made.answeredAt = moment.addMSecs(1840);
    made.reply = reply(201, "Created",
                       R"({"status":"COMPLETE","results":[{"category":"USER_DEFINED","typeId":)" +
                           QByteArray::number(typeId) + R"(,"userEnforcedMaxToObjectIds":5}]})");
    return made;
}

Record record(std::vector<Exchange> exchanges)
{
    Record made;
    made.id = QUuid::createUuid();
    made.createdAt = moment;
    made.pair = there;
    made.fromName = u"Contacts"_s;
    made.toName = u"Companies"_s;
    made.state = Record::State::Finished;
    made.exchanges = std::move(exchanges);
    return made;
}

/// Two requests, the first of them refused twice, and a read-back of each pair.
Record refusedTwice()
{
    Record made = record({exchange(there, 28), exchange(back, 30)});
    made.exchanges[0].refused = {
        {moment.addSecs(-9), moment.addSecs(-8), reply(429, "Too Many Requests", limited)},
        {moment.addSecs(-4), moment.addSecs(-3), reply(423, "Locked", "{\"x\":1}")}};
    made.readBacks = {
        {there,
         "/read",
         {moment.addSecs(2), moment.addSecs(3), reply(200, "OK", R"({"results":[]})")}},
        {back,
         "/read/back",
         {moment.addSecs(4), moment.addSecs(5),
          reply(403, "Forbidden", R"({"message":"This token has no scope for it."})")}}};
    return made;
}

Summary summary(int daysBefore)
{
    Summary made;
    made.id = QUuid::createUuid();
    made.createdAt = QDateTime(QDate(2026, 11, 3), QTime(14, 2)).addDays(-daysBefore).toUTC();
    return made;
}

struct Shown
{
    explicit Shown(const Record &record, const QSize &size = {640, 330})
    {
        panel.resize(size);
        panel.show();
        panel.setRecord(record);
    }
    template<typename T> [[nodiscard]] T *named(const QString &accessibleName) const
    {
        T *hidden = nullptr;
        for (T *widget : panel.findChildren<T *>()) {
            if (widget->accessibleName() == accessibleName) {
                if (widget->isVisible()) {
                    return widget;
                }
                hidden = widget;
            }
        }
        return hidden;
    }
    [[nodiscard]] QComboBox &chooser() const { return *named<QComboBox>(u"Request shown"_s); }
    [[nodiscard]] QString value(const QString &name) const
    {
        const auto *field = named<QLineEdit>(name);
        return field->isVisible() ? field->text() : u"(hidden)"_s;
    }
    [[nodiscard]] QTabWidget &tabs() const { return *panel.findChild<QTabWidget *>(); }
    [[nodiscard]] DetailsTable &details() const { return *panel.findChild<DetailsTable *>(); }
    /// As a person would, by the keyboard.
    void choose(int index) const
    {
        chooser().setFocus();
        QTest::keyClick(&chooser(), Qt::Key_Home);
        for (int i = 0; i < index; ++i) {
            QTest::keyClick(&chooser(), Qt::Key_Down);
        }
        QCOMPARE(chooser().currentIndex(), index);
    }
    [[nodiscard]] const QPushButton *button(const QString &name) const
    {
        const auto *found = named<QPushButton>(name);
        return found != nullptr && found->isVisible() ? found : nullptr;
    }

    ResultsPanel panel{systemClock};
};

QStringList itemsOf(const QComboBox &box)
{
    QStringList items;
    for (int i = 0; i < box.count(); ++i) {
        items.append(box.itemText(i));
    }
    return items;
}

QString clipboard()
{
    return QGuiApplication::clipboard()->text();
}

} // namespace

Q_DECLARE_METATYPE(Record)

class TestResultsInspect : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void choosesAttempts();
    void showsARefusedAttempt();
    void theChoiceStaysWhileMoreComes();
    void namesWhatIsToCome();
    void details_data();
    void details();
    void detailsPutWhatHelpsFirst();
    void detailsAreCopied();
    void detailsModelHoldsUnderTester();
    void bytes_data();
    void bytes();
    void showsBytesAsTheyAre();
    void saysWhatIsNoText();
    void fitsASmallWindow();
    void narrowsItsColumns();
    void ribbonOfAPastRecord();
    void ribbonOfTheLatest();
    void ribbonLeadsToRelatedRecords();
    void ribbonSaysWhatIsGone();
    void pastRecordsAreOnlyLookedAt();
};

void TestResultsInspect::choosesAttempts()
{
    const Shown view(refusedTwice());
    QCOMPARE(itemsOf(view.chooser()),
             QStringList({u"Request 1 of 2, attempt 1: refused"_s,
                          u"Request 1 of 2, attempt 2: refused"_s, u"Request 1 of 2, attempt 3"_s,
                          u"Request 2 of 2"_s, u"Read back: Contacts → Companies"_s,
                          u"Read back: Companies → Contacts"_s}));
    const QStringList statuses{u"429 Too Many Requests"_s, u"423 Locked"_s, u"201 Created"_s,
                               u"201 Created"_s,           u"200 OK"_s,     u"403 Forbidden"_s};
    for (int i = 0; i < statuses.size(); ++i) {
        view.choose(i);
        QCOMPARE(view.value(u"HTTP status"_s), statuses[i]);
        // HubSpot's times of the batch, or this computer's.
        const bool isBatch = i == 2 || i == 3;
        QCOMPARE(view.value(u"Started at"_s) != u"(hidden)"_s, isBatch);
        QCOMPARE(view.value(u"Batch status"_s) != u"(hidden)"_s, isBatch);
        QCOMPARE(view.value(u"Sent at"_s) == u"(hidden)"_s, isBatch);
    }
    // With one attempt there is nothing to choose from.
    const Shown single(record({exchange(there, 28)}));
    QVERIFY(!single.chooser().isVisible());
}

void TestResultsInspect::showsARefusedAttempt()
{
    const Shown view(refusedTwice());
    view.choose(0);
    const QDateTime sent = moment.addSecs(-9);
    const QString clock = sent.toLocalTime().toString(u"HH:mm:ss"_s);
    QVERIFY(view.value(u"Sent at"_s).endsWith(u"2026 "_s + clock));
    QVERIFY(view.value(u"Answered at"_s).endsWith(u":03"_s));
    QCOMPARE(view.value(u"Duration"_s), u"1.00 s"_s);
    QCOMPARE(view.value(u"Correlation ID"_s), u"of-the-body"_s);
    auto *field = view.named<QLineEdit>(u"Sent at"_s);
    QVERIFY(field->toolTip().contains(u"2026-11-03T14:02:02.340Z"_s));
    field->setFocus(Qt::TabFocusReason);
    QTest::keySequence(field, QKeySequence::Copy);
    QCOMPARE(clipboard(), u"2026-11-03T14:02:02.340Z"_s);

    view.tabs().setCurrentIndex(1);
    QVERIFY(view.named<QPlainTextEdit>(u"Request"_s)->toPlainText().contains(u"\"typeId\": 28"_s));
    view.tabs().setCurrentIndex(2);
    const auto *response = view.named<QPlainTextEdit>(u"Response"_s);
    QVERIFY(response->toPlainText().contains(u"secondly limit"_s));
    view.choose(1);
    QCOMPARE(response->toPlainText(), u"{\n  \"x\": 1\n}"_s);
}

void TestResultsInspect::theChoiceStaysWhileMoreComes()
{
    Record made = refusedTwice();
    const api::Reply last = *made.exchanges[0].reply;
    Exchange &first = made.exchanges[0];
    first.refused.pop_back();
    made.readBacks.clear();
    Shown view(made);
    view.choose(0);
    view.tabs().setCurrentIndex(3);
    // Before what is chosen nothing comes, and so it is with all that is after it.
    first.refused.push_back({moment.addSecs(-4), moment.addSecs(-3), reply(423, "Locked", "{}")});
    view.panel.setRecord(made);
    QCOMPARE(view.chooser().currentIndex(), 0);
    view.choose(3);
    QCOMPARE(view.chooser().currentText(), u"Request 2 of 2"_s);
    first.refused.push_back({moment.addSecs(-2), moment.addSecs(-1), reply(423, "Locked", "{}")});
    view.panel.setRecord(made);
    QCOMPARE(view.chooser().currentText(), u"Request 2 of 2"_s);
    QCOMPARE(view.chooser().currentIndex(), 4);
    QCOMPARE(view.tabs().currentIndex(), 3);
    // Another record is looked at afresh.
    view.panel.setRecord(record({exchange(there, 28)}));
    QCOMPARE(view.tabs().currentIndex(), 0);
    view.panel.clear();
}

void TestResultsInspect::namesWhatIsToCome()
{
    Record made = record({exchange(there, 28)});
    made.state = Record::State::InFlight;
    Exchange &only = made.exchanges[0];
    only.state = Exchange::State::Planned;
    only.sentAt.reset();
    only.answeredAt.reset();
    only.reply.reset();
    only.refused = {{moment, moment.addSecs(1), reply(429, "Too Many Requests", limited)}};
    const Shown view(made);
    QCOMPARE(itemsOf(view.chooser()),
             QStringList({u"Request, attempt 1: refused"_s, u"Request, attempt 2"_s}));
    QCOMPARE(view.chooser().currentIndex(), 1);
    QCOMPARE(view.value(u"HTTP status"_s), u"waiting"_s);
    QCOMPARE(view.value(u"Batch status"_s), u"waiting"_s);
    QCOMPARE(view.details().asText(), u"Sent at: waiting\n"_s);
}

void TestResultsInspect::details_data()
{
    QTest::addColumn<Record>("shown");
    QTest::addColumn<QStringList>("lines"); ///< at the beginning
    const auto one = [](const std::function<void(Exchange &)> &change) {
        Record made = record({exchange(there, 28)});
        change(made.exchanges[0]);
        return made;
    };
    const QString sent = u"Sent at: 2026-11-03T14:02:11.340Z"_s;
    QTest::newRow("answered") << one([](Exchange &) {})
                              << QStringList{sent, u"Answered at: 2026-11-03T14:02:13.180Z"_s,
                                             u"Duration: 1.84 s"_s, u"HTTP status: 201 Created"_s,
                                             u"Content-Type: application/json"_s};
    QTest::newRow("failed")
        << one([](Exchange &made) {
               made.reply = reply(400, "Bad Request", R"({"message":"Too\nhigh."})");
           })
        << QStringList{sent,
                       u"Answered at: 2026-11-03T14:02:13.180Z"_s,
                       u"Duration: 1.84 s"_s,
                       u"HTTP status: 400 Bad Request"_s,
                       u"Failure: HubSpot refused the request as it was written. Too high."_s,
                       u"Content-Type: application/json"_s};
    QTest::newRow("lost") << one([](Exchange &made) {
        made.reply = api::Reply();
        made.reply->failure = api::ErrorKind::ConnectionLost;
        made.reply->failureText = u"Connection closed"_s;
    })
                          << QStringList{
                                 sent,
                                 u"Ended at: 2026-11-03T14:02:13.180Z"_s,
                                 u"Duration: 1.84 s"_s,
                                 u"HTTP status: no answer"_s,
                                 u"Failure: The connection ended before HubSpot's answer came. "
                                 u"Connection closed"_s,
                                 QString()};
    QTest::newRow("the clock was set back")
        << one([](Exchange &made) { made.answeredAt = moment.addSecs(-60); })
        << QStringList{sent, u"Answered at: 2026-11-03T14:01:11.340Z"_s, u"Duration: not known"_s};
    QTest::newRow("not sent") << one([](Exchange &made) {
        made = exchange(there, 28);
        made.state = Exchange::State::NotSent;
        made.sentAt.reset();
        made.answeredAt.reset();
        made.reply.reset();
    }) << QStringList{u"Sent at: not sent"_s, QString()};
    Record interrupted = one([](Exchange &made) {
        made.state = Exchange::State::Sent;
        made.answeredAt.reset();
        made.reply.reset();
    });
    interrupted.state = Record::State::Interrupted;
    QTest::newRow("interrupted")
        << interrupted
        << QStringList{sent, u"Answered at: no answer"_s,
                       u"Failure: The program ended before HubSpot's answer came."_s, QString()};
}

void TestResultsInspect::details()
{
    QFETCH(const Record, shown);
    QFETCH(const QStringList, lines);
    const Shown view(shown);
    QCOMPARE(view.details().asText().split(u'\n').first(lines.size()), lines);
}

void TestResultsInspect::detailsPutWhatHelpsFirst()
{
    const Shown view(refusedTwice());
    view.choose(0);
    QStringList lines = view.details().asText().split(u'\n');
    lines.remove(0, 5); // times, status and failure
    QCOMPARE(
        lines,
        QStringList({u"Content-Type: application/json"_s, u"Date: Tue, 03 Nov 2026 14:02:12 GMT"_s,
                     u"X-HubSpot-Correlation-Id: 2f1ee4b3-5d0c-4a7e-9c44-1d2f0b7f4f3a"_s,
                     u"X-HubSpot-RateLimit-Remaining: 0"_s, u"Retry-After: 3"_s, u"Vary: origin"_s,
                     u"Server: cloud"_s, QString()}));
    // A read-back has them as well, and its own words for what went wrong.
    view.choose(5);
    QVERIFY(view.details().asText().contains(
        u"Failure: HubSpot refused to show this: the token may not read it. This token has no "
        "scope for it."_s));
}

void TestResultsInspect::detailsAreCopied()
{
    const Shown view(refusedTwice());
    view.choose(0);
    view.tabs().setCurrentIndex(3);
    DetailsTable &table = view.details();
    QVERIFY(table.isVisible());
    QCOMPARE(table.accessibleName(), u"Details"_s);
    table.setFocus();
    QTest::keySequence(&table, QKeySequence::Copy);
    QCOMPARE(clipboard(), table.asText());
    QCOMPARE(clipboard().count(u'\n'), 12);
    table.selectionModel()->setCurrentIndex(
        table.model()->index(3, 0), QItemSelectionModel::SelectCurrent | QItemSelectionModel::Rows);
    QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keySequence(&table, QKeySequence::Copy);
    QVERIFY(clipboard().startsWith(u"HTTP status: 429 Too Many Requests\nFailure: "_s));
    QCOMPARE(clipboard().count(u'\n'), 2);
}

void TestResultsInspect::detailsModelHoldsUnderTester()
{
    DetailsModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    Sent sent;
    sent.status = u"waiting"_s;
    model.setSent(sent);
    QCOMPARE(model.rowCount(), 1);
    sent.sentAt = moment;
    sent.reply = reply(200, "OK", {});
    // Headers may be anything.
    sent.reply->headers.push_back({"X-Odd", "<b>caf\xe9</b>"});
    model.setSent(sent);
    model.setSent(sent);
    QCOMPARE(reset.size(), 2);
    const QModelIndex odd = model.index(model.rowCount() - 1, int(DetailsModel::Column::Value));
    QCOMPARE(odd.data().toString(), u"<b>caf\\xE9</b>"_s);
    QVERIFY(odd.data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;caf"_s));
    model.setSent({});
}

void TestResultsInspect::bytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("escaped");
    QTest::newRow("nothing") << QByteArray() << QString() << false;
    QTest::newRow("text") << QByteArray("{\"a\":\r\n\t\"\\x41\"}") << u"{\"a\":\r\n\t\"\\x41\"}"_s
                          << false;
    QTest::newRow("UTF-8") << QByteArray("caf\xc3\xa9 \xe2\x82\xac \xf0\x9f\x93\x8c")
                           << u"café € 📌"_s << false;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf{}") << u"\uFEFF{}"_s << false;
    QTest::newRow("Latin-1") << QByteArray("caf\xe9 \xc3\xa9") << u"caf\\xE9 é"_s << true;
    QTest::newRow("cut off") << QByteArray("ab\xe2\x82") << u"ab\\xE2\\x82"_s << true;
    QTest::newRow("too long a form") << QByteArray("\xc0\xaf") << u"\\xC0\\xAF"_s << true;
    QTest::newRow("half a pair") << QByteArray("\xed\xa0\x80") << u"\\xED\\xA0\\x80"_s << true;
    QTest::newRow("stray") << QByteArray("\x80x") << u"\\x80x"_s << true;
    QTest::newRow("no character") << QByteArray("\xff\xf5") << u"\\xFF\\xF5"_s << true;
    QTest::newRow("controls") << QByteArray("a\0b\x1b", 4) << u"a\\x00b\\x1B"_s << true;
    QTest::newRow("what looks like it")
        << QByteArray("\\x41\xff\\\\n") << u"\\x5Cx41\\xFF\\\\n"_s << true;
}

void TestResultsInspect::bytes()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, text);
    QFETCH(const bool, escaped);
    const BytesText shown = bytesText(bytes);
    QCOMPARE(shown.text, text);
    QCOMPARE(shown.escaped, escaped);
    // Nothing is lost.
    QByteArray again = shown.text.toUtf8();
    for (qsizetype i = 0; escaped && (i = again.indexOf("\\x", i)) >= 0; ++i) {
        again.replace(i, 4, QByteArray::fromHex(again.sliced(i + 2, 2)));
    }
    QCOMPARE(again, bytes);
}

void TestResultsInspect::showsBytesAsTheyAre()
{
    Record made = record({exchange(there, 28)});
    const QByteArray body("{\"b\":1,\n \"a\":[ ]}");
    made.exchanges[0].reply->body = body;
    Shown view(made);
    view.tabs().setCurrentIndex(2);
    auto *text = view.named<QPlainTextEdit>(u"Response"_s);
    const QString indented = u"{\n  \"b\": 1,\n  \"a\": []\n}"_s;
    QCOMPARE(text->toPlainText(), indented);
    auto *copy = view.tabs().currentWidget()->findChild<QPushButton *>();
    copy->click();
    QCOMPARE(clipboard(), indented);

    auto *first = view.named<QToolButton>(u"Indented"_s);
    auto *raw = view.named<QToolButton>(u"Raw"_s);
    QVERIFY(first->isChecked() && first->isVisible());
    QVERIFY(first->focusPolicy() & Qt::TabFocus);
    QVERIFY(QTest::qWaitForWindowActive(&view.panel));
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Right);
    QVERIFY(raw->isChecked() && !first->isChecked());
    QCOMPARE(text->toPlainText(), QString::fromUtf8(body));
    copy->click();
    QCOMPARE(clipboard(), QString::fromUtf8(body));
    // The next one is shown the same way.
    made.exchanges[0].reply->body = "[ 1 ]";
    view.panel.setRecord(made);
    QCOMPARE(text->toPlainText(), u"[ 1 ]"_s);
    QTest::keyClick(raw, Qt::Key_Left);
    QCOMPARE(text->toPlainText(), u"[\n  1\n]"_s);
    // Of nothing there are no two ways to show it.
    made.exchanges[0].reply->body.clear();
    view.panel.setRecord(made);
    QVERIFY(!first->isVisible());
}

void TestResultsInspect::saysWhatIsNoText()
{
    Record made = record({exchange(there, 28)});
    made.exchanges[0].reply->body = "{\"a\":\"caf\xe9\"}";
    Shown view(made);
    view.tabs().setCurrentIndex(2);
    QCOMPARE(view.named<QPlainTextEdit>(u"Response"_s)->toPlainText(), u"{\"a\":\"caf\\xE9\"}"_s);
    const auto caption = [&view] {
        return view.tabs().currentWidget()->findChild<ui::widgets::ElidedLabel *>()->text();
    };
    QVERIFY(caption().contains(u"bytes that are no text are written as \\xNN"_s));
    made.exchanges[0].reply->body = "{}";
    view.panel.setRecord(made);
    QVERIFY(!caption().contains(u"xNN"_s));
}

void TestResultsInspect::fitsASmallWindow()
{
    Record made = refusedTwice();
    made.exchanges[0].refused[0].reply->body = "{}";
    const Shown view(made);
    view.choose(0);
    const auto *label = [&view]() -> QLabel * {
        for (auto *text : view.panel.findChildren<QLabel *>()) {
            if (text->text() == u"Correlation ID"_s) {
                return text;
            }
        }
        return nullptr;
    }();
    // The choice can be read; the ID gives way, and is whole in the tool tip.
    QTRY_COMPARE(view.chooser().width(), view.chooser().sizeHint().width());
    const auto *id = view.named<QLineEdit>(u"Correlation ID"_s);
    QVERIFY(id->width() < id->sizeHint().width());
    QVERIFY(id->width() > 100);
    QVERIFY(id->toolTip().contains(u"2f1ee4b3-5d0c-4a7e-9c44-1d2f0b7f4f3a"_s));
    QVERIFY(view.chooser().toolTip().contains(u"Request 1 of 2, attempt 1: refused"_s));
    QVERIFY(!label->isVisible());
    QCOMPARE(view.panel.width(), 640);
    QVERIFY(view.panel.minimumSizeHint().width() <= 560);
    const Shown wide(refusedTwice(), {900, 400});
    const auto *whole = wide.named<QLineEdit>(u"Correlation ID"_s);
    QTRY_VERIFY(whole->width() >= whole->sizeHint().width());
}

void TestResultsInspect::narrowsItsColumns()
{
    Record made = refusedTwice();
    made.exchanges[0].request.changes[0].before = limits::LiveLimit::unknown();
    made.exchanges[1].request.changes[0].before = limits::LiveLimit::of(12'000);
    for (const int width : {560, 640, 900}) {
        const Shown view(made, {width, 400});
        const auto *table = view.named<QTableView>(u"Results"_s);
        QTRY_COMPARE(table->horizontalScrollBar()->maximum(), 0);
        const auto outcome = int(ui::results::ResultsModel::Column::Outcome);
        QVERIFY(table->columnWidth(outcome) >= 20 * table->fontMetrics().averageCharWidth());
        // A title that is cut is whole in its tool tip.
        QCOMPARE(table->model()->headerData(outcome, Qt::Horizontal, Qt::ToolTipRole).toString(),
                 u"Outcome"_s);
    }
}

void TestResultsInspect::ribbonOfAPastRecord()
{
    Record made = record({exchange(there, 28)});
    made.note = u"  Agreed <b>on Monday</b>\nsecond line\n"_s;
    made.pinned = true;
    Shown view(made);
    const auto note = [&view]() -> const ui::widgets::ElidedLabel * {
        for (auto *text : view.panel.findChildren<ui::widgets::ElidedLabel *>()) {
            if (text->isVisible() && text->text().startsWith(u"Note"_s)) {
                return text;
            }
        }
        return nullptr;
    };
    view.panel.setPast(true);
    QVERIFY(view.button(u"Back to the latest"_s));
    QCOMPARE(note()->text(), u"Note: Agreed <b>on Monday</b>"_s);
    QVERIFY(note()->toolTip().contains(u"Agreed &lt;b&gt;on Monday&lt;/b&gt;\nsecond line"_s));
    QVERIFY(view.named<QLabel>(u"Pinned"_s)->isVisible());
    made.note.clear();
    made.pinned = false;
    view.panel.setRecord(made);
    QVERIFY(!note());
    QVERIFY(!view.named<QLabel>(u"Pinned"_s)->isVisible());
    QVERIFY(view.button(u"Back to the latest"_s));
}

void TestResultsInspect::ribbonOfTheLatest()
{
    Record made = record({exchange(there, 28)});
    Shown view(made);
    const QWidget *ribbon = view.named<QPushButton>(u"Back to the latest"_s)->parentWidget();
    QVERIFY(!ribbon->isVisible());
    made.pinned = true;
    view.panel.setRecord(made);
    QVERIFY(ribbon->isVisible());
    QVERIFY(!view.button(u"Back to the latest"_s));
    made.pinned = false;
    made.note = u"Agreed"_s;
    view.panel.setRecord(made);
    QVERIFY(ribbon->isVisible());
    made.note = u" \n"_s;
    view.panel.setRecord(made);
    QVERIFY(!ribbon->isVisible());
    view.panel.setRelated(std::nullopt, {summary(0)});
    QVERIFY(ribbon->isVisible());
    view.panel.clear();
    QVERIFY(!ribbon->isVisible());
}

void TestResultsInspect::ribbonLeadsToRelatedRecords()
{
    Record made = record({exchange(there, 28)});
    made.reverts = QUuid::createUuid();
    Shown view(made);
    QSignalSpy asked(&view.panel, &ResultsPanel::recordRequested);
    Summary reverted = summary(1);
    reverted.id = made.reverts;
    const Summary reverting = summary(0);
    view.panel.setRelated(reverted, {reverting});
    auto *reverts = view.named<QPushButton>(u"Reverts"_s);
    QVERIFY(reverts->isVisible());
    QCOMPARE(reverts->text(), u"Reverts the submission of 2 Nov 2026 14:02"_s);
    QTest::keyClick(reverts, Qt::Key_Space);
    QCOMPARE(asked.takeFirst().value(0).toUuid(), reverted.id);
    auto *revertedBy = view.named<QPushButton>(u"Reverted by"_s);
    QVERIFY(revertedBy->isVisible());
    QCOMPARE(revertedBy->text(), u"Reverted by the submission of 3 Nov 2026 14:02"_s);
    QTest::keyClick(revertedBy, Qt::Key_Space);
    QCOMPARE(asked.takeFirst().value(0).toUuid(), reverting.id);
    // Of several one chooses.
    const Summary other = summary(-1);
    view.panel.setRelated(reverted, {reverting, other});
    const QList<QAction *> actions = revertedBy->menu()->actions();
    QCOMPARE(actions.size(), 2);
    QCOMPARE(actions[1]->text(), u"4 Nov 2026 14:02"_s);
    actions[1]->trigger();
    QCOMPARE(asked.takeFirst().value(0).toUuid(), other.id);
    view.panel.setRelated(reverted, {reverting});
    QVERIFY(!revertedBy->menu());
    // They stay with their record, and go with it.
    view.panel.setRecord(made);
    QVERIFY(reverts->isVisible() && revertedBy->isVisible());
    view.panel.setRecord(record({exchange(there, 28)}));
    QVERIFY(!reverts->isVisible() && !revertedBy->isVisible());
}

void TestResultsInspect::ribbonSaysWhatIsGone()
{
    Record made = record({exchange(there, 28)});
    made.reverts = QUuid::createUuid();
    Shown view(made);
    view.panel.setRelated(std::nullopt, {});
    QVERIFY(!view.button(u"Reverts"_s));
    const auto labels = view.panel.findChildren<ui::widgets::ElidedLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const ui::widgets::ElidedLabel *text) {
        return text->isVisible() &&
               text->text() == u"Reverts a submission that is no longer in the history"_s;
    }));
}

void TestResultsInspect::pastRecordsAreOnlyLookedAt()
{
    Record made = refusedTwice();
    made.exchanges[0].reply = reply(400, "Bad Request", R"({"message":"No."})");
    made.exchanges[1].reply->failure = api::ErrorKind::Truncated;
    made.note = u"Agreed"_s;
    Shown view(made);
    view.panel.setSubmitAgainOffered(true);
    QVERIFY(view.button(u"Submit failed again"_s));
    view.panel.setPast(true);
    QVERIFY(!view.button(u"Submit failed again"_s));
    QVERIFY(view.button(u"Check again"_s));
    view.panel.setSubmitAgainOffered(true);
    QVERIFY(!view.button(u"Submit failed again"_s));
    for (const auto *field : view.panel.findChildren<QLineEdit *>()) {
        QVERIFY(field->isReadOnly());
    }
    for (const auto *text : view.panel.findChildren<QPlainTextEdit *>()) {
        QVERIFY(text->isReadOnly());
    }
    for (const auto *table : view.panel.findChildren<QTableView *>()) {
        QCOMPARE(table->editTriggers(), QAbstractItemView::NoEditTriggers);
    }
    view.panel.setPast(false);
    QVERIFY(view.button(u"Submit failed again"_s));
}

TEST_MAIN(QApplication, TestResultsInspect)
#include "tst_resultsinspect.moc"
