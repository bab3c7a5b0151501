#include "ui/accounts/accountsdialog.h"

#include "ui/accounts/accountdelegate.h"
#include "ui/accounts/accountform.h"
#include "ui/accounts/accountsmodel.h"
#include "ui/accounts/accountwords.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/question.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::accounts {

using namespace Qt::StringLiterals;
using ::accounts::Account;
using ::accounts::AccountBook;
using widgets::Tone;

namespace {

/// "HubSpot", "HubSpot 2", …: the first that no account has.
QString freeName(const std::vector<Account> &accounts)
{
    const QString first = u"HubSpot"_s;
    QString name = first;
    const auto isTaken = [&accounts, &name] {
        return std::ranges::any_of(accounts, [&name](const Account &account) {
            return account.name.compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    for (int number = 2; isTaken(); ++number) {
        name = u"%1 %2"_s.arg(first).arg(number);
    }
    return name;
}

} // namespace

AccountsDialog::AccountsDialog(const Tools &tools, QWidget *parent)
    : QDialog(parent)
    , m_tools(tools)
    , m_model(new AccountsModel(this))
    , m_keychain(new widgets::Banner(this))
    , m_trouble(new widgets::Banner(this))
    , m_list(new QListView(this))
    , m_remove(new QPushButton(tr("Re&move…"), this))
    , m_form(new AccountForm(tools, this))
    , m_right(new QScrollArea(this))
{
    setWindowTitle(tr("Accounts"));
    m_keychain->hide();
    m_trouble->hide();
    m_right->setWidget(m_form);
    m_right->setWidgetResizable(true);
    m_right->setFrameShape(QFrame::NoFrame);
    m_right->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_right->setFocusPolicy(Qt::NoFocus);

    auto *columns = new QHBoxLayout;
    columns->addWidget(makeLeft());
    columns->addWidget(m_right, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_keychain);
    layout->addWidget(m_trouble);
    layout->addLayout(columns, 1);
    layout->addWidget(buttons);
    resize(820, 560);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AccountsDialog::showAccount);
    connect(m_form, &AccountForm::keyReplaced, this, &AccountsDialog::keyReplaced);
    connect(&m_tools.book, &AccountBook::changed, this, &AccountsDialog::follow);
    connect(&m_tools.book, &AccountBook::keychainFailed, this, &AccountsDialog::setKeychainTrouble);
    follow();
}

QWidget *AccountsDialog::makeLeft()
{
    auto *left = new QWidget(this);
    widgets::setStableName(*m_list, "Accounts"_L1);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new AccountDelegate(m_list));
    m_list->setUniformItemSizes(true);
    auto *add = new QPushButton(tr("&Add"), left);
    widgets::setStableName(*add, "Add account"_L1);
    widgets::setStableName(*m_remove, "Remove account"_L1);
    setTabOrder(m_list, add);
    setTabOrder(add, m_remove);
    add->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, &AccountsDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &AccountsDialog::askToRemove);
    auto *row = new QHBoxLayout;
    row->addWidget(add);
    row->addWidget(m_remove);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addLayout(row);
    left->setFixedWidth(270);
    return left;
}

void AccountsDialog::follow()
{
    const std::vector<Account> &accounts = m_tools.book.accounts();
    const QString before = m_shown;
    m_model->setAccounts(accounts);
    QModelIndex index = m_model->indexOf(before);
    if (!index.isValid() && !accounts.empty()) {
        index = m_model->index(0);
    }
    if (m_list->currentIndex() == index) {
        showAccount(index);
    } else {
        m_list->setCurrentIndex(index);
    }
}

void AccountsDialog::showAccount(const QModelIndex &index)
{
    const Account *account = m_tools.book.find(index.data(AccountsModel::IdRole).toString());
    m_right->setVisible(account != nullptr);
    m_remove->setEnabled(account != nullptr && !account->isBuiltIn);
    m_remove->setToolTip(account != nullptr && account->isBuiltIn
                             ? tr("This account belongs to the program's start")
                             : QString());
    if (account != nullptr) {
        m_shown = account->id;
        m_form->setAccount(*account);
    }
}

void AccountsDialog::choose(const QString &id)
{
    if (const QModelIndex index = m_model->indexOf(id); index.isValid()) {
        m_list->setCurrentIndex(index);
    }
}

void AccountsDialog::setKeychainTrouble(const QString &words)
{
    m_keychain->setMessage({Tone::Warning, keychainTroubleText(), words, {}, {}, {}});
    m_keychain->show();
}

void AccountsDialog::tell(const QString &title, const QString &words)
{
    m_trouble->setMessage({Tone::Bad, title, words, {}, {}, {}});
    m_trouble->show();
}

void AccountsDialog::add()
{
    m_trouble->hide();
    ::accounts::AccountData wanted;
    wanted.name = freeName(m_tools.book.accounts());
    wanted.baseUrl = QUrl(QString(api::defaultBaseUrl));
    const auto id = m_tools.book.add(wanted);
    if (!id) {
        tell(tr("The account could not be added."), id.error());
        return;
    }
    choose(*id);
    m_form->focusName();
}

void AccountsDialog::askToRemove()
{
    const Account *account = m_tools.book.find(m_shown);
    widgets::ask(*this, tr("Remove the account?"),
                 tr("%1 and its token or sign-in are removed from this computer. Its history and "
                    "its drafts stay, and nothing changes in HubSpot.")
                     .arg(account->name),
                 tr("&Remove"), [this, id = account->id] { remove(id); });
}

void AccountsDialog::remove(const QString &id)
{
    m_trouble->hide();
    if (const auto removed = m_tools.book.remove(id); !removed) {
        tell(tr("The account could not be removed."), removed.error());
    }
    m_list->setFocus();
}

void AccountsDialog::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Cancel) || !m_form->putBack()) {
        QDialog::keyPressEvent(event);
    }
}

void AccountsDialog::done(int result)
{
    m_form->commit();
    QDialog::done(result);
}

} // namespace ui::accounts
