#include "ui/history/comparedialog.h"

#include "ui/history/nowreading.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/timetext.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::history {

using namespace Qt::StringLiterals;
using ::history::Record;
using Column = CompareModel::Column;

namespace {

// Longer tables are measured by their first rows.
constexpr int measuredRows = 1000;
// Pixels that a label keeps, however narrow the window.
constexpr int leastWords = 90;

class DifferenceFilter final : public QSortFilterProxyModel
{
public:
    explicit DifferenceFilter(QObject *parent)
        : QSortFilterProxyModel(parent)
    {
        setSortRole(GlyphDelegate::RawRole);
        setSortLocaleAware(true);
    }

    void setOnlyDifferences(bool only)
    {
        m_only = only;
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        return !m_only ||
               sourceModel()->index(row, 0, parent).data(CompareModel::DiffersRole).toBool();
    }

private:
    bool m_only = true;
};

QString timeOf(const Record &record)
{
    return widgets::dateTimeText(record.createdAt, QLocale());
}

/// "Before" or "After" over the record's time, as far as it tells it from the other one's.
QString titleOf(const QString &word, const Record &record, const Record &other)
{
    const QDate otherDay = other.createdAt.toLocalTime().date();
    return word + u'\n' + widgets::timeInList(record.createdAt, otherDay, QLocale());
}

QString describe(const Record &record)
{
    return u"%1 → %2, %3"_s.arg(record.fromName, record.toName, record.accountName);
}

std::vector<limits::Pair> directionsOf(const Record &record)
{
    std::vector<limits::Pair> pairs;
    for (const ::history::Exchange &exchange : record.exchanges) {
        if (std::ranges::find(pairs, exchange.request.pair) == pairs.end()) {
            pairs.push_back(exchange.request.pair);
        }
    }
    return pairs;
}

} // namespace

CompareDialog::CompareDialog(CompareModel *model, const QString &title, const QString &heading,
                             NowReading *reading, QWidget *parent)
    : QDialog(parent)
    , m_model(model)
    , m_shown(new DifferenceFilter(this))
    , m_table(new QTableView(this))
    , m_empty(new widgets::EmptyState(this))
    , m_onlyDifferences(new QCheckBox(this))
    , m_reading(reading)
{
    model->setParent(this);
    setWindowTitle(title);
    resize(880, 480);
    auto *words = new QLabel(heading, this);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    makeTable();
    m_onlyDifferences->setChecked(true);
    widgets::setStableName(*m_onlyDifferences, "Only differences"_L1,
                           tr("Hide limits without a difference"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *copyButton = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copyButton->setAutoDefault(false);
    widgets::setStableName(*copyButton, "Copy"_L1,
                           tr("Copy the rows as text for a spreadsheet (Ctrl+C)"));
    widgets::setStableName(*buttons->button(QDialogButtonBox::Close), "Close"_L1);
    auto *footer = new QHBoxLayout;
    footer->addWidget(m_onlyDifferences, 1);
    footer->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(words);
    if (m_reading != nullptr) {
        m_reading->setParent(this);
        layout->addWidget(m_reading);
    }
    layout->addWidget(m_table, 1);
    layout->addLayout(footer);
    connect(m_onlyDifferences, &QCheckBox::toggled, this, [this](bool only) {
        static_cast<DifferenceFilter *>(m_shown)->setOnlyDifferences(only);
        showState();
    });
    connect(copyButton, &QPushButton::clicked, this, &CompareDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_table->setFocus();
}

CompareDialog::CompareDialog(const Record &earlier, const Record &later,
                             const limits::AssociationTypes &known, QWidget *parent)
    : CompareDialog(new CompareModel({titleOf(tr("Before"), earlier, later),
                                      titleOf(tr("After"), earlier, later),
                                      titleOf(tr("Before"), later, earlier),
                                      titleOf(tr("After"), later, earlier)},
                                     //: Column: which of two submissions changed a limit.
                                     tr("Changed by")),
                    tr("Compare two submissions"),
                    tr("Earlier: %1, %2").arg(timeOf(earlier), describe(earlier)) + u'\n' +
                        tr("Later: %1, %2").arg(timeOf(later), describe(later)),
                    nullptr, parent)
{
    setRows(compareRows(earlier, later, known));
}

CompareDialog::CompareDialog(const Record &record, const api::Endpoint &endpoint,
                             api::Reader &reader, const limits::AssociationTypes &known,
                             QWidget *parent)
    : CompareDialog(
          //: Columns: a limit before a submission, after it, and in the account now.
          new CompareModel({tr("Before"), tr("After"), tr("Now")},
                           //: Column: whether a limit was changed since a submission.
                           tr("Since then")),
          tr("Compare with now"),
          tr("Submission of %1 (%2) and what HubSpot has now.")
              .arg(timeOf(record), describe(record)),
          new NowReading(endpoint, reader, known), parent)
{
    connect(m_reading, &NowReading::changed, this, [this, record, &known] {
        setRows(compareRows(record, m_reading->pairs(), m_reading->isReading(), known));
    });
    if (record.exchanges.empty()) {
        m_reading->hide();
        setRows({});
    } else {
        m_reading->read(directionsOf(record));
    }
}

CompareDialog::~CompareDialog() = default;

void CompareDialog::makeTable()
{
    widgets::setStableName(*m_table, "Comparison"_L1, tr("One row for each limit"));
    m_shown->setSourceModel(m_model);
    m_table->setModel(m_shown);
    GlyphDelegate::dress(*m_table);
    QHeaderView &header = *m_table->horizontalHeader();
    header.setStretchLastSection(true);
    header.setSortIndicatorClearable(true);
    header.setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    m_table->viewport()->installEventFilter(this);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    (new QVBoxLayout(m_table->viewport()))->addWidget(m_empty);

    auto *copyAction = new QAction(tr("&Copy"), m_table);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    connect(copyAction, &QAction::triggered, this, &CompareDialog::copy);
    m_table->addAction(copyAction);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void CompareDialog::setRows(std::vector<CompareRow> rows)
{
    m_model->setRows(std::move(rows));
    fitColumns();
    showState();
}

void CompareDialog::showState()
{
    const int alike = m_model->rowCount() - m_model->differences();
    const bool hides = m_onlyDifferences->isChecked() && alike > 0;
    m_onlyDifferences->setText(hides ? tr("&Only differences (%Ln hidden)", nullptr, alike)
                                     : tr("&Only differences"));
    m_empty->setVisible(m_shown->rowCount() == 0);
    if (m_model->rowCount() == 0) {
        m_empty->setText(tr("Nothing to compare"), tr("No limit was asked for."));
    } else if (m_reading != nullptr) {
        m_empty->setText(tr("No differences"),
                         tr("HubSpot has every limit as this submission left it."));
    } else {
        m_empty->setText(tr("No differences"), tr("Both submissions left the same limits."));
    }
}

bool CompareDialog::eventFilter(QObject *watched, QEvent *event)
{
    // The dialog itself is told before its table has the new width.
    if (watched == m_table->viewport() && event->type() == QEvent::Resize) {
        fitColumns();
    }
    return QDialog::eventFilter(watched, event);
}

void CompareDialog::fitColumns()
{
    m_table->setColumnHidden(int(Column::Direction), !m_model->hasDirections());
    const QFontMetrics metrics = m_table->fontMetrics();
    const auto widthOf = [&](int column) {
        int width = 0;
        const QString title = m_model->headerData(column, Qt::Horizontal).toString();
        for (const QString &line : title.split(u'\n')) {
            width = std::max(width, metrics.horizontalAdvance(line) + 18);
        }
        // By all rows, so that the filter does not make the columns jump.
        const int beside = column == m_model->verdictColumn() ? 34 : 16;
        for (int row = 0; row < std::min(m_model->rowCount(), measuredRows); ++row) {
            const QString text = m_model->index(row, column).data().toString();
            width = std::max(width, metrics.horizontalAdvance(text) + beside);
        }
        return width;
    };
    // Words give way to the numbers, and the verdict takes what is left.
    int left = m_table->viewport()->width() - widthOf(m_model->verdictColumn());
    for (int column = int(Column::TypeId); column < m_model->verdictColumn(); ++column) {
        const int width = widthOf(column);
        m_table->setColumnWidth(column, width);
        left -= width;
    }
    const int label = widthOf(int(Column::Label));
    if (m_model->hasDirections()) {
        const int direction = widthOf(int(Column::Direction));
        const int most = std::max({leastWords, left / 2, left - label});
        m_table->setColumnWidth(int(Column::Direction), std::min(direction, most));
        left -= std::min(direction, most);
    }
    m_table->setColumnWidth(int(Column::Label), std::min(label, std::max(leastWords, left)));
}

QString CompareDialog::asText() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty()) {
        for (int row = 0; row < m_shown->rowCount(); ++row) {
            rows.append(m_shown->index(row, 0));
        }
    }
    std::ranges::sort(rows, {}, &QModelIndex::row);
    const auto line = [this](const auto &cell) {
        QStringList cells;
        for (int column = 0; column < m_shown->columnCount(); ++column) {
            if (!m_table->isColumnHidden(column)) {
                cells.append(cell(column).toString().simplified());
            }
        }
        return cells.join(u'\t');
    };
    QStringList lines{line([this](int column) {
        return m_shown->headerData(column, Qt::Horizontal, Qt::DisplayRole);
    })};
    for (const QModelIndex &row : rows) {
        lines.append(line([&row](int column) { return row.siblingAtColumn(column).data(); }));
    }
    return lines.join(u'\n') + u'\n';
}

void CompareDialog::copy()
{
    QGuiApplication::clipboard()->setText(asText());
}

} // namespace ui::history
