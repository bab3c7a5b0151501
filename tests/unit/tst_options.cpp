#include "app/options.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QProcess>
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

TEST_MAIN(QCoreApplication, TestOptions)
#include "tst_options.moc"
