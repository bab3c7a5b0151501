#pragma once

#include "app/history/record.h"

#include <QHash>
#include <QString>

#include <deque>
#include <optional>
#include <utility>
#include <vector>

namespace ui::history {

/// Where a record stands in the list: the pinned ones first, then by place; the greater standing
/// comes first.
using Standing = std::pair<bool, qint64>;

[[nodiscard]] inline Standing standingOf(const ::history::Summary &summary)
{
    return {summary.pinned, summary.place};
}

/// Whom and what a record is about; most records share one with many others.
struct Subject
{
    QString accountId;
    QString accountName;
    limits::Pair pair;
    QString fromName;
    QString toName;

    bool operator==(const Subject &) const = default;
};

[[nodiscard]] size_t qHash(const Subject &subject, size_t seed = 0);

/// What the list keeps of a record.
struct Entry
{
    QUuid id;
    qint64 place = 0;
    qint64 createdAt = 0; ///< milliseconds since 1970, UTC
    ::history::Counts counts;
    quint32 subject = 0;
    ::history::Record::State state = ::history::Record::State::InFlight;
    bool pinned = false;
    bool reverts = false;
    bool noted = false;
};

// A hundred thousand of them take about 7 MB.
static_assert(sizeof(Entry) <= 72);

/// Records in the order of their standing, kept small.
class HistoryEntries
{
public:
    using Summary = ::history::Summary;

    /// Of a note the first line is kept, and no more of it than this.
    static constexpr qsizetype longestNote = 120;

    [[nodiscard]] size_t size() const { return m_entries.size(); }
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] const Entry &at(size_t index) const { return m_entries[index]; }
    [[nodiscard]] Standing standing(size_t index) const;
    [[nodiscard]] const Subject &subject(size_t index) const;
    /// The first line of the note; empty where there is none.
    [[nodiscard]] QString note(size_t index) const;

    /// How many stand before that.
    [[nodiscard]] size_t before(const Standing &standing) const;
    /// The record at that place, pinned or not.
    [[nodiscard]] std::optional<size_t> find(qint64 place) const;
    /// Looks through all of them.
    [[nodiscard]] std::optional<size_t> find(const QUuid &id) const;

    void insert(size_t index, const std::vector<const Summary *> &summaries);
    void erase(size_t index, size_t count);
    /// False where nothing differs. The standing stays.
    [[nodiscard]] bool replace(size_t index, const Summary &summary);
    void clear();

private:
    [[nodiscard]] Entry pack(const Summary &summary);

    // A deque: to insert near the top, where that happens, is cheap, and growing copies nothing.
    std::deque<Entry> m_entries;
    std::vector<Subject> m_subjects;
    QHash<Subject, quint32> m_subjectNumbers;
    QHash<QUuid, QString> m_notes;
};

} // namespace ui::history
