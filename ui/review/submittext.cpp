#include "ui/review/submittext.h"

#include "ui/widgets/outcomewords.h"

#include <QCoreApplication>

namespace ui::review {

using namespace Qt::StringLiterals;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(SubmitText)
public:
    static QString finish(const ::history::Counts &counts)
    {
        const int total = counts.total();
        const int attention = total - counts.stored;
        //: %1 is how many of them were saved
        const QString saved = tr("Saved %1 of %Ln limit(s).", nullptr, total).arg(counts.stored);
        return attention == 0
                   ? saved
                   : saved + u' ' + tr("%Ln need(s) your attention.", nullptr, attention);
    }

    static QString check(const ::history::Counts &counts)
    {
        //: %1 is "4 stored, 1 unknown"
        return tr("Checked: %1.").arg(widgets::countsText(counts));
    }

    static QString refusal(submission::StartError error)
    {
        switch (error) {
        case submission::StartError::AlreadyRunning:
            return tr("Nothing was sent: a submission is running already.");
        case submission::StartError::NoHistory:
            return tr("Nothing was sent: there is no history to keep a record in.");
        case submission::StartError::HistoryRefused:
            return tr("Nothing was sent: its record could not be written to the history.");
        case submission::StartError::StillInFlight:
            return tr("Nothing was read: another window is still submitting these limits.");
        }
        Q_UNREACHABLE();
    }
};

} // namespace

QString finishText(const ::history::Counts &counts)
{
    return Text::finish(counts);
}

QString checkText(const ::history::Counts &counts)
{
    return Text::check(counts);
}

QString refusalText(const submission::Refusal &refusal)
{
    return Text::refusal(refusal.error);
}

} // namespace ui::review
