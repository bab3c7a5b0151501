#include "ui/history/storymodel.h"

#include "ui/history/comparerows.h"
#include "ui/history/glyphdelegate.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/outcomewords.h"
#include "ui/widgets/timetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace ui::history {

using namespace Qt::StringLiterals;
using limits::LiveLimit;
using submission::StoryStep;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::history::StoryWords)
};

QString changeText(const StoryStep &step)
{
    return u"%1 → %2"_s.arg(limitText(step.limit.asked.before),
                            limitText(LiveLimit::of(step.limit.asked.limit)));
}

QString text(const StoryStep &step, StoryModel::Column column)
{
    using Column = StoryModel::Column;
    switch (column) {
    case Column::When:
        return widgets::dateTimeText(step.time, QLocale());
    case Column::Change:
        return changeText(step);
    case Column::Stored:
        return limitText(step.after);
    case Column::Outcome: {
        const QString name = widgets::outcomeText(step.limit);
        const QString words = step.limit.message.simplified();
        //: %1 is an outcome ("Failed"), %2 HubSpot's words about it.
        return words.isEmpty() || step.limit.outcome == submission::Outcome::Stored
                   ? name
                   : Words::tr("%1: %2").arg(name, words);
    }
    }
    Q_UNREACHABLE();
}

bool startsWith(const std::vector<StoryStep> &steps, const std::vector<StoryStep> &first)
{
    return steps.size() >= first.size() && std::equal(first.begin(), first.end(), steps.begin());
}

} // namespace

QString stepText(const StoryStep &step)
{
    const LiveLimit &before = step.limit.asked.before;
    const QString asked = limitText(LiveLimit::of(step.limit.asked.limit));
    const QString outcome = widgets::outcomeText(step.limit);
    //: What was asked for of a limit, and what came of it: from 5 to 3, Stored.
    return before.known ? Words::tr("from %1 to %2, %3.").arg(limitText(before), asked, outcome)
                        : Words::tr("to %1, %2.").arg(asked, outcome);
}

QString stepToolTip(const StoryStep &step)
{
    QStringList lines{widgets::dateTimeText(step.time, QLocale()) + u", "_s +
                          widgets::zoneText(step.time),
                      changeText(step) + u": "_s + widgets::outcomeText(step.limit),
                      widgets::outcomeLook(step.limit.outcome).hint};
    if (!step.limit.message.isEmpty()) {
        lines.append(step.limit.message);
    }
    if (!step.reverts.isNull()) {
        lines.append(Words::tr("This took back an earlier submission."));
    }
    return widgets::plainToolTip(lines.join(u'\n'));
}

void StoryModel::setSteps(std::vector<StoryStep> steps, bool complete)
{
    m_asked = false;
    m_complete = complete;
    if (!startsWith(steps, m_steps)) {
        beginResetModel();
        m_steps = std::move(steps);
        endResetModel();
    } else if (steps.size() > m_steps.size()) {
        beginInsertRows({}, rowCount(), int(steps.size()) - 1);
        m_steps = std::move(steps);
        endInsertRows();
    }
}

int StoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

int StoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

bool StoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete && !m_asked;
}

void StoryModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent)) {
        m_asked = true;
        Q_EMIT moreWanted();
    }
}

QVariant StoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const StoryStep &step = m_steps[size_t(index.row())];
    const auto column = Column(index.column());
    const bool isOutcome = column == Column::Outcome;
    const auto look = widgets::outcomeLook(step.limit.outcome);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(step, column);
    case Qt::ToolTipRole:
        return stepToolTip(step);
    case Qt::TextAlignmentRole:
        return int((column == Column::Stored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case GlyphDelegate::AbsentRole:
        return column == Column::Stored && !step.after.known;
    case GlyphDelegate::GlyphRole:
        return isOutcome ? QVariant(int(look.glyph)) : QVariant();
    case GlyphDelegate::ToneRole:
        return int(look.tone);
    default:
        return {};
    }
}

QVariant StoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns) {
        return {};
    }
    const auto column = Column(section);
    if (role == Qt::TextAlignmentRole) {
        return int((column == Column::Stored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Column::When:
        return tr("When");
    case Column::Change:
        //: Column: the limit before, and the one asked for.
        return tr("Before → asked");
    case Column::Stored:
        //: The limit that HubSpot reports.
        return tr("Stored");
    case Column::Outcome:
        return tr("Outcome");
    }
    Q_UNREACHABLE();
}

} // namespace ui::history
