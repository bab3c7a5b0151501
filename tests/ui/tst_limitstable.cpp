#include "app/limits/document.h"
#include "tests/support/testmain.h"
#include "ui/editor/limitspanel.h"
#include "ui/editor/limitstablemodel.h"
#include "ui/editor/limitsview.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using limits::Document;
using limits::DraftRow;
using ui::editor::LimitsPanel;
using ui::editor::LimitsTableModel;
using ui::editor::LimitsView;
using Column = LimitsTableModel::Column;

namespace {

const limits::Pair contactsToCompanies{u"0-1"_s, u"0-2"_s};

QModelIndex at(const QAbstractItemModel &model, int row, Column column)
{
    return model.index(row, int(column));
}

// Without regard to modifier keys that an earlier key press left behind.
void select(LimitsView &view, int row, Column column)
{
    view.selectionModel()->setCurrentIndex(at(*view.model(), row, column),
                                           QItemSelectionModel::ClearAndSelect);
}

} // namespace

class TestLimitsTable : public tests::StrictTest
{
    Q_OBJECT
private Q_SLOTS:
    void modelStaysConsistent();
    void cellsShowWhatIsThere();
    void settingACellIsOneUndoStep();
    void sortsNumbersAndPutsManyLast();
    void filterKeepsTheRowBeingFilledIn();
    void typingARowByKeyboard();
    void copyAndPasteBlocks();
    void pasteOfAThousandRowsIsOneStep();
    void fillDownClearAndRemove();
    void reviewNeedsChangesAndNoErrors();
    void problemBlocksEditing();

private:
    limits::AssociationTypes m_types = limits::AssociationTypes::hubSpotDefined();
};

void TestLimitsTable::modelStaysConsistent()
{
    Document document(m_types);
    LimitsTableModel model(document);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    document.load(contactsToCompanies, {{u"279"_s, {}, u"5"_s}, {u"1"_s, {}, u"1"_s}});
    document.append({{}, {u"28"_s, {}, u"9"_s}}, {});
    document.edit({0, 3}, {{{}, {}, u"7"_s}, {u"279"_s, u"HUBSPOT_DEFINED"_s, {}}}, {});
    document.remove({0, 2}, {});
    while (document.undoStack().canUndo()) {
        document.undoStack().undo();
    }
    while (document.undoStack().canRedo()) {
        document.undoStack().redo();
    }
    document.load(contactsToCompanies, {});
    QCOMPARE(model.rowCount(), 0);
}

void TestLimitsTable::cellsShowWhatIsThere()
{
    Document document(m_types);
    document.load(contactsToCompanies,
                  {{u"279"_s, {}, u"5"_s}, {u"x"_s, u"mine"_s, u"0"_s}, {u"1"_s, {}, u"*"_s}});
    const LimitsTableModel model(document);
    const auto text = [&model](int row, Column column) {
        return at(model, row, column).data().toString();
    };
    QCOMPARE(text(0, Column::Label), u"Contact to company"_s);
    QCOMPARE(text(0, Column::Category), u"HubSpot"_s);
    QCOMPARE(text(0, Column::NewLimit), u"5"_s);
    QCOMPARE(text(0, Column::Message), QString());
    QCOMPARE(text(1, Column::TypeId), u"x"_s);
    QCOMPARE(text(1, Column::Category), u"mine"_s);
    QCOMPARE(text(1, Column::NewLimit), u"0"_s);
    QCOMPARE(text(1, Column::Message), u"The type ID is not a whole number."_s);
    QCOMPARE(at(model, 1, Column::NewLimit).data(Qt::ToolTipRole).toString().count(u'\n'), 2);
    QCOMPARE(text(2, Column::NewLimit), u"Many"_s);
    QCOMPARE(at(model, 2, Column::NewLimit).data(Qt::EditRole).toString(), u"*"_s);
    QCOMPARE(at(model, 0, Column::NewLimit).data(Qt::AccessibleTextRole).toString(),
             u"New limit, Contact to company, 5"_s);
    QVERIFY(!(at(model, 0, Column::Label).flags() & Qt::ItemIsEditable));
}

void TestLimitsTable::settingACellIsOneUndoStep()
{
    Document document(m_types);
    document.load(contactsToCompanies, {{u"279"_s, {}, u"5"_s}});
    LimitsTableModel model(document);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(model.setData(at(model, 0, Column::NewLimit), u" 6 "_s, Qt::EditRole));
    QCOMPARE(document.row(0).limit, u"6"_s);
    QCOMPARE(document.undoStack().count(), 1);
    QCOMPARE(changed.count(), 1);
    QVERIFY(!model.setData(at(model, 0, Column::Label), u"x"_s, Qt::EditRole));
    QVERIFY(!model.setData(at(model, 0, Column::NewLimit), u"7"_s, Qt::DisplayRole));
    document.undoStack().undo();
    QCOMPARE(document.row(0).limit, u"5"_s);
}

void TestLimitsTable::sortsNumbersAndPutsManyLast()
{
    Document document(m_types);
    document.load(contactsToCompanies,
                  {{u"1"_s, {}, u"many"_s}, {u"2"_s, {}, u"10"_s}, {u"3"_s, {}, u"9"_s}});
    LimitsView view(document);
    const auto order = [&view] {
        QStringList ids;
        for (int row = 0; row < view.model()->rowCount(); ++row) {
            ids.append(at(*view.model(), row, Column::TypeId).data().toString());
        }
        return ids.join(u' ');
    };
    QCOMPARE(order(), u"1 2 3"_s);
    view.sortByColumn(int(Column::NewLimit), Qt::AscendingOrder);
    QCOMPARE(order(), u"3 2 1"_s);
    // An edit does not move its row away from under the hand.
    document.edit({2}, {{{}, {}, u"99"_s}}, {});
    QCOMPARE(order(), u"3 2 1"_s);
}

void TestLimitsTable::filterKeepsTheRowBeingFilledIn()
{
    Document document(m_types);
    document.load(contactsToCompanies, {{u"279"_s, {}, u"5"_s}, {u"28"_s, {}, u"9"_s}});
    LimitsView view(document);
    view.setFilter(u"COMPANY"_s);
    QCOMPARE(view.shownRows(), 1);
    document.append({DraftRow()}, {});
    QCOMPARE(view.shownRows(), 2);
    view.setFilter(u"custom"_s);
    QCOMPARE(view.shownRows(), 2);
    view.setFilter({});
    QCOMPARE(view.shownRows(), 3);
}

void TestLimitsTable::typingARowByKeyboard()
{
    Document document(m_types);
    document.load(contactsToCompanies, {});
    LimitsPanel panel(document);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    QTest::keyClick(&panel, Qt::Key_N, Qt::ControlModifier);
    const auto type = [](const QString &keys) {
        QTest::keyClicks(QApplication::focusWidget(), keys);
    };
    type(u"28"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    type(u"12"_s);
    QCOMPARE(document.rowCount(), 1);
    QSignalSpy review(&panel, &LimitsPanel::reviewRequested);
    QTest::keyClick(&panel, Qt::Key_Return, Qt::ControlModifier);
    // The key takes along what is still being typed.
    QCOMPARE(review.count(), 1);
    QCOMPARE(document.row(0), (DraftRow{u"28"_s, {}, u"12"_s}));
}

void TestLimitsTable::copyAndPasteBlocks()
{
    Document document(m_types);
    document.load(contactsToCompanies, {{u"279"_s, {}, u"5"_s}, {u"28"_s, {}, u"9"_s}});
    LimitsView view(document);
    view.selectAll();
    view.copy();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"279\tHUBSPOT_DEFINED\t5\n28\tUSER_DEFINED\t9"_s);

    select(view, 1, Column::NewLimit);
    QGuiApplication::clipboard()->setText(u"7\n8\n"_s);
    view.paste();
    QCOMPARE(document.rowCount(), 3);
    QCOMPARE(document.row(1).limit, u"7"_s);
    QCOMPARE(document.row(2), (DraftRow{{}, {}, u"8"_s}));
    // One has no type ID, the other is a label above its unlabeled type.
    QCOMPARE(document.check().errors, 2);
    document.undoStack().undo();
    QCOMPARE(document.rowCount(), 2);

    // In the order shown, not that of the document.
    view.sortByColumn(int(Column::TypeId), Qt::AscendingOrder);
    select(view, 0, Column::NewLimit);
    QGuiApplication::clipboard()->setText(u"1\n2\n"_s);
    view.paste();
    QCOMPARE(document.row(1).limit, u"1"_s);
    QCOMPARE(document.row(0).limit, u"2"_s);

    // A lone cell goes into the cell it is pasted on.
    select(view, 0, Column::TypeId);
    QGuiApplication::clipboard()->setText(u"31"_s);
    view.paste();
    QCOMPARE(document.row(1).typeId, u"31"_s);
}

void TestLimitsTable::pasteOfAThousandRowsIsOneStep()
{
    Document document(m_types);
    document.load(contactsToCompanies, {{u"279"_s, {}, u"5"_s}});
    LimitsView view(document);
    QStringList lines{u"Type ID\tNew limit"_s};
    for (int i = 0; i < 1000; ++i) {
        lines.append(u"%1\t2"_s.arg(5000 + i));
    }
    QGuiApplication::clipboard()->setText(lines.join(u"\r\n"_s));
    view.paste();
    QCOMPARE(document.rowCount(), 1001);
    QCOMPARE(document.undoStack().count(), 1);
    document.undoStack().undo();
    QCOMPARE(document.rowCount(), 1);
}

void TestLimitsTable::fillDownClearAndRemove()
{
    Document document(m_types);
    document.load(contactsToCompanies,
                  {{u"279"_s, {}, u"5"_s}, {u"28"_s, {}, u"9"_s}, {u"29"_s, {}, {}}});
    LimitsView view(document);
    view.selectAll();
    view.fillDown();
    QCOMPARE(document.row(2).limit, u"5"_s);
    view.setSelectedToMany();
    QCOMPARE(document.row(0).limit, u"many"_s);
    document.undoStack().undo();
    view.removeSelectedRows();
    QCOMPARE(document.rowCount(), 0);
    document.undoStack().undo();
    QCOMPARE(document.rowCount(), 3);
}

void TestLimitsTable::reviewNeedsChangesAndNoErrors()
{
    Document document(m_types);
    document.load(contactsToCompanies, {});
    LimitsPanel panel(document);
    QPushButton *review = nullptr;
    for (QPushButton *button : panel.findChildren<QPushButton *>()) {
        review = button->accessibleName() == u"Review"_s ? button : review;
    }
    QVERIFY(review);
    QVERIFY(!review->isEnabled());
    document.append({{u"279"_s, {}, u"5"_s}}, {});
    QVERIFY(review->isEnabled());
    QVERIFY(review->text().contains(u"(1)"_s));
    document.append({{u"x"_s, {}, u"5"_s}}, {});
    QVERIFY(!review->isEnabled());
    document.undoStack().undo();
    panel.setSubmitBlocked(u"A submission is running"_s);
    QVERIFY(!review->isEnabled());
    QCOMPARE(review->toolTip(), u"A submission is running"_s);
    panel.setSubmitBlocked({});
    QVERIFY(review->isEnabled());
}

void TestLimitsTable::problemBlocksEditing()
{
    Document document(m_types);
    document.load(contactsToCompanies, {{u"279"_s, {}, u"5"_s}});
    LimitsPanel panel(document);
    QSignalSpy review(&panel, &LimitsPanel::reviewRequested);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    panel.setProblem(u"“my pets” is not an object type."_s);
    QTest::keyClick(&panel, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(review.count(), 0);
    panel.setProblem({});
    QTest::keyClick(&panel, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(review.count(), 1);
}

TEST_MAIN(QApplication, TestLimitsTable)
#include "tst_limitstable.moc"
