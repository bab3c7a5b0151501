#include "app/limits/draftstore.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using limits::DraftRow;
using limits::DraftStore;
using limits::Pair;

using Rows = std::vector<DraftRow>;

class TestDraftStore : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void rowsComeBack();
    void eachAccountAndPairHasItsOwn();
    void savingNoRowsRemovesTheFile();
    void onlyTheOwnerMayRead();
    void damageIsSetAside_data();
    void damageIsSetAside();
    void damageDoesNotStopSaving();
    void setAsideNeverOverwrites();
    void anotherVersionIsLeftAlone();
    void whatCannotBeWrittenIsAnError();
    void aFullDiskKeepsTheDraftBefore();
    void manyRows();

private:
    [[nodiscard]] QStringList files() const;
    [[nodiscard]] QString onlyFile() const;
    [[nodiscard]] QByteArray contents(const QString &path) const;
    void write(const QString &path, const QByteArray &bytes) const;

    const Pair m_pair{u"0-1"_s, u"0-2"_s};
    const Rows m_rows{{u"279"_s, u"HUBSPOT_DEFINED"_s, u"5"_s},
                      {u" 28 "_s, {}, u"Many"_s},
                      {u"x\n\"\u20ac"_s, u"NEW_KIND"_s, {}},
                      {}};
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
};

void TestDraftStore::init()
{
    StrictTest::init();
    m_home = std::make_unique<QTemporaryDir>();
    m_folder = m_home->filePath(u"data/drafts"_s);
}

QStringList TestDraftStore::files() const
{
    return QDir(m_folder).entryList(QDir::Files, QDir::Name);
}

QString TestDraftStore::onlyFile() const
{
    return m_folder + u'/' + files().value(0);
}

QByteArray TestDraftStore::contents(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot read");
}

void TestDraftStore::write(const QString &path, const QByteArray &bytes) const
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void TestDraftStore::rowsComeBack()
{
    DraftStore store(m_folder);
    QVERIFY(store.load(u"sandbox"_s, m_pair)->empty());
    QVERIFY(!QFile::exists(m_folder));
    QVERIFY(store.save(u"sandbox"_s, m_pair, m_rows));
    QVERIFY(*store.load(u"sandbox"_s, m_pair) == m_rows);
    QVERIFY(*DraftStore(m_folder).load(u"sandbox"_s, m_pair) == m_rows);
    const Rows shorter{{u"1"_s, {}, u"2"_s}};
    QVERIFY(store.save(u"sandbox"_s, m_pair, shorter));
    QVERIFY(*store.load(u"sandbox"_s, m_pair) == shorter);
    QCOMPARE(files().size(), 1);
    static const QRegularExpression name(u"^[0-9a-f]{64}\\.json$"_s);
    QVERIFY(name.match(files().constFirst()).hasMatch());
}

void TestDraftStore::eachAccountAndPairHasItsOwn()
{
    DraftStore store(m_folder);
    const std::vector<std::pair<QString, Pair>> keys{
        {u"a"_s, {u"0-1"_s, u"0-2"_s}}, {u"a"_s, {u"0-2"_s, u"0-1"_s}},
        {u"A"_s, {u"0-1"_s, u"0-2"_s}}, {u"a0"_s, {u"-1"_s, u"0-2"_s}},
        {u"../a"_s, {u"/"_s, u""_s}},   {u""_s, {u""_s, u"/"_s}},
    };
    for (size_t number = 0; number < keys.size(); ++number) {
        QVERIFY(store.save(keys[number].first, keys[number].second,
                           {{QString::number(number), {}, {}}}));
    }
    for (size_t number = 0; number < keys.size(); ++number) {
        const auto rows = store.load(keys[number].first, keys[number].second);
        QCOMPARE(rows->front().typeId, QString::number(number));
    }
    QCOMPARE(files().size(), qsizetype(keys.size()));
}

void TestDraftStore::savingNoRowsRemovesTheFile()
{
    DraftStore store(m_folder);
    QVERIFY(store.save({}, m_pair, {}));
    QVERIFY(store.save({}, m_pair, m_rows));
    QVERIFY(DraftStore(m_folder).save({}, m_pair, {}));
    QCOMPARE(files(), QStringList());
    QVERIFY(store.load({}, m_pair)->empty());
}

void TestDraftStore::onlyTheOwnerMayRead()
{
    DraftStore store(m_folder);
    for (int time = 0; time < 2; ++time) {
        QVERIFY(store.save({}, m_pair, m_rows));
        constexpr QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther;
        QVERIFY(!(QFileInfo(onlyFile()).permissions() & others));
        QVERIFY(!(QFileInfo(m_folder).permissions() & others));
    }
}

void TestDraftStore::damageIsSetAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("cut off") << QByteArray(R"({"version":1,"rows":[{"typ)");
    QTest::newRow("an array") << QByteArray("[1]");
    QTest::newRow("no version") << QByteArray(R"({"rows":[]})");
    QTest::newRow("no key") << QByteArray(R"({"version":1,"rows":[]})");
    QTest::newRow("another's key")
        << QByteArray(R"({"version":1,"key":{"account":"b","from":"0-1","to":"0-2"},"rows":[]})");
    QTest::newRow("no rows") << QByteArray(
        R"({"version":1,"key":{"account":"a","from":"0-1","to":"0-2"}})");
    QTest::newRow("a row that is none")
        << QByteArray(R"({"version":1,"key":{"account":"a","from":"0-1","to":"0-2"},"rows":[1]})");
    QTest::newRow("binary") << QByteArray("\0\xff\xfe", 3);
}

void TestDraftStore::damageIsSetAside()
{
    QFETCH(const QByteArray, bytes);
    QVERIFY(DraftStore(m_folder).save(u"a"_s, m_pair, m_rows));
    const QString path = onlyFile();
    write(path, bytes);
    DraftStore store(m_folder);
    const auto rows = store.load(u"a"_s, m_pair);
    QVERIFY(!rows);
    QVERIFY(!rows.error().isEmpty());
    QVERIFY(!QFile::exists(path));
    QCOMPARE(contents(path + u".damaged-1"_s), bytes);
    QVERIFY(store.load(u"a"_s, m_pair)->empty());
}

void TestDraftStore::damageDoesNotStopSaving()
{
    QVERIFY(DraftStore(m_folder).save(u"a"_s, m_pair, m_rows));
    const QString path = onlyFile();
    write(path, "rubbish");
    DraftStore store(m_folder);
    QVERIFY(store.save(u"a"_s, m_pair, m_rows));
    QVERIFY(*store.load(u"a"_s, m_pair) == m_rows);
    QCOMPARE(contents(path + u".damaged-1"_s), "rubbish");
}

void TestDraftStore::setAsideNeverOverwrites()
{
    DraftStore store(m_folder);
    QVERIFY(store.save({}, m_pair, m_rows));
    const QString path = onlyFile();
    for (const char *bytes : {"first", "second"}) {
        write(path, bytes);
        QVERIFY(!store.load({}, m_pair));
    }
    QCOMPARE(contents(path + u".damaged-1"_s), "first");
    QCOMPARE(contents(path + u".damaged-2"_s), "second");
}

void TestDraftStore::anotherVersionIsLeftAlone()
{
    QVERIFY(DraftStore(m_folder).save({}, m_pair, m_rows));
    const QByteArray newer = R"({"version":2,"lines":"what it will be"})";
    write(onlyFile(), newer);
    DraftStore store(m_folder);
    QVERIFY(!store.save({}, m_pair, m_rows));
    QVERIFY(!store.load({}, m_pair));
    QVERIFY(!store.save({}, m_pair, {}));
    QCOMPARE(files().size(), 1);
    QCOMPARE(contents(onlyFile()), newer);
}

void TestDraftStore::whatCannotBeWrittenIsAnError()
{
    DraftStore store(m_folder);
    write(m_home->filePath(u"data"_s), "a file in the way");
    const auto saved = store.save({}, m_pair, m_rows);
    QVERIFY(!saved);
    QVERIFY(!saved.error().isEmpty());
    QVERIFY(store.load({}, m_pair)->empty());
}

void TestDraftStore::aFullDiskKeepsTheDraftBefore()
{
#ifdef Q_OS_UNIX
    DraftStore store(m_folder);
    QVERIFY(store.save({}, m_pair, m_rows));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit unlimited{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &unlimited), 0);
    const rlimit full{10, unlimited.rlim_max};
    // Little enough for Qt to buffer, and more.
    for (const size_t rows : {size_t(1), size_t(5000)}) {
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);
        const auto saved = store.save({}, m_pair, Rows(rows, {u"1"_s, {}, u"2"_s}));
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &unlimited), 0);
        QVERIFY(!saved);
        QVERIFY2(saved.error().contains(qt_error_string(EFBIG)), qPrintable(saved.error()));
        QVERIFY(*store.load({}, m_pair) == m_rows);
        QCOMPARE(files().size(), 1);
    }
#endif
}

void TestDraftStore::manyRows()
{
    Rows rows;
    for (int number = 0; number < 100'000; ++number) {
        rows.push_back({QString::number(number), u"USER_DEFINED"_s, QString::number(number % 7)});
    }
    DraftStore store(m_folder);
    QVERIFY(store.save({}, m_pair, rows));
    QVERIFY(*store.load({}, m_pair) == rows);
}

TEST_MAIN(QCoreApplication, TestDraftStore)
#include "tst_draftstore.moc"
