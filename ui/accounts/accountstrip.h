#pragma once

#include "app/accounts/account.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace ui::accounts {

/// The coloured line under the toolbar that says in words which account is at stake.
class AccountStrip final : public QFrame
{
    Q_OBJECT
public:
    explicit AccountStrip(QWidget *parent = nullptr);

    void setAccount(const ::accounts::Account &account);

Q_SIGNALS:
    void resetSandboxRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] static QString textOf(::accounts::Kind kind, const QString &host);
    void tint();

    QLabel *m_text;
    QPushButton *m_reset;
    ::accounts::Kind m_kind = ::accounts::Kind::Unknown;
};

} // namespace ui::accounts
