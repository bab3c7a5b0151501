#include "app/submission/matching.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace submission {

using namespace Qt::StringLiterals;

namespace {

// HubSpot documents nothing that ties an error of a 207 to its input, so the limits are looked for
// under every name a type ID could have. "fromObjectTypeId" and the like are object types.
bool namesTypeId(const QString &key)
{
    return key.endsWith("typeid"_L1, Qt::CaseInsensitive) &&
           !key.contains("object"_L1, Qt::CaseInsensitive);
}

bool namesCategory(const QString &key)
{
    return key.endsWith("category"_L1, Qt::CaseInsensitive) &&
           !key.startsWith("sub"_L1, Qt::CaseInsensitive);
}

std::vector<size_t> concernedByContext(const api::ErrorDetail &error,
                                       const std::vector<LimitOutcome> &limits)
{
    std::vector<qint32> typeIds;
    QStringList categories;
    for (const auto &[key, values] : error.context) {
        if (namesCategory(key)) {
            categories += values;
        }
        if (!namesTypeId(key)) {
            continue;
        }
        for (const QString &value : values) {
            bool whole = false;
            const qint32 typeId = value.trimmed().toInt(&whole);
            if (whole) {
                typeIds.push_back(typeId);
            }
        }
    }
    std::vector<size_t> found;
    for (const qint32 typeId : typeIds) {
        std::vector<size_t> candidates;
        for (size_t i = 0; i < limits.size(); ++i) {
            const limits::Change &asked = limits[i].asked;
            const QString category = wireName(asked.category);
            if (asked.typeId == typeId && (categories.isEmpty() || categories.contains(category))) {
                candidates.push_back(i);
            }
        }
        if (candidates.size() > 1) {
            std::erase_if(candidates, [&limits](size_t i) {
                return limits[i].outcome == Outcome::Stored ||
                       limits[i].outcome == Outcome::StoredDifferently;
            });
        }
        if (candidates.size() == 1) {
            found.push_back(candidates.front());
        }
    }
    return found;
}

// A number in a sentence may as well be a limit ("must not exceed 5"), so one that follows the word
// "type" counts before one that merely stands there, a number that is also one of the limits asked
// for counts not at all without that word, and a sentence that fits two limits fits none.
std::vector<size_t> concernedByMessage(const QString &message,
                                       const std::vector<LimitOutcome> &limits)
{
    // Not part of "0-1", "p123", "1.5" or "10,000".
    static const QRegularExpression number(
        uR"((\btype(?:s|\s*id)?s?["'\s:=#]*)?(?<![\w.,-])(\d{1,10})(?![\w-]|[.,]\d))"_s,
        QRegularExpression::CaseInsensitiveOption);
    std::vector<qint32> afterType;
    std::vector<qint32> bare;
    for (auto matches = number.globalMatch(message); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        bool fits = false;
        const qint32 value = match.captured(2).toInt(&fits);
        if (fits) {
            (match.capturedLength(1) > 0 ? afterType : bare).push_back(value);
        }
    }
    const auto open = [](const LimitOutcome &limit) {
        return limit.outcome == Outcome::Missing || limit.outcome == Outcome::Failed;
    };
    std::erase_if(bare, [&limits, open](qint32 value) {
        return std::ranges::any_of(limits, [value, open](const LimitOutcome &limit) {
            return open(limit) && limit.asked.limit == value;
        });
    });
    const auto named = [&limits, open](const std::vector<qint32> &values) {
        std::vector<size_t> found;
        for (size_t i = 0; i < limits.size(); ++i) {
            if (open(limits[i]) &&
                std::ranges::find(values, limits[i].asked.typeId) != values.end()) {
                found.push_back(i);
            }
        }
        return found;
    };
    std::vector<size_t> found = named(afterType);
    if (found.empty()) {
        found = named(bare);
    }
    return found.size() == 1 ? found : std::vector<size_t>();
}

void report(LimitOutcome &limit, const api::StoredLimit &stored)
{
    const bool differs = stored.limit && stored.limit != limit.asked.limit;
    // Named twice, the report that differs is the one worth seeing.
    if (limit.outcome == Outcome::StoredDifferently && !differs) {
        return;
    }
    limit.outcome = differs ? Outcome::StoredDifferently : Outcome::Stored;
    limit.stored = stored.limit;
    limit.label = stored.label;
}

void matchResults(std::vector<LimitOutcome> &limits, const std::vector<api::StoredLimit> &results)
{
    using Key = std::pair<QString, qint32>;
    QHash<Key, size_t> byKey;
    for (size_t i = 0; i < limits.size(); ++i) {
        byKey.insert({QString(wireName(limits[i].asked.category)), limits[i].asked.typeId}, i);
    }
    QHash<qint32, std::vector<const api::StoredLimit *>> ofUnknownCategory;
    for (const api::StoredLimit &stored : results) {
        const auto found = byKey.constFind({stored.category, stored.typeId});
        if (found != byKey.cend()) {
            report(limits[*found], stored);
        } else if (!limits::categoryFromWire(stored.category)) {
            ofUnknownCategory[stored.typeId].push_back(&stored);
        }
    }
    for (auto it = ofUnknownCategory.cbegin(); it != ofUnknownCategory.cend(); ++it) {
        const auto fits = [typeId = it.key()](const LimitOutcome &limit) {
            return limit.outcome == Outcome::Missing && limit.asked.typeId == typeId;
        };
        if (it->size() == 1 && std::ranges::count_if(limits, fits) == 1) {
            report(*std::ranges::find_if(limits, fits), *it->front());
        }
    }
}

void addMessage(LimitOutcome &limit, const QString &message)
{
    if (!message.isEmpty()) {
        limit.message += limit.message.isEmpty() ? message : u'\n' + message;
    }
}

void refuse(LimitOutcome &limit, const QString &message)
{
    // What the answer says is stored stands, whatever else it says about it.
    if (!limit.stored) {
        limit.outcome = Outcome::Failed;
    }
    addMessage(limit, message);
}

// What it means that an answer that came whole names a limit neither stored nor failed.
Outcome unnamed(limits::Operation operation, const api::BatchResponse &response, int httpStatus,
                bool errorsLeft)
{
    const QString status = response.status.value_or(QString());
    if (status == "PENDING"_L1 || status == "PROCESSING"_L1) {
        return Outcome::Unknown;
    }
    // A purge lists nothing, or answers 204 without a body.
    const qint64 announced = response.numErrors.value_or(httpStatus == 207 ? 1 : 0);
    const bool complete = !response.status || status == "COMPLETE"_L1;
    if (operation == limits::Operation::Purge && complete && !errorsLeft &&
        announced <= qint64(response.errors.size())) {
        return Outcome::Stored;
    }
    return Outcome::Missing;
}

} // namespace

std::vector<size_t> concernedBy(const api::ErrorDetail &error,
                                const std::vector<LimitOutcome> &limits)
{
    const std::vector<size_t> found = concernedByContext(error, limits);
    return found.empty() ? concernedByMessage(error.message, limits) : found;
}

std::vector<LimitOutcome> matchResponse(std::vector<LimitOutcome> asked,
                                        const api::BatchResponse &response, int httpStatus,
                                        std::vector<api::ErrorDetail> &unmatched)
{
    for (LimitOutcome &limit : asked) {
        limit.outcome = Outcome::Missing;
    }
    matchResults(asked, response.results);

    std::vector<api::ErrorDetail> left;
    for (const api::ErrorDetail &error : response.errors) {
        const std::vector<size_t> concerned = concernedBy(error, asked);
        for (const size_t i : concerned) {
            refuse(asked[i], error.message);
        }
        if (concerned.empty()) {
            left.push_back(error);
        }
    }

    const auto open = [](const LimitOutcome &limit) { return limit.outcome == Outcome::Missing; };
    const bool allErrorsSeen = response.numErrors.value_or(qint64(response.errors.size())) ==
                               qint64(response.errors.size());
    for (LimitOutcome &limit : asked) {
        if (open(limit)) {
            limit.outcome = unnamed(limit.operation, response, httpStatus, !left.empty());
        }
    }
    // One limit without an answer and one error without a limit belong together; more are not
    // guessed at.
    if (left.size() == 1 && allErrorsSeen && std::ranges::count_if(asked, open) == 1) {
        refuse(*std::ranges::find_if(asked, open), left.front().message);
        left.clear();
    }
    unmatched.insert(unmatched.end(), left.begin(), left.end());
    return asked;
}

} // namespace submission
