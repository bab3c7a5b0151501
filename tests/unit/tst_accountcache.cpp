#include "app/live/accountcache.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using live::AccountCache;
using live::CachedAccount;

namespace {

const CachedAccount pets{{{u"0-1"_s, u"Contact"_s, u"Contacts"_s},
                          {u"2-7001"_s, u"Pet"_s, u"H\u00e4ustiere"_s, u"p123_pets"_s},
                          {u"2-7002"_s, {}, {}}},
                         u"STANDARD"_s};
const CachedAccount contacts{{{u"0-1"_s, u"Contact"_s, u"Contacts"_s}}, {}};

} // namespace

class TestAccountCache : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keepsWhatWasSaved();
    void keepsAccountsApart();
    void isForTheOwnerAlone();
    void ignoresDamage_data();
    void ignoresDamage();
    void ignoresAnotherAccountsFile();
    void saysWhatCannotBeSaved();
    void forgets();

private:
    [[nodiscard]] QString folder() const { return m_home->filePath(u"data/accounts"_s); }
    [[nodiscard]] QString onlyFile() const
    {
        const QFileInfoList files = QDir(folder()).entryInfoList(QDir::Files);
        return files.size() == 1 ? files.front().filePath() : QString();
    }

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestAccountCache::init()
{
    StrictTest::init();
    m_home = std::make_unique<QTemporaryDir>();
}

void TestAccountCache::keepsWhatWasSaved()
{
    AccountCache cache(folder());
    QCOMPARE(cache.load(u"hubspot"_s), std::nullopt);
    QVERIFY(!QFileInfo::exists(folder()));
    cache.save(u"hubspot"_s, pets);
    QCOMPARE(cache.load(u"hubspot"_s), pets);
    QCOMPARE(AccountCache(folder()).load(u"hubspot"_s), pets);
    cache.save(u"hubspot"_s, contacts);
    QCOMPARE(AccountCache(folder()).load(u"hubspot"_s), contacts);
    QVERIFY(!onlyFile().isEmpty());
}

void TestAccountCache::keepsAccountsApart()
{
    AccountCache cache(folder());
    const QString strange = u"../hubspot@127.0.0.1:8080/\u00e4"_s;
    cache.save(u"hubspot"_s, pets);
    cache.save(strange, contacts);
    QCOMPARE(cache.load(u"hubspot"_s), pets);
    QCOMPARE(cache.load(strange), contacts);
    QCOMPARE(cache.load(u"HUBSPOT"_s), std::nullopt);
    QCOMPARE(QDir(folder()).entryList(QDir::Files).size(), 2);
}

void TestAccountCache::isForTheOwnerAlone()
{
    AccountCache(folder()).save(u"hubspot"_s, pets);
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                          QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(onlyFile()) & others));
    QVERIFY(!(QFile::permissions(folder()) & others));
}

void TestAccountCache::ignoresDamage_data()
{
    QTest::addColumn<std::function<QByteArray(QByteArray)>>("damage");
    const auto row = [](const char *name, std::function<QByteArray(QByteArray)> damage) {
        QTest::newRow(name) << std::move(damage);
    };
    const auto replaced = [&row](const char *name, const QByteArray &was, const QByteArray &is) {
        row(name, [was, is](QByteArray bytes) { return bytes.replace(was, is); });
    };
    row("empty", [](const QByteArray &) { return QByteArray(); });
    row("cut off", [](const QByteArray &bytes) { return bytes.chopped(9); });
    row("garbage", [](const QByteArray &) { return QByteArray("\x00\xff{", 3); });
    row("list", [](const QByteArray &bytes) { return '[' + bytes + ']'; });
    row("too large", [](const QByteArray &bytes) { return bytes + QByteArray(5'000'000, ' '); });
    replaced("a later version", R"("version":1)", R"("version":2)");
    replaced("no version", R"("version")", R"("was")");
    replaced("no types", R"("objectTypes")", R"("was")");
    replaced("no account type", R"("accountType")", R"("was")");
    replaced("account type", R"("STANDARD")", "5");
    replaced("type without an ID", R"("id":"2-7002")", R"("id":"")");
    replaced("wrong type", R"("plural":"Contacts")", R"("plural":7)");
    replaced("missing name", R"("plural":"Contacts",)", "");
    row("not an object", [](QByteArray bytes) {
        return bytes.replace(R"("objectTypes":[)", R"("objectTypes":["0-1",)");
    });
}

void TestAccountCache::ignoresDamage()
{
    QFETCH(std::function<QByteArray(QByteArray)>, damage);
    AccountCache cache(folder());
    cache.save(u"hubspot"_s, pets);
    QFile file(onlyFile());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray bytes = file.readAll();
    const QByteArray damaged = damage(bytes);
    QVERIFY(damaged != bytes);
    file.resize(0);
    file.seek(0);
    file.write(damaged);
    file.close();
    QCOMPARE(cache.load(u"hubspot"_s), std::nullopt);
    cache.save(u"hubspot"_s, contacts);
    QCOMPARE(cache.load(u"hubspot"_s), contacts);
    QVERIFY(!onlyFile().isEmpty());
}

void TestAccountCache::ignoresAnotherAccountsFile()
{
    AccountCache cache(folder());
    cache.save(u"other"_s, contacts);
    const QString other = onlyFile();
    cache.save(u"hubspot"_s, pets);
    for (const QFileInfo &file : QDir(folder()).entryInfoList(QDir::Files)) {
        if (file.filePath() != other) {
            QVERIFY(QFile::remove(file.filePath()));
            QVERIFY(QFile::copy(other, file.filePath()));
        }
    }
    QCOMPARE(cache.load(u"hubspot"_s), std::nullopt);
    QCOMPARE(cache.load(u"other"_s), contacts);
}

void TestAccountCache::saysWhatCannotBeSaved()
{
    QFile inTheWay(m_home->filePath(u"data"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    AccountCache cache(folder());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"the account is not cached: .+"_s));
    cache.save(u"hubspot"_s, pets);
    QCOMPARE(cache.load(u"hubspot"_s), std::nullopt);
}

void TestAccountCache::forgets()
{
    AccountCache cache(folder());
    cache.forget(u"hubspot"_s);
    cache.save(u"hubspot"_s, pets);
    const QString path = onlyFile();
    cache.save(u"other"_s, contacts);
    cache.forget(u"hubspot"_s);
    QCOMPARE(cache.load(u"hubspot"_s), std::nullopt);
    QVERIFY(!QFileInfo::exists(path));
    QCOMPARE(cache.load(u"other"_s), contacts);

    QVERIFY(QDir().mkpath(path)); // something is in the way that is no file
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"the account is still cached: .+"_s));
    cache.forget(u"hubspot"_s);
}

TEST_MAIN(QCoreApplication, TestAccountCache)
#include "tst_accountcache.moc"
