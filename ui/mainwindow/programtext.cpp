#include "ui/mainwindow/programtext.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace ui::mainwindow {

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

    static QString aboutTitle() { return tr("About Association Limits"); }

    static QString about()
    {
        return tr("Association Limits %1, with Qt %2.\n\n"
                  "See and change how many records of one HubSpot object type may be associated "
                  "with a record of another.")
            .arg(QStringLiteral(ASSOCIATION_LIMITS_VERSION), QString::fromLatin1(qVersion()));
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

void showAbout(QWidget &window)
{
    auto *about = new QMessageBox(QMessageBox::NoIcon, Text::aboutTitle(), Text::about(),
                                  QMessageBox::Ok, &window);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->open();
}

} // namespace ui::mainwindow
