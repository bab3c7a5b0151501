#pragma once

#include "app/accounts/networkkeeper.h"
#include "ui/widgets/groupbox.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {
class FieldNote;
}

namespace ui::settings {

/// The proxy to choose. Its password is taken and never shown: what is typed is masked, and gone
/// once it holds.
class ProxyForm : public widgets::GroupBox
{
    Q_OBJECT
public:
    /// `network` must outlive this.
    explicit ProxyForm(const ::accounts::NetworkKeeper &network, QWidget *parent = nullptr);

    void setProxy(const api::Proxy &proxy);
    /// As it is shown, without the password.
    [[nodiscard]] api::Proxy proxy() const;
    /// As NetworkKeeper::change() takes it.
    [[nodiscard]] std::optional<QString> password() const;
    [[nodiscard]] bool isEdited() const;

    /// Whether it is a proxy as far as the form knows; else it says at its field why not.
    [[nodiscard]] bool check();
    /// Says at its field what is wrong.
    void say(const api::NetworkSettingsError &error);
    /// To be aligned with what is beneath it.
    [[nodiscard]] QFormLayout &rows() const { return *m_rows; }

Q_SIGNALS:
    void edited();

private:
    void makeFields();
    void connectFields();
    void takePortFromHost();
    void forget();
    void showUse();
    void showPassword();

    const ::accounts::NetworkKeeper &m_network;
    bool m_forgets = false; ///< the password, with what is shown
    QFormLayout *m_rows;
    QComboBox *m_use;
    widgets::FieldNote *m_useNote;
    QLineEdit *m_host;
    widgets::FieldNote *m_hostNote;
    QLineEdit *m_port;
    widgets::FieldNote *m_portNote;
    QLineEdit *m_user;
    widgets::FieldNote *m_userNote;
    QLineEdit *m_password;
    QPushButton *m_forget;
    widgets::FieldNote *m_passwordNote;
};

} // namespace ui::settings
