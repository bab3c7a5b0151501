#pragma once

#include "app/history/finder.h"
#include "app/support/clock.h"
#include "ui/history/historyentries.h"

#include <QAbstractListModel>
#include <QPointer>

#include <optional>
#include <vector>

namespace ui::history {

/// The submissions that a finder finds: the pinned ones first, then newest first. It asks for a
/// page at a time, as a view scrolls to it, and follows what is written meanwhile. Nothing is read
/// here, so nobody waits.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole, ///< QUuid
        TimeRole,              ///< "14:02", or with the date where it is not today's
        PairRole,              ///< "Contacts → Companies"
        CountsRole,            ///< "4 stored, 1 failed"
        OutcomeRole,           ///< int of submission::Outcome: the one that asks for attention
        AccountRole,           ///< the account's name where it is not the current one's, else empty
        PinnedRole,            ///< bool
        NoteRole,              ///< the first line of the note, cut where it is long
        RevertsRole,           ///< bool: was made to take another submission back
    };

    /// `clock` must outlive the model.
    explicit HistoryModel(const support::Clock &clock, QObject *parent = nullptr);

    /// Finds the first page. The finder must outlive the model or be taken away with nullptr.
    void setFinder(::history::Finder *finder);
    /// Finds anew where it is another filter; what was found before stays until then.
    void setFilter(const ::history::Filter &filter);
    [[nodiscard]] const ::history::Filter &filter() const { return m_filter; }
    /// Finds anew with the same filter, and takes over what differs.
    void findAgain();
    void setCurrentAccount(const QString &accountId);
    /// Times of today are shown without their date: it is another day now.
    void updateTimes();

    [[nodiscard]] QModelIndex indexOf(const QUuid &id) const;
    [[nodiscard]] const Entry &entry(int row) const { return m_entries.at(size_t(row)); }
    /// "3 Nov 2026 14:02, Contacts → Companies"; empty where it is not shown.
    [[nodiscard]] QString aboutText(const QUuid &id) const;

    /// A search has been answered since there is a finder.
    [[nodiscard]] bool hasFound() const { return m_found.has_value(); }
    /// What is shown is of the filter now, and there are no more.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// How many the filter lets through, and how many there are; nullopt: being counted.
    [[nodiscard]] std::optional<qint64> matching() const { return m_matching; }
    [[nodiscard]] std::optional<qint64> all() const { return m_all; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// A search was answered, or something was counted.
    void answered();
    /// The search ended with an error. No more is asked for until it is found anew.
    void readFailed(const ::history::StoreError &error);

private:
    void find();
    void take(const std::vector<::history::Summary> &page, bool first, bool complete);
    void merge(const std::vector<::history::Summary> &page);
    void follow(const std::vector<::history::Changed> &records);
    void update(size_t row, const ::history::Summary &summary);
    void insert(size_t row, const std::vector<const ::history::Summary *> &summaries);
    void remove(size_t row, size_t count);
    [[nodiscard]] bool isReached(const Standing &standing) const;
    [[nodiscard]] QString accountOf(size_t row) const;
    [[nodiscard]] QString accessibleText(size_t row) const;
    [[nodiscard]] QString toolTip(size_t row) const;

    const support::Clock &m_clock;
    QPointer<::history::Finder> m_finder;
    HistoryEntries m_entries;
    ::history::Filter m_filter;
    std::optional<::history::Filter> m_found; ///< the filter of what is shown
    std::optional<Standing> m_reached;        ///< of the last one of the pages since find()
    std::optional<qint64> m_matching;
    std::optional<qint64> m_all;
    QString m_currentAccount;
    bool m_finding = false;
    bool m_failed = false;
    bool m_complete = true;
};

} // namespace ui::history
