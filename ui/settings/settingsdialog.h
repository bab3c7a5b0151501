#pragma once

#include "app/accounts/networkkeeper.h"

#include <QDialog>

#include <vector>

QT_BEGIN_NAMESPACE
class QDialogButtonBox;
class QTabWidget;
QT_END_NAMESPACE

namespace ui::settings {

class SettingsPage;

/// The settings of the program, a page for each section. Nothing holds before OK or Apply, and a
/// page that can't be applied keeps the dialog open.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    /// `network` must outlive the dialog.
    explicit SettingsDialog(::accounts::NetworkKeeper &network, QWidget *parent = nullptr);

    /// Applies what is shown before.
    void accept() override;

private:
    void addPage(SettingsPage *page);
    void makeButtons();
    bool apply();
    void showDefaults();
    void showState();

    std::vector<SettingsPage *> m_pages;
    QTabWidget *m_tabs;
    QDialogButtonBox *m_buttons;
};

} // namespace ui::settings
