#include "ui/review/submitter.h"

#include "app/submission/outcomes.h"
#include "ui/review/reviewdialog.h"
#include "ui/review/submittext.h"

namespace ui::review {

using ::history::Record;
using submission::Runner;

Submitter::Submitter(limits::DraftKeeper &drafts, Runner &runner, QWidget &window)
    : QObject(&window)
    , m_drafts(drafts)
    , m_runner(runner)
    , m_window(window)
{
    connect(&runner, &Runner::finished, this, &Submitter::settle);
}

void Submitter::review(submission::Submission submission, ::accounts::Kind kind,
                       const QStringList &warnings)
{
    if (m_review) {
        return;
    }
    auto *dialog = new ReviewDialog(std::move(submission), kind, warnings, &m_window);
    m_review = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { submit(dialog->submission()); });
    dialog->open();
}

void Submitter::submit(const submission::Submission &submission)
{
    const auto begun = m_runner.start(submission);
    if (!begun) {
        Q_EMIT refused(refusalText(begun.error()), begun.error().detail);
        return;
    }
    Q_EMIT started();
    Q_EMIT message(tr("Submitting %Ln limit(s)…", nullptr, int(submission.plan.changeCount())));
}

void Submitter::settle(const Record &record)
{
    const std::vector<submission::LimitOutcome> outcomes = submission::outcomesOf(record);
    std::vector<limits::Change> stored;
    for (const submission::LimitOutcome &outcome : outcomes) {
        if (outcome.outcome == submission::Outcome::Stored) {
            stored.push_back(outcome.asked);
        }
    }
    //: undo step
    m_drafts.settle(record.accountId, record.pair, stored, tr("submit"));
    Q_EMIT message(finishText(submission::countsOf(outcomes)));
    Q_EMIT finished();
}

} // namespace ui::review
