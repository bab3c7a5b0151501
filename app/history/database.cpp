#include "app/history/database.h"

#include <QSqlError>
#include <QUuid>

#include <tuple>

namespace history {

using namespace Qt::StringLiterals;
using support::Done;
using support::Unexpected;

namespace {

constexpr auto driver = "QSQLITE"_L1;

// SQLite's result codes; the upper bits of what Qt reports are the extended code.
constexpr int sqliteError = 1; // a table or column is missing: our statements have no other errors
constexpr int sqliteCorrupt = 11;
constexpr int sqliteNotADatabase = 26;

// Qt writes NULL for a null QString or QByteArray; no column of ours means that by NULL.
QVariant withoutNull(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::QString:
        return value.toString().isNull() ? QVariant(u""_s) : value;
    case QMetaType::QByteArray:
        return value.toByteArray().isNull() ? QVariant(QByteArray("")) : value;
    default:
        return value;
    }
}

} // namespace

StoreError storeError(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    const bool damaged = code == sqliteError || code == sqliteCorrupt || code == sqliteNotADatabase;
    return {damaged ? StoreErrorKind::Damaged : StoreErrorKind::CannotWrite,
            error.databaseText().isEmpty() ? error.driverText() : error.databaseText()};
}

Connection::Connection(const QString &path, Access access)
    : m_name(u"history-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_database(QSqlDatabase::addDatabase(driver, m_name))
{
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(access == Access::Write
                                     ? u"QSQLITE_BUSY_TIMEOUT=5000"_s
                                     : u"QSQLITE_BUSY_TIMEOUT=5000;QSQLITE_OPEN_READONLY"_s);
}

Connection::~Connection()
{
    m_database.close();
    m_database = {}; // or Qt warns that the connection is still in use
    QSqlDatabase::removeDatabase(m_name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Access access)
{
    if (!QSqlDatabase::isDriverAvailable(driver)) {
        return Unexpected{StoreError{StoreErrorKind::CannotOpen, u"no Qt driver for SQLite"_s}};
    }
    std::unique_ptr<Connection> connection(new Connection(path, access));
    if (!connection->m_database.open()) {
        return Unexpected{storeError(connection->m_database.lastError())};
    }
    // The cache holds what each write of a large store touches again.
    for (const QString &pragma : {u"PRAGMA foreign_keys=ON"_s, u"PRAGMA synchronous=FULL"_s,
                                  u"PRAGMA cache_size=-4000"_s}) {
        Statement statement(connection->m_database, pragma);
        if (!statement.run()) {
            return Unexpected{statement.failure()};
        }
    }
    return connection;
}

Statement::Statement(const QSqlDatabase &database, const QString &sql)
    : m_query(database)
{
    m_query.setForwardOnly(true);
    keep(m_query.prepare(sql));
}

bool Statement::run(const QVariantList &values)
{
    if (failed()) {
        return false;
    }
    int position = 0;
    for (const QVariant &value : values) {
        m_query.bindValue(position++, withoutNull(value));
    }
    return keep(m_query.exec());
}

bool Statement::next()
{
    if (failed()) {
        return false;
    }
    const bool found = m_query.next();
    keep(found || !m_query.lastError().isValid());
    return found;
}

StoreError Statement::failure() const
{
    return m_failure.value_or(StoreError{StoreErrorKind::Damaged, u"a row is missing"_s});
}

bool Statement::keep(bool succeeded)
{
    if (!succeeded) {
        m_failure = storeError(m_query.lastError());
    }
    return succeeded;
}

Transaction::Transaction(const QSqlDatabase &database, Kind kind)
    : m_database(database)
{
    Statement begin(m_database, kind == Kind::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
    m_open = begin.run();
    if (!m_open) {
        m_failure = begin.failure();
    }
}

Transaction::~Transaction()
{
    if (m_open) {
        // Fails where SQLite rolled back by itself, which it does on a full disk.
        std::ignore = Statement(m_database, u"ROLLBACK"_s).run();
    }
}

Result<Done> Transaction::begun() const
{
    if (m_failure) {
        return Unexpected{*m_failure};
    }
    return Done{};
}

Result<Done> Transaction::commit()
{
    Statement commit(m_database, u"COMMIT"_s);
    if (!commit.run()) {
        return Unexpected{commit.failure()};
    }
    m_open = false;
    return Done{};
}

} // namespace history
