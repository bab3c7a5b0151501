#include "ui/mainwindow/helpcommands.h"

#include "ui/commands/commandpalette.h"
#include "ui/commands/shortcutsdialog.h"
#include "ui/mainwindow/aboutdialog.h"

#include <QAction>
#include <QDesktopServices>
#include <QMenuBar>

#include <utility>

namespace ui::mainwindow {

using namespace Qt::StringLiterals;

namespace {

QString keyText(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText);
}

} // namespace

QUrl HelpCommands::documentation()
{
    return QUrl(
        u"https://knowledge.hubspot.com/object-settings/set-limits-for-record-associations"_s);
}

HelpCommands::HelpCommands(QMainWindow &window, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_openBrowser(&QDesktopServices::openUrl)
    , m_commands(new QAction(tr("&Commands…"), this))
    , m_shortcuts(new QAction(tr("&Keyboard shortcuts"), this))
    , m_documentation(new QAction(tr("&HubSpot's documentation on association limits"), this))
    , m_about(new QAction(tr("&About Association Limits"), this))
{
    m_commands->setShortcut(Qt::CTRL | Qt::Key_K);
    m_shortcuts->setShortcuts({Qt::Key_F1, Qt::CTRL | Qt::Key_Question});
    m_documentation->setToolTip(tr("Opens %1 in the browser").arg(documentation().toString()));
    connect(m_commands, &QAction::triggered, this, &HelpCommands::showCommands);
    connect(m_shortcuts, &QAction::triggered, this, &HelpCommands::showShortcuts);
    connect(m_documentation, &QAction::triggered, this, &HelpCommands::openDocumentation);
    connect(m_about, &QAction::triggered, this, &HelpCommands::showAbout);
}

void HelpCommands::setBrowser(std::function<bool(const QUrl &)> openBrowser)
{
    m_openBrowser = std::move(openBrowser);
}

void HelpCommands::showCommands()
{
    auto *palette =
        new commands::CommandPalette(commands::commandsOf(*m_window.menuBar()), &m_window);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->open();
}

void HelpCommands::showShortcuts()
{
    const commands::ShortcutsDialog::Further further{
        {tr("Edit the cell: type, or"), keyText(Qt::Key_F2)},
        {tr("Take what was typed and go down"), keyText(Qt::Key_Return)},
        {tr("Take what was typed and go to the next cell"), keyText(Qt::Key_Tab)},
        {tr("Leave the cell as it was"), keyText(Qt::Key_Escape)},
        {tr("Select a block"), tr("%1 with the arrow keys").arg(keyText(Qt::SHIFT).remove(u'+'))},
        {tr("Show the submission that has the focus"), keyText(Qt::Key_Return)},
    };
    auto *dialog = new commands::ShortcutsDialog(commands::commandsOf(*m_window.menuBar()), further,
                                                 &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void HelpCommands::openDocumentation()
{
    if (!m_openBrowser(documentation())) {
        Q_EMIT notice(tr("The browser could not be opened."),
                      tr("HubSpot's documentation is at %1").arg(documentation().toString()));
    }
}

void HelpCommands::showAbout()
{
    auto *about = new AboutDialog(&m_window);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->open();
}

} // namespace ui::mainwindow
