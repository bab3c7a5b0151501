#include "app/support/settings.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Settings;
namespace keys = support::settings;

class TestSettings : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void defaults();
    void valuesComeBack();
    void listsOfAnyLengthComeBack_data();
    void listsOfAnyLengthComeBack();
    void recentItemsAreNewestFirst();
    void numbersOutOfBounds_data();
    void numbersOutOfBounds();
    void wrongTypes();
    void anotherFileFormat_data();
    void anotherFileFormat();
    void theFileIsInTheConfigFolder();

private:
    void write(const QByteArray &bytes) const;
    static void expectDefaults(const Settings &settings);

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_path;
};

void TestSettings::init()
{
    StrictTest::init();
    m_home = std::make_unique<QTemporaryDir>();
    m_path = m_home->filePath(u"settings.ini"_s);
}

void TestSettings::write(const QByteArray &bytes) const
{
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void TestSettings::expectDefaults(const Settings &settings)
{
    QCOMPARE(settings.value(keys::windowGeometry), QByteArray());
    QCOMPARE(settings.value(keys::language), QString());
    QCOMPARE(settings.value(keys::lastAccount), QString());
    QCOMPARE(settings.value(keys::recentPairs), QStringList());
    QCOMPARE(settings.value(keys::inputsPerRequest), 100);
    QCOMPARE(settings.value(keys::idleTimeoutSeconds), 30);
    QCOMPARE(settings.value(keys::totalTimeoutSeconds), 120);
}

void TestSettings::defaults()
{
    expectDefaults(Settings(m_path));
    QVERIFY(!QFile::exists(m_path));
}

void TestSettings::valuesComeBack()
{
    QByteArray geometry;
    for (int byte = 0; byte < 256; ++byte) {
        geometry.append(char(byte));
    }
    {
        Settings settings(m_path);
        settings.setValue(keys::windowGeometry, geometry);
        settings.setValue(keys::lastAccount, u"a, b = \u00e4; \"c\" @x"_s);
        settings.setValue(keys::lastFrom, u"0-1"_s);
        settings.setValue(keys::inputsPerRequest, 7);
        QCOMPARE(settings.value(keys::inputsPerRequest), 7);
    }
    const Settings settings(m_path);
    QCOMPARE(settings.value(keys::windowGeometry), geometry);
    QCOMPARE(settings.value(keys::lastAccount), u"a, b = \u00e4; \"c\" @x"_s);
    QCOMPARE(settings.value(keys::lastFrom), u"0-1"_s);
    QCOMPARE(settings.value(keys::lastTo), QString());
    QCOMPARE(settings.value(keys::inputsPerRequest), 7);
}

void TestSettings::listsOfAnyLengthComeBack_data()
{
    QTest::addColumn<QStringList>("list");
    QTest::newRow("none") << QStringList();
    QTest::newRow("one") << QStringList{u"0-1 0-2"_s};
    QTest::newRow("one with a comma") << QStringList{u"a,b"_s};
    QTest::newRow("eight") << u"a,b,c,d,e,f,g,h"_s.split(u',');
    QTest::newRow("nine") << u"a,b,c,d,e,f,g,h,i"_s.split(u',');
}

void TestSettings::listsOfAnyLengthComeBack()
{
    QFETCH(const QStringList, list);
    Settings(m_path).setValue(keys::recentPairs, list);
    QCOMPARE(Settings(m_path).value(keys::recentPairs), list.mid(0, 8));
}

void TestSettings::recentItemsAreNewestFirst()
{
    Settings settings(m_path);
    for (const QString &item : u"a b c a d e f g h i"_s.split(u' ')) {
        settings.prepend(keys::recentPairs, item);
    }
    QCOMPARE(settings.value(keys::recentPairs), u"i h g f e d a c"_s.split(u' '));
}

void TestSettings::numbersOutOfBounds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("value");
    QTest::newRow("lowest") << QByteArray("1") << 1;
    QTest::newRow("highest") << QByteArray("1000") << 1000;
    QTest::newRow("too low") << QByteArray("0") << 100;
    QTest::newRow("too high") << QByteArray("1001") << 100;
    QTest::newRow("negative") << QByteArray("-5") << 100;
    QTest::newRow("a fraction") << QByteArray("5.5") << 100;
    QTest::newRow("a word") << QByteArray("many") << 100;
    QTest::newRow("nothing") << QByteArray("") << 100;
    QTest::newRow("beyond int") << QByteArray("99999999999999999999") << 100;
    QTest::newRow("a list") << QByteArray("1, 2") << 100;
    QTest::newRow("bytes") << QByteArray("@ByteArray(x)") << 100;
}

void TestSettings::numbersOutOfBounds()
{
    QFETCH(const QByteArray, text);
    write("[submission]\ninputsPerRequest=" + text + "\n");
    QTEST(Settings(m_path).value(keys::inputsPerRequest), "value");
}

void TestSettings::wrongTypes()
{
    write("[window]\ngeometry=text\nlanguage=a, b\n"
          "[last]\naccount=@ByteArray(x)\npairs=@ByteArray(x)\n");
    expectDefaults(Settings(m_path));
}

void TestSettings::anotherFileFormat_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no section") << QByteArray("window geometry 12");
    QTest::newRow("half a section") << QByteArray("[window\ngeometry=@ByteArray(x");
    QTest::newRow("rubbish") << (QByteArray(2, '\0') + "\xff\xfe[\x80]=%zz\\x\n").repeated(500);
    QTest::newRow("a value QVariant cannot read")
        << QByteArray("[window]\ngeometry=@Variant(\\0\\0\\0\\x7f)\n");
}

void TestSettings::anotherFileFormat()
{
    QFETCH(const QByteArray, bytes);
    if (bytes.contains("@Variant")) {
        QTest::ignoreMessage(QtWarningMsg, "QVariant::load: unknown user type with name .");
    }
    write(bytes);
    expectDefaults(Settings(m_path));
    Settings(m_path).setValue(keys::lastTo, u"0-2"_s);
}

void TestSettings::theFileIsInTheConfigFolder()
{
    Settings().setValue(keys::lastTo, u"0-2"_s);
    QVERIFY(QFile::exists(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
                          u"/settings.ini"_s));
    QCOMPARE(Settings().value(keys::lastTo), u"0-2"_s);
}

TEST_MAIN(QCoreApplication, TestSettings)
#include "tst_settings.moc"
