#include "app/accounts/vault.h"
#include "tests/support/keyring.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTimer>

#include <cstdio>

// A vault with GNOME's keyring, and without. libsecret asks for the bus once in the life of a
// process, so that other surroundings take other processes: this program with arguments, see
// runChild().

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using accounts::Vault;
using Secret = std::optional<QByteArray>;

namespace {

constexpr auto childArgument = "--vault"_L1;
const QString name = u"hubspot-1"_s;
const QByteArray secret = "{\"token\":\"pat-na1-\xc3\xa4\"}";

/// What a vault answered, in the order it did.
struct Answers
{
    QObject context;
    QList<Secret> found;
    QStringList errors;
    QList<bool> kept;
    QStringList order;

    void read(Vault &vault, const QString &of = name)
    {
        vault.read(of, &context, [this, of](const Vault::Found &result) {
            order.append(u"read "_s + of);
            if (result) {
                found.append(*result);
            } else {
                errors.append(result.error());
            }
        });
    }
    void write(Vault &vault, const QByteArray &bytes, const QString &of = name)
    {
        vault.write(of, bytes, &context, [this, of](bool isKept) {
            order.append(u"write "_s + of);
            kept.append(isKept);
        });
    }
    void remove(Vault &vault, const QString &of = name)
    {
        vault.remove(of, &context, [this, of](bool isKept) {
            order.append(u"remove "_s + of);
            kept.append(isKept);
        });
    }
    [[nodiscard]] bool await(qsizetype count)
    {
        return QTest::qWaitFor([this, count] { return order.size() >= count; }, 20'000);
    }
};

/// The longest turn of the event loop, in milliseconds, while the first secrets are read: libsecret
/// is loaded, and the bus connected to.
int longestTurn()
{
    Vault vault;
    Answers answers;
    QElapsedTimer turn;
    qint64 longest = 0;
    QTimer beat;
    QObject::connect(&beat, &QTimer::timeout, &answers.context,
                     [&] { longest = std::max(longest, turn.restart()); });
    beat.start(0);
    turn.start();
    for (int account = 0; account < 10; ++account) {
        answers.read(vault, QString::number(account));
    }
    return answers.await(10) ? int(longest) : -1;
}

/// Writes and quits at once, as somebody does who pastes a token and closes the window.
int writeAndQuit(const QCoreApplication &application)
{
    Vault vault;
    Answers answers;
    QMetaObject::invokeMethod(
        &vault,
        [&] {
            answers.write(vault, secret);
            QCoreApplication::quit();
        },
        Qt::QueuedConnection);
    const int exitCode = application.exec();
    std::puts(answers.order.isEmpty() && vault.finish(20s) && answers.kept == QList<bool>{true}
                  ? "kept"
                  : "lost");
    return exitCode;
}

/// In another process: writes, reads, removes and reads; says what came of it, and how often the
/// vault failed.
int runChild(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString work = QString::fromLatin1(argv[2]);
    if (work == u'm') {
        std::printf("%d\n", longestTurn());
        return 0;
    }
    if (work == u'q') {
        return writeAndQuit(application);
    }
    Vault vault;
    int failures = 0;
    QObject::connect(&vault, &Vault::failed, [&failures] { ++failures; });
    Answers answers;
    if (work.contains(u'w')) {
        answers.write(vault, secret);
    }
    answers.read(vault);
    if (work.contains(u'd')) {
        answers.remove(vault);
        answers.read(vault);
    }
    if (!answers.await(1 + (work.contains(u'w') ? 1 : 0) + (work.contains(u'd') ? 2 : 0))) {
        return 1;
    }
    QByteArray line;
    for (const bool isKept : answers.kept) {
        line += isKept ? "kept " : "lost ";
    }
    for (const Secret &found : answers.found) {
        line += found ? *found == secret ? "same " : "other " : "none ";
    }
    line += QByteArray(answers.errors.join(u' ').isEmpty() ? "" : "error ");
    std::puts((line + "failed " + QByteArray::number(failures)).constData());
    return 0;
}

struct Surroundings
{
    const char *variable;
    QByteArray value;
};

QByteArray child(const QString &work, const QList<Surroundings> &surroundings = {})
{
    const auto process = tests::dependentProcess();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[variable, value] : surroundings) {
        environment.insert(QString::fromLatin1(variable), QString::fromUtf8(value));
    }
    environment.remove(u"DISPLAY"_s);
    process->setProcessEnvironment(environment);
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QCoreApplication::applicationFilePath(), {childArgument, work});
    process->waitForFinished();
    return process->readAllStandardOutput().trimmed();
}

} // namespace

class TestVault : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void keepsReplacesAndRemoves();
    void namesAndServicesAreApart();
    void anotherProcessSeesIt();
    void nothingIsLegible();
    void oneNameKeepsItsOrder();
    void asksInTheMiddleOfAnAnswer();
    void aDeadKeychain();
    void failsOnceUntilItWorked();
    void aLockedKeychain();
    void aKeychainThatDoesNotAnswer();
    void finishesWhatIsOutstanding();
    void finishesWhenTheProgramHasQuit();
    void doesNotWaitForEver();
    void mayBeDestroyedByAnAnswer();
    void contextsThatAreGone();
    void withoutABus();
    void withoutAKeychain();
    void blocksNothing();

private:
    tests::Keyring m_keyring;
};

void TestVault::init()
{
    StrictTest::init();
    m_keyring.start();
    tests::forgetDeadSession();
}

void TestVault::cleanup()
{
    m_keyring.stop();
    QVERIFY(QDir(qEnvironmentVariable("XDG_DATA_HOME") + u"/keyrings"_s).removeRecursively());
}

void TestVault::keepsReplacesAndRemoves()
{
    Vault vault;
    const QSignalSpy failed(&vault, &Vault::failed);
    Answers answers;
    answers.read(vault);
    QVERIFY(answers.order.isEmpty());
    QVERIFY(answers.await(1));
    QCOMPARE(answers.found, QList<Secret>{std::nullopt});

    const QByteArray bytes("\0\xff{}\n", 5);
    answers.write(vault, secret);
    answers.read(vault);
    answers.write(vault, bytes);
    answers.read(vault);
    answers.remove(vault);
    answers.read(vault);
    answers.remove(vault);
    QVERIFY(answers.await(8));
    QCOMPARE(answers.found, (QList<Secret>{std::nullopt, secret, bytes, std::nullopt}));
    QCOMPARE(answers.kept, QList<bool>(4, true));
    QCOMPARE(answers.errors, QStringList());
    QVERIFY(failed.isEmpty());
}

void TestVault::namesAndServicesAreApart()
{
    Vault vault;
    Vault other(u"Another service"_s);
    Answers answers;
    answers.write(vault, "one");
    answers.write(vault, "two", u"hubspot-2"_s);
    answers.write(other, "three");
    QVERIFY(answers.await(3));
    answers.read(vault);
    QVERIFY(answers.await(4));
    answers.read(vault, u"hubspot-2"_s);
    QVERIFY(answers.await(5));
    answers.read(other);
    QVERIFY(answers.await(6));
    QCOMPARE(answers.found, (QList<Secret>{"one", "two", "three"}));
}

void TestVault::anotherProcessSeesIt()
{
    Vault vault;
    Answers answers;
    answers.write(vault, secret);
    QVERIFY(answers.await(1));
    QCOMPARE(answers.kept, QList<bool>{true});
    QCOMPARE(child(u"r"_s), "same failed 0");
    answers.write(vault, "new");
    QVERIFY(answers.await(2));
    QCOMPARE(child(u"rd"_s), "kept other none failed 0");
    answers.read(vault);
    QVERIFY(answers.await(3));
    QCOMPARE(answers.found, QList<Secret>{std::nullopt});
}

void TestVault::nothingIsLegible()
{
    Vault vault;
    Answers answers;
    answers.write(vault, "a-legible-secret");
    QVERIFY(answers.await(1));
    const QByteArray encoded = QByteArray("a-legible-secret").toBase64();
    int files = 0;
    QDirIterator iterator(QFileInfo(qEnvironmentVariable("XDG_DATA_HOME")).path(), QDir::Files,
                          QDirIterator::Subdirectories);
    while (iterator.hasNext()) {
        QFile file(iterator.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains("a-legible-secret") && !bytes.contains(encoded),
                 qPrintable(file.fileName()));
        ++files;
    }
    QVERIFY(files > 0);
}

void TestVault::oneNameKeepsItsOrder()
{
    Vault vault;
    Answers answers;
    QStringList order;
    QList<Secret> found;
    for (int round = 0; round < 5; ++round) {
        const QByteArray bytes = QByteArray::number(round);
        answers.write(vault, bytes);
        answers.read(vault);
        order.append({u"write hubspot-1"_s, u"read hubspot-1"_s});
        found.append(bytes);
    }
    QVERIFY(answers.await(10));
    QCOMPARE(answers.order, order);
    QCOMPARE(answers.found, found);
}

void TestVault::asksInTheMiddleOfAnAnswer()
{
    Vault vault;
    Answers answers;
    vault.write(name, "first", &answers.context, [&](bool) {
        answers.read(vault);
        answers.write(vault, "second");
        answers.read(vault);
    });
    QVERIFY(answers.await(3));
    QCOMPARE(answers.found, (QList<Secret>{"first", "second"}));
}

// Killed between two writes: the second one is in memory, and found there, until a third.
void TestVault::aDeadKeychain()
{
    Vault vault;
    const QSignalSpy failed(&vault, &Vault::failed);
    Answers answers;
    answers.write(vault, "first");
    QVERIFY(answers.await(1));
    m_keyring.stop();

    answers.write(vault, "second");
    answers.read(vault);
    answers.read(vault, u"hubspot-2"_s);
    QVERIFY(answers.await(4));
    QCOMPARE(answers.kept, (QList<bool>{true, false}));
    QCOMPARE(answers.found, QList<Secret>{"second"});
    QCOMPARE(answers.errors.size(), 1);
    QVERIFY(!answers.errors.front().isEmpty());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.front().front().toString(), answers.errors.front());

    m_keyring.start();
    answers.read(vault); // what is in memory is newer than what the keychain has
    answers.write(vault, "third");
    answers.read(vault);
    QVERIFY(answers.await(7));
    QCOMPARE(answers.kept, (QList<bool>{true, false, true}));
    QCOMPARE(answers.found, (QList<Secret>{"second", "second", "third"}));
    QCOMPARE(child(u"r"_s), "other failed 0");

    m_keyring.stop();
    answers.write(vault, "fourth");
    answers.remove(vault);
    answers.read(vault);
    QVERIFY(answers.await(10));
    QCOMPARE(answers.kept, (QList<bool>{true, false, true, false, false}));
    QCOMPARE(answers.found.size(), 3); // the fourth is forgotten, and the keychain can't be asked
    QCOMPARE(answers.errors.size(), 2);
    QCOMPARE(failed.size(), 2);
}

void TestVault::failsOnceUntilItWorked()
{
    Vault vault;
    const QSignalSpy failed(&vault, &Vault::failed);
    Answers answers;
    m_keyring.stop();
    for (int round = 0; round < 3; ++round) {
        answers.write(vault, "secret", QString::number(round));
    }
    QVERIFY(answers.await(3));
    QCOMPARE(failed.size(), 1);
    m_keyring.start();
    answers.read(vault); // no entry, but an answer
    QVERIFY(answers.await(4));
    m_keyring.stop();
    answers.read(vault);
    QVERIFY(answers.await(5));
    QCOMPARE(failed.size(), 2);
}

// Nobody is there to type the password: refused, as by somebody who closes the question.
void TestVault::aLockedKeychain()
{
    Vault vault;
    Answers answers;
    answers.write(vault, "first");
    QVERIFY(answers.await(1));
    m_keyring.stop();
    m_keyring.start(tests::Keyring::Door::Locked);
    const QSignalSpy failed(&vault, &Vault::failed);
    answers.write(vault, "second");
    answers.read(vault);
    QVERIFY(answers.await(3));
    QCOMPARE(answers.kept, (QList<bool>{true, false}));
    QCOMPARE(answers.found, QList<Secret>{"second"});
    QCOMPARE(failed.size(), 1);
}

void TestVault::aKeychainThatDoesNotAnswer()
{
    auto vault = std::make_unique<Vault>();
    Answers answers;
    answers.write(*vault, "first");
    QVERIFY(answers.await(1));
    m_keyring.pause();
    answers.read(*vault);
    answers.write(*vault, "second");
    QTest::qWait(200);
    QCOMPARE(answers.order.size(), 1);
    vault.reset();
    m_keyring.goOn();
    // The job that had begun ends without the vault; what waited behind it never began.
    Vault other;
    answers.read(other);
    QVERIFY(answers.await(2));
    QCOMPARE(answers.order.size(), 2);
    QCOMPARE(answers.found, QList<Secret>{"first"});
}

void TestVault::finishesWhatIsOutstanding()
{
    Vault vault;
    QVERIFY(vault.finish(0ms));
    Answers answers;
    answers.write(vault, "first");
    answers.write(vault, "other", u"hubspot-2"_s);
    // What an answer asks for is outstanding as well.
    vault.remove(name, &answers.context, [&](bool) { answers.write(vault, secret); });
    QVERIFY(answers.order.isEmpty());
    QVERIFY(vault.finish(20s));
    QCOMPARE(answers.kept, QList<bool>(3, true));
    QCOMPARE(child(u"r"_s), "same failed 0");
    QVERIFY(vault.finish(0ms));
}

void TestVault::finishesWhenTheProgramHasQuit()
{
    QCOMPARE(child(u"q"_s), "kept");
    QCOMPARE(child(u"r"_s), "same failed 0");
}

void TestVault::doesNotWaitForEver()
{
    Vault vault;
    Answers answers;
    answers.read(vault);
    QVERIFY(answers.await(1));
    m_keyring.pause();
    answers.read(vault);
    QVERIFY(vault.finish(0ms)); // nothing is lost
    answers.write(vault, secret);
    QVERIFY(!vault.finish(50ms));
    QCOMPARE(answers.order.size(), 1);
    m_keyring.goOn();
    QVERIFY(vault.finish(20s));
    QCOMPARE(answers.kept, QList<bool>{true});
}

void TestVault::mayBeDestroyedByAnAnswer()
{
    auto vault = std::make_unique<Vault>();
    Answers answers;
    vault->read(name, &answers.context, [&](const Vault::Found &) {
        vault.reset();
        answers.order.append(u"gone"_s);
    });
    answers.read(*vault);
    QVERIFY(answers.await(1));
    Vault other;
    answers.read(other);
    QVERIFY(answers.await(2));
    QCOMPARE(answers.order, (QStringList{u"gone"_s, u"read hubspot-1"_s}));
}

void TestVault::contextsThatAreGone()
{
    Vault vault;
    Answers answers;
    auto gone = std::make_unique<QObject>();
    vault.write(name, "written all the same", gone.get(),
                [](bool) { QFAIL("the context is gone"); });
    vault.read(name, gone.get(), [](const Vault::Found &) { QFAIL("the context is gone"); });
    gone.reset();
    answers.read(vault);
    QVERIFY(answers.await(1));
    QCOMPARE(answers.found, QList<Secret>{"written all the same"});
}

void TestVault::withoutABus()
{
    const QByteArray nowhere = "unix:path=/nonexistent/bus";
    // Written and read, removed, and then there is no one to ask.
    QCOMPARE(child(u"wd"_s, {{"DBUS_SESSION_BUS_ADDRESS", nowhere}}),
             "lost lost same error failed 1");
    QCOMPARE(child(u"r"_s, {{"DBUS_SESSION_BUS_ADDRESS", nowhere}}), "error failed 1");
    QCOMPARE(child(u"wd"_s, {{"DBUS_SESSION_BUS_ADDRESS", ""}}), "lost lost same error failed 1");
    QCOMPARE(
        child(u"wd"_s, {{"DBUS_SESSION_BUS_ADDRESS", nowhere}, {"XDG_CURRENT_DESKTOP", "KDE"}}),
        "lost lost same error failed 1");
}

void TestVault::withoutAKeychain()
{
    m_keyring.stop();
    QCOMPARE(child(u"wd"_s), "lost lost same error failed 1");
    QCOMPARE(child(u"wd"_s, {{"XDG_CURRENT_DESKTOP", "KDE"}, {"KDE_SESSION_VERSION", "5"}}),
             "lost lost same error failed 1");
}

void TestVault::blocksNothing()
{
    const int longest = child(u"m"_s).toInt();
    qInfo("longest turn of a program that reads its first ten secrets: %d ms", longest);
    QVERIFY(longest > 0 && longest < 250);
}

int main(int argc, char **argv)
{
    if (argc > 2 && QLatin1StringView(argv[1]) == childArgument) {
        return runChild(argc, argv);
    }
    const tests::Sanctuary sanctuary;
    const tests::Bus bus;
    QCoreApplication application(argc, argv);
    TestVault test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_vault.moc"
