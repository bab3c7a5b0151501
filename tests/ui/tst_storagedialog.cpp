#include "tests/support/testmain.h"
#include "tests/ui/historyhome.h"
#include "ui/history/retentionsettings.h"
#include "ui/history/storagedialog.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using history::Job;
using history::Record;
using history::Store;
using tests::HistoryHome;
using ui::history::StorageDialog;
namespace settings = support::settings;

class TestStorageDialog : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init();
    void cleanup();
    void saysHowBig();
    void everythingIsKeptByDefault();
    void saysBeforehandWhatGoes();
    void removesAtOnce();
    void okClosesWhenItIsDone();
    void cancelRemovesNothing();
    void remembersMonthsAndMegabytes();
    void compacts();
    void backsUp();
    void asksBeforeItReplaces();
    void doesNotReplaceTheHistory();
    void closesAfterTheWork();
    void retentionAtStart();

private:
    /// Three old ones, one of them pinned, and one of now.
    void addOld();
    void open();
    [[nodiscard]] bool waitUntilFound() const
    {
        return QTest::qWaitFor([this] { return standard(QDialogButtonBox::Ok)->isEnabled(); });
    }
    template<typename Widget> [[nodiscard]] Widget *find(QLatin1StringView name) const
    {
        for (auto *widget : m_dialog->findChildren<Widget *>()) {
            if (widget->accessibleName() == name) {
                return widget;
            }
        }
        return nullptr;
    }
    [[nodiscard]] QPushButton *standard(QDialogButtonBox::StandardButton which) const
    {
        return m_dialog->findChild<QDialogButtonBox *>()->button(which);
    }
    [[nodiscard]] QString wouldRemove() const { return find<QLabel>("Would remove"_L1)->text(); }
    [[nodiscard]] QString message() const
    {
        const auto *banner = m_dialog->findChild<ui::widgets::Banner *>();
        return banner->isVisible() ? banner->text() : QString();
    }
    [[nodiscard]] qint64 records() const { return m_home->store->usage()->records; }
    /// Chooses a file to back up to, as the file dialog tells it.
    void chooseFile(const QString &path) const
    {
        find<QPushButton>("Back up"_L1)->click();
        auto *files = m_dialog->findChild<QFileDialog *>();
        QVERIFY(files && files->isVisible());
        Q_EMIT files->fileSelected(path);
        files->reject();
    }

    std::unique_ptr<HistoryHome> m_home;
    std::unique_ptr<QTemporaryDir> m_elsewhere;
    std::unique_ptr<StorageDialog> m_dialog;
};

void TestStorageDialog::init()
{
    StrictTest::init();
    m_home = std::make_unique<HistoryHome>();
    m_elsewhere = std::make_unique<QTemporaryDir>();
}

void TestStorageDialog::cleanup()
{
    m_dialog.reset();
    m_home.reset();
    m_elsewhere.reset();
}

void TestStorageDialog::addOld()
{
    const auto secondsTo = [this](const QDate &day) {
        return QDateTime(day, QTime(12, 0)).secsTo(m_home->clock.now());
    };
    for (const QDate day : {QDate(2023, 11, 3), QDate(2024, 1, 4), QDate(2024, 2, 1)}) {
        Record record = m_home->made(secondsTo(day));
        record.pinned = day.month() == 2;
        m_home->add(record);
    }
    m_home->add(m_home->made(0));
}

void TestStorageDialog::open()
{
    m_dialog = std::make_unique<StorageDialog>(*m_home->store, m_home->clock, m_home->settings);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    QVERIFY(waitUntilFound());
}

void TestStorageDialog::saysHowBig()
{
    addOld();
    open();
    QCOMPARE(find<QLabel>("Number of submissions"_L1)->text(), u"4, 1 pinned"_s);
    const QString size = find<QLabel>("Size of the history"_L1)->text();
    QVERIFY2(size.contains(u"kB"_s) && size.contains(u"free"_s), qPrintable(size));
}

void TestStorageDialog::everythingIsKeptByDefault()
{
    addOld();
    open();
    QVERIFY(!find<QCheckBox>("Remove old submissions"_L1)->isChecked());
    QVERIFY(!find<QCheckBox>("Keep the store small"_L1)->isChecked());
    QVERIFY(!find<QSpinBox>("Age"_L1)->isEnabled());
    QVERIFY(!find<QSpinBox>("Megabytes"_L1)->isEnabled());
    QCOMPARE(wouldRemove(), u"Nothing is removed by itself."_s);
    standard(QDialogButtonBox::Ok)->click();
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(records(), 4);
}

void TestStorageDialog::saysBeforehandWhatGoes()
{
    addOld();
    open();
    find<QCheckBox>("Remove old submissions"_L1)->setChecked(true);
    QVERIFY(!standard(QDialogButtonBox::Ok)->isEnabled()); // not before it is known
    QTRY_COMPARE(wouldRemove(),
                 u"Would remove 2 submissions from 3 Nov 2023 to 4 Jan 2024. Pinned ones stay."_s);
    // However fast somebody changes it, it is what stands there last.
    for (const int months : {25, 26, 30, 35}) {
        find<QSpinBox>("Age"_L1)->setValue(months);
    }
    QCOMPARE(wouldRemove(), u"Counting…"_s);
    QTRY_COMPARE(wouldRemove(), u"Would remove 1 submissions of 3 Nov 2023. Pinned ones stay."_s);
    find<QSpinBox>("Age"_L1)->setValue(40);
    QTRY_COMPARE(wouldRemove(), u"Would remove nothing now."_s);
    QCOMPARE(records(), 4);
}

void TestStorageDialog::removesAtOnce()
{
    addOld();
    open();
    const QSignalSpy written(m_dialog.get(), &StorageDialog::written);
    find<QCheckBox>("Remove old submissions"_L1)->setChecked(true);
    find<QComboBox>("Unit of the age"_L1)->setCurrentIndex(0);
    find<QSpinBox>("Age"_L1)->setValue(100);
    QVERIFY(waitUntilFound());
    standard(QDialogButtonBox::Apply)->click();
    QTRY_COMPARE(written.size(), 1);
    QCOMPARE(records(), 2);
    QVERIFY(m_dialog->isVisible());
    QTRY_COMPARE(wouldRemove(), u"Would remove nothing now."_s);
    QCOMPARE(m_home->settings.value(settings::historyKeepDays), 100);
    QCOMPARE(m_home->settings.value(settings::historyKeepMegabytes), 0);
}

void TestStorageDialog::okClosesWhenItIsDone()
{
    addOld();
    open();
    find<QCheckBox>("Remove old submissions"_L1)->setChecked(true);
    QVERIFY(waitUntilFound());
    standard(QDialogButtonBox::Ok)->click();
    QVERIFY(m_dialog->isVisible());
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
    QCOMPARE(records(), 2);
}

void TestStorageDialog::cancelRemovesNothing()
{
    addOld();
    open();
    find<QCheckBox>("Remove old submissions"_L1)->setChecked(true);
    QVERIFY(waitUntilFound());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(records(), 4);
    QCOMPARE(m_home->settings.value(settings::historyKeepDays), 0);
}

void TestStorageDialog::remembersMonthsAndMegabytes()
{
    open();
    find<QCheckBox>("Remove old submissions"_L1)->setChecked(true);
    find<QSpinBox>("Age"_L1)->setValue(12);
    find<QCheckBox>("Keep the store small"_L1)->setChecked(true);
    find<QSpinBox>("Megabytes"_L1)->setValue(250);
    QVERIFY(waitUntilFound());
    standard(QDialogButtonBox::Ok)->click();
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_home->settings.value(settings::historyKeepDays), 365);
    QCOMPARE(m_home->settings.value(settings::historyKeepMegabytes), 250);
    open();
    QVERIFY(find<QCheckBox>("Remove old submissions"_L1)->isChecked());
    QCOMPARE(find<QSpinBox>("Age"_L1)->value(), 12);
    QCOMPARE(find<QComboBox>("Unit of the age"_L1)->currentText(), u"months"_s);
    QCOMPARE(find<QSpinBox>("Megabytes"_L1)->value(), 250);
    find<QCheckBox>("Remove old submissions"_L1)->setChecked(false);
    QVERIFY(waitUntilFound());
    standard(QDialogButtonBox::Apply)->click();
    QCOMPARE(m_home->settings.value(settings::historyKeepDays), 0);
}

void TestStorageDialog::compacts()
{
    const std::vector<QUuid> ids = m_home->addMany(500);
    QVERIFY(m_home->store->remove(ids));
    open();
    QPushButton *compact = find<QPushButton>("Compact"_L1);
    compact->click();
    QVERIFY(!compact->isEnabled());
    QVERIFY(!find<QPushButton>("Back up"_L1)->isEnabled());
    QTRY_VERIFY(message().contains(u"less now"_s));
    QTRY_VERIFY(compact->isEnabled());
    QVERIFY(m_home->store->usage()->free < 100000);
}

void TestStorageDialog::backsUp()
{
    addOld();
    open();
    const QString path = m_elsewhere->filePath(u"copy.sqlite"_s);
    chooseFile(path);
    QTRY_VERIFY(message().contains(path));
    QVERIFY(QDir(m_elsewhere->path()).mkdir(u"again"_s));
    QVERIFY(QFile::copy(path, m_elsewhere->filePath(u"again/history.sqlite"_s)));
    const auto copy = Store::open(m_elsewhere->filePath(u"again"_s), m_home->clock);
    QVERIFY(copy);
    QCOMPARE((*copy)->usage()->records, 4);
}

void TestStorageDialog::asksBeforeItReplaces()
{
    addOld();
    open();
    const QString path = m_elsewhere->filePath(u"copy.sqlite"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("old") == 3);
    file.close();
    for (const bool replaces : {false, true}) {
        chooseFile(path);
        auto *box = m_dialog->findChild<QMessageBox *>();
        QVERIFY(box && box->isVisible());
        const auto buttons = box->buttons();
        const auto button = std::ranges::find_if(buttons, [replaces](const QAbstractButton *some) {
            return some->text() == (replaces ? u"&Replace"_s : u"Cancel"_s);
        });
        QVERIFY(button != buttons.end());
        (*button)->click();
        QTRY_VERIFY(m_dialog->findChild<QMessageBox *>() == nullptr);
        QVERIFY(replaces || QFileInfo(path).size() == 3);
    }
    QTRY_VERIFY(message().contains(path));
    QVERIFY(QFileInfo(path).size() > 3);
    QCOMPARE(QDir(m_elsewhere->path()).entryList(QDir::Files), QStringList{u"copy.sqlite"_s});
}

void TestStorageDialog::doesNotReplaceTheHistory()
{
    addOld();
    open();
    chooseFile(m_home->folder.filePath(u"history.sqlite"_s));
    auto *box = m_dialog->findChild<QMessageBox *>();
    QVERIFY(!box); // there is nothing to ask
    QVERIFY(message().contains(u"the history itself"_s));
    QCOMPARE(records(), 4);
}

void TestStorageDialog::closesAfterTheWork()
{
    m_home->addMany(500);
    open();
    find<QPushButton>("Compact"_L1)->click();
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(m_dialog->isVisible());
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_dialog->result(), int(QDialog::Rejected));
}

void TestStorageDialog::retentionAtStart()
{
    addOld();
    QObject parent;
    const auto apply = [&] {
        return ui::history::applyRetention(m_home->folder.path(), m_home->clock, m_home->settings,
                                           &parent);
    };
    QVERIFY(!apply()); // everything is kept
    QCOMPARE(parent.children().size(), 0);
    m_home->settings.setValue(settings::historyKeepDays, 700);
    Job *job = apply();
    QVERIFY(job);
    const QSignalSpy finished(job, &Job::finished);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(records(), 2);
    QTRY_COMPARE(parent.children().size(), 0);
    m_home->settings.setValue(settings::historyKeepDays, 0);
    m_home->settings.setValue(settings::historyKeepMegabytes, 3);
    QCOMPARE(ui::history::storedRetention(m_home->settings, m_home->clock.now()),
             (history::Retention{{}, 3000000}));
}

TEST_MAIN(QApplication, TestStorageDialog)
#include "tst_storagedialog.moc"
