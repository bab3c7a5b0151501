#include "tests/support/faultproxy.h"
#include "tests/ui/programwindow.h"
#include "ui/accounts/accountstrip.h"
#include "ui/widgets/elidedlabel.h"

#include <QComboBox>
#include <QLabel>
#include <QMessageBox>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using accounts::Kind;
using accounts::Lock;
using tests::ProgramWindow;

namespace {

/// The strip's, whatever it does now.
QPushButton *lockButton()
{
    auto *lock = ProgramWindow::find<QPushButton>("Lock"_L1);
    return lock ? lock : ProgramWindow::find<QPushButton>("Unlock"_L1);
}

/// Everything the strip says.
QString stripText(const ProgramWindow &program)
{
    const auto *strip = program.window.findChild<ui::accounts::AccountStrip *>();
    const auto *text = strip->findChild<ui::widgets::ElidedLabel *>();
    return text->text();
}

/// Presses the button of the question that is open, which is not "Cancel".
bool accept()
{
    QMessageBox *box = nullptr;
    const bool shown = QTest::qWaitFor([&box] {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            box = qobject_cast<QMessageBox *>(widget);
            if (box && box->isVisible()) {
                return true;
            }
        }
        return false;
    });
    if (!shown) {
        return false;
    }
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::AcceptRole) {
            button->click();
            return true;
        }
    }
    return false;
}

} // namespace

class TestAccountLock : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void productionIsLockedUntilItIsUnlocked();
    void lockedFromTheStrip();
    void aKindThatIsLearntLocks();
    void nothingIsReadAgain();
    void aTokenThatComesLaterIsReadWith();
    void theAccountThatIsOpenIsRemoved();
    void stepsDoNotLeadToTheAccounts();

private:
    /// The sandbox behind a proxy that counts, as an account of that kind and lock, whatever it
    /// says of itself.
    struct Counted
    {
        explicit Counted(const QString &folder, Kind kind, Lock lock = Lock::ByKind)
            : program(folder, false)
            , proxy(program.sandbox.baseUrl(), [](const tests::ReceivedRequest &request) {
                return request.target().contains("account-info") ? tests::fault::dropped()
                                                                 : tests::fault::none();
            })
        {
            accounts::Account account =
                ProgramWindow::account(u"mine"_s, u"Mine"_s, kind, proxy.url());
            account.lock = lock;
            program.setAccounts({{account, program.sandbox.token()}});
            program.window.openPair(program.type(u"0-1"), program.type(u"0-2"));
            program.window.show();
            QVERIFY(QTest::qWaitForWindowActive(&program.window));
            QVERIFY(program.waitUntilRead());
        }

        ProgramWindow program;
        tests::FaultProxy proxy;
    };
};

void TestAccountLock::productionIsLockedUntilItIsUnlocked()
{
    const QTemporaryDir folder;
    Counted counted(folder.path(), Kind::Standard);
    ProgramWindow &program = counted.program;
    QVERIFY2(stripText(program).startsWith(u"Read-only: the production account"_s),
             qPrintable(stripText(program)));
    // Drafts can be made, but not submitted.
    program.enter(program.rowOf(279), u"5"_s);
    QCOMPARE(program.document.edits().size(), size_t(1));
    auto *review = ProgramWindow::find<QPushButton>("Review"_L1);
    QVERIFY(!review->isEnabled());
    QVERIFY2(review->toolTip().contains(u"read-only"_s), qPrintable(review->toolTip()));
    QTest::keyClick(&program.window, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!ProgramWindow::find<QPushButton>("Submit"_L1));

    QCOMPARE(lockButton()->text(), u"Unlock…"_s);
    QCOMPARE(lockButton()->accessibleName(), u"Unlock"_s);
    lockButton()->click();
    QVERIFY(!review->isEnabled()); // not before it is answered
    QVERIFY(accept());
    QTRY_VERIFY(review->isEnabled());
    QVERIFY(stripText(program).startsWith(u"Production: what you submit changes"_s));
    QCOMPARE(lockButton()->text(), u"Lock"_s);
    QCOMPARE(lockButton()->accessibleName(), u"Lock"_s);
    QCOMPARE(counted.proxy.count("POST"), 0);
    QCOMPARE(program.document.edits().size(), size_t(1));
}

void TestAccountLock::lockedFromTheStrip()
{
    const QTemporaryDir folder;
    Counted counted(folder.path(), Kind::HubSpotSandbox);
    ProgramWindow &program = counted.program;
    program.enter(program.rowOf(279), u"5"_s);
    auto *review = ProgramWindow::find<QPushButton>("Review"_L1);
    QVERIFY(review->isEnabled());
    lockButton()->click();
    QVERIFY(stripText(program).startsWith(u"Read-only: "_s));
    QVERIFY(!review->isEnabled());
    // Nobody works with it: no question is asked.
    lockButton()->click();
    QVERIFY(review->isEnabled());
    QCOMPARE(counted.proxy.count("POST"), 0);
}

void TestAccountLock::aKindThatIsLearntLocks()
{
    const QTemporaryDir folder;
    Counted counted(folder.path(), Kind::DeveloperTest);
    ProgramWindow &program = counted.program;
    program.book->setKind(u"mine"_s, Kind::Standard);
    QVERIFY(stripText(program).startsWith(u"Read-only: the production account"_s));
}

void TestAccountLock::nothingIsReadAgain()
{
    const QTemporaryDir folder;
    Counted counted(folder.path(), Kind::HubSpotSandbox);
    ProgramWindow &program = counted.program;
    program.enter(program.rowOf(279), u"5"_s);
    // What the account is, is read after the pair.
    QTRY_VERIFY(counted.proxy.count("GET") >= 5);
    QTest::qWait(50);
    const auto reads = counted.proxy.count("GET");
    lockButton()->click();
    lockButton()->click();
    QTest::qWait(50);
    QCOMPARE(counted.proxy.count("GET"), reads);
    QCOMPARE(program.document.edits().size(), size_t(1));
    QVERIFY(program.document.knowsLimits());
}

void TestAccountLock::aTokenThatComesLaterIsReadWith()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path(), false);
    accounts::AccountBook book(program.accountFile, program.vault, program.clock);
    QVERIFY(!book.open());
    const auto id = book.add({u"Mine"_s, program.sandbox.baseUrl()});
    QVERIFY(id.hasValue());
    program.window.setAccountBook(book, *id);
    program.window.openPair(program.type(u"0-1"), program.type(u"0-2"));
    program.window.show();
    QVERIFY(!program.document.knowsLimits());
    book.setCredentials(*id, {program.sandbox.token(), std::nullopt, {}});
    QVERIFY(program.waitUntilRead());
    // Only now it is known that nobody works with it.
    QTRY_VERIFY(!book.find(*id)->endpoint.isReadOnly());
    // Another token may be another account's.
    book.setCredentials(*id, {"wrong", std::nullopt, {}});
    QVERIFY(book.find(*id)->endpoint.isReadOnly());
    program.setAccounts({{ProgramWindow::account(u"other"_s, u"Other"_s, Kind::HubSpotSandbox,
                                                 program.sandbox.baseUrl()),
                          {}}});
}

void TestAccountLock::theAccountThatIsOpenIsRemoved()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    const auto id = program.book->add({u"Mine"_s, program.sandbox.baseUrl()});
    QVERIFY(id.hasValue());
    auto *box = ProgramWindow::find<QComboBox>("Account"_L1);
    box->setCurrentIndex(box->findData(*id));
    Q_EMIT box->activated(box->currentIndex());
    QCOMPARE(program.settings.value(support::settings::lastAccount), *id);
    QVERIFY(program.book->remove(*id).hasValue());
    QCOMPARE(box->currentText(), u"Sandbox"_s);
    QCOMPARE(program.settings.value(support::settings::lastAccount), u"sandbox"_s);
    QVERIFY(program.waitUntilRead());
}

void TestAccountLock::stepsDoNotLeadToTheAccounts()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    auto *box = ProgramWindow::find<QComboBox>("Account"_L1);
    box->setFocus();
    for (int step = 0; step < 4; ++step) {
        QTest::keyClick(box, Qt::Key_Down);
    }
    QCOMPARE(box->currentText(), u"HubSpot"_s);
    QVERIFY(!ProgramWindow::find<QAbstractItemView>("Accounts"_L1));
    // In the list it can be chosen.
    box->showPopup();
    QTest::keyClick(box->view(), Qt::Key_End);
    QTest::keyClick(box->view(), Qt::Key_Return);
    QTRY_VERIFY(ProgramWindow::find<QAbstractItemView>("Accounts"_L1));
    QCOMPARE(box->currentText(), u"HubSpot"_s);
}

TEST_MAIN(QApplication, TestAccountLock)
#include "tst_accountlock.moc"
