#pragma once

#include "app/history/store.h"
#include "app/support/clock.h"

#include <QAbstractListModel>
#include <QPointer>

#include <optional>
#include <vector>

namespace ui::history {

/// The submissions of a store, newest first. It reads a page at a time, as a view scrolls to it.
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
    };

    static constexpr int pageSize = 100;

    explicit HistoryModel(const support::Clock &clock, QObject *parent = nullptr);

    /// Reads the first page. The store must outlive this model or be taken away with nullptr.
    void setStore(::history::Store *store);
    /// Shows only what has this text in its pair, names or account; empty shows all.
    void setSearch(const QString &text);
    void setCurrentAccount(const QString &accountId);

    [[nodiscard]] QModelIndex indexOf(const QUuid &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// A page could not be read. No further one is asked for until the store or search changes.
    void readFailed(const ::history::StoreError &error);

private:
    void reload();
    [[nodiscard]] std::vector<::history::Summary> readPage();
    [[nodiscard]] QString accessibleText(const ::history::Summary &summary) const;
    [[nodiscard]] QString accountOf(const ::history::Summary &summary) const;

    const support::Clock &m_clock;
    QPointer<::history::Store> m_store;
    std::vector<::history::Summary> m_entries;
    QString m_search;
    QString m_currentAccount;
    bool m_complete = true;
};

} // namespace ui::history
