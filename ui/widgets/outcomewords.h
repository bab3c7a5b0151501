#pragma once

#include "app/history/record.h"
#include "app/limits/category.h"
#include "app/submission/outcomes.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/tones.h"

namespace ui::widgets {

/// An outcome as it is shown: words, a glyph and a tone, never the tone alone.
struct OutcomeLook
{
    QString name; ///< "Stored differently"
    QString hint; ///< a sentence that says what it means
    Glyph glyph = Glyph::Dots;
    Tone tone = Tone::Quiet;
};

[[nodiscard]] OutcomeLook outcomeLook(submission::Outcome outcome);

/// "Stored differently (HubSpot has 3)", "Not stored (HubSpot has no limit)": without HubSpot's
/// words about it.
[[nodiscard]] QString outcomeText(const submission::LimitOutcome &limit);

/// What reading back has to do with what is said: "confirmed by reading back", "found by reading
/// back", "not read back"; empty where neither would tell anything.
[[nodiscard]] QString proofText(const submission::LimitOutcome &limit);
/// The same in a word or two: "confirmed", "read back", "not read back".
[[nodiscard]] QString proofWord(const submission::LimitOutcome &limit);

/// The outcome a submission is marked with: the one that asks most for attention.
[[nodiscard]] submission::Outcome worstOutcome(const ::history::Counts &counts);

/// "4 stored, 1 failed": what is not zero, in a fixed order.
[[nodiscard]] QString countsText(const ::history::Counts &counts);

/// "HubSpot", "Custom", "Integrator", "Work".
[[nodiscard]] QString categoryName(limits::Category category);

} // namespace ui::widgets
