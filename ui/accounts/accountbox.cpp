#include "ui/accounts/accountbox.h"

#include "ui/accounts/accountlook.h"
#include "ui/accounts/accountwords.h"
#include "ui/widgets/accessible.h"

#include <QStandardItemModel>

#include <algorithm>

namespace ui::accounts {

using namespace Qt::StringLiterals;
using ::accounts::Account;

AccountBox::AccountBox(QWidget *parent)
    : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    widgets::setStableName(*this, "Account"_L1, tr("The account to work with"));
    connect(this, &QComboBox::activated, this, &AccountBox::choose);
    connect(this, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index != manageIndex()) {
            m_current = index;
        }
    });
}

void AccountBox::setAccounts(const std::vector<Account> &accounts, int current)
{
    const bool same = count() == int(accounts.size()) + 2 &&
                      std::ranges::all_of(accounts, [this, i = 0](const Account &account) mutable {
                          return itemData(i++) == account.id;
                      });
    if (!same) {
        clear();
        for (const Account &account : accounts) {
            addItem(account.name, account.id);
        }
        insertSeparator(count());
        addItem(tr("Manage accounts…"));
        setManageEnabled(false);
    }
    for (int i = 0; i < int(accounts.size()); ++i) {
        const Account &account = accounts[size_t(i)];
        setItemText(i, account.name);
        setItemIcon(i, accountIcon(account));
        const QString state = account.name + u", "_s + stateText(account);
        setItemData(i, state, Qt::AccessibleTextRole);
        setItemData(i, widgets::plainToolTip(state), Qt::ToolTipRole);
    }
    m_current = current;
    setCurrentIndex(current);
}

void AccountBox::setManageEnabled(bool enabled)
{
    auto *items = qobject_cast<QStandardItemModel *>(model());
    if (QStandardItem *item = items->item(manageIndex()); item != nullptr) {
        item->setEnabled(enabled);
    }
}

void AccountBox::showPopup()
{
    setManageEnabled(true);
    QComboBox::showPopup();
}

void AccountBox::hidePopup()
{
    QComboBox::hidePopup();
    setManageEnabled(false);
}

void AccountBox::choose(int index)
{
    if (index == manageIndex()) {
        setCurrentIndex(m_current);
        Q_EMIT manageRequested();
    } else {
        Q_EMIT accountChosen();
    }
}

} // namespace ui::accounts
