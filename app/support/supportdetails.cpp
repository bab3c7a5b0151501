#include "app/support/supportdetails.h"

#include "app/support/redaction.h"
#include "app/support/versions.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QScreen>
#include <QSslSocket>
#include <QSysInfo>
#include <QTimeZone>

#include <tuple>

namespace support {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t requestCount = 50;

/// Those that may be told. Places and sizes of windows tell nobody anything.
constexpr std::tuple told{
    settings::language,         settings::lastAccount,          settings::lastFrom,
    settings::lastTo,           settings::recentPairs,          settings::bothDirections,
    settings::inputsPerRequest, settings::idleTimeoutSeconds,   settings::totalTimeoutSeconds,
    settings::historyKeepDays,  settings::historyKeepMegabytes,
};

QString wordsFor(int number)
{
    return QString::number(number);
}

QString wordsFor(const QString &text)
{
    return text.isEmpty() ? u"(empty)"_s : text;
}

QString wordsFor(const QStringList &list)
{
    return wordsFor(list.join(", "_L1));
}

QString screens()
{
    QStringList all;
    for (const QScreen *screen : QGuiApplication::screens()) {
        all << u"%1×%2 at %3"_s.arg(screen->size().width())
                   .arg(screen->size().height())
                   .arg(screen->devicePixelRatio());
    }
    return all.isEmpty() ? u"none"_s : all.join(", "_L1);
}

/// What stands in a line of Markdown came from elsewhere in part.
QString item(const QString &name, const QString &value)
{
    return u"- %1: %2\n"_s.arg(name, oneLine(value));
}

QString systemText()
{
    const QString ssl =
        QSslSocket::supportsSsl() ? QSslSocket::sslLibraryVersionString() : u"none"_s;
    const QString sslBuild = QSslSocket::sslLibraryBuildVersionString();
    const QString runtime = QString::fromLatin1(qVersion());
    return item(u"Association Limits"_s, QStringLiteral(ASSOCIATION_LIMITS_VERSION)) +
           item(u"Qt"_s,
                u"%1 (built with %2), %3"_s.arg(runtime, QStringLiteral(QT_VERSION_STR),
                                                QString::fromLatin1(QLibraryInfo::build()))) +
           item(u"System"_s, u"%1, %2 %3, %4"_s.arg(
                                 QSysInfo::prettyProductName(), QSysInfo::kernelType(),
                                 QSysInfo::kernelVersion(), QSysInfo::currentCpuArchitecture())) +
           item(u"Platform plugin"_s, QGuiApplication::platformName()) +
           item(u"Screens"_s, screens()) + item(u"SQLite"_s, sqliteVersion()) +
           item(u"OpenSSL"_s, u"%1 (built with %2)"_s.arg(ssl, sslBuild)) +
           item(u"Locale"_s, u"%1 (system: %2)"_s.arg(QLocale().name(), QLocale::system().name())) +
           item(u"Time zone"_s, QString::fromLatin1(QTimeZone::systemTimeZoneId()));
}

QString settingsText(const Settings &settings)
{
    QString text;
    std::apply(
        [&text, &settings](const auto &...key) {
            ((text += item(QString::fromLatin1(key.name), wordsFor(settings.value(key)))), ...);
        },
        told);
    return text;
}

QString accountText(const AccountFacts &account)
{
    return item(account.name,
                QStringList{account.kind, account.origin, account.signIn,
                            account.hasToken ? u"has a token"_s : u"no token"_s,
                            account.isLocked ? u"read-only"_s : u"may be written to"_s}
                    .join(", "_L1));
}

} // namespace

QString supportDetails(const Log &log, const Settings &settings,
                       const std::vector<AccountFacts> &accounts)
{
    QString text = u"## Association Limits, details for support\n\n"_s +
                   item(u"Written"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)) +
                   systemText() + u"\n### Settings\n\n"_s + settingsText(settings) +
                   u"\n### Accounts\n\n"_s;
    for (const AccountFacts &account : accounts) {
        text += accountText(account);
    }
    text += u"\n### Last requests\n\n```\n"_s;
    for (const LogLine &line : log.lastRequests(requestCount)) {
        text += logText(line) + u'\n';
    }
    return log.redact(text + u"```\n"_s);
}

} // namespace support
