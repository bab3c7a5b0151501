#pragma once

#include "app/history/store.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <memory>
#include <optional>

class QSqlError;

namespace history {

template<typename T> using Result = support::Expected<T, StoreError>;

/// SQLite's error as the store's: Damaged for a broken file, else CannotWrite.
[[nodiscard]] StoreError storeError(const QSqlError &error);

/// One connection to an SQLite file under a name of its own. It must outlive every Statement.
class Connection
{
public:
    enum class Access : quint8 { Read, Write };

    /// The file must exist: SQLite would make it readable by everybody.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &path,
                                                                  Access access = Access::Write);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    [[nodiscard]] const QSqlDatabase &database() const { return m_database; }

private:
    Connection(const QString &path, Access access);

    QString m_name;
    QSqlDatabase m_database;
};

/// A prepared statement, its values given by position.
class Statement
{
public:
    Statement(const QSqlDatabase &database, const QString &sql);

    [[nodiscard]] bool run(const QVariantList &values = {});
    /// The next row; false also at the end, so a loop is followed by a look at failed().
    [[nodiscard]] bool next();
    [[nodiscard]] bool failed() const { return m_failure.has_value(); }
    /// Damaged where nothing failed: a row that must be there is not.
    [[nodiscard]] StoreError failure() const;
    [[nodiscard]] int affected() const { return m_query.numRowsAffected(); }
    [[nodiscard]] QVariant insertedId() const { return m_query.lastInsertId(); }

    [[nodiscard]] QVariant value(int column) const { return m_query.value(column); }
    [[nodiscard]] QString text(int column) const { return value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return value(column).toByteArray(); }
    [[nodiscard]] int number(int column) const { return value(column).toInt(); }

private:
    bool keep(bool succeeded);

    QSqlQuery m_query;
    std::optional<StoreError> m_failure;
};

/// Rolls back unless it was committed.
class Transaction
{
public:
    /// Write takes the lock at once: a reader that turns writer in WAL mode fails without waiting.
    enum class Kind : quint8 { Read, Write };

    Transaction(const QSqlDatabase &database, Kind kind);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    [[nodiscard]] Result<support::Done> begun() const;
    [[nodiscard]] Result<support::Done> commit();

private:
    QSqlDatabase m_database;
    std::optional<StoreError> m_failure;
    bool m_open = false;
};

} // namespace history
