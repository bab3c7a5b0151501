#include "ui/results/resultspanel.h"

#include "ui/results/progressrow.h"
#include "ui/results/recordribbon.h"
#include "ui/results/recordview.h"
#include "ui/widgets/emptystate.h"

#include <QAction>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::results {

ResultsPanel::ResultsPanel(const support::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_ribbon(new RecordRibbon(this))
    , m_progress(new ProgressRow(clock, this))
    , m_stack(new QStackedWidget(this))
    , m_backAction(new QAction(tr("&Back to the latest"), this))
    , m_checkAction(new QAction(tr("Chec&k again"), this))
    , m_submitAgainAction(new QAction(tr("&Submit the failed rows again…"), this))
{
    auto *empty = new widgets::EmptyState;
    empty->setText(
        tr("Nothing submitted since the start"),
        tr("What HubSpot answers will appear here: the status and the times of the "
           "batch, and for each limit what was stored. What was submitted earlier is in the "
           "history."));
    m_stack->addWidget(empty);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_ribbon);
    layout->addWidget(m_progress);
    layout->addWidget(m_stack, 1);

    for (QAction *action : {m_backAction, m_checkAction, m_submitAgainAction}) {
        action->setEnabled(false); // there is no record yet
    }
    connect(m_ribbon, &RecordRibbon::backRequested, m_backAction, &QAction::trigger);
    connect(m_backAction, &QAction::triggered, this, &ResultsPanel::backToLatestRequested);
    connect(m_ribbon, &RecordRibbon::recordRequested, this, &ResultsPanel::recordRequested);
    connect(m_progress, &ProgressRow::cancelRequested, this, &ResultsPanel::cancelRequested);
}

RecordView &ResultsPanel::view()
{
    if (m_view == nullptr) {
        m_view = new RecordView(*m_checkAction, *m_submitAgainAction);
        m_stack->addWidget(m_view);
        setFocusProxy(m_view);
        connect(m_view, &RecordView::checkRequested, this, &ResultsPanel::checkRequested);
        connect(m_view, &RecordView::submitAgainRequested, this,
                &ResultsPanel::submitAgainRequested);
        connect(m_view, &RecordView::historyRequested, this, &ResultsPanel::historyRequested);
        m_view->setRun(m_run);
        m_view->setCheckBlocked(m_checkBlocked);
        fitBanner();
        offerToSubmitAgain();
    }
    return *m_view;
}

void ResultsPanel::setRecord(const ::history::Record &record)
{
    if (record.id != m_record.id) {
        m_ribbon->setRelated(std::nullopt, {});
    }
    m_record = record;
    m_ribbon->setRecord(record);
    view().setRecord(record);
    m_stack->setCurrentWidget(m_view);
}

void ResultsPanel::setRelated(std::optional<::history::Summary> reverts,
                              std::vector<::history::Summary> revertedBy)
{
    m_ribbon->setRelated(std::move(reverts), std::move(revertedBy));
}

void ResultsPanel::setPast(bool past)
{
    m_past = past;
    m_backAction->setEnabled(past);
    m_ribbon->setPast(past);
    offerToSubmitAgain();
}

void ResultsPanel::clear()
{
    m_record = {};
    setPast(false);
    m_ribbon->clear();
    if (m_view != nullptr) {
        m_view->clear();
    }
    m_stack->setCurrentIndex(0);
}

void ResultsPanel::setRun(const Run &run)
{
    m_run = run;
    m_progress->setRun(run);
    if (m_view != nullptr) {
        m_view->setRun(run);
    }
}

void ResultsPanel::setProgress(qsizetype answered, qsizetype total)
{
    m_progress->setProgress(answered, total);
}

void ResultsPanel::setCheckBlocked(const QString &why)
{
    m_checkBlocked = why;
    if (m_view != nullptr) {
        m_view->setCheckBlocked(why);
    }
}

void ResultsPanel::setSubmitAgainOffered(bool offered)
{
    m_submitAgainOffered = offered;
    offerToSubmitAgain();
}

void ResultsPanel::offerToSubmitAgain()
{
    if (m_view != nullptr) {
        // A past record is to look at: nothing of it is sent by a slip.
        m_view->setSubmitAgainOffered(m_submitAgainOffered && !m_past);
    }
}

void ResultsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitBanner();
}

void ResultsPanel::fitBanner()
{
    if (m_view != nullptr) {
        // The words may take a part of a small panel, the results keep the rest.
        m_view->setMaximumBannerHeight(std::clamp(height() * 2 / 5, 72, 180));
    }
}

} // namespace ui::results
