#pragma once

#include "app/limits/category.h"
#include "app/support/expected.h"

#include <QFlags>
#include <QString>

#include <optional>

namespace limits {

/// A limit above this draws a warning: HubSpot's knowledge base names 1 to 10,000, but the server
/// decides.
inline constexpr qint32 usualHighestLimit = 10'000;

/// What is wrong, or worth a word, in one row of the table.
enum class Issue : quint16 {
    // Errors: they block the submission.
    TypeIdMissing = 1 << 0,
    TypeIdNotANumber = 1 << 1,
    TypeIdOutOfRange = 1 << 2, ///< below 1, or above what the API's int32 holds
    CategoryUnknown = 1 << 3,
    LimitNotANumber = 1 << 4,
    LimitBelowOne = 1 << 5,
    LimitOutOfRange = 1 << 6,
    Duplicate = 1 << 7,      ///< another row has the same category and type ID
    AboveUnlabeled = 1 << 8, ///< a label's limit is above that of the unlabeled type
    // Warnings: the server decides, or nothing is sent.
    EqualToUnlabeled = 1 << 9, ///< HubSpot's text allows it, its example does not
    AboveUsualHighest = 1 << 10,
    ChangedMeanwhile = 1 << 11, ///< the account has another limit than when this was entered
    NotListed = 1 << 12,        ///< the account does not list the type for this pair
    NothingToSend = 1 << 13,    ///< no limit is entered
    AlreadySo = 1 << 14,        ///< the account has this limit already
};
Q_DECLARE_FLAGS(Issues, Issue)
Q_DECLARE_OPERATORS_FOR_FLAGS(Issues)

inline constexpr Issues errorIssues =
    Issue::TypeIdMissing | Issue::TypeIdNotANumber | Issue::TypeIdOutOfRange |
    Issue::CategoryUnknown | Issue::LimitNotANumber | Issue::LimitBelowOne |
    Issue::LimitOutOfRange | Issue::Duplicate | Issue::AboveUnlabeled;

/// Words of no weight: they count as no warning.
inline constexpr Issues quietIssues = Issue::NothingToSend | Issue::AlreadySo;

/// A whole number of 1 to 2,147,483,647.
[[nodiscard]] support::Expected<qint32, Issue> parseTypeId(const QString &text);

/// A whole number from 1, or "one"; nullopt ("Many", no limit) for "many", "*" or nothing. Numbers
/// above the usual highest are taken: warning about them is up to the document.
[[nodiscard]] support::Expected<std::optional<qint32>, Issue> parseLimit(const QString &text);

/// The API's names ("USER_DEFINED") and the short English ones on screen ("HubSpot", "Custom",
/// "Integrator", "Work"), in any case.
[[nodiscard]] std::optional<Category> parseCategory(const QString &text);

} // namespace limits
