#include "ui/editor/limitspanel.h"

#include "ui/editor/limitsview.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/clearbutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <numeric>

namespace ui::editor {

using namespace Qt::StringLiterals;
using limits::Document;

LimitsPanel::LimitsPanel(Document &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_view(new LimitsView(document, this))
    , m_title(new widgets::ElidedLabel(this))
    , m_filter(new QLineEdit(this))
    , m_shown(new QLabel(this))
    , m_problem(new widgets::Banner(this))
    , m_readProblem(new widgets::Banner(this))
    , m_reading(new QWidget(this))
    , m_stop(new QAction(tr("S&top reading"), this))
    , m_empty(new widgets::EmptyState(this))
    , m_errors(new QToolButton(this))
    , m_remove(new QPushButton(tr("&Remove limit"), this))
    , m_discard(new QPushButton(tr("&Discard"), this))
    , m_review(new QPushButton(tr("Re&view"), this))
{
    widgets::setStableName(*m_view, "Limits"_L1, tr("Limits of the pair"));
    setFocusProxy(m_view);
    m_problem->hide();
    m_readProblem->hide();
    m_reading->hide();
    // On top of the empty table, which keeps the focus so that a paste finds it.
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    (new QVBoxLayout(m_view->viewport()))->addWidget(m_empty);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(6);
    layout->addWidget(makeHeader());
    layout->addWidget(m_reading);
    layout->addWidget(m_problem);
    layout->addWidget(m_readProblem);
    layout->addWidget(m_view, 1);
    layout->addWidget(makeFooter());
    makeActions();

    connect(m_view, &LimitsView::selectionChangedByUser, this, &LimitsPanel::updateState);
    for (const auto signal : {&Document::edited, &Document::checkChanged, &Document::reset}) {
        connect(&document, signal, this, &LimitsPanel::updateState);
    }
    updateState();
}

LimitsPanel::~LimitsPanel()
{
    // An open editor commits when the view goes, and this part of the panel is gone by then.
    m_document.disconnect(this);
    m_view->disconnect(this);
}

QWidget *LimitsPanel::makeHeader()
{
    auto *header = new QWidget(this);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *heading = new QLabel(tr("Limits"), header);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    m_filter->setPlaceholderText(tr("Filter"));
    widgets::offerToClear(*m_filter);
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 26);
    widgets::setStableName(*m_filter, "Filter limits"_L1, tr("Filter the limits as you type"));
    connect(m_filter, &QLineEdit::textChanged, this, &LimitsPanel::updateFilter);
    layout->addWidget(heading);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_shown);
    layout->addWidget(m_filter);
    return header;
}

void LimitsPanel::makeReadingRow()
{
    auto *layout = new QHBoxLayout(m_reading);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *bar = new QProgressBar(m_reading);
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setMaximumHeight(fontMetrics().height() / 2);
    widgets::setStableName(*bar, "Reading"_L1, tr("Types and limits are being read"));
    auto *stop = new QPushButton(tr("Stop"), m_reading);
    stop->setToolTip(tr("Stop reading (Esc)"));
    widgets::setStableName(*stop, "Stop reading"_L1, tr("Stop reading"));
    connect(stop, &QPushButton::clicked, m_stop, &QAction::trigger);
    layout->addWidget(new QLabel(tr("Reading types and limits…"), m_reading));
    layout->addWidget(bar, 1);
    layout->addWidget(stop);
}

QWidget *LimitsPanel::makeFooter()
{
    m_footer = new QWidget(this);
    auto *layout = new QHBoxLayout(m_footer);
    layout->setContentsMargins(0, 0, 0, 0);
    using widgets::IconName;
    auto *add = new QPushButton(widgets::icon(IconName::Add), tr("&Add type ID"), m_footer);
    add->setToolTip(tr("Add a row to type a type ID into (Ctrl+N)"));
    widgets::setStableName(*add, "Add type ID"_L1, tr("Add a row"));
    connect(add, &QPushButton::clicked, this, &LimitsPanel::addRow);
    m_remove->setIcon(widgets::icon(IconName::Remove));
    m_discard->setIcon(widgets::icon(IconName::Discard));
    m_review->setIcon(widgets::icon(IconName::Review));
    m_errors->setIcon(widgets::icon(IconName::Error, widgets::Tone::Bad));
    m_remove->setToolTip(tr("Set the selected limits to “Many”; rows typed by hand are taken out"));
    widgets::setStableName(*m_remove, "Remove limit"_L1, tr("Remove the selected limits"));
    m_errors->setAutoRaise(true);
    m_errors->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    widgets::setStableName(*m_errors, "Show first error"_L1,
                           tr("Go to the first row with an error"));
    m_discard->setToolTip(tr("Take back everything that was entered; undo brings it back"));
    widgets::setStableName(*m_discard, "Discard"_L1, tr("Discard all edits"));
    widgets::setStableName(*m_review, "Review"_L1, tr("Review what will be submitted"));
    layout->addWidget(add);
    layout->addWidget(m_remove);
    layout->addStretch(1);
    layout->addWidget(m_errors);
    layout->addWidget(m_discard);
    layout->addWidget(m_review);
    return m_footer;
}

QAction *LimitsPanel::addAction(const QString &text, const QKeySequence &key,
                                void (LimitsPanel::*slot)())
{
    auto *action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    QWidget::addAction(action);
    m_actions.append(action);
    return action;
}

void LimitsPanel::addSeparator()
{
    auto *line = new QAction(this);
    line->setSeparator(true);
    m_actions.append(line);
}

void LimitsPanel::makeActions()
{
    // As long as it is not enabled, Esc is free for what else it means.
    m_stop->setShortcut(Qt::Key_Escape);
    m_stop->setEnabled(false);
    connect(m_stop, &QAction::triggered, this, &LimitsPanel::stopReadingRequested);
    QWidget::addAction(m_stop);
    QUndoStack &stack = m_document.undoStack();
    // Undo belongs to the window: it works wherever the focus is, text fields excepted.
    QAction *undo = stack.createUndoAction(this, tr("&Undo"));
    undo->setShortcut(QKeySequence::Undo);
    QAction *redo = stack.createRedoAction(this, tr("&Redo"));
    redo->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    m_actions.append({undo, redo});
    addSeparator();
    addAction(tr("&Add type ID"), Qt::CTRL | Qt::Key_N, &LimitsPanel::addRow)
        ->setShortcutContext(Qt::WindowShortcut);
    makeViewActions();
    makePanelActions();
}

void LimitsPanel::makeViewActions()
{
    const auto forView = [this](const QString &text, const QKeySequence &key, auto *receiver,
                                auto slot) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, receiver, slot);
        m_view->addAction(action);
        m_actions.append(action);
        return action;
    };
    forView(tr("&Edit limit"), Qt::Key_F2, m_view, &LimitsView::editCurrent);
    m_removeAction = forView(tr("Re&move limits"), Qt::CTRL | Qt::Key_Delete, m_view,
                             &LimitsView::removeSelectedRows);
    forView(tr("Take &back entries"), Qt::CTRL | Qt::Key_Backspace, m_view,
            &LimitsView::discardSelectedRows);
    addSeparator();
    forView(tr("&Copy"), QKeySequence::Copy, m_view, &LimitsView::copy);
    forView(tr("&Paste"), QKeySequence::Paste, m_view, &LimitsView::paste);
    forView(tr("Fill &down"), Qt::CTRL | Qt::Key_D, m_view, &LimitsView::fillDown);
    forView(tr("&No limit (“Many”)"), Qt::Key_Delete, m_view, &LimitsView::setSelectedToMany);
    forView(tr("&History of this limit"), Qt::CTRL | Qt::SHIFT | Qt::Key_H, this,
            &LimitsPanel::showHistory);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_remove, &QPushButton::clicked, m_removeAction, &QAction::trigger);
}

void LimitsPanel::makePanelActions()
{
    addSeparator();
    addAction(tr("&Filter"), QKeySequence::Find, &LimitsPanel::focusFilter)
        ->setShortcutContext(Qt::WindowShortcut);
    m_errorAction = addAction(tr("G&o to the first error"), {}, &LimitsPanel::showFirstError);
    m_discardAction = addAction(tr("D&iscard everything entered"), {}, &LimitsPanel::discard);
    m_reviewAction =
        addAction(tr("Re&view and submit…"), Qt::CTRL | Qt::Key_Return, &LimitsPanel::review);
    m_reviewAction->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    m_reviewAction->setShortcutContext(Qt::WindowShortcut);
    connect(m_errors, &QToolButton::clicked, m_errorAction, &QAction::trigger);
    connect(m_discard, &QPushButton::clicked, m_discardAction, &QAction::trigger);
    connect(m_review, &QPushButton::clicked, m_reviewAction, &QAction::trigger);
}

void LimitsPanel::setPair(const QString &from, const QString &to)
{
    const bool both = m_document.hasBothDirections();
    m_title->setText((both ? u"%1 ↔ %2"_s : u"%1 → %2"_s).arg(from, to));
    m_view->setPair(from, to, both);
}

void LimitsPanel::setReading(bool reading)
{
    m_isReading = reading;
    if (m_reading->layout() == nullptr) {
        makeReadingRow();
    }
    m_reading->setVisible(reading);
    m_stop->setEnabled(reading);
    if (reading) {
        m_readProblem->hide();
    }
    updateEmptyState();
}

void LimitsPanel::setReadProblem(const std::optional<widgets::Message> &problem)
{
    m_readProblem->setVisible(problem.has_value());
    m_readProblem->setMessage(problem.value_or(widgets::Message()));
    updateEmptyState();
}

void LimitsPanel::setProblem(const QString &words)
{
    m_problem->setVisible(!words.isEmpty());
    if (!words.isEmpty()) {
        m_problem->setMessage({widgets::Tone::Bad, words, {}, {}, {}, {}});
    }
    m_view->setEnabled(words.isEmpty());
    m_footer->setEnabled(words.isEmpty());
}

void LimitsPanel::setSubmitBlocked(const QString &reason)
{
    m_blocked = reason;
    updateState();
}

void LimitsPanel::commitEditor()
{
    m_view->commitEditor();
}

void LimitsPanel::updateFilter()
{
    m_view->setFilter(m_filter->text());
    updateState();
}

void LimitsPanel::updateState()
{
    const limits::Check &check = m_document.check();
    const qsizetype rows = m_document.rowCount();
    const bool filtered = !m_filter->text().trimmed().isEmpty();
    m_shown->setVisible(filtered);
    m_shown->setText(tr("%L1 of %L2 shown").arg(m_view->shownRows()).arg(rows));
    updateEmptyState();
    m_remove->setEnabled(m_view->hasSelectedRows());
    m_discard->setEnabled(!m_document.isPristine());
    m_removeAction->setEnabled(m_remove->isEnabled());
    m_discardAction->setEnabled(m_discard->isEnabled());
    m_errorAction->setEnabled(check.errors > 0);
    m_errors->setVisible(check.errors > 0);
    m_errors->setText(tr("%Ln row(s) with errors", nullptr, int(check.errors)));
    m_review->setText(check.changes > 0 ? tr("Re&view (%L1)").arg(check.changes) : tr("Re&view"));
    m_review->setEnabled(check.changes > 0 && check.errors == 0 && m_blocked.isEmpty());
    m_review->setToolTip(!m_blocked.isEmpty() ? m_blocked
                         : check.errors > 0   ? tr("Correct the rows with errors first")
                                              : tr("See what will be submitted (Ctrl+Return)"));
    // Not only when there are changes: what is being typed becomes one by it.
    m_reviewAction->setEnabled(m_blocked.isEmpty());
    m_reviewAction->setToolTip(m_review->toolTip());
}

void LimitsPanel::updateEmptyState()
{
    m_empty->setVisible(m_view->shownRows() == 0 && !m_isReading);
    if (m_document.rowCount() > 0) {
        m_empty->setText(tr("Nothing matches the filter"),
                         tr("Clear the filter to see all limits of the pair."));
    } else if (m_document.knowsTypes()) {
        m_empty->setText(tr("HubSpot lists no association types for this pair"),
                         tr("Records of these two objects can't be associated, or the types are "
                            "not visible to this account's token."));
    } else {
        m_empty->setText(tr("Nothing to submit"),
                         tr("Add an association type ID and the highest number of records it may "
                            "associate, or paste rows from a spreadsheet."));
    }
}

void LimitsPanel::addRow()
{
    m_filter->clear();
    m_view->addRow();
}

void LimitsPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void LimitsPanel::discard()
{
    std::vector<qsizetype> all(size_t(m_document.rowCount()));
    std::iota(all.begin(), all.end(), qsizetype(0));
    m_document.discard(std::move(all), tr("discard"));
}

void LimitsPanel::review()
{
    m_view->commitEditor();
    if (m_document.check().errors > 0) {
        showFirstError();
    } else if (m_review->isEnabled()) {
        Q_EMIT reviewRequested();
    }
}

void LimitsPanel::showHistory()
{
    const qsizetype row = m_view->currentRow();
    if (row < 0 || !m_document.at(row).typeId || !m_document.at(row).category) {
        return;
    }
    const limits::Row &limit = m_document.at(row);
    const limits::AssociationType *known = m_document.knownType(row);
    const QString label = limit.label.isEmpty() && known != nullptr ? known->name : limit.label;
    Q_EMIT historyRequested(m_document.pair(limit.draft.side), *limit.category, *limit.typeId,
                            label);
}

void LimitsPanel::showFirstError()
{
    m_filter->clear();
    m_view->showFirstError();
}

} // namespace ui::editor
