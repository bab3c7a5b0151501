#pragma once

#include "app/support/expected.h"
#include "tests/support/dependentprocess.h"

#include <QByteArray>
#include <QImage>
#include <QProcess>
#include <QProcessEnvironment>
#include <QSize>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace tests {

/// A screen, a window manager and a bus of its own. All of it goes with this object.
class Desktop
{
public:
    ~Desktop();

    /// To be called once. The error says in words what could not be started.
    [[nodiscard]] support::Expected<support::Done, QString> start();

    /// For programs that are to appear here, with no way to the desktop the tests are run from.
    [[nodiscard]] QProcessEnvironment environment() const;
    [[nodiscard]] QString sessionAddress() const { return m_sessionAddress; }

    /// Keys as xdotool calls them, such as "ctrl+Return", for the window that has the focus.
    [[nodiscard]] bool press(const QStringList &keys) const;
    [[nodiscard]] bool type(const QString &text) const;
    [[nodiscard]] bool resizeActiveWindow(QSize size) const;

    [[nodiscard]] QImage picture() const;

private:
    [[nodiscard]] QProcess *launch(const QString &program, const QStringList &arguments);
    [[nodiscard]] bool xdotool(const QStringList &arguments) const;

    QTemporaryDir m_folder;
    QString m_display;
    QString m_sessionAddress;
    std::vector<std::unique_ptr<QProcess>> m_servers;
};

} // namespace tests
