#include "ui/results/resultsmodel.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/outcomewords.h"

#include <QLocale>

#include <algorithm>

namespace ui::results {

using namespace Qt::StringLiterals;
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

// The label HubSpot reports, else the one known when it was asked for.
QString labelOf(const LimitOutcome &outcome)
{
    return outcome.label && !outcome.label->isEmpty() ? *outcome.label : outcome.asked.label;
}

} // namespace

void ResultsModel::setOutcomes(std::vector<LimitOutcome> outcomes)
{
    if (sameLimits(m_outcomes, outcomes)) {
        if (m_outcomes != outcomes) {
            m_outcomes = std::move(outcomes);
            findSharedMessages();
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
        }
        return;
    }
    beginResetModel();
    m_outcomes = std::move(outcomes);
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
    return parent.isValid() ? 0 : columns;
}

QString ResultsModel::text(const LimitOutcome &outcome, Column column) const
{
    const QLocale locale;
    switch (column) {
    case Column::Label: {
        const QString label = labelOf(outcome);
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
    case Column::Asked:
        //: No limit.
        return outcome.asked.limit ? locale.toString(*outcome.asked.limit) : tr("Many");
    case Column::Stored:
        if (outcome.stored) {
            return locale.toString(*outcome.stored);
        }
        return named(outcome) ? tr("not reported") : u"–"_s;
    case Column::Outcome: {
        const QString name = widgets::outcomeLook(outcome.outcome).name;
        //: %1 is an outcome ("Failed"), %2 HubSpot's words about it.
        return outcome.message.isEmpty() || m_shared.contains(outcome.exchange)
                   ? name
                   : tr("%1: %2").arg(name, outcome.message);
    }
    }
    Q_UNREACHABLE();
}

QVariant ResultsModel::raw(const LimitOutcome &outcome, Column column) const
{
    switch (column) {
    case Column::Label:
    case Column::Category:
        return text(outcome, column);
    case Column::TypeId:
        return outcome.asked.typeId;
    case Column::Asked:
        return outcome.asked.limit ? QVariant(*outcome.asked.limit) : QVariant();
    case Column::Stored:
        return outcome.stored ? QVariant(*outcome.stored) : QVariant();
    case Column::Outcome:
        return int(outcome.outcome);
    }
    Q_UNREACHABLE();
}

bool ResultsModel::absent(const LimitOutcome &outcome, Column column)
{
    switch (column) {
    case Column::Label:
        return labelOf(outcome).isEmpty();
    case Column::Stored:
        return !outcome.stored;
    case Column::TypeId:
    case Column::Category:
    case Column::Asked:
    case Column::Outcome:
        return false;
    }
    Q_UNREACHABLE();
}

QString ResultsModel::toolTip(const LimitOutcome &outcome, Column column) const
{
    if (column != Column::Outcome) {
        return widgets::plainToolTip(text(outcome, column));
    }
    const QString hint = widgets::outcomeLook(outcome.outcome).hint;
    return widgets::plainToolTip(outcome.message.isEmpty() ? hint : hint + u'\n' + outcome.message);
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
    case Qt::AccessibleTextRole:
        return text(outcome, column);
    case Qt::ToolTipRole:
        return toolTip(outcome, column);
    case Qt::TextAlignmentRole: {
        const bool number =
            column == Column::TypeId || column == Column::Asked || column == Column::Stored;
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case RawRole:
        return raw(outcome, column);
    case OutcomeRole:
        return int(outcome.outcome);
    case MessageRole:
        return m_shared.contains(outcome.exchange) ? QString() : outcome.message;
    case AbsentRole:
        return absent(outcome, column);
    default:
        return {};
    }
}

QVariant ResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns) {
        return {};
    }
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole) {
        const bool number =
            column == Column::TypeId || column == Column::Asked || column == Column::Stored;
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Column::Label:
        return tr("Label");
    case Column::TypeId:
        return tr("Type ID");
    case Column::Category:
        return tr("Category");
    case Column::Asked:
        //: The limit that was asked for.
        return tr("Asked");
    case Column::Stored:
        //: The limit that HubSpot reports.
        return tr("Stored");
    case Column::Outcome:
        return tr("Outcome");
    }
    Q_UNREACHABLE();
}

} // namespace ui::results
