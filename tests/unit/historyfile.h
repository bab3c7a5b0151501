#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QStringList>

namespace tests {

/// What SQLite itself finds wrong in a history's file; empty where all is well. It may be in use.
inline QStringList faultsOf(const QString &folder)
{
    using namespace Qt::StringLiterals;
    QStringList faults;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"faults"_s);
        database.setDatabaseName(folder + u"/history.sqlite"_s);
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
        database.open();
        const auto expect = [&](const QString &sql, const QStringList &expected) {
            QSqlQuery query(sql, database);
            QStringList rows;
            while (query.next()) {
                rows << query.value(0).toString();
            }
            if (query.lastError().isValid() || rows != expected) {
                faults << sql + u": "_s + query.lastError().text() + rows.join(u", "_s);
            }
        };
        expect(u"PRAGMA integrity_check"_s, {u"ok"_s});
        expect(u"PRAGMA foreign_key_check"_s, {});
        // The full-text index has what its table has, and that is what the records say it has.
        expect(u"INSERT INTO submission_text (submission_text) VALUES ('integrity-check')"_s, {});
        expect(u"SELECT seq FROM submission WHERE indexed = 1 AND "
               "seq NOT IN (SELECT rowid FROM submission_text)"_s,
               {});
        expect(u"SELECT rowid FROM submission_text WHERE "
               "rowid NOT IN (SELECT seq FROM submission)"_s,
               {});
    }
    QSqlDatabase::removeDatabase(u"faults"_s);
    return faults;
}

} // namespace tests
