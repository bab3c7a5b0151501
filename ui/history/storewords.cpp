#include "ui/history/storewords.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui::history {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::history::StoreWords)
};

} // namespace

QString troubleText(const ::history::StoreError &error)
{
    using Kind = ::history::StoreErrorKind;
    switch (error.kind) {
    case Kind::CannotOpen:
        return Words::tr("The history can't be read: %1").arg(error.detail);
    case Kind::NewerVersion:
        return Words::tr("A newer version of this program wrote the history. It can be looked at, "
                         "but not changed here.");
    case Kind::CannotWrite:
        return Words::tr("The history can't be written: %1").arg(error.detail);
    case Kind::NotFound:
        return Words::tr("The submission is no longer in the history.");
    case Kind::Damaged:
        return Words::tr("The history file is damaged here: %1").arg(error.detail);
    }
    Q_UNREACHABLE();
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace ui::history
