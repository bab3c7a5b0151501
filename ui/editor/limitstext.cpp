#include "ui/editor/limitstext.h"

#include <QCoreApplication>

#include <limits>

namespace ui::editor {

using limits::Issue;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(LimitsText)
public:
    static QString issue(Issue issue, const limits::Document &document)
    {
        switch (issue) {
        case Issue::TypeIdMissing:
            return tr("Enter an association type ID.");
        case Issue::TypeIdNotANumber:
            return tr("The type ID is not a whole number.");
        case Issue::TypeIdOutOfRange:
            return tr("A type ID is a whole number from 1 to %L1.")
                .arg(std::numeric_limits<qint32>::max());
        case Issue::CategoryUnknown:
            return tr("Not a category: choose HubSpot, Custom, Integrator or Work.");
        case Issue::LimitNotANumber:
            return tr("The limit is not a whole number. Write it without separators, or “many”.");
        case Issue::LimitBelowOne:
            return tr("A limit is at least 1. For no limit, write “many”.");
        case Issue::LimitOutOfRange:
            return tr("The limit is larger than HubSpot can hold.");
        case Issue::Duplicate:
            return tr("Another row has the same type ID and category.");
        case Issue::AboveUnlabeled:
            return tr("A label's limit can't be above the %L1 of the association without a label.")
                .arg(document.unlabeledLimit().value_or(0));
        case Issue::EqualToUnlabeled:
            return tr("Equal to the limit without a label; HubSpot may ask for less.");
        case Issue::AboveUsualHighest:
            return tr("HubSpot names %L1 as the highest limit; it may refuse this one.")
                .arg(limits::usualHighestLimit);
        case Issue::NothingToSend:
            return tr("No limit entered, so this row is not sent.");
        }
        Q_UNREACHABLE();
    }

    static QString ofRow(qint32 typeId, const QString &words)
    {
        return tr("Type ID %1: %2").arg(typeId).arg(words);
    }

    static QString objectTypeError(limits::ObjectTypeError error, const QString &typed)
    {
        switch (error) {
        case limits::ObjectTypeError::Empty:
            return tr("Choose or type an object type.");
        case limits::ObjectTypeError::MalformedId:
            return tr("“%1” is not an object type ID. They look like 0-1 or 2-12345.").arg(typed);
        case limits::ObjectTypeError::MalformedName:
            return tr("“%1” is not an object type: names have only letters, digits, _ and -.")
                .arg(typed);
        case limits::ObjectTypeError::TooLong:
            return tr("This is too long for an object type.");
        }
        Q_UNREACHABLE();
    }
};

} // namespace

QStringList issueTexts(const limits::Document &document, qsizetype row)
{
    const limits::Issues issues = document.issues(row);
    QStringList texts;
    // The flags are declared errors first.
    for (limits::Issues::Int bit = 1; bit <= limits::Issues::Int(Issue::NothingToSend); bit <<= 1) {
        if (issues.testFlag(Issue(bit))) {
            texts.append(Text::issue(Issue(bit), document));
        }
    }
    return texts;
}

QStringList warningsOfChanges(const limits::Document &document)
{
    QStringList warnings;
    for (qsizetype row = 0; row < document.rowCount(); ++row) {
        if (document.limit(row)) {
            for (const QString &text : issueTexts(document, row)) {
                warnings.append(Text::ofRow(*document.typeId(row), text));
            }
        }
    }
    return warnings;
}

QString objectTypeErrorText(limits::ObjectTypeError error, const QString &typed)
{
    return Text::objectTypeError(error, typed);
}

} // namespace ui::editor
