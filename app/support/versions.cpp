#include "app/support/versions.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUuid>

namespace support {

using namespace Qt::StringLiterals;

QString sqliteVersion()
{
    const QString name = u"version-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    QString version;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(u":memory:"_s);
        if (database.open()) {
            QSqlQuery query(u"SELECT sqlite_version()"_s, database);
            version = query.next() ? query.value(0).toString() : QString();
        }
    }
    QSqlDatabase::removeDatabase(name);
    return version.isEmpty() ? u"none"_s : version;
}

QString keychainVersion()
{
    return QStringLiteral(QTKEYCHAIN_VERSION);
}

} // namespace support
