#include "ui/accounts/accountsmodel.h"

#include "ui/accounts/accountlook.h"
#include "ui/accounts/accountwords.h"

#include <algorithm>

namespace ui::accounts {

using namespace Qt::StringLiterals;
using ::accounts::Account;

void AccountsModel::setAccounts(std::vector<Account> accounts)
{
    if (!std::ranges::equal(accounts, m_accounts, {}, &Account::id, &Account::id)) {
        beginResetModel();
        m_accounts = std::move(accounts);
        endResetModel();
        return;
    }
    // Keys are shared, so that a token that came or a lock shows in what was here before, too.
    m_accounts = std::move(accounts);
    if (!m_accounts.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

QModelIndex AccountsModel::indexOf(const QString &id) const
{
    const auto found = std::ranges::find(m_accounts, id, &Account::id);
    return found == m_accounts.end() ? QModelIndex() : index(int(found - m_accounts.begin()));
}

int AccountsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_accounts.size());
}

QVariant AccountsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Account &account = m_accounts[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return account.name;
    case Qt::DecorationRole:
        return accountIcon(account);
    case Qt::AccessibleTextRole:
        return QString(account.name + u", "_s + stateText(account));
    case Qt::ToolTipRole:
        return account.endpoint.baseUrl.toString();
    case IdRole:
        return account.id;
    case StateRole: {
        const QString missing = missingText(account);
        return missing.isEmpty() ? stateText(account) : missing;
    }
    case MissingRole:
        return !missingText(account).isEmpty();
    default:
        return {};
    }
}

} // namespace ui::accounts
