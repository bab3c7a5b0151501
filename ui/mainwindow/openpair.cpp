#include "ui/mainwindow/openpair.h"

#include "ui/editor/limitspanel.h"
#include "ui/editor/pairloader.h"
#include "ui/editor/pairselector.h"
#include "ui/mainwindow/toolbar.h"
#include "ui/mainwindow/windowmemory.h"

#include <QAction>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace ui::mainwindow {

using namespace Qt::StringLiterals;
using ::accounts::Account;
using editor::PairSelector;
namespace settings = support::settings;

OpenPair::OpenPair(const Parts &parts, limits::ObjectTypes types, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_types(std::move(types))
{
    ToolBar &bar = m_parts.toolBar;
    bar.bothDirections().setChecked(m_parts.settings.value(settings::bothDirections) != 0);
    connect(&bar, &ToolBar::accountChosen, this, &OpenPair::changeAccount);
    connect(&bar.pair(), &PairSelector::pairChosen, this,
            qOverload<const limits::ObjectType &, const limits::ObjectType &>(&OpenPair::open));
    connect(&bar.pair(), &PairSelector::problem, &m_parts.panel, &editor::LimitsPanel::setProblem);
    connect(&bar.bothDirections(), &QAction::toggled, this, &OpenPair::changeDirections);
    connect(&bar.refresh(), &QAction::triggered, this, &OpenPair::refresh);
    using live::AccountKeeper;
    connect(&m_parts.keeper, &AccountKeeper::typesChanged, this, &OpenPair::setTypes);
    connect(&m_parts.keeper, &AccountKeeper::accountTypeKnown, this,
            [this](const QString &id, const QString &type) {
                // Whether it is still the account of before is not known yet: somebody may have
                // given another token.
                if (!m_remembering) {
                    Q_EMIT kindKnown(id, ::accounts::kindOf(type));
                }
            });
    connect(&m_parts.keeper, &AccountKeeper::incomplete, this, &OpenPair::setIncomplete);
}

const Account *OpenPair::account() const
{
    const int index = m_parts.toolBar.currentAccount();
    return index < 0 || size_t(index) >= m_accounts.size() ? nullptr : &m_accounts[size_t(index)];
}

void OpenPair::setAccounts(std::vector<Account> accounts, const QString &currentId)
{
    m_accounts = std::move(accounts);
    m_learnt.clear();
    const auto current = std::ranges::find(m_accounts, currentId, &Account::id);
    m_shownAccount = current == m_accounts.end() ? 0 : int(current - m_accounts.begin());
    m_parts.toolBar.setAccounts(m_accounts, m_shownAccount);
    (void)otherEndpoint();
    Q_EMIT accountChanged();
}

bool OpenPair::otherEndpoint()
{
    const api::Endpoint &now = account()->endpoint;
    // The key is shared, so whether it had a token is not to be asked of the endpoint of before.
    const bool before = std::exchange(m_readWithToken, now.hasToken());
    return std::exchange(m_readEndpoint, now) != now || before != now.hasToken();
}

void OpenPair::updateAccounts(std::vector<Account> accounts)
{
    const QString currentId = account()->id;
    m_accounts = std::move(accounts);
    const auto current = std::ranges::find(m_accounts, currentId, &Account::id);
    m_shownAccount = current == m_accounts.end() ? 0 : int(current - m_accounts.begin());
    m_parts.toolBar.setAccounts(m_accounts, m_shownAccount);
    if (current == m_accounts.end()) {
        changeAccount();
        return;
    }
    Q_EMIT accountChanged();
    if (otherEndpoint()) {
        readAnew();
    }
}

void OpenPair::readAnew()
{
    m_learnt.clear();
    if (!m_from.id.isEmpty()) { // else nothing is open yet
        refresh();
        learn();
    }
}

void OpenPair::forget(const QString &accountId)
{
    m_parts.keeper.forget(accountId);
    if (m_learnt == accountId) {
        m_learnt.clear();
    }
}

void OpenPair::learn()
{
    // After the pair's own requests, which are what somebody waits for.
    if (std::exchange(m_learnt, account()->id) != account()->id) {
        const QScopedValueRollback remembering(m_remembering, true);
        m_parts.keeper.open(account()->id, account()->endpoint);
    }
}

void OpenPair::setIncomplete(const std::vector<live::AccountPartError> &errors)
{
    QStringList scopes;
    bool types = false;
    for (const live::AccountPartError &error : errors) {
        if (error.part != live::AccountPart::Details) {
            types = true;
            scopes += error.error.missingScopes;
        }
    }
    scopes.removeDuplicates();
    m_parts.toolBar.pair().setHint(
        !types             ? QString()
        : scopes.isEmpty() ? tr("The account's own object types could not be read.")
                           : tr("More object types with the scope %1").arg(scopes.join(u", "_s)));
}

void OpenPair::changeAccount()
{
    // Drafts that can't be saved stay, and so does their account.
    if (!open(m_from, m_to)) {
        m_parts.toolBar.setCurrentAccount(m_shownAccount);
        return;
    }
    m_shownAccount = m_parts.toolBar.currentAccount();
    m_parts.settings.setValue(settings::lastAccount, account()->id);
    (void)otherEndpoint();
    Q_EMIT accountChanged();
}

void OpenPair::setTypes(const limits::ObjectTypes &types)
{
    m_types = types;
    m_parts.toolBar.pair().setTypes(types);
    m_from = types.byId(m_from.id).value_or(m_from);
    m_to = types.byId(m_to.id).value_or(m_to);
    m_parts.panel.setPair(fromName(), toName());
}

bool OpenPair::open(const limits::ObjectType &from, const limits::ObjectType &to)
{
    m_parts.panel.commitEditor();
    if (!m_parts.drafts.open(account()->id, {from.id, to.id},
                             m_parts.toolBar.bothDirections().isChecked())) {
        m_parts.toolBar.pair().setPair(m_from, m_to);
        return false;
    }
    m_from = from;
    m_to = to;
    m_parts.toolBar.pair().setPair(from, to);
    m_parts.toolBar.pair().setRecent(rememberPair(from, to, m_types, m_parts.settings));
    m_parts.panel.setPair(fromName(), toName());
    refresh();
    learn();
    return true;
}

limits::ObjectType OpenPair::typeOf(const QString &id) const
{
    return m_types.byId(id).value_or(limits::ObjectType{id, {}, {}});
}

bool OpenPair::open(const limits::Pair &pair, bool both)
{
    QAction &action = m_parts.toolBar.bothDirections();
    const bool before = action.isChecked();
    const QScopedValueRollback choosing(m_choosingDirections, true);
    action.setChecked(before || both);
    if (!open(typeOf(pair.from), typeOf(pair.to))) {
        action.setChecked(before);
        return false;
    }
    m_parts.settings.setValue(settings::bothDirections, action.isChecked() ? 1 : 0);
    return true;
}

void OpenPair::changeDirections()
{
    QAction &both = m_parts.toolBar.bothDirections();
    if (account() == nullptr || m_choosingDirections) {
        return;
    }
    if (!open(m_from, m_to)) {
        const QSignalBlocker blocker(both);
        both.setChecked(!both.isChecked());
        return;
    }
    m_parts.settings.setValue(settings::bothDirections, both.isChecked() ? 1 : 0);
}

void OpenPair::refresh()
{
    if (account() != nullptr) {
        m_parts.panel.commitEditor();
        m_parts.loader.read(account()->endpoint, fromName(), toName());
    }
}

} // namespace ui::mainwindow
