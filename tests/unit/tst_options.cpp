#include "app/options.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TestOptions : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void noLogFileUnlessAskedFor();
    void logFile();
    void logFileWithoutName_data();
    void logFileWithoutName();
    void aLogFileThatCantBeWritten();
    void theProgramDoesNotStartWithoutItsLog();
    void wordsTakeNoDisplay_data();
    void wordsTakeNoDisplay();
    void theManualKnowsEveryOption();

private:
    [[nodiscard]] support::Expected<Options, Halt> parse(const QStringList &arguments) const
    {
        return parseOptions(QStringList{u"association-limits"_s} + arguments, m_types);
    }

    limits::ObjectTypes m_types = limits::ObjectTypes::standard();
};

void TestOptions::noLogFileUnlessAskedFor()
{
    const auto options = parse({});
    QVERIFY(options);
    QCOMPARE(options->logFile, QString());
}

void TestOptions::logFile()
{
    const auto options = parse({u"--log-file"_s, u"a b.log"_s});
    QVERIFY(options);
    QCOMPARE(options->logFile, u"a b.log"_s);
}

void TestOptions::logFileWithoutName_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing after it") << QStringList{u"--log-file"_s};
    QTest::newRow("an empty name") << QStringList{u"--log-file="_s};
}

void TestOptions::logFileWithoutName()
{
    QFETCH(const QStringList, arguments);
    const auto options = parse(arguments);
    QVERIFY(!options);
    QCOMPARE(options.error().exitCode, 2);
    QVERIFY(options.error().text.contains("log-file"_L1));
}

void TestOptions::aLogFileThatCantBeWritten()
{
    const Halt halt = refusedLogFile(u"/x.log"_s, u"Permission denied"_s);
    QCOMPARE(halt.exitCode, 2);
    QCOMPARE(halt.text,
             u"--log-file “/x.log” can't be written: Permission denied\nTry --help.\n"_s);
}

void TestOptions::theProgramDoesNotStartWithoutItsLog()
{
    QProcess program;
    program.start(QStringLiteral(ASSOCIATION_LIMITS), {u"--log-file"_s, QDir::tempPath()});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 2);
    QVERIFY(program.readAllStandardError().contains("--log-file "));
}

void TestOptions::wordsTakeNoDisplay_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("words");
    QTest::newRow("version") << u"--version"_s << u"association-limits 0"_s;
    QTest::newRow("help") << u"--help"_s << u"--base-url"_s;
    QTest::newRow("h") << u"-h"_s << u"--base-url"_s;
}

void TestOptions::wordsTakeNoDisplay()
{
    QFETCH(const QString, option);
    QFETCH(const QString, words);
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s}) {
        environment.remove(name);
    }
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(ASSOCIATION_LIMITS), {option});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(program.readAllStandardOutput().contains(words.toUtf8()));
}

void TestOptions::theManualKnowsEveryOption()
{
    QFile page(QStringLiteral(SOURCE_DIR "/resources/desktop/association-limits.1"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QString manual = QString::fromUtf8(page.readAll()).replace("\\-"_L1, "-"_L1);
    const auto help = parse({u"--help"_s});
    QVERIFY(!help);
    static const QRegularExpression option(u"--[a-z-]+"_s);
    QStringList options;
    for (auto found = option.globalMatch(help.error().text); found.hasNext();) {
        options += found.next().captured();
    }
    QVERIFY(options.contains(u"--base-url"_s));
    for (const QString &name : std::as_const(options)) {
        QVERIFY2(manual.contains(name), qPrintable(name));
    }
}

TEST_MAIN(QCoreApplication, TestOptions)
#include "tst_options.moc"
