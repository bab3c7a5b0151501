#include "tests/support/tlsfiles.h"
#include "tests/ui/everythingsaid.h"
#include "tests/ui/programwindow.h"
#include "ui/settings/networkwords.h"
#include "ui/settings/settingsdialog.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGroupBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QWheelEvent>
#include <QtTest/qtestspontaneevent.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using accounts::NetworkKeeper;
using accounts::SecretPlace;
using accounts::Vault;
using api::NetworkSettings;
using api::Proxy;
using tests::ProgramWindow;
using ui::settings::SettingsDialog;
using Kind = api::NetworkSettingsError::Kind;
namespace keys = support::settings;

namespace {

const QString password = u"very-secret"_s;

enum Use { System, None, Own }; // as the box lists them

/// The dialog over settings in a folder of its own. There is no keychain.
struct Home
{
    void open()
    {
        dialog = std::make_unique<SettingsDialog>(network);
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
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
    [[nodiscard]] QLineEdit *line(QLatin1StringView name) const { return find<QLineEdit>(name); }
    [[nodiscard]] QPushButton *button(QLatin1StringView name) const
    {
        return find<QPushButton>(name);
    }
    void press(QLatin1StringView name) const
    {
        QVERIFY2(button(name) && button(name)->isEnabled(), name.data());
        button(name)->setFocus();
        QTest::keyClick(button(name), Qt::Key_Space);
    }
    /// Types over what is in the field.
    void type(QLatin1StringView name, const QString &text) const
    {
        QVERIFY2(line(name) && line(name)->isEnabled(), name.data());
        line(name)->setFocus();
        line(name)->selectAll();
        QTest::keyClick(line(name), Qt::Key_Delete);
        QTest::keyClicks(line(name), text);
    }
    void choose(Use use) const { find<QComboBox>("Proxy"_L1)->setCurrentIndex(use); }
    void typeProxy() const
    {
        choose(Own);
        type("Proxy host"_L1, u"proxy.example.com"_s);
        type("Proxy port"_L1, u"8080"_s);
        type("Proxy user"_L1, u"somebody"_s);
    }
    void wait(QLatin1StringView name, int seconds) const
    {
        find<QSpinBox>(name)->setValue(seconds);
    }
    /// What is said at the field, as assistive tools hear it.
    template<typename Widget = QLineEdit> [[nodiscard]] QString said(QLatin1StringView name) const
    {
        return find<Widget>(name)->accessibleDescription();
    }
    [[nodiscard]] QString passwordState() const
    {
        return line("Proxy password"_L1)->placeholderText();
    }

    QTemporaryDir folder;
    support::Settings stored{folder.filePath(u"settings.ini"_s)};
    Vault vault;
    api::Transport transport;
    NetworkKeeper network{transport, stored, vault};
    std::unique_ptr<SettingsDialog> dialog;
};

Proxy own()
{
    return {Proxy::Use::Own, u"proxy.example.com"_s, 8080, u"somebody"_s, {}};
}

} // namespace

class TestSettingsDialog : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void showsWhatHolds();
    void everyFieldHolds();
    void applyStaysAndOkCloses();
    void cancelChangesNothing();
    void restoresTheDefaults();
    void proxyFieldsAreForAnOwnProxy();
    void aPastedAddressIsSplit();
    void wrongProxies_data();
    void wrongProxies();
    void wrongFiles_data();
    void wrongFiles();
    void choosesAFile();
    void bounds();
    void passwordIsNeverSeenAgain();
    void passwordIsForgotten();
    void passwordIsForOneProxy();
    void problemOfTheStart();
    void keyboardOrder();
    void oneSectionHasNoTabs();
    void theWheelScrolls();
    void groupsTakeNoKeys();
    void errorsHaveWords();
    void theWindowOpensIt();
    void theWindowTellsOfAProblem();
};

void TestSettingsDialog::showsWhatHolds()
{
    Home home;
    const NetworkSettings decided{
        .timeouts = {7s, 70s, 17s}, .proxy = own(), .caFile = tests::tlsFile(u"authority.pem"_s)};
    QVERIFY(home.network.change(decided, password).hasValue());
    home.open();
    QCOMPARE(home.find<QComboBox>("Proxy"_L1)->currentIndex(), int(Own));
    QCOMPARE(home.line("Proxy host"_L1)->text(), u"proxy.example.com"_s);
    QCOMPARE(home.line("Proxy port"_L1)->text(), u"8080"_s);
    QCOMPARE(home.line("Proxy user"_L1)->text(), u"somebody"_s);
    QCOMPARE(home.line("Proxy password"_L1)->text(), QString());
    QCOMPARE(home.passwordState(), u"A password is in memory until you quit"_s);
    QCOMPARE(home.line("Certificate file"_L1)->text(), QDir::toNativeSeparators(decided.caFile));
    QCOMPARE(home.find<QSpinBox>("Connect timeout"_L1)->value(), 17);
    QCOMPARE(home.find<QSpinBox>("Idle timeout"_L1)->value(), 7);
    QCOMPARE(home.find<QSpinBox>("Total timeout"_L1)->value(), 70);
    QVERIFY(!home.button("Apply"_L1)->isEnabled());
    // Each explains itself.
    for (const auto name : {"Connect timeout"_L1, "Idle timeout"_L1, "Total timeout"_L1}) {
        QVERIFY(!home.said<QSpinBox>(name).isEmpty());
    }
    for (const auto name : {"Proxy user"_L1, "Proxy password"_L1, "Certificate file"_L1}) {
        QVERIFY(!home.said(name).isEmpty());
    }
    QVERIFY(!home.said<QComboBox>("Proxy"_L1).isEmpty());
}

void TestSettingsDialog::everyFieldHolds()
{
    Home home;
    home.open();
    home.typeProxy();
    home.type("Proxy password"_L1, password);
    home.type("Certificate file"_L1, tests::tlsFile(u"authority.pem"_s));
    home.wait("Connect timeout"_L1, 17);
    home.wait("Idle timeout"_L1, 7);
    home.wait("Total timeout"_L1, 70);
    home.press("OK"_L1);
    QVERIFY(home.dialog->isHidden());
    NetworkSettings expected{
        .timeouts = {7s, 70s, 17s}, .proxy = own(), .caFile = tests::tlsFile(u"authority.pem"_s)};
    QVERIFY(home.network.settings() == expected);
    expected.proxy.password = password;
    QVERIFY(home.transport.networkSettings() == expected);
    home.open();
    home.choose(None);
    home.press("OK"_L1);
    QCOMPARE(home.transport.networkSettings().proxy.use, Proxy::Use::None);
    home.open();
    home.choose(System);
    home.press("OK"_L1);
    QCOMPARE(home.transport.networkSettings().proxy.use, Proxy::Use::System);
}

void TestSettingsDialog::applyStaysAndOkCloses()
{
    Home home;
    home.open();
    QPushButton *apply = home.button("Apply"_L1);
    QVERIFY(!apply->isEnabled());
    home.wait("Idle timeout"_L1, 7);
    QVERIFY(apply->isEnabled());
    home.wait("Idle timeout"_L1, 30);
    QVERIFY(!apply->isEnabled());
    home.wait("Idle timeout"_L1, 7);
    home.press("Apply"_L1);
    QVERIFY(home.dialog->isVisible());
    QVERIFY(!apply->isEnabled());
    QCOMPARE(home.transport.networkSettings().timeouts.idle, 7000ms);
    home.typeProxy();
    QVERIFY(apply->isEnabled());
    // Return in a field is OK.
    QTest::keyClick(home.line("Proxy user"_L1), Qt::Key_Return);
    QVERIFY(home.dialog->isHidden());
    QVERIFY(home.transport.networkSettings().proxy == own());
}

void TestSettingsDialog::cancelChangesNothing()
{
    Home home;
    const QSignalSpy changed(&home.network, &NetworkKeeper::changed);
    home.open();
    home.typeProxy();
    home.type("Proxy password"_L1, password);
    home.wait("Idle timeout"_L1, 7);
    home.press("Cancel"_L1);
    QVERIFY(home.dialog->isHidden());
    home.open();
    home.typeProxy();
    QTest::keyClick(home.dialog.get(), Qt::Key_Escape);
    QVERIFY(home.dialog->isHidden());
    // What was not touched is not written either.
    home.open();
    home.press("OK"_L1);
    QVERIFY(home.dialog->isHidden());
    QVERIFY(changed.isEmpty());
    QVERIFY(home.transport.networkSettings() == NetworkSettings());
}

void TestSettingsDialog::restoresTheDefaults()
{
    Home home;
    const NetworkSettings decided{.timeouts = {7s, 70s, 17s},
                                  .answerCap = qint64(9) * 1024 * 1024,
                                  .proxy = own(),
                                  .caFile = tests::tlsFile(u"authority.pem"_s)};
    QVERIFY(home.network.change(decided, password).hasValue());
    home.open();
    home.press("Restore defaults"_L1);
    QCOMPARE(home.find<QComboBox>("Proxy"_L1)->currentIndex(), int(System));
    QCOMPARE(home.line("Proxy host"_L1)->text(), QString());
    QCOMPARE(home.line("Certificate file"_L1)->text(), QString());
    QCOMPARE(home.find<QSpinBox>("Connect timeout"_L1)->value(), 15);
    QCOMPARE(home.find<QSpinBox>("Idle timeout"_L1)->value(), 30);
    QCOMPARE(home.find<QSpinBox>("Total timeout"_L1)->value(), 120);
    QVERIFY(home.network.settings() == decided);
    home.press("Apply"_L1);
    // What the dialog does not show stays.
    QVERIFY(home.network.settings() == NetworkSettings{.answerCap = decided.answerCap});
    QCOMPARE(home.network.password(), QString());
}

void TestSettingsDialog::proxyFieldsAreForAnOwnProxy()
{
    Home home;
    home.open();
    for (const Use use : {System, None, Own}) {
        home.choose(use);
        for (const auto name :
             {"Proxy host"_L1, "Proxy port"_L1, "Proxy user"_L1, "Proxy password"_L1}) {
            QCOMPARE(home.line(name)->isEnabled(), use == Own);
        }
        QVERIFY(!home.button("Forget proxy password"_L1)->isEnabled());
    }
    // What was typed is there to be chosen again, also at the next start.
    home.typeProxy();
    home.choose(None);
    home.press("OK"_L1);
    QCOMPARE(home.network.settings().proxy.use, Proxy::Use::None);
    home.open();
    QCOMPARE(home.line("Proxy host"_L1)->text(), u"proxy.example.com"_s);
    home.choose(Own);
    home.press("OK"_L1);
    QVERIFY(home.network.settings().proxy == own());
}

void TestSettingsDialog::aPastedAddressIsSplit()
{
    Home home;
    home.open();
    home.choose(Own);
    QGuiApplication::clipboard()->setText(u"http://proxy.example.com:3128/"_s);
    home.line("Proxy host"_L1)->setFocus();
    QTest::keyClick(home.line("Proxy host"_L1), Qt::Key_V, Qt::ControlModifier);
    QTest::keyClick(home.line("Proxy host"_L1), Qt::Key_Tab);
    QCOMPARE(home.line("Proxy host"_L1)->text(), u"proxy.example.com"_s);
    QCOMPARE(home.line("Proxy port"_L1)->text(), u"3128"_s);
    // A name alone is left alone.
    home.type("Proxy host"_L1, u"proxy"_s);
    home.press("Apply"_L1);
    QCOMPARE(home.network.settings().proxy.host, u"proxy"_s);
    QCOMPARE(home.network.settings().proxy.port, 3128);
}

void TestSettingsDialog::wrongProxies_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("port");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("words");
    const QString host = u"Proxy host"_s;
    const QString port = u"Proxy port"_s;
    const QString user = u"Proxy user"_s;
    QTest::newRow("no host") << u""_s << u"80"_s << u""_s << u""_s << host << u"needs a host"_s;
    QTest::newRow("no port") << u"proxy"_s << u""_s << u""_s << u""_s << port << u"a port"_s;
    QTest::newRow("nothing") << u""_s << u""_s << u""_s << u""_s << host << u"needs a host"_s;
    QTest::newRow("two words") << u"a proxy"_s << u"80"_s << u""_s << u""_s << host << u"name"_s;
    QTest::newRow("SOCKS") << u"socks5://proxy"_s << u"80"_s << u""_s << u""_s << host << u"name"_s;
    for (const QString &number : {u"0"_s, u"65536"_s, u"http"_s, u"-1"_s, u"80 80"_s}) {
        QTest::addRow("port %s", qPrintable(number))
            << u"proxy"_s << number << u""_s << u""_s << port << u"from 1 to 65535"_s;
    }
    QTest::newRow("a password and no user")
        << u"proxy"_s << u"80"_s << u""_s << u"secret"_s << user << u"needs a user"_s;
}

void TestSettingsDialog::wrongProxies()
{
    QFETCH(const QString, host);
    QFETCH(const QString, port);
    QFETCH(const QString, user);
    QFETCH(const QString, secret);
    QFETCH(const QString, field);
    QFETCH(const QString, words);
    Home home;
    home.open();
    home.choose(Own);
    home.type("Proxy host"_L1, host);
    home.type("Proxy port"_L1, port);
    home.type("Proxy user"_L1, user);
    home.type("Proxy password"_L1, secret);
    home.press("OK"_L1);
    QVERIFY(home.dialog->isVisible());
    QVERIFY(home.transport.networkSettings() == NetworkSettings());
    for (const auto name :
         {"Proxy host"_L1, "Proxy port"_L1, "Proxy user"_L1, "Proxy password"_L1}) {
        QCOMPARE(home.said(name).contains(words), name == field);
        QCOMPARE(home.line(name)->hasFocus(), name == field);
    }
    QCOMPARE(home.line("Proxy host"_L1)->text(), host); // as it was typed
    // It is gone once the field is another.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_1);
    for (const auto name : {"Proxy host"_L1, "Proxy port"_L1, "Proxy user"_L1}) {
        QVERIFY(!home.said(name).contains(words));
    }
}

void TestSettingsDialog::wrongFiles_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("reason");
    QTest::newRow("none") << u"/nonexistent.pem"_s << u"can't be read"_s << u"/nonexistent.pem"_s;
    QTest::newRow("a folder") << QDir::tempPath() << u"can't be read"_s << QDir::tempPath();
    QTest::newRow("a key") << tests::tlsFile(u"server.key"_s) << u"PEM"_s << QString();
}

void TestSettingsDialog::wrongFiles()
{
    QFETCH(const QString, path);
    QFETCH(const QString, words);
    QFETCH(const QString, reason);
    Home home;
    home.open();
    home.wait("Idle timeout"_L1, 7);
    home.type("Certificate file"_L1, path);
    home.press("OK"_L1);
    QVERIFY(home.dialog->isVisible());
    QVERIFY(home.said("Certificate file"_L1).contains(words));
    QVERIFY(home.said("Certificate file"_L1).contains(reason));
    QVERIFY(home.line("Certificate file"_L1)->hasFocus());
    QVERIFY(home.transport.networkSettings() == NetworkSettings());
    home.type("Certificate file"_L1, {});
    QVERIFY(!home.said("Certificate file"_L1).contains(u"can't"_s));
    home.press("OK"_L1);
    QVERIFY(home.dialog->isHidden());
    QCOMPARE(home.transport.networkSettings().timeouts.idle, 7000ms);
}

void TestSettingsDialog::choosesAFile()
{
    Home home;
    home.open();
    home.type("Certificate file"_L1, u"/nonexistent.pem"_s);
    home.press("Apply"_L1);
    home.press("Choose certificate file"_L1);
    auto *files = home.dialog->findChild<QFileDialog *>();
    QVERIFY(files && files->isVisible());
    const QString chosen = tests::tlsFile(u"authority.pem"_s);
    Q_EMIT files->fileSelected(chosen);
    files->reject();
    QCOMPARE(home.line("Certificate file"_L1)->text(), QDir::toNativeSeparators(chosen));
    QVERIFY(!home.said("Certificate file"_L1).contains(u"can't"_s));
    home.press("Apply"_L1);
    QCOMPARE(home.transport.networkSettings().caFile, chosen);
}

void TestSettingsDialog::bounds()
{
    Home home;
    home.open();
    for (const auto &[name, key] : {std::pair("Connect timeout"_L1, keys::connectTimeoutSeconds),
                                    std::pair("Idle timeout"_L1, keys::idleTimeoutSeconds),
                                    std::pair("Total timeout"_L1, keys::totalTimeoutSeconds)}) {
        QCOMPARE(home.find<QSpinBox>(name)->minimum(), key.lowest);
        QCOMPARE(home.find<QSpinBox>(name)->maximum(), key.highest);
    }
}

void TestSettingsDialog::passwordIsNeverSeenAgain()
{
    Home home;
    home.open();
    home.typeProxy();
    QGuiApplication::clipboard()->setText(password + u'\n');
    QLineEdit *field = home.line("Proxy password"_L1);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QVERIFY(!field->displayText().contains(password));
    QGuiApplication::clipboard()->clear();
    home.press("Apply"_L1);
    QCOMPARE(home.transport.networkSettings().proxy.password, password);
    QCOMPARE(field->text(), QString());
    QVERIFY(!field->isUndoAvailable());
    QCOMPARE(home.passwordState(), u"A password is in memory until you quit"_s);
    QVERIFY(!home.button("Apply"_L1)->isEnabled());
    QVERIFY(!tests::everythingThatIsSaid().contains(password));
    home.press("OK"_L1);
    home.open();
    QVERIFY(!tests::everythingThatIsSaid().contains(password));
    // What is applied without it keeps it.
    home.wait("Idle timeout"_L1, 7);
    home.press("OK"_L1);
    QCOMPARE(home.transport.networkSettings().proxy.password, password);
}

void TestSettingsDialog::passwordIsForgotten()
{
    Home home;
    QVERIFY(home.network.change({.proxy = own()}, password).hasValue());
    home.open();
    home.press("Forget proxy password"_L1);
    QCOMPARE(home.passwordState(), u"None"_s);
    QVERIFY(home.said("Proxy password"_L1).contains(u"forgotten with OK or Apply"_s));
    QVERIFY(!home.button("Forget proxy password"_L1)->isEnabled());
    QCOMPARE(home.network.password(), password);
    home.press("Cancel"_L1);
    QCOMPARE(home.network.password(), password);
    home.open();
    home.press("Forget proxy password"_L1);
    Q_EMIT home.network.changed(); // the keychain has answered, about the one before
    QCOMPARE(home.passwordState(), u"None"_s);
    home.press("Apply"_L1);
    QCOMPARE(home.network.password(), QString());
    QCOMPARE(home.network.passwordPlace(), SecretPlace::Nowhere);
    QVERIFY(!home.said("Proxy password"_L1).contains(u"forgotten"_s));
    QVERIFY(!home.button("Forget proxy password"_L1)->isEnabled());
    // One that is typed after all counts.
    QVERIFY(home.network.change({.proxy = own()}, password).hasValue());
    home.press("Forget proxy password"_L1);
    home.type("Proxy password"_L1, u"another"_s);
    QVERIFY(!home.said("Proxy password"_L1).contains(u"forgotten"_s));
    home.press("Apply"_L1);
    QCOMPARE(home.network.password(), u"another"_s);
}

void TestSettingsDialog::passwordIsForOneProxy()
{
    Home home;
    QVERIFY(home.network.change({.proxy = own()}, password).hasValue());
    home.open();
    for (const auto name : {"Proxy host"_L1, "Proxy port"_L1, "Proxy user"_L1}) {
        const QString before = home.line(name)->text();
        home.type(name, u"99"_s);
        QCOMPARE(home.passwordState(), u"None"_s);
        QVERIFY(home.said("Proxy password"_L1).contains(u"another proxy or user"_s));
        home.type(name, before);
        QCOMPARE(home.passwordState(), u"A password is in memory until you quit"_s);
        QVERIFY(!home.said("Proxy password"_L1).contains(u"another proxy or user"_s));
    }
    home.type("Proxy user"_L1, {});
    home.press("Apply"_L1);
    QCOMPARE(home.transport.networkSettings().proxy.password, QString());
    QVERIFY(!home.said("Proxy password"_L1).contains(u"another proxy or user"_s));
}

void TestSettingsDialog::problemOfTheStart()
{
    Home home;
    const QString missing = home.folder.filePath(u"missing.pem"_s);
    home.stored.setValue(keys::caFile, missing);
    home.network.open();
    home.open();
    QCOMPARE(home.line("Certificate file"_L1)->text(), QDir::toNativeSeparators(missing));
    QVERIFY(home.said("Certificate file"_L1).contains(u"can't be read"_s));
    QVERIFY(home.line("Certificate file"_L1)->hasFocus());
    // It is not let pass, but may have been mended outside.
    QVERIFY(home.button("Apply"_L1)->isEnabled());
    home.press("OK"_L1);
    QVERIFY(home.dialog->isVisible());
    QVERIFY(QFile::copy(tests::tlsFile(u"authority.pem"_s), missing));
    home.press("OK"_L1);
    QVERIFY(home.dialog->isHidden());
    QCOMPARE(home.transport.networkSettings().caFile, missing);
}

void TestSettingsDialog::keyboardOrder()
{
    Home home;
    home.open();
    QCOMPARE(QApplication::focusWidget(), home.find<QComboBox>("Proxy"_L1));
    home.typeProxy();
    home.type("Proxy password"_L1, password);
    home.press("Apply"_L1);
    home.wait("Idle timeout"_L1, 7); // so that Apply can have the focus
    home.find<QComboBox>("Proxy"_L1)->setFocus();
    QStringList order;
    for (int i = 0; i < 15; ++i) {
        order.append(QApplication::focusWidget()->accessibleName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QStringList buttons = order.sliced(11);
    buttons.sort(); // their order is the platform's
    QCOMPARE(
        order.first(11) + buttons,
        QStringList({u"Proxy"_s, u"Proxy host"_s, u"Proxy port"_s, u"Proxy user"_s,
                     u"Proxy password"_s, u"Forget proxy password"_s, u"Certificate file"_s,
                     u"Choose certificate file"_s, u"Connect timeout"_s, u"Idle timeout"_s,
                     u"Total timeout"_s, u"Apply"_s, u"Cancel"_s, u"OK"_s, u"Restore defaults"_s}));
}

void TestSettingsDialog::oneSectionHasNoTabs()
{
    Home home;
    home.open();
    auto *bar = home.dialog->findChild<QTabBar *>();
    QVERIFY(bar && !bar->isVisible());
    QCOMPARE(bar->tabText(0), u"Connection"_s);
    // It is there whole where there is room, and can be made to fit a small window.
    QVERIFY(home.dialog->minimumSizeHint().height() < 560);
    QVERIFY2(home.dialog->sizeHint().height() < 760,
             qPrintable(QString::number(home.dialog->sizeHint().height())));
}

void TestSettingsDialog::theWheelScrolls()
{
    Home home;
    home.open();
    home.dialog->resize(home.dialog->width(), 300);
    auto *bar = home.dialog->findChild<QScrollArea *>()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    const auto turnOver = [](QWidget *field) {
        const QPointF middle = field->rect().center();
        QWheelEvent turn(middle, field->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton,
                         Qt::NoModifier, Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&turn); // or it goes to nobody else
        qApp->notify(field, &turn);
    };
    home.line("Certificate file"_L1)->setFocus();
    auto *idle = home.find<QSpinBox>("Idle timeout"_L1);
    bar->setValue(0);
    turnOver(idle);
    turnOver(home.find<QComboBox>("Proxy"_L1));
    QCOMPARE(idle->value(), 30);
    QCOMPARE(home.find<QComboBox>("Proxy"_L1)->currentIndex(), int(System));
    QVERIFY(bar->value() > 0);
    idle->setFocus();
    turnOver(idle);
    QCOMPARE(idle->value(), 29);
}

// Under GNOME Return is among the keys that QGroupBox keeps; here it is others.
void TestSettingsDialog::groupsTakeNoKeys()
{
    Home home;
    home.open();
    const auto groups = home.dialog->findChildren<QGroupBox *>();
    QCOMPARE(groups.size(), 3);
    for (QGroupBox *group : groups) {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Select, Qt::NoModifier);
        QApplication::sendEvent(group, &press);
        QVERIFY(!press.isAccepted());
    }
}

void TestSettingsDialog::errorsHaveWords()
{
    QStringList all;
    for (const Kind kind : {Kind::CaFileUnreadable, Kind::CaFileNotPem, Kind::ProxyIncomplete,
                            Kind::ProxyMalformed, Kind::OutOfBounds}) {
        all.append(ui::settings::networkProblemText({kind, u"the system's reason"_s}));
    }
    QCOMPARE(all.removeDuplicates(), 0);
    QVERIFY(all.front().endsWith(u"\nthe system's reason"_s));
}

void TestSettingsDialog::theWindowOpensIt()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    program.network.open();
    const QList<QAction *> file = program.window.menuBar()->actions().front()->menu()->actions();
    QCOMPARE(file[0]->text(), u"&Accounts…"_s);
    QAction *settings = file[1];
    QCOMPARE(settings->text(), u"&Settings…"_s);
    QCOMPARE(settings->menuRole(), QAction::PreferencesRole);
    QTest::keyClick(&program.window, Qt::Key_Comma, Qt::ControlModifier);
    auto *dialog = program.window.findChild<SettingsDialog *>();
    QVERIFY(dialog && QTest::qWaitForWindowActive(dialog));
    settings->trigger();
    QCOMPARE(program.window.findChildren<SettingsDialog *>().size(), 1);
    ProgramWindow::find<QSpinBox>("Idle timeout"_L1)->setValue(7);
    QTest::keyClick(ProgramWindow::find<QPushButton>("OK"_L1), Qt::Key_Space);
    QCOMPARE(program.transport.networkSettings().timeouts.idle, 7000ms);
    QTRY_VERIFY(!program.window.findChild<SettingsDialog *>());
}

void TestSettingsDialog::theWindowTellsOfAProblem()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    program.settings.setValue(keys::proxy, u"somebody:very-secret@proxy"_s);
    program.network.open();
    const auto banners = program.window.findChildren<ui::widgets::Banner *>();
    const auto tells = [](const ui::widgets::Banner *banner) {
        return banner->isVisible() && banner->text().contains(u"network settings"_s) &&
               banner->text().contains(u"needs a host and a port"_s);
    };
    QCOMPARE(std::ranges::count_if(banners, tells), 1);
    QVERIFY(!tests::everythingThatIsSaid().contains(u"very-secret"_s));
}

TEST_MAIN(QApplication, TestSettingsDialog)
#include "tst_settingsdialog.moc"
