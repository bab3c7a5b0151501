#include "app/submission/outcomes.h"
#include "tests/support/faultproxy.h"
#include "tests/ui/programwindow.h"
#include "ui/editor/pairloader.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTextEdit>

using namespace Qt::StringLiterals;
using limits::Category;
using limits::LiveLimit;
using limits::Side;
using submission::Outcome;
using tests::Fault;
using tests::FaultProxy;
using tests::ProgramWindow;
using tests::ReceivedRequest;
namespace fault = tests::fault;

namespace {

const limits::Pair forth{u"0-1"_s, u"0-2"_s};

/// What the program's own error messages say, all of them.
QString messages()
{
    QString text;
    for (QWidget *widget : QApplication::allWidgets()) {
        auto *message = qobject_cast<QTextEdit *>(widget);
        if (message && message->accessibleName() == "Message"_L1 && message->isVisible()) {
            text += message->toPlainText() + u'\n';
        }
    }
    return text;
}

bool isLabels(const ReceivedRequest &request)
{
    return request.target().endsWith("/labels");
}

/// Whether that object type is there to be chosen.
bool offers(const QString &text)
{
    return ProgramWindow::find<QComboBox>("From object type"_L1)->findText(text) >= 0;
}

bool isLimits(const ReceivedRequest &request)
{
    return request.method() == "GET" && request.target().contains("/configurations/");
}

} // namespace

/// The whole way in the window: what the account has, changes to it, what the server says, and what
/// is true afterwards.
class TestLiveWindow : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void showsNamesAndLimits();
    void bothDirectionsAreRemembered();
    void theAccountsOwnObjectTypesAreOffered();
    void anotherSecretForgetsTheObjectTypes();
    void partlyReadable_data();
    void partlyReadable();
    void escStopsReading();
    void anotherConnectionReadsAgain();
    void changesAreStoredRowByRow();
    void aChangeBehindTheBackIsAsked();
    void lostAnswersEndWithTheTruth_data();
    void lostAnswersEndWithTheTruth();
    void aRefusedRowOfSeveralStays();
    void productionIsConfirmed();
    void rateLimitIsWaitedFor();
};

void TestLiveWindow::showsNamesAndLimits()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    QVERIFY(program.waitUntilRead());
    const auto *model = ProgramWindow::find<QTableView>("Limits"_L1)->model();
    const auto text = [&](qsizetype row, ProgramWindow::Column column) {
        return model->index(int(row), int(column)).data().toString();
    };
    using Column = ProgramWindow::Column;
    QCOMPARE(text(0, Column::Label), u"(any association)"_s);
    QCOMPARE(text(0, Column::Now), u"Many"_s);
    QCOMPARE(text(0, Column::NewLimit), QString());
    const qsizetype billing = program.rowOf(28, Category::UserDefined);
    QCOMPARE(text(billing, Column::Label), u"Billing contact"_s);
    QCOMPARE(text(billing, Column::Now), u"1"_s);
    program.enter(billing, u"3"_s);
    QCOMPARE(
        model->index(int(billing), int(Column::NewLimit)).data(Qt::AccessibleTextRole).toString(),
        u"New limit, Billing contact, 3, changed from 1"_s);
    QVERIFY(ProgramWindow::find<QLabel>("Refreshed at"_L1)->text().startsWith(u"refreshed"_s));
    QVERIFY(!ProgramWindow::find<QLabel>("Requests left"_L1)->text().isEmpty());
}

void TestLiveWindow::bothDirectionsAreRemembered()
{
    const QTemporaryDir folder;
    {
        ProgramWindow program(folder.path());
        QVERIFY(program.waitUntilRead());
        QTest::keyClick(&program.window, Qt::Key_B, Qt::ControlModifier);
        QVERIFY(program.waitUntilRead());
        const qsizetype back = program.rowOf(280, Category::HubSpotDefined, Side::Back);
        QCOMPARE(program.document.at(back).live, LiveLimit::of(500));
        program.enter(back, u"400"_s);
        program.window.close();
    }
    ProgramWindow program(folder.path());
    QVERIFY(program.document.hasBothDirections());
    QVERIFY(program.waitUntilRead());
    const qsizetype back = program.rowOf(280, Category::HubSpotDefined, Side::Back);
    QCOMPARE(program.document.at(back).limit, 400);
    // The draft belongs to its own direction.
    QTest::keyClick(&program.window, Qt::Key_B, Qt::ControlModifier);
    QVERIFY(program.document.isPristine());
    QTest::keyClick(&program.window, Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(program.waitUntilRead());
    QCOMPARE(program.document.at(program.rowOf(280)).limit, 400);
}

void TestLiveWindow::theAccountsOwnObjectTypesAreOffered()
{
    const QTemporaryDir folder;
    {
        ProgramWindow program(folder.path(), false);
        FaultProxy proxy(program.sandbox.baseUrl());
        program.open(accounts::Kind::Sandbox, proxy.url());
        QTRY_VERIFY(offers(u"Pets (2-7001)"_s));
        QVERIFY(!offers(u"Courses (0-410)"_s)); // not switched on
    }
    // Known at the next start, though nothing can be read.
    ProgramWindow program(folder.path(), false);
    FaultProxy proxy(program.sandbox.baseUrl(), [](const ReceivedRequest &request) {
        return request.target().contains("schemas")
                   ? fault::instead(tests::script::message(403, {},
                                                           R"({"category":"MISSING_SCOPES",
            "errors":[{"context":{"requiredGranularScopes":["crm.schemas.custom.read"]}}]})"))
                   : fault::none();
    });
    program.open(accounts::Kind::Sandbox, proxy.url());
    QVERIFY(offers(u"Pets (2-7001)"_s));
    QTRY_VERIFY(offers(u"More object types with the scope crm.schemas.custom.read"_s));
    QVERIFY(offers(u"Pets (2-7001)"_s));
}

// They may be of another portal, also when nothing can be read of this one.
void TestLiveWindow::anotherSecretForgetsTheObjectTypes()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path(), false);
    program.open(accounts::Kind::Sandbox, program.sandbox.baseUrl());
    accounts::AccountBook book(program.accountFile, program.vault, program.clock);
    QVERIFY(!book.open());
    const QString id = *book.add({u"Mine"_s, program.sandbox.baseUrl()});
    const QString other = *book.add({u"Other"_s, program.sandbox.baseUrl()});
    program.accountCache.save(other, {{program.type(u"0-1")}, u"STANDARD"_s});
    book.setCredentials(id, {program.sandbox.token(), std::nullopt, {}});
    program.window.setAccountBook(book, id);
    program.window.openPair(program.type(u"0-1"), program.type(u"0-2"));
    QTRY_VERIFY(offers(u"Pets (2-7001)"_s));
    QVERIFY(program.accountCache.load(id));

    book.setCredentials(id, {"of another portal", std::nullopt, {}});
    QVERIFY(!offers(u"Pets (2-7001)"_s));
    QVERIFY(offers(u"Contacts (0-1)"_s));
    QVERIFY(!program.accountCache.load(id));
    QVERIFY(program.accountCache.load(other));
    QVERIFY(book.remove(other));
    QVERIFY(!program.accountCache.load(other));
    program.setAccounts({{ProgramWindow::account(u"last"_s, u"Last"_s, accounts::Kind::Sandbox,
                                                 program.sandbox.baseUrl()),
                          {}}});
}

void TestLiveWindow::partlyReadable_data()
{
    QTest::addColumn<bool>("labelsFail");
    QTest::addColumn<bool>("limitsFail");
    QTest::addColumn<QString>("rows");
    QTest::addColumn<QString>("message");
    QTest::newRow("limits refused")
        << false << true << u"279:unknown 1:unknown 931:unknown 28:unknown 30:unknown 279:unknown"_s
        << u"The limits could not be read."_s;
    QTest::newRow("labels refused")
        << true << false << u"28:1"_s << u"The association types could not be read."_s;
    QTest::newRow("both refused") << true << true << QString()
                                  << u"The association types and limits could not be read."_s;
}

void TestLiveWindow::partlyReadable()
{
    QFETCH(bool, labelsFail);
    QFETCH(bool, limitsFail);
    QFETCH(QString, rows);
    QFETCH(QString, message);
    const QTemporaryDir folder;
    ProgramWindow program(folder.path(), false);
    FaultProxy proxy(program.sandbox.baseUrl(), [=](const ReceivedRequest &request) {
        const bool fails = (labelsFail && isLabels(request)) || (limitsFail && isLimits(request));
        return fails ? fault::instead(tests::script::message(403, {},
                                                             R"({"category":"MISSING_SCOPES",
            "errors":[{"context":{"missingScopes":["crm.objects.contacts.read"]}}]})"))
                     : fault::none();
    });
    program.open(accounts::Kind::Sandbox, proxy.url());
    QTRY_VERIFY(messages().contains(message));
    QVERIFY(messages().contains(u"crm.objects.contacts.read"_s));
    const auto *model = ProgramWindow::find<QTableView>("Limits"_L1)->model();
    QStringList shown;
    for (int row = 0; row < model->rowCount(); ++row) {
        shown.append(model->index(row, int(ProgramWindow::Column::TypeId)).data().toString() +
                     u':' + model->index(row, int(ProgramWindow::Column::Now)).data().toString());
    }
    QCOMPARE(shown.join(u' '), rows);
    // Nothing was read that would look like "no limits".
    QVERIFY(!limitsFail || !program.document.knowsLimits());
}

void TestLiveWindow::escStopsReading()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path(), false);
    FaultProxy proxy(program.sandbox.baseUrl(), [](const ReceivedRequest &request) {
        return isLimits(request) ? fault::answerLost(Fault::Ending::KeepOpen) : fault::none();
    });
    program.open(accounts::Kind::Sandbox, proxy.url());
    auto *stop = ProgramWindow::find<QPushButton>("Stop reading"_L1);
    QVERIFY(stop);
    QTest::keyClick(ProgramWindow::find<QTableView>("Limits"_L1), Qt::Key_Escape);
    QVERIFY(!stop->isVisible());
    QVERIFY(!program.document.knowsLimits());
    // F5 reads again.
    proxy.setRule({});
    QTest::keyClick(&program.window, Qt::Key_F5);
    QVERIFY(program.waitUntilRead());
}

/// What was refused with the settings that were, or without the proxy's password, may be read now.
void TestLiveWindow::anotherConnectionReadsAgain()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    QVERIFY(program.waitUntilRead());
    const auto *loader = program.window.findChild<ui::editor::PairLoader *>();
    QVERIFY(loader);
    QSignalSpy ended(loader, &ui::editor::PairLoader::ended);
    api::NetworkSettings settings = program.network.settings();
    settings.proxy.use = api::Proxy::Use::None;
    QVERIFY(program.network.change(settings));
    QVERIFY(ended.count() == 1 || ended.wait());
}

void TestLiveWindow::changesAreStoredRowByRow()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    QTest::keyClick(&program.window, Qt::Key_B, Qt::ControlModifier);
    QVERIFY(program.waitUntilRead());
    QSignalSpy finished(&program.runner, &submission::Runner::finished);
    // Three changes, one of them in the other direction, one addition, one to "Many".
    program.enter(program.rowOf(279), u"9"_s);
    program.enter(program.rowOf(28, Category::UserDefined), u"4"_s);
    program.enter(program.rowOf(280, Category::HubSpotDefined, Side::Back), u"300"_s);
    program.enter(program.rowOf(30, Category::UserDefined), u"2"_s);
    program.enter(program.rowOf(2, Category::HubSpotDefined, Side::Back), QString());
    program.reviewAndSubmit();
    QVERIFY(finished.wait());
    const auto outcomes = submission::outcomesOf(program.runner.record());
    QCOMPARE(outcomes.size(), size_t(5));
    for (const submission::LimitOutcome &outcome : outcomes) {
        QCOMPARE(outcome.outcome, Outcome::Stored);
        QVERIFY(outcome.readBack);
    }
    QVERIFY(program.document.isPristine());
    QVERIFY(program.waitUntilRead());
    QCOMPARE(program.document.at(program.rowOf(2, Category::HubSpotDefined, Side::Back)).live,
             LiveLimit::many());
    QCOMPARE(program.document.at(program.rowOf(279)).live, LiveLimit::of(9));
}

void TestLiveWindow::aChangeBehindTheBackIsAsked()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    QVERIFY(program.waitUntilRead());
    const qsizetype billing = program.rowOf(28, Category::UserDefined);
    program.enter(billing, u"4"_s);
    // Somebody else sets another limit.
    const api::Request theirs =
        api::encode({limits::Operation::Update, forth, {{Category::UserDefined, 28, 7, {}}}});
    api::Job *job =
        program.transport.send({program.sandbox.baseUrl(), program.sandbox.token()}, theirs);
    QSignalSpy done(job, &api::Job::finished);
    QVERIFY(done.wait());

    QTest::keyClick(&program.window, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(ProgramWindow::find<QTableView>("Conflicts"_L1));
    QPushButton *submit = ProgramWindow::find<QPushButton>("Submit"_L1);
    QVERIFY(!submit->isEnabled());
    // The table behind shows what was read.
    QCOMPARE(program.document.at(billing).live, LiveLimit::of(7));
    QVERIFY(program.document.issues(billing) & limits::Issue::ChangedMeanwhile);
}

void TestLiveWindow::lostAnswersEndWithTheTruth_data()
{
    QTest::addColumn<bool>("isCarriedOut");
    QTest::addColumn<bool>("readBackFails");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("carried out") << true << false << Outcome::Stored;
    QTest::newRow("not carried out") << false << false << Outcome::NotStored;
    QTest::newRow("carried out, not readable") << true << true << Outcome::Unknown;
}

void TestLiveWindow::lostAnswersEndWithTheTruth()
{
    QFETCH(bool, isCarriedOut);
    QFETCH(bool, readBackFails);
    QFETCH(Outcome, outcome);
    const QTemporaryDir folder;
    ProgramWindow program(folder.path(), false);
    bool isSubmitted = false;
    FaultProxy proxy(program.sandbox.baseUrl(), [&](const ReceivedRequest &request) {
        if (request.method() == "POST") {
            isSubmitted = true;
            return isCarriedOut ? fault::answerLost() : fault::dropped();
        }
        return isSubmitted && readBackFails && isLimits(request) ? fault::dropped() : fault::none();
    });
    program.open(accounts::Kind::Sandbox, proxy.url());
    QVERIFY(program.waitUntilRead());
    QSignalSpy finished(&program.runner, &submission::Runner::finished);
    const qsizetype billing = program.rowOf(28, Category::UserDefined);
    program.enter(billing, u"4"_s);
    program.reviewAndSubmit();
    QVERIFY(finished.wait());
    QCOMPARE(proxy.count("POST"), 1);
    QCOMPARE(submission::outcomesOf(program.runner.record()).at(0).outcome, outcome);
    // What is not known to be stored stays a draft.
    QCOMPARE(program.document.isPristine(), outcome == Outcome::Stored);
    QVERIFY(outcome == Outcome::Stored || !messages().isEmpty());
}

void TestLiveWindow::aRefusedRowOfSeveralStays()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path(), false);
    FaultProxy proxy(program.sandbox.baseUrl(), [](const ReceivedRequest &request) {
        return request.method() == "POST"
                   ? Fault{.forwarded = true,
                           .answer = fault::rewritten(207, fault::failing(1, u"No."_s)).answer}
                   : fault::none();
    });
    program.open(accounts::Kind::Sandbox, proxy.url());
    QVERIFY(program.waitUntilRead());
    QSignalSpy finished(&program.runner, &submission::Runner::finished);
    program.enter(program.rowOf(1), u"4"_s);
    program.enter(program.rowOf(30, Category::UserDefined), u"2"_s);
    program.reviewAndSubmit();
    QVERIFY(finished.wait());
    QCOMPARE(proxy.count("POST"), 1);
    const auto outcomes = submission::outcomesOf(program.runner.record());
    QCOMPARE(outcomes.at(0).outcome, Outcome::Stored);
    QCOMPARE(outcomes.at(1).outcome, Outcome::Failed);
    QCOMPARE(outcomes.at(1).message, u"No."_s);
    QCOMPARE(program.document.drafts().size(), size_t(1));
    QVERIFY(program.window.statusBar()->currentMessage().contains(u"Saved 1 of 2"_s));
}

void TestLiveWindow::productionIsConfirmed()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path(), false);
    // Nothing is known of the account: its kind can't be read either.
    FaultProxy proxy(program.sandbox.baseUrl(), [](const ReceivedRequest &request) {
        return request.target().contains("account-info") ? fault::dropped() : fault::none();
    });
    program.open(accounts::Kind::Unknown, proxy.url());
    QVERIFY(program.waitUntilRead());
    QSignalSpy finished(&program.runner, &submission::Runner::finished);
    program.enter(program.rowOf(1), u"4"_s);
    QTest::keyClick(&program.window, Qt::Key_Return, Qt::ControlModifier);
    QCheckBox *confirm = nullptr;
    QTRY_VERIFY((confirm = ProgramWindow::find<QCheckBox>("Confirm"_L1)) && confirm->isEnabled());
    QPushButton *submit = ProgramWindow::find<QPushButton>("Submit"_L1);
    QVERIFY(confirm->text().contains(u"Sandbox"_s));
    QVERIFY(!submit->isEnabled());
    confirm->click();
    QVERIFY(submit->isEnabled());
    submit->click();
    QVERIFY(finished.wait());
    QCOMPARE(proxy.count("POST"), 1);
}

void TestLiveWindow::rateLimitIsWaitedFor()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path(), false);
    bool isLimited = false;
    FaultProxy proxy(program.sandbox.baseUrl(), [&](const ReceivedRequest &request) {
        if (request.method() == "POST" && !std::exchange(isLimited, true)) {
            return fault::instead(tests::script::message(
                429, {{"Retry-After", "1"}},
                R"({"status":"error","policyName":"TEN_SECONDLY_ROLLING"})"));
        }
        return fault::none();
    });
    program.open(accounts::Kind::Sandbox, proxy.url());
    QVERIFY(program.waitUntilRead());
    QSignalSpy finished(&program.runner, &submission::Runner::finished);
    program.enter(program.rowOf(1), u"4"_s);
    program.reviewAndSubmit();
    QTRY_VERIFY(ProgramWindow::find<QLabel>("Waiting"_L1));
    QVERIFY(ProgramWindow::find<QLabel>("Waiting"_L1)->text().contains(u"Going on in 1 s"_s));
    QVERIFY(finished.wait());
    QVERIFY(!ProgramWindow::find<QLabel>("Waiting"_L1));
    QCOMPARE(proxy.count("POST"), 2);
    QCOMPARE(submission::outcomesOf(program.runner.record()).at(0).outcome, Outcome::Stored);
}

TEST_MAIN(QApplication, TestLiveWindow)
#include "tst_livewindow.moc"
