#pragma once

#include "app/accounts/accountlist.h"
#include "app/support/clock.h"
#include "app/support/expected.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <functional>

namespace accounts {

/// accounts.json on the disk. It is replaced whole or not at all, for its owner alone; each change
/// is made to what is in it then, while a lock file beside it is held.
class AccountFile : public QObject
{
    Q_OBJECT
public:
    /// `clock` must outlive this. Nothing is read before open().
    AccountFile(QString path, const support::Clock &clock, QObject *parent = nullptr);

    /// Reads it and follows it from now on. nullopt: it could be read, or there is none.
    [[nodiscard]] std::optional<AccountBook::SetAside> open();

    /// As far as is known.
    [[nodiscard]] const AccountList &list() const { return m_list; }

    using Change = std::function<support::Expected<support::Done, QString>(AccountList &)>;
    /// Waits for at most a second where another program is changing it. On an error, also of the
    /// change, which may have none, the file and list() are what they were.
    [[nodiscard]] support::Expected<support::Done, QString> edit(const Change &change);

Q_SIGNALS:
    /// Another program has changed it; list() is what it says now.
    void followed();

private:
    [[nodiscard]] support::Expected<QByteArray, QString> bytes() const;
    /// Of the file; what is known already where there is none.
    [[nodiscard]] support::Expected<AccountList, QString> read();
    [[nodiscard]] AccountBook::SetAside setAside(const QString &reason);
    void watch();
    void follow();

    const QString m_path;
    const support::Clock &m_clock;
    AccountList m_list;
    QByteArray m_bytes; ///< that m_list was read from or written as
    QFileSystemWatcher m_watcher;
    QTimer m_soon;
};

} // namespace accounts
