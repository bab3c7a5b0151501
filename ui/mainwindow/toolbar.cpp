#include "ui/mainwindow/toolbar.h"

#include "ui/accounts/accountbox.h"
#include "ui/editor/pairselector.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/icons.h"

#include <QAction>
#include <QToolButton>

namespace ui::mainwindow {

using namespace Qt::StringLiterals;
using widgets::IconName;

ToolBar::ToolBar(const limits::ObjectTypes &types, QWidget *parent)
    : QToolBar(tr("Account and pair"), parent)
    , m_accounts(new accounts::AccountBox(this))
    , m_pair(new editor::PairSelector(types, this))
    , m_both(new QAction(widgets::icon(IconName::Both), tr("&Both directions"), this))
    , m_refresh(new QAction(widgets::icon(IconName::Refresh), tr("&Refresh"), this))
{
    setObjectName(u"toolbar"_s);
    setMovable(false);
    setIconSize({16, 16});
    setContextMenuPolicy(Qt::PreventContextMenu);
    connect(m_accounts, &accounts::AccountBox::accountChosen, this, &ToolBar::accountChosen);
    connect(m_accounts, &accounts::AccountBox::manageRequested, this,
            &ToolBar::manageAccountsRequested);
    addWidget(m_accounts);
    auto *gap = new QWidget(this);
    gap->setFixedWidth(12);
    addWidget(gap);
    m_pair->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_pair->setMaximumWidth(640);
    addWidget(m_pair);

    m_both->setCheckable(true);
    m_both->setToolTip(tr("Show and edit the limits of both directions (Ctrl+B)"));
    m_both->setShortcut(Qt::CTRL | Qt::Key_B);
    addButton(m_both, "Both directions"_L1, tr("Show both directions"));
    m_refresh->setToolTip(tr("Read types and limits again (F5)"));
    m_refresh->setShortcut(Qt::Key_F5);
    addButton(m_refresh, "Refresh"_L1, tr("Read types and limits again"));
}

void ToolBar::addButton(QAction *action, QLatin1StringView name, const QString &description)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    widgets::setStableName(*button, name, description);
    addWidget(button);
}

void ToolBar::setAccounts(const std::vector<::accounts::Account> &accounts, int current)
{
    m_accounts->setAccounts(accounts, current);
}

int ToolBar::currentAccount() const
{
    return m_accounts->currentIndex();
}

void ToolBar::setCurrentAccount(int index)
{
    m_accounts->setCurrentIndex(index);
}

} // namespace ui::mainwindow
