#include "ui/history/limitstory.h"

#include "ui/history/glyphdelegate.h"
#include "ui/history/storychart.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/outcomewords.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::history {

using namespace Qt::StringLiterals;
using ::history::Finder;
using ::history::LimitKey;
using ::history::Record;
using Column = StoryModel::Column;

LimitStory::LimitStory(Finder &finder, LimitKey key, const Names &names, QWidget *parent)
    : QDialog(parent)
    , m_finder(finder)
    , m_key(std::move(key))
    , m_model(new StoryModel(this))
    , m_chart(new StoryChart(this))
    , m_table(new QTableView(this))
    , m_error(new widgets::Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_content(new QWidget(this))
    , m_empty(new widgets::EmptyState(this))
{
    const QString label = names.label.isEmpty() ? tr("the limit") : names.label;
    //: %1 is a label or "the limit".
    setWindowTitle(tr("History of %1").arg(label));
    resize(720, 520);
    auto *heading =
        //: Which limit: %1 is a category, %2 a number, %3 and %4 are objects.
        new QLabel(tr("%1 type %2, %3 → %4")
                       .arg(widgets::categoryName(m_key.category))
                       .arg(m_key.typeId)
                       .arg(names.from, names.to),
                   this);
    heading->setTextFormat(Qt::PlainText);
    makeTable();
    m_error->hide();
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->addWidget(m_chart);
    content->addWidget(m_table, 1);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    widgets::setStableName(*buttons->button(QDialogButtonBox::Close), "Close"_L1);
    // Return in the table shows a submission, and closes nothing.
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(heading);
    layout->addWidget(m_error);
    layout->addWidget(m_stack, 1);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_model, &StoryModel::moreWanted, this, &LimitStory::readMore);
    connect(m_chart, &StoryChart::stepClicked, this,
            [this](size_t step) { m_table->selectRow(int(step)); });
    connect(m_chart, &StoryChart::stepActivated, this,
            [this](size_t step) { activate(int(step)); });
    connect(&finder, &Finder::storyRead, this, &LimitStory::take);
    connect(&finder, &Finder::failed, this, &LimitStory::showError);
    connect(&finder, &Finder::removed, this, &LimitStory::read);
    connect(&finder, &Finder::changed, this,
            [this](const std::vector<::history::Changed> &changed) {
                const auto concerns = [this](const ::history::Changed &record) {
                    const limits::Pair &pair = record.summary.pair;
                    return record.summary.accountId == m_key.accountId &&
                           (pair == m_key.pair ||
                            (pair.from == m_key.pair.to && pair.to == m_key.pair.from));
                };
                if (std::ranges::any_of(changed, concerns)) {
                    read();
                }
            });
    showState();
    read();
    m_table->setFocus();
}

LimitStory::~LimitStory() = default;

void LimitStory::makeTable()
{
    widgets::setStableName(*m_table, "Story"_L1,
                           tr("One row for each time the limit was asked for; Return shows the "
                              "submission"));
    m_table->setModel(m_model);
    GlyphDelegate::dress(*m_table);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView &header = *m_table->horizontalHeader();
    header.setSectionsClickable(false);
    header.setStretchLastSection(true);
    const int digit = m_table->fontMetrics().horizontalAdvance(u'0');
    m_table->setColumnWidth(int(Column::When), digit * 24);
    m_table->setColumnWidth(int(Column::Change), digit * 22);
    m_table->setColumnWidth(int(Column::Stored), digit * 12);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { activate(index.row()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                m_chart->setCurrent(current.isValid() ? std::optional(size_t(current.row()))
                                                      : std::nullopt);
            });
}

void LimitStory::read()
{
    // One answer at a time: it does not say which question it is of.
    m_outdated = m_awaited;
    if (!m_awaited) {
        m_awaited = true;
        m_fromTop = true;
        m_finder.readStory(m_key);
    }
}

void LimitStory::readMore()
{
    if (!m_awaited) {
        m_awaited = true;
        m_fromTop = false;
        m_finder.readStory(m_key, m_oldest);
    }
}

void LimitStory::take(const LimitKey &key, const std::vector<Record> &records, bool complete)
{
    if (key != m_key || !m_awaited) {
        return;
    }
    m_awaited = false;
    m_isRead = true;
    m_error->hide();
    std::vector<submission::StoryStep> steps = submission::storySteps(records, m_key);
    if (m_fromTop) {
        m_steps = std::move(steps);
    } else {
        m_steps.insert(m_steps.end(), steps.begin(), steps.end());
    }
    if (!records.empty()) {
        m_oldest = records.back().id;
    }
    const int row = m_table->currentIndex().row();
    const QUuid current = row < 0 ? QUuid() : m_model->steps().at(size_t(row)).record;
    m_model->setSteps(m_steps, complete || records.empty());
    m_chart->setSteps(m_steps);
    if (!m_steps.empty() && !m_table->currentIndex().isValid()) {
        const auto same = std::ranges::find(m_steps, current, &submission::StoryStep::record);
        m_table->selectRow(same == m_steps.end() ? 0 : int(same - m_steps.begin()));
    }
    showState();
    if (m_outdated) {
        read();
    }
}

void LimitStory::showError(const ::history::StoreError &error)
{
    // It may be about a search of somebody else.
    if (!m_awaited) {
        return;
    }
    m_awaited = false;
    if (error.kind == ::history::StoreErrorKind::NotFound && !m_fromTop) {
        read(); // the record that older ones were asked for after is gone
        return;
    }
    m_isRead = true;
    m_model->giveUp();
    m_error->setMessage({widgets::Tone::Bad,
                         tr("The history can't be read."),
                         error.detail,
                         tr("Close this window and open it again to try once more."),
                         {},
                         {}});
    m_error->show();
    showState();
}

void LimitStory::showState()
{
    if (!m_isRead) {
        m_empty->setText(tr("Reading the history…"), {});
    } else if (m_error->isHidden()) {
        m_empty->setText(tr("Never asked for"),
                         tr("No submission in this history is about this limit. What others "
                            "changed in HubSpot is not in it."));
    } else {
        m_empty->setText({}, {});
    }
    m_stack->setCurrentWidget(m_steps.empty() ? static_cast<QWidget *>(m_empty) : m_content);
}

void LimitStory::activate(int row)
{
    if (row >= 0 && row < m_model->rowCount()) {
        Q_EMIT recordActivated(m_model->steps()[size_t(row)].record);
    }
}

} // namespace ui::history
