#include "ui/mainwindow/submissionview.h"

#include "ui/history/historypanel.h"
#include "ui/results/recordtext.h"
#include "ui/results/resultspanel.h"
#include "ui/review/submitter.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace ui::mainwindow {

using ::history::Record;
using results::ResultsPanel;
using submission::Reconciler;
using submission::Runner;

namespace {

/// The newest record of all; nullopt where there is none, or none that can be read.
std::optional<::history::Summary> newestOf(const ::history::Store &store)
{
    // The pinned ones come first: it is the first of them, or the first after the last of them.
    ::history::Summary lastPinned;
    lastPinned.pinned = true;
    lastPinned.place = std::numeric_limits<qint64>::min();
    std::optional<::history::Summary> newest;
    for (const auto &page : {store.page({}, std::nullopt, 1), store.page({}, lastPinned, 1)}) {
        if (page && !page->empty() && (!newest || page->front().place > newest->place)) {
            newest = page->front();
        }
    }
    return newest;
}

} // namespace

SubmissionView::SubmissionView(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(100);
    connect(&m_soon, &QTimer::timeout, this, &SubmissionView::showRunning);
    Runner &runner = m_parts.runner;
    connect(&runner, &Runner::recordChanged, this, [this] {
        if (!m_soon.isActive()) {
            m_soon.start();
        }
    });
    connect(&runner, &Runner::phaseChanged, this, &SubmissionView::showRun);
    connect(&runner, &Runner::progress, &m_parts.results, &ResultsPanel::setProgress);
    connect(&m_parts.reconciler, &Reconciler::checking, this, &SubmissionView::updateActions);
    connect(&m_parts.reconciler, &Reconciler::checked, this, &SubmissionView::showReconciled);
    connect(&m_parts.submitter, &review::Submitter::started, this, &SubmissionView::begin);
    connect(&m_parts.history, &history::HistoryPanel::recordActivated, this,
            &SubmissionView::showPast);
    connect(&m_parts.results, &ResultsPanel::backToLatestRequested, this,
            &SubmissionView::showLatest);
    connect(&m_parts.results, &ResultsPanel::recordRequested, this, &SubmissionView::show);
    connect(&m_parts.results, &ResultsPanel::cancelRequested, &runner, &Runner::cancel);
    connect(&m_parts.results, &ResultsPanel::checkRequested, this, &SubmissionView::check);
    connect(&m_parts.document, &limits::Document::pairChanged, this,
            &SubmissionView::updateActions);
}

void SubmissionView::setStore(::history::Store *store)
{
    m_store = store;
    // While a submission is under way, it is what writes.
    connect(store, &::history::Store::written, this, [this] {
        if (m_parts.runner.phase() == submission::Phase::Idle) {
            readNote();
            readRelated();
        }
    });
    updateActions();
    const auto newest = newestOf(*store);
    if (newest && newest->state == Record::State::Interrupted) {
        m_parts.history.select(newest->id);
        showPast(newest->id);
    }
}

void SubmissionView::setAccount(const ::accounts::Account &account)
{
    m_account = account;
    updateActions();
}

QString SubmissionView::blocked() const
{
    const QString why = checkBlocked();
    return why.isEmpty() && m_account.endpoint.isReadOnly()
               ? tr("This account is read-only. Unlock it to submit")
               : why;
}

QString SubmissionView::checkBlocked() const
{
    switch (m_parts.runner.phase()) {
    case submission::Phase::Sending:
        return tr("A submission is running");
    case submission::Phase::ReadingBack:
    case submission::Phase::Waiting:
        return tr("The limits are being read back");
    case submission::Phase::Idle:
        break;
    }
    return !m_store                         ? tr("There is no history to keep a record in")
           : m_store->isReadOnly()          ? tr("A newer version of this program wrote the "
                                                          "history, so no record can be kept in it")
           : !m_account.endpoint.hasToken() ? tr("This account has no access token yet")
                                            : QString();
}

const Record &SubmissionView::latest() const
{
    const Record &record = m_parts.runner.record();
    return record.id == m_latestId ? record : m_latest;
}

void SubmissionView::begin()
{
    m_latestId = m_parts.runner.record().id;
    showLatest();
}

void SubmissionView::showLatest()
{
    m_parts.results.setPast(false);
    const Record &record = latest();
    if (record.id.isNull()) {
        m_parts.results.clear();
        m_parts.history.clearSelection();
    } else {
        m_parts.results.setRecord(record);
        m_parts.history.select(record.id);
        readNote();
        readRelated();
    }
    updateActions();
}

void SubmissionView::show(const QUuid &id)
{
    m_parts.history.select(id);
    showPast(id);
}

void SubmissionView::showPast(const QUuid &id)
{
    if (id == m_latestId) {
        showLatest();
        return;
    }
    const auto record = m_store->read(id);
    if (!record) {
        Q_EMIT unreadable(record.error());
        return;
    }
    // What it could not write down, the runner still has.
    const Record &running = m_parts.runner.record();
    m_parts.results.setRecord(id == running.id ? running : *record);
    m_parts.results.setPast(true);
    if (id == running.id) {
        readNote();
    }
    readRelated();
    updateActions();
}

void SubmissionView::readNote()
{
    const Record &shown = m_parts.results.record();
    if (m_store == nullptr || shown.id.isNull()) {
        return;
    }
    const auto stored = m_store->read(shown.id);
    if (stored && (stored->note != shown.note || stored->pinned != shown.pinned)) {
        Record record = shown;
        record.note = stored->note;
        record.pinned = stored->pinned;
        m_parts.results.setRecord(record);
    }
}

void SubmissionView::readRelated()
{
    const Record &shown = m_parts.results.record();
    if (m_store == nullptr || shown.id.isNull()) {
        return;
    }
    // What cannot be read is not there: the record itself is shown all the same.
    std::optional<::history::Summary> reverts;
    if (!shown.reverts.isNull()) {
        if (const auto other = m_store->read(shown.reverts)) {
            reverts.emplace();
            reverts->id = other->id;
            reverts->createdAt = other->createdAt;
        }
    }
    const auto revertedBy = m_store->reverting(shown.id);
    m_parts.results.setRelated(reverts,
                               revertedBy ? *revertedBy : std::vector<::history::Summary>());
}

/// Brings what is shown up to date, where it is what the runner has.
void SubmissionView::showRunning()
{
    m_soon.stop();
    const Record &record = m_parts.runner.record();
    const Record &shown = m_parts.results.record();
    if (shown.id == record.id) {
        // Of the note, which a person may have changed meanwhile, the runner knows nothing.
        Record current = record;
        current.note = shown.note;
        current.pinned = shown.pinned;
        m_parts.results.setRecord(current);
    }
}

void SubmissionView::showRun()
{
    const Runner &runner = m_parts.runner;
    showRunning();
    m_parts.results.setRun({runner.record().id, runner.phase(), runner.lookAgainAt(),
                            !results::readBackFailures(runner.record()).empty()});
    if (runner.phase() == submission::Phase::Idle) {
        readNote();
        readRelated();
    }
    updateActions();
    Q_EMIT blockedChanged();
}

void SubmissionView::showReconciled(const Record &record)
{
    if (m_parts.results.record().id == record.id) {
        showPast(record.id);
    }
}

void SubmissionView::updateActions()
{
    const Record &shown = m_parts.results.record();
    const bool isCurrent = shown.accountId == m_account.id;
    const QString why = checkBlocked();
    m_parts.results.setCheckBlocked(
        m_parts.reconciler.isChecking(shown.id) ? tr("The limits are being read back")
        : !why.isEmpty() || isCurrent
            ? why
            : tr("These are limits of the account %1, which is not open").arg(shown.accountName));
    const std::vector<limits::Pair> open = m_parts.document.pairs();
    m_parts.results.setSubmitAgainOffered(
        blocked().isEmpty() && isCurrent && shown.id == m_latestId &&
        std::ranges::all_of(shown.exchanges, [&open](const ::history::Exchange &exchange) {
            return std::ranges::find(open, exchange.request.pair) != open.end();
        }));
}

void SubmissionView::check()
{
    if (m_parts.runner.record().id == m_latestId) {
        m_latest = m_parts.runner.record();
    }
    m_parts.submitter.check(m_parts.results.record(), m_account.endpoint);
}

} // namespace ui::mainwindow
