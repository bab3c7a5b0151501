#include "tests/ui/programwindow.h"
#include "ui/widgets/elidedlabel.h"

#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using history::Record;
using tests::ProgramWindow;

namespace {

Record record(int minute)
{
    history::Exchange exchange;
    exchange.request.pair = {u"0-1"_s, u"0-2"_s};
    exchange.request.changes = {
        {limits::Category::UserDefined, 28, 5, u"Primary company"_s, limits::LiveLimit::of(3)}};
    exchange.method = "POST";
    exchange.path = "/write";
    exchange.body = "{}";
    exchange.state = history::Exchange::State::NotSent;
    Record made;
    made.id = QUuid::createUuid();
    made.createdAt = QDateTime(QDate(2026, 11, 3), QTime(14, minute)).toUTC();
    made.accountId = u"sandbox"_s;
    made.accountName = u"Sandbox"_s;
    made.baseUrl = u"http://127.0.0.1:8080"_s;
    made.pair = exchange.request.pair;
    made.fromName = u"Contacts"_s;
    made.toName = u"Companies"_s;
    made.state = Record::State::Finished;
    made.exchanges = {exchange};
    return made;
}

constexpr history::Counts oneNotSent{.notSent = 1};

/// What a label that can be seen says after "Note: "; empty where there is none.
QString shownNote()
{
    for (const QWidget *widget : QApplication::allWidgets()) {
        const auto *label = qobject_cast<const ui::widgets::ElidedLabel *>(widget);
        if (label && label->isVisible() && label->text().startsWith("Note: "_L1)) {
            return label->text().sliced(6);
        }
    }
    return {};
}

QPushButton *button(QLatin1StringView name)
{
    return ProgramWindow::find<QPushButton>(name);
}

} // namespace

/// From a submission to those it takes back or that take it back, in the window.
class TestRelatedRecords : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void leadsThereAndBack();
    void keepsTheNoteUpToDate();
    void alsoOfTheLatest();
};

void TestRelatedRecords::leadsThereAndBack()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    const Record first = record(1);
    Record second = record(2);
    second.reverts = first.id;
    QVERIFY(program.store->add(first, oneNotSent).hasValue());
    QVERIFY(program.store->add(second, oneNotSent).hasValue());
    auto *list = ProgramWindow::history(2);
    QVERIFY(list);
    list->setCurrentIndex(list->model()->index(0, 0));
    QTRY_VERIFY(button("Reverts"_L1));
    QCOMPARE(button("Reverts"_L1)->text(), u"Reverts the submission of 3 Nov 2026 14:01"_s);
    QVERIFY(!button("Reverted by"_L1));

    QTest::keyClick(button("Reverts"_L1), Qt::Key_Space);
    QVERIFY(!button("Reverts"_L1));
    QVERIFY(button("Back to the latest"_L1));
    QCOMPARE(button("Reverted by"_L1)->text(), u"Reverted by the submission of 3 Nov 2026 14:02"_s);
    QCOMPARE(list->currentIndex().row(), 1);
    QTest::keyClick(button("Reverted by"_L1), Qt::Key_Space);
    QVERIFY(button("Reverts"_L1));
    QCOMPARE(list->currentIndex().row(), 0);

    // What is gone is said to be gone.
    QVERIFY(program.store->remove({first.id}).hasValue());
    QTRY_VERIFY(!button("Reverts"_L1));
}

void TestRelatedRecords::keepsTheNoteUpToDate()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    const Record only = record(1);
    QVERIFY(program.store->add(only, oneNotSent).hasValue());
    auto *list = ProgramWindow::history(1);
    QVERIFY(list);
    list->setCurrentIndex(list->model()->index(0, 0));
    QTRY_VERIFY(button("Back to the latest"_L1));
    QCOMPARE(shownNote(), QString());
    QVERIFY(program.store->setNote(only.id, u"Agreed on Monday\nmore"_s).hasValue());
    QCOMPARE(shownNote(), u"Agreed on Monday"_s);
    QVERIFY(!ProgramWindow::find<QLabel>("Pinned"_L1));
    QVERIFY(program.store->setPinned(only.id, true).hasValue());
    QVERIFY(ProgramWindow::find<QLabel>("Pinned"_L1));
    QVERIFY(program.store->setNote(only.id, {}).hasValue());
    QCOMPARE(shownNote(), QString());
}

void TestRelatedRecords::alsoOfTheLatest()
{
    const QTemporaryDir folder;
    ProgramWindow program(folder.path());
    QVERIFY(program.waitUntilRead());
    const qsizetype row = program.rowOf(279);
    program.enter(row, u"7"_s);
    QSignalSpy finished(&program.runner, &submission::Runner::finished);
    program.reviewAndSubmit();
    QVERIFY(finished.wait());
    const QUuid id = program.runner.record().id;
    QVERIFY(program.store->setNote(id, u"Agreed"_s).hasValue());
    QTRY_COMPARE(shownNote(), u"Agreed"_s);
    QVERIFY(!button("Back to the latest"_L1));
    // The runner knows nothing of the note, which stays.
    Record other = record(1);
    other.reverts = id;
    QVERIFY(program.store->add(other, oneNotSent).hasValue());
    QTRY_VERIFY(button("Reverted by"_L1));
    QTest::keyClick(button("Reverted by"_L1), Qt::Key_Space);
    QCOMPARE(shownNote(), QString());
    QVERIFY(button("Back to the latest"_L1));
    QTest::keyClick(button("Back to the latest"_L1), Qt::Key_Space);
    QCOMPARE(shownNote(), u"Agreed"_s);
    QVERIFY(button("Reverted by"_L1));
}

TEST_MAIN(QApplication, TestRelatedRecords)
#include "tst_relatedrecords.moc"
