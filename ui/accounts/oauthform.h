#pragma once

#include "app/accounts/signin.h"
#include "ui/accounts/tools.h"

#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {
class FieldNote;
}

namespace ui::accounts {

/// Signs an account in through the browser, with an app of the person's own. Nothing of it is kept
/// before HubSpot has agreed; the client secret is masked, and gone from here once it is kept.
class OAuthForm : public QWidget
{
    Q_OBJECT
public:
    explicit OAuthForm(Tools tools, QWidget *parent = nullptr);
    ~OAuthForm() override;

    /// Another account, or what is known of it changed. Another account cancels the sign-in.
    void setAccount(const ::accounts::Account &account);
    /// To be aligned with what is above it.
    [[nodiscard]] QFormLayout &rows() const { return *m_rows; }

Q_SIGNALS:
    /// The account has another token than before.
    void keyReplaced(const QString &id);

private:
    [[nodiscard]] QWidget *makeButtons();
    void fill();
    void signIn();
    void openBrowser(const QUrl &address);
    void succeed(const ::accounts::OAuthTokens &tokens);
    void fail(const ::accounts::SignInFailure &failure);
    void askToSignOut();
    void showState();

    Tools m_tools;
    ::accounts::Account m_account;
    ::accounts::OAuthApp m_app;                   ///< what the sign-in under way was begun with
    std::unique_ptr<::accounts::SignIn> m_signIn; ///< while one is under way
    QUrl m_address;                               ///< for the browser
    QFormLayout *m_rows;
    QLineEdit *m_clientId;
    QLineEdit *m_secret;
    QPlainTextEdit *m_scopes;
    QLineEdit *m_redirect;
    QPushButton *m_start;
    QPushButton *m_cancel;
    QPushButton *m_copyAddress;
    QPushButton *m_signOut;
    QProgressBar *m_busy;
    widgets::FieldNote *m_idNote;
    widgets::FieldNote *m_secretNote;
    widgets::FieldNote *m_note;
};

} // namespace ui::accounts
