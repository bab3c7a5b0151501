#pragma once

#include "app/accounts/networkkeeper.h"

#include <QAction>
#include <QObject>
#include <QPointer>

namespace ui::settings {
class SettingsDialog;
}

namespace ui::mainwindow {

/// Opens the program's settings, and says where those of the start can't be used.
class SettingsCommands final : public QObject
{
    Q_OBJECT
public:
    /// `network` must outlive this; `window` is the dialog's parent.
    SettingsCommands(QWidget &window, ::accounts::NetworkKeeper &network,
                     QObject *parent = nullptr);

    /// Opens the dialog of the settings.
    [[nodiscard]] QAction &action() { return m_action; }

Q_SIGNALS:
    void notice(const QString &title, const QString &words);

private:
    void open();

    QWidget &m_window;
    ::accounts::NetworkKeeper &m_network;
    QAction m_action;
    QPointer<settings::SettingsDialog> m_dialog;
};

} // namespace ui::mainwindow
