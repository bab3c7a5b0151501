#pragma once

#include "app/accounts/account.h"
#include "app/limits/objecttypes.h"

#include <QToolBar>

namespace ui::accounts {
class AccountBox;
}
namespace ui::editor {
class PairSelector;
}

namespace ui::mainwindow {

/// Which account, which pair, in which directions, and reading it again.
class ToolBar final : public QToolBar
{
    Q_OBJECT
public:
    explicit ToolBar(const limits::ObjectTypes &types, QWidget *parent = nullptr);

    void setAccounts(const std::vector<::accounts::Account> &accounts, int current);
    /// An index into them; -1 where there are none.
    [[nodiscard]] int currentAccount() const;
    void setCurrentAccount(int index);

    [[nodiscard]] editor::PairSelector &pair() const { return *m_pair; }
    /// Checked: both directions of the pair are shown.
    [[nodiscard]] QAction &bothDirections() const { return *m_both; }
    [[nodiscard]] QAction &refresh() const { return *m_refresh; }

Q_SIGNALS:
    void accountChosen();
    void manageAccountsRequested();

private:
    void addButton(QAction *action, QLatin1StringView name, const QString &description);

    accounts::AccountBox *m_accounts;
    editor::PairSelector *m_pair;
    QAction *m_both;
    QAction *m_refresh;
};

} // namespace ui::mainwindow
