#include "ui/review/reviewtext.h"

#include "app/api/recordcount.h"
#include "ui/widgets/errortext.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui::review {

using namespace Qt::StringLiterals;
using limits::Decision;
using limits::RebasedEdit;
using limits::Standing;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::review::ReviewText)
};

QString limitText(std::optional<qint32> limit)
{
    //: No limit.
    return limit ? QLocale().toString(*limit) : Words::tr("Many");
}

QString unreadText(const api::Error &error)
{
    if (error.kind == api::ErrorKind::Forbidden && !error.missingScopes.isEmpty()) {
        return Words::tr("How many records that concerns could be seen with the scope %1.")
            .arg(error.missingScopes.join(", "_L1));
    }
    if (error.kind == api::ErrorKind::Forbidden) {
        return Words::tr("How many records that concerns may not be read with this token.");
    }
    return Words::tr("How many records that concerns could not be read. %1")
        .arg(widgets::readErrorText(error).title);
}

} // namespace

QString limitText(const limits::LiveLimit &limit)
{
    //: A limit that could not be read.
    return limit.known ? limitText(limit.limit) : Words::tr("unknown");
}

QString labelText(const limits::Edit &edit)
{
    return edit.label.isEmpty() && edit.unlabeled ? Words::tr("(any association)") : edit.label;
}

QString changeText(const limits::Edit &edit)
{
    const QString wanted = limitText(edit.wanted);
    if (!edit.live.known) {
        return edit.wanted ? Words::tr("to %1").arg(wanted)
                           //: %1 is "Many".
                           : Words::tr("to %1 (limit removed)").arg(wanted);
    }
    const QString live = limitText(edit.live.limit);
    if (edit.live.limit == edit.wanted) {
        return Words::tr("is %1 already").arg(wanted);
    }
    return edit.wanted ? Words::tr("from %1 to %2").arg(live, wanted)
                       //: %2 is "Many".
                       : Words::tr("from %1 to %2 (limit removed)").arg(live, wanted);
}

QString actionText(const RebasedEdit &rebased)
{
    if (!limits::isSent(rebased)) {
        return rebased.standing == Standing::Conflict && rebased.decision == Decision::Open
                   ? Words::tr("Undecided")
                   //: What is done to a limit: it stays as it is.
                   : Words::tr("Nothing");
    }
    switch (limits::operationOf(rebased.edit)) {
    case limits::Operation::Create:
        return Words::tr("Create");
    case limits::Operation::Update:
        return Words::tr("Update");
    case limits::Operation::Purge:
        return Words::tr("Remove");
    }
    Q_UNREACHABLE();
}

QStringList standingTexts(const RebasedEdit &rebased)
{
    QStringList sentences;
    switch (rebased.standing) {
    case Standing::Ready:
        break;
    case Standing::Unseen:
        sentences.append(Words::tr("The live limit is unknown."));
        break;
    case Standing::Done:
        sentences.append(Words::tr("HubSpot has this limit already, so nothing is sent."));
        break;
    case Standing::Conflict:
        switch (rebased.decision) {
        case Decision::Open:
            sentences.append(Words::tr("Somebody changed it meanwhile. Choose above."));
            break;
        case Decision::KeepMine:
            sentences.append(Words::tr("Replaces what somebody set meanwhile."));
            break;
        case Decision::TakeTheirs:
            sentences.append(Words::tr("What is in HubSpot stays."));
            break;
        }
        break;
    }
    if (!rebased.listed) {
        sentences.append(Words::tr("HubSpot does not list this type for these objects."));
    }
    return sentences;
}

QString choiceText(const RebasedEdit &rebased, Decision decision)
{
    const QString choice = decision == Decision::KeepMine
                               ? Words::tr("Keep mine: %1.").arg(limitText(rebased.edit.wanted))
                               : Words::tr("Take theirs: %1.").arg(limitText(rebased.edit.live));
    return rebased.decision == decision
               //: Added to a choice that was made, for assistive tools.
               ? choice + u' ' + Words::tr("Chosen.")
               : choice;
}

QString notRetroactiveText(qint32 limit)
{
    return Words::tr("Records with more than %L1 keep what they have; only new associations are "
                     "refused.")
        .arg(limit);
}

QString recordsText(const RecordsRead &records, qint32 limit)
{
    if (!records) {
        return Words::tr("Reading how many records that concerns…");
    }
    if (!*records) {
        return unreadText(records->error());
    }
    const api::RecordCount count = api::recordsReaching(**records, limit);
    if (count.exact) {
        return Words::tr("%Ln record(s) have reached the new limit already.", nullptr,
                         int(count.atLeast));
    }
    return count.atLeast > 0
               ? Words::tr("At least %Ln record(s) have reached the new limit already.", nullptr,
                           int(count.atLeast))
               : Words::tr("How many records have reached the new limit is not known: HubSpot "
                           "counts only those near the limit that holds now.");
}

QString ruleBreakText(const limits::RuleBreak &broken)
{
    const QString label = broken.label.isEmpty() ? Words::tr("type ID %1").arg(broken.typeId)
                                                 : Words::tr("“%1”").arg(broken.label);
    return broken.labelIsSent
               ? Words::tr("%1: %L2 is above the %L3 of the association without a label.")
                     .arg(label)
                     .arg(broken.limit)
                     .arg(broken.unlabeledLimit)
               : Words::tr("%1 has %L2, which is above the new %L3 of the association without a "
                           "label.")
                     .arg(label)
                     .arg(broken.limit)
                     .arg(broken.unlabeledLimit);
}

} // namespace ui::review
