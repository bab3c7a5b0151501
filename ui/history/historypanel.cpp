#include "ui/history/historypanel.h"

#include "ui/history/historydelegate.h"
#include "ui/history/historymodel.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/clearbutton.h"
#include "ui/widgets/emptystate.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace ui::history {

using namespace Qt::StringLiterals;

HistoryPanel::HistoryPanel(const support::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_notice(new widgets::Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QListView)
    , m_empty(new widgets::EmptyState)
    , m_typing(new QTimer(this))
    , m_model(new HistoryModel(clock, this))
{
    widgets::setStableName(*m_search, "Search history"_L1);
    m_search->setPlaceholderText(tr("Search"));
    widgets::offerToClear(*m_search);
    m_search->setToolTip(tr("Finds object types and accounts"));

    widgets::setStableName(*m_list, "History"_L1, tr("Submissions, newest first"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HistoryDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setAlternatingRowColors(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    m_notice->hide();

    auto *title = new QLabel(tr("History"), this);
    QFont bold = title->font();
    bold.setWeight(QFont::Bold);
    title->setFont(bold);
    title->setBuddy(m_list);
    setFocusProxy(m_list);

    auto *header = new QHBoxLayout;
    header->setContentsMargins(8, 4, 8, 4);
    header->setSpacing(8);
    header->addWidget(title);
    header->addWidget(m_search, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);

    // A search reads from disk, so it waits for a pause in the typing.
    m_typing->setSingleShot(true);
    m_typing->setInterval(150);
    connect(m_search, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &HistoryPanel::applySearch);
    connect(m_typing, &QTimer::timeout, this, &HistoryPanel::applySearch);

    // Not the current entry: a list that gets the focus makes its first entry current by itself.
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this](const QItemSelection &selected) {
                if (!m_selecting && !selected.isEmpty()) {
                    const QModelIndex entry = selected.indexes().constFirst();
                    Q_EMIT recordActivated(entry.data(HistoryModel::IdRole).toUuid());
                }
            });
    // Return on an entry that has the focus without being selected, or that is shown no longer.
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex &entry) {
        const QUuid id = entry.data(HistoryModel::IdRole).toUuid();
        select(id);
        Q_EMIT recordActivated(id);
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &HistoryPanel::showState);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HistoryPanel::showState);
    connect(m_model, &HistoryModel::readFailed, this, [this](const ::history::StoreError &error) {
        setNotice(tr("The history could not be read: %1").arg(error.detail));
    });
    showState();
}

void HistoryPanel::setStore(::history::Store *store)
{
    m_opened = store != nullptr;
    m_unavailable.clear();
    m_model->setStore(store);
    showState();
}

void HistoryPanel::setCurrentAccount(const QString &accountId)
{
    m_model->setCurrentAccount(accountId);
}

void HistoryPanel::setUnavailable(const QString &words)
{
    m_model->setStore(nullptr);
    m_opened = false;
    m_unavailable = words;
    showState();
}

void HistoryPanel::setNotice(const QString &words)
{
    widgets::Message message;
    message.tone = widgets::Tone::Warning;
    message.words = words;
    m_notice->setVisible(!words.isEmpty());
    m_notice->setMessage(message);
}

void HistoryPanel::select(const QUuid &id)
{
    const QScopedValueRollback selecting(m_selecting, true);
    const QModelIndex entry = m_model->indexOf(id);
    if (entry.isValid()) {
        m_list->setCurrentIndex(entry);
    } else {
        clearSelection();
    }
}

void HistoryPanel::clearSelection()
{
    const QScopedValueRollback selecting(m_selecting, true);
    m_list->selectionModel()->clear();
}

void HistoryPanel::showState()
{
    const bool any = m_model->rowCount() > 0;
    m_stack->setCurrentWidget(any ? static_cast<QWidget *>(m_list) : m_empty);
    m_search->setEnabled(m_opened);
    if (any) {
        return;
    }
    if (!m_unavailable.isEmpty()) {
        m_empty->setText(tr("The history is not available"), m_unavailable);
    } else if (!m_opened) {
        m_empty->setText(tr("Opening the history"), {});
    } else if (!m_search->text().isEmpty()) {
        m_empty->setText(tr("Nothing found"),
                         tr("No submission has this text in its object types or its account."));
    } else {
        m_empty->setText(tr("No submissions yet"),
                         tr("Everything you submit is kept here, with what HubSpot answered."));
    }
}

void HistoryPanel::applySearch()
{
    m_typing->stop();
    const QScopedValueRollback selecting(m_selecting, true);
    m_model->setSearch(m_search->text().trimmed());
}

} // namespace ui::history
