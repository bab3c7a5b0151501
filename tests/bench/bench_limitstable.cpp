#include "app/limits/document.h"
#include "tests/bench/ratio.h"
#include "ui/editor/limitstablemodel.h"
#include "ui/editor/limitsview.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QStandardItemModel>

#include <cstdlib>

// The limits table at the sizes a portal's limits can have: what loading, editing and pasting cost.

using namespace Qt::StringLiterals;
using limits::DraftRow;
using ui::editor::LimitsTableModel;
using ui::editor::LimitsView;
using Column = LimitsTableModel::Column;

namespace {

constexpr int manyRows = 100'000;
constexpr int fewRows = 100;
constexpr int pastedRows = 10'000;
constexpr int firstCustomType = 1'000;

const limits::Pair contactsToCompanies{u"0-1"_s, u"0-2"_s};

/// All valid: HubSpot's unlabeled type with the highest limit, two of its labels, then custom ones.
std::vector<DraftRow> validRows(int count, int firstType = firstCustomType)
{
    std::vector<DraftRow> rows{{u"279"_s, u"HUBSPOT_DEFINED"_s, u"10000"_s},
                               {u"1"_s, u"HUBSPOT_DEFINED"_s, u"1"_s}};
    rows.reserve(size_t(count));
    while (rows.size() < size_t(count)) {
        const int index = int(rows.size());
        // Every fourth category is left to the table of names, every thousandth row has a remark.
        rows.push_back({QString::number(firstType + index),
                        index % 4 == 0 ? QString() : u"USER_DEFINED"_s,
                        QString::number(index % 1000 == 0 ? 10'000 : index % 9'999 + 1)});
    }
    return rows;
}

QString clipboardText(const std::vector<DraftRow> &rows)
{
    QStringList lines;
    for (const DraftRow &row : rows) {
        lines.append(row.typeId + u'\t' + row.category + u'\t' + row.limit);
    }
    return lines.join(u'\n');
}

void show(QTableView &view)
{
    view.resize(900, 300);
    view.show();
    view.grab();
}

/// A document in the view of the program, as it is on screen.
struct Table
{
    explicit Table(const limits::AssociationTypes &types)
        : document(types)
        , view(document)
    {
        show(view);
    }

    void load(std::vector<DraftRow> rows)
    {
        document.load(contactsToCompanies, std::move(rows));
        view.grab();
    }

    QModelIndex cell(int row, Column column) const { return view.model()->index(row, int(column)); }

    limits::Document document;
    LimitsView view;
};

/// What the cells of the table show.
std::vector<QStringList> shownTexts(const LimitsView &view)
{
    std::vector<QStringList> texts;
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        QStringList line;
        for (int column = 0; column < LimitsTableModel::columnCountOfTable; ++column) {
            line.append(view.model()->index(row, column).data().toString());
        }
        texts.push_back(std::move(line));
    }
    return texts;
}

double loadCost(const limits::AssociationTypes &types, const std::vector<DraftRow> &rows)
{
    Table table(types);
    std::vector<DraftRow> given = rows;
    return bench::cost([&] { table.load(std::move(given)); });
}

/// The same texts in Qt's own model of items, without any checks, in a view set up alike.
double standardLoadCost(const std::vector<QStringList> &texts)
{
    QStandardItemModel model(int(texts.size()), LimitsTableModel::columnCountOfTable);
    QTableView view;
    view.setWordWrap(false);
    view.setShowGrid(false);
    view.setAlternatingRowColors(true);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.verticalHeader()->hide();
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->setDefaultSectionSize(view.fontMetrics().height() + 10);
    view.horizontalHeader()->setStretchLastSection(true);
    show(view);
    return bench::cost([&] {
        for (int row = 0; row < int(texts.size()); ++row) {
            const QStringList &line = texts[size_t(row)];
            for (int column = 0; column < int(line.size()); ++column) {
                model.setItem(row, column, new QStandardItem(line.at(column)));
            }
        }
        view.setModel(&model);
        view.grab();
    });
}

bool benchLoad(const limits::AssociationTypes &types)
{
    const std::vector<DraftRow> rows = validRows(manyRows);
    std::vector<QStringList> texts;
    {
        Table table(types);
        table.load(rows);
        texts = shownTexts(table.view);
    }
    const double ratio = bench::ratioOfCosts(
        7, [&] { return loadCost(types, rows); }, [&] { return standardLoadCost(texts); });
    return bench::report("load, check and paint 100,000 limits", ratio,
                         "the same texts as standard items", 0.2);
}

/// Edits down a column, each with another text, that leave no duplicate.
class Edits
{
public:
    Edits(const limits::AssociationTypes &types, int rows)
        : m_table(types)
        , m_rows(rows)
    {
        m_table.load(validRows(rows));
    }

    void editLimit() { edit(Column::NewLimit, 1); }
    void editTypeId() { edit(Column::TypeId, firstCustomType + 2 * manyRows); }
    void undo() { m_table.document.undoStack().undo(); }

private:
    void edit(Column column, int lowest)
    {
        ++m_edits;
        const int row = 2 + m_edits % (m_rows - 2);
        m_table.view.model()->setData(m_table.cell(row, column),
                                      QString::number(lowest + m_edits % 9'000), Qt::EditRole);
    }

    Table m_table;
    int m_rows;
    int m_edits = 0;
};

double editRatio(Edits &many, Edits &few, void (Edits::*edit)())
{
    // By the hundred: the clock of the processor's time goes in microseconds.
    const auto hundred = [edit](Edits &edits) {
        for (int i = 0; i < 100; ++i) {
            (edits.*edit)();
        }
    };
    return bench::ratioOf(
        41, [&] { hundred(many); }, [&] { hundred(few); });
}

bool benchEdits(const limits::AssociationTypes &types)
{
    Edits many(types, manyRows);
    Edits few(types, fewRows);
    constexpr const char *reference = "the same among 100";
    const double limit = editRatio(many, few, &Edits::editLimit);
    const double undo = editRatio(many, few, &Edits::undo);
    const double typeId = editRatio(many, few, &Edits::editTypeId);
    const bool good = bench::report("edit one of 100,000 limits", limit, reference, 1.5);
    std::printf("edit a type ID among 100,000: %.2f times %s\n", typeId, reference);
    return bench::report("undo it", undo, reference, 1.5) && good;
}

double pasteCost(const limits::AssociationTypes &types, const std::vector<DraftRow> &before,
                 bool over)
{
    Table table(types);
    table.load(before);
    if (over) {
        table.view.setCurrentIndex(table.cell(0, Column::TypeId));
    }
    return bench::cost([&] {
        table.view.paste();
        table.view.grab();
    });
}

bool benchPaste(const limits::AssociationTypes &types)
{
    const std::vector<DraftRow> rows = validRows(pastedRows);
    QGuiApplication::clipboard()->setText(
        clipboardText(validRows(pastedRows, firstCustomType + 2 * manyRows)));
    constexpr const char *reference = "loading them";
    const auto load = [&] { return loadCost(types, rows); };
    const double over = bench::ratioOfCosts(
        15, [&] { return pasteCost(types, rows, true); }, load);
    const double append = bench::ratioOfCosts(
        15, [&] { return pasteCost(types, {}, false); }, load);
    const bool good = bench::report("paste 10,000 rows over as many", over, reference, 10);
    return bench::report("paste 10,000 rows into an empty table", append, reference, 10) && good;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const limits::AssociationTypes types = limits::AssociationTypes::hubSpotDefined();
    const bool loads = benchLoad(types);
    const bool edits = benchEdits(types);
    const bool pastes = benchPaste(types);
    return loads && edits && pastes ? EXIT_SUCCESS : EXIT_FAILURE;
}
