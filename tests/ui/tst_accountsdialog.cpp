#include "app/accounts/accountbook.h"
#include "app/accounts/vault.h"
#include "app/api/gate.h"
#include "app/sandbox/sandbox.h"
#include "tests/support/testmain.h"
#include "tests/ui/everythingsaid.h"
#include "ui/accounts/accountsdialog.h"
#include "ui/accounts/accountsmodel.h"
#include "ui/accounts/accountwords.h"
#include "ui/widgets/banner.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using accounts::Account;
using accounts::AccountBook;
using accounts::Color;
using accounts::Kind;
using accounts::SecretPlace;
using accounts::SignInMethod;
using accounts::Vault;
using sandbox::AuthorizationOptions;
using ui::accounts::AccountsDialog;

namespace {

const QString token = u"pat-eu1-0123-very-secret"_s;

/// Accounts of which one is in the sandbox, and the dialog over them. There is no keychain.
struct Home
{
    Home()
        : sandbox(folder.filePath(u"sandbox.json"_s), clock,
                  {.authorization = AuthorizationOptions{}})
        , book(folder.filePath(u"accounts.json"_s), vault, clock)
    {
        QVERIFY(sandbox.start().hasValue());
        QVERIFY(!book.open());
        book.addBuiltIn(
            {accounts::sandboxId, u"Sandbox"_s, Kind::Sandbox, {sandbox.baseUrl(), QByteArray()}},
            sandbox.token());
    }

    void open()
    {
        dialog = std::make_unique<AccountsDialog>(
            ui::accounts::Tools{book, reader, clock, [this](const QUrl &address) {
                                    opened.append(address);
                                    return browserWorks;
                                }});
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    }

    /// An account of the user's, chosen in the dialog.
    QString addMine(const QUrl &url = QUrl(u"https://api.hubapi.com"_s))
    {
        const auto id = book.add({u"Mine"_s, url});
        dialog->choose(*id);
        return *id;
    }

    template<typename Widget> [[nodiscard]] Widget *find(QLatin1StringView name) const
    {
        for (auto *widget : dialog->findChildren<Widget *>()) {
            if (widget->accessibleName() == name && widget->isVisible()) {
                return widget;
            }
        }
        return nullptr;
    }
    void press(QLatin1StringView name) const
    {
        auto *button = find<QPushButton>(name);
        QVERIFY2(button && button->isEnabled(), name.data());
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
    }
    /// Types over what is in the field, and Return.
    void type(QLatin1StringView name, const QString &text) const
    {
        auto *field = find<QLineEdit>(name);
        QVERIFY2(field, name.data());
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    /// What is said beneath the field, as assistive tools hear it.
    template<typename Widget = QLineEdit> [[nodiscard]] QString said(QLatin1StringView name) const
    {
        return find<Widget>(name)->accessibleDescription();
    }
    [[nodiscard]] QMessageBox *question() const { return dialog->findChild<QMessageBox *>(); }
    void answer(QMessageBox::ButtonRole role) const
    {
        QMessageBox *box = question();
        QVERIFY(box);
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == role) {
                button->click();
                return;
            }
        }
    }
    void save(const QString &secret) const { type("Access token"_L1, secret); }

    QTemporaryDir folder;
    support::SystemClock clock;
    sandbox::Sandbox sandbox;
    Vault vault;
    AccountBook book;
    api::Transport transport;
    api::Gate gate{clock, {5, 0}};
    api::Reader reader{transport, gate, {1, 10ms}};
    QList<QUrl> opened;
    bool browserWorks = true;
    std::unique_ptr<AccountsDialog> dialog;
};

} // namespace

class TestAccountsDialog : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void modelKeepsItsRows();
    void addsAndNames();
    void keyboardOnly();
    void escapePutsBackAndThenCloses();
    void aNameIsNeeded();
    void wrongAddresses_data();
    void wrongAddresses();
    void anotherAddressForATokenIsAsked();
    void builtInOnesAreOnlyShown();
    void colours();
    void tokensAreCleaned_data();
    void tokensAreCleaned();
    void refusedTokens_data();
    void refusedTokens();
    void aTokenIsNeverSeenAgain();
    void replacesAndForgets();
    void removes();
    void productionIsUnlockedAfterAQuestion();
    void saysThatThereIsNoKeychain();
    void testsTheConnection();
    void testsWithAWrongToken();
    void signsIn();
    void signInIsCancelled();
    void signInFails();
    void appIsNeededToSignIn();
};

void TestAccountsDialog::modelKeepsItsRows()
{
    ui::accounts::AccountsModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    Account account{u"a"_s, u"First"_s, Kind::Standard, {QUrl(u"https://x.y"_s), QByteArray()}};
    model.setAccounts({account});
    QCOMPARE(model.index(0).data(ui::accounts::AccountsModel::StateRole).toString(),
             u"No token yet"_s);
    account.name = u"Second"_s;
    model.setAccounts({account});
    QCOMPARE(reset.size(), 1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(0).data().toString(), u"Second"_s);
    model.setAccounts({});
    QCOMPARE(model.rowCount(), 0);
}

void TestAccountsDialog::addsAndNames()
{
    Home home;
    home.open();
    home.press("Add account"_L1);
    QCOMPARE(home.book.accounts().size(), size_t(2));
    QCOMPARE(home.find<QLineEdit>("Account name"_L1)->text(), u"HubSpot"_s);
    QCOMPARE(home.find<QLineEdit>("Base URL"_L1)->text(), u"https://api.hubapi.com"_s);
    // The name is there to be typed over.
    QTest::keyClicks(QApplication::focusWidget(), u"Work & more"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    const Account account = home.book.accounts().back();
    QCOMPARE(account.name, u"Work & more"_s);
    auto *list = home.find<QListView>("Accounts"_L1);
    QCOMPARE(list->currentIndex().data().toString(), u"Work & more"_s);
    QVERIFY(list->currentIndex()
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(u"read-only. No token yet"_s));
    home.press("Add account"_L1);
    QCOMPARE(home.find<QLineEdit>("Account name"_L1)->text(), u"HubSpot"_s);
    // Two of one name can't be told apart.
    home.type("Account name"_L1, u"work & MORE"_s);
    QVERIFY(!home.said("Account name"_L1).isEmpty());
    QCOMPARE(home.find<QLineEdit>("Account name"_L1)->text(), u"work & MORE"_s);
    QVERIFY(home.book.find(account.id));
    QCOMPARE(home.book.accounts().size(), size_t(3));
}

void TestAccountsDialog::keyboardOnly()
{
    Home home;
    home.open();
    // Tab reaches every control, in turn.
    home.addMine();
    QStringList names;
    QWidget *first = home.find<QListView>("Accounts"_L1);
    first->setFocus();
    do {
        names.append(QApplication::focusWidget()->accessibleName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    } while (QApplication::focusWidget() != first && names.size() < 40);
    const QStringList wanted{u"Accounts"_s,     u"Add account"_s,    u"Remove account"_s,
                             u"Account name"_s, u"Base URL"_s,       u"Account colour"_s,
                             u"Read-only"_s,    u"Sign-in method"_s, u"Access token"_s};
    QCOMPARE(names.mid(0, wanted.size()), wanted);
    // The list's own keys choose.
    QTest::keyClick(first, Qt::Key_Home);
    QCOMPARE(home.find<QLineEdit>("Account name"_L1)->text(), u"Sandbox"_s);
}

void TestAccountsDialog::escapePutsBackAndThenCloses()
{
    Home home;
    home.open();
    const QString id = home.addMine();
    auto *name = home.find<QLineEdit>("Account name"_L1);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"Other"_s);
    QTest::keyClick(name, Qt::Key_Escape);
    QVERIFY(home.dialog->isVisible());
    QCOMPARE(name->text(), u"Mine"_s);
    QTest::keyClick(name, Qt::Key_Escape);
    QVERIFY(!home.dialog->isVisible());
    QCOMPARE(home.book.find(id)->name, u"Mine"_s);
    // Closed by its window, it takes along what is typed.
    home.open();
    home.dialog->choose(id);
    name = home.find<QLineEdit>("Account name"_L1);
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, u"Other"_s);
    home.dialog->close();
    QCOMPARE(home.book.find(id)->name, u"Other"_s);
}

void TestAccountsDialog::aNameIsNeeded()
{
    Home home;
    home.open();
    const QString id = home.addMine();
    home.type("Account name"_L1, u" "_s);
    QVERIFY(home.said("Account name"_L1).contains(u"needs a name"_s));
    QCOMPARE(home.book.find(id)->name, u"Mine"_s);
    home.type("Account name"_L1, u" Ours "_s);
    QCOMPARE(home.book.find(id)->name, u"Ours"_s);
    QVERIFY(home.said("Account name"_L1).isEmpty());
}

void TestAccountsDialog::wrongAddresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    QTest::newRow("no address") << u"hub spot"_s << u"This is no address"_s;
    QTest::newRow("http") << u"http://api.hubapi.com"_s << u"https://"_s;
    QTest::newRow("path") << u"https://api.hubapi.com/crm"_s << u"ends after the host"_s;
    QTest::newRow("user") << u"https://me@api.hubapi.com"_s << u"user name"_s;
}

void TestAccountsDialog::wrongAddresses()
{
    QFETCH(QString, typed);
    QFETCH(QString, words);
    Home home;
    home.open();
    const QString id = home.addMine();
    home.type("Base URL"_L1, typed);
    QVERIFY2(home.said("Base URL"_L1).contains(words), qPrintable(home.said("Base URL"_L1)));
    QCOMPARE(home.find<QLineEdit>("Base URL"_L1)->text(), typed); // as it was typed
    QCOMPARE(home.book.find(id)->endpoint.baseUrl, QUrl(u"https://api.hubapi.com"_s));
    home.type("Base URL"_L1, u"http://127.0.0.1:8080"_s);
    QCOMPARE(home.book.find(id)->endpoint.baseUrl, QUrl(u"http://127.0.0.1:8080"_s));
    QVERIFY(!home.said("Base URL"_L1).contains(words));
}

void TestAccountsDialog::anotherAddressForATokenIsAsked()
{
    Home home;
    home.open();
    const QString id = home.addMine();
    home.save(token);
    home.type("Base URL"_L1, u"https://elsewhere.example"_s);
    QVERIFY(home.question());
    QVERIFY(home.question()->text().contains(u"https://elsewhere.example"_s));
    home.answer(QMessageBox::RejectRole);
    QCOMPARE(home.book.find(id)->endpoint.baseUrl, QUrl(u"https://api.hubapi.com"_s));
    QCOMPARE(home.find<QLineEdit>("Base URL"_L1)->text(), u"https://api.hubapi.com"_s);
    QTRY_VERIFY(!home.question());
    home.type("Base URL"_L1, u"https://elsewhere.example"_s);
    home.answer(QMessageBox::AcceptRole);
    QCOMPARE(home.book.find(id)->endpoint.baseUrl, QUrl(u"https://elsewhere.example"_s));
    QVERIFY(!home.book.find(id)->endpoint.hasToken());
}

void TestAccountsDialog::builtInOnesAreOnlyShown()
{
    Home home;
    home.open();
    QVERIFY(home.find<QLineEdit>("Account name"_L1)->isReadOnly());
    QVERIFY(home.find<QLineEdit>("Base URL"_L1)->isReadOnly());
    QVERIFY(!home.find<QPushButton>("Remove account"_L1)->isEnabled());
    QVERIFY(!home.find<QLineEdit>("Access token"_L1));
    // Its lock is a person's to choose.
    home.find<QCheckBox>("Read-only"_L1)->click();
    QVERIFY(home.book.find(accounts::sandboxId)->endpoint.isReadOnly());
    home.find<QCheckBox>("Read-only"_L1)->click();
    QVERIFY(!home.book.find(accounts::sandboxId)->endpoint.isReadOnly());
}

void TestAccountsDialog::colours()
{
    Home home;
    home.open();
    const QString id = home.addMine();
    auto *box = home.find<QComboBox>("Account colour"_L1);
    QCOMPARE(box->count(), 9);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_End);
    QCOMPARE(home.book.find(id)->color, Color::Gray);
    home.dialog->choose(accounts::sandboxId);
    home.dialog->choose(id);
    QCOMPARE(box->currentText(), u"Gray"_s);
}

void TestAccountsDialog::tokensAreCleaned_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("words");
    QTest::newRow("clean") << token << u"in use"_s;
    QTest::newRow("white space") << u"  "_s + token + u"  "_s << u"in use"_s;
    QTest::newRow("bearer") << u"Bearer "_s + token << u"\"Bearer\" was removed"_s;
    QTest::newRow("header") << u"Authorization: Bearer "_s + token
                            << u"\"Authorization: Bearer\" was removed"_s;
}

void TestAccountsDialog::tokensAreCleaned()
{
    QFETCH(QString, pasted);
    QFETCH(QString, words);
    Home home;
    home.open();
    const QString id = home.addMine();
    QGuiApplication::clipboard()->setText(pasted);
    auto *field = home.find<QLineEdit>("Access token"_L1);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    home.press("Save token"_L1);
    QCOMPARE(home.book.find(id)->endpoint.token(), token.toLatin1());
    const QString said = home.said("Access token"_L1);
    QVERIFY2(said.contains(words), qPrintable(said));
    QVERIFY(!said.contains(token));
    QCOMPARE(QGuiApplication::clipboard()->text(), pasted); // is the person's own
    QGuiApplication::clipboard()->clear();
}

void TestAccountsDialog::refusedTokens_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << u"Bearer "_s << u"no token in this"_s;
    QTest::newRow("words") << u"pat one two"_s << u"is one word"_s;
    QTest::newRow("quotes") << u"pat\"one"_s << u"quote"_s;
    QTest::newRow("letters") << u"pat-\u00e4"_s << u"umlauts"_s;
    QTest::newRow("long") << QString(5000, u'a') << u"4,096"_s;
}

void TestAccountsDialog::refusedTokens()
{
    QFETCH(QString, typed);
    QFETCH(QString, words);
    Home home;
    home.open();
    const QString id = home.addMine();
    auto *field = home.find<QLineEdit>("Access token"_L1);
    field->setText(typed);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY2(home.said("Access token"_L1).contains(words),
             qPrintable(home.said("Access token"_L1)));
    QVERIFY(!home.book.find(id)->endpoint.hasToken());
    QCOMPARE(field->text(), typed); // to be mended
    // Each is gone as soon as another one is typed.
    QTest::keyClicks(field, u"x"_s);
    QVERIFY(!home.said("Access token"_L1).contains(words));
}

void TestAccountsDialog::aTokenIsNeverSeenAgain()
{
    Home home;
    home.open();
    home.addMine();
    auto *field = home.find<QLineEdit>("Access token"_L1);
    QTest::keyClicks(field, token);
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QVERIFY(tests::everythingThatIsSaid().contains(token)); // it looks where it would be
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(field->text().isEmpty());
    QVERIFY(!tests::everythingThatIsSaid().contains(token));
    // Nothing brings it back.
    field->undo();
    field->redo();
    QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_C, Qt::ControlModifier);
    QVERIFY(!tests::everythingThatIsSaid().contains(token));
    home.dialog->choose(accounts::sandboxId);
    QVERIFY(!tests::everythingThatIsSaid().contains(token));
    // What was typed and not saved goes with the account.
    home.press("Add account"_L1);
    QTest::keyClicks(field, token);
    home.dialog->choose(accounts::sandboxId);
    QVERIFY(!tests::everythingThatIsSaid().contains(token));
}

void TestAccountsDialog::replacesAndForgets()
{
    Home home;
    home.open();
    const QString id = home.addMine();
    auto *save = home.find<QPushButton>("Save token"_L1);
    auto *forget = home.find<QPushButton>("Forget token"_L1);
    auto *field = home.find<QLineEdit>("Access token"_L1);
    const QSignalSpy replaced(home.dialog.get(), &AccountsDialog::keyReplaced);
    QVERIFY(!save->isEnabled() && !forget->isEnabled());
    QCOMPARE(field->placeholderText(), u"None"_s);
    home.save(u"first"_s);
    QCOMPARE(home.book.find(id)->endpoint.token(), "first");
    QTRY_COMPARE(field->placeholderText(), u"A token is in memory until you quit"_s);
    QCOMPARE(replaced.size(), 0);
    QVERIFY(save->text().contains(u"Replace"_s));
    home.save(u"second"_s);
    QCOMPARE(home.book.find(id)->endpoint.token(), "second");
    QCOMPARE(replaced.size(), 1);
    home.press("Forget token"_L1);
    QVERIFY(home.book.find(id)->endpoint.hasToken());
    home.answer(QMessageBox::AcceptRole);
    QVERIFY(!home.book.find(id)->endpoint.hasToken());
    QTRY_COMPARE(field->placeholderText(), u"None"_s);
    QVERIFY(!forget->isEnabled());
}

void TestAccountsDialog::removes()
{
    Home home;
    home.open();
    const QString id = home.addMine();
    home.press("Remove account"_L1);
    QVERIFY(home.question());
    QVERIFY(home.question()->text().contains(u"history"_s));
    home.answer(QMessageBox::RejectRole);
    QVERIFY(home.book.find(id));
    QTRY_VERIFY(!home.question());
    home.press("Remove account"_L1);
    home.answer(QMessageBox::AcceptRole);
    QVERIFY(!home.book.find(id));
    QCOMPARE(home.find<QLineEdit>("Account name"_L1)->text(), u"Sandbox"_s);
    QCOMPARE(home.dialog->focusWidget(), home.find<QListView>("Accounts"_L1));
}

void TestAccountsDialog::productionIsUnlockedAfterAQuestion()
{
    Home home;
    home.open();
    const QString id = home.addMine();
    auto *lock = home.find<QCheckBox>("Read-only"_L1);
    QVERIFY(lock->isChecked());
    lock->click();
    QVERIFY(lock->isChecked());
    home.answer(QMessageBox::RejectRole);
    QVERIFY(home.book.find(id)->endpoint.isReadOnly());
    QTRY_VERIFY(!home.question());
    lock->click();
    home.answer(QMessageBox::AcceptRole);
    QVERIFY(!lock->isChecked());
    QVERIFY(!home.book.find(id)->endpoint.isReadOnly());
    lock->click();
    QVERIFY(home.book.find(id)->endpoint.isReadOnly());
}

void TestAccountsDialog::saysThatThereIsNoKeychain()
{
    Home home;
    home.open();
    home.addMine();
    QVERIFY(!home.find<ui::widgets::Banner>({}));
    home.save(token);
    ui::widgets::Banner *banner = nullptr;
    QTRY_VERIFY((banner = home.find<ui::widgets::Banner>({})));
    QVERIFY(banner->text().contains(u"kept in memory until you quit"_s));
    QVERIFY(!banner->message().words.isEmpty()); // the keychain's own
}

void TestAccountsDialog::testsTheConnection()
{
    Home home;
    home.open();
    home.addMine(home.sandbox.baseUrl());
    QVERIFY(!home.find<QPushButton>("Test connection"_L1)->isEnabled());
    home.save(QString::fromLatin1(home.sandbox.token()));
    QVERIFY(!home.find<QTextEdit>("Test results"_L1));
    home.press("Test connection"_L1);
    QTextEdit *results = nullptr;
    QTRY_VERIFY((results = home.find<QTextEdit>("Test results"_L1)));
    const QString text = results->toPlainText();
    QVERIFY2(text.contains(u"Everything the program needs can be read."_s), qPrintable(text));
    QVERIFY2(text.contains(u"Account ID: "_s) && text.contains(u"Time zone: "_s) &&
                 text.contains(u"Limits: allowed"_s),
             qPrintable(text));
    home.press("Copy test results"_L1);
    QCOMPARE(QGuiApplication::clipboard()->text(), text);
    // They are those of the key that was tried.
    home.save(u"another"_s);
    QVERIFY(!results->isVisible());
}

void TestAccountsDialog::testsWithAWrongToken()
{
    Home home;
    home.open();
    home.addMine(home.sandbox.baseUrl());
    home.save(u"wrong"_s);
    home.press("Test connection"_L1);
    QTextEdit *results = nullptr;
    QTRY_VERIFY((results = home.find<QTextEdit>("Test results"_L1)));
    QVERIFY2(results->toPlainText().contains(u"Nothing can be read."_s),
             qPrintable(results->toPlainText()));
    QVERIFY(!results->toPlainText().contains(u"wrong\n"_s));
}

void TestAccountsDialog::signsIn()
{
    Home home;
    home.open();
    const QString id = home.addMine(home.sandbox.baseUrl());
    auto *method = home.find<QComboBox>("Sign-in method"_L1);
    method->setFocus();
    QTest::keyClick(method, Qt::Key_Down);
    QVERIFY(!home.find<QLineEdit>("Access token"_L1));
    QVERIFY(home.find<QLineEdit>("Redirect address"_L1)->text().startsWith(u"http://localhost:"_s));
    QVERIFY(home.find<QPlainTextEdit>("Scopes"_L1)
                ->toPlainText()
                .contains(u"crm.objects.contacts.read"_s));
    home.type("Client ID"_L1, u"sandbox-app"_s);
    home.type("Client secret"_L1, u"sandbox-app-secret"_s);
    home.press("Sign in"_L1);
    QTRY_COMPARE(home.opened.size(), 1);
    QVERIFY(home.find<QPushButton>("Cancel sign-in"_L1));
    home.press("Copy address"_L1);
    QCOMPARE(QUrl(QGuiApplication::clipboard()->text()), home.opened.front());
    QNetworkAccessManager browser;
    const std::unique_ptr<QNetworkReply> page(browser.get(QNetworkRequest(home.opened.front())));
    QTRY_VERIFY(home.book.find(id)->endpoint.hasToken());
    QCOMPARE(home.book.find(id)->method, SignInMethod::OAuth);
    QVERIFY(home.find<QPushButton>("Sign out"_L1));
    QVERIFY(home.find<QLineEdit>("Client secret"_L1)->text().isEmpty());
    QTRY_COMPARE(home.find<QLineEdit>("Client secret"_L1)->placeholderText(),
                 u"A secret is in memory until you quit"_s);
    QGuiApplication::clipboard()->clear();
    QVERIFY(!tests::everythingThatIsSaid().contains(u"sandbox-app-secret"_s));
    // It is the account's key from now on.
    home.press("Test connection"_L1);
    QTextEdit *results = nullptr;
    QTRY_VERIFY((results = home.find<QTextEdit>("Test results"_L1)));
    QVERIFY2(results->toPlainText().contains(u"Everything the program needs"_s),
             qPrintable(results->toPlainText()));
    home.press("Sign out"_L1);
    home.answer(QMessageBox::AcceptRole);
    QVERIFY(!home.book.find(id)->endpoint.hasToken());
}

void TestAccountsDialog::signInIsCancelled()
{
    Home home;
    home.open();
    const QString id = home.addMine(home.sandbox.baseUrl());
    auto *method = home.find<QComboBox>("Sign-in method"_L1);
    method->setFocus();
    QTest::keyClick(method, Qt::Key_Down);
    home.browserWorks = false;
    home.type("Client ID"_L1, u"sandbox-app"_s);
    home.type("Client secret"_L1, u"sandbox-app-secret"_s);
    home.press("Sign in"_L1);
    QTRY_COMPARE(home.opened.size(), 1);
    QVERIFY(home.said<QPushButton>("Cancel sign-in"_L1).isEmpty());
    home.press("Cancel sign-in"_L1);
    QTRY_VERIFY(home.find<QPushButton>("Sign in"_L1));
    QVERIFY(home.said<QPushButton>("Sign in"_L1).contains(u"cancelled"_s));
    QVERIFY(!home.book.find(id)->endpoint.hasToken());
    // What was typed stays, to try again.
    QCOMPARE(home.find<QLineEdit>("Client ID"_L1)->text(), u"sandbox-app"_s);
}

void TestAccountsDialog::signInFails()
{
    Home home;
    home.open();
    home.addMine(home.sandbox.baseUrl());
    home.sandbox.authorization()->setPerson(AuthorizationOptions::Person::Denies);
    auto *method = home.find<QComboBox>("Sign-in method"_L1);
    method->setFocus();
    QTest::keyClick(method, Qt::Key_Down);
    home.type("Client ID"_L1, u"sandbox-app"_s);
    home.type("Client secret"_L1, u"sandbox-app-secret"_s);
    home.press("Sign in"_L1);
    QTRY_COMPARE(home.opened.size(), 1);
    QNetworkAccessManager browser;
    const std::unique_ptr<QNetworkReply> page(browser.get(QNetworkRequest(home.opened.front())));
    QTRY_VERIFY(home.find<QPushButton>("Sign in"_L1));
    QVERIFY2(home.said<QPushButton>("Sign in"_L1).contains(u"did not grant"_s),
             qPrintable(home.said<QPushButton>("Sign in"_L1)));
}

void TestAccountsDialog::appIsNeededToSignIn()
{
    Home home;
    home.open();
    home.addMine(home.sandbox.baseUrl());
    auto *method = home.find<QComboBox>("Sign-in method"_L1);
    method->setFocus();
    QTest::keyClick(method, Qt::Key_Down);
    home.press("Sign in"_L1);
    QVERIFY(home.said("Client ID"_L1).contains(u"Copy the client ID"_s));
    home.type("Client ID"_L1, u"sandbox-app"_s);
    home.press("Sign in"_L1);
    QVERIFY(home.said("Client secret"_L1).contains(u"Copy the client secret"_s));
    QVERIFY(home.opened.isEmpty());
}

TEST_MAIN(QApplication, TestAccountsDialog)
#include "tst_accountsdialog.moc"
