#pragma once

#include "app/limits/associationtypes.h"
#include "app/limits/live.h"
#include "app/limits/rules.h"

#include <QString>

#include <optional>
#include <span>

namespace limits {

/// Which direction of the open pair a row belongs to.
enum class Side : quint8 {
    There, ///< from the pair's source to its target
    Back,
};

/// What was typed into one row. Nothing is clamped or dropped: text that is no valid value stays
/// and is marked.
struct DraftRow
{
    QString typeId;
    QString category; ///< an API name; empty: what the table of names says; anything else is kept
    QString limit;    ///< empty: none entered; "many" is an entry
    Side side = Side::There;
    LiveLimit base{}; ///< what the account had when the limit was entered

    bool operator==(const DraftRow &) const = default;
};

/// One row of the table: what was typed, what it means, and what the account has.
struct Row
{
    explicit Row(DraftRow typed)
        : draft(std::move(typed))
    {
    }

    /// Fills in what follows from the draft and from `live`. `known` are the named types of the
    /// row's direction.
    void parse(std::span<const AssociationType> known);
    /// Takes over what the account says of the row's type.
    void become(const LiveType &type);

    /// The limit the row would have after a submission: the one entered, else the account's.
    [[nodiscard]] LiveLimit effective() const;
    /// A valid limit is entered that the account does not have, as far as is known.
    [[nodiscard]] bool isChange() const { return hasEntry && !(live.known && live.limit == limit); }

    DraftRow draft;
    std::optional<qint32> typeId;
    std::optional<Category> category;
    std::optional<qint32> limit; ///< the one entered; nullopt: "Many", none entered or no limit
    bool hasEntry = false;       ///< a valid limit (or "Many") is entered
    bool ofAccount = false;      ///< the account lists it: only its limit can be edited
    bool unlabeled = false;      ///< as the account says; false where it says nothing
    LiveLimit live;
    QString label;    ///< the account's
    Issues ownIssues; ///< those that do not depend on other rows
    Issues issues;
};

} // namespace limits
