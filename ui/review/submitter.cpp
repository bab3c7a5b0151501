#include "ui/review/submitter.h"

#include "app/submission/foundlimits.h"
#include "app/submission/outcomes.h"
#include "ui/review/submittext.h"

#include <QHash>

#include <algorithm>

namespace ui::review {

using ::history::Record;
using submission::Runner;

Submitter::Submitter(limits::DraftKeeper &drafts, Runner &runner, api::Reader &reader,
                     const limits::AssociationTypes &types, QWidget &window)
    : QObject(&window)
    , m_drafts(drafts)
    , m_runner(runner)
    , m_reader(reader)
    , m_types(types)
    , m_window(window)
{
    connect(&runner, &Runner::finished, this, &Submitter::settle);
}

void Submitter::review(ReviewInput input)
{
    if (m_review) {
        return;
    }
    const QString accountId = input.accountId;
    auto *dialog = new ReviewDialog(std::move(input), m_reader, m_types, &m_window);
    m_review = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReviewDialog::liveRead, this, &Submitter::liveRead);
    connect(dialog, &ReviewDialog::submitRequested, this, &Submitter::submit);
    connect(dialog, &ReviewDialog::theirsTaken, this,
            [this, accountId](const std::vector<limits::Edit> &edits) {
                //: undo step
                m_drafts.drop(accountId, edits, tr("review"));
            });
    dialog->open();
}

void Submitter::submit(const submission::Submission &submission)
{
    const auto begun = m_runner.start(submission);
    if (!begun) {
        Q_EMIT refused(refusalText(begun.error()), begun.error().detail);
        return;
    }
    m_drafts.acknowledge(submission.accountId, submission.plan);
    Q_EMIT started();
    Q_EMIT message(tr("Submitting %Ln limit(s)…", nullptr, int(submission.plan.changeCount())));
}

void Submitter::check(const Record &record, const api::Endpoint &endpoint)
{
    const size_t earlier = record.readBacks.size();
    const auto begun = m_runner.check(record, endpoint);
    if (!begun) {
        Q_EMIT refused(refusalText(begun.error()), begun.error().detail);
        return;
    }
    m_earlierReadBacks = earlier;
    Q_EMIT message(tr("Reading the limits back…"));
}

bool Submitter::isCurrent(const Record &record, const limits::Pair &pair) const
{
    const auto first = record.readBacks.begin() + std::ptrdiff_t(m_earlierReadBacks.value_or(0));
    return !m_earlierReadBacks ||
           std::any_of(first, record.readBacks.end(), [&pair](const ::history::ReadBack &readBack) {
               return readBack.pair == pair && submission::FoundLimits::in(readBack).has_value();
           });
}

void Submitter::settle(const Record &record)
{
    const std::vector<submission::LimitOutcome> outcomes = submission::outcomesOf(record);
    QHash<limits::Pair, std::vector<limits::Change>> stored;
    for (const submission::LimitOutcome &outcome : outcomes) {
        if (outcome.outcome == submission::Outcome::Stored) {
            const ::history::Exchange &exchange = record.exchanges.at(size_t(outcome.exchange));
            stored[exchange.request.pair].push_back(outcome.asked);
        }
    }
    for (auto direction = stored.cbegin(); direction != stored.cend(); ++direction) {
        if (isCurrent(record, direction.key())) {
            //: undo step
            m_drafts.settle(record.accountId, direction.key(), direction.value(), tr("submit"));
        }
    }
    const ::history::Counts counts = submission::countsOf(outcomes);
    Q_EMIT message(m_earlierReadBacks ? checkText(counts) : finishText(counts));
    m_earlierReadBacks.reset();
    Q_EMIT finished();
}

} // namespace ui::review
