#pragma once

#include "app/accounts/vault.h"
#include "tests/support/dependentprocess.h"
#include "tests/support/testmain.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

// A keychain of the test's own: a session bus that starts no services, and GNOME's keyring on it.

namespace tests {

class Bus
{
public:
    /// Of this process from now on. Before anything asks for a bus, which asks once.
    Bus()
    {
        using namespace Qt::StringLiterals;
        QFile config(m_folder.filePath(u"bus.conf"_s));
        if (!config.open(QIODevice::WriteOnly)) {
            qFatal("no bus.conf");
        }
        config.write("<busconfig><type>session</type><listen>unix:dir=" +
                     QFile::encodeName(m_folder.path()) +
                     "</listen><auth>EXTERNAL</auth><policy context=\"default\">"
                     "<allow send_destination=\"*\"/><allow receive_sender=\"*\"/>"
                     "<allow own=\"*\"/></policy></busconfig>");
        config.close();
        m_daemon->start(u"dbus-daemon"_s, {u"--config-file="_s + config.fileName(), u"--nofork"_s,
                                           u"--print-address=1"_s});
        while (!m_daemon->canReadLine() && m_daemon->waitForReadyRead()) {
        }
        m_address = m_daemon->readLine().trimmed();
        if (m_address.isEmpty()) {
            qFatal("dbus-daemon does not start: %s", qPrintable(m_daemon->errorString()));
        }
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_address);
        // Which of the keychains it is does not depend on who runs the test.
        qputenv("XDG_CURRENT_DESKTOP", "GNOME");
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder.path()));
        qunsetenv("KDE_FULL_SESSION");
        qunsetenv("DESKTOP_SESSION");
    }
    Q_DISABLE_COPY_MOVE(Bus)
    ~Bus()
    {
        m_daemon->kill();
        m_daemon->waitForFinished();
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_daemon = dependentProcess();
    QByteArray m_address;
};

class Keyring
{
public:
    enum class Door { Unlocked, Locked };

    Keyring() = default;
    Q_DISABLE_COPY_MOVE(Keyring)
    ~Keyring() { stop(); }

    /// Waits until it answers. What was kept in it before is there again.
    void start(Door door = Door::Unlocked)
    {
        using namespace Qt::StringLiterals;
        m_daemon = dependentProcess();
        m_daemon->setStandardErrorFile(QProcess::nullDevice());
        QStringList arguments{u"--foreground"_s, u"--components=secrets"_s,
                              u"--control-directory="_s + m_control.path()};
        if (door == Door::Unlocked) {
            arguments.append(u"--unlock"_s);
        }
        m_daemon->start(u"gnome-keyring-daemon"_s, arguments);
        m_daemon->write("the test's password");
        m_daemon->closeWriteChannel();
        while (!m_daemon->readAllStandardOutput().contains("GNOME_KEYRING_CONTROL")) {
            if (!m_daemon->waitForReadyRead()) {
                qFatal("gnome-keyring-daemon does not start: %s",
                       qPrintable(m_daemon->errorString()));
            }
        }
        awaitName(true); // which it has later than it has said so
    }

    void stop()
    {
        if (m_daemon) {
            m_daemon->kill();
            m_daemon->waitForFinished();
            m_daemon.reset();
            awaitName(false);
        }
    }

    /// Answers nothing until it goes on.
    void pause() { ::kill(pid_t(m_daemon->processId()), SIGSTOP); }
    void goOn() { ::kill(pid_t(m_daemon->processId()), SIGCONT); }

private:
    /// Until the bus, and what of this process listens to it, know that there is a keychain.
    static void awaitName(bool isThere)
    {
        if (!QTest::qWaitFor([isThere] { return hasName() == isThere; }, 20'000)) {
            qFatal("gnome-keyring-daemon %s", isThere ? "does not come" : "does not go");
        }
        QCoreApplication::processEvents();
    }

    [[nodiscard]] static bool hasName()
    {
        using namespace Qt::StringLiterals;
        QProcess asking;
        asking.start(u"dbus-send"_s,
                     {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
                      u"org.freedesktop.DBus.NameHasOwner"_s, u"string:org.freedesktop.secrets"_s});
        asking.waitForFinished();
        return asking.readAllStandardOutput().contains("true");
    }

    QTemporaryDir m_control;
    std::unique_ptr<QProcess> m_daemon;
};

/// libsecret keeps its session with a keyring that has gone until a call fails.
inline void forgetDeadSession()
{
    accounts::Vault vault;
    QObject context;
    bool isOver = false;
    const QString name = QStringLiteral("session");
    vault.write(name, "lost", &context, [](bool) {});
    vault.remove(name, &context, [&isOver](bool) { isOver = true; });
    QVERIFY(QTest::qWaitFor([&isOver] { return isOver; }, 20'000));
}

/// How many secrets the keychain has.
inline int keychainItems()
{
    using namespace Qt::StringLiterals;
    QProcess asking;
    asking.start(u"dbus-send"_s,
                 {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
                  u"/org/freedesktop/secrets/aliases/default"_s,
                  u"org.freedesktop.DBus.Properties.Get"_s,
                  u"string:org.freedesktop.Secret.Collection"_s, u"string:Items"_s});
    asking.waitForFinished();
    const QByteArray answer = asking.readAllStandardOutput();
    return answer.contains("array") ? int(answer.count("object path")) : -1;
}

} // namespace tests
