#include "app/exchange/exporter.h"
#include "app/limits/draftstore.h"
#include "app/live/accountcache.h"
#include "app/sandbox/statefile.h"
#include "app/support/settings.h"
#include "tests/support/testmain.h"
#include "tests/unit/historyfile.h"
#include "tests/unit/historyrecords.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <set>

#include <sys/resource.h>

// Every file the program writes, on a disk that takes N bytes of it and no more, for many an N:
// afterwards the file before it is there whole, or the new one is, with nothing beside it.

using namespace Qt::StringLiterals;
using exchange::Exporter;
using history::Store;

namespace {

/// As long as it lives, no file of this process grows beyond so many bytes.
class FullDisk
{
public:
    explicit FullDisk(qint64 bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_unlimited);
        const rlimit full{rlim_t(bytes), m_unlimited.rlim_max};
        setrlimit(RLIMIT_FSIZE, &full);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_unlimited); }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_unlimited{};
};

/// The first bytes, the middle, the last ones, and some between, all below `size`.
std::set<qint64> classesOf(qint64 size)
{
    QRandomGenerator random(11);
    std::set<qint64> bytes{0, 1, 2, size / 2, size - 2, size - 1};
    for (int i = 0; i < 4; ++i) {
        bytes.insert(random.bounded(size));
    }
    // Where Qt's buffer and a page end.
    for (const qint64 edge : {qint64(4096), qint64(16384)}) {
        bytes.insert({edge - 1, edge, edge + 1});
    }
    std::erase_if(bytes, [size](qint64 byte) { return byte < 0 || byte >= size; });
    return bytes;
}

/// Files by their path within the folder, with what they hold.
using Files = QMap<QString, QByteArray>;

Files filesIn(const QString &folder)
{
    Files files;
    const QDir home(folder);
    for (const QFileInfo &info :
         home.entryInfoList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name)) {
        QFile file(info.filePath());
        files.insert(info.fileName(), file.open(QIODevice::ReadOnly) ? file.readAll() : "?");
    }
    return files;
}

// Each writes a file of a content into a folder, and gives what went wrong, or nothing.

const QString draftAccount = u"account"_s;
const limits::Pair pair{u"0-1"_s, u"0-2"_s};

QString writeDraft(const QString &folder, int content)
{
    const std::vector<limits::DraftRow> rows(size_t(content), {u"1"_s, {}, u"2"_s});
    const auto saved = limits::DraftStore(folder).save(draftAccount, pair, rows);
    return saved ? QString() : saved.error();
}

QString writeSandbox(const QString &folder, int content)
{
    sandbox::LimitTable limits;
    for (qint32 typeId = 1; typeId <= content; ++typeId) {
        limits.emplace(sandbox::TypeKey{pair, limits::Category::UserDefined, typeId}, 5);
    }
    const auto saved = sandbox::StateFile(folder + u"/sandbox.json"_s).save(limits);
    return saved ? QString() : saved.error();
}

/// What the cache says in the log.
QString writeCache(const QString &folder, int content)
{
    static QString said;
    said.clear();
    live::CachedAccount account{{}, u"STANDARD"_s};
    for (int number = 0; number < content; ++number) {
        account.objectTypes.push_back({u"2-%1"_s.arg(number), u"One"_s, u"Many"_s});
    }
    const auto before = qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext &, const QString &message) { said = message; });
    live::AccountCache(folder).save(u"account"_s, account);
    qInstallMessageHandler(before);
    return said;
}

QString writeSettings(const QString &folder, int content)
{
    namespace keys = support::settings;
    support::Settings settings(folder + u"/settings.ini"_s);
    settings.setValue(keys::lastAccount, QString(content, u'a'));
    settings.setValue(keys::inputsPerRequest, 7);
    settings.setValue(keys::windowGeometry, QByteArray(content, '\1'));
    return {};
}

} // namespace

class TestWriteFailures : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void aFileIsThereWholeOrNot_data();
    void aFileIsThereWholeOrNot();
    void anExportIsThereWholeOrNot_data();
    void anExportIsThereWholeOrNot();
    void aBackupIsThereWholeOrNot();
    void aRecordIsThereWholeOrNot();
};

void TestWriteFailures::aFileIsThereWholeOrNot_data()
{
    QTest::addColumn<QString (*)(const QString &, int)>("write");
    QTest::addColumn<int>("content");
    QTest::addColumn<bool>("tells");
    // Less than Qt buffers, and more.
    QTest::newRow("draft") << &writeDraft << 3 << true;
    QTest::newRow("long draft") << &writeDraft << 1000 << true;
    QTest::newRow("account") << &writeCache << 3 << true;
    QTest::newRow("large account") << &writeCache << 1000 << true;
    QTest::newRow("sandbox") << &writeSandbox << 3 << true;
    QTest::newRow("full sandbox") << &writeSandbox << 1000 << true;
    QTest::newRow("settings") << &writeSettings << 30 << false;
    QTest::newRow("long settings") << &writeSettings << 12'000 << false;
}

void TestWriteFailures::aFileIsThereWholeOrNot()
{
    using Write = QString (*)(const QString &, int);
    QFETCH(const Write, write);
    QFETCH(const int, content);
    QFETCH(const bool, tells);
    const int other = content + 1; // of almost the same length
    Files before;
    Files after;
    {
        const QTemporaryDir home;
        QCOMPARE(write(home.path(), other), QString());
        before = filesIn(home.path());
        QCOMPARE(write(home.path(), content), QString());
        after = filesIn(home.path());
    }
    QCOMPARE(after.size(), 1);
    QVERIFY(before != after);
    const qint64 size = after.first().size();
    for (const bool isThere : {true, false}) {
        for (const qint64 room : classesOf(size)) {
            const QByteArray place = "with room for " + QByteArray::number(room) + " of " +
                                     QByteArray::number(size) + " bytes";
            const QTemporaryDir home;
            if (isThere) {
                QCOMPARE(write(home.path(), other), QString());
            }
            QString error;
            {
                const FullDisk disk(room);
                error = write(home.path(), content);
            }
            const Files left = filesIn(home.path());
            QVERIFY2(left == (isThere ? before : Files()), place.constData());
            QVERIFY2(!tells || error.contains(qt_error_string(EFBIG)),
                     (place + qPrintable(error)).constData());
            QCOMPARE(write(home.path(), content), QString());
            QCOMPARE(filesIn(home.path()), after);
        }
    }
    const QTemporaryDir home;
    // Settings are written twice, once with a mark at their end.
    const FullDisk disk(size + (tells ? 0 : 64));
    QCOMPARE(write(home.path(), content), QString());
    QCOMPARE(filesIn(home.path()), after);
}

namespace {

/// One whose disk is full from its first byte on.
class LateFile final : public exchange::RecordFile
{
public:
    LateFile(std::unique_ptr<exchange::RecordFile> format, qint64 room,
             std::optional<FullDisk> &disk)
        : m_format(std::move(format))
        , m_room(room)
        , m_disk(disk)
    {
    }
    [[nodiscard]] QByteArray begin(const QDateTime &exportedAt) override
    {
        m_disk.emplace(m_room);
        return m_format->begin(exportedAt);
    }
    [[nodiscard]] QByteArray record(const history::Record &record) override
    {
        return m_format->record(record);
    }
    [[nodiscard]] QByteArray end() override { return m_format->end(); }

private:
    std::unique_ptr<exchange::RecordFile> m_format;
    qint64 m_room;
    std::optional<FullDisk> &m_disk;
};

using Format = std::unique_ptr<exchange::RecordFile> (*)();

template<typename File> std::unique_ptr<exchange::RecordFile> make()
{
    return std::make_unique<File>();
}

history::Record recordOf(int number)
{
    history::Record record = tests::recordInFlight();
    record.state = history::Record::State::Interrupted;
    record.note = u"note %1"_s.arg(number);
    record.exchanges[0].body = QByteArray(20'000, 'x');
    return record;
}

} // namespace

void TestWriteFailures::anExportIsThereWholeOrNot_data()
{
    QTest::addColumn<Format>("format");
    QTest::newRow("JSON") << &make<exchange::JsonFile>;
    QTest::newRow("CSV") << &make<exchange::CsvFile>;
}

void TestWriteFailures::anExportIsThereWholeOrNot()
{
    QFETCH(const Format, format);
    const tests::FixedClock clock;
    const QTemporaryDir history;
    const auto store = Store::open(history.path(), clock);
    QVERIFY(store);
    for (int number = 0; number < 5; ++number) {
        QVERIFY((*store)->add(recordOf(number), {}));
    }
    const QTemporaryDir home;
    const QString path = home.filePath(u"export"_s);
    const auto exported = [&](qint64 room) {
        std::optional<FullDisk> disk;
        Exporter exporter(history.path(), clock, history::Filter(),
                          std::make_unique<LateFile>(format(), room, disk), path);
        std::optional<Exporter::Result> result;
        connect(&exporter, &Exporter::finished, &exporter,
                [&result](const Exporter::Result &came) { result = came; });
        exporter.start();
        std::ignore = QTest::qWaitFor([&result] { return result.has_value(); }, 60'000);
        disk.reset();
        return result;
    };
    const auto whole = exported(qint64(1) << 30);
    QVERIFY(whole && *whole);
    const qint64 size = QFileInfo(path).size();
    for (const bool isThere : {true, false}) {
        for (const qint64 room : classesOf(size)) {
            QFile::remove(path);
            if (isThere) {
                QFile file(path);
                QVERIFY(file.open(QIODevice::WriteOnly) && file.write("before") == 6);
            }
            const Files before = filesIn(home.path());
            const auto result = exported(room);
            QVERIFY(result && !*result);
            QCOMPARE(int(result->error().kind), int(exchange::ExportError::Kind::File));
            QVERIFY2(result->error().detail.contains(qt_error_string(EFBIG)),
                     qPrintable(result->error().detail));
            QVERIFY2(filesIn(home.path()) == before, QByteArray::number(room).constData());
        }
    }
    const auto justFits = exported(size);
    QVERIFY(justFits && *justFits);
    QCOMPARE(QFileInfo(path).size(), size);
}

void TestWriteFailures::aBackupIsThereWholeOrNot()
{
    const tests::FixedClock clock;
    const QTemporaryDir history;
    const auto store = Store::open(history.path(), clock);
    QVERIFY(store);
    for (int number = 0; number < 5; ++number) {
        QVERIFY((*store)->add(recordOf(number), {}));
    }
    const QTemporaryDir home;
    const QString path = home.filePath(u"backup.sqlite"_s);
    QVERIFY((*store)->backUp(path));
    const qint64 size = QFileInfo(path).size();
    QVERIFY(QFile::remove(path));
    for (const qint64 room : classesOf(size)) {
        std::optional<FullDisk> disk(room);
        const auto refused = (*store)->backUp(path);
        disk.reset();
        QVERIFY2(!refused, QByteArray::number(room).constData());
        QCOMPARE(int(refused.error().kind), int(history::StoreErrorKind::CannotWrite));
        QVERIFY(!refused.error().detail.isEmpty());
        QVERIFY2(filesIn(home.path()).isEmpty(), QByteArray::number(room).constData());
        QCOMPARE(*(*store)->count(), 5);
    }
    QVERIFY((*store)->backUp(path));
    QCOMPARE(QFileInfo(path).size(), size);
}

void TestWriteFailures::aRecordIsThereWholeOrNot()
{
    const tests::FixedClock clock;
    qint64 begin = 0;
    qint64 end = 0;
    const history::Record before = recordOf(1);
    const history::Record record = recordOf(2);
    const auto logIn = [](const QTemporaryDir &home) {
        return QFileInfo(home.filePath(u"history.sqlite-wal"_s)).size();
    };
    {
        const QTemporaryDir home;
        const auto store = Store::open(home.path(), clock);
        QVERIFY(store && (*store)->add(before, {}));
        begin = logIn(home);
        QVERIFY((*store)->add(record, {}));
        end = logIn(home);
    }
    QVERIFY(end > begin);
    for (const qint64 more : classesOf(end - begin)) {
        const QTemporaryDir home;
        {
            const auto store = Store::open(home.path(), clock);
            QVERIFY(store && (*store)->add(before, {}));
            std::optional<FullDisk> disk(begin + more);
            const auto added = (*store)->add(record, {});
            disk.reset();
            QVERIFY2(!added, QByteArray::number(more).constData());
            QCOMPARE(int(added.error().kind), int(history::StoreErrorKind::CannotWrite));
            QVERIFY(!added.error().detail.isEmpty());
            QCOMPARE(*(*store)->count(), 1);
        }
        const auto store = Store::open(home.path(), clock);
        QVERIFY(store && !(*store)->setAside());
        QCOMPARE(*(*store)->count(), 1);
        QVERIFY((*store)->read(before.id).value() == before);
        QVERIFY((*store)->add(record, {}));
        QVERIFY((*store)->read(record.id).value() == record);
        const QStringList faults = tests::faultsOf(home.path());
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }
}

TEST_MAIN(QCoreApplication, TestWriteFailures)
#include "tst_writefailures.moc"
