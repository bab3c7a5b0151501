#pragma once

#include "app/accounts/networkkeeper.h"
#include "ui/settings/settingspage.h"

QT_BEGIN_NAMESPACE
class QFormLayout;
class QLineEdit;
class QSpinBox;
QT_END_NAMESPACE

namespace ui::widgets {
class FieldNote;
}

namespace ui::settings {

class ProxyForm;

/// How the internet is reached: the proxy, whom to trust, how long to wait.
class ConnectionPage final : public SettingsPage
{
    Q_OBJECT
public:
    /// `network` must outlive this.
    explicit ConnectionPage(::accounts::NetworkKeeper &network, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] bool isEdited() const override;
    [[nodiscard]] bool apply() override;
    [[nodiscard]] bool showProblem() override;
    void showDefaults() override;

private:
    [[nodiscard]] QWidget *makeCertificates();
    [[nodiscard]] QWidget *makeWaits();
    /// What happens when the time is over stands beside it.
    widgets::FieldNote *addWait(QSpinBox &seconds, const support::Key<int> &key,
                                const QString &label, const QString &effect);
    void explainFile();
    void chooseFile();
    void fill(const api::NetworkSettings &settings);
    /// What is not shown is as it was decided.
    [[nodiscard]] api::NetworkSettings shown() const;
    void say(const api::NetworkSettingsError &error);

    ::accounts::NetworkKeeper &m_network;
    ProxyForm *m_proxy;
    QFormLayout *m_certificateRows;
    QLineEdit *m_caFile;
    widgets::FieldNote *m_caFileNote;
    QFormLayout *m_waitRows;
    QSpinBox *m_connect;
    widgets::FieldNote *m_connectNote;
    QSpinBox *m_idle;
    QSpinBox *m_total;
};

} // namespace ui::settings
