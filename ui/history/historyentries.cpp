#include "ui/history/historyentries.h"

#include <QHashFunctions>

#include <algorithm>
#include <ranges>

namespace ui::history {

using ::history::Summary;

namespace {

QString firstLine(const QString &note)
{
    const QString whole = note.trimmed();
    const qsizetype end = whole.indexOf(u'\n');
    const QString line = (end < 0 ? whole : whole.left(end)).trimmed();
    const bool cut = end >= 0 || line.size() > HistoryEntries::longestNote;
    return cut ? line.left(HistoryEntries::longestNote) + u'\u2026' : line;
}

Standing standingOf(const Entry &entry)
{
    return {entry.pinned, entry.place};
}

} // namespace

size_t qHash(const Subject &subject, size_t seed)
{
    return qHashMulti(seed, subject.accountId, subject.accountName, subject.pair.from,
                      subject.pair.to, subject.fromName, subject.toName);
}

Standing HistoryEntries::standing(size_t index) const
{
    return standingOf(m_entries[index]);
}

const Subject &HistoryEntries::subject(size_t index) const
{
    return m_subjects[m_entries[index].subject];
}

QString HistoryEntries::note(size_t index) const
{
    return m_entries[index].noted ? m_notes.value(m_entries[index].id) : QString();
}

size_t HistoryEntries::before(const Standing &standing) const
{
    const auto end = std::ranges::partition_point(
        m_entries, [&standing](const Entry &entry) { return standingOf(entry) > standing; });
    return size_t(end - m_entries.begin());
}

std::optional<size_t> HistoryEntries::find(qint64 place) const
{
    for (const bool pinned : {true, false}) {
        const size_t index = before({pinned, place});
        if (index < size() && standing(index) == Standing(pinned, place)) {
            return index;
        }
    }
    return std::nullopt;
}

std::optional<size_t> HistoryEntries::find(const QUuid &id) const
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    return found == m_entries.end() ? std::nullopt
                                    : std::optional(size_t(found - m_entries.begin()));
}

void HistoryEntries::insert(size_t index, const std::vector<const Summary *> &summaries)
{
    std::vector<Entry> packed;
    packed.reserve(summaries.size());
    for (const Summary *summary : summaries) {
        packed.push_back(pack(*summary));
    }
    m_entries.insert(m_entries.begin() + qsizetype(index), packed.begin(), packed.end());
}

void HistoryEntries::erase(size_t index, size_t count)
{
    const auto begin = m_entries.begin() + qsizetype(index);
    const auto end = begin + qsizetype(count);
    std::for_each(begin, end, [this](const Entry &entry) { m_notes.remove(entry.id); });
    m_entries.erase(begin, end);
}

bool HistoryEntries::replace(size_t index, const Summary &summary)
{
    const Entry old = m_entries[index];
    const QString oldNote = note(index);
    const Entry now = pack(summary);
    m_entries[index] = now;
    return now.counts != old.counts || now.subject != old.subject || now.state != old.state ||
           now.reverts != old.reverts || note(index) != oldNote;
}

void HistoryEntries::clear()
{
    *this = {};
}

Entry HistoryEntries::pack(const Summary &summary)
{
    const Subject subject{summary.accountId, summary.accountName, summary.pair, summary.fromName,
                          summary.toName};
    auto number = m_subjectNumbers.constFind(subject);
    if (number == m_subjectNumbers.constEnd()) {
        number = m_subjectNumbers.insert(subject, quint32(m_subjects.size()));
        m_subjects.push_back(subject);
    }
    const QString note = firstLine(summary.note);
    if (note.isEmpty()) {
        m_notes.remove(summary.id);
    } else {
        m_notes.insert(summary.id, note);
    }
    return {.id = summary.id,
            .place = summary.place,
            .createdAt = summary.createdAt.toMSecsSinceEpoch(),
            .counts = summary.counts,
            .subject = *number,
            .state = summary.state,
            .pinned = summary.pinned,
            .reverts = !summary.reverts.isNull(),
            .noted = !note.isEmpty()};
}

} // namespace ui::history
