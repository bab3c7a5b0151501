#include "ui/mainwindow/programtext.h"

#include "app/support/versions.h"

#include <QCoreApplication>

namespace ui::mainwindow {

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(ProgramText)
public:
    static QString storeError(const ::history::StoreError &error)
    {
        const QString detail = error.detail;
        switch (error.kind) {
        case ::history::StoreErrorKind::CannotOpen:
            return tr("The history can't be opened, so nothing can be submitted: %1").arg(detail);
        case ::history::StoreErrorKind::NewerVersion:
            return tr("The history was written by a newer version of this program. It is left "
                      "untouched, and nothing can be submitted.");
        case ::history::StoreErrorKind::CannotWrite:
            return tr("The history can't be written: %1").arg(detail);
        case ::history::StoreErrorKind::NotFound:
            return tr("The record is no longer in the history.");
        case ::history::StoreErrorKind::Damaged:
            return tr("The history file is damaged here: %1").arg(detail);
        }
        Q_UNREACHABLE();
    }

    static QString setAside(const QString &path)
    {
        return tr("The history file was damaged. It was kept as %1, and a new one was begun.")
            .arg(path);
    }

    static QString about()
    {
        QString parts;
        const auto add = [&parts](const QString &name, const QString &version,
                                  const QString &licence) {
            parts += u"<tr><td>%1</td><td>%2</td><td>%3</td></tr>"_s.arg(
                name.toHtmlEscaped(), version.toHtmlEscaped(), licence.toHtmlEscaped());
        };
        add(u"Qt"_s, QString::fromLatin1(qVersion()),
            tr("GNU Lesser General Public License, version 3"));
        add(u"QtKeychain"_s, support::keychainVersion(), tr("Modified BSD License"));
        add(u"SQLite"_s, support::sqliteVersion(), tr("Public domain"));
#ifdef Q_OS_LINUX
        add(u"libsecret"_s, {}, tr("GNU Lesser General Public License, version 2.1 or later"));
#endif
        return u"<p><b>%1</b></p><p>%2</p><p>%3</p><table cellspacing='6'>%4</table>"_s.arg(
            tr("Association Limits %1").arg(QStringLiteral(ASSOCIATION_LIMITS_VERSION)),
            tr("See and change how many records of one HubSpot object type may be associated "
               "with a record of another."),
            tr("It is made with:"), parts);
    }
};

} // namespace

QString storeErrorText(const ::history::StoreError &error)
{
    return Text::storeError(error);
}

QString setAsideText(const QString &path)
{
    return Text::setAside(path);
}

QString aboutText()
{
    return Text::about();
}

} // namespace ui::mainwindow
