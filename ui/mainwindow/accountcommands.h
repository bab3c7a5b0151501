#pragma once

#include "app/accounts/accountbook.h"
#include "app/api/reader.h"
#include "app/support/clock.h"

#include <QObject>
#include <QPointer>
#include <QUrl>

#include <functional>

namespace ui::accounts {
class AccountsDialog;
class AccountStrip;
} // namespace ui::accounts
namespace ui::widgets {
class Banner;
}

namespace ui::mainwindow {

class OpenPair;

/// Keeps what the window shows of the accounts in step with the book, and does what a person asks
/// of them: to manage, to lock and to unlock.
class AccountCommands final : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        QWidget &window;
        OpenPair &open;
        accounts::AccountStrip &strip;
        api::Reader &reader;
        const support::Clock &clock;
    };

    /// All of the parts must outlive this.
    explicit AccountCommands(const Parts &parts, QObject *parent = nullptr);

    /// `book` must outlive this, or another one take its place before it goes.
    void setBook(::accounts::AccountBook &book, const QString &currentId);
    void setBrowser(std::function<bool(const QUrl &)> openBrowser);
    /// Opens the dialog of the accounts at the current one; nothing before setBook().
    void manage();

    /// How to connect the current account, shown while it has no token.
    [[nodiscard]] widgets::Banner &connectBanner() const { return *m_connect; }
    /// That the keychain can't be used: shown once, until a person has read it.
    [[nodiscard]] widgets::Banner &keychainBanner() const { return *m_keychain; }

Q_SIGNALS:
    void notice(const QString &title, const QString &words);

private:
    void showAccount();
    void showKeychainTrouble(const QString &words);
    void setLocked(bool locked);

    Parts m_parts;
    ::accounts::AccountBook *m_book = nullptr;
    std::function<bool(const QUrl &)> m_openBrowser;
    QPointer<accounts::AccountsDialog> m_dialog;
    QString m_keychainWords; ///< empty: it was not seen to fail
    widgets::Banner *m_connect;
    widgets::Banner *m_keychain;
};

} // namespace ui::mainwindow
