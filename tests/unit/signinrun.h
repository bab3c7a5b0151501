#pragma once

#include "app/accounts/signin.h"
#include "tests/support/browser.h"
#include "tests/support/testmain.h"

#include <QLoggingCategory>
#include <QMutex>
#include <QSignalSpy>

namespace tests {

class FixedClock final : public support::Clock
{
public:
    QDateTime now() const override { return time; }

    QDateTime time{QDate(2026, 11, 3), QTime(14, 2), Qt::UTC};
};

/// One sign-in with somebody before a browser.
struct SignInRun
{
    SignInRun(const accounts::OAuthApp &app, const QUrl &baseUrl, const support::Clock &clock)
        : signIn(app, accounts::OAuthAddresses::of(baseUrl), clock)
        , succeeded(&signIn, &accounts::SignIn::succeeded)
        , failed(&signIn, &accounts::SignIn::failed)
    {
        signIn.setPorts({0});
        QObject::connect(&signIn, &accounts::SignIn::browserNeeded, &signIn,
                         [this](const QUrl &url) {
                             address = url;
                             if (opensBrowser) {
                                 browser.open(url);
                             }
                         });
    }

    [[nodiscard]] qsizetype ends() const { return succeeded.size() + failed.size(); }
    [[nodiscard]] accounts::OAuthTokens tokens() const
    {
        return succeeded.value(0).value(0).value<accounts::OAuthTokens>();
    }
    [[nodiscard]] accounts::SignInFailure failure() const
    {
        return failed.value(0).value(0).value<accounts::SignInFailure>();
    }

    Browser browser;
    bool opensBrowser = true;
    QUrl address; ///< what the browser was sent to
    accounts::SignIn signIn;
    QSignalSpy succeeded;
    QSignalSpy failed;
};

/// Writes down everything that is logged while it lives, with all categories of Qt's and ours on.
class LogBook
{
public:
    LogBook()
    {
        s_lines.clear();
        QLoggingCategory::setFilterRules(QStringLiteral("*=true"));
        s_before = qInstallMessageHandler(write);
    }
    LogBook(const LogBook &) = delete;
    LogBook &operator=(const LogBook &) = delete;
    ~LogBook()
    {
        qInstallMessageHandler(s_before);
        QLoggingCategory::setFilterRules({});
    }

    [[nodiscard]] static bool holds(const QString &text)
    {
        const QMutexLocker lock(&s_mutex);
        return !text.isEmpty() && s_lines.contains(text);
    }
    [[nodiscard]] static qsizetype size() { return s_lines.size(); }

private:
    static void write(QtMsgType type, const QMessageLogContext &context, const QString &text)
    {
        // The server's side of a request is the sandbox's; HubSpot has a log of its own.
        if (qstrcmp(context.category, "qt.httpserver") != 0) {
            const QMutexLocker lock(&s_mutex);
            s_lines += text + u'\n';
        }
        if (type != QtDebugMsg && type != QtInfoMsg) {
            s_before(type, context, text);
        }
    }

    static inline QMutex s_mutex;
    static inline QString s_lines;
    static inline QtMessageHandler s_before = nullptr;
};

} // namespace tests
