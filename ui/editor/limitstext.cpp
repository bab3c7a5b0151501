#include "ui/editor/limitstext.h"

#include <QCoreApplication>
#include <QSet>

#include <limits>

namespace ui::editor {

using limits::Issue;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(LimitsText)
public:
    static QString issue(Issue issue, const limits::Document &document, qsizetype index)
    {
        const limits::Row &row = document.at(index);
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
                .arg(document.unlabeledLimit(row.draft.side).value_or(0));
        case Issue::EqualToUnlabeled:
            return tr("Equal to the limit without a label; HubSpot may ask for less.");
        case Issue::AboveUsualHighest:
            return tr("HubSpot names %L1 as the highest limit; it may refuse this one.")
                .arg(limits::usualHighestLimit);
        case Issue::ChangedMeanwhile:
            return row.draft.base.limit ? tr("HubSpot's limit was %L1 when you entered this.")
                                              .arg(*row.draft.base.limit)
                                        : tr("HubSpot had no limit when you entered this.");
        case Issue::NotListed:
            return tr("HubSpot does not list this type for this pair.");
        case Issue::NothingToSend:
            return tr("No limit entered, so this row is not sent.");
        case Issue::AlreadySo:
            return tr("HubSpot has this limit already.");
        }
        Q_UNREACHABLE();
    }

    static QString bothWays() { return tr("This limit holds in both directions."); }

    static QString twin(const QString &typeId)
    {
        return tr("Holds in both directions: type ID %1 follows.").arg(typeId);
    }

    static QString primary() { return tr("Limits this label only, not the association."); }

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

QStringList remarks(const limits::Document &document, qsizetype row)
{
    const limits::Issues issues = document.issues(row);
    QStringList texts;
    // The flags are declared errors first.
    for (limits::Issues::Int bit = 1; bit <= limits::Issues::Int(Issue::AlreadySo); bit <<= 1) {
        if (issues.testFlag(Issue(bit))) {
            texts.append(Text::issue(Issue(bit), document, row));
        }
    }
    const limits::Row &shown = document.at(row);
    if (const auto twin = document.twin(row)) {
        texts.append(Text::twin(document.row(*twin).typeId));
    } else if (document.holdsBothWays(row)) {
        texts.append(Text::bothWays());
    } else if (shown.isChange() && shown.category == limits::Category::HubSpotDefined &&
               !document.isUnlabeled(row)) {
        texts.append(Text::primary());
    }
    return texts;
}

QString limitText(const limits::Row &row)
{
    if (!row.draft.limit.isEmpty() || !row.live.known || !row.ofAccount) {
        return row.draft.limit;
    }
    return row.live.limit ? QString::number(*row.live.limit) : QString();
}

QStringList warningsOfChanges(const limits::Document &document,
                              const std::vector<limits::Edit> &edits)
{
    QSet<limits::RowKey> chosen;
    for (const limits::Edit &edit : edits) {
        const bool there = edit.pair == document.pair();
        chosen.insert(limits::rowKey(there ? limits::Side::There : limits::Side::Back,
                                     edit.category, edit.typeId));
    }
    QStringList warnings;
    for (qsizetype row = 0; row < document.rowCount(); ++row) {
        const limits::Issues issues = document.issues(row) & ~limits::quietIssues;
        const auto key = limits::rowKey(document.at(row));
        if (!document.at(row).isChange() || !issues || !key || !chosen.contains(*key)) {
            continue;
        }
        for (const QString &text : remarks(document, row)) {
            warnings.append(Text::ofRow(*document.at(row).typeId, text));
        }
    }
    return warnings;
}

QString objectTypeErrorText(limits::ObjectTypeError error, const QString &typed)
{
    return Text::objectTypeError(error, typed);
}

} // namespace ui::editor
