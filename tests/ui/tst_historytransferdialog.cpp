#include "app/history/store.h"
#include "app/submission/outcomes.h"
#include "tests/support/testmain.h"
#include "tests/unit/historyrecords.h"
#include "ui/history/markdownreport.h"
#include "ui/history/transfer.h"
#include "ui/history/transferdialog.h"
#include "ui/history/transfertext.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using exchange::Exporter;
using exchange::ExportError;
using exchange::Imported;
using exchange::Importer;
using exchange::ImportError;
using exchange::ReadError;
using exchange::ReadErrorKind;
using history::Filter;
using history::Record;
using limits::LiveLimit;
using support::Unexpected;
using ui::history::ExportDialog;
using ui::history::ExportFormat;
using ui::history::MarkdownReport;
using ui::history::Transfer;
using ui::history::TransferDialog;
using ui::widgets::Banner;
using ui::widgets::Message;
using ui::widgets::Tone;

Q_DECLARE_METATYPE(ui::widgets::Message)

namespace {

/// A limit that was stored and one that was refused.
Record someRecord()
{
    Record record = tests::recordInFlight();
    record.state = Record::State::Finished;
    record.createdAt = QDateTime({2026, 11, 3}, {14, 2, 0}); // local, as it is shown
    record.exchanges.pop_back();
    history::Exchange &exchange = record.exchanges[0];
    exchange.request.changes = {
        {limits::Category::HubSpotDefined, 1, 12'000, u"Primary company"_s, LiveLimit::of(3)},
        {limits::Category::UserDefined, 28, {}, u"Billing contact"_s, {}}};
    exchange.state = history::Exchange::State::Answered;
    api::Reply reply;
    reply.httpStatus = 207;
    reply.headers = {{"content-type", "application/json"}};
    reply.body = R"({"status":"COMPLETE","results":[)"
                 R"({"category":"HUBSPOT_DEFINED","typeId":1,"userEnforcedMaxToObjectIds":12000}],)"
                 R"("numErrors":1,"errors":[{"status":"error","message":"Type 28 is <b>odd</b>",)"
                 R"("context":{"typeId":["28"]}}]})";
    exchange.reply = reply;
    return record;
}

template<typename Widget> Widget *named(const QWidget &parent, const QString &name)
{
    for (auto *widget : parent.findChildren<Widget *>()) {
        if (widget->accessibleName() == name) {
            return widget;
        }
    }
    return nullptr;
}

} // namespace

class TestHistoryTransferDialog : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init();
    void cleanup();
    void aReportOfASubmission();
    void aReportTakesTextAsText_data();
    void aReportTakesTextAsText();
    void aReportNamesDirections();
    void theDialogOffersWhatIsThere_data();
    void theDialogOffersWhatIsThere();
    void theDialogIsUsedByKeyboard();
    void exportsByKeyboard();
    void importsByKeyboard();
    void eachFormat_data();
    void eachFormat();
    void aRefusalIsShown();
    void oneAtATime();
    void theWindowMayGoMeanwhile();
    void closingTheProgressStopsTheWork();
    void escStopsThenCloses();
    void progressCounts();
    void whatImportsSay_data();
    void whatImportsSay();
    void whatExportsSay_data();
    void whatExportsSay();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_home->filePath(name); }
    [[nodiscard]] QByteArray contents(const QString &name) const;
    /// The dialog of that kind that is shown now.
    template<typename Dialog> [[nodiscard]] Dialog *shown() const;
    /// Enters a path into the file dialog and presses Return.
    void enterPath(const QString &path) const;
    /// What the transfer's dialog says in the end.
    [[nodiscard]] QString resultText() const;

    tests::FixedClock m_clock;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QWidget> m_window;
    QUuid m_id;
    Transfer *m_transfer = nullptr; ///< of a history with one record
};

void TestHistoryTransferDialog::init()
{
    StrictTest::init();
    m_home = std::make_unique<QTemporaryDir>();
    const Record record = someRecord();
    m_id = record.id;
    const auto store = history::Store::open(file(u"store"_s), m_clock);
    QVERIFY(store);
    QVERIFY((*store)->import({{record, submission::countsOf(submission::outcomesOf(record))}}));
    m_window = std::make_unique<QWidget>();
    m_window->resize(800, 600);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_transfer = new Transfer(file(u"store"_s), m_clock, *m_window);
}

void TestHistoryTransferDialog::cleanup()
{
    m_window.reset();
    m_home.reset();
}

QByteArray TestHistoryTransferDialog::contents(const QString &name) const
{
    QFile read(file(name));
    return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray("cannot read");
}

template<typename Dialog> Dialog *TestHistoryTransferDialog::shown() const
{
    for (auto *dialog : m_window->findChildren<Dialog *>()) {
        if (dialog->isVisible()) {
            return dialog;
        }
    }
    return nullptr;
}

void TestHistoryTransferDialog::enterPath(const QString &path) const
{
    auto *dialog = shown<QFileDialog>();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    QVERIFY(name);
    name->setText(path); // typed, it would be completed in a popup
    QTest::keyClick(name, Qt::Key_Return);
}

QString TestHistoryTransferDialog::resultText() const
{
    const auto *dialog = shown<TransferDialog>();
    const auto *banner = dialog ? dialog->findChild<Banner *>() : nullptr;
    return banner && banner->isVisible() ? banner->text() : QString();
}

void TestHistoryTransferDialog::aReportOfASubmission()
{
    Record record = someRecord();
    record.note = u"Asked for by sales.\n- twice"_s;
    MarkdownReport report;
    const QString text = QString::fromUtf8(report.begin(QDateTime({2026, 11, 24}, {9, 5, 0})) +
                                           report.record(record) + report.end());
    QCOMPARE(text, uR"(# Submissions of association limits

Report of 24 Nov 2026 09:05

## 3 Nov 2026 14:02 · Contacts → Companies · Sandbox

1 stored, 1 failed

> Asked for by sales.  
> \- twice

| Label | Type ID | Before | Asked | Stored | Outcome | Message |
| --- | --: | --: | --: | --: | --- | --- |
| Primary company | 1 | 3 | 12,000 | 12,000 | Stored |  |
| Billing contact | 28 | – | Many | – | Failed | Type 28 is \<b\>odd\</b\> |
)"_s);
}

void TestHistoryTransferDialog::aReportTakesTextAsText_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("cell");
    QTest::newRow("pipe") << u"a|b"_s << u"a\\|b"_s;
    QTest::newRow("HTML") << u"<script>&amp;"_s << u"\\<script\\>\\&amp;"_s;
    QTest::newRow("emphasis") << u"*a* _b_ ~c~"_s << u"\\*a\\* \\_b\\_ \\~c\\~"_s;
    QTest::newRow("code") << u"`a`"_s << u"\\`a\\`"_s;
    QTest::newRow("link") << u"[a](b)"_s << u"\\[a\\](b)"_s;
    QTest::newRow("backslash") << u"a\\|b"_s << u"a\\\\\\|b"_s;
    QTest::newRow("line breaks") << u"a\r\nb\n\nc\u2028d"_s << u"a b c d"_s;
    QTest::newRow("heading") << u"# a"_s << u"\\# a"_s;
    QTest::newRow("German") << u"Größe"_s << u"Größe"_s;
    QTest::newRow("none") << QString() << u"–"_s;
}

void TestHistoryTransferDialog::aReportTakesTextAsText()
{
    QFETCH(const QString, label);
    QFETCH(const QString, cell);
    Record record = someRecord();
    record.exchanges[0].request.changes[0].label = label;
    record.accountName = label;
    record.fromName = label;
    const QStringList lines = QString::fromUtf8(MarkdownReport().record(record)).split(u'\n');
    QCOMPARE(lines.value(7), u"| %1 | 1 | 3 | 12,000 | 12,000 | Stored |  |"_s.arg(cell));
    if (!label.isEmpty()) {
        QCOMPARE(lines.value(1), u"## 3 Nov 2026 14:02 · %1 → Companies · %1"_s.arg(cell));
    }
    QCOMPARE(lines.size(), 10);
}

void TestHistoryTransferDialog::aReportNamesDirections()
{
    Record record = someRecord();
    record.exchanges.push_back(record.exchanges[0]);
    record.exchanges[1].request.pair = {u"0-2"_s, u"0-1"_s};
    const QString text = QString::fromUtf8(MarkdownReport().record(record));
    QVERIFY(text.contains("| Direction | Label |"_L1));
    QVERIFY(text.contains(u"| Contacts → Companies | Primary company |"_s));
    QVERIFY(text.contains(u"| Companies → Contacts | Primary company |"_s));
}

void TestHistoryTransferDialog::theDialogOffersWhatIsThere_data()
{
    QTest::addColumn<int>("shown");
    QTest::addColumn<int>("selected");
    QTest::addColumn<bool>("onlySelected");
    QTest::newRow("nothing") << 0 << 0 << false;
    QTest::newRow("none selected") << 312 << 0 << false;
    QTest::newRow("one selected to look at") << 312 << 1 << false;
    QTest::newRow("some selected") << 312 << 2 << true;
    QTest::newRow("selected, and filtered away") << 0 << 1 << true;
}

void TestHistoryTransferDialog::theDialogOffersWhatIsThere()
{
    QFETCH(const int, shown);
    QFETCH(const int, selected);
    QFETCH(const bool, onlySelected);
    std::vector<QUuid> ids(size_t(selected), m_id);
    const ExportDialog dialog({}, shown, ids);
    auto *all = named<QRadioButton>(dialog, u"All shown"_s);
    auto *only = named<QRadioButton>(dialog, u"Only selected"_s);
    QCOMPARE(all->text(), u"&All submissions (%1)"_s.arg(shown));
    QCOMPARE(only->text(), u"Only the &selected (%1)"_s.arg(selected));
    QCOMPARE(all->isEnabled(), shown > 0);
    QCOMPARE(only->isEnabled(), selected > 0);
    QCOMPARE(only->isChecked(), onlySelected);
    QCOMPARE(named<QPushButton>(dialog, u"Choose file"_s)->isEnabled(), shown + selected > 0);
    if (onlySelected) {
        QCOMPARE(std::get<std::vector<QUuid>>(dialog.choice().scope), ids);
    } else {
        QVERIFY(std::holds_alternative<Filter>(dialog.choice().scope));
    }
    QCOMPARE(int(dialog.choice().format), int(ExportFormat::Json));

    Filter filter;
    filter.text = u"deals"_s;
    const ExportDialog filtered(filter, shown, ids);
    QCOMPARE(named<QRadioButton>(filtered, u"All shown"_s)->text(),
             u"&All that the filter shows (%1)"_s.arg(shown));
}

void TestHistoryTransferDialog::theDialogIsUsedByKeyboard()
{
    Filter filter;
    filter.accountId = u"sandbox"_s;
    m_transfer->exportRecords(filter, 12, {m_id});
    auto *dialog = shown<ExportDialog>();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    // A shortcut presses its button for a moment before it takes effect.
    QTest::keyClick(dialog->windowHandle(), Qt::Key_M, Qt::AltModifier);
    QTRY_COMPARE(int(dialog->choice().format), int(ExportFormat::Markdown));
    QTest::keyClick(dialog->windowHandle(), Qt::Key_S, Qt::AltModifier);
    QTRY_VERIFY(std::holds_alternative<std::vector<QUuid>>(dialog->choice().scope));
    QTest::keyClick(dialog->windowHandle(), Qt::Key_A, Qt::AltModifier);
    QTRY_VERIFY(std::holds_alternative<Filter>(dialog->choice().scope));
    QVERIFY(std::get<Filter>(dialog->choice().scope) == filter);
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!shown<ExportDialog>());
    QVERIFY(!shown<QFileDialog>());
}

void TestHistoryTransferDialog::exportsByKeyboard()
{
    m_transfer->exportRecords({}, 1, {});
    QVERIFY(QTest::qWaitForWindowActive(shown<ExportDialog>()));
    QTest::keyClick(shown<ExportDialog>(), Qt::Key_Return);
    QTRY_VERIFY(shown<QFileDialog>());
    QCOMPARE(QFileInfo(shown<QFileDialog>()->selectedFiles().value(0)).fileName(),
             u"association-limits-history-%1.json"_s.arg(
                 m_clock.now().toLocalTime().date().toString(Qt::ISODate)));
    enterPath(file(u"mine"_s));
    QTRY_VERIFY(shown<TransferDialog>());
    QTRY_VERIFY(!resultText().isEmpty());
    QCOMPARE(resultText(), u"1 submission(s) exported.\n%1"_s.arg(
                               QDir::toNativeSeparators(file(u"mine.json"_s))));
    QVERIFY(contents(u"mine.json"_s).startsWith(R"({"format":"association-limits-history")"));
    QVERIFY(contents(u"mine.json"_s).contains(m_id.toByteArray(QUuid::WithoutBraces)));
    auto *dialog = shown<TransferDialog>();
    QVERIFY(named<QPushButton>(*dialog, u"Close"_s)->hasFocus());
    QTest::keyClick(named<QPushButton>(*dialog, u"Close"_s), Qt::Key_Return);
    QTRY_VERIFY(!shown<TransferDialog>());
}

void TestHistoryTransferDialog::importsByKeyboard()
{
    const QSignalSpy imported(m_transfer, &Transfer::imported);
    m_transfer->exportTo({Filter(), ExportFormat::Json}, file(u"file.json"_s));
    QTRY_VERIFY(!resultText().isEmpty());
    // The record is there already.
    m_transfer->importFrom(file(u"file.json"_s));
    QTRY_VERIFY(!resultText().isEmpty());
    QCOMPARE(resultText(), u"0 submission(s) added.\n1 submission(s) of the file were here already "
                           "and stay as they are."_s);
    QCOMPARE(imported.size(), 0);

    auto *other = new Transfer(file(u"other"_s), m_clock, *m_window);
    const QSignalSpy added(other, &Transfer::imported);
    shown<TransferDialog>()->reject();
    other->importRecords();
    QTRY_VERIFY(shown<QFileDialog>());
    enterPath(file(u"file.json"_s));
    QTRY_COMPARE(resultText(), u"1 submission(s) added."_s);
    QCOMPARE(added.size(), 1);
    QTest::keyClick(shown<TransferDialog>(), Qt::Key_Escape);
    QTRY_VERIFY(!shown<TransferDialog>());
}

void TestHistoryTransferDialog::eachFormat_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("json") << int(ExportFormat::Json) << QByteArray("{\"format\"");
    QTest::newRow("csv") << int(ExportFormat::Csv) << QByteArray("\xef\xbb\xbfSubmitted at");
    QTest::newRow("md") << int(ExportFormat::Markdown) << QByteArray("# Submissions");
}

void TestHistoryTransferDialog::eachFormat()
{
    QFETCH(const int, format);
    QFETCH(const QByteArray, begin);
    m_transfer->exportTo({std::vector<QUuid>{m_id}, ExportFormat(format)}, file(u"file"_s));
    QTRY_VERIFY(!resultText().isEmpty());
    QVERIFY(contents(u"file"_s).startsWith(begin));
    QVERIFY(contents(u"file"_s).contains("Primary company"));
    QCOMPARE(ui::history::suffixOf(ExportFormat(format)),
             QString::fromLatin1(QTest::currentDataTag()));
}

void TestHistoryTransferDialog::aRefusalIsShown()
{
    QFile damaged(file(u"damaged.json"_s));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(R"({"format":"association-limits-history","version":1,"records":[)"
                  "\n{\"id\":");
    damaged.close();
    m_transfer->importFrom(file(u"damaged.json"_s));
    QTRY_VERIFY(!resultText().isEmpty());
    QCOMPARE(resultText(), u"“damaged.json” was not imported.\n"
                           "Line 2: the file ends before the history does.\n"
                           "Nothing was added. It was not copied whole. Copy it again, or export "
                           "it again."_s);
}

void TestHistoryTransferDialog::oneAtATime()
{
    m_transfer->exportTo({Filter(), ExportFormat::Json}, file(u"first"_s));
    m_transfer->exportTo({Filter(), ExportFormat::Json}, file(u"second"_s));
    m_transfer->importFrom(file(u"first"_s));
    m_transfer->exportRecords({}, 1, {});
    m_transfer->importRecords();
    QVERIFY(!shown<ExportDialog>() && !shown<QFileDialog>());
    QTRY_VERIFY(!resultText().isEmpty());
    QCOMPARE(m_window->findChildren<TransferDialog *>().size(), 1);
    QVERIFY(QFile::exists(file(u"first"_s)));
    QVERIFY(!QFile::exists(file(u"second"_s)));
    m_transfer->exportTo({Filter(), ExportFormat::Json}, file(u"second"_s));
    QTRY_VERIFY(QFile::exists(file(u"second"_s)));
    QCOMPARE(m_window->findChildren<TransferDialog *>().size(), 1);
}

void TestHistoryTransferDialog::theWindowMayGoMeanwhile()
{
    m_transfer->exportTo({Filter(), ExportFormat::Json}, file(u"file"_s));
    m_window.reset();
    const QStringList files = QDir(m_home->path()).entryList(QDir::Files | QDir::Hidden);
    QVERIFY(files.isEmpty() || files == QStringList{u"file"_s}); // it may have been done already
}

void TestHistoryTransferDialog::closingTheProgressStopsTheWork()
{
    m_transfer->exportTo({Filter(), ExportFormat::Json}, file(u"file"_s));
    auto *dialog = shown<TransferDialog>();
    const QSignalSpy cancelled(dialog, &TransferDialog::cancelRequested);
    QVERIFY(dialog->close());
    QCOMPARE(cancelled.size(), 1);
    // The next one may begin once it has stopped.
    const auto begins = [this] {
        m_transfer->exportTo({Filter(), ExportFormat::Json}, file(u"next"_s));
        return shown<TransferDialog>() != nullptr;
    };
    QTRY_VERIFY(begins());
    QTRY_VERIFY(QFile::exists(file(u"next"_s)));
}

void TestHistoryTransferDialog::escStopsThenCloses()
{
    TransferDialog dialog(u"Export"_s, file(u"file"_s));
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    const QSignalSpy cancelled(&dialog, &TransferDialog::cancelRequested);
    auto *words = named<QLabel>(dialog, u"Transfer"_s);
    dialog.setProgress(u"1 of 2"_s, 1, 2);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(dialog.isVisible());
    QCOMPARE(words->text(), u"Stopping"_s);
    dialog.setProgress(u"2 of 2"_s, 2, 2);
    QCOMPARE(words->text(), u"Stopping"_s);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(dialog.isVisible());
    dialog.setResult({Tone::Info, u"It was stopped."_s, {}, {}, {}, {}});
    QCOMPARE(dialog.findChild<Banner *>()->text(), u"It was stopped."_s);
    QVERIFY(!named<QPushButton>(dialog, u"Cancel"_s)->isVisible());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(cancelled.size(), 1);
}

void TestHistoryTransferDialog::progressCounts()
{
    TransferDialog dialog(u"Export"_s, file(u"file"_s));
    dialog.show();
    auto *bar = named<QProgressBar>(dialog, u"Transfer progress"_s);
    QCOMPARE(bar->maximum(), 0);
    dialog.setProgress(ui::history::exportProgressText(0, 0), 0, 0);
    QCOMPARE(bar->maximum(), 0);
    QCOMPARE(named<QLabel>(dialog, u"Transfer"_s)->text(), u"Looking for the submissions"_s);
    dialog.setProgress(ui::history::exportProgressText(1200, 5000), 1200, 5000);
    QCOMPARE(bar->maximum(), 5000);
    QCOMPARE(bar->value(), 1200);
    QCOMPARE(named<QLabel>(dialog, u"Transfer"_s)->text(),
             u"1,200 of 5,000 submission(s) exported"_s);
    QCOMPARE(ui::history::importProgressText(1200, 0),
             u"Checking the file: 1,200 submission(s) read"_s);
    QCOMPARE(ui::history::importProgressText(1200, 5000),
             u"1,200 of 5,000 submission(s) taken in"_s);
}

void TestHistoryTransferDialog::whatImportsSay_data()
{
    QTest::addColumn<Message>("message");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("next"); // it begins so
    const auto row = [](const char *name, const Importer::Result &result, const QString &title,
                        const QString &words, const QString &next) {
        QTest::newRow(name) << ui::history::importMessage(result, u"/home/x/a & b.json"_s) << title
                            << words << next;
    };
    const auto file = [](ReadErrorKind kind, const QString &detail = {},
                         const QStringList &problems = {}, int count = 0) {
        return Unexpected{ImportError{
            ImportError::Kind::File, {kind, {1234, 56}, detail, problems, count}, {}, {}}};
    };
    const QString refused = u"“a & b.json” was not imported."_s;
    row("added", Imported{12, 0}, u"12 submission(s) added."_s, {}, {});
    row("added, some there", Imported{12, 3}, u"12 submission(s) added."_s,
        u"3 submission(s) of the file were here already and stay as they are."_s, {});
    row("cannot read", file(ReadErrorKind::CannotRead, u"No such file"_s), refused,
        u"No such file"_s, u"Nothing was added. Check that the file is there"_s);
    row("foreign", file(ReadErrorKind::Foreign), refused,
        u"It is no history that this program exported as JSON."_s,
        u"Nothing was added. Choose a file"_s);
    row("newer", file(ReadErrorKind::NewerVersion), refused,
        u"A newer version of this program exported it."_s,
        u"Nothing was added. Update this program"_s);
    row("not JSON", file(ReadErrorKind::NotJson), refused,
        u"Line 1,234, column 56: from here on it is not JSON."_s,
        u"Nothing was added. The file is damaged"_s);
    row("not JSON, in Qt's words", file(ReadErrorKind::NotJson, u"illegal value"_s), refused,
        u"Line 1,234, column 56: from here on it is not JSON. (illegal value)"_s,
        u"Nothing was added. The file is damaged"_s);
    row("ends early", file(ReadErrorKind::EndsEarly), refused,
        u"Line 1,234: the file ends before the history does."_s,
        u"Nothing was added. It was not copied whole."_s);
    row("too large", file(ReadErrorKind::TooLarge), refused,
        u"Line 1,234: a submission is larger than this program can read."_s,
        u"Nothing was added. The file is damaged"_s);
    row("wrong fields",
        file(ReadErrorKind::WrongFields, {}, {u"records[3].exchanges[0].sentAt: missing"_s}, 3),
        refused,
        u"Line 1,234: a submission cannot be read.\nrecords[3].exchanges[0].sentAt: missing\n"
        "and 2 more"_s,
        u"Nothing was added. The file is damaged"_s);
    row("cancelled", Unexpected{ImportError{ImportError::Kind::Cancelled, {}, {}, {}}},
        u"The import was stopped."_s, u"Nothing was added."_s, {});
    row("cancelled midway", Unexpected{ImportError{ImportError::Kind::Cancelled, {}, {}, {400, 0}}},
        u"The import was stopped."_s,
        u"400 submission(s) were added before that. Import the file again to add the rest; none "
        "is added twice."_s,
        {});
    row("disk full",
        Unexpected{ImportError{ImportError::Kind::Store,
                               {},
                               {history::StoreErrorKind::CannotWrite, u"disk full"_s},
                               {200, 1}}},
        u"“a & b.json” was not imported to its end."_s,
        u"The history can't be written: disk full"_s,
        u"200 submission(s) were added before that."_s);
    row("newer store",
        Unexpected{ImportError{
            ImportError::Kind::Store, {}, {history::StoreErrorKind::NewerVersion, {}}, {}}},
        refused,
        u"A newer version of this program wrote the history. It can be looked at, but not changed "
        "here."_s,
        u"Nothing was added. Use that version."_s);
}

void TestHistoryTransferDialog::whatImportsSay()
{
    QFETCH(const Message, message);
    QFETCH(const QString, title);
    QFETCH(const QString, words);
    QFETCH(const QString, next);
    QCOMPARE(message.title, title);
    QCOMPARE(message.words, words);
    QVERIFY2(message.next.startsWith(next) && message.next.isEmpty() == next.isEmpty(),
             qPrintable(message.next));
}

void TestHistoryTransferDialog::whatExportsSay_data()
{
    QTest::addColumn<Message>("message");
    QTest::addColumn<int>("tone");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const Exporter::Result &result, Tone tone,
                        const QString &title, const QString &words) {
        QTest::newRow(name) << ui::history::exportMessage(result, u"/x/file.csv"_s) << int(tone)
                            << title << words;
    };
    const QString path = QDir::toNativeSeparators(u"/x/file.csv"_s);
    row("done", exchange::Exported{312, 0}, Tone::Good, u"312 submission(s) exported."_s, path);
    row("some unreadable", exchange::Exported{310, 2}, Tone::Warning,
        u"310 submission(s) exported."_s, path);
    row("cancelled", Unexpected{ExportError{ExportError::Kind::Cancelled, {}, {}}}, Tone::Info,
        u"The export was stopped."_s, u"No file was written."_s);
    row("disk full", Unexpected{ExportError{ExportError::Kind::File, {}, u"disk full"_s}},
        Tone::Bad, u"The file could not be written."_s, u"disk full"_s);
    row("no store",
        Unexpected{ExportError{
            ExportError::Kind::Store, {history::StoreErrorKind::CannotOpen, u"gone"_s}, {}}},
        Tone::Bad, u"Nothing was exported."_s, u"The history can't be read: gone"_s);
}

void TestHistoryTransferDialog::whatExportsSay()
{
    QFETCH(const Message, message);
    QFETCH(const int, tone);
    QFETCH(const QString, title);
    QFETCH(const QString, words);
    QCOMPARE(message.title, title);
    QCOMPARE(message.words, words);
    QCOMPARE(int(message.tone), tone);
    QCOMPARE(message.next.isEmpty(), message.tone == Tone::Good || message.tone == Tone::Info);
}

TEST_MAIN(QApplication, TestHistoryTransferDialog)
#include "tst_historytransferdialog.moc"
