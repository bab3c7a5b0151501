#include "ui/results/recordactions.h"

#include "ui/widgets/accessible.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace ui::results {

using namespace Qt::StringLiterals;
using submission::LimitOutcome;
using submission::Outcome;

namespace {

// Whether looking at the limit again may tell something new.
bool isWorthChecking(const LimitOutcome &limit)
{
    switch (limit.outcome) {
    case Outcome::StoredDifferently:
    case Outcome::Missing:
    case Outcome::Unknown:
    case Outcome::NotStored:
        return true;
    case Outcome::Stored:
    case Outcome::Failed:
    case Outcome::NotSent:
    case Outcome::Pending:
        return false;
    }
    Q_UNREACHABLE();
}

// Whether the limit is still to be stored, as far as is known.
bool isToBeSubmitted(const LimitOutcome &limit)
{
    switch (limit.outcome) {
    case Outcome::Failed:
    case Outcome::Missing:
    case Outcome::Unknown:
    case Outcome::NotSent:
    case Outcome::NotStored:
        return true;
    case Outcome::Stored:
    case Outcome::StoredDifferently:
    case Outcome::Pending:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace

RecordActions::RecordActions(QAction &check, QAction &submitAgain, QWidget *parent)
    : QWidget(parent)
    , m_checkAction(check)
    , m_submitAgainAction(submitAgain)
    , m_check(new QPushButton(tr("Check again"), this))
    , m_submitAgain(new QPushButton(this))
{
    const QString again = tr("Review the rows that were not stored, and no others");
    widgets::setStableName(*m_check, "Check again"_L1, tr("Read what HubSpot has now"));
    widgets::setStableName(*m_submitAgain, "Submit failed again"_L1, again);
    m_submitAgain->setToolTip(again);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 6, 2);
    // A tab bar's corner may keep more room than is needed now.
    layout->addStretch(1);
    layout->addWidget(m_check);
    layout->addWidget(m_submitAgain);
    connect(m_check, &QPushButton::clicked, &m_checkAction, &QAction::trigger);
    connect(m_submitAgain, &QPushButton::clicked, &m_submitAgainAction, &QAction::trigger);
    connect(&m_checkAction, &QAction::triggered, this, &RecordActions::checkRequested);
    connect(&m_submitAgainAction, &QAction::triggered, this,
            [this] { Q_EMIT submitAgainRequested(m_toSubmit); });
    m_submitAgainAction.setToolTip(again);
    showState();
}

void RecordActions::setRecord(const ::history::Record &record,
                              const std::vector<LimitOutcome> &outcomes)
{
    m_toSubmit.clear();
    const bool over = record.state != ::history::Record::State::InFlight;
    for (const LimitOutcome &limit : outcomes) {
        if (over && isToBeSubmitted(limit)) {
            m_toSubmit.push_back({record.exchanges.at(size_t(limit.exchange)).request.pair,
                                  limit.asked.category, limit.asked.typeId});
        }
    }
    m_worthChecking = over && std::ranges::any_of(outcomes, isWorthChecking);
    showState();
}

void RecordActions::setCheckBlocked(const QString &why)
{
    m_checkBlocked = why;
    showState();
}

void RecordActions::setSubmitAgainOffered(bool offered)
{
    m_offered = offered;
    showState();
}

void RecordActions::setRoom(int pixels)
{
    m_room = pixels;
    fit();
}

void RecordActions::showState()
{
    m_check->setVisible(m_worthChecking);
    m_check->setEnabled(m_checkBlocked.isEmpty());
    m_check->setToolTip(m_checkBlocked.isEmpty() ? tr("Read what HubSpot has now")
                                                 : widgets::plainToolTip(m_checkBlocked));
    m_checkAction.setEnabled(m_worthChecking && m_checkBlocked.isEmpty());
    m_checkAction.setToolTip(m_check->toolTip());
    const bool canSubmit = m_offered && !m_toSubmit.empty();
    m_submitAgain->setVisible(canSubmit);
    m_submitAgainAction.setEnabled(canSubmit);
    fit();
}

void RecordActions::fit()
{
    m_submitAgain->setText(tr("Submit the failed rows again"));
    if (m_room > 0 && layout()->sizeHint().width() > m_room) {
        //: Of the rows that were not stored: where there is no room for more words.
        m_submitAgain->setText(tr("Submit again"));
    }
}

} // namespace ui::results
