#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

#include <algorithm>
#include <map>
#include <optional>

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    QString source;
    QString state; ///< empty: finished; else "unfinished", "vanished" or "obsolete"
    bool isPlural = false;
    QStringList translations; ///< one, or one per form of the plural
};

/// By what tr() looks a text up: context, source and comment.
using Texts = std::map<QString, Text>;

Text readMessage(QXmlStreamReader &xml, QString &comment)
{
    Text text;
    text.isPlural = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            text.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            comment = xml.readElementText();
        } else if (xml.name() != "translation"_L1) {
            xml.skipCurrentElement();
        } else {
            text.state = xml.attributes().value("type"_L1).toString();
            if (!text.isPlural) {
                text.translations.append(xml.readElementText());
                continue;
            }
            while (xml.readNextStartElement()) {
                text.translations.append(xml.readElementText());
            }
        }
    }
    return text;
}

/// Nothing where the file cannot be read.
std::optional<Texts> readTexts(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    Texts texts;
    QXmlStreamReader xml(&file);
    xml.readNextStartElement(); // TS
    while (xml.readNextStartElement()) {
        if (xml.name() != "context"_L1) {
            xml.skipCurrentElement();
            continue;
        }
        QString context;
        while (xml.readNextStartElement()) {
            if (xml.name() == "name"_L1) {
                context = xml.readElementText();
            } else if (xml.name() == "message"_L1) {
                QString comment;
                const Text text = readMessage(xml, comment);
                texts[u"%1: “%2” %3"_s.arg(context, text.source, comment).trimmed()] = text;
            } else {
                xml.skipCurrentElement();
            }
        }
    }
    return xml.hasError() ? std::nullopt : std::optional(texts);
}

QStringList onlyIn(const Texts &texts, const Texts &others)
{
    QStringList keys;
    for (const auto &[key, text] : texts) {
        if (!others.contains(key)) {
            keys.append(key);
        }
    }
    return keys;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%L?(\\d+|n)"_s);
    QStringList found;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        found.append(matches.next().captured());
    }
    found.sort();
    return found;
}

} // namespace

class TranslationsTest : public tests::StrictTest
{
    Q_OBJECT

private Q_SLOTS:
    void isComplete_data() { files(); }
    void isComplete();
    void isInStep_data() { files(); }
    void isInStep();
    void keepsWhatTheProgramReads_data() { files(); }
    void keepsWhatTheProgramReads();
    void isInTheProgram_data();
    void isInTheProgram();

private:
    static void files()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("options");
        QTest::addRow("de") << u"association-limits_de.ts"_s << QStringList();
        QTest::addRow("en") << u"association-limits_en.ts"_s << QStringList(u"-pluralonly"_s);
    }

    static QString path(const QString &name)
    {
        return QStringLiteral(SOURCE_DIR "/resources/translations/") + name;
    }
};

void TranslationsTest::isComplete()
{
    QFETCH(const QString, name);
    const auto texts = readTexts(path(name));
    QVERIFY(texts && !texts->empty());
    for (const auto &[key, text] : *texts) {
        QVERIFY2(text.state.isEmpty(), qUtf8Printable(text.state + u": "_s + key));
        QVERIFY2(text.translations.size() == (text.isPlural ? 2 : 1), qUtf8Printable(key));
        QVERIFY2(std::ranges::none_of(text.translations, &QString::isEmpty), qUtf8Printable(key));
    }
}

void TranslationsTest::isInStep()
{
    QFETCH(const QString, name);
    QFETCH(const QStringList, options);
    const QTemporaryDir folder;
    const QString copy = folder.filePath(name);
    QVERIFY(QFile::copy(path(name), copy));
    QVERIFY(QFile(copy).setPermissions(QFile::ReadOwner | QFile::WriteOwner));

    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(SOURCE_DIR));
    lupdate.start(QStringLiteral(LUPDATE),
                  QStringList{u"-silent"_s, u"app"_s, u"ui"_s, u"-I"_s, u"."_s, u"-no-obsolete"_s} +
                      options + QStringList{u"-ts"_s, copy});
    QVERIFY(lupdate.waitForFinished(60000));
    QCOMPARE(lupdate.exitCode(), 0);
    // A class that it does not understand gets a context that the program never asks for.
    const QByteArray complaints = lupdate.readAllStandardError();
    QVERIFY2(!complaints.contains("unknown namespace/class"), complaints.constData());

    const auto held = readTexts(path(name));
    const auto wanted = readTexts(copy);
    QVERIFY(held && wanted);
    // Building update_translations puts both right but for the translating.
    QCOMPARE(onlyIn(*wanted, *held).join(u'\n'), QString());
    QCOMPARE(onlyIn(*held, *wanted).join(u'\n'), QString());
}

void TranslationsTest::keepsWhatTheProgramReads()
{
    QFETCH(const QString, name);
    const auto texts = readTexts(path(name));
    QVERIFY(texts);
    for (const auto &[key, text] : *texts) {
        for (const QString &translation : text.translations) {
            const QString both = key + u" -> “"_s + translation + u'”';
            QVERIFY2(placeholders(translation) == placeholders(text.source), qUtf8Printable(both));
            QVERIFY2(translation.count(u'&') == text.source.count(u'&'), qUtf8Printable(both));
            QVERIFY2(translation.count(u'\n') == text.source.count(u'\n'), qUtf8Printable(both));
            QVERIFY2(!translation.contains(u'"') && !translation.contains(u'\''),
                     qUtf8Printable(both));
        }
    }
}

void TranslationsTest::isInTheProgram_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("two");
    QTest::addColumn<QString>("name");
    QTest::addRow("de") << u"de"_s << u"1 erfordert Ihre Aufmerksamkeit."_s
                        << u"2 erfordern Ihre Aufmerksamkeit."_s << u"Sandbox zurücksetzen…"_s;
    QTest::addRow("en") << u"en"_s << u"1 needs your attention."_s << u"2 need your attention."_s
                        << u"Reset sandbox…"_s;
}

void TranslationsTest::isInTheProgram()
{
    QFETCH(const QString, language);
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/association-limits_"_s + language));
    QVERIFY(QCoreApplication::installTranslator(&translator));
    const auto attention = [](int count) {
        return QCoreApplication::translate("SubmitText", "%Ln need(s) your attention.", nullptr,
                                           count);
    };
    QTEST(attention(1), "one");
    QTEST(attention(2), "two");
    QTEST(QCoreApplication::translate("ui::accounts::AccountStrip", "Reset sandbox…"), "name");
}

TEST_MAIN(QCoreApplication, TranslationsTest)

#include "tst_translations.moc"
