#include "tests/e2e/desktop.h"

#include <QFile>
#include <QTest>
#include <QtEndian>

namespace tests {

using namespace Qt::StringLiterals;
using support::Done;
using support::Expected;
using support::Unexpected;

namespace {

constexpr int patience = 30'000; // milliseconds

/// The first line a server says: its display or its address.
QString firstLine(QProcess &server)
{
    while (!server.canReadLine()) {
        if (!server.waitForReadyRead(patience)) {
            return {};
        }
    }
    return QString::fromUtf8(server.readLine()).trimmed();
}

QString failure(const QProcess &process)
{
    return u"%1 does not start: %2"_s.arg(process.program(), process.errorString());
}

} // namespace

Desktop::~Desktop()
{
    for (auto server = m_servers.rbegin(); server != m_servers.rend(); ++server) {
        (*server)->terminate();
        if (!(*server)->waitForFinished(patience)) {
            (*server)->kill();
            (*server)->waitForFinished(patience);
        }
    }
}

Expected<Done, QString> Desktop::start()
{
    // Larger than the window, so that the frame around it fits as well.
    QProcess *screen = launch(u"Xvfb"_s, {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s,
                                          u"1400x900x24"_s, u"-fbdir"_s, m_folder.path(),
                                          u"-nocursor"_s, u"-noreset"_s, u"-nolisten"_s, u"tcp"_s});
    const QString number = firstLine(*screen);
    if (number.isEmpty()) {
        return Unexpected{failure(*screen)};
    }
    m_display = u':' + number;

    QProcess *bus =
        launch(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
    m_sessionAddress = firstLine(*bus);
    if (m_sessionAddress.isEmpty()) {
        return Unexpected{failure(*bus)};
    }

    QProcess *manager = launch(u"openbox"_s, {u"--sm-disable"_s});
    // A window that is there before the window manager would not get the focus.
    if (!QTest::qWaitFor([this] { return xdotool({u"get_desktop"_s}); }, patience)) {
        return Unexpected{failure(*manager)};
    }
    return Done{};
}

QProcessEnvironment Desktop::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        // Qt's own variables may scale the window or make the program talk.
        if (name.startsWith("QT_"_L1) || name.startsWith("XDG_"_L1)) {
            environment.remove(name);
        }
    }
    for (const QString &name :
         {u"AT_SPI_BUS_ADDRESS"_s, u"WAYLAND_DISPLAY"_s, u"XAUTHORITY"_s, u"SESSION_MANAGER"_s,
          u"DESKTOP_SESSION"_s, u"KDE_FULL_SESSION"_s}) {
        environment.remove(name);
    }
    environment.insert(u"DISPLAY"_s, m_display);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.path());
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_sessionAddress);
    environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);
    // libxkbcommon-x11 calls strndup() on what is not terminated, within the size it gives, which
    // is right and which the strict check of the address sanitizer takes for an overflow.
    environment.insert(u"ASAN_OPTIONS"_s,
                       environment.value(u"ASAN_OPTIONS"_s) + u":strict_string_checks=0"_s);
    return environment;
}

bool Desktop::press(const QStringList &keys) const
{
    return xdotool(QStringList{u"key"_s} + keys);
}

bool Desktop::type(const QString &text) const
{
    return xdotool({u"type"_s, text});
}

bool Desktop::resizeActiveWindow(QSize size) const
{
    return xdotool({u"getactivewindow"_s, u"windowsize"_s, QString::number(size.width()),
                    QString::number(size.height())});
}

QImage Desktop::picture() const
{
    // Xvfb keeps the screen in a file as xwd writes it: a header of big-endian numbers, colours of
    // twelve bytes each, then the pixels.
    QFile file(m_folder.filePath(u"Xvfb_screen0"_s));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray bytes = file.readAll();
    const auto number = [&bytes](qsizetype index) {
        return qFromBigEndian<quint32>(bytes.constData() + 4 * index);
    };
    constexpr qsizetype numbers = 25;
    if (bytes.size() < 4 * numbers) {
        return {};
    }
    const qsizetype pixels = qsizetype(number(0)) + 12 * qsizetype(number(19));
    const QSize size(int(number(4)), int(number(5)));
    const qsizetype line = number(12);
    if (number(11) != 32 || bytes.size() < pixels + line * size.height()) {
        return {};
    }
    return QImage(reinterpret_cast<const uchar *>(bytes.constData() + pixels), size.width(),
                  size.height(), line, QImage::Format_RGB32)
        .copy();
}

QProcess *Desktop::launch(const QString &program, const QStringList &arguments)
{
    auto process = dependentProcess();
    process->setProcessEnvironment(environment());
    process->setStandardErrorFile(QProcess::nullDevice());
    process->start(program, arguments);
    m_servers.push_back(std::move(process));
    return m_servers.back().get();
}

bool Desktop::xdotool(const QStringList &arguments) const
{
    const auto process = dependentProcess();
    process->setProcessEnvironment(environment());
    process->start(u"xdotool"_s, arguments);
    return process->waitForFinished(patience) && process->exitStatus() == QProcess::NormalExit &&
           process->exitCode() == 0;
}

} // namespace tests
