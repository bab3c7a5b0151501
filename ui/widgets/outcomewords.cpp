#include "ui/widgets/outcomewords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace ui::widgets {

using namespace Qt::StringLiterals;
using submission::Outcome;

namespace {

struct OutcomeWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::widgets::OutcomeWords)
};

} // namespace

OutcomeLook outcomeLook(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Stored:
        return {OutcomeWords::tr("Stored"),
                OutcomeWords::tr("HubSpot says that it stored this limit."), Glyph::Check,
                Tone::Good};
    case Outcome::StoredDifferently:
        return {OutcomeWords::tr("Stored differently"),
                OutcomeWords::tr("HubSpot reports another limit than the one asked for."),
                Glyph::NotEqual, Tone::Warning};
    case Outcome::Failed:
        return {OutcomeWords::tr("Failed"), OutcomeWords::tr("This limit was not stored."),
                Glyph::Cross, Tone::Bad};
    case Outcome::Missing:
        return {OutcomeWords::tr("Missing from the answer"),
                OutcomeWords::tr("HubSpot answered, but named this limit neither as stored nor as "
                                 "failed. Check it in HubSpot."),
                Glyph::Gap, Tone::Warning};
    case Outcome::Unknown:
        return {OutcomeWords::tr("Unknown"),
                OutcomeWords::tr("It is not known whether HubSpot stored this limit. Check it in "
                                 "HubSpot before submitting it again."),
                Glyph::Question, Tone::Warning};
    case Outcome::NotSent:
        return {OutcomeWords::tr("Not sent"), OutcomeWords::tr("This limit was never sent."),
                Glyph::Dash, Tone::Quiet};
    case Outcome::NotStored:
        return {OutcomeWords::tr("Not stored"),
                OutcomeWords::tr("No answer says that this limit was stored, and HubSpot still has "
                                 "the one from before."),
                Glyph::Cross, Tone::Warning};
    case Outcome::Pending:
        return {OutcomeWords::tr("Waiting"), OutcomeWords::tr("The answer has not come yet."),
                Glyph::Dots, Tone::Quiet};
    }
    Q_UNREACHABLE();
}

namespace {

/// "HubSpot has 3"; empty where that is not known.
QString hasText(const submission::LimitOutcome &limit)
{
    if (limit.stored) {
        return OutcomeWords::tr("HubSpot has %1").arg(QLocale().toString(*limit.stored));
    }
    return limit.readBack ? OutcomeWords::tr("HubSpot has no limit") : QString();
}

} // namespace

QString outcomeText(const submission::LimitOutcome &limit)
{
    const QString name = outcomeLook(limit.outcome).name;
    const bool differs =
        limit.outcome == Outcome::StoredDifferently || limit.outcome == Outcome::NotStored;
    const QString has = differs ? hasText(limit) : QString();
    //: %1 is an outcome ("Stored differently"), %2 "HubSpot has 3".
    return has.isEmpty() ? name : OutcomeWords::tr("%1 (%2)").arg(name, has);
}

namespace {

enum class Proof : quint8 { None, Confirmed, Found, Missing };

Proof proofOf(const submission::LimitOutcome &limit)
{
    switch (limit.outcome) {
    case Outcome::Stored:
        return limit.readBack ? Proof::Confirmed : Proof::Missing;
    case Outcome::StoredDifferently:
    case Outcome::NotStored:
        return limit.readBack ? Proof::Found : Proof::Missing;
    case Outcome::Failed:
    case Outcome::Missing:
    case Outcome::Unknown:
    case Outcome::NotSent:
    case Outcome::Pending:
        return Proof::None;
    }
    Q_UNREACHABLE();
}

} // namespace

QString proofText(const submission::LimitOutcome &limit)
{
    switch (proofOf(limit)) {
    case Proof::None:
        return {};
    case Proof::Confirmed:
        return OutcomeWords::tr("confirmed by reading back");
    case Proof::Found:
        return OutcomeWords::tr("found by reading back");
    case Proof::Missing:
        return OutcomeWords::tr("not read back");
    }
    Q_UNREACHABLE();
}

QString proofWord(const submission::LimitOutcome &limit)
{
    switch (proofOf(limit)) {
    case Proof::None:
        return {};
    case Proof::Confirmed:
        //: Of a limit: reading it back found what was asked for.
        return OutcomeWords::tr("confirmed");
    case Proof::Found:
        //: Of a limit: what is said of it was found by reading it back.
        return OutcomeWords::tr("read back");
    case Proof::Missing:
        return OutcomeWords::tr("not read back");
    }
    Q_UNREACHABLE();
}

Outcome worstOutcome(const ::history::Counts &counts)
{
    if (counts.pending > 0) {
        return Outcome::Pending;
    }
    if (counts.unknown > 0) {
        return Outcome::Unknown;
    }
    if (counts.failed > 0) {
        return Outcome::Failed;
    }
    if (counts.notStored > 0) {
        return Outcome::NotStored;
    }
    if (counts.missing > 0) {
        return Outcome::Missing;
    }
    if (counts.storedDifferently > 0) {
        return Outcome::StoredDifferently;
    }
    return counts.notSent > 0 ? Outcome::NotSent : Outcome::Stored;
}

QString countsText(const ::history::Counts &counts)
{
    QStringList parts;
    const auto add = [&parts](int count, const QString &words) {
        if (count > 0) {
            parts.append(words);
        }
    };
    // Each is counted limits: "4 stored, 1 failed".
    add(counts.stored, OutcomeWords::tr("%n stored", "limits", counts.stored));
    add(counts.storedDifferently,
        OutcomeWords::tr("%n stored differently", "limits", counts.storedDifferently));
    add(counts.failed, OutcomeWords::tr("%n failed", "limits", counts.failed));
    add(counts.notStored, OutcomeWords::tr("%n not stored", "limits", counts.notStored));
    add(counts.missing, OutcomeWords::tr("%n missing", "limits", counts.missing));
    add(counts.unknown, OutcomeWords::tr("%n unknown", "limits", counts.unknown));
    add(counts.notSent, OutcomeWords::tr("%n not sent", "limits", counts.notSent));
    add(counts.pending, OutcomeWords::tr("%n waiting", "limits", counts.pending));
    //: Between the parts of "4 stored, 1 failed".
    return parts.isEmpty() ? OutcomeWords::tr("no limits") : parts.join(OutcomeWords::tr(", "));
}

QString categoryName(limits::Category category)
{
    switch (category) {
    case limits::Category::HubSpotDefined:
        return OutcomeWords::tr("HubSpot", "category");
    case limits::Category::UserDefined:
        return OutcomeWords::tr("Custom", "category");
    case limits::Category::IntegratorDefined:
        return OutcomeWords::tr("Integrator", "category");
    case limits::Category::Work:
        return OutcomeWords::tr("Work", "category");
    }
    Q_UNREACHABLE();
}

} // namespace ui::widgets
