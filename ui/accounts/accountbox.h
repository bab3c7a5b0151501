#pragma once

#include "app/accounts/account.h"

#include <QComboBox>

#include <vector>

namespace ui::accounts {

/// The account to work with: its name, with its colour, as a padlock where it is locked. The last
/// entry leads to the accounts themselves; it is chosen in the list only, never by stepping past
/// the last account.
class AccountBox : public QComboBox
{
    Q_OBJECT
public:
    explicit AccountBox(QWidget *parent = nullptr);

    void setAccounts(const std::vector<::accounts::Account> &accounts, int current);

    void showPopup() override;
    void hidePopup() override;

Q_SIGNALS:
    /// A person chose an account.
    void accountChosen();
    /// A person chose the last entry; the account is the one it was.
    void manageRequested();

private:
    [[nodiscard]] int manageIndex() const { return count() - 1; }
    void setManageEnabled(bool enabled);
    void choose(int index);

    int m_current = -1;
};

} // namespace ui::accounts
