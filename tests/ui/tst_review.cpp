#include "app/sandbox/sandbox.h"
#include "app/support/clock.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "ui/review/reviewdialog.h"
#include "ui/review/submitter.h"
#include "ui/widgets/banner.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using limits::Category;
using limits::Edit;
using limits::LiveLimit;
using tests::Script;
using tests::ScriptedServer;
using ui::review::ReviewDialog;
using ui::review::ReviewInput;
using Column = ui::review::ChangesModel::Column;
namespace script = tests::script;

namespace {

const limits::Pair forth{u"0-1"_s, u"0-2"_s};
const limits::Pair back{u"0-2"_s, u"0-1"_s};
const QByteArray secret = "pat-eu1-secret";

/// Labels of Contacts → Companies.
const QByteArray labels = R"({"results":[
    {"category":"HUBSPOT_DEFINED","typeId":279,"label":null},
    {"category":"HUBSPOT_DEFINED","typeId":1,"label":"Primary"},
    {"category":"USER_DEFINED","typeId":28,"label":"Billing contact"},
    {"category":"USER_DEFINED","typeId":30,"label":"Owner"}]})";

/// Limits as HubSpot lists them; only custom types but for 279.
QByteArray configurations(const QList<std::pair<int, int>> &limits)
{
    QByteArrayList entries;
    for (const auto &[typeId, limit] : limits) {
        entries.append(
            R"({"category":")" +
            QByteArray(typeId == 279 || typeId == 1 ? "HUBSPOT_DEFINED" : "USER_DEFINED") +
            R"(","typeId":)" + QByteArray::number(typeId) + R"(,"userEnforcedMaxToObjectIds":)" +
            QByteArray::number(limit) + '}');
    }
    return R"({"results":[)" + entries.join(',') + "]}";
}

tests::Route route(const QByteArray &end, Script one)
{
    return {end, {std::move(one)}};
}

/// A server that has these limits, and would take what is posted.
std::vector<tests::Route> routes(const QList<std::pair<int, int>> &limits)
{
    return {route("/0-1/0-2/labels", script::answer(200, labels)),
            route("/configurations/0-1/0-2", script::answer(200, configurations(limits))),
            route("/records/0-1/0-2", script::answer(403, R"({"category":"MISSING_SCOPES",
                "errors":[{"context":{"requiredGranularScopes":["crm.objects.contacts.read"]}}]})")),
            route({}, script::answer(201, R"({"results":[]})"))};
}

Edit edit(qint32 typeId, const LiveLimit &base, std::optional<qint32> wanted)
{
    const bool hubSpots = typeId == 279 || typeId == 1;
    return {forth,         hubSpots ? Category::HubSpotDefined : Category::UserDefined,
            typeId,        {},
            typeId == 279, base,
            base,          wanted};
}

LiveLimit of(qint32 limit)
{
    return LiveLimit::of(limit);
}

struct Bench
{
    Bench() { transport.setTimeouts({300ms, 900ms}); }
    explicit Bench(const QUrl &server, std::vector<Edit> edits)
        : Bench()
    {
        input.endpoint = {server, secret};
        input.edits = std::move(edits);
    }

    /// Opens the dialog and lets it read.
    void open(bool wait = true)
    {
        dialog = std::make_unique<ReviewDialog>(input, reader, known);
        submitted = std::make_unique<QSignalSpy>(dialog.get(), &ReviewDialog::submitRequested);
        theirs = std::make_unique<QSignalSpy>(dialog.get(), &ReviewDialog::theirsTaken);
        live = std::make_unique<QSignalSpy>(dialog.get(), &ReviewDialog::liveRead);
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
        if (wait) {
            QTRY_VERIFY(!find<QProgressBar>("Reading"_L1)->isVisible());
        }
    }

    template<typename Widget> [[nodiscard]] Widget *find(QLatin1StringView name) const
    {
        for (Widget *widget : dialog->findChildren<Widget *>()) {
            if (widget->accessibleName() == name) {
                return widget;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QPushButton *button(QLatin1StringView name) const
    {
        return find<QPushButton>(name);
    }
    [[nodiscard]] bool canSubmit() const { return button("Submit"_L1)->isEnabled(); }

    [[nodiscard]] QTableView *changes() const { return find<QTableView>("Changes"_L1); }
    [[nodiscard]] QTableView *conflicts() const { return find<QTableView>("Conflicts"_L1); }
    [[nodiscard]] static QString text(const QTableView *table, int row, Column column)
    {
        return table->model()->index(row, int(column)).data().toString();
    }
    /// "28 from 5 to 3 Update", a line for each change.
    [[nodiscard]] QString shown() const
    {
        QStringList lines;
        for (int row = 0; row < changes()->model()->rowCount(); ++row) {
            lines.append(text(changes(), row, Column::TypeId) + u' ' +
                         text(changes(), row, Column::Change) + u' ' +
                         text(changes(), row, Column::Action));
        }
        return lines.join(u'\n');
    }
    /// Every sentence that is on screen outside of the tables.
    [[nodiscard]] QString words() const
    {
        QStringList words;
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->isVisible()) {
                words.append(label->text());
            }
        }
        for (const auto *banner : dialog->findChildren<ui::widgets::Banner *>()) {
            if (banner->isVisible()) {
                words.append(banner->text());
            }
        }
        return words.join(u'\n');
    }
    /// What the keyboard reaches, as it is.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QWidget *focused = dialog->focusWidget();
        QTest::keyClick(focused != nullptr ? focused : dialog.get(), key, modifiers);
    }
    /// The requests that were submitted, a line for each: "update 28:3".
    [[nodiscard]] QString plan() const
    {
        QStringList lines;
        for (const QList<QVariant> &signal : *submitted) {
            const auto submission = signal.front().value<submission::Submission>();
            for (const limits::PlannedRequest &request : submission.plan.requests) {
                QString line(wireName(request.operation));
                for (const limits::Change &change : request.changes) {
                    line += u" %1:%2"_s.arg(change.typeId)
                                .arg(change.limit ? QString::number(*change.limit) : u"many"_s);
                }
                lines.append(line);
            }
        }
        return lines.join(u'\n');
    }
    [[nodiscard]] QList<qint32> theirsTaken() const
    {
        QList<qint32> ids;
        for (const QList<QVariant> &signal : *theirs) {
            for (const Edit &one : signal.front().value<std::vector<Edit>>()) {
                ids.append(one.typeId);
            }
        }
        return ids;
    }

    support::SystemClock clock;
    api::Transport transport;
    api::Gate gate{clock, {0, 0}, {20ms, 40ms, 20ms}};
    api::Reader reader{transport, gate, {1, 1ms}};
    limits::AssociationTypes known = limits::AssociationTypes::hubSpotDefined();
    ReviewInput input{u"test"_s,
                      u"Test & more"_s,
                      accounts::Kind::DeveloperTest,
                      {},
                      forth,
                      u"Contacts"_s,
                      u"Companies"_s,
                      {},
                      {},
                      100};
    std::unique_ptr<ReviewDialog> dialog;
    std::unique_ptr<QSignalSpy> submitted;
    std::unique_ptr<QSignalSpy> theirs;
    std::unique_ptr<QSignalSpy> live;
};

} // namespace

class TestReview : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void showsAndSubmitsWhatWasReviewed();
    void nothingIsPostedBeforeSubmit();
    void conflictsAreDecidedByKeyboard();
    void conflictsCanBeDecidedOtherwise();
    void tabulatorGoesDownTheDialog();
    void returnOnCancelSubmitsNothing();
    void whatIsDoneAlreadyIsNotSent();
    void nothingLeftToSend();
    void takingTheirsFindsBreaksOfTheRule();
    void limitsThatCannotBeReadTakeATick_data();
    void limitsThatCannotBeReadTakeATick();
    void labelsThatCannotBeReadBlockNothing();
    void readingCanBeStoppedAndDoneAgain();
    void escapeWhileReadingSendsNothing();
    void productionTakesOneDeliberateConfirmation_data();
    void productionTakesOneDeliberateConfirmation();
    void loweringIsNotRetroactive();
    void recordsThatReachTheLimitAreCounted_data();
    void recordsThatReachTheLimitAreCounted();
    void bothDirectionsAreTold();
    void requestsCanBeCopied();
    void requestsFollowTheChoices();
    void bigPlansOpenWithoutDelay();
    void worksAgainstTheSandbox();
    void submitterSettlesWhatIsOver();
};

void TestReview::showsAndSubmitsWhatWasReviewed()
{
    ScriptedServer server(routes({{28, 5}, {30, 3}}));
    Bench bench(server.url(),
                {edit(28, of(5), 3), edit(30, of(3), {}), edit(279, LiveLimit::many(), 12)});
    bench.input.warnings = {u"Type ID 28: <b>beware</b>"_s};
    bench.open();
    QCOMPARE(bench.shown(), u"28 from 5 to 3 Update\n"
                            "30 from 3 to Many (limit removed) Remove\n"
                            "279 from Many to 12 Create"_s);
    QCOMPARE(Bench::text(bench.changes(), 0, Column::Label), u"Billing contact"_s);
    QCOMPARE(Bench::text(bench.changes(), 2, Column::Label), u"(any association)"_s);
    QVERIFY(bench.words().contains(u"Type ID 28: <b>beware</b>"_s));
    QVERIFY(!bench.conflicts()->isVisible());
    QVERIFY(bench.words().contains(u"3 limit(s) will be changed"_s));
    QVERIFY(bench.button("Submit"_L1)->hasFocus());
    QCOMPARE(bench.live->count(), 1);
    bench.key(Qt::Key_Return);
    QCOMPARE(bench.plan(), u"update 28:3\npurge 30:many\ncreate 279:12"_s);
    QVERIFY(!bench.dialog->isVisible());
    QCOMPARE(bench.theirs->count(), 0);
    const auto submission = bench.submitted->at(0).at(0).value<submission::Submission>();
    QCOMPARE(submission.accountId, u"test"_s);
    QCOMPARE(submission.accountName, u"Test & more"_s);
    QCOMPARE(submission.endpoint, bench.input.endpoint);
    QCOMPARE(submission.fromName, u"Contacts"_s);
    QCOMPARE(submission.plan.pair, forth);
    QCOMPARE(submission.plan.requests.at(0).changes.at(0).before, of(5));
}

void TestReview::nothingIsPostedBeforeSubmit()
{
    ScriptedServer server(routes({{28, 5}}));
    Bench bench(server.url(), {edit(28, of(5), 3)});
    bench.open(false);
    // Not even by a person in a hurry.
    QVERIFY(!bench.canSubmit());
    QVERIFY(bench.find<QProgressBar>("Reading"_L1)->isVisible());
    QVERIFY(bench.words().contains(u"before the live limits are read"_s));
    bench.key(Qt::Key_Return);
    QVERIFY(bench.dialog->isVisible());
    QTRY_VERIFY(bench.canSubmit());
    QVERIFY(!bench.find<QProgressBar>("Reading"_L1)->isVisible());
    bench.key(Qt::Key_Escape);
    QVERIFY(!bench.dialog->isVisible());
    QCOMPARE(bench.submitted->count(), 0);
    QCOMPARE(server.count("POST"), 0);
    QCOMPARE(server.count("GET"), 2);
}

void TestReview::conflictsAreDecidedByKeyboard()
{
    ScriptedServer server(routes({{28, 8}, {30, 9}, {1, 1}}));
    Bench bench(server.url(),
                {edit(1, of(1), 2), edit(28, of(5), 3), edit(30, LiveLimit::many(), 4)});
    bench.open();
    QVERIFY(bench.conflicts()->isVisible());
    QAbstractItemModelTester tester(bench.conflicts()->model());
    QCOMPARE(bench.conflicts()->model()->rowCount(), 2);
    QCOMPARE(Bench::text(bench.conflicts(), 0, Column::Base), u"5"_s);
    QCOMPARE(Bench::text(bench.conflicts(), 0, Column::Mine), u"3"_s);
    QCOMPARE(Bench::text(bench.conflicts(), 0, Column::Theirs), u"8"_s);
    QCOMPARE(Bench::text(bench.conflicts(), 1, Column::Base), u"Many"_s);
    // Undecided ones come first among the changes.
    QCOMPARE(bench.shown(), u"28 from 8 to 3 Undecided\n30 from 9 to 4 Undecided\n"
                            "1 from 1 to 2 Update"_s);
    const auto mine = [&bench](int row) {
        return bench.conflicts()->model()->index(row, int(Column::Mine));
    };
    QCOMPARE(mine(0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    QCOMPARE(mine(0).data(Qt::AccessibleTextRole).toString(), u"Keep mine: 3."_s);
    QVERIFY(!bench.canSubmit());
    QVERIFY(bench.words().contains(u"2 row(s) left to decide"_s));
    QVERIFY(bench.conflicts()->hasFocus());

    bench.key(Qt::Key_Space); // keep mine
    QCOMPARE(mine(0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(mine(0).data(Qt::AccessibleTextRole).toString(), u"Keep mine: 3. Chosen."_s);
    QVERIFY(bench.words().contains(u"1 row(s) left to decide"_s));
    QVERIFY(!bench.canSubmit());
    bench.key(Qt::Key_Return);
    QVERIFY(bench.dialog->isVisible());
    bench.key(Qt::Key_Down);
    bench.key(Qt::Key_Right);
    bench.key(Qt::Key_Space); // take theirs
    QCOMPARE(bench.shown(), u"28 from 8 to 3 Update\n30 from 9 to 4 Nothing\n"
                            "1 from 1 to 2 Update"_s);
    QVERIFY(bench.canSubmit());
    bench.key(Qt::Key_Return);
    QCOMPARE(bench.plan(), u"update 1:2 28:3"_s);
    QCOMPARE(bench.theirsTaken(), QList<qint32>{30});
    QCOMPARE(server.count("POST"), 0); // it is for others to send
}

void TestReview::conflictsCanBeDecidedOtherwise()
{
    ScriptedServer server(routes({{28, 8}, {30, 9}}));
    Bench bench(server.url(), {edit(28, of(5), 3), edit(30, of(5), 4)});
    bench.open();
    QTest::mouseClick(bench.button("Keep all of mine"_L1), Qt::LeftButton);
    QVERIFY(bench.canSubmit());
    const QModelIndex theirs = bench.conflicts()->model()->index(1, int(Column::Theirs));
    QTest::mouseClick(bench.conflicts()->viewport(), Qt::LeftButton, {},
                      bench.conflicts()->visualRect(theirs).center());
    QCOMPARE(theirs.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QCOMPARE(theirs.siblingAtColumn(int(Column::Mine)).data(Qt::CheckStateRole).toInt(),
             int(Qt::Unchecked));
    // Clicking what is chosen leaves it chosen.
    QTest::mouseClick(bench.conflicts()->viewport(), Qt::LeftButton, {},
                      bench.conflicts()->visualRect(theirs).center());
    QCOMPARE(theirs.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QTest::mouseClick(bench.button("Take all of theirs"_L1), Qt::LeftButton);
    QVERIFY(!bench.canSubmit());
    QVERIFY(bench.words().contains(u"Nothing is left to send"_s));
    bench.key(Qt::Key_Escape);
    QCOMPARE(bench.theirsTaken(), (QList<qint32>{28, 30}));
    QCOMPARE(bench.submitted->count(), 0);
}

void TestReview::tabulatorGoesDownTheDialog()
{
    ScriptedServer server(routes({{28, 8}}));
    Bench bench(server.url(), {edit(28, of(5), 3)});
    bench.input.kind = accounts::Kind::Standard;
    bench.open();
    bench.conflicts()->setFocus();
    bench.key(Qt::Key_Space);
    bench.find<QCheckBox>("Confirm"_L1)->setChecked(true);
    QStringList names;
    do {
        names.append(bench.dialog->focusWidget()->accessibleName());
        bench.key(Qt::Key_Tab);
    } while (bench.dialog->focusWidget() != bench.conflicts());
    names.removeAll(QString()); // the tabs, which are named by their words
    names.removeAll(u"Message"_s);
    QCOMPARE(names, (QStringList{u"Conflicts"_s, u"Keep all of mine"_s, u"Take all of theirs"_s,
                                 u"Changes"_s, u"Confirm"_s, u"Submit"_s, u"Cancel"_s}));
}

void TestReview::returnOnCancelSubmitsNothing()
{
    ScriptedServer server(routes({{28, 5}}));
    Bench bench(server.url(), {edit(28, of(5), 3)});
    bench.open();
    QVERIFY(bench.canSubmit());
    bench.button("Cancel"_L1)->setFocus();
    bench.key(Qt::Key_Return);
    QVERIFY(!bench.dialog->isVisible());
    QCOMPARE(bench.submitted->count(), 0);
}

void TestReview::whatIsDoneAlreadyIsNotSent()
{
    ScriptedServer server(routes({{28, 3}, {30, 9}}));
    Bench bench(server.url(), {edit(28, of(5), 3), edit(30, of(9), 4)});
    bench.open();
    QCOMPARE(bench.shown(), u"30 from 9 to 4 Update\n28 is 3 already Nothing"_s);
    QVERIFY(!bench.conflicts()->isVisible());
    QVERIFY(bench.canSubmit());
    bench.key(Qt::Key_Return);
    QCOMPARE(bench.plan(), u"update 30:4"_s);
    QCOMPARE(bench.theirsTaken(), QList<qint32>{28});
}

void TestReview::nothingLeftToSend()
{
    ScriptedServer server(routes({{28, 3}}));
    Bench bench(server.url(), {edit(28, of(5), 3), edit(30, of(4), {})});
    bench.input.kind = accounts::Kind::Standard;
    bench.open();
    QVERIFY(bench.words().contains(u"Nothing is left to send"_s));
    QVERIFY(!bench.canSubmit());
    QVERIFY(!bench.find<QCheckBox>("Confirm"_L1)->isEnabled());
    bench.key(Qt::Key_Return);
    QVERIFY(bench.dialog->isVisible());
    bench.key(Qt::Key_Escape);
    QCOMPARE(bench.theirsTaken(), (QList<qint32>{28, 30}));
}

void TestReview::takingTheirsFindsBreaksOfTheRule()
{
    // Somebody lowered the unlabeled type beneath the label that is wanted here.
    ScriptedServer server(routes({{279, 10}, {28, 2}}));
    Bench bench(server.url(), {edit(279, of(20), 30), edit(28, of(2), 15)});
    bench.open();
    QCOMPARE(bench.conflicts()->model()->rowCount(), 1);
    QVERIFY(!bench.words().contains(u"would refuse"_s)); // what is open may yet mend it
    QTest::mouseClick(bench.button("Take all of theirs"_L1), Qt::LeftButton);
    QVERIFY(bench.words().contains(u"HubSpot would refuse 1 of these limits"_s));
    QVERIFY(bench.words().contains(
        u"“Billing contact”: 15 is above the 10 of the association without a label."_s));
    QVERIFY(!bench.canSubmit());
    QTest::mouseClick(bench.button("Keep all of mine"_L1), Qt::LeftButton);
    QVERIFY(!bench.words().contains(u"would refuse"_s));
    QVERIFY(bench.canSubmit());
}

void TestReview::limitsThatCannotBeReadTakeATick_data()
{
    QTest::addColumn<Script>("limits");
    QTest::addColumn<QString>("words");
    const tests::Headers html{{"Content-Type", "text/html"}};
    QTest::newRow("403") << script::answer(403, R"({"category":"MISSING_SCOPES","message":"No!",
        "errors":[{"context":{"requiredGranularScopes":["crm.objects.contacts.read"]}}]})")
                         << u"crm.objects.contacts.read"_s;
    QTest::newRow("401") << script::answer(401, "{}") << u"refused the token"_s;
    QTest::newRow("404") << script::answer(404, "<html>", html) << u"does not know"_s;
    QTest::newRow("500") << script::answer(500, "<html>", html) << u"failed while handling"_s;
    QTest::newRow("477") << script::answer(477, {}, {{"Retry-After", "3600"}})
                         << u"Read again in 60 min"_s;
    QTest::newRow("429") << script::answer(429, R"({"policyName":"DAILY"})") << u"midnight"_s;
    QTest::newRow("timeout") << script::hangs() << u"did not answer in time"_s;
    QTest::newRow("lost") << script::closesAfterRequest() << u"connection ended"_s;
    QTest::newRow("cut off") << script::truncated(200, "{\"resul", 9) << u"broke off"_s;
    QTest::newRow("garbage") << script::answer(200, "\x01\x02{") << u"not JSON"_s;
    QTest::newRow("wrong shape") << script::answer(200, R"({"results":[{"typeId":"1"}]})")
                                 << u"results[0]"_s;
    QTest::newRow("redirect") << script::redirect(302, QUrl(u"https://example.com"_s))
                              << u"another address"_s;
}

void TestReview::limitsThatCannotBeReadTakeATick()
{
    QFETCH(Script, limits);
    QFETCH(QString, words);
    std::vector<tests::Route> weather = routes({});
    weather[1].scripts = {limits};
    ScriptedServer server(std::move(weather));
    Bench bench(server.url(), {edit(28, of(5), 3), edit(30, of(4), {})});
    bench.open();
    QVERIFY2(bench.words().contains(words), qPrintable(bench.words()));
    QVERIFY(bench.words().contains(u"live limits of Contacts → Companies could not be read"_s));
    QVERIFY(bench.words().contains(u"Billing contact, Owner"_s));
    // Unknown is not "Many": nothing is done already, and nothing is lowered for all that is known.
    QCOMPARE(bench.shown(), u"28 to 3 Create\n30 to Many (limit removed) Remove"_s);
    QVERIFY(!Bench::text(bench.changes(), 0, Column::Remarks).contains(u"keep what"_s));
    QVERIFY(!bench.canSubmit());
    auto *tick = bench.find<QCheckBox>("Submit without knowing"_L1);
    QVERIFY(tick->isVisible());
    QVERIFY(tick->hasFocus());
    QVERIFY(!tick->isChecked());
    bench.key(Qt::Key_Space);
    QVERIFY(bench.canSubmit());
    bench.key(Qt::Key_Return);
    QCOMPARE(bench.plan(), u"create 28:3\npurge 30:many"_s);
    QCOMPARE(server.count("POST"), 0);
}

void TestReview::labelsThatCannotBeReadBlockNothing()
{
    std::vector<tests::Route> weather = routes({{28, 5}});
    weather[0].scripts = {script::answer(403, R"({"category":"MISSING_SCOPES"})")};
    ScriptedServer server(std::move(weather));
    Bench bench(server.url(), {edit(28, of(5), 3)});
    bench.open();
    QVERIFY(bench.words().contains(u"labels of Contacts → Companies could not be read"_s));
    QVERIFY(!bench.find<QCheckBox>("Submit without knowing"_L1)->isVisible());
    QCOMPARE(bench.shown(), u"28 from 5 to 3 Update"_s);
    QVERIFY(bench.canSubmit());
}

void TestReview::readingCanBeStoppedAndDoneAgain()
{
    std::vector<tests::Route> weather = routes({});
    weather[1].scripts = {script::hangs(), script::answer(200, configurations({{28, 8}}))};
    ScriptedServer server(std::move(weather));
    Bench bench(server.url(), {edit(28, of(5), 3)});
    bench.input.kind = accounts::Kind::Unknown;
    bench.transport.setTimeouts({60s, 60s});
    bench.open(false);
    QTRY_COMPARE(server.count("GET"), 2);
    QVERIFY(!bench.find<QTabWidget>({})->isTabEnabled(1));
    bench.button("Stop reading"_L1)->setFocus();
    bench.key(Qt::Key_Space);
    QVERIFY(bench.words().contains(u"Reading was stopped"_s));
    auto *tick = bench.find<QCheckBox>("Submit without knowing"_L1);
    auto *confirm = bench.find<QCheckBox>("Confirm"_L1);
    QVERIFY(tick->hasFocus());
    tick->setChecked(true);
    confirm->setChecked(true);
    QVERIFY(bench.canSubmit());
    // What was ticked for what could not be seen does not hold for what can.
    QTest::mouseClick(bench.button("Read again"_L1), Qt::LeftButton);
    QVERIFY(!bench.canSubmit());
    QTRY_VERIFY(bench.conflicts()->isVisible());
    QVERIFY(!tick->isChecked() && !tick->isVisible());
    QVERIFY(!confirm->isChecked());
    QCOMPARE(bench.shown(), u"28 from 8 to 3 Undecided"_s);
}

void TestReview::escapeWhileReadingSendsNothing()
{
    std::vector<tests::Route> weather = routes({});
    weather[1].scripts = {script::hangs()};
    ScriptedServer server(std::move(weather));
    Bench bench(server.url(), {edit(28, of(5), 5)});
    bench.open(false);
    QTRY_COMPARE(server.count("GET"), 2);
    bench.key(Qt::Key_Escape);
    QVERIFY(!bench.dialog->isVisible());
    // Nothing was read, so no draft is known to be done.
    QCOMPARE(bench.theirs->count(), 0);
    QCOMPARE(bench.live->count(), 0);
    bench.dialog.reset();
    QCOMPARE(server.count("POST"), 0);
}

void TestReview::productionTakesOneDeliberateConfirmation_data()
{
    using accounts::Kind;
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("asks");
    QTest::newRow("unknown") << Kind::Unknown << true;
    QTest::newRow("standard") << Kind::Standard << true;
    QTest::newRow("sandbox") << Kind::Sandbox << false;
    QTest::newRow("HubSpot's sandbox") << Kind::HubSpotSandbox << false;
    QTest::newRow("developer test") << Kind::DeveloperTest << false;
    QTest::newRow("app developer") << Kind::AppDeveloper << false;
}

void TestReview::productionTakesOneDeliberateConfirmation()
{
    QFETCH(accounts::Kind, kind);
    QFETCH(bool, asks);
    ScriptedServer server(routes({{28, 5}}));
    Bench bench(server.url(), {edit(28, of(5), 3)});
    bench.input.kind = kind;
    bench.open();
    auto *confirm = bench.find<QCheckBox>("Confirm"_L1);
    QCOMPARE(confirm->isVisible(), asks);
    QCOMPARE(bench.canSubmit(), !asks);
    QCOMPARE(bench.words().contains(u"Production"_s), asks);
    if (!asks) {
        return;
    }
    QCOMPARE(confirm->text(), u"&Change the limits of “Test && more”"_s);
    QVERIFY(bench.words().contains(u"“Test & more”"_s));
    QVERIFY(!confirm->isChecked());
    QVERIFY(confirm->hasFocus());
    bench.key(Qt::Key_Return);
    QVERIFY(bench.dialog->isVisible());
    bench.key(Qt::Key_Space);
    QVERIFY(bench.canSubmit());
    bench.key(Qt::Key_Space);
    QVERIFY(!bench.canSubmit());
    bench.key(Qt::Key_Space);
    bench.key(Qt::Key_Return);
    QCOMPARE(bench.plan(), u"update 28:3"_s);
    // Ticked for this one only.
    bench.open();
    QVERIFY(!bench.find<QCheckBox>("Confirm"_L1)->isChecked());
}

void TestReview::loweringIsNotRetroactive()
{
    ScriptedServer server(routes({{28, 5}, {30, 5}, {1, 5}}));
    Bench bench(server.url(), {edit(28, of(5), 3), edit(30, of(5), 8), edit(1, of(5), {}),
                               edit(279, LiveLimit::many(), 9)});
    bench.open();
    const auto remarks = [&bench](int row) {
        return Bench::text(bench.changes(), row, Column::Remarks);
    };
    QCOMPARE(remarks(0), u"Records with more than 3 keep what they have; only new associations are "
                         "refused."_s);
    QCOMPARE(remarks(1), QString());
    QCOMPARE(remarks(2), QString());
    QVERIFY(remarks(3).startsWith(u"Records with more than 9 keep what they have"_s));
}

void TestReview::recordsThatReachTheLimitAreCounted_data()
{
    QTest::addColumn<Script>("answer");
    QTest::addColumn<QString>("words");
    const auto near = [](const QByteArray &counts, const QByteArray &samples) {
        return script::answer(200, R"({"limit":10,)" + counts +
                                       R"(,"atLimitFromRecordSamples":[],)"
                                       R"("nearLimitFromRecordSamples":[)" +
                                       samples + "]}");
    };
    QTest::newRow("exact") << near(R"("totalRecordsAtLimit":3,"totalRecordsNearLimit":1)",
                                   R"({"label":"A","objectId":1,"percentage":90,"usage":9})")
                           << u"4 record(s) have reached the new limit already."_s;
    QTest::newRow("at least") << near(R"("totalRecordsAtLimit":3,"totalRecordsNearLimit":7)", {})
                              << u"At least 3 record(s) have reached the new limit already."_s;
    QTest::newRow("none") << near(R"("totalRecordsAtLimit":0,"totalRecordsNearLimit":0)", {})
                          << u"0 record(s) have reached the new limit already."_s;
    QTest::newRow("missing scope") << script::answer(403, R"({"category":"MISSING_SCOPES",
            "errors":[{"context":{"requiredGranularScopes":["crm.objects.contacts.read"]}}]})")
                                   << u"could be seen with the scope crm.objects.contacts.read."_s;
    QTest::newRow("403") << script::answer(403, "{}") << u"may not be read with this token"_s;
    QTest::newRow("500") << script::answer(500, {}) << u"could not be read."_s;
    QTest::newRow("garbage") << script::answer(200, "{") << u"could not be read."_s;
}

void TestReview::recordsThatReachTheLimitAreCounted()
{
    QFETCH(Script, answer);
    QFETCH(QString, words);
    std::vector<tests::Route> weather = routes({{279, 10}});
    weather[2].scripts = {answer};
    ScriptedServer server(std::move(weather));
    Bench bench(server.url(), {edit(279, of(10), 9)});
    bench.open();
    // The count is for information: it holds nothing up.
    QVERIFY(bench.canSubmit());
    QTRY_VERIFY2(Bench::text(bench.changes(), 0, Column::Remarks).contains(words),
                 qPrintable(Bench::text(bench.changes(), 0, Column::Remarks)));
    QVERIFY(bench.canSubmit());
}

void TestReview::bothDirectionsAreTold()
{
    std::vector<tests::Route> weather = routes({{28, 5}});
    weather.insert(weather.begin(),
                   {route("/0-2/0-1/labels", script::answer(200, R"({"results":[]})")),
                    route("/configurations/0-2/0-1", script::answer(503, {}))});
    ScriptedServer server(std::move(weather));
    Edit other = edit(31, LiveLimit::many(), 4);
    other.pair = back;
    Bench bench(server.url(), {edit(28, of(5), 3), other});
    bench.open();
    QCOMPARE(bench.live->count(), 2);
    QVERIFY(!bench.changes()->isColumnHidden(int(Column::Direction)));
    QCOMPARE(Bench::text(bench.changes(), 0, Column::Direction), u"Contacts → Companies"_s);
    QCOMPARE(Bench::text(bench.changes(), 1, Column::Direction), u"Companies → Contacts"_s);
    QVERIFY(bench.words().contains(u"live limits of Companies → Contacts could not be read"_s));
    QVERIFY(!bench.words().contains(u"of Contacts → Companies could not"_s));
    QVERIFY(bench.words().contains(u"1 row(s) would be sent unseen"_s));
    bench.dialog->reject();
    // Where there is one direction, it needs no column.
    bench.input.edits.pop_back();
    bench.open();
    QVERIFY(bench.changes()->isColumnHidden(int(Column::Direction)));
}

void TestReview::requestsCanBeCopied()
{
    ScriptedServer server(routes({{28, 5}}));
    Bench bench(server.url(), {edit(28, of(5), 3)});
    bench.open();
    auto *tabs = bench.find<QTabWidget>({});
    tabs->setCurrentIndex(1);
    const QString text = bench.find<QPlainTextEdit>("Requests"_L1)->toPlainText();
    QVERIFY(text.startsWith(
        u"POST /crm/associations/2026-03/definitions/configurations/0-1/0-2/batch/update\n"_s));
    QVERIFY(text.contains(u"\"maxToObjectIds\": 3"_s));
    QTest::mouseClick(bench.button("Copy as JSON"_L1), Qt::LeftButton);
    QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.startsWith(u"[\n  {\n    \"method\": \"POST\""_s));
    QVERIFY(!copied.contains(QString::fromUtf8(secret)));
    QTest::mouseClick(bench.button("Copy as cURL"_L1), Qt::LeftButton);
    copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(server.url().toString() + u"/crm/"_s));
    QVERIFY(copied.contains(u"$HUBSPOT_ACCESS_TOKEN"_s));
    QVERIFY(!copied.contains(QString::fromUtf8(secret)));
    QVERIFY(!text.contains(QString::fromUtf8(secret)));
}

void TestReview::requestsFollowTheChoices()
{
    ScriptedServer server(routes({{28, 8}}));
    Bench bench(server.url(), {edit(28, of(5), 3)});
    bench.open();
    auto *tabs = bench.find<QTabWidget>({});
    QCOMPARE(tabs->tabText(1), u"Requests (0)"_s);
    QVERIFY(!bench.button("Copy as JSON"_L1)->isEnabled());
    tabs->setCurrentIndex(1);
    auto *text = bench.find<QPlainTextEdit>("Requests"_L1);
    QCOMPARE(text->toPlainText(), QString());
    QTest::mouseClick(bench.button("Keep all of mine"_L1), Qt::LeftButton);
    QCOMPARE(tabs->tabText(1), u"Requests (1)"_s);
    QVERIFY(text->toPlainText().contains(u"\"maxToObjectIds\": 3"_s));
    QTest::mouseClick(bench.button("Take all of theirs"_L1), Qt::LeftButton);
    QCOMPARE(text->toPlainText(), QString());
}

void TestReview::bigPlansOpenWithoutDelay()
{
    ScriptedServer server(routes({}));
    Bench bench;
    bench.input.endpoint = {server.url(), secret};
    for (qint32 typeId = 1000; typeId < 11'000; ++typeId) {
        bench.input.edits.push_back(edit(typeId, LiveLimit::many(), 5));
    }
    QElapsedTimer timer;
    timer.start();
    bench.open(false);
    const qint64 opened = timer.elapsed();
    QTRY_VERIFY(bench.canSubmit());
    QVERIFY2(opened < 1000, qPrintable(QString::number(opened)));
    QCOMPARE(bench.changes()->model()->rowCount(), 10'000);
    QCOMPARE(bench.find<QTabWidget>({})->tabText(1), u"Requests (100)"_s);
}

void TestReview::worksAgainstTheSandbox()
{
    const QTemporaryDir folder;
    Bench bench;
    sandbox::Sandbox sandbox(folder.filePath(u"sandbox.json"_s), bench.clock);
    QVERIFY(sandbox.start().hasValue());
    bench.input.endpoint = {sandbox.baseUrl(), sandbox.token()};
    bench.input.kind = accounts::Kind::Sandbox;
    // The sandbox has 1 for type 28, which somebody must have set meanwhile.
    bench.input.edits = {edit(279, LiveLimit::many(), 5), edit(28, LiveLimit::many(), 2)};
    bench.open();
    QVERIFY(bench.words().contains(u"Nothing leaves this computer"_s));
    QCOMPARE(bench.conflicts()->model()->rowCount(), 1);
    QTest::mouseClick(bench.button("Keep all of mine"_L1), Qt::LeftButton);
    QVERIFY(bench.canSubmit());
    QTRY_VERIFY(Bench::text(bench.changes(), 1, Column::Remarks).contains(u"is not known"_s));
    QTest::mouseClick(bench.button("Submit"_L1), Qt::LeftButton);
    QCOMPARE(bench.plan(), u"update 28:2\ncreate 279:5"_s);
}

void TestReview::submitterSettlesWhatIsOver()
{
    const QTemporaryDir folder;
    ScriptedServer server(routes({{28, 8}, {30, 4}}));
    Bench bench;
    limits::Document document(bench.known);
    limits::DraftStore store(folder.path());
    limits::DraftKeeper drafts(document, store);
    submission::Runner runner(bench.transport, bench.gate, bench.reader, bench.clock);
    QWidget window;
    window.show();
    ui::review::Submitter submitter(drafts, runner, bench.reader, bench.known, window);
    connect(&submitter, &ui::review::Submitter::liveRead, &document, &limits::Document::setLive);
    QSignalSpy refused(&submitter, &ui::review::Submitter::refused);
    QVERIFY(drafts.open(u"test"_s, forth));
    // As the server lists them, so that the rows keep their places.
    document.setLive({forth,
                      true,
                      true,
                      {{Category::HubSpotDefined, 279, {}, true, LiveLimit::many()},
                       {Category::HubSpotDefined, 1, u"Primary"_s, false, LiveLimit::many()},
                       {Category::UserDefined, 28, u"Billing contact"_s, false, of(5)},
                       {Category::UserDefined, 30, u"Owner"_s, false, of(5)}},
                      {}});
    document.edit({2, 3}, {{{}, {}, u"3"_s}, {{}, {}, u"4"_s}}, {});
    bench.input.endpoint = {server.url(), secret};
    bench.input.edits = document.edits();
    submitter.review(bench.input);
    submitter.review(bench.input); // one is enough
    QCOMPARE(window.findChildren<ReviewDialog *>().size(), 1);
    const QPointer<ReviewDialog> dialog = window.findChild<ReviewDialog *>();
    const auto press = [](const ReviewDialog *review, QLatin1StringView name) {
        for (QPushButton *button : review->findChildren<QPushButton *>()) {
            if (button->accessibleName() == name) {
                button->click();
            }
        }
    };
    // 28 is 8 now, and 30 what was wanted.
    QTRY_COMPARE(document.at(2).live, of(8));
    press(dialog, "Take all of theirs"_L1);
    dialog->reject();
    QTRY_VERIFY(!dialog);
    QVERIFY(document.isPristine());
    QCOMPARE(document.at(3).live, of(4));
    document.undoStack().undo();
    QCOMPARE(document.edits().size(), size_t(1));
    // There is no history to write to, so nothing can be submitted, and that is said.
    bench.input.edits = document.edits();
    submitter.review(bench.input);
    const QPointer<ReviewDialog> second = window.findChild<ReviewDialog *>();
    QSignalSpy submitted(second, &ReviewDialog::submitRequested);
    QTRY_VERIFY(second->focusWidget() != nullptr &&
                second->focusWidget()->accessibleName() == "Conflicts"_L1);
    press(second, "Keep all of mine"_L1);
    QTest::keyClick(second, Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
    QCOMPARE(refused.count(), 1);
    QCOMPARE(document.edits().size(), size_t(1));
    QCOMPARE(server.count("POST"), 0);
}

TEST_MAIN(QApplication, TestReview)
#include "tst_review.moc"
