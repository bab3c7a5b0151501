#include "tests/support/testmain.h"

#include <QDir>
#include <QRegularExpression>
#include <QTest>

namespace tests {

using namespace Qt::StringLiterals;

Sanctuary::Sanctuary()
{
    if (!m_home.isValid()) {
        qFatal("no temporary folder: %s", qPrintable(m_home.errorString()));
    }
    const auto point = [this](const char *variable, const QString &folder) {
        const QString path = m_home.filePath(folder);
        QDir().mkpath(path);
        qputenv(variable, QFile::encodeName(path));
    };
    point("HOME", u"home"_s);
    point("XDG_DATA_HOME", u"data"_s);
    point("XDG_CONFIG_HOME", u"config"_s);
    point("XDG_CACHE_HOME", u"cache"_s);
    point("XDG_STATE_HOME", u"state"_s);
    qunsetenv("HUBSPOT_ACCESS_TOKEN");
    // The user's keychain is reached over it.
    qputenv("DBUS_SESSION_BUS_ADDRESS",
            "unix:path=" + QFile::encodeName(m_home.filePath(u"no-bus"_s)));
}

void StrictTest::init()
{
    // Qt's offscreen platform says this of windows with a layout and of popups.
    QTest::failOnWarning(QRegularExpression(
        u"^(?!This plugin does not support (propagateSizeHints|raise|grabbing the keyboard))"_s));
}

} // namespace tests
