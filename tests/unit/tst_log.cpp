#include "app/support/log.h"
#include "app/support/logging.h"
#include "app/support/redaction.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <cstdio>
#include <thread>
#include <utility>
#include <vector>

#ifdef Q_OS_UNIX
#include <csignal>

#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using support::Log;
using support::LogBounds;
using support::LogLine;

namespace {

constexpr auto childArgument = "--write-lines"_L1;
constexpr int childLines = 3000;
constexpr LogBounds smallFile{.lines = 10, .bytes = 1 << 20, .fileBytes = 60'000};
const QByteArray token = "CKsecret/Zz9+abcdefghijk.lmnop=QRSTUVW";

Q_LOGGING_CATEGORY(lcTest, "limits.test", QtWarningMsg)

/// What the program in the other process does.
int writeLines(const QString &path, const QString &name)
{
    const support::SystemClock clock;
    Log log(clock, smallFile);
    if (!log.openFile(path)) {
        return 1;
    }
    std::puts("ready");
    std::fflush(stdout);
    std::getchar();
    for (int i = 0; i < childLines; ++i) {
        qCDebug(lcTest).noquote() << name << i << QByteArray(40, 'x') << "end";
    }
    return 0;
}

/// The handler the log passes messages on to.
std::vector<std::pair<QtMsgType, QString>> passedOn;

} // namespace

class TestLog : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void linesSayWhenWhatAndWhere();
    void quietByDefault();
    void rulesFromTheUserStillPrint();
    void aFileHoldsEverything();
    void aFileBeginsWithWhatWasBefore();
    void theLastLinesAreKept();
    void theMemoryIsBounded();
    void redaction_data();
    void redaction();
    void knownSecrets_data();
    void knownSecrets();
    void harmlessWordsStay_data();
    void harmlessWordsStay();
    void nothingSecretPasses();
    void secretsAreAskedForEachTime();
    void noLineCanBeForged();
    void manyThreads();
    void theFileIsItsOwnersAlone();
    void aFullFileMovesAside();
    void notARegularFile_data();
    void notARegularFile();
    void aFullDisk();
    void twoProcessesWriteOneFile();
    void afterTheLogAllIsAsBefore();

private:
    [[nodiscard]] QByteArray content(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(can't be read)");
    }

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_path;
    support::SystemClock m_clock;
    QtMessageHandler m_before = nullptr;
};

void TestLog::init()
{
    StrictTest::init();
    m_home = std::make_unique<QTemporaryDir>();
    m_path = m_home->filePath(u"x.log"_s);
    passedOn.clear();
    m_before =
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &text) {
            passedOn.emplace_back(type, text);
        });
}

void TestLog::cleanup()
{
    QLoggingCategory::setFilterRules({});
    qInstallMessageHandler(m_before);
}

void TestLog::linesSayWhenWhatAndWhere()
{
    const QDateTime time(QDate(2026, 11, 3), QTime(14, 2, 11, 7), Qt::UTC);
    QCOMPARE(support::logText({1, time, QtWarningMsg, "limits.drafts", u"No space"_s}),
             u"2026-11-03T14:02:11.007Z warning limits.drafts No space"_s);

    const Log log(m_clock);
    const QDateTime before = m_clock.now();
    qCWarning(lcTest) << "one";
    qWarning("two");
    const std::vector<LogLine> lines = log.linesAfter(0);
    QCOMPARE(lines.size(), size_t(2));
    QCOMPARE(lines[0].number, 1);
    QVERIFY(lines[0].time >= before && lines[0].time <= m_clock.now());
    QCOMPARE(lines[0].level, QtWarningMsg);
    QCOMPARE(lines[0].category, "limits.test");
    QCOMPARE(lines[0].text, u"one"_s);
    QCOMPARE(lines[1].category, "default");
    QCOMPARE(log.linesAfter(1).size(), size_t(1));
    QVERIFY(log.linesAfter(2).empty());
}

void TestLog::quietByDefault()
{
    const Log log(m_clock);
    qCDebug(lcTest) << "a detail";
    qCDebug(support::lcApi) << "GET" << 200;
    qCInfo(support::lcApi) << "a word";
    qCWarning(lcTest) << "a warning";
    QCOMPARE(log.linesAfter(0).size(), size_t(2));
    QCOMPARE(log.lastRequests(5).size(), size_t(1));
    QCOMPARE(log.lastRequests(5).front().text, u"GET 200"_s);
    QVERIFY(log.lastRequests(0).empty());
    QCOMPARE(passedOn.size(), size_t(1));
    QCOMPARE(passedOn[0], std::pair(QtWarningMsg, u"a warning"_s));
}

void TestLog::rulesFromTheUserStillPrint()
{
    QLoggingCategory::setFilterRules(u"limits.test.debug=true"_s);
    Log log(m_clock);
    qCDebug(lcTest) << "one";
    QCOMPARE(passedOn.size(), size_t(1));
    QVERIFY(log.openFile(m_path));
    qCDebug(lcTest) << "two";
    qCDebug(support::lcDrafts) << "three";
    QCOMPARE(passedOn.size(), size_t(2));
    QLoggingCategory::setFilterRules({});
    qCDebug(lcTest) << "four";
    QCOMPARE(passedOn.size(), size_t(2));
    QCOMPARE(log.linesAfter(0).size(), size_t(4));
}

void TestLog::aFileHoldsEverything()
{
    Log log(m_clock);
    QVERIFY(log.openFile(m_path));
    qCDebug(lcTest) << "a detail";
    qCInfo(support::lcHistory) << "a word";
    qCWarning(lcTest).noquote() << u"Größe"_s;
    const QList<QByteArray> lines = content(m_path).split('\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines[0].endsWith(" debug limits.test a detail"));
    QVERIFY(lines[1].endsWith(" info limits.history a word"));
    QVERIFY(lines[2].endsWith(" warning limits.test Größe"));
    QCOMPARE(lines[3], QByteArray());
    QCOMPARE(passedOn.size(), size_t(1));
}

void TestLog::aFileBeginsWithWhatWasBefore()
{
    Log log(m_clock);
    qCWarning(lcTest) << "early";
    QVERIFY(log.openFile(m_path));
    QVERIFY(content(m_path).endsWith(" early\n"));
}

void TestLog::theLastLinesAreKept()
{
    const Log log(m_clock, {.lines = 3});
    for (int i = 1; i <= 5; ++i) {
        qCWarning(lcTest) << i;
    }
    const std::vector<LogLine> lines = log.linesAfter(0);
    QCOMPARE(lines.size(), size_t(3));
    QCOMPARE(lines.front().text, u"3"_s);
    QCOMPARE(lines.back().number, 5);
}

void TestLog::theMemoryIsBounded()
{
    const Log log(m_clock, {.lines = 1000, .bytes = 10'000});
    for (int i = 0; i < 100; ++i) {
        qCWarning(lcTest).noquote() << QByteArray(1000, 'x');
    }
    QCOMPARE(log.linesAfter(0).size(), size_t(4));
    qCWarning(lcTest).noquote() << QByteArray(50'000, 'x');
    QVERIFY(log.linesAfter(0).back().text.size() < 5000);
}

void TestLog::redaction_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("bearer", u"sent Bearer Sx9 now"_s, u"sent Bearer [removed] now"_s);
    row("lower case", u"bearer: \"Sx9\" now"_s, u"bearer: \"[removed]\" now"_s);
    row("header", u"Authorization: Basic Sx 9"_s, u"Authorization:[removed]"_s);
    row("header among others", u"A: 1\r\nproxy-authorization: Sx 9\r\nB: 2"_s,
        u"A: 1\r\nproxy-authorization:[removed]\r\nB: 2"_s);
    row("header as text", uR"("A: 1\r\nAuthorization: Sx 9\r\nB: 2")"_s,
        uR"("A: 1\r\nAuthorization:[removed]\r\nB: 2")"_s);
    row("cookie", u"Set-Cookie: s=Sx9; path=/"_s, u"Set-Cookie:[removed]"_s);
    row("HubSpot's", u"with pat-na1-12ab34cd-Sx9 it"_s, u"with [removed] it"_s);
    row("HubSpot's, in capitals", u"(PAT-EU1-12AB34CD-SX9)"_s, u"([removed])"_s);
    row("form", u"a=1&client_secret=Sx9&b=2"_s, u"a=1&client_secret=[removed]&b=2"_s);
    row("query", u"GET /cb?code=Sx9&state=7 200"_s, u"GET /cb?code=[removed]&state=7 200"_s);
    row("address", u"QUrl(\"http://127.0.0.1:80/x?a=Sx9&b=2#c\") now"_s,
        u"QUrl(\"http://127.0.0.1:80/x?[removed]\") now"_s);
    row("JSON", uR"({"refresh_token": "Sx9","expires_in":1800})"_s,
        uR"({"refresh_token": "[removed]","expires_in":1800})"_s);
    row("JSON code", uR"({"code":"Sx9"})"_s, uR"({"code":"[removed]"})"_s);
    row("JSON in a string", uR"("{\"access_token\":\"Sx9\",\"a\":1}")"_s,
        uR"("{\"access_token\":\"[removed]\",\"a\":1}")"_s);
    row("JSON twice in a string", uR"("{\\\"access_token\\\":\\\"Sx9\\\"}")"_s,
        uR"("{\\\"access_token\\\":\\\"[removed]\\\"}")"_s);
    row("JSON, by numbers", uR"({"access\u005ftoken":"Sx9"})"_s,
        uR"({"access\u005ftoken":"[removed]"})"_s);
    row("a map of Qt's", uR"(QMap(("access_token", QVariant(QString, "Sx9"))))"_s,
        uR"(QMap(("access_token", QVariant(QString, "[removed]"))))"_s);
    row("percent", u"%3Faccess%5Ftoken%3DSx9%26a%3D1"_s,
        u"%3Faccess%5Ftoken%3D[removed]%26a%3D1"_s);
    row("percent, twice", u"Bearer%2520pat%252Dna1%252D12345678"_s, u"Bearer%2520[removed]"_s);
    row("UTF-16 as QDebug has bytes",
        uR"("p\x00""a\x00t\x00-\x00n\x00""a\x00""1\x00-\x00""1\x00""2\x00""3\x00""4\x00""5\x00""6\x00""7\x00""8\x00")"_s,
        uR"("[removed]")"_s);
    QString wide;
    for (const QChar c : u"id_token=Sx9"_s) {
        wide += QChar(u'\0');
        wide += c;
    }
    row("UTF-16, the big end first", wide, wide.first(19) + u"[removed]"_s);
    row("in two lines", u"Bearer pat-na1-1234\n  5678abcd9 now"_s, u"Bearer [removed] now"_s);
    row("with a mark nobody sees", u"pat-na1-12\u200b345678"_s, u"[removed]"_s);
}

void TestLog::redaction()
{
    QFETCH(const QString, text);
    QTEST(support::redacted(text), "expected");
}

void TestLog::knownSecrets_data()
{
    QTest::addColumn<QString>("text");
    const QString secret = QString::fromLatin1(token);
    QTest::newRow("plain") << secret;
    QTest::newRow("percent") << QString::fromLatin1(token.toPercentEncoding());
    QTest::newRow("JSON") << QString(secret).replace(u"/"_s, u"\\/"_s);
    QTest::newRow("by numbers") << QString(secret).replace(u"s"_s, u"\\u0073"_s);
    QTest::newRow("wrapped") << QString(secret).insert(20, u"\r\n    "_s);
    QTest::newRow("spaced") << QString(secret).replace(QRegularExpression(u"(....)"_s), u"\\1 "_s);
    QTest::newRow("in pieces") << QString(secret).insert(9, u"\" \""_s);
    QTest::newRow("only its beginning") << secret.first(24);
    QString wide;
    for (const QChar c : secret) {
        wide += c;
        wide += QChar(u'\0');
    }
    QTest::newRow("UTF-16") << wide;
}

void TestLog::knownSecrets()
{
    QFETCH(const QString, text);
    support::KnownSecrets known;
    known.add(token);
    const QString line = support::redacted(u"before: "_s + text + u" / after"_s, known);
    QVERIFY2(line.startsWith("before: [removed]"_L1), qPrintable(line));
    // Of one that breaks off, as much goes as it would have been long.
    if (text.size() >= token.size()) {
        QVERIFY2(line.endsWith(" / after"_L1), qPrintable(line));
    }
    QVERIFY(!line.contains("Zz9"_L1));
    QCOMPARE(support::redacted(u"before: after"_s, known), u"before: after"_s);
}

void TestLog::harmlessWordsStay_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("request") << u"GET /crm/v4/associations/0-1/0-2/labels 200 12 ms 8f0a-11"_s;
    QTest::newRow("path") << u"/home/pat-smith/x: exit code: 404, code 5"_s;
    QTest::newRow("words") << u"a compat-mode-something, forbearer"_s;
    QTest::newRow("error code") << u"status_code=404 error-code=7"_s;
    QTest::newRow("address") << u"https://api.hubapi.com/x is there? yes"_s;
    QTest::newRow("percent") << u"100 % of 5%25"_s;
    QTest::newRow("backslashes") << uR"(C:\new\table\u12)"_s;
    QTest::newRow("nothing") << QString();
}

void TestLog::harmlessWordsStay()
{
    QFETCH(const QString, text);
    support::KnownSecrets known;
    known.add(token);
    known.add("none"); // too short to be told from a word
    QCOMPARE(support::redacted(text, known), text);
}

void TestLog::nothingSecretPasses()
{
    Log log(m_clock);
    QVERIFY(log.openFile(m_path));
    log.setSecrets([](const Log::Tell &tell) { tell(token); });
    qCWarning(lcTest).noquote() << token << "Bearer Sx9";
    qCritical("Authorization: Sx9");
    for (const LogLine &line : log.linesAfter(0)) {
        QVERIFY(!line.text.contains("Sx9"_L1) && !line.text.contains("Zz9"_L1));
    }
    for (const auto &[type, text] : passedOn) {
        QVERIFY(!text.contains("Sx9"_L1) && !text.contains("Zz9"_L1));
    }
    QCOMPARE(passedOn.size(), size_t(2));
    QVERIFY(!content(m_path).contains("Sx9") && !content(m_path).contains("Zz9"));
    QCOMPARE(log.redact(u"x\n"_s + QString::fromLatin1(token)), u"x\n[removed]"_s);
}

void TestLog::secretsAreAskedForEachTime()
{
    Log log(m_clock);
    QByteArray secret = "firstSecret123";
    log.setSecrets([&secret](const Log::Tell &tell) { tell(secret); });
    qCWarning(lcTest).noquote() << "firstSecret123";
    secret = "secondSecret456";
    qCWarning(lcTest).noquote() << "secondSecret456";
    std::thread([] { qCWarning(lcTest).noquote() << "secondSecret456"; }).join();
    log.setSecrets({});
    qCWarning(lcTest).noquote() << "secondSecret456";
    QStringList texts;
    for (const LogLine &line : log.linesAfter(0)) {
        texts << line.text;
    }
    QCOMPARE(texts,
             (QStringList{u"[removed]"_s, u"[removed]"_s, u"[removed]"_s, u"secondSecret456"_s}));
}

void TestLog::noLineCanBeForged()
{
    Log log(m_clock);
    QVERIFY(log.openFile(m_path));
    qCWarning(lcTest).noquote()
        << u"x\n2026-11-03T14:02:11.007Z fatal\rlimits\u2028b\u0085c\u202ed"_s
        << QString(QChar(u'\x1b')) << QString(QChar(0xd800)) << u"😀"_s;
    QCOMPARE(content(m_path).count('\n'), 1);
    QCOMPARE(
        log.linesAfter(0).front().text,
        u"x\\n2026-11-03T14:02:11.007Z fatal\\rlimits\\u2028b\\u0085c\\u202ed \\u001b \\ud800 😀"_s);
}

void TestLog::manyThreads()
{
    constexpr int threads = 4;
    constexpr int lines = 500;
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
    Log log(m_clock);
    QVERIFY(log.openFile(m_path));
    log.setSecrets([](const Log::Tell &tell) { tell(token); });
    std::vector<std::thread> all;
    for (int t = 0; t < threads; ++t) {
        all.emplace_back([] {
            for (int i = 0; i < lines; ++i) {
                qCWarning(lcTest).noquote() << QByteArray(100, 'x') << i << "end";
            }
        });
    }
    for (int i = 0; i < lines; ++i) {
        qCDebug(lcTest).noquote() << QByteArray(100, 'x') << i << "end";
        (void)log.linesAfter(0);
    }
    for (std::thread &thread : all) {
        thread.join();
    }
    const std::vector<LogLine> kept = log.linesAfter(0);
    QCOMPARE(kept.size(), size_t(2000));
    for (size_t i = 1; i < kept.size(); ++i) {
        QCOMPARE(kept[i].number, kept[i - 1].number + 1);
    }
    const QList<QByteArray> written = content(m_path).trimmed().split('\n');
    QCOMPARE(written.size(), (threads + 1) * lines);
    for (const QByteArray &line : written) {
        QVERIFY2(line.endsWith(" end") && line.count("end") == 1, line.constData());
    }
}

void TestLog::theFileIsItsOwnersAlone()
{
    QFile existing(m_path);
    QVERIFY(existing.open(QIODevice::WriteOnly));
    existing.write("old\n");
    existing.close();
    QVERIFY(existing.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    constexpr auto ownerOnly =
        QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    Log log(m_clock);
    QVERIFY(log.openFile(m_path));
    QCOMPARE(QFile::permissions(m_path), ownerOnly);
    qCWarning(lcTest) << "new";
    QVERIFY(content(m_path).startsWith("old\n2"));
    const QString fresh = m_home->filePath(u"fresh.log"_s);
    QVERIFY(log.openFile(fresh));
    QCOMPARE(QFile::permissions(fresh), ownerOnly);
}

void TestLog::aFullFileMovesAside()
{
    Log log(m_clock, {.lines = 10, .bytes = 1 << 20, .fileBytes = 2000});
    QVERIFY(log.openFile(m_path));
    for (int i = 0; i < 100; ++i) {
        qCDebug(lcTest).noquote() << QByteArray(150, 'x') << i;
    }
    QVERIFY(QFileInfo(m_path).size() <= 2000);
    QVERIFY(QFileInfo(m_path + u".1"_s).size() <= 2000);
    const QByteArray last = content(m_path + u".1"_s) + content(m_path);
    QVERIFY(last.endsWith(" 99\n"));
    QVERIFY(last.contains(" 85\n"));
    QCOMPARE(QDir(m_home->path()).entryList(QDir::Files), (QStringList{u"x.log"_s, u"x.log.1"_s}));
    QVERIFY(passedOn.empty());

    // Somebody takes the file away.
    QVERIFY(QFile::remove(m_path));
    qCDebug(lcTest) << "again";
    QVERIFY(content(m_path).endsWith("again\n"));
    QCOMPARE(content(m_path).count('\n'), 1);
}

void TestLog::notARegularFile_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("a folder") << QDir::tempPath();
    QTest::newRow("in no folder") << QDir::temp().filePath(u"not/there/x.log"_s);
#ifdef Q_OS_UNIX
    QTest::newRow("a device") << u"/dev/full"_s;
#endif
}

void TestLog::notARegularFile()
{
    QFETCH(const QString, path);
    Log log(m_clock);
    const auto opened = log.openFile(path);
    QVERIFY(!opened);
    QVERIFY(!opened.error().isEmpty());
    qCDebug(lcTest) << "not let through";
    QVERIFY(log.linesAfter(0).empty());
}

void TestLog::aFullDisk()
{
#ifdef Q_OS_UNIX
    Log log(m_clock);
    QVERIFY(log.openFile(m_path));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit unlimited{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &unlimited), 0);
    const rlimit full{300, unlimited.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);
    for (int i = 0; i < 20; ++i) {
        qCDebug(lcTest).noquote() << QByteArray(60, 'x') << i;
    }
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &unlimited), 0);
    QCOMPARE(passedOn.size(), size_t(1));
    QVERIFY(passedOn[0].second.startsWith("The log file can't be written: "_L1));
    QCOMPARE(log.linesAfter(0).size(), size_t(21));
    QCOMPARE(QFileInfo(m_path).size(), 300);

    qCDebug(lcTest) << "space again";
    const QList<QByteArray> lines = content(m_path).trimmed().split('\n');
    QVERIFY(lines.last().endsWith(" space again"));
    QCOMPARE(lines.last().count(" limits.test "), 1);
    QCOMPARE(passedOn.size(), size_t(1));
#else
    QSKIP("limits of the system's");
#endif
}

void TestLog::twoProcessesWriteOneFile()
{
    std::vector<std::unique_ptr<QProcess>> children;
    for (const QString &name : {u"A"_s, u"B"_s}) {
        children.push_back(std::make_unique<QProcess>());
        children.back()->start(QCoreApplication::applicationFilePath(),
                               {childArgument, m_path, name});
    }
    for (const auto &child : children) {
        QVERIFY(child->waitForReadyRead());
    }
    for (const auto &child : children) {
        child->write("\n");
        QVERIFY(child->waitForBytesWritten());
    }
    for (const auto &child : children) {
        QVERIFY(child->waitForFinished());
        QCOMPARE(child->exitCode(), 0);
        QCOMPARE(child->readAllStandardError(), QByteArray());
    }
    const QByteArray all = content(m_path + u".1"_s) + content(m_path);
    // One may put a line into the file that the other has just moved.
    QVERIFY(QFileInfo(m_path).size() <= smallFile.fileBytes);
    QVERIFY(all.size() > smallFile.fileBytes);
    QMap<char, int> last;
    qsizetype missing = 0;
    const QList<QByteArray> lines = all.trimmed().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> words = line.split(' ');
        QVERIFY2(words.size() == 7 && words[0].size() == 24 && words[6] == "end" &&
                     words[5].size() == 40,
                 line.constData());
        const char who = words[3].front();
        const int number = words[4].toInt();
        const int before = last.value(who, number - 1);
        QVERIFY2(number > before, line.constData());
        missing += number - before - 1;
        last[who] = number;
    }
    // One that stands still between looking at the file and writing may write into one that goes.
    QVERIFY2(missing * 10 < lines.size(), QByteArray::number(missing).constData());
    QVERIFY(last.values().contains(childLines - 1));
    QCOMPARE(QDir(m_home->path()).entryList(QDir::Files), (QStringList{u"x.log"_s, u"x.log.1"_s}));
}

void TestLog::afterTheLogAllIsAsBefore()
{
    {
        Log log(m_clock);
        QVERIFY(log.openFile(m_path));
        QVERIFY(lcTest().isDebugEnabled());
    }
    QVERIFY(!lcTest().isDebugEnabled());
    QVERIFY(!support::lcApi().isDebugEnabled());
    qCWarning(lcTest) << "after";
    QCOMPARE(passedOn.back().second, u"after"_s);
    const Log another(m_clock);
    qCDebug(lcTest) << "no file any more";
    QVERIFY(another.linesAfter(0).empty());
}

int main(int argc, char **argv)
{
    const tests::Sanctuary sanctuary;
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 4 && arguments.at(1) == childArgument) {
        return writeLines(arguments.at(2), arguments.at(3));
    }
    TestLog test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_log.moc"
