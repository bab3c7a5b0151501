#pragma once

#include "app/accounts/account.h"

#include <QAbstractListModel>

#include <vector>

namespace ui::accounts {

/// The accounts as a list. The decoration is an account's colour, as a padlock where it is locked.
class AccountsModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole,
        StateRole,   ///< "Production, read-only", or what it lacks: "No token yet"
        MissingRole, ///< bool: something keeps it from being read
    };

    using QAbstractListModel::QAbstractListModel;

    /// Keeps the rows, where the accounts are the same ones in the same order.
    void setAccounts(std::vector<::accounts::Account> accounts);
    /// Invalid where there is none.
    [[nodiscard]] QModelIndex indexOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<::accounts::Account> m_accounts;
};

} // namespace ui::accounts
