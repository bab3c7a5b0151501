#include "ui/results/resultsmodel.h"

#include "app/submission/effects.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/outcomewords.h"

#include <QLocale>

#include <algorithm>
#include <limits>

namespace ui::results {

using namespace Qt::StringLiterals;
using limits::LiveLimit;
using submission::LimitOutcome;
using submission::Outcome;

namespace {

bool sameLimits(const std::vector<LimitOutcome> &left, const std::vector<LimitOutcome> &right)
{
    return std::ranges::equal(left, right, [](const LimitOutcome &a, const LimitOutcome &b) {
        return a.asked == b.asked && a.operation == b.operation && a.exchange == b.exchange;
    });
}

// The answer names the limit, so what it leaves out is not reported.
bool named(const LimitOutcome &outcome)
{
    return outcome.outcome == Outcome::Stored || outcome.outcome == Outcome::StoredDifferently;
}

QString limitText(const LiveLimit &limit)
{
    //: No limit.
    return limit.limit ? QLocale().toString(*limit.limit) : ResultsModel::tr("Many");
}

// To sort by: no limit is the highest, and what is not known comes after it.
QVariant rank(const LiveLimit &limit)
{
    constexpr qint64 many = std::numeric_limits<qint64>::max() - 1;
    return !limit.known ? QVariant() : limit.limit ? QVariant(qint64(*limit.limit)) : many;
}

bool isNumber(ResultsModel::Column column)
{
    using Column = ResultsModel::Column;
    return column == Column::TypeId || column == Column::Before || column == Column::Asked ||
           column == Column::Stored;
}

QString proofSentence(const LimitOutcome &outcome)
{
    if (widgets::proofText(outcome).isEmpty()) {
        return {};
    }
    if (!outcome.readBack) {
        return ResultsModel::tr("It was not read back.");
    }
    return outcome.outcome == Outcome::Stored ? ResultsModel::tr("Reading back confirmed it.")
                                              : ResultsModel::tr("Reading back found it so.");
}

} // namespace

void ResultsModel::setOutcomes(std::vector<LimitOutcome> outcomes,
                               std::vector<Direction> directions)
{
    if (sameLimits(m_outcomes, outcomes) && m_directions == directions) {
        if (m_outcomes != outcomes) {
            m_outcomes = std::move(outcomes);
            findSharedMessages();
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
        return;
    }
    beginResetModel();
    m_outcomes = std::move(outcomes);
    m_directions = std::move(directions);
    m_hasDirections = std::ranges::any_of(m_directions, [this](const Direction &direction) {
        return direction != m_directions.front();
    });
    findSharedMessages();
    endResetModel();
}

void ResultsModel::findSharedMessages()
{
    m_shared.clear();
    for (auto first = m_outcomes.begin(); first != m_outcomes.end();) {
        const auto last = std::find_if(first, m_outcomes.end(), [first](const LimitOutcome &limit) {
            return limit.exchange != first->exchange;
        });
        const bool same = std::all_of(first, last, [first](const LimitOutcome &limit) {
            return limit.message == first->message;
        });
        if (same && last - first > 1 && !first->message.isEmpty()) {
            m_shared.insert(first->exchange);
        }
        first = last;
    }
}

int ResultsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_outcomes.size());
}

int ResultsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Column::Direction) + (m_hasDirections ? 1 : 0);
}

QString ResultsModel::shownMessage(const LimitOutcome &outcome) const
{
    // What went wrong with a request is not what became of a limit that was found all the same.
    return outcome.outcome == Outcome::Stored || m_shared.contains(outcome.exchange)
               ? QString()
               : outcome.message;
}

QString ResultsModel::text(const LimitOutcome &outcome, Column column) const
{
    switch (column) {
    case Column::Label: {
        const QString label = submission::labelOf(outcome);
        if (!label.isEmpty()) {
            return label;
        }
        return named(outcome) ? tr("not reported") : u"–"_s;
    }
    case Column::TypeId:
        // An identifier, not an amount: without separators.
        return QString::number(outcome.asked.typeId);
    case Column::Category:
        return widgets::categoryName(outcome.asked.category);
    case Column::Before:
        return outcome.asked.before.known ? limitText(outcome.asked.before) : tr("not known");
    case Column::Asked:
        return limitText(LiveLimit::of(outcome.asked.limit));
    case Column::Stored: {
        const LiveLimit latest = submission::latestLimit(outcome);
        if (latest.known) {
            return limitText(latest);
        }
        return named(outcome) ? tr("not reported") : u"–"_s;
    }
    case Column::Outcome: {
        const QString name = widgets::outcomeText(outcome);
        const QString message = shownMessage(outcome);
        //: %1 is an outcome ("Failed"), %2 HubSpot's words about it.
        return message.isEmpty() ? name : tr("%1: %2").arg(name, message);
    }
    case Column::Direction:
        return u"→ "_s + m_directions.at(size_t(outcome.exchange)).to;
    }
    Q_UNREACHABLE();
}

QVariant ResultsModel::raw(const LimitOutcome &outcome, Column column) const
{
    switch (column) {
    case Column::Label:
    case Column::Category:
    case Column::Direction:
        return text(outcome, column);
    case Column::TypeId:
        return outcome.asked.typeId;
    case Column::Before:
        return rank(outcome.asked.before);
    case Column::Asked:
        return rank(LiveLimit::of(outcome.asked.limit));
    case Column::Stored:
        return rank(submission::latestLimit(outcome));
    case Column::Outcome:
        return int(outcome.outcome);
    }
    Q_UNREACHABLE();
}

QString ResultsModel::spokenText(const LimitOutcome &outcome, Column column) const
{
    const QString proof = column == Column::Outcome ? widgets::proofText(outcome) : QString();
    //: %1 is "Stored", %2 "confirmed by reading back".
    return proof.isEmpty() ? text(outcome, column) : tr("%1, %2").arg(text(outcome, column), proof);
}

bool ResultsModel::absent(const LimitOutcome &outcome, Column column)
{
    switch (column) {
    case Column::Label:
        return submission::labelOf(outcome).isEmpty();
    case Column::Before:
        return !outcome.asked.before.known;
    case Column::Stored:
        return !submission::latestLimit(outcome).known;
    case Column::TypeId:
    case Column::Category:
    case Column::Asked:
    case Column::Outcome:
    case Column::Direction:
        return false;
    }
    Q_UNREACHABLE();
}

QString ResultsModel::toolTip(const LimitOutcome &outcome, Column column) const
{
    switch (column) {
    case Column::Direction:
        return widgets::plainToolTip(directionText(m_directions.at(size_t(outcome.exchange))));
    case Column::Outcome: {
        QStringList lines{widgets::outcomeLook(outcome.outcome).hint};
        const QString proof = proofSentence(outcome);
        if (!proof.isEmpty()) {
            lines.append(proof);
        }
        if (!outcome.message.isEmpty()) {
            lines.append(outcome.message);
        }
        return widgets::plainToolTip(lines.join(u'\n'));
    }
    case Column::Label:
    case Column::TypeId:
    case Column::Category:
    case Column::Before:
    case Column::Asked:
    case Column::Stored:
        return widgets::plainToolTip(text(outcome, column));
    }
    Q_UNREACHABLE();
}

QVariant ResultsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const LimitOutcome &outcome = m_outcomes[size_t(index.row())];
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(outcome, column);
    case Qt::AccessibleTextRole:
        return spokenText(outcome, column);
    case Qt::ToolTipRole:
        return toolTip(outcome, column);
    case Qt::TextAlignmentRole: {
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case RawRole:
        return raw(outcome, column);
    case OutcomeRole:
        return int(outcome.outcome);
    case MessageRole:
        return shownMessage(outcome);
    case ProofRole:
        return column == Column::Outcome ? widgets::proofWord(outcome) : QString();
    case AbsentRole:
        return absent(outcome, column);
    default:
        return {};
    }
}

QVariant ResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole) {
        return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    // Where there is little room, a title may end in an ellipsis.
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    switch (column) {
    case Column::Label:
        return tr("Label");
    case Column::TypeId:
        return tr("Type ID");
    case Column::Category:
        return tr("Category");
    case Column::Before:
        //: The limit that was there when another one was asked for.
        return tr("Before");
    case Column::Asked:
        //: The limit that was asked for.
        return tr("Asked");
    case Column::Stored:
        //: The limit that HubSpot reports.
        return tr("Stored");
    case Column::Outcome:
        return tr("Outcome");
    case Column::Direction:
        return tr("Direction");
    }
    Q_UNREACHABLE();
}

} // namespace ui::results
