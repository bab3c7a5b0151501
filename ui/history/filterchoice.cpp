#include "ui/history/filterchoice.h"

#include "ui/widgets/timetext.h"

#include <algorithm>
#include <array>

namespace ui::history {

using namespace Qt::StringLiterals;
using ::history::RecordOutcome;
using limits::Operation;

namespace {

constexpr std::array outcomes{
    //: How a submission ended.
    Choice{RecordOutcome::AllStored, QT_TRANSLATE_NOOP("ui::history::FilterChoice", "All stored")},
    //: How a submission ended.
    Choice{RecordOutcome::SomeFailed,
           QT_TRANSLATE_NOOP("ui::history::FilterChoice", "Some failed")},
    //: How a submission ended.
    Choice{RecordOutcome::Failed, QT_TRANSLATE_NOOP("ui::history::FilterChoice", "Failed")},
    //: How a submission ended.
    Choice{RecordOutcome::Unknown, QT_TRANSLATE_NOOP("ui::history::FilterChoice", "Unknown")},
};

constexpr std::array kinds{
    //: Submissions that created limits.
    Choice{Operation::Create, QT_TRANSLATE_NOOP("ui::history::FilterChoice", "Created limits")},
    //: Submissions that changed limits.
    Choice{Operation::Update, QT_TRANSLATE_NOOP("ui::history::FilterChoice", "Updated limits")},
    //: Submissions that took limits away.
    Choice{Operation::Purge, QT_TRANSLATE_NOOP("ui::history::FilterChoice", "Removed limits")},
};

constexpr std::array spans{
    Choice{Days::Span::Today, QT_TRANSLATE_NOOP("ui::history::FilterChoice", "Today")},
    Choice{Days::Span::Last7, QT_TRANSLATE_NOOP("ui::history::FilterChoice", "Last 7 days")},
    Choice{Days::Span::Last30, QT_TRANSLATE_NOOP("ui::history::FilterChoice", "Last 30 days")},
};

QDateTime begin(const QDate &day)
{
    return day.startOfDay().toUTC(); // not always midnight: clocks are put forward in the night
}

template<typename Value> ChipText textOf(std::span<const Choice<Value>> choices, Value value)
{
    const auto found = std::ranges::find(choices, value, &Choice<Value>::value);
    return {found->words(), QString::fromLatin1(found->english)};
}

ChipText textOf(const Days &days)
{
    switch (days.span) {
    case Days::Span::Any:
        return {};
    case Days::Span::Today:
    case Days::Span::Last7:
    case Days::Span::Last30:
        return textOf(dayChoices(), days.span);
    case Days::Span::Between:
        break;
    }
    const QLocale locale;
    const QString first = widgets::dateText(days.first, locale);
    const QString last = widgets::dateText(days.last, locale);
    const QString english =
        u"%1 to %2"_s.arg(days.first.toString(Qt::ISODate), days.last.toString(Qt::ISODate));
    //: Days: from %1 to %2.
    return {
        days.first == days.last
            ? first
            : QCoreApplication::translate("ui::history::FilterChoice", "%1 – %2").arg(first, last),
        english};
}

} // namespace

std::span<const Choice<RecordOutcome>> outcomeChoices()
{
    return outcomes;
}

std::span<const Choice<Operation>> kindChoices()
{
    return kinds;
}

std::span<const Choice<Days::Span>> dayChoices()
{
    return spans;
}

::history::Filter toFilter(const FilterChoice &choice, const QDate &today)
{
    ::history::Filter filter;
    filter.text = choice.text.trimmed();
    filter.accountId = choice.accountId;
    filter.outcome = choice.outcome;
    filter.kind = choice.kind;
    switch (choice.days.span) {
    case Days::Span::Any:
        break;
    case Days::Span::Today:
        filter.from = begin(today);
        break;
    case Days::Span::Last7:
        filter.from = begin(today.addDays(-6));
        break;
    case Days::Span::Last30:
        filter.from = begin(today.addDays(-29));
        break;
    case Days::Span::Between:
        filter.from = begin(choice.days.first);
        filter.until = begin(choice.days.last.addDays(1));
        break;
    }
    return filter;
}

ChipText chipText(const FilterChoice &choice, FilterPart part)
{
    switch (part) {
    case FilterPart::Account:
        return {choice.accountName, choice.accountName};
    case FilterPart::Outcome:
        return choice.outcome ? textOf(outcomeChoices(), *choice.outcome) : ChipText{};
    case FilterPart::Kind:
        return choice.kind ? textOf(kindChoices(), *choice.kind) : ChipText{};
    case FilterPart::Days:
        return textOf(choice.days);
    }
    Q_UNREACHABLE();
}

FilterChoice without(FilterChoice choice, FilterPart part)
{
    switch (part) {
    case FilterPart::Account:
        choice.accountId.clear();
        choice.accountName.clear();
        break;
    case FilterPart::Outcome:
        choice.outcome.reset();
        break;
    case FilterPart::Kind:
        choice.kind.reset();
        break;
    case FilterPart::Days:
        choice.days = {};
        break;
    }
    return choice;
}

} // namespace ui::history
