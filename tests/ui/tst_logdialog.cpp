#include "app/support/logging.h"
#include "tests/support/testmain.h"
#include "ui/diagnostics/diagnostics.h"
#include "ui/diagnostics/logdialog.h"
#include "ui/diagnostics/logmodel.h"
#include "ui/widgets/banner.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QStatusBar>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using support::Log;
using ui::diagnostics::Diagnostics;
using ui::diagnostics::LogDialog;
using ui::diagnostics::LogModel;

class TestLogDialog : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init();
    void cleanup();
    void theModelKeepsTheLastLines();
    void timesAreNotCut();
    void nothingIsMadeBeforeItIsAskedFor();
    void opensOnce();
    void saysThatThereIsNothing();
    void showsLinesAndFollows();
    void staysWhereOneReads();
    void filtersByTextAndLevel();
    void copiesWhatIsSelectedOrShown();
    void savesForTheOwnerAlone();
    void asksBeforeItReplaces();
    void saysWhenItCantSave();
    void copiesDetailsForSupport();

private:
    void request(int number) const { qCDebug(support::lcApi).noquote() << "GET /x" << number; }
    void warn(const QByteArray &text) const
    {
        QTest::ignoreMessage(QtWarningMsg, text.constData());
        qCWarning(support::lcDrafts).noquote() << text;
    }
    void open() const
    {
        m_diagnostics->showLog();
        QVERIFY(QTest::qWaitForWindowExposed(dialog()));
    }
    [[nodiscard]] LogDialog *dialog() const { return m_window->findChild<LogDialog *>(); }
    template<typename Widget> [[nodiscard]] Widget *find(QLatin1StringView name) const
    {
        for (auto *widget : dialog()->findChildren<Widget *>()) {
            if (widget->accessibleName() == name) {
                return widget;
            }
        }
        return nullptr;
    }
    [[nodiscard]] int rows() const { return find<QTableView>("Log"_L1)->model()->rowCount(); }
    void chooseFile(const QString &path) const
    {
        find<QPushButton>("Save"_L1)->click();
        auto *files = dialog()->findChild<QFileDialog *>();
        QVERIFY(files && files->isVisible());
        Q_EMIT files->fileSelected(path);
        files->reject();
    }
    [[nodiscard]] QByteArray content(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir m_home;
    support::SystemClock m_clock;
    std::unique_ptr<Log> m_log;
    std::unique_ptr<support::Settings> m_settings;
    std::unique_ptr<QMainWindow> m_window;
    std::unique_ptr<Diagnostics> m_diagnostics;
};

void TestLogDialog::init()
{
    StrictTest::init();
    // What Qt's offscreen platform says of windows would be in the log.
    QLoggingCategory::setFilterRules(u"default.warning=false"_s);
    m_log = std::make_unique<Log>(m_clock);
    m_settings = std::make_unique<support::Settings>(m_home.filePath(u"settings.ini"_s));
    m_window = std::make_unique<QMainWindow>();
    m_diagnostics = std::make_unique<Diagnostics>(
        *m_log, *m_settings,
        [] {
            return std::vector<support::AccountFacts>{{u"Acme"_s, {}, {}, {}, false, false}};
        },
        *m_window);
    m_window->show();
    QGuiApplication::clipboard()->clear();
}

void TestLogDialog::cleanup()
{
    m_diagnostics.reset();
    m_window.reset();
    m_settings.reset();
    m_log.reset();
    QLoggingCategory::setFilterRules({});
}

void TestLogDialog::theModelKeepsTheLastLines()
{
    LogModel model(*m_log);
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update();
    QCOMPARE(model.rowCount(), 0);
    for (int i = 1; i <= 1500; ++i) {
        request(i);
    }
    model.update();
    QCOMPARE(model.rowCount(), 1500);
    for (int i = 1501; i <= 2300; ++i) {
        request(i);
    }
    model.update();
    QCOMPARE(model.rowCount(), 2000);
    const auto text = [&model](int row) {
        return model.index(row, int(LogModel::Column::Text)).data().toString();
    };
    QCOMPARE(text(0), u"GET /x 301"_s);
    QCOMPARE(text(1999), u"GET /x 2300"_s);
    for (int i = 1; i <= 3000; ++i) {
        request(i);
    }
    model.update();
    QCOMPARE(model.rowCount(), 2000);
    QCOMPARE(text(0), u"GET /x 1001"_s);
}

void TestLogDialog::timesAreNotCut()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    request(1);
    open();
    auto *table = find<QTableView>("Log"_L1);
    QTRY_VERIFY(table->model()->rowCount() > 0);
    const int needed = table->fontMetrics().horizontalAdvance(u"10:48:58 PM"_s);
    QVERIFY(table->columnWidth(int(LogModel::Column::Time)) > needed + 12);
    QLocale::setDefault(before);
}

void TestLogDialog::nothingIsMadeBeforeItIsAskedFor()
{
    QVERIFY(!dialog());
    open();
    QVERIFY(dialog());
    dialog()->reject();
    QTRY_VERIFY(!dialog());
}

void TestLogDialog::opensOnce()
{
    open();
    open();
    QCOMPARE(m_window->findChildren<LogDialog *>().size(), 1);
    QVERIFY(!dialog()->isModal());
}

void TestLogDialog::saysThatThereIsNothing()
{
    open();
    QVERIFY(!find<QTableView>("Log"_L1)->findChildren<QLabel *>().isEmpty());
    const auto words = [this] {
        QString all;
        for (const QLabel *label : find<QTableView>("Log"_L1)->findChildren<QLabel *>()) {
            all += label->isVisible() ? label->text() + u'\n' : QString();
        }
        return all;
    };
    QVERIFY(words().startsWith("Nothing was logged yet\n"_L1));
    request(1);
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(words(), QString());
    find<QLineEdit>("Filter log"_L1)->setText(u"nowhere"_s);
    QVERIFY(words().startsWith("No line matches\n"_L1));
}

void TestLogDialog::showsLinesAndFollows()
{
    warn("<b>no space</b>");
    open();
    QCOMPARE(rows(), 1);
    const QAbstractItemModel &model = *find<QTableView>("Log"_L1)->model();
    QCOMPARE(model.index(0, 1).data(), QVariant(u"Warning"_s));
    QCOMPARE(model.index(0, 2).data(), QVariant(u"limits.drafts"_s));
    QCOMPARE(model.index(0, 3).data(), QVariant(u"<b>no space</b>"_s));
    QVERIFY(model.index(0, 3).data(Qt::ToolTipRole).toString().contains("&lt;b&gt;"_L1));
    for (int i = 0; i < 200; ++i) {
        request(i);
    }
    QTRY_COMPARE(rows(), 201);
    const QScrollBar &bar = *find<QTableView>("Log"_L1)->verticalScrollBar();
    QVERIFY(bar.maximum() > 0);
    QCOMPARE(bar.value(), bar.maximum());
    request(200);
    QTRY_COMPARE(rows(), 202);
    QCOMPARE(bar.value(), bar.maximum());
}

void TestLogDialog::staysWhereOneReads()
{
    for (int i = 0; i < 1990; ++i) {
        request(i);
    }
    open();
    auto *table = find<QTableView>("Log"_L1);
    table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() / 2);
    const auto top = [table] {
        const QModelIndex index = table->indexAt({0, 0});
        return std::pair(index.siblingAtColumn(3).data().toString(),
                         table->visualRect(index).top());
    };
    const auto before = top();
    for (int i = 1990; i < 2100; ++i) { // the first 100 go
        request(i);
    }
    QTRY_COMPARE(table->model()->index(0, 3).data(), QVariant(u"GET /x 100"_s));
    QCOMPARE(top(), before);
}

void TestLogDialog::filtersByTextAndLevel()
{
    request(1);
    request(2);
    warn("no space");
    open();
    QCOMPARE(rows(), 3);
    find<QLineEdit>("Filter log"_L1)->setText(u"get /X"_s);
    QCOMPARE(rows(), 2);
    find<QLineEdit>("Filter log"_L1)->setText(u"limits.drafts"_s);
    QCOMPARE(rows(), 1);
    find<QLineEdit>("Filter log"_L1)->clear();
    auto *level = find<QComboBox>("Level"_L1);
    level->setCurrentIndex(1);
    QCOMPARE(rows(), 1);
    level->setCurrentIndex(2);
    QCOMPARE(rows(), 0);
    level->setCurrentIndex(0);
    QCOMPARE(rows(), 3);
}

void TestLogDialog::copiesWhatIsSelectedOrShown()
{
    for (int i = 1; i <= 3; ++i) {
        request(i);
    }
    open();
    find<QPushButton>("Copy"_L1)->click();
    const QString all = QGuiApplication::clipboard()->text();
    QCOMPARE(all.count(u'\n'), 3);
    QVERIFY(all.endsWith(" debug limits.api GET /x 3\n"_L1));
    find<QTableView>("Log"_L1)->selectRow(1);
    QTest::keySequence(find<QTableView>("Log"_L1), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), all.section(u'\n', 1, 1) + u'\n');
}

void TestLogDialog::savesForTheOwnerAlone()
{
    request(1);
    open();
    const QString path = m_home.filePath(u"saved.log"_s);
    chooseFile(path);
    QVERIFY(content(path).endsWith(" debug limits.api GET /x 1\n"));
    QCOMPARE(QFile::permissions(path),
             QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser);
    QVERIFY(dialog()->findChild<ui::widgets::Banner *>()->text().contains("was saved"_L1));
}

void TestLogDialog::asksBeforeItReplaces()
{
    request(1);
    open();
    const QString path = m_home.filePath(u"old.log"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    chooseFile(path);
    auto *question = dialog()->findChild<QMessageBox *>();
    QVERIFY(question);
    QCOMPARE(content(path), "old");
    for (QAbstractButton *button : question->buttons()) {
        if (button->text() == "&Replace"_L1) {
            button->click();
        }
    }
    QTRY_VERIFY(content(path).endsWith("GET /x 1\n"));
}

void TestLogDialog::saysWhenItCantSave()
{
    open();
    chooseFile(u"/proc/no/such.log"_s);
    QVERIFY(dialog()->findChild<ui::widgets::Banner *>()->text().contains("could not be saved"_L1));
}

void TestLogDialog::copiesDetailsForSupport()
{
    request(1);
    m_diagnostics->copySupportDetails();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY(text.startsWith("## Association Limits, details for support\n"_L1));
    QVERIFY(text.contains("\n- Acme: "_L1));
    QVERIFY(text.contains("GET /x 1\n"_L1));
    QVERIFY(m_window->statusBar()->currentMessage().contains("copied"_L1));
}

TEST_MAIN(QApplication, TestLogDialog)
#include "tst_logdialog.moc"
