#pragma once

#include "app/history/filter.h"

#include <QCoreApplication>
#include <QDate>
#include <QString>

#include <optional>
#include <span>

namespace ui::history {

/// Days of this computer's calendar, in its time zone.
struct Days
{
    enum class Span : quint8 { Any, Today, Last7, Last30, Between };

    Span span = Span::Any;
    QDate first; ///< of Between, with that day
    QDate last;  ///< of Between, with that day

    bool operator==(const Days &) const = default;
};

/// What a person chose to see of the history.
struct FilterChoice
{
    QString text;
    QString accountId; ///< empty: any
    QString accountName;
    std::optional<::history::RecordOutcome> outcome;
    std::optional<limits::Operation> kind;
    Days days;

    bool operator==(const FilterChoice &) const = default;
};

/// As the store understands it: days begin at this computer's midnight.
[[nodiscard]] ::history::Filter toFilter(const FilterChoice &choice, const QDate &today);

/// Something to choose and its words. The English ones are a stable name.
template<typename Value> struct Choice
{
    Value value;
    const char *english;

    [[nodiscard]] QString words() const
    {
        return QCoreApplication::translate("ui::history::FilterChoice", english);
    }
};

// Said, since clang 14 deduces nothing for an aggregate.
template<typename Value> Choice(Value, const char *) -> Choice<Value>;

[[nodiscard]] std::span<const Choice<::history::RecordOutcome>> outcomeChoices();
[[nodiscard]] std::span<const Choice<limits::Operation>> kindChoices();
/// All but Any and Between.
[[nodiscard]] std::span<const Choice<Days::Span>> dayChoices();

/// The part of a choice that is taken away by one chip.
enum class FilterPart : quint8 { Account, Outcome, Kind, Days };

/// What a chip says; empty where that part lets everything through.
struct ChipText
{
    QString words;
    QString english; ///< for the stable name

    [[nodiscard]] bool isEmpty() const { return words.isEmpty(); }
};

[[nodiscard]] ChipText chipText(const FilterChoice &choice, FilterPart part);
/// The choice without that part.
[[nodiscard]] FilterChoice without(FilterChoice choice, FilterPart part);

} // namespace ui::history
