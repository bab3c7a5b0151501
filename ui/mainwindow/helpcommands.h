#pragma once

#include <QMainWindow>
#include <QObject>
#include <QUrl>

#include <functional>

namespace ui::mainwindow {

/// The commands about the program itself: to find a command, its keys, HubSpot's documentation and
/// what the program is made of. The dialogs are made when they are asked for, out of what is in the
/// window's menus then.
class HelpCommands final : public QObject
{
    Q_OBJECT
public:
    /// Where HubSpot explains association limits and their rules.
    [[nodiscard]] static QUrl documentation();

    /// `window` must outlive this.
    explicit HelpCommands(QMainWindow &window, QObject *parent = nullptr);

    /// What opens addresses in the system's browser; QDesktopServices by default.
    void setBrowser(std::function<bool(const QUrl &)> openBrowser);

    [[nodiscard]] QAction &commandsAction() const { return *m_commands; }
    [[nodiscard]] QAction &shortcutsAction() const { return *m_shortcuts; }
    [[nodiscard]] QAction &documentationAction() const { return *m_documentation; }
    [[nodiscard]] QAction &aboutAction() const { return *m_about; }

Q_SIGNALS:
    /// Something could not be done, and what to do instead.
    void notice(const QString &title, const QString &words);

private:
    void showCommands();
    void showShortcuts();
    void openDocumentation();
    void showAbout();

    QMainWindow &m_window;
    std::function<bool(const QUrl &)> m_openBrowser;
    QAction *m_commands;
    QAction *m_shortcuts;
    QAction *m_documentation;
    QAction *m_about;
};

} // namespace ui::mainwindow
