#include "ui/accounts/locking.h"

#include "ui/widgets/question.h"

#include <QCoreApplication>

namespace ui::accounts {

using ::accounts::Account;
using ::accounts::AccountBook;
using ::accounts::Lock;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::accounts::Locking)
};

} // namespace

void setLocked(QWidget &parent, AccountBook &book, const QString &id, bool locked,
               const std::function<void(const QString &words)> &failed)
{
    const Account *account = book.find(id);
    if (account == nullptr || account->endpoint.isReadOnly() == locked) {
        return;
    }
    const auto set = [&book, id, locked, failed] {
        if (const auto done = book.setLock(id, locked ? Lock::Locked : Lock::Unlocked); !done) {
            failed(done.error());
        }
    };
    if (locked || !::accounts::needsConfirmation(account->kind)) {
        set();
        return;
    }
    widgets::ask(parent, Words::tr("Unlock the production account?"),
                 Words::tr("People work with %1. Once it is unlocked, limits that you submit are "
                           "changed there at once, for everybody. Each submission is still "
                           "reviewed and confirmed first.")
                     .arg(account->name),
                 Words::tr("&Unlock"), set);
}

} // namespace ui::accounts
