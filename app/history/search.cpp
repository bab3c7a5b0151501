#include "app/history/search.h"

#include "app/history/names.h"
#include "app/history/recordrows.h"
#include "app/history/searchtext.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <limits>
#include <set>

namespace history {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using support::Done;
using support::Unexpected;

namespace {

// Shorter texts have no trigram to be found by.
constexpr qsizetype shortestIndexed = 3;

/// Places from `from` on, below `until`.
struct Range
{
    qint64 from = 0;
    qint64 until = 0;
};

/// Parts of a WHERE clause and the values of their parameters.
struct Conditions
{
    QString sql = u"1"_s;
    QVariantList values;

    void add(const QString &condition, const QVariantList &more)
    {
        sql += u" AND "_s + condition;
        values += more;
    }
};

/// Text that the index can find; empty where there is none.
QString indexedText(const QString &foldedText)
{
    return foldedText.toUcs4().size() < shortestIndexed ? QString() : foldedText;
}

/// All that the filter asks for but its dates and a text for the index.
Conditions conditionsOf(const Filter &filter, const QString &foldedText)
{
    Conditions conditions;
    if (!filter.accountId.isEmpty()) {
        conditions.add(u"account_id = ?"_s, {filter.accountId});
    }
    if (filter.outcome) {
        conditions.add(u"outcome = ?"_s, {nameOf(*filter.outcome)});
    }
    if (filter.kind) {
        conditions.add(u"kinds & ?"_s, {kindBit(*filter.kind)});
    }
    if (!foldedText.isEmpty() && indexedText(foldedText).isEmpty()) {
        bool isNumber = false;
        const int typeId = foldedText.toInt(&isNumber);
        const QVariant type = isNumber ? QVariant(typeId) : QVariant();
        conditions.add(u"(instr(search_text, ?) > 0 OR EXISTS (SELECT 1 FROM type_in_submission "
                       "WHERE type_id = ? AND submission = seq) OR (indexed = 0 AND EXISTS "
                       "(SELECT 1 FROM exchange JOIN limit_change ON exchange = exchange.id "
                       "WHERE exchange.submission = seq AND type_id = ?)))"_s,
                       {foldedText, type, type});
    }
    return conditions;
}

Range datesOf(const Filter &filter)
{
    return {filter.from ? firstPlaceAt(*filter.from) : std::numeric_limits<qint64>::min(),
            filter.until ? firstPlaceAt(*filter.until) : std::numeric_limits<qint64>::max()};
}

/// The text as a phrase: its trigrams in their order, which is a substring.
QString phrase(QString text)
{
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

/// Looks the record itself through. One that can't be read has no text, as in the index.
Result<bool> hasText(const QSqlDatabase &database, qint64 place, const QString &foldedText)
{
    const auto record = selectRecord(database, place);
    if (!record) {
        return record.error().kind == StoreErrorKind::Damaged ? Result<bool>(false)
                                                              : Unexpected{record.error()};
    }
    return searchText(*record).contains(foldedText);
}

class Search
{
public:
    Search(const QSqlDatabase &database, const Filter &filter, const Store::GoOn &goOn)
        : m_database(database)
        , m_goOn(goOn)
        , m_text(indexedText(folded(filter.text)))
        , m_conditions(conditionsOf(filter, folded(filter.text)))
        , m_dates(datesOf(filter))
    {
    }

    Result<std::vector<Summary>> page(const std::optional<Summary> &last, int limit);
    Result<qint64> count();

private:
    /// Where nothing has to be looked for, a query ends by itself.
    [[nodiscard]] bool isPlain() const { return m_text.isEmpty() && m_conditions.values.isEmpty(); }

    Result<Done> bound(Range &range) const;
    template<typename Take> Result<Done> inSlices(Range range, Take &&take) const;

    Result<qint64> countTexts() const;
    Result<std::vector<Summary>> pinned(Range range, int limit) const;
    Result<std::vector<Summary>> unpinned(Range range, int limit) const;
    Result<std::vector<Summary>> indexed(Range range, int limit) const;
    Result<std::vector<Summary>> plain(Range range, int limit) const;
    /// Of the records whose text is not in the index.
    Result<std::vector<Summary>> unindexed(Range range, int limit, int pinned) const;
    [[nodiscard]] QVariantList valuesFor(const Range &range, const QVariantList &more = {}) const
    {
        return QVariantList{range.from, range.until} + m_conditions.values + more;
    }

    QSqlDatabase m_database;
    const Store::GoOn &m_goOn;
    QString m_text; ///< for the index
    Conditions m_conditions;
    Range m_dates;
};

/// Narrows a range to the places that are taken.
Result<Done> Search::bound(Range &range) const
{
    Statement select(m_database, u"SELECT (SELECT min(seq) FROM submission), "
                                 "(SELECT max(seq) FROM submission)"_s);
    if (!select.run() || !select.next()) {
        return Unexpected{select.failure()};
    }
    if (select.value(0).isNull()) {
        range = {0, 0};
        return Done{};
    }
    range.from = std::max(range.from, select.value(0).toLongLong());
    range.until = std::min(range.until, select.value(1).toLongLong() + 1);
    return Done{};
}

/// Newest first. `take` gets a slice and says whether to go on. Slices begin small, so that a
/// search is given up soon, and grow as long as they cost next to nothing. Not for the full-text
/// index: where a slice has no match it looks for the next one all the way down (150 ms among a
/// million records were the same for a slice and for all).
template<typename Take> Result<Done> Search::inSlices(Range range, Take &&take) const
{
    if (auto bounded = bound(range); !bounded) {
        return bounded;
    }
    const qint64 whole = range.until - range.from;
    qint64 size = std::max<qint64>(1, whole / 256);
    while (range.until > range.from && (!m_goOn || m_goOn())) {
        const auto start = std::chrono::steady_clock::now();
        const Range slice{std::max(range.from, range.until - size), range.until};
        const Result<bool> goesOn = take(slice);
        if (!goesOn) {
            return Unexpected{goesOn.error()};
        }
        if (!*goesOn) {
            break;
        }
        const auto cost = std::chrono::steady_clock::now() - start;
        if (cost < 2ms) {
            size = std::min(whole, size * 16);
        } else if (cost < 5ms) {
            size = std::min(whole, size * 2);
        } else if (cost > 15ms) {
            size = std::max<qint64>(1, size / 2);
        }
        range.until = slice.from;
    }
    return Done{};
}

Result<std::vector<Summary>> Search::page(const std::optional<Summary> &last, int limit)
{
    std::vector<Summary> page;
    const auto isWanted = [this] { return !m_goOn || m_goOn(); };
    if (limit <= 0 || !isWanted()) {
        return page;
    }
    Range below = m_dates;
    if (last) {
        below.until = std::min(below.until, last->place);
    }
    if (!last || last->pinned) {
        auto pins = pinned(below, limit);
        if (!pins) {
            return pins;
        }
        page = *std::move(pins);
        below = m_dates;
    }
    if (int(page.size()) < limit && isWanted()) {
        auto others = unpinned(below, limit - int(page.size()));
        if (!others) {
            return others;
        }
        page.insert(page.end(), others->begin(), others->end());
    }
    return page;
}

/// There are few of them, so the text of each is looked at: to ask the index about one record costs
/// far more.
Result<std::vector<Summary>> Search::pinned(Range range, int limit) const
{
    QString sql = u"SELECT %1 FROM submission WHERE pinned = 1 AND seq >= ? AND seq < ? AND "_s.arg(
                      summaryColumns) +
                  m_conditions.sql;
    QVariantList more;
    if (!m_text.isEmpty()) {
        sql += u" AND indexed = 1 AND instr((SELECT text FROM submission_text "
               "WHERE rowid = seq), ?) > 0"_s;
        more << m_text;
    }
    Statement select(m_database, sql + u" ORDER BY seq DESC LIMIT ?"_s);
    auto found = summariesFrom(select, valuesFor(range, more << limit));
    if (!found || m_text.isEmpty()) {
        return found;
    }
    auto others = unindexed(range, limit, 1);
    if (!others) {
        return others;
    }
    found->insert(found->end(), others->begin(), others->end());
    std::ranges::sort(*found, std::ranges::greater(), &Summary::place);
    found->resize(std::min(found->size(), size_t(limit)));
    return found;
}

Result<std::vector<Summary>> Search::unpinned(Range range, int limit) const
{
    if (!m_text.isEmpty()) {
        return indexed(range, limit);
    }
    if (isPlain()) {
        return plain(range, limit);
    }
    std::vector<Summary> found;
    auto done = inSlices(range, [&](const Range &slice) -> Result<bool> {
        auto part = plain(slice, limit - int(found.size()));
        if (!part) {
            return Unexpected{part.error()};
        }
        found.insert(found.end(), part->begin(), part->end());
        return int(found.size()) < limit;
    });
    if (!done) {
        return Unexpected{done.error()};
    }
    return found;
}

Result<std::vector<Summary>> Search::plain(Range range, int limit) const
{
    Statement select(m_database,
                     u"SELECT %1 FROM submission WHERE pinned = 0 AND seq >= ? AND seq < ? "
                     "AND %2 ORDER BY seq DESC LIMIT ?"_s.arg(summaryColumns, m_conditions.sql));
    return summariesFrom(select, valuesFor(range, {limit}));
}

Result<std::vector<Summary>> Search::indexed(Range range, int limit) const
{
    // The cross join keeps the order: the index first, which goes through its rows backwards.
    Statement select(
        m_database,
        u"SELECT %1 FROM submission_text CROSS JOIN submission ON seq = submission_text.rowid "
        "WHERE submission_text MATCH ? AND submission_text.rowid >= ? AND "
        "submission_text.rowid < ? AND indexed = 1 AND pinned = 0 AND %2 "
        "ORDER BY submission_text.rowid DESC LIMIT ?"_s.arg(summaryColumns, m_conditions.sql));
    auto found = summariesFrom(select, QVariantList{phrase(m_text)} + valuesFor(range, {limit}));
    if (!found) {
        return found;
    }
    auto others = unindexed(range, limit, 0);
    if (!others) {
        return others;
    }
    if (!others->empty()) {
        found->insert(found->end(), others->begin(), others->end());
        std::ranges::sort(*found, std::ranges::greater(), &Summary::place);
        found->resize(std::min(found->size(), size_t(limit)));
    }
    return found;
}

Result<std::vector<Summary>> Search::unindexed(Range range, int limit, int pinned) const
{
    std::vector<Summary> found;
    Statement select(
        m_database, u"SELECT %1 FROM submission WHERE indexed = 0 AND pinned = ? AND seq >= ? "
                    "AND seq < ? AND %2 ORDER BY seq DESC"_s.arg(summaryColumns, m_conditions.sql));
    for (bool more = select.run(QVariantList{pinned} + valuesFor(range)) && select.next();
         more && int(found.size()) < limit && (!m_goOn || m_goOn()); more = select.next()) {
        auto summary = summaryFrom(select);
        if (!summary) {
            return Unexpected{summary.error()};
        }
        const auto matches = hasText(m_database, summary->place, m_text);
        if (!matches) {
            return Unexpected{matches.error()};
        }
        if (*matches) {
            found.push_back(*std::move(summary));
        }
    }
    if (select.failed()) {
        return Unexpected{select.failure()};
    }
    return found;
}

Result<qint64> Search::count()
{
    if (!m_text.isEmpty()) {
        return countTexts();
    }
    qint64 total = 0;
    const auto add = [&](const Range &slice) -> Result<bool> {
        Statement select(m_database,
                         u"SELECT count(*) FROM submission WHERE seq >= ? AND seq < ? AND "_s +
                             m_conditions.sql);
        if (!select.run(valuesFor(slice)) || !select.next()) {
            return Unexpected{select.failure()};
        }
        total += select.value(0).toLongLong();
        return true;
    };
    if (isPlain()) {
        const auto all = add(m_dates);
        return all ? Result<qint64>(total) : Unexpected{all.error()};
    }
    const auto done = inSlices(m_dates, add);
    return done ? Result<qint64>(total) : Unexpected{done.error()};
}

/// One by one, since count() can't be given up.
Result<qint64> Search::countTexts() const
{
    constexpr qint64 rowsBetweenQuestions = 1024;
    qint64 total = 0;
    Statement select(
        m_database,
        u"SELECT 1 FROM submission_text CROSS JOIN submission ON seq = submission_text.rowid "
        "WHERE submission_text MATCH ? AND submission_text.rowid >= ? AND "
        "submission_text.rowid < ? AND indexed = 1 AND "_s +
            m_conditions.sql);
    for (bool found =
             select.run(QVariantList{phrase(m_text)} + valuesFor(m_dates)) && select.next();
         found && (total % rowsBetweenQuestions != 0 || !m_goOn || m_goOn());
         found = select.next()) {
        ++total;
    }
    if (select.failed()) {
        return Unexpected{select.failure()};
    }
    for (int pinned = 0; pinned < 2; ++pinned) {
        const auto others = unindexed(m_dates, std::numeric_limits<int>::max(), pinned);
        if (!others) {
            return Unexpected{others.error()};
        }
        total += qint64(others->size());
    }
    return total;
}

} // namespace

Result<std::vector<Summary>> selectPage(const QSqlDatabase &database, const Filter &filter,
                                        const std::optional<Summary> &last, int limit,
                                        const Store::GoOn &goOn)
{
    const Transaction view(database, Transaction::Kind::Read);
    if (auto begun = view.begun(); !begun) {
        return Unexpected{begun.error()};
    }
    return Search(database, filter, goOn).page(last, limit);
}

Result<qint64> countMatches(const QSqlDatabase &database, const Filter &filter,
                            const Store::GoOn &goOn)
{
    const Transaction view(database, Transaction::Kind::Read);
    if (auto begun = view.begun(); !begun) {
        return Unexpected{begun.error()};
    }
    return Search(database, filter, goOn).count();
}

Result<Version> storeVersion(const QSqlDatabase &database)
{
    Statement select(database, u"SELECT revision, removals FROM store_state"_s);
    if (!select.run() || !select.next()) {
        return Unexpected{select.failure()};
    }
    return Version{select.value(0).toLongLong(), select.value(1).toLongLong()};
}

Result<std::vector<Changed>> changedSince(const QSqlDatabase &database, qint64 revision,
                                          const Filter &filter, int limit)
{
    const QString text = folded(filter.text);
    const QString indexed = indexedText(text);
    const Range dates = datesOf(filter);
    Conditions conditions = conditionsOf(filter, text);
    conditions.add(u"seq >= ? AND seq < ?"_s, {dates.from, dates.until});
    std::vector<Changed> changes;
    Statement select(database, u"SELECT %1, %2 FROM submission WHERE revision > ? "
                               "ORDER BY revision LIMIT ?"_s.arg(conditions.sql, summaryColumns));
    const QVariantList values = conditions.values + QVariantList{revision, limit};
    for (bool found = select.run(values) && select.next(); found; found = select.next()) {
        auto summary = summaryFrom(select, 1);
        if (!summary) {
            return Unexpected{summary.error()};
        }
        Result<bool> matches = select.number(0) != 0;
        if (*matches && !indexed.isEmpty()) {
            matches = hasText(database, summary->place, indexed);
        }
        if (!matches) {
            return Unexpected{matches.error()};
        }
        changes.push_back({*std::move(summary), *matches});
    }
    if (select.failed()) {
        return Unexpected{select.failure()};
    }
    return changes;
}

Result<std::vector<Record>> selectStory(const QSqlDatabase &database, const LimitKey &key,
                                        const std::optional<QUuid> &before, int limit)
{
    qint64 below = std::numeric_limits<qint64>::max();
    if (before) {
        const auto place = placeOf(database, *before);
        if (!place) {
            return Unexpected{place.error()};
        }
        below = *place;
    }
    std::set<qint64, std::greater<>> places;
    for (const auto &source : {u"type_in_submission CROSS JOIN submission ON submission = seq "
                               "WHERE type_id = ? AND submission < ?"_s,
                               u"submission WHERE indexed = 0 AND ? IS NOT NULL AND seq < ?"_s}) {
        Statement select(
            database, u"SELECT seq FROM %1 AND account_id = ? AND EXISTS (SELECT 1 FROM exchange "
                      "JOIN limit_change ON exchange = exchange.id WHERE "
                      "exchange.submission = seq AND exchange.from_id = ? AND "
                      "exchange.to_id = ? AND type_id = ? AND category = ?) "
                      "ORDER BY seq DESC LIMIT ?"_s.arg(source));
        const QVariantList values{key.typeId,
                                  below,
                                  key.accountId,
                                  key.pair.from,
                                  key.pair.to,
                                  key.typeId,
                                  QString(limits::wireName(key.category)),
                                  limit};
        for (bool found = select.run(values) && select.next(); found; found = select.next()) {
            places.insert(select.value(0).toLongLong());
        }
        if (select.failed()) {
            return Unexpected{select.failure()};
        }
    }
    std::vector<Record> records;
    for (const qint64 place : places) {
        if (int(records.size()) == limit) {
            break;
        }
        auto record = selectRecord(database, place);
        if (!record) {
            return Unexpected{record.error()};
        }
        std::erase_if(record->exchanges, [&key](const Exchange &exchange) {
            return exchange.request.pair != key.pair ||
                   std::ranges::none_of(exchange.request.changes, [&key](const auto &change) {
                       return change.category == key.category && change.typeId == key.typeId;
                   });
        });
        std::erase_if(record->readBacks,
                      [&key](const ReadBack &readBack) { return readBack.pair != key.pair; });
        records.push_back(*std::move(record));
    }
    return records;
}

} // namespace history
