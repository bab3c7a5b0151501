#include "ui/history/historymodel.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/outcomewords.h"
#include "ui/widgets/timetext.h"

#include <QLocale>

namespace ui::history {

using namespace Qt::StringLiterals;
using ::history::Changed;
using ::history::Finder;
using ::history::Summary;

namespace {

QString named(const QString &name, const QString &id)
{
    return name.isEmpty() ? id : name;
}

QString pairText(const Subject &subject)
{
    //: A direction: from object type %1 to object type %2.
    return HistoryModel::tr("%1 → %2").arg(named(subject.fromName, subject.pair.from),
                                           named(subject.toName, subject.pair.to));
}

QDateTime timeOf(const Entry &entry)
{
    return QDateTime::fromMSecsSinceEpoch(entry.createdAt, Qt::UTC);
}

} // namespace

HistoryModel::HistoryModel(const support::Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_clock(clock)
{
}

void HistoryModel::setFinder(Finder *finder)
{
    if (m_finder != nullptr) {
        disconnect(m_finder, nullptr, this, nullptr);
    }
    beginResetModel();
    m_entries.clear();
    m_found.reset();
    m_reached.reset();
    m_matching.reset();
    m_all.reset();
    m_finding = false;
    m_complete = true;
    m_finder = finder;
    endResetModel();
    if (finder == nullptr) {
        return;
    }
    connect(finder, &Finder::found, this, &HistoryModel::take);
    connect(finder, &Finder::changed, this, &HistoryModel::follow);
    connect(finder, &Finder::removed, this, &HistoryModel::findAgain);
    connect(finder, &Finder::counted, this, [this](qint64 matching, qint64 all) {
        m_matching = matching;
        m_all = all;
        Q_EMIT answered();
    });
    connect(finder, &Finder::failed, this, [this](const ::history::StoreError &error) {
        // It may have been a limit's story that could not be read.
        if (m_finding) {
            m_finding = false;
            m_failed = true;
            Q_EMIT readFailed(error);
        }
    });
    find();
}

void HistoryModel::setFilter(const ::history::Filter &filter)
{
    if (m_filter != filter) {
        m_filter = filter;
        find();
    }
}

void HistoryModel::findAgain()
{
    find();
}

void HistoryModel::find()
{
    if (m_finder != nullptr) {
        m_finding = true;
        m_failed = false;
        m_finder->find(m_filter);
    }
}

void HistoryModel::setCurrentAccount(const QString &accountId)
{
    if (m_currentAccount != accountId) {
        m_currentAccount = accountId;
        updateTimes();
    }
}

void HistoryModel::updateTimes()
{
    if (!m_entries.isEmpty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

QModelIndex HistoryModel::indexOf(const QUuid &id) const
{
    const auto row = m_entries.find(id);
    return row ? index(int(*row)) : QModelIndex();
}

QString HistoryModel::aboutText(const QUuid &id) const
{
    const auto row = m_entries.find(id);
    //: A submission: when, and which object types.
    return row ? tr("%1, %2").arg(widgets::dateTimeText(timeOf(m_entries.at(*row)), QLocale()),
                                  pairText(m_entries.subject(*row)))
               : QString();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto row = size_t(index.row());
    const Entry &entry = m_entries.at(row);
    switch (role) {
    case Qt::DisplayRole:
    case PairRole:
        return pairText(m_entries.subject(row));
    case TimeRole:
        return widgets::timeInList(timeOf(entry), m_clock.now().toLocalTime().date(), QLocale());
    case CountsRole:
        return widgets::countsText(entry.counts);
    case OutcomeRole:
        return int(widgets::worstOutcome(entry.counts));
    case AccountRole:
        return m_entries.subject(row).accountId == m_currentAccount ? QString() : accountOf(row);
    case PinnedRole:
        return entry.pinned;
    case NoteRole:
        return m_entries.note(row);
    case RevertsRole:
        return entry.reverts;
    case IdRole:
        return entry.id;
    case Qt::AccessibleTextRole:
        return accessibleText(row);
    case Qt::ToolTipRole:
        return widgets::plainToolTip(toolTip(row));
    default:
        return {};
    }
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_finder != nullptr && !m_finding && !m_failed && !m_complete;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent)) {
        m_finding = true;
        m_finder->findMore();
    }
}

void HistoryModel::take(const std::vector<Summary> &page, bool first, bool complete)
{
    if (first) {
        m_reached.reset();
    }
    if (first && m_found != m_filter) {
        beginResetModel();
        m_entries.clear();
        m_matching.reset();
        m_found = m_filter;
        // Whoever asks for more while the reset is announced would ask in the midst of it.
        m_complete = true;
        std::vector<const Summary *> all;
        for (const Summary &summary : page) {
            all.push_back(&summary);
        }
        m_entries.insert(0, all);
        endResetModel();
    } else {
        merge(page);
    }
    if (!page.empty()) {
        m_reached = standingOf(page.back());
    }
    m_complete = complete;
    m_finding = false;
    const size_t reached =
        m_reached ? m_entries.before({m_reached->first, m_reached->second - 1}) : 0;
    if (complete) {
        remove(reached, m_entries.size() - reached);
    } else if (reached < m_entries.size()) {
        // Found again: what is shown further down is looked at as well.
        fetchMore({});
    }
    Q_EMIT answered();
}

/// What is loaded between the page before and the end of this page becomes this page.
void HistoryModel::merge(const std::vector<Summary> &page)
{
    size_t row = m_reached ? m_entries.before({m_reached->first, m_reached->second - 1}) : 0;
    std::vector<const Summary *> fresh; // to be inserted at `row`
    for (const Summary &summary : page) {
        // Pinned or unpinned meanwhile: it is at its old place still.
        const auto known = m_entries.find(summary.place);
        if (known && m_entries.at(*known).pinned != summary.pinned) {
            remove(*known, 1);
            row -= *known < row ? 1U : 0U;
        }
        const size_t next = m_entries.before(standingOf(summary));
        if (next > row) {
            remove(row, next - row);
        }
        if (row < m_entries.size() && m_entries.standing(row) == standingOf(summary)) {
            insert(row, fresh);
            row += fresh.size();
            fresh.clear();
            update(row, summary);
            ++row;
        } else {
            fresh.push_back(&summary);
        }
    }
    insert(row, fresh);
}

void HistoryModel::follow(const std::vector<Changed> &records)
{
    if (qsizetype(records.size()) > Finder::pageSize) {
        findAgain(); // to insert one by one is slow, and the pages come fast
        return;
    }
    for (const Changed &record : records) {
        const Standing standing = standingOf(record.summary);
        const auto known = m_entries.find(record.summary.place);
        const bool stays = record.matches && isReached(standing);
        if (known && m_entries.standing(*known) == standing && record.matches) {
            update(*known, record.summary);
        } else if (known && stays) {
            const size_t row = *known;
            const size_t to =
                m_entries.before(standing); // before the move, as beginMoveRows() has it
            const bool moves = to != row && to != row + 1;
            if (moves) {
                beginMoveRows({}, int(row), int(row), {}, int(to));
            }
            m_entries.erase(row, 1);
            const size_t now = to > row ? to - 1 : to;
            m_entries.insert(now, {&record.summary});
            if (moves) {
                endMoveRows();
            }
            Q_EMIT dataChanged(index(int(now)), index(int(now)));
        } else if (known) {
            remove(*known, 1);
        } else if (stays) {
            insert(m_entries.before(standing), {&record.summary});
        }
    }
}

/// Whether a record that stands there is among what is loaded; else a later page brings it.
bool HistoryModel::isReached(const Standing &standing) const
{
    return m_complete || (m_reached && standing >= *m_reached);
}

void HistoryModel::update(size_t row, const Summary &summary)
{
    if (m_entries.replace(row, summary)) {
        Q_EMIT dataChanged(index(int(row)), index(int(row)));
    }
}

void HistoryModel::insert(size_t row, const std::vector<const Summary *> &summaries)
{
    if (!summaries.empty()) {
        beginInsertRows({}, int(row), int(row + summaries.size()) - 1);
        m_entries.insert(row, summaries);
        endInsertRows();
    }
}

void HistoryModel::remove(size_t row, size_t count)
{
    if (count > 0) {
        beginRemoveRows({}, int(row), int(row + count) - 1);
        m_entries.erase(row, count);
        endRemoveRows();
    }
}

QString HistoryModel::accountOf(size_t row) const
{
    return named(m_entries.subject(row).accountName, m_entries.subject(row).accountId);
}

QString HistoryModel::accessibleText(size_t row) const
{
    const Entry &entry = m_entries.at(row);
    const Subject &subject = m_entries.subject(row);
    //: An entry of the history, read out: time, object types, counts, account.
    QString text =
        tr("%1, from %2 to %3: %4. Account %5")
            .arg(widgets::dateTimeText(timeOf(entry), QLocale()),
                 named(subject.fromName, subject.pair.from), named(subject.toName, subject.pair.to),
                 widgets::countsText(entry.counts), accountOf(row));
    if (entry.pinned) {
        //: Added to an entry of the history that is read out.
        text += tr(". Pinned");
    }
    if (entry.reverts) {
        //: Added to an entry of the history that is read out: it takes an earlier submission back.
        text += tr(". A revert");
    }
    if (entry.noted) {
        //: Added to an entry of the history that is read out.
        text += tr(". Note: %1").arg(m_entries.note(row));
    }
    return text;
}

QString HistoryModel::toolTip(size_t row) const
{
    const Entry &entry = m_entries.at(row);
    QStringList lines{widgets::dateTimeText(timeOf(entry), QLocale()),
                      pairText(m_entries.subject(row)), widgets::countsText(entry.counts),
                      accountOf(row)};
    if (entry.reverts) {
        lines += tr("Takes an earlier submission back");
    }
    if (entry.noted) {
        lines += tr("Note: %1").arg(m_entries.note(row));
    }
    return lines.join(u'\n');
}

} // namespace ui::history
