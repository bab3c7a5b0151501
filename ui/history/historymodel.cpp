#include "ui/history/historymodel.h"

#include "ui/widgets/accessible.h"
#include "ui/widgets/outcomewords.h"
#include "ui/widgets/timetext.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace ui::history {

using namespace Qt::StringLiterals;
using ::history::Summary;

namespace {

QString pairText(const Summary &summary)
{
    const auto named = [](const QString &name, const QString &id) {
        return name.isEmpty() ? id : name;
    };
    //: A direction: from object type %1 to object type %2.
    return HistoryModel::tr("%1 → %2").arg(named(summary.fromName, summary.pair.from),
                                           named(summary.toName, summary.pair.to));
}

} // namespace

HistoryModel::HistoryModel(const support::Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_clock(clock)
{
}

void HistoryModel::setStore(::history::Store *store)
{
    if (m_store != nullptr) {
        disconnect(m_store, nullptr, this, nullptr);
    }
    m_store = store;
    if (store != nullptr) {
        connect(store, &::history::Store::written, this, &HistoryModel::reload);
    }
    reload();
}

void HistoryModel::setSearch(const QString &text)
{
    if (m_search != text) {
        m_search = text;
        reload();
    }
}

void HistoryModel::setCurrentAccount(const QString &accountId)
{
    if (m_currentAccount == accountId) {
        return;
    }
    m_currentAccount = accountId;
    if (!m_entries.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

QModelIndex HistoryModel::indexOf(const QUuid &id) const
{
    const auto found = std::ranges::find(m_entries, id, &Summary::id);
    return found == m_entries.end() ? QModelIndex() : index(int(found - m_entries.begin()));
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
    const Summary &summary = m_entries[size_t(index.row())];
    const QLocale locale;
    switch (role) {
    case Qt::DisplayRole:
    case PairRole:
        return pairText(summary);
    case TimeRole:
        return widgets::timeInList(summary.createdAt, m_clock.now().toLocalTime().date(), locale);
    case CountsRole:
        return widgets::countsText(summary.counts);
    case OutcomeRole:
        return int(widgets::worstOutcome(summary.counts));
    case AccountRole:
        return summary.accountId == m_currentAccount ? QString() : accountOf(summary);
    case IdRole:
        return summary.id;
    case Qt::AccessibleTextRole:
        return accessibleText(summary);
    case Qt::ToolTipRole:
        return widgets::plainToolTip(u"%1\n%2\n%3\n%4"_s.arg(
            widgets::dateTimeText(summary.createdAt, locale), pairText(summary),
            widgets::countsText(summary.counts), accountOf(summary)));
    default:
        return {};
    }
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete && m_store != nullptr;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent)) {
        return;
    }
    const std::vector<Summary> page = readPage();
    if (!page.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + int(page.size()) - 1);
        m_entries.insert(m_entries.end(), page.begin(), page.end());
        endInsertRows();
    }
}

std::vector<Summary> HistoryModel::readPage()
{
    const std::optional<Summary> last =
        m_entries.empty() ? std::nullopt : std::optional(m_entries.back());
    const auto page = m_store->page(::history::Filter{.text = m_search}, last, pageSize);
    if (!page) {
        m_complete = true;
        Q_EMIT readFailed(page.error());
        return {};
    }
    m_complete = qsizetype(page->size()) < pageSize;
    return *page;
}

void HistoryModel::reload()
{
    beginResetModel();
    m_entries.clear();
    m_complete = true;
    if (m_store != nullptr) {
        m_entries = readPage();
    }
    // Who asks for more while the reset is announced would have rows inserted in the midst of it.
    const bool complete = std::exchange(m_complete, true);
    endResetModel();
    m_complete = complete;
}

QString HistoryModel::accountOf(const Summary &summary) const
{
    return summary.accountName.isEmpty() ? summary.accountId : summary.accountName;
}

QString HistoryModel::accessibleText(const Summary &summary) const
{
    //: An entry of the history, read out: time, object types, counts, account.
    return tr("%1, from %2 to %3: %4. Account %5")
        .arg(widgets::dateTimeText(summary.createdAt, QLocale()),
             summary.fromName.isEmpty() ? summary.pair.from : summary.fromName,
             summary.toName.isEmpty() ? summary.pair.to : summary.toName,
             widgets::countsText(summary.counts), accountOf(summary));
}

} // namespace ui::history
