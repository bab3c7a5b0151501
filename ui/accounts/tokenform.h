#pragma once

#include "ui/accounts/tools.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QFormLayout;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {
class FieldNote;
}

namespace ui::accounts {

/// Takes an account's token, and never shows it: what is typed is masked, and gone once it is
/// saved.
class TokenForm : public QWidget
{
    Q_OBJECT
public:
    /// `book` must outlive this.
    explicit TokenForm(::accounts::AccountBook &book, QWidget *parent = nullptr);

    /// Another account, or what is known of it changed.
    void setAccount(const ::accounts::Account &account);
    /// To be aligned with what is above it.
    [[nodiscard]] QFormLayout &rows() const { return *m_rows; }

Q_SIGNALS:
    /// The account has another token than before.
    void keyReplaced(const QString &id);

private:
    void save();
    void askToForget();
    void showState();

    ::accounts::AccountBook &m_book;
    ::accounts::Account m_account;
    QFormLayout *m_rows;
    QLineEdit *m_token;
    QPushButton *m_save;
    QPushButton *m_forget;
    widgets::FieldNote *m_note;
};

} // namespace ui::accounts
