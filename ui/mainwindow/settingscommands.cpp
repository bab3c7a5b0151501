#include "ui/mainwindow/settingscommands.h"

#include "ui/settings/networkwords.h"
#include "ui/settings/settingsdialog.h"

namespace ui::mainwindow {

using ::accounts::NetworkKeeper;
using settings::SettingsDialog;

SettingsCommands::SettingsCommands(QWidget &window, NetworkKeeper &network, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_network(network)
    , m_action(tr("&Settings…"))
{
    m_action.setShortcuts(QKeySequence::Preferences);
    if (m_action.shortcuts().isEmpty()) { // Qt knows none on most desktops
        m_action.setShortcut(Qt::CTRL | Qt::Key_Comma);
    }
    m_action.setMenuRole(QAction::PreferencesRole);
    connect(&m_action, &QAction::triggered, this, &SettingsCommands::open);
    connect(&m_network, &NetworkKeeper::unusable, this,
            [this](const api::NetworkSettingsError &error) {
                Q_EMIT notice(tr("The network settings can't be used, so the defaults are. Change "
                                 "them under File > Settings."),
                              settings::networkProblemText(error));
            });
}

void SettingsCommands::open()
{
    if (m_dialog == nullptr) {
        m_dialog = new SettingsDialog(m_network, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_dialog->open();
}

} // namespace ui::mainwindow
