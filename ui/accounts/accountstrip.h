#pragma once

#include "app/accounts/account.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QAction;
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {
class ElidedLabel;
}

namespace ui::accounts {

/// The line under the toolbar that says in words which account is at stake and whether it is
/// locked. Its ground has the colour of the kind, its edge along the toolbar the account's own.
class AccountStrip final : public QFrame
{
    Q_OBJECT
public:
    explicit AccountStrip(QWidget *parent = nullptr);

    void setAccount(const ::accounts::Account &account);

    /// What its buttons do, for a menu. Not enabled before there is an account.
    [[nodiscard]] QAction &lockAction() const { return *m_lockAction; }
    [[nodiscard]] QAction &resetAction() const { return *m_resetAction; }

Q_SIGNALS:
    void resetSandboxRequested();
    /// To lock the account, or to unlock it.
    void lockRequested(bool locked);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tint();

    widgets::ElidedLabel *m_text;
    QPushButton *m_lock;
    QPushButton *m_reset;
    QAction *m_lockAction;
    QAction *m_resetAction;
    ::accounts::Account m_account;
};

} // namespace ui::accounts
