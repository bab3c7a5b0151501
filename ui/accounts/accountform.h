#pragma once

#include "ui/accounts/tools.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
QT_END_NAMESPACE

namespace ui::widgets {
class FieldNote;
}

namespace ui::accounts {

class CheckupPane;
class OAuthForm;
class TokenForm;

/// One account to edit. Each choice holds at once, and a text when its field is left or Return is
/// pressed; what is not accepted stays as it was typed, with the reason beneath it.
class AccountForm : public QWidget
{
    Q_OBJECT
public:
    explicit AccountForm(const Tools &tools, QWidget *parent = nullptr);

    /// Another account, or what is known of it changed: what is being typed stays.
    void setAccount(const ::accounts::Account &account);
    /// Applies what is being typed, where that needs no question.
    void commit();
    /// Puts back the texts that were typed but not applied; false where there are none.
    bool putBack();
    /// To type a name over the present one.
    void focusName();

Q_SIGNALS:
    /// The account has another token than before.
    void keyReplaced(const QString &id);

private:
    void makeFields(QFormLayout &form);
    [[nodiscard]] bool change(const ::accounts::AccountData &data, widgets::FieldNote &note);
    void applyName();
    void applyUrl();
    void changeUrl(const QUrl &url);
    void applyColor();
    void showMethod();
    void applyMethod();
    void applyLock(bool locked);
    void forgetTest(const QString &id);
    void showState();

    Tools m_tools;
    ::accounts::Account m_account;
    QLineEdit *m_name;
    widgets::FieldNote *m_nameNote;
    QLineEdit *m_url;
    widgets::FieldNote *m_urlNote;
    QComboBox *m_color;
    widgets::FieldNote *m_colorNote;
    QCheckBox *m_lock;
    widgets::FieldNote *m_lockNote;
    QComboBox *m_method;
    widgets::FieldNote *m_methodNote;
    QWidget *m_secrets; ///< both forms, of which one is shown
    TokenForm *m_token;
    OAuthForm *m_oauth;
    CheckupPane *m_checkup;
};

} // namespace ui::accounts
