#pragma once

#include "app/history/record.h"
#include "app/submission/compare.h"
#include "ui/widgets/glyph.h"
#include "ui/widgets/tones.h"

#include <QString>

#include <vector>

namespace ui::history {

// What a comparison shows, in words.

/// A limit that stands in a row.
struct CompareCell
{
    limits::LiveLimit limit;
    QString remark; ///< what was asked for and what came of it; may be empty
};

struct CompareRow
{
    QString direction; ///< "Contacts → Companies"
    QString label;
    qint32 typeId = 0;
    limits::Category category = limits::Category::UserDefined;
    std::vector<CompareCell> cells;
    QString verdict; ///< who changed it, or whether it is as it was left
    widgets::Glyph glyph = widgets::Glyph::Dash;
    widgets::Tone tone = widgets::Tone::Quiet;
    bool differs = false;
};

/// "5", "Many", "unknown".
[[nodiscard]] QString limitText(const limits::LiveLimit &limit);

/// "Contacts → Companies", in the names that a record has for them.
[[nodiscard]] QString directionText(const ::history::Record &record, const limits::Pair &pair);

/// Four limits in a row: before and after the earlier record, before and after the later one.
[[nodiscard]] std::vector<CompareRow> compareRows(const ::history::Record &earlier,
                                                  const ::history::Record &later,
                                                  const limits::AssociationTypes &known);

/// Three limits in a row: before and after the record, and now. `reading`: what is not in `now` is
/// being read.
[[nodiscard]] std::vector<CompareRow> compareRows(const ::history::Record &record,
                                                  const std::vector<limits::LivePair> &now,
                                                  bool reading,
                                                  const limits::AssociationTypes &known);

} // namespace ui::history
