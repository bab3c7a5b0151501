#include "ui/history/transfertext.h"

#include "ui/history/storewords.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStringList>

namespace ui::history {

using namespace Qt::StringLiterals;
using exchange::ExportError;
using exchange::ImportError;
using exchange::ReadError;
using exchange::ReadErrorKind;
using ::history::StoreError;
using ::history::StoreErrorKind;
using widgets::Message;
using widgets::Tone;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::history::TransferText)
};

Message message(Tone tone, const QString &title, const QString &words = {},
                const QString &next = {})
{
    return {tone, title, words, next, {}, {}};
}

QString storeNext(const StoreError &error)
{
    return error.kind == StoreErrorKind::NewerVersion
               ? Words::tr("Use that version.")
               : Words::tr("Check that the disk of the history is there and has room, and try "
                           "again.");
}

/// Where the file is wrong and what is wrong about it.
QString readErrorWords(const ReadError &error)
{
    const QLocale locale;
    const QString line = locale.toString(error.place.line);
    switch (error.kind) {
    case ReadErrorKind::CannotRead:
        return error.detail;
    case ReadErrorKind::Foreign:
        return Words::tr("It is no history that this program exported as JSON.");
    case ReadErrorKind::NewerVersion:
        return Words::tr("A newer version of this program exported it.");
    case ReadErrorKind::NotJson: {
        const QString where = Words::tr("Line %1, column %2: from here on it is not JSON.")
                                  .arg(line, locale.toString(error.place.column));
        return error.detail.isEmpty() ? where : where + u" ("_s + error.detail + u')';
    }
    case ReadErrorKind::EndsEarly:
        return Words::tr("Line %1: the file ends before the history does.").arg(line);
    case ReadErrorKind::TooLarge:
        return Words::tr("Line %1: a submission is larger than this program can read.").arg(line);
    case ReadErrorKind::WrongFields: {
        QStringList problems{Words::tr("Line %1: a submission cannot be read.").arg(line)};
        problems += error.problems;
        const int more = error.problemCount - int(error.problems.size());
        if (more > 0) {
            problems.append(Words::tr("and %Ln more", "problems", more));
        }
        return problems.join(u'\n');
    }
    }
    Q_UNREACHABLE();
}

QString readErrorNext(const ReadError &error)
{
    switch (error.kind) {
    case ReadErrorKind::CannotRead:
        return Words::tr("Check that the file is there and may be read, and import it again.");
    case ReadErrorKind::Foreign:
        return Words::tr("Choose a file that was exported as JSON.");
    case ReadErrorKind::NewerVersion:
        return Words::tr("Update this program, then import the file again.");
    case ReadErrorKind::EndsEarly:
        return Words::tr("It was not copied whole. Copy it again, or export it again.");
    case ReadErrorKind::NotJson:
    case ReadErrorKind::TooLarge:
    case ReadErrorKind::WrongFields:
        return Words::tr("The file is damaged, or was changed after the export. Copy it again, or "
                         "export it again.");
    }
    Q_UNREACHABLE();
}

/// What an import that did not come to its end has done.
QString leftText(const exchange::Imported &imported)
{
    return imported.added == 0
               ? Words::tr("Nothing was added.")
               : Words::tr("%Ln submission(s) were added before that. Import the file again to add "
                           "the rest; none is added twice.",
                           nullptr, int(imported.added));
}

Message exportErrorMessage(const ExportError &error)
{
    switch (error.kind) {
    case ExportError::Kind::Cancelled:
        return message(Tone::Info, Words::tr("The export was stopped."),
                       Words::tr("No file was written."));
    case ExportError::Kind::Store:
        return message(Tone::Bad, Words::tr("Nothing was exported."), troubleText(error.store),
                       storeNext(error.store));
    case ExportError::Kind::File:
        return message(Tone::Bad, Words::tr("The file could not be written."), error.detail,
                       Words::tr("Choose another folder, or make room on the disk, and export "
                                 "again. A file that was there before is as it was."));
    }
    Q_UNREACHABLE();
}

Message importErrorMessage(const ImportError &error, const QString &path)
{
    const QString left = leftText(error.imported);
    const QString name = QFileInfo(path).fileName();
    const QString title = error.imported.added == 0
                              ? Words::tr("“%1” was not imported.").arg(name)
                              : Words::tr("“%1” was not imported to its end.").arg(name);
    switch (error.kind) {
    case ImportError::Kind::Cancelled:
        return message(Tone::Info, Words::tr("The import was stopped."), left);
    case ImportError::Kind::Store:
        return message(Tone::Bad, title, troubleText(error.store),
                       left + u' ' + storeNext(error.store));
    case ImportError::Kind::File:
        return message(Tone::Bad, title, readErrorWords(error.file),
                       left + u' ' + readErrorNext(error.file));
    }
    Q_UNREACHABLE();
}

} // namespace

Message exportMessage(const exchange::Exporter::Result &result, const QString &path)
{
    if (!result) {
        return exportErrorMessage(result.error());
    }
    const auto unreadable = int(result->unreadable);
    return message(unreadable > 0 ? Tone::Warning : Tone::Good,
                   Words::tr("%Ln submission(s) exported.", nullptr, int(result->records)),
                   QDir::toNativeSeparators(path),
                   unreadable > 0
                       ? Words::tr("%Ln damaged submission(s) could not be read and are not in "
                                   "the file.",
                                   nullptr, unreadable)
                       : QString());
}

Message importMessage(const exchange::Importer::Result &result, const QString &path)
{
    if (!result) {
        return importErrorMessage(result.error(), path);
    }
    const auto present = int(result->present);
    return message(Tone::Good, Words::tr("%Ln submission(s) added.", nullptr, int(result->added)),
                   present > 0 ? Words::tr("%Ln submission(s) of the file were here already and "
                                           "stay as they are.",
                                           nullptr, present)
                               : QString());
}

QString exportProgressText(qint64 done, qint64 total)
{
    return total == 0 ? Words::tr("Looking for the submissions")
                      : Words::tr("%1 of %Ln submission(s) exported", nullptr, int(total))
                            .arg(QLocale().toString(done));
}

QString importProgressText(qint64 done, qint64 total)
{
    return total == 0 ? Words::tr("Checking the file: %Ln submission(s) read", nullptr, int(done))
                      : Words::tr("%1 of %Ln submission(s) taken in", nullptr, int(total))
                            .arg(QLocale().toString(done));
}

} // namespace ui::history
