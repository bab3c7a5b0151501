#include "tests/support/scriptedserver.h"
#include "tests/support/testmain.h"
#include "tests/unit/changedrecords.h"
#include "ui/history/comparedialog.h"
#include "ui/widgets/banner.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using limits::LiveLimit;
using tests::Came;
using tests::exchange;
using tests::recordAt;
using tests::ScriptedServer;
using ui::history::CompareDialog;
using ui::history::CompareModel;
namespace script = tests::script;

namespace {

template<typename Widget> Widget *find(const QDialog &dialog, QLatin1StringView name)
{
    for (Widget *widget : dialog.findChildren<Widget *>()) {
        if (widget->accessibleName() == name) {
            return widget;
        }
    }
    return nullptr;
}

QTableView *table(const QDialog &dialog)
{
    return find<QTableView>(dialog, "Comparison"_L1);
}

QCheckBox *onlyDifferences(const QDialog &dialog)
{
    return find<QCheckBox>(dialog, "Only differences"_L1);
}

/// The cells from the type ID on, a line for each row.
QStringList rows(const QDialog &dialog)
{
    const QAbstractItemModel &model = *table(dialog)->model();
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells{model.index(row, int(CompareModel::Column::TypeId)).data().toString()};
        for (int column = int(CompareModel::Column::FirstLimit); column < model.columnCount();
             ++column) {
            cells.append(model.index(row, column).data().toString());
        }
        lines.append(cells.join(u' '));
    }
    return lines;
}

history::Record earlierRecord()
{
    return recordAt(0, {exchange({{28, LiveLimit::of(5), 7, u"Owner"_s},
                                  {30, LiveLimit::many(), 8, u"Payer"_s}},
                                 Came::Stored),
                        exchange({{31, LiveLimit::of(1), 2, u"Partner"_s}}, Came::Nothing)});
}

history::Record laterRecord()
{
    return recordAt(5, {exchange({{28, LiveLimit::of(6), 7, u"Owner"_s}}, Came::Stored),
                        exchange({{30, LiveLimit::of(8), 1200, u"Payer"_s}}, Came::Stored)});
}

QByteArray labels()
{
    return R"({"results":[{"category":"USER_DEFINED","typeId":28,"label":"Owner"},
        {"category":"USER_DEFINED","typeId":30,"label":"Payer"},
        {"category":"USER_DEFINED","typeId":31,"label":"Partner"}]})";
}

/// What an account has; limits as pairs of a type ID and a number.
struct Server
{
    explicit Server(tests::Script limits)
        : server({{"/labels", {script::answer(200, labels())}}, {{}, {std::move(limits)}}})
    {
        transport.setTimeouts({300ms, 900ms});
    }

    [[nodiscard]] std::unique_ptr<CompareDialog> open(const history::Record &record)
    {
        return std::make_unique<CompareDialog>(
            record, api::Endpoint{server.url(), "pat-eu1-secret"}, reader, known);
    }

    support::SystemClock clock;
    ScriptedServer server;
    api::Transport transport;
    api::Gate gate{clock, {5, 0}};
    api::Reader reader{transport, gate, {1, 10ms}};
    limits::AssociationTypes known = limits::AssociationTypes::hubSpotDefined();
};

tests::Script limitsAnswer(const QByteArray &limits)
{
    return script::answer(200, R"({"results":[)" + limits + "]}");
}

} // namespace

class TestCompareDialog : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void showsTwoRecords();
    void hidesWhatIsAlike();
    void copiesForASpreadsheet();
    void directionsHaveTheirColumn();
    void sortsManyLast();
    void readsWhatIsThereNow();
    void saysWhatCouldNotBeRead();
    void canStopReading();

private:
    const limits::AssociationTypes m_known = limits::AssociationTypes::hubSpotDefined();
};

void TestCompareDialog::showsTwoRecords()
{
    const CompareDialog dialog(earlierRecord(), laterRecord(), m_known);
    const QAbstractItemModelTester tester(table(dialog)->model());
    QCOMPARE(rows(dialog), QStringList({u"31 1 unknown unknown unknown Perhaps earlier"_s,
                                        u"30 Many 8 8 1,200 Both"_s}));
    const QAbstractItemModel &model = *table(dialog)->model();
    const QString before = model.headerData(4, Qt::Horizontal).toString();
    const QString later = model.headerData(6, Qt::Horizontal).toString();
    QVERIFY2(before.startsWith(u"Before\n"_s) && before.endsWith(u"\n13:00"_s), qPrintable(before));
    QVERIFY2(later.endsWith(u"\n13:05"_s), qPrintable(later));
    QVERIFY(table(dialog)->isColumnHidden(int(CompareModel::Column::Direction)));
    const QString hint = model.index(0, 5).data(Qt::ToolTipRole).toString();
    QVERIFY2(hint.contains(u"2 was asked for: Unknown"_s), qPrintable(hint));
}

void TestCompareDialog::hidesWhatIsAlike()
{
    CompareDialog dialog(earlierRecord(), laterRecord(), m_known);
    QVERIFY(onlyDifferences(dialog)->isChecked());
    QCOMPARE(onlyDifferences(dialog)->text(), u"&Only differences (1 hidden)"_s);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    onlyDifferences(dialog)->setFocus();
    QTest::keyClick(onlyDifferences(dialog), Qt::Key_Space);
    QCOMPARE(onlyDifferences(dialog)->text(), u"&Only differences"_s);
    QCOMPARE(rows(dialog).size(), 3);
    QVERIFY(rows(dialog).contains(u"28 5 7 6 7 Both"_s));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void TestCompareDialog::copiesForASpreadsheet()
{
    CompareDialog dialog(earlierRecord(), laterRecord(), m_known);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTest::keyClick(table(dialog), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 4); // a header, two rows, and the end of the last line
    QCOMPARE(lines[0], u"Label\tType ID\tCategory\tBefore 13:00\tAfter 13:00\tBefore 13:05\t"
                       "After 13:05\tChanged by"_s);
    QCOMPARE(lines[2], u"Payer\t30\tCustom\tMany\t8\t8\t1,200\tBoth"_s);
    table(dialog)->selectRow(1);
    QTest::keyClick(table(dialog), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 2);
}

void TestCompareDialog::directionsHaveTheirColumn()
{
    history::Record both = earlierRecord();
    both.exchanges.push_back(exchange({{7, {}, 3}}, Came::Stored, tests::back));
    const CompareDialog dialog(both, laterRecord(), m_known);
    QVERIFY(!table(dialog)->isColumnHidden(int(CompareModel::Column::Direction)));
    const QAbstractItemModel &model = *table(dialog)->model();
    QCOMPARE(model.index(0, 0).data().toString(), u"Contacts → Companies"_s);
    QCOMPARE(model.index(2, 0).data().toString(), u"Companies → Contacts"_s);
}

void TestCompareDialog::sortsManyLast()
{
    const CompareDialog dialog(earlierRecord(), laterRecord(), m_known);
    onlyDifferences(dialog)->setChecked(false);
    table(dialog)->sortByColumn(int(CompareModel::Column::FirstLimit), Qt::AscendingOrder);
    QCOMPARE(rows(dialog).first(), u"31 1 unknown unknown unknown Perhaps earlier"_s);
    QCOMPARE(rows(dialog).last(), u"30 Many 8 8 1,200 Both"_s);
}

void TestCompareDialog::readsWhatIsThereNow()
{
    Server server(limitsAnswer(tests::limitJson(28, 7) + ',' + tests::limitJson(31, 1)));
    const auto dialog = server.open(earlierRecord());
    const QAbstractItemModelTester tester(table(*dialog)->model());
    dialog->show();
    QVERIFY(find<QProgressBar>(*dialog, "Reading"_L1)->isVisible());
    QVERIFY(rows(*dialog).contains(u"28 5 7 unknown Being read"_s));
    QTRY_VERIFY(!find<QProgressBar>(*dialog, "Reading"_L1)->isVisible());
    QCOMPARE(rows(*dialog), QStringList({u"31 1 unknown 1 Not known"_s,
                                         u"30 Many 8 Many Back to what it was before"_s}));
    onlyDifferences(*dialog)->setChecked(false);
    QVERIFY(rows(*dialog).contains(u"28 5 7 7 As it was left"_s));
}

void TestCompareDialog::saysWhatCouldNotBeRead()
{
    Server server(script::answer(403, R"({"status":"error","message":"No scope."})"));
    const auto dialog = server.open(earlierRecord());
    dialog->show();
    auto *again = find<QPushButton>(*dialog, "Read again"_L1);
    QTRY_VERIFY(again->isVisible());
    const QString words = dialog->findChild<ui::widgets::Banner *>()->text();
    QVERIFY2(words.contains(u"What HubSpot has now could not be read."_s), qPrintable(words));
    QVERIFY2(words.contains(u"No scope."_s), qPrintable(words));
    QCOMPARE(rows(*dialog).size(), 3);
    QVERIFY(rows(*dialog).contains(u"28 5 7 unknown Not known"_s));
    const auto before = server.server.requests().size();
    again->click();
    QVERIFY(find<QProgressBar>(*dialog, "Reading"_L1)->isVisible());
    QTRY_VERIFY(again->isVisible());
    QCOMPARE(server.server.requests().size(), before + 2);
}

void TestCompareDialog::canStopReading()
{
    Server server(script::hangs());
    const auto dialog = server.open(earlierRecord());
    dialog->show();
    find<QPushButton>(*dialog, "Stop reading"_L1)->click();
    QVERIFY(!find<QProgressBar>(*dialog, "Reading"_L1)->isVisible());
    QVERIFY(find<QPushButton>(*dialog, "Read again"_L1)->isVisible());
    QVERIFY(rows(*dialog).contains(u"28 5 7 unknown Not known"_s));
}

TEST_MAIN(QApplication, TestCompareDialog)
#include "tst_comparedialog.moc"
