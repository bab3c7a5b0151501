#include "tests/support/testmain.h"
#include "ui/results/resultsmodel.h"
#include "ui/results/resultspanel.h"
#include "ui/results/timeline.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/valuefield.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using ui::results::ResultsModel;
using ui::results::ResultsPanel;
using Column = ResultsModel::Column;

namespace {

// Takes https addresses instead of a browser.
class Browser : public QObject
{
    Q_OBJECT
public:
    Browser() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }

    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

const support::SystemClock systemClock;

history::Record record(int status, const QByteArray &body)
{
    history::Exchange exchange;
    exchange.method = "POST";
    exchange.path = "/crm/associations/2026-03/definitions/configurations/0-1/0-2/batch/create";
    exchange.body = R"({"inputs":[{"category":"USER_DEFINED","typeId":28}]})";
    exchange.request.changes = {
        {limits::Category::HubSpotDefined, 279, 5, {}},
        {limits::Category::UserDefined, 28, 12, u"<b>Billing</b>"_s},
    };
    exchange.state = history::Exchange::State::Answered;
    exchange.sentAt = QDateTime(QDate(2026, 11, 3), QTime(14, 2, 11), Qt::UTC);
    exchange.answeredAt = exchange.sentAt->addMSecs(1840);
    api::Reply reply;
    reply.httpStatus = status;
    reply.reasonPhrase = "Reason";
    reply.headers = {{"Content-Type", "application/json"},
                     {"X-HubSpot-Correlation-Id", "from-the-header"}};
    reply.body = body;
    exchange.reply = reply;

    history::Record made;
    made.id = QUuid::createUuid();
    made.createdAt = *exchange.sentAt;
    made.state = history::Record::State::Finished;
    made.exchanges.push_back(exchange);
    return made;
}

constexpr char stored279[] =
    R"({"category":"HUBSPOT_DEFINED","typeId":279,"userEnforcedMaxToObjectIds":5})";
constexpr char stored28[] =
    R"({"category":"USER_DEFINED","typeId":28,"label":"<i>Billing</i>","userEnforcedMaxToObjectIds":12})";

QByteArray batch(const QByteArray &results, const QByteArray &more = {})
{
    return R"({"status":"COMPLETE","requestedAt":"2026-11-03T14:02:11.100Z",)"
           R"("startedAt":"2026-11-03T14:02:11.400Z","completedAt":"2026-11-03T14:02:12.500Z",)"
           R"("results":[)" +
           results + "]" + more + "}";
}

QByteArray allStored()
{
    return batch(QByteArray(stored279) + ',' + stored28);
}

template<typename T> T *named(const QWidget &panel, const QString &accessibleName)
{
    for (T *widget : panel.findChildren<T *>()) {
        if (widget->accessibleName() == accessibleName) {
            return widget;
        }
    }
    return nullptr;
}

QString value(const QWidget &panel, const QString &name)
{
    const auto *field = named<QLineEdit>(panel, name);
    return field == nullptr ? u"(no field)"_s : field->text();
}

QString cell(const QWidget &panel, int row, Column column)
{
    return named<QTableView>(panel, u"Results"_s)
        ->model()
        ->index(row, int(column))
        .data()
        .toString();
}

const ui::widgets::Banner &banner(const QWidget &panel)
{
    return *panel.findChild<ui::widgets::Banner *>();
}

void show(QWidget &widget)
{
    widget.resize(650, 330);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

std::optional<api::ServerTime> at(const char *text)
{
    const QString words = QString::fromLatin1(text);
    return api::ServerTime{words, QDateTime::fromString(words, Qt::ISODateWithMs)};
}

} // namespace

class TestResultsPanel : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void startsEmpty();
    void showsASuccess();
    void showsAbsentValues();
    void showsUnknownStatus();
    void showsPartialSuccess();
    void showsUnmatchedErrors();
    void showsErrors_data();
    void showsErrors();
    void showsAnInterruptedRecord();
    void showsARecordOnItsWay();
    void copiesTheExactTime();
    void opensHttpsLinksOnClickOnly();
    void takesNoTextForHtml();
    void choosesBetweenRequests();
    void keepsTheChoiceOfAPerson();
    void showsBodies();
    void marksThePast();
    void showsProgress();
    void modelHoldsUnderTester();
    void modelRows();
    void sharedMessagesStandOnce();
    void timelineWords_data();
    void timelineWords();
    void timelineShape();
    void timelinePaintsAnything();
    void everyErrorHasWords();
};

void TestResultsPanel::startsEmpty()
{
    ResultsPanel panel{systemClock};
    show(panel);
    QVERIFY(!named<QTableView>(panel, u"Results"_s)); // made with the first record
    panel.setPast(true);
    QVERIFY(!named<QPushButton>(panel, u"Back to the latest"_s)->isVisible());
    panel.setRecord(record(201, allStored()));
    QVERIFY(named<QTableView>(panel, u"Results"_s)->isVisible());
    panel.clear();
    QVERIFY(!named<QTableView>(panel, u"Results"_s)->isVisible());
}

void TestResultsPanel::showsASuccess()
{
    ResultsPanel panel{systemClock};
    show(panel);
    panel.setRecord(record(201, allStored()));
    QCOMPARE(value(panel, u"Batch status"_s), u"COMPLETE"_s);
    QCOMPARE(value(panel, u"HTTP status"_s), u"201 Reason"_s);
    QCOMPARE(value(panel, u"Correlation ID"_s), u"from-the-header"_s);
    const QDateTime started(QDate(2026, 11, 3), QTime(14, 2, 11), Qt::UTC);
    const QString clock = started.toLocalTime().toString(u"HH:mm:ss"_s);
    QCOMPARE(value(panel, u"Requested at"_s), clock);
    QCOMPARE(value(panel, u"Started at"_s), clock);
    QCOMPARE(value(panel, u"Completed at"_s),
             started.addSecs(1).toLocalTime().toString(u"HH:mm:ss"_s));
    const auto *timeline = panel.findChild<ui::results::Timeline *>();
    QVERIFY(timeline->isVisible());
    QCOMPARE(timeline->accessibleDescription(), u"queued 300 ms; ran 1.10 s; round trip 1.84 s"_s);
    QVERIFY(!banner(panel).isVisible());
    QCOMPARE(cell(panel, 0, Column::TypeId), u"279"_s);
    QCOMPARE(cell(panel, 0, Column::Stored), u"5"_s);
    QCOMPARE(cell(panel, 1, Column::Outcome), u"Stored"_s);
}

void TestResultsPanel::showsAbsentValues()
{
    ResultsPanel panel{systemClock};
    show(panel);
    panel.setRecord(record(
        200,
        R"({"startedAt":"2026-11-03T14:02:11Z","completedAt":"2026-11-03T14:02:12Z","results":[{"category":"HUBSPOT_DEFINED","typeId":279}]})"));
    QCOMPARE(value(panel, u"Batch status"_s), u"not reported"_s);
    QCOMPARE(value(panel, u"Requested at"_s), u"not reported"_s);
    QCOMPARE(cell(panel, 0, Column::Stored), u"not reported"_s);
    QCOMPARE(cell(panel, 0, Column::Label), u"not reported"_s);
    QCOMPARE(cell(panel, 0, Column::Outcome), u"Stored"_s);
    QCOMPARE(cell(panel, 1, Column::Outcome), u"Missing from the answer"_s);
    QVERIFY(banner(panel).isVisible());
}

void TestResultsPanel::showsUnknownStatus()
{
    ResultsPanel panel{systemClock};
    panel.setRecord(record(201, allStored().replace("COMPLETE", "<b>Q</b>UEUED")));
    QCOMPARE(value(panel, u"Batch status"_s), u"<b>Q</b>UEUED"_s);
}

void TestResultsPanel::showsPartialSuccess()
{
    ResultsPanel panel{systemClock};
    show(panel);
    panel.setRecord(record(
        207,
        batch(
            stored279,
            R"(,"numErrors":1,"errors":[{"message":"Above <5>.","context":{"typeId":["28"]}}])")));
    QCOMPARE(cell(panel, 1, Column::Outcome), u"Failed: Above <5>."_s);
    QCOMPARE(cell(panel, 1, Column::Stored), u"–"_s);
    QVERIFY(banner(panel).isVisible());
    QVERIFY(banner(panel).text().contains("1 stored, 1 failed"_L1));
}

void TestResultsPanel::showsUnmatchedErrors()
{
    ResultsPanel panel{systemClock};
    panel.setRecord(
        record(207, batch({}, R"(,"errors":[{"message":"Something with <b>one</b> of them."}])")));
    QCOMPARE(cell(panel, 0, Column::Outcome), u"Missing from the answer"_s);
    QVERIFY(banner(panel).text().contains("Something with <b>one</b> of them."_L1));
}

void TestResultsPanel::showsErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("failure");
    QTest::addColumn<QStringList>("said");
    QTest::addColumn<QString>("outcome");
    using api::ErrorKind;
    const int none = -1;
    QTest::newRow("400")
        << 400
        << QByteArray(
               R"({"status":"error","message":"Unable to infer object type from: widgets","correlationId":"from-the-body"})")
        << none
        << QStringList{u"as it was written"_s, u"Unable to infer object type from: widgets"_s}
        << u"Failed"_s;
    QTest::newRow("400 with errors")
        << 400 << QByteArray(R"({"message":"Invalid","errors":[{"message":"too high"}]})") << none
        << QStringList{u"Invalid"_s, u"too high"_s} << u"Failed"_s;
    QTest::newRow("401") << 401
                         << QByteArray(
                                R"({"category":"INVALID_AUTHENTICATION","message":"Not found."})")
                         << none
                         << QStringList{u"Not found."_s, u"Development > Keys > Service keys"_s,
                                        u"File > Accounts"_s}
                         << u"Failed"_s;
    QTest::newRow("403")
        << 403
        << QByteArray(
               R"({"category":"MISSING_SCOPES","message":"No.","errors":[{"context":{"requiredGranularScopes":["crm.objects.contacts.read"]}}]})")
        << none << QStringList{u"No."_s, u"crm.objects.contacts.read"_s} << u"Failed"_s;
    QTest::newRow("404, HTML") << 404 << QByteArray("<html>nothing</html>") << none
                               << QStringList{u"does not know"_s} << u"Failed"_s;
    QTest::newRow("423") << 423 << QByteArray("{}") << none << QStringList{u"busy"_s}
                         << u"Failed"_s;
    QTest::newRow("429")
        << 429
        << QByteArray(R"({"message":"ten_secondly_rolling","policyName":"TEN_SECONDLY_ROLLING"})")
        << none << QStringList{u"short time"_s} << u"Failed"_s;
    QTest::newRow("429, daily") << 429 << QByteArray(R"({"policyName":"DAILY"})") << none
                                << QStringList{u"for today"_s, u"midnight"_s} << u"Failed"_s;
    QTest::newRow("437") << 437 << QByteArray(R"({"message":"No more than 50"})") << none
                         << QStringList{u"No more than 50"_s} << u"Failed"_s;
    QTest::newRow("477") << 477 << QByteArray() << none << QStringList{u"data centre"_s}
                         << u"Failed"_s;
    QTest::newRow("502") << 502 << QByteArray("<html>") << none
                         << QStringList{u"gateway"_s, u"not known whether"_s} << u"Unknown"_s;
    QTest::newRow("not JSON") << 200 << QByteArray("hello") << none
                              << QStringList{u"not JSON"_s, u"not known whether"_s} << u"Unknown"_s;
    QTest::newRow("not found") << 0 << QByteArray() << int(ErrorKind::HostNotFound)
                               << QStringList{u"could not be found"_s, u"Nothing was sent"_s}
                               << u"Failed"_s;
    QTest::newRow("TLS") << 0 << QByteArray() << int(ErrorKind::Tls)
                         << QStringList{u"certificate"_s} << u"Failed"_s;
    QTest::newRow("lost") << 0 << QByteArray() << int(ErrorKind::ConnectionLost)
                          << QStringList{u"before HubSpot's answer"_s, u"not known whether"_s}
                          << u"Unknown"_s;
    QTest::newRow("cut off") << 201 << QByteArray("{") << int(ErrorKind::Truncated)
                             << QStringList{u"broke off"_s} << u"Unknown"_s;
}

void TestResultsPanel::showsErrors()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const int, failure);
    QFETCH(const QStringList, said);
    QFETCH(const QString, outcome);
    history::Record made = record(status, body);
    if (failure >= 0) {
        made.exchanges[0].reply->failure = api::ErrorKind(failure);
    }
    ResultsPanel panel{systemClock};
    show(panel);
    panel.setRecord(made);
    QVERIFY(banner(panel).isVisible());
    for (const QString &words : said) {
        QVERIFY2(banner(panel).text().contains(words), qPrintable(banner(panel).text()));
    }
    QCOMPARE(cell(panel, 0, Column::Outcome), outcome);
    QCOMPARE(cell(panel, 1, Column::Outcome), outcome);
    QCOMPARE(value(panel, u"Batch status"_s), u"not reported"_s);
    QVERIFY(!panel.findChild<ui::results::Timeline *>()->isVisible());
    if (body.contains("from-the-body")) {
        QCOMPARE(value(panel, u"Correlation ID"_s), u"from-the-body"_s);
    }
    if (status == 403) {
        auto *copy = panel.findChild<ui::widgets::Banner *>()->findChild<QPushButton *>();
        QVERIFY(copy->isVisible());
        copy->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"crm.objects.contacts.read"_s);
    }
}

void TestResultsPanel::showsAnInterruptedRecord()
{
    history::Record made = record(0, {});
    made.state = history::Record::State::Interrupted;
    made.exchanges[0].state = history::Exchange::State::Sent;
    made.exchanges[0].reply.reset();
    made.exchanges[0].answeredAt.reset();
    ResultsPanel panel{systemClock};
    panel.setRecord(made);
    QVERIFY(banner(panel).text().contains("The program ended before"_L1));
    QVERIFY(banner(panel).text().contains("not known whether"_L1));
    QCOMPARE(cell(panel, 0, Column::Outcome), u"Unknown"_s);
    QCOMPARE(value(panel, u"HTTP status"_s), u"no answer"_s);
}

void TestResultsPanel::showsARecordOnItsWay()
{
    history::Record made = record(0, {});
    made.state = history::Record::State::InFlight;
    made.exchanges[0].state = history::Exchange::State::Sent;
    made.exchanges[0].reply.reset();
    ResultsPanel panel{systemClock};
    show(panel);
    panel.setRecord(made);
    QVERIFY(!banner(panel).isVisible());
    QCOMPARE(value(panel, u"Batch status"_s), u"waiting"_s);
    QCOMPARE(value(panel, u"Completed at"_s), u"waiting"_s);
    QCOMPARE(cell(panel, 0, Column::Outcome), u"Waiting"_s);
}

void TestResultsPanel::copiesTheExactTime()
{
    ResultsPanel panel{systemClock};
    show(panel);
    panel.setRecord(record(201, allStored()));
    auto *field = named<QLineEdit>(panel, u"Requested at"_s);
    QVERIFY(field->toolTip().contains("2026-11-03T14:02:11.100Z"_L1));
    QVERIFY(field->toolTip().contains("UTC"_L1));
    field->setFocus(Qt::TabFocusReason);
    QTest::keySequence(field, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"2026-11-03T14:02:11.100Z"_s);
    field->setSelection(0, 2);
    QTest::keySequence(field, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), field->text().left(2));
}

void TestResultsPanel::opensHttpsLinksOnClickOnly()
{
    Browser browser;
    ResultsPanel panel{systemClock};
    show(panel);
    panel.setRecord(record(
        201,
        batch(
            stored279,
            R"(,"links":{"docs":"https://example.com/a&b","plain":"http://example.com","odd":"javascript:alert","file":"file:///etc/passwd"
})")));
    auto *tabs = panel.findChild<QTabWidget *>();
    QCOMPARE(tabs->tabText(4), u"Links (4)"_s);
    QVERIFY(tabs->isTabVisible(4));
    const auto buttons = tabs->widget(4)->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 1);
    QCOMPARE(buttons.constFirst()->accessibleName(), u"docs"_s);
    QVERIFY(browser.opened.isEmpty());
    buttons.constFirst()->click();
    QCOMPARE(browser.opened, QList<QUrl>{QUrl(u"https://example.com/a&b"_s)});

    panel.setRecord(record(201, allStored()));
    QVERIFY(!tabs->isTabVisible(4));
}

void TestResultsPanel::takesNoTextForHtml()
{
    ResultsPanel panel{systemClock};
    panel.setRecord(record(201, batch(stored28, R"(,"links":{"<b>x</b>":"ftp://example.com"})")));
    QCOMPARE(cell(panel, 1, Column::Label), u"<i>Billing</i>"_s);
    const QModelIndex label =
        named<QTableView>(panel, u"Results"_s)->model()->index(1, int(Column::Label));
    QVERIFY(label.data(Qt::ToolTipRole).toString().contains("&lt;i&gt;Billing"_L1));
    for (const QLabel *text : panel.findChildren<QLabel *>()) {
        if (text->text().contains(u'<')) {
            QCOMPARE(text->textFormat(), Qt::PlainText);
        }
    }
}

void TestResultsPanel::choosesBetweenRequests()
{
    history::Record made = record(201, allStored());
    history::Exchange second = record(400, R"({"message":"No."})").exchanges[0];
    second.path = "/second";
    made.exchanges.push_back(second);
    history::Exchange third = made.exchanges[0];
    third.reply.reset();
    third.state = history::Exchange::State::NotSent;
    made.exchanges.push_back(third);

    ResultsPanel panel{systemClock};
    show(panel);
    panel.setRecord(made);
    auto *chooser = named<QComboBox>(panel, u"Request shown"_s);
    QVERIFY(chooser->isVisible());
    QCOMPARE(chooser->currentText(), u"Request 2 of 3"_s);
    QCOMPARE(value(panel, u"HTTP status"_s), u"400 Reason"_s);
    QVERIFY(banner(panel).text().startsWith("Request 2 of 3: "_L1));
    QVERIFY(banner(panel).text().contains("2 stored, 2 failed, 2 not sent"_L1));
    QCOMPARE(named<QTableView>(panel, u"Results"_s)->model()->rowCount(), 6);

    chooser->setFocus();
    QTest::keyClick(chooser, Qt::Key_Down);
    QCOMPARE(value(panel, u"HTTP status"_s), u"not sent"_s);
    panel.setRecord(record(201, allStored()));
    QVERIFY(!chooser->isVisible());
}

void TestResultsPanel::keepsTheChoiceOfAPerson()
{
    history::Record made = record(201, allStored());
    made.exchanges.push_back(made.exchanges[0]);
    made.exchanges[1].state = history::Exchange::State::Sent;
    made.exchanges[1].reply.reset();
    made.state = history::Record::State::InFlight;
    ResultsPanel panel{systemClock};
    show(panel);
    panel.setRecord(made);
    auto *tabs = panel.findChild<QTabWidget *>();
    tabs->setCurrentIndex(2);
    auto *chooser = named<QComboBox>(panel, u"Request shown"_s);
    QTest::keyClick(chooser, Qt::Key_Down);
    QCOMPARE(chooser->currentIndex(), 1);
    panel.setRecord(made);
    QCOMPARE(chooser->currentIndex(), 1);
    QCOMPARE(tabs->currentIndex(), 2);
    panel.setRecord(record(201, allStored()));
    QCOMPARE(tabs->currentIndex(), 0);
}

void TestResultsPanel::showsBodies()
{
    ResultsPanel panel{systemClock};
    show(panel);
    panel.setRecord(record(201, allStored()));
    auto *tabs = panel.findChild<QTabWidget *>();
    tabs->setCurrentIndex(1);
    auto *request = named<QPlainTextEdit>(panel, u"Request"_s);
    QVERIFY(request->isReadOnly());
    QVERIFY(request->toPlainText().contains("\n"_L1));
    QVERIFY(request->toPlainText().contains("\"USER_DEFINED\""_L1));
    tabs->setCurrentIndex(2);
    auto *response = named<QPlainTextEdit>(panel, u"Response"_s);
    QVERIFY(response->toPlainText().contains("\"COMPLETE\""_L1));

    panel.setRecord(record(502, "<html>Bad gateway</html>"));
    tabs->setCurrentIndex(2);
    QCOMPARE(response->toPlainText(), u"<html>Bad gateway</html>"_s);
    panel.setRecord(record(204, {}));
    tabs->setCurrentIndex(2);
    QCOMPARE(response->toPlainText(), QString());
    QCOMPARE(response->placeholderText(), u"The answer has no body."_s);
}

void TestResultsPanel::marksThePast()
{
    ResultsPanel panel{systemClock};
    show(panel);
    panel.setRecord(record(201, allStored()));
    auto *back = named<QPushButton>(panel, u"Back to the latest"_s);
    QVERIFY(!back->isVisible());
    panel.setPast(true);
    QVERIFY(back->isVisible());
    const QSignalSpy asked(&panel, &ResultsPanel::backToLatestRequested);
    back->click();
    QCOMPARE(asked.size(), 1);
    panel.setPast(false);
    QVERIFY(!back->isVisible());
}

void TestResultsPanel::showsProgress()
{
    ResultsPanel panel{systemClock};
    show(panel);
    auto *cancel = named<QPushButton>(panel, u"Cancel"_s);
    QVERIFY(!named<QProgressBar>(panel, u"Progress"_s)->isVisible());
    panel.setRun({{}, submission::Phase::Sending});
    panel.setProgress(0, 1);
    QVERIFY(!cancel->isVisible());
    panel.setProgress(2, 5);
    QVERIFY(cancel->isVisible());
    const QSignalSpy asked(&panel, &ResultsPanel::cancelRequested);
    cancel->click();
    cancel->click();
    QCOMPARE(asked.size(), 1);
    panel.setRun({});
    QVERIFY(!cancel->isVisible());
    panel.setRun({{}, submission::Phase::Sending});
    QVERIFY(cancel->isEnabled());
}

void TestResultsPanel::modelHoldsUnderTester()
{
    ResultsModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setOutcomes({});
    const history::Record made = record(201, allStored());
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setOutcomes(submission::outcomesOf(made));
    QCOMPARE(reset.size(), 1);
    model.setOutcomes(submission::outcomesOf(made));
    QCOMPARE(changed.size(), 0);
    history::Record failed = made;
    failed.exchanges[0].reply->httpStatus = 500;
    model.setOutcomes(submission::outcomesOf(failed));
    QCOMPARE(reset.size(), 1);
    QCOMPARE(changed.size(), 1);
    model.setOutcomes({});
    QCOMPARE(model.rowCount(), 0);
}

void TestResultsPanel::modelRows()
{
    ResultsModel model;
    model.setOutcomes(submission::outcomesOf(record(
        201,
        batch(
            QByteArray(stored28) +
            R"(,{"category":"HUBSPOT_DEFINED","typeId":279,"userEnforcedMaxToObjectIds":1234})"))));
    const auto data = [&model](int row, Column column, int role) {
        return model.index(row, int(column)).data(role);
    };
    QCOMPARE(data(0, Column::Stored, Qt::DisplayRole).toString(), u"1,234"_s);
    QCOMPARE(data(0, Column::Stored, ResultsModel::RawRole), QVariant(1234));
    QCOMPARE(data(0, Column::TypeId, ResultsModel::RawRole), QVariant(279));
    QCOMPARE(data(0, Column::Category, Qt::DisplayRole).toString(), u"HubSpot"_s);
    QCOMPARE(data(0, Column::Outcome, Qt::DisplayRole).toString(),
             u"Stored differently (HubSpot has 1,234)"_s);
    QCOMPARE(data(0, Column::Outcome, ResultsModel::OutcomeRole).toInt(),
             int(submission::Outcome::StoredDifferently));
    for (const Column column : {Column::TypeId, Column::Before, Column::Asked, Column::Stored}) {
        QVERIFY((data(0, column, Qt::TextAlignmentRole).toInt() & Qt::AlignRight) != 0);
    }
}

void TestResultsPanel::sharedMessagesStandOnce()
{
    ResultsModel model;
    model.setOutcomes(submission::outcomesOf(record(400, R"({"message":"No."})")));
    const QModelIndex outcome = model.index(0, int(Column::Outcome));
    QCOMPARE(outcome.data().toString(), u"Failed"_s);
    QVERIFY(outcome.data(Qt::ToolTipRole).toString().contains("No."_L1));
}

void TestResultsPanel::timelineWords_data()
{
    using Times = ui::results::BatchTimes;
    QTest::addColumn<Times>("times");
    QTest::addColumn<QString>("words");
    const char *zero = "2026-11-03T14:02:10.000Z";
    QTest::newRow("usual") << Times{at(zero), at("2026-11-03T14:02:10.340Z"),
                                    at("2026-11-03T14:02:11.590Z"), 1800ms}
                           << u"queued 340 ms; ran 1.25 s; round trip 1.80 s"_s;
    QTest::newRow("equal") << Times{at(zero), at(zero), at(zero), std::nullopt}
                           << u"queued 0 ms; ran 0 ms"_s;
    QTest::newRow("equal in whole seconds")
        << Times{at("2026-11-03T14:02:10Z"), at("2026-11-03T14:02:10Z"), at("2026-11-03T14:02:12Z"),
                 std::nullopt}
        << u"queued under 1 s; ran 2.00 s"_s;
    QTest::newRow("long") << Times{at(zero), at("2026-11-03T14:07:12.000Z"),
                                   at("2026-11-06T16:07:12.000Z"), std::nullopt}
                          << u"queued 5 min 2 s; ran 3 d 2 h"_s;
    QTest::newRow("just under a minute") << Times{at(zero), at("2026-11-03T14:03:09.999Z"),
                                                  at("2026-11-03T15:03:09.998Z"), std::nullopt}
                                         << u"queued 59.99 s; ran 59 min 59 s"_s;
    QTest::newRow("started before it was requested")
        << Times{at(zero), at("2026-11-03T14:02:08.000Z"), at("2026-11-03T14:02:09.000Z"),
                 std::nullopt}
        << u"started 2.00 s before it was requested; ran 1.00 s"_s;
    QTest::newRow("completed before it started")
        << Times{at(zero), at("2026-11-03T14:02:10.500Z"), at("2026-11-03T14:02:10.400Z"),
                 std::nullopt}
        << u"queued 500 ms; completed 100 ms before it started"_s;
    QTest::newRow("no request time")
        << Times{std::nullopt, at(zero), at("2026-11-03T14:02:11.000Z"), std::nullopt}
        << u"ran 1.00 s; the time of the request is not reported"_s;
    QTest::newRow("no start") << Times{at(zero), std::nullopt, at("2026-11-03T14:02:11.000Z"),
                                       std::nullopt}
                              << u"queued and ran 1.00 s; the start is not reported"_s;
    QTest::newRow("unreadable") << Times{at(zero), at(zero), at("yesterday"), std::nullopt}
                                << u"queued 0 ms; the completion is not reported"_s;
    QTest::newRow("nothing") << Times{}
                             << u"the time of the request is not reported; the start is not "
                                u"reported; the completion is not reported"_s;
    QTest::newRow("other zones") << Times{at(zero), at("2026-11-03T15:02:11.000+01:00"),
                                          at("2026-11-03T14:02:12.000Z"), std::nullopt}
                                 << u"queued 1.00 s; ran 1.00 s"_s;
}

void TestResultsPanel::timelineWords()
{
    QFETCH(const ui::results::BatchTimes, times);
    QFETCH(const QString, words);
    QCOMPARE(ui::results::timelineText(times, QLocale::c()).description, words);
}

void TestResultsPanel::timelineShape()
{
    using ui::results::timelineShape;
    const auto shape = [](std::chrono::milliseconds queue, std::chrono::milliseconds run) {
        ui::results::TimelineText text;
        text.queue = {ui::results::Span::Kind::Measured, queue, {}};
        text.run = {ui::results::Span::Kind::Measured, run, {}};
        return timelineShape(text, 0.2, 0.2);
    };
    QCOMPARE(shape(250ms, 750ms), (ui::results::TimelineShape{0.25, true}));
    QCOMPARE(shape(1ms, 999ms), (ui::results::TimelineShape{0.2, false}));
    QCOMPARE(shape(999ms, 1ms), (ui::results::TimelineShape{0.8, false}));
    QCOMPARE(shape(0ms, 0ms), (ui::results::TimelineShape{0.5, false}));
    QVERIFY(!timelineShape({}, 0.2, 0.2).toScale);
}

void TestResultsPanel::timelinePaintsAnything()
{
    ui::results::Timeline timeline;
    QVERIFY(timeline.sizeHint().height() <= 48);
    for (const int width : {1, 40, 120, 600}) {
        timeline.resize(width, timeline.sizeHint().height());
        timeline.setTimes({});
        QVERIFY(!timeline.grab().isNull());
        timeline.setTimes({at("2026-11-03T14:02:10Z"), at("2026-11-03T14:02:08Z"),
                           at("2026-11-03T14:02:09Z"), 1ms});
        QVERIFY(!timeline.grab().isNull());
    }
}

void TestResultsPanel::everyErrorHasWords()
{
    for (int kind = 0; kind <= int(api::ErrorKind::UnexpectedShape); ++kind) {
        api::Error error;
        error.kind = api::ErrorKind(kind);
        const ui::widgets::ErrorText text = ui::widgets::errorText(error);
        QVERIFY(!text.title.isEmpty());
        QVERIFY(!text.next.isEmpty());
        QCOMPARE(text.next.contains("not known whether"_L1), api::outcomeUnknown(error.kind));
        // A read changes nothing, whatever becomes of it.
        const ui::widgets::ErrorText read = ui::widgets::readErrorText(error);
        QVERIFY(!read.title.isEmpty());
        QVERIFY(!read.next.isEmpty());
        QVERIFY(!read.next.contains("ubmit"_L1) && !read.next.contains("changed"_L1));
    }
    QCOMPARE(ui::widgets::waitText(0), u"1 s"_s);
    QCOMPARE(ui::widgets::waitText(90), u"90 s"_s);
    QCOMPARE(ui::widgets::waitText(121), u"3 min"_s);
    QCOMPARE(ui::widgets::waitText(3600), u"60 min"_s);
    QCOMPARE(ui::widgets::waitText(20000), u"6 h"_s);
}

TEST_MAIN(QApplication, TestResultsPanel)
#include "tst_resultspanel.moc"
